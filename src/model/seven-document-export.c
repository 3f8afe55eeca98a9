/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-document-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "seven-export.h"

#define SAMPLE_SENDER "Acme"

static char *
make_set (const SevenUsageType *usages, gsize n_usages)
{
  GString *text = g_string_new ("{\n");

  g_string_append_printf (text, "  \"apiKey\": \"%s\",\n", SEVEN_CONFIG_KEY_PLACEHOLDER);
  g_string_append_printf (text, "  \"from\": \"%s\",\n  \"templates\": [\n", SAMPLE_SENDER);
  for (gsize i = 0; i < n_usages; i++) {
    g_autofree char *content = seven_json_quote (seven_usage_get_standard_text (usages[i]), -1);

    g_string_append_printf (text, "    { \"usageType\": \"%s\", \"content\": %s }%s\n",
        seven_usage_get_name (usages[i]), content, i + 1 < n_usages ? "," : "");
  }
  g_string_append (text, "  ]\n}\n");

  return g_string_free (text, FALSE);
}

/**
 * seven_document_dup_complete_set:
 *
 * Returns: (transfer full): a config with a short text for each usage type that Logto sends, and the placeholder of
 *   the key
 */
char *
seven_document_dup_complete_set (void)
{
  SevenUsageType usages[SEVEN_N_FLOWS];

  for (guint flow = 0; flow < SEVEN_N_FLOWS; flow++)
    usages[flow] = (SevenUsageType) flow;

  return make_set (usages, G_N_ELEMENTS (usages));
}

/**
 * seven_document_dup_documented_set:
 *
 * Returns: (transfer full): a config with the three usage types of seven’s documentation: Register, SignIn, Test
 */
char *
seven_document_dup_documented_set (void)
{
  static const SevenUsageType usages[] = { SEVEN_USAGE_REGISTER, SEVEN_USAGE_SIGN_IN, SEVEN_USAGE_TEST };

  return make_set (usages, G_N_ELEMENTS (usages));
}

/**
 * seven_document_dup_for_logto:
 * @self: a document
 * @with_key: %FALSE: every member called apiKey is left out
 *
 * What goes to the clipboard, with the key that is kept elsewhere where the text has none. Errors do not forbid it: the property n-errors says how many there are. Text that is no
 * JSON is given as it is, with the key.
 *
 * Returns: (transfer full) (nullable): the JSON; %NULL: without the key it cannot be had, since the text is no JSON
 */
char *
seven_document_dup_for_logto (SevenDocument *self, gboolean with_key)
{
  SevenConfig *config;

  g_return_val_if_fail (SEVEN_IS_DOCUMENT (self), NULL);

  config = seven_document_ensure_config (self);
  if (config == NULL)
    return with_key ? g_strdup (self->text->str) : NULL;

  return with_key ? seven_export_with_key (config, self->stored_key) : seven_export_without_key (config);
}

static gboolean
has_member (char **names, const char *name)
{
  return names != NULL && g_strv_contains ((const char *const *) names, name);
}

/* “from”, “team”: members of the last saved version that are gone. */
static char *
list_removed (SevenDocument *self, guint *n_removed)
{
  g_auto (GStrv) names = seven_config_dup_member_names (seven_document_ensure_config (self));
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names != NULL && self->saved_members != NULL && self->saved_members[i] != NULL; i++) {
    /* Translators: the quotation marks around the name of a JSON member. */
    g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), self->saved_members[i]);

    if (!has_member (names, self->saved_members[i]) &&
        !g_ptr_array_find_with_equal_func (removed, quoted, g_str_equal, NULL))
      g_ptr_array_add (removed, g_steal_pointer (&quoted));
  }
  *n_removed = removed->len;
  g_ptr_array_add (removed, NULL);

  return g_strjoinv (", ", (char **) removed->pdata);
}

static void
add_removed (SevenDocument *self, GPtrArray *sentences)
{
  guint n_removed;
  g_autofree char *removed = list_removed (self, &n_removed);

  if (n_removed == 0)
    return;
  g_ptr_array_add (sentences,
      g_strdup_printf (
          ngettext ("Logto’s page keeps %s, which you removed: paste it once with an empty value "
                    "to get rid of it.",
              "Logto’s page keeps %s, which you removed: paste them once with empty values to get "
              "rid of them.",
              n_removed),
          removed));
}

static void
add_errors (SevenDocument *self, GPtrArray *sentences)
{
  guint n_errors = seven_check_count (self->check, SEVEN_SEVERITY_ERROR);

  if (n_errors > 0)
    g_ptr_array_add (
        sentences, g_strdup_printf (ngettext ("It has %u error.", "It has %u errors.", n_errors), n_errors));
}

static void
add_key (SevenDocument *self, gboolean with_key, GPtrArray *sentences)
{
  SevenConfig *config = seven_document_ensure_config (self);
  const char *key = config != NULL ? seven_config_get_api_key (config) : NULL;

  if (!with_key)
    g_ptr_array_add (
        sentences, g_strdup (_ ("It has no key: Logto’s Test refuses that, Save keeps the stored key.")));
  else if (self->stored_key == NULL && key != NULL && seven_config_is_placeholder (key))
    g_ptr_array_add (sentences,
        g_strdup (_ ("Its key is a placeholder: saving that in Logto replaces the key that works.")));
}

/**
 * seven_document_dup_copy_advice:
 * @self: a document
 * @with_key: whether the key was copied
 *
 * What to say after a copy: where in Logto’s console to paste it, how many errors it has, and what Logto’s page does
 * with members that were removed: it merges the pasted JSON over the saved one.
 *
 * Returns: (transfer full): one line
 */
char *
seven_document_dup_copy_advice (SevenDocument *self, gboolean with_key)
{
  g_autoptr (GPtrArray) sentences = NULL;

  g_return_val_if_fail (SEVEN_IS_DOCUMENT (self), NULL);

  sentences = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (sentences,
      g_strdup (
          /* Translators: “Connectors” is a page of Logto’s console; use its name there in your language. */
          _ ("Paste it in Logto’s console: Connectors, your SMS connector for seven, the JSON box; "
             "then save.")));
  add_errors (self, sentences);
  add_key (self, with_key, sentences);
  add_removed (self, sentences);
  g_ptr_array_add (sentences, NULL);

  return g_strjoinv (" ", (char **) sentences->pdata);
}
