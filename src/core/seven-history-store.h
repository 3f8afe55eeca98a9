/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-history-entry.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SevenHistoryFilter:
 * @words: (nullable): all of these, divided by blanks, stand somewhere in an entry (usage type, recipient, country,
 *   code, title, state, gateway, delivery, message id), in either case; %NULL or "": any
 * @gateway: (nullable): "sandbox", "seven", "old"; %NULL: any
 * @states: bits of 1 << #SevenState; 0: any
 *
 * Which entries are asked for. Plain data, borrowed.
 */
typedef struct
{
  const char *words;
  const char *gateway;
  guint states;
} SevenHistoryFilter;

/**
 * SevenHistoryStore:
 *
 * Where tests are remembered. All of it happens elsewhere than in the caller's thread; what is called first is done
 * first. Other processes may use the same store at the same time. Errors are of G_IO_ERROR; their messages are
 * translated sentences.
 *
 * Signal: changed (): what the store holds is not what it was, by this process or another.
 */
#define SEVEN_TYPE_HISTORY_STORE (seven_history_store_get_type ())
G_DECLARE_INTERFACE (SevenHistoryStore, seven_history_store, SEVEN, HISTORY_STORE, GObject)

struct _SevenHistoryStoreInterface
{
  GTypeInterface parent_iface;

  void (*save_async) (SevenHistoryStore *self, const SevenHistoryEntry *entry, GCancellable *cancellable,
      GAsyncReadyCallback callback, gpointer user_data);
  gint64 (*save_finish) (SevenHistoryStore *self, GAsyncResult *result, GError **error);
  void (*query_async) (SevenHistoryStore *self, const SevenHistoryFilter *filter, GCancellable *cancellable,
      GAsyncReadyCallback callback, gpointer user_data);
  GArray *(*query_finish) (SevenHistoryStore *self, GAsyncResult *result, GError **error);
  void (*load_async) (SevenHistoryStore *self, const gint64 *ids, gsize n_ids, GCancellable *cancellable,
      GAsyncReadyCallback callback, gpointer user_data);
  GPtrArray *(*load_finish) (SevenHistoryStore *self, GAsyncResult *result, GError **error);
  void (*remove_async) (SevenHistoryStore *self, const gint64 *ids, gsize n_ids, GCancellable *cancellable,
      GAsyncReadyCallback callback, gpointer user_data);
  gboolean (*remove_finish) (SevenHistoryStore *self, GAsyncResult *result, GError **error);
  void (*prune_async) (SevenHistoryStore *self, gint64 before, GCancellable *cancellable,
      GAsyncReadyCallback callback, gpointer user_data);
  gboolean (*prune_finish) (SevenHistoryStore *self, GAsyncResult *result, GError **error);
  char *(*dup_notice) (SevenHistoryStore *self);
};

/* An entry with id 0 is added, another one is written over its former self (a removed one stays removed). The id; 0: an
 * error. */
void seven_history_store_save_async (SevenHistoryStore *self, const SevenHistoryEntry *entry,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64 seven_history_store_save_finish (SevenHistoryStore *self, GAsyncResult *result, GError **error);
/* (transfer full): the ids, gint64, of what passes the filter, newest first. filter: (nullable): everything. */
void seven_history_store_query_async (SevenHistoryStore *self, const SevenHistoryFilter *filter,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GArray *seven_history_store_query_finish (SevenHistoryStore *self, GAsyncResult *result, GError **error);
/* (transfer full): as many entries as ids, in their order; NULL elements for those that are gone. */
void seven_history_store_load_async (SevenHistoryStore *self, const gint64 *ids, gsize n_ids,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *seven_history_store_load_finish (SevenHistoryStore *self, GAsyncResult *result, GError **error);
/* Removes for good: not to be had from the file either. ids: (nullable): NULL: everything. */
void seven_history_store_remove_async (SevenHistoryStore *self, const gint64 *ids, gsize n_ids,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean seven_history_store_remove_finish (SevenHistoryStore *self, GAsyncResult *result, GError **error);
/* Removes for good what is older than before, microseconds since 1970. */
void seven_history_store_prune_async (SevenHistoryStore *self, gint64 before, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data);
gboolean seven_history_store_prune_finish (SevenHistoryStore *self, GAsyncResult *result, GError **error);
/* (transfer full) (nullable): translated: what the person has to know of the store, as that a damaged file was put
 * aside and where it is now; NULL: nothing, or nothing yet (it is opened by the first call). */
char *seven_history_store_dup_notice (SevenHistoryStore *self);

G_END_DECLS
