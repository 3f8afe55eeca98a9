/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* To and from json-glib's nodes. Both recursions are bounded: a tree of ours is no deeper than
 * SEVEN_JSON_MAX_DEPTH, and json-glib frees its nodes by recursion as well. */

static gboolean
check_string (const SevenJson *json, const SevenJsonValue *value, GError **error)
{
  if (seven_json_value_get_nul (json, value, 0, NULL)) {
    g_set_error_literal (error, SEVEN_JSON_ERROR, SEVEN_JSON_ERROR_NUL,
        _ ("Found the character U+0000 in a string, expected text without it"));
    return FALSE;
  }
  if (seven_json_value_get_lone_surrogate (json, value, 0, NULL)) {
    g_set_error_literal (error, SEVEN_JSON_ERROR, SEVEN_JSON_ERROR_LONE_SURROGATE,
        _ ("Found half of a surrogate pair in a string, expected whole characters"));
    return FALSE;
  }

  return TRUE;
}

static JsonNode *
make_string_node (const SevenJson *json, const SevenJsonValue *value, GError **error)
{
  JsonNode *node;

  if (!check_string (json, value, error))
    return NULL;

  node = json_node_new (JSON_NODE_VALUE);
  json_node_set_string (node, seven_json_value_get_string (value, NULL));

  return node;
}

/* A token without point and exponent is an integer, where it fits; -0 is not 0 to JavaScript. */
static JsonNode *
make_number_node (const SevenJson *json, const SevenJsonValue *value)
{
  SevenRange range = seven_json_value_get_range (value);
  g_autofree char *token =
      g_strndup (seven_json_get_text (json, NULL) + range.start, range.end - range.start);
  JsonNode *node = json_node_new (JSON_NODE_VALUE);
  gint64 integer;

  if (strcmp (token, "-0") != 0 &&
      g_ascii_string_to_signed (token, 10, G_MININT64, G_MAXINT64, &integer, NULL))
    json_node_set_int (node, integer);
  else
    json_node_set_double (node, seven_json_value_get_number (value));

  return node;
}

static JsonNode *
make_boolean_node (const SevenJsonValue *value)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  json_node_set_boolean (node, seven_json_value_get_boolean (value));

  return node;
}

static JsonNode *
make_array_node (const SevenJson *json, const SevenJsonValue *value, GError **error)
{
  guint n = seven_json_value_get_n_children (value);
  g_autoptr (JsonArray) array = json_array_sized_new (n);
  JsonNode *node;

  for (guint i = 0; i < n; i++) {
    JsonNode *element = seven_json_value_to_node (json, seven_json_value_get_child (value, i), error);

    if (element == NULL)
      return NULL;
    json_array_add_element (array, element);
  }
  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, g_steal_pointer (&array));

  return node;
}

static JsonNode *
make_object_node (const SevenJson *json, const SevenJsonValue *value, GError **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonNode *node;

  for (guint i = 0; i < seven_json_value_get_n_children (value); i++) {
    const SevenJsonValue *name = seven_json_value_get_name (value, i);
    JsonNode *member = NULL;

    if (check_string (json, name, error))
      member = seven_json_value_to_node (json, seven_json_value_get_child (value, i), error);
    if (member == NULL)
      return NULL;
    json_object_set_member (object, seven_json_value_get_string (name, NULL), member);
  }
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, g_steal_pointer (&object));

  return node;
}

/**
 * seven_json_value_to_node:
 * @json: the text
 * @self: one of its values
 * @error: where to put what json-glib cannot say
 *
 * Hands the value on to users of json-glib. Of repeated members the last counts.
 *
 * Errors: %SEVEN_JSON_ERROR_NUL, %SEVEN_JSON_ERROR_LONE_SURROGATE.
 *
 * Returns: (transfer full): a node, or %NULL with @error set
 */
JsonNode *
seven_json_value_to_node (const SevenJson *json, const SevenJsonValue *self, GError **error)
{
  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  switch (seven_json_value_get_kind (self)) {
  case SEVEN_JSON_BOOLEAN:
    return make_boolean_node (self);
  case SEVEN_JSON_NUMBER:
    return make_number_node (json, self);
  case SEVEN_JSON_STRING:
    return make_string_node (json, self, error);
  case SEVEN_JSON_ARRAY:
    return make_array_node (json, self, error);
  case SEVEN_JSON_OBJECT:
    return make_object_node (json, self, error);
  case SEVEN_JSON_NULL:
  default:
    return json_node_new (JSON_NODE_NULL);
  }
}

/* The shortest of the three precisions that reads back as the same number. What JSON has no number for is null,
 * as JSON.stringify has it. */
static void
print_number (GString *text, double number)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number)) {
    g_string_append (text, "null");
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    double back = g_ascii_strtod (g_ascii_formatd (buffer, sizeof buffer, formats[i], number), NULL);

    if (memcmp (&back, &number, sizeof number) == 0)
      break;
  }
  g_string_append (text, buffer);
}

static void print_node (GString *text, JsonNode *node, guint level);

static void
print_line (GString *text, guint level)
{
  g_string_append_printf (text, "\n%*s", (int) level * 2, "");
}

static void
print_string (GString *text, const char *string)
{
  g_autofree char *quoted = seven_json_quote (string != NULL ? string : "", -1);

  g_string_append (text, quoted);
}

static void
print_array (GString *text, JsonArray *array, guint level)
{
  guint n = json_array_get_length (array);

  g_string_append_c (text, '[');
  for (guint i = 0; i < n; i++) {
    g_string_append (text, i > 0 ? "," : "");
    print_line (text, level + 1);
    print_node (text, json_array_get_element (array, i), level + 1);
  }
  if (n > 0)
    print_line (text, level);
  g_string_append_c (text, ']');
}

static void
print_object (GString *text, JsonObject *object, guint level)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  gboolean first = TRUE;

  g_string_append_c (text, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member)) {
    g_string_append (text, first ? "" : ",");
    print_line (text, level + 1);
    print_string (text, name);
    g_string_append (text, ": ");
    print_node (text, member, level + 1);
    first = FALSE;
  }
  if (!first)
    print_line (text, level);
  g_string_append_c (text, '}');
}

static void
print_value (GString *text, JsonNode *node)
{
  switch (json_node_get_value_type (node)) {
  case G_TYPE_BOOLEAN:
    g_string_append (text, json_node_get_boolean (node) ? "true" : "false");
    break;
  case G_TYPE_STRING:
    print_string (text, json_node_get_string (node));
    break;
  case G_TYPE_INT64:
    g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
    break;
  default:
    print_number (text, json_node_get_double (node));
  }
}

static void
print_node (GString *text, JsonNode *node, guint level)
{
  switch (json_node_get_node_type (node)) {
  case JSON_NODE_OBJECT:
    print_object (text, json_node_get_object (node), level);
    break;
  case JSON_NODE_ARRAY:
    print_array (text, json_node_get_array (node), level);
    break;
  case JSON_NODE_VALUE:
    print_value (text, node);
    break;
  case JSON_NODE_NULL:
  default:
    g_string_append (text, "null");
  }
}

/**
 * seven_json_print:
 * @node: a node, as JsonBuilder makes it
 *
 * Prints a node as JSON for programs to read: two blanks a level, numbers in the shortest form that reads back the
 * same (0.075, not 0.074999999999999997, as json-glib has it), a line feed at the end. Numbers that JSON cannot
 * write become null. The locale does not matter.
 *
 * Returns: (transfer full): the text
 */
char *
seven_json_print (JsonNode *node)
{
  GString *text;

  g_return_val_if_fail (node != NULL, NULL);

  text = g_string_new (NULL);
  print_node (text, node, 0);
  g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}
