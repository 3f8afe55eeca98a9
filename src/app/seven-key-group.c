/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-key-group.h"

#include "seven-check-row.h"
#include "seven-closures.h"

#include <glib/gi18n-lib.h>

struct _SevenKeyGroup
{
  AdwPreferencesGroup parent_instance;

  SevenCheckRow *check_row;
  GtkWidget *keep_switch;
  GtkWidget *key_row;

  SevenConnection *connection; /* (nullable) */
  GBindingGroup *bindings;
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (SevenKeyGroup, seven_key_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_0,
  PROP_CONNECTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* (nullable) (transfer none) */
static SevenDocument *
get_document (SevenKeyGroup *self)
{
  return self->connection != NULL ? seven_connection_get_document (self->connection) : NULL;
}

static char *
get_key_title_cb (SevenKeyGroup *self, gboolean stands_in)
{
  /* Translators: the name of the field while the key is in the keyring and cannot be seen. */
  return g_strdup (stands_in ? _ ("API Key · in the Keyring") : _ ("API Key"));
}

static void
keep_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenKeyGroup *self = SEVEN_KEY_GROUP (widget);

  if (self->connection != NULL)
    seven_key_keeper_accept_offer (seven_connection_get_keeper (self->connection));
}

static void
decline_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenKeyGroup *self = SEVEN_KEY_GROUP (widget);

  if (self->connection != NULL)
    seven_key_keeper_decline_offer (seven_connection_get_keeper (self->connection));
}

static void
retry_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenKeyGroup *self = SEVEN_KEY_GROUP (widget);

  if (self->connection != NULL)
    seven_key_keeper_try_again (seven_connection_get_keeper (self->connection));
}

static void
cancel_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenKeyGroup *self = SEVEN_KEY_GROUP (widget);

  if (self->connection != NULL)
    seven_key_keeper_cancel (seven_connection_get_keeper (self->connection));
}

/* Leaving a field ends a step of undo. */
static void
leave_cb (SevenKeyGroup *self)
{
  if (self->connection != NULL)
    seven_document_seal (get_document (self));
}

/* Not a binding: the row has classes of its own. */
static void
mark_row (SevenKeyGroup *self)
{
  const char *const classes[] = { "error", "warning" };
  g_autoptr (SevenProblem) problem = NULL;

  if (self->connection != NULL)
    g_object_get (get_document (self), "api-key-problem", &problem, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++) {
    if (problem != NULL && seven_problem_get_severity (problem) == (SevenSeverity) i)
      gtk_widget_add_css_class (self->key_row, classes[i]);
    else
      gtk_widget_remove_css_class (self->key_row, classes[i]);
  }
}

static void
set_connection (SevenKeyGroup *self, SevenConnection *connection)
{
  if (!g_set_object (&self->connection, connection))
    return;
  g_binding_group_set_source (
      self->bindings, connection != NULL ? seven_connection_get_keeper (connection) : NULL);
  g_signal_group_set_target (self->signals, get_document (self));
  mark_row (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONNECTION]);
}

static void
seven_key_group_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenKeyGroup *self = SEVEN_KEY_GROUP (object);

  switch (property_id) {
  case PROP_CONNECTION:
    g_value_set_object (value, self->connection);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_key_group_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenKeyGroup *self = SEVEN_KEY_GROUP (object);

  switch (property_id) {
  case PROP_CONNECTION:
    set_connection (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_key_group_dispose (GObject *object)
{
  SevenKeyGroup *self = SEVEN_KEY_GROUP (object);

  g_clear_object (&self->bindings);
  g_clear_object (&self->signals);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (seven_key_group_parent_class)->dispose (object);
}

static void
seven_key_group_class_init (SevenKeyGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_key_group_dispose;
  object_class->get_property = seven_key_group_get_property;
  object_class->set_property = seven_key_group_set_property;

  properties[PROP_CONNECTION] = g_param_spec_object ("connection", NULL, NULL, SEVEN_TYPE_CONNECTION,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "form.keep-key", NULL, keep_activated);
  gtk_widget_class_install_action (widget_class, "form.decline-key", NULL, decline_activated);
  gtk_widget_class_install_action (widget_class, "form.retry-key", NULL, retry_activated);
  gtk_widget_class_install_action (widget_class, "form.cancel-key", NULL, cancel_activated);

  g_type_ensure (SEVEN_TYPE_CHECK_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-key-group.ui");
  gtk_widget_class_bind_template_callback (widget_class, get_key_title_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_object);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_not);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_severity_classes);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_severity_icon);
  gtk_widget_class_bind_template_child (widget_class, SevenKeyGroup, check_row);
  gtk_widget_class_bind_template_child (widget_class, SevenKeyGroup, keep_switch);
  gtk_widget_class_bind_template_child (widget_class, SevenKeyGroup, key_row);
}

static void
seven_key_group_init (SevenKeyGroup *self)
{
  const GBindingFlags both = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "field", self->key_row, "text", both);
  g_binding_group_bind (self->bindings, "wanted", self->keep_switch, "active", both);
  self->signals = g_signal_group_new (SEVEN_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "checked", G_CALLBACK (mark_row), self);
}

/**
 * seven_key_group_focus_key:
 * @self: a group
 *
 * Gives the field of the key the focus.
 */
void
seven_key_group_focus_key (SevenKeyGroup *self)
{
  g_return_if_fail (SEVEN_IS_KEY_GROUP (self));

  gtk_widget_grab_focus (self->key_row);
}

/**
 * seven_key_group_focus_check:
 * @self: a group
 *
 * Gives the button the focus that checks the key.
 */
void
seven_key_group_focus_check (SevenKeyGroup *self)
{
  g_return_if_fail (SEVEN_IS_KEY_GROUP (self));

  seven_check_row_focus_check (self->check_row);
}
