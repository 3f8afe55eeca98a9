/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-gateway.h"

G_DEFINE_INTERFACE (SevenGateway, seven_gateway, G_TYPE_OBJECT)

static void
seven_gateway_default_init (SevenGatewayInterface *iface)
{
}

/**
 * seven_gateway_exchange_async:
 * @self: a gateway
 * @request: what to ask
 * @cancellable: (nullable): stops the waiting
 * @callback: called in the caller's main context when the exchange is over
 * @user_data: for @callback
 *
 * Makes one request, which is never repeated. It never fails: the exchange says what happened, and also whether the
 * SMS may have left when it went wrong.
 */
void
seven_gateway_exchange_async (SevenGateway *self, SevenRequest *request, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SEVEN_IS_GATEWAY (self));
  g_return_if_fail (request != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  SEVEN_GATEWAY_GET_IFACE (self)->exchange_async (self, request, cancellable, callback, user_data);
}

/**
 * seven_gateway_exchange_finish:
 * @self: a gateway
 * @result: what the callback was given
 *
 * Ends what seven_gateway_exchange_async() began.
 *
 * Returns: (transfer full): the exchange
 */
SevenExchange *
seven_gateway_exchange_finish (SevenGateway *self, GAsyncResult *result)
{
  g_return_val_if_fail (SEVEN_IS_GATEWAY (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);

  return SEVEN_GATEWAY_GET_IFACE (self)->exchange_finish (self, result);
}
