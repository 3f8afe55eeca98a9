/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "fake-history-store.h"
#include "model-test.h"
#include "script-gateway.h"

#include "seven-record-watch.h"

#define KEY "example-key-not-real"
#define WITH_KEY "{\"apiKey\": \"" KEY "\", \"from\": \"Acme\", \"templates\": []}"
#define WITHOUT_KEY "{\"apiKey\": \"<your-api-key>\", \"from\": \"Acme\", \"templates\": []}"

typedef struct
{
  ScriptGateway *sandbox;
  ScriptGateway *live;
  GListStore *gateways;
  SevenSession *session;
  SevenDocument *document;
} Fixture;

static ScriptGateway *
append (GListStore *gateways, const char *id, gboolean live)
{
  ScriptGateway *gateway = g_object_new (SCRIPT_TYPE_GATEWAY, NULL);
  g_autoptr (SevenGatewayChoice) choice =
      seven_gateway_choice_new (id, id, "", live, SEVEN_GATEWAY (gateway));

  g_list_store_append (gateways, choice);
  return gateway;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->gateways = g_list_store_new (SEVEN_TYPE_GATEWAY_CHOICE);
  self->sandbox = append (self->gateways, "sandbox", FALSE);
  self->live = append (self->gateways, "seven", TRUE);
  self->session = seven_session_new (NULL, NULL, NULL, NULL, G_LIST_MODEL (self->gateways));
  self->document = seven_document_new ();
  seven_document_reset (self->document, WITH_KEY, strlen (WITH_KEY), NULL, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->document);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->gateways);
  g_assert_finalize_object (self->sandbox);
  g_assert_finalize_object (self->live);
}

static SevenRunRecord *
create_record (const char *gateway, SevenDelivery delivery)
{
  SevenHistoryEntry *entry = fake_history_entry_new (g_get_real_time ());

  g_clear_pointer (&entry->gateway, g_free);
  entry->gateway = g_strdup (gateway);
  entry->delivery = delivery;
  return seven_run_record_new (NULL, entry);
}

static void
test_obstacles (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *gateway;
    SevenDelivery delivery;
    const char *text; /* (nullable): no document */
    const char *obstacle; /* (nullable) */
  } cases[] = {
    { "seven", SEVEN_DELIVERY_TRANSMITTED, WITH_KEY, NULL },
    { "seven", SEVEN_DELIVERY_NONE, WITH_KEY, NULL },
    { "sandbox", SEVEN_DELIVERY_TRANSMITTED, NULL, NULL },
    { "seven", SEVEN_DELIVERY_DELIVERED, WITH_KEY, "There is no report to wait for" },
    { "old", SEVEN_DELIVERY_NONE, WITH_KEY, "The gateway of this test is not known here" },
    { NULL, SEVEN_DELIVERY_NONE, WITH_KEY, "The gateway of this test is not known here" },
    { "seven", SEVEN_DELIVERY_NONE, WITHOUT_KEY, "Open the config with the API key of this test first" },
    { "seven", SEVEN_DELIVERY_NONE, NULL, "Open the config with the API key of this test first" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenRunRecord) record = create_record (cases[i].gateway, cases[i].delivery);
    g_autoptr (SevenDeliveryWatch) watch = NULL;
    const char *obstacle = "untouched";

    if (cases[i].text != NULL)
      seven_document_reset (self->document, cases[i].text, strlen (cases[i].text), NULL, NULL);
    watch = seven_record_watch_new (
        self->session, record, cases[i].text != NULL ? self->document : NULL, &obstacle);
    g_assert_cmpstr (obstacle, ==, cases[i].obstacle);
    g_assert_true ((watch == NULL) == (obstacle != NULL));
    g_assert_cmpuint (self->live->n_requests, ==, 0);
  }
}

/* Which tests wait for a report at all. */
static void
test_awaits (Fixture *self, gconstpointer data)
{
  static const struct
  {
    SevenState state;
    const char *message_id;
    gboolean awaits;
  } cases[] = {
    { SEVEN_STATE_ACCEPTED, "77", TRUE },
    { SEVEN_STATE_PARTIAL, "77", TRUE },
    { SEVEN_STATE_UNKNOWN, "77", TRUE },
    { SEVEN_STATE_UNKNOWN, NULL, FALSE },
    { SEVEN_STATE_ACCEPTED, NULL, FALSE },
    { SEVEN_STATE_REFUSED, "77", FALSE },
    { SEVEN_STATE_FAILED, "77", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SevenHistoryEntry *entry = seven_history_entry_new ();
    g_autoptr (SevenRunRecord) record = NULL;

    entry->state = cases[i].state;
    entry->message_id = g_strdup (cases[i].message_id);
    record = seven_run_record_new (NULL, entry);
    assert_boolean (record, "awaits-report", cases[i].awaits);
  }
}

static gboolean
is_asked (ScriptGateway *gateway)
{
  return gateway->n_requests > 0;
}

static void
start (Fixture *self, SevenRunRecord *record, ScriptGateway *gateway)
{
  const char *obstacle;
  SevenDeliveryWatch *watch = seven_record_watch_new (self->session, record, self->document, &obstacle);

  seven_delivery_watch_start (watch);
  while (!is_asked (gateway))
    g_main_context_iteration (NULL, TRUE);
  seven_delivery_watch_stop (watch);
  settle ();
  g_assert_finalize_object (watch);
}

/* The sandbox never gets the real key. */
static void
test_key (Fixture *self, gconstpointer data)
{
  g_autoptr (SevenRunRecord) live = create_record ("seven", SEVEN_DELIVERY_NONE);
  g_autoptr (SevenRunRecord) sandbox = create_record ("sandbox", SEVEN_DELIVERY_NONE);

  start (self, live, self->live);
  g_assert_cmpstr (self->live->last_auth, ==, KEY);
  start (self, sandbox, self->sandbox);
  g_assert_cmpstr (self->sandbox->last_auth, ==, SEVEN_GATEWAY_CHOICE_SANDBOX_KEY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/record-watch/obstacles", Fixture, NULL, set_up, test_obstacles, tear_down);
  g_test_add ("/record-watch/awaits", Fixture, NULL, set_up, test_awaits, tear_down);
  g_test_add ("/record-watch/key", Fixture, NULL, set_up, test_key, tear_down);
  return g_test_run ();
}
