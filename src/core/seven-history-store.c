/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-history-store.h"

G_DEFINE_INTERFACE (SevenHistoryStore, seven_history_store, G_TYPE_OBJECT)

static void
seven_history_store_default_init (SevenHistoryStoreInterface *iface)
{
  g_signal_new ("changed", SEVEN_TYPE_HISTORY_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * seven_history_store_save_async:
 * @self: where tests are remembered
 * @entry: a test; borrowed for the call
 * @cancellable: (nullable): to stop it with
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Adds an entry whose id is 0, or writes one over its former self; one that was removed stays removed.
 */
void
seven_history_store_save_async (SevenHistoryStore *self, const SevenHistoryEntry *entry,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SEVEN_IS_HISTORY_STORE (self));
  g_return_if_fail (entry != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  SEVEN_HISTORY_STORE_GET_IFACE (self)->save_async (self, entry, cancellable, callback, user_data);
}

/**
 * seven_history_store_save_finish:
 * @self: where tests are remembered
 * @result: what the callback got
 * @error: return location
 *
 * Ends what seven_history_store_save_async() began.
 *
 * Errors: of %G_IO_ERROR.
 *
 * Returns: the id; 0 with an error where it is not kept
 */
gint64
seven_history_store_save_finish (SevenHistoryStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (SEVEN_IS_HISTORY_STORE (self), 0);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), 0);

  return SEVEN_HISTORY_STORE_GET_IFACE (self)->save_finish (self, result, error);
}

/**
 * seven_history_store_query_async:
 * @self: where tests are remembered
 * @filter: (nullable): what is asked for; borrowed for the call; %NULL: everything
 * @cancellable: (nullable): to stop it with
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Finds what passes a filter.
 */
void
seven_history_store_query_async (SevenHistoryStore *self, const SevenHistoryFilter *filter,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SEVEN_IS_HISTORY_STORE (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  SEVEN_HISTORY_STORE_GET_IFACE (self)->query_async (self, filter, cancellable, callback, user_data);
}

/**
 * seven_history_store_query_finish:
 * @self: where tests are remembered
 * @result: what the callback got
 * @error: return location
 *
 * Ends what seven_history_store_query_async() began.
 *
 * Errors: of %G_IO_ERROR.
 *
 * Returns: (transfer full) (element-type gint64): the ids, newest first, or %NULL with an error
 */
GArray *
seven_history_store_query_finish (SevenHistoryStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (SEVEN_IS_HISTORY_STORE (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);

  return SEVEN_HISTORY_STORE_GET_IFACE (self)->query_finish (self, result, error);
}

/**
 * seven_history_store_load_async:
 * @self: where tests are remembered
 * @ids: ids of entries
 * @n_ids: how many they are
 * @cancellable: (nullable): to stop it with
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Reads entries.
 */
void
seven_history_store_load_async (SevenHistoryStore *self, const gint64 *ids, gsize n_ids,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SEVEN_IS_HISTORY_STORE (self));
  g_return_if_fail (ids != NULL || n_ids == 0);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  SEVEN_HISTORY_STORE_GET_IFACE (self)->load_async (self, ids, n_ids, cancellable, callback, user_data);
}

/**
 * seven_history_store_load_finish:
 * @self: where tests are remembered
 * @result: what the callback got
 * @error: return location
 *
 * Ends what seven_history_store_load_async() began.
 *
 * Errors: of %G_IO_ERROR.
 *
 * Returns: (transfer full) (element-type SevenHistoryEntry): one for each id, in their order, %NULL for one that is
 *   gone; or %NULL with an error
 */
GPtrArray *
seven_history_store_load_finish (SevenHistoryStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (SEVEN_IS_HISTORY_STORE (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);

  return SEVEN_HISTORY_STORE_GET_IFACE (self)->load_finish (self, result, error);
}

/**
 * seven_history_store_remove_async:
 * @self: where tests are remembered
 * @ids: (nullable): ids of entries; %NULL: all there are
 * @n_ids: how many they are; 0 where @ids is %NULL
 * @cancellable: (nullable): to stop it with
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Removes entries for good: the file does not hold them any more either.
 */
void
seven_history_store_remove_async (SevenHistoryStore *self, const gint64 *ids, gsize n_ids,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SEVEN_IS_HISTORY_STORE (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  SEVEN_HISTORY_STORE_GET_IFACE (self)->remove_async (self, ids, n_ids, cancellable, callback, user_data);
}

/**
 * seven_history_store_remove_finish:
 * @self: where tests are remembered
 * @result: what the callback got
 * @error: return location
 *
 * Ends what seven_history_store_remove_async() began.
 *
 * Errors: of %G_IO_ERROR.
 *
 * Returns: whether they are gone
 */
gboolean
seven_history_store_remove_finish (SevenHistoryStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (SEVEN_IS_HISTORY_STORE (self), FALSE);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), FALSE);

  return SEVEN_HISTORY_STORE_GET_IFACE (self)->remove_finish (self, result, error);
}

/**
 * seven_history_store_prune_async:
 * @self: where tests are remembered
 * @before: microseconds since 1970, UTC
 * @cancellable: (nullable): to stop it with
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Removes for good what is older.
 */
void
seven_history_store_prune_async (SevenHistoryStore *self, gint64 before, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SEVEN_IS_HISTORY_STORE (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  SEVEN_HISTORY_STORE_GET_IFACE (self)->prune_async (self, before, cancellable, callback, user_data);
}

/**
 * seven_history_store_prune_finish:
 * @self: where tests are remembered
 * @result: what the callback got
 * @error: return location
 *
 * Ends what seven_history_store_prune_async() began.
 *
 * Errors: of %G_IO_ERROR.
 *
 * Returns: whether it is gone
 */
gboolean
seven_history_store_prune_finish (SevenHistoryStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (SEVEN_IS_HISTORY_STORE (self), FALSE);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), FALSE);

  return SEVEN_HISTORY_STORE_GET_IFACE (self)->prune_finish (self, result, error);
}

/**
 * seven_history_store_dup_notice:
 * @self: where tests are remembered
 *
 * Returns: (transfer full) (nullable): a translated sentence that the person has to know of, as that a damaged file was
 *   put aside; %NULL: there is none, or not yet: the store is opened by the first call
 */
char *
seven_history_store_dup_notice (SevenHistoryStore *self)
{
  g_return_val_if_fail (SEVEN_IS_HISTORY_STORE (self), NULL);

  return SEVEN_HISTORY_STORE_GET_IFACE (self)->dup_notice (self);
}
