/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-history-store.h"
#include "seven-sqlite.h"

G_BEGIN_DECLS

/* Private to the history: the statements on its table. All of them return SQLite's results. */

/* Adds an entry with id 0, or writes one over its former self. id: (out). */
int seven_history_table_save (sqlite3 *db, const SevenHistoryEntry *entry, gint64 *id);
/* ids: gint64, appended newest first. filter: (nullable). */
int seven_history_table_query (sqlite3 *db, const SevenHistoryFilter *filter, GArray *ids);
/* entries: SevenHistoryEntry, or NULL for one that is gone, appended in the order of the ids. */
int seven_history_table_load (sqlite3 *db, const gint64 *ids, gsize n_ids, GPtrArray *entries);
/* All of them or, after an error, none. ids: (nullable): NULL: everything. */
int seven_history_table_remove (sqlite3 *db, const gint64 *ids, gsize n_ids);
int seven_history_table_prune (sqlite3 *db, gint64 before, int *n_removed);
/* Whether the table has its columns. */
int seven_history_table_check (sqlite3 *db);
/* The next entry's id is larger. */
int seven_history_table_skip_ids (sqlite3 *db, gint64 last);

G_END_DECLS
