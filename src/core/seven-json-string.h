/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-range.h"

G_BEGIN_DECLS

/* One character inside of a string token that was found to be sound. */
typedef struct
{
  gsize source; /* bytes in the token: 6 or 12 for a \u escape */
  gsize decoded; /* bytes of its UTF-8 form */
  gunichar character;
  gboolean lone; /* an escaped surrogate without its partner, read as U+FFFD */
} SevenJsonUnit;

void seven_json_unit_read (SevenJsonUnit *self, const char *source);
gsize seven_json_string_decode (const char *source, gsize length, char *decoded);
SevenRange seven_json_string_map (const char *source, gsize length, gsize start, gsize end);

G_END_DECLS
