/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-problem.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenProblemRow:
 *
 * One problem: what, where, why, and a button that mends it.
 *
 * Properties: problem (SevenProblem, nullable), expanded (boolean: whether “why” is shown; another problem folds it).
 * Signal: fix (SevenProblem): the button was pressed.
 */
#define SEVEN_TYPE_PROBLEM_ROW (seven_problem_row_get_type ())
G_DECLARE_FINAL_TYPE (SevenProblemRow, seven_problem_row, SEVEN, PROBLEM_ROW, AdwBin)

GtkWidget *seven_problem_row_new (void);

/**
 * seven_problem_row_set_problem:
 * @self: a row
 * @problem: (nullable) (transfer none): what to show
 */
void seven_problem_row_set_problem (SevenProblemRow *self, SevenProblem *problem);

G_END_DECLS
