/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-command.h"

#include "seven-http-gateway.h"
#include "seven-output.h"
#include "seven-phone.h"
#include "seven-render.h"
#include "seven-sandbox.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

/* What the person asked for, and what was made of it. */
typedef struct
{
  SevenArguments arguments;
  char *usage;
  char *to;
  char *code;
  char *gateway;
  char *key_file;
  gboolean yes;
  int timeout; /* seconds */

  SevenPhone *phone;
  char *base_url; /* NULL for the sandbox */
  gboolean live; /* real people, real money */
  SevenInput input;
  char *key;
  SevenSmsText *sms;
} Send;

static void
send_clear (Send *self)
{
  seven_arguments_clear (&self->arguments);
  g_clear_pointer (&self->usage, g_free);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->gateway, g_free);
  g_clear_pointer (&self->key_file, g_free);
  g_clear_pointer (&self->phone, seven_phone_free);
  g_clear_pointer (&self->base_url, g_free);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->sms, seven_sms_text_free);
  seven_input_clear (&self->input);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Send, send_clear)

static int
parse_arguments (Send *self, int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "usage", 0, 0, G_OPTION_ARG_STRING, &self->usage,
        N_ ("The usage type (Generic by default, as with Logto’s Test button)"), N_ ("TYPE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &self->to, N_ ("The number that gets the SMS, such as +447700900123"),
        N_ ("NUMBER") },
    { "code", 0, 0, G_OPTION_ARG_STRING, &self->code, N_ ("The code (six random digits by default)"),
        N_ ("CODE") },
    { "gateway", 0, 0, G_OPTION_ARG_STRING, &self->gateway,
        N_ ("sandbox (the default), seven, old, or the URL of another"), N_ ("GATEWAY") },
    { "api-key-file", 0, 0, G_OPTION_ARG_FILENAME, &self->key_file,
        N_ ("Use the API key that this file holds"), N_ ("FILE") },
    { "yes", 0, 0, G_OPTION_ARG_NONE, &self->yes, N_ ("Do not ask before an SMS that costs money"), NULL },
    { "timeout", 0, 0, G_OPTION_ARG_INT, &self->timeout, N_ ("How many seconds to wait (20 by default)"),
        N_ ("SECONDS") },
    { NULL },
  };

  self->timeout = SEVEN_HTTP_GATEWAY_TIMEOUT;
  if (!seven_arguments_parse (&self->arguments, "send", entries, TRUE, argc, argv))
    return SEVEN_EXIT_USAGE;
  if (seven_arguments_get_only (&self->arguments, "send", _ ("file")) == NULL)
    return SEVEN_EXIT_USAGE;

  return SEVEN_EXIT_OK;
}

static int
choose_gateway (Send *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) uri = NULL;

  if (self->gateway == NULL || g_str_equal (self->gateway, "sandbox"))
    return SEVEN_EXIT_OK;
  if (g_str_equal (self->gateway, "seven"))
    self->base_url = g_strdup (SEVEN_HTTP_GATEWAY_URL);
  else if (g_str_equal (self->gateway, "old"))
    self->base_url = g_strdup (SEVEN_HTTP_GATEWAY_OLD_URL);
  else if (seven_http_gateway_check_url (self->gateway, &error))
    self->base_url = g_strdup (self->gateway);
  else
    return seven_command_misuse ("send", "%s", error->message);

  /* Plain http passes the check for loopback alone: no SMS leaves this computer from there. */
  uri = g_uri_parse (self->base_url, G_URI_FLAGS_NONE, NULL);
  self->live = uri == NULL || !g_str_equal (g_uri_get_scheme (uri), "http");

  return SEVEN_EXIT_OK;
}

static int
check_arguments (Send *self)
{
  g_autoptr (GError) error = NULL;
  int status;

  if (self->usage == NULL)
    self->usage = g_strdup (seven_usage_get_name (SEVEN_USAGE_GENERIC));
  if (!seven_command_check_usage ("send", self->usage))
    return SEVEN_EXIT_USAGE;
  if (self->to == NULL)
    return seven_command_misuse ("send", _ ("Name the recipient, as in --to=+447700900123."));
  self->phone = seven_phone_parse (self->to, &error);
  if (self->phone == NULL)
    return seven_command_misuse ("send", "%s", error->message);
  if (self->timeout < 1 || self->timeout > 3600)
    return seven_command_misuse ("send", _ ("A timeout is a number of seconds from 1 to 3600."));

  status = choose_gateway (self);
  if (status != SEVEN_EXIT_OK)
    return status;
  if (self->live && seven_phone_is_reserved (self->phone))
    return seven_command_misuse (
        "send", _ ("This number is reserved and reaches nobody: it is for the sandbox alone."));
  if (self->code == NULL)
    self->code = g_strdup_printf ("%06d", g_random_int_range (0, 1000000));

  return SEVEN_EXIT_OK;
}

static int
make_text (Send *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const char *file = self->arguments.operands[0];
  SevenCheckOptions options = { SEVEN_FLOWS_ALL, FALSE };
  SevenConfig *config;
  SevenProblem *obstacle;
  const SevenConfigTemplate *template;
  int index;

  if (!seven_input_read (&self->input, file, &options, &error)) {
    seven_output_file_error (file, error);
    return SEVEN_EXIT_USAGE;
  }
  obstacle = seven_input_get_obstacle (&self->input);
  if (obstacle != NULL)
    return seven_output_obstacle (file, obstacle, self->arguments.json);

  config = seven_check_get_config (self->input.check);
  index = seven_config_find_template (config, self->usage);
  template = index >= 0 ? seven_config_get_template (config, (guint) index) : NULL;
  if (template == NULL || template->content == NULL)
    return seven_output_no_template (file, self->usage, self->arguments.json);

  text = seven_render (template->content, self->code);
  self->sms = seven_sms_text_new (text);

  return SEVEN_EXIT_OK;
}

static int
find_key (Send *self)
{
  g_autoptr (GError) error = NULL;

  /* The sandbox is never given the real key. */
  if (self->base_url == NULL)
    return SEVEN_EXIT_OK;

  if (!seven_input_find_key (&self->input, self->key_file, &self->key, &error)) {
    seven_output_file_error (self->key_file, error);
    return SEVEN_EXIT_USAGE;
  }
  if (self->key == NULL)
    return seven_command_misuse ("send",
        _ ("There is no API key: the config has none. Give it in SEVEN_API_KEY or with --api-key-file."));

  return SEVEN_EXIT_OK;
}

/* A payment needs a yes in so many words. */
static int
ask_first (Send *self)
{
  g_autofree char *number = seven_phone_dup_display (self->phone);
  g_autofree char *country = seven_phone_dup_country_name (self->phone);
  guint n_parts = seven_sms_text_get_n_parts (self->sms);
  const char *yes;
  char answer[16] = "";

  if (!self->live || self->yes)
    return SEVEN_EXIT_OK;
  if (!isatty (STDIN_FILENO))
    return seven_command_misuse (
        "send", _ ("This sends a real SMS, and nobody is there to be asked. Say --yes to agree beforehand."));

  g_printerr (ngettext ("Send a real SMS of %u part to %s (%s) through %s? It is billed. [y/N] ",
                  "Send a real SMS of %u parts to %s (%s) through %s? Each part is billed. [y/N] ", n_parts),
      n_parts, number, country != NULL ? country : _ ("unknown country"), self->base_url);
  /* Translators: the first letter of “yes”, in lower case; y is understood as well. */
  yes = _ ("y");
  if (fgets (answer, sizeof answer, stdin) != NULL &&
      (g_ascii_tolower (answer[0]) == 'y' || g_str_has_prefix (answer, yes)))
    return SEVEN_EXIT_OK;

  g_printerr (_ ("Nothing was sent.\n"));

  return SEVEN_EXIT_NO;
}

typedef struct
{
  GMainLoop *loop;
  GCancellable *cancellable;
  SevenExchange *exchange;
} Waiting;

static gboolean
interrupted (gpointer user_data)
{
  Waiting *waiting = user_data;

  g_cancellable_cancel (waiting->cancellable);

  return G_SOURCE_CONTINUE;
}

static void
exchanged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;

  waiting->exchange = seven_gateway_exchange_finish (SEVEN_GATEWAY (source), result);
  g_main_loop_quit (waiting->loop);
}

static SevenExchange *
exchange (SevenGateway *gateway, SevenRequest *request)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Waiting waiting = { loop, cancellable, NULL };
  guint on_interrupt = g_unix_signal_add (SIGINT, interrupted, &waiting);
  guint on_terminate = g_unix_signal_add (SIGTERM, interrupted, &waiting);

  seven_gateway_exchange_async (gateway, request, cancellable, exchanged, &waiting);
  g_main_loop_run (loop);
  g_source_remove (on_interrupt);
  g_source_remove (on_terminate);

  return waiting.exchange;
}

static int
send_text (Send *self)
{
  g_autoptr (SevenGateway) gateway = NULL;
  g_autoptr (SevenRequest) request = NULL;
  g_autoptr (SevenExchange) answer = NULL;
  g_autoptr (SevenOutcome) outcome = NULL;
  SevenConfig *config = seven_check_get_config (self->input.check);

  if (self->base_url == NULL)
    gateway = SEVEN_GATEWAY (seven_sandbox_gateway_new ((guint) self->timeout));
  else
    gateway = SEVEN_GATEWAY (seven_http_gateway_new (self->base_url, (guint) self->timeout, NULL));

  request =
      seven_request_new_send (self->key != NULL ? self->key : "sandbox", seven_config_get_sender (config),
          seven_sms_text_get_text (self->sms), seven_phone_get_digits (self->phone));
  answer = exchange (gateway, request);
  outcome = seven_outcome_new (answer, seven_config_is_accepted (config));
  if (self->arguments.json)
    seven_output_outcome_json (outcome, self->sms);
  else
    seven_output_outcome_text (outcome, self->sms);

  return seven_state_get_exit_status (seven_outcome_get_state (outcome));
}

int
seven_command_send (int argc, char **argv)
{
  g_auto (Send) send = { 0 };
  int (*const steps[]) (Send *) = { check_arguments, make_text, find_key, ask_first, send_text };
  int status = parse_arguments (&send, argc, argv);

  for (gsize i = 0; status == SEVEN_EXIT_OK && i < G_N_ELEMENTS (steps); i++)
    status = steps[i](&send);

  return status;
}
