/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-host-comparison.h"

#include <glib/gi18n-lib.h>

#include "seven-inquiry.h"
#include "seven-key-answer.h"
#include "seven-shown.h"

enum
{
  NEW,
  OLD,
  N_HOSTS
};

static const char *const gateway_ids[N_HOSTS] = { "seven", "old" };

struct _SevenHostComparison
{
  GObject parent_instance;

  SevenDocument *document;
  SevenSession *session;
  SevenShown *shown;

  GCancellable *cancellable; /* (nullable): while answers are awaited */
  char *digest; /* (nullable): of the key that was asked about */
  SevenKeyAnswer *answers[N_HOSTS]; /* (nullable) */
  SevenFact *facts[N_HOSTS]; /* (nullable): the same to be shown */
};

G_DEFINE_FINAL_TYPE (SevenHostComparison, seven_host_comparison, G_TYPE_OBJECT)

enum
{
  PROP_0,
  /* Refreshed after every change. */
  PROP_ALIKE,
  PROP_BUSY,
  PROP_DIFFERS,
  PROP_NEW_ANSWER,
  PROP_OBSTACLE,
  PROP_OLD_ANSWER,
  PROP_READY,
  PROP_WORDS,
  N_DERIVED,
  PROP_DOCUMENT = N_DERIVED,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* A question to one host that is under way; it may have been given up since. */
typedef struct
{
  SevenHostComparison *comparison;
  SevenGatewayChoice *gateway;
  GCancellable *cancellable;
  guint host;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->comparison);
  g_object_unref (question->gateway);
  g_object_unref (question->cancellable);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static const char *
get_obstacle (SevenHostComparison *self)
{
  g_autofree char *key = seven_document_dup_usable_key (self->document);

  for (guint i = 0; i < N_HOSTS; i++) {
    if (seven_session_find_gateway (self->session, gateway_ids[i]) == NULL)
      return _ ("There is no live gateway to ask");
  }
  if (key == NULL)
    return _ ("Enter the API key first");

  return "";
}

static gboolean
is_complete (SevenHostComparison *self)
{
  return self->answers[NEW] != NULL && self->answers[OLD] != NULL;
}

static gboolean
is_accepted (SevenHostComparison *self, guint host)
{
  return self->answers[host]->verdict == SEVEN_KEY_VERDICT_ACCEPTED;
}

/* Parts of a cent are not shown, so they make no difference either. */
static gboolean
is_same_balance (SevenHostComparison *self)
{
  return g_str_equal (self->answers[NEW]->words, self->answers[OLD]->words);
}

static gboolean
is_alike (SevenHostComparison *self)
{
  return is_complete (self) && is_accepted (self, NEW) && is_accepted (self, OLD) && is_same_balance (self);
}

/* Whether it is the key that is refused, and not this very call or this computer: then every send is refused, too. */
static gboolean
is_key_refused (const SevenKeyAnswer *answer)
{
  return answer->code == 300 || answer->code == 900 || answer->code == 901;
}

/* What it means for Logto that the old host alone does not take the key. */
static const char *
get_old_refuses (const SevenKeyAnswer *old)
{
  if (old->verdict == SEVEN_KEY_VERDICT_UNKNOWN)
    return _ (
        "The old host, which the connector calls, gave no answer that counts: Logto’s messages may fail "
        "although a test over the new host passes.");
  if (is_key_refused (old))
    return _ (
        "The old host, which the connector calls, refuses the key: Logto’s messages would fail although a "
        "test over the new host passes.");

  return _ ("The old host, which the connector calls, refuses this call: whether Logto’s messages would fail "
            "is known after a test over the old host.");
}

static const char *
get_both_refuse (const SevenKeyAnswer *new, const SevenKeyAnswer *old)
{
  if (old->verdict == SEVEN_KEY_VERDICT_UNKNOWN && new->verdict == SEVEN_KEY_VERDICT_UNKNOWN)
    return _ ("Neither host gave an answer that counts, so nothing is known about the key.");
  if (old->verdict != new->verdict || old->code != new->code)
    return _ (
        "Neither host told the balance, each for another reason. What the old one says counts for Logto, "
        "since the connector calls it.");
  if (old->code == 902)
    return _ ("Both hosts say the same: they do not tell the balance. Sending may work all the same.");
  if (old->code == 903)
    return _ (
        "Both hosts say the same: they refuse the address of this computer. That of the Logto server may "
        "be allowed.");
  if (is_key_refused (old))
    return _ ("Both hosts say the same: they refuse the key, and Logto’s messages would fail.");

  return _ ("Both hosts say the same: they refuse this call.");
}

static const char *
get_verdict (SevenHostComparison *self)
{
  if (is_alike (self))
    return _ ("Both hosts accept the key and show the same balance.");
  if (is_accepted (self, NEW) && is_accepted (self, OLD))
    return _ ("Both hosts accept the key but show different balances. Compare again: something may have been "
              "sent in between.");
  if (is_accepted (self, NEW))
    return get_old_refuses (self->answers[OLD]);
  if (is_accepted (self, OLD))
    return _ ("The old host, which the connector calls, accepts the key; the new one does not. Logto is not "
              "concerned, but tests over the new host are.");

  return get_both_refuse (self->answers[NEW], self->answers[OLD]);
}

static const char *
get_words (SevenHostComparison *self)
{
  const char *obstacle = get_obstacle (self);

  if (*obstacle != '\0')
    return obstacle;
  if (self->cancellable != NULL)
    return _ ("Asking both hosts…");
  if (is_complete (self))
    return get_verdict (self);

  return _ ("Asks both hosts for the balance, free of charge: the connector calls the old one");
}

static void
seven_host_comparison_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenHostComparison *self = SEVEN_HOST_COMPARISON (object);

  switch (property_id) {
  case PROP_ALIKE:
    g_value_set_boolean (value, is_alike (self));
    break;
  case PROP_BUSY:
    g_value_set_boolean (value, self->cancellable != NULL);
    break;
  case PROP_DIFFERS:
    g_value_set_boolean (value, is_complete (self) && !is_alike (self));
    break;
  case PROP_DOCUMENT:
    g_value_set_object (value, self->document);
    break;
  case PROP_NEW_ANSWER:
    g_value_set_object (value, self->facts[NEW]);
    break;
  case PROP_OBSTACLE:
    g_value_set_string (value, get_obstacle (self));
    break;
  case PROP_OLD_ANSWER:
    g_value_set_object (value, self->facts[OLD]);
    break;
  case PROP_READY:
    g_value_set_boolean (value, *get_obstacle (self) == '\0');
    break;
  case PROP_SESSION:
    g_value_set_object (value, self->session);
    break;
  case PROP_WORDS:
    g_value_set_string (value, get_words (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_host_comparison_set_property (
    GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenHostComparison *self = SEVEN_HOST_COMPARISON (object);

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
forget (SevenHostComparison *self)
{
  seven_inquiry_stop (&self->cancellable);
  g_clear_pointer (&self->digest, g_free);
  for (guint i = 0; i < N_HOSTS; i++) {
    g_clear_pointer (&self->answers[i], seven_key_answer_free);
    g_clear_object (&self->facts[i]);
  }
}

static void
refresh (SevenHostComparison *self)
{
  g_autofree char *key = seven_document_dup_usable_key (self->document);
  g_autofree char *digest = seven_key_answer_digest (key);

  if (self->digest != NULL && g_strcmp0 (digest, self->digest) != 0)
    forget (self);
  seven_shown_refresh (self->shown);
}

static void
seven_host_comparison_constructed (GObject *object)
{
  SevenHostComparison *self = SEVEN_HOST_COMPARISON (object);

  G_OBJECT_CLASS (seven_host_comparison_parent_class)->constructed (object);

  self->shown = seven_shown_new (object, props, PROP_0 + 1, N_DERIVED);
  g_signal_connect_object (self->document, "checked", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->document, "notify::key-stored", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

static void
seven_host_comparison_finalize (GObject *object)
{
  SevenHostComparison *self = SEVEN_HOST_COMPARISON (object);

  forget (self);
  g_clear_pointer (&self->shown, seven_shown_free);
  g_clear_object (&self->document);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (seven_host_comparison_parent_class)->finalize (object);
}

static void
seven_host_comparison_class_init (SevenHostComparisonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags construct = flags | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY;

  object_class->constructed = seven_host_comparison_constructed;
  object_class->finalize = seven_host_comparison_finalize;
  object_class->get_property = seven_host_comparison_get_property;
  object_class->set_property = seven_host_comparison_set_property;

  props[PROP_ALIKE] = g_param_spec_boolean ("alike", NULL, NULL, FALSE, flags);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  props[PROP_DIFFERS] = g_param_spec_boolean ("differs", NULL, NULL, FALSE, flags);
  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SEVEN_TYPE_DOCUMENT, construct);
  props[PROP_NEW_ANSWER] = g_param_spec_object ("new-answer", NULL, NULL, SEVEN_TYPE_FACT, flags);
  props[PROP_OBSTACLE] = g_param_spec_string ("obstacle", NULL, NULL, NULL, flags);
  props[PROP_OLD_ANSWER] = g_param_spec_object ("old-answer", NULL, NULL, SEVEN_TYPE_FACT, flags);
  props[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, flags);
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEVEN_TYPE_SESSION, construct);
  props[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_host_comparison_init (SevenHostComparison *self)
{
}

/**
 * seven_host_comparison_new:
 * @document: whose key
 * @session: whose gateways
 *
 * Returns: (transfer full): a comparison that has not been made yet
 */
SevenHostComparison *
seven_host_comparison_new (SevenDocument *document, SevenSession *session)
{
  g_return_val_if_fail (SEVEN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (SEVEN_IS_SESSION (session), NULL);

  return g_object_new (SEVEN_TYPE_HOST_COMPARISON, "document", document, "session", session, NULL);
}

static void
answered_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (SevenExchange) exchange = seven_gateway_exchange_finish (SEVEN_GATEWAY (source_object), result);
  SevenHostComparison *self = question->comparison;
  g_autofree char *host = NULL;
  SevenKeyAnswer *answer;

  if (self->cancellable != question->cancellable)
    return;
  host = seven_gateway_choice_dup_host (question->gateway);
  answer = self->answers[question->host] = seven_key_answer_new (exchange);
  self->facts[question->host] =
      seven_fact_new (host, answer->words, answer->verdict != SEVEN_KEY_VERDICT_ACCEPTED);
  if (is_complete (self))
    g_clear_object (&self->cancellable);
  seven_shown_refresh (self->shown);
}

static void
ask (SevenHostComparison *self, guint host, SevenRequest *request, GCancellable *cancellable)
{
  Question *question = g_new0 (Question, 1);

  question->comparison = g_object_ref (self);
  question->gateway = g_object_ref (seven_session_find_gateway (self->session, gateway_ids[host]));
  question->cancellable = g_object_ref (cancellable);
  question->host = host;
  seven_gateway_exchange_async (
      seven_gateway_choice_get_gateway (question->gateway), request, cancellable, answered_cb, question);
}

/**
 * seven_host_comparison_run:
 * @self: a comparison
 *
 * Asks both hosts. Does nothing unless it is ready, or while it is busy.
 */
void
seven_host_comparison_run (SevenHostComparison *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SevenRequest) request = NULL;
  g_autofree char *key = NULL;

  g_return_if_fail (SEVEN_IS_HOST_COMPARISON (self));

  if (self->cancellable != NULL || *get_obstacle (self) != '\0')
    return;
  forget (self);
  key = seven_document_dup_usable_key (self->document);
  self->digest = seven_key_answer_digest (key);
  self->cancellable = g_object_ref (cancellable);
  request = seven_request_new_balance (key);
  for (guint i = 0; i < N_HOSTS; i++)
    ask (self, i, request, cancellable);
  seven_shown_refresh (self->shown);
}

/**
 * seven_host_comparison_stop:
 * @self: a comparison
 *
 * Gives questions up that are under way.
 */
void
seven_host_comparison_stop (SevenHostComparison *self)
{
  g_return_if_fail (SEVEN_IS_HOST_COMPARISON (self));

  if (self->cancellable == NULL)
    return;
  forget (self);
  seven_shown_refresh (self->shown);
}
