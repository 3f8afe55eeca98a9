/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-http-gateway.h"
#include "certificates.h"
#include "peer.h"
#include "seven-http-error.h"

#include <string.h>

static const char accepted[] = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n100";
static PeerAnswer answer = { accepted, sizeof accepted - 1 };

static SevenExchange *
exchange_at (const char *url, guint timeout, GTlsDatabase *database)
{
  SevenHttpGateway *gateway = seven_http_gateway_new (url, timeout, database);
  g_autoptr (SevenRequest) request =
      seven_request_new_send ("key", "Acme", "Your code is 123456.", "447700900123");
  SevenExchange *exchange = run_exchange (SEVEN_GATEWAY (gateway), request, NULL);

  g_assert_finalize_object (gateway);
  return exchange;
}

static void
check_certificate (Certificates *own, CertificateKind kind, GTlsDatabase *database, const char *words)
{
  g_autoptr (Peer) peer = peer_new_tls (own->certificates[kind], peer_answer, &answer);
  g_autofree char *url = peer_dup_url (peer);
  g_autoptr (SevenExchange) exchange = exchange_at (url, 20, database);

  g_test_message ("%d", kind);
  if (words == NULL) {
    g_assert_no_error (seven_exchange_get_error (exchange));
    g_assert_cmpuint (peer_get_n_requests (peer), ==, 1);
    return;
  }
  g_assert_error (seven_exchange_get_error (exchange), SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_TLS);
  g_assert_nonnull (strstr (seven_exchange_get_error (exchange)->message, words));
  g_assert_nonnull (strstr (seven_exchange_get_error (exchange)->message, "127.0.0.1"));
  g_assert_false (seven_exchange_get_body_left (exchange));
  g_assert_cmpuint (peer_get_n_requests (peer), ==, 0);
}

static void
test_certificates (void)
{
  g_autoptr (Certificates) own = certificates_new ();

  /* Without openssl and glib-networking nothing is proved: that is a failure. */
  g_assert_nonnull (own);
  g_assert_true (g_tls_backend_supports_tls (g_tls_backend_get_default ()));
  check_certificate (own, CERTIFICATE_GOOD, own->database, NULL);
  check_certificate (own, CERTIFICATE_GOOD, NULL, "not signed by an authority");
  check_certificate (own, CERTIFICATE_SELF_SIGNED, own->database, "not signed by an authority");
  check_certificate (own, CERTIFICATE_EXPIRED, own->database, "has expired");
  check_certificate (own, CERTIFICATE_FUTURE, own->database, "not valid yet");
  check_certificate (own, CERTIFICATE_OTHER_HOST, own->database, "another host");
}

/* The name in the address is the one that is checked, not the address it leads to. */
static void
test_names (void)
{
  g_autoptr (Certificates) own = certificates_new ();
  g_autoptr (Peer) peer = NULL;
  g_autofree char *url = NULL;
  g_autoptr (SevenExchange) exchange = NULL;

  /* Without openssl and glib-networking nothing is proved: that is a failure. */
  g_assert_nonnull (own);
  g_assert_true (g_tls_backend_supports_tls (g_tls_backend_get_default ()));
  peer = peer_new_tls (own->certificates[CERTIFICATE_GOOD], peer_answer, &answer);
  url = g_strdup_printf ("https://localhost:%u", peer_get_port (peer));
  exchange = exchange_at (url, 20, own->database);
  g_assert_no_error (seven_exchange_get_error (exchange));
  g_assert_cmpuint (peer_get_n_requests (peer), ==, 1);
}

/* A host that does not speak TLS at all. */
static void
test_no_tls (void)
{
  g_autoptr (Peer) peer = peer_new (peer_answer, &answer);
  g_autofree char *url = g_strdup_printf ("https://127.0.0.1:%u", peer_get_port (peer));
  g_autoptr (SevenExchange) exchange = exchange_at (url, 2, NULL);

  g_assert_nonnull (seven_exchange_get_error (exchange));
  g_assert_false (seven_exchange_get_body_left (exchange));
  g_assert_cmpuint (peer_get_n_requests (peer), ==, 0);
}

/* Ends of the handshake; nothing has been read that could have been a request. */

static void
close_script (Peer *peer, GIOStream *stream, gpointer data)
{
}

static void
close_later_script (Peer *peer, GIOStream *stream, gpointer data)
{
  char chunk[4096];

  g_input_stream_read (g_io_stream_get_input_stream (stream), chunk, sizeof chunk, NULL, NULL);
}

static void
reset_script (Peer *peer, GIOStream *stream, gpointer data)
{
  close_later_script (peer, stream, data);
  peer_reset (stream);
}

/* A fatal alert: handshake_failure. */
static void
alert_script (Peer *peer, GIOStream *stream, gpointer data)
{
  close_later_script (peer, stream, data);
  peer_write (stream, "\x15\x03\x03\x00\x02\x02\x28", 7);
}

static void
plain_script (Peer *peer, GIOStream *stream, gpointer data)
{
  close_later_script (peer, stream, data);
  peer_write (stream, accepted, strlen (accepted));
}

static void
test_cut_handshake (void)
{
  static const PeerScript scripts[] = { close_script, close_later_script, reset_script, alert_script,
    plain_script };

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++) {
    g_autoptr (Peer) peer = peer_new_rude (scripts[i], NULL);
    g_autofree char *host = g_strdup_printf ("127.0.0.1:%u", peer_get_port (peer));
    g_autofree char *url = g_strconcat ("https://", host, NULL);
    g_autoptr (SevenExchange) exchange = exchange_at (url, 20, NULL);
    const GError *error = seven_exchange_get_error (exchange);

    g_test_message ("%s", error->message);
    g_assert_true (g_error_matches (error, SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_TLS) ||
        g_error_matches (error, SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_DROPPED));
    g_assert_nonnull (strstr (error->message, host));
    g_assert_false (seven_exchange_get_body_left (exchange));
    g_assert_cmpuint (seven_exchange_get_http_status (exchange), ==, 0);
    g_assert_cmpuint (peer_get_n_connections (peer), ==, 1);
  }
}

/* Breaks in what was agreed on, after the request has been read: that is no matter of a handshake any more. */

static GIOStream *
get_wire (GIOStream *stream)
{
  GIOStream *wire = NULL;

  g_object_get (stream, "base-io-stream", &wire, NULL);
  return wire;
}

static void
garbage_script (Peer *peer, GIOStream *stream, gpointer data)
{
  g_autoptr (GIOStream) wire = get_wire (stream);
  g_autofree char *garbage = g_strnfill (4096, 'x');

  peer_write (stream, accepted, strlen (accepted) - 1);
  peer_write (wire, garbage, 4096);
}

static void
break_script (Peer *peer, GIOStream *stream, gpointer data)
{
  g_autoptr (GIOStream) wire = get_wire (stream);

  peer_write (stream, accepted, strlen (accepted) - 1);
  peer_reset (wire);
}

static void
quiet_break_script (Peer *peer, GIOStream *stream, gpointer data)
{
  g_autoptr (GIOStream) wire = get_wire (stream);

  peer_write (stream, accepted, strlen (accepted) - 1);
  g_io_stream_close (wire, NULL, NULL);
}

static void
test_broken (void)
{
  static const PeerScript scripts[] = { garbage_script, break_script, quiet_break_script };
  g_autoptr (Certificates) own = certificates_new ();

  g_assert_nonnull (own);
  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++) {
    g_autoptr (Peer) peer = peer_new_tls (own->certificates[CERTIFICATE_GOOD], scripts[i], NULL);
    g_autofree char *url = peer_dup_url (peer);
    g_autoptr (SevenExchange) exchange = exchange_at (url, 20, own->database);

    g_assert_error (seven_exchange_get_error (exchange), SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_DROPPED);
    g_assert_true (seven_exchange_get_body_left (exchange));
    g_assert_cmpuint (peer_get_n_requests (peer), ==, 1);
    g_assert_cmpuint (peer_get_n_connections (peer), ==, 1);
  }
}

/* What cannot be brought about on loopback. */
static void
test_errors (void)
{
  static const struct
  {
    int domain; /* 0 GIO, 1 resolver, 2 TLS, 3 libsoup */
    int from;
    GTlsCertificateFlags flags;
    int code;
    const char *words;
  } cases[] = {
    { 0, G_IO_ERROR_HOST_NOT_FOUND, 0, SEVEN_GATEWAY_ERROR_NAME, "not found" },
    { 1, G_RESOLVER_ERROR_NOT_FOUND, 0, SEVEN_GATEWAY_ERROR_NAME, "not found" },
    { 1, G_RESOLVER_ERROR_TEMPORARY_FAILURE, 0, SEVEN_GATEWAY_ERROR_NAME, "network connection" },
    { 0, G_IO_ERROR_CONNECTION_REFUSED, 0, SEVEN_GATEWAY_ERROR_REFUSED, "refused" },
    { 0, G_IO_ERROR_NETWORK_UNREACHABLE, 0, SEVEN_GATEWAY_ERROR_UNREACHABLE, "no way" },
    { 0, G_IO_ERROR_HOST_UNREACHABLE, 0, SEVEN_GATEWAY_ERROR_UNREACHABLE, "no way" },
    { 0, G_IO_ERROR_PROXY_FAILED, 0, SEVEN_GATEWAY_ERROR_PROXY, "proxy" },
    { 0, G_IO_ERROR_PROXY_NEED_AUTH, 0, SEVEN_GATEWAY_ERROR_PROXY, "user name and password" },
    { 0, G_IO_ERROR_PROXY_AUTH_FAILED, 0, SEVEN_GATEWAY_ERROR_PROXY, "user name and password" },
    { 0, G_IO_ERROR_PROXY_NOT_ALLOWED, 0, SEVEN_GATEWAY_ERROR_PROXY, "does not allow" },
    { 0, G_IO_ERROR_TIMED_OUT, 0, SEVEN_GATEWAY_ERROR_TIMED_OUT, "in time" },
    { 0, G_IO_ERROR_CONNECTION_CLOSED, 0, SEVEN_GATEWAY_ERROR_DROPPED, "was reset" },
    { 0, G_IO_ERROR_BROKEN_PIPE, 0, SEVEN_GATEWAY_ERROR_DROPPED, "was reset" },
    { 0, G_IO_ERROR_PARTIAL_INPUT, 0, SEVEN_GATEWAY_ERROR_DROPPED, "closed the connection" },
    { 0, G_IO_ERROR_CANCELLED, 0, SEVEN_GATEWAY_ERROR_CANCELLED, "Stopped" },
    { 0, G_IO_ERROR_FAILED, 0, SEVEN_GATEWAY_ERROR_FAILED, "its words" },
    { 3, SOUP_SESSION_ERROR_PARSING, 0, SEVEN_GATEWAY_ERROR_FAILED, "its words" },
    { 2, G_TLS_ERROR_UNAVAILABLE, 0, SEVEN_GATEWAY_ERROR_TLS, "glib-networking" },
    { 2, G_TLS_ERROR_HANDSHAKE, 0, SEVEN_GATEWAY_ERROR_TLS, "its words" },
    { 2, G_TLS_ERROR_BAD_CERTIFICATE, G_TLS_CERTIFICATE_REVOKED, SEVEN_GATEWAY_ERROR_TLS, "revoked" },
    { 2, G_TLS_ERROR_BAD_CERTIFICATE, G_TLS_CERTIFICATE_INSECURE, SEVEN_GATEWAY_ERROR_TLS, "too weak" },
    { 2, G_TLS_ERROR_BAD_CERTIFICATE, G_TLS_CERTIFICATE_GENERIC_ERROR, SEVEN_GATEWAY_ERROR_TLS,
        "check the certificates" },
    { 2, G_TLS_ERROR_BAD_CERTIFICATE, G_TLS_CERTIFICATE_EXPIRED | G_TLS_CERTIFICATE_UNKNOWN_CA,
        SEVEN_GATEWAY_ERROR_TLS, "has expired; check the clock of this computer; it is not signed" },
  };
  const GQuark domains[] = { G_IO_ERROR, G_RESOLVER_ERROR, G_TLS_ERROR, SOUP_SESSION_ERROR };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) from = g_error_new_literal (domains[cases[i].domain], cases[i].from, "its words");
    g_autoptr (GError) error = seven_http_error_new (from, "host.example", cases[i].flags);

    g_assert_error (error, SEVEN_GATEWAY_ERROR, cases[i].code);
    g_assert_nonnull (strstr (error->message, cases[i].words));
    if (cases[i].from != G_TLS_ERROR_UNAVAILABLE || cases[i].domain != 2)
      g_assert_nonnull (strstr (error->message, "host.example"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/http-tls/certificates", test_certificates);
  g_test_add_func ("/http-tls/names", test_names);
  g_test_add_func ("/http-tls/no-tls", test_no_tls);
  g_test_add_func ("/http-tls/cut-handshake", test_cut_handshake);
  g_test_add_func ("/http-tls/broken", test_broken);
  g_test_add_func ("/http-tls/errors", test_errors);

  return g_test_run ();
}
