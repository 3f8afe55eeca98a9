/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "app-test.h"

#include "seven-problem-groups.h"
#include "seven-problem-list.h"
#include "seven-problem-row.h"

/* No sender, a code that is not filled in (a safe fix), a placeholder as key, six flows without a template. */
#define FLAWED \
  "{\"apiKey\": \"<your-api-key>\", \"templates\": [" \
  "{\"usageType\": \"SignIn\", \"content\": \"{{ code }} is it.\"}, " \
  "{\"usageType\": \"Register\", \"content\": \"{{code}} is it.\"}, " \
  "{\"usageType\": \"Test\", \"content\": \"{{code}} is it.\"}]}"

typedef struct
{
  SevenDocument *document;
  GtkWidget *list;
  GtkWidget *window;
  SevenProblem *activated; /* (nullable) the last one */
} Fixture;

static void
activate_cb (Fixture *self, SevenProblem *problem)
{
  g_set_object (&self->activated, problem);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->document = create_document (data);
  self->list = g_object_new (SEVEN_TYPE_PROBLEM_LIST, NULL);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);
  assert_object_contract (self->list, "document", self->document);
  self->window = show_in_window (self->list);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  assert_freed_with (self->window, self->list);
  g_clear_object (&self->activated);
  g_assert_finalize_object (self->document);
}

static GListModel *
get_items (Fixture *self)
{
  GtkWidget *view = find_type (self->list, GTK_TYPE_LIST_VIEW);

  g_assert_nonnull (view);
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
}

/* The position of a problem among all items, headings too. */
static guint
find_problem (GListModel *items, const char *rule)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++) {
    g_autoptr (GObject) item = g_list_model_get_item (items, i);

    if (SEVEN_IS_PROBLEM (item) && g_str_equal (seven_problem_get_rule (SEVEN_PROBLEM (item)), rule))
      return i;
  }
  return GTK_INVALID_LIST_POSITION;
}

static GtkWidget *
create_row (GListModel *items, const char *rule)
{
  g_autoptr (SevenProblem) problem = g_list_model_get_item (items, find_problem (items, rule));
  GtkWidget *row = g_object_ref_sink (seven_problem_row_new ());

  g_assert_nonnull (problem);
  seven_problem_row_set_problem (SEVEN_PROBLEM_ROW (row), problem);
  return row;
}

/* Each problem once, under the heading of its severity, the gravest first. */
static void
test_groups (Fixture *self, gconstpointer data)
{
  GListModel *items = get_items (self);
  guint n_problems = 0;
  int severity = -1;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++) {
    g_autoptr (GObject) item = g_list_model_get_item (items, i);
    int now;

    if (SEVEN_IS_PROBLEM_GROUP (item)) {
      g_object_get (item, "severity", &now, NULL);
      g_assert_cmpint (now, >, severity);
      severity = now;
      continue;
    }
    g_assert_cmpint (seven_problem_get_severity (SEVEN_PROBLEM (item)), ==, severity);
    n_problems++;
  }
  g_assert_cmpint (severity, ==, SEVEN_SEVERITY_INFO);
  assert_uint (self->document, "n-problems", n_problems);
  g_assert_nonnull (find_label (self->list, "Errors"));
}

/* The list follows, and says what changed in one go. */
static void
test_groups_follow (void)
{
  g_autoptr (SevenDocument) document = create_document (FLAWED);
  g_autoptr (GListModel) groups = seven_problem_groups_new (seven_document_get_problems (document));
  Counter counter = { 0 };

  g_signal_connect_swapped (groups, "items-changed", G_CALLBACK (count_signal_cb), &counter);
  g_assert_cmpuint (find_problem (groups, "sender-missing"), !=, GTK_INVALID_LIST_POSITION);
  seven_document_set_sender (document, "Acme");
  g_assert_cmpuint (find_problem (groups, "sender-missing"), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (counter.n, ==, 1);
  seven_document_reset (document, "", 0, NULL, NULL);
  g_assert_cmpuint (count_items (groups), ==, 2);
  g_assert_finalize_object (g_steal_pointer (&groups));
}

static void
test_activate (Fixture *self, gconstpointer data)
{
  GtkWidget *view = find_type (self->list, GTK_TYPE_LIST_VIEW);

  g_signal_emit_by_name (view, "activate", 0);
  g_assert_null (self->activated);
  g_signal_emit_by_name (view, "activate", find_problem (get_items (self), "code-near-miss"));
  g_assert_cmpstr (seven_problem_get_rule (self->activated), ==, "code-near-miss");
}

static gboolean
has_no_near_miss (gpointer user_data)
{
  return find_problem (get_items (user_data), "code-near-miss") == GTK_INVALID_LIST_POSITION;
}

static gboolean
is_activated (gpointer user_data)
{
  return ((Fixture *) user_data)->activated != NULL;
}

static void
test_fix (Fixture *self, gconstpointer data)
{
  GtkWidget *fix = find_button (self->list, "Fix");

  click (fix);
  wait_for (has_no_near_miss, self);
  g_assert_cmpuint (find_problem (get_items (self), "code-near-miss"), ==, GTK_INVALID_LIST_POSITION);
  assert_contains (
      seven_document_get_text (self->document, NULL), "{{code}} is it.\"}, {\"usageType\": \"Reg");
  g_assert_null (self->activated);
}

/* What only a person can mend is gone to. */
static void
test_go (void)
{
  Fixture self = { .document = create_sample () };
  g_autofree char *before = g_strdup (seven_document_get_text (self.document, NULL));

  self.list = g_object_new (SEVEN_TYPE_PROBLEM_LIST, "document", self.document, NULL);
  g_signal_connect_swapped (self.list, "activate", G_CALLBACK (activate_cb), &self);
  self.window = show_in_window (self.list);
  click (find_button (self.list, "Go to Key"));
  wait_for (is_activated, &self);
  g_assert_cmpstr (seven_problem_get_rule (self.activated), ==, "api-key-placeholder");
  g_assert_cmpstr (seven_document_get_text (self.document, NULL), ==, before);
  tear_down (&self, NULL);
}

static void
test_fix_all (Fixture *self, gconstpointer data)
{
  assert_boolean (self->document, "has-safe-fixes", TRUE);
  gtk_widget_activate_action (self->list, "problems.fix-all", NULL);
  assert_boolean (self->document, "has-safe-fixes", FALSE);
  g_assert_null (find_button (self->list, "Fix All _Safe Ones"));
}

/* Severity and message are spoken; “why” is folded again for another problem. */
static void
test_row (Fixture *self, gconstpointer data)
{
  GListModel *items = get_items (self);
  GtkWidget *row = create_row (items, "code-near-miss");
  g_autoptr (SevenProblem) problem = NULL;
  g_autoptr (SevenProblem) other = g_list_model_get_item (items, find_problem (items, "sender-missing"));
  g_autofree char *name = NULL;

  g_object_get (row, "problem", &problem, NULL);
  name = g_strconcat ("Error: ", seven_problem_get_message (problem), NULL);
  assert_name (row, name);
  g_assert_nonnull (find_label (row, seven_problem_get_message (problem)));
  g_assert_null (find_label (row, seven_problem_get_help (problem)));
  assert_boolean_contract (row, "expanded", TRUE);
  g_assert_nonnull (find_label (row, seven_problem_get_help (problem)));
  assert_object_contract (row, "problem", other);
  assert_boolean (row, "expanded", FALSE);
  assert_boolean (find_type (row, GTK_TYPE_TOGGLE_BUTTON), "active", FALSE);
  g_assert_finalize_object (row);
}

static void
test_empty (void)
{
  g_autoptr (SevenDocument) document = create_sample ();
  GtkWidget *list = g_object_ref_sink (g_object_new (SEVEN_TYPE_PROBLEM_LIST, "document", document, NULL));

  g_assert_null (find_label (list, "No Problems"));
  seven_document_set_api_key (document, "real-key");
  assert_uint (document, "n-problems", 0);
  g_assert_nonnull (find_label (list, "No Problems"));
  g_assert_finalize_object (list);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add ("/problem-list/groups", Fixture, FLAWED, set_up, test_groups, tear_down);
  g_test_add_func ("/problem-list/groups-follow", test_groups_follow);
  g_test_add ("/problem-list/activate", Fixture, FLAWED, set_up, test_activate, tear_down);
  g_test_add ("/problem-list/fix", Fixture, FLAWED, set_up, test_fix, tear_down);
  g_test_add_func ("/problem-list/go", test_go);
  g_test_add ("/problem-list/fix-all", Fixture, FLAWED, set_up, test_fix_all, tear_down);
  g_test_add ("/problem-list/row", Fixture, FLAWED, set_up, test_row, tear_down);
  g_test_add_func ("/problem-list/empty", test_empty);
  return g_test_run ();
}
