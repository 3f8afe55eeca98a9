/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-delivery-view.h"

#include "seven-closures.h"
#include "seven-delivery-row.h"

struct _SevenDeliveryView
{
  AdwBin parent_instance;

  GtkListBox *steps;

  SevenDeliveryWatch *watch; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SevenDeliveryView, seven_delivery_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_WATCH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GStrv
get_classes_cb (SevenDeliveryView *self, const char *css_class)
{
  const char *const classes[] = { css_class, NULL };

  return g_strdupv ((char **) classes);
}

static void
stop_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenDeliveryView *self = SEVEN_DELIVERY_VIEW (widget);

  if (self->watch != NULL)
    seven_delivery_watch_stop (self->watch);
}

static void
look_again_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenDeliveryView *self = SEVEN_DELIVERY_VIEW (widget);

  if (self->watch != NULL)
    seven_delivery_watch_start (self->watch);
}

static GtkWidget *
create_row_cb (gpointer item, gpointer user_data)
{
  return seven_delivery_row_new (item);
}

static void
set_watch (SevenDeliveryView *self, SevenDeliveryWatch *watch)
{
  if (!g_set_object (&self->watch, watch))
    return;
  gtk_list_box_bind_model (
      self->steps, watch != NULL ? seven_delivery_watch_get_steps (watch) : NULL, create_row_cb, NULL, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WATCH]);
}

static void
seven_delivery_view_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenDeliveryView *self = SEVEN_DELIVERY_VIEW (object);

  switch (property_id) {
  case PROP_WATCH:
    g_value_set_object (value, self->watch);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_delivery_view_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenDeliveryView *self = SEVEN_DELIVERY_VIEW (object);

  switch (property_id) {
  case PROP_WATCH:
    set_watch (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_delivery_view_dispose (GObject *object)
{
  g_clear_object (&SEVEN_DELIVERY_VIEW (object)->watch);
  G_OBJECT_CLASS (seven_delivery_view_parent_class)->dispose (object);
}

static void
seven_delivery_view_class_init (SevenDeliveryViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_delivery_view_dispose;
  object_class->get_property = seven_delivery_view_get_property;
  object_class->set_property = seven_delivery_view_set_property;

  properties[PROP_WATCH] = g_param_spec_object ("watch", NULL, NULL, SEVEN_TYPE_DELIVERY_WATCH,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "delivery.look-again", NULL, look_again_activated);
  gtk_widget_class_install_action (widget_class, "delivery.stop", NULL, stop_activated);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-delivery-view.ui");
  gtk_widget_class_bind_template_callback (widget_class, get_classes_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_set);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_not);
  gtk_widget_class_bind_template_child (widget_class, SevenDeliveryView, steps);
}

static void
seven_delivery_view_init (SevenDeliveryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
