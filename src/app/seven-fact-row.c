/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-fact-row.h"

#include "seven-closures.h"

struct _SevenFactRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *label;

  SevenFact *fact;
};

G_DEFINE_FINAL_TYPE (SevenFactRow, seven_fact_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_FACT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
seven_fact_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenFactRow *self = SEVEN_FACT_ROW (object);

  switch (property_id) {
  case PROP_FACT:
    g_value_set_object (value, self->fact);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_fact_row_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenFactRow *self = SEVEN_FACT_ROW (object);

  switch (property_id) {
  case PROP_FACT:
    self->fact = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_fact_row_dispose (GObject *object)
{
  g_clear_object (&SEVEN_FACT_ROW (object)->fact);
  G_OBJECT_CLASS (seven_fact_row_parent_class)->dispose (object);
}

static void
seven_fact_row_class_init (SevenFactRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_fact_row_dispose;
  object_class->get_property = seven_fact_row_get_property;
  object_class->set_property = seven_fact_row_set_property;

  properties[PROP_FACT] = g_param_spec_object ("fact", NULL, NULL, SEVEN_TYPE_FACT,
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-fact-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_value_classes);
  gtk_widget_class_bind_template_child (widget_class, SevenFactRow, label);
}

static void
seven_fact_row_init (SevenFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
seven_fact_row_new (SevenFact *fact, GtkSizeGroup *labels)
{
  SevenFactRow *self;

  g_return_val_if_fail (SEVEN_IS_FACT (fact), NULL);
  g_return_val_if_fail (GTK_IS_SIZE_GROUP (labels), NULL);

  self = g_object_new (SEVEN_TYPE_FACT_ROW, "fact", fact, NULL);
  gtk_size_group_add_widget (labels, self->label);
  return GTK_WIDGET (self);
}
