/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-history-entry.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is kept of a test in words, as the history shows it: pure functions, all translated, (transfer full) unless
 * const. Times are microseconds since 1970 (UTC), shown in local time. */

/* "Today 14:03", "Yesterday 14:03", "22 Nov 14:03", "22 Nov 2025 14:03". */
char *seven_run_words_when (gint64 time, gint64 now);
/* id: (nullable): "sandbox", "seven", "old"; another one is its own name. */
const char *seven_run_words_gateway (const char *id);
const char *seven_run_words_state (SevenState state);
const char *seven_run_words_logto (SevenLogtoVerdict verdict, gboolean wrong);
const char *seven_run_words_usage (const SevenHistoryEntry *entry);
const char *seven_run_words_delivery (const SevenHistoryEntry *entry);
/* What stands out in a list of tests although it was accepted: Logto's wrong word, a report of no good; else "". */
const char *seven_run_words_warning (const SevenHistoryEntry *entry);
/* under_way: this program still waits for the answer. */
const char *seven_run_words_title (const SevenHistoryEntry *entry, gboolean under_way);
/* "100", or "" where there is none. */
char *seven_run_words_code (const SevenHistoryEntry *entry);
/* "+447…23 · United Kingdom" */
char *seven_run_words_recipient (const SevenHistoryEntry *entry);
/* The usage type and the recipient. */
char *seven_run_words_subtitle (const SevenHistoryEntry *entry);
/* differ: (out) (optional): whether other than predicted was billed. */
char *seven_run_words_parts (const SevenHistoryEntry *entry, gboolean *differ);
/* "€0.075", "" where it was not said. */
char *seven_run_words_price (const SevenHistoryEntry *entry);
/* All in one sentence or two, to be spoken. when: as above. */
char *seven_run_words_description (const SevenHistoryEntry *entry, gboolean under_way, const char *when);

/* Every line there is of a test: (element-type SevenFact). */
GPtrArray *seven_run_words_make_facts (const SevenHistoryEntry *entry);
/* The same as lines of text, under the title. */
char *seven_run_words_text (const SevenHistoryEntry *entry, gboolean under_way);

G_END_DECLS
