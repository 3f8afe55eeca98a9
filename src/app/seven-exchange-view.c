/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-exchange-view.h"

#include "seven-closures.h"

struct _SevenExchangeView
{
  AdwBin parent_instance;

  SevenResult *result;
  gboolean shown;
};

G_DEFINE_FINAL_TYPE (SevenExchangeView, seven_exchange_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_RESULT,
  PROP_SHOWN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
seven_exchange_view_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenExchangeView *self = SEVEN_EXCHANGE_VIEW (object);

  switch (property_id) {
  case PROP_RESULT:
    g_value_set_object (value, self->result);
    break;
  case PROP_SHOWN:
    g_value_set_boolean (value, self->shown);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_exchange_view_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenExchangeView *self = SEVEN_EXCHANGE_VIEW (object);

  switch (property_id) {
  case PROP_RESULT:
    if (g_set_object (&self->result, g_value_get_object (value)))
      g_object_notify_by_pspec (object, pspec);
    break;
  case PROP_SHOWN:
    if (self->shown == g_value_get_boolean (value))
      break;
    self->shown = g_value_get_boolean (value);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_exchange_view_dispose (GObject *object)
{
  g_clear_object (&SEVEN_EXCHANGE_VIEW (object)->result);
  G_OBJECT_CLASS (seven_exchange_view_parent_class)->dispose (object);
}

static void
seven_exchange_view_class_init (SevenExchangeViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = seven_exchange_view_dispose;
  object_class->get_property = seven_exchange_view_get_property;
  object_class->set_property = seven_exchange_view_set_property;

  properties[PROP_RESULT] = g_param_spec_object ("result", NULL, NULL, SEVEN_TYPE_RESULT, flags);
  properties[PROP_SHOWN] = g_param_spec_boolean ("shown", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-exchange-view.ui");
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_choose);
}

static void
seven_exchange_view_init (SevenExchangeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
