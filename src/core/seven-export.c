/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-export.h"

#include <string.h>

#include "seven-json-edit.h"
#include "seven-json-style.h"
#include "seven-mask.h"

#define MASK "••••"

/* A key of the text itself is never overruled. */
static gboolean
takes_key (const SevenJsonValue *value)
{
  const char *key;
  gsize length;

  if (value == NULL)
    return TRUE;

  key = seven_json_value_get_string (value, &length);

  return key != NULL && (strspn (key, " \t\r\n") == length || seven_config_is_placeholder (key));
}

static SevenSplice *
put_key (const SevenConfig *config, const char *api_key)
{
  const SevenJson *json = seven_config_get_json (config);
  const SevenJsonValue *value = seven_config_get_api_key_value (config);
  g_autofree char *quoted = NULL;

  if (!takes_key (value))
    return NULL;
  if (value != NULL)
    return seven_json_edit_set_string (json, value, api_key, -1);

  quoted = seven_json_quote (api_key, -1);

  return seven_json_edit_insert_member (json, seven_json_get_root (json), 0, "apiKey", quoted);
}

/**
 * seven_export_with_key:
 * @config: a config
 * @api_key: (nullable): the key that is kept for it elsewhere
 *
 * Makes the text for Logto’s page: the key comes where the text has none, an empty one or a placeholder. A key that
 * stands in the text stays; so does every other byte.
 *
 * Returns: (transfer full): the text
 */
char *
seven_export_with_key (const SevenConfig *config, const char *api_key)
{
  g_autoptr (SevenSplice) splice = NULL;
  const char *text;
  gsize length;

  g_return_val_if_fail (config != NULL, NULL);

  text = seven_json_get_text (seven_config_get_json (config), &length);
  if (api_key != NULL)
    splice = put_key (config, api_key);

  return splice != NULL ? seven_splice_apply (splice, text, length) : g_strndup (text, length);
}

static gboolean
is_key_at (const SevenJsonValue *object, guint index)
{
  return seven_json_value_is_string (seven_json_value_get_name (object, index), "apiKey");
}

/**
 * seven_export_without_key:
 * @config: a config
 *
 * Makes the text that can be shown to anybody, and that keeps the stored key where Logto’s page merges it: every
 * member of the outermost object that is called apiKey is left out, every other byte stays.
 *
 * Returns: (transfer full): the text
 */
char *
seven_export_without_key (const SevenConfig *config)
{
  const SevenJson *json;
  const SevenJsonValue *root;
  GString *kept;
  const char *text;
  gsize length;
  gsize done = 0;

  g_return_val_if_fail (config != NULL, NULL);

  json = seven_config_get_json (config);
  root = seven_json_get_root (json);
  text = seven_json_get_text (json, &length);
  kept = g_string_new (NULL);
  if (seven_json_value_get_kind (root) == SEVEN_JSON_OBJECT)
    for (guint i = 0; i < seven_json_value_get_n_children (root); i++) {
      guint first = i;
      SevenRange removed;

      if (!is_key_at (root, i))
        continue;
      while (i + 1 < seven_json_value_get_n_children (root) && is_key_at (root, i + 1))
        i++;
      removed = seven_json_find_removed (json, root, first, i);
      g_string_append_len (kept, text + done, (gssize) (removed.start - done));
      done = removed.end;
    }
  g_string_append_len (kept, text + done, (gssize) (length - done));

  return g_string_free (kept, FALSE);
}

/**
 * seven_export_masked:
 * @text: a text, which need be neither JSON nor UTF-8
 * @length: its length in bytes
 *
 * Makes a text for people to look at: whatever stands in a member called apiKey, in any case, spelled with escapes,
 * repeated, at any depth, reads ••••. In a text that is no JSON all that follows such a name is hidden, rather too
 * much than too little.
 *
 * Returns: (transfer full): the text
 */
char *
seven_export_masked (const char *text, gsize length)
{
  g_autoptr (SevenJson) json = NULL;
  g_autoptr (GArray) hidden = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  json = seven_json_parse (text, (gssize) length, NULL, NULL);
  if (json == NULL)
    length = strnlen (text, length);
  hidden = json != NULL ? seven_mask_find_json (json) : seven_mask_find_broken (text, length);

  return g_string_free (seven_mask_put (text, length, hidden, MASK, NULL), FALSE);
}
