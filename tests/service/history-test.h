/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

/* What the tests of the history share: a store in a folder of its own, and its calls with their ends waited for. */

#pragma once

#include "seven-history-database.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
  SevenHistoryStore *store;
} Fixture;

G_GNUC_UNUSED static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("seven-history-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "seven-console", "history.db", NULL);
  self->store = SEVEN_HISTORY_STORE (seven_history_database_new (self->path));
}

/* As when the program is started once more. */
G_GNUC_UNUSED static void
restart (Fixture *self)
{
  g_assert_finalize_object (self->store);
  self->store = SEVEN_HISTORY_STORE (seven_history_database_new (self->path));
}

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_unlink (path) != 0)
      remove_tree (path);
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

G_GNUC_UNUSED static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  g_assert_true (SEVEN_IS_HISTORY_STORE (source));
  *place = g_object_ref (result);
}

G_GNUC_UNUSED static void
wait_for (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);
}

G_GNUC_UNUSED static gint64
try_save (Fixture *self, const SevenHistoryEntry *entry, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  seven_history_store_save_async (self->store, entry, NULL, ended_cb, &result);
  wait_for (&result);
  return seven_history_store_save_finish (self->store, result, error);
}

G_GNUC_UNUSED static gint64
save (Fixture *self, const SevenHistoryEntry *entry)
{
  g_autoptr (GError) error = NULL;
  gint64 id = try_save (self, entry, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

G_GNUC_UNUSED static GArray *
try_query (Fixture *self, const SevenHistoryFilter *filter, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  seven_history_store_query_async (self->store, filter, NULL, ended_cb, &result);
  wait_for (&result);
  return seven_history_store_query_finish (self->store, result, error);
}

G_GNUC_UNUSED static char *
dup_ids (GArray *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", g_array_index (ids, gint64, i));
  return g_string_free (text, FALSE);
}

/* "3 1": the ids, newest first. */
G_GNUC_UNUSED static char *
query (Fixture *self, const SevenHistoryFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = try_query (self, filter, &error);

  g_assert_no_error (error);
  return dup_ids (ids);
}

G_GNUC_UNUSED static void
assert_ids (Fixture *self, const char *expected)
{
  g_autofree char *ids = query (self, NULL);

  g_assert_cmpstr (ids, ==, expected);
}

G_GNUC_UNUSED static GPtrArray *
load (Fixture *self, const gint64 *ids, gsize n_ids)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries;

  seven_history_store_load_async (self->store, ids, n_ids, NULL, ended_cb, &result);
  wait_for (&result);
  entries = seven_history_store_load_finish (self->store, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, n_ids);
  return entries;
}

G_GNUC_UNUSED static void
remove_ids (Fixture *self, const gint64 *ids, gsize n_ids)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  seven_history_store_remove_async (self->store, ids, n_ids, NULL, ended_cb, &result);
  wait_for (&result);
  seven_history_store_remove_finish (self->store, result, &error);
  g_assert_no_error (error);
}

G_GNUC_UNUSED static void
prune (Fixture *self, gint64 before)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  seven_history_store_prune_async (self->store, before, NULL, ended_cb, &result);
  wait_for (&result);
  seven_history_store_prune_finish (self->store, result, &error);
  g_assert_no_error (error);
}

/* With all members set, and a title of its own. */
G_GNUC_UNUSED static SevenHistoryEntry *
new_entry (gint64 time, const char *title)
{
  SevenHistoryEntry *entry = seven_history_entry_new ();

  entry->time = time;
  entry->gateway = g_strdup ("sandbox");
  entry->usage = g_strdup ("SignIn");
  entry->recipient = g_strdup ("+447…23");
  entry->country = g_strdup ("GB");
  entry->message_id = g_strdup ("77229135982");
  entry->state = SEVEN_STATE_ACCEPTED;
  entry->code = 100;
  entry->gateway_code = 100;
  entry->title = g_strdup (title);
  entry->encoding = g_strdup ("gsm");
  entry->predicted_parts = 1;
  entry->billed_parts = 2;
  entry->price = 0.075;
  entry->delivery = SEVEN_DELIVERY_DELIVERED;
  entry->delivery_time = time + 1;
  entry->logto = SEVEN_LOGTO_SUCCESS;
  entry->logto_wrong = TRUE;
  entry->elapsed_ms = 480;
  return entry;
}

G_GNUC_UNUSED static gint64
add (Fixture *self, gint64 time, const char *title)
{
  g_autoptr (SevenHistoryEntry) entry = new_entry (time, title);

  return save (self, entry);
}

G_GNUC_UNUSED static char *
dup_json (SevenHistoryEntry *entry)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  g_ptr_array_add (entries, entry);
  return seven_history_entries_to_json (entries);
}

G_GNUC_UNUSED static void
assert_title (Fixture *self, gint64 id, const char *title)
{
  g_autoptr (GPtrArray) entries = load (self, &id, 1);
  SevenHistoryEntry *entry = entries->pdata[0];

  g_assert_cmpstr (entry != NULL ? entry->title : NULL, ==, title);
}

static gboolean
has_bytes (const char *text, gsize length, const char *bytes)
{
  gsize n_bytes = strlen (bytes);

  for (gsize i = 0; i + n_bytes <= length; i++) {
    if (memcmp (text + i, bytes, n_bytes) == 0)
      return TRUE;
  }
  return FALSE;
}

/* How many files of the folder hold the bytes. */
G_GNUC_UNUSED static guint
count_files_with (Fixture *self, const char *bytes)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_files = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autofree char *text = NULL;
    gsize length;

    g_assert_true (g_file_get_contents (path, &text, &length, NULL));
    if (has_bytes (text, length, bytes))
      n_files++;
  }
  return n_files;
}

G_GNUC_UNUSED static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of what lies in the folder, sorted. */
G_GNUC_UNUSED static char *
list_folder (Fixture *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}
