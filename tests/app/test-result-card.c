/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "app-test.h"

#include "seven-exchange-view.h"
#include "seven-result-card.h"

#define ACCEPTED \
  "{\"success\":\"100\",\"total_price\":0.075,\"balance\":46.748,\"messages\":[{\"id\":\"77229135982\"," \
  "\"recipient\":\"447700900123\",\"encoding\":\"gsm\",\"parts\":1,\"price\":0.075,\"success\":true," \
  "\"error\":null,\"error_text\":null}]}"
#define REFUSED_MESSAGE \
  "{\"success\":\"100\",\"total_price\":0,\"balance\":46.748,\"messages\":[{\"id\":null,\"recipient\":null," \
  "\"encoding\":\"gsm\",\"parts\":2,\"price\":0,\"success\":false,\"error\":202,\"error_text\":\"no\"}]}"

static const struct
{
  const char *name;
  const char *body;
  const char *code;
  const char *css_class;
  const char *logto_class;
  SevenRemedy remedy;
} replies[] = {
  { "accepted", ACCEPTED, "100", "success", "right", SEVEN_REMEDY_NONE },
  { "key", "900", "900", "error", "right", SEVEN_REMEDY_API_KEY },
  { "recipient", REFUSED_MESSAGE, "202", "error", "wrong", SEVEN_REMEDY_RECIPIENT },
  { "sender", "201", "201", "error", "right", SEVEN_REMEDY_SENDER },
};

static SevenResult *
create_result (const char *body)
{
  g_autoptr (SevenRequest) request =
      seven_request_new_send ("secret-key", "Acme", "123456 is it.", "447700900123");
  g_autofree char *request_text = seven_request_dup_masked (request, "https://fake.invalid");
  g_autoptr (GBytes) reply = g_bytes_new (body, strlen (body));
  g_autoptr (SevenExchange) exchange =
      seven_exchange_new (request_text, TRUE, 200, "HTTP/1.1 200 OK\n", reply, 412, NULL);
  g_autoptr (SevenOutcome) outcome = seven_outcome_new (exchange, TRUE);
  g_autoptr (SevenSmsText) predicted = seven_sms_text_new ("123456 is it.");
  SevenResultContext context = {
    .gateway = "Fake",
    .base_url = "https://fake.invalid",
    .request = request,
    .recipient = "+44 7700 900123",
    .sender = "Acme",
    .predicted = predicted,
    .accepted_config = TRUE,
  };

  return seven_result_new (outcome, &context);
}

static void
go_cb (int *went, int remedy)
{
  *went = remedy;
}

static GtkWidget *
find_class (GtkWidget *widget, const char *css_class)
{
  if (gtk_widget_has_css_class (widget, css_class))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_class (child, css_class);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* Every fact has its row, with its value beside its label. */
static void
assert_facts (GtkWidget *card, SevenResult *result)
{
  GListModel *facts = seven_result_get_facts (result);
  guint n_facts = count_items (facts);

  g_assert_cmpuint (n_facts, >, 3);
  for (guint i = 0; i < n_facts; i++) {
    g_autoptr (SevenFact) fact = g_list_model_get_item (facts, i);
    GtkWidget *value = find_label (card, seven_fact_get_value (fact));

    g_assert_nonnull (find_label (card, seven_fact_get_label (fact)));
    g_assert_nonnull (value);
  }
}

static void
test_reply (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (SevenResult) result = create_result (replies[i].body);
  GtkWidget *card = g_object_new (SEVEN_TYPE_RESULT_CARD, NULL);
  GtkWidget *window = show_in_window (card);
  g_autofree char *title = NULL;
  g_autofree char *remedy_label = NULL;
  int went = -1;

  g_signal_connect_swapped (card, "go", G_CALLBACK (go_cb), &went);
  assert_object_contract (card, "result", result);
  g_object_get (result, "title", &title, "remedy-label", &remedy_label, NULL);
  g_assert_nonnull (find_label (card, title));
  g_assert_true (gtk_widget_has_css_class (find_label (card, replies[i].code), replies[i].css_class));
  g_assert_nonnull (find_class (find_class (card, "logto"), replies[i].logto_class));
  assert_facts (card, result);
  if (remedy_label != NULL) {
    click (find_button (card, remedy_label));
    g_assert_cmpint (went, ==, replies[i].remedy);
  }
  g_assert_cmpint (remedy_label != NULL, ==, replies[i].remedy != SEVEN_REMEDY_NONE);
  assert_freed_with (window, card);
  g_assert_finalize_object (g_steal_pointer (&result));
}

static void
test_focus (void)
{
  g_autoptr (SevenResult) result = create_result ("900");
  GtkWidget *card = g_object_new (SEVEN_TYPE_RESULT_CARD, "result", result, NULL);
  GtkWidget *window = show_in_window (card);
  GtkWidget *focus;

  seven_result_card_focus_heading (SEVEN_RESULT_CARD (card));
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_has_css_class (focus, "answer"));
  g_assert_cmpint (
      gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (focus)), ==, GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
assert_texts (GtkWidget *card, gboolean shown)
{
  GtkWidget *view = find_type (card, GTK_TYPE_TEXT_VIEW);
  g_autofree char *text = NULL;

  g_assert_true (shown == (view != NULL));
  if (!shown)
    return;
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &text, NULL);
  assert_contains (text, "POST /api/sms HTTP/1.1");
  assert_contains (text, "to=447700900123");
  assert_contains_not (text, "secret-key");
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (view)));
}

/* Another result folds the exchange again. */
static void
test_exchange (void)
{
  g_autoptr (SevenResult) result = create_result ("900");
  g_autoptr (SevenResult) other = create_result ("500");
  GtkWidget *card = g_object_new (SEVEN_TYPE_RESULT_CARD, "result", result, NULL);
  GtkWidget *window = show_in_window (card);

  assert_texts (card, FALSE);
  assert_boolean_contract (card, "exchange-shown", TRUE);
  assert_texts (card, TRUE);
  assert_boolean (find_button (card, "_Exchange"), "active", TRUE);
  g_object_set (card, "result", other, NULL);
  assert_boolean (card, "exchange-shown", FALSE);
  assert_texts (card, FALSE);
  assert_freed_with (window, card);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (replies); i++) {
    g_autofree char *path = g_strconcat ("/result-card/reply/", replies[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_reply);
  }
  g_test_add_func ("/result-card/focus", test_focus);
  g_test_add_func ("/result-card/exchange", test_exchange);
  return g_test_run ();
}
