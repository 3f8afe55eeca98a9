/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-test-bar.h"

#include "seven-closures.h"

#include <glib/gi18n-lib.h>

struct _SevenTestBar
{
  AdwBin parent_instance;

  GtkWidget *send_button;

  SevenTestRun *test_run;
};

G_DEFINE_FINAL_TYPE (SevenTestBar, seven_test_bar, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TEST_RUN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
get_waiting_cb (SevenTestBar *self, const char *elapsed)
{
  /* Translators: %s is how long already, as in “1.2 s” */
  char *words = g_strdup_printf (_ ("Waiting for the answer… %s"), elapsed == NULL ? "" : elapsed);

  /* GTK measures a label that ends in a space narrower than it lays it out, and complains of itself. */
  return g_strchomp (words);
}

static void
seven_test_bar_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenTestBar *self = SEVEN_TEST_BAR (object);

  switch (property_id) {
  case PROP_TEST_RUN:
    g_value_set_object (value, self->test_run);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_test_bar_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenTestBar *self = SEVEN_TEST_BAR (object);

  switch (property_id) {
  case PROP_TEST_RUN:
    if (g_set_object (&self->test_run, g_value_get_object (value)))
      g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_test_bar_dispose (GObject *object)
{
  g_clear_object (&SEVEN_TEST_BAR (object)->test_run);
  G_OBJECT_CLASS (seven_test_bar_parent_class)->dispose (object);
}

static void
seven_test_bar_class_init (SevenTestBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_test_bar_dispose;
  object_class->get_property = seven_test_bar_get_property;
  object_class->set_property = seven_test_bar_set_property;

  properties[PROP_TEST_RUN] = g_param_spec_object ("test-run", NULL, NULL, SEVEN_TYPE_TEST_RUN,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-test-bar.ui");
  gtk_widget_class_bind_template_callback (widget_class, get_waiting_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_choose);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_set);
  gtk_widget_class_bind_template_child (widget_class, SevenTestBar, send_button);
}

static void
seven_test_bar_init (SevenTestBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
seven_test_bar_focus_send (SevenTestBar *self)
{
  g_return_if_fail (SEVEN_IS_TEST_BAR (self));

  gtk_widget_grab_focus (self->send_button);
}
