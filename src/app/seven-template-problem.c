/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-template-problem.h"

#include "seven-closures.h"

struct _SevenTemplateProblem
{
  GtkWidget parent_instance;

  SevenDocument *document;
  SevenProblem *problem;
};

G_DEFINE_FINAL_TYPE (SevenTemplateProblem, seven_template_problem, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_PROBLEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
fix_clicked_cb (SevenTemplateProblem *self)
{
  /* The fix replaces the list of problems, and with it this widget. */
  g_autoptr (SevenProblem) problem = g_object_ref (self->problem);
  g_autoptr (SevenDocument) document = g_object_ref (self->document);

  seven_document_fix (document, problem);
}

static void
seven_template_problem_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenTemplateProblem *self = SEVEN_TEMPLATE_PROBLEM (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    g_value_set_object (value, self->document);
    break;
  case PROP_PROBLEM:
    g_value_set_object (value, self->problem);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_template_problem_set_property (
    GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenTemplateProblem *self = SEVEN_TEMPLATE_PROBLEM (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    self->document = g_value_dup_object (value);
    break;
  case PROP_PROBLEM:
    self->problem = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_template_problem_dispose (GObject *object)
{
  SevenTemplateProblem *self = SEVEN_TEMPLATE_PROBLEM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);
  g_clear_object (&self->problem);
  G_OBJECT_CLASS (seven_template_problem_parent_class)->dispose (object);
}

static void
seven_template_problem_class_init (SevenTemplateProblemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = seven_template_problem_dispose;
  object_class->get_property = seven_template_problem_get_property;
  object_class->set_property = seven_template_problem_set_property;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SEVEN_TYPE_DOCUMENT, flags);
  properties[PROP_PROBLEM] = g_param_spec_object ("problem", NULL, NULL, SEVEN_TYPE_PROBLEM, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-template-problem.ui");
  gtk_widget_class_bind_template_callback (widget_class, fix_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_mendable);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_severity_classes);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_severity_icon);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_severity_label);
}

static void
seven_template_problem_init (SevenTemplateProblem *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * seven_template_problem_new:
 * @document: whose problem it is; the button mends it there
 * @problem: what is shown
 *
 * Returns: (transfer none): the widget
 */
GtkWidget *
seven_template_problem_new (SevenDocument *document, SevenProblem *problem)
{
  g_return_val_if_fail (SEVEN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (SEVEN_IS_PROBLEM (problem), NULL);

  return g_object_new (SEVEN_TYPE_TEMPLATE_PROBLEM, "document", document, "problem", problem, NULL);
}
