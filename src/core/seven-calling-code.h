/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SevenCallingCode:
 *
 * A calling code of ITU-T E.164 and the countries that use it, as `data/calling-codes.tsv` has them. Never freed.
 */
typedef struct _SevenCallingCode SevenCallingCode;

/**
 * seven_calling_code_find:
 * @digits: a number in international form without +, or its beginning
 *
 * Returns: (transfer none) (nullable): the code it begins with, or %NULL
 */
const SevenCallingCode *seven_calling_code_find (const char *digits);

/**
 * seven_calling_code_get_n:
 *
 * Returns: how many calling codes there are
 */
guint seven_calling_code_get_n (void);

/**
 * seven_calling_code_get:
 * @index: from 0
 *
 * Returns: (transfer none): a calling code
 */
const SevenCallingCode *seven_calling_code_get (guint index);

/**
 * seven_calling_code_get_digits:
 * @self: a calling code
 *
 * Returns: its one to three digits
 */
const char *seven_calling_code_get_digits (const SevenCallingCode *self);

/**
 * seven_calling_code_get_country:
 * @self: a calling code
 * @digits: a number that begins with it, in international form without +
 *
 * Returns: (nullable): the ISO 3166-1 alpha-2 code of the country the digits tell, else of the main one; %NULL for a
 *   code of no one country
 */
const char *seven_calling_code_get_country (const SevenCallingCode *self, const char *digits);

/**
 * seven_calling_code_dup_country_name:
 * @self: a calling code
 * @digits: a number that begins with it, in international form without +
 *
 * Returns: (transfer full) (nullable): the name of that country in the user's language
 */
char *seven_calling_code_dup_country_name (const SevenCallingCode *self, const char *digits);

G_END_DECLS
