/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-exchange.h"
#include "seven-request.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SevenGateway:
 *
 * Whoever carries a request to seven, or to what stands in for it, and brings back what became of it.
 */
#define SEVEN_TYPE_GATEWAY (seven_gateway_get_type ())
G_DECLARE_INTERFACE (SevenGateway, seven_gateway, SEVEN, GATEWAY, GObject)

/**
 * SevenGatewayInterface:
 * @exchange_async: starts an exchange
 * @exchange_finish: gives its record
 */
struct _SevenGatewayInterface
{
  GTypeInterface parent_iface;

  void (*exchange_async) (SevenGateway *self, SevenRequest *request, GCancellable *cancellable,
      GAsyncReadyCallback callback, gpointer user_data);
  SevenExchange *(*exchange_finish) (SevenGateway *self, GAsyncResult *result);
};

void seven_gateway_exchange_async (SevenGateway *self, SevenRequest *request, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data);
SevenExchange *seven_gateway_exchange_finish (SevenGateway *self, GAsyncResult *result);

G_END_DECLS
