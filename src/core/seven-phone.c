/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-phone.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "seven-calling-code.h"

/* ITU-T E.164 allows 15; fewer than 8 have no mobile numbers. */
#define MIN_DIGITS 8
#define MAX_DIGITS 15

struct _SevenPhone
{
  char *digits;
  const SevenCallingCode *calling_code; /* (nullable) */
};

/* What is left of a number as it was typed. */
typedef struct
{
  GString *digits;
  gboolean plus;
  gboolean line_break; /* one since the last digit */
} Scan;

/* National numbers of one length only, and how people group them. */
static const struct
{
  const char *calling_code;
  gboolean only_length; /* the code has no numbers of another length */
  const guint8 groups[6];
} groupings[] = {
  { "1", TRUE, { 3, 3, 4 } },
  { "7", TRUE, { 3, 3, 2, 2 } },
  { "33", FALSE, { 1, 2, 2, 2, 2 } },
  { "44", FALSE, { 4, 6 } },
};

G_DEFINE_QUARK (seven-phone-error-quark, seven_phone_error);

static const char *
get_message (SevenPhoneError code)
{
  switch (code) {
  case SEVEN_PHONE_ERROR_NATIONAL:
    return _ (
        "The country is missing. Write the number with + and the calling code, such as +44 7700 900123.");
  case SEVEN_PHONE_ERROR_LETTERS:
    return _ ("A number has no letters: seven would take this for a contact or a group.");
  case SEVEN_PHONE_ERROR_SEVERAL:
    return _ ("Enter one number only: a test goes to exactly one phone.");
  case SEVEN_PHONE_ERROR_CHARACTER:
    return _ ("Enter digits only, with + and the calling code in front.");
  case SEVEN_PHONE_ERROR_TOO_SHORT:
    return _ ("The number is too short: with its calling code it has at least 8 digits.");
  case SEVEN_PHONE_ERROR_TOO_LONG:
    return _ ("The number is too long: with its calling code it has at most 15 digits.");
  case SEVEN_PHONE_ERROR_EMPTY:
  default:
    return _ ("Enter a phone number, with + and the calling code in front.");
  }
}

static gboolean
fail (SevenPhoneError code, GError **error)
{
  g_set_error_literal (error, SEVEN_PHONE_ERROR, (int) code, get_message (code));
  return FALSE;
}

/* Spaces, hyphens and marks nobody sees, such as those that contact lists put around a number. */
static gboolean
is_filler (gunichar character)
{
  GUnicodeType type;

  if (character < 0x80)
    return g_ascii_isspace ((char) character) || strchr ("-./()", (int) character) != NULL;

  type = g_unichar_type (character);
  return type == G_UNICODE_DASH_PUNCTUATION || type == G_UNICODE_FORMAT || g_unichar_isspace (character) ||
      character == 0x2212; /* minus sign */
}

/* The end of a written trunk zero that starts here, as in +44 (0) 7700; NULL where there is none. */
static const char *
skip_trunk_zero (const char *at)
{
  if (*at != '(')
    return NULL;
  at += 1 + strspn (at + 1, " ");
  if (*at != '0')
    return NULL;
  at += 1 + strspn (at + 1, " ");
  return *at == ')' ? at + 1 : NULL;
}

static gboolean
scan_character (Scan *scan, gunichar character, GError **error)
{
  gboolean digit = character < 0x80 && g_ascii_isdigit ((char) character);

  if (digit || character == '+') {
    if (scan->line_break || (!digit && (scan->plus || scan->digits->len > 0)))
      return fail (SEVEN_PHONE_ERROR_SEVERAL, error);
    if (digit)
      g_string_append_c (scan->digits, (char) character);
    else
      scan->plus = TRUE;
    return TRUE;
  }

  if (character == ',' || character == ';')
    return fail (SEVEN_PHONE_ERROR_SEVERAL, error);
  if (g_unichar_isalpha (character))
    return fail (SEVEN_PHONE_ERROR_LETTERS, error);
  if (!is_filler (character))
    return fail (SEVEN_PHONE_ERROR_CHARACTER, error);
  if (character == '\n' || character == '\r')
    scan->line_break = scan->digits->len > 0;
  return TRUE;
}

static gboolean
scan_text (Scan *scan, const char *text, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    return fail (SEVEN_PHONE_ERROR_CHARACTER, error);

  while (*text != '\0') {
    gboolean country = scan->digits->len > strspn (scan->digits->str, "0");
    const char *end = country ? skip_trunk_zero (text) : NULL;

    if (!end) {
      if (!scan_character (scan, g_utf8_get_char (text), error))
        return FALSE;
      end = g_utf8_next_char (text);
    }
    text = end;
  }

  if (!scan->plus && g_str_has_prefix (scan->digits->str, "00")) {
    g_string_erase (scan->digits, 0, 2);
    scan->plus = TRUE;
  }
  return TRUE;
}

static const guint8 *
find_groups (const char *calling_code, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groupings); i++) {
    gsize sum = 0;

    for (gsize j = 0; j < G_N_ELEMENTS (groupings[i].groups); j++)
      sum += groupings[i].groups[j];
    if (strcmp (groupings[i].calling_code, calling_code) == 0)
      return sum == length ? groupings[i].groups : NULL;
  }
  return NULL;
}

/* Whether digits without + can be meant as an international number. */
static gboolean
is_plausible (const char *digits, const SevenCallingCode *calling_code)
{
  const char *code = calling_code ? seven_calling_code_get_digits (calling_code) : NULL;

  if (!code)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (groupings); i++) {
    if (groupings[i].only_length && strcmp (groupings[i].calling_code, code) == 0)
      return find_groups (code, strlen (digits) - strlen (code)) != NULL;
  }
  return TRUE;
}

static gboolean
check_number (const Scan *scan, const SevenCallingCode *calling_code, GError **error)
{
  const GString *digits = scan->digits;

  if (digits->len == 0 && !scan->plus)
    return fail (SEVEN_PHONE_ERROR_EMPTY, error);
  if (digits->str[0] == '0')
    return fail (SEVEN_PHONE_ERROR_NATIONAL, error);
  if (digits->len < MIN_DIGITS)
    return fail (SEVEN_PHONE_ERROR_TOO_SHORT, error);
  if (digits->len > MAX_DIGITS)
    return fail (SEVEN_PHONE_ERROR_TOO_LONG, error);
  if (!scan->plus && !is_plausible (digits->str, calling_code))
    return fail (SEVEN_PHONE_ERROR_NATIONAL, error);
  return TRUE;
}

static SevenPhone *
phone_new (const char *digits, const SevenCallingCode *calling_code)
{
  SevenPhone *self = g_new0 (SevenPhone, 1);

  self->digits = g_strdup (digits);
  self->calling_code = calling_code;
  return self;
}

SevenPhone *
seven_phone_parse (const char *text, GError **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const SevenCallingCode *calling_code;
  Scan scan = { digits };

  g_return_val_if_fail (text != NULL, NULL);

  if (!scan_text (&scan, text, error))
    return NULL;

  calling_code = seven_calling_code_find (digits->str);
  return check_number (&scan, calling_code, error) ? phone_new (digits->str, calling_code) : NULL;
}

SevenPhone *
seven_phone_copy (const SevenPhone *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return phone_new (self->digits, self->calling_code);
}

void
seven_phone_free (SevenPhone *self)
{
  if (!self)
    return;

  g_free (self->digits);
  g_free (self);
}

const char *
seven_phone_get_digits (const SevenPhone *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->digits;
}

const char *
seven_phone_get_calling_code (const SevenPhone *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->calling_code ? seven_calling_code_get_digits (self->calling_code) : NULL;
}

const char *
seven_phone_get_country (const SevenPhone *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->calling_code ? seven_calling_code_get_country (self->calling_code, self->digits) : NULL;
}

char *
seven_phone_dup_country_name (const SevenPhone *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->calling_code ? seven_calling_code_dup_country_name (self->calling_code, self->digits) : NULL;
}

/* Threes, a last single digit joined to the group before it. */
static void
append_threes (GString *display, const char *digits)
{
  gsize left;

  while ((left = strlen (digits)) > 0) {
    gsize size = left <= 4 ? left : 3;

    g_string_append_c (display, ' ');
    g_string_append_len (display, digits, (gssize) size);
    digits += size;
  }
}

static void
append_groups (GString *display, const char *digits, const guint8 *groups)
{
  for (; *digits != '\0'; digits += *groups++) {
    g_string_append_c (display, ' ');
    g_string_append_len (display, digits, *groups);
  }
}

char *
seven_phone_dup_display (const SevenPhone *self)
{
  g_autoptr (GString) display = NULL;
  const char *code, *national;
  const guint8 *groups;

  g_return_val_if_fail (self != NULL, NULL);

  display = g_string_new ("+");
  code = seven_phone_get_calling_code (self);
  if (!code) {
    g_string_append (display, self->digits);
    return g_string_free (g_steal_pointer (&display), FALSE);
  }

  g_string_append (display, code);
  national = self->digits + strlen (code);
  groups = find_groups (code, strlen (national));
  if (groups)
    append_groups (display, national, groups);
  else
    append_threes (display, national);
  return g_string_free (g_steal_pointer (&display), FALSE);
}

char *
seven_phone_dup_masked (const SevenPhone *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup_printf ("+%.3s…%s", self->digits, self->digits + strlen (self->digits) - 2);
}

gboolean
seven_phone_is_reserved (const SevenPhone *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return strlen (self->digits) == 12 && g_str_has_prefix (self->digits, "447700900");
}
