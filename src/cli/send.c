/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-command.h"

#include "seven-cost.h"
#include "seven-country.h"
#include "seven-delivery-wait.h"
#include "seven-output.h"
#include "seven-phone.h"
#include "seven-remote.h"
#include "seven-render.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

/* Seconds for the price, which is nice to know. */
#define PRICE_TIMEOUT 5u

/* What the person asked for, and what was made of it. */
typedef struct
{
  SevenArguments arguments;
  char *usage;
  char *to;
  char *code;
  gboolean yes;
  gboolean wait_delivery;

  SevenRemote remote;
  SevenPhone *phone;
  SevenInput input;
  SevenSmsText *sms;
} Send;

static void
send_clear (Send *self)
{
  seven_arguments_clear (&self->arguments);
  g_clear_pointer (&self->usage, g_free);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->code, g_free);
  seven_remote_clear (&self->remote);
  g_clear_pointer (&self->phone, seven_phone_free);
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
    SEVEN_REMOTE_GATEWAY (&self->remote, N_ ("sandbox (the default), seven, old, or the URL of another")),
    SEVEN_REMOTE_KEY_FILE (&self->remote),
    SEVEN_REMOTE_KEYRING (&self->remote),
    { "yes", 0, 0, G_OPTION_ARG_NONE, &self->yes, N_ ("Do not ask before an SMS that costs money"), NULL },
    { "wait-delivery", 0, 0, G_OPTION_ARG_NONE, &self->wait_delivery,
        N_ ("Wait for the delivery report, two minutes at most"), NULL },
    SEVEN_REMOTE_TIMEOUT (&self->remote),
    { NULL },
  };

  seven_remote_init (&self->remote, "send");
  if (!seven_arguments_parse (&self->arguments, "send", entries, TRUE, argc, argv))
    return SEVEN_EXIT_USAGE;
  if (seven_arguments_get_only (&self->arguments, "send", _ ("file")) == NULL)
    return SEVEN_EXIT_USAGE;

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

  status = seven_remote_choose (&self->remote, "sandbox");
  if (status != SEVEN_EXIT_OK)
    return status;
  if (self->remote.live && seven_phone_is_reserved (self->phone))
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
  obstacle = seven_input_get_template_obstacle (&self->input, (guint) index);
  if (obstacle != NULL)
    return seven_output_obstacle (file, obstacle, self->arguments.json);

  text = seven_render (template->content, self->code);
  self->sms = seven_sms_text_new (text);

  return SEVEN_EXIT_OK;
}

static int
find_key (Send *self)
{
  return seven_remote_find_key (&self->remote, self->arguments.operands[0], &self->input);
}

/* Where the digits do not tell the country, one country's price would be no promise. */
static SevenPricing *
find_pricing (Send *self)
{
  g_autoptr (SevenRequest) request = NULL;
  g_autoptr (SevenExchange) exchange = NULL;
  g_autofree char *name = seven_phone_dup_country_name (self->phone);
  const char *country = seven_phone_get_country (self->phone);

  if (country == NULL || g_strcmp0 (name, seven_country_get_name (country)) != 0)
    return NULL;

  request = seven_request_new_pricing (self->remote.key, country);
  exchange =
      seven_remote_exchange (&self->remote, request, MIN (PRICE_TIMEOUT, (guint) self->remote.timeout));

  return seven_pricing_read (exchange, country, NULL);
}

static gboolean
agrees (Send *self)
{
  g_autofree char *number = seven_phone_dup_display (self->phone);
  g_autofree char *country = seven_phone_dup_country_name (self->phone);
  g_autoptr (SevenPricing) pricing = find_pricing (self);
  guint n_parts = seven_sms_text_get_n_parts (self->sms);
  g_autofree char *cost = seven_cost_dup_limit (pricing, n_parts);
  const char *yes;
  char answer[16] = "";

  if (self->remote.interrupted)
    return FALSE;

  /* Translators: the last %s is what it costs, “at most 0.15 EUR” or “price not known”. */
  g_printerr (ngettext ("Send a real SMS of %u part to %s (%s) through %s? It is billed: %s. [y/N] ",
                  "Send a real SMS of %u parts to %s (%s) through %s? It is billed: %s. [y/N] ", n_parts),
      n_parts, number, country != NULL ? country : _ ("unknown country"), self->remote.base_url, cost);
  /* Translators: the first letter of “yes”, in lower case; y is understood as well. */
  yes = _ ("y");

  return fgets (answer, sizeof answer, stdin) != NULL &&
      (g_ascii_tolower (answer[0]) == 'y' || g_str_has_prefix (answer, yes));
}

/* A payment needs a yes in so many words. */
static int
ask_first (Send *self)
{
  if (!self->remote.live || self->yes)
    return SEVEN_EXIT_OK;
  if (!isatty (STDIN_FILENO))
    return seven_command_misuse (
        "send", _ ("This sends a real SMS, and nobody is there to be asked. Say --yes to agree beforehand."));
  if (agrees (self))
    return SEVEN_EXIT_OK;

  g_printerr (_ ("Nothing was sent.\n"));

  return SEVEN_EXIT_NO;
}

/* (nullable): the reply named none. */
static const char *
get_message_id (const SevenOutcome *outcome)
{
  const SevenReply *reply = seven_outcome_get_reply (outcome);

  if (reply == NULL || seven_reply_get_n_messages (reply) == 0)
    return NULL;

  return seven_reply_get_message (reply, 0)->id;
}

static int
send_text (Send *self)
{
  g_autoptr (SevenRequest) request = NULL;
  g_autoptr (SevenExchange) answer = NULL;
  g_autoptr (SevenOutcome) outcome = NULL;
  g_autofree char *delivery = NULL;
  SevenConfig *config = seven_check_get_config (self->input.check);
  int status;

  request = seven_request_new_send (self->remote.key, seven_config_get_sender (config),
      seven_sms_text_get_text (self->sms), seven_phone_get_digits (self->phone));
  seven_remote_guard (&self->remote);
  answer = seven_remote_exchange (&self->remote, request, (guint) self->remote.timeout);
  outcome = seven_outcome_new (answer, seven_config_is_accepted (config));
  status = seven_state_get_exit_status (seven_outcome_get_state (outcome));
  if (!self->arguments.json)
    seven_output_outcome_text (outcome, self->sms);
  if (self->wait_delivery && seven_outcome_get_state (outcome) == SEVEN_STATE_ACCEPTED)
    status = seven_delivery_wait (&self->remote, get_message_id (outcome), self->arguments.json, &delivery);
  if (self->arguments.json)
    seven_output_outcome_json (outcome, self->sms, delivery);
  seven_remote_unguard (&self->remote);

  return status;
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
