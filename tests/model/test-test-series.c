/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-test-series.h"

#include "fake-history-store.h"
#include "send-test.h"

#define KEY "example-key-not-real"
#define TEMPLATE(usage, content) "{\"usageType\":\"" usage "\",\"content\":\"" content "\"}"
#define CONFIG(templates) "{\"apiKey\":\"" KEY "\",\"from\":\"Acme\",\"templates\":[" templates "]}"
#define THREE \
  CONFIG (TEMPLATE ("SignIn", "a {{code}}") "," TEMPLATE ("Register", "b {{code}}") "," TEMPLATE ( \
      "Generic", "c {{code}}"))
#define ACCEPTED \
  "{\"success\":\"100\",\"total_price\":0.075,\"balance\":46.748,\"messages\":[{\"id\":\"77229135982\"," \
  "\"recipient\":\"447700900123\",\"text\":\"secret " \
  "words\",\"encoding\":\"gsm\",\"parts\":1,\"price\":0.075," \
  "\"success\":true,\"error\":null}]}"

typedef struct
{
  SendTest send;
  FakeHistoryStore *history;
  SevenDocument *document;
  SevenTestSeries *series;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->history = g_object_new (FAKE_TYPE_HISTORY_STORE, NULL);
  send_test_set_up (&self->send, SEVEN_HISTORY_STORE (self->history));
  self->document = NULL;
  self->series = NULL;
}

static void
clear_series (Fixture *self)
{
  settle ();
  if (self->series != NULL)
    g_assert_finalize_object (g_steal_pointer (&self->series));
  g_clear_object (&self->document);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  clear_series (self);
  send_test_tear_down (&self->send);
  g_assert_finalize_object (self->history);
}

static void
create (Fixture *self, SevenGatewayChoice *gateway, const char *config)
{
  g_autoptr (SevenPhone) phone = seven_phone_parse ("+44 7700 900123", NULL);

  clear_series (self);
  self->document = seven_document_new ();
  seven_document_reset (self->document, config, strlen (config), NULL, NULL);
  self->series = seven_test_series_new (self->send.session, self->document, gateway, KEY, phone);
}

static SevenSeriesItem *
get_item (Fixture *self, guint index)
{
  g_autoptr (SevenSeriesItem) item =
      g_list_model_get_item (seven_test_series_get_items (self->series), index);

  g_assert_nonnull (item);
  return item;
}

static gboolean
has_request (gpointer user_data)
{
  Fixture *self = user_data;

  return self->send.gateway->task != NULL || !seven_test_series_is_running (self->series);
}

/* Answers the one that is under way, and waits for the next one, or the end. */
static void
reply (Fixture *self, const char *body)
{
  guint before = self->send.gateway->n_requests;

  answer (self->send.gateway, 200, body, NULL);
  while (self->send.gateway->n_requests == before && seven_test_series_is_running (self->series))
    g_main_context_iteration (NULL, TRUE);
  wait_for (has_request, self);
}

static char *
dup_text (Fixture *self)
{
  g_autofree char *query = g_strconcat ("?", seven_request_get_body (self->send.gateway->request), NULL);
  g_autoptr (GHashTable) fields = g_uri_parse_params (query + 1, -1, "&", G_URI_PARAMS_WWW_FORM, NULL);

  return g_strdup (g_hash_table_lookup (fields, "text"));
}

static void
assert_items (Fixture *self, const char *const *labels)
{
  for (guint i = 0; labels[i] != NULL; i++)
    assert_string (get_item (self, i), "label", labels[i]);
}

/* One after another, each with a code of its own. */
static void
test_all (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  create (self, self->send.sandbox, THREE);
  assert_uint (self->series, "n-total", 3);
  assert_boolean (self->series, "live", FALSE);
  assert_string (self->series, "destination", "Sandbox · +447…23 · United Kingdom");
  assert_string (self->series, "progress", "0 of 3 sent");
  assert_items (self, (const char *[]){ "Waiting", "Waiting", "Waiting", NULL });
  seven_test_series_start (self->series);
  for (guint i = 0; i < 3; i++) {
    assert_boolean (self->series, "running", TRUE);
    assert_boolean (self->series, "done", FALSE);
    assert_boolean (get_item (self, i), "sending", TRUE);
    assert_uint (self->series, "n-done", i);
    g_ptr_array_add (texts, dup_text (self));
    reply (self, ACCEPTED);
  }
  g_assert_cmpuint (self->send.gateway->n_requests, ==, 3);
  g_assert_true (g_str_has_prefix (texts->pdata[0], "a ") && g_str_has_prefix (texts->pdata[2], "c "));
  g_assert_cmpstr ((char *) texts->pdata[0] + 2, !=, (char *) texts->pdata[1] + 2);
  assert_items (self, (const char *[]){ "Accepted · 100", "Accepted · 100", "Accepted · 100", NULL });
  assert_string (get_item (self, 0), "details", "1 part · €0.075 · Logto would have reported success");
  assert_string (get_item (self, 0), "css-class", "success");
  assert_boolean (self->series, "running", FALSE);
  assert_boolean (self->series, "done", TRUE);
  assert_string (self->series, "progress", "Finished");
  assert_string (self->series, "stop-reason", "");
  assert_string (self->series, "summary", "3 accepted\n3 parts billed · €0.225 · only in the sandbox");
  g_assert_cmpuint (self->history->last_id, ==, 3);
}

/* A series is sent once. */
static void
test_once (Fixture *self, gconstpointer data)
{
  create (self, self->send.sandbox, CONFIG (TEMPLATE ("SignIn", "a {{code}}")));
  seven_test_series_start (self->series);
  seven_test_series_start (self->series);
  reply (self, ACCEPTED);
  seven_test_series_start (self->series);
  g_assert_cmpuint (self->send.gateway->n_requests, ==, 1);
  assert_boolean (self->series, "done", TRUE);
}

/* What the document says later is not what was asked about. */
static void
test_edited_meanwhile (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  create (self, self->send.sandbox, THREE);
  seven_test_series_start (self->series);
  seven_document_set_template_content (self->document, 1, "other");
  seven_document_remove_template (self->document, 2);
  reply (self, ACCEPTED);
  text = dup_text (self);
  g_assert_true (g_str_has_prefix (text, "b "));
  reply (self, ACCEPTED);
  reply (self, ACCEPTED);
  g_assert_cmpuint (self->send.gateway->n_requests, ==, 3);
}

static void
test_skipped (Fixture *self, gconstpointer data)
{
  create (self, self->send.sandbox,
      CONFIG ("{\"usageType\":\"SignIn\"},{\"usageType\":\"Register\",\"content\":7}," TEMPLATE (
          "Generic", "") "," TEMPLATE ("BindMfa", "fixed") "," TEMPLATE ("Test", "fixed")));
  assert_uint (self->series, "n-total", 1);
  assert_items (self, (const char *[]){ "Skipped", "Skipped", "Skipped", "Waiting", "Skipped", NULL });
  assert_string (get_item (self, 0), "details", "It has no content.");
  assert_string (get_item (self, 1), "details", "Its content is no string.");
  assert_string (get_item (self, 2), "details", "Its text is empty.");
  assert_string (get_item (self, 4), "details",
      "It has the same text as “BindMfa” and no {{code}}: seven would refuse it (402).");
  seven_test_series_start (self->series);
  reply (self, ACCEPTED);
  g_assert_cmpuint (self->send.gateway->n_requests, ==, 1);
  assert_string (
      self->series, "summary", "1 accepted · 4 skipped\n1 part billed · €0.075 · only in the sandbox");
}

/* Two templates with the same text get different codes. */
static void
test_same_text (Fixture *self, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  create (
      self, self->send.live, CONFIG (TEMPLATE ("SignIn", "{{code}}") "," TEMPLATE ("Generic", "{{code}}")));
  assert_uint (self->series, "n-total", 2);
  seven_test_series_start (self->series);
  first = dup_text (self);
  reply (self, ACCEPTED);
  second = dup_text (self);
  reply (self, ACCEPTED);
  g_assert_cmpstr (first, !=, second);
}

static void
test_none (Fixture *self, gconstpointer data)
{
  create (self, self->send.live, CONFIG (""));
  assert_uint (self->series, "n-total", 0);
  seven_test_series_start (self->series);
  assert_boolean (self->series, "done", TRUE);
  assert_string (self->series, "summary", "There is no template\n0 parts billed · €0.00");
}

/* A text that went just now is not sent again: not when the series is made, nor later. */
static void
test_lock (Fixture *self, gconstpointer data)
{
  SevenRecentSends *sends = seven_session_get_recent_sends (self->send.session);
  const char *config = CONFIG (TEMPLATE ("SignIn", "first") "," TEMPLATE ("Generic", "second"));
  g_autofree char *details = NULL;

  seven_recent_sends_note (sends, "447700900123", "first");
  create (self, self->send.live, config);
  assert_items (self, (const char *[]){ "Skipped", "Waiting", NULL });
  seven_recent_sends_note (sends, "447700900123", "second");
  seven_test_series_start (self->series);
  g_assert_cmpuint (self->send.gateway->n_requests, ==, 0);
  assert_boolean (self->series, "done", TRUE);
  assert_string (get_item (self, 1), "label", "Skipped");
  g_object_get (get_item (self, 1), "details", &details, NULL);
  assert_contains (details, "The same text went to this number ");
  create (self, self->send.sandbox, config);
  assert_items (self, (const char *[]){ "Waiting", "Waiting", NULL });
}

typedef struct
{
  const char *name;
  const char *body;
  const char *label;
  gboolean stops;
} Reply;

static const Reply replies[] = {
  { "key", "900", "Refused · 900", TRUE },
  { "signature", "901", "Refused · 901", TRUE },
  { "scope", "902", "Refused · 902", TRUE },
  { "address", "903", "Refused · 903", TRUE },
  { "credit", "500", "Refused · 500", TRUE },
  { "credentials", "300", "Refused · 300", TRUE },
  { "sender", "201", "Refused · 201", TRUE },
  { "recipient", "202", "Refused · 202", TRUE },
  { "limit", "403", "Refused · 403", TRUE },
  { "text", "401", "Refused · 401", FALSE },
  { "no-text", "305", "Refused · 305", FALSE },
  { "lock", "402", "Refused · 402", FALSE },
  { "carrier", "600", "Refused · 600", FALSE },
  { "message", "{\"success\":\"100\",\"messages\":[{\"success\":false,\"error\":202}]}", "Refused · 202",
      TRUE },
  { "page", "<html>", "Not known", TRUE },
  { "empty", "", "Not known", TRUE },
};

/* What every further template would meet as well ends the series, and why is said; what only this text has does not. */
static void
test_reply (gconstpointer data)
{
  const Reply *expected = data;
  Fixture fixture;
  g_autofree char *reason = NULL;

  set_up (&fixture, NULL);
  create (&fixture, fixture.send.live, THREE);
  seven_test_series_start (fixture.series);
  reply (&fixture, expected->body);
  assert_string (get_item (&fixture, 0), "label", expected->label);
  g_object_get (fixture.series, "stop-reason", &reason, NULL);
  if (expected->stops) {
    assert_items (&fixture, (const char *[]){ expected->label, "Not sent", "Not sent", NULL });
    assert_boolean (fixture.series, "done", TRUE);
    assert_string (fixture.series, "progress", "Ended early");
    assert_contains (reason, "Stopped at “SignIn”");
    g_assert_cmpuint (fixture.send.gateway->n_requests, ==, 1);
  } else {
    g_assert_cmpstr (reason, ==, "");
    reply (&fixture, ACCEPTED);
    reply (&fixture, ACCEPTED);
    g_assert_cmpuint (fixture.send.gateway->n_requests, ==, 3);
  }
  tear_down (&fixture, NULL);
}

static void
fail (Fixture *self, gboolean body_left)
{
  g_autoptr (GError) error =
      g_error_new_literal (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_DROPPED, "The connection was lost.");

  self->send.gateway->body_left = body_left;
  answer (self->send.gateway, 0, NULL, error);
  while (seven_test_series_is_running (self->series))
    g_main_context_iteration (NULL, TRUE);
}

/* Nothing is repeated, and of the lost one it is said that nobody knows. */
static void
test_lost (Fixture *self, gconstpointer data)
{
  g_autofree char *reason = NULL;

  create (self, self->send.live, THREE);
  seven_test_series_start (self->series);
  reply (self, ACCEPTED);
  fail (self, TRUE);
  g_assert_cmpuint (self->send.gateway->n_requests, ==, 2);
  assert_items (self, (const char *[]){ "Accepted · 100", "Not known", "Not sent", NULL });
  g_object_get (self->series, "stop-reason", &reason, NULL);
  assert_contains (reason, "It is not known whether this SMS was sent.");
  assert_string (self->series, "summary",
      "1 accepted · 1 not known · 1 not sent\n1 part billed · €0.075 · 1 without a price");
}

static void
test_failed (Fixture *self, gconstpointer data)
{
  g_autofree char *reason = NULL;

  create (self, self->send.live, THREE);
  seven_test_series_start (self->series);
  fail (self, FALSE);
  assert_items (self, (const char *[]){ "Nothing was sent", "Not sent", "Not sent", NULL });
  g_object_get (self->series, "stop-reason", &reason, NULL);
  assert_contains (reason, "This SMS was not sent.");
}

static void
test_stop (Fixture *self, gconstpointer data)
{
  g_autofree char *hint = NULL;

  create (self, self->send.live, THREE);
  assert_string (self->series, "stop-hint", "");
  seven_test_series_stop (self->series);
  seven_test_series_start (self->series);
  g_object_get (self->series, "stop-hint", &hint, NULL);
  assert_contains (hint, "may still arrive and be billed");
  reply (self, ACCEPTED);
  self->send.gateway->body_left = TRUE;
  seven_test_series_stop (self->series);
  while (seven_test_series_is_running (self->series))
    g_main_context_iteration (NULL, TRUE);
  assert_items (self, (const char *[]){ "Accepted · 100", "Not known", "Not sent", NULL });
  assert_string (self->series, "stop-reason", "You have stopped it.");
  assert_string (self->series, "stop-hint", "");
  g_assert_cmpuint (self->send.gateway->n_requests, ==, 2);
}

static gboolean
has_price (gpointer user_data)
{
  g_autofree char *body = NULL;

  g_object_get (((Fixture *) user_data)->series, "question-body", &body, NULL);

  return strstr (body, "€") != NULL;
}

/* Everything that a payment is decided by. */
static void
test_question (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *body = NULL;

  self->send.gateway->prices =
      "{\"countries\":[{\"countryCode\":\"GB\",\"networks\":[{\"price\":0.05},{\"price\":0.06}]}]}";
  create (self, self->send.live,
      CONFIG (TEMPLATE ("SignIn", "{{code}}") "," TEMPLATE ("Generic",
          "’ makes two parts of a text that has more than seventy characters, as this one {{code}}") ",{}"));
  assert_string (self->series, "question-title", "Send 2 Real SMS?");
  g_object_get (self->series, "question-body", &before, NULL);
  assert_contains (before, "price not known");
  wait_for (has_price, self);
  g_object_get (self->series, "question-body", &body, NULL);
  assert_contains (body, "To +44 7700 900123 (United Kingdom), through “seven”.");
  assert_contains (body, "2 SMS one after another, 3 parts in all, at most €0.18.");
  assert_contains (body, "1 template is skipped");
  assert_contains_not (body, "sender");
}

static void
assert_no_secret (const char *text)
{
  assert_contains_not (text, KEY);
  assert_contains_not (text, "900123");
  assert_contains_not (text, "secret words");
}

/* What can be copied and saved names neither key nor number nor code. */
static void
test_export (Fixture *self, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *sent = NULL;
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;
  JsonObject *root;
  JsonObject *total;
  JsonArray *templates;
  g_autoptr (GError) error = NULL;

  create (self, self->send.live, THREE);
  seven_test_series_start (self->series);
  sent = dup_text (self);
  reply (self, ACCEPTED);
  reply (self, "900");
  text = seven_test_series_dup_text (self->series);
  json = seven_test_series_dup_json (self->series);
  assert_no_secret (text);
  assert_no_secret (json);
  assert_contains_not (text, sent + 2);
  assert_contains_not (json, sent + 2);
  assert_contains (text, "Test of every template of “New Config”\nseven · +447…23 · United Kingdom · ");
  assert_contains (text, "\nSignIn: Accepted · 100. 1 part · €0.075 · Logto would have reported success\n");
  assert_contains (text, "\nGeneric: Not sent. 1 part\n");
  assert_contains (
      text, "\n1 accepted · 1 refused · 1 not sent\n1 part billed · €0.075\nStopped at “Register”");
  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "gateway"), ==, "seven");
  g_assert_cmpstr (json_object_get_string_member (root, "recipient"), ==, "+447…23");
  templates = json_object_get_array_member (root, "templates");
  g_assert_cmpuint (json_array_get_length (templates), ==, 3);
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (templates, 1), "state"), ==, "refused");
  g_assert_cmpint (
      json_object_get_int_member (json_array_get_object_element (templates, 1), "code"), ==, 900);
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (templates, 2), "state"), ==, "not-sent");
  total = json_object_get_object_member (root, "total");
  g_assert_cmpint (json_object_get_int_member (total, "accepted"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (total, "billed_parts"), ==, 1);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (total, "price"), 0.075, 1e-9);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/test-series/all", test_all);
  add ("/test-series/once", test_once);
  add ("/test-series/edited-meanwhile", test_edited_meanwhile);
  add ("/test-series/skipped", test_skipped);
  add ("/test-series/same-text", test_same_text);
  add ("/test-series/none", test_none);
  add ("/test-series/lock", test_lock);
  for (gsize i = 0; i < G_N_ELEMENTS (replies); i++) {
    g_autofree char *path = g_strconcat ("/test-series/reply/", replies[i].name, NULL);

    g_test_add_data_func (path, &replies[i], test_reply);
  }
  add ("/test-series/lost", test_lost);
  add ("/test-series/failed", test_failed);
  add ("/test-series/stop", test_stop);
  add ("/test-series/question", test_question);
  add ("/test-series/export", test_export);
  return g_test_run ();
}
