/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-render.h"

#include <string.h>

char *
seven_render (const char *content, const char *code)
{
  g_autoptr (GString) rendered = NULL;
  const char *found;

  g_return_val_if_fail (content != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  rendered = g_string_new (NULL);
  while ((found = strstr (content, SEVEN_RENDER_PLACEHOLDER)) != NULL) {
    g_string_append_len (rendered, content, found - content);
    g_string_append (rendered, code);
    content = found + strlen (SEVEN_RENDER_PLACEHOLDER);
  }
  g_string_append (rendered, content);
  return g_string_free (g_steal_pointer (&rendered), FALSE);
}
