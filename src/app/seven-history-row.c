/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-history-row.h"

#include "seven-closures.h"

struct _SevenHistoryRow
{
  AdwBin parent_instance;

  GtkWidget *code;
  GtkWidget *gateway;
  GtkWidget *icon;
  GtkWidget *subtitle;
  GtkWidget *title;
  GtkWidget *warning;
  GtkWidget *when;

  SevenRunRecord *record;
  GBindingGroup *bindings;
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (SevenHistoryRow, seven_history_row, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_RECORD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
to_classes (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_take_boxed (to, seven_closure_css_class (NULL, g_value_get_string (from)));
  return TRUE;
}

static gboolean
to_visible (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_set_boolean (to, seven_closure_is_set (NULL, g_value_get_string (from)));
  return TRUE;
}

/* Not bindings of the template: a row goes when the list is done with it, and an expression about an object cannot be
 * undone while that very object goes. */
static void
bind (SevenHistoryRow *self)
{
  const GBindingFlags flags = G_BINDING_SYNC_CREATE;

  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "code", self->code, "label", flags);
  g_binding_group_bind (self->bindings, "gateway", self->gateway, "label", flags);
  g_binding_group_bind (self->bindings, "icon-name", self->icon, "icon-name", flags);
  g_binding_group_bind (self->bindings, "state", self->icon, "tooltip-text", flags);
  g_binding_group_bind_full (
      self->bindings, "css-class", self->icon, "css-classes", flags, to_classes, NULL, NULL, NULL);
  g_binding_group_bind (self->bindings, "subtitle", self->subtitle, "label", flags);
  g_binding_group_bind (self->bindings, "title", self->title, "label", flags);
  g_binding_group_bind (self->bindings, "warning", self->warning, "tooltip-text", flags);
  g_binding_group_bind_full (
      self->bindings, "warning", self->warning, "visible", flags, to_visible, NULL, NULL, NULL);
  g_binding_group_bind (self->bindings, "when", self->when, "label", flags);
}

/* What a screen reader speaks of the row. */
static void
description_changed (SevenHistoryRow *self)
{
  g_autofree char *description = NULL;

  if (self->record != NULL)
    g_object_get (self->record, "description", &description, NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description != NULL ? description : "", -1);
}

static void
seven_history_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenHistoryRow *self = SEVEN_HISTORY_ROW (object);

  switch (property_id) {
  case PROP_RECORD:
    g_value_set_object (value, self->record);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_history_row_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenHistoryRow *self = SEVEN_HISTORY_ROW (object);

  switch (property_id) {
  case PROP_RECORD:
    seven_history_row_set_record (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_history_row_dispose (GObject *object)
{
  SevenHistoryRow *self = SEVEN_HISTORY_ROW (object);

  g_clear_object (&self->bindings);
  g_clear_object (&self->signals);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (seven_history_row_parent_class)->dispose (object);
}

static void
seven_history_row_class_init (SevenHistoryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_history_row_dispose;
  object_class->get_property = seven_history_row_get_property;
  object_class->set_property = seven_history_row_set_property;

  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, SEVEN_TYPE_RUN_RECORD,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SevenHistoryRow, code);
  gtk_widget_class_bind_template_child (widget_class, SevenHistoryRow, gateway);
  gtk_widget_class_bind_template_child (widget_class, SevenHistoryRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SevenHistoryRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SevenHistoryRow, title);
  gtk_widget_class_bind_template_child (widget_class, SevenHistoryRow, warning);
  gtk_widget_class_bind_template_child (widget_class, SevenHistoryRow, when);
}

static void
seven_history_row_init (SevenHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bind (self);
  self->signals = g_signal_group_new (SEVEN_TYPE_RUN_RECORD);
  g_signal_group_connect_swapped (
      self->signals, "notify::description", G_CALLBACK (description_changed), self);
}

GtkWidget *
seven_history_row_new (void)
{
  return g_object_new (SEVEN_TYPE_HISTORY_ROW, NULL);
}

void
seven_history_row_set_record (SevenHistoryRow *self, SevenRunRecord *record)
{
  g_return_if_fail (SEVEN_IS_HISTORY_ROW (self));
  g_return_if_fail (record == NULL || SEVEN_IS_RUN_RECORD (record));

  if (self->record == record)
    return;
  /* Before the last one who holds the former record lets it go. */
  g_binding_group_set_source (self->bindings, record);
  g_signal_group_set_target (self->signals, record);
  g_set_object (&self->record, record);
  description_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}
