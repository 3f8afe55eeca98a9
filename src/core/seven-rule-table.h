/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-rules.h"

G_BEGIN_DECLS

typedef struct _SevenRuleRun SevenRuleRun;

/* What a rule looks at. A subject is gone through scope by scope: first what may be no string at all, then the
 * string. */
typedef enum
{
  SEVEN_SCOPE_SYNTAX, /* a text that is no JSON */
  SEVEN_SCOPE_TREE, /* every value of the text */
  SEVEN_SCOPE_ROOT,
  SEVEN_SCOPE_MEMBERS, /* the names in the root or in a template */
  SEVEN_SCOPE_KEY_VALUE, /* apiKey: missing, or of any kind */
  SEVEN_SCOPE_KEY, /* apiKey: a string */
  SEVEN_SCOPE_SENDER_VALUE,
  SEVEN_SCOPE_SENDER,
  SEVEN_SCOPE_TEMPLATES,
  SEVEN_SCOPE_TEMPLATE, /* one element, of any kind */
  SEVEN_SCOPE_USAGE_VALUE,
  SEVEN_SCOPE_USAGE,
  SEVEN_SCOPE_CONTENT_VALUE,
  SEVEN_SCOPE_CONTENT,
} SevenRuleScope;

/* Looks at the subject of the run and reports. */
typedef void (*SevenRuleCheck) (SevenRuleRun *run);
/* What mends a problem that this rule reported as safe or offered: (transfer full) (nullable) */
typedef SevenSplice *(*SevenRuleMend) (const SevenCheck *check, const SevenProblem *problem);

/* One row of the table in seven-rule-table.c. Rules of a scope are asked in the order of the table. */
typedef struct _SevenRule
{
  const char *name;
  SevenRuleScope scope;
  SevenSeverity severity;
  const char
      *silences; /* (nullable) names of later rules not reported for the same value; "*": all later ones */
  SevenFixKind fix;
  const char *fix_label; /* (nullable) untranslated */
  SevenRuleCheck check;
  SevenRuleMend mend; /* (nullable) */
  const char *help; /* untranslated */
} SevenRule;

const SevenRule *seven_rule_table_get (guint *n_rules);

G_END_DECLS
