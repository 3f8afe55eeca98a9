/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "bench.h"

#include "seven-history-file.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define N_ENTRIES 100000
#define N_SHOWN 50

/* Copies of the first one, each a second later. */
#define FILL \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) " \
  "INSERT INTO test (time, gateway, state, search, usage, recipient, country, message_id, code, " \
  "gateway_code, " \
  "title, encoding, predicted_parts, billed_parts, price, delivery, delivery_time, logto, logto_wrong, " \
  "elapsed_ms) " \
  "SELECT time + i * 1000000, gateway, state, search || 'number ' || i, usage, recipient, country, " \
  "message_id || i, code, gateway_code, title, encoding, predicted_parts, billed_parts, price, delivery, " \
  "delivery_time, logto, logto_wrong, elapsed_ms FROM test, n WHERE test.id = 1"

typedef struct
{
  char *folder;
  char *full; /* its path */
  char *empty;
  SevenHistoryFile *file; /* full */
  GPtrArray *texts; /* what is searched in, in memory */
  const char *words;
} History;

static void
ask (SevenHistoryFile *file, const char *words, guint least)
{
  const SevenHistoryFilter filter = { .words = words };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = seven_history_file_query (file, &filter, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, >=, least);
}

static void
open_and_ask (const char *path, guint least)
{
  g_autoptr (SevenHistoryFile) file = seven_history_file_new (path);

  ask (file, NULL, least);
}

static void
open_full (gpointer data)
{
  open_and_ask (((History *) data)->full, N_ENTRIES);
}

static void
open_empty (gpointer data)
{
  open_and_ask (((History *) data)->empty, 0);
}

static void
query_all (gpointer data)
{
  ask (((History *) data)->file, NULL, N_ENTRIES);
}

static void
search_ours (gpointer data)
{
  ask (((History *) data)->file, ((History *) data)->words, 0);
}

static void
search_theirs (gpointer data)
{
  History *self = data;
  g_auto (GStrv) words = g_strsplit (self->words, " ", -1);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->texts->len; i++) {
    gboolean all = TRUE;

    for (guint k = 0; all && words[k] != NULL; k++)
      all = strstr (self->texts->pdata[i], words[k]) != NULL;
    if (all)
      g_array_append_val (found, i);
  }
}

/* What a list shows at once, from the middle. */
static void
load_shown (gpointer data)
{
  History *self = data;
  gint64 ids[N_SHOWN];
  g_autoptr (GPtrArray) entries = NULL;

  for (guint i = 0; i < N_SHOWN; i++)
    ids[i] = N_ENTRIES / 2 - (gint64) i;
  entries = seven_history_file_load (self->file, ids, N_SHOWN, NULL, NULL);
  g_assert_nonnull (entries->pdata[N_SHOWN - 1]);
}

static void
add_one (const char *path)
{
  g_autoptr (SevenHistoryFile) file = seven_history_file_new (path);
  g_autoptr (SevenHistoryEntry) entry = seven_history_entry_new ();

  entry->time = G_GINT64_CONSTANT (1794614400000000);
  entry->gateway = g_strdup ("sandbox");
  entry->usage = g_strdup ("SignIn");
  entry->recipient = g_strdup ("+447…23");
  entry->country = g_strdup ("GB");
  entry->message_id = g_strdup ("77229");
  entry->state = SEVEN_STATE_ACCEPTED;
  entry->code = 100;
  entry->gateway_code = 100;
  entry->title = g_strdup ("Accepted");
  entry->encoding = g_strdup ("gsm");
  entry->delivery = SEVEN_DELIVERY_DELIVERED;
  g_assert_cmpint (seven_history_file_save (file, entry, NULL, NULL), ==, 1);
}

static void
fill (History *self)
{
  g_autofree char *sql = g_strdup_printf (FILL, N_ENTRIES - 1);
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open (self->full, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT search FROM test", -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (self->texts, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

static void
report_search (History *self, const char *what, const char *words)
{
  self->words = words;
  bench_report (what, "strstr in memory", search_ours, search_theirs, self);
}

static void
clear (History *self)
{
  g_clear_pointer (&self->file, seven_history_file_free);
  g_unlink (self->full);
  g_unlink (self->empty);
  g_rmdir (self->folder);
  g_ptr_array_unref (self->texts);
  g_free (self->full);
  g_free (self->empty);
  g_free (self->folder);
}

void
bench_history (void)
{
  History self = { .folder = g_dir_make_tmp ("seven-bench-XXXXXX", NULL) };

  self.full = g_build_filename (self.folder, "full.db", NULL);
  self.empty = g_build_filename (self.folder, "empty.db", NULL);
  self.texts = g_ptr_array_new_with_free_func (g_free);
  open_and_ask (self.empty, 0);
  add_one (self.full);
  fill (&self);

  bench_report ("open a history of 100,000 tests", "an empty one", open_full, open_empty, &self);
  self.file = seven_history_file_new (self.full);
  bench_report ("ids of all", "an empty one, opened", query_all, open_empty, &self);
  report_search (&self, "search a word that few have", "99");
  report_search (&self, "search two words that all have", "signin accepted");
  report_search (&self, "search a word that none has", "nowhere");
  bench_report ("load 50 of them", "strstr in memory", load_shown, search_theirs, &self);
  bench_history_window (self.full, self.empty);
  clear (&self);
}
