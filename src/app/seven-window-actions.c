/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-window-private.h"

#include <glib/gi18n-lib.h>

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  seven_document_undo (SEVEN_WINDOW (user_data)->document);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  seven_document_redo (SEVEN_WINDOW (user_data)->document);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  seven_window_report_save (SEVEN_WINDOW (object), result);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  seven_window_save_async (user_data, FALSE, saved_cb, NULL);
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  seven_window_save_async (user_data, TRUE, saved_cb, NULL);
}

static void
copy (SevenWindow *self, gboolean with_key)
{
  g_autofree char *text = seven_document_dup_for_logto (self->document, with_key);
  g_autofree char *advice = NULL;

  if (text == NULL) {
    seven_window_add_toast (self, _ ("The text is not JSON, so the key cannot be left out"));
    return;
  }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  advice = seven_document_dup_copy_advice (self->document, with_key);
  seven_window_add_toast (self, advice != NULL ? advice : _ ("Copied"));
}

static void
copy_json_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy (user_data, TRUE);
}

static void
copy_without_key_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy (user_data, FALSE);
}

static void
fix_all_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SevenWindow *self = user_data;
  guint n_fixed = seven_document_fix_all_safe (self->document);
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("Fixed %u problem", "Fixed %u problems", n_fixed), n_fixed);
  seven_window_add_toast (self, text);
}

static void
format_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  seven_document_format (SEVEN_WINDOW (user_data)->document);
}

static void
find_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SevenWindow *self = user_data;

  seven_window_show_pane (self, "json");
  seven_json_pane_start_search (self->json_pane);
}

static void
go_to_syntax_problem_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SevenWindow *self = user_data;
  g_autoptr (SevenProblem) problem = NULL;

  g_object_get (self->document, "syntax-problem", &problem, NULL);
  if (problem != NULL)
    seven_window_go_to_problem (self, problem);
}

/* Where the problem that was gone to last stands by now; the list may be another since. */
static guint
find_current_problem (SevenWindow *self)
{
  GListModel *problems = seven_document_get_problems (self->document);
  guint n_problems = g_list_model_get_n_items (problems);

  for (guint i = 0; self->current_problem != NULL && i < n_problems; i++) {
    g_autoptr (SevenProblem) problem = g_list_model_get_item (problems, i);

    if (problem == self->current_problem ||
        (g_str_equal (seven_problem_get_rule (problem), seven_problem_get_rule (self->current_problem)) &&
            g_strcmp0 (seven_problem_get_pointer (problem),
                seven_problem_get_pointer (self->current_problem)) == 0 &&
            seven_problem_get_usage (problem) == seven_problem_get_usage (self->current_problem)))
      return i;
  }
  return GTK_INVALID_LIST_POSITION;
}

static void
step_through_problems (SevenWindow *self, gboolean forward)
{
  GListModel *problems = seven_document_get_problems (self->document);
  guint n_problems = g_list_model_get_n_items (problems);
  guint current = find_current_problem (self);
  g_autoptr (SevenProblem) problem = NULL;

  if (n_problems == 0) {
    seven_window_add_toast (self, _ ("There are no problems"));
    return;
  }
  if (current == GTK_INVALID_LIST_POSITION)
    current = forward ? 0 : n_problems - 1;
  else
    current = (current + (forward ? 1 : n_problems - 1)) % n_problems;
  problem = g_list_model_get_item (problems, current);
  seven_window_go_to_problem (self, problem);
}

static void
next_problem_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step_through_problems (user_data, TRUE);
}

static void
previous_problem_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step_through_problems (user_data, FALSE);
}

static void
fix_problem_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SevenWindow *self = user_data;
  GListModel *problems = seven_document_get_problems (self->document);
  guint current = find_current_problem (self);
  g_autoptr (SevenProblem) problem = NULL;

  problem = g_list_model_get_item (problems, current);
  /* What the cursor stands in is what is meant. */
  g_set_object (&problem, seven_json_pane_find_problem (self->json_pane, problem));
  if (problem == NULL)
    problem = g_list_model_get_item (problems, 0);
  if (problem == NULL)
    return;
  switch (seven_problem_get_fix_kind (problem)) {
  case SEVEN_FIX_SAFE:
  case SEVEN_FIX_OFFER:
    seven_document_fix (self->document, problem);
    break;
  case SEVEN_FIX_NONE:
  case SEVEN_FIX_GO:
  default:
    seven_window_go_to_problem (self, problem);
  }
}

static void
show_pane_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SevenWindow *self = user_data;
  const char *pane = g_variant_get_string (parameter, NULL);
  const char *const panes[] = { "form", "json", "preview", "test", "problems", NULL };
  GtkWidget *stack;
  GtkWidget *child;
  GtkWidget *focus;

  if (!g_strv_contains (panes, pane))
    return;
  seven_window_show_pane (self, pane);
  /* The stack may have moved it along: once more would be one too far. */
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  stack = self->end_visible ? self->right_stack : self->left_stack;
  child = adw_view_stack_get_visible_child (ADW_VIEW_STACK (stack));
  if (child != NULL && (focus == NULL || !gtk_widget_is_ancestor (focus, child)))
    gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

static void
send_test_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SevenWindow *self = user_data;

  seven_window_show_pane (self, "test");
  seven_test_pane_send (self->test_pane);
}

static void
stop_test_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  seven_test_run_stop (SEVEN_WINDOW (user_data)->test_run);
}

static void
test_all_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  seven_window_test_all (user_data);
}

static void
check_key_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SevenWindow *self = user_data;

  seven_window_show_pane (self, "form");
  seven_form_pane_focus_check (self->form_pane);
  seven_key_check_run (seven_connection_get_check (self->connection));
}

static const GActionEntry entries[] = {
  { .name = "undo", .activate = undo_cb },
  { .name = "redo", .activate = redo_cb },
  { .name = "save", .activate = save_cb },
  { .name = "save-as", .activate = save_as_cb },
  { .name = "copy-json", .activate = copy_json_cb },
  { .name = "copy-without-key", .activate = copy_without_key_cb },
  { .name = "fix-all", .activate = fix_all_cb },
  { .name = "fix-problem", .activate = fix_problem_cb },
  { .name = "format", .activate = format_cb },
  { .name = "find", .activate = find_cb },
  { .name = "go-to-syntax-problem", .activate = go_to_syntax_problem_cb },
  { .name = "next-problem", .activate = next_problem_cb },
  { .name = "previous-problem", .activate = previous_problem_cb },
  { .name = "show-pane", .activate = show_pane_cb, .parameter_type = "s" },
  { .name = "check-key", .activate = check_key_cb },
  { .name = "send-test", .activate = send_test_cb },
  { .name = "stop-test", .activate = stop_test_cb },
  { .name = "test-all", .activate = test_all_cb },
};

static void
enable_by (SevenWindow *self, const char *action, gpointer source, const char *property, GBindingFlags flags)
{
  g_object_bind_property (source, property, g_action_map_lookup_action (G_ACTION_MAP (self), action),
      "enabled", G_BINDING_SYNC_CREATE | flags);
}

void
seven_window_add_actions (SevenWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  enable_by (self, "undo", self->document, "can-undo", G_BINDING_DEFAULT);
  enable_by (self, "redo", self->document, "can-redo", G_BINDING_DEFAULT);
  enable_by (self, "save", self->document, "modified", G_BINDING_DEFAULT);
  enable_by (self, "fix-all", self->document, "has-safe-fixes", G_BINDING_DEFAULT);
  enable_by (self, "go-to-syntax-problem", self->document, "valid", G_BINDING_INVERT_BOOLEAN);
  enable_by (self, "check-key", seven_connection_get_check (self->connection), "ready", G_BINDING_DEFAULT);
  enable_by (self, "stop-test", self->test_run, "sending", G_BINDING_DEFAULT);
  enable_by (self, "test-all", self->test_run, "series-ready", G_BINDING_DEFAULT);
}

/* These stand here and not among the application's accelerators because those come before the focused widget: a
 * field with an undo of its own and a popover that Escape closes come first. */
void
seven_window_install_shortcuts (GtkWidgetClass *widget_class)
{
  const GdkModifierType shift = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, shift, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.stop-test", NULL);
}

void
seven_window_show_pane (SevenWindow *self, const char *pane)
{
  g_object_set (self, "pane", pane, NULL);
}

/* Into the form where that is what the person looks at and it has the field, else into the text. */
void
seven_window_go_to_problem (SevenWindow *self, SevenProblem *problem)
{
  gboolean in_form = g_str_equal (self->left_pane, "form");

  g_set_object (&self->current_problem, problem);
  if (in_form && seven_document_get_config (self->document) != NULL &&
      seven_form_pane_reveal_problem (self->form_pane, problem)) {
    seven_window_show_pane (self, "form");
    return;
  }
  seven_window_show_pane (self, "json");
  seven_json_pane_select_range (self->json_pane, seven_problem_get_range (problem));
}
