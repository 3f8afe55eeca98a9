/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-problem-row.h"

#include "seven-closures.h"

#include <glib/gi18n-lib.h>

struct _SevenProblemRow
{
  AdwBin parent_instance;

  GtkWidget *fix_button;
  GtkWidget *why_button;

  SevenProblem *problem;
  gboolean expanded;
};

G_DEFINE_FINAL_TYPE (SevenProblemRow, seven_problem_row, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_PROBLEM,
  PROP_EXPANDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  FIX,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Where, and the public name of the rule. */
static char *
get_place_cb (SevenProblemRow *self, const char *place, const char *rule)
{
  if (place == NULL || *place == '\0')
    return g_strdup (rule);
  return g_strdup_printf ("%s · %s", place, rule);
}

static gboolean
fix_in_idle (gpointer user_data)
{
  SevenProblemRow *self = user_data;

  if (self->problem != NULL)
    g_signal_emit (self, signals[FIX], 0, self->problem);
  return G_SOURCE_REMOVE;
}

/* The row may go together with its problem, which it must not while its button still tells of the click. */
static void
fix_clicked_cb (SevenProblemRow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, fix_in_idle, g_object_ref (self), g_object_unref);
}

static void
set_expanded (SevenProblemRow *self, gboolean expanded)
{
  if (self->expanded == expanded)
    return;
  self->expanded = expanded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

/* A button that only says “Fix” says nothing to who does not see what it stands beside. */
static void
name_controls (SevenProblemRow *self)
{
  const char *message = seven_problem_get_message (self->problem);
  const char *fix = seven_problem_get_fix_label (self->problem);
  g_autofree char *name = g_strdup_printf (
      "%s: %s", seven_severity_get_label (seven_problem_get_severity (self->problem)), message);
  g_autofree char *fix_name = g_strdup_printf ("%s: %s", fix == NULL ? "" : fix, message);
  /* Translators: spoken name of a button that explains a problem; %s is the problem */
  g_autofree char *why_name = g_strdup_printf (_ ("Why: %s"), message);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->fix_button), GTK_ACCESSIBLE_PROPERTY_LABEL, fix_name, -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->why_button), GTK_ACCESSIBLE_PROPERTY_LABEL, why_name, -1);
}

static void
seven_problem_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenProblemRow *self = SEVEN_PROBLEM_ROW (object);

  switch (property_id) {
  case PROP_PROBLEM:
    g_value_set_object (value, self->problem);
    break;
  case PROP_EXPANDED:
    g_value_set_boolean (value, self->expanded);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_problem_row_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenProblemRow *self = SEVEN_PROBLEM_ROW (object);

  switch (property_id) {
  case PROP_PROBLEM:
    seven_problem_row_set_problem (self, g_value_get_object (value));
    break;
  case PROP_EXPANDED:
    set_expanded (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_problem_row_dispose (GObject *object)
{
  g_clear_object (&SEVEN_PROBLEM_ROW (object)->problem);
  G_OBJECT_CLASS (seven_problem_row_parent_class)->dispose (object);
}

static void
seven_problem_row_class_init (SevenProblemRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = seven_problem_row_dispose;
  object_class->get_property = seven_problem_row_get_property;
  object_class->set_property = seven_problem_row_set_property;

  properties[PROP_PROBLEM] = g_param_spec_object ("problem", NULL, NULL, SEVEN_TYPE_PROBLEM, flags);
  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[FIX] = g_signal_new ("fix", SEVEN_TYPE_PROBLEM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
      G_TYPE_NONE, 1, SEVEN_TYPE_PROBLEM);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-problem-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, fix_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_set);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_severity_classes);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_severity_icon);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_severity_label);
  gtk_widget_class_bind_template_child (widget_class, SevenProblemRow, fix_button);
  gtk_widget_class_bind_template_child (widget_class, SevenProblemRow, why_button);
}

static void
seven_problem_row_init (SevenProblemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
seven_problem_row_new (void)
{
  return g_object_new (SEVEN_TYPE_PROBLEM_ROW, NULL);
}

void
seven_problem_row_set_problem (SevenProblemRow *self, SevenProblem *problem)
{
  g_return_if_fail (SEVEN_IS_PROBLEM_ROW (self));

  if (!g_set_object (&self->problem, problem))
    return;
  set_expanded (self, FALSE);
  if (problem != NULL)
    name_controls (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}
