/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-gateway-choice.h"
#include "seven-pricing.h"

G_BEGIN_DECLS

/**
 * SevenPriceList:
 *
 * What a part costs in the countries that were asked for. A price is good for a day, in memory only, and for the key
 * that it was asked with.
 *
 * Signal: changed (): a price came, or could not be had.
 */
#define SEVEN_TYPE_PRICE_LIST (seven_price_list_get_type ())
G_DECLARE_FINAL_TYPE (SevenPriceList, seven_price_list, SEVEN, PRICE_LIST, GObject)

SevenPriceList *seven_price_list_new (void);
SevenPricing *seven_price_list_lookup (
    SevenPriceList *self, SevenGatewayChoice *gateway, const char *api_key, const char *country);
gboolean seven_price_list_is_missing (
    SevenPriceList *self, SevenGatewayChoice *gateway, const char *api_key, const char *country);
void seven_price_list_request (
    SevenPriceList *self, SevenGatewayChoice *gateway, const char *api_key, const char *country);

G_END_DECLS
