/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "seven-json-fault.h"

static void
skip_blanks (SevenJsonScanner *self)
{
  self->position += strspn (self->text + self->position, " \t\n\r");
}

static void
end_value (SevenJsonScanner *self)
{
  self->state = self->depth > 0 ? SEVEN_JSON_STATE_NEXT : SEVEN_JSON_STATE_END;
}

static void
count_value (SevenJsonScanner *self)
{
  self->n_values++;
  if (self->depth > 0)
    g_array_index (self->counts, guint32, self->open[self->depth - 1])++;
}

static gboolean
open_container (SevenJsonScanner *self, gboolean is_object)
{
  guint32 none = 0;

  if (self->depth == SEVEN_JSON_MAX_DEPTH)
    return seven_json_fail_depth (self);

  count_value (self);
  self->open[self->depth] = self->counts->len;
  self->in_object[self->depth] = is_object;
  self->depth++;
  g_array_append_val (self->counts, none);
  self->position++;
  self->state = is_object ? SEVEN_JSON_STATE_FIRST_NAME : SEVEN_JSON_STATE_FIRST_ELEMENT;

  return TRUE;
}

static gboolean
close_container (SevenJsonScanner *self)
{
  self->depth--;
  self->position++;
  end_value (self);

  return TRUE;
}

/* At a backslash: how many bytes the escape takes, 0 where it is none of JSON's. */
static gsize
measure_escape (const char *escape)
{
  if (escape[1] == 'u') {
    for (guint i = 2; i < 6; i++)
      if (!g_ascii_isxdigit (escape[i]))
        return 0;
    return 6;
  }

  return escape[1] != '\0' && strchr ("\"\\/bfnrt", escape[1]) != NULL ? 2 : 0;
}

/* At an opening quote: steps behind the closing one. */
static gboolean
scan_string (SevenJsonScanner *self)
{
  gsize quote = self->position;
  gsize at = quote + 1;

  while (self->text[at] != '"') {
    gsize escape = 1;

    if (at == self->length)
      return seven_json_fail_open_string (self, quote);
    if ((guchar) self->text[at] < 0x20)
      return seven_json_fail_control (self, quote, at);
    if (self->text[at] == '\\' && (escape = measure_escape (self->text + at)) == 0)
      return seven_json_fail_escape (self, at);
    at += escape;
  }
  self->position = at + 1;
  self->string.start = quote;
  self->string.end = at + 1;

  return TRUE;
}

static const char *
skip_digits (const char *token)
{
  while (g_ascii_isdigit (*token))
    token++;

  return token;
}

/* What ought to stand there instead; NULL where the token is a JSON number. */
static const char *
find_number_fault (const char *token, gsize length)
{
  const char *at = token;

  if (*at == '+')
    return _ ("a number without a plus sign");
  if (*at == '-')
    at++;
  if (!g_ascii_isdigit (*at))
    return *at == '.' ? _ ("a digit before the decimal point") : _ ("a digit after the minus sign");
  if (*at == '0' && g_ascii_isdigit (at[1]))
    return _ ("a number without leading zeros");
  at = skip_digits (at);
  if (*at == '.') {
    if (!g_ascii_isdigit (*++at))
      return _ ("a digit after the decimal point");
    at = skip_digits (at);
  }
  if (*at == 'e' || *at == 'E') {
    at += at[1] == '+' || at[1] == '-' ? 2 : 1;
    if (!g_ascii_isdigit (*at))
      return _ ("a digit in the exponent");
    at = skip_digits (at);
  }

  return at == token + length ? NULL : _ ("a decimal number");
}

static gboolean
scan_number (SevenJsonScanner *self)
{
  const char *token = self->text + self->position;
  gsize length = 0;
  const char *expected;

  while (g_ascii_isalnum (token[length]) || (token[length] != '\0' && strchr ("+-._", token[length]) != NULL))
    length++;
  expected = find_number_fault (token, length);
  if (expected != NULL)
    return seven_json_fail_number (self, length, expected);
  count_value (self);
  self->position += length;
  end_value (self);

  return TRUE;
}

static gboolean
is_word_character (gunichar character)
{
  return g_unichar_isalnum (character) || character == '_' || character == '$';
}

static gboolean
scan_word (SevenJsonScanner *self)
{
  static const char *const literals[] = { "true", "false", "null" };
  const char *word = self->text + self->position;
  const char *end = word;
  gsize length;

  while (is_word_character (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  length = (gsize) (end - word);
  for (guint i = 0; i < G_N_ELEMENTS (literals); i++)
    if (self->state < SEVEN_JSON_STATE_FIRST_NAME && strlen (literals[i]) == length &&
        memcmp (literals[i], word, length) == 0) {
      count_value (self);
      self->position += length;
      end_value (self);
      return TRUE;
    }

  return seven_json_fail_word (self, length);
}

static gboolean
scan_string_value (SevenJsonScanner *self)
{
  if (!scan_string (self))
    return FALSE;

  count_value (self);
  end_value (self);

  return TRUE;
}

static gboolean
scan_value (SevenJsonScanner *self)
{
  char c = self->text[self->position];

  if (c == '"')
    return scan_string_value (self);
  if (c == '{' || c == '[')
    return open_container (self, c == '{');
  if (g_ascii_isdigit (c) || c == '-' || c == '+' || c == '.')
    return scan_number (self);
  if (is_word_character (g_utf8_get_char (self->text + self->position)))
    return scan_word (self);

  return seven_json_fail_token (self);
}

static gboolean
scan_name (SevenJsonScanner *self)
{
  if (self->text[self->position] == '"') {
    if (!scan_string (self))
      return FALSE;
    self->n_values++;
    self->state = SEVEN_JSON_STATE_COLON;
    return TRUE;
  }
  if (is_word_character (g_utf8_get_char (self->text + self->position)))
    return scan_word (self);

  return seven_json_fail_token (self);
}

static gboolean
scan_colon (SevenJsonScanner *self)
{
  if (self->text[self->position] != ':')
    return seven_json_fail_token (self);

  self->position++;
  self->state = SEVEN_JSON_STATE_VALUE;
  self->after_comma = FALSE;

  return TRUE;
}

static gboolean
scan_next (SevenJsonScanner *self)
{
  gboolean in_object = self->in_object[self->depth - 1];
  char c = self->text[self->position];

  if (c == (in_object ? '}' : ']'))
    return close_container (self);
  if (c != ',')
    return seven_json_fail_token (self);

  self->comma = self->position++;
  self->after_comma = TRUE;
  self->state = in_object ? SEVEN_JSON_STATE_NAME : SEVEN_JSON_STATE_VALUE;

  return TRUE;
}

static gboolean
scan_token (SevenJsonScanner *self)
{
  char c = self->text[self->position];

  switch (self->state) {
  case SEVEN_JSON_STATE_FIRST_ELEMENT:
    return c == ']' ? close_container (self) : scan_value (self);
  case SEVEN_JSON_STATE_VALUE:
    return scan_value (self);
  case SEVEN_JSON_STATE_FIRST_NAME:
    return c == '}' ? close_container (self) : scan_name (self);
  case SEVEN_JSON_STATE_NAME:
    return scan_name (self);
  case SEVEN_JSON_STATE_COLON:
    return scan_colon (self);
  case SEVEN_JSON_STATE_NEXT:
    return scan_next (self);
  case SEVEN_JSON_STATE_END:
  default:
    return seven_json_fail_token (self);
  }
}

/* g_utf8_validate_len() stops at NUL, which is valid UTF-8 and spoken of later. */
static gboolean
check_utf8 (SevenJsonScanner *self)
{
  const char *at = self->text;
  const char *end = self->text + self->length;

  while (!g_utf8_validate_len (at, (gsize) (end - at), &at)) {
    if (*at != '\0')
      return seven_json_fail_utf8 (self, (gsize) (at - self->text));
    at++;
  }

  return TRUE;
}

/*
 * seven_json_scanner_run:
 * @self: a scanner with its text, an empty @counts, and where to put the fault
 *
 * Returns: whether the text is one JSON value
 */
gboolean
seven_json_scanner_run (SevenJsonScanner *self)
{
  if (!check_utf8 (self))
    return FALSE;
  if (g_str_has_prefix (self->text, "\xef\xbb\xbf"))
    return seven_json_fail_byte_order_mark (self);

  skip_blanks (self);
  while (self->state != SEVEN_JSON_STATE_END || self->position < self->length) {
    if (!scan_token (self))
      return FALSE;
    skip_blanks (self);
  }

  return TRUE;
}
