/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-problem.h"

#include <string.h>

#include "check-cases.h"
#include "seven-rule-table.h"

static const char text[] = "{\"apiKey\": \"k\",\r\n \"é\": 1, \"from\": \"Äcme\", \"templates\": []}";

static char *
dup_string (SevenProblem *problem, const char *name)
{
  char *value;

  g_object_get (problem, name, &value, NULL);
  return value;
}

static guint
get_uint (SevenProblem *problem, const char *name)
{
  guint value;

  g_object_get (problem, name, &value, NULL);
  return value;
}

static void
test_properties (void)
{
  g_autoptr (SevenCheck) check = seven_check_text (text, -1, NULL);
  SevenProblem *problem = find_problem (check, "sender-character");
  static const struct
  {
    const char *name;
    const char *value;
  } strings[] = {
    { "rule", "sender-character" },
    { "message", "The sender contains a character that seven refuses" },
    { "advice", "Use letters and digits, for example “Acme”." },
    { "pointer", "/from" },
    { "place", "line 2, column 19" },
    { "fix-label", "Fix" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++) {
    g_autofree char *value = dup_string (problem, strings[i].name);

    g_assert_cmpstr (value, ==, strings[i].value);
  }
  g_assert_cmpuint (get_uint (problem, "severity"), ==, SEVEN_SEVERITY_ERROR);
  g_assert_cmpuint (get_uint (problem, "fix-kind"), ==, SEVEN_FIX_OFFER);
  g_assert_cmpuint (get_uint (problem, "line"), ==, 2);
  g_assert_cmpuint (get_uint (problem, "column"), ==, 19);
}

static void
test_getters (void)
{
  g_autoptr (SevenCheck) check = seven_check_text (text, -1, NULL);
  SevenProblem *problem = find_problem (check, "sender-character");
  g_autofree char *help = dup_string (problem, "help");
  SevenRange range = seven_problem_get_range (problem);

  g_assert_cmpmem (text + range.start, range.end - range.start, "Ä", 2);
  g_assert_cmpuint (seven_problem_get_end (problem).line, ==, 2);
  g_assert_cmpuint (seven_problem_get_end (problem).column, ==, 20);
  g_assert_cmpint (seven_problem_get_template (problem), ==, -1);
  g_assert_cmpint (seven_problem_get_usage (problem), ==, -1);
  g_assert_cmpstr (seven_problem_get_help (problem), ==, help);
  g_assert_null (seven_problem_get_fix_label (find_problem (check, "member-unknown")));
}

static void
test_read_only (void)
{
  guint n_properties;
  g_autoptr (GTypeClass) klass = g_type_class_ref (SEVEN_TYPE_PROBLEM);
  g_autofree GParamSpec **properties = g_object_class_list_properties (G_OBJECT_CLASS (klass), &n_properties);

  g_assert_cmpuint (n_properties, ==, 11);
  for (guint i = 0; i < n_properties; i++)
    g_assert_cmpuint (properties[i]->flags & G_PARAM_READWRITE, ==, G_PARAM_READABLE);
}

static void
test_finalized (void)
{
  SevenCheck *check = seven_check_text (text, -1, NULL);
  SevenProblem *problem = g_object_ref (find_problem (check, "sender-character"));

  seven_check_unref (check);
  g_assert_cmpstr (seven_problem_get_pointer (problem), ==, "/from");
  g_assert_finalize_object (problem);
}

static void
test_severities (void)
{
  static const char *const names[] = { "error", "warning", "info" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_assert_cmpstr (seven_severity_get_name ((SevenSeverity) i), ==, names[i]);
    g_assert_cmpstr (seven_severity_get_label ((SevenSeverity) i), !=, "");
  }
}

static gboolean
is_sorted_by_scope (const SevenRule *rules, guint n_rules)
{
  for (guint i = 1; i < n_rules; i++)
    if (rules[i].scope < rules[i - 1].scope)
      return FALSE;
  return TRUE;
}

static gboolean
has_rule (const SevenRule *rules, guint n_rules, const char *name)
{
  for (guint i = 0; i < n_rules; i++)
    if (g_str_equal (rules[i].name, name))
      return TRUE;
  return FALSE;
}

/* Rows that are complete: words, a source, a fix where one is named, silences that name other rows. */
static void
test_table (void)
{
  guint n_rules;
  const SevenRule *rules = seven_rule_table_get (&n_rules);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (n_rules, ==, 45);
  g_assert_true (is_sorted_by_scope (rules, n_rules));
  for (guint i = 0; i < n_rules; i++) {
    const SevenRule *rule = &rules[i];
    g_auto (GStrv) silences = g_strsplit (rule->silences != NULL ? rule->silences : "*", " ", -1);

    g_test_message ("%s", rule->name);
    g_assert_true (g_hash_table_add (names, (gpointer) rule->name));
    g_assert_cmpuint (strlen (rule->help), >, 40);
    g_assert_nonnull (rule->check);
    if (rule->fix == SEVEN_FIX_SAFE || rule->fix == SEVEN_FIX_OFFER)
      g_assert_nonnull (rule->mend);
    if (rule->fix != SEVEN_FIX_NONE || rule->mend != NULL)
      g_assert_nonnull (rule->fix_label);
    for (guint s = 0; silences[s] != NULL; s++)
      g_assert_true (g_str_equal (silences[s], "*") || has_rule (rules, n_rules, silences[s]));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/problem/properties", test_properties);
  g_test_add_func ("/problem/getters", test_getters);
  g_test_add_func ("/problem/read-only", test_read_only);
  g_test_add_func ("/problem/finalized", test_finalized);
  g_test_add_func ("/problem/severities", test_severities);
  g_test_add_func ("/problem/table", test_table);

  return g_test_run ();
}
