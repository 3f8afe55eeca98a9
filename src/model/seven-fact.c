/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-fact.h"

struct _SevenFact
{
  GObject parent_instance;

  char *label;
  char *value;
  gboolean warning;
};

G_DEFINE_FINAL_TYPE (SevenFact, seven_fact, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_VALUE,
  PROP_WARNING,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
seven_fact_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenFact *self = SEVEN_FACT (object);

  switch (property_id) {
  case PROP_LABEL:
    g_value_set_string (value, self->label);
    break;
  case PROP_VALUE:
    g_value_set_string (value, self->value);
    break;
  case PROP_WARNING:
    g_value_set_boolean (value, self->warning);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_fact_finalize (GObject *object)
{
  SevenFact *self = SEVEN_FACT (object);

  g_free (self->label);
  g_free (self->value);

  G_OBJECT_CLASS (seven_fact_parent_class)->finalize (object);
}

static void
seven_fact_class_init (SevenFactClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = seven_fact_finalize;
  object_class->get_property = seven_fact_get_property;

  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  props[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  props[PROP_WARNING] = g_param_spec_boolean ("warning", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_fact_init (SevenFact *self)
{
}

/**
 * seven_fact_new:
 * @label: what it is, translated
 * @value: what was found
 * @warning: whether that is not as expected
 *
 * Returns: (transfer full): the line
 */
SevenFact *
seven_fact_new (const char *label, const char *value, gboolean warning)
{
  SevenFact *self;

  g_return_val_if_fail (label != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  self = g_object_new (SEVEN_TYPE_FACT, NULL);
  self->label = g_strdup (label);
  self->value = g_strdup (value);
  self->warning = !!warning;

  return self;
}

/**
 * seven_fact_get_label:
 * @self: a line
 *
 * Returns: (transfer none): what it is
 */
const char *
seven_fact_get_label (SevenFact *self)
{
  g_return_val_if_fail (SEVEN_IS_FACT (self), NULL);

  return self->label;
}

/**
 * seven_fact_get_value:
 * @self: a line
 *
 * Returns: (transfer none): what was found
 */
const char *
seven_fact_get_value (SevenFact *self)
{
  g_return_val_if_fail (SEVEN_IS_FACT (self), NULL);

  return self->value;
}

/**
 * seven_fact_get_warning:
 * @self: a line
 *
 * Returns: whether it is not as expected
 */
gboolean
seven_fact_get_warning (SevenFact *self)
{
  g_return_val_if_fail (SEVEN_IS_FACT (self), FALSE);

  return self->warning;
}
