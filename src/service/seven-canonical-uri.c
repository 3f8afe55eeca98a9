/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-canonical-uri.h"

#include <gio/gio.h>
#include <limits.h>
#include <stdlib.h>

/* A file that is not there yet is named by its folder, which may be reached in several ways too. */
static char *
resolve (const char *path)
{
  char resolved[PATH_MAX];
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;

  if (realpath (path, resolved) != NULL)
    return g_strdup (resolved);
  folder = g_path_get_dirname (path);
  name = g_path_get_basename (path);

  return realpath (folder, resolved) != NULL ? g_build_filename (resolved, name, NULL) : NULL;
}

/*
 * seven_canonical_uri_dup:
 * @uri: a document
 *
 * Gives a document one name, whatever symbolic links and “..” lead to it. Looks at the file system, which may take its
 * time: not for the main thread.
 *
 * Returns: (transfer full): the name; @uri itself where it is no file, or none that can be looked at
 */
char *
seven_canonical_uri_dup (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *resolved = path != NULL ? resolve (path) : NULL;
  char *canonical = resolved != NULL ? g_filename_to_uri (resolved, NULL, NULL) : NULL;

  return canonical != NULL ? canonical : g_strdup (uri);
}
