/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-history-choice.h"

#include "seven-run-words.h"

#include <glib/gi18n-lib.h>

struct _SevenHistoryChoice
{
  GObject parent_instance;

  char *name;
  char *gateway; /* (nullable) */
  guint states;
};

G_DEFINE_FINAL_TYPE (SevenHistoryChoice, seven_history_choice, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_GATEWAY,
  PROP_NAME,
  PROP_STATES,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
seven_history_choice_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenHistoryChoice *self = SEVEN_HISTORY_CHOICE (object);

  switch (property_id) {
  case PROP_GATEWAY:
    g_value_set_string (value, self->gateway);
    break;
  case PROP_NAME:
    g_value_set_string (value, self->name);
    break;
  case PROP_STATES:
    g_value_set_uint (value, self->states);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_history_choice_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenHistoryChoice *self = SEVEN_HISTORY_CHOICE (object);

  switch (property_id) {
  case PROP_GATEWAY:
    self->gateway = g_value_dup_string (value);
    break;
  case PROP_NAME:
    self->name = g_value_dup_string (value);
    break;
  case PROP_STATES:
    self->states = g_value_get_uint (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_history_choice_finalize (GObject *object)
{
  SevenHistoryChoice *self = SEVEN_HISTORY_CHOICE (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->gateway, g_free);

  G_OBJECT_CLASS (seven_history_choice_parent_class)->finalize (object);
}

static void
seven_history_choice_class_init (SevenHistoryChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = seven_history_choice_finalize;
  object_class->get_property = seven_history_choice_get_property;
  object_class->set_property = seven_history_choice_set_property;

  props[PROP_GATEWAY] = g_param_spec_string ("gateway", NULL, NULL, NULL, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_STATES] = g_param_spec_uint ("states", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_history_choice_init (SevenHistoryChoice *self)
{
}

/**
 * seven_history_choice_get_gateway:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the gateway that tests must have; %NULL: any
 */
const char *
seven_history_choice_get_gateway (SevenHistoryChoice *self)
{
  g_return_val_if_fail (SEVEN_IS_HISTORY_CHOICE (self), NULL);

  return self->gateway;
}

/**
 * seven_history_choice_get_states:
 * @self: a choice
 *
 * Returns: bits of 1 << #SevenState that tests must have; 0: any
 */
guint
seven_history_choice_get_states (SevenHistoryChoice *self)
{
  g_return_val_if_fail (SEVEN_IS_HISTORY_CHOICE (self), 0);

  return self->states;
}

static void
append (GListStore *choices, const char *name, const char *gateway, guint states)
{
  g_autoptr (SevenHistoryChoice) choice =
      g_object_new (SEVEN_TYPE_HISTORY_CHOICE, "name", name, "gateway", gateway, "states", states, NULL);

  g_list_store_append (choices, choice);
}

/**
 * seven_history_choice_list_gateways:
 *
 * Returns: (transfer full): every gateway, then each of them
 */
GListModel *
seven_history_choice_list_gateways (void)
{
  static const char *const ids[] = { "sandbox", "seven", "old" };
  GListStore *choices = g_list_store_new (SEVEN_TYPE_HISTORY_CHOICE);

  append (choices, _ ("All Gateways"), NULL, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    append (choices, seven_run_words_gateway (ids[i]), ids[i], 0);

  return G_LIST_MODEL (choices);
}

/**
 * seven_history_choice_list_results:
 *
 * Returns: (transfer full): every result, then each kind of them
 */
GListModel *
seven_history_choice_list_results (void)
{
  GListStore *choices = g_list_store_new (SEVEN_TYPE_HISTORY_CHOICE);

  append (choices, _ ("All Results"), NULL, 0);
  append (choices, seven_run_words_state (SEVEN_STATE_ACCEPTED), NULL, 1u << SEVEN_STATE_ACCEPTED);
  append (choices, seven_run_words_state (SEVEN_STATE_REFUSED), NULL,
      1u << SEVEN_STATE_REFUSED | 1u << SEVEN_STATE_PARTIAL);
  append (choices, seven_run_words_state (SEVEN_STATE_UNKNOWN), NULL, 1u << SEVEN_STATE_UNKNOWN);
  append (choices, seven_run_words_state (SEVEN_STATE_FAILED), NULL, 1u << SEVEN_STATE_FAILED);

  return G_LIST_MODEL (choices);
}
