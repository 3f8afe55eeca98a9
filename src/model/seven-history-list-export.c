/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-history-list-private.h"

#include <string.h>

/* How many tests are read at once. */
#define CHUNK 1000

typedef struct
{
  SevenHistoryStore *history_store; /* (nullable) */
  SevenTextStore *text_store;
  char *uri;
  SevenHistoryFormat format;
  GArray *ids; /* as the list was */
  guint n_read;
  GPtrArray *entries;
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->history_store);
  g_clear_object (&export->text_store);
  g_clear_pointer (&export->uri, g_free);
  g_clear_pointer (&export->ids, g_array_unref);
  g_clear_pointer (&export->entries, g_ptr_array_unref);
  g_free (export);
}

static void
saved_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *stamp = seven_text_store_save_finish (SEVEN_TEXT_STORE (source_object), result, &error);

  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
write_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  const Export *export = task_data;
  char *text = export->format == SEVEN_HISTORY_CSV ? seven_history_entries_to_csv (export->entries)
                                                   : seven_history_entries_to_json (export->entries);

  g_task_return_pointer (task, g_bytes_new_take (text, strlen (text)), (GDestroyNotify) g_bytes_unref);
}

static void
written_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Export *export = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (bytes == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  /* Whoever chose the place was asked about what is there. */
  seven_text_store_save_async (export->text_store, export->uri, bytes, NULL, SEVEN_SAVE_OVERWRITE,
      g_task_get_cancellable (task), saved_cb, g_object_ref (task));
}

static void
write_all (GTask *task)
{
  /* Without the list: the thread may be the last to let go of this task, and must not end the list. */
  g_autoptr (GTask) writing =
      g_task_new (NULL, g_task_get_cancellable (task), written_cb, g_object_ref (task));

  g_task_set_task_data (writing, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (writing, write_in_thread);
}

static void read_next (GTask *task);

static void
read_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *export = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      seven_history_store_load_finish (SEVEN_HISTORY_STORE (source_object), result, &error);

  if (entries == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  /* Some may have gone since the list was made. */
  for (guint i = 0; i < entries->len; i++) {
    const SevenHistoryEntry *entry = g_ptr_array_index (entries, i);

    if (entry != NULL)
      g_ptr_array_add (export->entries, seven_history_entry_copy (entry));
  }
  read_next (task);
}

static void
read_next (GTask *task)
{
  Export *export = g_task_get_task_data (task);
  guint start = export->n_read;
  guint n = MIN (export->ids->len - start, CHUNK);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (n == 0 || export->history_store == NULL) {
    write_all (task);
    return;
  }
  export->n_read += n;
  seven_history_store_load_async (export->history_store, &g_array_index (export->ids, gint64, start), n,
      g_task_get_cancellable (task), read_cb, g_object_ref (task));
}

/**
 * seven_history_list_export_async:
 * @self: a list
 * @store: where the file goes
 * @uri: its place; what is there is overwritten
 * @format: how it is written
 * @cancellable: (nullable): to stop it with
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Writes all tests in the list to a file for other programs.
 */
void
seven_history_list_export_async (SevenHistoryList *self, SevenTextStore *store, const char *uri,
    SevenHistoryFormat format, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  SevenHistoryStore *history_store;
  Export *export;

  g_return_if_fail (SEVEN_IS_HISTORY_LIST (self));
  g_return_if_fail (SEVEN_IS_TEXT_STORE (store));
  g_return_if_fail (uri != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, seven_history_list_export_async);
  history_store = seven_history_get_store (self->history);
  export = g_new0 (Export, 1);
  export->history_store = history_store != NULL ? g_object_ref (history_store) : NULL;
  export->text_store = g_object_ref (store);
  export->uri = g_strdup (uri);
  export->format = format;
  export->ids = g_array_copy (self->ids);
  export->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) seven_history_entry_free);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  read_next (task);
}

/**
 * seven_history_list_export_finish:
 * @self: a list
 * @result: what the callback got
 * @error: return location
 *
 * Ends what seven_history_list_export_async() began.
 *
 * Errors: of %G_IO_ERROR, and whatever the file's store says.
 *
 * Returns: whether the file is written
 */
gboolean
seven_history_list_export_finish (SevenHistoryList *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
