/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-http-gateway.h"
#include "seven-http-exchange.h"

#include <glib/gi18n-lib.h>

struct _SevenHttpGateway
{
  GObject parent_instance;

  SoupSession *session;
  GTlsDatabase *tls_database; /* (nullable) */
  char *base_url;
  guint timeout;
};

static void seven_http_gateway_gateway_init (SevenGatewayInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SevenHttpGateway, seven_http_gateway, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (SEVEN_TYPE_GATEWAY, seven_http_gateway_gateway_init))

enum
{
  PROP_0,
  PROP_BASE_URL,
  PROP_TIMEOUT,
  PROP_TLS_DATABASE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);
  return g_ascii_strcasecmp (host, "localhost") == 0;
}

static gboolean
is_base_url (GUri *uri)
{
  return g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' && g_uri_get_userinfo (uri) == NULL &&
      g_uri_get_query (uri) == NULL && g_uri_get_fragment (uri) == NULL;
}

/* No key and no text travels to this computer by way of a proxy. */
static void
seven_http_gateway_constructed (GObject *object)
{
  SevenHttpGateway *self = SEVEN_HTTP_GATEWAY (object);
  g_autoptr (GUri) uri = NULL;

  G_OBJECT_CLASS (seven_http_gateway_parent_class)->constructed (object);

  /* Every limit on time is the exchange's own, so that it can say which one it was. */
  self->session = soup_session_new_with_options ("timeout", 0, "idle-timeout", 1, NULL);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_CONTENT_DECODER);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
  if (self->tls_database != NULL)
    soup_session_set_tls_database (self->session, self->tls_database);

  uri = self->base_url != NULL ? g_uri_parse (self->base_url, SOUP_HTTP_URI_FLAGS, NULL) : NULL;
  if (uri != NULL && g_uri_get_host (uri) != NULL && is_loopback (g_uri_get_host (uri)))
    soup_session_set_proxy_resolver (self->session, NULL);
}

static void
seven_http_gateway_finalize (GObject *object)
{
  SevenHttpGateway *self = SEVEN_HTTP_GATEWAY (object);

  g_clear_object (&self->session);
  g_clear_object (&self->tls_database);
  g_free (self->base_url);

  G_OBJECT_CLASS (seven_http_gateway_parent_class)->finalize (object);
}

static void
seven_http_gateway_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenHttpGateway *self = SEVEN_HTTP_GATEWAY (object);

  switch (property_id) {
  case PROP_BASE_URL:
    g_value_set_string (value, self->base_url);
    break;
  case PROP_TIMEOUT:
    g_value_set_uint (value, self->timeout);
    break;
  case PROP_TLS_DATABASE:
    g_value_set_object (value, self->tls_database);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_http_gateway_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenHttpGateway *self = SEVEN_HTTP_GATEWAY (object);

  switch (property_id) {
  case PROP_BASE_URL:
    self->base_url = g_value_dup_string (value);
    break;
  case PROP_TIMEOUT:
    self->timeout = g_value_get_uint (value);
    break;
  case PROP_TLS_DATABASE:
    self->tls_database = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_http_gateway_class_init (SevenHttpGatewayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = seven_http_gateway_constructed;
  object_class->finalize = seven_http_gateway_finalize;
  object_class->get_property = seven_http_gateway_get_property;
  object_class->set_property = seven_http_gateway_set_property;

  /**
   * SevenHttpGateway:base-url:
   *
   * Where the paths of seven's interface begin, as in `https://gateway.seven.io`.
   */
  properties[PROP_BASE_URL] = g_param_spec_string ("base-url", NULL, NULL, SEVEN_HTTP_GATEWAY_URL, flags);

  /**
   * SevenHttpGateway:timeout:
   *
   * Seconds that one exchange may take, from its start to the last byte of the reply.
   */
  properties[PROP_TIMEOUT] =
      g_param_spec_uint ("timeout", NULL, NULL, 1, G_MAXUINT / 1000, SEVEN_HTTP_GATEWAY_TIMEOUT, flags);

  /**
   * SevenHttpGateway:tls-database:
   *
   * The authorities that are trusted; %NULL: the system's.
   */
  properties[PROP_TLS_DATABASE] =
      g_param_spec_object ("tls-database", NULL, NULL, G_TYPE_TLS_DATABASE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
seven_http_gateway_init (SevenHttpGateway *self)
{
}

/* Whether an HTTP header can carry it: libsoup would write a line break as it is. */
static gboolean
check_key (SevenRequest *request, GError **error)
{
  const char *key = seven_request_get_auth_value (request);

  if (*key == '\0') {
    g_set_error_literal (
        error, SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_KEY, _ ("There is no API key. Enter it first."));
    return FALSE;
  }
  for (; *key != '\0'; key++) {
    if (!g_ascii_isprint (*key)) {
      g_set_error_literal (error, SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_KEY,
          _ ("The API key contains a line break or another character that cannot be sent. Copy it once more "
             "from "
             "the account at seven."));
      return FALSE;
    }
  }
  return TRUE;
}

static void
return_error (GTask *task, SevenHttpGateway *self, SevenRequest *request, const GError *error)
{
  g_autofree char *text = seven_request_dup_masked (request, self->base_url != NULL ? self->base_url : "");

  g_task_return_pointer (
      task, seven_exchange_new (text, FALSE, 0, NULL, NULL, 0, error), (GDestroyNotify) seven_exchange_unref);
}

static void
exchanged_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_pointer (task, seven_http_exchange_finish (SOUP_SESSION (object), result),
      (GDestroyNotify) seven_exchange_unref);
}

static void
seven_http_gateway_exchange_async (SevenGateway *gateway, SevenRequest *request, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  SevenHttpGateway *self = SEVEN_HTTP_GATEWAY (gateway);
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GError) error = NULL;

  g_task_set_source_tag (task, seven_http_gateway_exchange_async);
  if (!seven_http_gateway_check_url (self->base_url, &error) || !check_key (request, &error)) {
    return_error (task, self, request, error);
    return;
  }
  seven_http_exchange_async (self->session, self->base_url, self->timeout, request, cancellable, exchanged_cb,
      g_steal_pointer (&task));
}

static SevenExchange *
seven_http_gateway_exchange_finish (SevenGateway *gateway, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, gateway), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
seven_http_gateway_gateway_init (SevenGatewayInterface *iface)
{
  iface->exchange_async = seven_http_gateway_exchange_async;
  iface->exchange_finish = seven_http_gateway_exchange_finish;
}

/**
 * seven_http_gateway_new:
 * @base_url: where the paths begin; see seven_http_gateway_check_url()
 * @timeout: seconds for a whole exchange
 * @tls_database: (nullable): the authorities that are trusted; %NULL: the system's
 *
 * Makes a gateway. A wrong address shows in the first exchange.
 *
 * Returns: (transfer full): the gateway
 */
SevenHttpGateway *
seven_http_gateway_new (const char *base_url, guint timeout, GTlsDatabase *tls_database)
{
  return g_object_new (
      SEVEN_TYPE_HTTP_GATEWAY, "base-url", base_url, "timeout", timeout, "tls-database", tls_database, NULL);
}

/**
 * seven_http_gateway_check_url:
 * @base_url: (nullable): an address
 * @error: where to put an error
 *
 * Checks an address before anything goes there: it begins with https, or with http and names this very computer
 * (127.0.0.0/8, ::1, localhost), for a key that travels in clear text is everybody's. A user, a query and a fragment
 * have no place in it.
 *
 * Errors: %SEVEN_GATEWAY_ERROR_URL
 *
 * Returns: whether it can be used
 */
gboolean
seven_http_gateway_check_url (const char *base_url, GError **error)
{
  g_autoptr (GUri) uri = base_url != NULL ? g_uri_parse (base_url, SOUP_HTTP_URI_FLAGS, NULL) : NULL;

  if (uri == NULL || !is_base_url (uri)) {
    g_set_error (error, SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_URL,
        _ ("“%s” is not the address of a gateway. It has to look like “https://gateway.seven.io”."),
        base_url != NULL ? base_url : "");
    return FALSE;
  }
  if (g_str_equal (g_uri_get_scheme (uri), "https"))
    return TRUE;
  if (g_str_equal (g_uri_get_scheme (uri), "http") && is_loopback (g_uri_get_host (uri)))
    return TRUE;
  g_set_error (error, SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_URL,
      _ ("“%s” would carry the API key in clear text. Use https; plain http is for this computer alone."),
      base_url);
  return FALSE;
}
