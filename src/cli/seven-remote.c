/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-remote.h"

#include "seven-answer.h"
#include "seven-command.h"
#include "seven-http-gateway.h"
#include "seven-output.h"
#include "seven-sandbox-gateway.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

void
seven_remote_init (SevenRemote *self, const char *command)
{
  *self = (SevenRemote){ .command = command, .timeout = SEVEN_HTTP_GATEWAY_TIMEOUT };
}

void
seven_remote_clear (SevenRemote *self)
{
  g_clear_pointer (&self->gateway, g_free);
  seven_key_options_clear (&self->key_options);
  g_clear_pointer (&self->base_url, g_free);
  g_clear_pointer (&self->key, g_free);
  g_clear_object (&self->service);
}

int
seven_remote_choose (SevenRemote *self, const char *otherwise)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) uri = NULL;
  const char *gateway = self->gateway != NULL ? self->gateway : otherwise;

  if (self->timeout < 1 || self->timeout > 3600)
    return seven_command_misuse (self->command, _ ("A timeout is a number of seconds from 1 to 3600."));
  if (g_str_equal (gateway, "sandbox"))
    return SEVEN_EXIT_OK;
  if (g_str_equal (gateway, "seven"))
    self->base_url = g_strdup (SEVEN_HTTP_GATEWAY_URL);
  else if (g_str_equal (gateway, "old"))
    self->base_url = g_strdup (SEVEN_HTTP_GATEWAY_OLD_URL);
  else if (seven_http_gateway_check_url (gateway, &error))
    self->base_url = g_strdup (gateway);
  else
    return seven_command_misuse (self->command, "%s", error->message);

  /* Plain http passes the check for loopback alone: no SMS leaves this computer from there. */
  uri = g_uri_parse (self->base_url, G_URI_FLAGS_NONE, NULL);
  self->live = uri == NULL || !g_str_equal (g_uri_get_scheme (uri), "http");

  return SEVEN_EXIT_OK;
}

int
seven_remote_find_key (SevenRemote *self, const char *file, const SevenInput *input)
{
  int status;

  /* The sandbox is never given the real key. */
  if (self->base_url == NULL)
    return SEVEN_EXIT_OK;

  status = seven_key_find (&self->key_options, self->command, file, input, &self->key);
  if (status != SEVEN_EXIT_OK)
    return status;
  if (self->key == NULL && input != NULL)
    return seven_command_misuse (self->command,
        _ ("There is no API key: the config has none. Give it in SEVEN_API_KEY, with "
           "--api-key-file or with --keyring."));
  if (self->key == NULL)
    return seven_command_misuse (
        self->command, _ ("There is no API key. Give it in SEVEN_API_KEY or with --api-key-file."));

  return SEVEN_EXIT_OK;
}

/* What the main loop runs for: the end of an exchange, or of a while. */
typedef struct _SevenRemoteRun
{
  GMainLoop *loop;
  GCancellable *cancellable; /* (nullable): a while, which just ends */
  SevenExchange *exchange;
} Run;

/* An exchange says itself when it is over, and whether its request had left. */
static gboolean
interrupted (gpointer user_data)
{
  SevenRemote *self = user_data;

  self->interrupted = TRUE;
  if (self->run != NULL && self->run->cancellable != NULL)
    g_cancellable_cancel (self->run->cancellable);
  else if (self->run != NULL)
    g_main_loop_quit (self->run->loop);

  return G_SOURCE_CONTINUE;
}

void
seven_remote_guard (SevenRemote *self)
{
  if (self->n_guards++ > 0)
    return;

  self->on_interrupt = g_unix_signal_add (SIGINT, interrupted, self);
  self->on_terminate = g_unix_signal_add (SIGTERM, interrupted, self);
}

void
seven_remote_unguard (SevenRemote *self)
{
  if (--self->n_guards > 0)
    return;

  g_clear_handle_id (&self->on_interrupt, g_source_remove);
  g_clear_handle_id (&self->on_terminate, g_source_remove);
}

static void
run_loop (SevenRemote *self, Run *run)
{
  seven_remote_guard (self);
  self->run = run;
  g_main_loop_run (run->loop);
  self->run = NULL;
  seven_remote_unguard (self);
}

static void
exchanged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;

  run->exchange = seven_gateway_exchange_finish (SEVEN_GATEWAY (source), result);
  g_main_loop_quit (run->loop);
}

SevenExchange *
seven_remote_exchange (SevenRemote *self, SevenRequest *request, guint timeout)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Run run = { loop, cancellable, NULL };

  /* One sandbox for all of them: it remembers what it was sent. */
  if (self->base_url != NULL)
    g_clear_object (&self->service);
  if (self->service == NULL && self->base_url != NULL)
    self->service = SEVEN_GATEWAY (seven_http_gateway_new (self->base_url, timeout, NULL));
  else if (self->service == NULL)
    self->service = SEVEN_GATEWAY (seven_sandbox_gateway_new (timeout));

  seven_gateway_exchange_async (self->service, request, cancellable, exchanged, &run);
  run_loop (self, &run);

  return run.exchange;
}

static gboolean
elapsed (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_CONTINUE;
}

gboolean
seven_remote_wait (SevenRemote *self, guint milliseconds)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Run run = { loop, NULL, NULL };
  guint on_end;

  if (self->interrupted)
    return FALSE;

  on_end = g_timeout_add (milliseconds, elapsed, loop);
  run_loop (self, &run);
  g_source_remove (on_end);

  return !self->interrupted;
}

int
seven_remote_get_exit_status (const GError *error)
{
  if (error == NULL)
    return SEVEN_EXIT_OK;
  if (g_error_matches (error, SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_REFUSED) ||
      g_error_matches (error, SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_NOTHING))
    return SEVEN_EXIT_NO;

  return SEVEN_EXIT_NO_ANSWER;
}
