/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-session.h"

struct _SevenSession
{
  GObject parent_instance;

  SevenTextStore *text_store; /* (nullable) */
  SevenStateStore *state_store; /* (nullable) */
  SevenKeyStore *key_store; /* (nullable) */
  SevenHistoryStore *history_store; /* (nullable) */
  GListModel *gateways;
  SevenHistory *history;
  SevenPriceList *prices;
  SevenRecentSends *recent_sends;
};

G_DEFINE_FINAL_TYPE (SevenSession, seven_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_GATEWAYS,
  PROP_HISTORY,
  PROP_HISTORY_STORE,
  PROP_KEY_STORE,
  PROP_PRICES,
  PROP_RECENT_SENDS,
  PROP_STATE_STORE,
  PROP_TEXT_STORE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
seven_session_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenSession *self = SEVEN_SESSION (object);

  switch (property_id) {
  case PROP_GATEWAYS:
    g_value_set_object (value, self->gateways);
    break;
  case PROP_HISTORY:
    g_value_set_object (value, self->history);
    break;
  case PROP_HISTORY_STORE:
    g_value_set_object (value, self->history_store);
    break;
  case PROP_KEY_STORE:
    g_value_set_object (value, self->key_store);
    break;
  case PROP_PRICES:
    g_value_set_object (value, self->prices);
    break;
  case PROP_RECENT_SENDS:
    g_value_set_object (value, self->recent_sends);
    break;
  case PROP_STATE_STORE:
    g_value_set_object (value, self->state_store);
    break;
  case PROP_TEXT_STORE:
    g_value_set_object (value, self->text_store);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_session_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenSession *self = SEVEN_SESSION (object);

  switch (property_id) {
  case PROP_GATEWAYS:
    self->gateways = g_value_dup_object (value);
    break;
  case PROP_HISTORY_STORE:
    self->history_store = g_value_dup_object (value);
    break;
  case PROP_KEY_STORE:
    self->key_store = g_value_dup_object (value);
    break;
  case PROP_STATE_STORE:
    self->state_store = g_value_dup_object (value);
    break;
  case PROP_TEXT_STORE:
    self->text_store = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_session_constructed (GObject *object)
{
  SevenSession *self = SEVEN_SESSION (object);

  G_OBJECT_CLASS (seven_session_parent_class)->constructed (object);

  self->history = seven_history_new (self->history_store);
  self->prices = seven_price_list_new ();
  self->recent_sends = seven_recent_sends_new (SEVEN_RECENT_SENDS_LOCK);
}

static void
seven_session_finalize (GObject *object)
{
  SevenSession *self = SEVEN_SESSION (object);

  g_clear_object (&self->text_store);
  g_clear_object (&self->state_store);
  g_clear_object (&self->key_store);
  g_clear_object (&self->history_store);
  g_clear_object (&self->gateways);
  g_clear_object (&self->history);
  g_clear_object (&self->prices);
  g_clear_object (&self->recent_sends);

  G_OBJECT_CLASS (seven_session_parent_class)->finalize (object);
}

static void
seven_session_class_init (SevenSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags construct = flags | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY;

  object_class->constructed = seven_session_constructed;
  object_class->finalize = seven_session_finalize;
  object_class->get_property = seven_session_get_property;
  object_class->set_property = seven_session_set_property;

  props[PROP_GATEWAYS] = g_param_spec_object ("gateways", NULL, NULL, G_TYPE_LIST_MODEL, construct);
  props[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, SEVEN_TYPE_HISTORY, flags);
  props[PROP_HISTORY_STORE] =
      g_param_spec_object ("history-store", NULL, NULL, SEVEN_TYPE_HISTORY_STORE, construct);
  props[PROP_KEY_STORE] = g_param_spec_object ("key-store", NULL, NULL, SEVEN_TYPE_KEY_STORE, construct);
  props[PROP_PRICES] = g_param_spec_object ("prices", NULL, NULL, SEVEN_TYPE_PRICE_LIST, flags);
  props[PROP_RECENT_SENDS] = g_param_spec_object ("recent-sends", NULL, NULL, SEVEN_TYPE_RECENT_SENDS, flags);
  props[PROP_STATE_STORE] =
      g_param_spec_object ("state-store", NULL, NULL, SEVEN_TYPE_STATE_STORE, construct);
  props[PROP_TEXT_STORE] = g_param_spec_object ("text-store", NULL, NULL, SEVEN_TYPE_TEXT_STORE, construct);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_session_init (SevenSession *self)
{
}

/**
 * seven_session_new:
 * @text_store: (nullable): where documents live; %NULL: nothing can be opened
 * @state_store: (nullable): what is kept beside documents; %NULL: nothing is
 * @key_store: (nullable): the keyring; %NULL: there is none
 * @history_store: (nullable): where tests are remembered; %NULL: none is
 * @gateways: #SevenGatewayChoice to choose from
 *
 * Returns: (transfer full): what the windows of a program share
 */
SevenSession *
seven_session_new (SevenTextStore *text_store, SevenStateStore *state_store, SevenKeyStore *key_store,
    SevenHistoryStore *history_store, GListModel *gateways)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (gateways), NULL);

  return g_object_new (SEVEN_TYPE_SESSION, "text-store", text_store, "state-store", state_store, "key-store",
      key_store, "history-store", history_store, "gateways", gateways, NULL);
}

/**
 * seven_session_get_text_store:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): where documents live
 */
SevenTextStore *
seven_session_get_text_store (SevenSession *self)
{
  g_return_val_if_fail (SEVEN_IS_SESSION (self), NULL);

  return self->text_store;
}

/**
 * seven_session_get_state_store:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what is kept beside documents
 */
SevenStateStore *
seven_session_get_state_store (SevenSession *self)
{
  g_return_val_if_fail (SEVEN_IS_SESSION (self), NULL);

  return self->state_store;
}

/**
 * seven_session_get_key_store:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the keyring
 */
SevenKeyStore *
seven_session_get_key_store (SevenSession *self)
{
  g_return_val_if_fail (SEVEN_IS_SESSION (self), NULL);

  return self->key_store;
}

/**
 * seven_session_get_gateways:
 * @self: a session
 *
 * Returns: (transfer none): #SevenGatewayChoice to choose from
 */
GListModel *
seven_session_get_gateways (SevenSession *self)
{
  g_return_val_if_fail (SEVEN_IS_SESSION (self), NULL);

  return self->gateways;
}

/**
 * seven_session_find_gateway:
 * @self: a session
 * @id: "sandbox", "seven" or "old"
 *
 * Returns: (transfer none) (nullable): that gateway, where it is one to choose from
 */
SevenGatewayChoice *
seven_session_find_gateway (SevenSession *self, const char *id)
{
  g_return_val_if_fail (SEVEN_IS_SESSION (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->gateways); i++) {
    g_autoptr (SevenGatewayChoice) choice = g_list_model_get_item (self->gateways, i);

    /* The list holds it on. */
    if (g_str_equal (seven_gateway_choice_get_id (choice), id))
      return choice;
  }

  return NULL;
}

/**
 * seven_session_get_history:
 * @self: a session
 *
 * Returns: (transfer none): the tests that were made
 */
SevenHistory *
seven_session_get_history (SevenSession *self)
{
  g_return_val_if_fail (SEVEN_IS_SESSION (self), NULL);

  return self->history;
}

/**
 * seven_session_get_prices:
 * @self: a session
 *
 * Returns: (transfer none): what parts cost
 */
SevenPriceList *
seven_session_get_prices (SevenSession *self)
{
  g_return_val_if_fail (SEVEN_IS_SESSION (self), NULL);

  return self->prices;
}

/**
 * seven_session_get_recent_sends:
 * @self: a session
 *
 * Returns: (transfer none): what was sent within the last minutes
 */
SevenRecentSends *
seven_session_get_recent_sends (SevenSession *self)
{
  g_return_val_if_fail (SEVEN_IS_SESSION (self), NULL);

  return self->recent_sends;
}
