/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Private to the stores over files. The largest file that is read, in bytes. */
#define SEVEN_FILE_MAX_SIZE (64 * 1024 * 1024)

/* Both block. Errors are G_IO_ERROR with words for people. @stamp tells this version of the file from a later one. */
GBytes *seven_file_load (const char *path, char **stamp, GCancellable *cancellable, GError **error);
/* @stamp: (nullable): the version that may be replaced; NULL: any. Returns the new stamp. Until the very last step the
 * old file is as it was, and nothing is left beside it on failure. */
char *seven_file_save (
    const char *path, GBytes *bytes, const char *stamp, GCancellable *cancellable, GError **error);

G_END_DECLS
