/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-next-step.h"

#include "seven-closures.h"

struct _SevenNextStep
{
  AdwBin parent_instance;

  SevenResult *result; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SevenNextStep, seven_next_step, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_RESULT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  GO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
go_clicked_cb (SevenNextStep *self)
{
  if (self->result != NULL)
    g_signal_emit (self, signals[GO], 0, (int) seven_result_get_remedy (self->result));
}

static void
seven_next_step_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenNextStep *self = SEVEN_NEXT_STEP (object);

  switch (property_id) {
  case PROP_RESULT:
    g_value_set_object (value, self->result);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_next_step_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenNextStep *self = SEVEN_NEXT_STEP (object);

  switch (property_id) {
  case PROP_RESULT:
    if (g_set_object (&self->result, g_value_get_object (value)))
      g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_next_step_dispose (GObject *object)
{
  g_clear_object (&SEVEN_NEXT_STEP (object)->result);
  G_OBJECT_CLASS (seven_next_step_parent_class)->dispose (object);
}

static void
seven_next_step_class_init (SevenNextStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_next_step_dispose;
  object_class->get_property = seven_next_step_get_property;
  object_class->set_property = seven_next_step_set_property;

  properties[PROP_RESULT] = g_param_spec_object ("result", NULL, NULL, SEVEN_TYPE_RESULT,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[GO] = g_signal_new (
      "go", SEVEN_TYPE_NEXT_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-next-step.ui");
  gtk_widget_class_bind_template_callback (widget_class, go_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_set);
}

static void
seven_next_step_init (SevenNextStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
