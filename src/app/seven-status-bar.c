/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-status-bar.h"

#include "seven-closures.h"

struct _SevenStatusBar
{
  AdwBin parent_instance;

  SevenDocument *document;
  char *position;
};

G_DEFINE_FINAL_TYPE (SevenStatusBar, seven_status_bar, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_POSITION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_position (SevenStatusBar *self, const char *position)
{
  if (g_strcmp0 (self->position, position) == 0)
    return;
  g_clear_pointer (&self->position, g_free);
  self->position = g_strdup (position);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

static void
seven_status_bar_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenStatusBar *self = SEVEN_STATUS_BAR (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    g_value_set_object (value, self->document);
    break;
  case PROP_POSITION:
    g_value_set_string (value, self->position);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_status_bar_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenStatusBar *self = SEVEN_STATUS_BAR (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    if (g_set_object (&self->document, g_value_get_object (value)))
      g_object_notify_by_pspec (object, pspec);
    break;
  case PROP_POSITION:
    set_position (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_status_bar_dispose (GObject *object)
{
  g_clear_object (&SEVEN_STATUS_BAR (object)->document);
  G_OBJECT_CLASS (seven_status_bar_parent_class)->dispose (object);
}

static void
seven_status_bar_finalize (GObject *object)
{
  g_clear_pointer (&SEVEN_STATUS_BAR (object)->position, g_free);
  G_OBJECT_CLASS (seven_status_bar_parent_class)->finalize (object);
}

static void
seven_status_bar_class_init (SevenStatusBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = seven_status_bar_dispose;
  object_class->finalize = seven_status_bar_finalize;
  object_class->get_property = seven_status_bar_get_property;
  object_class->set_property = seven_status_bar_set_property;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SEVEN_TYPE_DOCUMENT, flags);
  properties[PROP_POSITION] = g_param_spec_string ("position", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-status-bar.ui");
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_both_zero);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_positive);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_set);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_n_errors);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_n_warnings);
}

static void
seven_status_bar_init (SevenStatusBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
