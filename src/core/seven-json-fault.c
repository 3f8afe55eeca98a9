/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-json-fault.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words that are shown are cut here: a message stays one line. */
#define MAX_SHOWN 32

/* Whatever people and word processors put where " belongs. */
static const gunichar quotes[] = { '\'', '`', 0xab, 0xb4, 0xbb, 0x2018, 0x2019, 0x201a, 0x201b, 0x201c,
  0x201d, 0x201e, 0x201f, 0x2032, 0x2033, 0x2039, 0x203a, 0x275d, 0x275e, 0x300c, 0x300d, 0xff02, 0xff07 };

static gboolean
is_quote (gunichar character)
{
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (quotes[i] == character)
      return TRUE;

  return FALSE;
}

static gboolean G_GNUC_PRINTF (5, 6)
    fail (SevenJsonScanner *self, SevenJsonError code, gsize start, gsize length, const char *format, ...)
{
  va_list arguments;

  if (self->place != NULL) {
    self->place->start = start;
    self->place->end = start + length;
  }
  va_start (arguments, format);
  if (self->error != NULL)
    *self->error = g_error_new_valist (SEVEN_JSON_ERROR, (int) code, format, arguments);
  va_end (arguments);

  return FALSE;
}

static char *
show_text (const char *text, gsize length)
{
  gsize shown = 0;
  guint n = 0;

  while (shown < length && n++ < MAX_SHOWN)
    shown += (gsize) (g_utf8_next_char (text + shown) - (text + shown));

  /* Translators: a piece of the JSON, then … where it is cut off. */
  return g_strdup_printf (_ ("“%.*s%s”"), (int) shown, text, shown < length ? "…" : "");
}

/* A character that leaves no mark is called by its number; nothing that steers a terminal is shown. */
static char *
show_character (const char *text)
{
  gunichar character = g_utf8_get_char (text);

  if (g_unichar_isgraph (character))
    return show_text (text, (gsize) g_unichar_to_utf8 (character, NULL));

  return g_strdup_printf ("U+%04X", character);
}

static gsize
measure_character (const char *text)
{
  return (gsize) (g_utf8_next_char (text) - text);
}

static const char *
describe_expected (const SevenJsonScanner *self)
{
  switch (self->state) {
  case SEVEN_JSON_STATE_VALUE:
    return _ ("a value");
  case SEVEN_JSON_STATE_FIRST_ELEMENT:
    return _ ("a value or “]”");
  case SEVEN_JSON_STATE_FIRST_NAME:
    return _ ("a member name in double quotation marks or “}”");
  case SEVEN_JSON_STATE_NAME:
    return _ ("a member name in double quotation marks");
  case SEVEN_JSON_STATE_COLON:
    return _ ("“:” between name and value");
  case SEVEN_JSON_STATE_NEXT:
    return self->in_object[self->depth - 1] ? _ ("“,” or “}”") : _ ("“,” or “]”");
  case SEVEN_JSON_STATE_END:
  default:
    return _ ("the end of the text");
  }
}

static gboolean
fail_unexpected (SevenJsonScanner *self, SevenJsonError code)
{
  const char *at = self->text + self->position;
  g_autofree char *found = show_character (at);

  /* Translators: the first is what stands there, such as “}”; the second what belongs there, such as “a value” */
  return fail (self, code, self->position, measure_character (at), _ ("Found %s, expected %s"), found,
      describe_expected (self));
}

gboolean
seven_json_fail_size (SevenJsonScanner *self)
{
  g_autofree char *found = g_format_size_full (self->length, G_FORMAT_SIZE_IEC_UNITS);
  g_autofree char *limit = g_format_size_full (SEVEN_JSON_MAX_SIZE, G_FORMAT_SIZE_IEC_UNITS);

  /* Translators: both are sizes, such as “64.0 MiB” */
  return fail (self, SEVEN_JSON_ERROR_SIZE, 0, 0, _ ("Found %s, expected at most %s"), found, limit);
}

gboolean
seven_json_fail_depth (SevenJsonScanner *self)
{
  return fail (self, SEVEN_JSON_ERROR_DEPTH, self->position, 1,
      _ ("Found brackets nested deeper than %d levels, expected at most that many"), SEVEN_JSON_MAX_DEPTH);
}

gboolean
seven_json_fail_utf8 (SevenJsonScanner *self, gsize offset)
{
  const guchar *at = (const guchar *) self->text + offset;

  if (offset == 0 && ((at[0] == 0xff && at[1] == 0xfe) || (at[0] == 0xfe && at[1] == 0xff)))
    return fail (self, SEVEN_JSON_ERROR_INVALID_UTF8, offset, 2,
        _ ("Found the byte-order mark of UTF-16, expected text in UTF-8"));

  return fail (self, SEVEN_JSON_ERROR_INVALID_UTF8, offset, 1,
      _ ("Found the byte 0x%02X, which is not UTF-8 here, expected text in UTF-8"), *at);
}

gboolean
seven_json_fail_byte_order_mark (SevenJsonScanner *self)
{
  return fail (self, SEVEN_JSON_ERROR_BYTE_ORDER_MARK, 0, 3,
      _ ("Found a byte-order mark (U+FEFF), expected the value to begin at once"));
}

/* The checks below return whether they have spoken. */

static gboolean
check_end (SevenJsonScanner *self)
{
  if (self->position < self->length)
    return FALSE;

  if (self->n_values == 0)
    fail (self, SEVEN_JSON_ERROR_EMPTY, 0, 0, _ ("Found nothing, expected a JSON value"));
  else
    fail (self, SEVEN_JSON_ERROR_UNTERMINATED, self->length, 0, _ ("Found the end of the text, expected %s"),
        describe_expected (self));

  return TRUE;
}

static gsize
measure_comment (const char *at)
{
  const char *end;

  if (at[0] == '#' || (at[0] == '/' && at[1] == '/'))
    return strcspn (at, "\r\n");
  if (at[0] != '/' || at[1] != '*')
    return 0;
  end = strstr (at + 2, "*/");

  return end != NULL ? (gsize) (end + 2 - at) : strlen (at);
}

static gboolean
check_comment (SevenJsonScanner *self)
{
  gsize length = measure_comment (self->text + self->position);

  if (length == 0)
    return FALSE;

  fail (self, SEVEN_JSON_ERROR_COMMENT, self->position, length,
      _ ("Found a comment, which JSON does not have, expected %s"), describe_expected (self));

  return TRUE;
}

static gboolean
check_nul (SevenJsonScanner *self)
{
  if (self->text[self->position] != '\0')
    return FALSE;

  if (self->position < 2)
    fail (self, SEVEN_JSON_ERROR_UNEXPECTED, self->position, 1,
        _ ("Found a NUL byte, as in a text in UTF-16, expected text in UTF-8"));
  else
    fail (self, SEVEN_JSON_ERROR_UNEXPECTED, self->position, 1, _ ("Found a NUL byte, expected %s"),
        describe_expected (self));

  return TRUE;
}

static gboolean
report_comma (SevenJsonScanner *self, gsize comma, const char *expected)
{
  fail (self, SEVEN_JSON_ERROR_TRAILING_COMMA, comma, 1,
      _ ("Found a comma with nothing behind it, expected %s"), expected);

  return TRUE;
}

static gboolean
check_trailing_comma (SevenJsonScanner *self)
{
  const char *at = self->text + self->position;

  if (self->state == SEVEN_JSON_STATE_NAME && *at == '}')
    return report_comma (self, self->comma, _ ("“}”"));
  if (self->state == SEVEN_JSON_STATE_VALUE && self->after_comma && *at == ']')
    return report_comma (self, self->comma, _ ("“]”"));
  if (self->state == SEVEN_JSON_STATE_END && *at == ',' &&
      self->position + 1 + strspn (at + 1, " \t\r\n") == self->length)
    return report_comma (self, self->position, describe_expected (self));

  return FALSE;
}

static gboolean
report_quote (SevenJsonScanner *self, const char *at)
{
  g_autofree char *found = show_character (at);

  fail (self, SEVEN_JSON_ERROR_QUOTE, (gsize) (at - self->text), measure_character (at),
      /* Translators: %s is a quotation mark of another kind, such as ‘ */
      _ ("Found %s, expected the straight double quotation mark \""), found);

  return TRUE;
}

/* A string that was opened with " but closed with another mark swallows what follows: look for such a mark with
 * nothing but punctuation behind it. */
static const char *
find_wrong_quote (const char *start, const char *end, gboolean needs_punctuation)
{
  const char *at = end;
  gboolean punctuation = FALSE;

  while (at > start && strchr (" \t:,]}", at[-1]) != NULL && at[-1] != '\0') {
    at--;
    punctuation = punctuation || (*at != ' ' && *at != '\t');
  }
  if (at == start || (needs_punctuation && !punctuation))
    return NULL;
  at = g_utf8_prev_char (at);

  return at >= start && is_quote (g_utf8_get_char (at)) ? at : NULL;
}

static gboolean
check_quote (SevenJsonScanner *self)
{
  const char *at = self->text + self->position;
  const char *wrong;

  if (self->state < SEVEN_JSON_STATE_COLON)
    return is_quote (g_utf8_get_char (at)) && report_quote (self, at);
  if (self->state == SEVEN_JSON_STATE_END || self->string.end <= self->string.start)
    return FALSE;

  wrong = find_wrong_quote (self->text + self->string.start + 1, self->text + self->string.end - 1, TRUE);

  return wrong != NULL &&
      strspn (self->text + self->string.end, " \t\r\n") + self->string.end == self->position &&
      report_quote (self, wrong);
}

static gboolean
check_second_value (SevenJsonScanner *self)
{
  char c = self->text[self->position];

  if (self->state != SEVEN_JSON_STATE_END || (!g_ascii_isalnum (c) && strchr ("{[\"-", c) == NULL))
    return FALSE;

  fail_unexpected (self, SEVEN_JSON_ERROR_SECOND_VALUE);

  return TRUE;
}

/* At a character that cannot stand there: says which fault it is. */
gboolean
seven_json_fail_token (SevenJsonScanner *self)
{
  if (check_end (self) || check_nul (self) || check_comment (self) || check_trailing_comma (self) ||
      check_quote (self) || check_second_value (self))
    return FALSE;

  return fail_unexpected (self, SEVEN_JSON_ERROR_UNEXPECTED);
}

static const char *
find_literal (const char *word, gsize length)
{
  static const struct
  {
    const char *word;
    const char *expected;
  } words[] = {
    { "true", "true" },
    { "false", "false" },
    { "null", "null" },
    { "none", "null" },
    { "nil", "null" },
    { "undefined", "null" },
    { "nan", "null" },
    { "infinity", "null" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i].word) == length && g_ascii_strncasecmp (words[i].word, word, length) == 0)
      return words[i].expected;

  return NULL;
}

/* At a bare word of @length bytes. */
gboolean
seven_json_fail_word (SevenJsonScanner *self, gsize length)
{
  const char *word = self->text + self->position;
  g_autofree char *found = show_text (word, length);
  const char *literal = self->state < SEVEN_JSON_STATE_FIRST_NAME ? find_literal (word, length) : NULL;

  if (literal != NULL)
    return fail (
        self, SEVEN_JSON_ERROR_LITERAL, self->position, length, _ ("Found %s, expected %s"), found, literal);

  return fail (self, SEVEN_JSON_ERROR_LITERAL, self->position, length,
      /* Translators: the first is a bare word; the second what belongs there, such as “a value” */
      _ ("Found %s without quotation marks, expected %s"), found, describe_expected (self));
}

gboolean
seven_json_fail_number (SevenJsonScanner *self, gsize length, const char *expected)
{
  const char *token = self->text + self->position;
  g_autofree char *found = show_text (token, length);
  gsize sign = *token == '-' || *token == '+' ? 1 : 0;

  if (find_literal (token + sign, length - sign) != NULL)
    return fail (self, SEVEN_JSON_ERROR_LITERAL, self->position, length,
        _ ("Found %s, expected a number that JSON can write"), found);

  return fail (
      self, SEVEN_JSON_ERROR_NUMBER, self->position, length, _ ("Found %s, expected %s"), found, expected);
}

static const char *
name_escape (char control)
{
  switch (control) {
  case '\b':
    return "\\b";
  case '\f':
    return "\\f";
  case '\t':
    return "\\t";
  default:
    return NULL;
  }
}

/* At a control character inside of a string that began at @quote. */
gboolean
seven_json_fail_control (SevenJsonScanner *self, gsize quote, gsize offset)
{
  const char *at = self->text + offset;
  const char *wrong = NULL;
  g_autofree char *escape = NULL;

  if (*at == '\n' || *at == '\r') {
    wrong = find_wrong_quote (self->text + quote + 1, at, FALSE);
    if (wrong != NULL)
      return report_quote (self, wrong) && FALSE;
    return fail (self, SEVEN_JSON_ERROR_CONTROL_CHARACTER, offset, at[0] == '\r' && at[1] == '\n' ? 2 : 1,
        _ ("Found a line break inside a string, expected its closing quotation mark or \\n"));
  }
  escape =
      name_escape (*at) != NULL ? g_strdup (name_escape (*at)) : g_strdup_printf ("\\u%04x", (guint) *at);

  return fail (self, SEVEN_JSON_ERROR_CONTROL_CHARACTER, offset, 1,
      /* Translators: the first is the number of a character, such as 0009; the second how it is written, such as \t */
      _ ("Found the control character U+%04X inside a string, expected it written as %s"), (guint) *at,
      escape);
}

/* At a backslash that begins none of JSON's escapes. */
gboolean
seven_json_fail_escape (SevenJsonScanner *self, gsize offset)
{
  const char *at = self->text + offset;
  g_autofree char *found = NULL;
  gsize length = 2;

  if (offset + 1 == self->length)
    return fail (self, SEVEN_JSON_ERROR_UNTERMINATED, offset, 1,
        _ ("Found the end of the text inside a string, expected its closing quotation mark"));
  if (at[1] == 'u') {
    while (length < 6 && g_ascii_isxdigit (at[length]))
      length++;
    found = show_text (at, length);
    return fail (self, SEVEN_JSON_ERROR_ESCAPE, offset, length,
        _ ("Found the escape %s, expected \\u and four hexadecimal digits"), found);
  }
  found = show_character (at + 1);

  return fail (self, SEVEN_JSON_ERROR_ESCAPE, offset, 1 + measure_character (at + 1),
      _ ("Found %s after a backslash, expected one of \" \\ / b f n r t u"), found);
}

gboolean
seven_json_fail_open_string (SevenJsonScanner *self, gsize quote)
{
  const char *wrong = find_wrong_quote (self->text + quote + 1, self->text + self->length, FALSE);

  if (wrong != NULL)
    return report_quote (self, wrong) && FALSE;

  return fail (self, SEVEN_JSON_ERROR_UNTERMINATED, quote, self->length - quote,
      _ ("Found the end of the text inside a string, expected its closing quotation mark"));
}
