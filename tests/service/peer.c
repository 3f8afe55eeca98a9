/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "peer.h"

#include <string.h>
#include <sys/socket.h>

struct _Peer
{
  GSocketService *service;
  GTlsCertificate *certificate; /* (nullable) */
  PeerScript script; /* (nullable) silent */
  gpointer data;
  gboolean rude; /* the script reads the request itself, if at all */
  guint16 port;

  GMutex mutex; /* guards all that follows */
  GCond cond;
  guint n_threads;
  guint n_connections;
  guint n_requests;
  char *request;
  GSourceOnceFunc connected;
  gpointer connected_data;
  GSourceOnceFunc point;
  gpointer point_data;
};

static gsize
find_length (const char *head)
{
  const char *line = strstr (head, "\r\nContent-Length: ");

  return line != NULL ? (gsize) g_ascii_strtoull (line + strlen ("\r\nContent-Length: "), NULL, 10) : 0;
}

/* NULL: the client went before its request was whole. */
static char *
read_request (GIOStream *stream)
{
  GInputStream *input = g_io_stream_get_input_stream (stream);
  g_autoptr (GString) text = g_string_new (NULL);
  char chunk[4096];

  for (;;) {
    const char *end = strstr (text->str, "\r\n\r\n");
    gssize n;

    if (end != NULL && text->len >= (gsize) (end + 4 - text->str) + find_length (text->str))
      return g_string_free (g_steal_pointer (&text), FALSE);
    n = g_input_stream_read (input, chunk, sizeof chunk, NULL, NULL);
    if (n <= 0)
      return NULL;
    g_string_append_len (text, chunk, n);
  }
}

static void
run_once (GSourceOnceFunc *func, gpointer data)
{
  if (*func != NULL)
    g_idle_add_once (*func, data);
  *func = NULL;
}

static void
serve (Peer *peer, GIOStream *stream)
{
  char *request = read_request (stream);

  if (request == NULL)
    return;
  g_mutex_lock (&peer->mutex);
  peer->n_requests++;
  g_clear_pointer (&peer->request, g_free);
  peer->request = request;
  g_mutex_unlock (&peer->mutex);
  peer->script (peer, stream, peer->data);
}

static void
count_connection (Peer *peer)
{
  g_mutex_lock (&peer->mutex);
  peer->n_threads++;
  peer->n_connections++;
  run_once (&peer->connected, peer->connected_data);
  g_mutex_unlock (&peer->mutex);
}

static void
count_thread_out (Peer *peer)
{
  g_mutex_lock (&peer->mutex);
  peer->n_threads--;
  g_cond_signal (&peer->cond);
  g_mutex_unlock (&peer->mutex);
}

static void
talk (Peer *peer, GIOStream *connection)
{
  g_autoptr (GIOStream) tls = NULL;

  if (peer->script == NULL) {
    peer_wait_for_end (connection);
  } else if (peer->rude) {
    peer->script (peer, connection, peer->data);
  } else if (peer->certificate == NULL) {
    serve (peer, connection);
  } else {
    tls = g_tls_server_connection_new (connection, peer->certificate, NULL);
    if (g_tls_connection_handshake (G_TLS_CONNECTION (tls), NULL, NULL))
      serve (peer, tls);
    g_io_stream_close (tls, NULL, NULL);
  }
  g_io_stream_close (connection, NULL, NULL);
}

static gboolean
run_cb (GThreadedSocketService *service, GSocketConnection *connection, GObject *source, gpointer user_data)
{
  Peer *peer = user_data;

  count_connection (peer);
  talk (peer, G_IO_STREAM (connection));
  count_thread_out (peer);
  return TRUE;
}

static Peer *
peer_start (GTlsCertificate *certificate, PeerScript script, gpointer data, gboolean rude)
{
  Peer *peer = g_new0 (Peer, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  g_mutex_init (&peer->mutex);
  g_cond_init (&peer->cond);
  g_set_object (&peer->certificate, certificate);
  peer->script = script;
  peer->data = data;
  peer->rude = rude;
  peer->service = g_threaded_socket_service_new (8);
  g_socket_listener_add_address (G_SOCKET_LISTENER (peer->service), address, G_SOCKET_TYPE_STREAM,
      G_SOCKET_PROTOCOL_TCP, NULL, &bound, &error);
  g_assert_no_error (error);
  peer->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  g_signal_connect (peer->service, "run", G_CALLBACK (run_cb), peer);
  return peer;
}

Peer *
peer_new_tls (GTlsCertificate *certificate, PeerScript script, gpointer data)
{
  return peer_start (certificate, script, data, FALSE);
}

Peer *
peer_new (PeerScript script, gpointer data)
{
  return peer_start (NULL, script, data, FALSE);
}

Peer *
peer_new_rude (PeerScript script, gpointer data)
{
  return peer_start (NULL, script, data, TRUE);
}

Peer *
peer_new_silent (void)
{
  return peer_start (NULL, NULL, NULL, FALSE);
}

void
peer_free (Peer *peer)
{
  /* Connections that wait in the queue are served, too. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_socket_service_stop (peer->service);
  g_socket_listener_close (G_SOCKET_LISTENER (peer->service));
  g_mutex_lock (&peer->mutex);
  while (peer->n_threads > 0)
    g_cond_wait (&peer->cond, &peer->mutex);
  g_mutex_unlock (&peer->mutex);
  g_object_unref (peer->service);
  g_clear_object (&peer->certificate);
  g_free (peer->request);
  g_mutex_clear (&peer->mutex);
  g_cond_clear (&peer->cond);
  g_free (peer);
}

guint
peer_get_port (Peer *peer)
{
  return peer->port;
}

char *
peer_dup_url (Peer *peer)
{
  return g_strdup_printf ("%s://127.0.0.1:%u", peer->certificate != NULL ? "https" : "http", peer->port);
}

guint
peer_get_n_connections (Peer *peer)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&peer->mutex);

  return peer->n_connections;
}

guint
peer_get_n_requests (Peer *peer)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&peer->mutex);

  return peer->n_requests;
}

char *
peer_dup_request (Peer *peer)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&peer->mutex);

  return g_strdup (peer->request);
}

void
peer_on_connected (Peer *peer, GSourceOnceFunc func, gpointer data)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&peer->mutex);

  peer->connected = func;
  peer->connected_data = data;
}

void
peer_on_point (Peer *peer, GSourceOnceFunc func, gpointer data)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&peer->mutex);

  peer->point = func;
  peer->point_data = data;
}

void
peer_reach_point (Peer *peer)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&peer->mutex);

  run_once (&peer->point, peer->point_data);
}

gboolean
peer_write (GIOStream *stream, const void *data, gsize length)
{
  return g_output_stream_write_all (g_io_stream_get_output_stream (stream), data, length, NULL, NULL, NULL);
}

void
peer_wait_for_end (GIOStream *stream)
{
  char chunk[4096];

  while (g_input_stream_read (g_io_stream_get_input_stream (stream), chunk, sizeof chunk, NULL, NULL) > 0)
    ;
}

void
peer_reset (GIOStream *stream)
{
  const struct linger at_once = { .l_onoff = 1, .l_linger = 0 };
  int fd = g_socket_get_fd (g_socket_connection_get_socket (G_SOCKET_CONNECTION (stream)));

  g_assert_cmpint (setsockopt (fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once), ==, 0);
  g_io_stream_close (stream, NULL, NULL);
}

void
peer_answer (Peer *peer, GIOStream *stream, gpointer answer)
{
  const PeerAnswer *said = answer;

  peer_write (stream, said->bytes, said->length);
}

static void
exchanged_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SevenExchange **exchange = user_data;

  *exchange = seven_gateway_exchange_finish (SEVEN_GATEWAY (object), result);
}

SevenExchange *
run_exchange (SevenGateway *gateway, SevenRequest *request, GCancellable *cancellable)
{
  SevenExchange *exchange = NULL;

  seven_gateway_exchange_async (gateway, request, cancellable, exchanged_cb, &exchange);
  while (exchange == NULL)
    g_main_context_iteration (NULL, TRUE);
  return exchange;
}
