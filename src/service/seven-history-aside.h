/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Private to the history: what happens to its file as a file. */

/* Makes the folder (0700) and, empty, the file (0600) where they are not there; takes it from others where it is. */
gboolean seven_history_aside_prepare (const char *path, GError **error);
/* One process at a time opens, or puts aside: where the folder can be locked. -1: it cannot. */
int seven_history_aside_lock (const char *path, guint limit_ms);
void seven_history_aside_unlock (int lock);
/* Gives the file and its journal another name, which nothing has yet. Returns that name. */
char *seven_history_aside_put (const char *path, GError **error);
/* Deletes what was put aside before a time, microseconds since 1970. */
void seven_history_aside_prune (const char *path, gint64 before);

G_END_DECLS
