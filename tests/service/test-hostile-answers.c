/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-http-gateway.h"
#include "peer.h"
#include "seven-balance.h"
#include "seven-journal.h"
#include "seven-pricing.h"

#include <string.h>

/* Whatever a host does to the calls for balance, prices and delivery reports, over real HTTP. */

#define KEY "example-key-not-real"
#define NO SEVEN_REPLY_NO_CODE
#define GOOD (-1)
#define REFUSED SEVEN_ANSWER_ERROR_REFUSED
#define UNREADABLE SEVEN_ANSWER_ERROR_UNREADABLE
#define LOST SEVEN_ANSWER_ERROR_NONE
#define NOTHING SEVEN_ANSWER_ERROR_NOTHING
#define TEXT(literal) (literal), sizeof (literal) - 1
#define HEAD(status, headers) "HTTP/1.1 " status "\r\nConnection: close\r\n" headers "\r\n"
#define OK(headers) HEAD ("200 OK", headers)

typedef enum
{
  CALL_BALANCE,
  CALL_PRICING,
  CALL_JOURNAL,
  N_CALLS,
} Call;

static SevenRequest *
request_new (Call call)
{
  if (call == CALL_BALANCE)
    return seven_request_new_balance (KEY);
  if (call == CALL_PRICING)
    return seven_request_new_pricing (KEY, "GB");
  return seven_request_new_journal (KEY, "77000000001");
}

static gboolean
read_answer (Call call, const SevenExchange *exchange, GError **error)
{
  g_autoptr (SevenBalance) balance = NULL;
  g_autoptr (SevenPricing) pricing = NULL;
  g_autoptr (SevenJournal) journal = NULL;

  if (call == CALL_BALANCE)
    balance = seven_balance_read (exchange, error);
  else if (call == CALL_PRICING)
    pricing = seven_pricing_read (exchange, "GB", error);
  else
    journal = seven_journal_read (exchange, error);
  return balance != NULL || pricing != NULL || journal != NULL;
}

/* @code: the one that refuses; @words: (nullable): what is said of it. */
static void
check_call (Call call, PeerScript script, gconstpointer data, int expected, int code, const char *words)
{
  g_autoptr (Peer) peer = peer_new (script, (gpointer) data);
  g_autofree char *url = peer_dup_url (peer);
  g_autoptr (SevenHttpGateway) gateway = seven_http_gateway_new (url, 20, NULL);
  g_autoptr (SevenRequest) request = request_new (call);
  g_autoptr (SevenExchange) exchange = run_exchange (SEVEN_GATEWAY (gateway), request, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (read_answer (call, exchange, &error), ==, expected == GOOD);
  if (expected == GOOD) {
    g_assert_no_error (error);
  } else {
    g_test_message ("%s", error->message);
    g_assert_error (error, SEVEN_ANSWER_ERROR, expected);
    g_assert_cmpuint (strlen (error->message), >, 20);
    g_assert_null (strstr (error->message, KEY));
    g_assert_true (words == NULL || strstr (error->message, words) != NULL);
  }
  g_assert_cmpint (seven_answer_get_code (exchange), ==, code);
  g_assert_cmpuint (peer_get_n_requests (peer), ==, 1);
  g_assert_cmpuint (peer_get_n_connections (peer), ==, 1);
}

#define GZIP "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xb3\x34\x30\x00\x00\x52\x01\x64\x2d\x03\x00\x00\x00"
#define NETWORK "{\"networkName\":[],\"price\":\"x\",\"features\":{},\"comment\":\"" KEY "\"}"

static const struct
{
  const char *answer;
  gsize length;
  int expected[N_CALLS];
  int code;
  const char *words; /* (nullable) */
} answers[] = {
  /* What is good, that nothing of what follows be refused for another reason. */
  { TEXT (OK ("") "{\"amount\":44.631,\"currency\":\"EUR\"}"), { GOOD, UNREADABLE, UNREADABLE }, NO, NULL },
  { TEXT (OK ("") "{\"countries\":[{\"countryCode\":\"GB\",\"networks\":[" NETWORK "]}]}"),
      { UNREADABLE, GOOD, UNREADABLE }, NO, NULL },
  { TEXT (OK ("") "[{\"id\":\"77000000001\",\"dlr\":\"" KEY "\",\"price\":{}}]"),
      { UNREADABLE, UNREADABLE, GOOD }, NO, NULL },
  { TEXT (OK ("") "[]"), { UNREADABLE, UNREADABLE, GOOD }, NO, NULL },
  /* Refusals in their shapes. */
  { TEXT (OK ("") "900"), { REFUSED, REFUSED, REFUSED }, 900, "900, API key refused" },
  { TEXT (OK ("") "\"901\""), { REFUSED, REFUSED, REFUSED }, 901, "signed requests" },
  { TEXT (OK ("") " 902\r\n"), { REFUSED, REFUSED, REFUSED }, 902, "sending may work" },
  { TEXT (OK ("") "{\"success\":\"903\"}"), { REFUSED, REFUSED, REFUSED }, 903, "another address" },
  { TEXT (OK ("") "{\"success\":903}"), { REFUSED, REFUSED, REFUSED }, 903, NULL },
  { TEXT (OK ("") "{\"code\":\"600\"}"), { REFUSED, REFUSED, REFUSED }, 600, NULL },
  { TEXT (OK ("") "{\"error_code\":900,\"error_message\":\"" KEY "\"}"), { REFUSED, REFUSED, REFUSED }, 900,
      NULL },
  { TEXT (OK ("") "{\"success\":false,\"error\":\"" KEY "\"}"), { REFUSED, REFUSED, REFUSED }, NO, "••••" },
  { TEXT (HEAD ("401 No", "WWW-Authenticate: Basic realm=\"x\"\r\n") "900"), { REFUSED, REFUSED, REFUSED },
      900, NULL },
  /* A number that is no code of seven's may be a balance. */
  { TEXT (OK ("") "995"), { GOOD, UNREADABLE, UNREADABLE }, NO, NULL },
  /* Pages of others. */
  { TEXT (HEAD ("500 No", "") "{\"code\":500,\"message\":\"no\"}"), { UNREADABLE, UNREADABLE, UNREADABLE },
      NO, "HTTP status is 500" },
  { TEXT (HEAD ("403 No", "") "403"), { UNREADABLE, UNREADABLE, UNREADABLE }, NO, "HTTP status is 403" },
  { TEXT (HEAD ("429 No", "Retry-After: 0\r\n") "wait"), { UNREADABLE, UNREADABLE, UNREADABLE }, NO, "429" },
  { TEXT (HEAD ("503 No", "Retry-After: 0\r\n") "<html>"), { UNREADABLE, UNREADABLE, UNREADABLE }, NO,
      "web page" },
  { TEXT (HEAD ("302 Found", "Location: http://127.0.0.1:1/\r\n")), { UNREADABLE, UNREADABLE, UNREADABLE },
      NO, "points to another address" },
  { TEXT (HEAD ("304 Not Modified", "")), { UNREADABLE, UNREADABLE, UNREADABLE }, NO, "nothing at all" },
  { TEXT (HEAD ("204 No Content", "")), { UNREADABLE, UNREADABLE, UNREADABLE }, NO, "nothing at all" },
  { TEXT (OK ("") "<!doctype html>"), { UNREADABLE, UNREADABLE, UNREADABLE }, NO, "web page" },
  { TEXT (OK ("Content-Encoding: gzip\r\n") GZIP), { UNREADABLE, UNREADABLE, UNREADABLE }, NO, "compressed" },
  { TEXT (OK ("") "\0{\"amount\":1}"), { UNREADABLE, UNREADABLE, UNREADABLE }, NO, NULL },
  { TEXT (OK ("") "\xff\xfe"
                  "1\0"),
      { UNREADABLE, UNREADABLE, UNREADABLE }, NO, NULL },
  { TEXT (OK ("") "{\"amount\":44.6"), { UNREADABLE, UNREADABLE, UNREADABLE }, NO, "ends in the middle" },
  /* JSON of the wrong types. */
  { TEXT (OK ("") "{\"amount\":{},\"countries\":[1,null,{\"countryCode\":[]},{\"countryCode\":\"GB\"}]}"),
      { UNREADABLE, NOTHING, UNREADABLE }, NO, NULL },
  { TEXT (OK ("") "{\"amount\":1e999,\"countries\":{\"GB\":1},\"id\":[]}"),
      { UNREADABLE, UNREADABLE, UNREADABLE }, NO, NULL },
  { TEXT (OK ("") "[1,null,\"x\",[],{},{\"id\":{}}]"), { UNREADABLE, UNREADABLE, UNREADABLE }, NO, NULL },
  { TEXT (OK ("") "{\"amount\":\"\\u0000\",\"countries\":\"\\u0000\",\"id\":\"\\u0000\"}"),
      { UNREADABLE, UNREADABLE, UNREADABLE }, NO, NULL },
  /* What did not come whole. */
  { TEXT (OK ("Content-Length: 99\r\n") "{\"amount\":1}"), { LOST, LOST, LOST }, NO, "before its answer" },
  { TEXT (OK ("Transfer-Encoding: chunked\r\n") "99\r\n[]"), { LOST, LOST, LOST }, NO, "before its answer" },
  { TEXT (""), { LOST, LOST, LOST }, NO, "before its answer" },
  { TEXT ("nonsense\r\n\r\n"), { LOST, LOST, LOST }, NO, NULL },
  { TEXT (HEAD ("421 Misdirected Request", "") "no"), { LOST, LOST, LOST }, NO, "421" },
};

static void
test_answers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++) {
    const PeerAnswer answer = { answers[i].answer, answers[i].length };

    for (Call call = 0; call < N_CALLS; call++)
      check_call (call, peer_answer, &answer, answers[i].expected[call], answers[i].code,
          answers[i].expected[call] != GOOD ? answers[i].words : NULL);
  }
}

/* The largest answers that are read, of what is hard to read. */
static void
test_large (void)
{
  static const struct
  {
    const char *piece;
    int expected[N_CALLS];
  } cases[] = {
    { "[", { UNREADABLE, UNREADABLE, UNREADABLE } },
    { "{\"amount\":", { UNREADABLE, UNREADABLE, UNREADABLE } },
    { "{\"countries\":[", { UNREADABLE, UNREADABLE, UNREADABLE } },
    { "9", { UNREADABLE, UNREADABLE, UNREADABLE } },
    { "\"", { UNREADABLE, UNREADABLE, UNREADABLE } },
    { "\xff", { UNREADABLE, UNREADABLE, UNREADABLE } },
    { " ", { UNREADABLE, UNREADABLE, UNREADABLE } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) text = g_string_new (OK (""));
    PeerAnswer answer;

    while (text->len < SEVEN_HTTP_GATEWAY_MAX_REPLY)
      g_string_append (text, cases[i].piece);
    answer = (PeerAnswer){ text->str, text->len };
    for (Call call = 0; call < N_CALLS; call++)
      check_call (call, peer_answer, &answer, cases[i].expected[call], NO, NULL);
  }
}

static void
endless_script (Peer *peer, GIOStream *stream, gpointer data)
{
  static const char head[] = OK ("") "[{\"id\":\"1\"}";
  guint n = 0;

  peer_write (stream, head, strlen (head));
  while (n++ < 10 * SEVEN_HTTP_GATEWAY_MAX_REPLY && peer_write (stream, ",{\"id\":\"1\"}", 11))
    ;
}

static void
interim_script (Peer *peer, GIOStream *stream, gpointer data)
{
  guint n = 0;

  while (n++ < 10000 && peer_write (stream, TEXT ("HTTP/1.1 102 Processing\r\n\r\n")))
    ;
}

static void
reset_script (Peer *peer, GIOStream *stream, gpointer data)
{
  peer_reset (stream);
}

static void
test_scripts (void)
{
  static const struct
  {
    PeerScript script;
    const char *words;
  } cases[] = {
    { endless_script, "larger than 1 MiB" },
    { interim_script, "again and again" },
    { reset_script, "before its answer" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (Call call = 0; call < N_CALLS; call++)
      check_call (call, cases[i].script, NULL, LOST, NO, cases[i].words);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hostile-answers/answers", test_answers);
  g_test_add_func ("/hostile-answers/large", test_large);
  g_test_add_func ("/hostile-answers/scripts", test_scripts);

  return g_test_run ();
}
