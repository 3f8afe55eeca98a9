/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-price-list.h"

#include <string.h>

/* Good for a day; what could not be had is asked for again after a minute. */
#define GOOD ((gint64) 24 * 60 * 60 * G_USEC_PER_SEC)
#define RETRY ((gint64) 60 * G_USEC_PER_SEC)

typedef struct
{
  SevenPricing *pricing; /* (nullable): under way, or not to be had */
  gboolean asking;
  gint64 time; /* monotonic, microseconds */
} Price;

struct _SevenPriceList
{
  GObject parent_instance;

  GHashTable *prices; /* digest of gateway, key and country → Price */
};

G_DEFINE_FINAL_TYPE (SevenPriceList, seven_price_list, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A question that is under way. */
typedef struct
{
  SevenPriceList *list;
  char *digest;
  char *country;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->list);
  g_free (question->digest);
  g_free (question->country);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
price_free (Price *price)
{
  g_clear_pointer (&price->pricing, seven_pricing_unref);
  g_free (price);
}

static void
seven_price_list_finalize (GObject *object)
{
  g_clear_pointer (&SEVEN_PRICE_LIST (object)->prices, g_hash_table_unref);

  G_OBJECT_CLASS (seven_price_list_parent_class)->finalize (object);
}

static void
seven_price_list_class_init (SevenPriceListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = seven_price_list_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", SEVEN_TYPE_PRICE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
seven_price_list_init (SevenPriceList *self)
{
  self->prices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) price_free);
}

/**
 * seven_price_list_new:
 *
 * Returns: (transfer full): a list without a price
 */
SevenPriceList *
seven_price_list_new (void)
{
  return g_object_new (SEVEN_TYPE_PRICE_LIST, NULL);
}

/* The key has a say in the price, but does not have to lie about for that. */
static char *
make_digest (SevenGatewayChoice *gateway, const char *api_key, const char *country)
{
  g_autofree char *upper = g_ascii_strup (country, -1);
  g_autofree char *text = g_strjoin ("\n", seven_gateway_choice_get_id (gateway), upper, api_key, NULL);
  char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  memset (text, 0, strlen (text));

  return digest;
}

/**
 * seven_price_list_lookup:
 * @self: a list
 * @gateway: whose price
 * @api_key: (nullable): the key that a test would be sent with
 * @country: (nullable): ISO 3166-1 alpha-2, in either case
 *
 * Returns: (transfer none) (nullable): what a part costs there; %NULL: not known, or no longer
 */
SevenPricing *
seven_price_list_lookup (
    SevenPriceList *self, SevenGatewayChoice *gateway, const char *api_key, const char *country)
{
  g_autofree char *digest = NULL;
  const Price *price;

  g_return_val_if_fail (SEVEN_IS_PRICE_LIST (self), NULL);
  g_return_val_if_fail (SEVEN_IS_GATEWAY_CHOICE (gateway), NULL);

  if (api_key == NULL || country == NULL)
    return NULL;
  digest = make_digest (gateway, api_key, country);
  price = g_hash_table_lookup (self->prices, digest);

  return price != NULL && g_get_monotonic_time () - price->time < GOOD ? price->pricing : NULL;
}

/**
 * seven_price_list_is_missing:
 * @self: a list
 * @gateway: whose price
 * @api_key: (nullable): the key that a test would be sent with
 * @country: (nullable): ISO 3166-1 alpha-2, in either case
 *
 * Returns: whether the price is not known and nobody is asking for it: there is nothing to ask with, or it was asked
 *   for and could not be had
 */
gboolean
seven_price_list_is_missing (
    SevenPriceList *self, SevenGatewayChoice *gateway, const char *api_key, const char *country)
{
  g_autofree char *digest = NULL;
  const Price *price;

  g_return_val_if_fail (SEVEN_IS_PRICE_LIST (self), FALSE);
  g_return_val_if_fail (SEVEN_IS_GATEWAY_CHOICE (gateway), FALSE);

  if (api_key == NULL || country == NULL)
    return TRUE;
  digest = make_digest (gateway, api_key, country);
  price = g_hash_table_lookup (self->prices, digest);

  return price != NULL && !price->asking && price->pricing == NULL;
}

static void
exchanged_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (SevenExchange) exchange = seven_gateway_exchange_finish (SEVEN_GATEWAY (source_object), result);
  g_autoptr (GError) error = NULL;
  Price *price = g_hash_table_lookup (question->list->prices, question->digest);

  price->asking = FALSE;
  price->time = g_get_monotonic_time ();
  g_clear_pointer (&price->pricing, seven_pricing_unref);
  price->pricing = seven_pricing_read (exchange, question->country, &error);
  if (price->pricing == NULL)
    g_debug ("No price for %s: %s", question->country, error->message);
  g_signal_emit (question->list, signals[CHANGED], 0);
}

static gboolean
is_needed (const Price *price)
{
  gint64 age = g_get_monotonic_time () - price->time;

  return !price->asking && (price->time == 0 || age >= (price->pricing != NULL ? GOOD : RETRY));
}

static Price *
ensure_price (SevenPriceList *self, const char *digest)
{
  Price *price = g_hash_table_lookup (self->prices, digest);

  if (price == NULL) {
    price = g_new0 (Price, 1);
    g_hash_table_insert (self->prices, g_strdup (digest), price);
  }

  return price;
}

/**
 * seven_price_list_request:
 * @self: a list
 * @gateway: whom to ask
 * @api_key: the key that a test would be sent with
 * @country: ISO 3166-1 alpha-2, in either case
 *
 * Asks for the price of a part, unless it is known or was asked for just now. The call is free of charge and names the
 * country alone, no number.
 */
void
seven_price_list_request (
    SevenPriceList *self, SevenGatewayChoice *gateway, const char *api_key, const char *country)
{
  g_autoptr (SevenRequest) request = NULL;
  g_autofree char *digest = NULL;
  Question *question;
  Price *price;

  g_return_if_fail (SEVEN_IS_PRICE_LIST (self));
  g_return_if_fail (SEVEN_IS_GATEWAY_CHOICE (gateway));
  g_return_if_fail (api_key != NULL && country != NULL);

  digest = make_digest (gateway, api_key, country);
  price = ensure_price (self, digest);
  if (!is_needed (price))
    return;
  price->asking = TRUE;
  request = seven_request_new_pricing (api_key, country);
  question = g_new0 (Question, 1);
  question->list = g_object_ref (self);
  question->digest = g_steal_pointer (&digest);
  question->country = g_strdup (country);
  seven_gateway_exchange_async (
      seven_gateway_choice_get_gateway (gateway), request, NULL, exchanged_cb, question);
}
