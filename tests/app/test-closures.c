/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-closures.h"
#include "seven-problem.h"

static void
test_logic (void)
{
  g_autoptr (GObject) object = g_object_new (G_TYPE_OBJECT, NULL);

  g_assert_true (seven_closure_not (NULL, FALSE));
  g_assert_false (seven_closure_not (NULL, TRUE));
  g_assert_true (seven_closure_and (NULL, TRUE, TRUE));
  g_assert_false (seven_closure_and (NULL, TRUE, FALSE));
  g_assert_false (seven_closure_and (NULL, FALSE, TRUE));
  g_assert_true (seven_closure_is_object (NULL, object));
  g_assert_false (seven_closure_is_object (NULL, NULL));
  g_assert_true (seven_closure_is_positive (NULL, 1));
  g_assert_false (seven_closure_is_positive (NULL, 0));
  g_assert_true (seven_closure_is_zero (NULL, 0));
  g_assert_false (seven_closure_is_zero (NULL, 1));
  g_assert_true (seven_closure_both_zero (NULL, 0, 0));
  g_assert_false (seven_closure_both_zero (NULL, 1, 0));
  g_assert_false (seven_closure_both_zero (NULL, 0, 1));
}

static void
test_strings (void)
{
  g_assert_true (seven_closure_is_set (NULL, "x"));
  g_assert_false (seven_closure_is_set (NULL, ""));
  g_assert_false (seven_closure_is_set (NULL, NULL));
}

typedef struct
{
  const char *given;
  gboolean flag;
  const char *expected;
} StringCase;

static void
test_modified_title (void)
{
  const StringCase cases[] = {
    { "acme.json", FALSE, "acme.json" },
    { "acme.json", TRUE, "• acme.json" },
    { NULL, TRUE, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *title = seven_closure_modified_title (NULL, cases[i].given, cases[i].flag);

    g_assert_cmpstr (title, ==, cases[i].expected);
  }
}

static void
test_choose (void)
{
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) chosen = seven_closure_choose_object (NULL, TRUE, one, other);
  g_autoptr (GObject) not_chosen = seven_closure_choose_object (NULL, FALSE, one, other);
  g_autofree char *first = seven_closure_choose (NULL, TRUE, "one", "other");
  g_autofree char *second = seven_closure_choose (NULL, FALSE, "one", "other");

  g_assert_true (chosen == one);
  g_assert_true (not_chosen == other);
  g_assert_null (seven_closure_choose_object (NULL, TRUE, NULL, other));
  g_assert_cmpstr (first, ==, "one");
  g_assert_cmpstr (second, ==, "other");
}

typedef struct
{
  int severity;
  const char *icon;
  const char *label;
  const char *class;
} SeverityCase;

static void
test_severity (void)
{
  const SeverityCase cases[] = {
    { SEVEN_SEVERITY_ERROR, "dialog-error-symbolic", "Error", "error" },
    { SEVEN_SEVERITY_WARNING, "dialog-warning-symbolic", "Warning", "warning" },
    { SEVEN_SEVERITY_INFO, "dialog-information-symbolic", NULL, "accent" },
    { 99, "dialog-information-symbolic", "", "accent" },
    { -1, "dialog-information-symbolic", "", "error" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *icon = seven_closure_severity_icon (NULL, cases[i].severity);
    g_autofree char *label = seven_closure_severity_label (NULL, cases[i].severity);
    g_auto (GStrv) classes = seven_closure_severity_classes (NULL, cases[i].severity);

    g_assert_cmpstr (icon, ==, cases[i].icon);
    if (cases[i].label != NULL)
      g_assert_cmpstr (label, ==, cases[i].label);
    g_assert_true (g_strv_contains ((const char *const *) classes, cases[i].class));
  }
}

static void
test_state_classes (void)
{
  g_auto (GStrv) state = seven_closure_css_class (NULL, "error");
  g_auto (GStrv) code = seven_closure_code_classes (NULL, "error");
  g_auto (GStrv) wrong = seven_closure_logto_classes (NULL, TRUE);
  g_auto (GStrv) right = seven_closure_logto_classes (NULL, FALSE);

  g_assert_cmpuint (g_strv_length (state), ==, 1);
  g_assert_true (g_strv_contains ((const char *const *) state, "error"));
  g_assert_true (g_strv_contains ((const char *const *) code, "error"));
  g_assert_true (g_strv_contains ((const char *const *) code, "code"));
  g_assert_true (g_strv_contains ((const char *const *) wrong, "wrong"));
  g_assert_false (g_strv_contains ((const char *const *) right, "wrong"));
}

static void
test_join (void)
{
  static const struct
  {
    const char *one;
    const char *other;
    const char *both;
  } cases[] = {
    { "a", "b", "a · b" },
    { "a", "", "a" },
    { "a", NULL, "a" },
    { "", "b", "b" },
    { NULL, "b", "b" },
    { NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *both = seven_closure_join (NULL, cases[i].one, cases[i].other);

    g_assert_cmpstr (both, ==, cases[i].both);
  }
}

typedef struct
{
  int n_matches;
  const char *text;
  const char *expected;
} MatchesCase;

static void
test_matches (void)
{
  const MatchesCase cases[] = {
    { 0, "", "" },
    { 0, NULL, "" },
    { -1, "code", "" },
    { 0, "code", "No matches" },
    { 1, "code", "1 match" },
    { 12, "code", "12 matches" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words = seven_closure_matches (NULL, cases[i].n_matches, cases[i].text);

    g_assert_cmpstr (words, ==, cases[i].expected);
  }
}

static void
test_counts (void)
{
  g_autofree char *one_error = seven_closure_n_errors (NULL, 1);
  g_autofree char *errors = seven_closure_n_errors (NULL, 3);
  g_autofree char *one_warning = seven_closure_n_warnings (NULL, 1);
  g_autofree char *warnings = seven_closure_n_warnings (NULL, 10001);

  g_assert_cmpstr (one_error, ==, "1 error");
  g_assert_cmpstr (errors, ==, "3 errors");
  g_assert_cmpstr (one_warning, ==, "1 warning");
  g_assert_cmpstr (warnings, ==, "10001 warnings");
}

static void
test_mendable (void)
{
  g_assert_true (seven_closure_is_mendable (NULL, SEVEN_FIX_SAFE));
  g_assert_true (seven_closure_is_mendable (NULL, SEVEN_FIX_OFFER));
  g_assert_false (seven_closure_is_mendable (NULL, SEVEN_FIX_NONE));
  g_assert_false (seven_closure_is_mendable (NULL, SEVEN_FIX_GO));
}

static void
test_window (void)
{
  g_autofree char *wide = seven_closure_copy_label (NULL, FALSE);
  g_autofree char *narrow = seven_closure_copy_label (NULL, TRUE);
  g_autofree char *position = seven_closure_json_position (NULL, "json", "3:14");
  g_auto (GStrv) warning = seven_closure_caption_classes (NULL, TRUE);
  g_auto (GStrv) calm = seven_closure_caption_classes (NULL, FALSE);
  g_auto (GStrv) folded = seven_closure_header_classes (NULL, TRUE);
  g_auto (GStrv) spread = seven_closure_header_classes (NULL, FALSE);

  g_assert_cmpstr (wide, ==, "Copy JSON");
  g_assert_cmpstr (narrow, ==, "");
  g_assert_cmpstr (position, ==, "3:14");
  g_assert_null (seven_closure_json_position (NULL, "form", "3:14"));
  g_assert_true (g_strv_contains ((const char *const *) warning, "warning"));
  g_assert_false (g_strv_contains ((const char *const *) calm, "warning"));
  g_assert_true (g_strv_contains ((const char *const *) folded, "narrow"));
  g_assert_cmpuint (g_strv_length (spread), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/closures/logic", test_logic);
  g_test_add_func ("/closures/strings", test_strings);
  g_test_add_func ("/closures/modified-title", test_modified_title);
  g_test_add_func ("/closures/choose", test_choose);
  g_test_add_func ("/closures/severity", test_severity);
  g_test_add_func ("/closures/state-classes", test_state_classes);
  g_test_add_func ("/closures/join", test_join);
  g_test_add_func ("/closures/matches", test_matches);
  g_test_add_func ("/closures/counts", test_counts);
  g_test_add_func ("/closures/mendable", test_mendable);
  g_test_add_func ("/closures/window", test_window);
  return g_test_run ();
}
