/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-document-private.h"

#include <glib/gi18n-lib.h>

#include "seven-words.h"

G_DEFINE_FINAL_TYPE (SevenDocument, seven_document, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHECKED,
  SIGNAL_SPLICED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static guint
count (SevenDocument *self, SevenSeverity severity)
{
  return self->fresh ? 0 : seven_check_count (self->check, severity);
}

static char *
dup_summary (SevenDocument *self)
{
  if (self->fresh)
    return g_strdup (_ ("Checking…"));

  return seven_words_summary (count (self, SEVEN_SEVERITY_ERROR), count (self, SEVEN_SEVERITY_WARNING),
      count (self, SEVEN_SEVERITY_INFO));
}

static char *
dup_coverage (SevenDocument *self)
{
  guint n_covered = 0;
  guint n_in_use = 0;

  for (guint i = 0; i < SEVEN_N_FLOWS; i++) {
    if ((self->flows >> i & 1) == 0)
      continue;
    n_in_use++;
    n_covered += self->good != NULL && seven_check_get_flow_template (self->good, (SevenUsageType) i) >= 0;
  }
  return seven_words_coverage (n_covered, n_in_use);
}

static char *
dup_undo_label (SevenDocument *self)
{
  const SevenUndoStep *step = seven_undo_stack_peek_undo (self->undo);

  if (step == NULL || step->label == NULL)
    return g_strdup (_ ("Undo"));

  /* Translators: %s is a step such as “Typing” or “Edit Sender”. */
  return g_strdup_printf (_ ("Undo: %s"), step->label);
}

static char *
dup_redo_label (SevenDocument *self)
{
  const SevenUndoStep *step = seven_undo_stack_peek_redo (self->undo);

  if (step == NULL || step->label == NULL)
    return g_strdup (_ ("Redo"));

  /* Translators: %s is a step such as “Typing” or “Edit Sender”. */
  return g_strdup_printf (_ ("Redo: %s"), step->label);
}

static gboolean
has_key (SevenDocument *self)
{
  g_autofree char *key = seven_document_dup_usable_key (self);

  return key != NULL;
}

static gboolean
has_safe_fixes (SevenDocument *self)
{
  GPtrArray *problems = seven_check_get_problems (self->check);

  for (guint i = 0; i < problems->len && !self->fresh; i++) {
    if (seven_problem_get_fix_kind (g_ptr_array_index (problems, i)) == SEVEN_FIX_SAFE)
      return TRUE;
  }
  return FALSE;
}

/* A member that is missing can be made, one that is no string cannot be typed over. */
static gboolean
is_editable (const SevenJsonValue *value)
{
  return value == NULL || seven_json_value_get_kind (value) == SEVEN_JSON_STRING;
}

static void
get_connection (SevenDocument *self, guint property_id, GValue *value)
{
  SevenConfig *config = seven_document_get_good_config (self);
  const char *string = NULL;

  if (property_id == PROP_API_KEY_EDITABLE) {
    g_value_set_boolean (value, config != NULL && is_editable (seven_config_get_api_key_value (config)));
    return;
  }
  if (property_id == PROP_SENDER_EDITABLE) {
    g_value_set_boolean (value, config != NULL && is_editable (seven_config_get_sender_value (config)));
    return;
  }

  if (config != NULL)
    string =
        property_id == PROP_SENDER ? seven_config_get_sender (config) : seven_config_get_api_key (config);
  g_value_set_string (value, string != NULL ? string : "");
}

static void
get_sender_state (SevenDocument *self, guint property_id, GValue *value)
{
  gboolean warning;
  g_autofree char *hint = seven_words_sender (seven_document_get_good_config (self), &warning);

  if (property_id == PROP_SENDER_WARNING)
    g_value_set_boolean (value, warning);
  else
    g_value_take_string (value, g_steal_pointer (&hint));
}

static void
get_word (SevenDocument *self, guint property_id, GValue *value)
{
  if (property_id == PROP_COVERAGE)
    g_value_take_string (value, dup_coverage (self));
  else if (property_id == PROP_REDO_LABEL)
    g_value_take_string (value, dup_redo_label (self));
  else if (property_id == PROP_SUBTITLE)
    g_value_take_string (value, seven_words_folder (self->uri));
  else if (property_id == PROP_SUMMARY)
    g_value_take_string (value, dup_summary (self));
  else if (property_id == PROP_TITLE)
    g_value_take_string (value, seven_words_title (self->uri));
  else if (property_id == PROP_URI)
    g_value_set_string (value, self->uri);
  else
    g_value_take_string (value, dup_undo_label (self));
}

static void
get_object (SevenDocument *self, guint property_id, GValue *value)
{
  if (property_id == PROP_MISSING_USAGES)
    g_value_set_object (value, self->missing_usages);
  else if (property_id == PROP_PROBLEMS)
    g_value_set_object (value, self->problems);
  else if (property_id == PROP_STATE_STORE)
    g_value_set_object (value, self->state_store);
  else if (property_id == PROP_TEMPLATES)
    g_value_set_object (value, self->templates);
  else
    g_value_set_object (value, self->usage_choices);
}

static SevenProblem *
get_problem (SevenDocument *self, guint property_id)
{
  if (property_id == PROP_API_KEY_PROBLEM)
    return seven_document_get_member_problem (self, "api-key-");
  if (property_id == PROP_SENDER_PROBLEM)
    return seven_document_get_member_problem (self, "sender-");

  return seven_document_get_syntax_problem (self);
}

static void
get_count (SevenDocument *self, guint property_id, GValue *value)
{
  if (property_id == PROP_N_ERRORS)
    g_value_set_uint (value, count (self, SEVEN_SEVERITY_ERROR));
  else if (property_id == PROP_N_WARNINGS)
    g_value_set_uint (value, count (self, SEVEN_SEVERITY_WARNING));
  else
    g_value_set_uint (value, self->fresh ? 0 : seven_check_get_problems (self->check)->len);
}

static gboolean
get_flag (SevenDocument *self, guint property_id)
{
  if (property_id == PROP_BUSY)
    return self->n_busy > 0;
  if (property_id == PROP_CAN_REDO)
    return seven_undo_stack_peek_redo (self->undo) != NULL;
  if (property_id == PROP_CAN_UNDO)
    return seven_undo_stack_peek_undo (self->undo) != NULL;
  if (property_id == PROP_CHECKING)
    return self->checked_serial != self->serial;
  if (property_id == PROP_HAS_KEY)
    return has_key (self);
  if (property_id == PROP_HAS_SAFE_FIXES)
    return has_safe_fixes (self);
  if (property_id == PROP_KEY_STORED)
    return self->stored_key != NULL;
  if (property_id == PROP_LONG_LINES)
    return self->long_lines;
  if (property_id == PROP_MODIFIED)
    return seven_document_get_modified (self);

  return seven_document_is_valid (self);
}

static void
seven_document_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenDocument *self = SEVEN_DOCUMENT (object);

  switch ((SevenDocumentProperty) property_id) {
  case PROP_API_KEY:
  case PROP_API_KEY_EDITABLE:
  case PROP_SENDER:
  case PROP_SENDER_EDITABLE:
    get_connection (self, property_id, value);
    break;
  case PROP_SENDER_HINT:
  case PROP_SENDER_WARNING:
    get_sender_state (self, property_id, value);
    break;
  case PROP_COVERAGE:
  case PROP_REDO_LABEL:
  case PROP_SUBTITLE:
  case PROP_SUMMARY:
  case PROP_TITLE:
  case PROP_UNDO_LABEL:
  case PROP_URI:
    get_word (self, property_id, value);
    break;
  case PROP_MISSING_USAGES:
  case PROP_PROBLEMS:
  case PROP_STATE_STORE:
  case PROP_TEMPLATES:
  case PROP_USAGE_CHOICES:
    get_object (self, property_id, value);
    break;
  case PROP_BUSY:
  case PROP_CAN_REDO:
  case PROP_CAN_UNDO:
  case PROP_CHECKING:
  case PROP_HAS_KEY:
  case PROP_HAS_SAFE_FIXES:
  case PROP_KEY_STORED:
  case PROP_LONG_LINES:
  case PROP_MODIFIED:
  case PROP_VALID:
    g_value_set_boolean (value, get_flag (self, property_id));
    break;
  case PROP_N_ERRORS:
  case PROP_N_PROBLEMS:
  case PROP_N_WARNINGS:
    get_count (self, property_id, value);
    break;
  case PROP_FLOWS:
    g_value_set_uint (value, self->flows);
    break;
  case PROP_API_KEY_PROBLEM:
  case PROP_SENDER_PROBLEM:
  case PROP_SYNTAX_PROBLEM:
    g_value_set_object (value, get_problem (self, property_id));
    break;
  case PROP_0:
  case N_PROPS:
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
set_flows (SevenDocument *self, SevenFlows flows)
{
  if (self->flows == flows)
    return;
  seven_document_restore_flows (self, flows);
  seven_document_recheck (self);
  seven_document_keep_flows (self);
}

static void
seven_document_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenDocument *self = SEVEN_DOCUMENT (object);
  const char *string = G_VALUE_HOLDS_STRING (value) ? g_value_get_string (value) : NULL;

  if (property_id == PROP_API_KEY)
    seven_document_set_api_key (self, string != NULL ? string : "");
  else if (property_id == PROP_SENDER)
    seven_document_set_sender (self, string != NULL ? string : "");
  else if (property_id == PROP_FLOWS)
    set_flows (self, g_value_get_uint (value) & SEVEN_FLOWS_ALL);
  else if (property_id == PROP_STATE_STORE && g_set_object (&self->state_store, g_value_get_object (value)))
    g_object_notify_by_pspec (object, pspec);
  else if (property_id != PROP_STATE_STORE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
seven_document_finalize (GObject *object)
{
  SevenDocument *self = SEVEN_DOCUMENT (object);

  seven_template_list_detach (self->templates);
  g_clear_object (&self->state_store);
  g_clear_object (&self->templates);
  g_clear_object (&self->problems);
  g_clear_object (&self->usage_choices);
  g_clear_object (&self->missing_usages);
  g_clear_pointer (&self->check, seven_check_unref);
  g_clear_pointer (&self->good, seven_check_unref);
  g_clear_pointer (&self->edit_config, seven_config_unref);
  g_clear_pointer (&self->undo, seven_undo_stack_free);
  g_clear_pointer (&self->shown, seven_shown_free);
  g_clear_pointer (&self->saved_members, g_strfreev);
  g_clear_pointer (&self->stored_key, seven_scrub_free_text);
  seven_scrub_free_string (self->text);
  g_free (self->uri);
  g_free (self->stamp);

  G_OBJECT_CLASS (seven_document_parent_class)->finalize (object);
}

static void
install_booleans (GParamFlags flags)
{
  props[PROP_API_KEY_EDITABLE] = g_param_spec_boolean ("api-key-editable", NULL, NULL, FALSE, flags);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  props[PROP_CHECKING] = g_param_spec_boolean ("checking", NULL, NULL, FALSE, flags);
  props[PROP_HAS_KEY] = g_param_spec_boolean ("has-key", NULL, NULL, FALSE, flags);
  props[PROP_HAS_SAFE_FIXES] = g_param_spec_boolean ("has-safe-fixes", NULL, NULL, FALSE, flags);
  props[PROP_KEY_STORED] = g_param_spec_boolean ("key-stored", NULL, NULL, FALSE, flags);
  props[PROP_LONG_LINES] = g_param_spec_boolean ("long-lines", NULL, NULL, FALSE, flags);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  props[PROP_SENDER_EDITABLE] = g_param_spec_boolean ("sender-editable", NULL, NULL, FALSE, flags);
  props[PROP_SENDER_WARNING] = g_param_spec_boolean ("sender-warning", NULL, NULL, FALSE, flags);
  props[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, FALSE, flags);
}

static void
install_strings (GParamFlags flags)
{
  props[PROP_COVERAGE] = g_param_spec_string ("coverage", NULL, NULL, NULL, flags);
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  props[PROP_SENDER_HINT] = g_param_spec_string ("sender-hint", NULL, NULL, NULL, flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  props[PROP_URI] = g_param_spec_string ("uri", NULL, NULL, NULL, flags);
}

static void
install_others (GParamFlags flags)
{
  GParamFlags writable = flags | G_PARAM_WRITABLE;

  props[PROP_API_KEY_PROBLEM] =
      g_param_spec_object ("api-key-problem", NULL, NULL, SEVEN_TYPE_PROBLEM, flags);
  props[PROP_API_KEY] = g_param_spec_string ("api-key", NULL, NULL, NULL, writable);
  props[PROP_FLOWS] = g_param_spec_uint ("flows", NULL, NULL, 0, SEVEN_FLOWS_ALL, SEVEN_FLOWS_ALL, writable);
  props[PROP_MISSING_USAGES] = g_param_spec_object ("missing-usages", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_N_ERRORS] = g_param_spec_uint ("n-errors", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_PROBLEMS] = g_param_spec_uint ("n-problems", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_WARNINGS] = g_param_spec_uint ("n-warnings", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_PROBLEMS] = g_param_spec_object ("problems", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_SENDER_PROBLEM] = g_param_spec_object ("sender-problem", NULL, NULL, SEVEN_TYPE_PROBLEM, flags);
  props[PROP_SENDER] = g_param_spec_string ("sender", NULL, NULL, NULL, writable);
  props[PROP_STATE_STORE] = g_param_spec_object ("state-store", NULL, NULL, SEVEN_TYPE_STATE_STORE, writable);
  props[PROP_SYNTAX_PROBLEM] = g_param_spec_object ("syntax-problem", NULL, NULL, SEVEN_TYPE_PROBLEM, flags);
  props[PROP_TEMPLATES] = g_param_spec_object ("templates", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_USAGE_CHOICES] = g_param_spec_object ("usage-choices", NULL, NULL, G_TYPE_LIST_MODEL, flags);
}

static void
seven_document_class_init (SevenDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = seven_document_finalize;
  object_class->get_property = seven_document_get_property;
  object_class->set_property = seven_document_set_property;

  install_booleans (flags);
  install_strings (flags);
  install_others (flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_CHECKED] =
      g_signal_new ("checked", SEVEN_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SPLICED] = g_signal_new ("spliced", SEVEN_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
      NULL, G_TYPE_NONE, 3, G_TYPE_UINT64, G_TYPE_UINT64, G_TYPE_STRING);
}

static void
add_usage_choices (SevenDocument *self)
{
  for (guint usage = 0; usage < SEVEN_N_USAGES; usage++) {
    g_autoptr (SevenUsageChoice) choice =
        seven_usage_choice_new (seven_usage_get_name ((SevenUsageType) usage));

    g_list_store_append (self->usage_choices, choice);
  }
}

static void
seven_document_init (SevenDocument *self)
{
  SevenCheckOptions options = { SEVEN_FLOWS_ALL, FALSE };

  self->text = g_string_new (NULL);
  self->undo = seven_undo_stack_new ();
  self->saved_state = seven_undo_stack_get_state (self->undo);
  self->flows = SEVEN_FLOWS_ALL;
  self->check = seven_check_text ("", 0, &options);
  self->templates = seven_template_list_new (self);
  self->problems = g_list_store_new (SEVEN_TYPE_PROBLEM);
  self->usage_choices = g_list_store_new (SEVEN_TYPE_USAGE_CHOICE);
  self->missing_usages = g_list_store_new (SEVEN_TYPE_USAGE_CHOICE);
  add_usage_choices (self);
  self->shown = seven_shown_new (G_OBJECT (self), props, PROP_0 + 1, N_DERIVED);
  seven_document_recheck (self);
}

/* Tells of everything that reads differently from what was told last. */
void
seven_document_refresh (SevenDocument *self)
{
  seven_shown_refresh (self->shown);
}

void
seven_document_restore_flows (SevenDocument *self, SevenFlows flows)
{
  if (self->flows == flows)
    return;
  self->flows = flows;
  self->serial++;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FLOWS]);
}

void
seven_document_keep_flows (SevenDocument *self)
{
  if (self->state_store != NULL && self->uri != NULL)
    seven_state_store_save_flows (self->state_store, self->uri, self->flows);
}

void
seven_document_emit_spliced (SevenDocument *self, gsize offset, gsize removed, const char *inserted)
{
  g_signal_emit (self, signals[SIGNAL_SPLICED], 0, (guint64) offset, (guint64) removed, inserted);
}

void
seven_document_emit_checked (SevenDocument *self)
{
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
}

/**
 * seven_document_new:
 *
 * Returns: (transfer full): an empty document, unmodified
 */
SevenDocument *
seven_document_new (void)
{
  return g_object_new (SEVEN_TYPE_DOCUMENT, NULL);
}

/**
 * seven_document_get_text:
 * @self: a document
 * @length: (out) (optional): its length in bytes
 *
 * Returns: (transfer none): the text, valid until it changes; may hold NUL, one more stands behind it
 */
const char *
seven_document_get_text (SevenDocument *self, gsize *length)
{
  g_return_val_if_fail (SEVEN_IS_DOCUMENT (self), NULL);

  if (length != NULL)
    *length = self->text->len;
  return self->text->str;
}

/**
 * seven_document_get_config:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the config of the last text that was an object
 */
SevenConfig *
seven_document_get_config (SevenDocument *self)
{
  g_return_val_if_fail (SEVEN_IS_DOCUMENT (self), NULL);

  return seven_document_get_good_config (self);
}

/**
 * seven_document_get_uri:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): where it lives; %NULL: nowhere yet
 */
const char *
seven_document_get_uri (SevenDocument *self)
{
  g_return_val_if_fail (SEVEN_IS_DOCUMENT (self), NULL);

  return self->uri;
}

/**
 * seven_document_get_modified:
 * @self: a document
 *
 * Returns: whether it differs from what was saved, loaded or started with; undoing back to that clears it
 */
gboolean
seven_document_get_modified (SevenDocument *self)
{
  g_return_val_if_fail (SEVEN_IS_DOCUMENT (self), FALSE);

  return seven_undo_stack_get_state (self->undo) != self->saved_state;
}

/**
 * seven_document_get_templates:
 * @self: a document
 *
 * Returns: (transfer none): its templates, #SevenTemplateItem
 */
GListModel *
seven_document_get_templates (SevenDocument *self)
{
  g_return_val_if_fail (SEVEN_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->templates);
}

/**
 * seven_document_get_problems:
 * @self: a document
 *
 * Returns: (transfer none): its problems, #SevenProblem, by severity, then by place
 */
GListModel *
seven_document_get_problems (SevenDocument *self)
{
  g_return_val_if_fail (SEVEN_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->problems);
}
