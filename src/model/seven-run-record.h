/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-history-store.h"

G_BEGIN_DECLS

/**
 * SevenRunRecord:
 *
 * One test as the history has it. What is told to it is kept at once, one save after another.
 *
 * Properties, read-only: id (int64: its number in the store, 0 until it has one), loaded (boolean: until then all words
 * are ""), code ("100"), css-class and icon-name (of its state), delivery ("Delivered to the phone"), description (all
 * of it as it is spoken), gateway (its name), logto ("Logto would have reported success"), parts ("1 predicted · 2
 * billed"), price ("€0.075"), recipient ("+447…23 · United Kingdom"), state ("Accepted"), subtitle ("Generic · +447…23 ·
 * United Kingdom"), title, usage, warning (what stands out although it was accepted, else ""), when ("Today 14:03")
 * (strings), awaits-report (boolean: seven has it, and the last report is not final),
 * logto-wrong (boolean), facts (GListModel of SevenFact: every line there is).
 *
 * Signal: not-kept (string: why): the store did not take it, or not all of it; told once.
 */
#define SEVEN_TYPE_RUN_RECORD (seven_run_record_get_type ())
G_DECLARE_FINAL_TYPE (SevenRunRecord, seven_run_record, SEVEN, RUN_RECORD, GObject)

SevenRunRecord *seven_run_record_new (SevenHistoryStore *store, SevenHistoryEntry *entry);
SevenRunRecord *seven_run_record_new_for_id (SevenHistoryStore *store, gint64 id);
const SevenHistoryEntry *seven_run_record_get_entry (SevenRunRecord *self);
gint64 seven_run_record_get_id (SevenRunRecord *self);
gboolean seven_run_record_is_loaded (SevenRunRecord *self);
gboolean seven_run_record_awaits_report (SevenRunRecord *self);
char *seven_run_record_dup_text (SevenRunRecord *self);
void seven_run_record_fill (SevenRunRecord *self, SevenHistoryEntry *entry);
void seven_run_record_refresh (SevenRunRecord *self);
void seven_run_record_save (SevenRunRecord *self);
void seven_run_record_set_outcome (SevenRunRecord *self, const SevenOutcome *outcome);
void seven_run_record_set_message_id (SevenRunRecord *self, const char *message_id);
void seven_run_record_set_delivery (SevenRunRecord *self, SevenDelivery delivery, gint64 time);

G_END_DECLS
