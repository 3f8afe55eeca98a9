/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-history-file.h"
#include "seven-history-aside.h"
#include "seven-history-open.h"
#include "seven-history-table.h"

#include <glib/gi18n-lib.h>

/* What a call does once the file is open. Returns SQLite's result. May be called once more with an empty file. */
typedef int (*Work) (SevenHistoryFile *self, gpointer data);

char *
seven_history_file_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "seven-console", "history.db", NULL);
}

static SevenHistoryFile *
file_new (const char *path, gboolean read_only)
{
  SevenHistoryFile *self = g_new0 (SevenHistoryFile, 1);

  self->path = g_strdup (path);
  self->read_only = read_only;
  self->patience = SEVEN_HISTORY_PATIENCE;
  return self;
}

SevenHistoryFile *
seven_history_file_new (const char *path)
{
  return file_new (path, FALSE);
}

SevenHistoryFile *
seven_history_file_new_for_reading (const char *path)
{
  return file_new (path, TRUE);
}

static gboolean
try_to_read (SevenHistoryFile *self, Work work, gpointer data, GError **error)
{
  int result;

  if (!seven_history_open_for_reading (self, error))
    return FALSE;
  if (self->db == NULL)
    return TRUE;
  result = work (self, data);
  return result == SQLITE_OK || seven_history_open_fail (self, result, error);
}

/* Once more where somebody began to write meanwhile. */
static gboolean
read_only (SevenHistoryFile *self, Work work, gpointer data, GError **error)
{
  g_autoptr (GError) first = NULL;
  gboolean done = try_to_read (self, work, data, &first);

  if (self->frozen && !seven_history_open_is_frozen (self)) {
    seven_history_open_end (self, TRUE);
    self->frozen = FALSE;
    return try_to_read (self, work, data, error);
  }
  if (!done)
    g_propagate_error (error, g_steal_pointer (&first));
  return done;
}

static gboolean
read_and_write (SevenHistoryFile *self, Work work, gpointer data, GError **error)
{
  int result;

  if (!seven_history_open_for_writing (self, error))
    return FALSE;
  result = work (self, data);
  if (seven_sqlite_is_damage (result)) {
    if (!seven_history_open_anew (self, error))
      return FALSE;
    result = work (self, data);
  }
  return result == SQLITE_OK || seven_history_open_fail (self, result, error);
}

static gboolean
run (SevenHistoryFile *self, Work work, gpointer data, GCancellable *cancellable, GError **error)
{
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  self->cancellable = cancellable;
  done = self->read_only ? read_only (self, work, data, error) : read_and_write (self, work, data, error);
  self->cancellable = NULL;
  return done;
}

/* Bytes of a row may be left over where pages were balanced, which is no deletion to SQLite: only a file that is
 * written anew has none. Then the journal, where old pages are, is emptied. */
static int
clean (SevenHistoryFile *self)
{
  gint64 busy = 0;
  int result = seven_sqlite_exec (self->db, "VACUUM");

  if (result == SQLITE_OK)
    result = seven_sqlite_get_integer (self->db, "PRAGMA wal_checkpoint(TRUNCATE)", &busy);
  if (result == SQLITE_OK && busy != 0)
    result = SQLITE_BUSY;
  self->unclean = result != SQLITE_OK;
  return result;
}

/* What could not be done when it was asked for. Nobody waits for it now. */
static void
clean_later (SevenHistoryFile *self)
{
  if (!self->unclean || self->db == NULL)
    return;
  self->patience = 0;
  clean (self);
  self->patience = SEVEN_HISTORY_PATIENCE;
}

static gboolean
clean_now (SevenHistoryFile *self, GError **error)
{
  g_autoptr (GError) cause = NULL;
  int result = clean (self);

  if (result == SQLITE_OK)
    return TRUE;
  seven_sqlite_set_error (&cause, self->db, result);
  /* Translators: %s is a whole sentence about the cause. */
  g_set_error (error, G_IO_ERROR, cause->code,
      _ ("The entries are deleted, but traces of them are still in the file. %s"), cause->message);
  return FALSE;
}

typedef struct
{
  const SevenHistoryEntry *entry;
  const SevenHistoryFilter *filter;
  GArray *found;
  const gint64 *ids;
  gsize n_ids;
  GPtrArray *entries;
  gint64 before;
  gint64 id;
  int n_removed;
} Call;

static int
save_work (SevenHistoryFile *self, gpointer data)
{
  Call *call = data;

  return seven_history_table_save (self->db, call->entry, &call->id);
}

static int
query_work (SevenHistoryFile *self, gpointer data)
{
  Call *call = data;

  g_array_set_size (call->found, 0);
  return seven_history_table_query (self->db, call->filter, call->found);
}

static int
load_work (SevenHistoryFile *self, gpointer data)
{
  Call *call = data;

  g_ptr_array_set_size (call->entries, 0);
  return seven_history_table_load (self->db, call->ids, call->n_ids, call->entries);
}

static int
remove_work (SevenHistoryFile *self, gpointer data)
{
  Call *call = data;

  return seven_history_table_remove (self->db, call->ids, call->n_ids);
}

static int
prune_work (SevenHistoryFile *self, gpointer data)
{
  Call *call = data;

  return seven_history_table_prune (self->db, call->before, &call->n_removed);
}

gint64
seven_history_file_save (
    SevenHistoryFile *self, const SevenHistoryEntry *entry, GCancellable *cancellable, GError **error)
{
  Call call = { .entry = entry };

  if (!run (self, save_work, &call, cancellable, error))
    return 0;
  self->last_id = MAX (self->last_id, call.id);
  self->changed = TRUE;
  clean_later (self);
  return call.id;
}

GArray *
seven_history_file_query (
    SevenHistoryFile *self, const SevenHistoryFilter *filter, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  Call call = { .filter = filter, .found = found };

  return run (self, query_work, &call, cancellable, error) ? g_steal_pointer (&found) : NULL;
}

static void
free_entry (gpointer data)
{
  if (data != NULL)
    seven_history_entry_free (data);
}

GPtrArray *
seven_history_file_load (
    SevenHistoryFile *self, const gint64 *ids, gsize n_ids, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);
  Call call = { .ids = ids, .n_ids = n_ids, .entries = entries };

  if (!run (self, load_work, &call, cancellable, error))
    return NULL;
  g_ptr_array_set_size (entries, (int) n_ids);
  return g_steal_pointer (&entries);
}

gboolean
seven_history_file_remove (
    SevenHistoryFile *self, const gint64 *ids, gsize n_ids, GCancellable *cancellable, GError **error)
{
  Call call = { .ids = ids, .n_ids = n_ids };

  if (ids != NULL && n_ids == 0)
    return TRUE;
  if (!run (self, remove_work, &call, cancellable, error))
    return FALSE;
  self->changed = TRUE;
  if (ids == NULL) {
    seven_history_aside_prune (self->path, G_MAXINT64);
    g_clear_pointer (&self->notice, g_free);
  }
  return clean_now (self, error);
}

gboolean
seven_history_file_prune (SevenHistoryFile *self, gint64 before, GCancellable *cancellable, GError **error)
{
  Call call = { .before = before };

  if (!run (self, prune_work, &call, cancellable, error))
    return FALSE;
  seven_history_aside_prune (self->path, before);
  if (call.n_removed > 0)
    self->changed = TRUE;
  return call.n_removed == 0 || clean_now (self, error);
}

gboolean
seven_history_file_look (SevenHistoryFile *self)
{
  gint64 version = self->data_version;
  gboolean changed = self->changed;

  self->changed = FALSE;
  if (self->db == NULL)
    return changed;
  if (seven_sqlite_get_integer (self->db, "PRAGMA data_version", &version) != SQLITE_OK)
    version = self->data_version;
  changed = changed || version != self->data_version || !seven_history_open_is_in_place (self);
  self->data_version = version;
  return changed;
}

const char *
seven_history_file_get_notice (SevenHistoryFile *self)
{
  return self->notice;
}

void
seven_history_file_free (SevenHistoryFile *self)
{
  clean_later (self);
  seven_history_open_end (
      self, self->read_only || (self->db != NULL && !seven_history_open_is_in_place (self)));
  g_free (self->notice);
  g_free (self->path);
  g_free (self);
}
