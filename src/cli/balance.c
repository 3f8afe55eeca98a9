/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-command.h"

#include "seven-balance.h"
#include "seven-output.h"
#include "seven-remote.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  SevenArguments arguments;
  SevenRemote remote;
  SevenInput input;
} Balance;

static void
balance_clear (Balance *self)
{
  seven_arguments_clear (&self->arguments);
  seven_remote_clear (&self->remote);
  seven_input_clear (&self->input);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Balance, balance_clear)

static int
parse_arguments (Balance *self, int argc, char **argv)
{
  const GOptionEntry entries[] = {
    SEVEN_REMOTE_GATEWAY (&self->remote, N_ ("seven (the default), old, sandbox, or the URL of another")),
    SEVEN_REMOTE_KEY_FILE (&self->remote),
    SEVEN_REMOTE_KEYRING (&self->remote),
    SEVEN_REMOTE_TIMEOUT (&self->remote),
    { NULL },
  };

  seven_remote_init (&self->remote, "balance");
  if (!seven_arguments_parse (&self->arguments, "balance", entries, TRUE, argc, argv))
    return SEVEN_EXIT_USAGE;
  if (seven_arguments_count (&self->arguments) > 1)
    return seven_command_misuse ("balance", _ ("At most one file is wanted."));

  return seven_remote_choose (&self->remote, "seven");
}

/* The config is wanted for its key alone. */
static int
find_key (Balance *self)
{
  g_autoptr (GError) error = NULL;
  const char *file = seven_arguments_count (&self->arguments) > 0 ? self->arguments.operands[0] : NULL;
  SevenCheckOptions options = { SEVEN_FLOWS_ALL, FALSE };
  SevenProblem *obstacle;

  if (file == NULL)
    return seven_remote_find_key (&self->remote, NULL, NULL);

  if (!seven_input_read (&self->input, file, &options, &error)) {
    seven_output_file_error (file, error);
    return SEVEN_EXIT_USAGE;
  }
  obstacle = seven_input_get_obstacle (&self->input);
  if (obstacle != NULL)
    return seven_output_obstacle (file, obstacle, self->arguments.json);

  return seven_remote_find_key (&self->remote, file, &self->input);
}

static void
print_json (const SevenExchange *exchange, const SevenBalance *balance, const GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  seven_output_add_number (builder, "amount", balance != NULL ? balance->amount : (double) NAN);
  seven_output_add_string (builder, "currency", balance != NULL ? balance->currency : NULL);
  seven_output_add_code (builder, "code", seven_answer_get_code (exchange));
  seven_output_add_string (builder, "error", error != NULL ? error->message : NULL);
  seven_output_add_count (builder, "elapsed_ms", seven_exchange_get_elapsed_ms (exchange));
  json_builder_end_object (builder);
  seven_output_json (builder);
}

static void
print_text (const SevenBalance *balance, const GError *error)
{
  if (balance == NULL)
    seven_output_line ("%s", error->message);
  else if (balance->currency != NULL)
    /* Translators: an amount and a currency, as in 44.63 EUR. */
    seven_output_line (_ ("Left in the account: %.2f %s"), balance->amount, balance->currency);
  else
    seven_output_line (_ ("Left in the account: %.2f (no currency is named)"), balance->amount);
}

static int
ask (Balance *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SevenRequest) request = seven_request_new_balance (self->remote.key);
  g_autoptr (SevenExchange) exchange =
      seven_remote_exchange (&self->remote, request, (guint) self->remote.timeout);
  g_autoptr (SevenBalance) balance = seven_balance_read (exchange, &error);

  if (self->arguments.json)
    print_json (exchange, balance, error);
  else
    print_text (balance, error);

  return seven_remote_get_exit_status (error);
}

int
seven_command_balance (int argc, char **argv)
{
  g_auto (Balance) balance = { 0 };
  int (*const steps[]) (Balance *) = { find_key, ask };
  int status = parse_arguments (&balance, argc, argv);

  for (gsize i = 0; status == SEVEN_EXIT_OK && i < G_N_ELEMENTS (steps); i++)
    status = steps[i](&balance);

  return status;
}
