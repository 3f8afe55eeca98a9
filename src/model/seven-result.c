/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-result.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "seven-result-facts.h"

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
  PROP_REPLY,
  PROP_REQUEST,
  PROP_STATE,
  PROP_TITLE,
  N_STRINGS,
  PROP_FACTS = N_STRINGS,
  PROP_LOGTO_WRONG,
  PROP_REMEDY,
  N_PROPS
};

struct _SevenResult
{
  GObject parent_instance;

  SevenOutcome *outcome;
  GListStore *facts;
  char *strings[N_STRINGS];
};

G_DEFINE_FINAL_TYPE (SevenResult, seven_result, G_TYPE_OBJECT)

static GParamSpec *props[N_PROPS];

static void
seven_result_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenResult *self = SEVEN_RESULT (object);

  if (property_id > PROP_0 && property_id < N_STRINGS)
    g_value_set_string (value, self->strings[property_id]);
  else if (property_id == PROP_FACTS)
    g_value_set_object (value, self->facts);
  else if (property_id == PROP_LOGTO_WRONG)
    g_value_set_boolean (value, seven_outcome_is_logto_wrong (self->outcome));
  else if (property_id == PROP_REMEDY)
    g_value_set_int (value, (int) seven_outcome_get_remedy (self->outcome));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
seven_result_finalize (GObject *object)
{
  SevenResult *self = SEVEN_RESULT (object);

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
    [PROP_REPLY] = "reply",
    [PROP_REQUEST] = "request",
    [PROP_STATE] = "state",
    [PROP_TITLE] = "title",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = seven_result_finalize;
  object_class->get_property = seven_result_get_property;

  for (guint i = PROP_0 + 1; i < N_STRINGS; i++)
    props[i] = g_param_spec_string (names[i], NULL, NULL, NULL, flags);
  props[PROP_FACTS] = g_param_spec_object ("facts", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_LOGTO_WRONG] = g_param_spec_boolean ("logto-wrong", NULL, NULL, FALSE, flags);
  props[PROP_REMEDY] = g_param_spec_int ("remedy", NULL, NULL, 0, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_result_init (SevenResult *self)
{
}

static const char *
get_css_class (SevenState state)
{
  static const char *const classes[] = { "success", "warning", "error", "warning", "error" };

  return classes[state];
}

static const char *
get_icon_name (SevenState state)
{
  static const char *const names[] = {
    "emblem-ok-symbolic",
    "dialog-warning-symbolic",
    "dialog-error-symbolic",
    "dialog-question-symbolic",
    "network-error-symbolic",
  };

  return names[state];
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
  if (!accepted_config)
    return _ ("Logto would not have sent it");
  if (verdict == SEVEN_LOGTO_SUCCESS)
    return _ ("Logto would have reported success");
  if (verdict == SEVEN_LOGTO_ERROR)
    return _ ("Logto would have reported an error");

  return _ ("What Logto would have reported is not known");
}

static char *
dup_code (const SevenOutcome *outcome)
{
  int code = seven_outcome_get_code (outcome);

  return code != SEVEN_REPLY_NO_CODE ? g_strdup_printf ("%d", code) : g_strdup ("—");
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
  self->strings[PROP_CSS_CLASS] = g_strdup (get_css_class (state));
  self->strings[PROP_EXPLANATION] = g_strdup (seven_outcome_get_explanation (outcome));
  self->strings[PROP_ICON_NAME] = g_strdup (get_icon_name (state));
  self->strings[PROP_LOGTO_DETAIL] = g_strdup (seven_outcome_get_logto_detail (outcome));
  self->strings[PROP_LOGTO_TITLE] =
      g_strdup (get_logto_title (seven_outcome_get_logto_verdict (outcome), accepted_config));
  self->strings[PROP_NEXT_STEP] = g_strdup (seven_outcome_get_advice (outcome));
  self->strings[PROP_REMEDY_LABEL] = g_strdup (get_remedy_label (seven_outcome_get_remedy (outcome)));
  self->strings[PROP_STATE] = g_strdup (seven_state_get_name (state));
  self->strings[PROP_TITLE] = g_strdup (seven_outcome_get_title (outcome));
}

/**
 * seven_result_new:
 * @outcome: what came of a send, with its exchange
 * @context: what was sent
 *
 * Returns: (transfer full): the result in words
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
