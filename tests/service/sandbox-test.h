/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "peer.h"
#include "seven-json.h"
#include "seven-outcome.h"
#include "seven-sandbox.h"

#include <libsoup/soup.h>
#include <math.h>
#include <string.h>

/* What the tests of the sandbox share. */

static inline SevenExchange *
send_to (SevenGateway *gateway, const char *sender, const char *text, const char *recipient)
{
  g_autoptr (SevenRequest) request = seven_request_new_send ("real key", sender, text, recipient);

  return run_exchange (gateway, request, NULL);
}

static inline SevenOutcome *
outcome_of (SevenGateway *gateway, const char *sender, const char *text, const char *recipient)
{
  g_autoptr (SevenExchange) exchange = send_to (gateway, sender, text, recipient);

  return seven_outcome_new (exchange, TRUE);
}

static inline SevenJson *
parse (SevenExchange *exchange)
{
  GBytes *reply = seven_exchange_get_reply (exchange);
  gsize length = 0;
  const char *text;
  SevenJson *json;

  g_assert_nonnull (reply);
  text = g_bytes_get_data (reply, &length);
  json = seven_json_parse (text, (gssize) length, NULL, NULL);
  g_assert_nonnull (json);
  return json;
}

static inline const char *
read_string (SevenJson *json, const char *pointer)
{
  const SevenJsonValue *value = seven_json_lookup_pointer (json, pointer);

  return value != NULL ? seven_json_value_get_string (value, NULL) : NULL;
}

static inline double
read_number (SevenJson *json, const char *pointer)
{
  const SevenJsonValue *value = seven_json_lookup_pointer (json, pointer);

  if (value == NULL || seven_json_value_get_kind (value) != SEVEN_JSON_NUMBER)
    return NAN;
  return seven_json_value_get_number (value);
}

static inline void
asked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GBytes **reply = user_data;
  g_autoptr (GError) error = NULL;

  *reply = soup_session_send_and_read_finish (SOUP_SESSION (object), result, &error);
  g_assert_no_error (error);
}

/* A request that our own client would not make: accept, form, key: (nullable). */
static inline char *
ask (SevenSandbox *sandbox, const char *method, const char *path, const char *key, const char *accept,
    const char *form, guint *status)
{
  g_autofree char *url = g_strconcat (seven_sandbox_get_url (sandbox), path, NULL);
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (SoupMessage) message = soup_message_new (method, url);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  g_autoptr (GBytes) body = form != NULL ? g_bytes_new (form, strlen (form)) : NULL;
  g_autoptr (GBytes) reply = NULL;

  if (key != NULL)
    soup_message_headers_replace (headers, "X-Api-Key", key);
  if (accept != NULL)
    soup_message_headers_replace (headers, "Accept", accept);
  if (body != NULL)
    soup_message_set_request_body_from_bytes (message, "application/x-www-form-urlencoded", body);
  soup_session_send_and_read_async (session, message, G_PRIORITY_DEFAULT, NULL, asked_cb, &reply);
  while (reply == NULL)
    g_main_context_iteration (NULL, TRUE);
  *status = soup_message_get_status (message);
  return g_strndup (g_bytes_get_data (reply, NULL), g_bytes_get_size (reply));
}
