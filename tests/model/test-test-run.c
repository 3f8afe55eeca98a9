/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "run-test.h"

static SevenFact *
find_fact (SevenTestRun *run, const char *label)
{
  GListModel *facts = seven_result_get_facts (seven_test_run_get_result (run));

  for (guint i = 0; i < count_items (facts); i++) {
    g_autoptr (SevenFact) fact = g_list_model_get_item (facts, i);

    if (g_str_equal (seven_fact_get_label (fact), label))
      return g_steal_pointer (&fact);
  }
  return NULL;
}

static void
assert_fact (SevenTestRun *run, const char *label, const char *value, gboolean warning)
{
  g_autoptr (SevenFact) fact = find_fact (run, label);

  g_assert_nonnull (fact);
  g_assert_cmpstr (seven_fact_get_value (fact), ==, value);
  g_assert_true (seven_fact_get_warning (fact) == warning);
}

static void
test_first (Fixture *self, gconstpointer config)
{
  g_autoptr (SevenTemplateItem) item = NULL;
  g_autoptr (SevenGatewayChoice) gateway = NULL;
  const char *code = seven_test_run_get_code (self->run);

  g_object_get (self->run, "template", &item, "gateway", &gateway, NULL);
  assert_string (item, "usage", "Generic");
  g_assert_true (gateway == self->sandbox);
  assert_string (self->run, "recipient", SEVEN_TEST_RUN_SAMPLE_RECIPIENT);
  assert_string (self->run, "recipient-hint", "United Kingdom · reserved for tests");
  assert_string (self->run, "obstacle", "");
  assert_string (self->run, "elapsed", "");
  assert_string (self->run, "cost", "1 part · nothing is sent");
  assert_boolean (self->run, "ready", TRUE);
  assert_boolean (self->run, "sending", FALSE);
  assert_boolean (self->run, "live", FALSE);
  g_assert_cmpuint (strlen (code), ==, 6);
  g_assert_cmpuint (strspn (code, "0123456789"), ==, 6);
}

static void
test_contract (Fixture *self, gconstpointer config)
{
  g_autoptr (SevenTemplateItem) item =
      g_list_model_get_item (seven_document_get_templates (self->document), 0);

  assert_string_contract (self->run, "recipient", "+49 176 12345678");
  assert_string_contract (self->run, "code", "12345");
  assert_string (self->run, "code-hint", "Logto’s codes have six digits");
  assert_object_contract (self->run, "gateway", self->live);
  assert_object_contract (self->run, "template", item);
}

static void
test_code (Fixture *self, gconstpointer config)
{
  g_autofree char *before = g_strdup (seven_test_run_get_code (self->run));
  g_autoptr (SevenMessage) message = NULL;

  seven_test_run_new_code (self->run);
  g_assert_cmpstr (seven_test_run_get_code (self->run), !=, before);
  assert_string (self->run, "code-hint", "");
  seven_test_run_use_logto_code (self->run);
  g_assert_cmpstr (seven_test_run_get_code (self->run), ==, "000000");
  assert_string (self->run, "code-hint", "As Logto’s Test sends it");
  g_object_get (self->run, "message", &message, NULL);
  g_assert_cmpstr (seven_message_get_text (message), ==, "b's 000000");
}

static void
test_accepted (Fixture *self, gconstpointer config)
{
  SevenResult *result;
  g_autofree char *request = NULL;
  g_autofree char *reply = NULL;

  send_and_answer (self, 200, ACCEPTED);
  result = seven_test_run_get_result (self->run);
  assert_string (result, "state", "accepted");
  assert_string (result, "code", "100");
  assert_string (result, "css-class", "success");
  assert_string (result, "logto-title", "Logto would have reported success");
  assert_string (result, "remedy-label", NULL);
  assert_boolean (result, "logto-wrong", FALSE);
  assert_fact (self->run, "Gateway", "Sandbox", FALSE);
  assert_fact (self->run, "Recipient", "+44 7700 900123", FALSE);
  assert_fact (self->run, "Sender", "Acme", FALSE);
  assert_fact (self->run, "Message", "77", FALSE);
  assert_fact (self->run, "Encoding", "GSM-7", FALSE);
  assert_fact (self->run, "Parts", "1 predicted · 1 billed", FALSE);
  assert_fact (self->run, "Price", "€0.075", FALSE);
  assert_fact (self->run, "Balance", "€46.748", FALSE);
  assert_fact (self->run, "Time", "412 ms", FALSE);
  g_object_get (result, "request", &request, "reply", &reply, NULL);
  assert_contains (request, "POST /api/sms");
  assert_contains (reply, "HTTP/1.1 200 OK\nServer: fake\n\n{\"success\"");
  assert_boolean (self->run, "ready", TRUE);
}

/* The sandbox never gets the real key, and needs none. */
static void
test_sandbox_key (Fixture *self, gconstpointer config)
{
  send_and_answer (self, 200, "100");
  g_assert_cmpstr (seven_request_get_auth_value (self->gateway->request), ==, "sandbox");
  assert_contains (seven_request_get_body (self->gateway->request), "from=Acme&json=1&text=b%27s+");
  assert_contains (seven_request_get_body (self->gateway->request), "&to=447700900123");
  seven_document_set_api_key (self->document, "<your-api-key>");
  assert_boolean (self->run, "ready", TRUE);
}

static void
test_live (Fixture *self, gconstpointer config)
{
  g_autofree char *question = NULL;

  seven_test_run_set_gateway (self->run, self->live);
  g_assert_true (seven_test_run_is_live (self->run));
  assert_string (self->run, "obstacle", "Nobody has this number: enter a real one for a live gateway");
  seven_test_run_send (self->run);
  g_assert_cmpuint (self->gateway->n_requests, ==, 0);
  seven_test_run_set_recipient (self->run, "004917612345678");
  assert_string (self->run, "recipient-hint", "+49 176 123 456 78 · Germany");
  assert_string (self->run, "cost", "1 part");
  assert_boolean (self->run, "ready", TRUE);
  g_object_get (self->run, "question-body", &question, NULL);
  assert_contains (question, "Germany");
  assert_contains (question, "1 part");
  send_and_answer (self, 200, "900");
  g_assert_cmpstr (seven_request_get_auth_value (self->gateway->request), ==, "secret-key");
  assert_string (seven_test_run_get_result (self->run), "code", "900");
  assert_string (seven_test_run_get_result (self->run), "state", "refused");
  assert_string (seven_test_run_get_result (self->run), "remedy-label", "Go to Key");
  assert_string (seven_test_run_get_result (self->run), "logto-title", "Logto would have reported an error");
  seven_document_set_api_key (self->document, "<your-api-key>");
  assert_string (self->run, "obstacle", "A live gateway needs an API key");
  seven_document_set_stored_key (self->document, "stored-key-not-real");
  assert_boolean (self->run, "ready", TRUE);
  seven_test_run_set_code (self->run, "654321");
  send_and_answer (self, 200, "900");
  g_assert_cmpstr (seven_request_get_auth_value (self->gateway->request), ==, "stored-key-not-real");
}

/* Of the recipient as it is typed, and the sender as it is. */
static void
test_sender_advice (Fixture *self, gconstpointer config)
{
  Counter counter = { 0 };

  assert_string (self->run, "sender-advice", "A name as sender is shown as it is. As of 2026.");
  assert_boolean (self->run, "sender-warning", FALSE);
  g_signal_connect (self->run, "notify::sender-advice", G_CALLBACK (count_cb), &counter);
  seven_test_run_set_recipient (self->run, "+44 7700 900124");
  g_assert_cmpuint (counter.n, ==, 0);
  seven_test_run_set_recipient (self->run, "+27 123456789");
  g_assert_cmpuint (counter.n, ==, 1);
  assert_string (self->run, "sender-advice",
      "A name as sender is replaced by a number, or the SMS is refused. As of 2026.");
  assert_boolean (self->run, "sender-warning", TRUE);
  seven_document_set_sender (self->document, "447700900123");
  g_assert_cmpuint (counter.n, ==, 2);
  assert_string (
      self->run, "sender-advice", "Only some numbers work as sender; others are replaced. As of 2026.");
  seven_document_set_sender (self->document, "");
  assert_string (self->run, "sender-advice", "");
  assert_boolean (self->run, "sender-warning", FALSE);
  seven_document_set_sender (self->document, "Acme");
  seven_test_run_set_recipient (self->run, "+27");
  assert_string (self->run, "sender-advice", "");
  seven_test_run_set_recipient (self->run, "+999 1234567");
  assert_string (self->run, "sender-advice", "");
}

/* The message changes with what it is made from, even where its text does not. */
static void
test_message_autofill (Fixture *self, gconstpointer config)
{
  g_autoptr (SevenTemplateItem) item =
      g_list_model_get_item (seven_document_get_templates (self->document), 0);
  g_autoptr (SevenMessage) before = NULL;
  g_autoptr (SevenMessage) after = NULL;

  seven_test_run_set_template (self->run, item);
  seven_test_run_set_code (self->run, "123456");
  seven_document_set_template_content (self->document, 0, "{{code}}\n@acme.example #123456");
  g_object_get (self->run, "message", &before, NULL);
  assert_string (before, "autofill", "");
  seven_document_set_template_content (self->document, 0, "{{code}}\n@acme.example #{{code}}");
  g_object_get (self->run, "message", &after, NULL);
  assert_string (after, "autofill", "Fills in by itself on iPhone and in Chrome for acme.example");
}

typedef struct
{
  const char *name;
  const char *config;
  const char *recipient;
  const char *code;
  const char *obstacle;
} Obstacle;

static const Obstacle obstacles[] = {
  { "no-recipient", CONFIG, "", "1", "Enter a recipient" },
  { "two-recipients", CONFIG, "+447700900123,+447700900124", "1", "Correct the recipient" },
  { "name", CONFIG, "Friends", "1", "Correct the recipient" },
  { "no-code", CONFIG, "+447700900123", "", "Enter a code" },
  { "no-json", "{", "+447700900123", "1", "Correct the JSON first" },
  { "no-templates", "{}", "+447700900123", "1", "Add a template" },
  { "no-text", "{\"templates\":[{\"usageType\":\"Generic\"}]}", "+447700900123", "1",
      "The template has no text" },
  { "empty-text", "{\"templates\":[{\"usageType\":\"Generic\",\"content\":\"\"}]}", "+447700900123", "1",
      "The template has no text" },
  { "errors-elsewhere", "{\"x\":1,\"templates\":[{\"content\":\"no code\"}]}", "+447700900123", "1", "" },
};

static void
test_obstacle (gconstpointer data)
{
  const Obstacle *obstacle = data;
  Fixture fixture;

  set_up (&fixture, obstacle->config);
  seven_test_run_set_recipient (fixture.run, obstacle->recipient);
  seven_test_run_set_code (fixture.run, obstacle->code);
  assert_string (fixture.run, "obstacle", obstacle->obstacle);
  assert_boolean (fixture.run, "ready", *obstacle->obstacle == '\0');
  if (*obstacle->obstacle != '\0') {
    seven_test_run_send (fixture.run);
    g_assert_cmpuint (fixture.gateway->n_requests, ==, 0);
    assert_boolean (fixture.run, "sending", FALSE);
  }
  tear_down (&fixture, NULL);
}

static void
test_choose_template (Fixture *self, gconstpointer config)
{
  seven_test_run_set_template (self->run, NULL);
  assert_string (self->run, "obstacle", "Choose a template");
  assert_string (self->run, "cost", "");
}

static void
test_choose_gateway (Fixture *self, gconstpointer config)
{
  seven_test_run_set_gateway (self->run, NULL);
  assert_string (self->run, "obstacle", "Choose a gateway");
  assert_boolean (self->run, "live", FALSE);
}

/* A second press while one runs does nothing, and time is told. */
static void
test_twice (Fixture *self, gconstpointer config)
{
  g_autofree char *elapsed = NULL;
  Counter ticks = { 0 };

  seven_test_run_send (self->run);
  assert_boolean (self->run, "ready", FALSE);
  assert_boolean (self->run, "sending", TRUE);
  assert_string (self->run, "obstacle", "");
  seven_test_run_send (self->run);
  g_assert_cmpuint (self->gateway->n_requests, ==, 1);
  g_signal_connect (self->run, "notify::elapsed", G_CALLBACK (count_cb), &ticks);
  while (ticks.n < 2)
    g_main_context_iteration (NULL, TRUE);
  g_object_get (self->run, "elapsed", &elapsed, NULL);
  g_assert_true (g_str_has_suffix (elapsed, " s"));
  answer (self->gateway, 200, ACCEPTED, NULL);
  wait_for_result (self->run);
  assert_string (self->run, "elapsed", "");
  /* The next one takes the old result away. */
  seven_test_run_send (self->run);
  g_assert_null (seven_test_run_get_result (self->run));
  g_assert_cmpuint (self->gateway->n_requests, ==, 2);
  answer (self->gateway, 200, ACCEPTED, NULL);
  wait_for_result (self->run);
}

static void
test_stop (Fixture *self, gconstpointer config)
{
  seven_test_run_stop (self->run);
  seven_test_run_send (self->run);
  seven_test_run_stop (self->run);
  seven_test_run_stop (self->run);
  wait_for_result (self->run);
  assert_string (seven_test_run_get_result (self->run), "state", "failed");
  assert_string (seven_test_run_get_result (self->run), "reply", "");
  self->gateway->body_left = TRUE;
  seven_test_run_send (self->run);
  seven_test_run_stop (self->run);
  wait_for_result (self->run);
  assert_string (seven_test_run_get_result (self->run), "state", "unknown");
  assert_string (seven_test_run_get_result (self->run), "code", "");
  assert_fact (self->run, "Parts", "1 predicted", FALSE);
}

/* What the form says when the answer comes is not what was sent. */
static void
test_edited_meanwhile (Fixture *self, gconstpointer config)
{
  seven_test_run_send (self->run);
  seven_document_set_sender (self->document, "Other");
  seven_test_run_set_recipient (self->run, "");
  answer (self->gateway, 200, ACCEPTED, NULL);
  wait_for_result (self->run);
  assert_fact (self->run, "Sender", "Acme", FALSE);
  assert_fact (self->run, "Recipient", "+44 7700 900123", FALSE);
}

static void
test_unexpected (Fixture *self, gconstpointer config)
{
  send_and_answer (self, 502,
      "{\"success\":\"100\",\"messages\":[{\"encoding\":\"ucs2\",\"parts\":2,\"price\":0.15,\"success\":true}"
      "]}");
  assert_fact (self->run, "Encoding", "GSM-7 predicted · Unicode billed", TRUE);
  assert_fact (self->run, "Parts", "1 predicted · 2 billed", TRUE);
  assert_fact (self->run, "Price", "€0.15", FALSE);
  assert_fact (self->run, "HTTP status", "502", TRUE);
}

static void
test_refused_message (Fixture *self, gconstpointer config)
{
  send_and_answer (self, 200,
      "{\"success\":\"100\",\"total_price\":0,\"messages\":[{\"id\":null,\"encoding\":\"gsm\",\"parts\":1,"
      "\"price\":0,\"success\":false,\"error\":202,\"error_text\":\"bad\"}]}");
  assert_string (seven_test_run_get_result (self->run), "code", "202");
  assert_string (seven_test_run_get_result (self->run), "remedy-label", "Go to Recipient");
  assert_boolean (seven_test_run_get_result (self->run), "logto-wrong", TRUE);
  g_assert_cmpint (
      seven_result_get_remedy (seven_test_run_get_result (self->run)), ==, SEVEN_REMEDY_RECIPIENT);
  assert_fact (self->run, "Parts", "1 predicted · none billed", FALSE);
  assert_fact (self->run, "Price", "€0.00", FALSE);
  g_assert_null (find_fact (self->run, "Message"));
}

static void
test_several_messages (Fixture *self, gconstpointer config)
{
  g_autoptr (SevenFact) error = NULL;

  send_and_answer (self, 200,
      "{\"success\":\"100\",\"total_price\":0.075,\"messages\":[{\"id\":1,\"recipient\":\"447700900123\","
      "\"parts\":1,"
      "\"price\":0.075,\"success\":true},{\"id\":2,\"recipient\":\"447700900124\",\"parts\":0,\"price\":0,"
      "\"success\":false,\"error\":\"301\"}]}");
  assert_string (seven_test_run_get_result (self->run), "state", "partial");
  assert_fact (self->run, "1 of 2", "447700900123", FALSE);
  assert_fact (self->run, "2 of 2", "447700900124", FALSE);
  error = find_fact (self->run, "Error");
  g_assert_nonnull (error);
  assert_contains (seven_fact_get_value (error), "301");
}

/* No sender: none goes out here, and it is said what the connector would send. */
static void
test_no_sender (Fixture *self, gconstpointer config)
{
  send_and_answer (self, 200, "100");
  assert_contains_not (seven_request_get_body (self->gateway->request), "from=");
  assert_fact (self->run, "Sender", "None sent here · the connector would send “undefined”", TRUE);
  /* Nor would the connector take a config without a key. */
  assert_string (seven_test_run_get_result (self->run), "logto-title", "Logto would not have sent it");
}

static void
test_empty_sender (Fixture *self, gconstpointer config)
{
  seven_document_set_sender (self->document, "");
  send_and_answer (self, 200, "100");
  assert_contains (seven_request_get_body (self->gateway->request), "from=&");
}

/* The template that is chosen stays chosen, wherever it goes; when it is removed, another is. */
static void
test_follows (Fixture *self, gconstpointer config)
{
  g_autoptr (SevenTemplateItem) chosen = NULL;
  g_autoptr (SevenTemplateItem) other = NULL;
  g_autoptr (SevenTemplateItem) none = NULL;
  g_autoptr (SevenMessage) message = NULL;

  g_object_get (self->run, "template", &chosen, NULL);
  seven_document_move_template (self->document, 1, 0);
  seven_document_set_template_content (self->document, 0, "moved {{code}}");
  g_object_get (self->run, "template", &other, "message", &message, NULL);
  g_assert_true (chosen == other);
  assert_contains (seven_message_get_text (message), "moved ");
  g_clear_object (&other);
  seven_document_remove_template (self->document, 0);
  g_object_get (self->run, "template", &other, NULL);
  assert_string (other, "usage", "SignIn");
  seven_document_remove_template (self->document, 0);
  g_object_get (self->run, "template", &none, NULL);
  g_assert_null (none);
  assert_string (self->run, "obstacle", "Add a template");
  seven_document_add_template (self->document, "BindMfa");
  assert_boolean (self->run, "ready", TRUE);
}

/* The command runs as it is in sh: printf stands for curl and shows what it would get. */
static void
test_curl (Fixture *self, gconstpointer config)
{
  const char *curl;
  g_autofree char *script = NULL;
  g_autofree char *output = NULL;
  g_autofree char *body = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { "/bin/sh", "-euc", NULL, NULL };

  seven_document_set_template_content (self->document, 1, "$(id) `id` \"'\\ {{code}}\n");
  seven_test_run_set_gateway (self->run, self->live);
  seven_test_run_set_recipient (self->run, "+4917612345678");
  send_and_answer (self, 200, ACCEPTED);
  curl = seven_result_get_curl (seven_test_run_get_result (self->run));
  assert_contains_not (curl, "secret-key");
  script = g_strdup_printf ("SEVEN_API_KEY=the-key; curl () { printf '<%%s>' \"$@\"; }; %s", curl);
  argv[2] = script;
  g_assert_true (
      g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error));
  g_assert_no_error (error);
  body = g_strconcat ("<--data-raw><", seven_request_get_body (self->gateway->request), ">", NULL);
  assert_contains (output, "<--header><X-Api-Key: the-key>");
  assert_contains (output, body);
  assert_contains (output, "<--url><https://gateway.example/api/sms>");
  assert_contains (output, "<--header><Accept: */*>");
}

/* Where the sandbox listens is known from the exchange alone. */
static void
test_curl_sandbox (Fixture *self, gconstpointer config)
{
  send_and_answer (self, 200, ACCEPTED);
  assert_contains (
      seven_result_get_curl (seven_test_run_get_result (self->run)), "'http://gateway.example/api/sms'");
}

static void
test_choice (void)
{
  FakeGateway *gateway = g_object_new (FAKE_TYPE_GATEWAY, NULL);
  SevenGatewayChoice *choice =
      seven_gateway_choice_new ("old", "Old", "Words", TRUE, SEVEN_GATEWAY (gateway));
  g_autoptr (SevenGateway) same = NULL;

  assert_string (choice, "id", "old");
  assert_string (choice, "name", "Old");
  assert_string (choice, "description", "Words");
  assert_string (choice, "base-url", "");
  assert_boolean (choice, "live", TRUE);
  g_object_get (choice, "gateway", &same, NULL);
  g_assert_true (same == SEVEN_GATEWAY (gateway));
  g_clear_object (&same);
  g_assert_finalize_object (choice);
  g_assert_finalize_object (gateway);
}

#define add(name, config, function) \
  g_test_add ("/test-run/" name, Fixture, config, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("first", NULL, test_first);
  add ("contract", NULL, test_contract);
  add ("code", NULL, test_code);
  add ("accepted", NULL, test_accepted);
  add ("sandbox-key", NULL, test_sandbox_key);
  add ("live", NULL, test_live);
  for (gsize i = 0; i < G_N_ELEMENTS (obstacles); i++) {
    g_autofree char *path = g_strconcat ("/test-run/obstacle/", obstacles[i].name, NULL);

    g_test_add_data_func (path, &obstacles[i], test_obstacle);
  }
  add ("choose-template", NULL, test_choose_template);
  add ("choose-gateway", NULL, test_choose_gateway);
  add ("sender-advice", NULL, test_sender_advice);
  add ("message-autofill", NULL, test_message_autofill);
  add ("twice", NULL, test_twice);
  add ("stop", NULL, test_stop);
  add ("edited-meanwhile", NULL, test_edited_meanwhile);
  add ("unexpected", NULL, test_unexpected);
  add ("refused-message", NULL, test_refused_message);
  add ("several-messages", NULL, test_several_messages);
  add ("no-sender", "{\"templates\":[{\"usageType\":\"Generic\",\"content\":\"{{code}}\"}]}", test_no_sender);
  add ("empty-sender", NULL, test_empty_sender);
  add ("follows", NULL, test_follows);
  add ("curl", NULL, test_curl);
  add ("curl-sandbox", NULL, test_curl_sandbox);
  g_test_add_func ("/test-run/choice", test_choice);

  return g_test_run ();
}
