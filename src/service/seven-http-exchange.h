/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-gateway.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* Private to the HTTP gateway: one request over @session, from start to end. @base_url has been checked; @timeout is in
 * seconds. Never fails. */
void seven_http_exchange_async (SoupSession *session, const char *base_url, guint timeout,
    SevenRequest *request, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
SevenExchange *seven_http_exchange_finish (SoupSession *session, GAsyncResult *result);

G_END_DECLS
