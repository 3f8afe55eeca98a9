/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SevenRange:
 * @start: first byte
 * @end: the byte after the last one
 *
 * A piece of a text, in bytes of its UTF-8 form, the end exclusive.
 */
typedef struct
{
  gsize start;
  gsize end;
} SevenRange;

/**
 * SevenPosition:
 * @line: from 1; a line ends at LF, CR LF or CR
 * @column: from 1, in code points
 *
 * A place in a text as people count it.
 */
typedef struct
{
  guint line;
  guint column;
} SevenPosition;

SevenPosition seven_position_at (const char *text, gsize length, gsize offset);

G_END_DECLS
