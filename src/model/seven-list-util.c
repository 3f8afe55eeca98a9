/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-list-util.h"

static gboolean
is_equal_at (GListStore *store, guint position, gpointer item, GEqualFunc equal)
{
  g_autoptr (GObject) present = g_list_model_get_item (G_LIST_MODEL (store), position);

  return present == item || equal (present, item);
}

/**
 * seven_list_store_become:
 * @store: a list
 * @items: (element-type GObject): what it shall hold
 * @equal: whether two items look the same
 *
 * Makes the list hold what @items holds. Items at head and tail that look the same are kept, so that the widgets
 * that show them keep their state; the rest changes at once.
 */
void
seven_list_store_become (GListStore *store, GPtrArray *items, GEqualFunc equal)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint limit = MIN (n_old, items->len);
  guint head = 0;
  guint tail = 0;

  while (head < limit && is_equal_at (store, head, g_ptr_array_index (items, head), equal))
    head++;
  while (tail < limit - head &&
      is_equal_at (store, n_old - tail - 1, g_ptr_array_index (items, items->len - tail - 1), equal))
    tail++;
  if (head + tail == n_old && n_old == items->len)
    return;
  g_list_store_splice (store, head, n_old - head - tail, items->pdata == NULL ? NULL : items->pdata + head,
      items->len - head - tail);
}
