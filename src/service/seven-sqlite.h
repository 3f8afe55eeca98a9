/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Private to the history. Results are SQLite's; errors are G_IO_ERROR with words for people. */
int seven_sqlite_exec (sqlite3 *db, const char *sql);
sqlite3_stmt *seven_sqlite_prepare (sqlite3 *db, const char *sql, int *result);
/* The first column of the first row: the first argument of a PRAGMA that answers. */
int seven_sqlite_get_integer (sqlite3 *db, const char *sql, gint64 *value);
char *seven_sqlite_dup_text (sqlite3_stmt *statement, int column);
/* Nothing that a gateway, a person or another program said stands in the words. db: (nullable). */
void seven_sqlite_set_error (GError **error, sqlite3 *db, int result);
/* Whether the file is no database, or one that has come to harm. */
gboolean seven_sqlite_is_damage (int result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
