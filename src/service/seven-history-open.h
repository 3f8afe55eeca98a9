/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-history-file.h"

#include <sqlite3.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* Private to the history: how its file is opened and let go. */

/* How long another process may hold the file. Its writes take milliseconds; a vacuum of 100,000 entries a second. */
#define SEVEN_HISTORY_PATIENCE 5000

struct _SevenHistoryFile
{
  char *path;
  gboolean read_only;
  sqlite3 *db; /* (nullable): not open; opened for reading: nothing is there either */
  struct stat info; /* of the file that is open */
  gboolean frozen; /* opened for reading, where no process had it open for writing */
  gint64 data_version;
  gboolean changed; /* since it was looked at */
  gboolean unclean; /* removed entries may still be in the file's bytes */
  gint64 last_id; /* the largest that was given away */
  char *notice;

  GCancellable *cancellable; /* of the call that runs */
  guint patience;
  gint64 waiting_since;
};

/* Opens it, or opens it anew where another file lies there by now. */
gboolean seven_history_open_for_writing (SevenHistoryFile *self, GError **error);
/* Leaves it closed where nothing is there. */
gboolean seven_history_open_for_reading (SevenHistoryFile *self, GError **error);
/* For a file that turned out to be damaged while it was in use: puts it aside. */
gboolean seven_history_open_anew (SevenHistoryFile *self, GError **error);
/* leave_journal: the journal stays as it is. */
void seven_history_open_end (SevenHistoryFile *self, gboolean leave_journal);
/* Whether the file that is open is still the one that lies there. */
gboolean seven_history_open_is_in_place (SevenHistoryFile *self);
/* Whether nobody has written since it was opened for reading, nor had begun to. */
gboolean seven_history_open_is_frozen (SevenHistoryFile *self);
/* Sets the error for a result of SQLite's. FALSE. */
gboolean seven_history_open_fail (SevenHistoryFile *self, int result, GError **error);

G_END_DECLS
