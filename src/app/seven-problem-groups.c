/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-problem-groups.h"

#include "seven-list-util.h"

#include <glib/gi18n-lib.h>

struct _SevenProblemGroup
{
  GObject parent_instance;

  SevenSeverity severity;
};

G_DEFINE_FINAL_TYPE (SevenProblemGroup, seven_problem_group, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SEVERITY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
seven_problem_group_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenProblemGroup *self = SEVEN_PROBLEM_GROUP (object);

  switch (property_id) {
  case PROP_SEVERITY:
    g_value_set_int (value, (int) self->severity);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_problem_group_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenProblemGroup *self = SEVEN_PROBLEM_GROUP (object);

  switch (property_id) {
  case PROP_SEVERITY:
    self->severity = (SevenSeverity) g_value_get_int (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_problem_group_class_init (SevenProblemGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = seven_problem_group_get_property;
  object_class->set_property = seven_problem_group_set_property;

  properties[PROP_SEVERITY] =
      g_param_spec_int ("severity", NULL, NULL, SEVEN_SEVERITY_ERROR, SEVEN_SEVERITY_INFO,
          SEVEN_SEVERITY_ERROR, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
seven_problem_group_init (SevenProblemGroup *self)
{
}

/* A heading that says the same may stay where it is. */
static gboolean
is_same (gconstpointer first, gconstpointer second)
{
  if (first == second)
    return TRUE;
  return SEVEN_IS_PROBLEM_GROUP ((gpointer) first) && SEVEN_IS_PROBLEM_GROUP ((gpointer) second) &&
      SEVEN_PROBLEM_GROUP ((gpointer) first)->severity == SEVEN_PROBLEM_GROUP ((gpointer) second)->severity;
}

static void
append_group (GPtrArray *items, GListModel *problems, SevenSeverity severity)
{
  guint n_problems = g_list_model_get_n_items (problems);
  gboolean begun = FALSE;

  for (guint i = 0; i < n_problems; i++) {
    g_autoptr (SevenProblem) problem = g_list_model_get_item (problems, i);

    if (seven_problem_get_severity (problem) != severity)
      continue;
    if (!begun)
      g_ptr_array_add (items, g_object_new (SEVEN_TYPE_PROBLEM_GROUP, "severity", (int) severity, NULL));
    begun = TRUE;
    g_ptr_array_add (items, g_steal_pointer (&problem));
  }
}

/* One change of one list: models that filter and join the same list would tell of it one after another, and be at
 * odds with each other in between. */
static void
problems_changed (GListStore *groups, guint position, guint removed, guint added, GListModel *problems)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  append_group (items, problems, SEVEN_SEVERITY_ERROR);
  append_group (items, problems, SEVEN_SEVERITY_WARNING);
  append_group (items, problems, SEVEN_SEVERITY_INFO);
  seven_list_store_become (groups, items, is_same);
}

const char *
seven_problem_group_get_title (SevenProblemGroup *self)
{
  g_return_val_if_fail (SEVEN_IS_PROBLEM_GROUP (self), NULL);

  switch (self->severity) {
  case SEVEN_SEVERITY_ERROR:
    return _ ("Errors");
  case SEVEN_SEVERITY_WARNING:
    return _ ("Warnings");
  case SEVEN_SEVERITY_INFO:
  default:
    /* Translators: heading over problems that are neither errors nor warnings */
    return _ ("Suggestions");
  }
}

GListModel *
seven_problem_groups_new (GListModel *problems)
{
  GListStore *groups;

  g_return_val_if_fail (G_IS_LIST_MODEL (problems), NULL);

  groups = g_list_store_new (G_TYPE_OBJECT);
  problems_changed (groups, 0, 0, 0, problems);
  g_signal_connect_object (
      problems, "items-changed", G_CALLBACK (problems_changed), groups, G_CONNECT_SWAPPED);
  return G_LIST_MODEL (groups);
}
