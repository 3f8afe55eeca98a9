/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-document-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "seven-json-edit.h"
#include "seven-json-style.h"
#include "seven-language.h"

/* Makes the change; field: (nullable): typing on there merges. */
static void
apply_in_field (SevenDocument *self, SevenSplice *splice, const char *field, const char *label)
{
  g_autoptr (SevenSplice) owned = splice;

  if (owned != NULL)
    seven_document_splice (self, owned->offset, owned->removed, owned->inserted, field, label);
}

static void
apply_step (SevenDocument *self, SevenSplice *splice, const char *label)
{
  apply_in_field (self, splice, NULL, label);
}

static SevenSplice *
insert_string_member (
    SevenConfig *config, const SevenJsonValue *object, int after, const char *name, const char *string)
{
  g_autofree char *fragment = seven_json_quote (string, -1);

  return seven_json_edit_insert_member (
      seven_config_get_json (config), object, (guint) (after + 1), name, fragment);
}

/* A member that is no string is not typed over; a missing one is made unless it would be empty. */
static SevenSplice *
edit_string (SevenConfig *config, const SevenJsonValue *object, const SevenJsonValue *value, int after,
    const char *name, const char *string)
{
  if (value == NULL)
    return *string != '\0' ? insert_string_member (config, object, after, name, string) : NULL;
  if (seven_json_value_get_kind (value) != SEVEN_JSON_STRING)
    return NULL;
  if (seven_json_value_is_string (value, string))
    return NULL;

  return seven_json_edit_set_string (seven_config_get_json (config), value, string, -1);
}

static const SevenJsonValue *
get_root (SevenConfig *config)
{
  return seven_json_get_root (seven_config_get_json (config));
}

/**
 * seven_document_set_api_key:
 * @self: a document
 * @api_key: the key; a missing member is inserted for it, as the first
 *
 * Edits the key. Does nothing while the text is not valid.
 */
void
seven_document_set_api_key (SevenDocument *self, const char *api_key)
{
  SevenConfig *config;

  g_return_if_fail (SEVEN_IS_DOCUMENT (self));
  g_return_if_fail (api_key != NULL);

  config = seven_document_ensure_config (self);
  if (config == NULL)
    return;
  apply_in_field (self,
      edit_string (config, get_root (config), seven_config_get_api_key_value (config), -1, "apiKey", api_key),
      "api-key", /* Translators: a step in the menu of undo. */ _ ("Edit API Key"));
}

/**
 * seven_document_set_sender:
 * @self: a document
 * @sender: the sender; "" empties the member and makes or removes none
 *
 * Edits the sender. Does nothing while the text is not valid.
 */
void
seven_document_set_sender (SevenDocument *self, const char *sender)
{
  SevenConfig *config;
  int after;

  g_return_if_fail (SEVEN_IS_DOCUMENT (self));
  g_return_if_fail (sender != NULL);

  config = seven_document_ensure_config (self);
  if (config == NULL)
    return;
  after = seven_json_value_find (get_root (config), "apiKey");
  apply_in_field (self,
      edit_string (config, get_root (config), seven_config_get_sender_value (config), after, "from", sender),
      "sender", /* Translators: a step in the menu of undo. */ _ ("Edit Sender"));
}

/* The template at @index, where the text has one that is an object. */
static const SevenConfigTemplate *
find_template (SevenConfig *config, guint index)
{
  const SevenConfigTemplate *template;

  if (config == NULL || index >= seven_config_get_n_templates (config))
    return NULL;
  template = seven_config_get_template (config, index);

  return seven_json_value_get_kind (template->value) == SEVEN_JSON_OBJECT ? template : NULL;
}

/**
 * seven_document_set_template_content:
 * @self: a document
 * @index: which template, from 0
 * @content: its text
 *
 * Edits the text of a template. Does nothing while the text is not valid, or where it is no string.
 */
void
seven_document_set_template_content (SevenDocument *self, guint index, const char *content)
{
  const SevenConfigTemplate *template;
  g_autofree char *field = NULL;
  SevenConfig *config;

  g_return_if_fail (SEVEN_IS_DOCUMENT (self));
  g_return_if_fail (content != NULL);

  config = seven_document_ensure_config (self);
  template = find_template (config, index);
  if (template == NULL)
    return;
  field = g_strdup_printf ("content:%u", index);
  apply_in_field (self,
      edit_string (config, template->value, template->content_value,
          (int) seven_json_value_get_n_children (template->value) - 1, "content", content),
      field, /* Translators: a step in the menu of undo. */ _ ("Edit Template"));
}

/**
 * seven_document_set_template_usage:
 * @self: a document
 * @index: which template, from 0
 * @usage: its usage type
 *
 * Edits the type of a template. Does nothing while the text is not valid, or where it is no string.
 */
void
seven_document_set_template_usage (SevenDocument *self, guint index, const char *usage)
{
  const SevenConfigTemplate *template;
  SevenConfig *config;

  g_return_if_fail (SEVEN_IS_DOCUMENT (self));
  g_return_if_fail (usage != NULL);

  config = seven_document_ensure_config (self);
  template = find_template (config, index);
  if (template == NULL)
    return;
  apply_step (self, edit_string (config, template->value, template->usage_value, -1, "usageType", usage),
      /* Translators: a step in the menu of undo. */ _ ("Change Usage Type"));
}

static char *
make_template (SevenConfig *config, const char *usage)
{
  int known = seven_usage_find (usage);
  const char *text = seven_language_get_standard_text (
      seven_language_guess (config), known >= 0 ? (SevenUsageType) known : SEVEN_USAGE_GENERIC);
  g_autofree char *usage_string = seven_json_quote (usage, -1);
  g_autofree char *text_string = seven_json_quote (text, -1);

  return g_strdup_printf ("{\"usageType\": %s, \"content\": %s}", usage_string, text_string);
}

static SevenSplice *
append_template (SevenConfig *config, const char *usage)
{
  const SevenJsonValue *templates = seven_config_get_templates_value (config);
  SevenJson *json = seven_config_get_json (config);
  g_autofree char *element = make_template (config, usage);
  g_autofree char *array = NULL;

  if (templates == NULL) {
    array = g_strdup_printf ("[%s]", element);
    return seven_json_edit_insert_member (json, get_root (config), G_MAXUINT, "templates", array);
  }
  if (seven_json_value_get_kind (templates) != SEVEN_JSON_ARRAY)
    return NULL;

  return seven_json_edit_insert_element (json, templates, G_MAXUINT, element);
}

/**
 * seven_document_add_template:
 * @self: a document
 * @usage: the usage type of the new template
 *
 * Adds a template with the standard text at the end. Does nothing while the text is not valid, or where templates is
 * no array.
 */
void
seven_document_add_template (SevenDocument *self, const char *usage)
{
  SevenConfig *config;

  g_return_if_fail (SEVEN_IS_DOCUMENT (self));
  g_return_if_fail (usage != NULL);

  config = seven_document_ensure_config (self);
  if (config != NULL)
    apply_step (self, append_template (config, usage),
        /* Translators: a step in the menu of undo. */ _ ("Add Template"));
}

/* Makes one splice of the whole way from the present text to @text. */
static void
become (SevenDocument *self, const char *text, const char *label)
{
  apply_step (self, seven_splice_between (self->text->str, self->text->len, text, strlen (text)), label);
}

/* The config with a template for @usage, or NULL where it has one or can have none. */
static SevenConfig *
with_template (SevenConfig *config, const char *usage)
{
  g_autoptr (SevenSplice) splice = NULL;
  g_autofree char *text = NULL;
  gsize length;
  const char *before = seven_json_get_text (seven_config_get_json (config), &length);

  if (seven_config_find_template (config, usage) >= 0)
    return NULL;
  splice = append_template (config, usage);
  if (splice == NULL)
    return NULL;
  text = seven_splice_apply (splice, before, length);

  return seven_config_parse (text, -1, NULL, NULL);
}

/**
 * seven_document_add_all_missing:
 * @self: a document
 *
 * Adds a template with the standard text for each flow in use that has none, in one step.
 */
void
seven_document_add_all_missing (SevenDocument *self)
{
  g_autoptr (SevenConfig) config = NULL;

  g_return_if_fail (SEVEN_IS_DOCUMENT (self));

  if (seven_document_ensure_config (self) == NULL)
    return;
  config = seven_config_ref (seven_document_ensure_config (self));
  for (guint flow = 0; flow < SEVEN_N_FLOWS; flow++) {
    const char *usage = seven_usage_get_name ((SevenUsageType) flow);
    SevenConfig *more = self->flows >> flow & 1 ? with_template (config, usage) : NULL;

    if (more == NULL)
      continue;
    seven_config_unref (config);
    config = more;
  }
  /* Translators: a step in the menu of undo. */
  become (self, seven_json_get_text (seven_config_get_json (config), NULL), _ ("Add All Missing"));
}

/* The array of templates, where @index is one of them. */
static const SevenJsonValue *
find_templates (SevenConfig *config, guint index)
{
  return config != NULL && index < seven_config_get_n_templates (config)
      ? seven_config_get_templates_value (config)
      : NULL;
}

/**
 * seven_document_duplicate_template:
 * @self: a document
 * @index: which template, from 0
 *
 * Puts a copy of the template behind it.
 */
void
seven_document_duplicate_template (SevenDocument *self, guint index)
{
  const SevenJsonValue *templates;
  g_autofree char *fragment = NULL;
  SevenConfig *config;

  g_return_if_fail (SEVEN_IS_DOCUMENT (self));

  config = seven_document_ensure_config (self);
  templates = find_templates (config, index);
  if (templates == NULL)
    return;
  fragment = seven_json_dup_range (seven_config_get_json (config),
      seven_json_value_get_range (seven_config_get_template (config, index)->value));
  apply_step (self,
      seven_json_edit_insert_element (seven_config_get_json (config), templates, index + 1, fragment),
      /* Translators: a step in the menu of undo. */ _ ("Duplicate Template"));
}

/**
 * seven_document_remove_template:
 * @self: a document
 * @index: which template, from 0
 *
 * Takes the template out.
 */
void
seven_document_remove_template (SevenDocument *self, guint index)
{
  const SevenJsonValue *templates;
  SevenConfig *config;

  g_return_if_fail (SEVEN_IS_DOCUMENT (self));

  config = seven_document_ensure_config (self);
  templates = find_templates (config, index);
  if (templates != NULL)
    apply_step (self, seven_json_edit_remove_child (seven_config_get_json (config), templates, index),
        /* Translators: a step in the menu of undo. */ _ ("Delete Template"));
}

/**
 * seven_document_move_template:
 * @self: a document
 * @from: which template, from 0
 * @to: its new place, from 0
 *
 * Moves the template, byte by byte as it is.
 */
void
seven_document_move_template (SevenDocument *self, guint from, guint to)
{
  const SevenJsonValue *templates;
  SevenConfig *config;

  g_return_if_fail (SEVEN_IS_DOCUMENT (self));

  config = seven_document_ensure_config (self);
  templates = find_templates (config, MAX (from, to));
  if (templates != NULL && from != to)
    apply_step (self, seven_json_edit_move_element (seven_config_get_json (config), templates, from, to),
        /* Translators: a step in the menu of undo. */ _ ("Move Template"));
}

/* What a person sees may be of a check before the last: the same problem as it is now. */
static SevenProblem *
find_problem (SevenDocument *self, SevenProblem *problem)
{
  GPtrArray *problems = seven_check_get_problems (self->check);

  if (g_ptr_array_find (problems, problem, NULL))
    return problem;
  for (guint i = 0; i < problems->len; i++) {
    if (seven_problem_is_same (g_ptr_array_index (problems, i), problem))
      return g_ptr_array_index (problems, i);
  }
  return NULL;
}

/**
 * seven_document_fix:
 * @self: a document
 * @problem: one of its problems
 *
 * Mends the problem in one step. Does nothing where there is no such fix, or no such problem any more.
 */
void
seven_document_fix (SevenDocument *self, SevenProblem *problem)
{
  SevenProblem *present;

  g_return_if_fail (SEVEN_IS_DOCUMENT (self));
  g_return_if_fail (SEVEN_IS_PROBLEM (problem));

  if (self->checked_serial != self->serial)
    return;
  present = find_problem (self, problem);
  if (present != NULL)
    /* Translators: a step in the menu of undo: a problem was mended. */
    apply_step (self, seven_check_fix (self->check, present), _ ("Fix"));
}

/**
 * seven_document_fix_all_safe:
 * @self: a document
 *
 * Mends all that can be mended without asking, in one step.
 *
 * Returns: how many problems were mended
 */
guint
seven_document_fix_all_safe (SevenDocument *self)
{
  SevenCheckOptions options;
  g_autofree char *text = NULL;
  guint n_fixed = 0;

  g_return_val_if_fail (SEVEN_IS_DOCUMENT (self), 0);

  if (self->checked_serial != self->serial)
    return 0;
  options = seven_document_get_options (self);
  text = seven_check_fix_all_safe (self->check, &options, &n_fixed);
  if (text == NULL)
    return 0;
  /* Translators: a step in the menu of undo: all problems that can be mended without asking were. */
  become (self, text, _ ("Fix All"));

  return n_fixed;
}

/**
 * seven_document_format:
 * @self: a document
 *
 * Sets the text anew, in its own indentation and line ending, one member a line. Does nothing while it is no JSON.
 */
void
seven_document_format (SevenDocument *self)
{
  g_autoptr (SevenJsonStyle) style = NULL;
  g_autoptr (SevenJson) json = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (SEVEN_IS_DOCUMENT (self));

  json = seven_json_parse (self->text->str, (gssize) self->text->len, NULL, NULL);
  if (json == NULL)
    return;
  style = seven_json_style_new (json, seven_json_get_root (json));
  text = seven_json_format (json, *style->indent != '\0' ? style->indent : "  ", style->newline);
  /* Translators: a step in the menu of undo: the JSON was indented anew. */
  become (self, text, _ ("Format"));
}
