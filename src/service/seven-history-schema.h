/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-sqlite.h"

G_BEGIN_DECLS

/* Private to the history: what its tables look like, and how an older version becomes the present one. */

/* "SvnC": in the header of the file, so that no other database is taken for a history. */
#define SEVEN_HISTORY_APPLICATION_ID 0x53766e43

/**
 * SevenHistoryVersion:
 * @SEVEN_HISTORY_NEW: nothing is in it yet
 * @SEVEN_HISTORY_OLDER: an older version of the program made it
 * @SEVEN_HISTORY_PRESENT: as this version makes it
 * @SEVEN_HISTORY_NEWER: a newer version of the program made it
 * @SEVEN_HISTORY_FOREIGN: a database, but no history
 */
typedef enum
{
  SEVEN_HISTORY_NEW,
  SEVEN_HISTORY_OLDER,
  SEVEN_HISTORY_PRESENT,
  SEVEN_HISTORY_NEWER,
  SEVEN_HISTORY_FOREIGN,
} SevenHistoryVersion;

/* Step i makes version i + 1 out of version i. The array ends with NULL. */
const char *const *seven_history_schema_get_steps (void);
/* SQLite's results. */
int seven_history_schema_get_version (sqlite3 *db, const char *const *steps, SevenHistoryVersion *version);
/* All of it or nothing. What is no older than the steps make it is left as it is. */
int seven_history_schema_migrate (sqlite3 *db, const char *const *steps);

G_END_DECLS
