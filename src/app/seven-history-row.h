/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-run-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenHistoryRow:
 *
 * One test in the list of the history. Property: record (SevenRunRecord, nullable, rw).
 */
#define SEVEN_TYPE_HISTORY_ROW (seven_history_row_get_type ())
G_DECLARE_FINAL_TYPE (SevenHistoryRow, seven_history_row, SEVEN, HISTORY_ROW, AdwBin)

GtkWidget *seven_history_row_new (void);
void seven_history_row_set_record (SevenHistoryRow *self, SevenRunRecord *record);

G_END_DECLS
