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
  g_autoptr (SevenLines) lines = seven_lines_new (place->text, length);
  SevenPosition indexed = seven_lines_locate (lines, place->offset);
  SevenPosition single = seven_position_at (place->text, length, place->offset);

  g_assert_cmpuint (indexed.line, ==, place->line);
  g_assert_cmpuint (indexed.column, ==, place->column);
  g_assert_cmpuint (single.line, ==, place->line);
  g_assert_cmpuint (single.column, ==, place->column);
}

static void
test_count (void)
{
  static const struct
  {
    const char *text;
    guint count;
  } cases[] = {
    { "", 1 },
    { "a", 1 },
    { "a\n", 2 },
    { "a\r\nb\rc\nd", 4 },
    { "\n\n\n", 4 },
    { "\r\n\r\n", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenLines) lines = seven_lines_new (cases[i].text, strlen (cases[i].text));

    g_assert_cmpuint (seven_lines_get_count (lines), ==, cases[i].count);
  }
}

/* Index and single look-up agree at every byte of a text with all line ends and widths. */
static void
test_agreement (void)
{
  static const char text[] = "{\r\n\t\"ä\": \"\U0001f600\",\r\r\n\n \xc3 \x80\0\n}";
  gsize length = sizeof text - 1;
  g_autoptr (SevenLines) lines = seven_lines_new (text, length);
  guint last_line = 1;

  for (gsize i = 0; i <= length + 1; i++) {
    SevenPosition indexed = seven_lines_locate (lines, i);
    SevenPosition single = seven_position_at (text, length, i);

    g_assert_cmpuint (indexed.line, ==, single.line);
    g_assert_cmpuint (indexed.column, ==, single.column);
    g_assert_cmpuint (indexed.line, >=, last_line);
    last_line = indexed.line;
  }
  g_assert_cmpuint (last_line, ==, seven_lines_get_count (lines));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *path = g_strconcat ("/range/place/", places[i].name, NULL);

    g_test_add_data_func (path, &places[i], test_place);
  }
  g_test_add_func ("/range/count", test_count);
  g_test_add_func ("/range/agreement", test_agreement);

  return g_test_run ();
}
