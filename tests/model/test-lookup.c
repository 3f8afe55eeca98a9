/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-lookup.h"

#include "model-test.h"
#include "script-gateway.h"

#define KEY "example-key-not-real"
#define TEXT "123456 is it."

/* 2026-11-23 14:03:02 UTC */
#define SENT G_GINT64_CONSTANT (1795442582)

#define ENTRY(id, text, timestamp) \
  "[{\"id\":" id ",\"to\":\"447700900123\",\"text\":\"" text "\",\"timestamp\":" timestamp \
  ",\"price\":\"0.075\",\"dlr\":null}]"

typedef struct
{
  ScriptGateway *gateway;
  SevenRunRecord *record;
  SevenLookup *lookup;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  SevenHistoryEntry *entry = seven_history_entry_new ();
  g_autoptr (SevenPhone) phone = seven_phone_parse ("+447700900123", NULL);
  g_autoptr (SevenMessage) message = seven_message_new (0, "SignIn", "Acme", "{{code}} is it.", "123456");

  entry->time = SENT * G_USEC_PER_SEC;
  self->record = seven_run_record_new (NULL, entry);
  self->gateway = g_object_new (SCRIPT_TYPE_GATEWAY, NULL);
  self->lookup = seven_lookup_new (SEVEN_GATEWAY (self->gateway), KEY, phone, message, self->record);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  seven_lookup_stop (self->lookup);
  settle ();
  g_assert_finalize_object (self->lookup);
  g_assert_finalize_object (self->record);
  g_assert_finalize_object (self->gateway);
}

static void
look (Fixture *self, const char *answer)
{
  const char *const script[] = { answer };

  script_gateway_play (self->gateway, script, G_N_ELEMENTS (script));
  seven_lookup_start (self->lookup);
  while (seven_lookup_get_state (self->lookup) == SEVEN_LOOKUP_LOOKING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (self->gateway->n_requests, ==, 1);
  /* Whatever comes of it, nothing is ever sent. */
  assert_contains (self->gateway->last, "GET /api/journal/outbound?");
}

typedef struct
{
  const char *name;
  const char *answer;
  SevenLookupState state;
  const char *message_id;
  const char *words;
} Case;

static const Case cases[] = {
  { "found", ENTRY ("\"7701\"", TEXT, "\"2026-11-23 14:03:02.123\""), SEVEN_LOOKUP_FOUND, "7701",
      "accepted at 2026-11-23 14:03:02.123, in seven’s time, and is billed at €0.075" },
  { "found-in-another-zone", ENTRY ("\"7701\"", TEXT, "\"2026-11-23 15:04:02\""), SEVEN_LOOKUP_FOUND, "7701",
      "15:04:02" },
  { "found-at-odd-seconds", ENTRY ("\"7701\"", TEXT, "\"2026-11-23 15:02:02.63102\""), SEVEN_LOOKUP_FOUND,
      "7701", "15:02:02" },
  { "found-with-number", ENTRY ("7701", TEXT, "\"2026-11-23T14:03:02Z\""), SEVEN_LOOKUP_FOUND, "7701", "" },
  { "found-without-price",
      "[{\"id\":\"7701\",\"to\":\"+447700900123\",\"text\":\"" TEXT
      "\",\"timestamp\":\"2026-11-23 14:03:02\",\"price\":null}]",
      SEVEN_LOOKUP_FOUND, "7701", "billed already" },
  /* An id that repeats what was sent would bring it into the history. */
  { "id-is-code", ENTRY ("\"123456\"", TEXT, "\"2026-11-23 14:03:02\""), SEVEN_LOOKUP_FOUND, NULL, "" },
  { "id-has-number", ENTRY ("\"99447700900123\"", TEXT, "\"2026-11-23 14:03:02\""), SEVEN_LOOKUP_FOUND, NULL,
      "" },
  { "id-is-words", ENTRY ("\"x\"", TEXT, "\"2026-11-23 14:03:02\""), SEVEN_LOOKUP_FOUND, NULL, "" },
  { "id-is-null", ENTRY ("null", TEXT, "\"2026-11-23 14:03:02\""), SEVEN_LOOKUP_FOUND, NULL, "" },
  { "earlier", ENTRY ("\"7700\"", TEXT, "\"2026-11-23 13:56:40\""), SEVEN_LOOKUP_OTHER, NULL,
      "written at 2026-11-23 13:56:40" },
  { "no-time", ENTRY ("\"7700\"", TEXT, "null"), SEVEN_LOOKUP_OTHER, NULL, "Compare the minutes" },
  { "bad-time", ENTRY ("\"7700\"", TEXT, "\"a while ago, this was\""), SEVEN_LOOKUP_OTHER, NULL, "a while" },
  { "other-text", ENTRY ("\"7700\"", "654321 is it.", "\"2026-11-23 14:03:02\""), SEVEN_LOOKUP_NOT_FOUND,
      NULL, "probably not sent" },
  { "nothing", "[]", SEVEN_LOOKUP_NOT_FOUND, NULL, "Ask again in a minute before you send once more" },
  { "scope", "902", SEVEN_LOOKUP_FAILED, NULL, "only the scope of this call is missing" },
  { "html", "<html>", SEVEN_LOOKUP_FAILED, NULL, "still not known" },
  { "lost", NULL, SEVEN_LOOKUP_FAILED, NULL, "The connection was lost." },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  Fixture fixture;
  g_autofree char *explanation = NULL;
  gboolean found = test->state == SEVEN_LOOKUP_FOUND;

  set_up (&fixture, NULL);
  look (&fixture, test->answer);
  g_assert_cmpint (seven_lookup_get_state (fixture.lookup), ==, test->state);
  g_assert_cmpstr (seven_lookup_get_message_id (fixture.lookup), ==, test->message_id);
  g_assert_cmpstr (seven_run_record_get_entry (fixture.record)->message_id, ==, test->message_id);
  assert_boolean (fixture.lookup, "found", found);
  assert_boolean (fixture.lookup, "can-look", !found);
  g_object_get (fixture.lookup, "explanation", &explanation, NULL);
  assert_contains (explanation, test->words);
  tear_down (&fixture, NULL);
}

/* By number and day, and one day more on either side. */
static void
test_request (Fixture *self, gconstpointer data)
{
  assert_string (self->lookup, "label", "Look It Up");
  look (self, "[]");
  assert_contains (self->gateway->last, "to=447700900123&date_from=2026-11-22&date_to=2026-11-24");
  g_assert_cmpstr (self->gateway->last_auth, ==, KEY);
  assert_string (self->lookup, "label", "Look Again");
  assert_string (self->lookup, "title", "Not in the journal at this time");
}

/* What was not there may be there later; what was found is not looked for again. */
static void
test_again (Fixture *self, gconstpointer data)
{
  Counter found = { 0 };

  g_signal_connect (self->lookup, "notify::found", G_CALLBACK (count_cb), &found);
  look (self, "[]");
  look (self, ENTRY ("\"7701\"", TEXT, "\"2026-11-23 14:03:02\""));
  g_assert_cmpuint (found.n, ==, 1);
  seven_lookup_start (self->lookup);
  g_assert_cmpuint (self->gateway->n_requests, ==, 1);
}

static void
test_stop (Fixture *self, gconstpointer data)
{
  seven_lookup_start (self->lookup);
  assert_boolean (self->lookup, "looking", TRUE);
  assert_boolean (self->lookup, "can-look", FALSE);
  seven_lookup_start (self->lookup);
  g_assert_cmpuint (self->gateway->n_requests, ==, 1);
  seven_lookup_stop (self->lookup);
  g_assert_cmpint (seven_lookup_get_state (self->lookup), ==, SEVEN_LOOKUP_IDLE);
  assert_boolean (self->lookup, "can-look", TRUE);
  assert_string (self->lookup, "title", "");
}

#define add(name, function) g_test_add ("/lookup/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/lookup/answer/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  add ("request", test_request);
  add ("again", test_again);
  add ("stop", test_stop);

  return g_test_run ();
}
