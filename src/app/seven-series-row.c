/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-series-row.h"

#include "seven-closures.h"

struct _SevenSeriesRow
{
  GtkListBoxRow parent_instance;

  SevenSeriesItem *item;
};

G_DEFINE_FINAL_TYPE (SevenSeriesRow, seven_series_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GStrv
get_icon_classes_cb (SevenSeriesRow *self, const char *css_class)
{
  const char *const classes[] = { css_class, NULL };

  return g_strdupv ((char **) classes);
}

static void
name_changed (SevenSeriesRow *self)
{
  g_autofree char *name = NULL;

  g_object_get (self->item, "accessible-name", &name, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
seven_series_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenSeriesRow *self = SEVEN_SERIES_ROW (object);

  switch (property_id) {
  case PROP_ITEM:
    g_value_set_object (value, self->item);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_series_row_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenSeriesRow *self = SEVEN_SERIES_ROW (object);

  switch (property_id) {
  case PROP_ITEM:
    self->item = g_value_dup_object (value);
    g_signal_connect_object (
        self->item, "notify::accessible-name", G_CALLBACK (name_changed), self, G_CONNECT_SWAPPED);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_series_row_constructed (GObject *object)
{
  G_OBJECT_CLASS (seven_series_row_parent_class)->constructed (object);
  name_changed (SEVEN_SERIES_ROW (object));
}

static void
seven_series_row_finalize (GObject *object)
{
  g_clear_object (&SEVEN_SERIES_ROW (object)->item);
  G_OBJECT_CLASS (seven_series_row_parent_class)->finalize (object);
}

static void
seven_series_row_class_init (SevenSeriesRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = seven_series_row_constructed;
  object_class->finalize = seven_series_row_finalize;
  object_class->get_property = seven_series_row_get_property;
  object_class->set_property = seven_series_row_set_property;

  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, SEVEN_TYPE_SERIES_ITEM,
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-series-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, get_icon_classes_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_set);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_not);
}

static void
seven_series_row_init (SevenSeriesRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
seven_series_row_new (SevenSeriesItem *item)
{
  g_return_val_if_fail (SEVEN_IS_SERIES_ITEM (item), NULL);

  return g_object_new (SEVEN_TYPE_SERIES_ROW, "item", item, NULL);
}
