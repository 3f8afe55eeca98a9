/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-history-schema.h"

/* Once a version of the program is published its step never changes: a change is a further step. Names, not numbers,
 * are kept of what is one of several, so that the file can be read without this program. Ids are never given twice:
 * who writes over an entry that was removed must not meet another. search is what words are looked for in. */
static const char *const steps[] = {
  "CREATE TABLE test ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  time INTEGER NOT NULL,"
  "  gateway TEXT,"
  "  state TEXT NOT NULL,"
  "  search TEXT NOT NULL,"
  "  usage TEXT,"
  "  recipient TEXT,"
  "  country TEXT,"
  "  message_id TEXT,"
  "  code INTEGER,"
  "  gateway_code INTEGER,"
  "  title TEXT,"
  "  encoding TEXT,"
  "  predicted_parts INTEGER,"
  "  billed_parts INTEGER,"
  "  price REAL,"
  "  delivery TEXT,"
  "  delivery_time INTEGER,"
  "  logto TEXT NOT NULL,"
  "  logto_wrong INTEGER NOT NULL,"
  "  elapsed_ms INTEGER"
  ");"
  "CREATE INDEX test_time ON test (time);",
  NULL,
};

const char *const *
seven_history_schema_get_steps (void)
{
  return steps;
}

static gint64
count_steps (const char *const *list)
{
  return g_strv_length ((char **) list);
}

int
seven_history_schema_get_version (sqlite3 *db, const char *const *list, SevenHistoryVersion *version)
{
  gint64 application_id = 0, number = 0, n_objects = 0;
  int result = seven_sqlite_get_integer (db, "PRAGMA application_id", &application_id);

  if (result == SQLITE_OK)
    result = seven_sqlite_get_integer (db, "PRAGMA user_version", &number);
  if (result == SQLITE_OK)
    result = seven_sqlite_get_integer (db, "SELECT count(*) FROM sqlite_schema", &n_objects);
  if (result != SQLITE_OK)
    return result;

  if (application_id == 0 && number == 0 && n_objects == 0)
    *version = SEVEN_HISTORY_NEW;
  else if (application_id != SEVEN_HISTORY_APPLICATION_ID || number < 0)
    *version = SEVEN_HISTORY_FOREIGN;
  else if (number > count_steps (list))
    *version = SEVEN_HISTORY_NEWER;
  else
    *version = number < count_steps (list) ? SEVEN_HISTORY_OLDER : SEVEN_HISTORY_PRESENT;
  return SQLITE_OK;
}

static int
run_steps (sqlite3 *db, const char *const *list)
{
  gint64 number = 0;
  /* Another process may have done it by now. */
  int result = seven_sqlite_get_integer (db, "PRAGMA user_version", &number);

  for (gint64 i = MAX (number, 0); result == SQLITE_OK && i < count_steps (list); i++) {
    g_autofree char *mark = g_strdup_printf (
        "PRAGMA application_id = %d; PRAGMA user_version = %d", SEVEN_HISTORY_APPLICATION_ID, (int) (i + 1));

    result = seven_sqlite_exec (db, list[i]);
    if (result == SQLITE_OK)
      result = seven_sqlite_exec (db, mark);
  }
  return result;
}

int
seven_history_schema_migrate (sqlite3 *db, const char *const *list)
{
  int result = seven_sqlite_exec (db, "BEGIN IMMEDIATE");

  if (result != SQLITE_OK)
    return result;
  result = run_steps (db, list);
  if (result == SQLITE_OK)
    result = seven_sqlite_exec (db, "COMMIT");
  if (result != SQLITE_OK)
    seven_sqlite_exec (db, "ROLLBACK");
  return result;
}
