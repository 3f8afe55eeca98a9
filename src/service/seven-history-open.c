/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-history-open.h"
#include "seven-history-aside.h"
#include "seven-history-schema.h"
#include "seven-history-table.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* So many steps of SQLite's machine between two looks at the cancellable: well below a millisecond. */
#define STEPS 10000

/* WAL, so that a reader never waits for a writer. FULL, so that what is written, or removed, is so after a power cut
 * as well: a test costs a handful of writes, each a few milliseconds that nobody waits for. Deleted bytes are
 * overwritten, and no copy of them is made in a temporary file. A database is not trusted more than other input. */
#define SETTINGS \
  "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;" \
  "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"

static int
wait_cb (void *data, int n_calls)
{
  SevenHistoryFile *self = data;
  gint64 now = g_get_monotonic_time ();

  if (n_calls == 0)
    self->waiting_since = now;
  if (g_cancellable_is_cancelled (self->cancellable) ||
      now - self->waiting_since >= (gint64) self->patience * 1000)
    return 0;
  g_usleep ((gulong) MIN (n_calls + 1, 20) * 1000);
  return 1;
}

static int
is_stopped_cb (void *data)
{
  SevenHistoryFile *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

/* Whether the file that is open is still the one that lies there. */
gboolean
seven_history_open_is_in_place (SevenHistoryFile *self)
{
  struct stat info;

  return g_stat (self->path, &info) == 0 && info.st_dev == self->info.st_dev &&
      info.st_ino == self->info.st_ino;
}

/* What SQLite does at the end to the journal is done to its name: not where that is another file's by now. */
void
seven_history_open_end (SevenHistoryFile *self, gboolean leave_journal)
{
  if (self->db == NULL)
    return;
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, leave_journal ? 1 : 0, NULL);
  sqlite3_close (g_steal_pointer (&self->db));
}

static gboolean
has_journal (SevenHistoryFile *self)
{
  g_autofree char *journal = g_strconcat (self->path, "-wal", NULL);
  struct stat info;

  return g_stat (journal, &info) == 0;
}

static int
check_integrity (sqlite3 *db)
{
  int result;
  g_autoptr (sqlite3_stmt) statement = seven_sqlite_prepare (db, "PRAGMA quick_check(1)", &result);

  if (result != SQLITE_OK)
    return result;
  result = sqlite3_step (statement);
  if (result != SQLITE_ROW)
    return result == SQLITE_DONE ? SQLITE_CORRUPT : result;
  return g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0 ? SQLITE_OK
                                                                                  : SQLITE_CORRUPT;
}

static int
read_version (SevenHistoryFile *self, SevenHistoryVersion *version)
{
  int result = seven_history_schema_get_version (self->db, seven_history_schema_get_steps (), version);

  if (result == SQLITE_OK && *version == SEVEN_HISTORY_FOREIGN)
    return SQLITE_NOTADB;
  if (result != SQLITE_OK || *version == SEVEN_HISTORY_NEW || *version == SEVEN_HISTORY_NEWER)
    return result;
  result = check_integrity (self->db);
  return result == SQLITE_OK && *version == SEVEN_HISTORY_PRESENT ? seven_history_table_check (self->db)
                                                                  : result;
}

static int
connect_file (SevenHistoryFile *self, const char *name, int flags)
{
  int result = sqlite3_open_v2 (name, &self->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (result != SQLITE_OK)
    return result;
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_busy_handler (self->db, wait_cb, self);
  sqlite3_progress_handler (self->db, STEPS, is_stopped_cb, self);
  return seven_sqlite_exec (self->db, SETTINGS);
}

/* A step that does not work is no damage to the file, which stays. */
static int
migrate (sqlite3 *db)
{
  int result = seven_history_schema_migrate (db, seven_history_schema_get_steps ());

  return result == SQLITE_ERROR ? SQLITE_INTERNAL : result;
}

/* A file that may only be read serves as far as it can. */
static int
make_present (SevenHistoryFile *self, SevenHistoryVersion version)
{
  int result;

  if (sqlite3_db_readonly (self->db, "main") != 0)
    return version == SEVEN_HISTORY_PRESENT ? SQLITE_OK : SQLITE_READONLY;
  result = seven_sqlite_exec (self->db, "PRAGMA journal_mode = WAL");
  if (result == SQLITE_OK && version != SEVEN_HISTORY_PRESENT)
    result = migrate (self->db);
  if (result == SQLITE_OK && version == SEVEN_HISTORY_NEW && self->last_id > 0)
    result = seven_history_table_skip_ids (self->db, self->last_id);
  return result;
}

static int
try_to_open (SevenHistoryFile *self, SevenHistoryVersion *version)
{
  int result = connect_file (self, self->path, SQLITE_OPEN_READWRITE);

  if (result == SQLITE_OK)
    result = read_version (self, version);
  if (result == SQLITE_OK && *version != SEVEN_HISTORY_NEWER)
    result = make_present (self, *version);
  if (result == SQLITE_OK)
    result = seven_sqlite_get_integer (self->db, "PRAGMA data_version", &self->data_version);
  if (result == SQLITE_OK && g_stat (self->path, &self->info) != 0)
    result = SQLITE_CANTOPEN;
  return result;
}

gboolean
seven_history_open_fail (SevenHistoryFile *self, int result, GError **error)
{
  if (!g_cancellable_set_error_if_cancelled (self->cancellable, error))
    seven_sqlite_set_error (error, self->db, result);
  return FALSE;
}

static gboolean
refuse_version (SevenHistoryFile *self, gboolean had_journal, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  seven_history_open_end (self, had_journal);
  g_free (self->notice);
  self->notice = g_strdup_printf (_ ("The history in “%s” was written by another version of the program. It "
                                     "is left as it is, and nothing is added to it."),
      name);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, self->notice);
  return FALSE;
}

static gboolean
put_aside (SevenHistoryFile *self, GError **error)
{
  g_autofree char *aside = NULL;
  g_autofree char *name = NULL;

  seven_history_open_end (self, TRUE);
  aside = seven_history_aside_put (self->path, error);
  if (aside == NULL)
    return FALSE;
  name = g_filename_display_name (aside);
  g_free (self->notice);
  self->notice = g_strdup_printf (_ ("The history was damaged. It was put aside as “%s”, and a new one was "
                                     "begun. What was put aside goes with the rest when the history is "
                                     "deleted."),
      name);
  self->changed = TRUE;
  return seven_history_aside_prepare (self->path, error);
}

static gboolean
open_locked (SevenHistoryFile *self, GError **error)
{
  SevenHistoryVersion version = SEVEN_HISTORY_NEW;
  gboolean had_journal = has_journal (self);
  int result = try_to_open (self, &version);

  if (seven_sqlite_is_damage (result)) {
    if (!put_aside (self, error))
      return FALSE;
    result = try_to_open (self, &version);
  }
  if (result != SQLITE_OK) {
    seven_history_open_fail (self, result, error);
    seven_history_open_end (self, TRUE);
    return FALSE;
  }
  return version != SEVEN_HISTORY_NEWER || refuse_version (self, had_journal, error);
}

/* Without the lock, where there is none to be had, two processes that find the same damage might both put it aside. */
gboolean
seven_history_open_for_writing (SevenHistoryFile *self, GError **error)
{
  gboolean opened;
  int lock;

  if (self->db != NULL && seven_history_open_is_in_place (self))
    return TRUE;
  if (self->db != NULL) {
    seven_history_open_end (self, TRUE);
    self->changed = TRUE;
  }
  if (!seven_history_aside_prepare (self->path, error))
    return FALSE;
  lock = seven_history_aside_lock (self->path, self->patience);
  /* The process that had the lock may have put aside what was prepared. */
  opened = seven_history_aside_prepare (self->path, error) && open_locked (self, error);
  seven_history_aside_unlock (lock);
  return opened;
}

/* Nobody has it open for writing if there is no journal: then it is read as if on a disk that cannot be written, for
 * else SQLite would make a journal to read. Whether that was true to the end is looked at afterwards. */
gboolean
seven_history_open_is_frozen (SevenHistoryFile *self)
{
  struct stat info;

  return !has_journal (self) && g_stat (self->path, &info) == 0 && info.st_ino == self->info.st_ino &&
      info.st_size == self->info.st_size && info.st_mtim.tv_sec == self->info.st_mtim.tv_sec &&
      info.st_mtim.tv_nsec == self->info.st_mtim.tv_nsec;
}

gboolean
seven_history_open_for_reading (SevenHistoryFile *self, GError **error)
{
  SevenHistoryVersion version = SEVEN_HISTORY_NEW;
  g_autofree char *uri = NULL;
  g_autofree char *name = NULL;
  int result;

  if (self->db != NULL || g_stat (self->path, &self->info) != 0)
    return TRUE;
  uri = g_filename_to_uri (self->path, NULL, error);
  if (uri == NULL)
    return FALSE;
  self->frozen = seven_history_open_is_frozen (self);
  name = g_strconcat (uri, self->frozen ? "?mode=ro&immutable=1" : "?mode=ro", NULL);
  result = connect_file (self, name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  if (result == SQLITE_OK)
    result = read_version (self, &version);
  if (result != SQLITE_OK) {
    seven_history_open_fail (self, result, error);
    seven_history_open_end (self, TRUE);
    return FALSE;
  }
  if (version == SEVEN_HISTORY_NEW)
    seven_history_open_end (self, TRUE);
  return version == SEVEN_HISTORY_NEW || version == SEVEN_HISTORY_PRESENT ||
      refuse_version (self, TRUE, error);
}

/* Another one takes its place; another process may have done it. */
gboolean
seven_history_open_anew (SevenHistoryFile *self, GError **error)
{
  int lock = seven_history_aside_lock (self->path, self->patience);
  gboolean done =
      !seven_history_open_is_in_place (self) || (put_aside (self, error) && open_locked (self, error));

  seven_history_aside_unlock (lock);
  return done && seven_history_open_for_writing (self, error);
}
