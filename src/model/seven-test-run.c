/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-test-run-private.h"

#include <glib/gi18n-lib.h>

#include "seven-render.h"
#include "seven-test-code.h"

G_DEFINE_FINAL_TYPE (SevenTestRun, seven_test_run, G_TYPE_OBJECT)

enum
{
  PROP_0,
  /* Refreshed after every change. */
  PROP_ASKING,
  PROP_CODE,
  PROP_CODE_HINT,
  PROP_CODE_IN_TEXT,
  PROP_COST,
  PROP_ELAPSED,
  PROP_GATEWAY,
  PROP_LIVE,
  PROP_LOCK_WARNING,
  PROP_MESSAGE,
  PROP_OBSTACLE,
  PROP_QUESTION_BODY,
  PROP_QUESTION_TITLE,
  PROP_READY,
  PROP_RECIPIENT,
  PROP_RECIPIENT_HINT,
  PROP_RECIPIENT_VALID,
  PROP_RESULT,
  PROP_SENDER_ADVICE,
  PROP_SENDER_WARNING,
  PROP_SENDING,
  PROP_SERIES_READY,
  PROP_STOP_HINT,
  PROP_TEMPLATE,
  N_DERIVED,
  PROP_DOCUMENT = N_DERIVED,
  PROP_GATEWAYS,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
get_word (SevenTestRun *self, guint property_id, GValue *value)
{
  if (property_id == PROP_CODE_HINT)
    g_value_set_string (value, seven_test_run_get_code_hint (self));
  else if (property_id == PROP_COST)
    g_value_take_string (value, seven_test_run_dup_cost (self));
  else if (property_id == PROP_ELAPSED)
    g_value_take_string (value, seven_test_run_dup_elapsed (self));
  else if (property_id == PROP_LOCK_WARNING)
    g_value_take_string (value, seven_test_run_dup_lock_warning (self));
  else if (property_id == PROP_OBSTACLE)
    g_value_set_string (value, seven_test_run_get_obstacle (self));
  else if (property_id == PROP_QUESTION_BODY)
    g_value_take_string (value, seven_test_run_dup_question (self));
  else if (property_id == PROP_QUESTION_TITLE)
    g_value_set_string (value, _ ("Send a Real SMS?"));
  else if (property_id == PROP_SENDER_ADVICE)
    g_value_take_string (value, seven_test_run_dup_sender_advice (self));
  else if (property_id == PROP_STOP_HINT)
    g_value_set_string (value, seven_test_run_get_stop_hint (self));
  else
    g_value_take_string (value, seven_test_run_dup_recipient_hint (self));
}

static gboolean
get_flag (SevenTestRun *self, guint property_id)
{
  if (property_id == PROP_ASKING)
    return self->pending != NULL;
  if (property_id == PROP_CODE_IN_TEXT)
    return seven_test_run_is_code_in_text (self);
  if (property_id == PROP_LIVE)
    return seven_test_run_is_live (self);
  if (property_id == PROP_READY)
    return seven_test_run_is_ready (self);
  if (property_id == PROP_RECIPIENT_VALID)
    return self->phone != NULL;
  if (property_id == PROP_SENDER_WARNING)
    return seven_test_run_get_sender_warning (self);
  if (property_id == PROP_SENDING)
    return self->cancellable != NULL;

  return seven_test_run_is_series_ready (self);
}

static void
seven_test_run_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenTestRun *self = SEVEN_TEST_RUN (object);

  switch (property_id) {
  case PROP_CODE_HINT:
  case PROP_COST:
  case PROP_ELAPSED:
  case PROP_LOCK_WARNING:
  case PROP_OBSTACLE:
  case PROP_QUESTION_BODY:
  case PROP_QUESTION_TITLE:
  case PROP_RECIPIENT_HINT:
  case PROP_SENDER_ADVICE:
  case PROP_STOP_HINT:
    get_word (self, property_id, value);
    break;
  case PROP_ASKING:
  case PROP_CODE_IN_TEXT:
  case PROP_LIVE:
  case PROP_READY:
  case PROP_RECIPIENT_VALID:
  case PROP_SENDER_WARNING:
  case PROP_SENDING:
  case PROP_SERIES_READY:
    g_value_set_boolean (value, get_flag (self, property_id));
    break;
  case PROP_CODE:
    g_value_set_string (value, self->code);
    break;
  case PROP_DOCUMENT:
    g_value_set_object (value, self->document);
    break;
  case PROP_GATEWAY:
    g_value_set_object (value, self->gateway);
    break;
  case PROP_GATEWAYS:
    g_value_set_object (value, seven_session_get_gateways (self->session));
    break;
  case PROP_MESSAGE:
    g_value_set_object (value, self->message);
    break;
  case PROP_RECIPIENT:
    g_value_set_string (value, self->recipient);
    break;
  case PROP_RESULT:
    g_value_set_object (value, self->result);
    break;
  case PROP_SESSION:
    g_value_set_object (value, self->session);
    break;
  case PROP_TEMPLATE:
    g_value_set_object (value, self->template);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_test_run_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenTestRun *self = SEVEN_TEST_RUN (object);

  switch (property_id) {
  case PROP_CODE:
    seven_test_run_set_code (self, g_value_get_string (value));
    break;
  case PROP_DOCUMENT:
    self->document = g_value_dup_object (value);
    break;
  case PROP_GATEWAY:
    seven_test_run_set_gateway (self, g_value_get_object (value));
    break;
  case PROP_RECIPIENT:
    seven_test_run_set_recipient (self, g_value_get_string (value));
    break;
  case PROP_SESSION:
    self->session = g_value_dup_object (value);
    break;
  case PROP_TEMPLATE:
    seven_test_run_set_template (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static SevenGatewayChoice *
find_gateway (GListModel *gateways)
{
  for (guint i = 0; i < g_list_model_get_n_items (gateways); i++) {
    g_autoptr (SevenGatewayChoice) choice = g_list_model_get_item (gateways, i);

    if (!seven_gateway_choice_is_live (choice))
      return g_steal_pointer (&choice);
  }
  return NULL;
}

/* The template that Logto's own Test uses, else the first. (transfer full) (nullable) */
static SevenTemplateItem *
find_template (SevenTestRun *self)
{
  SevenConfig *config = seven_document_get_config (self->document);
  int index =
      config != NULL ? seven_config_find_template (config, seven_usage_get_name (SEVEN_USAGE_GENERIC)) : -1;

  return g_list_model_get_item (
      seven_document_get_templates (self->document), index >= 0 ? (guint) index : 0);
}

static gboolean
is_same_message (SevenTestRun *self, SevenMessage *message, const char *sender)
{
  return self->message != NULL && g_strcmp0 (self->sender, sender) == 0 &&
      g_str_equal (seven_message_get_title (self->message), seven_message_get_title (message)) &&
      g_str_equal (seven_message_get_content (self->message), seven_message_get_content (message)) &&
      g_str_equal (seven_message_get_text (self->message), seven_message_get_text (message));
}

static void
update_message (SevenTestRun *self)
{
  const char *content = self->template != NULL ? seven_template_item_get_content (self->template) : NULL;
  SevenConfig *config = seven_document_get_config (self->document);
  const char *sender = config != NULL ? seven_config_get_sender (config) : NULL;
  g_autoptr (SevenMessage) message = NULL;
  g_autofree char *title = NULL;

  if (content == NULL) {
    g_clear_object (&self->message);
    return;
  }
  title = seven_template_item_dup_title (self->template);
  message =
      seven_message_new (seven_template_item_get_index (self->template), title, sender, content, self->code);
  if (is_same_message (self, message, sender))
    return;
  g_set_object (&self->message, message);
  g_clear_pointer (&self->sender, g_free);
  self->sender = g_strdup (sender);
}

void
seven_test_run_refresh (SevenTestRun *self)
{
  update_message (self);
  seven_test_run_want_price (self);
  seven_test_run_watch_lock (self);
  seven_shown_refresh (self->shown);
}

/* The template that was chosen may be gone, or the first one be there. */
static void
document_checked (SevenTestRun *self)
{
  if (self->template == NULL || !seven_template_item_is_attached (self->template)) {
    g_clear_object (&self->template);
    self->template = find_template (self);
  }
  seven_test_run_refresh (self);
}

static void
parse_recipient (SevenTestRun *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->phone, seven_phone_free);
  g_clear_pointer (&self->recipient_fault, g_free);
  self->phone = seven_phone_parse (self->recipient, &error);
  if (self->phone == NULL)
    self->recipient_fault = g_strdup (error->message);
}

static void
seven_test_run_constructed (GObject *object)
{
  SevenTestRun *self = SEVEN_TEST_RUN (object);

  G_OBJECT_CLASS (seven_test_run_parent_class)->constructed (object);

  self->gateway = find_gateway (seven_session_get_gateways (self->session));
  self->template = find_template (self);
  update_message (self);
  seven_test_run_want_price (self);
  self->shown = seven_shown_new (object, props, PROP_0 + 1, N_DERIVED);
  g_signal_connect_object (self->document, "checked", G_CALLBACK (document_checked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->document, "notify::checking", G_CALLBACK (seven_test_run_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (seven_session_get_prices (self->session), "changed",
      G_CALLBACK (seven_test_run_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (seven_session_get_recent_sends (self->session), "changed",
      G_CALLBACK (seven_test_run_refresh), self, G_CONNECT_SWAPPED);
}

static void
seven_test_run_finalize (GObject *object)
{
  SevenTestRun *self = SEVEN_TEST_RUN (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_handle_id (&self->price_id, g_source_remove);
  g_clear_handle_id (&self->lock_tick_id, g_source_remove);
  g_clear_pointer (&self->pending, seven_send_job_unref);
  g_clear_pointer (&self->running, seven_send_job_unref);
  g_clear_pointer (&self->shown, seven_shown_free);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  g_clear_object (&self->gateway);
  g_clear_object (&self->template);
  g_clear_object (&self->message);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->result);
  g_clear_pointer (&self->phone, seven_phone_free);
  g_free (self->recipient);
  g_free (self->recipient_fault);
  g_free (self->code);
  g_free (self->sender);

  G_OBJECT_CLASS (seven_test_run_parent_class)->finalize (object);
}

static void
install_strings (GParamFlags flags)
{
  GParamFlags writable = flags | G_PARAM_WRITABLE;

  props[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, NULL, writable);
  props[PROP_CODE_HINT] = g_param_spec_string ("code-hint", NULL, NULL, NULL, flags);
  props[PROP_COST] = g_param_spec_string ("cost", NULL, NULL, NULL, flags);
  props[PROP_ELAPSED] = g_param_spec_string ("elapsed", NULL, NULL, NULL, flags);
  props[PROP_LOCK_WARNING] = g_param_spec_string ("lock-warning", NULL, NULL, NULL, flags);
  props[PROP_OBSTACLE] = g_param_spec_string ("obstacle", NULL, NULL, NULL, flags);
  props[PROP_QUESTION_BODY] = g_param_spec_string ("question-body", NULL, NULL, NULL, flags);
  props[PROP_QUESTION_TITLE] = g_param_spec_string ("question-title", NULL, NULL, NULL, flags);
  props[PROP_RECIPIENT] = g_param_spec_string ("recipient", NULL, NULL, NULL, writable);
  props[PROP_RECIPIENT_HINT] = g_param_spec_string ("recipient-hint", NULL, NULL, NULL, flags);
  props[PROP_SENDER_ADVICE] = g_param_spec_string ("sender-advice", NULL, NULL, NULL, flags);
  props[PROP_STOP_HINT] = g_param_spec_string ("stop-hint", NULL, NULL, NULL, flags);
}

static void
seven_test_run_class_init (SevenTestRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = flags | G_PARAM_WRITABLE;
  GParamFlags construct = writable | G_PARAM_CONSTRUCT_ONLY;

  object_class->constructed = seven_test_run_constructed;
  object_class->finalize = seven_test_run_finalize;
  object_class->get_property = seven_test_run_get_property;
  object_class->set_property = seven_test_run_set_property;

  install_strings (flags);
  props[PROP_ASKING] = g_param_spec_boolean ("asking", NULL, NULL, FALSE, flags);
  props[PROP_CODE_IN_TEXT] = g_param_spec_boolean ("code-in-text", NULL, NULL, FALSE, flags);
  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SEVEN_TYPE_DOCUMENT, construct);
  props[PROP_GATEWAY] = g_param_spec_object ("gateway", NULL, NULL, SEVEN_TYPE_GATEWAY_CHOICE, writable);
  props[PROP_GATEWAYS] = g_param_spec_object ("gateways", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_LIVE] = g_param_spec_boolean ("live", NULL, NULL, FALSE, flags);
  props[PROP_MESSAGE] = g_param_spec_object ("message", NULL, NULL, SEVEN_TYPE_MESSAGE, flags);
  props[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, flags);
  props[PROP_RECIPIENT_VALID] = g_param_spec_boolean ("recipient-valid", NULL, NULL, FALSE, flags);
  props[PROP_RESULT] = g_param_spec_object ("result", NULL, NULL, SEVEN_TYPE_RESULT, flags);
  props[PROP_SENDER_WARNING] = g_param_spec_boolean ("sender-warning", NULL, NULL, FALSE, flags);
  props[PROP_SENDING] = g_param_spec_boolean ("sending", NULL, NULL, FALSE, flags);
  props[PROP_SERIES_READY] = g_param_spec_boolean ("series-ready", NULL, NULL, FALSE, flags);
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEVEN_TYPE_SESSION, construct);
  props[PROP_TEMPLATE] = g_param_spec_object ("template", NULL, NULL, SEVEN_TYPE_TEMPLATE_ITEM, writable);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_test_run_init (SevenTestRun *self)
{
  self->recipient = g_strdup (SEVEN_TEST_RUN_SAMPLE_RECIPIENT);
  self->code = seven_test_code_new (NULL);
  parse_recipient (self);
}

/**
 * seven_test_run_new:
 * @document: a document
 * @session: whose gateways there are to choose from, and where the tests are kept
 *
 * Returns: (transfer full): a test of the document's templates
 */
SevenTestRun *
seven_test_run_new (SevenDocument *document, SevenSession *session)
{
  g_return_val_if_fail (SEVEN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (SEVEN_IS_SESSION (session), NULL);

  return g_object_new (SEVEN_TYPE_TEST_RUN, "document", document, "session", session, NULL);
}

/**
 * seven_test_run_is_live:
 * @self: a test
 *
 * Returns: whether the gateway that is chosen sends real SMS, so that sending must be asked for first
 */
gboolean
seven_test_run_is_live (SevenTestRun *self)
{
  g_return_val_if_fail (SEVEN_IS_TEST_RUN (self), FALSE);

  return self->gateway != NULL && seven_gateway_choice_is_live (self->gateway);
}

/**
 * seven_test_run_is_sending:
 * @self: a test
 *
 * Returns: whether an answer is awaited
 */
gboolean
seven_test_run_is_sending (SevenTestRun *self)
{
  g_return_val_if_fail (SEVEN_IS_TEST_RUN (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * seven_test_run_get_result:
 * @self: a test
 *
 * Returns: (transfer none) (nullable): what came of the last send; %NULL: none yet, or one is under way
 */
SevenResult *
seven_test_run_get_result (SevenTestRun *self)
{
  g_return_val_if_fail (SEVEN_IS_TEST_RUN (self), NULL);

  return self->result;
}

/**
 * seven_test_run_get_code:
 * @self: a test
 *
 * Returns: (transfer none): what takes the place of {{code}}
 */
const char *
seven_test_run_get_code (SevenTestRun *self)
{
  g_return_val_if_fail (SEVEN_IS_TEST_RUN (self), NULL);

  return self->code;
}

/**
 * seven_test_run_set_gateway:
 * @self: a test
 * @gateway: (nullable): where to send
 *
 * Chooses the gateway.
 */
void
seven_test_run_set_gateway (SevenTestRun *self, SevenGatewayChoice *gateway)
{
  g_return_if_fail (SEVEN_IS_TEST_RUN (self));

  if (g_set_object (&self->gateway, gateway))
    seven_test_run_refresh (self);
}

/**
 * seven_test_run_set_recipient:
 * @self: a test
 * @recipient: (nullable): one phone number as typed; %NULL is ""
 *
 * Sets the recipient.
 */
void
seven_test_run_set_recipient (SevenTestRun *self, const char *recipient)
{
  g_return_if_fail (SEVEN_IS_TEST_RUN (self));

  if (recipient == NULL)
    recipient = "";
  if (g_str_equal (self->recipient, recipient))
    return;
  g_clear_pointer (&self->recipient, g_free);
  self->recipient = g_strdup (recipient);
  parse_recipient (self);
  seven_test_run_refresh (self);
}

/**
 * seven_test_run_set_template:
 * @self: a test
 * @item: (nullable): one of the document's templates
 *
 * Chooses what is sent.
 */
void
seven_test_run_set_template (SevenTestRun *self, SevenTemplateItem *item)
{
  g_return_if_fail (SEVEN_IS_TEST_RUN (self));

  if (g_set_object (&self->template, item))
    seven_test_run_refresh (self);
}

/**
 * seven_test_run_set_code:
 * @self: a test
 * @code: (nullable): what takes the place of {{code}}; %NULL is ""
 *
 * Sets the code.
 */
void
seven_test_run_set_code (SevenTestRun *self, const char *code)
{
  g_return_if_fail (SEVEN_IS_TEST_RUN (self));

  if (code == NULL)
    code = "";
  if (g_str_equal (self->code, code))
    return;
  g_clear_pointer (&self->code, g_free);
  self->code = g_strdup (code);
  seven_test_run_refresh (self);
}

/**
 * seven_test_run_new_code:
 * @self: a test
 *
 * Takes six other random digits.
 */
void
seven_test_run_new_code (SevenTestRun *self)
{
  g_autofree char *code = NULL;

  g_return_if_fail (SEVEN_IS_TEST_RUN (self));

  code = seven_test_code_new (self->code);
  seven_test_run_set_code (self, code);
}

/**
 * seven_test_run_use_logto_code:
 * @self: a test
 *
 * Takes the code that Logto's own Test sends.
 */
void
seven_test_run_use_logto_code (SevenTestRun *self)
{
  g_return_if_fail (SEVEN_IS_TEST_RUN (self));

  seven_test_run_set_code (self, SEVEN_RENDER_LOGTO_TEST_CODE);
}
