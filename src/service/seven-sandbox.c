/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-sandbox.h"
#include "seven-sandbox-account.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

/* Milliseconds before a late answer, and before the line is cut on one that never comes: no client waits that long. */
#define LATE 3000
#define NEVER (600 * 1000)

struct _SevenSandbox
{
  GObject parent_instance;

  SoupServer *server; /* (nullable) before listen and after stop */
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
  } else {
    seven_sandbox_account_journal (self->account, query, answer);
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

  if (method == NULL) {
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
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
  g_autoptr (SoupServer) server = NULL;
  g_autoslist (GUri) uris = NULL;

  g_return_val_if_fail (SEVEN_IS_SANDBOX (self), FALSE);
  g_return_val_if_fail (self->server == NULL, FALSE);

  if (port > G_MAXUINT16) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("%u is not a port."), port);
    return FALSE;
  }
  server = soup_server_new (NULL, NULL);
  soup_server_add_handler (server, NULL, handle_cb, self, NULL);
  if (!soup_server_listen_local (server, port, SOUP_SERVER_LISTEN_IPV4_ONLY, error))
    return FALSE;
  uris = soup_server_get_uris (server);
  self->url = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  self->server = g_steal_pointer (&server);
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
  if (self->server != NULL)
    soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  g_clear_pointer (&self->url, g_free);
}
