/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-test-series-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "seven-render.h"
#include "seven-send-words.h"
#include "seven-sender-advice.h"
#include "seven-test-code.h"

/* How often another code is tried where a text would be one that was sent already. */
#define MAX_TRIES 8

G_DEFINE_FINAL_TYPE (SevenTestSeries, seven_test_series, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DONE,
  PROP_FRACTION,
  PROP_N_DONE,
  PROP_PROGRESS,
  PROP_QUESTION_BODY,
  PROP_RUNNING,
  PROP_STOP_HINT,
  PROP_STOP_REASON,
  PROP_SUMMARY,
  N_DERIVED,
  PROP_DESTINATION = N_DERIVED,
  PROP_ITEMS,
  PROP_LIVE,
  PROP_N_TOTAL,
  PROP_QUESTION_TITLE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static SevenSeriesItem *
get_item (SevenTestSeries *self, guint index)
{
  g_autoptr (SevenSeriesItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), index);

  /* The list holds it on. */
  return item;
}

static guint
count_steps (SevenTestSeries *self, SevenSeriesStep step)
{
  guint n_steps = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    n_steps += seven_series_item_get_step (get_item (self, i)) == step ? 1 : 0;

  return n_steps;
}

static double
get_fraction (SevenTestSeries *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  return n_items > 0 ? (double) self->next / n_items : 1.0;
}

static void
get_word (SevenTestSeries *self, guint property_id, GValue *value)
{
  if (property_id == PROP_DESTINATION)
    g_value_take_string (value, seven_test_series_dup_destination (self));
  else if (property_id == PROP_PROGRESS)
    g_value_take_string (value, seven_test_series_dup_progress (self));
  else if (property_id == PROP_QUESTION_BODY)
    g_value_take_string (value, seven_test_series_dup_question (self));
  else if (property_id == PROP_QUESTION_TITLE)
    g_value_take_string (value, seven_test_series_dup_question_title (self));
  else if (property_id == PROP_STOP_HINT)
    g_value_set_string (value, seven_test_series_get_stop_hint (self));
  else if (property_id == PROP_STOP_REASON)
    g_value_set_string (value, self->stop_reason != NULL ? self->stop_reason : "");
  else
    g_value_take_string (value, seven_test_series_dup_summary (self));
}

static void
seven_test_series_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenTestSeries *self = SEVEN_TEST_SERIES (object);

  switch (property_id) {
  case PROP_DONE:
    g_value_set_boolean (value, self->done);
    break;
  case PROP_FRACTION:
    g_value_set_double (value, get_fraction (self));
    break;
  case PROP_ITEMS:
    g_value_set_object (value, self->items);
    break;
  case PROP_LIVE:
    g_value_set_boolean (value, seven_test_series_is_live (self));
    break;
  case PROP_N_DONE:
    g_value_set_uint (value, count_steps (self, SEVEN_SERIES_STEP_DONE));
    break;
  case PROP_N_TOTAL:
    g_value_set_uint (value, seven_test_series_get_n_total (self));
    break;
  case PROP_RUNNING:
    g_value_set_boolean (value, seven_test_series_is_running (self));
    break;
  case PROP_DESTINATION:
  case PROP_PROGRESS:
  case PROP_QUESTION_BODY:
  case PROP_QUESTION_TITLE:
  case PROP_STOP_HINT:
  case PROP_STOP_REASON:
  case PROP_SUMMARY:
    get_word (self, property_id, value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_test_series_finalize (GObject *object)
{
  SevenTestSeries *self = SEVEN_TEST_SERIES (object);

  g_clear_pointer (&self->shown, seven_shown_free);
  g_clear_object (&self->session);
  g_clear_object (&self->gateway);
  g_clear_pointer (&self->phone, seven_phone_free);
  g_clear_object (&self->items);
  g_clear_object (&self->cancellable);
  g_free (self->api_key);
  g_free (self->document_title);
  g_free (self->sender_objection);
  g_free (self->stop_reason);

  G_OBJECT_CLASS (seven_test_series_parent_class)->finalize (object);
}

static void
seven_test_series_class_init (SevenTestSeriesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = seven_test_series_finalize;
  object_class->get_property = seven_test_series_get_property;

  props[PROP_DESTINATION] = g_param_spec_string ("destination", NULL, NULL, NULL, flags);
  props[PROP_DONE] = g_param_spec_boolean ("done", NULL, NULL, FALSE, flags);
  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  props[PROP_ITEMS] = g_param_spec_object ("items", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_LIVE] = g_param_spec_boolean ("live", NULL, NULL, FALSE, flags);
  props[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_TOTAL] = g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_PROGRESS] = g_param_spec_string ("progress", NULL, NULL, NULL, flags);
  props[PROP_QUESTION_BODY] = g_param_spec_string ("question-body", NULL, NULL, NULL, flags);
  props[PROP_QUESTION_TITLE] = g_param_spec_string ("question-title", NULL, NULL, NULL, flags);
  props[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  props[PROP_STOP_HINT] = g_param_spec_string ("stop-hint", NULL, NULL, NULL, flags);
  props[PROP_STOP_REASON] = g_param_spec_string ("stop-reason", NULL, NULL, NULL, flags);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_test_series_init (SevenTestSeries *self)
{
  self->items = g_list_store_new (SEVEN_TYPE_SERIES_ITEM);
}

/* Making it */

typedef struct
{
  SevenTestSeries *series; /* borrowed, as the rest */
  SevenDocument *document;
  SevenConfig *config;
  GHashTable *texts; /* text → title of the template that has it */
} Making;

/* Why a template cannot be sent, whatever the code; NULL: it can. */
static const char *
get_fault (const SevenConfigTemplate *template)
{
  if (template->content_value == NULL)
    return _ ("It has no content.");
  if (template->content == NULL)
    return _ ("Its content is no string.");
  if (*template->content == '\0')
    return _ ("Its text is empty.");

  return NULL;
}

static SevenSendJob *
create_job (const Making *making, guint index, const char *title)
{
  const SevenConfigTemplate *template = seven_config_get_template (making->config, index);
  SevenTestSeries *self = making->series;
  const char *sender = seven_config_get_sender (making->config);
  g_autofree char *code = seven_test_code_new (NULL);
  g_autoptr (SevenMessage) message = seven_message_new (index, title, sender, template->content, code);

  return seven_send_job_new (self->session, making->document, self->gateway, self->api_key, template->usage,
      sender, message, self->phone);
}

static const char *
get_text (SevenSendJob *job)
{
  return seven_message_get_text (seven_send_job_get_message (job));
}

/* Why seven would refuse it, though it may not refuse others; NULL: it would not. (transfer full) */
static char *
dup_objection (const Making *making, SevenSendJob *job)
{
  const char *other = g_hash_table_lookup (making->texts, get_text (job));
  guint remaining = seven_send_job_get_lock (job);
  guint lock = seven_recent_sends_get_lock (seven_session_get_recent_sends (making->series->session));

  if (other != NULL)
    /* Translators: %s is the name of another template; 402 is a return code of seven’s. */
    return g_strdup_printf (
        _ ("It has the same text as “%s” and no {{code}}: seven would refuse it (402)."), other);

  return remaining > 0 ? seven_send_words_lock (lock - remaining, remaining) : NULL;
}

static SevenSeriesItem *
create_item (const Making *making, guint index, const char *title)
{
  const SevenConfigTemplate *template = seven_config_get_template (making->config, index);
  const char *fault = get_fault (template);
  g_autoptr (SevenSendJob) job = NULL;
  g_autofree char *objection = NULL;

  if (fault != NULL)
    return seven_series_item_new_skipped (title, template->usage, fault);
  for (guint i = 0; i < MAX_TRIES && (job == NULL || objection != NULL); i++) {
    g_clear_pointer (&job, seven_send_job_unref);
    g_clear_pointer (&objection, g_free);
    job = create_job (making, index, title);
    objection = dup_objection (making, job);
  }
  if (objection != NULL)
    return seven_series_item_new_skipped (title, template->usage, objection);
  g_hash_table_insert (making->texts, g_strdup (get_text (job)), g_strdup (title));

  return seven_series_item_new (title, template->usage, g_steal_pointer (&job));
}

static void
add_items (SevenTestSeries *self, SevenDocument *document)
{
  GListModel *templates = seven_document_get_templates (document);
  SevenConfig *config = seven_document_get_config (document);
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const Making making = { self, document, config, texts };
  guint n_templates =
      config != NULL ? MIN (g_list_model_get_n_items (templates), seven_config_get_n_templates (config)) : 0;

  for (guint i = 0; i < n_templates; i++) {
    g_autoptr (SevenTemplateItem) template = g_list_model_get_item (templates, i);
    g_autofree char *title = seven_template_item_dup_title (template);
    g_autoptr (SevenSeriesItem) item = create_item (&making, i, title);

    g_list_store_append (self->items, item);
  }
}

static char *
dup_sender_objection (SevenDocument *document, const SevenPhone *phone)
{
  const SevenDestination *destination = seven_destination_find (phone);
  SevenConfig *config = seven_document_get_config (document);

  return seven_sender_advice_is_warning (destination, config) ? seven_sender_advice_dup (destination, config)
                                                              : g_strdup ("");
}

static void
prices_changed_cb (SevenTestSeries *self)
{
  seven_shown_refresh (self->shown);
}

/**
 * seven_test_series_new:
 * @session: what the windows share
 * @document: whose templates
 * @gateway: where to send
 * @api_key: the key that this gateway gets
 * @phone: the recipient
 *
 * Returns: (transfer full): a series that waits to be started
 */
SevenTestSeries *
seven_test_series_new (SevenSession *session, SevenDocument *document, SevenGatewayChoice *gateway,
    const char *api_key, const SevenPhone *phone)
{
  SevenTestSeries *self;

  g_return_val_if_fail (SEVEN_IS_SESSION (session), NULL);
  g_return_val_if_fail (SEVEN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (SEVEN_IS_GATEWAY_CHOICE (gateway), NULL);
  g_return_val_if_fail (api_key != NULL && phone != NULL, NULL);

  self = g_object_new (SEVEN_TYPE_TEST_SERIES, NULL);
  g_set_object (&self->session, session);
  g_set_object (&self->gateway, gateway);
  self->api_key = g_strdup (api_key);
  self->phone = seven_phone_copy (phone);
  self->sender_objection = dup_sender_objection (document, phone);
  g_object_get (document, "title", &self->document_title, NULL);
  add_items (self, document);
  self->shown = seven_shown_new (G_OBJECT (self), props, PROP_0 + 1, N_DERIVED);
  g_signal_connect_object (
      seven_session_get_prices (session), "changed", G_CALLBACK (prices_changed_cb), self, G_CONNECT_SWAPPED);
  if (seven_phone_get_country (phone) != NULL)
    seven_price_list_request (
        seven_session_get_prices (session), gateway, api_key, seven_phone_get_country (phone));

  return self;
}

/**
 * seven_test_series_get_items:
 * @self: a series
 *
 * Returns: (transfer none): #SevenSeriesItem, one for each template
 */
GListModel *
seven_test_series_get_items (SevenTestSeries *self)
{
  g_return_val_if_fail (SEVEN_IS_TEST_SERIES (self), NULL);

  return G_LIST_MODEL (self->items);
}

/**
 * seven_test_series_get_n_total:
 * @self: a series
 *
 * Returns: how many templates are, or could have been, sent
 */
guint
seven_test_series_get_n_total (SevenTestSeries *self)
{
  g_return_val_if_fail (SEVEN_IS_TEST_SERIES (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->items)) -
      count_steps (self, SEVEN_SERIES_STEP_SKIPPED);
}

/**
 * seven_test_series_is_live:
 * @self: a series
 *
 * Returns: whether it sends real SMS, so that the person must be asked first
 */
gboolean
seven_test_series_is_live (SevenTestSeries *self)
{
  g_return_val_if_fail (SEVEN_IS_TEST_SERIES (self), FALSE);

  return seven_gateway_choice_is_live (self->gateway);
}

/**
 * seven_test_series_is_running:
 * @self: a series
 *
 * Returns: whether an answer is awaited
 */
gboolean
seven_test_series_is_running (SevenTestSeries *self)
{
  g_return_val_if_fail (SEVEN_IS_TEST_SERIES (self), FALSE);

  return self->cancellable != NULL;
}

/* Running it */

/* reason: (transfer full) (nullable) */
static void
end (SevenTestSeries *self, char *reason)
{
  for (; self->next < g_list_model_get_n_items (G_LIST_MODEL (self->items)); self->next++) {
    SevenSeriesItem *item = get_item (self, self->next);

    if (seven_series_item_get_step (item) == SEVEN_SERIES_STEP_WAITING)
      seven_series_item_set_step (item, SEVEN_SERIES_STEP_NOT_SENT);
  }
  g_clear_object (&self->cancellable);
  self->stop_reason = reason;
  self->done = TRUE;
  seven_shown_refresh (self->shown);
}

/* Time has gone by since the series was made, and another window may have sent the same. */
static gboolean
skip_if_locked (SevenTestSeries *self, SevenSeriesItem *item)
{
  guint remaining = seven_send_job_get_lock (seven_series_item_get_job (item));
  guint lock = seven_recent_sends_get_lock (seven_session_get_recent_sends (self->session));
  g_autofree char *reason = NULL;

  if (remaining == 0)
    return FALSE;
  reason = seven_send_words_lock (lock - remaining, remaining);
  seven_series_item_skip (item, reason);

  return TRUE;
}

static void send_next (SevenTestSeries *self);

static void
sent_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SevenTestSeries) self = user_data;
  SevenSeriesItem *item = get_item (self, self->next);
  g_autoptr (SevenResult) outcome = seven_send_job_run_finish (seven_series_item_get_job (item), result);
  char *reason = self->stopping
      ? g_strdup (_ ("You have stopped it."))
      : seven_test_series_dup_stop_reason (item, seven_result_get_outcome (outcome));

  seven_series_item_set_step (item, SEVEN_SERIES_STEP_DONE);
  self->next++;
  if (reason != NULL)
    end (self, reason);
  else
    send_next (self);
}

static void
send_next (SevenTestSeries *self)
{
  for (; self->next < g_list_model_get_n_items (G_LIST_MODEL (self->items)); self->next++) {
    SevenSeriesItem *item = get_item (self, self->next);

    if (seven_series_item_get_step (item) != SEVEN_SERIES_STEP_WAITING || skip_if_locked (self, item))
      continue;
    g_clear_object (&self->cancellable);
    self->cancellable = g_cancellable_new ();
    seven_series_item_set_step (item, SEVEN_SERIES_STEP_SENDING);
    seven_send_job_run_async (
        seven_series_item_get_job (item), self->cancellable, sent_cb, g_object_ref (self));
    seven_shown_refresh (self->shown);
    return;
  }
  end (self, NULL);
}

/**
 * seven_test_series_start:
 * @self: a series
 *
 * Sends one template after another. Does nothing where it was started already. On a live gateway whoever calls has
 * asked first.
 */
void
seven_test_series_start (SevenTestSeries *self)
{
  g_return_if_fail (SEVEN_IS_TEST_SERIES (self));

  if (self->started != 0)
    return;
  self->started = g_get_real_time ();
  self->cancellable = g_cancellable_new ();
  send_next (self);
}

/**
 * seven_test_series_stop:
 * @self: a series
 *
 * Stops waiting for the answer, where one is awaited, and sends no further template. Of the one that is under way it
 * may not be known what becomes of it.
 */
void
seven_test_series_stop (SevenTestSeries *self)
{
  g_return_if_fail (SEVEN_IS_TEST_SERIES (self));

  if (self->cancellable == NULL)
    return;
  self->stopping = TRUE;
  g_cancellable_cancel (self->cancellable);
}
