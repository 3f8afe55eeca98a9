/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-usage-popover.h"

#include "seven-closures.h"

struct _SevenUsagePopover
{
  GtkPopover parent_instance;

  GListModel *choices;
  gboolean offer_all;
};

G_DEFINE_FINAL_TYPE (SevenUsagePopover, seven_usage_popover, GTK_TYPE_POPOVER)

enum
{
  PROP_0,
  PROP_CHOICES,
  PROP_OFFER_ALL,
  N_PROPS
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
activated_cb (SevenUsagePopover *self, guint position)
{
  g_autoptr (SevenUsageChoice) choice = g_list_model_get_item (self->choices, position);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (choice != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, choice);
}

static void
set_choices (SevenUsagePopover *self, GListModel *choices)
{
  if (g_set_object (&self->choices, choices))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOICES]);
}

static void
set_offer_all (SevenUsagePopover *self, gboolean offer_all)
{
  if (self->offer_all == offer_all)
    return;
  self->offer_all = offer_all;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OFFER_ALL]);
}

static void
seven_usage_popover_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenUsagePopover *self = SEVEN_USAGE_POPOVER (object);

  switch (property_id) {
  case PROP_CHOICES:
    g_value_set_object (value, self->choices);
    break;
  case PROP_OFFER_ALL:
    g_value_set_boolean (value, self->offer_all);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_usage_popover_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenUsagePopover *self = SEVEN_USAGE_POPOVER (object);

  switch (property_id) {
  case PROP_CHOICES:
    set_choices (self, g_value_get_object (value));
    break;
  case PROP_OFFER_ALL:
    set_offer_all (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_usage_popover_dispose (GObject *object)
{
  g_clear_object (&SEVEN_USAGE_POPOVER (object)->choices);
  G_OBJECT_CLASS (seven_usage_popover_parent_class)->dispose (object);
}

static void
seven_usage_popover_class_init (SevenUsagePopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = seven_usage_popover_dispose;
  object_class->get_property = seven_usage_popover_get_property;
  object_class->set_property = seven_usage_popover_set_property;

  properties[PROP_CHOICES] = g_param_spec_object ("choices", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_OFFER_ALL] = g_param_spec_boolean ("offer-all", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
      G_TYPE_NONE, 1, SEVEN_TYPE_USAGE_CHOICE);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-usage-popover.ui");
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
seven_usage_popover_init (SevenUsagePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
