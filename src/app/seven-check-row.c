/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-check-row.h"

#include "seven-closures.h"

#include <glib/gi18n-lib.h>

struct _SevenCheckRow
{
  AdwExpanderRow parent_instance;

  GtkWidget *check_button;

  SevenConnection *connection; /* (nullable) */
  GBindingGroup *check_bindings;
  GSignalGroup *check_signals;
  GSignalGroup *comparison_signals;
};

G_DEFINE_FINAL_TYPE (SevenCheckRow, seven_check_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  PROP_0,
  PROP_CONNECTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
get_check_label_cb (SevenCheckRow *self, gboolean busy)
{
  return g_strdup (busy ? _ ("_Stop") : _ ("C_heck"));
}

static char *
get_compare_label_cb (SevenCheckRow *self, gboolean busy)
{
  return g_strdup (busy ? _ ("_Stop") : _ ("Co_mpare"));
}

static void
check_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenCheckRow *self = SEVEN_CHECK_ROW (widget);

  if (self->connection != NULL)
    seven_key_check_run (seven_connection_get_check (self->connection));
}

static void
stop_check_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenCheckRow *self = SEVEN_CHECK_ROW (widget);

  if (self->connection != NULL)
    seven_key_check_stop (seven_connection_get_check (self->connection));
}

static void
compare_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenCheckRow *self = SEVEN_CHECK_ROW (widget);

  if (self->connection == NULL)
    return;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  seven_host_comparison_run (seven_connection_get_comparison (self->connection));
}

static void
stop_comparison_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenCheckRow *self = SEVEN_CHECK_ROW (widget);

  if (self->connection != NULL)
    seven_host_comparison_stop (seven_connection_get_comparison (self->connection));
}

/* Whatever can be asked can also be stopped, so that the button keeps the focus while it is the one or the other. */
static void
ready_changed (SevenCheckRow *self)
{
  gboolean can_check = FALSE;
  gboolean can_compare = FALSE;

  if (self->connection != NULL) {
    g_object_get (seven_connection_get_check (self->connection), "ready", &can_check, NULL);
    g_object_get (seven_connection_get_comparison (self->connection), "ready", &can_compare, NULL);
  }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.check-key", can_check);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.compare-hosts", can_compare);
}

static void
set_connection (SevenCheckRow *self, SevenConnection *connection)
{
  SevenKeyCheck *check;

  if (!g_set_object (&self->connection, connection))
    return;
  check = connection != NULL ? seven_connection_get_check (connection) : NULL;
  g_binding_group_set_source (self->check_bindings, check);
  g_signal_group_set_target (self->check_signals, check);
  g_signal_group_set_target (
      self->comparison_signals, connection != NULL ? seven_connection_get_comparison (connection) : NULL);
  ready_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONNECTION]);
}

static void
seven_check_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenCheckRow *self = SEVEN_CHECK_ROW (object);

  switch (property_id) {
  case PROP_CONNECTION:
    g_value_set_object (value, self->connection);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_check_row_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenCheckRow *self = SEVEN_CHECK_ROW (object);

  switch (property_id) {
  case PROP_CONNECTION:
    set_connection (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_check_row_dispose (GObject *object)
{
  SevenCheckRow *self = SEVEN_CHECK_ROW (object);

  g_clear_object (&self->check_bindings);
  g_clear_object (&self->check_signals);
  g_clear_object (&self->comparison_signals);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (seven_check_row_parent_class)->dispose (object);
}

static void
seven_check_row_class_init (SevenCheckRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_check_row_dispose;
  object_class->get_property = seven_check_row_get_property;
  object_class->set_property = seven_check_row_set_property;

  properties[PROP_CONNECTION] = g_param_spec_object ("connection", NULL, NULL, SEVEN_TYPE_CONNECTION,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "form.check-key", NULL, check_activated);
  gtk_widget_class_install_action (widget_class, "form.stop-check", NULL, stop_check_activated);
  gtk_widget_class_install_action (widget_class, "form.compare-hosts", NULL, compare_activated);
  gtk_widget_class_install_action (widget_class, "form.stop-comparison", NULL, stop_comparison_activated);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-check-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, get_check_label_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_compare_label_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_choose);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_object);
  gtk_widget_class_bind_template_child (widget_class, SevenCheckRow, check_button);
}

static void
seven_check_row_init (SevenCheckRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Not in the template: an expression about an object cannot be undone while that very object goes. */
  self->check_bindings = g_binding_group_new ();
  g_binding_group_bind (self->check_bindings, "words", self, "subtitle", G_BINDING_SYNC_CREATE);
  self->check_signals = g_signal_group_new (SEVEN_TYPE_KEY_CHECK);
  self->comparison_signals = g_signal_group_new (SEVEN_TYPE_HOST_COMPARISON);
  g_signal_group_connect_swapped (self->check_signals, "notify::ready", G_CALLBACK (ready_changed), self);
  g_signal_group_connect_swapped (
      self->comparison_signals, "notify::ready", G_CALLBACK (ready_changed), self);
  ready_changed (self);
}

/**
 * seven_check_row_focus_check:
 * @self: a row
 *
 * Gives the button the focus that checks the key.
 */
void
seven_check_row_focus_check (SevenCheckRow *self)
{
  g_return_if_fail (SEVEN_IS_CHECK_ROW (self));

  gtk_widget_grab_focus (self->check_button);
}
