/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-state-store.h"

G_DEFINE_INTERFACE (SevenStateStore, seven_state_store, G_TYPE_OBJECT)

static void
seven_state_store_default_init (SevenStateStoreInterface *iface)
{
}

/**
 * seven_state_store_load_flows_async:
 * @self: where state is kept
 * @uri: the document
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Looks up which flows are in use. What was saved before is taken into account.
 */
void
seven_state_store_load_flows_async (
    SevenStateStore *self, const char *uri, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SEVEN_IS_STATE_STORE (self));
  g_return_if_fail (uri != NULL);

  SEVEN_STATE_STORE_GET_IFACE (self)->load_flows_async (self, uri, callback, user_data);
}

/**
 * seven_state_store_load_flows_finish:
 * @self: where state is kept
 * @result: what the callback got
 *
 * Ends what seven_state_store_load_flows_async() began. It never fails.
 *
 * Returns: the flows in use; all of them where nothing else is known
 */
SevenFlows
seven_state_store_load_flows_finish (SevenStateStore *self, GAsyncResult *result)
{
  g_return_val_if_fail (SEVEN_IS_STATE_STORE (self), SEVEN_FLOWS_ALL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), SEVEN_FLOWS_ALL);

  return SEVEN_STATE_STORE_GET_IFACE (self)->load_flows_finish (self, result) & SEVEN_FLOWS_ALL;
}

/**
 * seven_state_store_save_flows:
 * @self: where state is kept
 * @uri: the document
 * @flows: the flows in use
 *
 * Keeps the choice; at the latest when the store ends it is on the disk.
 */
void
seven_state_store_save_flows (SevenStateStore *self, const char *uri, SevenFlows flows)
{
  g_return_if_fail (SEVEN_IS_STATE_STORE (self));
  g_return_if_fail (uri != NULL);

  SEVEN_STATE_STORE_GET_IFACE (self)->save_flows (self, uri, flows & SEVEN_FLOWS_ALL);
}
