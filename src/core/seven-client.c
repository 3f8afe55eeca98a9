/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-client.h"
#include "seven-json.h"
#include "seven-reply.h"

#include <math.h>
#include <string.h>

/* What JavaScript skips at the beginning of a number. */
static gboolean
is_blank (gunichar c)
{
  return (c >= '\t' && c <= '\r') || c == 0xfeff || c == 0x2028 || c == 0x2029 ||
      g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR;
}

static const char *
skip_digits (const char *p)
{
  while (g_ascii_isdigit (*p))
    p++;
  return p;
}

/* The end of the longest decimal literal that @text begins with: no hexadecimal, no infinity. */
static const char *
find_number_end (const char *text)
{
  const char *digits = *text == '+' || *text == '-' ? text + 1 : text;
  const char *end = skip_digits (digits);
  const char *exponent;
  gboolean has_digits = end > digits;

  if (*end == '.' && (has_digits || g_ascii_isdigit (end[1]))) {
    has_digits = TRUE;
    end = skip_digits (end + 1);
  }
  if (!has_digits)
    return text;
  if (*end == 'e' || *end == 'E') {
    exponent = end[1] == '+' || end[1] == '-' ? end + 2 : end + 1;
    if (g_ascii_isdigit (*exponent))
      end = skip_digits (exponent);
  }
  return end;
}

/* JavaScript's parseFloat. */
static double
parse_float (const char *text)
{
  g_autofree char *number = NULL;
  const char *end;

  while (is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  end = find_number_end (text);
  if (end == text)
    return NAN;
  number = g_strndup (text, end - text);
  return g_ascii_strtod (number, NULL);
}

static double
read_value (const SevenJsonValue *value)
{
  if (seven_json_value_get_kind (value) == SEVEN_JSON_NUMBER)
    return seven_json_value_get_number (value);
  if (seven_json_value_get_kind (value) == SEVEN_JSON_STRING)
    return parse_float (seven_json_value_get_string (value, NULL));
  return NAN;
}

/**
 * seven_client_read_error:
 * @body: (nullable): the bytes of a reply, whatever its HTTP status: the client does not look at it
 * @length: how many
 *
 * Reads a reply as the connector's client does. It parses the body as JSON if it can; if that is a string or number, or
 * the body is no JSON, it takes the leading number; if that is an integer in its list, it throws. Anything else
 * resolves, and Logto reports success.
 *
 * Returns: (transfer none) (nullable): the code that the client throws, or %NULL where it resolves
 */
const SevenReturnCode *
seven_client_read_error (const char *body, gsize length)
{
  g_autofree char *text = seven_reply_decode (body, length);
  g_autoptr (SevenJson) json = seven_json_parse (text, -1, NULL, NULL);
  double number = json != NULL ? read_value (seven_json_get_root (json)) : parse_float (text);
  const SevenReturnCode *code;

  if (!(number >= 0 && number <= G_MAXINT) || number > floor (number))
    return NULL;
  code = seven_return_code_find ((int) number);
  return code != NULL && code->client_name != NULL ? code : NULL;
}
