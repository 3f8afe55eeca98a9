/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-http-gateway.h"
#include "certificates.h"
#include "peer.h"
#include "seven-outcome.h"

#include <string.h>

/* The way to a host that is not on this computer, as far as it can be walked on loopback: the two extension points of
 * GIO, proxies and names, are this program's own. No request reaches its end here, so nothing may ever leave. */

#define KEY "example-key-not-real"
#define HOST "gateway.example"

/* Names. */

#define TEST_TYPE_RESOLVER (test_resolver_get_type ())
G_DECLARE_FINAL_TYPE (TestResolver, test_resolver, TEST, RESOLVER, GResolver)

struct _TestResolver
{
  GResolver parent_instance;
};

G_DEFINE_FINAL_TYPE (TestResolver, test_resolver, G_TYPE_RESOLVER)

/* Nothing is found but addresses, which GIO does not ask for, and this. */
static GList *
look_up (const char *name, GError **error)
{
  if (g_str_equal (name, "here.example"))
    return g_list_append (NULL, g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4));
  /* Nobody's to connect to: the system says so, and sends nothing. */
  if (g_str_equal (name, "nowhere.example"))
    return g_list_append (NULL, g_inet_address_new_from_string ("255.255.255.255"));
  if (g_str_equal (name, "later.example"))
    g_set_error (
        error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE, "“%s” cannot be looked up now", name);
  else
    g_set_error (error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "“%s” is not known", name);
  return NULL;
}

static void
test_resolver_look_up_async (GResolver *resolver, const char *name, GResolverNameLookupFlags flags,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);
  GError *error = NULL;
  GList *addresses = (flags & G_RESOLVER_NAME_LOOKUP_FLAGS_IPV6_ONLY) == 0 ? look_up (name, &error) : NULL;

  if (addresses != NULL)
    g_task_return_pointer (task, addresses, (GDestroyNotify) g_resolver_free_addresses);
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "“%s” is not known", name);
}

static GList *
test_resolver_look_up_finish (GResolver *resolver, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
test_resolver_look_up_plain_async (GResolver *resolver, const char *name, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  test_resolver_look_up_async (
      resolver, name, G_RESOLVER_NAME_LOOKUP_FLAGS_DEFAULT, cancellable, callback, user_data);
}

static void
test_resolver_class_init (TestResolverClass *klass)
{
  GResolverClass *resolver_class = G_RESOLVER_CLASS (klass);

  resolver_class->lookup_by_name_async = test_resolver_look_up_plain_async;
  resolver_class->lookup_by_name_finish = test_resolver_look_up_finish;
  resolver_class->lookup_by_name_with_flags_async = test_resolver_look_up_async;
  resolver_class->lookup_by_name_with_flags_finish = test_resolver_look_up_finish;
}

static void
test_resolver_init (TestResolver *self)
{
}

/* Proxies. */

#define TEST_TYPE_PROXIES (test_proxies_get_type ())
G_DECLARE_FINAL_TYPE (TestProxies, test_proxies, TEST, PROXIES, GObject)

struct _TestProxies
{
  GObject parent_instance;
};

/* What the person has set; NULL: none. */
static char *proxy_uri;

static gboolean
test_proxies_is_supported (GProxyResolver *resolver)
{
  return TRUE;
}

static char **
test_proxies_look_up (GProxyResolver *resolver, const char *uri, GCancellable *cancellable, GError **error)
{
  const char *const found[] = { proxy_uri != NULL ? proxy_uri : "direct://", NULL };

  return g_strdupv ((char **) found);
}

static void
test_proxies_look_up_async (GProxyResolver *resolver, const char *uri, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);

  g_task_return_pointer (task, test_proxies_look_up (resolver, uri, NULL, NULL), (GDestroyNotify) g_strfreev);
}

static char **
test_proxies_look_up_finish (GProxyResolver *resolver, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
test_proxies_proxy_resolver_init (GProxyResolverInterface *iface)
{
  iface->is_supported = test_proxies_is_supported;
  iface->lookup = test_proxies_look_up;
  iface->lookup_async = test_proxies_look_up_async;
  iface->lookup_finish = test_proxies_look_up_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestProxies, test_proxies, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (G_TYPE_PROXY_RESOLVER, test_proxies_proxy_resolver_init))

static void
test_proxies_class_init (TestProxiesClass *klass)
{
}

static void
test_proxies_init (TestProxies *self)
{
}

/* As main.c does it on a computer where the two are others: before anything asks for them. */
static void
take_their_places (void)
{
  g_autoptr (GResolver) resolver = g_object_new (TEST_TYPE_RESOLVER, NULL);

  g_setenv ("GIO_USE_PROXY_RESOLVER", "test", TRUE);
  g_io_extension_point_register (G_PROXY_RESOLVER_EXTENSION_POINT_NAME);
  g_io_extension_point_implement (G_PROXY_RESOLVER_EXTENSION_POINT_NAME, TEST_TYPE_PROXIES, "test", 0);
  g_assert_true (TEST_IS_PROXIES (g_proxy_resolver_get_default ()));
  g_resolver_set_default (resolver);
}

static SevenOutcome *
send_to (const char *url, guint timeout, GTlsDatabase *database)
{
  SevenHttpGateway *gateway = seven_http_gateway_new (url, timeout, database);
  g_autoptr (SevenRequest) request =
      seven_request_new_send (KEY, "Acme", "Your code is 123456.", "447700900123");
  g_autoptr (SevenExchange) exchange = run_exchange (SEVEN_GATEWAY (gateway), request, NULL);

  g_assert_finalize_object (gateway);
  return seven_outcome_new (exchange, TRUE);
}

/* In every case: nothing has left, and nobody has seen the key or a word of the SMS. */
static void
check_failure (SevenOutcome *outcome, Peer *peer, int code, const char *words, const char *other_words)
{
  SevenExchange *exchange = seven_outcome_get_exchange (outcome);
  const GError *error = seven_exchange_get_error (exchange);
  g_autofree char *request = peer != NULL ? peer_dup_request (peer) : NULL;

  g_test_message ("%s", seven_outcome_get_explanation (outcome));
  g_assert_error (error, SEVEN_GATEWAY_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_nonnull (strstr (error->message, other_words));
  g_assert_cmpint (seven_outcome_get_state (outcome), ==, SEVEN_STATE_FAILED);
  g_assert_nonnull (strstr (seven_outcome_get_explanation (outcome), "Nothing was sent."));
  g_assert_false (seven_exchange_get_body_left (exchange));
  if (request != NULL)
    g_assert_true (g_str_has_prefix (request, "CONNECT " HOST ":443 HTTP/1.1\r\n"));
  if (request != NULL)
    g_assert_true (strstr (request, KEY) == NULL && strstr (request, "123456") == NULL);
  if (peer != NULL)
    g_assert_cmpuint (peer_get_n_connections (peer), ==, 1);
}

#define TEXT(literal) \
  { \
    (literal), sizeof (literal) - 1 \
  }

/* What a proxy says to CONNECT. */
static const struct
{
  PeerAnswer answer;
  int code;
  const char *words;
} refusals[] = {
  { TEXT ("HTTP/1.1 403 Forbidden\r\nContent-Length: 3\r\n\r\n100"), SEVEN_GATEWAY_ERROR_PROXY,
      "does not allow" },
  { TEXT ("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"),
      SEVEN_GATEWAY_ERROR_PROXY, "user name and password" },
  { TEXT ("HTTP/1.1 407 No\r\nProxy-Authenticate: Negotiate\r\nContent-Length: 0\r\n\r\n"),
      SEVEN_GATEWAY_ERROR_PROXY, "user name and password" },
  { TEXT ("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 3\r\n\r\n100"), SEVEN_GATEWAY_ERROR_PROXY,
      "status 502" },
  { TEXT ("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 3\r\n\r\n100"),
      SEVEN_GATEWAY_ERROR_PROXY, "status 302" },
  { TEXT (""), SEVEN_GATEWAY_ERROR_PROXY, "did not connect" },
  { TEXT ("nonsense\r\n\r\n"), SEVEN_GATEWAY_ERROR_PROXY, "did not connect" },
  { TEXT ("HTTP/1.1 200 OK\r\n\r\n"), SEVEN_GATEWAY_ERROR_TLS, "No secure connection" },
  { TEXT ("HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n100"), SEVEN_GATEWAY_ERROR_TLS,
      "No secure connection" },
};

static void
test_refusing_proxies (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++) {
    g_autoptr (Peer) proxy = peer_new (peer_answer, (gpointer) &refusals[i].answer);
    g_autoptr (SevenOutcome) outcome = NULL;

    proxy_uri = peer_dup_url (proxy);
    outcome = send_to ("https://" HOST, 20, NULL);
    check_failure (outcome, proxy, refusals[i].code, refusals[i].words,
        refusals[i].code == SEVEN_GATEWAY_ERROR_PROXY ? proxy_uri + strlen ("http://") : HOST);
    g_clear_pointer (&proxy_uri, g_free);
  }
}

/* Proxies that are not there: it is they that are named, not the host; and never a password of theirs. */
static void
test_absent_proxies (void)
{
  static const struct
  {
    const char *proxy;
    const char *words;
  } cases[] = {
    { "http://127.0.0.1:1", "The proxy 127.0.0.1:1 did not connect to " HOST },
    { "http://person:password@127.0.0.1:1", "The proxy 127.0.0.1:1 did not connect" },
    { "socks5://127.0.0.1:1", "The proxy 127.0.0.1:1 did not connect" },
    { "http://here.example:1", "The proxy here.example:1 did not connect" },
    { "http://nowhere.example:3128", "The proxy nowhere.example:3128 did not connect" },
    { "http://proxy.example:3128", "The proxy on the way" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenOutcome) outcome = NULL;

    proxy_uri = g_strdup (cases[i].proxy);
    outcome = send_to ("https://" HOST, 20, NULL);
    check_failure (outcome, NULL, SEVEN_GATEWAY_ERROR_PROXY, cases[i].words, HOST);
    g_assert_null (strstr (seven_outcome_get_explanation (outcome), "password"));
    g_clear_pointer (&proxy_uri, g_free);
  }
}

static void
test_silent_proxy (void)
{
  g_autoptr (Peer) proxy = peer_new_silent ();
  g_autofree char *name = g_strdup_printf ("The proxy 127.0.0.1:%u", peer_get_port (proxy));
  g_autoptr (SevenOutcome) outcome = NULL;

  proxy_uri = g_strdup_printf ("http://127.0.0.1:%u", peer_get_port (proxy));
  outcome = send_to ("https://" HOST, 1, NULL);
  check_failure (outcome, proxy, SEVEN_GATEWAY_ERROR_TIMED_OUT, name, HOST);
  g_clear_pointer (&proxy_uri, g_free);
}

/* A proxy that makes itself the host, as filters of companies do. */
static void
impostor_script (Peer *peer, GIOStream *stream, gpointer data)
{
  static const char connected[] = "HTTP/1.1 200 OK\r\n\r\n";
  g_autoptr (GIOStream) tls = g_tls_server_connection_new (stream, data, NULL);
  char byte;

  peer_write (stream, connected, strlen (connected));
  if (g_tls_connection_handshake (G_TLS_CONNECTION (tls), NULL, NULL) &&
      g_input_stream_read (g_io_stream_get_input_stream (tls), &byte, 1, NULL, NULL) > 0)
    peer_reach_point (peer);
}

static void
count_cb (gpointer data)
{
  (*(guint *) data)++;
}

static void
check_impostor (Certificates *own, CertificateKind kind, const char *words)
{
  guint n_read = 0;
  Peer *proxy = peer_new (impostor_script, own->certificates[kind]);
  g_autoptr (SevenOutcome) outcome = NULL;

  peer_on_point (proxy, count_cb, &n_read);
  proxy_uri = peer_dup_url (proxy);
  outcome = send_to ("https://" HOST, 20, own->database);
  check_failure (outcome, proxy, SEVEN_GATEWAY_ERROR_TLS, words, HOST);
  g_clear_pointer (&proxy_uri, g_free);
  peer_free (proxy);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_read, ==, 0);
}

static void
test_impostors (void)
{
  g_autoptr (Certificates) own = certificates_new ();

  /* Without openssl nothing is proved: that is a failure. */
  g_assert_nonnull (own);
  check_impostor (own, CERTIFICATE_GOOD, "another host");
  check_impostor (own, CERTIFICATE_SELF_SIGNED, "not signed by an authority");
}

/* On this computer no proxy is asked, whatever is set. */
static void
test_loopback (void)
{
  static const char text[] = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n100";
  static PeerAnswer answer = { text, sizeof text - 1 };
  g_autoptr (Peer) proxy = peer_new (peer_answer, &answer);
  g_autoptr (Peer) peer = peer_new (peer_answer, &answer);
  g_autofree char *url = peer_dup_url (peer);
  g_autoptr (SevenOutcome) outcome = NULL;

  proxy_uri = peer_dup_url (proxy);
  outcome = send_to (url, 20, NULL);
  g_assert_cmpint (seven_outcome_get_state (outcome), ==, SEVEN_STATE_ACCEPTED);
  g_assert_cmpuint (peer_get_n_requests (peer), ==, 1);
  g_assert_cmpuint (peer_get_n_connections (proxy), ==, 0);
  g_clear_pointer (&proxy_uri, g_free);
}

static void
test_names (void)
{
  static const struct
  {
    const char *url;
    int code;
    const char *words;
    const char *host;
  } cases[] = {
    { "https://" HOST, SEVEN_GATEWAY_ERROR_NAME, "was not found", HOST },
    { "https://" HOST ":8443", SEVEN_GATEWAY_ERROR_NAME, "was not found", HOST ":8443" },
    { "https://bücher.example", SEVEN_GATEWAY_ERROR_NAME, "was not found", "xn--bcher-kva.example" },
    { "https://later.example", SEVEN_GATEWAY_ERROR_NAME, "network connection", "later.example" },
    { "https://nowhere.example", SEVEN_GATEWAY_ERROR_UNREACHABLE, "no way", "nowhere.example" },
    { "https://255.255.255.255", SEVEN_GATEWAY_ERROR_UNREACHABLE, "no way", "255.255.255.255" },
    { "https://here.example:1", SEVEN_GATEWAY_ERROR_REFUSED, "refused", "here.example:1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenOutcome) outcome = send_to (cases[i].url, 20, NULL);

    check_failure (outcome, NULL, cases[i].code, cases[i].words, cases[i].host);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  take_their_places ();

  g_test_add_func ("/hostile-route/refusing-proxies", test_refusing_proxies);
  g_test_add_func ("/hostile-route/absent-proxies", test_absent_proxies);
  g_test_add_func ("/hostile-route/silent-proxy", test_silent_proxy);
  g_test_add_func ("/hostile-route/impostors", test_impostors);
  g_test_add_func ("/hostile-route/loopback", test_loopback);
  g_test_add_func ("/hostile-route/names", test_names);

  return g_test_run ();
}
