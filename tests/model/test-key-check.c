/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-key-check.h"

#include "fake-asked-gateway.h"

typedef struct
{
  Asked asked;
  SevenKeyCheck *check;
} Fixture;

static void
set_up (Fixture *self, gconstpointer key)
{
  asked_set_up (&self->asked, key != NULL ? key : KEY);
  self->check = seven_key_check_new (self->asked.document, self->asked.session);
}

static void
tear_down (Fixture *self, gconstpointer key)
{
  settle ();
  g_assert_finalize_object (self->check);
  asked_tear_down (&self->asked);
}

static void
assert_state (Fixture *self, gboolean busy, gboolean good, gboolean failed)
{
  assert_boolean (self->check, "busy", busy);
  assert_boolean (self->check, "good", good);
  assert_boolean (self->check, "failed", failed);
}

static void
test_accepted (Fixture *self, gconstpointer data)
{
  Counter counter = { 0 };

  g_signal_connect (self->check, "notify::words", G_CALLBACK (count_cb), &counter);
  assert_state (self, FALSE, FALSE, FALSE);
  assert_boolean (self->check, "ready", TRUE);
  assert_string (self->check, "obstacle", "");
  assert_string (self->check, "words", "Asks gateway.seven.io for the balance, free of charge");
  seven_key_check_run (self->check);
  assert_state (self, TRUE, FALSE, FALSE);
  assert_string (self->check, "words", "Asking gateway.seven.io…");
  g_assert_cmpuint (counter.n, ==, 1);
  g_assert_cmpstr (seven_request_get_auth_value (self->asked.seven->request), ==, KEY);
  g_assert_null (seven_request_get_body (self->asked.seven->request));
  asked_gateway_answer (self->asked.seven, BALANCE);
  assert_state (self, FALSE, TRUE, FALSE);
  assert_string (self->check, "words",
      "44.63 EUR left. If the key allows certain addresses only, that of the Logto server has to be among "
      "them.");
  g_assert_cmpuint (counter.n, ==, 2);
}

typedef struct
{
  const char *name;
  const char *reply;
  gboolean good;
  const char *piece;
} Reply;

static const Reply replies[] = {
  { "bare-amount", "44.631", TRUE, "44.63 left." },
  { "no-currency", "{\"amount\":5}", TRUE, "5.00 left." },
  { "currency-of-nobody", "{\"amount\":5,\"currency\":\"<b>\"}", TRUE, "5.00 left." },
  { "long-currency", "{\"amount\":5,\"currency\":\"euros and cents\"}", TRUE, "5.00 left." },
  { "lower-case", "{\"amount\":5,\"currency\":\"eur\"}", TRUE, "5.00 EUR left." },
  { "nothing-left", "{\"amount\":0,\"currency\":\"EUR\"}", FALSE, "until the account is topped up" },
  { "debts", "{\"amount\":-1.5,\"currency\":\"EUR\"}", FALSE, "-1.50 EUR left. The key is accepted" },
  { "900", "900", FALSE, "900, API key refused." },
  { "900-string", "\"900\"", FALSE, "Check the API key" },
  { "901", "901", FALSE, "neither this program nor the connector can make" },
  { "902", "902", FALSE, "sending may work" },
  { "903", "903", FALSE, "the Logto server" },
  { "html", "<html>", FALSE, "web page" },
  { "empty", "", FALSE, "nothing at all" },
  { "no-amount", "{\"currency\":\"EUR\"}", FALSE, "does not say what was asked for" },
};

static void
test_reply (gconstpointer data)
{
  const Reply *reply = data;
  Fixture fixture;
  g_autofree char *words = NULL;

  set_up (&fixture, NULL);
  seven_key_check_run (fixture.check);
  asked_gateway_answer (fixture.asked.seven, reply->reply);
  assert_state (&fixture, FALSE, reply->good, !reply->good);
  g_object_get (fixture.check, "words", &words, NULL);
  assert_contains (words, reply->piece);
  assert_contains_not (words, KEY);
  tear_down (&fixture, NULL);
}

static void
test_no_answer (Fixture *self, gconstpointer data)
{
  seven_key_check_run (self->check);
  asked_gateway_fail (self->asked.seven, SEVEN_GATEWAY_ERROR_NAME, "The name was not found.");
  assert_state (self, FALSE, FALSE, TRUE);
  assert_string (self->check, "words", "The name was not found.");
}

/* The gateway of the test is asked where it is live, and never the sandbox. */
static void
test_gateway (Fixture *self, gconstpointer data)
{
  g_autoptr (SevenGatewayChoice) sandbox = g_list_model_get_item (G_LIST_MODEL (self->asked.gateways), 0);
  g_autoptr (SevenGatewayChoice) old = g_list_model_get_item (G_LIST_MODEL (self->asked.gateways), 2);

  assert_object_contract (self->check, "gateway", sandbox);
  seven_key_check_run (self->check);
  asked_gateway_answer (self->asked.seven, BALANCE);
  assert_object_contract (self->check, "gateway", old);
  assert_state (self, FALSE, FALSE, FALSE);
  assert_string (self->check, "words", "Asks gateway.sms77.io for the balance, free of charge");
  seven_key_check_run (self->check);
  asked_gateway_answer (self->asked.old, "900");
  assert_state (self, FALSE, FALSE, TRUE);
  g_assert_cmpuint (self->asked.seven->n_requests, ==, 1);
}

static void
test_no_key (Fixture *self, gconstpointer data)
{
  assert_boolean (self->check, "ready", FALSE);
  assert_string (self->check, "obstacle", "Enter the API key first");
  assert_string (self->check, "words", "Enter the API key first");
  seven_key_check_run (self->check);
  g_assert_cmpuint (self->asked.seven->n_requests, ==, 0);
  seven_document_set_api_key (self->asked.document, KEY);
  assert_boolean (self->check, "ready", TRUE);
  assert_string (self->check, "obstacle", "");
}

static void
test_no_gateway (Fixture *self, gconstpointer data)
{
  g_list_store_remove (self->asked.gateways, 1);
  assert_string (self->check, "obstacle", "There is no live gateway to ask");
  seven_key_check_run (self->check);
  assert_state (self, FALSE, FALSE, FALSE);
}

/* What was said of one key is not said of another. */
static void
test_other_key (Fixture *self, gconstpointer data)
{
  seven_key_check_run (self->check);
  asked_gateway_answer (self->asked.seven, BALANCE);
  seven_document_set_sender (self->asked.document, "Acme");
  assert_state (self, FALSE, TRUE, FALSE);
  seven_document_set_api_key (self->asked.document, OTHER_KEY);
  assert_state (self, FALSE, FALSE, FALSE);
  seven_document_undo (self->asked.document);
  assert_state (self, FALSE, FALSE, FALSE);
}

static void
test_other_key_meanwhile (Fixture *self, gconstpointer data)
{
  seven_key_check_run (self->check);
  seven_document_set_api_key (self->asked.document, OTHER_KEY);
  g_assert_cmpuint (self->asked.seven->n_stopped, ==, 1);
  assert_state (self, FALSE, FALSE, FALSE);
  settle ();
  assert_state (self, FALSE, FALSE, FALSE);
}

static void
test_stop (Fixture *self, gconstpointer data)
{
  seven_key_check_stop (self->check);
  seven_key_check_run (self->check);
  seven_key_check_run (self->check);
  g_assert_cmpuint (self->asked.seven->n_requests, ==, 1);
  seven_key_check_stop (self->check);
  g_assert_cmpuint (self->asked.seven->n_stopped, ==, 1);
  assert_state (self, FALSE, FALSE, FALSE);
  seven_key_check_run (self->check);
  settle ();
  assert_state (self, TRUE, FALSE, FALSE);
  asked_gateway_answer (self->asked.seven, BALANCE);
  assert_state (self, FALSE, TRUE, FALSE);
}

#define add(name, key, function) g_test_add ("/key-check/" name, Fixture, key, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("accepted", NULL, test_accepted);
  for (gsize i = 0; i < G_N_ELEMENTS (replies); i++) {
    g_autofree char *path = g_strconcat ("/key-check/reply/", replies[i].name, NULL);

    g_test_add_data_func (path, &replies[i], test_reply);
  }
  add ("no-answer", NULL, test_no_answer);
  add ("gateway", NULL, test_gateway);
  add ("no-key", "<your-api-key>", test_no_key);
  add ("empty-key", "", test_no_key);
  add ("no-gateway", NULL, test_no_gateway);
  add ("other-key", NULL, test_other_key);
  add ("other-key-meanwhile", NULL, test_other_key_meanwhile);
  add ("stop", NULL, test_stop);

  return g_test_run ();
}
