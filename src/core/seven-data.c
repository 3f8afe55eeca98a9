/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-data.h"

#include <gio/gio.h>

#include "seven-core-resources.h"

#define RESOURCE_BASE "/io/github/sevenconsole/SevenConsole/core/"

/* By hand: a linker would leave out a constructor that nothing in a static library refers to. */
static void
register_resource (void)
{
  static gsize registered = 0;

  if (g_once_init_enter (&registered)) {
    seven_core_register_resource ();
    g_once_init_leave (&registered, 1);
  }
}

GPtrArray *
seven_data_read_table (const char *name)
{
  g_autoptr (GPtrArray) table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char *path = g_strconcat (RESOURCE_BASE, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean columns = FALSE;

  register_resource ();
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_return_val_if_fail (bytes != NULL, g_steal_pointer (&table));

  /* GResource puts a NUL after every file. */
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (gsize i = 0; lines[i]; i++) {
    if (*lines[i] == '#' || *lines[i] == '\0')
      continue;
    if (columns)
      g_ptr_array_add (table, g_strsplit (lines[i], "\t", -1));
    columns = TRUE;
  }
  return g_steal_pointer (&table);
}

const char *
seven_data_get_field (char *const *line, guint column)
{
  for (guint i = 0; line[i]; i++) {
    if (i == column)
      return line[i];
  }
  return "";
}
