/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-gateway.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* The host that every current example of seven's uses. */
#define SEVEN_HTTP_GATEWAY_URL "https://gateway.seven.io"
/* The one the published connector calls. */
#define SEVEN_HTTP_GATEWAY_OLD_URL "https://gateway.sms77.io"
/* Seconds for a whole exchange, and for getting a connection, unless said otherwise. */
#define SEVEN_HTTP_GATEWAY_TIMEOUT 20
#define SEVEN_HTTP_GATEWAY_CONNECT_TIMEOUT 10
/* Bytes of a reply that are read. */
#define SEVEN_HTTP_GATEWAY_MAX_REPLY (1024 * 1024)

/**
 * SevenHttpGateway:
 *
 * seven's HTTP interface over libsoup. No redirect is followed, no cookie kept, nothing cached, nothing repeated, and
 * TLS is always verified.
 */
#define SEVEN_TYPE_HTTP_GATEWAY (seven_http_gateway_get_type ())
G_DECLARE_FINAL_TYPE (SevenHttpGateway, seven_http_gateway, SEVEN, HTTP_GATEWAY, GObject)

SevenHttpGateway *seven_http_gateway_new (const char *base_url, guint timeout, GTlsDatabase *tls_database);
gboolean seven_http_gateway_check_url (const char *base_url, GError **error);

G_END_DECLS
