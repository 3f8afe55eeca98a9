/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-language.h"

#include <string.h>

/* GSM-7 characters only, one part each, as the English ones. */
static const char *const german_texts[SEVEN_N_USAGES] = {
  [SEVEN_USAGE_SIGN_IN] = "{{code}} ist Ihr Anmeldecode.",
  [SEVEN_USAGE_REGISTER] = "{{code}} ist Ihr Code, um ein Konto anzulegen.",
  [SEVEN_USAGE_FORGOT_PASSWORD] = "{{code}} ist Ihr Code zum Zurücksetzen des Passworts.",
  [SEVEN_USAGE_GENERIC] = "{{code}} ist Ihr Bestätigungscode.",
  [SEVEN_USAGE_USER_PERMISSION_VALIDATION] = "{{code}} ist Ihr Code, um sich auszuweisen.",
  [SEVEN_USAGE_BIND_NEW_IDENTIFIER] = "{{code}} ist Ihr Code, um diese Nummer zu verknüpfen.",
  [SEVEN_USAGE_MFA_VERIFICATION] = "{{code}} ist Ihr Code für den zweiten Schritt.",
  [SEVEN_USAGE_BIND_MFA] = "{{code}} ist Ihr Code, um SMS als zweiten Schritt einzuschalten.",
  [SEVEN_USAGE_ORGANIZATION_INVITATION] = "{{code}} ist Ihr Einladungscode.",
  [SEVEN_USAGE_TEST] = "{{code}} ist Ihr Testcode.",
};

/* Small words that are frequent in one language and no words of the other, in lower case. */
static const char *const german_words[] = { "ihr", "ihren", "ihre", "dein", "deine", "deinen", "ist",
  "lautet", "und", "für", "der", "das", "zum", "zur", "um", "nicht", "bitte", "bestätigungscode",
  "anmeldecode", NULL };
static const char *const english_words[] = { "your", "is", "the", "to", "and", "for", "this", "use", "with",
  "verification", "do", "not", "please", "enter", NULL };

static void
count_words (const char *content, guint *n_german, guint *n_english)
{
  g_autofree char *lower = g_utf8_strdown (content, -1);
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *p = lower;; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);

    if (g_unichar_isalpha (character)) {
      g_string_append_unichar (word, character);
      continue;
    }
    *n_german += g_strv_contains (german_words, word->str);
    *n_english += g_strv_contains (english_words, word->str);
    g_string_truncate (word, 0);
    if (character == 0)
      return;
  }
}

/**
 * seven_language_guess:
 * @config: a config
 *
 * Tells the language of the templates by their small words.
 *
 * Returns: German where that is plain, English where there is any other text, and the program's own language where
 *   there is none
 */
SevenLanguage
seven_language_guess (const SevenConfig *config)
{
  guint n_german = 0;
  guint n_english = 0;
  gboolean has_text = FALSE;

  g_return_val_if_fail (config != NULL, SEVEN_LANGUAGE_PROGRAM);

  for (guint i = 0; i < seven_config_get_n_templates (config); i++) {
    const char *content = seven_config_get_template (config, i)->content;

    if (content == NULL || *content == '\0')
      continue;
    has_text = TRUE;
    count_words (content, &n_german, &n_english);
  }
  if (n_german > n_english)
    return SEVEN_LANGUAGE_GERMAN;

  return has_text ? SEVEN_LANGUAGE_ENGLISH : SEVEN_LANGUAGE_PROGRAM;
}

/**
 * seven_language_get_standard_text:
 * @language: a language
 * @usage: a usage type
 *
 * Returns: a short text with {{code}} for a template of this type, in this language
 */
const char *
seven_language_get_standard_text (SevenLanguage language, SevenUsageType usage)
{
  g_return_val_if_fail ((guint) usage < SEVEN_N_USAGES, NULL);

  switch (language) {
  case SEVEN_LANGUAGE_GERMAN:
    return german_texts[usage];
  case SEVEN_LANGUAGE_ENGLISH:
    return seven_usage_get_english_text (usage);
  case SEVEN_LANGUAGE_PROGRAM:
  default:
    return seven_usage_get_standard_text (usage);
  }
}
