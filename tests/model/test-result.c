/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-result.h"

#include "seven-send-job.h"

#include "model-test.h"
#include "script-gateway.h"

#include <stdio.h>

#define KEY "example-key-not-real"
#define CODE "482913"
#define CONFIG "{\"apiKey\":\"" KEY "\",\"from\":\"Acme\",\"templates\":[]}"

#define MESSAGE(id, recipient, rest) \
  "{\"id\":" id ",\"recipient\":\"" recipient "\",\"encoding\":\"gsm\",\"parts\":1,\"price\":0.075" rest "}"
#define ACCEPTED \
  "{\"success\":\"100\",\"total_price\":0.075,\"balance\":46.748,\"messages\":[" MESSAGE ( \
      "\"77\"", "447700900123", ",\"success\":true") "]}"

typedef struct
{
  ScriptGateway *gateway;
  SevenSession *session;
  SevenGatewayChoice *choice;
  SevenDocument *document;
  SevenSendJob *job; /* (nullable): the last one */
  SevenResult *result; /* (nullable): of it */
} Fixture;

static void
set_up (Fixture *self, gconstpointer live)
{
  g_autoptr (GListStore) gateways = g_list_store_new (SEVEN_TYPE_GATEWAY_CHOICE);

  self->gateway = g_object_new (SCRIPT_TYPE_GATEWAY, NULL);
  self->choice = g_object_new (SEVEN_TYPE_GATEWAY_CHOICE, "id", live != NULL ? "seven" : "sandbox", "name",
      "Fake", "live", live != NULL, "gateway", self->gateway, "base-url", "https://gateway.example", NULL);
  g_list_store_append (gateways, self->choice);
  self->session = seven_session_new (NULL, NULL, NULL, NULL, G_LIST_MODEL (gateways));
  self->document = seven_document_new ();
  seven_document_reset (self->document, CONFIG, strlen (CONFIG), NULL, NULL);
}

static void
tear_down (Fixture *self, gconstpointer live)
{
  g_clear_pointer (&self->job, seven_send_job_unref);
  g_clear_object (&self->choice);
  if (self->result != NULL)
    g_assert_finalize_object (g_steal_pointer (&self->result));
  settle ();
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->document);
  g_assert_finalize_object (self->gateway);
}

static void
sent_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  Fixture *self = user_data;

  self->result = seven_send_job_run_finish (self->job, result);
}

static void
send_script (Fixture *self, const char *const *script, guint n_lines)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SevenPhone) phone = seven_phone_parse ("+447700900123", NULL);
  g_autoptr (SevenMessage) message = seven_message_new (0, "SignIn", "Acme", "{{code}} is it.", CODE);

  g_clear_object (&self->result);
  g_clear_pointer (&self->job, seven_send_job_unref);
  self->job =
      seven_send_job_new (self->session, self->document, self->choice, KEY, "SignIn", "Acme", message, phone);
  script_gateway_play (self->gateway, script, n_lines);
  seven_send_job_run_async (self->job, cancellable, sent_cb, self);
  while (self->result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
send_for (Fixture *self, const char *body)
{
  const char *const script[] = { body };

  send_script (self, script, G_N_ELEMENTS (script));
}

typedef struct
{
  const char *body;
  const char *state;
  SevenRemedy remedy;
  const char *label;
  const char *logto;
  gboolean logto_wrong;
  gboolean has_lookup;
} Case;

#define ERROR "Logto would have reported an error"
#define SUCCESS "Logto would have reported success"

static const Case cases[] = {
  { "100", "accepted", SEVEN_REMEDY_NONE, NULL, SUCCESS, FALSE, FALSE },
  { "101", "refused", SEVEN_REMEDY_NONE, NULL, SUCCESS, TRUE, FALSE },
  { "201", "refused", SEVEN_REMEDY_SENDER, "Go to Sender", ERROR, FALSE, FALSE },
  { "202", "refused", SEVEN_REMEDY_RECIPIENT, "Go to Recipient", ERROR, FALSE, FALSE },
  { "300", "refused", SEVEN_REMEDY_API_KEY, "Go to Key", ERROR, FALSE, FALSE },
  { "301", "refused", SEVEN_REMEDY_RECIPIENT, "Go to Recipient", ERROR, FALSE, FALSE },
  { "305", "refused", SEVEN_REMEDY_TEXT, "Go to Template", ERROR, FALSE, FALSE },
  { "306", "refused", SEVEN_REMEDY_SENDER, "Go to Sender", ERROR, FALSE, FALSE },
  { "308", "refused", SEVEN_REMEDY_NONE, NULL, SUCCESS, TRUE, FALSE },
  { "401", "refused", SEVEN_REMEDY_TEXT, "Go to Template", ERROR, FALSE, FALSE },
  { "402", "refused", SEVEN_REMEDY_WAIT, "Use a New Code", ERROR, FALSE, FALSE },
  { "403", "refused", SEVEN_REMEDY_RECIPIENT, "Go to Recipient", SUCCESS, TRUE, FALSE },
  { "500", "refused", SEVEN_REMEDY_ACCOUNT, "Open seven’s Site", ERROR, FALSE, FALSE },
  { "600", "refused", SEVEN_REMEDY_NONE, NULL, ERROR, FALSE, FALSE },
  { "603", "refused", SEVEN_REMEDY_ACCOUNT, "Open seven’s Site", SUCCESS, TRUE, FALSE },
  { "700", "refused", SEVEN_REMEDY_NONE, NULL, ERROR, FALSE, FALSE },
  { "900", "refused", SEVEN_REMEDY_API_KEY, "Go to Key", ERROR, FALSE, FALSE },
  { "901", "refused", SEVEN_REMEDY_ACCOUNT, "Open seven’s Site", ERROR, FALSE, FALSE },
  { "902", "refused", SEVEN_REMEDY_ACCOUNT, "Open seven’s Site", ERROR, FALSE, FALSE },
  { "903", "refused", SEVEN_REMEDY_ACCOUNT, "Open seven’s Site", ERROR, FALSE, FALSE },
  { "{\"success\":\"900\"}", "refused", SEVEN_REMEDY_API_KEY, "Go to Key", SUCCESS, TRUE, FALSE },
  { "{\"success\":\"100\",\"messages\":[{\"success\":false,\"error\":402}]}", "refused", SEVEN_REMEDY_WAIT,
      "Use a New Code", SUCCESS, TRUE, FALSE },
  { "987", "unknown", SEVEN_REMEDY_NONE, NULL, SUCCESS, TRUE, TRUE },
  { "<html>", "unknown", SEVEN_REMEDY_NONE, NULL, SUCCESS, TRUE, TRUE },
  { "", "unknown", SEVEN_REMEDY_NONE, NULL, SUCCESS, TRUE, TRUE },
  { NULL, "unknown", SEVEN_REMEDY_NONE, NULL, ERROR, FALSE, TRUE },
};

/* What to do next, where to do it, and what Logto would have said. */
static void
test_case (gconstpointer data)
{
  const Case *test = data;
  Fixture fixture = { NULL };
  g_autofree char *next_step = NULL;

  set_up (&fixture, NULL);
  send_for (&fixture, test->body);
  assert_string (fixture.result, "state", test->state);
  g_assert_cmpint (seven_result_get_remedy (fixture.result), ==, test->remedy);
  assert_string (fixture.result, "remedy-label", test->label);
  assert_string (
      fixture.result, "remedy-uri", test->remedy == SEVEN_REMEDY_ACCOUNT ? "https://app.seven.io/" : NULL);
  assert_string (fixture.result, "logto-title", test->logto);
  assert_boolean (fixture.result, "logto-wrong", test->logto_wrong);
  g_assert_true ((seven_result_get_lookup (fixture.result) != NULL) == test->has_lookup);
  g_assert_null (seven_result_get_delivery (fixture.result));
  g_object_get (fixture.result, "next-step", &next_step, NULL);
  if (test->remedy != SEVEN_REMEDY_NONE || test->has_lookup)
    g_assert_nonnull (next_step);
  tear_down (&fixture, NULL);
}

static const SevenDelivery steps[] = { SEVEN_DELIVERY_ACCEPTED, SEVEN_DELIVERY_DELIVERED };

/* What was accepted is watched by itself, with the id and the key of the send. */
static void
test_delivery (Fixture *self, gconstpointer live)
{
  static const char *const script[] = { ACCEPTED, "[{\"id\":\"77\",\"dlr\":\"DELIVERED\"}]" };
  SevenDeliveryWatch *watch;
  GListModel *list;

  send_script (self, script, G_N_ELEMENTS (script));
  watch = seven_result_get_delivery (self->result);
  g_assert_nonnull (watch);
  g_assert_null (seven_result_get_lookup (self->result));
  assert_string (self->result, "countdown", "");
  while (seven_delivery_watch_is_watching (watch))
    g_main_context_iteration (NULL, TRUE);
  assert_contains (self->gateway->last, "GET /api/journal/outbound?id=77");
  g_assert_cmpstr (self->gateway->last_auth, ==, KEY);
  list = seven_delivery_watch_get_steps (watch);
  g_assert_cmpuint (count_items (list), ==, G_N_ELEMENTS (steps));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autoptr (SevenDeliveryStep) step = g_list_model_get_item (list, i);

    g_assert_cmpint (seven_delivery_step_get_delivery (step), ==, steps[i]);
  }
  g_assert_cmpint (seven_run_record_get_entry (seven_send_job_get_record (self->job))->delivery, ==,
      SEVEN_DELIVERY_DELIVERED);
}

/* One that was lost is found, and followed from there. */
static void
test_lookup (Fixture *self, gconstpointer live)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d %H:%M:%S");
  g_autofree char *found = g_strdup_printf ("[{\"id\":\"78\",\"to\":\"447700900123\",\"text\":\"" CODE
                                            " is it.\",\"timestamp\":\"%s\",\"price\":\"0.075\"}]",
      time);
  const char *const script[] = { NULL, "[]", found, "[{\"id\":\"78\",\"dlr\":\"DELIVERED\"}]" };
  Counter deliveries = { 0 };
  SevenLookup *lookup;

  send_script (self, script, G_N_ELEMENTS (script));
  g_signal_connect (self->result, "notify::delivery", G_CALLBACK (count_cb), &deliveries);
  lookup = seven_result_get_lookup (self->result);
  for (guint i = 0; i < 2; i++) {
    g_assert_null (seven_result_get_delivery (self->result));
    seven_lookup_start (lookup);
    while (seven_lookup_get_state (lookup) == SEVEN_LOOKUP_LOOKING)
      g_main_context_iteration (NULL, TRUE);
  }
  g_assert_cmpint (seven_lookup_get_state (lookup), ==, SEVEN_LOOKUP_FOUND);
  g_assert_cmpuint (deliveries.n, ==, 1);
  while (seven_delivery_watch_is_watching (seven_result_get_delivery (self->result)))
    g_main_context_iteration (NULL, TRUE);
  assert_boolean (seven_result_get_delivery (self->result), "final", TRUE);
  g_assert_cmpuint (self->gateway->n_requests, ==, G_N_ELEMENTS (script));
}

/* Nobody is asked once the result is gone. */
static void
test_gone (Fixture *self, gconstpointer live)
{
  send_for (self, NULL);
  script_gateway_play (self->gateway, NULL, 0);
  seven_lookup_start (seven_result_get_lookup (self->result));
  g_assert_nonnull (self->gateway->waiting);
  g_assert_finalize_object (g_steal_pointer (&self->result));
  g_assert_null (self->gateway->waiting);
}

static void
assert_lock (Fixture *self, const char *before, guint most)
{
  g_autofree char *countdown = NULL;
  guint minutes = 0;
  guint seconds = 0;

  g_object_get (self->result, "countdown", &countdown, NULL);
  g_assert_true (g_str_has_prefix (countdown, before));
  g_assert_cmpint (sscanf (countdown + strlen (before), "%u:%02u", &minutes, &seconds), ==, 2);
  g_assert_cmpuint (minutes * 60 + seconds, <=, most);
  g_assert_cmpuint (minutes * 60 + seconds, >=, most - 10);
}

/* The lock is that of the last send of this text, where this program made it. */
static void
test_lock (Fixture *self, gconstpointer live)
{
  send_for (self, "402");
  assert_lock (self, "The lock ends in at most ", 180);
  send_for (self, "{\"success\":\"100\",\"messages\":[]}");
  assert_string (self->result, "countdown", "");
  send_for (self, "402");
  if (live != NULL)
    assert_lock (self, "The lock ends in ", 180);
  else
    assert_lock (self, "The lock ends in at most ", 180);
}

static SevenResult *
create_locked (guint lock)
{
  g_autoptr (SevenRequest) request = seven_request_new_send (KEY, "Acme", "x", "447700900123");
  g_autoptr (GBytes) reply = g_bytes_new_static ("402", 3);
  g_autoptr (SevenExchange) exchange = seven_exchange_new ("", TRUE, 200, NULL, reply, 1, NULL);
  g_autoptr (SevenOutcome) outcome = seven_outcome_new (exchange, TRUE);
  g_autoptr (SevenSmsText) predicted = seven_sms_text_new ("x");
  SevenResultContext context = {
    .gateway = "Fake",
    .request = request,
    .recipient = "+44 7700 900123",
    .predicted = predicted,
    .accepted_config = TRUE,
    .lock = lock,
  };

  return seven_result_new (outcome, &context);
}

/* It counts, and ends in words. */
static void
test_countdown (void)
{
  g_autoptr (SevenResult) result = create_locked (1);
  Counter ticks = { 0 };
  g_autofree char *words = NULL;

  assert_string (result, "countdown", "The lock ends in 0:01");
  g_signal_connect (result, "notify::countdown", G_CALLBACK (count_cb), &ticks);
  do {
    g_main_context_iteration (NULL, TRUE);
    g_clear_pointer (&words, g_free);
    g_object_get (result, "countdown", &words, NULL);
  } while (g_str_has_prefix (words, "The lock ends"));
  g_assert_cmpstr (words, ==, "The lock is over: the same text can be sent again.");
  g_assert_cmpuint (ticks.n, >, 0);
  g_assert_finalize_object (g_steal_pointer (&result));
}

static SevenFact *
find_fact (SevenResult *result, const char *label)
{
  GListModel *facts = seven_result_get_facts (result);

  for (guint i = 0; i < count_items (facts); i++) {
    g_autoptr (SevenFact) fact = g_list_model_get_item (facts, i);

    if (g_str_equal (seven_fact_get_label (fact), label))
      return g_steal_pointer (&fact);
  }
  return NULL;
}

/* A test has one recipient; what a reply says of others stands out. */
static void
test_recipients (Fixture *self, gconstpointer live)
{
  g_autoptr (SevenFact) same = NULL;
  g_autoptr (SevenFact) other = NULL;
  g_autoptr (SevenFact) followed = NULL;

  send_for (self, ACCEPTED);
  same = find_fact (self->result, "Recipient in the reply");
  g_assert_null (same);
  send_for (self,
      "{\"success\":\"100\",\"messages\":[" MESSAGE ("\"77\"", "447700900124", ",\"success\":true") "]}");
  other = find_fact (self->result, "Recipient in the reply");
  g_assert_nonnull (other);
  g_assert_true (seven_fact_get_warning (other));
  g_assert_cmpstr (seven_fact_get_value (other), ==, "447700900124");
  send_for (self,
      "{\"success\":\"100\",\"messages\":[" MESSAGE (
          "null", "447700900124", ",\"success\":false,\"error\":202") "," MESSAGE ("\"79\"", "447700900123",
          ",\"success\":true") "]}");
  assert_string (self->result, "state", "partial");
  followed = find_fact (self->result, "Delivery");
  g_assert_nonnull (followed);
  g_assert_nonnull (seven_result_get_delivery (self->result));
}

/* For a ticket: whatever the gateway says in its own words, neither key nor number nor code are in it. */
static void
test_report (Fixture *self, gconstpointer live)
{
  static const char *const bodies[] = {
    ACCEPTED,
    "402",
    "{\"success\":false,\"error\":\"" CODE " to 447700900123 with " KEY "\"}",
    "{\"success\":\"" CODE "\"}",
    "{\"success\":\"100\",\"messages\":[{\"id\":\"" CODE
    "\",\"success\":false,\"error\":298,\"error_text\":\"" CODE " is it.\"}]}",
    "{\"success\":\"100\",\"messages\":[{\"id\":\"447700900123\",\"success\":true}]}",
    "<html>" CODE "</html>",
    NULL,
  };
  static const char *const secrets[] = { KEY, CODE, "447700900123", "7700 900123", "is it." };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autofree char *report = NULL;

    send_for (self, bodies[i]);
    report = seven_result_dup_report (self->result);
    for (gsize j = 0; j < G_N_ELEMENTS (secrets); j++)
      assert_contains_not (report, secrets[j]);
    assert_contains (report, "Recipient: +447…23\n");
    assert_contains (report, "Usage type: SignIn\n");
    assert_contains (report, "Logto: ");
    if (i == 0) {
      assert_contains (report, "Result: 100 · Accepted\n");
      assert_contains (report, "Message: 77\n");
      assert_contains (report, "Parts: 1 predicted · 1 billed\n");
      assert_contains (report, "Price: €0.075\n");
      assert_contains (report, " · Accepted by seven · after ");
    }
  }
}

/* printf stands for curl: what sh makes of the command. */
static char *
run_in_sh (const char *command)
{
  const char *argv[] = { "/bin/sh", "-euc", NULL, NULL };
  g_autofree char *script =
      g_strdup_printf ("SEVEN_API_KEY='it'\\''s $HOME'; curl () { printf '<%%s>' \"$@\"; }; %s", command);
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  argv[2] = script;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);

  return output;
}

/* Whatever stands in a text or a sender, sh hands it on as it is, and runs nothing. The variable holds the key as the
 * config does, with the word Bearer where it has one. */
static void
test_curl (void)
{
  static const char *const texts[] = { "plain", "it's", "\"quoted\"", "a\nb\r\nc", "$HOME ${HOME} $(id)",
    "`id`", "\\ \\n \\\\", "!! & | ; < > * ? ~ #", "' ; id ; '", "ä 😀 ’", "%41+&=", "" };
  static const char *const keys[] = { KEY, "Bearer " KEY };

  for (gsize i = 0; i < G_N_ELEMENTS (texts) * G_N_ELEMENTS (keys); i++) {
    const char *text = texts[i / G_N_ELEMENTS (keys)];
    gboolean bearer = i % G_N_ELEMENTS (keys) == 1;
    g_autoptr (SevenRequest) request =
        seven_request_new_send (keys[i % G_N_ELEMENTS (keys)], text, text, "447700900123");
    g_autoptr (GBytes) reply = g_bytes_new_static ("100", 3);
    g_autoptr (SevenExchange) exchange = seven_exchange_new ("", TRUE, 200, NULL, reply, 1, NULL);
    g_autoptr (SevenOutcome) outcome = seven_outcome_new (exchange, TRUE);
    g_autoptr (SevenSmsText) predicted = seven_sms_text_new (text);
    SevenResultContext context = {
      .gateway = "Fake",
      .base_url = "https://gateway.example/it's $HOME/",
      .request = request,
      .recipient = "+44 7700 900123",
      .predicted = predicted,
    };
    g_autoptr (SevenResult) result = seven_result_new (outcome, &context);
    g_autofree char *output = run_in_sh (seven_result_get_curl (result));
    g_autofree char *data = g_strdup_printf ("<--data-raw><%s>", seven_request_get_body (request));

    assert_contains_not (seven_result_get_curl (result), KEY);
    assert_contains (output, data);
    assert_contains (output, "<--url><https://gateway.example/it's $HOME/api/sms>");
    assert_contains (
        output, bearer ? "<--header><Authorization: it's $HOME>" : "<--header><X-Api-Key: it's $HOME>");
  }
}

#define add(name, live, function) g_test_add ("/result/" name, Fixture, live, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/result/next-step/%u", (guint) i);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  add ("delivery", NULL, test_delivery);
  add ("lookup", NULL, test_lookup);
  add ("gone", NULL, test_gone);
  add ("lock/sandbox", NULL, test_lock);
  add ("lock/live", "live", test_lock);
  add ("recipients", NULL, test_recipients);
  add ("report", NULL, test_report);
  g_test_add_func ("/result/countdown", test_countdown);
  g_test_add_func ("/result/curl", test_curl);

  return g_test_run ();
}
