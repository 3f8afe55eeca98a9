/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-delivery-row.h"

struct _SevenDeliveryRow
{
  GtkListBoxRow parent_instance;

  SevenDeliveryStep *step;
};

G_DEFINE_FINAL_TYPE (SevenDeliveryRow, seven_delivery_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_STEP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GStrv
get_classes_cb (SevenDeliveryRow *self, const char *css_class)
{
  const char *const classes[] = { css_class, NULL };

  return g_strdupv ((char **) classes);
}

static void
seven_delivery_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenDeliveryRow *self = SEVEN_DELIVERY_ROW (object);

  switch (property_id) {
  case PROP_STEP:
    g_value_set_object (value, self->step);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_delivery_row_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenDeliveryRow *self = SEVEN_DELIVERY_ROW (object);

  switch (property_id) {
  case PROP_STEP:
    self->step = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_delivery_row_dispose (GObject *object)
{
  g_clear_object (&SEVEN_DELIVERY_ROW (object)->step);
  G_OBJECT_CLASS (seven_delivery_row_parent_class)->dispose (object);
}

static void
seven_delivery_row_class_init (SevenDeliveryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_delivery_row_dispose;
  object_class->get_property = seven_delivery_row_get_property;
  object_class->set_property = seven_delivery_row_set_property;

  properties[PROP_STEP] = g_param_spec_object ("step", NULL, NULL, SEVEN_TYPE_DELIVERY_STEP,
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-delivery-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, get_classes_cb);
}

static void
seven_delivery_row_init (SevenDeliveryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
seven_delivery_row_new (SevenDeliveryStep *step)
{
  g_return_val_if_fail (SEVEN_IS_DELIVERY_STEP (step), NULL);

  return g_object_new (SEVEN_TYPE_DELIVERY_ROW, "step", step, NULL);
}
