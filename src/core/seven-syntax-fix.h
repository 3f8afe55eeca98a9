/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-json-edit.h"
#include "seven-problem.h"

G_BEGIN_DECLS

/* What can be done about a fault that seven_json_parse() found: SEVEN_FIX_SAFE for a byte-order mark and commas with
 * nothing behind them, SEVEN_FIX_OFFER for quotation marks of another kind. None for a text with NUL bytes, which no
 * string can hold. */
SevenFixKind seven_syntax_fix_get_kind (const char *text, gsize length, int code);

/* One splice for this fault and all of its kind that follow, as far as the text consists of JSON's tokens, so that a
 * large text is not read once for each: (transfer full) (nullable). Linear. */
SevenSplice *seven_syntax_fix (const char *text, gsize length, int code, SevenRange place);

G_END_DECLS
