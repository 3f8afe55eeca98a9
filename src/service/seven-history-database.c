/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-history-database.h"
#include "seven-history-file.h"

typedef enum
{
  JOB_SAVE,
  JOB_QUERY,
  JOB_LOAD,
  JOB_REMOVE,
  JOB_PRUNE,
  JOB_LOOK, /* whether another process has written; nobody waits for it */
} JobKind;

struct _SevenHistoryDatabase
{
  GObject parent_instance;

  char *path;
  SevenHistoryFile *file; /* of the thread alone, until it has ended */
  GThreadPool *thread; /* a single one */
  GWeakRef *weak; /* to this; an atomic box, for what may outlive it */
  GMainContext *context; /* where the signal is emitted */
  GFileMonitor *monitor; /* (nullable): of the journal, once there is one */
  int n_awaited; /* atomic: answers that callers still wait for */
  GMutex lock; /* of what follows */
  char *notice;
  gboolean changed; /* will be said */
  gboolean looking; /* is asked for */
};

static void seven_history_database_history_store_init (SevenHistoryStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SevenHistoryDatabase, seven_history_database, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (SEVEN_TYPE_HISTORY_STORE, seven_history_database_history_store_init))

/* It has no reference to the database: the thread must not be the last to let go of it, for its end waits for the
 * thread. So the task is made when there is something to say, where it is said. */
typedef struct
{
  JobKind kind;
  GWeakRef *database;
  GMainContext *context; /* where the callback is called */
  GCancellable *cancellable;
  GAsyncReadyCallback callback;
  gpointer user_data;
  gpointer tag;

  SevenHistoryEntry *entry;
  SevenHistoryFilter filter;
  gint64 *ids; /* NULL: all */
  gsize n_ids;
  gint64 before;

  gint64 id;
  GArray *found;
  GPtrArray *entries;
  GError *error;
} Job;

static void
release_weak (gpointer data)
{
  g_atomic_rc_box_release_full (data, (GDestroyNotify) g_weak_ref_clear);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  release_weak (job->database);
  g_main_context_unref (job->context);
  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->entry, seven_history_entry_free);
  g_free ((char *) job->filter.words);
  g_free ((char *) job->filter.gateway);
  g_free (job->ids);
  g_clear_pointer (&job->found, g_array_unref);
  g_clear_pointer (&job->entries, g_ptr_array_unref);
  g_clear_error (&job->error);
  g_free (job);
}

static Job *
job_new (JobKind kind, SevenHistoryDatabase *self, GCancellable *cancellable, GAsyncReadyCallback callback,
    gpointer user_data, gpointer tag)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  job->database = g_atomic_rc_box_acquire (self->weak);
  job->context = g_main_context_ref_thread_default ();
  g_set_object (&job->cancellable, cancellable);
  job->callback = callback;
  job->user_data = user_data;
  job->tag = tag;
  return job;
}

static void
push (SevenHistoryDatabase *self, Job *job)
{
  if (job->tag != NULL)
    g_atomic_int_inc (&self->n_awaited);
  g_thread_pool_push (self->thread, job, NULL);
}

static void
attach (GMainContext *context, GSourceFunc function, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, function, data, destroy);
  g_source_attach (source, context);
}

static void
journal_changed_cb (SevenHistoryDatabase *self)
{
  gboolean looking;

  g_mutex_lock (&self->lock);
  looking = self->looking;
  self->looking = TRUE;
  g_mutex_unlock (&self->lock);
  if (!looking)
    push (self, job_new (JOB_LOOK, self, NULL, NULL, NULL, NULL));
}

/* Every write goes through the journal. Not before there is one: a folder that is not there would be looked for again
 * and again. */
static void
watch (SevenHistoryDatabase *self)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) journal = NULL;
  g_autoptr (GError) error = NULL;

  if (self->monitor != NULL)
    return;
  path = g_strconcat (self->path, "-wal", NULL);
  journal = g_file_new_for_path (path);
  self->monitor = g_file_monitor_file (journal, G_FILE_MONITOR_NONE, NULL, &error);
  if (self->monitor == NULL)
    g_debug ("What other processes write is not noticed: %s", error->message);
  else
    g_signal_connect_object (
        self->monitor, "changed", G_CALLBACK (journal_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
return_result (Job *job, GTask *task)
{
  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else if (job->kind == JOB_SAVE)
    g_task_return_int (task, (gssize) job->id);
  else if (job->kind == JOB_QUERY)
    g_task_return_pointer (task, g_steal_pointer (&job->found), (GDestroyNotify) g_array_unref);
  else if (job->kind == JOB_LOAD)
    g_task_return_pointer (task, g_steal_pointer (&job->entries), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_boolean (task, TRUE);
}

static gboolean
deliver_cb (gpointer data)
{
  Job *job = data;
  g_autoptr (SevenHistoryDatabase) self = g_weak_ref_get (job->database);
  g_autoptr (GTask) task = g_task_new (self, job->cancellable, job->callback, job->user_data);

  if (self != NULL)
    g_atomic_int_add (&self->n_awaited, -1);
  if (self != NULL && job->error == NULL)
    watch (self);
  g_task_set_source_tag (task, job->tag);
  /* What is written is written, whatever was wished for afterwards. */
  g_task_set_check_cancellable (task, FALSE);
  return_result (job, task);
  return G_SOURCE_REMOVE;
}

static gboolean
say_changed_cb (gpointer data)
{
  g_autoptr (SevenHistoryDatabase) self = g_weak_ref_get (data);

  if (self == NULL)
    return G_SOURCE_REMOVE;
  g_mutex_lock (&self->lock);
  self->changed = FALSE;
  g_mutex_unlock (&self->lock);
  g_signal_emit_by_name (self, "changed");
  return G_SOURCE_REMOVE;
}

/* Several changes are said once. */
static void
say_changed (SevenHistoryDatabase *self)
{
  gboolean changed;

  g_mutex_lock (&self->lock);
  changed = self->changed;
  self->changed = TRUE;
  g_mutex_unlock (&self->lock);
  if (!changed)
    attach (self->context, say_changed_cb, g_atomic_rc_box_acquire (self->weak), release_weak);
}

static void
do_job (SevenHistoryDatabase *self, Job *job)
{
  switch (job->kind) {
  case JOB_SAVE:
    job->id = seven_history_file_save (self->file, job->entry, job->cancellable, &job->error);
    break;
  case JOB_QUERY:
    job->found = seven_history_file_query (self->file, &job->filter, job->cancellable, &job->error);
    break;
  case JOB_LOAD:
    job->entries = seven_history_file_load (self->file, job->ids, job->n_ids, job->cancellable, &job->error);
    break;
  case JOB_REMOVE:
    seven_history_file_remove (self->file, job->ids, job->n_ids, job->cancellable, &job->error);
    break;
  case JOB_PRUNE:
    seven_history_file_prune (self->file, job->before, job->cancellable, &job->error);
    break;
  case JOB_LOOK:
  default:
    break;
  }
}

/* In the thread. */
static void
run_cb (gpointer data, gpointer user_data)
{
  Job *job = data;
  SevenHistoryDatabase *self = user_data;
  JobKind kind = job->kind;

  do_job (self, job);
  g_mutex_lock (&self->lock);
  g_free (self->notice);
  self->notice = g_strdup (seven_history_file_get_notice (self->file));
  if (kind == JOB_LOOK)
    self->looking = FALSE;
  g_mutex_unlock (&self->lock);
  if (kind == JOB_LOOK)
    job_free (job);
  else
    attach (job->context, deliver_cb, job, job_free);
  if (seven_history_file_look (self->file))
    say_changed (self);
}

static void
seven_history_database_save_async (SevenHistoryStore *store, const SevenHistoryEntry *entry,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  SevenHistoryDatabase *self = SEVEN_HISTORY_DATABASE (store);
  Job *job = job_new (JOB_SAVE, self, cancellable, callback, user_data, seven_history_database_save_async);

  job->entry = seven_history_entry_copy (entry);
  push (self, job);
}

static gint64
seven_history_database_save_finish (SevenHistoryStore *store, GAsyncResult *result, GError **error)
{
  gssize id;

  g_return_val_if_fail (g_task_is_valid (result, store), 0);
  g_return_val_if_fail (g_async_result_is_tagged (result, seven_history_database_save_async), 0);

  id = g_task_propagate_int (G_TASK (result), error);
  return id > 0 ? id : 0;
}

static void
seven_history_database_query_async (SevenHistoryStore *store, const SevenHistoryFilter *filter,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  SevenHistoryDatabase *self = SEVEN_HISTORY_DATABASE (store);
  Job *job = job_new (JOB_QUERY, self, cancellable, callback, user_data, seven_history_database_query_async);

  if (filter != NULL) {
    job->filter.words = g_strdup (filter->words);
    job->filter.gateway = g_strdup (filter->gateway);
    job->filter.states = filter->states;
  }
  push (self, job);
}

static GArray *
seven_history_database_query_finish (SevenHistoryStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, seven_history_database_query_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Never NULL: that is another thing than no ids at all. */
static gint64 *
copy_ids (const gint64 *ids, gsize n_ids)
{
  gint64 *copy = g_new0 (gint64, n_ids + 1);

  for (gsize i = 0; i < n_ids; i++)
    copy[i] = ids[i];
  return copy;
}

static void
seven_history_database_load_async (SevenHistoryStore *store, const gint64 *ids, gsize n_ids,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  SevenHistoryDatabase *self = SEVEN_HISTORY_DATABASE (store);
  Job *job = job_new (JOB_LOAD, self, cancellable, callback, user_data, seven_history_database_load_async);

  job->ids = copy_ids (ids, n_ids);
  job->n_ids = n_ids;
  push (self, job);
}

static GPtrArray *
seven_history_database_load_finish (SevenHistoryStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, seven_history_database_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
seven_history_database_remove_async (SevenHistoryStore *store, const gint64 *ids, gsize n_ids,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  SevenHistoryDatabase *self = SEVEN_HISTORY_DATABASE (store);
  Job *job =
      job_new (JOB_REMOVE, self, cancellable, callback, user_data, seven_history_database_remove_async);

  job->ids = ids != NULL ? copy_ids (ids, n_ids) : NULL;
  job->n_ids = n_ids;
  push (self, job);
}

static gboolean
seven_history_database_remove_finish (SevenHistoryStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, seven_history_database_remove_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
seven_history_database_prune_async (SevenHistoryStore *store, gint64 before, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  SevenHistoryDatabase *self = SEVEN_HISTORY_DATABASE (store);
  Job *job = job_new (JOB_PRUNE, self, cancellable, callback, user_data, seven_history_database_prune_async);

  job->before = before;
  push (self, job);
}

static gboolean
seven_history_database_prune_finish (SevenHistoryStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, seven_history_database_prune_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static char *
seven_history_database_dup_notice (SevenHistoryStore *store)
{
  SevenHistoryDatabase *self = SEVEN_HISTORY_DATABASE (store);
  char *notice;

  g_mutex_lock (&self->lock);
  notice = g_strdup (self->notice);
  g_mutex_unlock (&self->lock);
  return notice;
}

static void
seven_history_database_history_store_init (SevenHistoryStoreInterface *iface)
{
  iface->save_async = seven_history_database_save_async;
  iface->save_finish = seven_history_database_save_finish;
  iface->query_async = seven_history_database_query_async;
  iface->query_finish = seven_history_database_query_finish;
  iface->load_async = seven_history_database_load_async;
  iface->load_finish = seven_history_database_load_finish;
  iface->remove_async = seven_history_database_remove_async;
  iface->remove_finish = seven_history_database_remove_finish;
  iface->prune_async = seven_history_database_prune_async;
  iface->prune_finish = seven_history_database_prune_finish;
  iface->dup_notice = seven_history_database_dup_notice;
}

static void
seven_history_database_dispose (GObject *object)
{
  SevenHistoryDatabase *self = SEVEN_HISTORY_DATABASE (object);

  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  G_OBJECT_CLASS (seven_history_database_parent_class)->dispose (object);
}

static void
seven_history_database_finalize (GObject *object)
{
  SevenHistoryDatabase *self = SEVEN_HISTORY_DATABASE (object);

  g_thread_pool_free (self->thread, FALSE, TRUE);
  seven_history_file_free (self->file);
  release_weak (self->weak);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_free (self->notice);
  g_free (self->path);
  G_OBJECT_CLASS (seven_history_database_parent_class)->finalize (object);
}

static void
seven_history_database_class_init (SevenHistoryDatabaseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = seven_history_database_dispose;
  object_class->finalize = seven_history_database_finalize;
}

static void
seven_history_database_init (SevenHistoryDatabase *self)
{
  g_mutex_init (&self->lock);
  self->context = g_main_context_ref_thread_default ();
  self->weak = g_atomic_rc_box_new0 (GWeakRef);
  g_weak_ref_init (self->weak, self);
}

/**
 * seven_history_database_new:
 * @path: (type filename): its file; neither it nor its folder need be there. The first call makes and opens it
 *
 * Returns: (transfer full): what is remembered there
 */
SevenHistoryDatabase *
seven_history_database_new (const char *path)
{
  SevenHistoryDatabase *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (SEVEN_TYPE_HISTORY_DATABASE, NULL);
  self->path = g_strdup (path);
  self->file = seven_history_file_new (path);
  self->thread = g_thread_pool_new (run_cb, self, 1, FALSE, NULL);
  return self;
}

/**
 * seven_history_database_new_default:
 *
 * Returns: (transfer full): what this program remembers of this person’s tests
 */
SevenHistoryDatabase *
seven_history_database_new_default (void)
{
  g_autofree char *path = seven_history_file_dup_default_path ();

  return seven_history_database_new (path);
}

/**
 * seven_history_database_finish:
 * @self: a database
 *
 * Waits until all is done that was asked for, and what its answers lead to: for the end of the program, when the main
 * loop has ended. Another process that holds the file is waited for no longer than for a call.
 */
void
seven_history_database_finish (SevenHistoryDatabase *self)
{
  g_return_if_fail (SEVEN_IS_HISTORY_DATABASE (self));

  do {
    while (g_main_context_iteration (self->context, g_atomic_int_get (&self->n_awaited) > 0)) {
    }
  } while (g_atomic_int_get (&self->n_awaited) > 0);
}
