/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-range.h"

G_BEGIN_DECLS

/**
 * SevenEncoding:
 * @SEVEN_ENCODING_GSM: the GSM 7-bit default alphabet and its extension, counted in septets
 * @SEVEN_ENCODING_UCS2: 16-bit characters, counted in UTF-16 code units
 *
 * How an SMS is written on the air. One character outside the GSM alphabet makes the whole text UCS-2.
 */
typedef enum
{
  SEVEN_ENCODING_GSM,
  SEVEN_ENCODING_UCS2,
} SevenEncoding;

/**
 * SevenOffender:
 * @character: the character that is not in the GSM alphabet
 * @range: where it stands, in bytes of the text
 * @offset: the same in code points
 * @replacement: (nullable): its equal in the GSM alphabet, "" for a character that only vanishes, %NULL where there is none
 *
 * A character that makes its text UCS-2.
 */
typedef struct
{
  gunichar character;
  SevenRange range;
  gsize offset;
  const char *replacement;
} SevenOffender;

/**
 * SevenSmsSize:
 * @encoding: how the text goes out
 * @units: its septets or UTF-16 code units; what parts leave unused is not counted
 * @capacity: the units that @n_parts parts hold
 * @characters: its code points
 * @utf16_units: its UTF-16 code units, whatever the encoding: the measure of seven's limit of 1520
 * @n_parts: the messages it is billed as, at least 1
 * @n_offenders: its characters outside the GSM alphabet
 *
 * The counts of a text.
 */
typedef struct
{
  SevenEncoding encoding;
  guint units;
  guint capacity;
  guint characters;
  guint utf16_units;
  guint n_parts;
  guint n_offenders;
} SevenSmsSize;

/**
 * SevenSmsText:
 *
 * One text as it goes out: encoding, size, parts. Immutable.
 *
 * Sizes after 3GPP TS 23.038 and 23.040: one part holds 160 septets or 70 UTF-16 code units; each of several
 * holds 153 or 67, for 6 octets go to their header. Parts are filled greedily, and neither the two septets of an
 * extension character nor a surrogate pair is ever split over two parts.
 */
typedef struct _SevenSmsText SevenSmsText;

/**
 * seven_sms_text_new:
 * @text: what the phone is to show, rendered, in UTF-8; bytes that are none are taken as U+FFFD
 *
 * Works in linear time.
 *
 * Returns: (transfer full): the text with its parts
 */
SevenSmsText *seven_sms_text_new (const char *text);

/**
 * seven_sms_text_free:
 * @self: (transfer full): a text
 *
 * Frees it with all it handed out.
 */
void seven_sms_text_free (SevenSmsText *self);

/**
 * seven_sms_text_measure:
 * @text: what the phone is to show, rendered, in valid UTF-8
 *
 * The counts alone, without keeping the text, its parts or its offenders: linear time, no memory.
 *
 * Returns: the counts
 */
SevenSmsSize seven_sms_text_measure (const char *text);

/**
 * seven_sms_text_get_text:
 * @self: a text
 *
 * Returns: (transfer none): the text that all ranges of @self refer to
 */
const char *seven_sms_text_get_text (const SevenSmsText *self);

/**
 * seven_sms_text_get_encoding:
 * @self: a text
 *
 * Returns: how it goes out
 */
SevenEncoding seven_sms_text_get_encoding (const SevenSmsText *self);

/**
 * seven_sms_text_get_units:
 * @self: a text
 *
 * Returns: its septets (GSM) or UTF-16 code units (UCS-2), padding left out
 */
guint seven_sms_text_get_units (const SevenSmsText *self);

/**
 * seven_sms_text_get_capacity:
 * @self: a text
 *
 * Returns: the units that as many parts as @self has hold
 */
guint seven_sms_text_get_capacity (const SevenSmsText *self);

/**
 * seven_sms_text_get_characters:
 * @self: a text
 *
 * Returns: its length in code points
 */
guint seven_sms_text_get_characters (const SevenSmsText *self);

/**
 * seven_sms_text_get_utf16_units:
 * @self: a text
 *
 * Returns: its length in UTF-16 code units, whatever its encoding
 */
guint seven_sms_text_get_utf16_units (const SevenSmsText *self);

/**
 * seven_sms_text_get_n_parts:
 * @self: a text
 *
 * Returns: the messages it is sent and billed as; at least 1, for an empty text too
 */
guint seven_sms_text_get_n_parts (const SevenSmsText *self);

/**
 * seven_sms_text_get_part:
 * @self: a text
 * @index: which part, from 0, less than seven_sms_text_get_n_parts()
 *
 * Returns: the bytes of the text that this part carries
 */
SevenRange seven_sms_text_get_part (const SevenSmsText *self, guint index);

/**
 * seven_sms_text_get_n_offenders:
 * @self: a text
 *
 * Returns: how many of its characters are not in the GSM alphabet
 */
guint seven_sms_text_get_n_offenders (const SevenSmsText *self);

/**
 * seven_sms_text_get_offender:
 * @self: a text
 * @index: which one, from 0, less than seven_sms_text_get_n_offenders()
 *
 * Returns: (transfer none): the character and its place
 */
const SevenOffender *seven_sms_text_get_offender (const SevenSmsText *self, guint index);

/**
 * seven_sms_text_dup_replaced:
 * @self: a text
 *
 * The text with every offender replaced that has an equal in the GSM alphabet; the rest stays. A letter followed
 * by a combining mark becomes the one letter where that is in the alphabet (e + U+0301 → é), although such a mark
 * alone has no replacement.
 *
 * Returns: (transfer full): the new text, equal to the old one where nothing can be replaced
 */
char *seven_sms_text_dup_replaced (const SevenSmsText *self);

/**
 * seven_gsm7_contains:
 * @character: a code point
 * @septets: (out) (optional): what it costs: 1, 2 for the extension, 0 where it is not in the alphabet
 *
 * Source: 3GPP TS 23.038, 6.2.1. ESC itself is no character.
 *
 * Returns: whether the GSM 7-bit default alphabet or its extension has the character
 */
gboolean seven_gsm7_contains (gunichar character, guint *septets);

/**
 * seven_gsm7_get_replacement:
 * @character: a code point
 *
 * Returns: (nullable): its equal in the GSM alphabet, "" for a character that only vanishes, %NULL where it has
 *   none or is in the alphabet itself
 */
const char *seven_gsm7_get_replacement (gunichar character);

/**
 * seven_character_dup_name:
 * @character: a code point
 *
 * What to call a character that may not be visible: “Right single quotation mark (U+2019)”, or “U+4E2D” where
 * the console knows no name.
 *
 * Returns: (transfer full): the name in the user's language
 */
char *seven_character_dup_name (gunichar character);

/**
 * seven_encoding_get_name:
 * @encoding: an encoding
 *
 * Returns: "gsm" or "ucs2", as seven's replies say it; never translated
 */
const char *seven_encoding_get_name (SevenEncoding encoding);

/**
 * seven_encoding_get_label:
 * @encoding: an encoding
 *
 * Returns: "GSM-7" or "Unicode", for people
 */
const char *seven_encoding_get_label (SevenEncoding encoding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenSmsText, seven_sms_text_free)

G_END_DECLS
