/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-sandbox-gateway.h"
#include "seven-http-gateway.h"
#include "seven-sandbox.h"

#include <glib/gi18n-lib.h>

struct _SevenSandboxGateway
{
  GObject parent_instance;

  SevenSandbox *sandbox; /* (nullable) before the first exchange */
  SevenGateway *http; /* (nullable) the same */
  char *key; /* the sandbox is given it instead of the real one */
  guint timeout;
};

static void seven_sandbox_gateway_gateway_init (SevenGatewayInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SevenSandboxGateway, seven_sandbox_gateway, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (SEVEN_TYPE_GATEWAY, seven_sandbox_gateway_gateway_init))

enum
{
  PROP_0,
  PROP_TIMEOUT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
seven_sandbox_gateway_dispose (GObject *object)
{
  SevenSandboxGateway *self = SEVEN_SANDBOX_GATEWAY (object);

  if (self->sandbox != NULL)
    seven_sandbox_stop (self->sandbox);
  g_clear_object (&self->http);
  g_clear_object (&self->sandbox);

  G_OBJECT_CLASS (seven_sandbox_gateway_parent_class)->dispose (object);
}

static void
seven_sandbox_gateway_finalize (GObject *object)
{
  SevenSandboxGateway *self = SEVEN_SANDBOX_GATEWAY (object);

  g_free (self->key);

  G_OBJECT_CLASS (seven_sandbox_gateway_parent_class)->finalize (object);
}

static void
seven_sandbox_gateway_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenSandboxGateway *self = SEVEN_SANDBOX_GATEWAY (object);

  switch (property_id) {
  case PROP_TIMEOUT:
    g_value_set_uint (value, self->timeout);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_sandbox_gateway_set_property (
    GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenSandboxGateway *self = SEVEN_SANDBOX_GATEWAY (object);

  switch (property_id) {
  case PROP_TIMEOUT:
    self->timeout = g_value_get_uint (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_sandbox_gateway_class_init (SevenSandboxGatewayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = seven_sandbox_gateway_dispose;
  object_class->finalize = seven_sandbox_gateway_finalize;
  object_class->get_property = seven_sandbox_gateway_get_property;
  object_class->set_property = seven_sandbox_gateway_set_property;

  /**
   * SevenSandboxGateway:timeout:
   *
   * Seconds that one exchange may take.
   */
  properties[PROP_TIMEOUT] = g_param_spec_uint ("timeout", NULL, NULL, 1, G_MAXUINT / 1000,
      SEVEN_HTTP_GATEWAY_TIMEOUT, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
seven_sandbox_gateway_init (SevenSandboxGateway *self)
{
  self->key = g_uuid_string_random ();
}

static gboolean
ensure_sandbox (SevenSandboxGateway *self, GError **error)
{
  g_autoptr (SevenSandbox) sandbox = NULL;
  g_autoptr (GError) local_error = NULL;

  if (self->sandbox != NULL)
    return TRUE;
  sandbox = seven_sandbox_new_private (self->key);
  if (!seven_sandbox_listen (sandbox, 0, &local_error)) {
    g_set_error (error, SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_SANDBOX,
        _ ("The sandbox could not be started: %s"), local_error->message);
    return FALSE;
  }
  self->http = SEVEN_GATEWAY (seven_http_gateway_new (seven_sandbox_get_url (sandbox), self->timeout, NULL));
  self->sandbox = g_steal_pointer (&sandbox);
  return TRUE;
}

static void
exchanged_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_pointer (task, seven_gateway_exchange_finish (SEVEN_GATEWAY (object), result),
      (GDestroyNotify) seven_exchange_unref);
}

static void
seven_sandbox_gateway_exchange_async (SevenGateway *gateway, SevenRequest *request, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  SevenSandboxGateway *self = SEVEN_SANDBOX_GATEWAY (gateway);
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (SevenRequest) harmless = seven_request_with_api_key (request, self->key);
  g_autoptr (GError) error = NULL;

  g_task_set_source_tag (task, seven_sandbox_gateway_exchange_async);
  if (!ensure_sandbox (self, &error)) {
    g_autofree char *text = seven_request_dup_masked (harmless, "http://127.0.0.1");

    g_task_return_pointer (task, seven_exchange_new (text, FALSE, 0, NULL, NULL, 0, error),
        (GDestroyNotify) seven_exchange_unref);
    return;
  }
  seven_gateway_exchange_async (self->http, harmless, cancellable, exchanged_cb, g_steal_pointer (&task));
}

static SevenExchange *
seven_sandbox_gateway_exchange_finish (SevenGateway *gateway, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, gateway), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
seven_sandbox_gateway_gateway_init (SevenGatewayInterface *iface)
{
  iface->exchange_async = seven_sandbox_gateway_exchange_async;
  iface->exchange_finish = seven_sandbox_gateway_exchange_finish;
}

/**
 * seven_sandbox_gateway_new:
 * @timeout: seconds for a whole exchange
 *
 * Makes a gateway to a sandbox of its own. Where that cannot be started, the exchange says so with
 * %SEVEN_GATEWAY_ERROR_SANDBOX.
 *
 * Returns: (transfer full): the gateway
 */
SevenSandboxGateway *
seven_sandbox_gateway_new (guint timeout)
{
  return g_object_new (SEVEN_TYPE_SANDBOX_GATEWAY, "timeout", timeout, NULL);
}
