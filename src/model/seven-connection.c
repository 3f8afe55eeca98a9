/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-connection.h"

struct _SevenConnection
{
  GObject parent_instance;

  SevenDocument *document;
  SevenSession *session;
  SevenKeyCheck *check;
  SevenHostComparison *comparison;
  SevenKeyKeeper *keeper;
};

G_DEFINE_FINAL_TYPE (SevenConnection, seven_connection, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CHECK,
  PROP_COMPARISON,
  PROP_DOCUMENT,
  PROP_KEEPER,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
seven_connection_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenConnection *self = SEVEN_CONNECTION (object);

  switch (property_id) {
  case PROP_CHECK:
    g_value_set_object (value, self->check);
    break;
  case PROP_COMPARISON:
    g_value_set_object (value, self->comparison);
    break;
  case PROP_DOCUMENT:
    g_value_set_object (value, self->document);
    break;
  case PROP_KEEPER:
    g_value_set_object (value, self->keeper);
    break;
  case PROP_SESSION:
    g_value_set_object (value, self->session);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_connection_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenConnection *self = SEVEN_CONNECTION (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    self->document = g_value_dup_object (value);
    break;
  case PROP_SESSION:
    self->session = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_connection_constructed (GObject *object)
{
  SevenConnection *self = SEVEN_CONNECTION (object);

  G_OBJECT_CLASS (seven_connection_parent_class)->constructed (object);

  self->check = seven_key_check_new (self->document, self->session);
  self->comparison = seven_host_comparison_new (self->document, self->session);
  self->keeper = seven_key_keeper_new (self->document, seven_session_get_key_store (self->session));
}

static void
seven_connection_finalize (GObject *object)
{
  SevenConnection *self = SEVEN_CONNECTION (object);

  g_clear_object (&self->check);
  g_clear_object (&self->comparison);
  g_clear_object (&self->keeper);
  g_clear_object (&self->document);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (seven_connection_parent_class)->finalize (object);
}

static void
seven_connection_class_init (SevenConnectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags construct = flags | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY;

  object_class->constructed = seven_connection_constructed;
  object_class->finalize = seven_connection_finalize;
  object_class->get_property = seven_connection_get_property;
  object_class->set_property = seven_connection_set_property;

  props[PROP_CHECK] = g_param_spec_object ("check", NULL, NULL, SEVEN_TYPE_KEY_CHECK, flags);
  props[PROP_COMPARISON] = g_param_spec_object ("comparison", NULL, NULL, SEVEN_TYPE_HOST_COMPARISON, flags);
  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SEVEN_TYPE_DOCUMENT, construct);
  props[PROP_KEEPER] = g_param_spec_object ("keeper", NULL, NULL, SEVEN_TYPE_KEY_KEEPER, flags);
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEVEN_TYPE_SESSION, construct);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_connection_init (SevenConnection *self)
{
}

/**
 * seven_connection_new:
 * @document: a document
 * @session: what all windows share
 *
 * Returns: (transfer full): its connection
 */
SevenConnection *
seven_connection_new (SevenDocument *document, SevenSession *session)
{
  g_return_val_if_fail (SEVEN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (SEVEN_IS_SESSION (session), NULL);

  return g_object_new (SEVEN_TYPE_CONNECTION, "document", document, "session", session, NULL);
}

/**
 * seven_connection_get_document:
 * @self: a connection
 *
 * Returns: (transfer none): whose it is
 */
SevenDocument *
seven_connection_get_document (SevenConnection *self)
{
  g_return_val_if_fail (SEVEN_IS_CONNECTION (self), NULL);

  return self->document;
}

/**
 * seven_connection_get_check:
 * @self: a connection
 *
 * Returns: (transfer none): whether seven takes the key
 */
SevenKeyCheck *
seven_connection_get_check (SevenConnection *self)
{
  g_return_val_if_fail (SEVEN_IS_CONNECTION (self), NULL);

  return self->check;
}

/**
 * seven_connection_get_comparison:
 * @self: a connection
 *
 * Returns: (transfer none): what both of seven's hosts say of the key
 */
SevenHostComparison *
seven_connection_get_comparison (SevenConnection *self)
{
  g_return_val_if_fail (SEVEN_IS_CONNECTION (self), NULL);

  return self->comparison;
}

/**
 * seven_connection_get_keeper:
 * @self: a connection
 *
 * Returns: (transfer none): where the key lives
 */
SevenKeyKeeper *
seven_connection_get_keeper (SevenConnection *self)
{
  g_return_val_if_fail (SEVEN_IS_CONNECTION (self), NULL);

  return self->keeper;
}

/**
 * seven_connection_stop:
 * @self: a connection
 *
 * Gives up whatever is under way.
 */
void
seven_connection_stop (SevenConnection *self)
{
  g_return_if_fail (SEVEN_IS_CONNECTION (self));

  seven_key_check_stop (self->check);
  seven_host_comparison_stop (self->comparison);
  seven_key_keeper_cancel (self->keeper);
}
