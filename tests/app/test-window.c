/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "window-test.h"

#include "seven-adaptive-paned.h"
#include "seven-connection.h"
#include "seven-preview.h"
#include "seven-template-editor.h"
#include "seven-template-row.h"

#include <gtksourceview/gtksource.h>

static void
assert_property (gpointer object, const char *property, const char *expected)
{
  g_autofree char *value = NULL;

  g_object_get (object, property, &value, NULL);
  g_assert_cmpstr (value, ==, expected);
}

static void
test_first_start (Fixture *self, gconstpointer data)
{
  g_assert_true (seven_window_is_pristine (self->window));
  assert_property (self->window, "title", "New Config");
  assert_property (self->window, "left-pane", "form");
  assert_property (self->window, "right-pane", "test");
  g_assert_nonnull (find_button (self->window, "Send _Test SMS"));
  g_assert_false (is_enabled (self->window, "save"));
  g_assert_false (is_enabled (self->window, "undo"));
  g_assert_false (is_enabled (self->window, "stop-test"));
  g_assert_cmpuint (g_list_model_get_n_items (seven_document_get_templates (self->document)), ==, 8);
}

static void
test_properties (Fixture *self, gconstpointer data)
{
  assert_string_contract (self->window, "left-pane", "json");
  assert_string_contract (self->window, "right-pane", "problems");
  assert_string_contract (self->window, "pane", "form");
  assert_boolean_contract (self->window, "end-visible", TRUE);
}

static void
test_panes (Fixture *self, gconstpointer data)
{
  const char *const panes[] = { "json", "preview", "problems", "form", "test" };

  for (gsize i = 0; i < G_N_ELEMENTS (panes); i++) {
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-pane", "s", panes[i]);
    assert_property (self->window, "pane", panes[i]);
  }
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-pane", "s", "no such pane");
  assert_property (self->window, "pane", "test");
}

static gboolean
is_folded (gpointer paned)
{
  return seven_adaptive_paned_get_folded (paned);
}

static gboolean
is_unfolded (gpointer paned)
{
  return !seven_adaptive_paned_get_folded (paned);
}

static void
test_narrow (Fixture *self, gconstpointer data)
{
  GtkWidget *paned = find_type (self->window, SEVEN_TYPE_ADAPTIVE_PANED);
  int minimum;
  int position;
  int position_after;

  g_assert_false (is_folded (paned));
  g_object_get (paned, "position", &position, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 600, 640);
  wait_for (is_folded, paned);
  gtk_widget_measure (GTK_WIDGET (self->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 400);
  g_assert_nonnull (find_button (self->window, "Send _Test SMS"));
  g_assert_null (find_row (self->window, "Sender"));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-pane", "s", "form");
  g_assert_nonnull (find_row (self->window, "Sender"));
  g_assert_null (find_button (self->window, "Send _Test SMS"));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1100, 640);
  wait_for (is_unfolded, paned);
  g_object_get (paned, "position", &position_after, NULL);
  g_assert_cmpint (position_after, ==, position);
  g_assert_nonnull (find_button (self->window, "Send _Test SMS"));
  g_assert_nonnull (find_row (self->window, "Sender"));
}

static void
test_form_edits_text (Fixture *self, gconstpointer data)
{
  GtkWidget *sender = find_row (self->window, "Sender");

  gtk_editable_set_text (GTK_EDITABLE (sender), "Acme Shop");
  g_assert_nonnull (strstr (seven_document_get_text (self->document, NULL), "\"from\": \"Acme Shop\""));
  assert_property (self->window, "title", "• New Config");
  g_assert_false (seven_window_is_pristine (self->window));
  g_assert_true (is_enabled (self->window, "save"));
  activate (self->window, "win.undo");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (sender)), ==, "Acme");
  assert_property (self->window, "title", "New Config");
  activate (self->window, "win.redo");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (sender)), ==, "Acme Shop");
}

static void
test_problems_come_and_go (Fixture *self, gconstpointer data)
{
  GtkWidget *sender = find_row (self->window, "Sender");
  guint before;
  guint n_warnings;

  g_object_get (self->document, "n-warnings", &before, NULL);
  gtk_editable_set_text (GTK_EDITABLE (sender), "");
  g_object_get (self->document, "n-warnings", &n_warnings, NULL);
  g_assert_cmpuint (n_warnings, ==, before + 1);
  gtk_editable_set_text (GTK_EDITABLE (sender), "Acme");
  g_object_get (self->document, "n-warnings", &n_warnings, NULL);
  g_assert_cmpuint (n_warnings, ==, before);
}

/* The field itself says that something is wrong with it, and what. */
static void
test_marked_fields (Fixture *self, gconstpointer data)
{
  GtkWidget *sender = find_row (self->window, "Sender");
  GtkWidget *key = find_row (self->window, "API Key");

  g_assert_true (gtk_widget_has_css_class (key, "warning"));
  g_assert_false (gtk_widget_has_css_class (sender, "warning"));
  gtk_editable_set_text (GTK_EDITABLE (sender), "Acme Company");
  g_assert_true (gtk_widget_has_css_class (sender, "error"));
  g_assert_nonnull (find_shown (sender, &(Wanted){ GTK_TYPE_IMAGE, "icon-name", "dialog-error-symbolic" }));
  gtk_editable_set_text (GTK_EDITABLE (sender), "");
  g_assert_true (gtk_widget_has_css_class (sender, "warning"));
  g_assert_false (gtk_widget_has_css_class (sender, "error"));
  gtk_editable_set_text (GTK_EDITABLE (sender), "Acme");
  g_assert_false (gtk_widget_has_css_class (sender, "warning"));
  g_assert_null (find_shown (sender, &(Wanted){ GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic" }));
}

static void
test_template_editor (Fixture *self, gconstpointer data)
{
  GtkWidget *editor = find_type (self->window, SEVEN_TYPE_TEMPLATE_EDITOR);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
  g_autoptr (SevenTemplateItem) item =
      g_list_model_get_item (seven_document_get_templates (self->document), 0);
  int cursor;

  assert_string_contract (editor, "content", "Yours: {{code}}, é");
  g_assert_cmpstr (seven_template_item_get_content (item), ==, "Yours: {{code}}, é");
  g_object_get (buffer, "cursor-position", &cursor, NULL);
  gtk_text_buffer_insert_at_cursor (buffer, "!", -1);
  g_assert_nonnull (strchr (seven_template_item_get_content (item), '!'));
  seven_template_item_set_content (item, "Yours: {{code}}");
  assert_property (editor, "content", "Yours: {{code}}");
  g_assert_false (gtk_text_view_get_accepts_tab (GTK_TEXT_VIEW (editor)));
}

static guint
count_templates (Fixture *self)
{
  return g_list_model_get_n_items (seven_document_get_templates (self->document));
}

static void
test_template_menu (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find_type (self->window, SEVEN_TYPE_TEMPLATE_ROW);
  g_autoptr (SevenTemplateItem) first = NULL;

  g_assert_cmpuint (count_templates (self), ==, 8);
  activate (row, "template.duplicate");
  g_assert_cmpuint (count_templates (self), ==, 9);
  activate (row, "template.remove");
  g_assert_cmpuint (count_templates (self), ==, 8);
  row = find_type (self->window, SEVEN_TYPE_TEMPLATE_ROW);
  activate (row, "template.move-down");
  first = g_list_model_get_item (seven_document_get_templates (self->document), 0);
  g_assert_cmpstr (seven_template_item_get_usage (first), ==, "Register");
}

static void
test_add_missing (Fixture *self, gconstpointer data)
{
  const char *empty = "{\"apiKey\": \"k\", \"from\": \"Acme\", \"templates\": []}";
  GtkWidget *pane = find_type (self->window, SEVEN_TYPE_TEMPLATE_ROW);

  seven_document_reset (self->document, empty, strlen (empty), NULL, NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  pane = find_button (self->window, "_Add All Missing");
  click (pane);
  g_assert_cmpuint (count_templates (self), ==, 8);
  activate (self->window, "win.undo");
  g_assert_cmpuint (count_templates (self), ==, 0);
}

static GtkTextBuffer *
show_json (Fixture *self)
{
  GtkWidget *view;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-pane", "s", "json");
  view = find_type (self->window, GTK_SOURCE_TYPE_VIEW);
  g_assert_nonnull (view);
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

static void
assert_same (Fixture *self, GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  assert_text (self->document, text);
}

static void
test_json_is_made_late (Fixture *self, gconstpointer data)
{
  g_assert_null (find_type (self->window, GTK_SOURCE_TYPE_VIEW));
  assert_same (self, show_json (self));
}

static void
edit_buffer (GtkTextBuffer *buffer, GRand *random, const char *piece)
{
  int n_chars = gtk_text_buffer_get_char_count (buffer);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, g_rand_int_range (random, 0, n_chars + 1));
  if (g_rand_boolean (random)) {
    gtk_text_buffer_insert (buffer, &start, piece, -1);
    return;
  }
  end = start;
  gtk_text_iter_forward_chars (&end, g_rand_int_range (random, 0, 9));
  gtk_text_buffer_delete (buffer, &start, &end);
}

/* Whatever is typed, and whatever the document does by itself: both hold the same text. */
static void
test_json_stays_in_step (Fixture *self, gconstpointer data)
{
  const char *const pieces[] = { "x", "é", "😀", "\n", "\r\n", "{{code}}", "\"",
    "a longer piece — with a dash" };
  GtkTextBuffer *buffer = show_json (self);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int i = 0; i < 300; i++) {
    switch (g_rand_int_range (random, 0, 6)) {
    case 0:
      seven_document_undo (self->document);
      break;
    case 1:
      seven_document_redo (self->document);
      break;
    case 2:
      seven_document_set_sender (self->document, pieces[g_rand_int_range (random, 0, 3)]);
      break;
    default:
      edit_buffer (buffer, random, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
    }
    assert_same (self, buffer);
  }
}

static void
test_json_bears_nul (Fixture *self, gconstpointer data)
{
  const char text[] = "{\"apiKey\": \"\0k\", \"from\": \"Acme\"}";
  GtkTextBuffer *buffer = show_json (self);
  GtkTextIter start;
  gsize length;

  seven_document_reset (self->document, text, sizeof text - 1, NULL, NULL);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, (int) sizeof text - 1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 14);
  gtk_text_buffer_insert (buffer, &start, "é", -1);
  g_assert_cmpmem (seven_document_get_text (self->document, &length), 16, "{\"apiKey\": \"\0ké", 16);
  g_assert_cmpuint (length, ==, sizeof text - 1 + 2);
}

static void
test_invalid (Fixture *self, gconstpointer data)
{
  GtkTextBuffer *buffer = show_json (self);
  GtkWidget *sender;

  gtk_text_buffer_insert_at_cursor (buffer, "{", -1);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-pane", "s", "form");
  sender = find_row (self->window, "Sender");
  g_assert_false (gtk_widget_is_sensitive (sender));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (sender)), ==, "Acme");
  g_assert_true (is_enabled (self->window, "go-to-syntax-problem"));
  activate (self->window, "win.go-to-syntax-problem");
  assert_property (self->window, "pane", "json");
  activate (self->window, "win.undo");
  g_assert_true (gtk_widget_is_sensitive (sender));
  g_assert_false (is_enabled (self->window, "go-to-syntax-problem"));
}

static gboolean
has_selection (gpointer buffer)
{
  return gtk_text_buffer_get_has_selection (buffer);
}

static void
test_problem_keys (Fixture *self, gconstpointer data)
{
  const char *flawed = "{\"apiKey\": \" k \", \"from\": \"Acme\", \"templates\": []}";
  GtkTextBuffer *buffer = show_json (self);
  guint before;
  guint after;

  seven_document_reset (self->document, flawed, strlen (flawed), NULL, NULL);
  g_object_get (self->document, "n-problems", &before, NULL);
  g_assert_cmpuint (before, >, 1);
  activate (self->window, "win.next-problem");
  wait_for (has_selection, buffer);
  activate (self->window, "win.next-problem");
  activate (self->window, "win.previous-problem");
  g_assert_true (is_enabled (self->window, "fix-all"));
  activate (self->window, "win.fix-all");
  g_object_get (self->document, "n-problems", &after, NULL);
  g_assert_cmpuint (after, <, before);
  g_assert_false (is_enabled (self->window, "fix-all"));
  activate (self->window, "win.fix-problem");
  g_assert_cmpuint (count_templates (self), >, 0);
}

typedef struct
{
  char *text;
  gboolean done;
} Clip;

static void
clip_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Clip *clip = user_data;

  clip->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
  clip->done = TRUE;
}

static gboolean
is_read (gpointer clip)
{
  return ((Clip *) clip)->done;
}

static char *
read_clipboard (Fixture *self)
{
  Clip clip = { NULL, FALSE };

  gdk_clipboard_read_text_async (
      gtk_widget_get_clipboard (GTK_WIDGET (self->window)), NULL, clip_read_cb, &clip);
  wait_for (is_read, &clip);
  return clip.text;
}

static void
test_copy (Fixture *self, gconstpointer data)
{
  g_autofree char *with_key = NULL;
  g_autofree char *without_key = NULL;

  activate (self->window, "win.copy-json");
  with_key = read_clipboard (self);
  assert_text (self->document, with_key);
  activate (self->window, "win.copy-without-key");
  without_key = read_clipboard (self);
  g_assert_null (strstr (without_key, "apiKey"));
  g_assert_nonnull (strstr (without_key, "templates"));
}

static gboolean
has_result (gpointer run)
{
  g_autoptr (GObject) result = NULL;

  g_object_get (run, "result", &result, NULL);
  return result != NULL;
}

static void
test_send (Fixture *self, gconstpointer data)
{
  g_autoptr (SevenTestRun) run = NULL;
  g_autoptr (GObject) result = NULL;

  g_object_get (self->window, "test-run", &run, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-pane", "s", "preview");
  activate (self->window, "win.send-test");
  assert_property (self->window, "right-pane", "test");
  wait_for (has_result, run);
  g_object_get (run, "result", &result, NULL);
  assert_property (result, "code", "900");
}

static void
test_find (Fixture *self, gconstpointer data)
{
  GtkWidget *entry;
  GtkTextBuffer *buffer = show_json (self);

  activate (self->window, "win.find");
  entry = find_type (self->window, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Register");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_text_buffer_get_has_selection (buffer));
}

/* What was left narrow opens narrow: it is folded before it is first measured. */
static void
test_opens_narrow (void)
{
  GtkWidget *paned = g_object_new (SEVEN_TYPE_ADAPTIVE_PANED, "threshold", 720, NULL);
  GtkWidget *window = g_object_new (GTK_TYPE_WINDOW, "child", paned, NULL);

  assert_boolean (paned, "folded", FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 300);
  assert_boolean (paned, "folded", TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 720, 300);
  assert_boolean (paned, "folded", FALSE);
  assert_freed_with (window, paned);
}

/* The next window starts with the country that was chosen in this one. */
static void
test_destination_stays (Fixture *self, gconstpointer data)
{
  g_autoptr (SevenPreview) preview = NULL;
  g_autoptr (SevenPreview) other = NULL;

  g_object_get (self->window, "preview", &preview, NULL);
  assert_property (preview, "country", "");
  g_object_set (preview, "country", "DE", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (self->application), "new", NULL);
  g_object_get (get_window (self), "preview", &other, NULL);
  g_assert_true (other != preview);
  assert_property (other, "country", "DE");
  g_object_set (other, "country", "", NULL);
  assert_property (preview, "country", "DE");
}

static gboolean
has_failed (gpointer check)
{
  gboolean failed;

  g_object_get (check, "failed", &failed, NULL);
  return failed;
}

/* The menu leads to where the answer is shown. */
static void
test_check_key (Fixture *self, gconstpointer data)
{
  g_autoptr (ScriptGateway) gateway = create_gateway ();
  g_autoptr (SevenGatewayChoice) choice =
      seven_gateway_choice_new ("seven", "seven", "A real SMS", TRUE, SEVEN_GATEWAY (gateway));
  g_autoptr (SevenConnection) connection = NULL;

  g_list_store_append (self->gateways, choice);
  g_object_get (self->window, "connection", &connection, NULL);
  g_assert_false (is_enabled (self->window, "check-key"));
  seven_document_set_api_key (self->document, "example-key-not-real");
  g_assert_true (is_enabled (self->window, "check-key"));
  g_object_set (self->window, "pane", "json", NULL);
  activate (self->window, "win.check-key");
  wait_for (has_failed, seven_connection_get_check (connection));
  assert_string (self->window, "pane", "form");
}

/* A key press leads to the first thing in a pane, also one that was not shown before. */
static void
test_panes_take_focus (Fixture *self, gconstpointer data)
{
  GtkWidget *focus;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-pane", "s", "preview");
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (GTK_IS_TEXT (focus));
  assert_name (gtk_widget_get_parent (focus), "Sample code");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-pane", "s", "form");
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, ADW_TYPE_PASSWORD_ENTRY_ROW));
}

/* Whoever clicks a notification comes back to its window, where that is still there. */
static void
test_present_window (Fixture *self, gconstpointer data)
{
  guint id = gtk_application_window_get_id (GTK_APPLICATION_WINDOW (self->window));

  gtk_widget_hide (GTK_WIDGET (self->window));
  g_action_group_activate_action (
      G_ACTION_GROUP (self->application), "present-window", g_variant_new_uint32 (id + 1));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self->window)));
  g_action_group_activate_action (
      G_ACTION_GROUP (self->application), "present-window", g_variant_new_uint32 (id));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->window)));
}

static void
add_tests (void)
{
#define ADD(path, func) g_test_add ("/window/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("first-start", test_first_start);
  ADD ("properties", test_properties);
  ADD ("panes", test_panes);
  ADD ("narrow", test_narrow);
  g_test_add_func ("/window/opens-narrow", test_opens_narrow);
  ADD ("form-edits-text", test_form_edits_text);
  ADD ("marked-fields", test_marked_fields);
  ADD ("problems-come-and-go", test_problems_come_and_go);
  ADD ("template-editor", test_template_editor);
  ADD ("template-menu", test_template_menu);
  ADD ("add-missing", test_add_missing);
  ADD ("json-is-made-late", test_json_is_made_late);
  ADD ("json-stays-in-step", test_json_stays_in_step);
  ADD ("json-bears-nul", test_json_bears_nul);
  ADD ("invalid", test_invalid);
  ADD ("problem-keys", test_problem_keys);
  ADD ("copy", test_copy);
  ADD ("send", test_send);
  ADD ("find", test_find);
  ADD ("destination-stays", test_destination_stays);
  ADD ("check-key", test_check_key);
  ADD ("panes-take-focus", test_panes_take_focus);
  ADD ("present-window", test_present_window);
#undef ADD
}

int
main (int argc, char *argv[])
{
  return run_window_tests (argc, argv, add_tests);
}
