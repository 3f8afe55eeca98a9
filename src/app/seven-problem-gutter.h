/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-problem.h"

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/**
 * SevenProblemGutter:
 *
 * The column beside a text that shows on which lines there are problems: the icon of the gravest one.
 */
#define SEVEN_TYPE_PROBLEM_GUTTER (seven_problem_gutter_get_type ())
G_DECLARE_FINAL_TYPE (
    SevenProblemGutter, seven_problem_gutter, SEVEN, PROBLEM_GUTTER, GtkSourceGutterRenderer)

GtkSourceGutterRenderer *seven_problem_gutter_new (void);
void seven_problem_gutter_clear (SevenProblemGutter *self);
void seven_problem_gutter_add (SevenProblemGutter *self, guint line, SevenSeverity severity);

G_END_DECLS
