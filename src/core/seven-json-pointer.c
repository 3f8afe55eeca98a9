/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-json.h"

#include <string.h>

/* Finding values by name. */

static int
find_name (const SevenJsonValue *object, const char *name, gsize length)
{
  if (seven_json_value_get_kind (object) != SEVEN_JSON_OBJECT)
    return -1;

  for (guint i = seven_json_value_get_n_children (object); i > 0; i--) {
    gsize found_length;
    const char *found =
        seven_json_value_get_string (seven_json_value_get_name (object, i - 1), &found_length);

    if (found_length == length && memcmp (found, name, length) == 0)
      return (int) i - 1;
  }

  return -1;
}

/**
 * seven_json_value_find:
 * @self: a value
 * @name: the name of a member
 *
 * Returns: the index of the last member called so, as JSON.parse counts; -1 where there is none
 */
int
seven_json_value_find (const SevenJsonValue *self, const char *name)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (name != NULL, -1);

  return find_name (self, name, strlen (name));
}

/**
 * seven_json_value_lookup:
 * @self: a value
 * @name: the name of a member
 *
 * Returns: (transfer none) (nullable): the value of the last member called so, as JSON.parse counts; %NULL where
 *   there is none
 */
const SevenJsonValue *
seven_json_value_lookup (const SevenJsonValue *self, const char *name)
{
  int index;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  index = find_name (self, name, strlen (name));

  return index < 0 ? NULL : seven_json_value_get_child (self, (guint) index);
}

static char *
escape_name (const char *name)
{
  GString *escaped = g_string_new (NULL);

  for (; *name != '\0'; name++)
    if (*name == '~' || *name == '/')
      g_string_append (escaped, *name == '~' ? "~0" : "~1");
    else
      g_string_append_c (escaped, *name);

  return g_string_free (escaped, FALSE);
}

static char *
make_token (const SevenJsonValue *parent, const SevenJsonValue *value)
{
  guint index = seven_json_value_get_index (value);
  const SevenJsonValue *name = seven_json_value_get_name (parent, index);

  return name != NULL ? escape_name (seven_json_value_get_string (name, NULL))
                      : g_strdup_printf ("%u", index);
}

/**
 * seven_json_dup_pointer:
 * @self: the text
 * @value: one of its values, or a member’s name, which stands for the member
 *
 * Makes the JSON pointer of RFC 6901, in its string form. A NUL in a name ends it.
 *
 * Returns: (transfer full): the pointer, empty for the root
 */
char *
seven_json_dup_pointer (const SevenJson *self, const SevenJsonValue *value)
{
  g_autoptr (GPtrArray) tokens = g_ptr_array_new_with_free_func (g_free);
  const SevenJsonValue *parent;
  GString *pointer;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  for (; (parent = seven_json_value_get_parent (value)) != NULL; value = parent)
    g_ptr_array_add (tokens, make_token (parent, value));
  pointer = g_string_new (NULL);
  for (guint i = tokens->len; i > 0; i--)
    g_string_append_printf (pointer, "/%s", (const char *) g_ptr_array_index (tokens, i - 1));

  return g_string_free (pointer, FALSE);
}

/* ~1 before ~0, as RFC 6901 has it. */
static char *
unescape_token (const char *token, gsize length)
{
  g_autoptr (GString) name = g_string_new_len (token, (gssize) length);

  g_string_replace (name, "~1", "/", 0);
  g_string_replace (name, "~0", "~", 0);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

static const SevenJsonValue *
lookup_element (const SevenJsonValue *array, const char *token)
{
  guint64 index;

  if (seven_json_value_get_kind (array) != SEVEN_JSON_ARRAY || (token[0] == '0' && token[1] != '\0') ||
      !g_ascii_string_to_unsigned (token, 10, 0, G_MAXUINT, &index, NULL))
    return NULL;

  return seven_json_value_get_child (array, (guint) index);
}

/**
 * seven_json_lookup_pointer:
 * @self: the text
 * @pointer: a JSON pointer of RFC 6901, in its string form
 *
 * Returns: (transfer none) (nullable): the value there, of repeated members the last; %NULL where there is none
 */
const SevenJsonValue *
seven_json_lookup_pointer (const SevenJson *self, const char *pointer)
{
  const SevenJsonValue *value;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (pointer != NULL, NULL);

  value = seven_json_get_root (self);
  while (value != NULL && *pointer == '/') {
    gsize length = strcspn (++pointer, "/");
    g_autofree char *token = unescape_token (pointer, length);

    if (seven_json_value_get_kind (value) == SEVEN_JSON_OBJECT)
      value = seven_json_value_lookup (value, token);
    else
      value = lookup_element (value, token);
    pointer += length;
  }

  return *pointer == '\0' ? value : NULL;
}
