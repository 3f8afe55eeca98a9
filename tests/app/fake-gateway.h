/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-exchange.h"
#include "seven-gateway.h"

#include <string.h>

/* A gateway that answers when the test says so, and what it says. */
#define TYPE_FAKE_GATEWAY (fake_gateway_get_type ())
G_DECLARE_FINAL_TYPE (FakeGateway, fake_gateway, FAKE, GATEWAY, GObject)

struct _FakeGateway
{
  GObject parent_instance;

  GTask *task; /* (nullable) of the request that waits */
  guint n_requests;
};

static void
return_exchange (FakeGateway *self, GBytes *reply, const GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  g_assert_nonnull (task);
  g_task_return_pointer (task,
      seven_exchange_new (g_task_get_task_data (task), TRUE, reply != NULL ? 200 : 0,
          reply != NULL ? "HTTP/1.1 200 OK\n" : NULL, reply, 412, error),
      (GDestroyNotify) seven_exchange_unref);
}

static void
cancelled_cb (GCancellable *cancellable, FakeGateway *self)
{
  g_autoptr (GError) error =
      g_error_new_literal (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_CANCELLED, "Stopped");

  if (self->task != NULL)
    return_exchange (self, NULL, error);
}

static void
fake_gateway_exchange_async (SevenGateway *gateway, SevenRequest *request, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  FakeGateway *self = FAKE_GATEWAY (gateway);

  g_assert_null (self->task);
  self->n_requests++;
  self->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_task_data (
      self->task, seven_request_dup_masked (request, "https://fake.invalid"), (GDestroyNotify) g_free);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (cancelled_cb), self, 0);
}

static SevenExchange *
fake_gateway_exchange_finish (SevenGateway *gateway, GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
fake_gateway_iface_init (SevenGatewayInterface *iface)
{
  iface->exchange_async = fake_gateway_exchange_async;
  iface->exchange_finish = fake_gateway_exchange_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeGateway, fake_gateway, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (SEVEN_TYPE_GATEWAY, fake_gateway_iface_init))

static void
fake_gateway_class_init (FakeGatewayClass *klass)
{
}

static void
fake_gateway_init (FakeGateway *self)
{
}

static inline void
fake_gateway_answer (FakeGateway *self, const char *body)
{
  g_autoptr (GBytes) reply = g_bytes_new (body, strlen (body));

  return_exchange (self, reply, NULL);
}
