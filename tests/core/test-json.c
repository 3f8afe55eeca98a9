/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-json.h"

#include <string.h>

#define TEXT(literal) (literal), sizeof (literal) - 1

typedef struct
{
  const char *name;
  const char *text;
  gsize length;
  SevenJsonError code;
  gsize start;
  gsize end;
  const char *message; /* a part of it */
} Fault;

static const Fault faults[] = {
  { "empty", TEXT (""), SEVEN_JSON_ERROR_EMPTY, 0, 0, "nothing" },
  { "blanks", TEXT (" \t\r\n"), SEVEN_JSON_ERROR_EMPTY, 0, 0, "nothing" },
  { "byte-order-mark", TEXT ("\xef\xbb\xbf{}"), SEVEN_JSON_ERROR_BYTE_ORDER_MARK, 0, 3, "byte-order mark" },
  { "late-byte-order-mark", TEXT ("[\xef\xbb\xbf]"), SEVEN_JSON_ERROR_UNEXPECTED, 1, 4, "U+FEFF" },
  { "latin-1", TEXT ("[\"\xe4\"]"), SEVEN_JSON_ERROR_INVALID_UTF8, 2, 3, "0xE4" },
  { "latin-1-behind-nul", TEXT ("[\0\xe4]"), SEVEN_JSON_ERROR_INVALID_UTF8, 2, 3, "0xE4" },
  { "cut-character", TEXT ("\"\xc3"), SEVEN_JSON_ERROR_INVALID_UTF8, 1, 2, "0xC3" },
  { "overlong", TEXT ("\"\xc0\xaf\""), SEVEN_JSON_ERROR_INVALID_UTF8, 1, 2, "0xC0" },
  { "utf8-surrogate", TEXT ("\"\xed\xa0\x80\""), SEVEN_JSON_ERROR_INVALID_UTF8, 1, 2, "0xED" },
  { "utf16-le-mark", TEXT ("\xff\xfe{\0}\0"), SEVEN_JSON_ERROR_INVALID_UTF8, 0, 2, "UTF-16" },
  { "utf16-be-mark", TEXT ("\xfe\xff\0{\0}"), SEVEN_JSON_ERROR_INVALID_UTF8, 0, 2, "UTF-16" },
  { "utf16-le", TEXT ("{\0}\0"), SEVEN_JSON_ERROR_UNEXPECTED, 1, 2, "UTF-16" },
  { "utf16-be", TEXT ("\0{\0}"), SEVEN_JSON_ERROR_UNEXPECTED, 0, 1, "UTF-16" },
  { "nul", TEXT ("[1,\0]"), SEVEN_JSON_ERROR_UNEXPECTED, 3, 4, "NUL" },
  { "nul-behind", TEXT ("[1]\0"), SEVEN_JSON_ERROR_UNEXPECTED, 3, 4, "end of the text" },
  { "line-comment", TEXT ("{ // a\n}"), SEVEN_JSON_ERROR_COMMENT, 2, 6, "comment" },
  { "block-comment", TEXT ("[1 /* a\n*/]"), SEVEN_JSON_ERROR_COMMENT, 3, 10, "comment" },
  { "open-comment", TEXT ("[1 /* a"), SEVEN_JSON_ERROR_COMMENT, 3, 7, "comment" },
  { "hash-comment", TEXT ("# a\r\n[]"), SEVEN_JSON_ERROR_COMMENT, 0, 3, "comment" },
  { "comment-behind", TEXT ("[]//"), SEVEN_JSON_ERROR_COMMENT, 2, 4, "end of the text" },
  { "slash", TEXT ("[/]"), SEVEN_JSON_ERROR_UNEXPECTED, 1, 2, "“/”" },
  { "array-comma", TEXT ("[1 , ]"), SEVEN_JSON_ERROR_TRAILING_COMMA, 3, 4, "“]”" },
  { "object-comma", TEXT ("{\"a\":1,\n}"), SEVEN_JSON_ERROR_TRAILING_COMMA, 6, 7, "“}”" },
  { "last-comma", TEXT ("{} ,\n"), SEVEN_JSON_ERROR_TRAILING_COMMA, 3, 4, "end of the text" },
  { "only-comma", TEXT ("[,]"), SEVEN_JSON_ERROR_UNEXPECTED, 1, 2, "a value or “]”" },
  { "two-commas", TEXT ("[1,,2]"), SEVEN_JSON_ERROR_UNEXPECTED, 3, 4, "a value" },
  { "comma-other-bracket", TEXT ("[1,}"), SEVEN_JSON_ERROR_UNEXPECTED, 3, 4, "“}”" },
  { "no-value", TEXT ("{\"a\":}"), SEVEN_JSON_ERROR_UNEXPECTED, 5, 6, "a value" },
  { "no-value-later", TEXT ("[{\"a\":1,\"b\":]"), SEVEN_JSON_ERROR_UNEXPECTED, 12, 13, "a value" },
  { "single-quotes", TEXT ("{'a': 1}"), SEVEN_JSON_ERROR_QUOTE, 1, 2, "“'”" },
  { "typographic-quotes", TEXT ("[“a”]"), SEVEN_JSON_ERROR_QUOTE, 1, 4, "straight" },
  { "low-quotes", TEXT ("{\"a\":„a“}"), SEVEN_JSON_ERROR_QUOTE, 5, 8, "„" },
  { "guillemets", TEXT ("{«a»:1}"), SEVEN_JSON_ERROR_QUOTE, 1, 3, "«" },
  { "wrong-closing-quote", TEXT ("{\"a”: \"b\"}"), SEVEN_JSON_ERROR_QUOTE, 3, 6, "”" },
  { "wrong-closing-quote-line", TEXT ("[\"a”,\n\"b\"]"), SEVEN_JSON_ERROR_QUOTE, 3, 6, "”" },
  { "wrong-closing-quote-end", TEXT ("[\"a’]"), SEVEN_JSON_ERROR_QUOTE, 3, 6, "’" },
  { "missing-comma-behind-quote", TEXT ("[\"say “a”\" \"b\"]"), SEVEN_JSON_ERROR_UNEXPECTED, 15, 16,
      "“,” or “]”" },
  { "tab-in-string", TEXT ("\"a\tb\""), SEVEN_JSON_ERROR_CONTROL_CHARACTER, 2, 3, "\\t" },
  { "bell-in-string", TEXT ("\"\a\""), SEVEN_JSON_ERROR_CONTROL_CHARACTER, 1, 2, "\\u0007" },
  { "nul-in-string", TEXT ("\"\0\""), SEVEN_JSON_ERROR_CONTROL_CHARACTER, 1, 2, "\\u0000" },
  { "line-break-in-string", TEXT ("\"a\nb\""), SEVEN_JSON_ERROR_CONTROL_CHARACTER, 2, 3, "line break" },
  { "crlf-in-string", TEXT ("\"a\r\nb\""), SEVEN_JSON_ERROR_CONTROL_CHARACTER, 2, 4, "line break" },
  { "escape-x", TEXT ("\"\\x41\""), SEVEN_JSON_ERROR_ESCAPE, 1, 3, "“x”" },
  { "escape-quote", TEXT ("\"\\'\""), SEVEN_JSON_ERROR_ESCAPE, 1, 3, "“'”" },
  { "escape-wide", TEXT ("\"\\ä\""), SEVEN_JSON_ERROR_ESCAPE, 1, 4, "“ä”" },
  { "escape-line", TEXT ("\"\\\n\""), SEVEN_JSON_ERROR_ESCAPE, 1, 3, "U+000A" },
  { "escape-nul", TEXT ("\"\\\0\""), SEVEN_JSON_ERROR_ESCAPE, 1, 3, "U+0000" },
  { "escape-short", TEXT ("\"\\u12g4\""), SEVEN_JSON_ERROR_ESCAPE, 1, 5, "\\u12" },
  { "escape-cut", TEXT ("\"\\u12"), SEVEN_JSON_ERROR_ESCAPE, 1, 5, "\\u12" },
  { "backslash-end", TEXT ("\"a\\"), SEVEN_JSON_ERROR_UNTERMINATED, 2, 3, "end of the text" },
  { "leading-zero", TEXT ("[01]"), SEVEN_JSON_ERROR_NUMBER, 1, 3, "leading zeros" },
  { "minus-zero-zero", TEXT ("-00"), SEVEN_JSON_ERROR_NUMBER, 0, 3, "leading zeros" },
  { "plus", TEXT ("+1"), SEVEN_JSON_ERROR_NUMBER, 0, 2, "plus sign" },
  { "point-first", TEXT (".5"), SEVEN_JSON_ERROR_NUMBER, 0, 2, "before the decimal point" },
  { "minus-point", TEXT ("-.5"), SEVEN_JSON_ERROR_NUMBER, 0, 3, "before the decimal point" },
  { "point-last", TEXT ("1."), SEVEN_JSON_ERROR_NUMBER, 0, 2, "after the decimal point" },
  { "point-exponent", TEXT ("1.e5"), SEVEN_JSON_ERROR_NUMBER, 0, 4, "after the decimal point" },
  { "no-exponent", TEXT ("1e"), SEVEN_JSON_ERROR_NUMBER, 0, 2, "exponent" },
  { "signed-no-exponent", TEXT ("1e+"), SEVEN_JSON_ERROR_NUMBER, 0, 3, "exponent" },
  { "minus-alone", TEXT ("-"), SEVEN_JSON_ERROR_NUMBER, 0, 1, "minus sign" },
  { "hexadecimal", TEXT ("0x1F"), SEVEN_JSON_ERROR_NUMBER, 0, 4, "decimal number" },
  { "underscore", TEXT ("1_000"), SEVEN_JSON_ERROR_NUMBER, 0, 5, "decimal number" },
  { "two-points", TEXT ("1.2.3"), SEVEN_JSON_ERROR_NUMBER, 0, 5, "decimal number" },
  { "number-word", TEXT ("[12abc]"), SEVEN_JSON_ERROR_NUMBER, 1, 6, "decimal number" },
  { "big-integer", TEXT ("1n"), SEVEN_JSON_ERROR_NUMBER, 0, 2, "decimal number" },
  { "nan", TEXT ("NaN"), SEVEN_JSON_ERROR_LITERAL, 0, 3, "null" },
  { "minus-infinity", TEXT ("[-Infinity]"), SEVEN_JSON_ERROR_LITERAL, 1, 10, "number" },
  { "undefined", TEXT ("{\"a\":undefined}"), SEVEN_JSON_ERROR_LITERAL, 5, 14, "null" },
  { "python-true", TEXT ("[True]"), SEVEN_JSON_ERROR_LITERAL, 1, 5, "expected true" },
  { "truex", TEXT ("truex"), SEVEN_JSON_ERROR_LITERAL, 0, 5, "without quotation marks" },
  { "cut-literal", TEXT ("[tru]"), SEVEN_JSON_ERROR_LITERAL, 1, 4, "a value" },
  { "bare-value", TEXT ("{\"a\": Grün}"), SEVEN_JSON_ERROR_LITERAL, 6, 11, "“Grün”" },
  { "bare-name", TEXT ("{a: 1}"), SEVEN_JSON_ERROR_LITERAL, 1, 2, "a member name" },
  { "literal-as-name", TEXT ("{true: 1}"), SEVEN_JSON_ERROR_LITERAL, 1, 5, "a member name" },
  { "bare-second-name", TEXT ("{\"a\":1, b: 1}"), SEVEN_JSON_ERROR_LITERAL, 8, 9, "a member name" },
  { "open-array", TEXT ("[1"), SEVEN_JSON_ERROR_UNTERMINATED, 2, 2, "“,” or “]”" },
  { "open-object", TEXT ("{"), SEVEN_JSON_ERROR_UNTERMINATED, 1, 1, "“}”" },
  { "open-colon", TEXT ("{\"a\""), SEVEN_JSON_ERROR_UNTERMINATED, 4, 4, "“:”" },
  { "open-comma", TEXT ("[1, "), SEVEN_JSON_ERROR_UNTERMINATED, 4, 4, "a value" },
  { "open-string", TEXT ("[\"abc"), SEVEN_JSON_ERROR_UNTERMINATED, 1, 5, "closing quotation mark" },
  { "missing-comma", TEXT ("[1 2]"), SEVEN_JSON_ERROR_UNEXPECTED, 3, 4, "“,” or “]”" },
  { "missing-colon", TEXT ("{\"a\" 1}"), SEVEN_JSON_ERROR_UNEXPECTED, 5, 6, "“:”" },
  { "equals", TEXT ("{\"a\"=1}"), SEVEN_JSON_ERROR_UNEXPECTED, 4, 5, "“=”" },
  { "wrong-bracket", TEXT ("[1}"), SEVEN_JSON_ERROR_UNEXPECTED, 2, 3, "“}”" },
  { "wrong-brace", TEXT ("{\"a\":1]"), SEVEN_JSON_ERROR_UNEXPECTED, 6, 7, "“,” or “}”" },
  { "number-as-name", TEXT ("{1:2}"), SEVEN_JSON_ERROR_LITERAL, 1, 2, "a member name" },
  { "no-break-space", TEXT ("[\xc2\xa0]"), SEVEN_JSON_ERROR_UNEXPECTED, 1, 3, "U+00A0" },
  { "form-feed", TEXT ("\f1"), SEVEN_JSON_ERROR_UNEXPECTED, 0, 1, "U+000C" },
  { "right-to-left", TEXT ("[\xe2\x80\xae]"), SEVEN_JSON_ERROR_UNEXPECTED, 1, 4, "U+202E" },
  { "closing-only", TEXT ("}"), SEVEN_JSON_ERROR_UNEXPECTED, 0, 1, "a value" },
  { "closing-behind", TEXT ("{}}"), SEVEN_JSON_ERROR_UNEXPECTED, 2, 3, "end of the text" },
  { "second-object", TEXT ("{}\n{}"), SEVEN_JSON_ERROR_SECOND_VALUE, 3, 4, "end of the text" },
  { "second-word", TEXT ("1 a"), SEVEN_JSON_ERROR_SECOND_VALUE, 2, 3, "end of the text" },
};

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autoptr (GError) error = NULL;
  SevenRange place = { 77, 77 };
  g_autoptr (SevenJson) json = seven_json_parse (fault->text, (gssize) fault->length, &place, &error);

  g_assert_null (json);
  g_assert_error (error, SEVEN_JSON_ERROR, (int) fault->code);
  g_assert_cmpuint (place.start, ==, fault->start);
  g_assert_cmpuint (place.end, ==, fault->end);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (strstr (error->message, fault->message) == NULL)
    g_error ("“%s” is not in “%s”", fault->message, error->message);
  g_assert_null (seven_json_parse (fault->text, (gssize) fault->length, NULL, NULL));
}

static const char *const code_names[] = { "EMPTY", "BYTE_ORDER_MARK", "INVALID_UTF8", "COMMENT",
  "TRAILING_COMMA", "QUOTE", "CONTROL_CHARACTER", "ESCAPE", "NUMBER", "LITERAL", "UNTERMINATED", "UNEXPECTED",
  "SECOND_VALUE", "DEPTH", "SIZE" };

static void
check_file (const char *file, const char *expected, SevenPosition position)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "core", "json", file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SevenJson) json = NULL;
  SevenRange place = { 0, 0 };
  SevenPosition found;
  gsize length;

  g_test_message ("%s", file);
  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  json = seven_json_parse (text, (gssize) length, &place, &error);
  if (strcmp (expected, "accept") == 0) {
    g_assert_no_error (error);
    g_assert_nonnull (json);
    return;
  }
  g_assert_nonnull (error);
  g_assert_true (error->domain == SEVEN_JSON_ERROR);
  g_assert_cmpint (error->code, <, G_N_ELEMENTS (code_names));
  g_assert_cmpstr (code_names[error->code], ==, expected);
  found = seven_position_at (text, length, place.start);
  g_assert_cmpuint (found.line, ==, position.line);
  g_assert_cmpuint (found.column, ==, position.column);
  g_assert_cmpuint (place.start, <=, place.end);
  g_assert_cmpuint (place.end, <=, length);
}

static void
test_corpus (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "core", "json", "MANIFEST.tsv", NULL);
  g_autofree char *manifest = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_file_get_contents (path, &manifest, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (manifest, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);
    SevenPosition position;

    if (lines[i][0] == '#' || lines[i][0] == '\0')
      continue;
    g_assert_cmpuint (g_strv_length (fields), ==, 4);
    position.line = (guint) g_ascii_strtoull (fields[2], NULL, 10);
    position.column = (guint) g_ascii_strtoull (fields[3], NULL, 10);
    check_file (fields[0], fields[1], position);
    n++;
  }
  g_assert_cmpuint (n, >, 100);
}

static void
append_times (GString *text, const char *piece, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
}

static void
test_size (void)
{
  g_autofree char *text = g_malloc0 (SEVEN_JSON_MAX_SIZE + 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (SevenJson) json = NULL;
  SevenRange place;

  memset (text, ' ', SEVEN_JSON_MAX_SIZE + 1);
  text[SEVEN_JSON_MAX_SIZE / 2] = '1';
  json = seven_json_parse (text, SEVEN_JSON_MAX_SIZE, &place, &error);
  g_assert_no_error (error);
  g_assert_nonnull (json);
  g_assert_null (seven_json_parse (text, SEVEN_JSON_MAX_SIZE + 1, &place, &error));
  g_assert_error (error, SEVEN_JSON_ERROR, SEVEN_JSON_ERROR_SIZE);
  g_assert_cmpuint (place.start, ==, 0);
}

/* Four times the text may take four times as long, and in no case sixteen times. */
static void
test_linear (gconstpointer data)
{
  const char *const *pieces = data;
  double elapsed[2];

  for (guint round = 0; round < 2; round++) {
    g_autoptr (GString) text = g_string_new (pieces[0]);
    g_autoptr (SevenJson) json = NULL;
    g_autoptr (GTimer) timer = NULL;

    append_times (text, pieces[1], round == 0 ? 20000 : 80000);
    g_string_append (text, pieces[2]);
    timer = g_timer_new ();
    json = seven_json_parse (text->str, (gssize) text->len, NULL, NULL);
    elapsed[round] = g_timer_elapsed (timer, NULL);
    g_assert_nonnull (json);
  }
  g_assert_cmpfloat (elapsed[1], <, 10 * elapsed[0] + 0.5);
}

static const char *const linear[][3] = {
  { "{\"a\": 0", ", \"a\": 1", "}" },
  { "[0", ", [[{}, {\"a\": [\"\\u0000\"]}]]", "]" },
  { "\"", "\\ud800\\udc00\\ud800 ", "\"" },
  { "[\"", "”, “", "\"]" },
  { "[", "\r\n\t", "1]" },
};

static void
test_terminated (void)
{
  g_autoptr (SevenJson) json = seven_json_parse ("[1] ", -1, NULL, NULL);
  g_autoptr (SevenJson) part = seven_json_parse ("[1]]]]", 3, NULL, NULL);
  gsize length;

  g_assert_nonnull (json);
  g_assert_nonnull (part);
  g_assert_cmpstr (seven_json_get_text (json, &length), ==, "[1] ");
  g_assert_cmpuint (length, ==, 4);
  g_assert_cmpstr (seven_json_get_text (part, NULL), ==, "[1]");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autofree char *path = g_strconcat ("/json/fault/", faults[i].name, NULL);

    g_test_add_data_func (path, &faults[i], test_fault);
  }
  for (guint i = 0; i < G_N_ELEMENTS (linear); i++) {
    g_autofree char *path = g_strdup_printf ("/json/linear/%u", i);

    g_test_add_data_func (path, linear[i], test_linear);
  }
  g_test_add_func ("/json/corpus", test_corpus);
  g_test_add_func ("/json/size", test_size);
  g_test_add_func ("/json/terminated", test_terminated);

  return g_test_run ();
}
