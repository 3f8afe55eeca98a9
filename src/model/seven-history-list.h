/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-history-choice.h"
#include "seven-history.h"
#include "seven-text.h"

G_BEGIN_DECLS

/**
 * SevenHistoryList:
 *
 * The tests that pass a filter, newest first: a GListModel of SevenRunRecord. It has as many items as tests were found;
 * those that are asked for are loaded, some around them as well, and tell of themselves then. Properties: history
 * (SevenHistory, construct-only), words (string, rw: see SevenHistoryFilter), gateway, result (SevenHistoryChoice, rw);
 * read-only: gateways, results (GListModel of SevenHistoryChoice to choose from), loading (boolean: the store has not
 * answered yet), filtered (boolean: the filter leaves tests out), n-found (uint: as many as it has items), summary
 * ("12 tests found"), view (what there is to show: "loading", "tests", "none", "nothing-found", "failed"), error (why
 * it failed, in a sentence, else "").
 */
#define SEVEN_TYPE_HISTORY_LIST (seven_history_list_get_type ())
G_DECLARE_FINAL_TYPE (SevenHistoryList, seven_history_list, SEVEN, HISTORY_LIST, GObject)

/**
 * SevenHistoryFormat:
 * @SEVEN_HISTORY_CSV: comma-separated values (RFC 4180)
 * @SEVEN_HISTORY_JSON: a JSON array
 *
 * How tests are written for other programs.
 */
typedef enum
{
  SEVEN_HISTORY_CSV,
  SEVEN_HISTORY_JSON,
} SevenHistoryFormat;

SevenHistoryList *seven_history_list_new (SevenHistory *history);
void seven_history_list_set_words (SevenHistoryList *self, const char *words);
gboolean seven_history_list_find (SevenHistoryList *self, gint64 id, guint *position);
const gint64 *seven_history_list_get_ids (SevenHistoryList *self, gsize *n_ids);
void seven_history_list_try_again (SevenHistoryList *self);
void seven_history_list_export_async (SevenHistoryList *self, SevenTextStore *store, const char *uri,
    SevenHistoryFormat format, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean seven_history_list_export_finish (SevenHistoryList *self, GAsyncResult *result, GError **error);

G_END_DECLS
