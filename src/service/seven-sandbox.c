/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-sandbox.h"
#include "seven-sandbox-account.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

/* Milliseconds before a late answer, and before the line is cut on one that never comes: no client waits that long. */
#define LATE 3000
#define NEVER (600 * 1000)

/* Every program and every web page on this computer can come here: none of them may take up more than this. A request
 * of a whole text has less than 5 KiB. The limit on silence is in seconds. */
#define MAX_BODY (64 * 1024)
#define MAX_CONNECTIONS 64
#define MAX_SILENCE 30

struct _SevenSandbox
{
  GObject parent_instance;

  SoupServer *server; /* (nullable) before listen and after stop */
  GSocketService *service; /* (nullable) the same */
  guint *n_connections; /* an rc box: connections may outlive us */
  char *key; /* (nullable): who has it may read the journal; NULL: everybody may */
  SevenSandboxAccount *account;
  GHashTable *waiting; /* set of Waiting */
  char *url; /* (nullable) before listen and after stop */
};

G_DEFINE_FINAL_TYPE (SevenSandbox, seven_sandbox, G_TYPE_OBJECT)

/* A message whose answer is held back. */
typedef struct
{
  SevenSandbox *sandbox; /* unowned: it owns us */
  SoupServerMessage *message;
  GSource *timer;
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_source_destroy (waiting->timer);
  g_source_unref (waiting->timer);
  g_object_unref (waiting->message);
  g_free (waiting);
}

static void
drop (SoupServerMessage *message)
{
  g_autoptr (GIOStream) connection = soup_server_message_steal_connection (message);

  if (connection != NULL)
    g_io_stream_close (connection, NULL, NULL);
}

static gboolean
late_cb (gpointer user_data)
{
  Waiting *waiting = user_data;
  g_autoptr (SoupServerMessage) message = g_object_ref (waiting->message);

  g_hash_table_remove (waiting->sandbox->waiting, waiting);
  soup_server_message_unpause (message);
  return G_SOURCE_REMOVE;
}

static gboolean
never_cb (gpointer user_data)
{
  Waiting *waiting = user_data;
  g_autoptr (SoupServerMessage) message = g_object_ref (waiting->message);

  g_hash_table_remove (waiting->sandbox->waiting, waiting);
  drop (message);
  return G_SOURCE_REMOVE;
}

static void
wait (SevenSandbox *self, SoupServerMessage *message, guint milliseconds, GSourceFunc callback)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->sandbox = self;
  waiting->message = g_object_ref (message);
  waiting->timer = g_timeout_source_new (milliseconds);
  g_source_set_callback (waiting->timer, callback, waiting, NULL);
  g_source_attach (waiting->timer, g_main_context_get_thread_default ());
  g_hash_table_add (self->waiting, waiting);
  soup_server_message_pause (message);
}

/* Takes the answer's body. */
static void
answer_message (SevenSandbox *self, SoupServerMessage *message, SevenSandboxAnswer *answer)
{
  if (answer->action == SEVEN_SANDBOX_DROP) {
    drop (message);
    return;
  }
  if (answer->action == SEVEN_SANDBOX_HANG) {
    wait (self, message, NEVER, never_cb);
    return;
  }
  soup_server_message_set_status (message, answer->status, NULL);
  soup_server_message_set_response (
      message, answer->type, SOUP_MEMORY_TAKE, answer->body, strlen (answer->body));
  if (answer->action == SEVEN_SANDBOX_REPLY_LATE)
    wait (self, message, LATE, late_cb);
}

static gboolean
has_key (SoupMessageHeaders *headers)
{
  const char *key = soup_message_headers_get_one (headers, "X-Api-Key");
  const char *authorization = soup_message_headers_get_one (headers, "Authorization");

  return (key != NULL && *key != '\0') || (authorization != NULL && *authorization != '\0');
}

static gboolean
may_read_journal (SevenSandbox *self, SoupMessageHeaders *headers)
{
  return self->key == NULL || g_strcmp0 (soup_message_headers_get_one (headers, "X-Api-Key"), self->key) == 0;
}

/* A web page whose name has been made to lead here by its name server has that name in its requests. */
static gboolean
is_for_us (SoupMessageHeaders *headers)
{
  static const char *const names[] = { "127.0.0.1", "localhost", "[::1]" };
  const char *host = soup_message_headers_get_one (headers, "Host");

  for (gsize i = 0; host != NULL && i < G_N_ELEMENTS (names); i++) {
    gsize length = strlen (names[i]);

    if (g_ascii_strncasecmp (host, names[i], length) == 0 && (host[length] == '\0' || host[length] == ':'))
      return TRUE;
  }
  return FALSE;
}

static GHashTable *
parse_form (SoupServerMessage *message)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *form = g_strndup (data != NULL ? data : "", size);

  return soup_form_decode (form);
}

static void
answer_path (SevenSandbox *self, SoupServerMessage *message, const char *path, GHashTable *query,
    gboolean wants_json, SevenSandboxAnswer *answer)
{
  if (g_str_equal (path, "/api/sms")) {
    g_autoptr (GHashTable) form = parse_form (message);

    seven_sandbox_account_send (self->account, form, wants_json, answer);
  } else if (g_str_equal (path, "/api/balance")) {
    seven_sandbox_account_balance (self->account, wants_json, answer);
  } else if (g_str_equal (path, "/api/pricing")) {
    seven_sandbox_answer_pricing (answer, query != NULL ? g_hash_table_lookup (query, "country") : NULL);
  } else if (may_read_journal (self, soup_server_message_get_request_headers (message))) {
    seven_sandbox_account_journal (self->account, query, answer);
  } else {
    seven_sandbox_answer_code (answer, 902, wants_json);
  }
}

/* The method that a path takes; NULL: there is no such path. */
static const char *
find_method (const char *path)
{
  if (g_str_equal (path, "/api/sms"))
    return SOUP_METHOD_POST;
  if (g_str_equal (path, "/api/balance") || g_str_equal (path, "/api/pricing") ||
      g_str_equal (path, "/api/journal/outbound"))
    return SOUP_METHOD_GET;
  return NULL;
}

/* Of what comes after that nothing is kept. */
static void
got_chunk_cb (SoupServerMessage *message, GBytes *chunk, gpointer user_data)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);

  if (body->length > MAX_BODY)
    soup_message_body_set_accumulate (body, FALSE);
}

static gboolean
is_too_large (SoupServerMessage *message)
{
  return soup_server_message_get_request_body (message)->length > MAX_BODY;
}

static void
request_started_cb (SoupServer *server, SoupServerMessage *message, gpointer user_data)
{
  g_signal_connect (message, "got-chunk", G_CALLBACK (got_chunk_cb), NULL);
}

static void
connection_gone_cb (gpointer data, GObject *connection)
{
  guint *n_connections = data;

  (*n_connections)--;
  g_rc_box_release (n_connections);
}

static gboolean
incoming_cb (
    GSocketService *service, GSocketConnection *connection, GObject *source_object, gpointer user_data)
{
  SevenSandbox *self = user_data;
  g_autoptr (GSocketAddress) local = g_socket_connection_get_local_address (connection, NULL);
  g_autoptr (GSocketAddress) remote = g_socket_connection_get_remote_address (connection, NULL);

  if (*self->n_connections >= MAX_CONNECTIONS) {
    g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
    return TRUE;
  }
  (*self->n_connections)++;
  g_object_weak_ref (G_OBJECT (connection), connection_gone_cb, g_rc_box_acquire (self->n_connections));
  g_socket_set_timeout (g_socket_connection_get_socket (connection), MAX_SILENCE);
  soup_server_accept_iostream (self->server, G_IO_STREAM (connection), local, remote, NULL);
  return TRUE;
}

static void
handle_cb (
    SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer user_data)
{
  SevenSandbox *self = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *accept = soup_message_headers_get_list (headers, "Accept");
  gboolean wants_json = accept != NULL && strstr (accept, "application/json") != NULL;
  const char *method = find_method (path);
  SevenSandboxAnswer answer = { 0 };

  if (!is_for_us (headers)) {
    soup_server_message_set_status (message, SOUP_STATUS_FORBIDDEN, NULL);
    return;
  }
  if (method == NULL) {
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
    return;
  }
  if (is_too_large (message)) {
    soup_server_message_set_status (message, SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE, NULL);
    return;
  }
  if (!g_str_equal (soup_server_message_get_method (message), method)) {
    soup_message_headers_replace (soup_server_message_get_response_headers (message), "Allow", method);
    soup_server_message_set_status (message, SOUP_STATUS_METHOD_NOT_ALLOWED, NULL);
    return;
  }
  if (!has_key (headers))
    seven_sandbox_answer_code (&answer, 900, wants_json);
  else
    answer_path (self, message, path, query, wants_json, &answer);
  answer_message (self, message, &answer);
}

static void
seven_sandbox_dispose (GObject *object)
{
  SevenSandbox *self = SEVEN_SANDBOX (object);

  seven_sandbox_stop (self);

  G_OBJECT_CLASS (seven_sandbox_parent_class)->dispose (object);
}

static void
seven_sandbox_finalize (GObject *object)
{
  SevenSandbox *self = SEVEN_SANDBOX (object);

  seven_sandbox_account_free (self->account);
  g_rc_box_release (self->n_connections);
  g_free (self->key);
  g_hash_table_unref (self->waiting);

  G_OBJECT_CLASS (seven_sandbox_parent_class)->finalize (object);
}

static void
seven_sandbox_class_init (SevenSandboxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = seven_sandbox_dispose;
  object_class->finalize = seven_sandbox_finalize;
}

static void
seven_sandbox_init (SevenSandbox *self)
{
  self->account = seven_sandbox_account_new ();
  self->n_connections = g_rc_box_new0 (guint);
  self->waiting = g_hash_table_new_full (NULL, NULL, waiting_free, NULL);
}

/**
 * seven_sandbox_new:
 *
 * Makes a sandbox with a balance of 50 EUR. It does not listen yet.
 *
 * Returns: (transfer full): the sandbox
 */
SevenSandbox *
seven_sandbox_new (void)
{
  return g_object_new (SEVEN_TYPE_SANDBOX, NULL);
}

/**
 * seven_sandbox_new_private:
 * @key: a key that nobody can guess
 *
 * Makes a sandbox whose journal, where recipients and texts are, is for those who have the key: other people of this
 * computer can connect to it as well. Everything else takes any key.
 *
 * Returns: (transfer full): the sandbox
 */
SevenSandbox *
seven_sandbox_new_private (const char *key)
{
  SevenSandbox *self;

  g_return_val_if_fail (key != NULL, NULL);

  self = seven_sandbox_new ();
  self->key = g_strdup (key);
  return self;
}

static GSocketService *
service_new (guint16 port, GSocketAddress **bound, GError **error)
{
  g_autoptr (GSocketService) service = g_socket_service_new ();
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, port);

  if (!g_socket_listener_add_address (G_SOCKET_LISTENER (service), address, G_SOCKET_TYPE_STREAM,
          G_SOCKET_PROTOCOL_TCP, NULL, bound, error))
    return NULL;
  return g_steal_pointer (&service);
}

/**
 * seven_sandbox_listen:
 * @self: a sandbox that does not listen
 * @port: a port of 127.0.0.1; 0: any that is free
 * @error: where to put an error
 *
 * Begins to answer, in the main context that is the thread's default now.
 *
 * Errors: those of %G_IO_ERROR, as %G_IO_ERROR_ADDRESS_IN_USE, and %G_IO_ERROR_INVALID_ARGUMENT for what is no port
 *
 * Returns: whether it listens
 */
gboolean
seven_sandbox_listen (SevenSandbox *self, guint port, GError **error)
{
  g_autoptr (GSocketAddress) bound = NULL;

  g_return_val_if_fail (SEVEN_IS_SANDBOX (self), FALSE);
  g_return_val_if_fail (self->server == NULL, FALSE);

  if (port > G_MAXUINT16) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("%u is not a port."), port);
    return FALSE;
  }
  self->service = service_new ((guint16) port, &bound, error);
  if (self->service == NULL)
    return FALSE;
  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, handle_cb, self, NULL);
  g_signal_connect (self->server, "request-started", G_CALLBACK (request_started_cb), NULL);
  g_signal_connect (self->service, "incoming", G_CALLBACK (incoming_cb), self);
  self->url =
      g_strdup_printf ("http://127.0.0.1:%u", g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound)));
  return TRUE;
}

/**
 * seven_sandbox_get_url:
 * @self: a sandbox
 *
 * Returns: (nullable): its base URL, as in `http://127.0.0.1:8080`; %NULL while it does not listen
 */
const char *
seven_sandbox_get_url (SevenSandbox *self)
{
  g_return_val_if_fail (SEVEN_IS_SANDBOX (self), NULL);

  return self->url;
}

/**
 * seven_sandbox_stop:
 * @self: a sandbox
 *
 * Stops answering and drops every connection. What it remembers stays.
 */
void
seven_sandbox_stop (SevenSandbox *self)
{
  g_return_if_fail (SEVEN_IS_SANDBOX (self));

  g_hash_table_remove_all (self->waiting);
  if (self->service != NULL) {
    g_signal_handlers_disconnect_by_data (self->service, self);
    g_socket_service_stop (self->service);
    g_socket_listener_close (G_SOCKET_LISTENER (self->service));
    soup_server_disconnect (self->server);
  }
  g_clear_object (&self->service);
  g_clear_object (&self->server);
  g_clear_pointer (&self->url, g_free);
}
