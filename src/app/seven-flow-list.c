/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-flow-list.h"

#include "seven-flow-row.h"

struct _SevenFlowList
{
  AdwBin parent_instance;

  GtkListBox *list_box;

  SevenPreview *preview;
};

G_DEFINE_FINAL_TYPE (SevenFlowList, seven_flow_list, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_PREVIEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkWidget *
create_row_cb (gpointer item, gpointer user_data)
{
  return seven_flow_row_new (item);
}

static void
set_preview (SevenFlowList *self, SevenPreview *preview)
{
  g_autoptr (GListModel) flows = NULL;

  if (!g_set_object (&self->preview, preview))
    return;
  if (preview != NULL)
    g_object_get (preview, "flows", &flows, NULL);
  gtk_list_box_bind_model (self->list_box, flows, create_row_cb, NULL, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PREVIEW]);
}

static void
seven_flow_list_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenFlowList *self = SEVEN_FLOW_LIST (object);

  switch (property_id) {
  case PROP_PREVIEW:
    g_value_set_object (value, self->preview);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_flow_list_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenFlowList *self = SEVEN_FLOW_LIST (object);

  switch (property_id) {
  case PROP_PREVIEW:
    set_preview (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_flow_list_dispose (GObject *object)
{
  g_clear_object (&SEVEN_FLOW_LIST (object)->preview);
  G_OBJECT_CLASS (seven_flow_list_parent_class)->dispose (object);
}

static void
seven_flow_list_class_init (SevenFlowListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_flow_list_dispose;
  object_class->get_property = seven_flow_list_get_property;
  object_class->set_property = seven_flow_list_set_property;

  properties[PROP_PREVIEW] = g_param_spec_object ("preview", NULL, NULL, SEVEN_TYPE_PREVIEW,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-flow-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SevenFlowList, list_box);
}

static void
seven_flow_list_init (SevenFlowList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
