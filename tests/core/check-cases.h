/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <string.h>

#include "seven-rules.h"

/* A value of interest stands alone on the second line of the text. */
#define KEY(value) "{\"apiKey\":\n" value "\n,\"from\":\"Acme\",\"templates\":[]}"
#define SENDER(value) "{\"apiKey\":\"k\",\"from\":\n" value "\n,\"templates\":[]}"
#define TEMPLATES(value) "{\"apiKey\":\"k\",\"from\":\"Acme\",\"templates\":\n" value "\n}"
#define TEMPLATE(value) TEMPLATES ("[" value "]")
#define USAGE(value) TEMPLATE ("{\"content\":\"{{code}}\",\"usageType\":\n" value "\n}")
#define CONTENT_OF(usage, value) TEMPLATE ("{\"usageType\":\"" usage "\",\"content\":\n" value "\n}")
#define CONTENT(value) CONTENT_OF ("SignIn", value)

typedef struct
{
  const char *rule;
  const char *text;
  const char
      *expected; /* of this rule: "2:1..2:5 error safe /pointer", one after the other with "; " between */
  const char *fixed; /* (nullable) the text after the fix of the first of them */
} CheckCase;

static inline char *
describe_problem (SevenProblem *problem)
{
  static const char *const kinds[] = { "none", "safe", "offer", "go" };
  SevenPosition start = seven_problem_get_start (problem);
  SevenPosition end = seven_problem_get_end (problem);

  return g_strdup_printf ("%u:%u..%u:%u %s %s %s", start.line, start.column, end.line, end.column,
      seven_severity_get_name (seven_problem_get_severity (problem)),
      kinds[seven_problem_get_fix_kind (problem)], seven_problem_get_pointer (problem));
}

/* rule: (nullable) NULL: all, each with its name in front */
static inline char *
describe_check (SevenCheck *check, const char *rule)
{
  GPtrArray *problems = seven_check_get_problems (check);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++) {
    SevenProblem *problem = g_ptr_array_index (problems, i);
    g_autofree char *described = describe_problem (problem);

    if (rule != NULL && !g_str_equal (rule, seven_problem_get_rule (problem)))
      continue;
    if (found->len > 0)
      g_string_append (found, rule != NULL ? "; " : "\n");
    if (rule == NULL)
      g_string_append_printf (found, "%s ", seven_problem_get_rule (problem));
    g_string_append (found, described);
  }
  return g_string_free (g_steal_pointer (&found), FALSE);
}

static inline SevenProblem *
find_problem (SevenCheck *check, const char *rule)
{
  GPtrArray *problems = seven_check_get_problems (check);

  for (guint i = 0; i < problems->len; i++)
    if (g_str_equal (seven_problem_get_rule (g_ptr_array_index (problems, i)), rule))
      return g_ptr_array_index (problems, i);
  return NULL;
}

static inline void
run_check_case (const CheckCase *test, const SevenCheckOptions *options)
{
  g_autoptr (SevenCheck) check = seven_check_text (test->text, -1, options);
  g_autofree char *found = describe_check (check, test->rule);
  SevenProblem *problem = find_problem (check, test->rule);
  g_autoptr (SevenSplice) splice = problem != NULL ? seven_check_fix (check, problem) : NULL;

  g_test_message ("%s: %s", test->rule, test->text);
  g_assert_cmpstr (found, ==, test->expected);
  if (test->fixed != NULL) {
    g_autofree char *fixed = NULL;

    g_assert_nonnull (splice);
    fixed = seven_splice_apply (splice, test->text, strlen (test->text));
    g_assert_cmpstr (fixed, ==, test->fixed);
  } else {
    g_assert_null (splice);
  }
}

static inline void
run_check_cases (const CheckCase *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    run_check_case (&cases[i], NULL);
}
