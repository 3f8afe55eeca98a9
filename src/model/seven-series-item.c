/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-series-item.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "seven-shown.h"
#include "seven-words.h"

struct _SevenSeriesItem
{
  GObject parent_instance;

  char *title;
  char *usage; /* (nullable) */
  SevenSendJob *job; /* (nullable): skipped */
  char *reason; /* (nullable) */
  SevenSeriesStep step;
  SevenShown *shown;
};

G_DEFINE_FINAL_TYPE (SevenSeriesItem, seven_series_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACCESSIBLE_NAME,
  PROP_CSS_CLASS,
  PROP_DETAILS,
  PROP_ICON_NAME,
  PROP_LABEL,
  PROP_SENDING,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* What is shown of an outcome, by its state. */
static const struct
{
  const char *label;
  const char *icon_name;
  const char *css_class;
} states[] = {
  [SEVEN_STATE_ACCEPTED] = { N_ ("Accepted"), "emblem-ok-symbolic", "success" },
  [SEVEN_STATE_PARTIAL] = { N_ ("Accepted in part"), "dialog-warning-symbolic", "warning" },
  [SEVEN_STATE_REFUSED] = { N_ ("Refused"), "dialog-error-symbolic", "error" },
  [SEVEN_STATE_UNKNOWN] = { N_ ("Not known"), "dialog-question-symbolic", "warning" },
  [SEVEN_STATE_FAILED] = { N_ ("Nothing was sent"), "network-error-symbolic", "error" },
};

static const char *
get_css_class (SevenSeriesItem *self)
{
  const SevenHistoryEntry *entry = seven_series_item_get_entry (self);

  return entry != NULL ? states[entry->state].css_class : "dim-label";
}

static const char *
get_icon_name (SevenSeriesItem *self)
{
  const SevenHistoryEntry *entry = seven_series_item_get_entry (self);

  if (entry != NULL)
    return states[entry->state].icon_name;

  switch (self->step) {
  case SEVEN_SERIES_STEP_SKIPPED:
  case SEVEN_SERIES_STEP_NOT_SENT:
    return "action-unavailable-symbolic";
  case SEVEN_SERIES_STEP_WAITING:
  case SEVEN_SERIES_STEP_SENDING:
  case SEVEN_SERIES_STEP_DONE:
  default:
    return "content-loading-symbolic";
  }
}

static char *
dup_done_label (const SevenHistoryEntry *entry)
{
  const char *label = _ (states[entry->state].label);

  if (entry->code == SEVEN_REPLY_NO_CODE)
    return g_strdup (label);

  /* Translators: what became of a test, as in “Accepted”, and seven’s return code. */
  return g_strdup_printf (_ ("%s · %d"), label, entry->code);
}

static char *
dup_label (SevenSeriesItem *self)
{
  switch (self->step) {
  case SEVEN_SERIES_STEP_SENDING:
    return g_strdup (_ ("Sending…"));
  case SEVEN_SERIES_STEP_DONE:
    return dup_done_label (seven_series_item_get_entry (self));
  case SEVEN_SERIES_STEP_SKIPPED:
    return g_strdup (_ ("Skipped"));
  case SEVEN_SERIES_STEP_NOT_SENT:
    return g_strdup (_ ("Not sent"));
  case SEVEN_SERIES_STEP_WAITING:
  default:
    return g_strdup (_ ("Waiting"));
  }
}

static const char *
get_logto_words (const SevenHistoryEntry *entry)
{
  if (entry->logto == SEVEN_LOGTO_ERROR)
    return _ ("Logto would have reported an error");
  if (entry->logto == SEVEN_LOGTO_UNKNOWN)
    return NULL;
  if (entry->logto_wrong)
    return _ ("Logto would have reported success, wrongly");

  return _ ("Logto would have reported success");
}

static char *
dup_done_details (const SevenHistoryEntry *entry)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const char *logto = get_logto_words (entry);

  if (entry->state != SEVEN_STATE_ACCEPTED && entry->title != NULL)
    g_ptr_array_add (words, g_strdup (entry->title));
  if (entry->billed_parts > 0)
    g_ptr_array_add (words, seven_words_parts ((guint) entry->billed_parts));
  if (isfinite (entry->price))
    g_ptr_array_add (words, seven_words_price (entry->price, 2, 4));
  if (logto != NULL)
    g_ptr_array_add (words, g_strdup (logto));
  g_ptr_array_add (words, NULL);

  return g_strjoinv (" · ", (char **) words->pdata);
}

static char *
dup_details (SevenSeriesItem *self)
{
  const SevenHistoryEntry *entry = seven_series_item_get_entry (self);

  if (entry != NULL)
    return dup_done_details (entry);
  if (self->reason != NULL)
    return g_strdup (self->reason);

  return seven_words_parts (
      seven_sms_text_get_n_parts (seven_message_get_sms_text (seven_send_job_get_message (self->job))));
}

static char *
dup_accessible_name (SevenSeriesItem *self)
{
  g_autofree char *label = dup_label (self);
  g_autofree char *details = dup_details (self);

  /* Translators: what a screen reader says of a template: its name, what became of it, details. */
  return g_strdup_printf (_ ("%s: %s. %s"), self->title, label, details);
}

static void
seven_series_item_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenSeriesItem *self = SEVEN_SERIES_ITEM (object);

  switch (property_id) {
  case PROP_ACCESSIBLE_NAME:
    g_value_take_string (value, dup_accessible_name (self));
    break;
  case PROP_CSS_CLASS:
    g_value_set_string (value, get_css_class (self));
    break;
  case PROP_DETAILS:
    g_value_take_string (value, dup_details (self));
    break;
  case PROP_ICON_NAME:
    g_value_set_string (value, get_icon_name (self));
    break;
  case PROP_LABEL:
    g_value_take_string (value, dup_label (self));
    break;
  case PROP_SENDING:
    g_value_set_boolean (value, self->step == SEVEN_SERIES_STEP_SENDING);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_series_item_finalize (GObject *object)
{
  SevenSeriesItem *self = SEVEN_SERIES_ITEM (object);

  g_clear_pointer (&self->shown, seven_shown_free);
  g_clear_pointer (&self->job, seven_send_job_unref);
  g_free (self->title);
  g_free (self->usage);
  g_free (self->reason);

  G_OBJECT_CLASS (seven_series_item_parent_class)->finalize (object);
}

static void
seven_series_item_class_init (SevenSeriesItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = seven_series_item_finalize;
  object_class->get_property = seven_series_item_get_property;

  props[PROP_ACCESSIBLE_NAME] = g_param_spec_string ("accessible-name", NULL, NULL, NULL, flags);
  props[PROP_CSS_CLASS] = g_param_spec_string ("css-class", NULL, NULL, NULL, flags);
  props[PROP_DETAILS] = g_param_spec_string ("details", NULL, NULL, NULL, flags);
  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  props[PROP_SENDING] = g_param_spec_boolean ("sending", NULL, NULL, FALSE, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_series_item_init (SevenSeriesItem *self)
{
}

static SevenSeriesItem *
create (const char *title, const char *usage, SevenSendJob *job, const char *reason)
{
  SevenSeriesItem *self = g_object_new (SEVEN_TYPE_SERIES_ITEM, NULL);

  self->title = g_strdup (title);
  self->usage = g_strdup (usage);
  self->job = job;
  self->reason = g_strdup (reason);
  self->step = job != NULL ? SEVEN_SERIES_STEP_WAITING : SEVEN_SERIES_STEP_SKIPPED;
  self->shown = seven_shown_new (G_OBJECT (self), props, PROP_0 + 1, N_PROPS);

  return self;
}

/**
 * seven_series_item_new:
 * @title: what the template is called
 * @usage: (nullable): its usage type
 * @job: (transfer full): what its turn sends
 *
 * Returns: (transfer full): a template that waits for its turn
 */
SevenSeriesItem *
seven_series_item_new (const char *title, const char *usage, SevenSendJob *job)
{
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (job != NULL, NULL);

  return create (title, usage, job, NULL);
}

/**
 * seven_series_item_new_skipped:
 * @title: what the template is called
 * @usage: (nullable): its usage type
 * @reason: why it cannot be sent, a translated sentence
 *
 * Returns: (transfer full): a template that is passed over
 */
SevenSeriesItem *
seven_series_item_new_skipped (const char *title, const char *usage, const char *reason)
{
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (reason != NULL, NULL);

  return create (title, usage, NULL, reason);
}

/**
 * seven_series_item_get_title:
 * @self: an item
 *
 * Returns: (transfer none): what the template is called
 */
const char *
seven_series_item_get_title (SevenSeriesItem *self)
{
  g_return_val_if_fail (SEVEN_IS_SERIES_ITEM (self), NULL);

  return self->title;
}

/**
 * seven_series_item_get_usage:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the usage type of the template
 */
const char *
seven_series_item_get_usage (SevenSeriesItem *self)
{
  g_return_val_if_fail (SEVEN_IS_SERIES_ITEM (self), NULL);

  return self->usage;
}

/**
 * seven_series_item_get_step:
 * @self: an item
 *
 * Returns: how far it is
 */
SevenSeriesStep
seven_series_item_get_step (SevenSeriesItem *self)
{
  g_return_val_if_fail (SEVEN_IS_SERIES_ITEM (self), SEVEN_SERIES_STEP_SKIPPED);

  return self->step;
}

/**
 * seven_series_item_set_step:
 * @self: an item that is not skipped
 * @step: how far it is
 */
void
seven_series_item_set_step (SevenSeriesItem *self, SevenSeriesStep step)
{
  g_return_if_fail (SEVEN_IS_SERIES_ITEM (self));
  g_return_if_fail (self->step != SEVEN_SERIES_STEP_SKIPPED);

  self->step = step;
  seven_shown_refresh (self->shown);
}

/**
 * seven_series_item_skip:
 * @self: an item that waits for its turn
 * @reason: why it is not sent, a translated sentence
 *
 * Passes it over after all: what it would have sent is let go.
 */
void
seven_series_item_skip (SevenSeriesItem *self, const char *reason)
{
  g_return_if_fail (SEVEN_IS_SERIES_ITEM (self));
  g_return_if_fail (reason != NULL && self->step == SEVEN_SERIES_STEP_WAITING);

  self->step = SEVEN_SERIES_STEP_SKIPPED;
  self->reason = g_strdup (reason);
  g_clear_pointer (&self->job, seven_send_job_unref);
  seven_shown_refresh (self->shown);
}

/**
 * seven_series_item_get_reason:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): why it is skipped
 */
const char *
seven_series_item_get_reason (SevenSeriesItem *self)
{
  g_return_val_if_fail (SEVEN_IS_SERIES_ITEM (self), NULL);

  return self->reason;
}

/**
 * seven_series_item_get_job:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what its turn sends; %NULL where it is skipped
 */
SevenSendJob *
seven_series_item_get_job (SevenSeriesItem *self)
{
  g_return_val_if_fail (SEVEN_IS_SERIES_ITEM (self), NULL);

  return self->job;
}

/**
 * seven_series_item_get_entry:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what it came to; %NULL until it is done
 */
const SevenHistoryEntry *
seven_series_item_get_entry (SevenSeriesItem *self)
{
  g_return_val_if_fail (SEVEN_IS_SERIES_ITEM (self), NULL);

  if (self->step != SEVEN_SERIES_STEP_DONE)
    return NULL;

  return seven_run_record_get_entry (seven_send_job_get_record (self->job));
}
