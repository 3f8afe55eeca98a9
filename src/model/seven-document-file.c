/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-document-private.h"

/* A load or a save that is under way. */
typedef struct
{
  char *uri;
  SevenCharset charset;
  SevenCharset guess;
  guint64 state; /* of the text that is being saved */
  char **members;
  char *text; /* what was loaded, its length and its version */
  gsize length;
  char *stamp;
  SevenStateStore *state_store;
} FileJob;

static void
file_job_free (FileJob *job)
{
  g_free (job->uri);
  g_strfreev (job->members);
  g_free (job->text);
  g_free (job->stamp);
  g_clear_object (&job->state_store);
  g_free (job);
}

static GTask *
start_job (SevenDocument *self, const char *uri, gpointer tag, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  FileJob *job = g_new0 (FileJob, 1);

  g_task_set_source_tag (task, tag);
  /* The store knows what happened: what was saved before the stop was saved. */
  g_task_set_check_cancellable (task, FALSE);
  job->uri = g_strdup (uri);
  g_task_set_task_data (task, job, (GDestroyNotify) file_job_free);
  self->n_busy++;
  seven_document_refresh (self);

  return task;
}

static void
end_job (SevenDocument *self)
{
  self->n_busy--;
  seven_document_refresh (self);
}

static void
end_load (SevenDocument *self, GTask *task, SevenFlows flows)
{
  FileJob *job = g_task_get_task_data (task);

  seven_document_restore_flows (self, flows);
  seven_document_reset (self, job->text, job->length, job->uri, job->stamp);
  /* What was converted is not what lies on the disk. */
  if (job->charset != SEVEN_CHARSET_UTF8)
    self->saved_state = G_MAXUINT64;
  end_job (self);
  g_task_return_boolean (task, TRUE);
}

static void
flows_loaded_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  FileJob *job = g_task_get_task_data (task);

  end_load (
      g_task_get_source_object (task), task, seven_state_store_load_flows_finish (job->state_store, result));
}

static void
loaded_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SevenDocument *self = g_task_get_source_object (task);
  FileJob *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      seven_text_store_load_finish (SEVEN_TEXT_STORE (source_object), result, &job->stamp, &error);

  if (bytes != NULL)
    job->text = seven_text_decode (bytes, job->charset, &job->length, &job->guess, &error);
  if (job->text == NULL) {
    end_job (self);
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }

  if (self->state_store == NULL) {
    end_load (self, task, SEVEN_FLOWS_ALL);
    return;
  }
  job->state_store = g_object_ref (self->state_store);
  seven_state_store_load_flows_async (job->state_store, job->uri, flows_loaded_cb, g_steal_pointer (&task));
}

/**
 * seven_document_load_async:
 * @self: a document
 * @store: where documents live
 * @uri: which one
 * @charset: how its bytes are read; UTF-8 unless a person has said otherwise
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Loads a document. Until it is there, and where that fails, everything stays as it was. A text that was converted is
 * modified: it lies on the disk otherwise.
 */
void
seven_document_load_async (SevenDocument *self, SevenTextStore *store, const char *uri, SevenCharset charset,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  FileJob *job;

  g_return_if_fail (SEVEN_IS_DOCUMENT (self));
  g_return_if_fail (SEVEN_IS_TEXT_STORE (store));
  g_return_if_fail (uri != NULL);

  task = start_job (self, uri, seven_document_load_async, cancellable, callback, user_data);
  job = g_task_get_task_data (task);
  job->charset = charset;
  seven_text_store_load_async (store, uri, cancellable, loaded_cb, g_steal_pointer (&task));
}

/**
 * seven_document_load_finish:
 * @self: a document
 * @result: what the callback got
 * @guess: (out) (optional): with %SEVEN_TEXT_ERROR_NOT_UTF8: what to offer instead
 * @error: those of #SevenTextStore (%G_IO_ERROR), %SEVEN_TEXT_ERROR_NOT_UTF8, %SEVEN_TEXT_ERROR_TOO_LARGE
 *
 * Returns: whether the document was loaded
 */
gboolean
seven_document_load_finish (SevenDocument *self, GAsyncResult *result, SevenCharset *guess, GError **error)
{
  FileJob *job;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, seven_document_load_async), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  if (guess != NULL)
    *guess = job->guess;

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
saved_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SevenDocument *self = g_task_get_source_object (task);
  FileJob *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *stamp = seven_text_store_save_finish (SEVEN_TEXT_STORE (source_object), result, &error);
  gboolean moved;

  if (stamp == NULL) {
    end_job (self);
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }

  moved = g_strcmp0 (job->uri, self->uri) != 0;
  seven_document_take_place (self, g_strdup (job->uri), g_steal_pointer (&stamp));
  if (moved)
    seven_document_keep_flows (self);
  self->saved_state = job->state;
  g_clear_pointer (&self->saved_members, g_strfreev);
  self->saved_members = g_steal_pointer (&job->members);
  end_job (self);
  g_task_return_boolean (task, TRUE);
}

/**
 * seven_document_save_async:
 * @self: a document
 * @store: where documents live
 * @uri: where to save it
 * @flags: whether to replace what changed there since it was loaded
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Saves the text as it is now; what is typed meanwhile is modified afterwards. The document lives at @uri from then
 * on.
 */
void
seven_document_save_async (SevenDocument *self, SevenTextStore *store, const char *uri, SevenSaveFlags flags,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *stamp;
  FileJob *job;

  g_return_if_fail (SEVEN_IS_DOCUMENT (self));
  g_return_if_fail (SEVEN_IS_TEXT_STORE (store));
  g_return_if_fail (uri != NULL);

  task = start_job (self, uri, seven_document_save_async, cancellable, callback, user_data);
  job = g_task_get_task_data (task);
  seven_undo_stack_seal (self->undo);
  job->state = seven_undo_stack_get_state (self->undo);
  job->members = seven_config_dup_member_names (seven_document_ensure_config (self));
  bytes = g_bytes_new (self->text->str, self->text->len);
  stamp = g_strcmp0 (uri, self->uri) == 0 ? self->stamp : NULL;
  seven_text_store_save_async (
      store, uri, bytes, stamp, flags, cancellable, saved_cb, g_steal_pointer (&task));
}

/**
 * seven_document_save_finish:
 * @self: a document
 * @result: what the callback got
 * @error: those of #SevenTextStore; %G_IO_ERROR_WRONG_ETAG: the file is another than the one that was loaded
 *
 * Returns: whether the document was saved
 */
gboolean
seven_document_save_finish (SevenDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, seven_document_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
