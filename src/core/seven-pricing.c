/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-pricing.h"
#include "seven-answer-private.h"
#include "seven-country.h"
#include "seven-json-read.h"

#include <math.h>

#include <glib/gi18n-lib.h>

struct _SevenPricing
{
  char *country;
  GPtrArray *networks; /* of SevenNetworkPrice */
};

static void
network_free (gpointer data)
{
  SevenNetworkPrice *network = data;

  g_free (network->name);
  g_free (network->comment);
  g_free (network);
}

static void
pricing_clear (gpointer data)
{
  SevenPricing *self = data;

  g_free (self->country);
  g_ptr_array_unref (self->networks);
}

static SevenPricing *
pricing_new (const char *country)
{
  SevenPricing *self = g_atomic_rc_box_new0 (SevenPricing);

  self->country = g_ascii_strup (country, -1);
  self->networks = g_ptr_array_new_with_free_func (network_free);
  return self;
}

static gboolean
is_equal (const SevenJsonValue *value, const char *word)
{
  const char *string = value != NULL ? seven_json_value_get_string (value, NULL) : NULL;

  return string != NULL && g_ascii_strcasecmp (string, word) == 0;
}

static gboolean
has_feature (const SevenJsonValue *object, const char *feature)
{
  const SevenJsonValue *features = seven_json_value_lookup (object, "features");
  guint n = features != NULL ? seven_json_value_get_n_children (features) : 0;

  for (guint i = 0; i < n; i++) {
    if (is_equal (seven_json_value_get_child (features, i), feature))
      return TRUE;
  }
  return FALSE;
}

static SevenNetworkPrice *
network_new (const SevenJson *json, const SevenJsonValue *object)
{
  SevenNetworkPrice *network = g_new0 (SevenNetworkPrice, 1);
  double price = seven_json_read_number (object, "price");

  network->name = seven_json_read_text (json, object, "networkName");
  if (network->name == NULL)
    network->name = g_strdup ("");
  network->price = price >= 0 ? price : NAN;
  network->alpha = has_feature (object, "alpha");
  network->numeric = has_feature (object, "numeric");
  network->comment = seven_json_read_text (json, object, "comment");
  return network;
}

static void
read_country (SevenPricing *self, const SevenJson *json, const SevenJsonValue *object)
{
  const SevenJsonValue *networks = seven_json_value_lookup (object, "networks");
  guint n = networks != NULL ? seven_json_value_get_n_children (networks) : 0;

  for (guint i = 0; i < n; i++) {
    const SevenJsonValue *network = seven_json_value_get_child (networks, i);

    if (seven_json_value_get_kind (network) == SEVEN_JSON_OBJECT)
      g_ptr_array_add (self->networks, network_new (json, network));
  }
}

/* Whether there is a list of countries at all, be it an empty one. PHP writes an empty list as null now and then. */
static gboolean
read_countries (SevenPricing *self, const SevenJson *json)
{
  const SevenJsonValue *countries = seven_json_value_lookup (seven_json_get_root (json), "countries");

  if (countries == NULL ||
      (seven_json_value_get_kind (countries) != SEVEN_JSON_ARRAY &&
          seven_json_value_get_kind (countries) != SEVEN_JSON_NULL))
    return FALSE;
  for (guint i = 0; i < seven_json_value_get_n_children (countries); i++) {
    const SevenJsonValue *country = seven_json_value_get_child (countries, i);

    if (is_equal (seven_json_value_lookup (country, "countryCode"), self->country))
      read_country (self, json, country);
  }
  return TRUE;
}

/**
 * seven_pricing_read:
 * @exchange: the exchange of a pricing call
 * @country: ISO 3166-1 alpha-2 code of the country that was asked for, in either case
 * @error: return location for an error
 *
 * Reads what a part costs in the networks of a country. A reply may speak of several countries: the others are passed
 * over. Whatever a network says of itself may be missing or of another type.
 *
 * Errors: every one of #SevenAnswerError; %SEVEN_ANSWER_ERROR_NOTHING where the answer has no network of the country.
 *
 * Returns: (transfer full) (nullable): the prices, of one network at least, or %NULL
 */
SevenPricing *
seven_pricing_read (const SevenExchange *exchange, const char *country, GError **error)
{
  g_autoptr (SevenJson) json = NULL;
  g_autoptr (SevenPricing) self = NULL;
  const char *name;

  g_return_val_if_fail (exchange != NULL, NULL);
  g_return_val_if_fail (country != NULL, NULL);

  json = seven_answer_parse (exchange, error);
  if (json == NULL)
    return NULL;
  self = pricing_new (country);
  if (!read_countries (self, json)) {
    g_propagate_error (error, seven_answer_unreadable_new (exchange));
    return NULL;
  }
  name =
      seven_country_get_name (self->country) != NULL ? seven_country_get_name (self->country) : self->country;
  if (self->networks->len == 0) {
    g_set_error (error, SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_NOTHING,
        /* Translators: %s is the name of a country. */
        _ ("seven has no price for %s. Ask seven whether it sends there."), name);
    return NULL;
  }
  return g_steal_pointer (&self);
}

/**
 * seven_pricing_ref:
 * @self: prices
 *
 * Returns: (transfer full): @self
 */
SevenPricing *
seven_pricing_ref (SevenPricing *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * seven_pricing_unref:
 * @self: (transfer full): prices
 */
void
seven_pricing_unref (SevenPricing *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, pricing_clear);
}

/**
 * seven_pricing_get_country:
 * @self: prices
 *
 * Returns: the ISO 3166-1 alpha-2 code, in capitals
 */
const char *
seven_pricing_get_country (const SevenPricing *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->country;
}

/**
 * seven_pricing_get_n_networks:
 * @self: prices
 *
 * Returns: how many networks there are, one at least
 */
guint
seven_pricing_get_n_networks (const SevenPricing *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->networks->len;
}

/**
 * seven_pricing_get_network:
 * @self: prices
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): the network, in the gateway's order; %NULL past the last
 */
const SevenNetworkPrice *
seven_pricing_get_network (const SevenPricing *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->networks->len ? g_ptr_array_index (self->networks, index) : NULL;
}

/**
 * seven_pricing_get_lowest:
 * @self: prices
 *
 * Returns: the price of a part in the cheapest network, in the account's currency; NAN where no network says a price
 */
double
seven_pricing_get_lowest (const SevenPricing *self)
{
  double lowest = NAN;

  g_return_val_if_fail (self != NULL, NAN);

  for (guint i = 0; i < self->networks->len; i++)
    lowest = fmin (lowest, seven_pricing_get_network (self, i)->price);
  return lowest;
}

/**
 * seven_pricing_get_highest:
 * @self: prices
 *
 * Returns: the price of a part in the dearest network, in the account's currency; NAN where no network says a price
 */
double
seven_pricing_get_highest (const SevenPricing *self)
{
  double highest = NAN;

  g_return_val_if_fail (self != NULL, NAN);

  for (guint i = 0; i < self->networks->len; i++)
    highest = fmax (highest, seven_pricing_get_network (self, i)->price);
  return highest;
}
