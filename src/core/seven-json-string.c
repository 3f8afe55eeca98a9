/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-json-string.h"

#include <string.h>

#include "seven-json.h"

#define REPLACEMENT_CHARACTER 0xfffd

static gunichar
read_hex (const char *digits)
{
  gunichar value = 0;

  for (guint i = 0; i < 4; i++)
    value = value << 4 | (gunichar) g_ascii_xdigit_value (digits[i]);

  return value;
}

static gboolean
is_surrogate (gunichar character, gunichar first)
{
  return character >= first && character <= first + 0x3ff;
}

/* @source is at the backslash of a \u escape. The closing quote of the token bounds the look at the next one. */
static void
read_unicode_escape (SevenJsonUnit *self, const char *source)
{
  gunichar character = read_hex (source + 2);

  self->source = 6;
  if (is_surrogate (character, 0xd800) && source[6] == '\\' && source[7] == 'u') {
    gunichar low = read_hex (source + 8);

    if (is_surrogate (low, 0xdc00)) {
      self->source = 12;
      self->character = 0x10000 + ((character - 0xd800) << 10) + (low - 0xdc00);
      return;
    }
  }
  self->lone = is_surrogate (character, 0xd800) || is_surrogate (character, 0xdc00);
  self->character = self->lone ? REPLACEMENT_CHARACTER : character;
}

static gunichar
read_short_escape (char escape)
{
  static const char names[] = "bfnrt";
  static const char characters[] = "\b\f\n\r\t";
  const char *found = strchr (names, escape);

  return found != NULL ? (guchar) characters[found - names] : (guchar) escape;
}

/*
 * seven_json_unit_read:
 * @self: (out caller-allocates): what stands there
 * @source: a place inside of a sound string token, before its closing quote, at the start of a character or escape
 */
void
seven_json_unit_read (SevenJsonUnit *self, const char *source)
{
  self->lone = FALSE;
  if (*source != '\\') {
    self->character = g_utf8_get_char (source);
    self->source = (gsize) (g_utf8_next_char (source) - source);
  } else if (source[1] == 'u') {
    read_unicode_escape (self, source);
  } else {
    self->character = read_short_escape (source[1]);
    self->source = 2;
  }
  self->decoded = (gsize) g_unichar_to_utf8 (self->character, NULL);
}

/*
 * seven_json_string_decode:
 * @source: the inside of a sound string token, without its quotes
 * @length: its length in bytes
 * @decoded: where the string goes: at least @length + 1 bytes, since no escape is shorter than what it says
 *
 * Returns: the length of the string in bytes; a NUL is put behind it
 */
gsize
seven_json_string_decode (const char *source, gsize length, char *decoded)
{
  const char *end = source + length;
  char *out = decoded;

  while (source < end) {
    const char *escape = memchr (source, '\\', (gsize) (end - source));
    gsize plain = (gsize) ((escape != NULL ? escape : end) - source);

    memcpy (out, source, plain);
    out += plain;
    source += plain;
    if (escape != NULL) {
      SevenJsonUnit unit;

      seven_json_unit_read (&unit, source);
      out += g_unichar_to_utf8 (unit.character, out);
      source += unit.source;
    }
  }
  *out = '\0';

  return (gsize) (out - decoded);
}

/*
 * seven_json_string_map:
 * @source: the inside of a sound string token, without its quotes
 * @length: its length in bytes
 * @start: first byte in the decoded string
 * @end: the byte after the last one in the decoded string
 *
 * Returns: where these bytes stand, counted from @source; characters and escapes are taken whole
 */
SevenRange
seven_json_string_map (const char *source, gsize length, gsize start, gsize end)
{
  SevenRange range = { length, length };
  SevenJsonUnit unit;
  gsize decoded = 0;

  for (gsize at = 0; at < length; at += unit.source) {
    seven_json_unit_read (&unit, source + at);
    if (range.start == length && start < decoded + unit.decoded)
      range.start = at;
    if (end <= decoded || (end <= start && range.start == at)) {
      range.end = MAX (at, range.start);
      return range;
    }
    decoded += unit.decoded;
  }

  return range;
}

static void
append_quoted (GString *quoted, char character)
{
  static const char characters[] = "\"\\\b\f\n\r\t";
  static const char names[] = "\"\\bfnrt";
  const char *found = character != '\0' ? strchr (characters, character) : NULL;

  if (found != NULL)
    g_string_append_printf (quoted, "\\%c", names[found - characters]);
  else if ((guchar) character < 0x20)
    g_string_append_printf (quoted, "\\u%04x", (guint) (guchar) character);
  else
    g_string_append_c (quoted, character);
}

/**
 * seven_json_quote:
 * @string: valid UTF-8; may contain NUL where @length says so
 * @length: its length in bytes, or -1 where it is NUL-terminated
 *
 * Writes a string as a JSON token. Only what has to be escaped is: quotation marks, backslashes and control
 * characters.
 *
 * Returns: (transfer full): the token with its quotes
 */
char *
seven_json_quote (const char *string, gssize length)
{
  GString *quoted;
  gsize n_bytes;

  g_return_val_if_fail (string != NULL, NULL);

  n_bytes = length < 0 ? strlen (string) : (gsize) length;
  quoted = g_string_sized_new (n_bytes + 2);
  g_string_append_c (quoted, '"');
  for (gsize i = 0; i < n_bytes; i++)
    append_quoted (quoted, string[i]);
  g_string_append_c (quoted, '"');

  return g_string_free (quoted, FALSE);
}
