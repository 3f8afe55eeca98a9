/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-flow-heading.h"

struct _SevenFlowHeading
{
  AdwBin parent_instance;

  SevenPreview *preview;
};

G_DEFINE_FINAL_TYPE (SevenFlowHeading, seven_flow_heading, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_PREVIEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_preview (SevenFlowHeading *self, SevenPreview *preview)
{
  if (g_set_object (&self->preview, preview))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PREVIEW]);
}

static void
seven_flow_heading_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenFlowHeading *self = SEVEN_FLOW_HEADING (object);

  switch (property_id) {
  case PROP_PREVIEW:
    g_value_set_object (value, self->preview);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_flow_heading_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenFlowHeading *self = SEVEN_FLOW_HEADING (object);

  switch (property_id) {
  case PROP_PREVIEW:
    set_preview (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_flow_heading_dispose (GObject *object)
{
  g_clear_object (&SEVEN_FLOW_HEADING (object)->preview);
  G_OBJECT_CLASS (seven_flow_heading_parent_class)->dispose (object);
}

static void
seven_flow_heading_class_init (SevenFlowHeadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_flow_heading_dispose;
  object_class->get_property = seven_flow_heading_get_property;
  object_class->set_property = seven_flow_heading_set_property;

  properties[PROP_PREVIEW] = g_param_spec_object ("preview", NULL, NULL, SEVEN_TYPE_PREVIEW,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-flow-heading.ui");
}

static void
seven_flow_heading_init (SevenFlowHeading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
