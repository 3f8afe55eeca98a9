/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-json.h"

#include <string.h>

#include "seven-export.h"
#include "seven-json-edit.h"

/* For every text: it is refused with a place inside of it and words that can be shown, or its tree holds together,
 * formatting keeps what it says, and edits leave JSON. */

#define CHECK(condition) \
  do { \
    if (!(condition)) \
      g_error ("%s:%d: %s", __FILE__, __LINE__, #condition); \
  } while (FALSE)

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_fault (SevenRange place, gsize size, const GError *error)
{
  CHECK (error != NULL && error->domain == SEVEN_JSON_ERROR);
  CHECK (place.start <= place.end && place.end <= size);
  CHECK (g_utf8_validate (error->message, -1, NULL));
}

static void
check_splice (const SevenJson *json, SevenSplice *splice)
{
  g_autoptr (SevenSplice) owned = splice;
  g_autoptr (SevenJson) changed = NULL;
  g_autofree char *text = NULL;
  gsize length;
  const char *before = seven_json_get_text (json, &length);

  if (owned == NULL)
    return;

  text = seven_splice_apply (owned, before, length);
  changed = seven_json_parse (text, -1, NULL, NULL);
  CHECK (changed != NULL);
}

static void
check_edits (const SevenJson *json, const SevenJsonValue *value)
{
  guint n = seven_json_value_get_n_children (value);

  check_splice (json, seven_json_edit_set_string (json, value, "a\"\xc3\xa4\n", -1));
  check_splice (json, seven_json_edit_replace (json, value, "[{\"a\": []}]"));
  check_splice (json, seven_json_edit_insert_element (json, value, n / 2, "{\"a\": 1}"));
  check_splice (json, seven_json_edit_insert_member (json, value, n / 2, "a", "{\"a\": 1}"));
  check_splice (json, seven_json_edit_remove_child (json, value, n / 2));
  check_splice (json, seven_json_edit_move_element (json, value, 0, n / 2));
  check_splice (json, seven_json_edit_rename_member (json, value, n / 2, "a"));
}

static void
check_value (const SevenJson *json, const SevenJsonValue *value)
{
  SevenRange range = seven_json_value_get_range (value);
  guint n = seven_json_value_get_n_children (value);
  gsize length = 0;
  const char *string = seven_json_value_get_string (value, &length);

  CHECK (range.start < range.end);
  CHECK (string == NULL || string[length] == '\0');
  for (guint i = 0; i < n; i++) {
    const SevenJsonValue *child = seven_json_value_get_child (value, i);
    SevenRange inner = seven_json_value_get_range (child);

    CHECK (range.start < inner.start && inner.end < range.end);
    CHECK (seven_json_value_get_parent (child) == value && seven_json_value_get_index (child) == i);
    check_value (json, child);
  }
}

static void
check_tree (const SevenJson *json)
{
  g_autofree char *formatted = seven_json_format (json, "  ", "\n");
  g_autoptr (SevenJson) again = seven_json_parse (formatted, -1, NULL, NULL);
  g_autofree char *twice = NULL;
  g_autoptr (JsonNode) node = NULL;
  const SevenJsonValue *root = seven_json_get_root (json);

  CHECK (again != NULL);
  twice = seven_json_format (again, "  ", "\n");
  CHECK (strcmp (formatted, twice) == 0);
  check_value (json, root);
  check_edits (json, root);
  if (seven_json_value_get_n_children (root) > 0)
    check_edits (json, seven_json_value_get_child (root, 0));
  node = seven_json_value_to_node (json, root, NULL);
  if (node != NULL) {
    g_autofree char *printed = seven_json_print (node);
    g_autoptr (SevenJson) read = seven_json_parse (printed, -1, NULL, NULL);

    CHECK (read != NULL);
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_malloc (size + 1);
  g_autofree char *masked = NULL;
  g_autoptr (GError) error = NULL;
  SevenRange place = { 1, 0 };
  g_autoptr (SevenJson) json = NULL;

  memcpy (text, data, size);
  text[size] = '\0';
  json = seven_json_parse (text, (gssize) size, &place, &error);
  if (json != NULL)
    check_tree (json);
  else
    check_fault (place, size, error);
  masked = seven_export_masked (text, size);
  CHECK (masked != NULL);

  return 0;
}
