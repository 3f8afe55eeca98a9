/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-history-store.h"

G_BEGIN_DECLS

/**
 * SevenHistoryDatabase:
 *
 * Tests remembered in a database of SQLite. All of it happens in one thread of its own, in the order asked; the end of
 * the object waits until all is done that was asked for. Writes of other processes are noticed by their journal, within
 * a second or two.
 */
#define SEVEN_TYPE_HISTORY_DATABASE (seven_history_database_get_type ())
G_DECLARE_FINAL_TYPE (SevenHistoryDatabase, seven_history_database, SEVEN, HISTORY_DATABASE, GObject)

SevenHistoryDatabase *seven_history_database_new (const char *path);
SevenHistoryDatabase *seven_history_database_new_default (void);
void seven_history_database_finish (SevenHistoryDatabase *self);

G_END_DECLS
