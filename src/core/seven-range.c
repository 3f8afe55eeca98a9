/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-range.h"

struct _SevenLines
{
  const char *text;
  gsize length;
  GArray *starts; /* of gsize: the first byte of each line */
};

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
 * seven_lines_new:
 * @text: the text, which need not be valid UTF-8
 * @length: its length in bytes
 *
 * Finds the starts of all lines. The text is borrowed: it has to outlive the index.
 *
 * Returns: (transfer full): the index
 */
SevenLines *
seven_lines_new (const char *text, gsize length)
{
  SevenLines *self;
  gsize start = 0;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (SevenLines, 1);
  self->text = text;
  self->length = length;
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  do
    g_array_append_val (self->starts, start);
  while ((start = find_next_line (text, length, start)) > 0);

  return self;
}

/**
 * seven_lines_free:
 * @self: (nullable) (transfer full): the index
 *
 * Frees the index; the text it was made for stays.
 */
void
seven_lines_free (SevenLines *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->starts);
  g_free (self);
}

/**
 * seven_lines_get_count:
 * @self: the index
 *
 * Returns: the number of lines, at least 1; a line end at the very end opens one more, empty line
 */
guint
seven_lines_get_count (const SevenLines *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->starts->len;
}

/**
 * seven_lines_locate:
 * @self: the index
 * @offset: a place in bytes; one past the end means the end, one inside of a character means that character
 *
 * Returns: line and column of the place
 */
SevenPosition
seven_lines_locate (const SevenLines *self, gsize offset)
{
  SevenPosition position = { 1, 1 };
  guint low = 0;
  guint high;
  gsize start;

  g_return_val_if_fail (self != NULL, position);

  high = self->starts->len;
  while (high - low > 1) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (self->starts, gsize, middle) <= offset)
      low = middle;
    else
      high = middle;
  }
  start = g_array_index (self->starts, gsize, low);
  position.line = low + 1;
  position.column = measure_column (self->text, self->length, start, offset);

  return position;
}

/**
 * seven_position_at:
 * @text: the text, which need not be valid UTF-8
 * @length: its length in bytes
 * @offset: a place in bytes, as for [method@Lines.locate]
 *
 * Looks up a single place, reading the text up to there. For many places make a [struct@Lines].
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
