/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-buffer-sync.h"

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/**
 * SevenProblemMarks:
 *
 * Shows the problems of a document in its text: underlined, an icon in the margin that is clicked for
 * the fix, words under the pointer. Only what
 * is in sight is marked, so that a text with thousands of problems scrolls as well as one with none.
 */
typedef struct _SevenProblemMarks SevenProblemMarks;

SevenProblemMarks *seven_problem_marks_new (
    SevenDocument *document, SevenBufferSync *sync, GtkSourceView *view, GtkWidget *host);
void seven_problem_marks_free (SevenProblemMarks *self);
SevenProblem *seven_problem_marks_find (SevenProblemMarks *self, SevenProblem *preferred);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenProblemMarks, seven_problem_marks_free)

G_END_DECLS
