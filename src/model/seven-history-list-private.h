/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-history-list.h"
#include "seven-shown.h"

G_BEGIN_DECLS

struct _SevenHistoryList
{
  GObject parent_instance;

  SevenHistory *history;
  GListModel *gateways;
  GListModel *results;
  SevenHistoryChoice *gateway;
  SevenHistoryChoice *result;
  char *words;

  GArray *ids; /* gint64, newest first */
  GCancellable *query; /* (nullable): of the one under way */
  gboolean fresh; /* the query under way is another one than that whose answer is shown */
  gboolean outdated; /* the store has changed since the query under way began */
  gboolean answered; /* at least once */
  gboolean answer_filtered; /* the filter of the last answer leaves tests out */
  char *error;
  SevenShown *shown;

  GQueue ranges; /* SevenHistoryRange: what is to be loaded, last asked first */
  GCancellable *load; /* (nullable): of the one under way */
  guint load_id;
  GQueue pages; /* GPtrArray of SevenRunRecord: what was loaded last, held for a while */
};

/* seven-history-list.c: something cannot be read. */
void seven_history_list_fail (SevenHistoryList *self, const GError *error);

/* seven-history-list-load.c: loads records as they are asked for. */
void seven_history_list_want (SevenHistoryList *self, guint position);
void seven_history_list_shift_wanted (SevenHistoryList *self, guint position, guint removed, guint added);
void seven_history_list_forget_wanted (SevenHistoryList *self);
/* Takes over what was read of tests, and holds their records for a while. entries may have NULL elements. */
void seven_history_list_take (SevenHistoryList *self, GPtrArray *entries);
/* How many tests are loaded at once. */
#define SEVEN_HISTORY_LIST_PAGE 100

G_END_DECLS
