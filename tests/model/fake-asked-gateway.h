/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "model-test.h"

#include "seven-gateway-choice.h"
#include "seven-session.h"

#define KEY "example-key-not-real"
#define OTHER_KEY "another-key-not-real"
#define BALANCE "{\"amount\":44.631,\"currency\":\"EUR\"}"

/* A gateway that answers when the test says so, to what it was asked last. */
#define TYPE_ASKED_GATEWAY (asked_gateway_get_type ())
G_DECLARE_FINAL_TYPE (AskedGateway, asked_gateway, ASKED, GATEWAY, GObject)

struct _AskedGateway
{
  GObject parent_instance;

  GTask *task; /* (nullable) waits for its answer */
  SevenRequest *request; /* (nullable): the last one */
  guint n_requests;
  guint n_stopped;
};

static inline void
asked_gateway_return (AskedGateway *self, guint status, const char *body, const GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);
  g_autoptr (GBytes) reply = body != NULL ? g_bytes_new (body, strlen (body)) : NULL;

  g_assert_nonnull (task);
  g_task_return_pointer (task,
      seven_exchange_new (
          "GET /api/balance", TRUE, status, body != NULL ? "HTTP/1.1 200 OK\n" : NULL, reply, 12, error),
      (GDestroyNotify) seven_exchange_unref);
}

static inline void
asked_gateway_answer (AskedGateway *self, const char *body)
{
  asked_gateway_return (self, 200, body, NULL);
  settle ();
}

static inline void
asked_gateway_fail (AskedGateway *self, SevenGatewayError code, const char *message)
{
  g_autoptr (GError) error = g_error_new_literal (SEVEN_GATEWAY_ERROR, (int) code, message);

  asked_gateway_return (self, 0, NULL, error);
  settle ();
}

static void
asked_gateway_cancelled_cb (GCancellable *cancellable, AskedGateway *self)
{
  g_autoptr (GError) error =
      g_error_new_literal (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_CANCELLED, "It was stopped.");

  if (self->task == NULL)
    return;
  self->n_stopped++;
  asked_gateway_return (self, 0, NULL, error);
}

static void
asked_gateway_exchange_async (SevenGateway *gateway, SevenRequest *request, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  AskedGateway *self = ASKED_GATEWAY (gateway);

  g_assert_null (self->task);
  g_assert_nonnull (cancellable);
  self->n_requests++;
  self->task = g_task_new (self, NULL, callback, user_data);
  g_clear_pointer (&self->request, seven_request_unref);
  self->request = seven_request_ref (request);
  g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (asked_gateway_cancelled_cb), self, 0);
}

static SevenExchange *
asked_gateway_exchange_finish (SevenGateway *gateway, GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
asked_gateway_iface_init (SevenGatewayInterface *iface)
{
  iface->exchange_async = asked_gateway_exchange_async;
  iface->exchange_finish = asked_gateway_exchange_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AskedGateway, asked_gateway, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (SEVEN_TYPE_GATEWAY, asked_gateway_iface_init))

static void
asked_gateway_finalize (GObject *object)
{
  AskedGateway *self = ASKED_GATEWAY (object);

  g_clear_object (&self->task);
  g_clear_pointer (&self->request, seven_request_unref);
  G_OBJECT_CLASS (asked_gateway_parent_class)->finalize (object);
}

static void
asked_gateway_class_init (AskedGatewayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asked_gateway_finalize;
}

static void
asked_gateway_init (AskedGateway *self)
{
}

static inline AskedGateway *
append_asked_gateway (GListStore *gateways, const char *id, const char *base_url, gboolean live)
{
  AskedGateway *gateway = g_object_new (TYPE_ASKED_GATEWAY, NULL);
  g_autoptr (SevenGatewayChoice) choice = g_object_new (SEVEN_TYPE_GATEWAY_CHOICE, "id", id, "name", id,
      "live", live, "gateway", gateway, "base-url", base_url, NULL);

  g_list_store_append (gateways, choice);
  return gateway;
}

/* A document with a key, and the three gateways of the program. */
typedef struct
{
  SevenDocument *document;
  AskedGateway *sandbox;
  AskedGateway *seven;
  AskedGateway *old;
  GListStore *gateways;
  SevenSession *session;
} Asked;

static inline void
asked_set_up (Asked *self, const char *key)
{
  g_autofree char *text = g_strdup_printf ("{\"apiKey\": \"%s\", \"templates\": []}", key);

  self->document = seven_document_new ();
  seven_document_reset (self->document, text, strlen (text), NULL, NULL);
  self->gateways = g_list_store_new (SEVEN_TYPE_GATEWAY_CHOICE);
  self->sandbox = append_asked_gateway (self->gateways, "sandbox", "http://127.0.0.1:1/", FALSE);
  self->seven = append_asked_gateway (self->gateways, "seven", "https://gateway.seven.io/", TRUE);
  self->old = append_asked_gateway (self->gateways, "old", "https://gateway.sms77.io/", TRUE);
  self->session = seven_session_new (NULL, NULL, NULL, NULL, G_LIST_MODEL (self->gateways));
}

static inline void
asked_tear_down (Asked *self)
{
  g_assert_cmpuint (self->sandbox->n_requests, ==, 0);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->gateways);
  g_assert_finalize_object (self->sandbox);
  g_assert_finalize_object (self->seven);
  g_assert_finalize_object (self->old);
  g_assert_finalize_object (self->document);
}
