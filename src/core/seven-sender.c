/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-sender.h"

#include <string.h>

#include "seven-sms-text.h"

/* What seven's client libraries take out before they demand letters and digits. */
#define STRIPPED_CHARACTERS "/ .-@_!()+$,&"
#define PORTABLE_SIGNS " +-_&"

/* Letters that do not come apart into a plain one and a mark. */
static const struct
{
  gunichar letter;
  const char *plain;
} plain_letters[] = {
  { 0x00c6, "AE" }, /* Æ */
  { 0x00d0, "D" }, /* Ð */
  { 0x00d8, "O" }, /* Ø */
  { 0x00de, "Th" }, /* Þ */
  { 0x00df, "ss" }, /* ß */
  { 0x00e6, "ae" }, /* æ */
  { 0x00f0, "d" }, /* ð */
  { 0x00f8, "o" }, /* ø */
  { 0x00fe, "th" }, /* þ */
  { 0x0110, "D" }, /* Đ */
  { 0x0111, "d" }, /* đ */
  { 0x0131, "i" }, /* ı */
  { 0x0141, "L" }, /* Ł */
  { 0x0142, "l" }, /* ł */
  { 0x0152, "OE" }, /* Œ */
  { 0x0153, "oe" }, /* œ */
  { 0x1e9e, "SS" }, /* ẞ */
};

static gboolean
is_alphanumeric (gunichar character)
{
  return character < 0x80 && g_ascii_isalnum ((char) character);
}

static gboolean
is_stripped (gunichar character)
{
  return character != 0 && character < 0x80 && strchr (STRIPPED_CHARACTERS, (int) character) != NULL;
}

static gboolean
is_number (const char *sender)
{
  const char *digits = *sender == '+' ? sender + 1 : sender;

  return *digits != '\0' && strspn (digits, "0123456789") == strlen (digits);
}

static guint
get_limit (const char *sender)
{
  return is_number (sender) ? SEVEN_SENDER_MAX_NUMERIC : SEVEN_SENDER_MAX_ALPHANUMERIC;
}

static gboolean
has_portable_characters (const char *sender)
{
  gboolean letter = FALSE;

  if (g_ascii_isdigit (*sender))
    return FALSE;

  for (const char *at = sender; *at != '\0'; at++) {
    if (!g_ascii_isalnum (*at) && !strchr (PORTABLE_SIGNS, *at))
      return FALSE;
    letter = letter || g_ascii_isalpha (*at);
  }
  return letter;
}

SevenSender
seven_sender_inspect (const char *sender)
{
  SevenSender self = { .blank = TRUE };

  g_return_val_if_fail (sender != NULL, self);

  self.kind = is_number (sender) ? SEVEN_SENDER_NUMERIC : SEVEN_SENDER_ALPHANUMERIC;
  self.limit = get_limit (sender);
  self.portable = has_portable_characters (sender);

  for (const char *at = sender; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    self.length++;
    if (is_stripped (character))
      continue;
    self.blank = FALSE;
    if (!is_alphanumeric (character) && !self.refused) {
      self.refused = TRUE;
      self.refused_at.start = (gsize) (at - sender);
      self.refused_at.end = (gsize) (g_utf8_next_char (at) - sender);
    }
  }

  self.too_long = self.length > self.limit;
  return self;
}

static gboolean
append_if_taken (GString *plain, gunichar character)
{
  if (!is_alphanumeric (character) && !is_stripped (character))
    return FALSE;

  g_string_append_c (plain, (char) character);
  return TRUE;
}

static const char *
find_plain_letters (gunichar letter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plain_letters); i++) {
    if (plain_letters[i].letter == letter)
      return plain_letters[i].plain;
  }
  return NULL;
}

static void
append_plain (GString *plain, gunichar character)
{
  gunichar pieces[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  const char *letters = find_plain_letters (character);
  const char *equal = seven_gsm7_get_replacement (character);

  if (append_if_taken (plain, character))
    return;

  if (letters)
    g_string_append (plain, letters);
  else if (equal && *equal != '\0' && append_if_taken (plain, g_utf8_get_char (equal)))
    return;
  else if (g_unichar_fully_decompose (character, FALSE, pieces, G_N_ELEMENTS (pieces)) > 1)
    append_if_taken (plain, pieces[0]);
}

static char *
dup_alphanumeric (const char *text)
{
  GString *left = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++) {
    if (g_ascii_isalnum (*at))
      g_string_append_c (left, *at);
  }
  return g_string_free (left, FALSE);
}

char *
seven_sender_strip (const char *sender)
{
  g_autoptr (GString) plain = NULL;
  g_autofree char *bare = NULL;

  g_return_val_if_fail (sender != NULL, NULL);

  plain = g_string_new (NULL);
  for (const char *at = sender; *at != '\0'; at = g_utf8_next_char (at))
    append_plain (plain, g_utf8_get_char (at));
  g_strstrip (plain->str);

  bare = dup_alphanumeric (plain->str);
  if (*bare != '\0' && strlen (plain->str) <= get_limit (plain->str))
    return g_strdup (plain->str);

  if (strlen (bare) > get_limit (bare))
    bare[get_limit (bare)] = '\0';
  return g_steal_pointer (&bare);
}
