/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "history-test.h"

#include "seven-history-file.h"
#include "seven-history-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_ROWS 20000
#define PAGE 4096
#define N_MUTATIONS 200

static char *
read_file (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

/* Into the same file, which may be open. */
static void
write_into (const char *path, gsize offset, const char *bytes, gsize length)
{
  int file = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (pwrite (file, bytes, length, (off_t) offset), ==, (gssize) length);
  g_close (file, NULL);
}

static void
make_folder (Fixture *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
}

/* As a program of another version, or none of ours, would write it. */
static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
fill (Fixture *self, guint n_rows)
{
  g_autofree char *sql = g_strdup_printf (
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u) "
      "INSERT INTO test (time, state, search, logto, logto_wrong, title) "
      "SELECT i, 'accepted', 'row number ' || i || hex (zeroblob (200)), 'success', 0, 'Accepted' FROM n",
      n_rows);

  run_sql (self->path, sql);
}

/* A whole history of 300 entries, closed. */
static void
make_history (Fixture *self)
{
  assert_ids (self, "");
  fill (self, 300);
  restart (self);
}

static guint
count (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = try_query (self, NULL, &error);

  g_assert_no_error (error);
  return ids->len;
}

static void
spoil_all (const char *path)
{
  static char noise[10 * PAGE];

  for (guint i = 0; i < sizeof noise; i++)
    noise[i] = (char) (i * 2654435761u >> 13);
  g_assert_true (g_file_set_contents (path, noise, sizeof noise, NULL));
}

static void
spoil_header (const char *path)
{
  write_into (path, 0, "Another kind of file\n", 21);
}

static void
spoil_page (const char *path)
{
  static const char noise[PAGE] = "no page of a database";

  write_into (path, PAGE, noise, sizeof noise);
}

static void
spoil_schema (const char *path)
{
  static const char noise[200] = { 1, 2, 3 };

  write_into (path, 100, noise, sizeof noise);
}

static void
cut (const char *path)
{
  struct stat info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (truncate (path, info.st_size / 2), ==, 0);
}

static void
cut_short (const char *path)
{
  g_assert_cmpint (truncate (path, 60), ==, 0);
}

static void
take_for_another (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
  run_sql (path, "CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('not a history')");
}

static void
drop_table (const char *path)
{
  run_sql (path, "DROP TABLE test");
}

static void (*const damages[]) (const char *path) = { spoil_all, spoil_header, spoil_page, spoil_schema, cut,
  cut_short, take_for_another, drop_table };

static char *
find_aside (Fixture *self, guint nth)
{
  g_autofree char *names = list_folder (self);
  g_auto (GStrv) list = g_strsplit (names, " ", -1);
  g_autofree char *folder = g_path_get_dirname (self->path);
  guint n = 0;

  for (guint i = 0; list[i] != NULL; i++)
    if (g_str_has_prefix (list[i], "history.db-damaged-2") && !g_str_has_suffix (list[i], "-wal") &&
        !g_str_has_suffix (list[i], "-shm") && n++ == nth)
      return g_build_filename (folder, list[i], NULL);
  return NULL;
}

/* Each kind is put aside as it is, under a name of its own, and said so; then there is a history again. */
static void
test_damaged (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++) {
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    g_autofree char *aside = NULL;
    g_autofree char *notice = NULL;
    gsize n_before, n_after;
    struct stat info;

    g_test_message ("damage %u", i);
    make_history (self);
    damages[i](self->path);
    before = read_file (self->path, &n_before);

    g_assert_cmpuint (count (self), ==, 0);
    notice = seven_history_store_dup_notice (self->store);
    aside = find_aside (self, 0);
    g_assert_nonnull (aside);
    g_assert_nonnull (strstr (notice, aside));
    after = read_file (aside, &n_after);
    g_assert_cmpmem (after, n_after, before, n_before);
    g_assert_cmpint (g_stat (aside, &info), ==, 0);
    g_assert_cmphex (info.st_mode & 077, ==, 0);

    g_assert_cmpint (add (self, 1, "x"), ==, 1);
    restart (self);
    assert_ids (self, "1");
    g_clear_pointer (&notice, g_free);
    notice = seven_history_store_dup_notice (self->store);
    g_assert_null (notice);
    remove_ids (self, NULL, 0);
    g_clear_pointer (&aside, g_free);
    aside = find_aside (self, 0);
    g_assert_null (aside);
    restart (self);
    g_assert_cmpint (g_unlink (self->path), ==, 0);
  }
}

/* A byte of the header says that an older SQLite may only read it. */
static void
add_or_be_told (Fixture *self)
{
  g_autoptr (SevenHistoryEntry) entry = new_entry (1, "x");
  g_autoptr (GError) error = NULL;

  if (try_save (self, entry, &error) == 0)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
}

/* Whatever byte changes, it is read as far as it makes sense, put aside, or left to a newer version. */
static void
test_damaged_anywhere (Fixture *self, gconstpointer data)
{
  const SevenHistoryFilter filter = { "number", NULL, 0 };
  g_autofree char *whole = NULL;
  gsize length;

  make_history (self);
  whole = read_file (self->path, &length);
  for (guint i = 0; i < N_MUTATIONS; i++) {
    g_autofree char *spoilt = g_memdup2 (whole, length);
    /* The first page says how the rest is to be read. */
    gsize range = i % 2 == 0 ? PAGE : length;
    g_autoptr (GArray) found = NULL;
    g_autoptr (GError) error = NULL;

    for (guint k = 0; k < 5; k++)
      spoilt[g_test_rand_int_range (0, (int) range)] = (char) g_test_rand_int ();
    g_assert_true (g_file_set_contents (self->path, spoilt, (gssize) length, NULL));
    found = try_query (self, &filter, &error);
    if (found == NULL) {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
    } else {
      g_autoptr (GPtrArray) entries = load (self, (const gint64 *) (gpointer) found->data, found->len);

      g_assert_cmpuint (entries->len, ==, found->len);
      add_or_be_told (self);
    }
    restart (self);
  }
}

/* Never over an existing one, though it happens within a second. Retention holds for them as well. */
static void
test_damaged_again (Fixture *self, gconstpointer data)
{
  gint64 now = g_get_real_time ();

  for (guint i = 0; i < 3; i++) {
    g_autofree char *aside = NULL;

    make_folder (self);
    restart (self);
    spoil_all (self->path);
    g_assert_cmpuint (count (self), ==, 0);
    aside = find_aside (self, i);
    g_assert_nonnull (aside);
  }
  for (guint i = 0; i < 2; i++) {
    g_autofree char *aside = NULL;

    prune (self, i == 0 ? now - G_TIME_SPAN_DAY : now + G_TIME_SPAN_DAY);
    aside = find_aside (self, 0);
    if (i == 0)
      g_assert_nonnull (aside);
    else
      g_assert_null (aside);
  }
}

/* What a power cut leaves: the file, and a journal with the last writes. */
static void
copy_as_after_a_crash (Fixture *self, Fixture *crashed)
{
  static const char *const endings[] = { "", "-wal" };

  set_up (crashed, NULL);
  make_folder (crashed);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *from = g_strconcat (self->path, endings[i], NULL);
    g_autofree char *to = g_strconcat (crashed->path, endings[i], NULL);
    gsize length;
    g_autofree char *bytes = read_file (from, &length);

    g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
  }
}

static void
test_crash (Fixture *self, gconstpointer data)
{
  Fixture crashed;

  add (self, 1, "x");
  add (self, 2, "y");
  copy_as_after_a_crash (self, &crashed);
  assert_ids (&crashed, "2 1");
  tear_down (&crashed, NULL);
}

/* The journal goes with its file: it must not be taken for that of the new one, and may help to rescue the old. */
static void
test_journal_goes_along (Fixture *self, gconstpointer data)
{
  Fixture crashed;
  g_autofree char *aside = NULL;
  g_autofree char *journal = NULL;

  make_history (self);
  add (self, 1, "x");
  copy_as_after_a_crash (self, &crashed);
  spoil_page (crashed.path);
  g_assert_cmpuint (count (&crashed), ==, 0);
  aside = find_aside (&crashed, 0);
  g_assert_nonnull (aside);
  journal = g_strconcat (aside, "-wal", NULL);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  remove_ids (&crashed, NULL, 0);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  tear_down (&crashed, NULL);
}

/* An empty file has nothing to lose. */
static void
test_empty (Fixture *self, gconstpointer data)
{
  g_autofree char *notice = NULL;
  g_autofree char *names = NULL;

  make_folder (self);
  g_assert_true (g_file_set_contents (self->path, "", 0, NULL));
  g_assert_cmpint (add (self, 1, "x"), ==, 1);
  notice = seven_history_store_dup_notice (self->store);
  g_assert_null (notice);
  names = list_folder (self);
  g_assert_cmpstr (names, ==, "history.db history.db-shm history.db-wal");
}

/* Found out while it is in use. An id that is still in use is not given away again. */
static void
test_damaged_in_use (Fixture *self, gconstpointer data)
{
  const SevenHistoryFilter filter = { "number", NULL, 0 };
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *noise = g_malloc0 (N_ROWS * 200);
  g_autofree char *notice = NULL;
  gint64 last;

  assert_ids (self, "");
  fill (self, N_ROWS);
  prune (self, 2);
  last = add (self, N_ROWS + 1, "x");
  g_assert_cmpuint (count (self), ==, N_ROWS);
  memset (noise, 0x5a, N_ROWS * 200);
  write_into (self->path, 100 * PAGE, noise, N_ROWS * 200);
  found = try_query (self, &filter, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 0);
  notice = seven_history_store_dup_notice (self->store);
  g_assert_nonnull (notice);
  g_assert_cmpint (add (self, 1, "x"), ==, last + 1);
}

/* The person has taken the file away, or put another there. */
static void
test_replaced (Fixture *self, gconstpointer data)
{
  g_autofree char *other = g_strconcat (self->path, "-mine", NULL);
  g_autofree char *folder = g_path_get_dirname (self->path);

  add (self, 1, "x");
  g_assert_cmpint (g_rename (self->path, other), ==, 0);
  assert_ids (self, "");
  add (self, 2, "y");
  restart (self);
  assert_ids (self, "2");
  assert_title (self, 2, "y");
  remove_tree (folder);
  add (self, 3, "z");
  restart (self);
  assert_ids (self, "1");
}

/* It is left as it is, byte by byte, and nothing is made beside it. */
static void
test_newer (Fixture *self, gconstpointer data)
{
  g_autoptr (SevenHistoryEntry) entry = new_entry (1, "x");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *notice = NULL;
  g_autofree char *names = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) saving = NULL;
  g_autoptr (GError) asking = NULL;
  gsize n_before, n_after;

  add (self, 1, "x");
  restart (self);
  run_sql (self->path, "PRAGMA user_version = 99; ALTER TABLE test RENAME TO tests");
  before = read_file (self->path, &n_before);
  g_assert_cmpint (try_save (self, entry, &saving), ==, 0);
  g_assert_error (saving, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  ids = try_query (self, NULL, &asking);
  g_assert_null (ids);
  g_assert_error (asking, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  notice = seven_history_store_dup_notice (self->store);
  g_assert_nonnull (strstr (notice, self->path));
  after = read_file (self->path, &n_after);
  g_assert_cmpmem (after, n_after, before, n_before);
  names = list_folder (self);
  g_assert_cmpstr (names, ==, "history.db");
}

static void
assert_version (sqlite3 *db, const char *const *steps, SevenHistoryVersion expected, gint64 expected_number)
{
  SevenHistoryVersion version;
  gint64 number;

  g_assert_cmpint (seven_history_schema_get_version (db, steps, &version), ==, SQLITE_OK);
  g_assert_cmpint (version, ==, expected);
  g_assert_cmpint (seven_sqlite_get_integer (db, "PRAGMA user_version", &number), ==, SQLITE_OK);
  g_assert_cmpint (number, ==, expected_number);
}

/* From nothing to version 1, and on to a second that adds a column; a step that fails changes nothing. */
static void
test_migration (void)
{
  const char *const *steps = seven_history_schema_get_steps ();
  const char *const failing[] = { steps[0],
    "ALTER TABLE test ADD COLUMN note TEXT; ALTER TABLE nothing ADD COLUMN note TEXT", NULL };
  const char *const longer[] = { steps[0],
    "ALTER TABLE test ADD COLUMN note TEXT; UPDATE test SET note = 'old ' || title", NULL };
  sqlite3 *db = NULL;
  gint64 n_rows;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  assert_version (db, steps, SEVEN_HISTORY_NEW, 0);
  g_assert_cmpint (seven_history_schema_migrate (db, steps), ==, SQLITE_OK);
  assert_version (db, steps, SEVEN_HISTORY_PRESENT, 1);
  g_assert_cmpint (seven_sqlite_exec (db,
                       "INSERT INTO test (time, state, search, logto, logto_wrong, title) "
                       "VALUES (1, 'accepted', '', 'success', 0, 'Accepted')"),
      ==, SQLITE_OK);

  assert_version (db, failing, SEVEN_HISTORY_OLDER, 1);
  g_assert_cmpint (seven_history_schema_migrate (db, failing), ==, SQLITE_ERROR);
  assert_version (db, steps, SEVEN_HISTORY_PRESENT, 1);
  g_assert_cmpint (seven_history_schema_migrate (db, longer), ==, SQLITE_OK);
  assert_version (db, longer, SEVEN_HISTORY_PRESENT, 2);
  g_assert_cmpint (
      seven_sqlite_get_integer (db, "SELECT count(*) FROM test WHERE note = 'old Accepted'", &n_rows), ==,
      SQLITE_OK);
  g_assert_cmpint (n_rows, ==, 1);

  assert_version (db, steps, SEVEN_HISTORY_NEWER, 2);
  g_assert_cmpint (seven_history_schema_migrate (db, steps), ==, SQLITE_OK);
  assert_version (db, steps, SEVEN_HISTORY_NEWER, 2);
  sqlite3_close (db);
}

/* Steps that were not all done when the program was last there are done at the next opening. */
static void
test_older (Fixture *self, gconstpointer data)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d", SEVEN_HISTORY_APPLICATION_ID);

  make_folder (self);
  run_sql (self->path, sql);
  g_assert_cmpint (add (self, 1, "x"), ==, 1);
  restart (self);
  assert_ids (self, "1");
}

static void
assert_cannot (Fixture *self, int code)
{
  g_autoptr (SevenHistoryEntry) entry = new_entry (1, "x");
  g_autoptr (GError) saving = NULL;
  g_autoptr (GError) asking = NULL;
  g_autoptr (GArray) ids = NULL;

  g_assert_cmpint (try_save (self, entry, &saving), ==, 0);
  g_assert_error (saving, G_IO_ERROR, code);
  g_assert_true (g_str_has_suffix (saving->message, "."));
  ids = try_query (self, NULL, &asking);
  g_assert_null (ids);
  g_assert_error (asking, G_IO_ERROR, code);
}

/* A file where the folder should be, a folder where the file should be. When they are gone it works. */
static void
test_in_the_way (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_assert_true (g_file_set_contents (folder, "x", 1, NULL));
  assert_cannot (self, G_IO_ERROR_NOT_DIRECTORY);
  g_assert_cmpint (g_unlink (folder), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (self->path, 0700), ==, 0);
  assert_cannot (self, G_IO_ERROR_IS_DIRECTORY);
  g_assert_cmpint (g_rmdir (self->path), ==, 0);
  add (self, 1, "x");
  assert_ids (self, "1");
}

static void
test_read_only_folder (Fixture *self, gconstpointer data)
{
  gboolean root = geteuid () == 0;

  g_assert_cmpint (g_chmod (self->folder, root ? 0755 : 0500), ==, 0);
  if (root)
    g_assert_cmpint (seteuid (65534), ==, 0);
  /* Where the folder for temporary files is for root alone, even whether there is a folder cannot be seen. */
  assert_cannot (self,
      faccessat (AT_FDCWD, self->folder, X_OK, AT_EACCESS) == 0 ? G_IO_ERROR_PERMISSION_DENIED
                                                                : G_IO_ERROR_NOT_DIRECTORY);
  if (root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (self->folder, 0700), ==, 0);
  add (self, 1, "x");
  assert_ids (self, "1");
}

/* No file may grow any more, which is what a full disk is like. */
static void
test_no_space (Fixture *self, gconstpointer data)
{
  g_autoptr (SevenHistoryEntry) entry = new_entry (1, "x");
  g_autoptr (GError) error = NULL;
  struct rlimit before, none;

  add (self, 1, "x");
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  none = before;
  none.rlim_cur = 0;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &none), ==, 0);
  try_save (self, entry, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  assert_ids (self, "1");
  g_assert_cmpint (save (self, entry), ==, 2);
}

static void
assert_read (SevenHistoryFile *file, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = seven_history_file_query (file, NULL, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = dup_ids (ids);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_not_read (Fixture *self, int code)
{
  g_autoptr (SevenHistoryFile) file = seven_history_file_new_for_reading (self->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = seven_history_file_query (file, NULL, NULL, &error);

  g_assert_null (ids);
  g_assert_error (error, G_IO_ERROR, code);
}

/* Nothing is made in the folder, or changed; a process that begins to write meanwhile is seen. */
static void
test_reading (Fixture *self, gconstpointer data)
{
  g_autoptr (SevenHistoryFile) file = seven_history_file_new_for_reading (self->path);
  g_autoptr (SevenHistoryFile) late = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *names = NULL;
  gsize n_before, n_after;

  assert_read (file, "");
  g_assert_cmpint (g_access (self->path, F_OK), !=, 0);
  add (self, 1, "x");
  assert_read (file, "1");
  add (self, 2, "y");
  assert_read (file, "2 1");
  g_clear_pointer (&file, seven_history_file_free);
  restart (self);

  before = read_file (self->path, &n_before);
  file = seven_history_file_new_for_reading (self->path);
  assert_read (file, "2 1");
  after = read_file (self->path, &n_after);
  g_assert_cmpmem (after, n_after, before, n_before);
  names = list_folder (self);
  g_assert_cmpstr (names, ==, "history.db");
  add (self, 3, "z");
  assert_read (file, "3 2 1");
  late = seven_history_file_new_for_reading (self->path);
  g_clear_pointer (&file, seven_history_file_free);
  add (self, 4, "z");
  assert_read (late, "4 3 2 1");
}

static void
test_reading_what_is_damaged (Fixture *self, gconstpointer data)
{
  g_autofree char *names = NULL;

  make_history (self);
  spoil_page (self->path);
  assert_not_read (self, G_IO_ERROR_INVALID_DATA);
  take_for_another (self->path);
  assert_not_read (self, G_IO_ERROR_INVALID_DATA);
  run_sql (self->path, "PRAGMA application_id = 1400270403; PRAGMA user_version = 99");
  assert_not_read (self, G_IO_ERROR_NOT_SUPPORTED);
  names = list_folder (self);
  g_assert_cmpstr (names, ==, "history.db");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/history-damage/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/history-damage/anywhere", Fixture, NULL, set_up, test_damaged_anywhere, tear_down);
  g_test_add ("/history-damage/again", Fixture, NULL, set_up, test_damaged_again, tear_down);
  g_test_add ("/history-damage/crash", Fixture, NULL, set_up, test_crash, tear_down);
  g_test_add ("/history-damage/journal", Fixture, NULL, set_up, test_journal_goes_along, tear_down);
  g_test_add ("/history-damage/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/history-damage/in-use", Fixture, NULL, set_up, test_damaged_in_use, tear_down);
  g_test_add ("/history-damage/replaced", Fixture, NULL, set_up, test_replaced, tear_down);
  g_test_add ("/history-damage/newer", Fixture, NULL, set_up, test_newer, tear_down);
  g_test_add_func ("/history-damage/migration", test_migration);
  g_test_add ("/history-damage/older", Fixture, NULL, set_up, test_older, tear_down);
  g_test_add ("/history-damage/in-the-way", Fixture, NULL, set_up, test_in_the_way, tear_down);
  g_test_add ("/history-damage/read-only", Fixture, NULL, set_up, test_read_only_folder, tear_down);
  g_test_add ("/history-damage/no-space", Fixture, NULL, set_up, test_no_space, tear_down);
  g_test_add ("/history-damage/reading", Fixture, NULL, set_up, test_reading, tear_down);
  g_test_add (
      "/history-damage/reading-damaged", Fixture, NULL, set_up, test_reading_what_is_damaged, tear_down);

  return g_test_run ();
}
