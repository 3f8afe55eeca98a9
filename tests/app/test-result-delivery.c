/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "app-test.h"

#include "../model/script-gateway.h"

#include "seven-delivery-notifier.h"
#include "seven-delivery-view.h"
#include "seven-lookup-view.h"
#include "seven-test-pane.h"

#include <glib/gstdio.h>

#define ACCEPTED \
  "{\"success\":\"100\",\"messages\":[{\"id\":\"77\",\"parts\":1,\"success\":true,\"error\":null}]}"
#define REPORT(dlr) "[{\"id\":\"77\",\"dlr\":\"" dlr "\"}]"

typedef struct
{
  SevenDocument *document;
  ScriptGateway *gateway;
  SevenSession *session;
  SevenTestRun *run;
  GtkWidget *pane;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GListStore) gateways = g_list_store_new (SEVEN_TYPE_GATEWAY_CHOICE);
  g_autoptr (SevenGatewayChoice) choice = NULL;

  self->document = create_sample ();
  self->gateway = g_object_new (SCRIPT_TYPE_GATEWAY, NULL);
  choice = seven_gateway_choice_new ("sandbox", "Fake", "What it does", FALSE, SEVEN_GATEWAY (self->gateway));
  g_list_store_append (gateways, choice);
  self->session = seven_session_new (NULL, NULL, NULL, NULL, G_LIST_MODEL (gateways));
  self->run = seven_test_run_new (self->document, self->session);
  self->pane = g_object_new (SEVEN_TYPE_TEST_PANE, "test-run", self->run, NULL);
  self->window = show_in_window (self->pane);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  assert_freed_with (self->window, self->pane);
  g_assert_finalize_object (self->run);
  settle ();
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->gateway);
  g_assert_finalize_object (self->document);
}

static gboolean
has_result (gpointer user_data)
{
  return seven_test_run_get_result (((Fixture *) user_data)->run) != NULL;
}

static void
send_script (Fixture *self, const char *const *script, guint n_lines)
{
  script_gateway_play (self->gateway, script, n_lines);
  seven_test_run_send (self->run);
  wait_for (has_result, self);
}

static SevenDeliveryWatch *
get_watch (Fixture *self)
{
  return seven_result_get_delivery (seven_test_run_get_result (self->run));
}

static gboolean
is_final (gpointer user_data)
{
  return seven_delivery_watch_is_final (get_watch (user_data));
}

/* The steps stand in their order, each with its time, and the buttons say what can be done. */
static void
test_steps (Fixture *self, gconstpointer data)
{
  static const char *const script[] = { ACCEPTED, REPORT ("DELIVERED") };
  GtkWidget *view;
  g_autoptr (SevenDeliveryStep) step = NULL;

  g_assert_null (find_type (self->pane, SEVEN_TYPE_DELIVERY_VIEW));
  send_script (self, script, G_N_ELEMENTS (script));
  view = find_type (self->pane, SEVEN_TYPE_DELIVERY_VIEW);
  g_assert_nonnull (view);
  assert_name (view, "Delivery");
  g_assert_nonnull (find_type (view, GTK_TYPE_SPINNER));
  g_assert_nonnull (find_label (view, "Waiting for the report"));
  g_assert_nonnull (find_label (view, "Accepted by seven"));
  g_assert_null (find_button (view, "Look Again"));
  click (find_button (view, "Stop Watching"));
  assert_boolean (get_watch (self), "watching", FALSE);
  g_assert_null (find_button (view, "Stop Watching"));
  g_assert_null (find_type (view, GTK_TYPE_SPINNER));
  click (find_button (view, "Look Again"));
  assert_boolean (get_watch (self), "watching", TRUE);
  wait_for (is_final, self);
  g_assert_null (find_button (view, "Stop Watching"));
  g_assert_null (find_button (view, "Look Again"));
  g_assert_nonnull (find_label (view, "Delivered to the phone"));
  step = g_list_model_get_item (seven_delivery_watch_get_steps (get_watch (self)), 1);
  g_assert_nonnull (find_label (view, seven_delivery_step_get_time (step)));
  g_assert_nonnull (find_label (view, seven_delivery_step_get_after (step)));
  g_assert_null (find_type (self->pane, SEVEN_TYPE_LOOKUP_VIEW));
}

static gboolean
has_looked (gpointer user_data)
{
  SevenResult *result = seven_test_run_get_result (((Fixture *) user_data)->run);

  return seven_lookup_get_state (seven_result_get_lookup (result)) != SEVEN_LOOKUP_LOOKING;
}

/* An answer that is lost can be looked up; what is found is followed. */
static void
test_lookup (Fixture *self, gconstpointer data)
{
  g_autoptr (SevenMessage) message = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d %H:%M:%S");
  g_autofree char *found = NULL;
  const char *script[] = { NULL, "[]", NULL, "[]" };
  GtkWidget *view;

  g_object_get (self->run, "message", &message, NULL);
  found = g_strdup_printf ("[{\"id\":\"77\",\"to\":\"447700900123\",\"text\":\"%s\",\"timestamp\":\"%s\"}]",
      seven_message_get_text (message), time);
  script[2] = found;
  send_script (self, script, G_N_ELEMENTS (script));
  view = find_type (self->pane, SEVEN_TYPE_LOOKUP_VIEW);
  g_assert_nonnull (view);
  g_assert_null (find_type (self->pane, SEVEN_TYPE_DELIVERY_VIEW));
  g_assert_nonnull (find_label (self->pane, "Next Step"));
  click (find_button (view, "Look It Up"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)), view));
  wait_for (has_looked, self);
  g_assert_nonnull (find_label (view, "Not in the journal at this time"));
  click (find_button (view, "Look Again"));
  wait_for (has_looked, self);
  g_assert_nonnull (find_label (view, "seven has it"));
  g_assert_null (find_button (view, "Look Again"));
  /* It was to look for it. */
  g_assert_null (find_label (self->pane, "Next Step"));
  g_assert_nonnull (find_type (self->pane, SEVEN_TYPE_DELIVERY_VIEW));
}

/* The lock counts down beside the way around it. */
static void
test_lock (Fixture *self, gconstpointer data)
{
  static const char *const script[] = { "402" };
  g_autofree char *countdown = NULL;
  g_autofree char *code = g_strdup (seven_test_run_get_code (self->run));

  send_script (self, script, G_N_ELEMENTS (script));
  g_object_get (seven_test_run_get_result (self->run), "countdown", &countdown, NULL);
  g_assert_nonnull (find_label (self->pane, countdown));
  click (find_button (self->pane, "Use a New Code"));
  g_assert_cmpstr (seven_test_run_get_code (self->run), !=, code);
}

static void
said_cb (char **said, const char *words)
{
  g_free (*said);
  *said = g_strdup (words);
}

static gboolean
is_said (gpointer user_data)
{
  return *(char **) user_data != NULL;
}

/* Nothing in this test opens a site: the address is said then, and it is there before, too. */
static void
test_site (Fixture *self, gconstpointer data)
{
  static const char *const script[] = { "500" };
  g_autofree char *said = NULL;
  GtkWidget *button;

  g_signal_connect_swapped (self->pane, "copied", G_CALLBACK (said_cb), &said);
  send_script (self, script, G_N_ELEMENTS (script));
  button = find_button (self->pane, "Open seven’s Site");
  assert_string (button, "tooltip-text", SEVEN_RESULT_ACCOUNT_URI);
  click (button);
  wait_for (is_said, &said);
  assert_contains (said, SEVEN_RESULT_ACCOUNT_URI);
}

static void
text_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

static void
test_copy (Fixture *self, gconstpointer data)
{
  static const char *const script[] = { ACCEPTED };
  g_autofree char *said = NULL;
  g_autofree char *text = NULL;

  g_signal_connect_swapped (self->pane, "copied", G_CALLBACK (said_cb), &said);
  gtk_widget_activate_action (self->pane, "test.copy-result", NULL);
  g_assert_null (said);
  send_script (self, script, G_N_ELEMENTS (script));
  click (find_button (self->pane, "Copy _Result"));
  assert_contains (said, "without number");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (self->pane), NULL, text_read_cb, &text);
  wait_for (is_said, &text);
  assert_contains (text, "Recipient: +447…23\n");
  assert_contains_not (text, seven_test_run_get_code (self->run));
}

typedef struct
{
  guint n;
  char *title;
  char *body;
} Told;

static void
told_cb (Told *told, const char *id, const char *title, const char *body)
{
  g_free (told->title);
  g_free (told->body);
  told->n++;
  told->title = g_strdup (title);
  told->body = g_strdup (body);
}

/* Whoever looks at the window sees it there. */
static void
test_notifier (Fixture *self, gconstpointer data)
{
  static const char *const script[] = { ACCEPTED, REPORT ("TRANSMITTED"), REPORT ("EXPIRED") };
  g_autoptr (SevenDeliveryNotifier) notifier = seven_delivery_notifier_new (self->run);
  Told told = { 0 };

  g_signal_connect_swapped (notifier, "notify-person", G_CALLBACK (told_cb), &told);
  send_script (self, script, G_N_ELEMENTS (script));
  wait_for (is_final, self);
  g_assert_cmpuint (told.n, ==, 1);
  g_assert_cmpstr (told.title, ==, "SMS not delivered");
  g_assert_cmpstr (told.body, ==, "Generic to +447…23: Expired");
  assert_boolean_contract (notifier, "active", TRUE);
  send_script (self, script, G_N_ELEMENTS (script));
  wait_for (is_final, self);
  g_assert_cmpuint (told.n, ==, 1);
  g_assert_finalize_object (g_steal_pointer (&notifier));
  g_free (told.title);
  g_free (told.body);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

/* From here on no program that opens sites is installed, but the schemas of settings are. */
static void
hide_programs (const char *folder)
{
  const char *data_dirs = g_getenv ("XDG_DATA_DIRS");
  g_auto (GStrv) dirs =
      g_strsplit (data_dirs != NULL && *data_dirs != '\0' ? data_dirs : "/usr/local/share:/usr/share",
          G_SEARCHPATH_SEPARATOR_S, -1);
  g_autoptr (GString) schemas = g_string_new (NULL);

  for (guint i = 0; dirs[i] != NULL; i++)
    g_string_append_printf (schemas, "%s%s/glib-2.0/schemas", i > 0 ? G_SEARCHPATH_SEPARATOR_S : "", dirs[i]);
  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas->str, TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_DATA_DIRS", folder, TRUE);
}

int
main (int argc, char *argv[])
{
  g_autofree char *data = g_dir_make_tmp ("seven-no-data-XXXXXX", NULL);
  int status;

  g_assert_nonnull (data);
  hide_programs (data);
  app_test_init (&argc, &argv);
  add ("/result-delivery/steps", test_steps);
  add ("/result-delivery/lookup", test_lookup);
  add ("/result-delivery/lock", test_lock);
  add ("/result-delivery/site", test_site);
  add ("/result-delivery/copy", test_copy);
  add ("/result-delivery/notifier", test_notifier);
  status = g_test_run ();
  g_rmdir (data);

  return status;
}
