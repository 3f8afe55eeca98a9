/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-history-store.h"

G_BEGIN_DECLS

/**
 * SevenHistoryFile:
 *
 * The file of the history, without threads: every call may block, for five seconds where another process holds the
 * file. Used by one thread at a time. It is opened by the first call that needs it, and anew where another file has
 * taken its place. Errors are of G_IO_ERROR; a cancelled call has done nothing.
 *
 * Opened for reading only, nothing in the folder is made, changed or put aside, and what is not there is empty.
 */
typedef struct _SevenHistoryFile SevenHistoryFile;

char *seven_history_file_dup_default_path (void);

SevenHistoryFile *seven_history_file_new (const char *path);
SevenHistoryFile *seven_history_file_new_for_reading (const char *path);
void seven_history_file_free (SevenHistoryFile *self);

gint64 seven_history_file_save (
    SevenHistoryFile *self, const SevenHistoryEntry *entry, GCancellable *cancellable, GError **error);
GArray *seven_history_file_query (
    SevenHistoryFile *self, const SevenHistoryFilter *filter, GCancellable *cancellable, GError **error);
GPtrArray *seven_history_file_load (
    SevenHistoryFile *self, const gint64 *ids, gsize n_ids, GCancellable *cancellable, GError **error);
gboolean seven_history_file_remove (
    SevenHistoryFile *self, const gint64 *ids, gsize n_ids, GCancellable *cancellable, GError **error);
gboolean
seven_history_file_prune (SevenHistoryFile *self, gint64 before, GCancellable *cancellable, GError **error);
/* Whether what it holds is not what it was when this was asked last, by this process or another. */
gboolean seven_history_file_look (SevenHistoryFile *self);
/* (nullable): a translated sentence about what was found when the file was opened. */
const char *seven_history_file_get_notice (SevenHistoryFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenHistoryFile, seven_history_file_free)

G_END_DECLS
