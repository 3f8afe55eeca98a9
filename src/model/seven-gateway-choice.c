/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-gateway-choice.h"

struct _SevenGatewayChoice
{
  GObject parent_instance;

  char *id;
  char *name;
  char *description;
  char *base_url; /* (nullable): the gateway's */
  gboolean live;
  SevenGateway *gateway;
};

G_DEFINE_FINAL_TYPE (SevenGatewayChoice, seven_gateway_choice, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_BASE_URL,
  PROP_DESCRIPTION,
  PROP_GATEWAY,
  PROP_ID,
  PROP_LIVE,
  PROP_NAME,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
seven_gateway_choice_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenGatewayChoice *self = SEVEN_GATEWAY_CHOICE (object);

  switch (property_id) {
  case PROP_BASE_URL:
    g_value_take_string (value, seven_gateway_choice_dup_base_url (self));
    break;
  case PROP_DESCRIPTION:
    g_value_set_string (value, self->description);
    break;
  case PROP_GATEWAY:
    g_value_set_object (value, self->gateway);
    break;
  case PROP_ID:
    g_value_set_string (value, self->id);
    break;
  case PROP_LIVE:
    g_value_set_boolean (value, self->live);
    break;
  case PROP_NAME:
    g_value_set_string (value, self->name);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_gateway_choice_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenGatewayChoice *self = SEVEN_GATEWAY_CHOICE (object);

  switch (property_id) {
  case PROP_BASE_URL:
    self->base_url = g_value_dup_string (value);
    break;
  case PROP_DESCRIPTION:
    self->description = g_value_dup_string (value);
    break;
  case PROP_GATEWAY:
    self->gateway = g_value_dup_object (value);
    break;
  case PROP_ID:
    self->id = g_value_dup_string (value);
    break;
  case PROP_LIVE:
    self->live = g_value_get_boolean (value);
    break;
  case PROP_NAME:
    self->name = g_value_dup_string (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_gateway_choice_finalize (GObject *object)
{
  SevenGatewayChoice *self = SEVEN_GATEWAY_CHOICE (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->description);
  g_free (self->base_url);
  g_clear_object (&self->gateway);

  G_OBJECT_CLASS (seven_gateway_choice_parent_class)->finalize (object);
}

static void
seven_gateway_choice_class_init (SevenGatewayChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = seven_gateway_choice_finalize;
  object_class->get_property = seven_gateway_choice_get_property;
  object_class->set_property = seven_gateway_choice_set_property;

  props[PROP_BASE_URL] = g_param_spec_string ("base-url", NULL, NULL, NULL, flags);
  props[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  props[PROP_GATEWAY] = g_param_spec_object ("gateway", NULL, NULL, SEVEN_TYPE_GATEWAY, flags);
  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  props[PROP_LIVE] = g_param_spec_boolean ("live", NULL, NULL, FALSE, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_gateway_choice_init (SevenGatewayChoice *self)
{
}

/**
 * seven_gateway_choice_new:
 * @id: "sandbox", "seven", "old": never translated
 * @name: translated
 * @description: translated: what choosing it means
 * @live: whether it sends real SMS for real money
 * @gateway: the gateway
 *
 * Returns: (transfer full): the choice
 */
SevenGatewayChoice *
seven_gateway_choice_new (
    const char *id, const char *name, const char *description, gboolean live, SevenGateway *gateway)
{
  g_return_val_if_fail (id != NULL && name != NULL, NULL);
  g_return_val_if_fail (SEVEN_IS_GATEWAY (gateway), NULL);

  return g_object_new (SEVEN_TYPE_GATEWAY_CHOICE, "id", id, "name", name, "description", description, "live",
      live, "gateway", gateway, NULL);
}

/**
 * seven_gateway_choice_get_id:
 * @self: a choice
 *
 * Returns: (transfer none): its name for programs
 */
const char *
seven_gateway_choice_get_id (SevenGatewayChoice *self)
{
  g_return_val_if_fail (SEVEN_IS_GATEWAY_CHOICE (self), NULL);

  return self->id;
}

/**
 * seven_gateway_choice_get_name:
 * @self: a choice
 *
 * Returns: (transfer none): its name for people
 */
const char *
seven_gateway_choice_get_name (SevenGatewayChoice *self)
{
  g_return_val_if_fail (SEVEN_IS_GATEWAY_CHOICE (self), NULL);

  return self->name;
}

/**
 * seven_gateway_choice_is_live:
 * @self: a choice
 *
 * Returns: whether it sends real SMS for real money
 */
gboolean
seven_gateway_choice_is_live (SevenGatewayChoice *self)
{
  g_return_val_if_fail (SEVEN_IS_GATEWAY_CHOICE (self), FALSE);

  return self->live;
}

/**
 * seven_gateway_choice_get_gateway:
 * @self: a choice
 *
 * Returns: (transfer none): the gateway
 */
SevenGateway *
seven_gateway_choice_get_gateway (SevenGatewayChoice *self)
{
  g_return_val_if_fail (SEVEN_IS_GATEWAY_CHOICE (self), NULL);

  return self->gateway;
}

static gboolean
has_base_url (SevenGateway *gateway)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (gateway), "base-url");

  return pspec != NULL && G_IS_PARAM_SPEC_STRING (pspec) && (pspec->flags & G_PARAM_READABLE) != 0;
}

/**
 * seven_gateway_choice_dup_base_url:
 * @self: a choice
 *
 * Returns: (transfer full): where it sends to; "" where that is not known (yet)
 */
char *
seven_gateway_choice_dup_base_url (SevenGatewayChoice *self)
{
  char *url = NULL;

  g_return_val_if_fail (SEVEN_IS_GATEWAY_CHOICE (self), NULL);

  if (self->base_url != NULL)
    return g_strdup (self->base_url);
  if (has_base_url (self->gateway))
    g_object_get (self->gateway, "base-url", &url, NULL);

  return url != NULL ? url : g_strdup ("");
}

/**
 * seven_gateway_choice_dup_host:
 * @self: a choice
 *
 * Returns: (transfer full): the name of the computer it sends to, as in "gateway.seven.io"; its own name where that is
 *   not known (yet)
 */
char *
seven_gateway_choice_dup_host (SevenGatewayChoice *self)
{
  g_autofree char *url = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (SEVEN_IS_GATEWAY_CHOICE (self), NULL);

  url = seven_gateway_choice_dup_base_url (self);
  uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);

  return g_strdup (uri != NULL && g_uri_get_host (uri) != NULL ? g_uri_get_host (uri) : self->name);
}
