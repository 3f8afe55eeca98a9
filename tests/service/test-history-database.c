/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "history-test.h"

#include <math.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/stat.h>

#define LIMIT 20 /* seconds: a hang is a failure, not a wait */
#define N_BY_PROCESS 500

static const char *program;

static void
test_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (SevenHistoryEntry) entry = new_entry (G_GINT64_CONSTANT (1794614401234567), "Accepted");
  g_autoptr (SevenHistoryEntry) bare = seven_history_entry_new ();
  g_autofree char *expected = NULL;
  g_autofree char *expected_bare = NULL;

  assert_ids (self, "");
  g_assert_cmpint (save (self, entry), ==, 1);
  g_assert_cmpint (save (self, bare), ==, 2);
  entry->id = 1;
  bare->id = 2;
  expected = dup_json (entry);
  expected_bare = dup_json (bare);
  for (guint i = 0; i < 2; i++) {
    const gint64 ids[] = { 2, 1 };
    g_autoptr (GPtrArray) entries = load (self, ids, 2);
    g_autofree char *kept = dup_json (entries->pdata[1]);
    g_autofree char *kept_bare = dup_json (entries->pdata[0]);

    g_assert_cmpstr (kept, ==, expected);
    g_assert_cmpstr (kept_bare, ==, expected_bare);
    assert_ids (self, "1 2");
    restart (self);
  }
}

static void
assert_mode (const char *path, const char *ending, guint mode)
{
  g_autofree char *name = g_strconcat (path, ending, NULL);
  struct stat info;

  g_assert_cmpint (g_stat (name, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 07777, ==, mode);
}

/* Also where a file of another mode was put there. */
static void
test_modes (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  mode_t mask = umask (0);

  for (guint i = 0; i < 2; i++) {
    add (self, 1, "x");
    assert_mode (folder, "", 0700);
    assert_mode (self->path, "", 0600);
    assert_mode (self->path, "-wal", 0600);
    assert_mode (self->path, "-shm", 0600);
    g_assert_finalize_object (self->store);
    g_assert_cmpint (g_chmod (self->path, 0644), ==, 0);
    self->store = SEVEN_HISTORY_STORE (seven_history_database_new (self->path));
  }
  umask (mask);
}

/* A program that crashed has left its journal, and a backup has brought all of it back readable. */
static void
test_modes_of_a_journal (Fixture *self, gconstpointer data)
{
  static const char *const endings[] = { "", "-wal", "-shm" };
  g_autoptr (SevenHistoryStore) first = NULL;

  add (self, 1, "x");
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *name = g_strconcat (self->path, endings[i], NULL);

    g_assert_cmpint (g_chmod (name, 0644), ==, 0);
  }
  first = g_steal_pointer (&self->store);
  self->store = SEVEN_HISTORY_STORE (seven_history_database_new (self->path));
  add (self, 2, "y");
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    assert_mode (self->path, endings[i], 0600);
}

static void
test_newest_first (Fixture *self, gconstpointer data)
{
  add (self, 30, "a");
  add (self, 10, "b");
  add (self, 20, "c");
  add (self, 20, "d");
  add (self, -5, "e");
  assert_ids (self, "1 4 3 2 5");
}

static void
test_written_over (Fixture *self, gconstpointer data)
{
  g_autoptr (SevenHistoryEntry) entry = new_entry (7, "Under way");
  const gint64 gone[] = { 1, 99 };
  g_autoptr (GPtrArray) entries = NULL;

  entry->id = save (self, entry);
  g_free (entry->title);
  entry->title = g_strdup ("Accepted");
  entry->price = NAN;
  g_assert_cmpint (save (self, entry), ==, entry->id);
  assert_ids (self, "1");
  entries = load (self, &entry->id, 1);
  g_assert_cmpstr (((SevenHistoryEntry *) entries->pdata[0])->title, ==, "Accepted");
  g_assert_true (isnan (((SevenHistoryEntry *) entries->pdata[0])->price));

  remove_ids (self, &entry->id, 1);
  g_assert_cmpint (save (self, entry), ==, entry->id);
  assert_ids (self, "");
  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = load (self, gone, 2);
  g_assert_null (entries->pdata[0]);
  g_assert_null (entries->pdata[1]);
}

/* Not even after a restart: whoever still has the id of a removed one must not meet another. */
static void
test_ids_are_not_given_twice (Fixture *self, gconstpointer data)
{
  add (self, 1, "a");
  add (self, 2, "b");
  remove_ids (self, NULL, 0);
  restart (self);
  g_assert_cmpint (add (self, 3, "c"), ==, 3);
}

static const struct
{
  const char *words;
  const char *gateway;
  guint states;
  const char *ids;
} filters[] = {
  { NULL, NULL, 0, "5 4 3 2 1" },
  { "", NULL, 0, "5 4 3 2 1" },
  { " \t\n\u00a0", NULL, 0, "5 4 3 2 1" },
  { "signin", NULL, 0, "5 4 3 2 1" },
  { "SIGNIN", NULL, 0, "5 4 3 2 1" },
  { "ign", NULL, 0, "5 4 3 2 1" },
  { "gb 447", NULL, 0, "5 4 3 2 1" },
  { "447…23", NULL, 0, "5 4 3 2 1" },
  { "77229135982", NULL, 0, "5 4 3 2 1" },
  { "delivered phone", NULL, 0, "5 4 3 2 1" },
  { "gsm", NULL, 0, "" },
  { "nowhere", NULL, 0, "" },
  { "signin nowhere", NULL, 0, "" },
  { "100%", NULL, 0, "1" },
  { "%", NULL, 0, "1" },
  { "_", NULL, 0, "2" },
  { "'", NULL, 0, "3" },
  { "\"", NULL, 0, "3" },
  { "'; DROP TABLE test; --", NULL, 0, "" },
  { "*", NULL, 0, "" },
  { "\\", NULL, 0, "2" },
  { "grüsse", NULL, 0, "4" },
  { "GRÜSSE", NULL, 0, "4" },
  { "gru\u0308ße", NULL, 0, "4" },
  { "ÉTÉ", NULL, 0, "4" },
  { "привет", NULL, 0, "5" },
  { "ПРИВЕТ", NULL, 0, "5" },
  { "402", NULL, 0, "2" },
  { "refused", NULL, 0, "3 2" },
  { NULL, "seven", 0, "3 2" },
  { NULL, "old", 0, "" },
  { NULL, NULL, 1 << SEVEN_STATE_REFUSED, "3 2" },
  { NULL, NULL, 1 << SEVEN_STATE_ACCEPTED, "5 4 1" },
  { NULL, NULL, 1 << SEVEN_STATE_ACCEPTED | 1 << SEVEN_STATE_REFUSED, "5 4 3 2 1" },
  { NULL, NULL, 1 << SEVEN_STATE_FAILED, "" },
  { "402", "seven", 1 << SEVEN_STATE_REFUSED, "2" },
  { "402", "sandbox", 0, "" },
  { "\xff", NULL, 0, "" },
};

static void
test_filters (Fixture *self, gconstpointer data)
{
  static const char *const titles[] = { "100%", "a_b\\c", "it's \"so\"", "Grüße, Été", "Привет" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    g_autoptr (SevenHistoryEntry) entry = new_entry (i, titles[i]);

    if (i == 1 || i == 2) {
      entry->state = SEVEN_STATE_REFUSED;
      entry->code = i == 1 ? 402 : SEVEN_REPLY_NO_CODE;
      g_free (entry->gateway);
      entry->gateway = g_strdup ("seven");
    }
    save (self, entry);
  }
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++) {
    const SevenHistoryFilter filter = { filters[i].words, filters[i].gateway, filters[i].states };
    g_autofree char *ids = query (self, &filter);

    g_test_message ("filter %u", i);
    g_assert_cmpstr (ids, ==, filters[i].ids);
  }
}

/* What is asked first is done first, and the end of the store waits for what nobody waits for. */
static void
test_order (Fixture *self, gconstpointer data)
{
  g_autoptr (SevenHistoryEntry) entry = new_entry (1, "x");
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GAsyncResult) queried = NULL;
  g_autoptr (GArray) ids = NULL;

  seven_history_store_save_async (self->store, entry, NULL, ended_cb, &saved);
  seven_history_store_query_async (self->store, NULL, NULL, ended_cb, &queried);
  wait_for (&queried);
  g_assert_nonnull (saved);
  g_assert_cmpint (seven_history_store_save_finish (self->store, saved, NULL), ==, 1);
  ids = seven_history_store_query_finish (self->store, queried, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  g_clear_object (&saved);
  g_clear_object (&queried);
  for (guint i = 0; i < 20; i++)
    seven_history_store_save_async (self->store, entry, NULL, NULL, NULL);
  restart (self);
  g_clear_pointer (&ids, g_array_unref);
  ids = try_query (self, NULL, NULL);
  g_assert_cmpuint (ids->len, ==, 21);
}

static void
saved_twice_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_cmpint (seven_history_store_save_finish (SEVEN_HISTORY_STORE (source), result, NULL), ==, 2);
  *(gboolean *) user_data = TRUE;
}

static void
saved_once_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SevenHistoryEntry) entry = new_entry (2, "y");

  g_assert_cmpint (seven_history_store_save_finish (SEVEN_HISTORY_STORE (source), result, NULL), ==, 1);
  seven_history_store_save_async (SEVEN_HISTORY_STORE (source), entry, NULL, saved_twice_cb, user_data);
}

/* At the end of the program all is waited for, and what its answers lead to. */
static void
test_finish (Fixture *self, gconstpointer data)
{
  g_autoptr (SevenHistoryEntry) entry = new_entry (1, "x");
  gboolean saved = FALSE;

  seven_history_store_save_async (self->store, entry, NULL, saved_once_cb, &saved);
  seven_history_database_finish (SEVEN_HISTORY_DATABASE (self->store));
  g_assert_true (saved);
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (SevenHistoryEntry) entry = new_entry (1, "x");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  seven_history_store_save_async (self->store, entry, cancellable, ended_cb, &result);
  wait_for (&result);
  g_assert_cmpint (seven_history_store_save_finish (self->store, result, &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_ids (self, "");
}

static sqlite3 *
hold (Fixture *self)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (self->path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  return db;
}

/* It may be stopped; else it ends with words. Meanwhile it can be read, and afterwards written. */
static void
test_held_by_another (Fixture *self, gconstpointer data)
{
  g_autoptr (SevenHistoryEntry) entry = new_entry (1, "x");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) busy = NULL;
  sqlite3 *db;

  save (self, entry);
  db = hold (self);
  assert_ids (self, "1");
  seven_history_store_save_async (self->store, entry, cancellable, ended_cb, &result);
  g_cancellable_cancel (cancellable);
  wait_for (&result);
  g_assert_cmpint (seven_history_store_save_finish (self->store, result, &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (try_save (self, entry, &busy), ==, 0);
  g_assert_error (busy, G_IO_ERROR, G_IO_ERROR_BUSY);
  assert_ids (self, "1");
  sqlite3_close (db);
  g_assert_cmpint (save (self, entry), ==, 2);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static gboolean
give_up_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

static void
wait_for_count (const guint *count, guint more_than)
{
  gboolean late = FALSE;
  guint timer = g_timeout_add_seconds (LIMIT, give_up_cb, &late);

  while (*count <= more_than && !late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
  g_assert_cmpuint (*count, >, more_than);
}

/* By this store, and by another one, as of another process. */
static void
test_changed (Fixture *self, gconstpointer data)
{
  Fixture other = { NULL, self->path, NULL };
  guint own = 0, others = 0;

  g_signal_connect_swapped (self->store, "changed", G_CALLBACK (count_cb), &own);
  add (self, 1, "x");
  wait_for_count (&own, 0);
  other.store = SEVEN_HISTORY_STORE (seven_history_database_new (self->path));
  g_signal_connect_swapped (other.store, "changed", G_CALLBACK (count_cb), &others);
  assert_ids (&other, "1");
  others = 0;
  add (self, 2, "y");
  wait_for_count (&others, 0);
  assert_ids (&other, "2 1");

  own = 0;
  remove_ids (&other, NULL, 0);
  wait_for_count (&own, 0);
  assert_ids (self, "");
  own = 0;
  prune (self, 100);
  assert_ids (self, "");
  g_assert_cmpuint (own, ==, 0);
  g_assert_finalize_object (other.store);
}

#define N_SECRETS 400

static char *
secret (gint64 id)
{
  return g_strdup_printf ("trace-%" G_GINT64_FORMAT "-of-a-title", id);
}

static void
assert_traces (Fixture *self, gint64 id, gboolean there)
{
  g_autofree char *title = secret (id);
  guint n_files = count_files_with (self, title);

  g_test_message ("%s in %u files", title, n_files);
  if (there)
    g_assert_cmpuint (n_files, >, 0);
  else
    g_assert_cmpuint (n_files, ==, 0);
}

/* Nothing is left of it in any file, open or not; what was not removed is still there. */
static void
test_removed_for_good (Fixture *self, gconstpointer data)
{
  for (gint64 i = 1; i <= N_SECRETS; i++) {
    g_autofree char *title = secret (i);

    g_assert_cmpint (add (self, i * 7919 % N_SECRETS, title), ==, i);
  }
  assert_traces (self, 5, TRUE);
  for (gint64 i = 5; i <= N_SECRETS; i += 50)
    remove_ids (self, &i, 1);
  for (gint64 i = 5; i <= N_SECRETS; i += 50)
    assert_traces (self, i, FALSE);
  assert_traces (self, 6, TRUE);

  prune (self, N_SECRETS / 2);
  for (gint64 i = 1; i <= N_SECRETS; i++)
    if (i % 50 != 5)
      assert_traces (self, i, i * 7919 % N_SECRETS >= N_SECRETS / 2);
  remove_ids (self, NULL, 0);
  g_assert_cmpuint (count_files_with (self, "of-a-title"), ==, 0);
  g_assert_cmpuint (count_files_with (self, "447…23"), ==, 0);
  restart (self);
  assert_ids (self, "");
  g_assert_cmpuint (count_files_with (self, "of-a-title"), ==, 0);
}

/* No ids are not all ids. */
static void
test_nothing_to_remove (Fixture *self, gconstpointer data)
{
  const gint64 none = 0;
  g_autoptr (GPtrArray) entries = NULL;

  add (self, 1, "x");
  remove_ids (self, &none, 0);
  remove_ids (self, &none, 1);
  prune (self, 1);
  assert_ids (self, "1");
  entries = load (self, NULL, 0);
  g_assert_cmpuint (entries->len, ==, 0);
}

/* Another connection reads an old state of it for so long that the journal cannot be emptied. */
static void
test_traces_are_told_of (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  add (self, 1, "trace-1-of-a-title");
  g_assert_cmpint (sqlite3_open_v2 (self->path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN; SELECT count(*) FROM test", NULL, NULL, NULL), ==, SQLITE_OK);
  seven_history_store_remove_async (self->store, NULL, 0, NULL, ended_cb, &result);
  wait_for (&result);
  g_assert_false (seven_history_store_remove_finish (self->store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  assert_ids (self, "");
  assert_traces (self, 1, TRUE);
  sqlite3_close (db);
  add (self, 2, "y");
  assert_traces (self, 1, FALSE);
}

static void
write_many (const char *path, const char *name)
{
  Fixture self = { NULL, (char *) path, SEVEN_HISTORY_STORE (seven_history_database_new (path)) };

  for (guint i = 0; i < N_BY_PROCESS; i++) {
    g_autofree char *title = g_strdup_printf ("%s %u.", name, i);

    add (&self, i, title);
  }
  g_assert_finalize_object (self.store);
}

/* From the very first moment, when neither the folder nor the file is there. */
static void
test_two_processes (Fixture *self, gconstpointer data)
{
  GSubprocess *processes[2];
  g_autoptr (GArray) ids = NULL;

  for (guint i = 0; i < 2; i++) {
    g_autoptr (GError) error = NULL;

    processes[i] = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, program, "--write",
        self->path, i == 0 ? "one" : "two", NULL);
    g_assert_no_error (error);
  }
  for (guint i = 0; i < 2; i++) {
    g_autoptr (GError) error = NULL;

    g_assert_true (g_subprocess_wait_check (processes[i], NULL, &error));
    g_assert_no_error (error);
    g_object_unref (processes[i]);
  }
  ids = try_query (self, NULL, NULL);
  g_assert_cmpuint (ids->len, ==, 2 * N_BY_PROCESS);
  for (guint i = 0; i < N_BY_PROCESS; i += 99) {
    g_autofree char *words = g_strdup_printf ("two %u.", i);
    const SevenHistoryFilter filter = { words, NULL, 0 };
    g_autoptr (GArray) found = try_query (self, &filter, NULL);

    g_assert_cmpuint (found->len, >=, 1);
  }
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--write")) {
    write_many (argv[2], argv[3]);
    return EXIT_SUCCESS;
  }
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/history-database/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/history-database/modes", Fixture, NULL, set_up, test_modes, tear_down);
  g_test_add (
      "/history-database/modes-of-a-journal", Fixture, NULL, set_up, test_modes_of_a_journal, tear_down);
  g_test_add ("/history-database/newest-first", Fixture, NULL, set_up, test_newest_first, tear_down);
  g_test_add ("/history-database/written-over", Fixture, NULL, set_up, test_written_over, tear_down);
  g_test_add ("/history-database/ids", Fixture, NULL, set_up, test_ids_are_not_given_twice, tear_down);
  g_test_add ("/history-database/filters", Fixture, NULL, set_up, test_filters, tear_down);
  g_test_add ("/history-database/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/history-database/finish", Fixture, NULL, set_up, test_finish, tear_down);
  g_test_add ("/history-database/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/history-database/held", Fixture, NULL, set_up, test_held_by_another, tear_down);
  g_test_add ("/history-database/changed", Fixture, NULL, set_up, test_changed, tear_down);
  g_test_add ("/history-database/removed", Fixture, NULL, set_up, test_removed_for_good, tear_down);
  g_test_add ("/history-database/no-ids", Fixture, NULL, set_up, test_nothing_to_remove, tear_down);
  g_test_add ("/history-database/traces", Fixture, NULL, set_up, test_traces_are_told_of, tear_down);
  g_test_add ("/history-database/processes", Fixture, NULL, set_up, test_two_processes, tear_down);

  return g_test_run ();
}
