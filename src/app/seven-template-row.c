/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-template-row.h"

#include "seven-closures.h"
#include "seven-template-editor.h"
#include "seven-template-problem.h"
#include "seven-usage-popover.h"

#include <glib/gi18n-lib.h>

struct _SevenTemplateRow
{
  GtkWidget parent_instance;

  GtkWidget *editor;
  GMenuModel *menu;
  GtkMenuButton *menu_button;
  GtkListBox *problem_list;
  GtkMenuButton *usage_button;

  SevenDocument *document;
  SevenTemplateItem *item;
  GBindingGroup *bindings; /* of what changes both ways, and of the actions */
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (SevenTemplateRow, seven_template_row, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
usage_chosen_cb (SevenTemplateRow *self, SevenUsageChoice *choice)
{
  if (self->item != NULL)
    seven_template_item_set_usage (self->item, seven_usage_choice_get_name (choice));
}

/* Popovers are made when they are first asked for: a long list has many cards. */
static void
create_usage_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  GtkWidget *popover = g_object_new (SEVEN_TYPE_USAGE_POPOVER, NULL);

  g_object_bind_property (user_data, "usage-choices", popover, "choices", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (usage_chosen_cb),
      gtk_widget_get_ancestor (GTK_WIDGET (button), SEVEN_TYPE_TEMPLATE_ROW), G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
}

static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  SevenTemplateRow *self = user_data;

  gtk_menu_button_set_menu_model (button, self->menu);
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
}

static void
duplicate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SevenTemplateRow *self = user_data;

  seven_document_duplicate_template (self->document, seven_template_item_get_index (self->item));
}

static void
move_up_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SevenTemplateRow *self = user_data;
  guint index = seven_template_item_get_index (self->item);

  if (index > 0)
    seven_document_move_template (self->document, index, index - 1);
}

static void
move_down_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SevenTemplateRow *self = user_data;
  guint index = seven_template_item_get_index (self->item);

  seven_document_move_template (self->document, index, index + 1);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SevenTemplateRow *self = user_data;

  seven_document_remove_template (self->document, seven_template_item_get_index (self->item));
}

static const GActionEntry actions[] = {
  { .name = "duplicate", .activate = duplicate_cb },
  { .name = "move-up", .activate = move_up_cb },
  { .name = "move-down", .activate = move_down_cb },
  { .name = "remove", .activate = remove_cb },
};

static void
add_actions (SevenTemplateRow *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  const GBindingFlags inverted = G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN;

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  g_binding_group_bind (self->bindings, "is-first",
      g_action_map_lookup_action (G_ACTION_MAP (group), "move-up"), "enabled", inverted);
  g_binding_group_bind (self->bindings, "is-last",
      g_action_map_lookup_action (G_ACTION_MAP (group), "move-down"), "enabled", inverted);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "template", G_ACTION_GROUP (group));
}

static void
accessible_name_changed (SevenTemplateRow *self)
{
  g_autofree char *name = NULL;

  g_object_get (self->item, "accessible-name", &name, NULL);
  if (name == NULL)
    return;
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_VALUE_UNDEFINED, -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_VALUE_UNDEFINED, -1);
}

static GtkWidget *
create_problem_cb (gpointer item, gpointer user_data)
{
  SevenTemplateRow *self = user_data;

  return g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE, "child",
      seven_template_problem_new (self->document, item), NULL);
}

/* Leaving a text ends a step of undo. */
static void
leave_cb (SevenTemplateRow *self)
{
  seven_document_seal (self->document);
}

static void
set_item (SevenTemplateRow *self, SevenTemplateItem *item)
{
  if (!g_set_object (&self->item, item))
    return;
  g_binding_group_set_source (self->bindings, item);
  g_signal_group_set_target (self->signals, item);
  gtk_list_box_bind_model (self->problem_list, item != NULL ? seven_template_item_get_problems (item) : NULL,
      create_problem_cb, self, NULL);
  if (item != NULL)
    accessible_name_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

static gboolean
seven_template_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SEVEN_TEMPLATE_ROW (widget)->editor);
}

static void
seven_template_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenTemplateRow *self = SEVEN_TEMPLATE_ROW (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    g_value_set_object (value, self->document);
    break;
  case PROP_ITEM:
    g_value_set_object (value, self->item);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_template_row_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenTemplateRow *self = SEVEN_TEMPLATE_ROW (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    self->document = g_value_dup_object (value);
    gtk_menu_button_set_create_popup_func (self->usage_button, create_usage_popover_cb, self->document, NULL);
    break;
  case PROP_ITEM:
    set_item (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_template_row_dispose (GObject *object)
{
  SevenTemplateRow *self = SEVEN_TEMPLATE_ROW (object);
  GtkWidget *child;

  if (self->problem_list != NULL)
    set_item (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->problem_list = NULL;
  g_clear_object (&self->bindings);
  g_clear_object (&self->signals);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (seven_template_row_parent_class)->dispose (object);
}

static void
seven_template_row_class_init (SevenTemplateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_template_row_dispose;
  object_class->get_property = seven_template_row_get_property;
  object_class->set_property = seven_template_row_set_property;
  widget_class->grab_focus = seven_template_row_grab_focus;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SEVEN_TYPE_DOCUMENT,
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, SEVEN_TYPE_TEMPLATE_ITEM,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SEVEN_TYPE_TEMPLATE_EDITOR);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-template-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_caption_classes);
  gtk_widget_class_bind_template_child (widget_class, SevenTemplateRow, editor);
  gtk_widget_class_bind_template_child (widget_class, SevenTemplateRow, menu);
  gtk_widget_class_bind_template_child (widget_class, SevenTemplateRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SevenTemplateRow, problem_list);
  gtk_widget_class_bind_template_child (widget_class, SevenTemplateRow, usage_button);
}

static void
seven_template_row_init (SevenTemplateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->bindings = g_binding_group_new ();
  g_binding_group_bind (
      self->bindings, "content", self->editor, "content", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  self->signals = g_signal_group_new (SEVEN_TYPE_TEMPLATE_ITEM);
  g_signal_group_connect_swapped (
      self->signals, "notify::accessible-name", G_CALLBACK (accessible_name_changed), self);
  add_actions (self);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
}

/**
 * seven_template_row_new:
 * @document: the document whose templates it shows
 *
 * Returns: (transfer none): a card without a template
 */
GtkWidget *
seven_template_row_new (SevenDocument *document)
{
  g_return_val_if_fail (SEVEN_IS_DOCUMENT (document), NULL);

  return g_object_new (SEVEN_TYPE_TEMPLATE_ROW, "document", document, NULL);
}

/**
 * seven_template_row_set_item:
 * @self: a card
 * @item: (nullable): the template to show
 */
void
seven_template_row_set_item (SevenTemplateRow *self, SevenTemplateItem *item)
{
  g_return_if_fail (SEVEN_IS_TEMPLATE_ROW (self));

  set_item (self, item);
}
