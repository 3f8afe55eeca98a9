/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-test-run.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenFactRow:
 *
 * One line of a result: what, and what it is.
 *
 * Property: fact (SevenFact, construct-only).
 */
#define SEVEN_TYPE_FACT_ROW (seven_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (SevenFactRow, seven_fact_row, SEVEN, FACT_ROW, GtkListBoxRow)

/**
 * seven_fact_row_new:
 * @fact: (transfer none): what to show
 * @labels: (transfer none): makes the first column as wide in all rows
 *
 * Returns: a row
 */
GtkWidget *seven_fact_row_new (SevenFact *fact, GtkSizeGroup *labels);

G_END_DECLS
