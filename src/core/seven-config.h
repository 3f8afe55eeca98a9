/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-json.h"

G_BEGIN_DECLS

/**
 * SevenConfig:
 *
 * What a JSON text says to the connector. Immutable and reference counted (atomic); every value knows its
 * range in the text. Of repeated members the last counts, as with `JSON.parse`.
 */
typedef struct _SevenConfig SevenConfig;

/* The placeholders of seven's own sample config. */
#define SEVEN_CONFIG_KEY_PLACEHOLDER "<your-api-key>"
#define SEVEN_CONFIG_SENDER_PLACEHOLDER "<your-sender-id>"

/**
 * SevenConfigTemplate:
 * @value: the element of `templates`, whatever its kind
 * @usage_value: (nullable): its `usageType`, whatever its kind
 * @content_value: (nullable): its `content`, whatever its kind
 * @usage: (nullable): NULL where missing or no string; cut at a NUL
 * @content: (nullable): NULL where missing or no string; cut at a NUL
 */
typedef struct
{
  const SevenJsonValue *value;
  const SevenJsonValue *usage_value;
  const SevenJsonValue *content_value;
  const char *usage;
  const char *content;
} SevenConfigTemplate;

/**
 * seven_config_parse:
 * @text: the text, which may hold any bytes
 * @length: its length in bytes, or -1 where it is NUL-terminated
 * @place: (out) (optional): where the fault lies
 * @error: a `SEVEN_JSON_ERROR` with the code [func@seven_json_parse] gives
 *
 * Returns: (transfer full) (nullable): the config, or NULL with @error set where @text is no JSON
 */
SevenConfig *seven_config_parse (const char *text, gssize length, SevenRange *place, GError **error);

/**
 * seven_config_ref:
 * @self: a config
 *
 * Returns: (transfer full): @self
 */
SevenConfig *seven_config_ref (SevenConfig *self);

/**
 * seven_config_unref:
 * @self: (transfer full): a config
 */
void seven_config_unref (SevenConfig *self);

/**
 * seven_config_get_json:
 *
 * Returns: (transfer none): the text and the tree of its values
 */
SevenJson *seven_config_get_json (const SevenConfig *self);

/**
 * seven_config_get_api_key_value:
 *
 * Returns: (nullable): the member that counts, whatever its kind; NULL where it is missing or the root is no object
 */
const SevenJsonValue *seven_config_get_api_key_value (const SevenConfig *self);

/**
 * seven_config_get_sender_value:
 *
 * Returns: (nullable): the value of `from`, as [func@seven_config_get_api_key_value]
 */
const SevenJsonValue *seven_config_get_sender_value (const SevenConfig *self);

/**
 * seven_config_get_templates_value:
 *
 * Returns: (nullable): the value of `templates`, as [func@seven_config_get_api_key_value]
 */
const SevenJsonValue *seven_config_get_templates_value (const SevenConfig *self);

/**
 * seven_config_get_api_key:
 *
 * Returns: (nullable): the key as it stands, blanks at its ends included; NULL where missing or no string
 */
const char *seven_config_get_api_key (const SevenConfig *self);

/**
 * seven_config_dup_usable_api_key:
 *
 * Returns: (transfer full) (nullable): the trimmed key where it can be sent: not empty, no placeholder, and only
 *   characters that an HTTP header can carry
 */
char *seven_config_dup_usable_api_key (const SevenConfig *self);

/**
 * seven_config_dup_usable_key:
 * @key: an API key from wherever
 * @length: its length in bytes
 *
 * Returns: (transfer full) (nullable): the key as [func@seven_config_dup_usable_api_key] would give it, were it in a
 *   config
 */
char *seven_config_dup_usable_key (const char *key, gsize length);

/**
 * seven_config_get_sender:
 *
 * Returns: (nullable): the value of `from`; NULL where missing or no string
 */
const char *seven_config_get_sender (const SevenConfig *self);

/**
 * seven_config_get_n_templates:
 *
 * Returns: the number of elements of `templates`; 0 where it is no array
 */
guint seven_config_get_n_templates (const SevenConfig *self);

/**
 * seven_config_get_template:
 * @index: from 0, below [func@seven_config_get_n_templates]
 *
 * Returns: (transfer none) (nullable): the template; NULL past the last
 */
const SevenConfigTemplate *seven_config_get_template (const SevenConfig *self, guint index);

/**
 * seven_config_find_template:
 * @usage: the type asked for
 *
 * Looks a type up as the connector does: the first template whose type is exactly the same, without any
 * fallback (Logto 1.42 with the published connector).
 *
 * Returns: its index, or -1
 */
int seven_config_find_template (const SevenConfig *self, const char *usage);

/**
 * seven_config_is_accepted:
 *
 * Returns: whether the published connector's own guard takes the config: `apiKey` a string, `from` a string or
 *   missing, `templates` an array of objects whose `content` and `usageType` are strings; all else passes
 */
gboolean seven_config_is_accepted (const SevenConfig *self);

/**
 * seven_config_is_placeholder:
 * @text: any text
 *
 * Returns: whether the whole trimmed text has the form `<…>`, as in seven's sample configs
 */
gboolean seven_config_is_placeholder (const char *text);

/**
 * seven_config_find_api_key_fault:
 * @key: an API key, trimmed or not
 * @length: its length in bytes
 * @fault: (out) (optional): the first character, in bytes of @key, that no HTTP header can carry
 *
 * Blanks and line breaks at the ends do not count: they are trimmed when the key is sent. A header carries tabs,
 * blanks and the visible characters of Latin-1 (RFC 9110, 5.5, and Node's own check).
 *
 * Returns: whether there is such a character
 */
gboolean seven_config_find_api_key_fault (const char *key, gsize length, SevenRange *fault);

/**
 * seven_config_trim_api_key:
 * @key: an API key
 * @length: its length in bytes
 *
 * Returns: what is left of it when it is sent, in bytes; an empty range at the end where that is nothing
 */
SevenRange seven_config_trim_api_key (const char *key, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenConfig, seven_config_unref)

G_END_DECLS
