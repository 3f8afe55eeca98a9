/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "sandbox-test.h"

#include "seven-http-gateway.h"

#define NO SEVEN_REPLY_NO_CODE
#define NONE (-1)
#define EPSILON 1e-9

static double
read_balance (SevenGateway *gateway)
{
  g_autoptr (SevenRequest) request = seven_request_new_balance ("key");
  g_autoptr (SevenExchange) exchange = run_exchange (gateway, request, NULL);
  g_autoptr (SevenJson) json = parse (exchange);

  g_assert_cmpstr (read_string (json, "/currency"), ==, "EUR");
  return read_number (json, "/amount");
}

/* Every ending. reply: (nullable) NULL: not compared. */
static const struct
{
  const char *recipient;
  SevenState state;
  int code;
  int gateway_code;
  SevenLogtoVerdict verdict;
  guint http_status;
  int error;
  gboolean charged;
  const char *reply;
} endings[] = {
  { "447700900123", SEVEN_STATE_ACCEPTED, 100, 100, SEVEN_LOGTO_SUCCESS, 200, NONE, TRUE, NULL },
  { "447700900000", SEVEN_STATE_ACCEPTED, 100, 100, SEVEN_LOGTO_SUCCESS, 200, NONE, TRUE, NULL },
  { "447700900100", SEVEN_STATE_ACCEPTED, 100, 100, SEVEN_LOGTO_SUCCESS, 200, NONE, TRUE, NULL },
  { "447700900101", SEVEN_STATE_REFUSED, 101, 101, SEVEN_LOGTO_SUCCESS, 200, NONE, FALSE, NULL },
  { "447700900201", SEVEN_STATE_REFUSED, 201, 100, SEVEN_LOGTO_SUCCESS, 200, NONE, FALSE, NULL },
  { "447700900202", SEVEN_STATE_REFUSED, 202, 100, SEVEN_LOGTO_SUCCESS, 200, NONE, FALSE, NULL },
  { "447700900301", SEVEN_STATE_REFUSED, 301, 100, SEVEN_LOGTO_SUCCESS, 200, NONE, FALSE, NULL },
  { "447700900305", SEVEN_STATE_REFUSED, 305, 305, SEVEN_LOGTO_ERROR, 200, NONE, FALSE, "305" },
  { "447700900308", SEVEN_STATE_REFUSED, 308, 308, SEVEN_LOGTO_SUCCESS, 200, NONE, FALSE, "308" },
  { "447700900401", SEVEN_STATE_REFUSED, 401, 401, SEVEN_LOGTO_ERROR, 200, NONE, FALSE, "401" },
  { "447700900402", SEVEN_STATE_REFUSED, 402, 402, SEVEN_LOGTO_ERROR, 200, NONE, FALSE, "402" },
  { "447700900403", SEVEN_STATE_REFUSED, 403, 403, SEVEN_LOGTO_SUCCESS, 200, NONE, FALSE, "403" },
  { "447700900500", SEVEN_STATE_REFUSED, 500, 500, SEVEN_LOGTO_ERROR, 200, NONE, FALSE, "500" },
  { "447700900600", SEVEN_STATE_REFUSED, 600, 600, SEVEN_LOGTO_ERROR, 200, NONE, FALSE, "600" },
  { "447700900603", SEVEN_STATE_REFUSED, 603, 603, SEVEN_LOGTO_SUCCESS, 200, NONE, FALSE, "603" },
  { "447700900700", SEVEN_STATE_REFUSED, 700, 700, SEVEN_LOGTO_ERROR, 200, NONE, FALSE, "700" },
  { "447700900900", SEVEN_STATE_REFUSED, 900, 900, SEVEN_LOGTO_ERROR, 200, NONE, FALSE, "900" },
  { "447700900901", SEVEN_STATE_REFUSED, 901, 901, SEVEN_LOGTO_ERROR, 200, NONE, FALSE, "901" },
  { "447700900902", SEVEN_STATE_REFUSED, 902, 902, SEVEN_LOGTO_ERROR, 200, NONE, FALSE, "902" },
  { "447700900903", SEVEN_STATE_REFUSED, 903, 903, SEVEN_LOGTO_ERROR, 200, NONE, FALSE, "903" },
  { "447700900990", SEVEN_STATE_UNKNOWN, NO, NO, SEVEN_LOGTO_ERROR, 0, SEVEN_GATEWAY_ERROR_DROPPED, TRUE,
      NULL },
  { "447700900991", SEVEN_STATE_UNKNOWN, NO, NO, SEVEN_LOGTO_SUCCESS, 502, NONE, FALSE, NULL },
  { "447700900992", SEVEN_STATE_UNKNOWN, NO, NO, SEVEN_LOGTO_SUCCESS, 200, NONE, FALSE, "" },
  { "447700900993", SEVEN_STATE_UNKNOWN, NO, NO, SEVEN_LOGTO_UNKNOWN, 0, SEVEN_GATEWAY_ERROR_TIMED_OUT, FALSE,
      NULL },
  { "447700900994", SEVEN_STATE_UNKNOWN, NO, NO, SEVEN_LOGTO_SUCCESS, 200, NONE, TRUE, NULL },
  { "447700900995", SEVEN_STATE_REFUSED, 202, 100, SEVEN_LOGTO_SUCCESS, 200, NONE, FALSE, NULL },
  { "447700900997", SEVEN_STATE_ACCEPTED, 100, 100, SEVEN_LOGTO_SUCCESS, 200, NONE, TRUE, NULL },
};

static void
check_ending (SevenGateway *gateway, gsize i)
{
  double before = read_balance (gateway);
  g_autoptr (SevenOutcome) outcome =
      outcome_of (gateway, "Acme", "Your code is 123456.", endings[i].recipient);
  SevenExchange *exchange = seven_outcome_get_exchange (outcome);
  g_autofree char *reply = seven_exchange_dup_reply_text (exchange);

  g_test_message ("%s", endings[i].recipient);
  g_assert_cmpint (seven_outcome_get_state (outcome), ==, endings[i].state);
  g_assert_cmpint (seven_outcome_get_code (outcome), ==, endings[i].code);
  g_assert_cmpint (seven_outcome_get_gateway_code (outcome), ==, endings[i].gateway_code);
  g_assert_cmpint (seven_outcome_get_logto_verdict (outcome), ==, endings[i].verdict);
  g_assert_cmpuint (seven_exchange_get_http_status (exchange), ==, endings[i].http_status);
  if (endings[i].error == NONE)
    g_assert_no_error (seven_exchange_get_error (exchange));
  else
    g_assert_error (seven_exchange_get_error (exchange), SEVEN_GATEWAY_ERROR, endings[i].error);
  if (endings[i].reply != NULL)
    g_assert_cmpstr (reply, ==, endings[i].reply);
  g_assert_cmpfloat_with_epsilon (
      read_balance (gateway), before - (endings[i].charged ? 0.075 : 0.0), EPSILON);
}

static void
test_endings (void)
{
  SevenSandboxGateway *gateway = seven_sandbox_gateway_new (1);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    check_ending (SEVEN_GATEWAY (gateway), i);
  g_assert_finalize_object (gateway);
}

static void
test_late (void)
{
  g_autoptr (SevenSandboxGateway) gateway = seven_sandbox_gateway_new (20);
  g_autoptr (SevenOutcome) outcome = outcome_of (SEVEN_GATEWAY (gateway), "Acme", "x", "447700900996");
  guint elapsed = seven_exchange_get_elapsed_ms (seven_outcome_get_exchange (outcome));

  g_assert_cmpint (seven_outcome_get_state (outcome), ==, SEVEN_STATE_ACCEPTED);
  g_assert_cmpuint (elapsed, >=, 2990);
  g_assert_cmpuint (elapsed, <, 15000);
}

static void
test_cut (void)
{
  g_autoptr (SevenSandboxGateway) gateway = seven_sandbox_gateway_new (20);
  g_autoptr (SevenOutcome) outcome = outcome_of (SEVEN_GATEWAY (gateway), "Acme", "x", "447700900994");

  g_assert_true (seven_reply_is_cut (seven_outcome_get_reply (outcome)));
}

/* Encoding, parts and price are those of the text. */
static void
test_messages (void)
{
  g_autofree char *gsm_160 = g_strnfill (160, 'x');
  g_autofree char *gsm_161 = g_strnfill (161, 'x');
  g_autofree char *brackets = g_strnfill (153, ']');
  const struct
  {
    const char *text;
    const char *encoding;
    int parts;
  } cases[] = {
    { "x", "gsm", 1 },
    { gsm_160, "gsm", 1 },
    { gsm_161, "gsm", 2 },
    { brackets, "gsm", 3 },
    { "It’s 123456", "ucs2", 1 },
    { "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "ucs2", 2 },
  };
  g_autoptr (SevenSandboxGateway) gateway = seven_sandbox_gateway_new (20);
  double balance = 50.0;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenOutcome) outcome =
        outcome_of (SEVEN_GATEWAY (gateway), "Acme", cases[i].text, "447700900123");
    const SevenReply *reply = seven_outcome_get_reply (outcome);
    const SevenReplyMessage *message = seven_reply_get_message (reply, 0);

    balance -= cases[i].parts * 0.075;
    g_assert_cmpstr (message->encoding, ==, cases[i].encoding);
    g_assert_cmpint (message->parts, ==, cases[i].parts);
    g_assert_cmpstr (message->recipient, ==, "447700900123");
    g_assert_nonnull (message->id);
    g_assert_cmpfloat_with_epsilon (message->price, cases[i].parts * 0.075, EPSILON);
    g_assert_cmpfloat_with_epsilon (seven_reply_get_total_price (reply), cases[i].parts * 0.075, EPSILON);
    g_assert_cmpfloat_with_epsilon (seven_reply_get_balance (reply), balance, EPSILON);
  }
}

/* Refused as seven would refuse it, whatever the ending. */
static void
test_refusals (void)
{
  g_autofree char *longest = g_strnfill (1520, 'x');
  g_autofree char *too_long = g_strnfill (1521, 'x');
  const struct
  {
    const char *sender;
    const char *text;
    const char *recipient;
    int code;
    int gateway_code;
  } cases[] = {
    { "Acme", "", "447700900123", 305, 305 },
    { "Acme", longest, "447700900123", 100, 100 },
    { "Acme", too_long, "447700900123", 401, 401 },
    { "Acme", "x", "", 301, 100 },
    { "Acme", "x", "somebody", 202, 100 },
    { "Acme", "x", "447700900123,447700900124", 202, 100 },
    { "Acme", "x", "07700900123", 202, 100 },
    { "Acme", "x", "447", 202, 100 },
    { "Acme", "x", "4477009001234567890", 202, 100 },
    { "TwelveLetter", "x", "447700900123", 201, 100 },
    { "B%cher", "x", "447700900123", 201, 100 },
    { "...", "x", "447700900123", 201, 100 },
    { "", "x", "447700900123", 100, 100 },
    { NULL, "x", "447700900123", 100, 100 },
    { "+447700900000", "x", "447700900123", 100, 100 },
  };
  g_autoptr (SevenSandboxGateway) gateway = seven_sandbox_gateway_new (20);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenOutcome) outcome =
        outcome_of (SEVEN_GATEWAY (gateway), cases[i].sender, cases[i].text, cases[i].recipient);

    g_test_message ("%s %s", cases[i].sender, cases[i].recipient);
    g_assert_cmpint (seven_outcome_get_code (outcome), ==, cases[i].code);
    g_assert_cmpint (seven_outcome_get_gateway_code (outcome), ==, cases[i].gateway_code);
  }
}

/* 50 EUR are 666 parts: 66 texts of 10. */
static void
test_no_credit (void)
{
  g_autofree char *text = g_strnfill (1520, 'x');
  g_autoptr (SevenSandboxGateway) gateway = seven_sandbox_gateway_new (20);

  for (guint i = 0; i < 67; i++) {
    g_autoptr (SevenOutcome) outcome = outcome_of (SEVEN_GATEWAY (gateway), "Acme", text, "447700900123");

    g_assert_cmpint (seven_outcome_get_code (outcome), ==, i < 66 ? 100 : 500);
  }
  g_assert_cmpfloat_with_epsilon (read_balance (SEVEN_GATEWAY (gateway)), 0.5, EPSILON);
}

static void
test_pricing (void)
{
  static const struct
  {
    const char *country;
    guint n;
    const char *code;
    const char *prefix;
  } cases[] = {
    { "de", 1, "DE", "49" },
    { "GB", 1, "GB", "44" },
    { "us", 1, "US", "1" },
    { "zz", 0, NULL, NULL },
    { "", 0, NULL, NULL },
    { "%s", 0, NULL, NULL },
  };
  g_autoptr (SevenSandboxGateway) gateway = seven_sandbox_gateway_new (20);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenRequest) request = seven_request_new_pricing ("key", cases[i].country);
    g_autoptr (SevenExchange) exchange = run_exchange (SEVEN_GATEWAY (gateway), request, NULL);
    g_autoptr (SevenJson) json = parse (exchange);

    g_assert_cmpfloat_with_epsilon (read_number (json, "/countCountries"), cases[i].n, EPSILON);
    g_assert_cmpstr (read_string (json, "/countries/0/countryCode"), ==, cases[i].code);
    g_assert_cmpstr (read_string (json, "/countries/0/countryPrefix"), ==, cases[i].prefix);
    if (cases[i].n > 0)
      g_assert_cmpfloat_with_epsilon (read_number (json, "/countries/0/networks/0/price"), 0.075, EPSILON);
  }
}

static void
test_protocol (void)
{
  static const struct
  {
    const char *method;
    const char *path;
    const char *key;
    const char *accept;
    const char *form;
    guint status;
    const char *reply; /* (nullable) NULL: not compared */
  } cases[] = {
    { "POST", "/api/sms", NULL, "*/*", "json=1&text=x&to=447700900123", 200, "900" },
    { "POST", "/api/sms", "", "*/*", "json=1&text=x&to=447700900123", 200, "900" },
    { "POST", "/api/sms", NULL, "application/json", "json=1&text=x&to=447700900123", 200, "\"900\"" },
    { "POST", "/api/sms", "any", "application/json", "json=1&text=x&to=447700900402", 200, "\"402\"" },
    { "POST", "/api/sms", "any", NULL, "json=1&text=x&to=447700900402", 200, "402" },
    { "POST", "/api/sms", "any", "*/*", "text=x&to=447700900123", 200, "100\n77000000001" },
    { "POST", "/api/sms", "any", "*/*", "json=1&text=x&to=447700900123&colour=red", 200, "308" },
    { "POST", "/api/sms", "any", "*/*", "json=1&to=447700900123", 200, "305" },
    { "POST", "/api/sms", "any", "*/*", "json=1&text=%ff&to=447700900123", 200, "305" },
    { "POST", "/api/sms", "any", "*/*", NULL, 200, "305" },
    { "POST", "/api/sms", "any", "*/*", "%", 200, NULL },
    { "POST", "/api/sms", "any", "*/*", "json=1&text=x&to=%ff&from=%ff", 200, NULL },
    { "GET", "/api/balance", "any", "*/*", NULL, 200, "49.925" },
    { "GET", "/api/balance", NULL, "*/*", NULL, 200, "900" },
    { "GET", "/api/balance", NULL, "application/json", NULL, 200, "\"900\"" },
    { "GET", "/api/journal/outbound", NULL, "*/*", NULL, 200, "900" },
    { "GET", "/api/pricing", NULL, "*/*", NULL, 200, "900" },
    { "GET", "/api/sms", "any", "*/*", NULL, 405, NULL },
    { "POST", "/api/balance", "any", "*/*", "a=b", 405, NULL },
    { "GET", "/", "any", "*/*", NULL, 404, NULL },
    { "GET", "/api/sms/more", "any", "*/*", NULL, 404, NULL },
  };
  SevenSandbox *sandbox = seven_sandbox_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (seven_sandbox_listen (sandbox, 0, &error));
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint status = 0;
    g_autofree char *reply =
        ask (sandbox, cases[i].method, cases[i].path, cases[i].key, cases[i].accept, cases[i].form, &status);

    g_test_message ("%s %s %s", cases[i].method, cases[i].path, cases[i].form);
    g_assert_cmpuint (status, ==, cases[i].status);
    if (cases[i].reply != NULL)
      g_assert_cmpstr (reply, ==, cases[i].reply);
  }
  g_assert_finalize_object (sandbox);
}

/* The sandbox takes any key and never receives the real one: what could not be sent at all does, too. */
static void
test_any_key (void)
{
  static const char *const keys[] = { NULL, "", "a\nb", "schlüssel", "Bearer x" };
  g_autoptr (SevenSandboxGateway) gateway = seven_sandbox_gateway_new (20);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autoptr (SevenRequest) request = seven_request_new_send (keys[i], "Acme", "x", "447700900123");
    g_autoptr (SevenExchange) exchange = run_exchange (SEVEN_GATEWAY (gateway), request, NULL);
    g_autoptr (SevenOutcome) outcome = seven_outcome_new (exchange, TRUE);

    g_assert_cmpint (seven_outcome_get_code (outcome), ==, 100);
    g_assert_nonnull (strstr (seven_exchange_get_request_text (exchange), "\nX-Api-Key: ••••\n"));
  }
}

static void
test_listen (void)
{
  SevenSandbox *sandbox = seven_sandbox_new ();
  SevenSandbox *other = seven_sandbox_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) no_port = NULL;
  g_autofree char *url = NULL;
  guint port;

  g_assert_null (seven_sandbox_get_url (sandbox));
  g_assert_true (seven_sandbox_listen (sandbox, 0, NULL));
  url = g_strdup (seven_sandbox_get_url (sandbox));
  g_assert_true (g_str_has_prefix (url, "http://127.0.0.1:"));
  port = (guint) g_ascii_strtoull (url + strlen ("http://127.0.0.1:"), NULL, 10);
  g_assert_cmpuint (port, >, 0);

  g_assert_false (seven_sandbox_listen (other, port, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE);
  g_assert_null (seven_sandbox_get_url (other));
  g_assert_false (seven_sandbox_listen (other, 65536, &no_port));
  g_assert_error (no_port, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);

  seven_sandbox_stop (sandbox);
  g_assert_null (seven_sandbox_get_url (sandbox));
  g_assert_true (seven_sandbox_listen (other, port, NULL));
  g_assert_cmpstr (seven_sandbox_get_url (other), ==, url);
  g_assert_finalize_object (sandbox);
  g_assert_finalize_object (other);
}

static void
exchanged_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SevenExchange **exchange = user_data;

  *exchange = seven_gateway_exchange_finish (SEVEN_GATEWAY (object), result);
}

/* Stopped while somebody waits: for the answer to a message that has come in, as the journal says. */
static void
test_stop (void)
{
  SevenSandbox *sandbox = seven_sandbox_new ();
  g_autoptr (SevenHttpGateway) gateway = NULL;
  g_autoptr (SevenRequest) request = seven_request_new_send ("key", "Acme", "x", "447700900996");
  g_autoptr (SevenRequest) journal = seven_request_new_journal ("key", "77000000001");
  g_autoptr (SevenExchange) exchange = NULL;

  g_assert_true (seven_sandbox_listen (sandbox, 0, NULL));
  gateway = seven_http_gateway_new (seven_sandbox_get_url (sandbox), 20, NULL);
  seven_gateway_exchange_async (SEVEN_GATEWAY (gateway), request, NULL, exchanged_cb, &exchange);
  for (gboolean arrived = FALSE; !arrived;) {
    g_autoptr (SevenExchange) asked = run_exchange (SEVEN_GATEWAY (gateway), journal, NULL);
    g_autoptr (SevenJson) json = parse (asked);

    arrived = read_string (json, "/0/id") != NULL;
  }
  g_assert_null (exchange);
  seven_sandbox_stop (sandbox);
  while (exchange == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (seven_exchange_get_error (exchange), SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_DROPPED);
  g_assert_true (seven_exchange_get_body_left (exchange));
  g_assert_finalize_object (sandbox);
}

static void
test_properties (void)
{
  SevenSandboxGateway *gateway = seven_sandbox_gateway_new (7);
  guint timeout = 0;

  g_object_get (gateway, "timeout", &timeout, NULL);
  g_assert_cmpuint (timeout, ==, 7);
  g_assert_finalize_object (gateway);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sandbox/endings", test_endings);
  g_test_add_func ("/sandbox/late", test_late);
  g_test_add_func ("/sandbox/cut", test_cut);
  g_test_add_func ("/sandbox/messages", test_messages);
  g_test_add_func ("/sandbox/refusals", test_refusals);
  g_test_add_func ("/sandbox/no-credit", test_no_credit);
  g_test_add_func ("/sandbox/pricing", test_pricing);
  g_test_add_func ("/sandbox/protocol", test_protocol);
  g_test_add_func ("/sandbox/any-key", test_any_key);
  g_test_add_func ("/sandbox/listen", test_listen);
  g_test_add_func ("/sandbox/stop", test_stop);
  g_test_add_func ("/sandbox/properties", test_properties);

  return g_test_run ();
}
