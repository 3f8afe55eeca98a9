/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-config.h"
#include "seven-outcome.h"
#include "seven-sms-text.h"
#include "seven-usage.h"

G_BEGIN_DECLS

/* Values in words, as the window shows them: pure functions, all (transfer full), all translated. */
char *seven_words_summary (guint n_errors, guint n_warnings, guint n_infos);
char *seven_words_coverage (guint n_covered, guint n_in_use);
char *seven_words_parts (guint n_parts);
char *seven_words_billed (guint predicted, int billed, gboolean free_of_charge);
/* (transfer none) */
const char *seven_words_encoding (const char *name);
char *seven_words_price (double amount, guint min_decimals, guint max_decimals);
char *seven_words_elapsed (guint milliseconds);
char *seven_words_title (const char *uri);
char *seven_words_folder (const char *uri);
/* The sender's size or its fault; warning: (out) (optional). */
char *seven_words_sender (const SevenConfig *config, gboolean *warning);
/* "’ Right single quotation mark (U+2019)", without the character where it cannot be seen. */
char *seven_words_character (gunichar character);
/* What is wrong with a character, and its equal in GSM-7. */
char *seven_words_offender (const SevenOffender *offender);
/* (transfer none), not translated: the icon of what became of a send, and the css class of its colour. */
const char *seven_words_state_icon (SevenState state);
const char *seven_words_state_class (SevenState state);

G_END_DECLS
