/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-destination-choice.h"

#include <glib/gi18n-lib.h>

struct _SevenDestinationChoice
{
  GObject parent_instance;

  const SevenDestination *destination; /* (nullable): any */
};

G_DEFINE_FINAL_TYPE (SevenDestinationChoice, seven_destination_choice, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static char *
dup_label (SevenDestinationChoice *self)
{
  g_autofree char *name = NULL;

  if (self->destination == NULL)
    return g_strdup (_ ("Any country"));
  name = seven_destination_dup_name (self->destination);

  /* Translators: a country and its calling code, as in “Germany (+49)”. */
  return g_strdup_printf (_ ("%s (+%s)"), name, seven_destination_get_prefix (self->destination));
}

static void
seven_destination_choice_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenDestinationChoice *self = SEVEN_DESTINATION_CHOICE (object);

  switch (property_id) {
  case PROP_LABEL:
    g_value_take_string (value, dup_label (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_destination_choice_class_init (SevenDestinationChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = seven_destination_choice_get_property;

  props[PROP_LABEL] =
      g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_destination_choice_init (SevenDestinationChoice *self)
{
}

/**
 * seven_destination_choice_new:
 * @destination: (nullable): a destination; %NULL: any country
 *
 * Returns: (transfer full): the choice
 */
SevenDestinationChoice *
seven_destination_choice_new (const SevenDestination *destination)
{
  SevenDestinationChoice *self = g_object_new (SEVEN_TYPE_DESTINATION_CHOICE, NULL);

  self->destination = destination;

  return self;
}

/**
 * seven_destination_choice_get_destination:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the destination; %NULL: any country
 */
const SevenDestination *
seven_destination_choice_get_destination (SevenDestinationChoice *self)
{
  g_return_val_if_fail (SEVEN_IS_DESTINATION_CHOICE (self), NULL);

  return self->destination;
}
