/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-json.h"
#include "seven-problem.h"
#include "seven-rule-table.h"

G_BEGIN_DECLS

/* Written only by the rules, while the check that owns the problem is being made. */
struct _SevenProblem
{
  GObject parent_instance;

  const SevenRule *rule;
  SevenSeverity severity;
  SevenFixKind fix;
  char *message;
  char *advice;
  char *pointer;
  SevenRange range;
  SevenPosition start;
  SevenPosition end;
  int template_index;
  int usage;

  /* What the fix works on: owned by the JSON of the check. */
  const SevenJsonValue *value;
  SevenRange piece; /* of the decoded string */
  guint child; /* of an object or array */
};

/* (transfer full); message and pointer: (transfer full) */
SevenProblem *
seven_problem_new (const SevenRule *rule, char *pointer, SevenRange range, char *message, const char *advice);

G_END_DECLS
