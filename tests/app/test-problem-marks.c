/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "window-test.h"

#include "seven-problem-gutter.h"
#include "seven-problem-popover.h"
#include "seven-problem-row.h"

#include <gtksourceview/gtksource.h>

#define SIGN_IN "{\"usageType\": \"SignIn\", \"content\": \"{{ code }} signs you in.\"}"
#define REGISTER "{\"usageType\": \"Register\", \"content\": \"{{Code}} is your code.\"}"
/* Something to fix on two of its lines. */
#define TEXT \
  "{\n\"apiKey\": \"k\",\n\"from\": \"Acme\",\n\"templates\": [\n" SIGN_IN ",\n" REGISTER "\n]\n}\n"
#define LINE_OF_SIGN_IN 4
#define LINE_OF_REGISTER 5

typedef struct
{
  Fixture window;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkSourceGutterRenderer *gutter;
} Marks;

static void
set_up_marks (Marks *self, gconstpointer data)
{
  set_up (&self->window, data);
  seven_document_reset (self->window.document, TEXT, strlen (TEXT), NULL, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window.window), "win.show-pane", "s", "json");
  self->view = GTK_TEXT_VIEW (find_type (self->window.window, GTK_SOURCE_TYPE_VIEW));
  g_assert_nonnull (self->view);
  self->buffer = gtk_text_view_get_buffer (self->view);
  self->gutter = GTK_SOURCE_GUTTER_RENDERER (find_type (self->window.window, SEVEN_TYPE_PROBLEM_GUTTER));
  g_assert_nonnull (self->gutter);
}

static void
tear_down_marks (Marks *self, gconstpointer data)
{
  tear_down (&self->window, data);
}

static gboolean
has_mark (Marks *self, int line)
{
  const GdkRectangle area = { 0, 0, 1, 1 };
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (self->buffer, &iter, line);
  return gtk_source_gutter_renderer_query_activatable (self->gutter, &iter, (GdkRectangle *) &area);
}

static gboolean
is_marked (gpointer user_data)
{
  return has_mark (user_data, LINE_OF_SIGN_IN) && has_mark (user_data, LINE_OF_REGISTER);
}

static void
click_mark (Marks *self, int line)
{
  GdkRectangle area = { 0, 0, 1, 1 };
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (self->buffer, &iter, line);
  gtk_source_gutter_renderer_activate (self->gutter, &iter, &area, 1, 0, 1);
}

static gboolean
has_popover (gpointer user_data)
{
  Marks *self = user_data;

  return find_type (self->window.window, SEVEN_TYPE_PROBLEM_POPOVER) != NULL;
}

static gboolean
has_no_popover (gpointer user_data)
{
  return !has_popover (user_data);
}

static void
assert_selected (Marks *self, const char *expected)
{
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_text_has (Marks *self, const char *piece)
{
  assert_contains (seven_document_get_text (self->window.document, NULL), piece);
}

/* A click in the margin selects what is wrong, says what, and offers the fix; the other line stays as it is. */
static void
test_margin (Marks *self, gconstpointer data)
{
  GtkWidget *popover;

  wait_for (is_marked, self);
  g_assert_false (has_mark (self, 1));
  click_mark (self, LINE_OF_REGISTER);
  wait_for (has_popover, self);
  assert_selected (self, "{{Code}}");
  popover = find_type (self->window.window, SEVEN_TYPE_PROBLEM_POPOVER);
  g_assert_nonnull (find_type (popover, SEVEN_TYPE_PROBLEM_ROW));
  click (find_button (popover, "Fix"));
  wait_for (has_no_popover, self);
  assert_text_has (self, "{{code}} is your code.");
  assert_text_has (self, "{{ code }} signs you in.");
  activate (self->window.window, "win.undo");
  assert_text (self->window.document, TEXT);
}

static void
test_margin_without_mark (Marks *self, gconstpointer data)
{
  wait_for (is_marked, self);
  click_mark (self, 1);
  g_assert_false (has_popover (self));
}

/* It would show what is no longer so. */
static void
test_margin_and_edit (Marks *self, gconstpointer data)
{
  wait_for (is_marked, self);
  click_mark (self, LINE_OF_SIGN_IN);
  wait_for (has_popover, self);
  seven_document_set_sender (self->window.document, "Other");
  wait_for (has_no_popover, self);
}

static gboolean
is_first_line_marked (gpointer user_data)
{
  return has_mark (user_data, 0);
}

/* The first few of many, and how many more there are. */
static void
test_margin_of_many (Marks *self, gconstpointer data)
{
  const char *text = "{\"apiKey\": \"k\", \"from\": \"Acme\", \"templates\": [" SIGN_IN "]}";
  guint n_problems;
  g_autofree char *more = NULL;

  seven_document_reset (self->window.document, text, strlen (text), NULL, NULL);
  n_problems = count_items (seven_document_get_problems (self->window.document));
  g_assert_cmpuint (n_problems, >, 6);
  more = g_strdup_printf ("%u more on this line, see Problems", n_problems - 5);
  wait_for (is_first_line_marked, self);
  click_mark (self, 0);
  wait_for (has_popover, self);
  g_assert_nonnull (find_label (find_type (self->window.window, SEVEN_TYPE_PROBLEM_POPOVER), more));
}

static gboolean
view_has_focus (gpointer user_data)
{
  return gtk_widget_is_focus (user_data);
}

/* In the text the key fixes what the cursor stands in, wherever one went last. */
static void
test_key_at_cursor (Marks *self, gconstpointer data)
{
  GtkTextIter iter;

  activate (self->window.window, "win.next-problem");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  wait_for (view_has_focus, self->view);
  gtk_text_buffer_get_iter_at_line_offset (
      self->buffer, &iter, LINE_OF_REGISTER, (int) (strstr (REGISTER, "Code}}") - REGISTER));
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  activate (self->window.window, "win.fix-problem");
  assert_text_has (self, "{{code}} is your code.");
  assert_text_has (self, "{{ code }} signs you in.");
}

static char *
dup_tooltip (Marks *self, int line, const char *text, const char *piece)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  GtkTextIter iter;
  gboolean shown;

  gtk_text_buffer_get_iter_at_line_offset (self->buffer, &iter, line, (int) (strstr (text, piece) - text));
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  g_signal_emit_by_name (self->view, "query-tooltip", 0, 0, TRUE, tooltip, &shown);
  return g_strdup (shown ? "shown" : NULL);
}

static void
test_words (Marks *self, gconstpointer data)
{
  g_autofree char *there = dup_tooltip (self, LINE_OF_SIGN_IN, SIGN_IN, "code }}");
  g_autofree char *beside = dup_tooltip (self, 1, "\"apiKey\": \"k\"", "apiKey");

  g_assert_nonnull (there);
  g_assert_null (beside);
}

static void
test_steps (Marks *self, gconstpointer data)
{
  g_autofree char *first = NULL;
  GtkTextIter start;
  GtkTextIter end;

  activate (self->window.window, "win.next-problem");
  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  first = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  activate (self->window.window, "win.next-problem");
  activate (self->window.window, "win.previous-problem");
  assert_selected (self, first);
}

static void
add_tests (void)
{
#define ADD(path, func) g_test_add ("/problem-marks/" path, Marks, NULL, set_up_marks, func, tear_down_marks)
  ADD ("margin", test_margin);
  ADD ("margin-without-mark", test_margin_without_mark);
  ADD ("margin-of-many", test_margin_of_many);
  ADD ("margin-and-edit", test_margin_and_edit);
  ADD ("key-at-cursor", test_key_at_cursor);
  ADD ("words", test_words);
  ADD ("steps", test_steps);
#undef ADD
}

int
main (int argc, char *argv[])
{
  return run_window_tests (argc, argv, add_tests);
}
