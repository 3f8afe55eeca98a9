/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-config.h"

#include <string.h>

struct _SevenConfig
{
  gatomicrefcount ref_count;
  SevenJson *json;
  const SevenJsonValue *api_key;
  const SevenJsonValue *sender;
  const SevenJsonValue *templates;
  SevenConfigTemplate *items;
  guint n_items;
  GHashTable *first_by_usage; /* borrowed string → index + 1 */
  gboolean accepted;
};

static gboolean
is_kind (const SevenJsonValue *value, SevenJsonKind kind)
{
  return value != NULL && seven_json_value_get_kind (value) == kind;
}

static const SevenJsonValue *
lookup (const SevenJsonValue *object, const char *name)
{
  return is_kind (object, SEVEN_JSON_OBJECT) ? seven_json_value_lookup (object, name) : NULL;
}

static const char *
string_of (const SevenJsonValue *value)
{
  return is_kind (value, SEVEN_JSON_STRING) ? seven_json_value_get_string (value, NULL) : NULL;
}

static void
remember_usage (SevenConfig *self, guint index)
{
  const SevenConfigTemplate *item = &self->items[index];
  gsize length;

  if (item->usage == NULL)
    return;
  seven_json_value_get_string (item->usage_value, &length);
  /* A type with a NUL in it equals none that can be asked for. */
  if (strlen (item->usage) == length && !g_hash_table_contains (self->first_by_usage, item->usage))
    g_hash_table_insert (self->first_by_usage, (gpointer) item->usage, GUINT_TO_POINTER (index + 1));
}

static void
read_templates (SevenConfig *self)
{
  if (!is_kind (self->templates, SEVEN_JSON_ARRAY))
    return;

  self->n_items = seven_json_value_get_n_children (self->templates);
  self->items = g_new0 (SevenConfigTemplate, self->n_items);
  for (guint i = 0; i < self->n_items; i++) {
    SevenConfigTemplate *item = &self->items[i];

    item->value = seven_json_value_get_child (self->templates, i);
    item->usage_value = lookup (item->value, "usageType");
    item->content_value = lookup (item->value, "content");
    item->usage = string_of (item->usage_value);
    item->content = string_of (item->content_value);
    remember_usage (self, i);
  }
}

static gboolean
guard_accepts (const SevenConfig *self)
{
  if (!is_kind (self->api_key, SEVEN_JSON_STRING) || !is_kind (self->templates, SEVEN_JSON_ARRAY))
    return FALSE;
  if (self->sender != NULL && !is_kind (self->sender, SEVEN_JSON_STRING))
    return FALSE;
  for (guint i = 0; i < self->n_items; i++)
    if (self->items[i].usage == NULL || self->items[i].content == NULL)
      return FALSE;
  return TRUE;
}

static SevenConfig *
read_config (SevenJson *json)
{
  SevenConfig *self;
  const SevenJsonValue *root;

  self = g_new0 (SevenConfig, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->json = seven_json_ref (json);
  self->first_by_usage = g_hash_table_new (g_str_hash, g_str_equal);
  root = seven_json_get_root (json);
  self->api_key = lookup (root, "apiKey");
  self->sender = lookup (root, "from");
  self->templates = lookup (root, "templates");
  read_templates (self);
  self->accepted = guard_accepts (self);
  return self;
}

SevenConfig *
seven_config_parse (const char *text, gssize length, SevenRange *place, GError **error)
{
  g_autoptr (SevenJson) json = seven_json_parse (text, length, place, error);

  return json != NULL ? read_config (json) : NULL;
}

SevenConfig *
seven_config_ref (SevenConfig *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
seven_config_unref (SevenConfig *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->first_by_usage, g_hash_table_unref);
  g_clear_pointer (&self->items, g_free);
  g_clear_pointer (&self->json, seven_json_unref);
  g_free (self);
}

SevenJson *
seven_config_get_json (const SevenConfig *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->json;
}

const SevenJsonValue *
seven_config_get_api_key_value (const SevenConfig *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->api_key;
}

const SevenJsonValue *
seven_config_get_sender_value (const SevenConfig *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sender;
}

const SevenJsonValue *
seven_config_get_templates_value (const SevenConfig *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->templates;
}

const char *
seven_config_get_api_key (const SevenConfig *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return string_of (self->api_key);
}

char *
seven_config_dup_usable_key (const char *key, gsize length)
{
  g_autofree char *trimmed = NULL;
  SevenRange range;

  g_return_val_if_fail (key != NULL, NULL);

  range = seven_config_trim_api_key (key, length);
  if (range.start == range.end || seven_config_find_api_key_fault (key, length, NULL))
    return NULL;
  trimmed = g_strndup (key + range.start, range.end - range.start);
  return seven_config_is_placeholder (trimmed) ? NULL : g_steal_pointer (&trimmed);
}

char *
seven_config_dup_usable_api_key (const SevenConfig *self)
{
  const char *key;
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);

  if (!is_kind (self->api_key, SEVEN_JSON_STRING))
    return NULL;
  key = seven_json_value_get_string (self->api_key, &length);
  return seven_config_dup_usable_key (key, length);
}

const char *
seven_config_get_sender (const SevenConfig *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return string_of (self->sender);
}

guint
seven_config_get_n_templates (const SevenConfig *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_items;
}

const SevenConfigTemplate *
seven_config_get_template (const SevenConfig *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->n_items ? &self->items[index] : NULL;
}

int
seven_config_find_template (const SevenConfig *self, const char *usage)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (usage != NULL, -1);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->first_by_usage, usage)) - 1;
}

gboolean
seven_config_is_accepted (const SevenConfig *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->accepted;
}

gboolean
seven_config_is_placeholder (const char *text)
{
  const char *end;

  g_return_val_if_fail (text != NULL, FALSE);

  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  if (*text != '<')
    return FALSE;
  /* One bracket pair around all of it: “<b>{{code}}</b>” and Android's “<#> …” are texts. */
  end = text + 1 + strcspn (text + 1, "<>");
  if (*end != '>' || end == text + 1)
    return FALSE;
  for (end++; *end != '\0'; end = g_utf8_next_char (end))
    if (!g_unichar_isspace (g_utf8_get_char (end)))
      return FALSE;
  return TRUE;
}

static gboolean
is_trimmed (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

SevenRange
seven_config_trim_api_key (const char *key, gsize length)
{
  SevenRange range = { 0, length };

  g_return_val_if_fail (key != NULL, range);

  while (range.start < range.end && is_trimmed (key[range.start]))
    range.start++;
  while (range.end > range.start && is_trimmed (key[range.end - 1]))
    range.end--;
  return range;
}

static gboolean
header_carries (gunichar c)
{
  return c == '\t' || (c >= 0x20 && c <= 0x7e) || (c >= 0x80 && c <= 0xff);
}

gboolean
seven_config_find_api_key_fault (const char *key, gsize length, SevenRange *fault)
{
  SevenRange range = seven_config_trim_api_key (key, length);

  for (const char *p = key + range.start; p < key + range.end; p = g_utf8_next_char (p)) {
    if (header_carries (g_utf8_get_char (p)))
      continue;
    if (fault != NULL)
      *fault = (SevenRange){ (gsize) (p - key), (gsize) (g_utf8_next_char (p) - key) };
    return TRUE;
  }
  return FALSE;
}
