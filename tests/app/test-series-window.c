/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "app-test.h"

#include "../model/fake-gateway.h"
#include "fake-text-store.h"
#include "seven-application.h"
#include "seven-series-row.h"
#include "seven-series-window.h"
#include "seven-test-run.h"
#include "seven-window.h"

#define TWO \
  "{\"apiKey\": \"example-key-not-real\", \"from\": \"Acme\", \"templates\": [" \
  "{\"usageType\": \"Register\", \"content\": \"{{code}} one.\"}, " \
  "{\"usageType\": \"Generic\", \"content\": \"{{code}} two.\"}]}"
#define ACCEPTED "{\"success\":\"100\",\"total_price\":0.075,\"messages\":[{\"parts\":1,\"success\":true}]}"

/* A window with a document, in which a test is waited for. */
typedef struct
{
  FakeGateway *gateway;
  SevenGatewayChoice *sandbox;
  SevenGatewayChoice *live;
  FakeStore *store;
  GListStore *gateways;
  SevenSession *session;
  SevenWindow *window; /* gone where it was closed */
  SevenTestRun *run; /* borrowed */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->gateway = g_object_new (FAKE_TYPE_GATEWAY, NULL);
  self->gateway->body_left = TRUE;
  self->sandbox = seven_gateway_choice_new ("sandbox", "Sandbox", "", FALSE, SEVEN_GATEWAY (self->gateway));
  self->live = seven_gateway_choice_new ("seven", "seven", "", TRUE, SEVEN_GATEWAY (self->gateway));
  self->store = g_object_new (FAKE_TYPE_STORE, NULL);
  self->gateways = g_list_store_new (SEVEN_TYPE_GATEWAY_CHOICE);
  g_list_store_append (self->gateways, self->sandbox);
  g_list_store_append (self->gateways, self->live);
  self->session =
      seven_session_new (SEVEN_TEXT_STORE (self->store), NULL, NULL, NULL, G_LIST_MODEL (self->gateways));
  self->window = g_object_new (SEVEN_TYPE_WINDOW, "session", self->session, NULL);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  seven_window_start_draft (self->window, TWO, FALSE);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  g_object_get (self->window, "test-run", &self->run, NULL);
  g_object_unref (self->run);
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/* Nothing that belongs to the window outlives it. */
static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  wait_for (is_gone, &self->window);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->gateways);
  g_assert_finalize_object (self->sandbox);
  g_assert_finalize_object (self->live);
  g_assert_finalize_object (self->gateway);
  g_assert_finalize_object (self->store);
}

static gpointer
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
    g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

    if (g_type_is_a (G_OBJECT_TYPE (toplevel), type))
      return toplevel;
  }
  return NULL;
}

static guint
count_toplevels (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
    g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

    n_found += g_type_is_a (G_OBJECT_TYPE (toplevel), type) ? 1 : 0;
  }
  return n_found;
}

static void
activate (gpointer widget, const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
}

static gboolean
is_enabled (Fixture *self, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), action);
}

static gboolean
has_no_dialog (gpointer user_data)
{
  return find_toplevel (ADW_TYPE_MESSAGE_DIALOG) == NULL;
}

static void
respond (const char *label)
{
  GtkWidget *dialog = find_toplevel (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (dialog);
  gtk_test_widget_wait_for_draw (dialog);
  click (find_button (dialog, label));
  wait_for (has_no_dialog, NULL);
}

static void
choose_live (Fixture *self)
{
  seven_test_run_set_gateway (self->run, self->live);
  seven_test_run_set_recipient (self->run, "+4917612345678");
}

static SevenSeriesWindow *
start_series (Fixture *self)
{
  SevenSeriesWindow *window;

  activate (self->window, "win.test-all");
  window = find_toplevel (SEVEN_TYPE_SERIES_WINDOW);
  g_assert_nonnull (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

static gboolean
is_waiting (gpointer user_data)
{
  return ((Fixture *) user_data)->gateway->task != NULL;
}

static gboolean
is_done (gpointer window)
{
  return !seven_test_series_is_running (seven_series_window_get_series (window));
}

/* In the sandbox there is nothing to ask: it runs, and says what came of it. */
static void
test_sandbox (Fixture *self, gconstpointer data)
{
  SevenSeriesWindow *window = start_series (self);
  GtkWidget *row = find_type (window, SEVEN_TYPE_SERIES_ROW);

  assert_string (window, "title", "Test Every Template");
  g_assert_nonnull (find_label (window, "Sandbox · +447…23 · United Kingdom"));
  g_assert_nonnull (find_label (window, "0 of 2 sent"));
  g_assert_nonnull (find_button (window, "_Stop"));
  g_assert_null (find_button (window, "_Copy Summary"));
  assert_name (row, "Register: Sending…. 1 part");
  fake_gateway_answer (self->gateway, ACCEPTED);
  wait_for (is_waiting, self);
  g_assert_nonnull (find_label (row, "Accepted · 100"));
  g_assert_nonnull (find_label (window, "1 of 2 sent"));
  fake_gateway_answer (self->gateway, ACCEPTED);
  wait_for (is_done, window);
  g_assert_cmpuint (self->gateway->n_requests, ==, 2);
  g_assert_nonnull (find_label (window, "2 accepted\n2 parts billed · €0.15 · only in the sandbox"));
  g_assert_true (gtk_widget_has_css_class (gtk_window_get_focus (GTK_WINDOW (window)), "answer"));
  g_assert_null (find_button (window, "_Stop"));
  g_assert_true (gtk_widget_is_sensitive (find_button (window, "_Copy Summary")));
  g_assert_true (gtk_widget_is_sensitive (find_button (window, "_Save…")));
}

/* One question for all of them; Enter and Escape both mean no. */
static void
test_question (Fixture *self, gconstpointer data)
{
  AdwMessageDialog *dialog;

  choose_live (self);
  activate (self->window, "win.test-all");
  activate (self->window, "win.test-all");
  g_assert_cmpuint (count_toplevels (ADW_TYPE_MESSAGE_DIALOG), ==, 1);
  dialog = find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "Send 2 Real SMS?");
  assert_contains (adw_message_dialog_get_body (dialog), "2 SMS one after another, 2 parts in all");
  g_assert_cmpstr (adw_message_dialog_get_default_response (dialog), ==, "cancel");
  g_assert_cmpstr (adw_message_dialog_get_close_response (dialog), ==, "cancel");
  respond ("_Cancel");
  g_assert_null (find_toplevel (SEVEN_TYPE_SERIES_WINDOW));
  g_assert_cmpuint (self->gateway->n_requests, ==, 0);
  activate (self->window, "win.test-all");
  respond ("_Send and Pay");
  g_assert_nonnull (find_toplevel (SEVEN_TYPE_SERIES_WINDOW));
  g_assert_cmpuint (self->gateway->n_requests, ==, 1);
}

/* One series at a time; a later one takes the window of the former. */
static void
test_again (Fixture *self, gconstpointer data)
{
  SevenSeriesWindow *window = start_series (self);

  activate (self->window, "win.test-all");
  g_assert_cmpuint (count_toplevels (SEVEN_TYPE_SERIES_WINDOW), ==, 1);
  g_assert_cmpuint (self->gateway->n_requests, ==, 1);
  fake_gateway_answer (self->gateway, "900");
  wait_for (is_done, window);
  start_series (self);
  g_assert_cmpuint (count_toplevels (SEVEN_TYPE_SERIES_WINDOW), ==, 1);
  g_assert_cmpuint (self->gateway->n_requests, ==, 2);
}

static void
test_enabled (Fixture *self, gconstpointer data)
{
  g_assert_true (is_enabled (self, "test-all"));
  seven_test_run_set_recipient (self->run, "");
  g_assert_false (is_enabled (self, "test-all"));
  seven_test_run_set_recipient (self->run, "+44 7700 900123");
  g_assert_true (is_enabled (self, "test-all"));
  seven_window_start_draft (self->window, "{", FALSE);
  g_assert_false (is_enabled (self, "test-all"));
}

static void
test_stop (Fixture *self, gconstpointer data)
{
  SevenSeriesWindow *window = start_series (self);

  click (find_button (window, "_Stop"));
  wait_for (is_done, window);
  g_assert_cmpuint (self->gateway->n_requests, ==, 1);
  g_assert_nonnull (find_label (window, "Ended early"));
  g_assert_nonnull (find_label (window, "You have stopped it."));
}

/* Escape stops what runs, and puts away what has ended. */
static void
test_leave (Fixture *self, gconstpointer data)
{
  SevenSeriesWindow *window = start_series (self);

  activate (window, "series.leave");
  wait_for (is_done, window);
  g_assert_nonnull (find_label (window, "You have stopped it."));
  g_assert_true (find_toplevel (SEVEN_TYPE_SERIES_WINDOW) == (gpointer) window);
  activate (window, "series.leave");
  g_assert_null (find_toplevel (SEVEN_TYPE_SERIES_WINDOW));
}

/* A refusal that every further one would meet is said with its reason. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  SevenSeriesWindow *window = start_series (self);

  fake_gateway_answer (self->gateway, "900");
  wait_for (is_done, window);
  g_assert_nonnull (find_label (window,
      "Stopped at “Register”: API key refused (900). Every further template would have been refused as "
      "well."));
  g_assert_nonnull (find_label (window, "Not sent"));
}

static gboolean
is_saved_twice (gpointer user_data)
{
  return ((Fixture *) user_data)->store->n_saves == 2;
}

static const char *
get_file (Fixture *self, const char *uri)
{
  GBytes *bytes = g_hash_table_lookup (self->store->files, uri);

  g_assert_nonnull (bytes);
  return g_bytes_get_data (bytes, NULL);
}

/* The ending of the name decides how it is written. */
static void
test_save (Fixture *self, gconstpointer data)
{
  SevenSeriesWindow *window = start_series (self);

  fake_gateway_answer (self->gateway, "900");
  wait_for (is_done, window);
  seven_series_window_save_to (window, "file:///tests/Summary.JSON");
  seven_series_window_save_to (window, "file:///tests/summary.txt");
  wait_for (is_saved_twice, self);
  g_assert_true (g_str_has_prefix (get_file (self, "file:///tests/Summary.JSON"), "{"));
  g_assert_true (
      g_str_has_prefix (get_file (self, "file:///tests/summary.txt"), "Test of every template of"));
}

/* Closing while a test runs asks first, and waits for the end of what it stops. */
static void
test_close_series (Fixture *self, gconstpointer data)
{
  SevenSeriesWindow *window = start_series (self);
  gpointer alive = window;

  g_object_add_weak_pointer (G_OBJECT (window), &alive);
  gtk_window_close (GTK_WINDOW (window));
  gtk_window_close (GTK_WINDOW (window));
  g_assert_cmpuint (count_toplevels (ADW_TYPE_MESSAGE_DIALOG), ==, 1);
  respond ("Keep _Waiting");
  g_assert_nonnull (alive);
  g_assert_true (seven_test_series_is_running (seven_series_window_get_series (window)));
  gtk_window_close (GTK_WINDOW (window));
  respond ("Close _Anyway");
  wait_for (is_gone, &alive);
  g_assert_null (self->gateway->task);
  g_assert_cmpuint (self->gateway->n_requests, ==, 1);
}

/* What is over needs no question, and takes one that stands along. */
static void
test_close_ended (Fixture *self, gconstpointer data)
{
  SevenSeriesWindow *window = start_series (self);
  gpointer alive = window;

  g_object_add_weak_pointer (G_OBJECT (window), &alive);
  gtk_window_close (GTK_WINDOW (window));
  fake_gateway_answer (self->gateway, "900");
  wait_for (has_no_dialog, NULL);
  g_assert_nonnull (alive);
  gtk_window_close (GTK_WINDOW (window));
  wait_for (is_gone, &alive);
}

/* The window of the document asks for the series too, and takes its window along. */
static void
test_close_parent (Fixture *self, gconstpointer data)
{
  start_series (self);
  gtk_window_close (GTK_WINDOW (self->window));
  respond ("Keep _Waiting");
  g_assert_nonnull (self->window);
  gtk_window_close (GTK_WINDOW (self->window));
  respond ("Close _Anyway");
  wait_for (is_gone, &self->window);
  g_assert_null (find_toplevel (SEVEN_TYPE_SERIES_WINDOW));
  g_assert_cmpuint (self->gateway->n_requests, ==, 1);
}

/* So it is with a single test. */
static void
test_close_while_sending (Fixture *self, gconstpointer data)
{
  choose_live (self);
  seven_test_run_send (self->run);
  gtk_window_close (GTK_WINDOW (self->window));
  gtk_window_close (GTK_WINDOW (self->window));
  g_assert_cmpuint (count_toplevels (ADW_TYPE_MESSAGE_DIALOG), ==, 1);
  assert_contains (adw_message_dialog_get_body (find_toplevel (ADW_TYPE_MESSAGE_DIALOG)),
      "it may still arrive and be billed");
  respond ("Keep _Waiting");
  g_assert_true (seven_test_run_is_sending (self->run));
  gtk_window_close (GTK_WINDOW (self->window));
  respond ("Close _Anyway");
  wait_for (is_gone, &self->window);
  g_assert_null (self->gateway->task);
}

/* A test that ends meanwhile is there to be read. */
static void
test_ended_while_asked (Fixture *self, gconstpointer data)
{
  seven_test_run_send (self->run);
  gtk_window_close (GTK_WINDOW (self->window));
  fake_gateway_answer (self->gateway, "900");
  wait_for (has_no_dialog, NULL);
  g_assert_nonnull (self->window);
  g_assert_nonnull (seven_test_run_get_result (self->run));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  g_type_ensure (SEVEN_TYPE_APPLICATION);
  add ("/series-window/sandbox", test_sandbox);
  add ("/series-window/question", test_question);
  add ("/series-window/again", test_again);
  add ("/series-window/enabled", test_enabled);
  add ("/series-window/stop", test_stop);
  add ("/series-window/leave", test_leave);
  add ("/series-window/refused", test_refused);
  add ("/series-window/save", test_save);
  add ("/series-window/close-series", test_close_series);
  add ("/series-window/close-ended", test_close_ended);
  add ("/series-window/close-parent", test_close_parent);
  add ("/series-window/close-while-sending", test_close_while_sending);
  add ("/series-window/ended-while-asked", test_ended_while_asked);
  return g_test_run ();
}
