/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-lookup-view.h"

#include "seven-closures.h"

struct _SevenLookupView
{
  AdwBin parent_instance;

  GtkWidget *answer;

  SevenLookup *lookup; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SevenLookupView, seven_lookup_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_LOOKUP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GStrv
get_classes_cb (SevenLookupView *self, const char *css_class)
{
  const char *const classes[] = { css_class, NULL };

  return g_strdupv ((char **) classes);
}

static void
start_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenLookupView *self = SEVEN_LOOKUP_VIEW (widget);

  if (self->lookup == NULL)
    return;
  /* The button goes while it looks, and the focus shall be where the answer comes. */
  gtk_widget_grab_focus (self->answer);
  seven_lookup_start (self->lookup);
}

static void
seven_lookup_view_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenLookupView *self = SEVEN_LOOKUP_VIEW (object);

  switch (property_id) {
  case PROP_LOOKUP:
    g_value_set_object (value, self->lookup);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_lookup_view_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenLookupView *self = SEVEN_LOOKUP_VIEW (object);

  switch (property_id) {
  case PROP_LOOKUP:
    if (g_set_object (&self->lookup, g_value_get_object (value)))
      g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_lookup_view_dispose (GObject *object)
{
  g_clear_object (&SEVEN_LOOKUP_VIEW (object)->lookup);
  G_OBJECT_CLASS (seven_lookup_view_parent_class)->dispose (object);
}

static void
seven_lookup_view_class_init (SevenLookupViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_lookup_view_dispose;
  object_class->get_property = seven_lookup_view_get_property;
  object_class->set_property = seven_lookup_view_set_property;

  properties[PROP_LOOKUP] = g_param_spec_object ("lookup", NULL, NULL, SEVEN_TYPE_LOOKUP,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "lookup.start", NULL, start_activated);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-lookup-view.ui");
  gtk_widget_class_bind_template_callback (widget_class, get_classes_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_set);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_not);
  gtk_widget_class_bind_template_child (widget_class, SevenLookupView, answer);
}

static void
seven_lookup_view_init (SevenLookupView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
