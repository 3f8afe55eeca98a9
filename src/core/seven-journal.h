/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-answer.h"
#include "seven-delivery.h"

G_BEGIN_DECLS

/**
 * SevenJournalEntry:
 * @id: (nullable): the number that seven gave the SMS
 * @to: (nullable): the recipient, digits
 * @text: (nullable): what was sent
 * @timestamp: (nullable): when, as seven writes it: "2026-11-23 14:03:02.123"; its zone is not documented
 * @price: in the account's currency; NAN where not said
 * @delivery: what the report says
 * @delivery_name: (nullable): the very word of the report
 * @delivery_timestamp: (nullable): when it was made, as seven writes it
 *
 * One SMS in the account's journal.
 */
typedef struct
{
  char *id;
  char *to;
  char *text;
  char *timestamp;
  double price;
  SevenDelivery delivery;
  char *delivery_name;
  char *delivery_timestamp;
} SevenJournalEntry;

/**
 * SevenJournal:
 *
 * What the journal of sent SMS answered. Immutable, reference counted (atomic).
 */
typedef struct _SevenJournal SevenJournal;

SevenJournal *seven_journal_read (const SevenExchange *exchange, GError **error);
SevenJournal *seven_journal_ref (SevenJournal *self);
void seven_journal_unref (SevenJournal *self);
guint seven_journal_get_n_entries (const SevenJournal *self);
const SevenJournalEntry *seven_journal_get_entry (const SevenJournal *self, guint index);
const SevenJournalEntry *seven_journal_find_id (const SevenJournal *self, const char *id);
const SevenJournalEntry *
seven_journal_find_text (const SevenJournal *self, const char *recipient_digits, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenJournal, seven_journal_unref)

G_END_DECLS
