/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-session.h"
#include "seven-test-series.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenSeriesWindow:
 *
 * A test of every template while it runs, and what it came to. It asks before it is closed while a test is under way,
 * and stops the series when it goes.
 *
 * Properties: series (SevenTestSeries, construct-only), text-store (SevenTextStore, nullable, construct-only: where the
 * summary is saved).
 * Widget actions: series.stop, series.copy, series.save.
 */
#define SEVEN_TYPE_SERIES_WINDOW (seven_series_window_get_type ())
G_DECLARE_FINAL_TYPE (SevenSeriesWindow, seven_series_window, SEVEN, SERIES_WINDOW, AdwWindow)

GtkWidget *seven_series_window_new (GtkWindow *parent, SevenTestSeries *series, SevenTextStore *text_store);
SevenTestSeries *seven_series_window_get_series (SevenSeriesWindow *self);
void seven_series_window_save_to (SevenSeriesWindow *self, const char *uri);

G_END_DECLS
