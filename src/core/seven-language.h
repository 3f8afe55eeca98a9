/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-config.h"
#include "seven-usage.h"

G_BEGIN_DECLS

/**
 * SevenLanguage:
 * @SEVEN_LANGUAGE_PROGRAM: the config says nothing about it: the language the program speaks
 * @SEVEN_LANGUAGE_ENGLISH: English
 * @SEVEN_LANGUAGE_GERMAN: German
 *
 * The language in which the people of a tenant are written to.
 */
typedef enum
{
  SEVEN_LANGUAGE_PROGRAM,
  SEVEN_LANGUAGE_ENGLISH,
  SEVEN_LANGUAGE_GERMAN,
} SevenLanguage;

SevenLanguage seven_language_guess (const SevenConfig *config);
const char *seven_language_get_standard_text (SevenLanguage language, SevenUsageType usage);

G_END_DECLS
