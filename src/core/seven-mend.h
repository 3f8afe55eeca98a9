/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-check-private.h"
#include "seven-problem-private.h"

G_BEGIN_DECLS

/* What the fixes of several rules are made of. All splices are (transfer full) (nullable). */

/* The problem's piece of its string replaced; every other byte of the string stays as it is written. */
SevenSplice *seven_mend_piece (const SevenCheck *check, const SevenProblem *problem, const char *string);
/* The whole string. */
SevenSplice *seven_mend_string (const SevenCheck *check, const SevenProblem *problem, const char *string);
/* The content replaced by the standard text of its template's type. */
SevenSplice *seven_mend_standard_text (const SevenCheck *check, const SevenProblem *problem);

/* The text as it would be with the piece replaced: (transfer full) */
char *seven_mend_dup_replaced (const char *text, gsize length, SevenRange piece, const char *string);

/* A template as JSON text: (transfer full) */
char *seven_mend_dup_template (const char *usage, const char *content, gboolean content_first);

G_END_DECLS
