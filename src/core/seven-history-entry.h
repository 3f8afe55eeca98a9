/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-delivery.h"
#include "seven-outcome.h"

G_BEGIN_DECLS

/**
 * SevenHistoryEntry:
 * @id: its number in the store, from 1; 0: not stored yet
 * @time: when it was sent, microseconds since 1970 (UTC)
 * @gateway: "sandbox", "seven" or "old"; never translated
 * @usage: (nullable): the usage type of the template; %NULL where it has none
 * @recipient: first 3 and last 2 digits, as seven_phone_dup_masked() gives them; never the number
 * @country: (nullable): ISO 3166-1 alpha-2
 * @message_id: (nullable): the number that seven gave the SMS, to ask for the report by
 * @state: what became of it; unknown while it is under way, for that is what it is if the program ends now
 * @code: the code that decided; %SEVEN_REPLY_NO_CODE: none
 * @gateway_code: the code at the top level; %SEVEN_REPLY_NO_CODE: none
 * @title: in words, as they were shown; never the gateway's own words, which may repeat the text or the number
 * @encoding: (nullable): "gsm" or "ucs2", as predicted
 * @predicted_parts: as predicted
 * @billed_parts: as seven said; -1: not said
 * @price: of all parts, in the account's currency; NAN: not said
 * @delivery: what the last report said
 * @delivery_time: when we learned of it, microseconds since 1970; 0: never
 * @logto: what Logto would have told its user
 * @logto_wrong: whether that would have been wrong
 * @elapsed_ms: how long the answer took, milliseconds
 *
 * One test, as it is kept. It holds no key, no number, no text and no code. Plain data.
 */
typedef struct
{
  gint64 id;
  gint64 time;
  char *gateway;
  char *usage;
  char *recipient;
  char *country;
  char *message_id;
  SevenState state;
  int code;
  int gateway_code;
  char *title;
  char *encoding;
  int predicted_parts;
  int billed_parts;
  double price;
  SevenDelivery delivery;
  gint64 delivery_time;
  SevenLogtoVerdict logto;
  gboolean logto_wrong;
  guint elapsed_ms;
} SevenHistoryEntry;

SevenHistoryEntry *seven_history_entry_new (void);
SevenHistoryEntry *seven_history_entry_copy (const SevenHistoryEntry *self);
void seven_history_entry_free (SevenHistoryEntry *self);
void seven_history_entry_take_outcome (SevenHistoryEntry *self, const SevenOutcome *outcome);

char *seven_history_entries_to_csv (GPtrArray *entries);
char *seven_history_entries_to_json (GPtrArray *entries);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenHistoryEntry, seven_history_entry_free)

G_END_DECLS
