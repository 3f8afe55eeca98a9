/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-file-store.h"
#include "seven-file-io.h"

#include <glib/gi18n-lib.h>

struct _SevenFileStore
{
  GObject parent_instance;
};

static void seven_file_store_text_store_init (SevenTextStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SevenFileStore, seven_file_store, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (SEVEN_TYPE_TEXT_STORE, seven_file_store_text_store_init))

/* The data of a task: what goes into the thread and what comes out of it. */
typedef struct
{
  char *uri;
  GBytes *bytes; /* (nullable) */
  char *stamp; /* (nullable) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->uri);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->stamp);
  g_free (job);
}

static void
seven_file_store_class_init (SevenFileStoreClass *klass)
{
}

static void
seven_file_store_init (SevenFileStore *self)
{
}

static char *
dup_path (const char *uri, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
        _ ("“%s” is not on this computer. Copy it to a folder first."), uri);
  return g_steal_pointer (&path);
}

/* Takes its share of the caller's cancellable into the thread; there it is asked before every step but the last, so
 * that what was saved is never reported as stopped. */
static void
start (SevenTextStore *store, gpointer tag, Job *job, GTaskThreadFunc func, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, func);
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autofree char *path = dup_path (job->uri, &error);
  GBytes *bytes = path != NULL ? seven_file_load (path, &job->stamp, cancellable, &error) : NULL;

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
seven_file_store_load_async (SevenTextStore *store, const char *uri, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->uri = g_strdup (uri);
  start (store, seven_file_store_load_async, job, load_thread, cancellable, callback, user_data);
}

static GBytes *
seven_file_store_load_finish (SevenTextStore *store, GAsyncResult *result, char **stamp, GError **error)
{
  GBytes *bytes;
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  bytes = g_task_propagate_pointer (G_TASK (result), error);
  job = g_task_get_task_data (G_TASK (result));
  if (bytes != NULL && stamp != NULL)
    *stamp = g_steal_pointer (&job->stamp);
  return bytes;
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autofree char *path = dup_path (job->uri, &error);
  char *stamp = path != NULL ? seven_file_save (path, job->bytes, job->stamp, cancellable, &error) : NULL;

  if (stamp != NULL)
    g_task_return_pointer (task, stamp, g_free);
  else
    g_task_return_error (task, error);
}

static void
seven_file_store_save_async (SevenTextStore *store, const char *uri, GBytes *bytes, const char *stamp,
    SevenSaveFlags flags, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->uri = g_strdup (uri);
  job->bytes = g_bytes_ref (bytes);
  job->stamp = (flags & SEVEN_SAVE_OVERWRITE) != 0 ? NULL : g_strdup (stamp);
  start (store, seven_file_store_save_async, job, save_thread, cancellable, callback, user_data);
}

static char *
seven_file_store_save_finish (SevenTextStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
seven_file_store_text_store_init (SevenTextStoreInterface *iface)
{
  iface->load_async = seven_file_store_load_async;
  iface->load_finish = seven_file_store_load_finish;
  iface->save_async = seven_file_store_save_async;
  iface->save_finish = seven_file_store_save_finish;
}

/**
 * seven_file_store_new:
 *
 * Makes a store of documents over files.
 *
 * Returns: (transfer full): the store
 */
SevenFileStore *
seven_file_store_new (void)
{
  return g_object_new (SEVEN_TYPE_FILE_STORE, NULL);
}
