/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "app-test.h"

#include "../model/fake-gateway.h"
#include "seven-result-card.h"
#include "seven-test-pane.h"

#define OTHER \
  "{\"apiKey\": \"k\", \"from\": \"Acme\", \"templates\": [" \
  "{\"usageType\": \"Register\", \"content\": \"{{code}} one.\"}, " \
  "{\"usageType\": \"Generic\", \"content\": \"{{code}} two.\"}]}"

typedef struct
{
  SevenDocument *document;
  FakeGateway *sandbox;
  FakeGateway *live;
  GListStore *gateways;
  SevenSession *session;
  SevenTestRun *run;
  GtkWidget *pane;
  GtkWidget *window;
  int went; /* the last remedy that was asked for, or -1 */
} Fixture;

static FakeGateway *
append_gateway (GListStore *gateways, const char *id, gboolean live)
{
  FakeGateway *gateway = g_object_new (FAKE_TYPE_GATEWAY, NULL);
  g_autoptr (SevenGatewayChoice) choice =
      seven_gateway_choice_new (id, id, "What it does", live, SEVEN_GATEWAY (gateway));

  gateway->body_left = TRUE;
  g_list_store_append (gateways, choice);
  return gateway;
}

static void
go_cb (Fixture *self, int remedy)
{
  self->went = remedy;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->went = -1;
  self->document = create_sample ();
  self->gateways = g_list_store_new (SEVEN_TYPE_GATEWAY_CHOICE);
  self->sandbox = append_gateway (self->gateways, "sandbox", FALSE);
  self->live = append_gateway (self->gateways, "seven", TRUE);
  self->session = seven_session_new (NULL, NULL, NULL, NULL, G_LIST_MODEL (self->gateways));
  self->run = seven_test_run_new (self->document, self->session);
  self->pane = g_object_new (SEVEN_TYPE_TEST_PANE, NULL);
  g_signal_connect_swapped (self->pane, "go", G_CALLBACK (go_cb), self);
  assert_object_contract (self->pane, "test-run", self->run);
  self->window = show_in_window (self->pane);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  assert_freed_with (self->window, self->pane);
  g_assert_finalize_object (self->run);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->gateways);
  g_assert_finalize_object (self->sandbox);
  g_assert_finalize_object (self->live);
  g_assert_finalize_object (self->document);
}

static GtkWidget *
find_row (Fixture *self, GType type, const char *title)
{
  GtkWidget *row = find_shown (self->pane, &(Wanted){ type, "title", title });

  g_assert_nonnull (row);
  return row;
}

static void
choose_live (Fixture *self)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (self, ADW_TYPE_COMBO_ROW, "Gateway")), 1);
  seven_document_set_api_key (self->document, "a-real-key");
  g_object_set (self->run, "recipient", "+49 176 000000", NULL);
  assert_boolean (self->run, "ready", TRUE);
}

static char *
dup_usage (Fixture *self)
{
  g_autoptr (SevenTemplateItem) item = NULL;

  g_object_get (self->run, "template", &item, NULL);
  return item == NULL ? NULL : g_strdup (seven_template_item_get_usage (item));
}

static void
test_gateway (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find_row (self, ADW_TYPE_COMBO_ROW, "Gateway");
  g_autoptr (SevenGatewayChoice) sandbox = g_list_model_get_item (G_LIST_MODEL (self->gateways), 0);
  g_autoptr (SevenGatewayChoice) chosen = NULL;

  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  assert_string (row, "subtitle", "What it does");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  g_object_get (self->run, "gateway", &chosen, NULL);
  g_assert_cmpstr (seven_gateway_choice_get_id (chosen), ==, "seven");
  g_object_set (self->run, "gateway", sandbox, NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
}

/* What is chosen is what is sent, whatever becomes of the list. */
static void
test_template (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find_row (self, ADW_TYPE_COMBO_ROW, "Template");
  g_autofree char *first = dup_usage (self);
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  g_assert_cmpstr (first, ==, "Generic");
  g_assert_nonnull (find_label (row, "Generic"));
  assert_string (row, "subtitle", "What Logto’s Test button sends");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  second = dup_usage (self);
  g_assert_cmpstr (second, ==, "SignIn");
  seven_document_move_template (self->document, 0, 1);
  third = dup_usage (self);
  g_assert_true (adw_combo_row_get_selected_item (ADW_COMBO_ROW (row)) != NULL);
  assert_string (adw_combo_row_get_selected_item (ADW_COMBO_ROW (row)), "title", third);
}

static void
test_other_document (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find_row (self, ADW_TYPE_COMBO_ROW, "Template");
  const char *texts[] = { OTHER, "{\"apiKey\": \"k\", \"templates\": []}", OTHER };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GObject) item = NULL;

    seven_document_reset (self->document, texts[i], strlen (texts[i]), NULL, NULL);
    g_object_get (self->run, "template", &item, NULL);
    g_assert_true (adw_combo_row_get_selected_item (ADW_COMBO_ROW (row)) == item);
  }
}

static void
test_recipient (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find_row (self, ADW_TYPE_ENTRY_ROW, "Recipient");
  GtkWidget *send = find_button (self->pane, "Send _Test SMS");
  g_autofree char *hint = NULL;
  g_autofree char *obstacle = NULL;

  g_assert_true (gtk_widget_is_sensitive (send));
  gtk_editable_set_text (GTK_EDITABLE (row), "Sales Team");
  assert_string (self->run, "recipient", "Sales Team");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_false (gtk_widget_is_sensitive (send));
  g_object_get (self->run, "recipient-hint", &hint, "obstacle", &obstacle, NULL);
  g_assert_true (gtk_widget_has_css_class (find_label (self->pane, hint), "warning"));
  g_assert_nonnull (find_label (self->pane, obstacle));
  g_object_set (self->run, "recipient", "+44 7700 900900", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "+44 7700 900900");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_true (gtk_widget_is_sensitive (send));
}

static void
test_sender_advice (Fixture *self, gconstpointer data)
{
  static const char good[] = "A name as sender is shown as it is. As of 2026.";
  static const char bad[] = "A name as sender is replaced by a number, or the SMS is refused. As of 2026.";

  g_assert_nonnull (find_label (self->pane, good));
  g_assert_false (gtk_widget_has_css_class (find_label (self->pane, good), "warning"));
  g_object_set (self->run, "recipient", "+27 123456789", NULL);
  g_assert_null (find_label (self->pane, good));
  g_assert_true (gtk_widget_has_css_class (find_label (self->pane, bad), "warning"));
  g_object_set (self->run, "recipient", "+27", NULL);
  g_assert_null (find_label (self->pane, bad));
}

static void
test_code (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find_row (self, ADW_TYPE_ENTRY_ROW, "Code");
  g_autofree char *code = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));

  g_assert_cmpuint (strlen (code), ==, 6);
  click (find_button (row, "000000"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "000000");
  g_assert_nonnull (find_label (self->pane, "000000 is your Acme code."));
  gtk_widget_activate_action (self->pane, "test.new-code", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), !=, "000000");
  gtk_editable_set_text (GTK_EDITABLE (row), "424242");
  assert_string (self->run, "code", "424242");
  g_assert_nonnull (find_label (self->pane, "424242 is your Acme code."));
}

static gboolean
has_result (gpointer user_data)
{
  Fixture *self = user_data;
  g_autoptr (SevenResult) result = NULL;

  g_object_get (self->run, "result", &result, NULL);
  return result != NULL;
}

/* Send, wait, read the answer: the focus comes to its heading. */
static void
test_send (Fixture *self, gconstpointer data)
{
  GtkWidget *focus;

  g_assert_null (find_type (self->pane, SEVEN_TYPE_RESULT_CARD));
  seven_test_pane_focus_send (SEVEN_TEST_PANE (self->pane));
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (focus == GTK_WIDGET (find_button (self->pane, "Send _Test SMS")));
  click (find_button (self->pane, "Send _Test SMS"));
  g_assert_cmpuint (self->sandbox->n_requests, ==, 1);
  g_assert_null (find_button (self->pane, "Send _Test SMS"));
  g_assert_nonnull (find_button (self->pane, "Stop _Waiting"));
  seven_test_pane_send (SEVEN_TEST_PANE (self->pane));
  g_assert_cmpuint (self->sandbox->n_requests, ==, 1);
  fake_gateway_answer (self->sandbox, "900");
  wait_for (has_result, self);
  g_assert_nonnull (find_label (find_type (self->pane, SEVEN_TYPE_RESULT_CARD), "900"));
  g_assert_nonnull (find_button (self->pane, "Send _Test SMS"));
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (gtk_widget_has_css_class (focus, "answer"));
  click (find_button (self->pane, "Go to Key"));
  g_assert_cmpint (self->went, ==, SEVEN_REMEDY_API_KEY);
}

static void
test_stop (Fixture *self, gconstpointer data)
{
  gtk_widget_activate_action (self->pane, "test.send", NULL);
  assert_boolean (self->run, "sending", TRUE);
  click (find_button (self->pane, "Stop _Waiting"));
  wait_for (has_result, self);
  assert_boolean (self->run, "sending", FALSE);
  g_assert_nonnull (find_button (self->pane, "Send _Test SMS"));
}

static void
copied_cb (char **said, const char *words)
{
  g_free (*said);
  *said = g_strdup (words);
}

/* The command has no key in it, and that is said. */
static void
test_copy (Fixture *self, gconstpointer data)
{
  g_autofree char *said = NULL;

  g_signal_connect_swapped (self->pane, "copied", G_CALLBACK (copied_cb), &said);
  gtk_widget_activate_action (self->pane, "test.copy-curl", NULL);
  g_assert_null (said);
  gtk_widget_activate_action (self->pane, "test.send", NULL);
  fake_gateway_answer (self->sandbox, "100");
  wait_for (has_result, self);
  gtk_widget_activate_action (self->pane, "test.copy-curl", NULL);
  assert_contains (said, "SEVEN_API_KEY");
}

/* A number that is refused is mended in this very pane. */
static void
test_go_to_recipient (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find_row (self, ADW_TYPE_ENTRY_ROW, "Recipient");

  gtk_widget_activate_action (self->pane, "test.send", NULL);
  fake_gateway_answer (self->sandbox, "202");
  wait_for (has_result, self);
  click (find_button (self->pane, "Go to Recipient"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)), row));
  g_assert_cmpint (self->went, ==, -1);
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
    g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

    if (ADW_IS_MESSAGE_DIALOG (toplevel))
      return ADW_MESSAGE_DIALOG (toplevel);
  }
  return NULL;
}

/* Nothing leaves before the question is answered; Enter and Escape both mean no. */
static void
test_question (Fixture *self, gconstpointer data)
{
  AdwMessageDialog *dialog;
  g_autofree char *body = NULL;

  choose_live (self);
  gtk_widget_activate_action (self->pane, "test.send", NULL);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_object_get (self->run, "question-body", &body, NULL);
  g_assert_cmpstr (adw_message_dialog_get_body (dialog), ==, body);
  g_assert_cmpstr (adw_message_dialog_get_default_response (dialog), ==, "cancel");
  g_assert_cmpstr (adw_message_dialog_get_close_response (dialog), ==, "cancel");
  adw_message_dialog_response (dialog, "cancel");
  g_assert_cmpuint (self->live->n_requests, ==, 0);
  assert_boolean (self->run, "sending", FALSE);
}

static void
test_question_yes (Fixture *self, gconstpointer data)
{
  choose_live (self);
  seven_test_pane_send (SEVEN_TEST_PANE (self->pane));
  g_assert_cmpuint (self->live->n_requests, ==, 0);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (find_dialog ()));
  click (find_button (find_dialog (), "_Send and Pay"));
  g_assert_cmpuint (self->live->n_requests, ==, 1);
  g_assert_cmpuint (self->sandbox->n_requests, ==, 0);
  fake_gateway_answer (self->live, "500");
  wait_for (has_result, self);
}

static guint
count_dialogs (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint n_dialogs = 0;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
    g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

    n_dialogs += ADW_IS_MESSAGE_DIALOG (toplevel) ? 1 : 0;
  }
  return n_dialogs;
}

static gboolean
has_focus (gpointer dialog)
{
  return gtk_window_get_focus (dialog) != NULL;
}

static gboolean
is_cancel_focused (gpointer dialog)
{
  return gtk_window_get_focus (dialog) == find_button (dialog, "_Cancel");
}

/* Enter presses what has the focus: never what costs money, where the answers stand one above the other as well. */
static void
test_question_focus (Fixture *self, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWindow *dialog;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 3 * dpi, NULL);
  choose_live (self);
  seven_test_pane_send (SEVEN_TEST_PANE (self->pane));
  dialog = GTK_WINDOW (find_dialog ());
  wait_for (has_focus, dialog);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  wait_for (is_cancel_focused, dialog);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
}

static gboolean
is_ready (gpointer run)
{
  gboolean ready;

  g_object_get (run, "ready", &ready, NULL);
  return ready;
}

/* One question at a time, however often Send is pressed; whoever takes it away has said no. */
static void
test_question_once (Fixture *self, gconstpointer data)
{
  choose_live (self);
  seven_test_pane_send (SEVEN_TEST_PANE (self->pane));
  g_assert_false (gtk_widget_is_sensitive (find_button (self->pane, "Send _Test SMS")));
  seven_test_pane_send (SEVEN_TEST_PANE (self->pane));
  g_assert_cmpuint (count_dialogs (), ==, 1);
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  wait_for (is_ready, self->run);
  g_assert_cmpuint (self->live->n_requests, ==, 0);
  g_assert_true (gtk_widget_is_sensitive (find_button (self->pane, "Send _Test SMS")));
}

static gboolean
has_price (gpointer user_data)
{
  return find_label (((Fixture *) user_data)->pane, "1 part · €0.075") != NULL;
}

/* The price comes while the person types on, and into the question as well. */
static void
test_price (Fixture *self, gconstpointer data)
{
  AdwMessageDialog *dialog;

  self->live->prices = "{\"countries\":[{\"countryCode\":\"DE\",\"networks\":[{\"price\":0.075}]}]}";
  choose_live (self);
  g_assert_nonnull (find_label (self->pane, "1 part"));
  seven_test_pane_send (SEVEN_TEST_PANE (self->pane));
  dialog = find_dialog ();
  assert_contains (adw_message_dialog_get_body (dialog), "1 part, price not known.");
  wait_for (has_price, self);
  assert_contains (adw_message_dialog_get_body (dialog), "1 part, €0.075.");
  adw_message_dialog_response (dialog, "cancel");
}

/* What seven would refuse is said before, with a way out of it. */
static void
test_lock (Fixture *self, gconstpointer data)
{
  g_autofree char *code = NULL;

  choose_live (self);
  g_assert_null (find_button (self->pane, "_Use a New Code"));
  seven_test_run_send (self->run);
  fake_gateway_answer (self->live, "100");
  wait_for (has_result, self);
  code = g_strdup (seven_test_run_get_code (self->run));
  click (find_button (self->pane, "_Use a New Code"));
  g_assert_cmpstr (seven_test_run_get_code (self->run), !=, code);
  g_assert_null (find_button (self->pane, "_Use a New Code"));
  seven_test_run_set_code (self->run, code);
  g_assert_nonnull (find_button (self->pane, "_Use a New Code"));
}

/* Icons alone say nothing to who does not see them. */
static void
test_names (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find_row (self, ADW_TYPE_ENTRY_ROW, "Code");

  assert_name (find_button (row, "000000"), "Use 000000, as Logto’s Test does");
  assert_name (
      find_shown (row, &(Wanted){ GTK_TYPE_BUTTON, "icon-name", "view-refresh-symbolic" }), "New code");
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
  add ("/test-pane/gateway", test_gateway);
  add ("/test-pane/template", test_template);
  add ("/test-pane/other-document", test_other_document);
  add ("/test-pane/recipient", test_recipient);
  add ("/test-pane/sender-advice", test_sender_advice);
  add ("/test-pane/code", test_code);
  add ("/test-pane/send", test_send);
  add ("/test-pane/stop", test_stop);
  add ("/test-pane/copy", test_copy);
  add ("/test-pane/go-to-recipient", test_go_to_recipient);
  add ("/test-pane/question", test_question);
  add ("/test-pane/question-yes", test_question_yes);
  add ("/test-pane/question-focus", test_question_focus);
  add ("/test-pane/question-once", test_question_once);
  add ("/test-pane/price", test_price);
  add ("/test-pane/lock", test_lock);
  add ("/test-pane/names", test_names);
  return g_test_run ();
}
