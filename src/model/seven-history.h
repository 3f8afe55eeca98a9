/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-run-record.h"

G_BEGIN_DECLS

/**
 * SEVEN_HISTORY_RETENTION_DAYS:
 *
 * How long tests are kept unless the person says otherwise.
 */
#define SEVEN_HISTORY_RETENTION_DAYS 30

/**
 * SevenHistory:
 *
 * The tests that were made. Properties: store (SevenHistoryStore, nullable, construct-only), retention-days (uint, rw:
 * what is older is removed when this is set, and every day after; 0, as at first: never), notice (string, read-only:
 * what the person has to know of the store, "" unless there is something).
 *
 * Signals: changed (): the store holds something else than it did; told at most ten times a second. not-kept (string:
 * words for the person): a test that was just made is not in the store; of several at once the first is told.
 */
#define SEVEN_TYPE_HISTORY (seven_history_get_type ())
G_DECLARE_FINAL_TYPE (SevenHistory, seven_history, SEVEN, HISTORY, GObject)

SevenHistory *seven_history_new (SevenHistoryStore *store);
SevenHistoryStore *seven_history_get_store (SevenHistory *self);
SevenRunRecord *seven_history_add (SevenHistory *self, SevenHistoryEntry *entry);
SevenRunRecord *seven_history_find_record (SevenHistory *self, gint64 id);
SevenRunRecord *seven_history_ref_record (SevenHistory *self, gint64 id);
guint seven_history_get_retention_days (SevenHistory *self);
void seven_history_set_retention_days (SevenHistory *self, guint days);
void seven_history_read_notice (SevenHistory *self);
void seven_history_dismiss_notice (SevenHistory *self);
void seven_history_remove_async (SevenHistory *self, const gint64 *ids, gsize n_ids,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean seven_history_remove_finish (SevenHistory *self, GAsyncResult *result, GError **error);

G_END_DECLS
