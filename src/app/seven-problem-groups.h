/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-problem.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SevenProblemGroup:
 *
 * The heading of all problems of one severity. Properties (construct-only): severity (int: SevenSeverity).
 */
#define SEVEN_TYPE_PROBLEM_GROUP (seven_problem_group_get_type ())
G_DECLARE_FINAL_TYPE (SevenProblemGroup, seven_problem_group, SEVEN, PROBLEM_GROUP, GObject)

/**
 * seven_problem_group_get_title:
 * @self: a group
 *
 * Returns: the translated heading: “Errors”
 */
const char *seven_problem_group_get_title (SevenProblemGroup *self);

/**
 * seven_problem_groups_new:
 * @problems: (transfer none): a list of #SevenProblem
 *
 * The same problems, those of one severity together, with a #SevenProblemGroup before the first of each.
 *
 * Returns: (transfer full): a list that follows @problems
 */
GListModel *seven_problem_groups_new (GListModel *problems);

G_END_DECLS
