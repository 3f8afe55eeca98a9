/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-usage-choice.h"

#include <glib/gi18n-lib.h>

#include "seven-usage.h"

struct _SevenUsageChoice
{
  GObject parent_instance;

  char *name;
  int usage; /* -1: none of Logto's */
  gboolean taken;
};

G_DEFINE_FINAL_TYPE (SevenUsageChoice, seven_usage_choice, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FLOW,
  PROP_LABEL,
  PROP_NAME,
  PROP_NEVER_SENT,
  PROP_TAKEN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static const char *
get_flow (SevenUsageChoice *self)
{
  return self->usage >= 0 ? seven_usage_get_flow ((SevenUsageType) self->usage)
                          : _ ("Logto does not know this type");
}

static void
seven_usage_choice_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenUsageChoice *self = SEVEN_USAGE_CHOICE (object);

  switch (property_id) {
  case PROP_FLOW:
    g_value_set_string (value, get_flow (self));
    break;
  case PROP_LABEL:
  case PROP_NAME:
    g_value_set_string (value, self->name);
    break;
  case PROP_NEVER_SENT:
    g_value_set_boolean (value, self->usage < 0 || !seven_usage_is_sent ((SevenUsageType) self->usage));
    break;
  case PROP_TAKEN:
    g_value_set_boolean (value, self->taken);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_usage_choice_finalize (GObject *object)
{
  SevenUsageChoice *self = SEVEN_USAGE_CHOICE (object);

  g_free (self->name);

  G_OBJECT_CLASS (seven_usage_choice_parent_class)->finalize (object);
}

static void
seven_usage_choice_class_init (SevenUsageChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = seven_usage_choice_finalize;
  object_class->get_property = seven_usage_choice_get_property;

  props[PROP_FLOW] = g_param_spec_string ("flow", NULL, NULL, NULL, flags);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_NEVER_SENT] = g_param_spec_boolean ("never-sent", NULL, NULL, FALSE, flags);
  props[PROP_TAKEN] = g_param_spec_boolean ("taken", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_usage_choice_init (SevenUsageChoice *self)
{
  self->usage = -1;
}

/**
 * seven_usage_choice_new:
 * @name: a usage type as it stands in the JSON, whether Logto knows it or not
 *
 * Returns: (transfer full): the choice
 */
SevenUsageChoice *
seven_usage_choice_new (const char *name)
{
  SevenUsageChoice *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (SEVEN_TYPE_USAGE_CHOICE, NULL);
  self->name = g_strdup (name);
  self->usage = seven_usage_find (name);

  return self;
}

/**
 * seven_usage_choice_get_name:
 * @self: a choice
 *
 * Returns: (transfer none): the type as it stands in the JSON
 */
const char *
seven_usage_choice_get_name (SevenUsageChoice *self)
{
  g_return_val_if_fail (SEVEN_IS_USAGE_CHOICE (self), NULL);

  return self->name;
}

/**
 * seven_usage_choice_set_taken:
 * @self: a choice
 * @taken: whether a template of the document has this type
 *
 * Says what the document found.
 */
void
seven_usage_choice_set_taken (SevenUsageChoice *self, gboolean taken)
{
  g_return_if_fail (SEVEN_IS_USAGE_CHOICE (self));

  if (self->taken == !!taken)
    return;
  self->taken = !!taken;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TAKEN]);
}
