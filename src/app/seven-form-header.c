/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-form-header.h"

#include "seven-closures.h"
#include "seven-key-group.h"
#include "seven-usage-popover.h"

struct _SevenFormHeader
{
  GtkWidget parent_instance;

  GtkMenuButton *add_button;
  SevenKeyGroup *key_group;
  GtkWidget *sender_row;
  GtkNoSelection *templates;

  SevenConnection *connection;
  SevenDocument *document; /* borrowed from the connection */
};

G_DEFINE_FINAL_TYPE (SevenFormHeader, seven_form_header, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CONNECTION,
  PROP_DOCUMENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
usage_chosen_cb (SevenFormHeader *self, SevenUsageChoice *choice)
{
  guint n_templates;

  seven_document_add_template (self->document, seven_usage_choice_get_name (choice));
  n_templates = g_list_model_get_n_items (seven_document_get_templates (self->document));
  if (n_templates > 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "form.focus-template", "u", n_templates - 1);
}

static void
create_add_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  SevenFormHeader *self = user_data;
  GtkWidget *popover = g_object_new (SEVEN_TYPE_USAGE_POPOVER, "offer-all", TRUE, NULL);

  g_object_bind_property (self->document, "missing-usages", popover, "choices", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (usage_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
}

/* Leaving a field ends a step of undo. */
static void
leave_cb (SevenFormHeader *self)
{
  seven_document_seal (self->document);
}

/* Not a binding: the row has classes of its own. */
static void
mark_row (SevenFormHeader *self)
{
  const char *const classes[] = { "error", "warning" };
  g_autoptr (SevenProblem) problem = NULL;

  g_object_get (self->document, "sender-problem", &problem, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++) {
    if (problem != NULL && seven_problem_get_severity (problem) == (SevenSeverity) i)
      gtk_widget_add_css_class (self->sender_row, classes[i]);
    else
      gtk_widget_remove_css_class (self->sender_row, classes[i]);
  }
}

static void
seven_form_header_constructed (GObject *object)
{
  SevenFormHeader *self = SEVEN_FORM_HEADER (object);

  G_OBJECT_CLASS (seven_form_header_parent_class)->constructed (object);
  g_object_bind_property (
      self->document, "sender", self->sender_row, "text", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->document, "checked", G_CALLBACK (mark_row), self, G_CONNECT_SWAPPED);
  mark_row (self);
  gtk_menu_button_set_create_popup_func (self->add_button, create_add_popover_cb, self, NULL);
}

static void
seven_form_header_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenFormHeader *self = SEVEN_FORM_HEADER (object);

  switch (property_id) {
  case PROP_CONNECTION:
    g_value_set_object (value, self->connection);
    break;
  case PROP_DOCUMENT:
    g_value_set_object (value, self->document);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_form_header_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenFormHeader *self = SEVEN_FORM_HEADER (object);

  switch (property_id) {
  case PROP_CONNECTION:
    self->connection = g_value_dup_object (value);
    self->document = seven_connection_get_document (self->connection);
    g_object_notify_by_pspec (object, properties[PROP_DOCUMENT]);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_form_header_dispose (GObject *object)
{
  SevenFormHeader *self = SEVEN_FORM_HEADER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->document = NULL;
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (seven_form_header_parent_class)->dispose (object);
}

static void
seven_form_header_class_init (SevenFormHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = seven_form_header_constructed;
  object_class->dispose = seven_form_header_dispose;
  object_class->get_property = seven_form_header_get_property;
  object_class->set_property = seven_form_header_set_property;

  properties[PROP_CONNECTION] = g_param_spec_object ("connection", NULL, NULL, SEVEN_TYPE_CONNECTION,
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DOCUMENT] = g_param_spec_object (
      "document", NULL, NULL, SEVEN_TYPE_DOCUMENT, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SEVEN_TYPE_KEY_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-form-header.ui");
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_and);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_caption_classes);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_object);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_zero);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_severity_classes);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_severity_icon);
  gtk_widget_class_bind_template_child (widget_class, SevenFormHeader, add_button);
  gtk_widget_class_bind_template_child (widget_class, SevenFormHeader, key_group);
  gtk_widget_class_bind_template_child (widget_class, SevenFormHeader, sender_row);
  gtk_widget_class_bind_template_child (widget_class, SevenFormHeader, templates);
}

static void
seven_form_header_init (SevenFormHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * seven_form_header_new:
 * @connection: of the document it edits
 *
 * Returns: (transfer none): the widget
 */
GtkWidget *
seven_form_header_new (SevenConnection *connection)
{
  g_return_val_if_fail (SEVEN_IS_CONNECTION (connection), NULL);

  return g_object_new (SEVEN_TYPE_FORM_HEADER, "connection", connection, NULL);
}

/**
 * seven_form_header_focus_api_key:
 * @self: a header
 *
 * Gives the API key the focus.
 */
void
seven_form_header_focus_api_key (SevenFormHeader *self)
{
  g_return_if_fail (SEVEN_IS_FORM_HEADER (self));

  seven_key_group_focus_key (self->key_group);
}

/**
 * seven_form_header_focus_check:
 * @self: a header
 *
 * Gives the button the focus that checks the key.
 */
void
seven_form_header_focus_check (SevenFormHeader *self)
{
  g_return_if_fail (SEVEN_IS_FORM_HEADER (self));

  seven_key_group_focus_check (self->key_group);
}

/**
 * seven_form_header_focus_sender:
 * @self: a header
 *
 * Gives the sender the focus.
 */
void
seven_form_header_focus_sender (SevenFormHeader *self)
{
  g_return_if_fail (SEVEN_IS_FORM_HEADER (self));

  gtk_widget_grab_focus (self->sender_row);
}
