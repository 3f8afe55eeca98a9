/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-problem.h"

#include "seven-problem-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (SevenProblem, seven_problem, G_TYPE_OBJECT)

enum
{
  PROP_RULE = 1,
  PROP_SEVERITY,
  PROP_MESSAGE,
  PROP_ADVICE,
  PROP_HELP,
  PROP_POINTER,
  PROP_LINE,
  PROP_COLUMN,
  PROP_PLACE,
  PROP_FIX_KIND,
  PROP_FIX_LABEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
get_string_property (SevenProblem *self, guint id, GValue *value)
{
  switch (id) {
  case PROP_RULE:
    g_value_set_string (value, seven_problem_get_rule (self));
    break;
  case PROP_MESSAGE:
    g_value_set_string (value, self->message);
    break;
  case PROP_ADVICE:
    g_value_set_string (value, self->advice);
    break;
  case PROP_HELP:
    g_value_set_string (value, seven_problem_get_help (self));
    break;
  case PROP_POINTER:
    g_value_set_string (value, self->pointer);
    break;
  case PROP_PLACE:
    g_value_take_string (value,
        g_strdup_printf (
            /* Translators: where a problem stands in the text. */
            _ ("line %u, column %u"), self->start.line, self->start.column));
    break;
  default:
    g_value_set_string (value, seven_problem_get_fix_label (self));
    break;
  }
}

static void
seven_problem_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SevenProblem *self = SEVEN_PROBLEM (object);

  switch (id) {
  case PROP_SEVERITY:
    g_value_set_uint (value, self->severity);
    break;
  case PROP_FIX_KIND:
    g_value_set_uint (value, self->fix);
    break;
  case PROP_LINE:
    g_value_set_uint (value, self->start.line);
    break;
  case PROP_COLUMN:
    g_value_set_uint (value, self->start.column);
    break;
  default:
    get_string_property (self, id, value);
    break;
  }
}

static void
seven_problem_finalize (GObject *object)
{
  SevenProblem *self = SEVEN_PROBLEM (object);

  g_free (self->message);
  g_free (self->advice);
  g_free (self->pointer);

  G_OBJECT_CLASS (seven_problem_parent_class)->finalize (object);
}

static GParamSpec *
string_spec (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
uint_spec (const char *name, guint maximum)
{
  return g_param_spec_uint (name, NULL, NULL, 0, maximum, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
seven_problem_class_init (SevenProblemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = seven_problem_get_property;
  object_class->finalize = seven_problem_finalize;

  properties[PROP_RULE] = string_spec ("rule");
  properties[PROP_SEVERITY] = uint_spec ("severity", SEVEN_SEVERITY_INFO);
  properties[PROP_MESSAGE] = string_spec ("message");
  properties[PROP_ADVICE] = string_spec ("advice");
  properties[PROP_HELP] = string_spec ("help");
  properties[PROP_POINTER] = string_spec ("pointer");
  properties[PROP_LINE] = uint_spec ("line", G_MAXUINT);
  properties[PROP_COLUMN] = uint_spec ("column", G_MAXUINT);
  properties[PROP_PLACE] = string_spec ("place");
  properties[PROP_FIX_KIND] = uint_spec ("fix-kind", SEVEN_FIX_GO);
  properties[PROP_FIX_LABEL] = string_spec ("fix-label");
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
seven_problem_init (SevenProblem *self)
{
  self->template_index = -1;
  self->usage = -1;
}

SevenProblem *
seven_problem_new (const SevenRule *rule, char *pointer, SevenRange range, char *message, const char *advice)
{
  SevenProblem *self = g_object_new (SEVEN_TYPE_PROBLEM, NULL);

  self->rule = rule;
  self->severity = rule->severity;
  self->fix = rule->fix;
  self->pointer = pointer;
  self->range = range;
  self->message = message;
  self->advice = g_strdup (advice);
  return self;
}

const char *
seven_problem_get_rule (SevenProblem *self)
{
  g_return_val_if_fail (SEVEN_IS_PROBLEM (self), NULL);

  return self->rule->name;
}

SevenSeverity
seven_problem_get_severity (SevenProblem *self)
{
  g_return_val_if_fail (SEVEN_IS_PROBLEM (self), SEVEN_SEVERITY_ERROR);

  return self->severity;
}

const char *
seven_problem_get_message (SevenProblem *self)
{
  g_return_val_if_fail (SEVEN_IS_PROBLEM (self), NULL);

  return self->message;
}

const char *
seven_problem_get_advice (SevenProblem *self)
{
  g_return_val_if_fail (SEVEN_IS_PROBLEM (self), NULL);

  return self->advice;
}

const char *
seven_problem_get_help (SevenProblem *self)
{
  g_return_val_if_fail (SEVEN_IS_PROBLEM (self), NULL);

  return _ (self->rule->help);
}

const char *
seven_problem_get_pointer (SevenProblem *self)
{
  g_return_val_if_fail (SEVEN_IS_PROBLEM (self), NULL);

  return self->pointer;
}

SevenRange
seven_problem_get_range (SevenProblem *self)
{
  g_return_val_if_fail (SEVEN_IS_PROBLEM (self), ((SevenRange){ 0, 0 }));

  return self->range;
}

SevenPosition
seven_problem_get_start (SevenProblem *self)
{
  g_return_val_if_fail (SEVEN_IS_PROBLEM (self), ((SevenPosition){ 1, 1 }));

  return self->start;
}

SevenPosition
seven_problem_get_end (SevenProblem *self)
{
  g_return_val_if_fail (SEVEN_IS_PROBLEM (self), ((SevenPosition){ 1, 1 }));

  return self->end;
}

SevenFixKind
seven_problem_get_fix_kind (SevenProblem *self)
{
  g_return_val_if_fail (SEVEN_IS_PROBLEM (self), SEVEN_FIX_NONE);

  return self->fix;
}

const char *
seven_problem_get_fix_label (SevenProblem *self)
{
  g_return_val_if_fail (SEVEN_IS_PROBLEM (self), NULL);

  return self->fix != SEVEN_FIX_NONE ? _ (self->rule->fix_label) : NULL;
}

int
seven_problem_get_template (SevenProblem *self)
{
  g_return_val_if_fail (SEVEN_IS_PROBLEM (self), -1);

  return self->template_index;
}

int
seven_problem_get_usage (SevenProblem *self)
{
  g_return_val_if_fail (SEVEN_IS_PROBLEM (self), -1);

  return self->usage;
}

const char *
seven_severity_get_name (SevenSeverity severity)
{
  static const char *const names[] = { "error", "warning", "info" };

  g_return_val_if_fail ((guint) severity < G_N_ELEMENTS (names), NULL);

  return names[severity];
}

const char *
seven_severity_get_label (SevenSeverity severity)
{
  /* Translators: how grave a problem is. */
  static const char *const labels[] = { N_ ("Error"), N_ ("Warning"), N_ ("Suggestion") };

  g_return_val_if_fail ((guint) severity < G_N_ELEMENTS (labels), NULL);

  return _ (labels[severity]);
}
