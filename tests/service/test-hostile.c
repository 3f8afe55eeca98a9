/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-http-gateway.h"
#include "peer.h"
#include "seven-outcome.h"

#include <string.h>

/* Whatever a host does to a send: what is made of it, over real HTTP. Each host is asked once. */

#define KEY "example-key-not-real"
#define NO SEVEN_REPLY_NO_CODE
#define NONE (-1)
#define TEXT(literal) (literal), sizeof (literal) - 1

/* For answers that end where the connection does. */
#define HEAD(status, headers) "HTTP/1.1 " status "\r\nConnection: close\r\n" headers "\r\n"
#define OK(headers) HEAD ("200 OK", headers)

static SevenOutcome *
send_to (Peer *peer, guint timeout)
{
  g_autofree char *url = peer_dup_url (peer);
  SevenHttpGateway *gateway = seven_http_gateway_new (url, timeout, NULL);
  g_autoptr (SevenRequest) request =
      seven_request_new_send (KEY, "Acme", "Your code is 123456.", "447700900123");
  g_autoptr (SevenExchange) exchange = run_exchange (SEVEN_GATEWAY (gateway), request, NULL);

  g_assert_finalize_object (gateway);
  g_assert_cmpuint (peer_get_n_connections (peer), ==, 1);
  g_assert_cmpuint (peer_get_n_requests (peer), <=, 1);
  return seven_outcome_new (exchange, TRUE);
}

static int
get_error (const SevenOutcome *outcome)
{
  const GError *error = seven_exchange_get_error (seven_outcome_get_exchange (outcome));

  return error != NULL ? error->code : NONE;
}

/* Return codes, as seven's documentation lists them, and whether the connector's client has them in its list. */

static const struct
{
  int code;
  gboolean known;
  gboolean throws;
} codes[] = {
  { 11, TRUE, FALSE },
  { 100, TRUE, FALSE },
  { 101, TRUE, FALSE },
  { 201, TRUE, TRUE },
  { 202, TRUE, TRUE },
  { 300, TRUE, TRUE },
  { 301, TRUE, TRUE },
  { 304, TRUE, TRUE },
  { 305, TRUE, TRUE },
  { 306, TRUE, TRUE },
  { 307, TRUE, TRUE },
  { 308, TRUE, FALSE },
  { 400, TRUE, TRUE },
  { 401, TRUE, TRUE },
  { 402, TRUE, TRUE },
  { 403, TRUE, FALSE },
  { 500, TRUE, TRUE },
  { 600, TRUE, TRUE },
  { 603, TRUE, FALSE },
  { 700, TRUE, TRUE },
  { 801, TRUE, TRUE },
  { 802, TRUE, TRUE },
  { 803, TRUE, TRUE },
  { 900, TRUE, TRUE },
  { 901, TRUE, TRUE },
  { 902, TRUE, TRUE },
  { 903, TRUE, TRUE },
  { 995, FALSE, FALSE },
};

/* Shapes in which codes come; # stands for the code. top: the code at the top level where it is not that one; says_no:
 * it refuses whatever the code is; number: the client takes the number it begins with. */
static const struct
{
  const char *format;
  int top;
  gboolean says_no;
  gboolean number;
} shapes[] = {
  { "#", NO, FALSE, TRUE },
  { "\"#\"", NO, FALSE, TRUE },
  { " #\n", NO, FALSE, TRUE },
  { "#\r\n77229135982", NO, FALSE, TRUE },
  { "{\"success\":\"#\"}", NO, FALSE, FALSE },
  { "{\"success\":#}", NO, FALSE, FALSE },
  { "{\"code\":\"#\"}", NO, FALSE, FALSE },
  { "{\"error_code\":#,\"error_message\":\"no\"}", NO, FALSE, FALSE },
  { "{\"success\":false,\"error\":\"#\"}", NO, TRUE, FALSE },
  { "{\"success\":\"100\",\"messages\":[{\"success\":false,\"error\":#}]}", 100, TRUE, FALSE },
  { "{\"success\":\"101\",\"messages\":[{\"success\":false,\"error\":\"#\"}]}", 101, TRUE, FALSE },
};

static SevenState
expect_state (gsize code, gsize shape)
{
  if (shapes[shape].says_no)
    return SEVEN_STATE_REFUSED;
  if (codes[code].code == 100)
    return SEVEN_STATE_ACCEPTED;
  return codes[code].known ? SEVEN_STATE_REFUSED : SEVEN_STATE_UNKNOWN;
}

/* A message that refuses with 100 gives no reason; 101 at the top is the code that is shown. */
static int
expect_code (gsize code, gsize shape)
{
  if (shapes[shape].top == 101)
    return 101;
  return shapes[shape].says_no && codes[code].code == 100 ? NO : codes[code].code;
}

static void
check_code (gsize code, gsize shape)
{
  g_autofree char *number = g_strdup_printf ("%d", codes[code].code);
  g_auto (GStrv) pieces = g_strsplit (shapes[shape].format, "#", 2);
  g_autofree char *text = g_strconcat (OK (""), pieces[0], number, pieces[1], NULL);
  PeerAnswer answer = { text, strlen (text) };
  g_autoptr (Peer) peer = peer_new (peer_answer, &answer);
  g_autoptr (SevenOutcome) outcome = send_to (peer, 20);
  SevenLogtoVerdict verdict =
      shapes[shape].number && codes[code].throws ? SEVEN_LOGTO_ERROR : SEVEN_LOGTO_SUCCESS;

  g_test_message ("%d %s", codes[code].code, shapes[shape].format);
  g_assert_cmpint (get_error (outcome), ==, NONE);
  g_assert_cmpint (seven_outcome_get_state (outcome), ==, expect_state (code, shape));
  g_assert_cmpint (seven_outcome_get_code (outcome), ==, expect_code (code, shape));
  g_assert_cmpint (seven_outcome_get_gateway_code (outcome), ==,
      shapes[shape].top != NO ? shapes[shape].top : codes[code].code);
  g_assert_cmpint (seven_outcome_get_logto_verdict (outcome), ==, verdict);
  g_assert_cmpint (seven_outcome_is_logto_wrong (outcome), ==,
      verdict == SEVEN_LOGTO_SUCCESS && expect_state (code, shape) != SEVEN_STATE_ACCEPTED);
}

static void
test_codes (void)
{
  for (gsize code = 0; code < G_N_ELEMENTS (codes); code++)
    for (gsize shape = 0; shape < G_N_ELEMENTS (shapes); shape++)
      check_code (code, shape);
}

/* Answers, byte for byte. */

#define MESSAGE "{\"success\":\"100\",\"messages\":[{\"id\":\"7\",\"success\":true,\"text\":\"Gr\xfc\xdf\"}]}"
#define GZIP "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xb3\x34\x30\x00\x00\x52\x01\x64\x2d\x03\x00\x00\x00"
#define ZLIB "\x78\x9c\xb3\x34\x30\x00\x00\x01\x3e\x00\x9a"

static const struct
{
  const char *name;
  const char *answer;
  gsize length;
  int error;
  SevenState state;
  int code;
  SevenLogtoVerdict verdict;
  const char *title;
} answers[] = {
  /* Statuses. Clients like to ask again after some of them. */
  { "early-hints", TEXT ("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" OK ("") "100"), NONE,
      SEVEN_STATE_ACCEPTED, 100, SEVEN_LOGTO_SUCCESS, "Accepted" },
  { "processing", TEXT ("HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" OK ("") "900"), NONE,
      SEVEN_STATE_REFUSED, 900, SEVEN_LOGTO_ERROR, "API key refused" },
  { "created", TEXT (HEAD ("201 Created", "Location: /api/sms/7\r\n") "100"), NONE, SEVEN_STATE_ACCEPTED, 100,
      SEVEN_LOGTO_SUCCESS, "Accepted" },
  { "no-content", TEXT (HEAD ("204 No Content", "")), NONE, SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_SUCCESS,
      "Empty answer" },
  { "reset-content", TEXT (HEAD ("205 Reset Content", "Content-Length: 0\r\n")), NONE, SEVEN_STATE_UNKNOWN,
      NO, SEVEN_LOGTO_SUCCESS, "Empty answer" },
  { "not-modified", TEXT (HEAD ("304 Not Modified", "ETag: \"x\"\r\n")), NONE, SEVEN_STATE_UNKNOWN, NO,
      SEVEN_LOGTO_SUCCESS, "Empty answer" },
  { "password", TEXT (HEAD ("401 No", "WWW-Authenticate: Basic realm=\"x\"\r\n") "900"), NONE,
      SEVEN_STATE_REFUSED, 900, SEVEN_LOGTO_ERROR, "API key refused" },
  { "digest", TEXT (HEAD ("401 No", "WWW-Authenticate: Digest realm=\"x\", nonce=\"y\", qop=\"auth\"\r\n")),
      NONE, SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_SUCCESS, "Empty answer" },
  { "negotiate", TEXT (HEAD ("401 No", "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r\n") "no"),
      NONE, SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_SUCCESS, "Answer not understood" },
  { "proxy-password", TEXT (HEAD ("407 No", "Proxy-Authenticate: Basic realm=\"x\"\r\n") "100"), NONE,
      SEVEN_STATE_UNKNOWN, 100, SEVEN_LOGTO_SUCCESS, "Contradictory answer" },
  { "request-timeout", TEXT (HEAD ("408 Request Timeout", "Content-Length: 0\r\n")), NONE,
      SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_SUCCESS, "Empty answer" },
  { "misdirected", TEXT (HEAD ("421 Misdirected Request", "") "<p>no</p>"), SEVEN_GATEWAY_ERROR_FAILED,
      SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_UNKNOWN, "Exchange failed" },
  { "too-many", TEXT (HEAD ("429 Too Many", "Retry-After: 0\r\n") "{\"code\":429,\"message\":\"no\"}"), NONE,
      SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_SUCCESS, "An error page instead of an answer" },
  { "unavailable", TEXT (HEAD ("503 No", "Retry-After: 0\r\n") "<html>"), NONE, SEVEN_STATE_UNKNOWN, NO,
      SEVEN_LOGTO_SUCCESS, "A web page instead of an answer" },
  { "no-reason", TEXT (HEAD ("200", "") "100"), NONE, SEVEN_STATE_ACCEPTED, 100, SEVEN_LOGTO_SUCCESS,
      "Accepted" },
  { "status-999", TEXT (HEAD ("999 Odd", "") "100"), NONE, SEVEN_STATE_UNKNOWN, 100, SEVEN_LOGTO_SUCCESS,
      "Contradictory answer" },
  /* seven has return codes of the same numbers, which these pages do not mean. */
  { "error-page-500", TEXT (HEAD ("500 No", "") "{\"code\":500,\"message\":\"Internal Server Error\"}"), NONE,
      SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_SUCCESS, "An error page instead of an answer" },
  { "error-page-403", TEXT (HEAD ("403 No", "") "{\"error\":\"403\"}"), NONE, SEVEN_STATE_UNKNOWN, NO,
      SEVEN_LOGTO_SUCCESS, "An error page instead of an answer" },
  { "bare-status", TEXT (HEAD ("500 No", "") "500"), NONE, SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_ERROR,
      "An error page instead of an answer" },
  { "another-code", TEXT (HEAD ("500 No", "") "{\"success\":\"900\"}"), NONE, SEVEN_STATE_REFUSED, 900,
      SEVEN_LOGTO_SUCCESS, "API key refused" },
  { "code-500", TEXT (OK ("") "{\"code\":500}"), NONE, SEVEN_STATE_REFUSED, 500, SEVEN_LOGTO_SUCCESS,
      "Too little credit" },
  /* Compressed, though nobody asked for it. */
  { "gzip", TEXT (OK ("Content-Encoding: gzip\r\n") GZIP), NONE, SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_UNKNOWN,
      "Compressed answer" },
  { "gzip-unsaid", TEXT (OK ("") GZIP), NONE, SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_UNKNOWN,
      "Compressed answer" },
  { "zlib", TEXT (OK ("content-encoding:  deflate \r\n") ZLIB), NONE, SEVEN_STATE_UNKNOWN, NO,
      SEVEN_LOGTO_UNKNOWN, "Compressed answer" },
  { "brotli", TEXT (OK ("Content-Encoding: br\r\n") "\x0b\x01\x80\x39\x30\x30\x03"), NONE,
      SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_UNKNOWN, "Compressed answer" },
  { "gzip-cut", TEXT (OK ("Content-Encoding: gzip\r\nContent-Length: 900\r\n") GZIP),
      SEVEN_GATEWAY_ERROR_DROPPED, SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_ERROR, "Connection lost" },
  { "gzip-empty", TEXT (OK ("Content-Encoding: gzip\r\n")), NONE, SEVEN_STATE_UNKNOWN, NO,
      SEVEN_LOGTO_SUCCESS, "Empty answer" },
  { "not-gzip", TEXT (OK ("Content-Encoding: gzip\r\n") "900"), NONE, SEVEN_STATE_REFUSED, 900,
      SEVEN_LOGTO_ERROR, "API key refused" },
  { "identity", TEXT (OK ("Content-Encoding: identity\r\n") "no"), NONE, SEVEN_STATE_UNKNOWN, NO,
      SEVEN_LOGTO_SUCCESS, "Answer not understood" },
  /* Wrongly labelled. The client takes everything for UTF-8, whatever it says of itself. */
  { "html-type", TEXT (OK ("Content-Type: text/html\r\n") "{\"success\":\"100\"}"), NONE,
      SEVEN_STATE_ACCEPTED, 100, SEVEN_LOGTO_SUCCESS, "Accepted" },
  { "charset", TEXT (OK ("Content-Type: application/json; charset=utf-16\r\n") "\"900\""), NONE,
      SEVEN_STATE_REFUSED, 900, SEVEN_LOGTO_ERROR, "API key refused" },
  { "latin-1", TEXT (OK ("Content-Type: application/json; charset=iso-8859-1\r\n") MESSAGE), NONE,
      SEVEN_STATE_ACCEPTED, 100, SEVEN_LOGTO_SUCCESS, "Accepted" },
  { "mark",
      TEXT (OK ("") "\xef\xbb\xbf"
                    "900"),
      NONE, SEVEN_STATE_REFUSED, 900, SEVEN_LOGTO_ERROR, "API key refused" },
  { "utf-16",
      TEXT (OK ("") "9\0"
                    "0\0"
                    "0\0"),
      NONE, SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_SUCCESS, "Answer not understood" },
  { "utf-16-mark",
      TEXT (OK ("") "\xff\xfe"
                    "9\0"
                    "0\0"
                    "0\0"),
      NONE, SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_SUCCESS, "Answer not understood" },
  { "utf-16-be",
      TEXT (OK ("") "\0"
                    "9\0"
                    "0\0"
                    "0"),
      NONE, SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_SUCCESS, "Answer not understood" },
  { "nul-behind", TEXT (OK ("") "900\0"), NONE, SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_ERROR,
      "Answer not understood" },
  { "nul-before",
      TEXT (OK ("") "\0"
                    "900"),
      NONE, SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_SUCCESS, "Answer not understood" },
  { "nuls", TEXT (OK ("") "\0\0\0\0"), NONE, SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_SUCCESS,
      "Answer not understood" },
  /* Lengths that are none, and cuts. */
  { "cut", TEXT (OK ("Content-Length: 50\r\n") "{\"success\":\"100\"}"), SEVEN_GATEWAY_ERROR_DROPPED,
      SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_ERROR, "Connection lost" },
  { "cut-chunk", TEXT (OK ("Transfer-Encoding: chunked\r\n") "9\r\n100"), SEVEN_GATEWAY_ERROR_DROPPED,
      SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_ERROR, "Connection lost" },
  { "cut-unsaid", TEXT (OK ("") "{\"success\":\"100\",\"mess"), NONE, SEVEN_STATE_UNKNOWN, NO,
      SEVEN_LOGTO_SUCCESS, "Answer cut off" },
  { "vast-length", TEXT (OK ("Content-Length: 9223372036854775807\r\n") "100"), SEVEN_GATEWAY_ERROR_DROPPED,
      SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_ERROR, "Connection lost" },
  { "bad-chunk", TEXT (OK ("Transfer-Encoding: chunked\r\n") "zz\r\n100\r\n0\r\n\r\n"), NONE,
      SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_SUCCESS, "Empty answer" },
  { "vast-chunk", TEXT (OK ("Transfer-Encoding: chunked\r\n") "fffffffff\r\n100"),
      SEVEN_GATEWAY_ERROR_DROPPED, SEVEN_STATE_UNKNOWN, NO, SEVEN_LOGTO_ERROR, "Connection lost" },
};

static void
test_answers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++) {
    PeerAnswer answer = { answers[i].answer, answers[i].length };
    g_autoptr (Peer) peer = peer_new (peer_answer, &answer);
    g_autoptr (SevenOutcome) outcome = send_to (peer, 20);

    g_test_message ("%s %s", answers[i].name, seven_outcome_get_explanation (outcome));
    g_assert_cmpint (get_error (outcome), ==, answers[i].error);
    g_assert_cmpint (seven_outcome_get_state (outcome), ==, answers[i].state);
    g_assert_cmpint (seven_outcome_get_code (outcome), ==, answers[i].code);
    g_assert_cmpint (seven_outcome_get_gateway_code (outcome), ==, answers[i].code);
    g_assert_cmpint (seven_outcome_get_logto_verdict (outcome), ==, answers[i].verdict);
    g_assert_cmpstr (seven_outcome_get_title (outcome), ==, answers[i].title);
    g_assert_cmpuint (peer_get_n_requests (peer), ==, 1);
  }
}

/* Redirects. */

typedef struct
{
  const char *status;
  char *location;
} Redirect;

static void
redirect_script (Peer *peer, GIOStream *stream, gpointer data)
{
  const Redirect *redirect = data;
  g_autofree char *answer = g_strdup_printf (
      "HTTP/1.1 %s Moved\r\nLocation: %s\r\nRefresh: 0; url=%s\r\nConnection: close\r\n\r\n<html>",
      redirect->status, redirect->location, redirect->location);

  peer_write (stream, answer, strlen (answer));
}

/* The other host would take the SMS. Neither of them gets a second request, nor the key. */
static void
check_redirect (const char *status, gboolean same_host)
{
  static PeerAnswer accepted = { TEXT (OK ("") "100") };
  g_autoptr (Peer) other = peer_new (peer_answer, &accepted);
  g_autofree char *other_url = peer_dup_url (other);
  g_autofree char *other_place = g_strconcat (other_url, "/api/sms?key=" KEY, NULL);
  Redirect redirect = { status, same_host ? (char *) "/api/other" : other_place };
  g_autoptr (Peer) peer = peer_new (redirect_script, &redirect);
  g_autoptr (SevenOutcome) outcome = send_to (peer, 20);
  SevenExchange *exchange = seven_outcome_get_exchange (outcome);

  g_test_message ("%s %d", status, same_host);
  g_assert_cmpint (get_error (outcome), ==, NONE);
  g_assert_cmpuint (seven_exchange_get_http_status (exchange), ==, g_ascii_strtoull (status, NULL, 10));
  g_assert_cmpint (seven_outcome_get_state (outcome), ==, SEVEN_STATE_UNKNOWN);
  g_assert_cmpint (seven_outcome_get_logto_verdict (outcome), ==, SEVEN_LOGTO_UNKNOWN);
  g_assert_cmpstr (seven_outcome_get_title (outcome), ==, "Redirect not followed");
  g_assert_null (strstr (seven_exchange_get_reply_head (exchange), KEY));
  g_assert_cmpuint (peer_get_n_requests (peer), ==, 1);
  g_assert_cmpuint (peer_get_n_connections (other), ==, 0);
}

static void
test_redirects (void)
{
  static const char *const statuses[] = { "301", "302", "303", "307", "308" };

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++) {
    check_redirect (statuses[i], FALSE);
    check_redirect (statuses[i], TRUE);
  }
}

/* Ends of connections. */

static void
reset_at_once (Peer *peer, GIOStream *stream, gpointer data)
{
  peer_reset (stream);
}

static void
close_at_once (Peer *peer, GIOStream *stream, gpointer data)
{
}

static void
read_some (GIOStream *stream)
{
  char chunk[16];

  g_input_stream_read (g_io_stream_get_input_stream (stream), chunk, sizeof chunk, NULL, NULL);
}

static void
reset_in_request (Peer *peer, GIOStream *stream, gpointer data)
{
  read_some (stream);
  peer_reset (stream);
}

static void
close_in_request (Peer *peer, GIOStream *stream, gpointer data)
{
  read_some (stream);
}

/* The whole answer in front of the request: nobody can have taken it. */
static void
answer_in_request (Peer *peer, GIOStream *stream, gpointer data)
{
  static const char refusal[] = HEAD ("413 Too Large", "") "no";

  read_some (stream);
  peer_write (stream, refusal, strlen (refusal));
  peer_reset (stream);
}

static void
reset_in_head (Peer *peer, GIOStream *stream, gpointer data)
{
  peer_write (stream, TEXT ("HTTP/1.1 200 OK\r\nContent-"));
  peer_reset (stream);
}

static void
reset_after_head (Peer *peer, GIOStream *stream, gpointer data)
{
  peer_write (stream, TEXT (OK ("Content-Length: 30\r\n")));
  peer_reset (stream);
}

static void
reset_in_reply (Peer *peer, GIOStream *stream, gpointer data)
{
  peer_write (stream, TEXT (OK ("Content-Length: 30\r\n") "{\"success\":\"100\""));
  peer_reset (stream);
}

static void
test_ends (void)
{
  static const struct
  {
    const char *name;
    gboolean rude; /* before the request has been read */
    PeerScript script;
  } ends[] = {
    { "reset at once", TRUE, reset_at_once },
    { "close at once", TRUE, close_at_once },
    { "reset in request", TRUE, reset_in_request },
    { "close in request", TRUE, close_in_request },
    { "answer in request", TRUE, answer_in_request },
    { "reset after request", FALSE, reset_at_once },
    { "close after request", FALSE, close_at_once },
    { "reset in head", FALSE, reset_in_head },
    { "reset after head", FALSE, reset_after_head },
    { "reset in reply", FALSE, reset_in_reply },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autoptr (Peer) peer =
        ends[i].rude ? peer_new_rude (ends[i].script, NULL) : peer_new (ends[i].script, NULL);
    g_autoptr (SevenOutcome) outcome = send_to (peer, 20);
    gboolean left = seven_exchange_get_body_left (seven_outcome_get_exchange (outcome));

    g_test_message ("%s: %s", ends[i].name, seven_outcome_get_explanation (outcome));
    g_assert_cmpuint (peer_get_n_requests (peer), ==, ends[i].rude ? 0 : 1);
    /* Only a host that is quicker than the request can keep it from leaving. */
    g_assert_true (left || ends[i].rude);
    g_assert_cmpint (seven_outcome_get_state (outcome), ==, left ? SEVEN_STATE_UNKNOWN : SEVEN_STATE_FAILED);
    g_assert_cmpint (seven_outcome_get_code (outcome), ==, NO);
    if (ends[i].script != answer_in_request)
      g_assert_cmpstr (seven_outcome_get_title (outcome), ==, "Connection lost");
  }
}

/* Floods: more of it than anybody takes. The time limit must hold, though there is always something to read. */

typedef struct
{
  const char *name;
  const char *head;
  const char *drop;
  int error;
} Flood;

static const Flood floods[] = {
  { "headers", "HTTP/1.1 200 OK\r\n", "X-A: aaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", SEVEN_GATEWAY_ERROR_DROPPED },
  { "header", "HTTP/1.1 200 OK\r\nX-A: ", "a", SEVEN_GATEWAY_ERROR_DROPPED },
  { "status-line", "HTTP/1.1 200 ", "a", SEVEN_GATEWAY_ERROR_DROPPED },
  { "blank-lines", "", "\r\n", SEVEN_GATEWAY_ERROR_FAILED },
  { "interim", "", "HTTP/1.1 102 Processing\r\n\r\n", SEVEN_GATEWAY_ERROR_FAILED },
  { "continue", "", "HTTP/1.1 100 Continue\r\nX: y\r\n\r\n", SEVEN_GATEWAY_ERROR_FAILED },
  { "chunk-line", OK ("Transfer-Encoding: chunked\r\n"), "0", SEVEN_GATEWAY_ERROR_DROPPED },
  { "chunk-extension", OK ("Transfer-Encoding: chunked\r\n") "3;", "a", SEVEN_GATEWAY_ERROR_DROPPED },
  { "chunks", OK ("Transfer-Encoding: chunked\r\n"), "20\r\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n",
      SEVEN_GATEWAY_ERROR_TOO_LARGE },
  { "body", OK (""), "{\"success\":\"100\"}", SEVEN_GATEWAY_ERROR_TOO_LARGE },
};

static void
flood_script (Peer *peer, GIOStream *stream, gpointer data)
{
  const Flood *given = data;
  g_autoptr (GString) block = g_string_new (NULL);
  gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;

  while (block->len < 64 * 1024)
    g_string_append (block, given->drop);
  peer_write (stream, given->head, strlen (given->head));
  while (g_get_monotonic_time () < end && peer_write (stream, block->str, block->len))
    ;
}

static void
test_floods (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (floods); i++) {
    g_autoptr (Peer) peer = peer_new (flood_script, (gpointer) &floods[i]);
    g_autoptr (SevenOutcome) outcome = send_to (peer, 20);

    g_test_message ("%s: %s", floods[i].name, seven_outcome_get_explanation (outcome));
    g_assert_cmpint (get_error (outcome), ==, floods[i].error);
    g_assert_cmpint (seven_outcome_get_state (outcome), ==, SEVEN_STATE_UNKNOWN);
    g_assert_cmpuint (seven_exchange_get_elapsed_ms (seven_outcome_get_exchange (outcome)), <, 19000);
  }
}

/* Drops: always something, never enough. */

static void
drip_script (Peer *peer, GIOStream *stream, gpointer data)
{
  for (const char *drop = data; *drop != '\0' && peer_write (stream, drop, 1); drop++)
    g_usleep (G_USEC_PER_SEC / 10);
}

static void
test_drips (void)
{
  static const char *const drips[] = {
    OK ("Content-Length: 30\r\n") "{\"success\":\"100\"}",
    "HTTP/1.1 200 OK\r\n\r\n1000000000000000000000",
    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (drips); i++) {
    g_autoptr (Peer) peer = peer_new (drip_script, (gpointer) drips[i]);
    g_autoptr (SevenOutcome) outcome = send_to (peer, 1);

    g_assert_cmpint (get_error (outcome), ==, SEVEN_GATEWAY_ERROR_TIMED_OUT);
    g_assert_cmpint (seven_outcome_get_state (outcome), ==, SEVEN_STATE_UNKNOWN);
    g_assert_cmpint (seven_outcome_get_logto_verdict (outcome), ==, SEVEN_LOGTO_UNKNOWN);
  }
}

/* An answer of the largest size is read as any other; one byte more and it is not known how it goes on. */
static void
test_largest (void)
{
  for (gsize more = 0; more < 2; more++) {
    g_autofree char *blanks = g_strnfill (SEVEN_HTTP_GATEWAY_MAX_REPLY - 3 + more, ' ');
    g_autofree char *text = g_strconcat (OK (""), "100", blanks, NULL);
    PeerAnswer answer = { text, strlen (text) };
    g_autoptr (Peer) peer = peer_new (peer_answer, &answer);
    g_autoptr (SevenOutcome) outcome = send_to (peer, 20);
    GBytes *reply = seven_exchange_get_reply (seven_outcome_get_exchange (outcome));

    g_assert_cmpint (get_error (outcome), ==, more == 0 ? NONE : SEVEN_GATEWAY_ERROR_TOO_LARGE);
    g_assert_cmpint (
        seven_outcome_get_state (outcome), ==, more == 0 ? SEVEN_STATE_ACCEPTED : SEVEN_STATE_UNKNOWN);
    g_assert_cmpuint (g_bytes_get_size (reply), ==, SEVEN_HTTP_GATEWAY_MAX_REPLY);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hostile/codes", test_codes);
  g_test_add_func ("/hostile/answers", test_answers);
  g_test_add_func ("/hostile/redirects", test_redirects);
  g_test_add_func ("/hostile/ends", test_ends);
  g_test_add_func ("/hostile/floods", test_floods);
  g_test_add_func ("/hostile/drips", test_drips);
  g_test_add_func ("/hostile/largest", test_largest);

  return g_test_run ();
}
