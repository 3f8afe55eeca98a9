/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "window-test.h"

#include "seven-delivery-view.h"
#include "seven-history-window.h"

static GtkWidget *
find_history (Fixture *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self->application)); item != NULL;
       item = item->next) {
    if (SEVEN_IS_HISTORY_WINDOW (item->data))
      return item->data;
  }
  return NULL;
}

static SevenHistoryList *
get_list (GtkWidget *history)
{
  g_autoptr (SevenHistoryList) list = NULL;

  g_object_get (history, "list", &list, NULL);
  /* The window holds it on. */
  return list;
}

static gboolean
is_answered (gpointer user_data)
{
  gboolean loading;

  g_object_get (user_data, "loading", &loading, NULL);
  return !loading;
}

static GtkWidget *
open_history (Fixture *self)
{
  GtkWidget *history;

  g_action_group_activate_action (G_ACTION_GROUP (self->application), "show-history", NULL);
  history = find_history (self);
  g_assert_nonnull (history);
  wait_for (is_answered, get_list (history));
  gtk_test_widget_wait_for_draw (history);
  return history;
}

static void
put (Fixture *self, guint n_entries)
{
  fake_history_store_put_many (self->tests, n_entries, g_get_real_time ());
}

static void
choose (GtkWidget *history, guint position)
{
  GtkListView *view = GTK_LIST_VIEW (find_type (history, GTK_TYPE_LIST_VIEW));

  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (view)), position);
}

static SevenRunRecord *
get_record (GtkWidget *history)
{
  g_autoptr (SevenRunRecord) record = NULL;

  g_object_get (history, "record", &record, NULL);
  return record;
}

static gint64
get_chosen_id (GtkWidget *history)
{
  SevenRunRecord *record = get_record (history);

  return record != NULL ? seven_run_record_get_id (record) : 0;
}

static AdwMessageDialog *
find_question (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
    g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

    if (ADW_IS_MESSAGE_DIALOG (toplevel))
      return ADW_MESSAGE_DIALOG (toplevel);
  }
  return NULL;
}

static GtkWidget *
find_icon_button (GtkWidget *history, const char *icon)
{
  return find_shown (history, &(Wanted){ GTK_TYPE_BUTTON, "icon-name", icon });
}

static void
answer (const char *heading, const char *response)
{
  AdwMessageDialog *dialog = find_question ();

  g_assert_nonnull (dialog);
  assert_string (dialog, "heading", heading);
  g_assert_cmpstr (adw_message_dialog_get_default_response (dialog), ==, "cancel");
  g_assert_cmpstr (adw_message_dialog_get_close_response (dialog), ==, "cancel");
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_open (Fixture *self, gconstpointer data)
{
  GtkWidget *history;

  put (self, 3);
  history = open_history (self);
  g_assert_true (open_history (self) == history);
  assert_string (history, "title", "Test History");
  g_assert_nonnull (find_label (history, "3 tests"));
  g_assert_nonnull (find_label (history, "SMS accepted"));
  g_assert_nonnull (find_label (history, "Generic · +447…23 · United Kingdom"));
  g_assert_nonnull (find_label (history, "Choose a test to see all that is known of it."));
  choose (history, 0);
  g_assert_null (find_label (history, "Choose a test to see all that is known of it."));
  g_assert_nonnull (find_label (history, "Logto would have reported success"));
  g_assert_nonnull (find_label (history, "1 predicted · 1 billed"));
  g_assert_nonnull (find_label (history, "Delivered to the phone"));
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  static const char *const forbidden[] = {
    "history.copy",
    "history.delete",
    "history.delete-all",
    "history.delete-found",
    "history.look-again",
    "history.test-again",
  };
  GtkWidget *history = open_history (self);

  g_assert_nonnull (find_label (history, "No Tests Yet"));
  for (gsize i = 0; i < G_N_ELEMENTS (forbidden); i++) {
    activate (history, forbidden[i]);
    g_assert_null (find_question ());
  }
  g_assert_false (gtk_widget_is_sensitive (find_icon_button (history, "user-trash-symbolic")));
  g_assert_false (gtk_widget_is_sensitive (find_icon_button (history, "edit-copy-symbolic")));
}

static gboolean
has_items (gpointer user_data)
{
  return g_list_model_get_n_items (user_data) > 0;
}

/* A test that is sent while the window is open comes to its top. */
static void
test_live (Fixture *self, gconstpointer data)
{
  GtkWidget *history = open_history (self);

  activate (self->window, "win.send-test");
  wait_for (has_items, get_list (history));
  gtk_test_widget_wait_for_draw (history);
  choose (history, 0);
  g_assert_nonnull (find_label (history, "900"));
}

static void
test_search (Fixture *self, gconstpointer data)
{
  GtkWidget *history;
  GtkWidget *entry;

  put (self, 3);
  history = open_history (self);
  entry = find_type (history, GTK_TYPE_SEARCH_ENTRY);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (history)), entry));
  choose (history, 1);
  gtk_widget_grab_focus (find_type (history, GTK_TYPE_LIST_VIEW));
  activate (history, "win.find");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (history)), entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Register");
  wait_for (is_answered, get_list (history));
  g_assert_nonnull (find_label (history, "No Tests Found"));
  g_assert_null (get_record (history));
  click (find_button (history, "_Show All"));
  wait_for (is_answered, get_list (history));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_nonnull (find_label (history, "3 tests"));
  /* What was chosen is chosen still. */
  g_assert_cmpint (get_chosen_id (history), ==, 2);
}

static void
test_filter (Fixture *self, gconstpointer data)
{
  SevenHistoryEntry *entry = fake_history_entry_new (g_get_real_time ());
  GtkWidget *history;
  GtkWidget *result;
  GtkWidget *gateway;

  put (self, 2);
  entry->state = SEVEN_STATE_REFUSED;
  fake_history_store_put (self->tests, entry);
  history = open_history (self);
  gateway = find_type (history, GTK_TYPE_DROP_DOWN);
  result = gtk_widget_get_next_sibling (gateway);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (result), 2);
  wait_for (is_answered, get_list (history));
  g_assert_nonnull (find_label (history, "1 test found"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (gateway), 2);
  wait_for (is_answered, get_list (history));
  g_assert_nonnull (find_label (history, "No Tests Found"));
  activate (history, "history.clear-filter");
  wait_for (is_answered, get_list (history));
  g_assert_nonnull (find_label (history, "3 tests"));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (result)), ==, 0);
}

static void
test_failure (Fixture *self, gconstpointer data)
{
  GtkWidget *history;

  self->tests->fault = g_strdup ("The history <is> in use.");
  history = open_history (self);
  g_assert_nonnull (find_label (history, "The History Cannot Be Read"));
  g_assert_nonnull (find_label (history, "The history &lt;is&gt; in use."));
  g_clear_pointer (&self->tests->fault, g_free);
  put (self, 1);
  click (find_button (history, "_Try Again"));
  wait_for (is_answered, get_list (history));
  g_assert_nonnull (find_label (history, "1 test"));
}

static void
test_notice (Fixture *self, gconstpointer data)
{
  GtkWidget *history;

  self->tests->notice = g_strdup ("A damaged history was put aside.");
  history = open_history (self);
  g_assert_nonnull (find_label (history, "A damaged history was put aside."));
  activate (history, "history.dismiss-notice");
  g_assert_null (find_label (history, "A damaged history was put aside."));
}

static gboolean
has_three (gpointer user_data)
{
  return g_list_model_get_n_items (user_data) == 3;
}

/* What is deleted is gone: so it is asked, and the next one is chosen. */
static void
test_delete (Fixture *self, gconstpointer data)
{
  GtkWidget *history;

  put (self, 4);
  history = open_history (self);
  choose (history, 1);
  activate (history, "history.delete");
  answer ("Delete This Test?", "cancel");
  g_assert_cmpuint (self->tests->ids->len, ==, 4);
  activate (history, "history.delete");
  answer ("Delete This Test?", "delete");
  wait_for (has_three, get_list (history));
  g_assert_null (fake_history_store_get (self->tests, 3));
  g_assert_cmpint (get_chosen_id (history), ==, 2);
  g_assert_nonnull (find_label (history, "Deleted"));
}

static void
test_delete_fails (Fixture *self, gconstpointer data)
{
  GtkWidget *history;

  put (self, 1);
  history = open_history (self);
  self->tests->fault = g_strdup ("The disk is full.");
  activate (history, "history.delete-all");
  answer ("Delete All Tests?", "delete");
  while (find_label (history, "The disk is full.") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (self->tests->ids->len, ==, 1);
}

static gboolean
is_empty (gpointer user_data)
{
  return g_list_model_get_n_items (user_data) == 0;
}

static void
test_delete_many (Fixture *self, gconstpointer data)
{
  SevenHistoryEntry *entry = fake_history_entry_new (g_get_real_time ());
  GtkWidget *history;

  put (self, 3);
  g_clear_pointer (&entry->gateway, g_free);
  entry->gateway = g_strdup ("old");
  fake_history_store_put (self->tests, entry);
  history = open_history (self);
  activate (history, "history.delete-found");
  g_assert_null (find_question ());
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_type (history, GTK_TYPE_DROP_DOWN)), 1);
  wait_for (is_answered, get_list (history));
  activate (history, "history.delete-found");
  answer ("Delete the 3 Tests Found?", "delete");
  wait_for (is_empty, get_list (history));
  g_assert_cmpuint (self->tests->ids->len, ==, 1);
  activate (history, "history.delete-all");
  answer ("Delete All Tests?", "delete");
  activate (history, "history.clear-filter");
  wait_for (is_answered, get_list (history));
  g_assert_cmpuint (self->tests->ids->len, ==, 0);
  g_assert_nonnull (find_label (history, "No Tests Yet"));
}

static void
keep (GtkWidget *history, guint days)
{
  g_assert_true (gtk_widget_activate_action (history, "history.keep", "u", days));
}

/* To keep them longer is done at once; to keep them shorter deletes, and is asked. */
static void
test_keep (Fixture *self, gconstpointer data)
{
  SevenHistory *tests = seven_session_get_history (self->session);
  GtkWidget *history = open_history (self);

  g_assert_cmpuint (seven_history_get_retention_days (tests), ==, SEVEN_HISTORY_RETENTION_DAYS);
  keep (history, 90);
  g_assert_cmpuint (seven_history_get_retention_days (tests), ==, 90);
  g_assert_null (find_question ());
  keep (history, 0);
  g_assert_cmpuint (seven_history_get_retention_days (tests), ==, 0);
  keep (history, 7);
  answer ("Delete Tests Older Than 7 Days?", "cancel");
  g_assert_cmpuint (seven_history_get_retention_days (tests), ==, 0);
  keep (history, 30);
  answer ("Delete Tests Older Than 30 Days?", "delete");
  g_assert_cmpuint (seven_history_get_retention_days (tests), ==, 30);
}

static void
text_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

static gboolean
is_set (gpointer user_data)
{
  return *(char **) user_data != NULL;
}

static void
test_copy (Fixture *self, gconstpointer data)
{
  GtkWidget *history;
  g_autofree char *text = NULL;

  put (self, 1);
  history = open_history (self);
  choose (history, 0);
  activate (history, "history.copy");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (history), NULL, text_read_cb, &text);
  wait_for (is_set, &text);
  assert_contains (text, "Accepted: 100, SMS accepted");
  assert_contains (text, "+447…23");
}

static SevenTestRun *
get_run (Fixture *self)
{
  g_autoptr (SevenTestRun) run = NULL;

  g_object_get (self->window, "test-run", &run, NULL);
  return run;
}

/* The gateway and the template are chosen; the number the history does not know. */
static void
test_again (Fixture *self, gconstpointer data)
{
  SevenHistoryEntry *entry = fake_history_entry_new (g_get_real_time ());
  GtkWidget *history;
  g_autoptr (SevenTemplateItem) template = NULL;

  g_clear_pointer (&entry->usage, g_free);
  entry->usage = g_strdup ("Register");
  fake_history_store_put (self->tests, entry);
  history = open_history (self);
  choose (history, 0);
  g_object_set (self->window, "pane", "form", NULL);
  activate (history, "history.test-again");
  assert_string (self->window, "right-pane", "test");
  g_object_get (get_run (self), "template", &template, NULL);
  g_assert_cmpstr (seven_template_item_get_usage (template), ==, "Register");
  g_assert_nonnull (find_label (self->window, "Enter the recipient: the history does not keep numbers"));
}

static void
test_again_without_template (Fixture *self, gconstpointer data)
{
  SevenHistoryEntry *entry = fake_history_entry_new (g_get_real_time ());
  GtkWidget *history;

  g_clear_pointer (&entry->usage, g_free);
  entry->usage = g_strdup ("Another");
  fake_history_store_put (self->tests, entry);
  history = open_history (self);
  choose (history, 0);
  activate (history, "history.test-again");
  g_assert_nonnull (find_label (
      self->window, "This config has no template for Another. Choose one, and enter the recipient."));
}

/* Asking for the report needs the gateway and its key; whoever chooses another test stops it. */
static void
test_look_again (Fixture *self, gconstpointer data)
{
  GtkWidget *history;
  SevenHistoryEntry *entry;

  put (self, 1);
  for (guint i = 0; i < 2; i++) {
    entry = fake_history_entry_new (g_get_real_time ());
    entry->delivery = SEVEN_DELIVERY_TRANSMITTED;
    g_clear_pointer (&entry->gateway, g_free);
    entry->gateway = g_strdup (i == 0 ? "elsewhere" : "sandbox");
    fake_history_store_put (self->tests, entry);
  }
  history = open_history (self);
  choose (history, 2);
  g_assert_null (find_button (history, "_Look Again"));
  choose (history, 1);
  click (find_button (history, "_Look Again"));
  g_assert_nonnull (find_label (history, "The gateway of this test is not known here"));
  g_assert_null (find_type (history, SEVEN_TYPE_DELIVERY_VIEW));
  choose (history, 0);
  click (find_button (history, "_Look Again"));
  g_assert_nonnull (find_type (history, SEVEN_TYPE_DELIVERY_VIEW));
  g_assert_null (find_button (history, "_Look Again"));
  choose (history, 2);
  g_assert_null (find_type (history, SEVEN_TYPE_DELIVERY_VIEW));
}

static gboolean
shows_details (gpointer user_data)
{
  g_autofree char *page = NULL;

  g_object_get (user_data, "page", &page, NULL);
  return g_strcmp0 (page, "details") == 0;
}

/* One page at a time where there is room for one. */
static void
test_narrow (Fixture *self, gconstpointer data)
{
  GtkWidget *history;
  GtkWidget *view;

  put (self, 2);
  g_action_group_activate_action (G_ACTION_GROUP (self->application), "show-history", NULL);
  history = find_history (self);
  gtk_window_set_default_size (GTK_WINDOW (history), 360, 600);
  wait_for (is_answered, get_list (history));
  gtk_test_widget_wait_for_draw (history);
  g_assert_cmpint (gtk_widget_get_width (history), <=, 360);
  assert_boolean (find_type (history, ADW_TYPE_LEAFLET), "folded", TRUE);
  view = find_type (history, GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (view, "activate", 1);
  wait_for (shows_details, history);
  g_assert_cmpint (get_chosen_id (history), ==, 1);
  activate (history, "history.back");
  assert_string (history, "page", "list");
  assert_string (find_type (history, ADW_TYPE_LEAFLET), "visible-child-name", "list");
}

/* It may be closed while the store still works for it. */
static void
test_close (Fixture *self, gconstpointer data)
{
  gpointer history;
  gpointer list;

  put (self, 3);
  history = open_history (self);
  list = get_list (history);
  choose (history, 0);
  self->tests->holding = TRUE;
  activate (history, "history.delete");
  answer ("Delete This Test?", "delete");
  seven_history_list_set_words (list, "Register");
  g_object_add_weak_pointer (history, &history);
  g_object_add_weak_pointer (list, &list);
  gtk_window_destroy (GTK_WINDOW (history));
  g_assert_null (find_history (self));
  self->tests->holding = FALSE;
  while (fake_history_store_answer (self->tests))
    ;
  wait_for (is_gone, &history);
  wait_for (is_gone, &list);
  g_assert_cmpuint (self->tests->ids->len, ==, 2);
}

static void
test_names (Fixture *self, gconstpointer data)
{
  GtkWidget *history;
  GtkWidget *gateway;
  const struct
  {
    const char *icon;
    const char *name;
  } buttons[] = {
    { "user-trash-symbolic", "Delete this test" },
    { "edit-copy-symbolic", "Copy this test" },
  };

  put (self, 1);
  history = open_history (self);
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    assert_name (find_icon_button (history, buttons[i].icon), buttons[i].name);
  assert_name (find_type (history, GTK_TYPE_SEARCH_ENTRY), "Search tests");
  assert_name (find_type (history, GTK_TYPE_LIST_VIEW), "Tests");
  gateway = find_type (history, GTK_TYPE_DROP_DOWN);
  assert_name (gateway, "Gateway");
  assert_name (gtk_widget_get_next_sibling (gateway), "Result");
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/history-window/open", test_open);
  add ("/history-window/empty", test_empty);
  add ("/history-window/live", test_live);
  add ("/history-window/search", test_search);
  add ("/history-window/filter", test_filter);
  add ("/history-window/failure", test_failure);
  add ("/history-window/notice", test_notice);
  add ("/history-window/delete", test_delete);
  add ("/history-window/delete-fails", test_delete_fails);
  add ("/history-window/delete-many", test_delete_many);
  add ("/history-window/keep", test_keep);
  add ("/history-window/copy", test_copy);
  add ("/history-window/again", test_again);
  add ("/history-window/again-without-template", test_again_without_template);
  add ("/history-window/look-again", test_look_again);
  add ("/history-window/narrow", test_narrow);
  add ("/history-window/close", test_close);
  add ("/history-window/names", test_names);
}

int
main (int argc, char *argv[])
{
  return run_window_tests (argc, argv, add_tests);
}
