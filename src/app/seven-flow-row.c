/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-flow-row.h"

#include "seven-closures.h"

#include <glib/gi18n-lib.h>

struct _SevenFlowRow
{
  AdwBin parent_instance;

  GtkWidget *add_button;
  GMenuModel *menu;
  GtkMenuButton *menu_button;

  SevenFlow *flow;
};

G_DEFINE_FINAL_TYPE (SevenFlowRow, seven_flow_row, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_FLOW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GStrv
get_icon_classes_cb (SevenFlowRow *self, gboolean works, gboolean in_use, const char *usage)
{
  int type = usage == NULL ? -1 : seven_usage_find (usage);
  const char *failure = type >= 0 && seven_usage_is_essential ((SevenUsageType) type) ? "error" : "warning";
  const char *const classes[] = { !in_use ? "dim-label" : works ? "success" : failure, NULL };

  return g_strdupv ((char **) classes);
}

static GStrv
get_title_classes_cb (SevenFlowRow *self, gboolean in_use)
{
  const char *const classes[] = { in_use ? "flow" : "dim-label", NULL };

  return g_strdupv ((char **) classes);
}

static char *
get_verdict_cb (SevenFlowRow *self, gboolean works, gboolean in_use)
{
  if (!in_use)
    /* Translators: of a flow of Logto that this tenant does not use */
    return g_strdup (_ ("Not in use"));
  /* Translators: of a flow of Logto */
  return g_strdup (works ? _ ("Works") : _ ("Fails"));
}

static gboolean
is_missing_cb (SevenFlowRow *self, int index, gboolean in_use)
{
  return index < 0 && in_use;
}

static void
add_clicked_cb (SevenFlowRow *self)
{
  gtk_widget_activate_action (
      GTK_WIDGET (self), "preview.add-template", "s", seven_flow_get_usage (self->flow));
}

/* The popover is made when it is first asked for. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  SevenFlowRow *self = user_data;

  gtk_menu_button_set_menu_model (button, self->menu);
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
}

static void
name_buttons (SevenFlowRow *self)
{
  g_autofree char *flow = NULL;
  g_autofree char *add = NULL;
  g_autofree char *menu = NULL;

  g_object_get (self->flow, "flow", &flow, NULL);
  /* Translators: spoken name of a button; %s is a flow of Logto, as in “Sign in with a phone code” */
  add = g_strdup_printf (_ ("Add a template for “%s”"), flow);
  /* Translators: spoken name of a menu; %s is a flow of Logto, as in “Sign in with a phone code” */
  menu = g_strdup_printf (_ ("Menu of “%s”"), flow);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
}

/* The corners of the box that all rows make up. */
static void
add_edge_classes (SevenFlowRow *self)
{
  int type = seven_usage_find (seven_flow_get_usage (self->flow));

  if (type == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "first");
  if (type == SEVEN_N_FLOWS - 1)
    gtk_widget_add_css_class (GTK_WIDGET (self), "last");
}

static void
seven_flow_row_constructed (GObject *object)
{
  SevenFlowRow *self = SEVEN_FLOW_ROW (object);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) in_use = NULL;

  G_OBJECT_CLASS (seven_flow_row_parent_class)->constructed (object);
  in_use = g_property_action_new ("in-use", self->flow, "in-use");
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (in_use));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "flow", G_ACTION_GROUP (group));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  name_buttons (self);
  add_edge_classes (self);
}

static void
seven_flow_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenFlowRow *self = SEVEN_FLOW_ROW (object);

  switch (property_id) {
  case PROP_FLOW:
    g_value_set_object (value, self->flow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_flow_row_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenFlowRow *self = SEVEN_FLOW_ROW (object);

  switch (property_id) {
  case PROP_FLOW:
    self->flow = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_flow_row_dispose (GObject *object)
{
  g_clear_object (&SEVEN_FLOW_ROW (object)->flow);
  G_OBJECT_CLASS (seven_flow_row_parent_class)->dispose (object);
}

static void
seven_flow_row_class_init (SevenFlowRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = seven_flow_row_constructed;
  object_class->dispose = seven_flow_row_dispose;
  object_class->get_property = seven_flow_row_get_property;
  object_class->set_property = seven_flow_row_set_property;

  properties[PROP_FLOW] = g_param_spec_object ("flow", NULL, NULL, SEVEN_TYPE_FLOW,
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-flow-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_icon_classes_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_title_classes_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_verdict_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_missing_cb);
  gtk_widget_class_bind_template_child (widget_class, SevenFlowRow, add_button);
  gtk_widget_class_bind_template_child (widget_class, SevenFlowRow, menu);
  gtk_widget_class_bind_template_child (widget_class, SevenFlowRow, menu_button);
}

static void
seven_flow_row_init (SevenFlowRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
seven_flow_row_new (SevenFlow *flow)
{
  g_return_val_if_fail (SEVEN_IS_FLOW (flow), NULL);

  return g_object_new (SEVEN_TYPE_FLOW_ROW, "flow", flow, NULL);
}

SevenFlow *
seven_flow_row_get_flow (SevenFlowRow *self)
{
  g_return_val_if_fail (SEVEN_IS_FLOW_ROW (self), NULL);

  return self->flow;
}
