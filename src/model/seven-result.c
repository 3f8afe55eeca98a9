/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-result.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "seven-result-facts.h"
#include "seven-run-words.h"
#include "seven-send-job.h"
#include "seven-words.h"

#define TICK 250 /* milliseconds */

enum
{
  PROP_0,
  /* Strings, told once. */
  PROP_CODE,
  PROP_CSS_CLASS,
  PROP_CURL,
  PROP_EXPLANATION,
  PROP_ICON_NAME,
  PROP_LOGTO_DETAIL,
  PROP_LOGTO_TITLE,
  PROP_NEXT_STEP,
  PROP_REMEDY_LABEL,
  PROP_REMEDY_URI,
  PROP_REPLY,
  PROP_REQUEST,
  PROP_STATE,
  PROP_TITLE,
  N_STRINGS,
  PROP_COUNTDOWN = N_STRINGS,
  PROP_DELIVERY,
  PROP_FACTS,
  PROP_LOGTO_WRONG,
  PROP_LOOKUP,
  PROP_REMEDY,
  N_PROPS
};

struct _SevenResult
{
  GObject parent_instance;

  SevenOutcome *outcome;
  GListStore *facts;
  char *strings[N_STRINGS];
  SevenSendJob *job; /* (nullable) */
  SevenDeliveryWatch *delivery; /* (nullable) */
  SevenLookup *lookup; /* (nullable) */
  gint64 lock_end; /* monotonic, microseconds; 0: there is no lock */
  gboolean lock_known; /* and not merely at most */
  guint tick_id;
};

G_DEFINE_FINAL_TYPE (SevenResult, seven_result, G_TYPE_OBJECT)

static GParamSpec *props[N_PROPS];

static guint
get_lock (SevenResult *self)
{
  gint64 remaining = self->lock_end - g_get_monotonic_time ();

  return remaining > 0 ? (guint) ((remaining + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC) : 0;
}

static char *
dup_countdown (SevenResult *self)
{
  guint lock = get_lock (self);

  if (self->lock_end == 0)
    return g_strdup ("");
  if (lock == 0)
    return g_strdup (_ ("The lock is over: the same text can be sent again."));
  if (!self->lock_known)
    /* Translators: minutes and seconds. */
    return g_strdup_printf (_ ("The lock ends in at most %u:%02u"), lock / 60, lock % 60);

  /* Translators: minutes and seconds. */
  return g_strdup_printf (_ ("The lock ends in %u:%02u"), lock / 60, lock % 60);
}

static void
seven_result_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenResult *self = SEVEN_RESULT (object);

  if (property_id > PROP_0 && property_id < N_STRINGS)
    g_value_set_string (value, self->strings[property_id]);
  else if (property_id == PROP_COUNTDOWN)
    g_value_take_string (value, dup_countdown (self));
  else if (property_id == PROP_DELIVERY)
    g_value_set_object (value, self->delivery);
  else if (property_id == PROP_FACTS)
    g_value_set_object (value, self->facts);
  else if (property_id == PROP_LOGTO_WRONG)
    g_value_set_boolean (value, seven_outcome_is_logto_wrong (self->outcome));
  else if (property_id == PROP_LOOKUP)
    g_value_set_object (value, self->lookup);
  else if (property_id == PROP_REMEDY)
    g_value_set_int (value, (int) seven_outcome_get_remedy (self->outcome));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

/* Nobody is left to be told. */
static void
seven_result_dispose (GObject *object)
{
  SevenResult *self = SEVEN_RESULT (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (self->delivery != NULL)
    seven_delivery_watch_stop (self->delivery);
  if (self->lookup != NULL)
    seven_lookup_stop (self->lookup);

  G_OBJECT_CLASS (seven_result_parent_class)->dispose (object);
}

static void
seven_result_finalize (GObject *object)
{
  SevenResult *self = SEVEN_RESULT (object);

  g_clear_object (&self->delivery);
  g_clear_object (&self->lookup);
  g_clear_pointer (&self->job, seven_send_job_unref);
  for (guint i = 0; i < N_STRINGS; i++)
    g_free (self->strings[i]);
  g_clear_object (&self->facts);
  g_clear_pointer (&self->outcome, seven_outcome_unref);

  G_OBJECT_CLASS (seven_result_parent_class)->finalize (object);
}

static void
seven_result_class_init (SevenResultClass *klass)
{
  static const char *const names[N_STRINGS] = {
    [PROP_CODE] = "code",
    [PROP_CSS_CLASS] = "css-class",
    [PROP_CURL] = "curl",
    [PROP_EXPLANATION] = "explanation",
    [PROP_ICON_NAME] = "icon-name",
    [PROP_LOGTO_DETAIL] = "logto-detail",
    [PROP_LOGTO_TITLE] = "logto-title",
    [PROP_NEXT_STEP] = "next-step",
    [PROP_REMEDY_LABEL] = "remedy-label",
    [PROP_REMEDY_URI] = "remedy-uri",
    [PROP_REPLY] = "reply",
    [PROP_REQUEST] = "request",
    [PROP_STATE] = "state",
    [PROP_TITLE] = "title",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags changing = flags | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = seven_result_dispose;
  object_class->finalize = seven_result_finalize;
  object_class->get_property = seven_result_get_property;

  for (guint i = PROP_0 + 1; i < N_STRINGS; i++)
    props[i] = g_param_spec_string (names[i], NULL, NULL, NULL, flags);
  props[PROP_COUNTDOWN] = g_param_spec_string ("countdown", NULL, NULL, NULL, changing);
  props[PROP_DELIVERY] = g_param_spec_object ("delivery", NULL, NULL, SEVEN_TYPE_DELIVERY_WATCH, changing);
  props[PROP_FACTS] = g_param_spec_object ("facts", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_LOGTO_WRONG] = g_param_spec_boolean ("logto-wrong", NULL, NULL, FALSE, flags);
  props[PROP_LOOKUP] = g_param_spec_object ("lookup", NULL, NULL, SEVEN_TYPE_LOOKUP, flags);
  props[PROP_REMEDY] = g_param_spec_int ("remedy", NULL, NULL, 0, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_result_init (SevenResult *self)
{
}

static const char *
get_remedy_label (SevenRemedy remedy)
{
  static const char *const labels[] = {
    NULL,
    /* Translators: buttons that go to the place where something is mended. */
    N_ ("Go to Key"),
    N_ ("Go to Sender"),
    N_ ("Go to Recipient"),
    N_ ("Go to Template"),
    N_ ("Use a New Code"),
    /* Translators: “seven” is the name of a company. */
    N_ ("Open seven’s Site"),
  };

  return labels[remedy] != NULL ? _ (labels[remedy]) : NULL;
}

static const char *
get_logto_title (SevenLogtoVerdict verdict, gboolean accepted_config)
{
  return accepted_config ? seven_run_words_logto (verdict, FALSE) : _ ("Logto would not have sent it");
}

static char *
dup_code (const SevenOutcome *outcome)
{
  int code = seven_outcome_get_code (outcome);

  return code != SEVEN_REPLY_NO_CODE ? g_strdup_printf ("%d", code) : g_strdup ("");
}

static char *
dup_reply (const SevenExchange *exchange)
{
  const char *head = seven_exchange_get_reply_head (exchange);
  g_autofree char *body = seven_exchange_dup_reply_text (exchange);
  g_autofree char *trimmed = g_strchomp (g_strdup (head != NULL ? head : ""));

  return *trimmed != '\0' ? g_strconcat (trimmed, "\n\n", body, NULL) : g_steal_pointer (&body);
}

/* The sandbox finds itself a port: where it is says the request as it went out. */
static char *
dup_base_url (const SevenExchange *exchange, const SevenResultContext *context)
{
  const char *host = strstr (seven_exchange_get_request_text (exchange), "\nHost: ");
  g_autofree char *name = NULL;

  if (context->base_url != NULL && *context->base_url != '\0')
    return g_strdup (context->base_url);
  if (host == NULL)
    return g_strdup ("http://127.0.0.1");
  host += strlen ("\nHost: ");
  name = g_strndup (host, strcspn (host, "\r\n"));

  return g_strconcat ("http://", name, NULL);
}

static void
describe_outcome (SevenResult *self, SevenOutcome *outcome, gboolean accepted_config)
{
  SevenState state = seven_outcome_get_state (outcome);

  self->strings[PROP_CODE] = dup_code (outcome);
  self->strings[PROP_CSS_CLASS] = g_strdup (seven_words_state_class (state));
  self->strings[PROP_EXPLANATION] = g_strdup (seven_outcome_get_explanation (outcome));
  self->strings[PROP_ICON_NAME] = g_strdup (seven_words_state_icon (state));
  self->strings[PROP_LOGTO_DETAIL] = g_strdup (seven_outcome_get_logto_detail (outcome));
  self->strings[PROP_LOGTO_TITLE] =
      g_strdup (get_logto_title (seven_outcome_get_logto_verdict (outcome), accepted_config));
  self->strings[PROP_NEXT_STEP] = g_strdup (seven_outcome_get_advice (outcome));
  self->strings[PROP_REMEDY_LABEL] = g_strdup (get_remedy_label (seven_outcome_get_remedy (outcome)));
  if (seven_outcome_get_remedy (outcome) == SEVEN_REMEDY_ACCOUNT)
    self->strings[PROP_REMEDY_URI] = g_strdup (SEVEN_RESULT_ACCOUNT_URI);
  self->strings[PROP_STATE] = g_strdup (seven_state_get_name (state));
  self->strings[PROP_TITLE] = g_strdup (seven_outcome_get_title (outcome));
}

static gboolean
tick_cb (gpointer user_data)
{
  SevenResult *self = user_data;
  gboolean over = get_lock (self) == 0;

  if (over)
    self->tick_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COUNTDOWN]);

  return over ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/* lock: in seconds; 0: not known, so that it is at most as long as locks are. */
static void
count_down (SevenResult *self, guint lock)
{
  if (seven_outcome_get_remedy (self->outcome) != SEVEN_REMEDY_WAIT)
    return;
  self->lock_known = lock > 0;
  self->lock_end = g_get_monotonic_time () +
      (self->lock_known ? lock : (guint) SEVEN_RECENT_SENDS_LOCK) * (gint64) G_USEC_PER_SEC;
  self->tick_id = g_timeout_add (TICK, tick_cb, self);
}

static void
watch_delivery (SevenResult *self, const char *message_id)
{
  self->delivery =
      seven_delivery_watch_new (seven_gateway_choice_get_gateway (seven_send_job_get_gateway (self->job)),
          seven_send_job_get_api_key (self->job), message_id, seven_send_job_get_record (self->job));
  seven_delivery_watch_start (self->delivery);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DELIVERY]);
}

static void
found_changed (SevenResult *self)
{
  const char *message_id = seven_lookup_get_message_id (self->lookup);

  if (seven_lookup_get_state (self->lookup) != SEVEN_LOOKUP_FOUND)
    return;
  /* It was to look for the SMS, before it is sent again. */
  g_clear_pointer (&self->strings[PROP_NEXT_STEP], g_free);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NEXT_STEP]);
  if (message_id != NULL && self->delivery == NULL)
    watch_delivery (self, message_id);
}

/* The id of the first message that was accepted. */
static const char *
find_message_id (const SevenOutcome *outcome)
{
  const SevenReply *reply = seven_outcome_get_reply (outcome);
  SevenState state = seven_outcome_get_state (outcome);

  if (state != SEVEN_STATE_ACCEPTED && state != SEVEN_STATE_PARTIAL)
    return NULL;
  for (guint i = 0; i < seven_reply_get_n_messages (reply); i++) {
    const SevenReplyMessage *message = seven_reply_get_message (reply, i);

    if (message->success && message->id != NULL)
      return message->id;
  }
  return NULL;
}

static gboolean
may_have_left (const SevenOutcome *outcome)
{
  return seven_outcome_get_state (outcome) == SEVEN_STATE_UNKNOWN &&
      seven_exchange_get_body_left (seven_outcome_get_exchange (outcome));
}

static void
follow (SevenResult *self, SevenSendJob *job)
{
  const char *message_id = find_message_id (self->outcome);

  self->job = seven_send_job_ref (job);
  if (message_id != NULL)
    watch_delivery (self, message_id);
  if (!may_have_left (self->outcome))
    return;
  self->lookup = seven_lookup_new (seven_gateway_choice_get_gateway (seven_send_job_get_gateway (job)),
      seven_send_job_get_api_key (job), seven_send_job_get_phone (job), seven_send_job_get_message (job),
      seven_send_job_get_record (job));
  g_signal_connect_object (
      self->lookup, "notify::found", G_CALLBACK (found_changed), self, G_CONNECT_SWAPPED);
}

/**
 * seven_result_new:
 * @outcome: what came of a send, with its exchange
 * @context: what was sent
 *
 * Returns: (transfer full): the result in words; where it was accepted, its delivery is being watched
 */
SevenResult *
seven_result_new (SevenOutcome *outcome, const SevenResultContext *context)
{
  SevenExchange *exchange;
  g_autofree char *base_url = NULL;
  SevenResult *self;

  g_return_val_if_fail (outcome != NULL && context != NULL, NULL);
  exchange = seven_outcome_get_exchange (outcome);
  g_return_val_if_fail (exchange != NULL, NULL);

  self = g_object_new (SEVEN_TYPE_RESULT, NULL);
  base_url = dup_base_url (exchange, context);
  self->outcome = seven_outcome_ref (outcome);
  self->facts = seven_result_facts_new (outcome, context);
  describe_outcome (self, outcome, context->accepted_config);
  self->strings[PROP_CURL] = seven_curl_command (context->request, base_url);
  self->strings[PROP_REPLY] = dup_reply (exchange);
  self->strings[PROP_REQUEST] = g_strdup (seven_exchange_get_request_text (exchange));
  count_down (self, context->lock);
  if (context->job != NULL)
    follow (self, context->job);

  return self;
}

/**
 * seven_result_get_remedy:
 * @self: a result
 *
 * Returns: where the operator mends it
 */
SevenRemedy
seven_result_get_remedy (SevenResult *self)
{
  g_return_val_if_fail (SEVEN_IS_RESULT (self), SEVEN_REMEDY_NONE);

  return seven_outcome_get_remedy (self->outcome);
}

/**
 * seven_result_get_curl:
 * @self: a result
 *
 * Returns: (transfer none): the same request as a command for sh; it takes the key from $SEVEN_API_KEY
 */
const char *
seven_result_get_curl (SevenResult *self)
{
  g_return_val_if_fail (SEVEN_IS_RESULT (self), NULL);

  return self->strings[PROP_CURL];
}

/**
 * seven_result_get_outcome:
 * @self: a result
 *
 * Returns: (transfer none): the outcome it speaks of
 */
SevenOutcome *
seven_result_get_outcome (SevenResult *self)
{
  g_return_val_if_fail (SEVEN_IS_RESULT (self), NULL);

  return self->outcome;
}

/**
 * seven_result_get_facts:
 * @self: a result
 *
 * Returns: (transfer none): its lines, #SevenFact
 */
GListModel *
seven_result_get_facts (SevenResult *self)
{
  g_return_val_if_fail (SEVEN_IS_RESULT (self), NULL);

  return G_LIST_MODEL (self->facts);
}

/**
 * seven_result_get_delivery:
 * @self: a result
 *
 * Returns: (transfer none) (nullable): what becomes of the SMS; %NULL where seven is not known to have one
 */
SevenDeliveryWatch *
seven_result_get_delivery (SevenResult *self)
{
  g_return_val_if_fail (SEVEN_IS_RESULT (self), NULL);

  return self->delivery;
}

/**
 * seven_result_get_lookup:
 * @self: a result
 *
 * Returns: (transfer none) (nullable): what looks for the SMS; %NULL where it is known whether it was sent
 */
SevenLookup *
seven_result_get_lookup (SevenResult *self)
{
  g_return_val_if_fail (SEVEN_IS_RESULT (self), NULL);

  return self->lookup;
}

/**
 * seven_result_dup_report:
 * @self: a result
 *
 * Returns: (transfer full): the result for a ticket, in lines: its number masked, without key, text and code
 */
char *
seven_result_dup_report (SevenResult *self)
{
  g_return_val_if_fail (SEVEN_IS_RESULT (self), NULL);

  return seven_result_report (self, self->job != NULL ? seven_send_job_get_record (self->job) : NULL);
}
