/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-gateway.h"

#include <string.h>

/* A gateway that answers when the test says so. */
#define FAKE_TYPE_GATEWAY (fake_gateway_get_type ())
G_DECLARE_FINAL_TYPE (FakeGateway, fake_gateway, FAKE, GATEWAY, GObject)

struct _FakeGateway
{
  GObject parent_instance;

  SevenRequest *request; /* (nullable): the last one */
  GTask *task; /* (nullable): waits for its answer */
  guint n_requests;
  gboolean body_left;
  guint n_price_requests;
  const char *prices; /* (nullable): what it says to those; NULL: it refuses */
};

static void gateway_init (SevenGatewayInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
    FakeGateway, fake_gateway, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (SEVEN_TYPE_GATEWAY, gateway_init))

static void
fake_gateway_finalize (GObject *object)
{
  FakeGateway *self = FAKE_GATEWAY (object);

  g_clear_pointer (&self->request, seven_request_unref);
  g_clear_object (&self->task);
  G_OBJECT_CLASS (fake_gateway_parent_class)->finalize (object);
}

static void
fake_gateway_class_init (FakeGatewayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_gateway_finalize;
}

static void
fake_gateway_init (FakeGateway *self)
{
}

static inline void
answer (FakeGateway *self, guint status, const char *body, const GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);
  g_autofree char *request = seven_request_dup_masked (self->request, "https://gateway.example");
  g_autoptr (GBytes) reply = body != NULL ? g_bytes_new (body, strlen (body)) : NULL;

  g_assert_nonnull (task);
  g_task_return_pointer (task,
      seven_exchange_new (request, self->body_left || body != NULL, status,
          body != NULL ? "HTTP/1.1 200 OK\nServer: fake\n" : NULL, reply, 412, error),
      (GDestroyNotify) seven_exchange_unref);
}

/* As most do: with a whole reply. */
static inline void
fake_gateway_answer (FakeGateway *self, const char *body)
{
  answer (self, 200, body, NULL);
}

static gboolean
cancelled_cb (gpointer user_data)
{
  FakeGateway *self = user_data;
  g_autoptr (GError) error =
      g_error_new_literal (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_CANCELLED, "The test was stopped.");

  answer (self, 0, NULL, error);

  return G_SOURCE_REMOVE;
}

static void
stop_cb (GCancellable *cancellable, FakeGateway *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, cancelled_cb, g_object_ref (self), g_object_unref);
}

/* What only asks is answered at once: prices, and reports, of which there are none. */
static void
answer_question (FakeGateway *self, SevenRequest *request, GTask *task)
{
  gboolean is_price = g_str_has_prefix (seven_request_get_path (request), "/api/pricing");
  const char *prices = self->prices != NULL ? self->prices : "900";
  const char *body = is_price ? prices : "[]";
  g_autofree char *text = seven_request_dup_masked (request, "https://gateway.example");
  g_autoptr (GBytes) reply = g_bytes_new (body, strlen (body));

  self->n_price_requests += is_price ? 1 : 0;
  g_task_return_pointer (task, seven_exchange_new (text, TRUE, 200, "HTTP/1.1 200 OK\n", reply, 10, NULL),
      (GDestroyNotify) seven_exchange_unref);
}

static void
exchange_async (SevenGateway *gateway, SevenRequest *request, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  FakeGateway *self = FAKE_GATEWAY (gateway);

  if (g_str_equal (seven_request_get_method (request), "GET")) {
    g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

    answer_question (self, request, task);
    return;
  }
  g_assert_null (self->task);
  g_assert_nonnull (cancellable);
  self->task = g_task_new (self, NULL, callback, user_data);
  g_clear_pointer (&self->request, seven_request_unref);
  self->request = seven_request_ref (request);
  self->n_requests++;
  g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (stop_cb), self, 0);
}

static SevenExchange *
exchange_finish (SevenGateway *gateway, GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
gateway_init (SevenGatewayInterface *iface)
{
  iface->exchange_async = exchange_async;
  iface->exchange_finish = exchange_finish;
}
