/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-range.h"

G_BEGIN_DECLS

/* The one placeholder the connector fills in. */
#define SEVEN_CODE_PLACEHOLDER "{{code}}"

/* How far a placeholder is from the one that works. */
typedef enum
{
  SEVEN_CODE_SPACING, /* {{ code }}, {{Code}}: blanks or case inside double braces */
  SEVEN_CODE_BRACES, /* {{{code}}}: filled in, but braces stay around it */
  SEVEN_CODE_OTHER, /* {code}, {{code}, ${code}, %code% */
} SevenCodeFlaw;

typedef struct
{
  SevenRange range; /* bytes */
  SevenCodeFlaw flaw;
} SevenCodeMiss;

/* The next near miss at or behind *@position, which is moved behind it; FALSE where there is none. @text is valid
 * UTF-8. Going through a whole text takes linear time. */
gboolean seven_code_scan_next (const char *text, gsize length, gsize *position, SevenCodeMiss *miss);
/* The same for any other {{…}}. */
gboolean seven_code_scan_next_literal (const char *text, gsize length, gsize *position, SevenRange *range);
/* Every near miss of this flaw replaced: (transfer full) */
char *seven_code_scan_mend_all (const char *text, gsize length, SevenCodeFlaw flaw);

/* Characters that show nothing and take no room. */
gboolean seven_code_is_zero_width (gunichar character);

G_END_DECLS
