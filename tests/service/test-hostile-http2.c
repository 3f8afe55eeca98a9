/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-http-gateway.h"
#include "certificates.h"
#include "peer.h"
#include "seven-outcome.h"

#include <string.h>

/* The same over HTTP/2, which libsoup speaks wherever the host does. The host is a program of its own for node. */

#define NONE (-1)
#define LOST (-2) /* one or the other, by what comes first */

typedef struct
{
  GSubprocess *process;
  GDataInputStream *lines;
  char *url;
} Host;

static char *
read_line (Host *host)
{
  return g_data_input_stream_read_line (host->lines, NULL, NULL, NULL);
}

static void
host_start (Host *host, const Certificates *own, const char *way)
{
  g_autofree char *program = g_test_build_filename (G_TEST_DIST, "service", "http2.mjs", NULL);
  g_autofree char *certificate = g_build_filename (own->folder, "good.pem", NULL);
  g_autofree char *key = g_build_filename (own->folder, "key.pem", NULL);
  g_autofree char *port = NULL;
  g_autoptr (GError) error = NULL;

  /* Without node nothing is proved: that is a failure. */
  host->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
      "node", program, certificate, key, way, NULL);
  g_assert_no_error (error);
  host->lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (host->process));
  port = read_line (host);
  g_assert_nonnull (port);
  host->url = g_strdup_printf ("https://127.0.0.1:%s", port);
}

/* Gives the number of requests that it has read. */
static guint
host_end (Host *host)
{
  guint n = 0;
  char *line;

  g_output_stream_close (g_subprocess_get_stdin_pipe (host->process), NULL, NULL);
  for (; (line = read_line (host)) != NULL; n++) {
    g_assert_cmpstr (line, ==, "POST /api/sms");
    g_free (line);
  }
  g_assert_true (g_subprocess_wait_check (host->process, NULL, NULL));
  g_clear_object (&host->lines);
  g_clear_object (&host->process);
  g_clear_pointer (&host->url, g_free);
  return n;
}

static SevenOutcome *
send_to (const Host *host, const Certificates *own, guint timeout, GCancellable *cancellable)
{
  SevenHttpGateway *gateway = seven_http_gateway_new (host->url, timeout, own->database);
  g_autoptr (SevenRequest) request =
      seven_request_new_send ("example-key-not-real", "Acme", "Your code is 123456.", "447700900123");
  g_autoptr (SevenExchange) exchange = run_exchange (SEVEN_GATEWAY (gateway), request, cancellable);

  g_assert_finalize_object (gateway);
  g_assert_true (seven_exchange_get_body_left (exchange));
  return seven_outcome_new (exchange, TRUE);
}

static void
test_ways (void)
{
  static const struct
  {
    const char *way;
    guint timeout;
    int error;
    SevenState state;
    const char *title; /* (nullable): not compared */
  } cases[] = {
    { "accepts", 20, NONE, SEVEN_STATE_ACCEPTED, "Accepted" },
    { "refuses", 20, NONE, SEVEN_STATE_REFUSED, "API key refused" },
    { "redirects", 20, NONE, SEVEN_STATE_UNKNOWN, "Redirect not followed" },
    { "is misdirected", 20, SEVEN_GATEWAY_ERROR_FAILED, SEVEN_STATE_UNKNOWN, "Exchange failed" },
    { "says nothing", 1, SEVEN_GATEWAY_ERROR_TIMED_OUT, SEVEN_STATE_UNKNOWN, "No answer in time" },
    { "ends the stream", 1, SEVEN_GATEWAY_ERROR_TIMED_OUT, SEVEN_STATE_UNKNOWN, "No answer in time" },
    { "refuses the stream", 20, SEVEN_GATEWAY_ERROR_DROPPED, SEVEN_STATE_UNKNOWN, "Connection lost" },
    { "fails", 20, SEVEN_GATEWAY_ERROR_FAILED, SEVEN_STATE_UNKNOWN, "Exchange failed" },
    { "wants HTTP/1.1", 20, SEVEN_GATEWAY_ERROR_DROPPED, SEVEN_STATE_UNKNOWN, "Connection lost" },
    { "goes away", 20, LOST, SEVEN_STATE_UNKNOWN, NULL },
    { "goes at once", 20, LOST, SEVEN_STATE_UNKNOWN, NULL },
    { "closes", 20, LOST, SEVEN_STATE_UNKNOWN, NULL },
    { "cuts", 1, SEVEN_GATEWAY_ERROR_TIMED_OUT, SEVEN_STATE_UNKNOWN, "No answer in time" },
  };
  g_autoptr (Certificates) own = certificates_new ();

  g_assert_nonnull (own);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    Host host = { NULL, NULL, NULL };
    g_autoptr (SevenOutcome) outcome = NULL;
    const GError *error;

    host_start (&host, own, cases[i].way);
    outcome = send_to (&host, own, cases[i].timeout, NULL);
    error = seven_exchange_get_error (seven_outcome_get_exchange (outcome));
    g_test_message ("%s: %s", cases[i].way, seven_outcome_get_explanation (outcome));
    if (cases[i].error == LOST)
      g_assert_true (g_error_matches (error, SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_DROPPED) ||
          g_error_matches (error, SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_FAILED));
    else
      g_assert_cmpint (error != NULL ? error->code : NONE, ==, cases[i].error);
    g_assert_cmpint (seven_outcome_get_state (outcome), ==, cases[i].state);
    if (cases[i].title != NULL)
      g_assert_cmpstr (seven_outcome_get_title (outcome), ==, cases[i].title);
    g_assert_cmpuint (host_end (&host), ==, 1);
  }
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *line =
      g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (object), result, NULL, NULL);

  g_assert_cmpstr (line, ==, "POST /api/sms");
  g_cancellable_cancel (user_data);
}

/* Stop waiting stops, though the host says nothing. */
static void
test_cancel (void)
{
  g_autoptr (Certificates) own = certificates_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SevenOutcome) outcome = NULL;
  Host host = { NULL, NULL, NULL };

  g_assert_nonnull (own);
  host_start (&host, own, "says nothing");
  g_data_input_stream_read_line_async (host.lines, G_PRIORITY_DEFAULT, NULL, read_cb, cancellable);
  outcome = send_to (&host, own, 60, cancellable);
  g_assert_error (seven_exchange_get_error (seven_outcome_get_exchange (outcome)), SEVEN_GATEWAY_ERROR,
      SEVEN_GATEWAY_ERROR_CANCELLED);
  g_assert_cmpint (seven_outcome_get_state (outcome), ==, SEVEN_STATE_UNKNOWN);
  g_assert_cmpuint (host_end (&host), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hostile-http2/ways", test_ways);
  g_test_add_func ("/hostile-http2/cancel", test_cancel);

  return g_test_run ();
}
