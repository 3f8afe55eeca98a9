/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-http-gateway.h"
#include "seven-outcome.h"
#include "peer.h"

#include <string.h>
#include <sys/socket.h>

#define KEY "topsecret"
#define OK_HEAD "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n"
#define TEXT(literal) (literal), sizeof (literal) - 1
#define NONE (-1)

static SevenRequest *
send_request_new (void)
{
  return seven_request_new_send (KEY, "Acme", "Your code is 123456.", "447700900123");
}

static SevenExchange *
exchange_with (Peer *peer, guint timeout, GCancellable *cancellable)
{
  g_autofree char *url = peer_dup_url (peer);
  SevenHttpGateway *gateway = seven_http_gateway_new (url, timeout, NULL);
  g_autoptr (SevenRequest) request = send_request_new ();
  SevenExchange *exchange = run_exchange (SEVEN_GATEWAY (gateway), request, cancellable);

  g_assert_null (strstr (seven_exchange_get_request_text (exchange), KEY));
  g_assert_finalize_object (gateway);
  return exchange;
}

static void
check_error (SevenExchange *exchange, int code)
{
  const GError *error = seven_exchange_get_error (exchange);

  if (code == NONE) {
    g_assert_no_error (error);
  } else {
    g_assert_error (error, SEVEN_GATEWAY_ERROR, code);
    g_assert_null (strstr (error->message, KEY));
  }
}

/* Scripts. */

static void
hold_script (Peer *peer, GIOStream *stream, gpointer data)
{
  peer_reach_point (peer);
  peer_wait_for_end (stream);
}

/* Begins an answer and does not go on. */
static void
half_script (Peer *peer, GIOStream *stream, gpointer data)
{
  static const char half[] = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"success\":";

  peer_write (stream, half, strlen (half));
  hold_script (peer, stream, data);
}

static void
drip_script (Peer *peer, GIOStream *stream, gpointer data)
{
  static const char head[] = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";
  guint n = 0;

  peer_write (stream, head, strlen (head));
  while (n++ < 1000 && peer_write (stream, "x", 1))
    g_usleep (20 * 1000);
}

/* As much as the client takes; *data: whether it went away. */
static void
endless_script (Peer *peer, GIOStream *stream, gpointer data)
{
  static const char head[] = "HTTP/1.1 200 OK\r\n\r\n";
  g_autofree char *block = g_strnfill (64 * 1024, 'x');
  guint n = 0;

  peer_write (stream, head, strlen (head));
  while (n < 4096 && peer_write (stream, block, 64 * 1024))
    n++;
  *(gboolean *) data = n < 4096;
}

static void
large_script (Peer *peer, GIOStream *stream, gpointer data)
{
  gsize size = GPOINTER_TO_SIZE (data);
  g_autofree char *body = g_strnfill (size, 'x');
  g_autofree char *head =
      g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n", size);

  peer_write (stream, head, strlen (head));
  peer_write (stream, body, size);
}

static void
redirect_script (Peer *peer, GIOStream *stream, gpointer data)
{
  g_autofree char *url = peer_dup_url (data);
  g_autofree char *answer =
      g_strdup_printf ("HTTP/1.1 302 Found\r\nLocation: %s/api/sms\r\nContent-Length: 3\r\n\r\n900", url);

  peer_write (stream, answer, strlen (answer));
}

/* The wire. */

static void
test_wire (void)
{
  static PeerAnswer answer = { TEXT (OK_HEAD "100") };
  g_autoptr (Peer) peer = peer_new (peer_answer, &answer);
  g_autoptr (SevenExchange) exchange = exchange_with (peer, 20, NULL);
  g_autofree char *request = peer_dup_request (peer);
  g_auto (GStrv) masked = g_strsplit (seven_exchange_get_request_text (exchange), "\n", -1);
  g_auto (GStrv) lines = g_strsplit (request, "\r\n", -1);

  check_error (exchange, NONE);
  g_assert_cmpstr (lines[0], ==, "POST /api/sms HTTP/1.1");
  g_assert_true (
      g_str_has_suffix (request, "\r\n\r\nfrom=Acme&json=1&text=Your+code+is+123456.&to=447700900123"));
  g_assert_true (g_strv_contains ((const char *const *) lines, "X-Api-Key: " KEY));
  g_assert_true (g_strv_contains ((const char *const *) lines, "SentWith: SevenConsole"));
  g_assert_true (g_strv_contains ((const char *const *) lines, "Accept: */*"));
  /* What people are shown is what went out, line by line, but for the key. */
  g_assert_cmpuint (g_strv_length (masked), ==, g_strv_length (lines));
  for (guint i = 0; lines[i] != NULL; i++) {
    if (!g_str_has_prefix (lines[i], "X-Api-Key: "))
      g_assert_true (g_strv_contains ((const char *const *) masked, lines[i]));
  }
}

static void
check_header (SevenRequest *request, const char *line)
{
  static PeerAnswer answer = { TEXT (OK_HEAD "100") };
  g_autoptr (Peer) peer = peer_new (peer_answer, &answer);
  g_autofree char *url = peer_dup_url (peer);
  g_autofree char *base = g_strconcat (url, "/base/", NULL);
  g_autoptr (SevenHttpGateway) gateway = seven_http_gateway_new (base, 20, NULL);
  g_autoptr (SevenExchange) exchange = run_exchange (SEVEN_GATEWAY (gateway), request, NULL);
  g_autofree char *text = peer_dup_request (peer);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  check_error (exchange, NONE);
  g_assert_true (g_strv_contains ((const char *const *) lines, line));
  seven_request_unref (request);
}

static void
test_headers (void)
{
  check_header (seven_request_new_balance ("Bearer " KEY), "Authorization: Bearer " KEY);
  check_header (seven_request_new_balance (" " KEY "\n"), "X-Api-Key: " KEY);
  check_header (seven_request_new_balance (KEY), "Accept: application/json");
  check_header (seven_request_new_balance (KEY), "GET /base/api/balance HTTP/1.1");
  check_header (
      seven_request_new_pricing (KEY, "DE"), "GET /base/api/pricing?country=de&format=json HTTP/1.1");
  check_header (seven_request_new_journal (KEY, "7 7"), "GET /base/api/journal/outbound?id=7+7 HTTP/1.1");
}

/* Replies, byte for byte as a host writes them. */

static const struct
{
  const char *name;
  const char *answer;
  gsize length;
  guint status;
  const char *reply;
  int error;
} replies[] = {
  { "bare", TEXT (OK_HEAD "900"), 200, "900", NONE },
  { "until-close", TEXT ("HTTP/1.1 200 OK\r\n\r\n900"), 200, "900", NONE },
  { "http-1.0", TEXT ("HTTP/1.0 200 OK\r\n\r\n900"), 200, "900", NONE },
  { "chunked", TEXT ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n90\r\n1\r\n0\r\n0\r\n\r\n"),
      200, "900", NONE },
  { "empty", TEXT ("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), 200, "", NONE },
  { "no-content", TEXT ("HTTP/1.1 204 No Content\r\n\r\n"), 204, "", NONE },
  { "html", TEXT ("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 6\r\n\r\n<html>"), 502, "<html>", NONE },
  { "not-found", TEXT ("HTTP/1.1 404 Not Found\r\nContent-Length: 1\r\n\r\nx"), 404, "x", NONE },
  { "asks-for-password",
      TEXT ("HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 3\r\n\r\n900"), 401,
      "900", NONE },
  { "permanent-redirect",
      TEXT ("HTTP/1.1 308 Moved\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 1\r\n\r\nx"), 308, "x",
      NONE },
  { "cookie", TEXT ("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 3\r\n\r\n100"), 200, "100", NONE },
  { "continue", TEXT ("HTTP/1.1 100 Continue\r\n\r\n" OK_HEAD "100"), 200, "100", NONE },
  { "compressed",
      TEXT ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\x1f\x8b\x08\x01"), 200,
      "\x1f\x8b\x08\x01", NONE },
  { "wrong-label", TEXT ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n900"), 200,
      "900", NONE },
  { "wrong-type", TEXT ("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 3\r\n\r\n900"), 200,
      "900", NONE },
  { "binary", TEXT ("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n\xff\xfe\x01"), 200, "\xff\xfe\x01", NONE },
  { "binary-header", TEXT ("HTTP/1.1 200 OK\r\nX: \xff%s%n\r\nContent-Length: 3\r\n\r\n900"), 200, "900",
      NONE },
  { "behind-the-end", TEXT (OK_HEAD "900 and more"), 200, "900", NONE },
  { "cut-body", TEXT ("HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n{\"success\":"), 200,
      "{\"success\":", SEVEN_GATEWAY_ERROR_DROPPED },
  { "cut-chunk", TEXT ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n900"), 200, "900",
      SEVEN_GATEWAY_ERROR_DROPPED },
  { "cut-head", TEXT ("HTTP/1.1 200 OK\r\nContent-Le"), 0, NULL, SEVEN_GATEWAY_ERROR_FAILED },
  { "no-answer", TEXT (""), 0, NULL, SEVEN_GATEWAY_ERROR_DROPPED },
  { "no-http", TEXT ("900\r\n\r\n"), 0, NULL, SEVEN_GATEWAY_ERROR_FAILED },
  { "smtp", TEXT ("220 mail.example ESMTP\r\n\r\n"), 0, NULL, SEVEN_GATEWAY_ERROR_FAILED },
};

static void
test_replies (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (replies); i++) {
    PeerAnswer answer = { replies[i].answer, replies[i].length };
    g_autoptr (Peer) peer = peer_new (peer_answer, &answer);
    g_autoptr (SevenExchange) exchange = exchange_with (peer, 20, NULL);
    GBytes *reply = seven_exchange_get_reply (exchange);

    g_test_message ("%s", replies[i].name);
    check_error (exchange, replies[i].error);
    g_assert_cmpuint (seven_exchange_get_http_status (exchange), ==, replies[i].status);
    g_assert_true (seven_exchange_get_body_left (exchange));
    if (replies[i].reply == NULL) {
      g_assert_null (reply);
      g_assert_null (seven_exchange_get_reply_head (exchange));
    } else {
      g_assert_cmpmem (g_bytes_get_data (reply, NULL), g_bytes_get_size (reply), replies[i].reply,
          strlen (replies[i].reply));
      g_assert_true (g_str_has_prefix (seven_exchange_get_reply_head (exchange), "HTTP/1.1 "));
      g_assert_true (g_utf8_validate (seven_exchange_get_reply_head (exchange), -1, NULL));
    }
    /* Whatever went wrong: one request, once. */
    g_assert_cmpuint (peer_get_n_requests (peer), ==, 1);
    g_assert_cmpuint (peer_get_n_connections (peer), ==, 1);
  }
}

static void
test_reply_head (void)
{
  static PeerAnswer answer = { TEXT (
      "HTTP/1.1 418 Short and Stout\r\nX-One: 1\r\nContent-Length: 0\r\n\r\n") };
  g_autoptr (Peer) peer = peer_new (peer_answer, &answer);
  g_autoptr (SevenExchange) exchange = exchange_with (peer, 20, NULL);

  g_assert_cmpstr (seven_exchange_get_reply_head (exchange), ==,
      "HTTP/1.1 418 Short and Stout\nContent-Length: 0\nX-One: 1\n");
}

/* Pages about errors like to repeat what was sent. */
static void
test_repeated_key (void)
{
  static const char *const keys[] = { "example-key-not-real", "Bearer example-key-not-real" };
  static PeerAnswer answer = { TEXT (
      "HTTP/1.1 500 No\r\nX-Got: example-key-not-real\r\nContent-Length: 48\r\n\r\n"
      "no example-key-not-real, \0, example-key-not-real") };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    static const char masked[] = "no " SEVEN_REQUEST_MASK ", \0, " SEVEN_REQUEST_MASK;
    g_autoptr (Peer) peer = peer_new (peer_answer, &answer);
    g_autofree char *url = peer_dup_url (peer);
    g_autoptr (SevenGateway) gateway = SEVEN_GATEWAY (seven_http_gateway_new (url, 20, NULL));
    g_autoptr (SevenRequest) request = seven_request_new_send (keys[i], "Acme", "x", "447700900123");
    g_autoptr (SevenExchange) exchange = run_exchange (gateway, request, NULL);
    GBytes *reply = seven_exchange_get_reply (exchange);

    g_assert_cmpmem (g_bytes_get_data (reply, NULL), g_bytes_get_size (reply), masked, sizeof masked - 1);
    g_assert_nonnull (strstr (seven_exchange_get_reply_head (exchange), "X-Got: " SEVEN_REQUEST_MASK "\n"));
    g_assert_null (strstr (seven_exchange_get_request_text (exchange), "example-key"));
  }
}

/* An answer may end in the middle of it, too. */
static void
test_cut_key (void)
{
  static const struct
  {
    PeerAnswer answer;
    const char *reply;
  } cases[] = {
    { { TEXT ("HTTP/1.1 500 No\r\n\r\nno example-key-not-rea") }, "no " SEVEN_REQUEST_MASK },
    { { TEXT ("HTTP/1.1 500 No\r\nContent-Length: 99\r\n\r\nexample-k") }, SEVEN_REQUEST_MASK },
    { { TEXT ("HTTP/1.1 500 No\r\n\r\nexample-key-not-real example-key-") },
        SEVEN_REQUEST_MASK " " SEVEN_REQUEST_MASK },
    { { TEXT ("HTTP/1.1 500 No\r\n\r\nno example") }, "no example" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Peer) peer = peer_new (peer_answer, (gpointer) &cases[i].answer);
    g_autofree char *url = peer_dup_url (peer);
    g_autoptr (SevenGateway) gateway = SEVEN_GATEWAY (seven_http_gateway_new (url, 20, NULL));
    g_autoptr (SevenRequest) request = seven_request_new_balance ("example-key-not-real");
    g_autoptr (SevenExchange) exchange = run_exchange (gateway, request, NULL);
    g_autofree char *reply = seven_exchange_dup_reply_text (exchange);

    g_assert_cmpstr (reply, ==, cases[i].reply);
  }
}

/* libsoup sends a request again when the host has closed the connection it kept. Not ours. */
static void
test_never_repeated (void)
{
  static PeerAnswer answer = { TEXT (
      "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 3\r\n\r\n100") };
  g_autoptr (Peer) peer = peer_new (peer_answer, &answer);
  g_autofree char *url = peer_dup_url (peer);
  g_autoptr (SevenHttpGateway) gateway = seven_http_gateway_new (url, 20, NULL);

  for (guint i = 1; i <= 5; i++) {
    g_autoptr (SevenRequest) request = send_request_new ();
    g_autoptr (SevenExchange) exchange = run_exchange (SEVEN_GATEWAY (gateway), request, NULL);

    check_error (exchange, NONE);
    g_assert_cmpuint (peer_get_n_requests (peer), ==, i);
    g_assert_cmpuint (peer_get_n_connections (peer), ==, i);
  }
}

static void
test_redirect (void)
{
  static PeerAnswer answer = { TEXT (OK_HEAD "100") };
  g_autoptr (Peer) other = peer_new (peer_answer, &answer);
  g_autoptr (Peer) peer = peer_new (redirect_script, other);
  g_autoptr (SevenExchange) exchange = exchange_with (peer, 20, NULL);

  check_error (exchange, NONE);
  g_assert_cmpuint (seven_exchange_get_http_status (exchange), ==, 302);
  g_assert_cmpuint (peer_get_n_requests (peer), ==, 1);
  g_assert_cmpuint (peer_get_n_connections (other), ==, 0);
}

/* Sizes. */

static void
test_sizes (void)
{
  static const struct
  {
    gsize size;
    int error;
  } cases[] = {
    { SEVEN_HTTP_GATEWAY_MAX_REPLY - 1, NONE },
    { SEVEN_HTTP_GATEWAY_MAX_REPLY, NONE },
    { SEVEN_HTTP_GATEWAY_MAX_REPLY + 1, SEVEN_GATEWAY_ERROR_TOO_LARGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Peer) peer = peer_new (large_script, GSIZE_TO_POINTER (cases[i].size));
    g_autoptr (SevenExchange) exchange = exchange_with (peer, 20, NULL);

    check_error (exchange, cases[i].error);
    g_assert_cmpuint (g_bytes_get_size (seven_exchange_get_reply (exchange)), ==,
        MIN (cases[i].size, SEVEN_HTTP_GATEWAY_MAX_REPLY));
  }
}

static void
test_endless (void)
{
  gboolean gone = FALSE;
  Peer *peer = peer_new (endless_script, &gone);
  g_autoptr (SevenExchange) exchange = exchange_with (peer, 20, NULL);

  check_error (exchange, SEVEN_GATEWAY_ERROR_TOO_LARGE);
  g_assert_cmpuint (g_bytes_get_size (seven_exchange_get_reply (exchange)), ==, SEVEN_HTTP_GATEWAY_MAX_REPLY);
  peer_free (peer);
  g_assert_true (gone);
}

/* Time. */

static void
check_timeout (Peer *peer, gboolean body_left)
{
  g_autoptr (SevenExchange) exchange = exchange_with (peer, 1, NULL);

  check_error (exchange, SEVEN_GATEWAY_ERROR_TIMED_OUT);
  g_assert_cmpint (seven_exchange_get_body_left (exchange), ==, body_left);
  g_assert_cmpuint (seven_exchange_get_elapsed_ms (exchange), >=, 990);
  g_assert_cmpuint (seven_exchange_get_elapsed_ms (exchange), <, 10000);
}

static void
test_never_answers (void)
{
  g_autoptr (Peer) peer = peer_new (hold_script, NULL);

  check_timeout (peer, TRUE);
}

/* What is closed without lingering is reset. */
static void
reset_script (Peer *peer, GIOStream *stream, gpointer data)
{
  const struct linger none = { .l_onoff = 1, .l_linger = 0 };
  GSocket *socket = g_socket_connection_get_socket (G_SOCKET_CONNECTION (stream));

  g_assert_cmpint (setsockopt (g_socket_get_fd (socket), SOL_SOCKET, SO_LINGER, &none, sizeof none), ==, 0);
}

static void
test_reset (void)
{
  g_autoptr (Peer) peer = peer_new (reset_script, NULL);
  g_autoptr (SevenExchange) exchange = exchange_with (peer, 20, NULL);
  g_autoptr (SevenOutcome) outcome = seven_outcome_new (exchange, TRUE);

  check_error (exchange, SEVEN_GATEWAY_ERROR_DROPPED);
  g_assert_nonnull (strstr (seven_exchange_get_error (exchange)->message, "was reset"));
  g_assert_true (seven_exchange_get_body_left (exchange));
  g_assert_cmpint (seven_outcome_get_state (outcome), ==, SEVEN_STATE_UNKNOWN);
  g_assert_cmpuint (peer_get_n_requests (peer), ==, 1);
}

static void
test_slow (void)
{
  g_autoptr (Peer) peer = peer_new (drip_script, NULL);
  g_autoptr (SevenExchange) exchange = exchange_with (peer, 1, NULL);

  check_error (exchange, SEVEN_GATEWAY_ERROR_TIMED_OUT);
  g_assert_true (seven_exchange_get_body_left (exchange));
  g_assert_cmpuint (seven_exchange_get_http_status (exchange), ==, 200);
  g_assert_cmpuint (g_bytes_get_size (seven_exchange_get_reply (exchange)), >, 0);
  g_assert_cmpuint (seven_exchange_get_elapsed_ms (exchange), <, 10000);
}

static void
test_connect_timeout (void)
{
  g_autoptr (Peer) peer = peer_new_silent ();
  g_autofree char *url = g_strdup_printf ("https://127.0.0.1:%u", peer_get_port (peer));
  g_autoptr (SevenHttpGateway) gateway = seven_http_gateway_new (url, 1, NULL);
  g_autoptr (SevenRequest) request = send_request_new ();
  g_autoptr (SevenExchange) exchange = run_exchange (SEVEN_GATEWAY (gateway), request, NULL);

  check_error (exchange, SEVEN_GATEWAY_ERROR_TIMED_OUT);
  g_assert_false (seven_exchange_get_body_left (exchange));
  g_assert_cmpuint (seven_exchange_get_http_status (exchange), ==, 0);
  g_assert_nonnull (strstr (seven_exchange_get_error (exchange)->message, "No connection"));
}

/* Stopping. */

static void
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancel_before (void)
{
  g_autoptr (Peer) peer = peer_new (hold_script, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SevenExchange) exchange = NULL;

  g_cancellable_cancel (cancellable);
  exchange = exchange_with (peer, 20, cancellable);
  check_error (exchange, SEVEN_GATEWAY_ERROR_CANCELLED);
  g_assert_false (seven_exchange_get_body_left (exchange));
  g_assert_cmpuint (peer_get_n_requests (peer), ==, 0);
}

static void
test_cancel_connecting (void)
{
  g_autoptr (Peer) peer = peer_new_silent ();
  g_autofree char *url = g_strdup_printf ("https://127.0.0.1:%u", peer_get_port (peer));
  g_autoptr (SevenHttpGateway) gateway = seven_http_gateway_new (url, 20, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SevenRequest) request = send_request_new ();
  g_autoptr (SevenExchange) exchange = NULL;

  peer_on_connected (peer, cancel_cb, cancellable);
  exchange = run_exchange (SEVEN_GATEWAY (gateway), request, cancellable);
  check_error (exchange, SEVEN_GATEWAY_ERROR_CANCELLED);
  g_assert_false (seven_exchange_get_body_left (exchange));
}

static void
test_cancel_after_body (void)
{
  g_autoptr (Peer) peer = peer_new (hold_script, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SevenExchange) exchange = NULL;

  peer_on_point (peer, cancel_cb, cancellable);
  exchange = exchange_with (peer, 20, cancellable);
  check_error (exchange, SEVEN_GATEWAY_ERROR_CANCELLED);
  g_assert_true (seven_exchange_get_body_left (exchange));
  g_assert_null (seven_exchange_get_reply (exchange));
}

static void
test_cancel_in_reply (void)
{
  g_autoptr (Peer) peer = peer_new (half_script, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SevenExchange) exchange = NULL;

  peer_on_point (peer, cancel_cb, cancellable);
  exchange = exchange_with (peer, 20, cancellable);
  check_error (exchange, SEVEN_GATEWAY_ERROR_CANCELLED);
  g_assert_true (seven_exchange_get_body_left (exchange));
  g_assert_cmpuint (peer_get_n_requests (peer), ==, 1);
}

/* A gateway that nobody holds any more ends its exchange all the same. */
static void
exchanged_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SevenExchange **exchange = user_data;

  *exchange = seven_gateway_exchange_finish (SEVEN_GATEWAY (object), result);
}

static void
test_dropped_gateway (void)
{
  static PeerAnswer answer = { TEXT (OK_HEAD "100") };
  g_autoptr (Peer) peer = peer_new (peer_answer, &answer);
  g_autofree char *url = peer_dup_url (peer);
  SevenHttpGateway *gateway = seven_http_gateway_new (url, 20, NULL);
  g_autoptr (SevenRequest) request = send_request_new ();
  g_autoptr (SevenExchange) exchange = NULL;

  g_object_add_weak_pointer (G_OBJECT (gateway), (gpointer *) &gateway);
  seven_gateway_exchange_async (SEVEN_GATEWAY (gateway), request, NULL, exchanged_cb, &exchange);
  g_object_unref (gateway);
  while (exchange == NULL)
    g_main_context_iteration (NULL, TRUE);
  check_error (exchange, NONE);
  while (gateway != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Connections that do not come about. */

static void
test_refused (void)
{
  Peer *peer = peer_new (hold_script, NULL);
  g_autofree char *url = peer_dup_url (peer);
  g_autoptr (SevenHttpGateway) gateway = seven_http_gateway_new (url, 20, NULL);
  g_autoptr (SevenRequest) request = send_request_new ();
  g_autoptr (SevenExchange) exchange = NULL;

  peer_free (peer);
  exchange = run_exchange (SEVEN_GATEWAY (gateway), request, NULL);
  check_error (exchange, SEVEN_GATEWAY_ERROR_REFUSED);
  g_assert_false (seven_exchange_get_body_left (exchange));
  g_assert_nonnull (strstr (seven_exchange_get_error (exchange)->message, url + strlen ("http://")));
}

static void
test_keys (void)
{
  static const char *const keys[] = { NULL, "", " \n", "a\nb", "a\r\nX-Other: b", "a\tb", "schlüssel",
    "a\x7f" };
  g_autoptr (Peer) peer = peer_new (hold_script, NULL);
  g_autofree char *url = peer_dup_url (peer);
  g_autoptr (SevenHttpGateway) gateway = seven_http_gateway_new (url, 20, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autoptr (SevenRequest) request = seven_request_new_send (keys[i], "Acme", "x", "447700900123");
    g_autoptr (SevenExchange) exchange = run_exchange (SEVEN_GATEWAY (gateway), request, NULL);

    check_error (exchange, SEVEN_GATEWAY_ERROR_KEY);
    g_assert_false (seven_exchange_get_body_left (exchange));
  }
  g_assert_cmpuint (peer_get_n_connections (peer), ==, 0);
}

static void
test_urls (void)
{
  static const struct
  {
    const char *url;
    gboolean usable;
  } cases[] = {
    { SEVEN_HTTP_GATEWAY_URL, TRUE },
    { SEVEN_HTTP_GATEWAY_OLD_URL, TRUE },
    { "https://example.com:8443/base/", TRUE },
    { "HTTPS://example.com", TRUE },
    { "http://127.0.0.1", TRUE },
    { "http://127.0.0.1:8080", TRUE },
    { "http://127.255.255.254", TRUE },
    { "http://[::1]:8080", TRUE },
    { "http://localhost", TRUE },
    { "http://LOCALHOST:1", TRUE },
    { "http://gateway.seven.io", FALSE },
    { "http://128.0.0.1", FALSE },
    { "http://0.0.0.0", FALSE },
    { "http://192.168.0.1", FALSE },
    { "http://[::2]", FALSE },
    { "http://localhost.example.com", FALSE },
    { "http://127.0.0.1.example.com", FALSE },
    { "http://127.0.0.1@example.com", FALSE },
    { "https://user:password@example.com", FALSE },
    { "https://example.com?a=b", FALSE },
    { "https://example.com#a", FALSE },
    { "https://", FALSE },
    { "https:///api", FALSE },
    { "gateway.seven.io", FALSE },
    { "ftp://127.0.0.1", FALSE },
    { "file:///etc/passwd", FALSE },
    { "", FALSE },
    { "%s%n", FALSE },
    { NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", cases[i].url);
    g_assert_cmpint (seven_http_gateway_check_url (cases[i].url, &error), ==, cases[i].usable);
    if (cases[i].usable)
      g_assert_no_error (error);
    else
      g_assert_error (error, SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_URL);
  }
}

static void
test_wrong_url (void)
{
  SevenHttpGateway *gateway = seven_http_gateway_new ("http://example.com", 20, NULL);
  g_autoptr (SevenRequest) request = send_request_new ();
  g_autoptr (SevenExchange) exchange = run_exchange (SEVEN_GATEWAY (gateway), request, NULL);

  check_error (exchange, SEVEN_GATEWAY_ERROR_URL);
  g_assert_false (seven_exchange_get_body_left (exchange));
  g_assert_finalize_object (gateway);
}

static void
test_properties (void)
{
  SevenHttpGateway *gateway = g_object_new (SEVEN_TYPE_HTTP_GATEWAY, NULL);
  g_autofree char *url = NULL;
  g_autoptr (GTlsDatabase) database = NULL;
  guint timeout = 0;

  g_object_get (gateway, "base-url", &url, "timeout", &timeout, "tls-database", &database, NULL);
  g_assert_cmpstr (url, ==, SEVEN_HTTP_GATEWAY_URL);
  g_assert_cmpuint (timeout, ==, SEVEN_HTTP_GATEWAY_TIMEOUT);
  g_assert_null (database);
  g_assert_finalize_object (gateway);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/http-gateway/wire", test_wire);
  g_test_add_func ("/http-gateway/headers", test_headers);
  g_test_add_func ("/http-gateway/replies", test_replies);
  g_test_add_func ("/http-gateway/reply-head", test_reply_head);
  g_test_add_func ("/http-gateway/repeated-key", test_repeated_key);
  g_test_add_func ("/http-gateway/cut-key", test_cut_key);
  g_test_add_func ("/http-gateway/never-repeated", test_never_repeated);
  g_test_add_func ("/http-gateway/redirect", test_redirect);
  g_test_add_func ("/http-gateway/sizes", test_sizes);
  g_test_add_func ("/http-gateway/endless", test_endless);
  g_test_add_func ("/http-gateway/never-answers", test_never_answers);
  g_test_add_func ("/http-gateway/reset", test_reset);
  g_test_add_func ("/http-gateway/slow", test_slow);
  g_test_add_func ("/http-gateway/connect-timeout", test_connect_timeout);
  g_test_add_func ("/http-gateway/cancel-before", test_cancel_before);
  g_test_add_func ("/http-gateway/cancel-connecting", test_cancel_connecting);
  g_test_add_func ("/http-gateway/cancel-after-body", test_cancel_after_body);
  g_test_add_func ("/http-gateway/cancel-in-reply", test_cancel_in_reply);
  g_test_add_func ("/http-gateway/dropped-gateway", test_dropped_gateway);
  g_test_add_func ("/http-gateway/refused", test_refused);
  g_test_add_func ("/http-gateway/keys", test_keys);
  g_test_add_func ("/http-gateway/urls", test_urls);
  g_test_add_func ("/http-gateway/wrong-url", test_wrong_url);
  g_test_add_func ("/http-gateway/properties", test_properties);

  return g_test_run ();
}
