/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-range.h"

/* Where the line after the next line end at or behind @offset begins; 0 where there is no further line end. */
static gsize
find_next_line (const char *text, gsize length, gsize offset)
{
  for (gsize i = offset; i < length; i++) {
    if (text[i] == '\n')
      return i + 1;
    if (text[i] == '\r')
      return i + 1 < length && text[i + 1] == '\n' ? i + 2 : i + 1;
  }

  return 0;
}

static gboolean
is_continuation (char byte)
{
  return ((guchar) byte & 0xc0) == 0x80;
}

/* An offset inside of a character means that character. A stray byte that only looks like the inside of one stands
 * for itself. */
static gsize
align_to_character (const char *text, gsize length, gsize line_start, gsize offset)
{
  gsize lead;

  if (offset >= length || !is_continuation (text[offset]))
    return MIN (offset, length);

  lead = offset;
  while (lead > line_start && is_continuation (text[lead]))
    lead--;

  return offset - lead < (gsize) g_utf8_skip[(guchar) text[lead]] ? lead : offset;
}

static guint
measure_column (const char *text, gsize length, gsize line_start, gsize offset)
{
  gsize end = align_to_character (text, length, line_start, offset);
  guint column = 1;

  for (gsize i = line_start; i < end; i++)
    column += !is_continuation (text[i]);

  return column;
}

/**
 * seven_position_at:
 * @text: the text, which need not be valid UTF-8
 * @length: its length in bytes
 * @offset: a place in bytes, one past the end means the end, one inside of a character means that character
 *
 * Looks up a single place, reading the text up to there.
 *
 * Returns: line and column of the place
 */
SevenPosition
seven_position_at (const char *text, gsize length, gsize offset)
{
  SevenPosition position = { 1, 1 };
  gsize start = 0;
  gsize next;

  g_return_val_if_fail (text != NULL, position);

  while ((next = find_next_line (text, length, start)) > 0 && next <= offset) {
    start = next;
    position.line++;
  }
  position.column = measure_column (text, length, start, offset);

  return position;
}
