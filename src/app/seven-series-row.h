/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-series-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SevenSeriesRow:
 *
 * One template of a series of tests, and what became of it. Property: item (SevenSeriesItem, construct-only).
 */
#define SEVEN_TYPE_SERIES_ROW (seven_series_row_get_type ())
G_DECLARE_FINAL_TYPE (SevenSeriesRow, seven_series_row, SEVEN, SERIES_ROW, GtkListBoxRow)

GtkWidget *seven_series_row_new (SevenSeriesItem *item);

G_END_DECLS
