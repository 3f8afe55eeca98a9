/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-history-store.h"

#include <math.h>
#include <string.h>

/* Tests in memory. It answers at once, or when it is told to. */
#define FAKE_TYPE_HISTORY_STORE (fake_history_store_get_type ())
G_DECLARE_FINAL_TYPE (FakeHistoryStore, fake_history_store, FAKE, HISTORY_STORE, GObject)

struct _FakeHistoryStore
{
  GObject parent_instance;

  GArray *ids; /* gint64, newest first */
  GHashTable *entries; /* id (in it) → SevenHistoryEntry */
  gint64 last_id;
  gboolean holding; /* answers when told */
  GQueue pending; /* GTask */
  char *notice; /* (nullable) */
  char *fault; /* (nullable): why nothing works */
  GPtrArray *saved; /* of SevenHistoryEntry: each save is one more */
  gint64 pruned_before; /* the last prune; 0: none */
  guint n_saves;
  guint n_queries;
  guint n_loads;
  guint n_loaded;
  guint n_prunes;
};

typedef enum
{
  FAKE_SAVE,
  FAKE_QUERY,
  FAKE_LOAD,
  FAKE_REMOVE,
  FAKE_PRUNE,
} FakeKind;

typedef struct
{
  FakeKind kind;
  SevenHistoryEntry *entry;
  char *words;
  char *gateway;
  guint states;
  GArray *ids; /* (nullable): all */
  gint64 before;
} FakeJob;

static inline void
fake_job_free (FakeJob *job)
{
  g_clear_pointer (&job->entry, seven_history_entry_free);
  g_clear_pointer (&job->ids, g_array_unref);
  g_free (job->words);
  g_free (job->gateway);
  g_free (job);
}

static inline const SevenHistoryEntry *
fake_history_store_get (FakeHistoryStore *self, gint64 id)
{
  return g_hash_table_lookup (self->entries, &id);
}

static inline void
fake_history_store_keep (FakeHistoryStore *self, const SevenHistoryEntry *entry)
{
  SevenHistoryEntry *copy = seven_history_entry_copy (entry);

  g_hash_table_replace (self->entries, &copy->id, copy);
}

static inline void
fake_answer_save (FakeHistoryStore *self, GTask *task, const FakeJob *job)
{
  gboolean removed = job->entry->id != 0 && fake_history_store_get (self, job->entry->id) == NULL;

  self->n_saves++;
  g_ptr_array_add (self->saved, seven_history_entry_copy (job->entry));
  if (job->entry->id == 0) {
    job->entry->id = ++self->last_id;
    g_array_prepend_val (self->ids, job->entry->id);
  }
  if (!removed)
    fake_history_store_keep (self, job->entry);
  g_task_return_int (task, (gssize) job->entry->id);
  g_signal_emit_by_name (self, "changed");
}

static inline gboolean
fake_matches (const SevenHistoryEntry *entry, const FakeJob *job)
{
  if (job->words != NULL && *job->words != '\0' && g_strcmp0 (entry->usage, job->words) != 0)
    return FALSE;
  if (job->gateway != NULL && g_strcmp0 (entry->gateway, job->gateway) != 0)
    return FALSE;
  return job->states == 0 || (job->states & 1u << entry->state) != 0;
}

static inline void
fake_answer_query (FakeHistoryStore *self, GTask *task, const FakeJob *job)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint64));

  self->n_queries++;
  for (guint i = 0; i < self->ids->len; i++) {
    gint64 id = g_array_index (self->ids, gint64, i);

    if (fake_matches (fake_history_store_get (self, id), job))
      g_array_append_val (found, id);
  }
  g_task_return_pointer (task, found, (GDestroyNotify) g_array_unref);
}

static inline void
fake_free_entry (gpointer entry)
{
  if (entry != NULL)
    seven_history_entry_free (entry);
}

static inline void
fake_answer_load (FakeHistoryStore *self, GTask *task, const FakeJob *job)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (fake_free_entry);

  self->n_loads++;
  self->n_loaded += job->ids->len;
  for (guint i = 0; i < job->ids->len; i++) {
    const SevenHistoryEntry *entry = fake_history_store_get (self, g_array_index (job->ids, gint64, i));

    g_ptr_array_add (entries, entry != NULL ? seven_history_entry_copy (entry) : NULL);
  }
  g_task_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref);
}

static inline gboolean
fake_is_removed (const FakeJob *job, const SevenHistoryEntry *entry)
{
  if (job->kind == FAKE_PRUNE)
    return entry->time < job->before;
  for (guint i = 0; job->ids != NULL && i < job->ids->len; i++) {
    if (g_array_index (job->ids, gint64, i) == entry->id)
      return TRUE;
  }
  return job->ids == NULL;
}

static inline void
fake_answer_remove (FakeHistoryStore *self, GTask *task, const FakeJob *job)
{
  if (job->kind == FAKE_PRUNE) {
    self->n_prunes++;
    self->pruned_before = job->before;
  }
  for (guint i = self->ids->len; i > 0; i--) {
    gint64 id = g_array_index (self->ids, gint64, i - 1);

    if (!fake_is_removed (job, fake_history_store_get (self, id)))
      continue;
    g_array_remove_index (self->ids, i - 1);
    g_hash_table_remove (self->entries, &id);
  }
  g_task_return_boolean (task, TRUE);
  g_signal_emit_by_name (self, "changed");
}

static inline void
fake_answer (FakeHistoryStore *self, GTask *task)
{
  const FakeJob *job = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (self->fault != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", self->fault);
  else if (job->kind == FAKE_SAVE)
    fake_answer_save (self, task, job);
  else if (job->kind == FAKE_QUERY)
    fake_answer_query (self, task, job);
  else if (job->kind == FAKE_LOAD)
    fake_answer_load (self, task, job);
  else
    fake_answer_remove (self, task, job);
}

/* Answers what was asked first; FALSE: there is nothing to answer. */
static inline gboolean
fake_history_store_answer (FakeHistoryStore *self)
{
  g_autoptr (GTask) task = g_queue_pop_head (&self->pending);

  if (task == NULL)
    return FALSE;
  fake_answer (self, task);
  return TRUE;
}

/* Answers what was asked last. */
static inline void
fake_history_store_answer_last (FakeHistoryStore *self)
{
  g_autoptr (GTask) task = g_queue_pop_tail (&self->pending);

  fake_answer (self, task);
}

static inline void
fake_take (SevenHistoryStore *store, FakeJob *job, GCancellable *cancellable, GAsyncReadyCallback callback,
    gpointer user_data)
{
  FakeHistoryStore *self = FAKE_HISTORY_STORE (store);
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_task_data (task, job, (GDestroyNotify) fake_job_free);
  g_queue_push_tail (&self->pending, task);
  if (!self->holding)
    fake_history_store_answer (self);
}

static inline FakeJob *
fake_job_new (FakeKind kind, const gint64 *ids, gsize n_ids)
{
  FakeJob *job = g_new0 (FakeJob, 1);

  job->kind = kind;
  if (ids != NULL || kind == FAKE_LOAD) {
    job->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_array_append_vals (job->ids, ids, (guint) n_ids);
  }
  return job;
}

static void
fake_history_store_save_async (SevenHistoryStore *store, const SevenHistoryEntry *entry,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  FakeJob *job = fake_job_new (FAKE_SAVE, NULL, 0);

  job->entry = seven_history_entry_copy (entry);
  fake_take (store, job, cancellable, callback, user_data);
}

static gint64
fake_history_store_save_finish (SevenHistoryStore *store, GAsyncResult *result, GError **error)
{
  gssize id = g_task_propagate_int (G_TASK (result), error);

  return MAX (id, 0);
}

static void
fake_history_store_query_async (SevenHistoryStore *store, const SevenHistoryFilter *filter,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  FakeJob *job = fake_job_new (FAKE_QUERY, NULL, 0);

  if (filter != NULL) {
    job->words = g_strdup (filter->words);
    job->gateway = g_strdup (filter->gateway);
    job->states = filter->states;
  }
  fake_take (store, job, cancellable, callback, user_data);
}

static GArray *
fake_history_store_query_finish (SevenHistoryStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fake_history_store_load_async (SevenHistoryStore *store, const gint64 *ids, gsize n_ids,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  fake_take (store, fake_job_new (FAKE_LOAD, ids, n_ids), cancellable, callback, user_data);
}

static GPtrArray *
fake_history_store_load_finish (SevenHistoryStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fake_history_store_remove_async (SevenHistoryStore *store, const gint64 *ids, gsize n_ids,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  fake_take (store, fake_job_new (FAKE_REMOVE, ids, n_ids), cancellable, callback, user_data);
}

static void
fake_history_store_prune_async (SevenHistoryStore *store, gint64 before, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  FakeJob *job = fake_job_new (FAKE_PRUNE, NULL, 0);

  job->before = before;
  fake_take (store, job, cancellable, callback, user_data);
}

static gboolean
fake_history_store_remove_finish (SevenHistoryStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static char *
fake_history_store_dup_notice (SevenHistoryStore *store)
{
  return g_strdup (FAKE_HISTORY_STORE (store)->notice);
}

static void
fake_history_store_iface_init (SevenHistoryStoreInterface *iface)
{
  iface->save_async = fake_history_store_save_async;
  iface->save_finish = fake_history_store_save_finish;
  iface->query_async = fake_history_store_query_async;
  iface->query_finish = fake_history_store_query_finish;
  iface->load_async = fake_history_store_load_async;
  iface->load_finish = fake_history_store_load_finish;
  iface->remove_async = fake_history_store_remove_async;
  iface->remove_finish = fake_history_store_remove_finish;
  iface->prune_async = fake_history_store_prune_async;
  iface->prune_finish = fake_history_store_remove_finish;
  iface->dup_notice = fake_history_store_dup_notice;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeHistoryStore, fake_history_store, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (SEVEN_TYPE_HISTORY_STORE, fake_history_store_iface_init))

static void
fake_history_store_finalize (GObject *object)
{
  FakeHistoryStore *self = FAKE_HISTORY_STORE (object);

  g_queue_clear_full (&self->pending, g_object_unref);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self->notice);
  g_free (self->fault);
  g_clear_pointer (&self->saved, g_ptr_array_unref);
  G_OBJECT_CLASS (fake_history_store_parent_class)->finalize (object);
}

static void
fake_history_store_class_init (FakeHistoryStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_history_store_finalize;
}

static void
fake_history_store_init (FakeHistoryStore *self)
{
  self->saved = g_ptr_array_new_with_free_func ((GDestroyNotify) seven_history_entry_free);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->entries =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) seven_history_entry_free);
}

static inline FakeHistoryStore *
fake_history_store_new (void)
{
  return g_object_new (FAKE_TYPE_HISTORY_STORE, NULL);
}

/* A test that went well, one after another a minute apart; time: of the newest. */
static inline SevenHistoryEntry *
fake_history_entry_new (gint64 time)
{
  SevenHistoryEntry *entry = seven_history_entry_new ();

  entry->time = time;
  entry->gateway = g_strdup ("sandbox");
  entry->usage = g_strdup ("Generic");
  entry->recipient = g_strdup ("+447…23");
  entry->country = g_strdup ("GB");
  entry->message_id = g_strdup ("77000001");
  entry->state = SEVEN_STATE_ACCEPTED;
  entry->code = 100;
  entry->gateway_code = 100;
  entry->title = g_strdup ("SMS accepted");
  entry->encoding = g_strdup ("gsm");
  entry->predicted_parts = 1;
  entry->billed_parts = 1;
  entry->price = 0.075;
  entry->delivery = SEVEN_DELIVERY_DELIVERED;
  entry->delivery_time = time + 2 * G_USEC_PER_SEC;
  entry->logto = SEVEN_LOGTO_SUCCESS;
  entry->elapsed_ms = 41;
  return entry;
}

/* As another process does it: without a word. (transfer full): entry. */
static inline gint64
fake_history_store_put (FakeHistoryStore *self, SevenHistoryEntry *entry)
{
  entry->id = ++self->last_id;
  g_array_prepend_val (self->ids, entry->id);
  g_hash_table_replace (self->entries, &entry->id, entry);
  return entry->id;
}

static inline void
fake_history_store_put_many (FakeHistoryStore *self, guint n_entries, gint64 time)
{
  g_autoptr (GArray) older = g_steal_pointer (&self->ids);

  self->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), older->len + n_entries);
  for (guint i = n_entries; i > 0; i--) {
    gint64 id = self->last_id + i;

    g_array_append_val (self->ids, id);
  }
  g_array_append_vals (self->ids, older->data, older->len);
  for (guint i = 0; i < n_entries; i++) {
    SevenHistoryEntry *entry =
        fake_history_entry_new (time - (n_entries - 1 - i) * (gint64) G_TIME_SPAN_MINUTE);

    entry->id = ++self->last_id;
    g_hash_table_replace (self->entries, &entry->id, entry);
  }
}
