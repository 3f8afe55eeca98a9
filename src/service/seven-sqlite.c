/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-sqlite.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* Extended results have the plain one in their lowest byte. */
#define PLAIN(result) ((result) &0xff)

int
seven_sqlite_exec (sqlite3 *db, const char *sql)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL);
}

sqlite3_stmt *
seven_sqlite_prepare (sqlite3 *db, const char *sql, int *result)
{
  sqlite3_stmt *statement = NULL;

  *result = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
  return statement;
}

int
seven_sqlite_get_integer (sqlite3 *db, const char *sql, gint64 *value)
{
  int result;
  g_autoptr (sqlite3_stmt) statement = seven_sqlite_prepare (db, sql, &result);

  if (result != SQLITE_OK)
    return result;
  result = sqlite3_step (statement);
  if (result != SQLITE_ROW)
    return result == SQLITE_DONE ? SQLITE_ERROR : result;
  *value = sqlite3_column_int64 (statement, 0);
  return SQLITE_OK;
}

/* Another program may have written bytes there that are no UTF-8. */
char *
seven_sqlite_dup_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

/* The statements are always the same, and so is what they are given: where one of them makes no sense, or breaks a
 * constraint, the tables are not what they were. */
gboolean
seven_sqlite_is_damage (int result)
{
  switch (PLAIN (result)) {
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
  case SQLITE_ERROR:
  case SQLITE_CONSTRAINT:
  case SQLITE_MISMATCH:
    return TRUE;
  default:
    return FALSE;
  }
}

static void
set_system_error (GError **error, int number)
{
  switch (number) {
  case ENOSPC:
  case EDQUOT:
  case EFBIG:
    g_set_error_literal (
        error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("There is no room left on the disk for the history."));
    break;
  case EACCES:
  case EPERM:
  case EROFS:
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
        _ ("The history cannot be written: its file or its folder is read-only."));
    break;
  case 0:
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The history could not be opened."));
    break;
  default:
    g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (number),
        /* Translators: %s is what the system says. */
        _ ("The history could not be read or written: %s."), g_strerror (number));
    break;
  }
}

/* At the end of a transaction SQLite does not note what the system said; errno still has it then. */
static int
get_system_error (sqlite3 *db, int number)
{
  int noted = db != NULL ? sqlite3_system_errno (db) : 0;

  return noted != 0 ? noted : number;
}

void
seven_sqlite_set_error (GError **error, sqlite3 *db, int result)
{
  int number = errno;

  switch (PLAIN (result)) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
        _ ("Another program holds the history. Close that program, or try again later."));
    break;
  case SQLITE_FULL:
    set_system_error (error, ENOSPC);
    break;
  case SQLITE_READONLY:
  case SQLITE_PERM:
    set_system_error (error, EACCES);
    break;
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
  case SQLITE_ERROR:
  case SQLITE_CONSTRAINT:
  case SQLITE_MISMATCH:
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The history is damaged."));
    break;
  case SQLITE_INTERRUPT:
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Stopped."));
    break;
  case SQLITE_CANTOPEN:
    set_system_error (error, get_system_error (db, 0));
    break;
  case SQLITE_IOERR:
    set_system_error (error, get_system_error (db, number));
    break;
  default:
    /* Translators: %d is an error number of SQLite, a database. */
    g_set_error (
        error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The history did not work (SQLite error %d)."), result);
    break;
  }
}
