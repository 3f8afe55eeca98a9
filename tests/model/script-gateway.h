/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-gateway.h"

#include <string.h>

/* A gateway that answers each request at once with the next line of its script, and with the last one from then on. A
 * line that is NULL is a connection that is lost; without a script nothing is answered until it is cancelled. */
#define SCRIPT_TYPE_GATEWAY (script_gateway_get_type ())
G_DECLARE_FINAL_TYPE (ScriptGateway, script_gateway, SCRIPT, GATEWAY, GObject)

struct _ScriptGateway
{
  GObject parent_instance;

  const char *const *script; /* (nullable) */
  guint n_lines;
  guint n_requests;
  char *last; /* (nullable): the last request as it is shown */
  char *last_auth; /* (nullable): and its key */
  GTask *waiting; /* (nullable) */
};

static inline void script_gateway_init_iface (SevenGatewayInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScriptGateway, script_gateway, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (SEVEN_TYPE_GATEWAY, script_gateway_init_iface))

static void
script_gateway_finalize (GObject *object)
{
  ScriptGateway *self = SCRIPT_GATEWAY (object);

  g_clear_object (&self->waiting);
  g_free (self->last);
  g_free (self->last_auth);
  G_OBJECT_CLASS (script_gateway_parent_class)->finalize (object);
}

static void
script_gateway_class_init (ScriptGatewayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = script_gateway_finalize;
}

static void
script_gateway_init (ScriptGateway *self)
{
}

static inline void
script_gateway_return (GTask *task, const char *request, const char *body, int code)
{
  g_autoptr (GBytes) reply = body != NULL ? g_bytes_new (body, strlen (body)) : NULL;
  g_autoptr (GError) error = NULL;

  if (body == NULL)
    error = g_error_new_literal (SEVEN_GATEWAY_ERROR, code, "The connection was lost.");
  g_task_return_pointer (task,
      seven_exchange_new (
          request, TRUE, body != NULL ? 200 : 0, body != NULL ? "HTTP/1.1 200 OK\n" : NULL, reply, 12, error),
      (GDestroyNotify) seven_exchange_unref);
}

static void
script_gateway_cancelled (GCancellable *cancellable, ScriptGateway *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->waiting);

  if (task != NULL)
    script_gateway_return (task, self->last, NULL, SEVEN_GATEWAY_ERROR_CANCELLED);
}

static void
script_gateway_exchange_async (SevenGateway *gateway, SevenRequest *request, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  ScriptGateway *self = SCRIPT_GATEWAY (gateway);
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  guint line = MIN (self->n_requests, self->n_lines > 0 ? self->n_lines - 1 : 0);

  self->n_requests++;
  g_clear_pointer (&self->last, g_free);
  g_clear_pointer (&self->last_auth, g_free);
  self->last = seven_request_dup_masked (request, "https://gateway.example");
  self->last_auth = g_strdup (seven_request_get_auth_value (request));
  if (self->script != NULL) {
    script_gateway_return (task, self->last, self->script[line], SEVEN_GATEWAY_ERROR_DROPPED);
    return;
  }
  g_assert_null (self->waiting);
  self->waiting = g_steal_pointer (&task);
  g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (script_gateway_cancelled), self, 0);
}

static SevenExchange *
script_gateway_exchange_finish (SevenGateway *gateway, GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static inline void
script_gateway_init_iface (SevenGatewayInterface *iface)
{
  iface->exchange_async = script_gateway_exchange_async;
  iface->exchange_finish = script_gateway_exchange_finish;
}

static inline void
script_gateway_play (ScriptGateway *self, const char *const *script, guint n_lines)
{
  self->script = script;
  self->n_lines = n_lines;
  self->n_requests = 0;
}
