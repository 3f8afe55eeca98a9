/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-host-comparison.h"

#include "fake-asked-gateway.h"

typedef struct
{
  Asked asked;
  SevenHostComparison *comparison;
} Fixture;

static void
set_up (Fixture *self, gconstpointer key)
{
  asked_set_up (&self->asked, key != NULL ? key : KEY);
  self->comparison = seven_host_comparison_new (self->asked.document, self->asked.session);
}

static void
tear_down (Fixture *self, gconstpointer key)
{
  settle ();
  g_assert_finalize_object (self->comparison);
  asked_tear_down (&self->asked);
}

static void
assert_state (Fixture *self, gboolean busy, gboolean alike, gboolean differs)
{
  assert_boolean (self->comparison, "busy", busy);
  assert_boolean (self->comparison, "alike", alike);
  assert_boolean (self->comparison, "differs", differs);
}

static void
assert_answer (Fixture *self, const char *property, const char *host, const char *piece, gboolean warning)
{
  g_autoptr (SevenFact) fact = NULL;

  g_object_get (self->comparison, property, &fact, NULL);
  if (host == NULL) {
    g_assert_null (fact);
    return;
  }
  g_assert_cmpstr (seven_fact_get_label (fact), ==, host);
  assert_contains (seven_fact_get_value (fact), piece);
  g_assert_true (seven_fact_get_warning (fact) == warning);
}

/* Both are asked at once, with the same key. */
static void
test_alike (Fixture *self, gconstpointer data)
{
  assert_state (self, FALSE, FALSE, FALSE);
  assert_boolean (self->comparison, "ready", TRUE);
  seven_host_comparison_run (self->comparison);
  seven_host_comparison_run (self->comparison);
  assert_state (self, TRUE, FALSE, FALSE);
  assert_string (self->comparison, "words", "Asking both hosts…");
  g_assert_cmpuint (self->asked.seven->n_requests, ==, 1);
  g_assert_cmpuint (self->asked.old->n_requests, ==, 1);
  g_assert_cmpstr (seven_request_get_auth_value (self->asked.seven->request), ==, KEY);
  g_assert_cmpstr (seven_request_get_auth_value (self->asked.old->request), ==, KEY);
  asked_gateway_answer (self->asked.old, BALANCE);
  assert_state (self, TRUE, FALSE, FALSE);
  assert_answer (self, "new-answer", NULL, NULL, FALSE);
  asked_gateway_answer (self->asked.seven, "{\"amount\":44.6309,\"currency\":\"EUR\"}");
  assert_state (self, FALSE, TRUE, FALSE);
  assert_string (self->comparison, "words", "Both hosts accept the key and show the same balance.");
  assert_answer (self, "new-answer", "gateway.seven.io", "44.63 EUR left", FALSE);
  assert_answer (self, "old-answer", "gateway.sms77.io", "44.63 EUR left", FALSE);
}

typedef struct
{
  const char *name;
  const char *new_reply;
  const char *old_reply;
  const char *piece;
} Difference;

static const Difference differences[] = {
  { "balances", BALANCE, "{\"amount\":44.5,\"currency\":\"EUR\"}", "show different balances" },
  { "currencies", BALANCE, "{\"amount\":44.631,\"currency\":\"USD\"}", "show different balances" },
  { "old-refuses-key", BALANCE, "900",
      "The old host, which the connector calls, refuses the key: Logto’s messages would fail although a test "
      "over the new host passes." },
  { "old-demands-signature", BALANCE, "901", "refuses the key: Logto’s messages would fail" },
  { "old-refuses-call", BALANCE, "902", "refuses this call" },
  { "old-refuses-address", BALANCE, "903", "refuses this call" },
  { "old-unreadable", BALANCE, "<html>", "gave no answer that counts: Logto’s messages may fail" },
  { "new-refuses", "900", BALANCE, "accepts the key; the new one does not" },
  { "new-unreadable", "", BALANCE, "accepts the key; the new one does not" },
  { "both-refuse-key", "900", "\"900\"", "they refuse the key, and Logto’s messages would fail" },
  { "both-902", "902", "902", "Sending may work all the same" },
  { "both-903", "903", "903", "refuse the address of this computer" },
  { "both-700", "700", "700", "they refuse this call" },
  { "each-another", "900", "902", "each for another reason" },
  { "one-unreadable", "900", "<html>", "each for another reason" },
  { "both-unreadable", "", "<html>", "nothing is known about the key" },
};

static void
test_difference (gconstpointer data)
{
  const Difference *difference = data;
  Fixture fixture;
  g_autofree char *words = NULL;

  set_up (&fixture, NULL);
  seven_host_comparison_run (fixture.comparison);
  asked_gateway_answer (fixture.asked.seven, difference->new_reply);
  asked_gateway_answer (fixture.asked.old, difference->old_reply);
  assert_state (&fixture, FALSE, FALSE, TRUE);
  g_object_get (fixture.comparison, "words", &words, NULL);
  assert_contains (words, difference->piece);
  assert_contains_not (words, KEY);
  tear_down (&fixture, NULL);
}

static void
test_no_answer (Fixture *self, gconstpointer data)
{
  seven_host_comparison_run (self->comparison);
  asked_gateway_answer (self->asked.seven, BALANCE);
  asked_gateway_fail (self->asked.old, SEVEN_GATEWAY_ERROR_TIMED_OUT, "The time was over.");
  assert_state (self, FALSE, FALSE, TRUE);
  assert_answer (self, "old-answer", "gateway.sms77.io", "The time was over.", TRUE);
}

static void
test_no_key (Fixture *self, gconstpointer data)
{
  assert_boolean (self->comparison, "ready", FALSE);
  assert_string (self->comparison, "obstacle", "Enter the API key first");
  assert_string (self->comparison, "words", "Enter the API key first");
  seven_host_comparison_run (self->comparison);
  g_assert_cmpuint (self->asked.seven->n_requests, ==, 0);
}

static void
test_no_gateway (Fixture *self, gconstpointer data)
{
  g_list_store_remove (self->asked.gateways, 2);
  assert_string (self->comparison, "obstacle", "There is no live gateway to ask");
  seven_host_comparison_run (self->comparison);
  assert_state (self, FALSE, FALSE, FALSE);
}

static void
test_other_key (Fixture *self, gconstpointer data)
{
  seven_host_comparison_run (self->comparison);
  asked_gateway_answer (self->asked.seven, BALANCE);
  asked_gateway_answer (self->asked.old, BALANCE);
  seven_document_set_api_key (self->asked.document, OTHER_KEY);
  assert_state (self, FALSE, FALSE, FALSE);
  assert_answer (self, "new-answer", NULL, NULL, FALSE);
  assert_answer (self, "old-answer", NULL, NULL, FALSE);
}

static void
test_stop (Fixture *self, gconstpointer data)
{
  seven_host_comparison_stop (self->comparison);
  seven_host_comparison_run (self->comparison);
  asked_gateway_answer (self->asked.seven, BALANCE);
  seven_host_comparison_stop (self->comparison);
  g_assert_cmpuint (self->asked.old->n_stopped, ==, 1);
  assert_state (self, FALSE, FALSE, FALSE);
  assert_answer (self, "new-answer", NULL, NULL, FALSE);
  settle ();
  assert_state (self, FALSE, FALSE, FALSE);
}

#define add(name, key, function) \
  g_test_add ("/host-comparison/" name, Fixture, key, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("alike", NULL, test_alike);
  for (gsize i = 0; i < G_N_ELEMENTS (differences); i++) {
    g_autofree char *path = g_strconcat ("/host-comparison/difference/", differences[i].name, NULL);

    g_test_add_data_func (path, &differences[i], test_difference);
  }
  add ("no-answer", NULL, test_no_answer);
  add ("no-key", "<your-api-key>", test_no_key);
  add ("no-gateway", NULL, test_no_gateway);
  add ("other-key", NULL, test_other_key);
  add ("stop", NULL, test_stop);

  return g_test_run ();
}
