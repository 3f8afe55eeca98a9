/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEVEN_GATEWAY_ERROR (seven_gateway_error_quark ())
GQuark seven_gateway_error_quark (void);

/**
 * SevenGatewayError:
 * @SEVEN_GATEWAY_ERROR_KEY: there is no key, or one that no HTTP header can carry; nothing was sent
 * @SEVEN_GATEWAY_ERROR_URL: the address is neither https nor loopback; nothing was sent
 * @SEVEN_GATEWAY_ERROR_NAME: the host's name was not found
 * @SEVEN_GATEWAY_ERROR_REFUSED: the host refused the connection
 * @SEVEN_GATEWAY_ERROR_UNREACHABLE: there is no way to the host
 * @SEVEN_GATEWAY_ERROR_PROXY: the proxy did not do its part
 * @SEVEN_GATEWAY_ERROR_TLS: the certificate was not accepted, or the handshake failed
 * @SEVEN_GATEWAY_ERROR_TIMED_OUT: the time was over
 * @SEVEN_GATEWAY_ERROR_DROPPED: the connection was lost
 * @SEVEN_GATEWAY_ERROR_TOO_LARGE: the reply is larger than 1 MiB; what came until then is kept
 * @SEVEN_GATEWAY_ERROR_CANCELLED: the caller has stopped it
 * @SEVEN_GATEWAY_ERROR_SANDBOX: the sandbox could not be started
 * @SEVEN_GATEWAY_ERROR_FAILED: anything else
 *
 * What can go wrong with an exchange. The messages are translated and name the host and what to do.
 */
typedef enum
{
  SEVEN_GATEWAY_ERROR_KEY,
  SEVEN_GATEWAY_ERROR_URL,
  SEVEN_GATEWAY_ERROR_NAME,
  SEVEN_GATEWAY_ERROR_REFUSED,
  SEVEN_GATEWAY_ERROR_UNREACHABLE,
  SEVEN_GATEWAY_ERROR_PROXY,
  SEVEN_GATEWAY_ERROR_TLS,
  SEVEN_GATEWAY_ERROR_TIMED_OUT,
  SEVEN_GATEWAY_ERROR_DROPPED,
  SEVEN_GATEWAY_ERROR_TOO_LARGE,
  SEVEN_GATEWAY_ERROR_CANCELLED,
  SEVEN_GATEWAY_ERROR_SANDBOX,
  SEVEN_GATEWAY_ERROR_FAILED,
} SevenGatewayError;

/**
 * SevenExchange:
 *
 * One request and what became of it: always whole, also when it went wrong. Immutable, reference counted (atomic).
 */
typedef struct _SevenExchange SevenExchange;

SevenExchange *seven_exchange_new (const char *request_text, gboolean body_left, guint http_status,
    const char *reply_head, GBytes *reply, guint elapsed_ms, const GError *error);
SevenExchange *seven_exchange_ref (SevenExchange *self);
void seven_exchange_unref (SevenExchange *self);

const char *seven_exchange_get_request_text (const SevenExchange *self);
gboolean seven_exchange_get_body_left (const SevenExchange *self);
guint seven_exchange_get_http_status (const SevenExchange *self);
const char *seven_exchange_get_reply_head (const SevenExchange *self);
GBytes *seven_exchange_get_reply (const SevenExchange *self);
char *seven_exchange_dup_reply_text (const SevenExchange *self);
gboolean seven_exchange_is_packed (const SevenExchange *self);
guint seven_exchange_get_elapsed_ms (const SevenExchange *self);
const GError *seven_exchange_get_error (const SevenExchange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenExchange, seven_exchange_unref)

G_END_DECLS
