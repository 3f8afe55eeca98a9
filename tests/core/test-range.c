/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-range.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  gsize length; /* 0: NUL-terminated */
  gsize offset;
  guint line;
  guint column;
} Place;

static const Place places[] = {
  { "empty", "", 0, 0, 1, 1 },
  { "start", "abc", 0, 0, 1, 1 },
  { "end", "abc", 0, 3, 1, 4 },
  { "past-end", "abc", 0, 99, 1, 4 },
  { "lf-itself", "a\nb", 0, 1, 1, 2 },
  { "behind-lf", "a\nb", 0, 2, 2, 1 },
  { "behind-last-lf", "a\n", 0, 2, 2, 1 },
  { "behind-cr", "a\rb", 0, 2, 2, 1 },
  { "inside-crlf", "a\r\nb", 0, 2, 1, 3 },
  { "behind-crlf", "a\r\nb", 0, 3, 2, 1 },
  { "cr-cr", "\r\r", 0, 2, 3, 1 },
  { "lf-cr", "\n\r", 0, 2, 3, 1 },
  { "two-bytes", "äöü", 0, 4, 1, 3 },
  { "four-bytes", "\U0001f600x", 0, 4, 1, 2 },
  { "inside-character", "a\U0001f600x", 0, 3, 1, 2 },
  { "nul", "a\0b\nc", 5, 4, 2, 1 },
  { "behind-nul", "a\0b", 3, 2, 1, 3 },
  { "latin-1", "\xe4\xf6x", 0, 2, 1, 3 },
  { "stray-byte", "\xc3\xa4\x80x", 0, 2, 1, 2 },
  { "lone-continuations", "\n\x80\x80", 0, 3, 2, 1 },
};

static void
test_place (gconstpointer data)
{
  const Place *place = data;
  gsize length = place->length > 0 ? place->length : strlen (place->text);
  SevenPosition position = seven_position_at (place->text, length, place->offset);

  g_assert_cmpuint (position.line, ==, place->line);
  g_assert_cmpuint (position.column, ==, place->column);
}

/* Byte by byte through a text with all line ends and widths it never goes back. */
static void
test_order (void)
{
  static const char text[] = "{\r\n\t\"ä\": \"\U0001f600\",\r\r\n\n \xc3 \x80\0\n}";
  gsize length = sizeof text - 1;
  SevenPosition last = { 1, 1 };

  for (gsize i = 0; i <= length + 1; i++) {
    SevenPosition position = seven_position_at (text, length, i);

    g_assert_cmpuint (position.line, >=, last.line);
    if (position.line == last.line)
      g_assert_cmpuint (position.column, >=, last.column);
    else
      g_assert_cmpuint (position.column, ==, 1);
    last = position;
  }
  g_assert_cmpuint (last.line, ==, 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *path = g_strconcat ("/range/place/", places[i].name, NULL);

    g_test_add_data_func (path, &places[i], test_place);
  }
  g_test_add_func ("/range/order", test_order);

  return g_test_run ();
}
