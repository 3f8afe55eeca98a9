/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-gateway.h"

G_BEGIN_DECLS

/* Private to the HTTP gateway: an error of libsoup or GIO → SEVEN_GATEWAY_ERROR with words for people. @host: the host
 * as people know it; @tls_errors: the checks that its certificate failed. */
GError *seven_http_error_new (const GError *error, const char *host, GTlsCertificateFlags tls_errors);
/* The way to @host ends at the proxy. @error: (nullable): how; @proxy: (nullable): it was not even found; @status: what
 * it answered, 0: nothing. */
GError *
seven_http_error_new_for_proxy (const GError *error, const char *proxy, const char *host, guint status);

G_END_DECLS
