/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "sandbox-test.h"
#include "seven-sandbox-gateway.h"

/* Whoever else can come to the sandbox: other people of this computer, and the web pages that they look at. */

#define NUMBER "447700900123"
#define TEXT "Your+code+is+123456."

/* One connection, byte for byte, from a thread: the sandbox needs the main context. */
typedef struct
{
  guint16 port;
  const char *request; /* goes out first */
  gsize more; /* so many bytes after it */
  GString *reply;
  int done;
} Talk;

static gpointer
talk_thread (gpointer data)
{
  Talk *talk = data;
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection =
      g_socket_client_connect_to_host (client, "127.0.0.1", talk->port, NULL, NULL);
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  g_autofree char *more = g_strnfill (talk->more, 'x');
  char chunk[1024];
  gssize n;

  if (peer_write (G_IO_STREAM (connection), talk->request, strlen (talk->request)))
    peer_write (G_IO_STREAM (connection), more, talk->more);
  while ((n = g_input_stream_read (input, chunk, sizeof chunk, NULL, NULL)) > 0)
    g_string_append_len (talk->reply, chunk, n);
  g_atomic_int_set (&talk->done, 1);
  g_main_context_wakeup (NULL);
  return NULL;
}

static char *
talk_to (const char *url, const char *request, gsize more)
{
  const char *port = strrchr (url, ':') + 1;
  Talk talk = { (guint16) g_ascii_strtoull (port, NULL, 10), request, more, g_string_new (NULL), 0 };
  GThread *thread = g_thread_new ("guest", talk_thread, &talk);

  while (g_atomic_int_get (&talk.done) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);
  return g_string_free (talk.reply, FALSE);
}

/* The name in the request tells a page whose name server has sent it here. */
static void
test_names (void)
{
  static const struct
  {
    const char *host;
    gboolean served;
  } cases[] = {
    { "Host: 127.0.0.1:%s\r\n", TRUE },
    { "Host: 127.0.0.1\r\n", TRUE },
    { "Host: localhost:9000\r\n", TRUE },
    { "Host: LOCALHOST\r\n", TRUE },
    { "Host: [::1]:9000\r\n", TRUE },
    { "Host: page.example\r\n", FALSE },
    { "Host: page.example:%s\r\n", FALSE },
    { "Host: localhost.page.example\r\n", FALSE },
    { "Host: 127.0.0.1.page.example\r\n", FALSE },
    { "Host: 127.0.0.100\r\n", FALSE },
    { "Host: \r\n", FALSE },
    { "", FALSE },
  };
  SevenSandbox *sandbox = seven_sandbox_new ();

  g_assert_true (seven_sandbox_listen (sandbox, 0, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *url = seven_sandbox_get_url (sandbox);
    g_auto (GStrv) pieces = g_strsplit (cases[i].host, "%s", 2);
    g_autofree char *host = g_strjoinv (strrchr (url, ':') + 1, pieces);
    g_autofree char *request = g_strdup_printf ("GET /api/balance HTTP/1.1\r\n%sX-Api-Key: any\r\nOrigin: "
                                                "http://page.example\r\nConnection: close\r\n\r\n",
        host);
    g_autofree char *reply = talk_to (url, request, 0);

    g_test_message ("%s", host);
    g_assert_cmpint (g_str_has_prefix (reply, "HTTP/1.1 200 "), ==, cases[i].served);
    g_assert_cmpint (strstr (reply, "50.000") != NULL, ==, cases[i].served);
    g_assert_null (strstr (reply, "Access-Control"));
  }
  g_assert_finalize_object (sandbox);
}

/* What a page may do without asking: a form, and a script that must not read the answer. Neither has a key. */
static void
test_pages (void)
{
  static const struct
  {
    const char *request;
    const char *status;
  } cases[] = {
    { "POST /api/sms HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://page.example\r\nContent-Type: "
      "application/x-www-form-urlencoded\r\nContent-Length: 29\r\nConnection: close\r\n\r\n"
      "json=1&text=x&to=447700900123",
        "HTTP/1.1 200 " },
    { "OPTIONS /api/sms HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://page.example\r\n"
      "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: x-api-key\r\nConnection: "
      "close\r\n\r\n",
        "HTTP/1.1 405 " },
  };
  SevenSandbox *sandbox = seven_sandbox_new ();
  g_autofree char *balance = NULL;
  guint status = 0;

  g_assert_true (seven_sandbox_listen (sandbox, 0, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *reply = talk_to (seven_sandbox_get_url (sandbox), cases[i].request, 0);

    g_test_message ("%s", reply);
    g_assert_true (g_str_has_prefix (reply, cases[i].status));
    g_assert_null (strstr (reply, "Access-Control"));
    g_assert_null (strstr (reply, "\"100\""));
  }
  balance = ask (sandbox, "GET", "/api/balance", "any", "*/*", NULL, &status);
  g_assert_cmpstr (balance, ==, "50.000");
  g_assert_finalize_object (sandbox);
}

/* Only who has the key reads what was sent; everything else takes any key. */
static void
test_private (void)
{
  SevenSandbox *sandbox = seven_sandbox_new_private ("example-key-not-real");
  g_autofree char *sent = NULL;
  g_autofree char *own = NULL;
  guint status = 0;

  g_assert_true (seven_sandbox_listen (sandbox, 0, NULL));
  sent = ask (sandbox, "POST", "/api/sms", "any", "*/*", "json=1&text=" TEXT "&to=" NUMBER, &status);
  g_assert_nonnull (strstr (sent, "\"100\""));
  for (guint i = 0; i < 3; i++) {
    const char *const keys[] = { "any", "sandbox", "example-key-not-rea" };
    g_autofree char *journal =
        ask (sandbox, "GET", "/api/journal/outbound", keys[i], "application/json", NULL, &status);

    g_assert_cmpstr (journal, ==, "\"902\"");
  }
  own = ask (
      sandbox, "GET", "/api/journal/outbound", "example-key-not-real", "application/json", NULL, &status);
  g_assert_nonnull (strstr (own, NUMBER));
  g_assert_finalize_object (sandbox);
}

/* The sandbox of the window is such a one: who finds its port does not find the number. */
static void
test_gateway (void)
{
  g_autoptr (SevenSandboxGateway) gateway = seven_sandbox_gateway_new (20);
  g_autoptr (SevenExchange) exchange = send_to (SEVEN_GATEWAY (gateway), "Acme", "Code 123456", NUMBER);
  const char *host = strstr (seven_exchange_get_request_text (exchange), "Host: ");
  g_autofree char *line = g_strndup (host, strcspn (host, "\n"));
  g_autofree char *request = g_strdup_printf ("GET /api/journal/outbound HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                              "X-Api-Key: sandbox\r\nConnection: close\r\n\r\n");
  g_autofree char *reply = talk_to (line, request, 0);

  g_assert_true (g_str_has_prefix (reply, "HTTP/1.1 200 "));
  g_assert_true (g_str_has_suffix (reply, "\r\n\r\n902"));
}

/* Bodies that would fill the memory. */
static void
test_bodies (void)
{
  static const struct
  {
    gsize size;
    const char *answer;
  } cases[] = {
    { 64 * 1024, "HTTP/1.1 200 " },
    { 64 * 1024 + 1, "HTTP/1.1 413 " },
    { 16 * 1024 * 1024, "HTTP/1.1 413 " },
  };
  SevenSandbox *sandbox = seven_sandbox_new ();

  g_assert_true (seven_sandbox_listen (sandbox, 0, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *plain = g_strdup_printf (
        "POST /api/sms HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Api-Key: any\r\nConnection: close\r\n"
        "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
        cases[i].size);
    g_autofree char *reply = talk_to (seven_sandbox_get_url (sandbox), plain, cases[i].size);

    g_test_message ("%" G_GSIZE_FORMAT ": %s", cases[i].size, reply);
    g_assert_true (g_str_has_prefix (reply, cases[i].answer));
  }
  g_assert_finalize_object (sandbox);
}

/* Connections that say nothing: there are only so many of them, and when they are gone others are served. */
static void
test_crowd (void)
{
  SevenSandbox *sandbox = seven_sandbox_new ();
  g_autoptr (GPtrArray) crowd = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) late = NULL;
  g_autofree char *balance = NULL;
  const char *address;
  guint status = 0;
  char byte;

  g_assert_true (seven_sandbox_listen (sandbox, 0, NULL));
  address = seven_sandbox_get_url (sandbox) + strlen ("http://");
  for (guint i = 0; i < 64; i++) {
    g_ptr_array_add (crowd, g_socket_client_connect_to_host (client, address, 0, NULL, NULL));
    g_assert_nonnull (crowd->pdata[i]);
    while (g_main_context_iteration (NULL, FALSE))
      ;
  }
  late = g_socket_client_connect_to_host (client, address, 0, NULL, NULL);
  g_socket_set_blocking (g_socket_connection_get_socket (late), FALSE);
  while (!g_socket_condition_check (g_socket_connection_get_socket (late), G_IO_IN))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_socket_receive (g_socket_connection_get_socket (late), &byte, 1, NULL, NULL), ==, 0);

  g_ptr_array_set_size (crowd, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  balance = ask (sandbox, "GET", "/api/balance", "any", "*/*", NULL, &status);
  g_assert_cmpstr (balance, ==, "50.000");
  g_assert_finalize_object (sandbox);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sandbox-guests/names", test_names);
  g_test_add_func ("/sandbox-guests/pages", test_pages);
  g_test_add_func ("/sandbox-guests/private", test_private);
  g_test_add_func ("/sandbox-guests/gateway", test_gateway);
  g_test_add_func ("/sandbox-guests/bodies", test_bodies);
  g_test_add_func ("/sandbox-guests/crowd", test_crowd);

  return g_test_run ();
}
