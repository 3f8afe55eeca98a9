/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

/* memmem() */
#define _GNU_SOURCE

#include "seven-scrub.h"

#include <string.h>

#include "seven-config.h"
#include "seven-mask.h"

struct _SevenScrub
{
  GHashTable *keys; /* GString, each once */
};

/**
 * seven_scrub_free_string:
 * @string: (nullable) (transfer full): a string that may hold a key
 *
 * Overwrites the string, and frees it.
 */
void
seven_scrub_free_string (GString *string)
{
  if (string == NULL)
    return;

  explicit_bzero (string->str, string->allocated_len);
  g_string_free (string, TRUE);
}

/**
 * seven_scrub_free_text:
 * @text: (nullable) (transfer full): a text that may hold a key, up to its NUL
 *
 * Overwrites the text, and frees it.
 */
void
seven_scrub_free_text (char *text)
{
  if (text == NULL)
    return;

  explicit_bzero (text, strlen (text));
  g_free (text);
}

/**
 * seven_scrub_new:
 *
 * Returns: (transfer full): a scrub that knows no key
 */
SevenScrub *
seven_scrub_new (void)
{
  SevenScrub *self = g_new0 (SevenScrub, 1);

  self->keys = g_hash_table_new_full (
      (GHashFunc) g_string_hash, (GEqualFunc) g_string_equal, (GDestroyNotify) seven_scrub_free_string, NULL);

  return self;
}

/**
 * seven_scrub_free:
 * @self: (transfer full): a scrub
 *
 * Forgets the keys.
 */
void
seven_scrub_free (SevenScrub *self)
{
  g_hash_table_unref (self->keys);
  g_free (self);
}

static gboolean
has_blank (const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) bytes[i] <= ' ')
      return TRUE;

  return FALSE;
}

/* What has blanks in it is no key, but perhaps a sentence that was typed into the wrong field. */
static void
learn_bytes (SevenScrub *self, const char *bytes, gsize length)
{
  g_autofree char *copy = g_strndup (bytes, length);

  if (length >= SEVEN_SCRUB_LITERAL_SIZE && !has_blank (bytes, length) && !seven_config_is_placeholder (copy))
    g_hash_table_add (self->keys, g_string_new_len (bytes, (gssize) length));
  explicit_bzero (copy, strlen (copy));
}

/**
 * seven_scrub_learn_key:
 * @self: a scrub
 * @key: a key
 *
 * Learns a key that is known.
 */
void
seven_scrub_learn_key (SevenScrub *self, const char *key)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (key != NULL);

  learn_bytes (self, key, strlen (key));
}

/**
 * seven_scrub_learn:
 * @self: a scrub
 * @text: a text, which may hold any bytes
 * @length: its length in bytes
 *
 * Learns the keys that stand in the members of a text. Of one that is no JSON none are learned, since what seems to be
 * the value of such a member may be any other part of it.
 */
void
seven_scrub_learn (SevenScrub *self, const char *text, gsize length)
{
  g_autoptr (SevenJson) json = NULL;
  g_autoptr (GArray) hidden = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  json = seven_json_parse (text, (gssize) length, NULL, NULL);
  if (json == NULL)
    return;
  hidden = seven_mask_find_json (json);
  for (guint i = 0; i < hidden->len; i++) {
    SevenRange range = g_array_index (hidden, SevenHidden, i).range;

    learn_bytes (self, text + range.start, range.end - range.start);
  }
}

/* (transfer full) both: the text with the placeholder for each occurrence of the key. */
static GString *
replace_all (GString *text, const GString *key)
{
  const char *end = text->str + text->len;
  const char *at = text->str;
  const char *found = memmem (at, text->len, key->str, key->len);
  GString *replaced;

  if (found == NULL)
    return text;

  replaced = g_string_sized_new (text->len);
  for (; found != NULL; found = memmem (at, (gsize) (end - at), key->str, key->len)) {
    g_string_append_len (replaced, at, found - at);
    g_string_append (replaced, SEVEN_CONFIG_KEY_PLACEHOLDER);
    at = found + key->len;
  }
  g_string_append_len (replaced, at, end - at);
  seven_scrub_free_string (text);

  return replaced;
}

static int
compare_length (gconstpointer a, gconstpointer b)
{
  gsize first = ((const GString *) a)->len;
  gsize second = ((const GString *) b)->len;

  return first > second ? -1 : first < second;
}

/**
 * seven_scrub_put:
 * @self: a scrub
 * @text: a text, which may hold any bytes
 * @length: its length in bytes
 *
 * Puts %SEVEN_CONFIG_KEY_PLACEHOLDER in the place of every key.
 *
 * Returns: (transfer full): the text without them
 */
GString *
seven_scrub_put (SevenScrub *self, const char *text, gsize length)
{
  g_autoptr (SevenJson) json = NULL;
  g_autoptr (GArray) hidden = NULL;
  g_autoptr (GList) keys = NULL;
  GString *scrubbed;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  json = seven_json_parse (text, (gssize) length, NULL, NULL);
  hidden = json != NULL ? seven_mask_find_json (json) : seven_mask_find_broken (text, length);
  scrubbed = seven_mask_put (
      text, length, hidden, SEVEN_CONFIG_KEY_PLACEHOLDER, "\"" SEVEN_CONFIG_KEY_PLACEHOLDER "\"");
  /* A key may begin with another one. */
  keys = g_list_sort (g_hash_table_get_keys (self->keys), compare_length);
  for (GList *key = keys; key != NULL; key = key->next)
    scrubbed = replace_all (scrubbed, key->data);

  return scrubbed;
}
