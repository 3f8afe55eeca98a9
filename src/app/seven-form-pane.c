/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-form-pane.h"

#include "seven-closures.h"
#include "seven-form-header.h"
#include "seven-template-slot.h"

typedef void (*FocusFunc) (GtkWidget *widget);

struct _SevenFormPane
{
  GtkWidget parent_instance;

  GtkListView *list_view;

  SevenConnection *connection;
  guint focus_tick; /* waits until the list has made the widget that is to have the focus */
  guint focus_position;
  FocusFunc focus_func;
};

G_DEFINE_FINAL_TYPE (SevenFormPane, seven_form_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CONNECTION,
  PROP_DOCUMENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
setup_cb (SevenFormPane *self, GtkListItem *list_item)
{
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
}

/* (nullable) (transfer none) */
static SevenDocument *
get_document (SevenFormPane *self)
{
  return self->connection != NULL ? seven_connection_get_document (self->connection) : NULL;
}

/* The first item is the connection and stands for the header; all others are templates. */
static void
bind_cb (SevenFormPane *self, GtkListItem *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);
  GtkWidget *child = gtk_list_item_get_child (list_item);

  if (SEVEN_IS_CONNECTION (item)) {
    if (!SEVEN_IS_FORM_HEADER (child))
      gtk_list_item_set_child (list_item, seven_form_header_new (item));
    return;
  }
  if (!SEVEN_IS_TEMPLATE_SLOT (child)) {
    child = seven_template_slot_new (get_document (self));
    gtk_list_item_set_child (list_item, child);
  }
  seven_template_slot_set_item (SEVEN_TEMPLATE_SLOT (child), item);
}

static void
unbind_cb (SevenFormPane *self, GtkListItem *list_item)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);

  if (SEVEN_IS_TEMPLATE_SLOT (child))
    seven_template_slot_set_item (SEVEN_TEMPLATE_SLOT (child), NULL);
}

static GtkSelectionModel *
create_model (SevenConnection *connection)
{
  g_autoptr (GListStore) header = g_list_store_new (SEVEN_TYPE_CONNECTION);
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);

  g_list_store_append (header, connection);
  g_list_store_append (parts, header);
  g_list_store_append (parts, seven_document_get_templates (seven_connection_get_document (connection)));
  return GTK_SELECTION_MODEL (
      gtk_no_selection_new (G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)))));
}

static void
set_connection (SevenFormPane *self, SevenConnection *connection)
{
  g_autoptr (GtkSelectionModel) model = NULL;

  if (!g_set_object (&self->connection, connection))
    return;
  if (connection != NULL)
    model = create_model (connection);
  gtk_list_view_set_model (self->list_view, model);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONNECTION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

static GtkWidget *
find_child (SevenFormPane *self, guint position)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list_view));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row)) {
    GtkWidget *child = gtk_widget_get_first_child (row);

    if (position == 0 && SEVEN_IS_FORM_HEADER (child))
      return child;
    if (position > 0 && SEVEN_IS_TEMPLATE_SLOT (child)) {
      SevenTemplateItem *item = seven_template_slot_get_item (SEVEN_TEMPLATE_SLOT (child));

      if (item != NULL && seven_template_item_get_index (item) == position - 1)
        return child;
    }
  }
  return NULL;
}

static gboolean
focus_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SevenFormPane *self = SEVEN_FORM_PANE (widget);
  GtkWidget *child = find_child (self, self->focus_position);

  self->focus_tick = 0;
  if (child != NULL)
    self->focus_func (child);
  return G_SOURCE_REMOVE;
}

/* Scrolls to the item, and gives the focus to its widget once it is there. */
static void
focus_item (SevenFormPane *self, guint position, FocusFunc func)
{
  self->focus_position = position;
  self->focus_func = func;
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
  if (self->focus_tick == 0)
    self->focus_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_tick_cb, NULL, NULL);
}

static void
grab_template (GtkWidget *widget)
{
  gtk_widget_grab_focus (widget);
}

static void
grab_api_key (GtkWidget *widget)
{
  seven_form_header_focus_api_key (SEVEN_FORM_HEADER (widget));
}

static void
grab_check (GtkWidget *widget)
{
  seven_form_header_focus_check (SEVEN_FORM_HEADER (widget));
}

static void
grab_sender (GtkWidget *widget)
{
  seven_form_header_focus_sender (SEVEN_FORM_HEADER (widget));
}

static void
add_all_missing_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenFormPane *self = SEVEN_FORM_PANE (widget);

  if (self->connection != NULL)
    seven_document_add_all_missing (get_document (self));
}

static void
focus_template_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  seven_form_pane_focus_template (SEVEN_FORM_PANE (widget), g_variant_get_uint32 (parameter));
}

static void
seven_form_pane_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenFormPane *self = SEVEN_FORM_PANE (object);

  switch (property_id) {
  case PROP_CONNECTION:
    g_value_set_object (value, self->connection);
    break;
  case PROP_DOCUMENT:
    g_value_set_object (value, get_document (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_form_pane_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenFormPane *self = SEVEN_FORM_PANE (object);

  switch (property_id) {
  case PROP_CONNECTION:
    set_connection (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_form_pane_dispose (GObject *object)
{
  SevenFormPane *self = SEVEN_FORM_PANE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (seven_form_pane_parent_class)->dispose (object);
}

static void
seven_form_pane_class_init (SevenFormPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_form_pane_dispose;
  object_class->get_property = seven_form_pane_get_property;
  object_class->set_property = seven_form_pane_set_property;

  properties[PROP_CONNECTION] = g_param_spec_object ("connection", NULL, NULL, SEVEN_TYPE_CONNECTION,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DOCUMENT] = g_param_spec_object (
      "document", NULL, NULL, SEVEN_TYPE_DOCUMENT, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "form.add-all-missing", NULL, add_all_missing_cb);
  gtk_widget_class_install_action (widget_class, "form.focus-template", "u", focus_template_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-form-pane.ui");
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_object);
  gtk_widget_class_bind_template_child (widget_class, SevenFormPane, list_view);
}

static void
seven_form_pane_init (SevenFormPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * seven_form_pane_focus_api_key:
 * @self: a form
 *
 * Scrolls to the API key and gives it the focus.
 */
void
seven_form_pane_focus_api_key (SevenFormPane *self)
{
  g_return_if_fail (SEVEN_IS_FORM_PANE (self));

  focus_item (self, 0, grab_api_key);
}

/**
 * seven_form_pane_focus_check:
 * @self: a form
 *
 * Scrolls to what checks the API key and gives it the focus.
 */
void
seven_form_pane_focus_check (SevenFormPane *self)
{
  g_return_if_fail (SEVEN_IS_FORM_PANE (self));

  focus_item (self, 0, grab_check);
}

/**
 * seven_form_pane_focus_sender:
 * @self: a form
 *
 * Scrolls to the sender and gives it the focus.
 */
void
seven_form_pane_focus_sender (SevenFormPane *self)
{
  g_return_if_fail (SEVEN_IS_FORM_PANE (self));

  focus_item (self, 0, grab_sender);
}

/**
 * seven_form_pane_focus_template:
 * @self: a form
 * @index: which template, from 0
 *
 * Scrolls to the card of a template and gives its text the focus.
 */
void
seven_form_pane_focus_template (SevenFormPane *self, guint index)
{
  g_return_if_fail (SEVEN_IS_FORM_PANE (self));

  focus_item (self, index + 1, grab_template);
}

/**
 * seven_form_pane_reveal_problem:
 * @self: a form
 * @problem: a problem of its document
 *
 * Takes the person to the field that the problem is about.
 *
 * Returns: %FALSE where the form has no such field
 */
gboolean
seven_form_pane_reveal_problem (SevenFormPane *self, SevenProblem *problem)
{
  const char *rule;

  g_return_val_if_fail (SEVEN_IS_FORM_PANE (self), FALSE);
  g_return_val_if_fail (SEVEN_IS_PROBLEM (problem), FALSE);

  rule = seven_problem_get_rule (problem);
  if (seven_problem_get_template (problem) >= 0)
    seven_form_pane_focus_template (self, (guint) seven_problem_get_template (problem));
  else if (g_str_has_prefix (rule, "api-key-"))
    seven_form_pane_focus_api_key (self);
  else if (g_str_has_prefix (rule, "sender-"))
    seven_form_pane_focus_sender (self);
  else
    return FALSE;
  return TRUE;
}
