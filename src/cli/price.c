/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-command.h"

#include "seven-cost.h"
#include "seven-country.h"
#include "seven-output.h"
#include "seven-remote.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  SevenArguments arguments;
  SevenRemote remote;
  char *country; /* ISO 3166-1 alpha-2, in capitals */
} Price;

static void
price_clear (Price *self)
{
  seven_arguments_clear (&self->arguments);
  seven_remote_clear (&self->remote);
  g_clear_pointer (&self->country, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Price, price_clear)

static int
parse_arguments (Price *self, int argc, char **argv)
{
  const char *country;
  const GOptionEntry entries[] = {
    SEVEN_REMOTE_GATEWAY (&self->remote, N_ ("seven (the default), old, sandbox, or the URL of another")),
    SEVEN_REMOTE_KEY_FILE (&self->remote),
    SEVEN_REMOTE_TIMEOUT (&self->remote),
    { NULL },
  };

  seven_remote_init (&self->remote, "price");
  if (!seven_arguments_parse (&self->arguments, "price", entries, TRUE, argc, argv))
    return SEVEN_EXIT_USAGE;
  country = seven_arguments_get_only (&self->arguments, "price", _ ("country"));
  if (country == NULL)
    return SEVEN_EXIT_USAGE;
  self->country = g_ascii_strup (country, -1);
  if (seven_country_get_name (self->country) == NULL)
    return seven_command_misuse (
        "price", _ ("“%s” is no country. Give its code of two letters, such as DE or GB."), country);

  return seven_remote_choose (&self->remote, "seven");
}

static int
find_key (Price *self)
{
  return seven_remote_find_key (&self->remote, NULL, NULL);
}

static void
add_network (JsonBuilder *builder, const SevenNetworkPrice *network)
{
  json_builder_begin_object (builder);
  seven_output_add_string (builder, "name", network->name);
  seven_output_add_number (builder, "price", network->price);
  json_builder_set_member_name (builder, "alpha");
  json_builder_add_boolean_value (builder, network->alpha);
  json_builder_set_member_name (builder, "numeric");
  json_builder_add_boolean_value (builder, network->numeric);
  json_builder_end_object (builder);
}

static void
print_json (
    const Price *self, const SevenExchange *exchange, const SevenPricing *pricing, const GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n_networks = pricing != NULL ? seven_pricing_get_n_networks (pricing) : 0;

  json_builder_begin_object (builder);
  seven_output_add_string (builder, "country", self->country);
  seven_output_add_string (builder, "country_name", seven_country_get_name (self->country));
  seven_output_add_number (
      builder, "lowest", pricing != NULL ? seven_pricing_get_lowest (pricing) : (double) NAN);
  seven_output_add_number (
      builder, "highest", pricing != NULL ? seven_pricing_get_highest (pricing) : (double) NAN);
  json_builder_set_member_name (builder, "networks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_networks; i++)
    add_network (builder, seven_pricing_get_network (pricing, i));
  json_builder_end_array (builder);
  seven_output_add_code (builder, "code", seven_answer_get_code (exchange));
  seven_output_add_string (builder, "error", error != NULL ? error->message : NULL);
  json_builder_end_object (builder);
  seven_output_json (builder);
}

static const char *
get_senders (const SevenNetworkPrice *network)
{
  if (network->alpha && network->numeric)
    return _ ("alphanumeric, numeric");
  if (network->alpha)
    return _ ("alphanumeric");
  return network->numeric ? _ ("numeric") : "—";
}

/* In cells, as a terminal counts them, so that columns stand below each other. */
static int
get_width (const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);

    width += g_unichar_iszerowidth (character) ? 0 : g_unichar_iswide (character) ? 2 : 1;
  }

  return width;
}

static char *
dup_price (const SevenNetworkPrice *network)
{
  return isnan (network->price) ? g_strdup ("—") : seven_cost_dup_amount (network->price);
}

/* One row of the table. @width: of the first column. */
static void
print_row (int width, const char *name, const char *price, const char *senders)
{
  seven_output_line ("%s%*s  %*s%s  %s", name, width - get_width (name), "",
      MAX (get_width (_ ("Price per part")) - get_width (price), 0), "", price, senders);
}

static const char *
get_shown_name (const SevenNetworkPrice *network)
{
  return *network->name != '\0' ? network->name : "—";
}

static void
print_text (const SevenPricing *pricing)
{
  guint n_networks = seven_pricing_get_n_networks (pricing);
  const char *country = seven_pricing_get_country (pricing);
  int width = get_width (_ ("Network"));

  for (guint i = 0; i < n_networks; i++)
    width = MAX (width, get_width (get_shown_name (seven_pricing_get_network (pricing, i))));

  seven_output_line ("%s (%s)", seven_country_get_name (country), country);
  print_row (width, _ ("Network"), _ ("Price per part"), _ ("Senders"));
  for (guint i = 0; i < n_networks; i++) {
    const SevenNetworkPrice *network = seven_pricing_get_network (pricing, i);
    g_autofree char *price = dup_price (network);

    print_row (width, get_shown_name (network), price, get_senders (network));
  }
  seven_output_line (_ ("Prices are in the currency of the account, EUR as a rule."));
}

static int
ask (Price *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SevenRequest) request = seven_request_new_pricing (self->remote.key, self->country);
  g_autoptr (SevenExchange) exchange =
      seven_remote_exchange (&self->remote, request, (guint) self->remote.timeout);
  g_autoptr (SevenPricing) pricing = seven_pricing_read (exchange, self->country, &error);

  if (self->arguments.json)
    print_json (self, exchange, pricing, error);
  else if (pricing != NULL)
    print_text (pricing);
  else
    seven_output_line ("%s", error->message);

  return seven_remote_get_exit_status (error);
}

int
seven_command_price (int argc, char **argv)
{
  g_auto (Price) price = { 0 };
  int (*const steps[]) (Price *) = { find_key, ask };
  int status = parse_arguments (&price, argc, argv);

  for (gsize i = 0; status == SEVEN_EXIT_OK && i < G_N_ELEMENTS (steps); i++)
    status = steps[i](&price);

  return status;
}
