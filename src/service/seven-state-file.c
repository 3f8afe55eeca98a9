/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-state-file.h"
#include "seven-canonical-uri.h"
#include "seven-file-io.h"

#include <glib/gstdio.h>

/* What is not in use is kept, so that a flow that Logto gets one day is in use. */
#define KEY "flows-not-in-use"

struct _SevenStateFile
{
  GObject parent_instance;

  char *path;
  GThreadPool *thread; /* a single one */
};

static void seven_state_file_state_store_init (SevenStateStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SevenStateFile, seven_state_file, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (SEVEN_TYPE_STATE_STORE, seven_state_file_state_store_init))

typedef struct
{
  char *uri;
  GTask *task; /* (nullable): to load for; NULL: to save */
  SevenFlows flows;
} Job;

static void
job_free (Job *job)
{
  g_free (job->uri);
  g_clear_object (&job->task);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* The name of the group: a bracket in it would end it. */
static char *
dup_group (const char *uri)
{
  g_autofree char *canonical = seven_canonical_uri_dup (uri);

  return g_uri_escape_string (canonical, ":/%", FALSE);
}

/* Another program may have written there: nothing that cannot be read is kept. */
static GKeyFile *
read_states (const char *path)
{
  g_autoptr (GKeyFile) states = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *stamp = NULL;
  g_autoptr (GBytes) bytes = seven_file_load (path, &stamp, NULL, &error);

  if (bytes == NULL || !g_key_file_load_from_bytes (states, bytes, G_KEY_FILE_NONE, &error)) {
    g_debug ("No state of documents: %s", error->message);
    return g_key_file_new ();
  }
  return g_steal_pointer (&states);
}

static SevenFlows
load_flows (const char *path, const char *uri)
{
  g_autoptr (GKeyFile) states = read_states (path);
  g_autofree char *group = dup_group (uri);
  g_auto (GStrv) names = g_key_file_get_string_list (states, group, KEY, NULL, NULL);
  SevenFlows flows = SEVEN_FLOWS_ALL;

  for (guint i = 0; names != NULL && names[i] != NULL; i++) {
    int usage = seven_usage_find (names[i]);

    if (usage >= 0 && usage < SEVEN_N_FLOWS)
      flows &= ~(1u << usage);
  }
  return flows;
}

static void
set_flows (GKeyFile *states, const char *group, SevenFlows flows)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint usage = 0; usage < SEVEN_N_FLOWS; usage++) {
    if ((flows >> usage & 1) == 0)
      g_ptr_array_add (names, (gpointer) seven_usage_get_name ((SevenUsageType) usage));
  }
  /* A group that is made anew stands last. */
  g_key_file_remove_group (states, group, NULL);
  if (names->len > 0)
    g_key_file_set_string_list (states, group, KEY, (const char *const *) names->pdata, names->len);
}

static void
drop_oldest (GKeyFile *states)
{
  gsize n_groups;
  g_auto (GStrv) groups = g_key_file_get_groups (states, &n_groups);

  for (gsize i = 0; i + SEVEN_STATE_FILE_MAX_DOCUMENTS < n_groups; i++)
    g_key_file_remove_group (states, groups[i], NULL);
}

static void
write_states (const char *path, GKeyFile *states)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *stamp = NULL;
  gsize length;
  char *data = g_key_file_to_data (states, &length, NULL);

  bytes = g_bytes_new_take (data, length);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    stamp = seven_file_save (path, bytes, NULL, NULL, &error);
  if (stamp == NULL)
    g_debug ("The state of a document is lost: %s", error != NULL ? error->message : folder);
}

static void
save_flows (const char *path, const char *uri, SevenFlows flows)
{
  g_autoptr (GKeyFile) states = NULL;
  g_autofree char *group = NULL;

  if (load_flows (path, uri) == flows)
    return;
  states = read_states (path);
  group = dup_group (uri);
  set_flows (states, group, flows);
  drop_oldest (states);
  write_states (path, states);
}

static void
run_cb (gpointer data, gpointer user_data)
{
  g_autoptr (Job) job = data;
  const char *path = user_data;

  if (job->task == NULL)
    save_flows (path, job->uri, job->flows);
  else
    g_task_return_int (job->task, (gssize) load_flows (path, job->uri));
}

static void
push (SevenStateStore *store, const char *uri, GTask *task, SevenFlows flows)
{
  Job *job = g_new0 (Job, 1);

  job->uri = g_strdup (uri);
  job->task = task;
  job->flows = flows;
  g_thread_pool_push (SEVEN_STATE_FILE (store)->thread, job, NULL);
}

static void
seven_state_file_load_flows_async (
    SevenStateStore *store, const char *uri, GAsyncReadyCallback callback, gpointer user_data)
{
  /* Not the task's source: the thread may be the last to let go of the task, and must not wait for itself then. */
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, seven_state_file_load_flows_async);
  push (store, uri, task, 0);
}

static SevenFlows
seven_state_file_load_flows_finish (SevenStateStore *store, GAsyncResult *result)
{
  gssize flows;

  g_return_val_if_fail (g_task_is_valid (result, NULL), SEVEN_FLOWS_ALL);
  g_return_val_if_fail (
      g_async_result_is_tagged (result, seven_state_file_load_flows_async), SEVEN_FLOWS_ALL);

  flows = g_task_propagate_int (G_TASK (result), NULL);
  return flows >= 0 ? (SevenFlows) flows : SEVEN_FLOWS_ALL;
}

static void
seven_state_file_save_flows (SevenStateStore *store, const char *uri, SevenFlows flows)
{
  push (store, uri, NULL, flows);
}

static void
seven_state_file_state_store_init (SevenStateStoreInterface *iface)
{
  iface->load_flows_async = seven_state_file_load_flows_async;
  iface->load_flows_finish = seven_state_file_load_flows_finish;
  iface->save_flows = seven_state_file_save_flows;
}

static void
seven_state_file_finalize (GObject *object)
{
  SevenStateFile *self = SEVEN_STATE_FILE (object);

  g_thread_pool_free (self->thread, FALSE, TRUE);
  g_free (self->path);
  G_OBJECT_CLASS (seven_state_file_parent_class)->finalize (object);
}

static void
seven_state_file_class_init (SevenStateFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = seven_state_file_finalize;
}

static void
seven_state_file_init (SevenStateFile *self)
{
}

/**
 * seven_state_file_new:
 * @state_folder: (type filename): where programs keep their state; need not be there
 *
 * Returns: (transfer full): the states that are kept there, in `seven-console/documents.ini`
 */
SevenStateFile *
seven_state_file_new (const char *state_folder)
{
  SevenStateFile *self;

  g_return_val_if_fail (state_folder != NULL, NULL);

  self = g_object_new (SEVEN_TYPE_STATE_FILE, NULL);
  self->path = g_build_filename (state_folder, "seven-console", "documents.ini", NULL);
  self->thread = g_thread_pool_new (run_cb, self->path, 1, FALSE, NULL);
  return self;
}
