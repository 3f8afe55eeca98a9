/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-sms-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "seven-gsm7.h"

struct _SevenSmsText
{
  char *text;
  SevenSmsSize size;
  GArray *parts; /* SevenRange */
  GArray *offenders; /* SevenOffender */
};

/* Units that a part holds, by encoding: alone, and as one of several. */
static const struct
{
  guint alone;
  guint of_several;
} part_sizes[] = {
  [SEVEN_ENCODING_GSM] = { 160, 153 },
  [SEVEN_ENCODING_UCS2] = { 70, 67 },
};

static guint
count_utf16_units (gunichar character)
{
  return character > 0xffff ? 2 : 1;
}

static guint
count_units (SevenEncoding encoding, gunichar character)
{
  guint septets = 0;

  if (encoding == SEVEN_ENCODING_UCS2)
    return count_utf16_units (character);

  seven_gsm7_contains (character, &septets);
  return septets;
}

static void
note_offender (GArray *offenders, gunichar character, const char *text, const char *at, gsize offset)
{
  SevenOffender offender = {
    .character = character,
    .range = { (gsize) (at - text), (gsize) (g_utf8_next_char (at) - text) },
    .offset = offset,
    .replacement = seven_gsm7_get_replacement (character),
  };

  g_array_append_val (offenders, offender);
}

/* Most of any text: nothing about it has to be looked up. */
static gboolean
is_plain (char c)
{
  return c == ' ' || g_ascii_isalnum (c);
}

/* Everything but the parts; offenders may be NULL. */
static void
count (const char *text, SevenSmsSize *size, GArray *offenders)
{
  guint gsm_units = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character;
    guint septets;

    if (is_plain (*at)) {
      gsm_units++;
      size->utf16_units++;
      size->characters++;
      continue;
    }
    character = g_utf8_get_char (at);
    if (!seven_gsm7_contains (character, &septets)) {
      if (offenders)
        note_offender (offenders, character, text, at, size->characters);
      size->n_offenders++;
    }
    gsm_units += septets;
    size->utf16_units += count_utf16_units (character);
    size->characters++;
  }

  size->encoding = size->n_offenders > 0 ? SEVEN_ENCODING_UCS2 : SEVEN_ENCODING_GSM;
  size->units = size->encoding == SEVEN_ENCODING_GSM ? gsm_units : size->utf16_units;
}

static void
end_part (GArray *parts, gsize start, gsize end)
{
  SevenRange part = { start, end };

  if (parts)
    g_array_append_val (parts, part);
}

/* Greedy, a character at a time: so what belongs together stays together. parts may be NULL. */
static void
pack (const char *text, SevenSmsSize *size, GArray *parts)
{
  guint alone = part_sizes[size->encoding].alone;
  guint limit = size->units <= alone ? alone : part_sizes[size->encoding].of_several;
  guint filled = 0;
  gsize start = 0;
  const char *at;

  size->n_parts = 1;
  if (parts == NULL && size->units == size->characters) {
    /* All characters are of one unit: there is nothing to keep together. */
    size->n_parts = MAX (1, (size->units + limit - 1) / limit);
    size->capacity = size->n_parts * limit;
    return;
  }
  for (at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    guint units = count_units (size->encoding, g_utf8_get_char (at));

    if (filled + units > limit) {
      end_part (parts, start, (gsize) (at - text));
      start = (gsize) (at - text);
      filled = 0;
      size->n_parts++;
    }
    filled += units;
  }
  end_part (parts, start, (gsize) (at - text));

  size->capacity = size->n_parts * limit;
}

SevenSmsSize
seven_sms_text_measure (const char *text)
{
  SevenSmsSize size = { 0 };

  g_return_val_if_fail (text != NULL, size);

  count (text, &size, NULL);
  pack (text, &size, NULL);
  return size;
}

SevenSmsText *
seven_sms_text_new (const char *text)
{
  SevenSmsText *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (SevenSmsText, 1);
  self->text = g_utf8_make_valid (text, -1);
  self->parts = g_array_new (FALSE, FALSE, sizeof (SevenRange));
  self->offenders = g_array_new (FALSE, FALSE, sizeof (SevenOffender));
  count (self->text, &self->size, self->offenders);
  pack (self->text, &self->size, self->parts);
  return self;
}

void
seven_sms_text_free (SevenSmsText *self)
{
  if (!self)
    return;

  g_array_unref (self->offenders);
  g_array_unref (self->parts);
  g_free (self->text);
  g_free (self);
}

const char *
seven_sms_text_get_text (const SevenSmsText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

SevenEncoding
seven_sms_text_get_encoding (const SevenSmsText *self)
{
  g_return_val_if_fail (self != NULL, SEVEN_ENCODING_GSM);

  return self->size.encoding;
}

guint
seven_sms_text_get_units (const SevenSmsText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size.units;
}

guint
seven_sms_text_get_capacity (const SevenSmsText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size.capacity;
}

guint
seven_sms_text_get_characters (const SevenSmsText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size.characters;
}

guint
seven_sms_text_get_utf16_units (const SevenSmsText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size.utf16_units;
}

guint
seven_sms_text_get_n_parts (const SevenSmsText *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->size.n_parts;
}

SevenRange
seven_sms_text_get_part (const SevenSmsText *self, guint index)
{
  SevenRange none = { 0, 0 };

  g_return_val_if_fail (self != NULL, none);
  g_return_val_if_fail (index < self->parts->len, none);

  return g_array_index (self->parts, SevenRange, index);
}

guint
seven_sms_text_get_n_offenders (const SevenSmsText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->offenders->len;
}

const SevenOffender *
seven_sms_text_get_offender (const SevenSmsText *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->offenders->len, NULL);

  return &g_array_index (self->offenders, SevenOffender, index);
}

/* Joins a combining mark with the last character of the text where the alphabet has the two as one. */
static gboolean
compose_last (GString *text, gunichar mark)
{
  const char *last = g_utf8_find_prev_char (text->str, text->str + text->len);
  gunichar composed;

  if (!last || !g_unichar_compose (g_utf8_get_char (last), mark, &composed) ||
      !seven_gsm7_contains (composed, NULL))
    return FALSE;

  g_string_truncate (text, (gsize) (last - text->str));
  g_string_append_unichar (text, composed);
  return TRUE;
}

char *
seven_sms_text_dup_replaced (const SevenSmsText *self)
{
  g_autoptr (GString) replaced = NULL;
  gsize done = 0;

  g_return_val_if_fail (self != NULL, NULL);

  replaced = g_string_sized_new (strlen (self->text));
  for (guint i = 0; i < self->offenders->len; i++) {
    const SevenOffender *offender = &g_array_index (self->offenders, SevenOffender, i);

    g_string_append_len (replaced, self->text + done, (gssize) (offender->range.start - done));
    if (offender->replacement)
      g_string_append (replaced, offender->replacement);
    else if (!compose_last (replaced, offender->character))
      g_string_append_unichar (replaced, offender->character);
    done = offender->range.end;
  }
  g_string_append (replaced, self->text + done);
  return g_string_free (g_steal_pointer (&replaced), FALSE);
}

gboolean
seven_gsm7_contains (gunichar character, guint *septets)
{
  gsize low = 0, high = G_N_ELEMENTS (gsm7_ranges);

  /* Most of any text: every rule that measures comes by here for every character. */
  if (character == ' ' || (character < 0x80 && g_ascii_isalnum ((char) character))) {
    if (septets)
      *septets = 1;
    return TRUE;
  }
  while (low < high) {
    gsize middle = low + (high - low) / 2;

    if (character < gsm7_ranges[middle].first)
      high = middle;
    else if (character > gsm7_ranges[middle].last)
      low = middle + 1;
    else {
      if (septets)
        *septets = gsm7_ranges[middle].septets;
      return TRUE;
    }
  }

  if (septets)
    *septets = 0;
  return FALSE;
}

static int
find_equal (gunichar character)
{
  gsize low = 0, high = G_N_ELEMENTS (gsm7_equals);

  while (low < high) {
    gsize middle = low + (high - low) / 2;

    if (gsm7_equals[middle].character == character)
      return (int) middle;
    if (gsm7_equals[middle].character > character)
      high = middle;
    else
      low = middle + 1;
  }
  return -1;
}

const char *
seven_gsm7_get_replacement (gunichar character)
{
  int found = find_equal (character);

  return found < 0 ? NULL : gsm7_equals[found].replacement;
}

char *
seven_character_dup_name (gunichar character)
{
  int found = find_equal (character);

  if (found < 0)
    return g_strdup_printf ("U+%04X", character);

  /* Translators: the name of a character and its number, as in “En dash (U+2013)”. */
  return g_strdup_printf (_ ("%s (U+%04X)"), _ (gsm7_equals[found].name), character);
}

const char *
seven_encoding_get_name (SevenEncoding encoding)
{
  return encoding == SEVEN_ENCODING_UCS2 ? "ucs2" : "gsm";
}

const char *
seven_encoding_get_label (SevenEncoding encoding)
{
  /* Translators: the two encodings of an SMS, as people call them. */
  return encoding == SEVEN_ENCODING_UCS2 ? _ ("Unicode") : _ ("GSM-7");
}
