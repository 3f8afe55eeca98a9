/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SEVEN_PHONE_ERROR:
 *
 * Error domain of recipients. Messages are translated sentences that say what to enter instead.
 */
#define SEVEN_PHONE_ERROR (seven_phone_error_quark ())
GQuark seven_phone_error_quark (void);

/**
 * SevenPhoneError:
 * @SEVEN_PHONE_ERROR_EMPTY: nothing that could be a number
 * @SEVEN_PHONE_ERROR_NATIONAL: the country is not known: a single leading 0, or digits without + that do not begin
 *   with a calling code or have no length a number of that code has
 * @SEVEN_PHONE_ERROR_LETTERS: letters: seven would take them for a contact or a group
 * @SEVEN_PHONE_ERROR_SEVERAL: more than one number: a comma, a semicolon, a line break, a second +
 * @SEVEN_PHONE_ERROR_CHARACTER: a character no number has, or bytes that are no UTF-8
 * @SEVEN_PHONE_ERROR_TOO_SHORT: less than 8 digits
 * @SEVEN_PHONE_ERROR_TOO_LONG: more than 15 digits
 *
 * Why a text is not one recipient.
 */
typedef enum
{
  SEVEN_PHONE_ERROR_EMPTY,
  SEVEN_PHONE_ERROR_NATIONAL,
  SEVEN_PHONE_ERROR_LETTERS,
  SEVEN_PHONE_ERROR_SEVERAL,
  SEVEN_PHONE_ERROR_CHARACTER,
  SEVEN_PHONE_ERROR_TOO_SHORT,
  SEVEN_PHONE_ERROR_TOO_LONG,
} SevenPhoneError;

/**
 * SevenPhone:
 *
 * Exactly one recipient: 8 to 15 digits in international form (ITU-T E.164). Immutable.
 */
typedef struct _SevenPhone SevenPhone;

/**
 * seven_phone_parse:
 * @text: a number as people write it
 * @error: return location
 *
 * Takes + or 00 and the calling code in front, or a calling code alone where the length fits; spaces, hyphens,
 * dots, slashes, parentheses and invisible characters do not count, nor does a written trunk zero (0). A calling
 * code that nobody has is no error.
 *
 * Returns: (transfer full): the number, or %NULL with an error of %SEVEN_PHONE_ERROR
 */
SevenPhone *seven_phone_parse (const char *text, GError **error);

/**
 * seven_phone_copy:
 * @self: a number
 *
 * Returns: (transfer full): its copy
 */
SevenPhone *seven_phone_copy (const SevenPhone *self);

/**
 * seven_phone_free:
 * @self: (transfer full): a number
 *
 * Frees it.
 */
void seven_phone_free (SevenPhone *self);

/**
 * seven_phone_get_digits:
 * @self: a number
 *
 * Returns: the digits without +, as Logto hands them over
 */
const char *seven_phone_get_digits (const SevenPhone *self);

/**
 * seven_phone_get_calling_code:
 * @self: a number
 *
 * Returns: (nullable): the digits of its calling code, or %NULL where it begins with none
 */
const char *seven_phone_get_calling_code (const SevenPhone *self);

/**
 * seven_phone_get_country:
 * @self: a number
 *
 * Of countries that share a calling code the one that the digits after it tell; the main one where they do not
 * (so Canada counts as US).
 *
 * Returns: (nullable): the ISO 3166-1 alpha-2 code, or %NULL where the calling code is unknown or of no one country
 */
const char *seven_phone_get_country (const SevenPhone *self);

/**
 * seven_phone_dup_country_name:
 * @self: a number
 *
 * Returns: (transfer full) (nullable): the country's name in the user's language (“United States or Canada” where
 *   the digits do not tell these two apart); %NULL where seven_phone_get_country() has none
 */
char *seven_phone_dup_country_name (const SevenPhone *self);

/**
 * seven_phone_dup_display:
 * @self: a number
 *
 * Returns: (transfer full): the number in groups: "+44 7700 900123"
 */
char *seven_phone_dup_display (const SevenPhone *self);

/**
 * seven_phone_dup_masked:
 * @self: a number
 *
 * The form in which a number may be kept: first 3 and last 2 digits.
 *
 * Returns: (transfer full): "+447…23"
 */
char *seven_phone_dup_masked (const SevenPhone *self);

/**
 * seven_phone_is_reserved:
 * @self: a number
 *
 * Source: Ofcom, telephone numbers for drama use: +44 7700 900000 to 900999.
 *
 * Returns: whether it is a mobile number that is never given to anybody
 */
gboolean seven_phone_is_reserved (const SevenPhone *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenPhone, seven_phone_free)

G_END_DECLS
