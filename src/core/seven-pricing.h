/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-answer.h"

G_BEGIN_DECLS

/**
 * SevenNetworkPrice:
 * @name: the network, as the gateway names it; "" where it does not
 * @price: of one part, in the account's currency (the call names none; EUR as a rule); NAN where not said
 * @alpha: whether its features name alphanumeric senders
 * @numeric: whether its features name numeric senders
 * @comment: (nullable): the gateway's own words
 *
 * What a part costs in one network.
 */
typedef struct
{
  char *name;
  double price;
  gboolean alpha;
  gboolean numeric;
  char *comment;
} SevenNetworkPrice;

/**
 * SevenPricing:
 *
 * What a part costs in one country. Immutable, reference counted (atomic).
 */
typedef struct _SevenPricing SevenPricing;

SevenPricing *seven_pricing_read (const SevenExchange *exchange, const char *country, GError **error);
SevenPricing *seven_pricing_ref (SevenPricing *self);
void seven_pricing_unref (SevenPricing *self);
const char *seven_pricing_get_country (const SevenPricing *self);
guint seven_pricing_get_n_networks (const SevenPricing *self);
const SevenNetworkPrice *seven_pricing_get_network (const SevenPricing *self, guint index);
double seven_pricing_get_lowest (const SevenPricing *self);
double seven_pricing_get_highest (const SevenPricing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenPricing, seven_pricing_unref)

G_END_DECLS
