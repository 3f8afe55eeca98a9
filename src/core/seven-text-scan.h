/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-range.h"

G_BEGIN_DECLS

/* The next link at or behind *@position, which is moved behind it; FALSE where there is none. @shortener: (out): it
 * belongs to a link shortener. @text is valid UTF-8. */
gboolean seven_text_scan_next_link (
    const char *text, gsize length, gsize *position, SevenRange *range, gboolean *shortener);
/* The first statement of a time: “10 minutes”, “zehn Minuten”. */
gboolean seven_text_scan_time (const char *text, gsize length, SevenRange *range);

G_END_DECLS
