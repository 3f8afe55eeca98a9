/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

/* for memmem */
#define _GNU_SOURCE

#include "seven-http-exchange.h"
#include "seven-http-error.h"
#include "seven-http-gateway.h"

#include <glib/gi18n-lib.h>

#define CHUNK (16 * 1024)

/* Answers that announce the answer: nobody sends more than a handful, and libsoup would read them for ever, without
 * a look at the main context. */
#define MAX_INTERIM 16

/* A shorter one is no key, and its letters may stand anywhere. */
#define MIN_KEY 8

/* Why we have ended the exchange ourselves. */
typedef enum
{
  STOP_NONE,
  STOP_CANCELLED,
  STOP_CONNECT_TIMEOUT,
  STOP_TIMEOUT,
  STOP_REPEATED,
  STOP_INTERIM,
  STOP_TOO_LARGE,
} Stop;

/* The data of the task. */
typedef struct
{
  SoupSession *session; /* unowned: the task owns it */
  SoupMessage *message;
  GInputStream *stream; /* (nullable) */
  GByteArray *reply; /* (nullable) before the head of the answer has come */
  GSocket *socket; /* (nullable) before it is connected */
  GCancellable *inner; /* ours: the caller's and both timers end in it */
  GSource *cancelled; /* (nullable) */
  GSource *connect_timer; /* (nullable) */
  GSource *timer; /* (nullable) */
  char *request_text;
  char *host;
  char *proxy; /* (nullable): on the way to it, until that stands */
  char *key; /* to be masked wherever it comes back */
  gint64 started; /* monotonic, microseconds */
  guint timeout;
  guint connect_timeout;
  guint n_interim;
  guint repeated_status; /* what libsoup would have sent it again for; 0: no answer */
  GTlsCertificateFlags tls_errors;
  Stop stop;
  gboolean body_left;
} Run;

static void read_more (GTask *task);

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
run_quiet (Run *run)
{
  clear_source (&run->cancelled);
  clear_source (&run->connect_timer);
  clear_source (&run->timer);
  if (run->message != NULL)
    g_signal_handlers_disconnect_by_data (run->message, run);
}

static void
run_free (Run *run)
{
  run_quiet (run);
  g_clear_object (&run->stream);
  g_clear_object (&run->socket);
  g_clear_object (&run->message);
  g_clear_object (&run->inner);
  g_clear_pointer (&run->reply, g_byte_array_unref);
  g_free (run->request_text);
  g_free (run->host);
  g_free (run->proxy);
  g_free (run->key);
  g_free (run);
}

/* Over HTTP/2 libsoup 3.2 goes on waiting for an answer whatever is cancelled: so the line is cut as well. Nothing else
 * goes over it. A session must not end before its connections: this one does when it finds the line cut. */
static void
cut_line (Run *run)
{
  if (run->socket == NULL)
    return;
  g_object_set_data_full (
      G_OBJECT (run->socket), "seven-session", g_object_ref (run->session), g_object_unref);
  g_socket_shutdown (run->socket, TRUE, TRUE, NULL);
}

static void
stop (Run *run, Stop reason)
{
  if (run->stop == STOP_NONE)
    run->stop = reason;
  g_cancellable_cancel (run->inner);
  cut_line (run);
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  stop (user_data, STOP_CANCELLED);
  return G_SOURCE_REMOVE;
}

static gboolean
connect_timed_out_cb (gpointer user_data)
{
  stop (user_data, STOP_CONNECT_TIMEOUT);
  return G_SOURCE_REMOVE;
}

static gboolean
timed_out_cb (gpointer user_data)
{
  stop (user_data, STOP_TIMEOUT);
  return G_SOURCE_REMOVE;
}

/* As people know it; never with what else an address may hold, as a password. */
static char *
dup_host (GUri *uri)
{
  const char *host = g_uri_get_host (uri);
  int port = g_uri_get_port (uri);

  if (port == -1 || port == (g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80))
    return g_strdup (host);
  return g_strdup_printf (strchr (host, ':') != NULL ? "[%s]:%d" : "%s:%d", host, port);
}

/* Of the address that a resolver of proxies gave; by its IP address where that cannot be read. */
static char *
dup_proxy (GProxyAddress *address)
{
  const char *text = g_proxy_address_get_uri (address);
  g_autoptr (GUri) uri = text != NULL ? g_uri_parse (text, SOUP_HTTP_URI_FLAGS, NULL) : NULL;

  if (uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0')
    return dup_host (uri);
  return g_inet_address_to_string (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)));
}

static void
network_event_cb (SoupMessage *message, GSocketClientEvent event, GIOStream *connection, Run *run)
{
  g_autoptr (GSocketAddress) address = NULL;

  if (event == G_SOCKET_CLIENT_CONNECTED && G_IS_SOCKET_CONNECTION (connection))
    g_set_object (&run->socket, g_socket_connection_get_socket (G_SOCKET_CONNECTION (connection)));
  if (event != G_SOCKET_CLIENT_CONNECTING || !G_IS_SOCKET_CONNECTION (connection))
    return;
  address = g_socket_connection_get_remote_address (G_SOCKET_CONNECTION (connection), NULL);
  if (!G_IS_PROXY_ADDRESS (address))
    return;
  g_free (run->proxy);
  run->proxy = dup_proxy (G_PROXY_ADDRESS (address));
}

/* The connection stands, TLS included. */
static void
starting_cb (SoupMessage *message, Run *run)
{
  g_clear_pointer (&run->proxy, g_free);
  clear_source (&run->connect_timer);
}

/* From here on the body may be on its way, whatever happens next. */
static void
wrote_headers_cb (SoupMessage *message, Run *run)
{
  run->body_left = TRUE;
}

static void
got_informational_cb (SoupMessage *message, Run *run)
{
  if (++run->n_interim > MAX_INTERIM)
    stop (run, STOP_INTERIM);
}

/* libsoup would send the same request once more, as after 421: it might be an SMS, so it is ended instead. */
static void
restarted_cb (SoupMessage *message, Run *run)
{
  run->repeated_status = soup_message_get_status (message);
  stop (run, STOP_REPEATED);
}

static gboolean
accept_certificate_cb (
    SoupMessage *message, GTlsCertificate *certificate, GTlsCertificateFlags errors, Run *run)
{
  run->tls_errors = errors;
  return FALSE;
}

static void
append_header_line (const char *name, const char *value, gpointer user_data)
{
  g_string_append_printf (user_data, "%s: %s\n", name, value);
}

/* How much of the key an answer that was cut ends with; 0: less than would be worth a thought. */
static gsize
find_cut_key (const guint8 *data, gsize length, const char *key)
{
  gsize most = MIN (length, strlen (key));

  for (gsize n = most; n >= MIN_KEY; n--) {
    if (memcmp (data + length - n, key, n) == 0)
      return n;
  }
  return 0;
}

/* A host that repeats the key, as pages about errors do, must not bring it onto the screen and into a report. */
static GBytes *
dup_masked (const Run *run, gconstpointer data, gsize length)
{
  g_autoptr (GByteArray) masked = g_byte_array_new ();
  const guint8 *p = data;
  const guint8 *end = length > 0 ? p + length : p;
  const guint8 *hit;
  gsize key_length = strlen (run->key);
  gsize cut;

  while (length > 0 && key_length >= MIN_KEY &&
      (hit = memmem (p, (gsize) (end - p), run->key, key_length)) != NULL) {
    g_byte_array_append (masked, p, (guint) (hit - p));
    g_byte_array_append (masked, (const guint8 *) SEVEN_REQUEST_MASK, strlen (SEVEN_REQUEST_MASK));
    p = hit + key_length;
  }
  cut = p < end ? find_cut_key (p, (gsize) (end - p), run->key) : 0;
  if (p < end)
    g_byte_array_append (masked, p, (guint) (end - p - cut));
  if (cut > 0)
    g_byte_array_append (masked, (const guint8 *) SEVEN_REQUEST_MASK, strlen (SEVEN_REQUEST_MASK));
  return g_byte_array_free_to_bytes (g_steal_pointer (&masked));
}

static char *
dup_reply_head (const Run *run)
{
  SoupMessage *message = run->message;
  g_autoptr (GString) head = NULL;
  g_autoptr (GBytes) masked = NULL;

  if (soup_message_get_status (message) == SOUP_STATUS_NONE)
    return NULL;
  head = g_string_new (soup_message_get_http_version (message) == SOUP_HTTP_2_0 ? "HTTP/2" : "HTTP/1.1");
  g_string_append_printf (
      head, " %u %s\n", soup_message_get_status (message), soup_message_get_reason_phrase (message));
  soup_message_headers_foreach (soup_message_get_response_headers (message), append_header_line, head);
  masked = dup_masked (run, head->str, head->len);
  return g_utf8_make_valid (g_bytes_get_data (masked, NULL), (gssize) g_bytes_get_size (masked));
}

static GError *
dropped_error_new (const Run *run)
{
  return g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_DROPPED,
      _ ("%s closed the connection before its answer was complete."), run->host);
}

/* libsoup takes an end that comes too early for the end of the reply. */
static gboolean
is_cut (const Run *run)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (run->message);
  guint status = soup_message_get_status (run->message);

  if (status == SOUP_STATUS_NO_CONTENT || status == SOUP_STATUS_NOT_MODIFIED)
    return FALSE;
  return run->reply != NULL && soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
      soup_message_headers_get_content_length (headers) > (goffset) run->reply->len;
}

static GError *
stop_error_new (const Run *run)
{
  switch (run->stop) {
  case STOP_CONNECT_TIMEOUT:
    if (run->proxy != NULL)
      return g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_TIMED_OUT,
          /* Translators: the first %s is a proxy, the second the host that it should connect to. */
          _ ("The proxy %s did not connect to %s in time. Check the proxy settings of this computer."),
          run->proxy, run->host);
    return g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_TIMED_OUT,
        ngettext (
            "No connection to %s could be made within %u second. Check the network connection, or try again "
            "later.",
            "No connection to %s could be made within %u seconds. Check the network connection, or try again "
            "later.",
            run->connect_timeout),
        run->host, run->connect_timeout);
  case STOP_TIMEOUT:
    return g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_TIMED_OUT,
        ngettext ("%s did not give a whole answer within %u second.",
            "%s did not give a whole answer within %u seconds.", run->timeout),
        run->host, run->timeout);
  case STOP_REPEATED:
    if (run->repeated_status != 0)
      return g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_FAILED,
          /* Translators: a host, and an HTTP status as in 421. */
          _ ("%s wants the request once more, with the HTTP status %u. It is not sent again by itself."),
          run->host, run->repeated_status);
    return dropped_error_new (run);
  case STOP_INTERIM:
    return g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_FAILED,
        _ ("%s announced an answer again and again, and gave none."), run->host);
  case STOP_TOO_LARGE:
    return g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_TOO_LARGE,
        _ ("The answer of %s is larger than 1 MiB. The rest of it was not read."), run->host);
  case STOP_CANCELLED:
  case STOP_NONE:
  default:
    return g_error_new (
        SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_CANCELLED, _ ("Stopped before %s had answered."), run->host);
  }
}

/* Until the way to the host stands, what goes wrong is the proxy's affair. A name that was not found and is not the
 * host's can only be its. */
static gboolean
is_of_proxy (const Run *run, const GError *error)
{
  const char *name = g_uri_get_host (soup_message_get_uri (run->message));

  if (error == NULL)
    return !run->body_left;
  if (run->body_left || error->domain == G_TLS_ERROR)
    return FALSE;
  return run->proxy != NULL || (error->domain == G_RESOLVER_ERROR && strstr (error->message, name) == NULL);
}

/* An answer to a request that never went out is the word of a proxy that did not connect us. */
static GError *
dup_error (const Run *run, const GError *error)
{
  if (run->stop != STOP_NONE && error != NULL)
    return stop_error_new (run);
  if (is_of_proxy (run, error))
    return seven_http_error_new_for_proxy (
        error, run->proxy, run->host, soup_message_get_status (run->message));
  /* A secure connection that stood and breaks off: nothing is left to be agreed on. */
  if (is_cut (run) || (run->body_left && error != NULL && error->domain == G_TLS_ERROR))
    return dropped_error_new (run);
  return error != NULL ? seven_http_error_new (error, run->host, run->tls_errors) : NULL;
}

static void
complete (GTask *task, const GError *error)
{
  Run *run = g_task_get_task_data (task);
  g_autoptr (GError) translated = dup_error (run, error);
  g_autofree char *head = dup_reply_head (run);
  g_autoptr (GBytes) reply = run->reply != NULL ? dup_masked (run, run->reply->data, run->reply->len) : NULL;
  gint64 elapsed = g_get_monotonic_time () - run->started;
  guint status = soup_message_get_status (run->message);

  run_quiet (run);
  g_task_return_pointer (task,
      seven_exchange_new (run->request_text, run->body_left, status != 0 ? status : run->repeated_status,
          head, reply, (guint) (elapsed / 1000), translated),
      (GDestroyNotify) seven_exchange_unref);
}

/* Takes in what fits; FALSE once the reply is over its limit. */
static gboolean
take_in (Run *run, GBytes *bytes)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize room = SEVEN_HTTP_GATEWAY_MAX_REPLY - run->reply->len;

  g_byte_array_append (run->reply, data, (guint) MIN (size, room));
  return size <= room;
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, &error);
  Run *run = g_task_get_task_data (task);

  if (bytes == NULL) {
    complete (task, error);
  } else if (g_bytes_get_size (bytes) == 0) {
    complete (task, NULL);
  } else if (!take_in (run, bytes)) {
    stop (run, STOP_TOO_LARGE);
    error = stop_error_new (run);
    complete (task, error);
  } else {
    read_more (g_steal_pointer (&task));
  }
}

/* Takes @task. */
static void
read_more (GTask *task)
{
  Run *run = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (run->stream, CHUNK, G_PRIORITY_DEFAULT, run->inner, read_cb, task);
}

static void
sent_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Run *run = g_task_get_task_data (task);

  run->stream = soup_session_send_finish (SOUP_SESSION (object), result, &error);
  if (run->stream == NULL) {
    complete (task, error);
    return;
  }
  run->reply = g_byte_array_new ();
  read_more (g_steal_pointer (&task));
}

/* @base_url has been checked, so the address of a request can be read. */
static SoupMessage *
message_new (const char *base_url, SevenRequest *request)
{
  g_autofree char *base = g_strdup (base_url);
  g_autofree char *address = NULL;
  SoupMessage *message;
  SoupMessageHeaders *headers;
  const char *body = seven_request_get_body (request);

  while (g_str_has_suffix (base, "/"))
    base[strlen (base) - 1] = '\0';
  address = g_strconcat (base, seven_request_get_path (request), NULL);
  message = soup_message_new (seven_request_get_method (request), address);
  if (message == NULL)
    return NULL;

  headers = soup_message_get_request_headers (message);
  soup_message_headers_replace (headers, "SentWith", SEVEN_REQUEST_SENT_WITH);
  soup_message_headers_replace (
      headers, seven_request_get_auth_name (request), seven_request_get_auth_value (request));
  soup_message_headers_replace (headers, "Accept", seven_request_get_accept (request));
  /* A kept connection that the host has closed meanwhile is why libsoup would send a request twice. */
  soup_message_headers_replace (headers, "Connection", "close");
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_NEW_CONNECTION);
  if (body != NULL) {
    g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

    soup_message_set_request_body_from_bytes (message, seven_request_get_content_type (request), bytes);
  }
  return message;
}

/* Takes @source. */
static GSource *
attach (GSource *source, GSourceFunc callback, Run *run)
{
  g_source_set_callback (source, callback, run, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());
  return source;
}

static Run *
run_new (SoupMessage *message, const char *base_url, guint timeout, SevenRequest *request,
    GCancellable *cancellable)
{
  Run *run = g_new0 (Run, 1);

  run->message = g_object_ref (message);
  run->inner = g_cancellable_new ();
  run->request_text = seven_request_dup_masked (request, base_url);
  run->host = dup_host (soup_message_get_uri (message));
  run->key = g_strdup (seven_request_get_key (request));
  run->started = g_get_monotonic_time ();
  run->timeout = timeout;
  run->connect_timeout = MIN (timeout, SEVEN_HTTP_GATEWAY_CONNECT_TIMEOUT);
  if (cancellable != NULL)
    run->cancelled = attach (g_cancellable_source_new (cancellable), G_SOURCE_FUNC (cancelled_cb), run);
  run->connect_timer = attach (g_timeout_source_new (run->connect_timeout * 1000), connect_timed_out_cb, run);
  run->timer = attach (g_timeout_source_new (timeout * 1000), timed_out_cb, run);
  g_signal_connect (message, "network-event", G_CALLBACK (network_event_cb), run);
  g_signal_connect (message, "got-informational", G_CALLBACK (got_informational_cb), run);
  g_signal_connect (message, "starting", G_CALLBACK (starting_cb), run);
  g_signal_connect (message, "wrote-headers", G_CALLBACK (wrote_headers_cb), run);
  g_signal_connect (message, "restarted", G_CALLBACK (restarted_cb), run);
  g_signal_connect (message, "accept-certificate", G_CALLBACK (accept_certificate_cb), run);
  return run;
}

void
seven_http_exchange_async (SoupSession *session, const char *base_url, guint timeout, SevenRequest *request,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  /* The task knows nothing of the caller's cancellable: a stopped exchange has its record, too. */
  GTask *task = g_task_new (session, NULL, callback, user_data);
  g_autoptr (SoupMessage) message = message_new (base_url, request);
  Run *run;

  g_task_set_source_tag (task, seven_http_exchange_async);
  run = run_new (message, base_url, timeout, request, cancellable);
  run->session = session;
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  if (g_cancellable_is_cancelled (cancellable))
    stop (run, STOP_CANCELLED);
  soup_session_send_async (session, message, G_PRIORITY_DEFAULT, run->inner, sent_cb, task);
}

SevenExchange *
seven_http_exchange_finish (SoupSession *session, GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
