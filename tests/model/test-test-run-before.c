/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "run-test.h"

typedef struct
{
  Fixture *fixture;
  const char *cost;
} CostWanted;

static gboolean
costs (gpointer user_data)
{
  const CostWanted *wanted = user_data;
  g_autofree char *cost = NULL;

  g_object_get (wanted->fixture->run, "cost", &cost, NULL);

  return g_strcmp0 (cost, wanted->cost) == 0;
}

static void
wait_for_cost (Fixture *self, const char *cost)
{
  CostWanted wanted = { self, cost };

  wait_for (costs, &wanted);
}

/* The gateway that is chosen is asked, once the country stands: not at each digit, and for no other country. */
static void
test_price (Fixture *self, gconstpointer config)
{
  g_autoptr (GString) typed = g_string_new ("+49");

  self->gateway->prices = ONE_PRICE;
  seven_test_run_set_gateway (self->run, self->live);
  for (const char *digit = "17612345678"; *digit != '\0'; digit++) {
    g_string_append_c (typed, *digit);
    seven_test_run_set_recipient (self->run, typed->str);
  }
  assert_string (self->run, "cost", "1 part");
  g_assert_cmpuint (self->gateway->n_price_requests, ==, 0);
  wait_for_cost (self, "1 part · €0.075");
  g_assert_cmpuint (self->gateway->n_price_requests, ==, 1);
  seven_document_set_template_content (self->document, 1,
      "A text that is longer than one hundred and sixty characters, so that it has to go out in two parts, "
      "which cost twice as much as one does, as the person has to know before. {{code}}");
  assert_string (self->run, "cost", "2 parts · €0.15");
  seven_test_run_set_template (self->run, NULL);
  assert_string (self->run, "cost", "");
}

static void
test_price_range (Fixture *self, gconstpointer config)
{
  g_autofree char *question = NULL;

  self->gateway->prices = TWO_PRICES;
  seven_test_run_set_gateway (self->run, self->live);
  seven_test_run_set_recipient (self->run, "+4917612345678");
  wait_for_cost (self, "1 part · €0.07 to €0.085");
  g_object_get (self->run, "question-body", &question, NULL);
  assert_contains (question, "1 part, at most €0.085.");
}

/* Where there is no price that is said, and no send is kept from anybody. */
static void
test_price_missing (Fixture *self, gconstpointer config)
{
  g_autofree char *question = NULL;

  seven_test_run_set_gateway (self->run, self->live);
  seven_test_run_set_recipient (self->run, "+4917612345678");
  wait_for_cost (self, "1 part · price not known");
  assert_boolean (self->run, "ready", TRUE);
  g_object_get (self->run, "question-body", &question, NULL);
  assert_contains (question, "1 part, price not known.");
}

static void
test_price_in_sandbox (Fixture *self, gconstpointer config)
{
  self->gateway->prices = ONE_PRICE;
  seven_test_run_set_recipient (self->run, "+4917612345678");
  wait_for_cost (self, "1 part · €0.075 in the sandbox · nothing is sent");
}

/* Without a key there is nobody to ask. */
static void
test_price_without_key (Fixture *self, gconstpointer config)
{
  seven_document_set_api_key (self->document, "<your-api-key>");
  seven_test_run_set_gateway (self->run, self->live);
  seven_test_run_set_recipient (self->run, "+4917612345678");
  assert_string (self->run, "cost", "1 part · price not known");
}

static void
choose_live (Fixture *self)
{
  seven_test_run_set_gateway (self->run, self->live);
  seven_test_run_set_recipient (self->run, "+4917612345678");
  seven_test_run_set_code (self->run, "111111");
}

/* Until the question is answered there is no other one, and what was asked about is what goes. */
static void
test_ask (Fixture *self, gconstpointer config)
{
  g_autofree char *question = NULL;

  choose_live (self);
  assert_boolean (self->run, "asking", FALSE);
  g_assert_true (seven_test_run_ask (self->run));
  assert_boolean (self->run, "asking", TRUE);
  assert_boolean (self->run, "ready", FALSE);
  g_assert_false (seven_test_run_ask (self->run));
  seven_test_run_send (self->run);
  g_assert_cmpuint (self->gateway->n_requests, ==, 0);
  seven_test_run_set_code (self->run, "222222");
  seven_test_run_set_recipient (self->run, "+436641234567");
  g_object_get (self->run, "question-body", &question, NULL);
  assert_contains (question, "Germany");
  seven_test_run_answer (self->run, TRUE);
  assert_boolean (self->run, "asking", FALSE);
  assert_boolean (self->run, "sending", TRUE);
  assert_contains (seven_request_get_body (self->gateway->request), "111111");
  assert_contains (seven_request_get_body (self->gateway->request), "&to=4917612345678");
  seven_test_run_answer (self->run, TRUE);
  g_assert_cmpuint (self->gateway->n_requests, ==, 1);
  answer (self->gateway, 200, "900", NULL);
  wait_for_result (self->run);
}

static void
test_ask_no (Fixture *self, gconstpointer config)
{
  choose_live (self);
  g_assert_true (seven_test_run_ask (self->run));
  seven_test_run_answer (self->run, FALSE);
  assert_boolean (self->run, "asking", FALSE);
  assert_boolean (self->run, "ready", TRUE);
  seven_test_run_answer (self->run, TRUE);
  g_assert_cmpuint (self->gateway->n_requests, ==, 0);
}

/* The country's objection to the sender is part of the question. */
static void
test_ask_about_sender (Fixture *self, gconstpointer config)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  choose_live (self);
  g_object_get (self->run, "question-body", &before, NULL);
  assert_contains_not (before, "sender");
  seven_test_run_set_recipient (self->run, "+27 123456789");
  g_object_get (self->run, "question-body", &after, NULL);
  assert_contains (after, "A name as sender is replaced by a number");
}

static void
assert_locked (Fixture *self, gboolean locked)
{
  g_autofree char *warning = NULL;
  g_autofree char *question = NULL;

  g_object_get (self->run, "lock-warning", &warning, "question-body", &question, NULL);
  if (locked) {
    assert_contains (warning, "The same text went to this number ");
    assert_contains (question, warning);
  } else {
    g_assert_cmpstr (warning, ==, "");
  }
}

/* The same text to the same number, of either live host, within three minutes. */
static void
test_lock (Fixture *self, gconstpointer config)
{
  choose_live (self);
  assert_locked (self, FALSE);
  send_and_answer (self, 200, ACCEPTED);
  assert_locked (self, TRUE);
  assert_boolean (self->run, "code-in-text", TRUE);
  assert_boolean (self->run, "ready", TRUE);
  seven_test_run_set_gateway (self->run, self->sandbox);
  assert_locked (self, FALSE);
  seven_test_run_set_gateway (self->run, self->live);
  assert_locked (self, TRUE);
  seven_test_run_set_recipient (self->run, "+4917612345679");
  assert_locked (self, FALSE);
  seven_test_run_set_recipient (self->run, "+4917612345678");
  seven_test_run_new_code (self->run);
  assert_locked (self, FALSE);
  seven_test_run_set_code (self->run, "111111");
  assert_locked (self, TRUE);
}

/* It counts down by itself. */
static void
test_lock_counts (Fixture *self, gconstpointer config)
{
  Counter counter = { 0 };

  choose_live (self);
  send_and_answer (self, 200, ACCEPTED);
  g_signal_connect (self->run, "notify::lock-warning", G_CALLBACK (count_cb), &counter);
  while (counter.n < 2)
    g_main_context_iteration (NULL, TRUE);
  assert_locked (self, TRUE);
}

/* A new code is no way out of a text that has none. */
static void
test_lock_without_code (Fixture *self, gconstpointer config)
{
  g_autofree char *warning = NULL;

  choose_live (self);
  send_and_answer (self, 200, ACCEPTED);
  assert_boolean (self->run, "code-in-text", FALSE);
  g_object_get (self->run, "lock-warning", &warning, NULL);
  assert_contains (warning, "There is no {{code}} in the text");
}

/* What stopping means is said before it is done. */
static void
test_stop_hint (Fixture *self, gconstpointer config)
{
  g_autofree char *hint = NULL;

  assert_string (self->run, "stop-hint", "");
  seven_test_run_send (self->run);
  assert_string (self->run, "stop-hint", "Nothing is sent: you can stop at any time.");
  answer (self->gateway, 200, ACCEPTED, NULL);
  wait_for_result (self->run);
  choose_live (self);
  seven_test_run_send (self->run);
  g_object_get (self->run, "stop-hint", &hint, NULL);
  assert_contains (hint, "may still arrive and be billed");
  answer (self->gateway, 200, "900", NULL);
  wait_for_result (self->run);
  assert_string (self->run, "stop-hint", "");
}

#define add(name, config, function) \
  g_test_add ("/test-run/" name, Fixture, config, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("price", NULL, test_price);
  add ("price-range", NULL, test_price_range);
  add ("price-missing", NULL, test_price_missing);
  add ("price-in-sandbox", NULL, test_price_in_sandbox);
  add ("price-without-key", NULL, test_price_without_key);
  add ("ask", NULL, test_ask);
  add ("ask-no", NULL, test_ask_no);
  add ("ask-about-sender", NULL, test_ask_about_sender);
  add ("lock", NULL, test_lock);
  add ("lock-counts", NULL, test_lock_counts);
  add ("lock-without-code", "{\"apiKey\":\"secret-key\",\"templates\":[{\"content\":\"no code\"}]}",
      test_lock_without_code);
  add ("stop-hint", NULL, test_stop_hint);

  return g_test_run ();
}
