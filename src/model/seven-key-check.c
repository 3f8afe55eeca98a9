/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-key-check.h"

#include <glib/gi18n-lib.h>

#include "seven-inquiry.h"
#include "seven-key-answer.h"
#include "seven-shown.h"

struct _SevenKeyCheck
{
  GObject parent_instance;

  SevenDocument *document;
  SevenSession *session;
  SevenGatewayChoice *gateway; /* (nullable) */
  SevenShown *shown;

  GCancellable *cancellable; /* (nullable): while an answer is awaited */
  SevenGatewayChoice *asked; /* (nullable): who was asked */
  char *digest; /* (nullable): of the key that was asked about */
  SevenKeyAnswer *answer; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SevenKeyCheck, seven_key_check, G_TYPE_OBJECT)

enum
{
  PROP_0,
  /* Refreshed after every change. */
  PROP_BUSY,
  PROP_FAILED,
  PROP_GATEWAY,
  PROP_GOOD,
  PROP_OBSTACLE,
  PROP_READY,
  PROP_WORDS,
  N_DERIVED,
  PROP_DOCUMENT = N_DERIVED,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* (nullable) (transfer none) */
static SevenGatewayChoice *
find_gateway (SevenKeyCheck *self)
{
  if (self->gateway != NULL && seven_gateway_choice_is_live (self->gateway))
    return self->gateway;

  return seven_session_find_gateway (self->session, "seven");
}

static const char *
get_obstacle (SevenKeyCheck *self)
{
  g_autofree char *key = seven_document_dup_usable_key (self->document);

  if (find_gateway (self) == NULL)
    return _ ("There is no live gateway to ask");
  if (key == NULL)
    return _ ("Enter the API key first");

  return "";
}

static gboolean
is_good (SevenKeyCheck *self)
{
  return self->answer != NULL && self->answer->verdict == SEVEN_KEY_VERDICT_ACCEPTED &&
      self->answer->amount > 0;
}

static char *
dup_answer (SevenKeyCheck *self)
{
  if (self->answer->verdict != SEVEN_KEY_VERDICT_ACCEPTED)
    return g_strdup (self->answer->words);
  if (!is_good (self))
    /* Translators: %s is as in “0.00 EUR left”. */
    return g_strdup_printf (
        _ ("%s. The key is accepted, but nothing can be sent until the account is topped up."),
        self->answer->words);

  /* Translators: %s is as in “44.63 EUR left”; addresses are IP addresses. */
  return g_strdup_printf (
      _ ("%s. If the key allows certain addresses only, that of the Logto server has to be among them."),
      self->answer->words);
}

static char *
dup_words (SevenKeyCheck *self)
{
  const char *obstacle = get_obstacle (self);
  g_autofree char *host = NULL;

  if (*obstacle != '\0')
    return g_strdup (obstacle);
  if (self->answer != NULL)
    return dup_answer (self);
  host = seven_gateway_choice_dup_host (find_gateway (self));
  if (self->cancellable != NULL)
    /* Translators: %s is the name of a computer, as in gateway.seven.io. */
    return g_strdup_printf (_ ("Asking %s…"), host);

  /* Translators: %s is the name of a computer, as in gateway.seven.io. */
  return g_strdup_printf (_ ("Asks %s for the balance, free of charge"), host);
}

static void
seven_key_check_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenKeyCheck *self = SEVEN_KEY_CHECK (object);

  switch (property_id) {
  case PROP_BUSY:
    g_value_set_boolean (value, self->cancellable != NULL);
    break;
  case PROP_DOCUMENT:
    g_value_set_object (value, self->document);
    break;
  case PROP_FAILED:
    g_value_set_boolean (value, self->answer != NULL && !is_good (self));
    break;
  case PROP_GATEWAY:
    g_value_set_object (value, self->gateway);
    break;
  case PROP_GOOD:
    g_value_set_boolean (value, is_good (self));
    break;
  case PROP_OBSTACLE:
    g_value_set_string (value, get_obstacle (self));
    break;
  case PROP_READY:
    g_value_set_boolean (value, *get_obstacle (self) == '\0');
    break;
  case PROP_SESSION:
    g_value_set_object (value, self->session);
    break;
  case PROP_WORDS:
    g_value_take_string (value, dup_words (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
forget (SevenKeyCheck *self)
{
  seven_inquiry_stop (&self->cancellable);
  g_clear_object (&self->asked);
  g_clear_pointer (&self->digest, g_free);
  g_clear_pointer (&self->answer, seven_key_answer_free);
}

/* An answer is one about this key, by this gateway. */
static void
refresh (SevenKeyCheck *self)
{
  g_autofree char *key = seven_document_dup_usable_key (self->document);
  g_autofree char *digest = seven_key_answer_digest (key);

  if (self->asked != NULL && (self->asked != find_gateway (self) || g_strcmp0 (digest, self->digest) != 0))
    forget (self);
  seven_shown_refresh (self->shown);
}

static void
seven_key_check_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenKeyCheck *self = SEVEN_KEY_CHECK (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    self->document = g_value_dup_object (value);
    break;
  case PROP_GATEWAY:
    if (g_set_object (&self->gateway, g_value_get_object (value)))
      refresh (self);
    break;
  case PROP_SESSION:
    self->session = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_key_check_constructed (GObject *object)
{
  SevenKeyCheck *self = SEVEN_KEY_CHECK (object);

  G_OBJECT_CLASS (seven_key_check_parent_class)->constructed (object);

  self->shown = seven_shown_new (object, props, PROP_0 + 1, N_DERIVED);
  g_signal_connect_object (self->document, "checked", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->document, "notify::key-stored", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

static void
seven_key_check_finalize (GObject *object)
{
  SevenKeyCheck *self = SEVEN_KEY_CHECK (object);

  forget (self);
  g_clear_pointer (&self->shown, seven_shown_free);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  g_clear_object (&self->gateway);

  G_OBJECT_CLASS (seven_key_check_parent_class)->finalize (object);
}

static void
seven_key_check_class_init (SevenKeyCheckClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = flags | G_PARAM_WRITABLE;
  GParamFlags construct = writable | G_PARAM_CONSTRUCT_ONLY;

  object_class->constructed = seven_key_check_constructed;
  object_class->finalize = seven_key_check_finalize;
  object_class->get_property = seven_key_check_get_property;
  object_class->set_property = seven_key_check_set_property;

  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SEVEN_TYPE_DOCUMENT, construct);
  props[PROP_FAILED] = g_param_spec_boolean ("failed", NULL, NULL, FALSE, flags);
  props[PROP_GATEWAY] = g_param_spec_object ("gateway", NULL, NULL, SEVEN_TYPE_GATEWAY_CHOICE, writable);
  props[PROP_GOOD] = g_param_spec_boolean ("good", NULL, NULL, FALSE, flags);
  props[PROP_OBSTACLE] = g_param_spec_string ("obstacle", NULL, NULL, NULL, flags);
  props[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, flags);
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEVEN_TYPE_SESSION, construct);
  props[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_key_check_init (SevenKeyCheck *self)
{
}

/**
 * seven_key_check_new:
 * @document: whose key
 * @session: whose gateways
 *
 * Returns: (transfer full): a check that has not been made yet
 */
SevenKeyCheck *
seven_key_check_new (SevenDocument *document, SevenSession *session)
{
  g_return_val_if_fail (SEVEN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (SEVEN_IS_SESSION (session), NULL);

  return g_object_new (SEVEN_TYPE_KEY_CHECK, "document", document, "session", session, NULL);
}

static void
answered_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SevenInquiry) inquiry = user_data;
  g_autoptr (SevenExchange) exchange = seven_gateway_exchange_finish (SEVEN_GATEWAY (source_object), result);
  SevenKeyCheck *self = inquiry->asker;

  if (!seven_inquiry_end (inquiry, &self->cancellable))
    return;
  self->answer = seven_key_answer_new (exchange);
  seven_shown_refresh (self->shown);
}

/**
 * seven_key_check_run:
 * @self: a check
 *
 * Asks. Does nothing unless it is ready, or while it is busy.
 */
void
seven_key_check_run (SevenKeyCheck *self)
{
  g_autoptr (SevenRequest) request = NULL;
  g_autofree char *key = NULL;
  SevenInquiry *inquiry;

  g_return_if_fail (SEVEN_IS_KEY_CHECK (self));

  if (self->cancellable != NULL || *get_obstacle (self) != '\0')
    return;
  forget (self);
  key = seven_document_dup_usable_key (self->document);
  self->digest = seven_key_answer_digest (key);
  self->asked = g_object_ref (find_gateway (self));
  inquiry = seven_inquiry_new (self, &self->cancellable);
  request = seven_request_new_balance (key);
  seven_gateway_exchange_async (
      seven_gateway_choice_get_gateway (self->asked), request, self->cancellable, answered_cb, inquiry);
  seven_shown_refresh (self->shown);
}

/**
 * seven_key_check_stop:
 * @self: a check
 *
 * Gives a question up that is under way.
 */
void
seven_key_check_stop (SevenKeyCheck *self)
{
  g_return_if_fail (SEVEN_IS_KEY_CHECK (self));

  if (self->cancellable == NULL)
    return;
  forget (self);
  seven_shown_refresh (self->shown);
}
