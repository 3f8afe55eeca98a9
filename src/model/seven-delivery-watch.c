/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-delivery-watch.h"

#include <glib/gi18n-lib.h>

#include "seven-inquiry.h"
#include "seven-journal.h"
#include "seven-shown.h"

#define SECOND 1000 /* milliseconds */

/* A word that nobody knows is shown as it came, up to this many characters. */
#define MAX_WORD 40

struct _SevenDeliveryWatch
{
  GObject parent_instance;

  SevenGateway *gateway;
  SevenRequest *request;
  SevenRunRecord *record;
  char *message_id;
  guint pace; /* milliseconds */

  GListStore *steps;
  SevenDelivery delivery;
  char *word; /* (nullable): the last report's, where it is none that is known */
  char *fault; /* (nullable): why the last question brought nothing */
  gboolean refused; /* for good, until something is changed at seven */
  gboolean over; /* the two minutes */

  gboolean watching;
  GCancellable *cancellable; /* (nullable): of the question that is asked */
  gint64 started; /* monotonic, microseconds */
  guint n_polls;
  guint timer_id;
  SevenShown *shown;
};

G_DEFINE_FINAL_TYPE (SevenDeliveryWatch, seven_delivery_watch, G_TYPE_OBJECT)

enum
{
  PROP_0,
  /* Refreshed after every change. */
  PROP_CAN_RESUME,
  PROP_CSS_CLASS,
  PROP_DELIVERY,
  PROP_EXPLANATION,
  PROP_FINAL,
  PROP_ICON_NAME,
  PROP_TITLE,
  PROP_WATCHING,
  N_DERIVED,
  PROP_PACE = N_DERIVED,
  PROP_STEPS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void schedule (SevenDeliveryWatch *self);

static char *
dup_title (SevenDeliveryWatch *self)
{
  if (self->delivery == SEVEN_DELIVERY_NONE && self->refused)
    return g_strdup (_ ("No report available"));
  if (self->delivery == SEVEN_DELIVERY_NONE && self->watching)
    return g_strdup (_ ("Waiting for the report"));
  if (self->word != NULL)
    /* Translators: %s is a word of the gateway’s that nobody knows. */
    return g_strdup_printf (_ ("Reported as “%s”"), self->word);

  return g_strdup (seven_delivery_get_title (self->delivery));
}

/* Why there is no final report, and what can be done. */
static char *
dup_open_end (SevenDeliveryWatch *self)
{
  if (self->refused)
    /* Translators: %s is one or more whole sentences about a refusal. */
    return g_strdup_printf (_ ("Sending worked; only the delivery report is not available. %s"), self->fault);
  if (self->watching && self->fault != NULL)
    /* Translators: %s is one or more whole sentences about what went wrong. */
    return g_strdup_printf (_ ("The last question was not answered: %s It is asked again."), self->fault);
  if (self->watching)
    return NULL;
  if (self->over && self->fault != NULL)
    /* Translators: %s is one or more whole sentences about what went wrong. */
    return g_strdup_printf (
        _ ("Two minutes are over, and the last question was not answered: %s"), self->fault);
  if (self->over)
    return g_strdup (
        _ ("There was no final report within two minutes. It may still come: look again later."));

  return g_strdup (_ ("Nobody is looking at present: the report may still come."));
}

static char *
dup_explanation (SevenDeliveryWatch *self)
{
  const char *meaning = seven_delivery_get_explanation (self->delivery);
  g_autofree char *more = NULL;

  if (!seven_delivery_is_final (self->delivery))
    more = dup_open_end (self);
  else if (self->delivery != SEVEN_DELIVERY_DELIVERED &&
      seven_run_record_get_entry (self->record)->logto == SEVEN_LOGTO_SUCCESS)
    more = g_strdup (_ ("Logto never learns of this: its user is told that the code was sent."));
  if (meaning == NULL || more == NULL)
    return more != NULL ? g_steal_pointer (&more) : g_strdup (meaning != NULL ? meaning : "");

  return g_strconcat (meaning, " ", more, NULL);
}

static void
seven_delivery_watch_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenDeliveryWatch *self = SEVEN_DELIVERY_WATCH (object);
  gboolean final = seven_delivery_is_final (self->delivery);

  switch (property_id) {
  case PROP_CAN_RESUME:
    g_value_set_boolean (value, !self->watching && !final);
    break;
  case PROP_CSS_CLASS:
    g_value_set_string (value, seven_delivery_get_css_class (self->delivery));
    break;
  case PROP_DELIVERY:
    g_value_set_int (value, (int) self->delivery);
    break;
  case PROP_EXPLANATION:
    g_value_take_string (value, dup_explanation (self));
    break;
  case PROP_FINAL:
    g_value_set_boolean (value, final);
    break;
  case PROP_ICON_NAME:
    g_value_set_string (value, seven_delivery_get_icon_name (self->delivery));
    break;
  case PROP_PACE:
    g_value_set_uint (value, self->pace);
    break;
  case PROP_STEPS:
    g_value_set_object (value, self->steps);
    break;
  case PROP_TITLE:
    g_value_take_string (value, dup_title (self));
    break;
  case PROP_WATCHING:
    g_value_set_boolean (value, self->watching);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_delivery_watch_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenDeliveryWatch *self = SEVEN_DELIVERY_WATCH (object);

  switch (property_id) {
  case PROP_PACE:
    self->pace = g_value_get_uint (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_delivery_watch_finalize (GObject *object)
{
  SevenDeliveryWatch *self = SEVEN_DELIVERY_WATCH (object);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_pointer (&self->shown, seven_shown_free);
  g_clear_pointer (&self->request, seven_request_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->gateway);
  g_clear_object (&self->record);
  g_clear_object (&self->steps);
  g_free (self->message_id);
  g_free (self->word);
  g_free (self->fault);

  G_OBJECT_CLASS (seven_delivery_watch_parent_class)->finalize (object);
}

static void
seven_delivery_watch_class_init (SevenDeliveryWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = seven_delivery_watch_finalize;
  object_class->get_property = seven_delivery_watch_get_property;
  object_class->set_property = seven_delivery_watch_set_property;

  props[PROP_CAN_RESUME] = g_param_spec_boolean ("can-resume", NULL, NULL, FALSE, flags);
  props[PROP_CSS_CLASS] = g_param_spec_string ("css-class", NULL, NULL, NULL, flags);
  props[PROP_DELIVERY] = g_param_spec_int ("delivery", NULL, NULL, 0, G_MAXINT, 0, flags);
  props[PROP_EXPLANATION] = g_param_spec_string ("explanation", NULL, NULL, NULL, flags);
  props[PROP_FINAL] = g_param_spec_boolean ("final", NULL, NULL, FALSE, flags);
  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  props[PROP_PACE] = g_param_spec_uint (
      "pace", NULL, NULL, 1, G_MAXUINT, SECOND, flags | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY);
  props[PROP_STEPS] = g_param_spec_object ("steps", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_WATCHING] = g_param_spec_boolean ("watching", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_delivery_watch_init (SevenDeliveryWatch *self)
{
  self->steps = g_list_store_new (SEVEN_TYPE_DELIVERY_STEP);
}

static void
add_step (SevenDeliveryWatch *self, const char *title, gint64 time)
{
  g_autoptr (SevenDeliveryStep) step =
      seven_delivery_step_new (self->delivery, title, time, seven_run_record_get_entry (self->record)->time);

  g_list_store_append (self->steps, step);
}

/* What was learned of it before. */
static void
add_past (SevenDeliveryWatch *self)
{
  const SevenHistoryEntry *entry = seven_run_record_get_entry (self->record);

  if (entry->state == SEVEN_STATE_ACCEPTED || entry->state == SEVEN_STATE_PARTIAL) {
    self->delivery = SEVEN_DELIVERY_ACCEPTED;
    add_step (self, NULL, entry->time + (gint64) entry->elapsed_ms * 1000);
  }
  self->delivery = entry->delivery;
  if (entry->delivery > SEVEN_DELIVERY_ACCEPTED)
    add_step (self, NULL, entry->delivery_time);
}

/* What is not in the report's place but a word of its own. */
static char *
dup_word (SevenDelivery delivery, const char *name)
{
  g_autofree char *word = NULL;

  if (delivery != SEVEN_DELIVERY_UNKNOWN || name == NULL)
    return NULL;
  word = g_strstrip (g_strdup (name));
  if (g_ascii_strcasecmp (word, seven_delivery_get_name (SEVEN_DELIVERY_UNKNOWN)) == 0)
    return NULL;

  return g_utf8_strlen (word, -1) > MAX_WORD ? g_utf8_substring (word, 0, MAX_WORD) : g_steal_pointer (&word);
}

static void
take_report (SevenDeliveryWatch *self, const SevenJournalEntry *entry)
{
  g_autofree char *word = dup_word (entry->delivery, entry->delivery_name);
  g_autofree char *title = NULL;
  gint64 now = g_get_real_time ();

  if (entry->delivery == SEVEN_DELIVERY_NONE ||
      (entry->delivery == self->delivery && g_strcmp0 (word, self->word) == 0))
    return;
  self->delivery = entry->delivery;
  g_clear_pointer (&self->word, g_free);
  self->word = g_steal_pointer (&word);
  title = dup_title (self);
  /* That it was accepted is what the send was told already. */
  if (entry->delivery != SEVEN_DELIVERY_ACCEPTED ||
      g_list_model_get_n_items (G_LIST_MODEL (self->steps)) == 0)
    add_step (self, title, now);
  seven_run_record_set_delivery (self->record, self->delivery, now);
}

static void
end (SevenDeliveryWatch *self)
{
  self->watching = FALSE;
  g_clear_handle_id (&self->timer_id, g_source_remove);
  seven_inquiry_stop (&self->cancellable);
}

static void
take_answer (SevenDeliveryWatch *self, const SevenExchange *exchange)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SevenJournal) journal = seven_journal_read (exchange, &error);
  const SevenJournalEntry *entry = journal != NULL ? seven_journal_find_id (journal, self->message_id) : NULL;

  g_clear_pointer (&self->fault, g_free);
  if (error != NULL)
    self->fault = g_strdup (error->message);
  self->refused = g_error_matches (error, SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_REFUSED);
  if (entry != NULL)
    take_report (self, entry);
  if (self->refused || seven_delivery_is_final (self->delivery))
    end (self);
  else
    schedule (self);
}

static void
answered_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SevenInquiry) inquiry = user_data;
  SevenDeliveryWatch *self = inquiry->asker;
  g_autoptr (SevenExchange) exchange = seven_gateway_exchange_finish (SEVEN_GATEWAY (source_object), result);

  if (!seven_inquiry_end (inquiry, &self->cancellable))
    return;
  take_answer (self, exchange);
  seven_shown_refresh (self->shown);
}

static void
ask (SevenDeliveryWatch *self)
{
  SevenInquiry *inquiry = seven_inquiry_new (self, &self->cancellable);

  seven_gateway_exchange_async (self->gateway, self->request, self->cancellable, answered_cb, inquiry);
}

static gboolean
due_cb (gpointer user_data)
{
  SevenDeliveryWatch *self = user_data;

  self->timer_id = 0;
  ask (self);

  return G_SOURCE_REMOVE;
}

static void
schedule (SevenDeliveryWatch *self)
{
  int time = seven_delivery_get_poll_time (self->n_polls++);
  gint64 elapsed = (g_get_monotonic_time () - self->started) / 1000;
  gint64 due = (gint64) time * self->pace / SECOND;

  if (time < 0) {
    self->over = TRUE;
    end (self);
  } else {
    self->timer_id = g_timeout_add ((guint) MAX (due - elapsed, 0), due_cb, self);
  }
}

/* Whether there can be a report by now. */
static gboolean
is_due (SevenDeliveryWatch *self)
{
  const SevenHistoryEntry *entry = seven_run_record_get_entry (self->record);
  gint64 age = (g_get_real_time () - entry->time) / 1000 - (gint64) entry->elapsed_ms;

  return age >= seven_delivery_get_poll_time (0);
}

/**
 * seven_delivery_watch_new:
 * @gateway: where the SMS was sent
 * @api_key: (nullable): the key that it was sent with
 * @message_id: the number that the gateway gave it
 * @record: the test it belongs to
 *
 * Returns: (transfer full): a watch that knows what the record does and does not watch yet
 */
SevenDeliveryWatch *
seven_delivery_watch_new (
    SevenGateway *gateway, const char *api_key, const char *message_id, SevenRunRecord *record)
{
  return seven_delivery_watch_new_full (gateway, api_key, message_id, record, SECOND);
}

/**
 * seven_delivery_watch_new_full:
 * @gateway: where the SMS was sent
 * @api_key: (nullable): the key that it was sent with
 * @message_id: the number that the gateway gave it
 * @record: the test it belongs to
 * @pace: how many milliseconds the second of its timetable has
 *
 * Returns: (transfer full): a watch with a clock of its own
 */
SevenDeliveryWatch *
seven_delivery_watch_new_full (
    SevenGateway *gateway, const char *api_key, const char *message_id, SevenRunRecord *record, guint pace)
{
  SevenDeliveryWatch *self;

  g_return_val_if_fail (SEVEN_IS_GATEWAY (gateway), NULL);
  g_return_val_if_fail (message_id != NULL, NULL);
  g_return_val_if_fail (SEVEN_IS_RUN_RECORD (record), NULL);

  self = g_object_new (SEVEN_TYPE_DELIVERY_WATCH, "pace", pace, NULL);
  self->gateway = g_object_ref (gateway);
  self->request = seven_request_new_journal (api_key, message_id);
  self->message_id = g_strdup (message_id);
  self->record = g_object_ref (record);
  add_past (self);
  self->shown = seven_shown_new (G_OBJECT (self), props, PROP_0 + 1, N_DERIVED);

  return self;
}

/**
 * seven_delivery_watch_start:
 * @self: a watch
 *
 * Asks for the report, for two minutes from now on at most. Does nothing where it does so already, or the report is
 * final.
 */
void
seven_delivery_watch_start (SevenDeliveryWatch *self)
{
  g_return_if_fail (SEVEN_IS_DELIVERY_WATCH (self));

  if (self->watching || seven_delivery_is_final (self->delivery))
    return;
  self->watching = TRUE;
  self->over = FALSE;
  self->refused = FALSE;
  g_clear_pointer (&self->fault, g_free);
  self->n_polls = 0;
  self->started = g_get_monotonic_time ();
  if (is_due (self))
    ask (self);
  else
    schedule (self);
  seven_shown_refresh (self->shown);
}

/**
 * seven_delivery_watch_stop:
 * @self: a watch
 *
 * Asks no more, until it is started again.
 */
void
seven_delivery_watch_stop (SevenDeliveryWatch *self)
{
  g_return_if_fail (SEVEN_IS_DELIVERY_WATCH (self));

  if (!self->watching)
    return;
  end (self);
  seven_shown_refresh (self->shown);
}

/**
 * seven_delivery_watch_is_watching:
 * @self: a watch
 *
 * Returns: whether it asks for the report
 */
gboolean
seven_delivery_watch_is_watching (SevenDeliveryWatch *self)
{
  g_return_val_if_fail (SEVEN_IS_DELIVERY_WATCH (self), FALSE);

  return self->watching;
}

/**
 * seven_delivery_watch_is_final:
 * @self: a watch
 *
 * Returns: whether the last report is the last one
 */
gboolean
seven_delivery_watch_is_final (SevenDeliveryWatch *self)
{
  g_return_val_if_fail (SEVEN_IS_DELIVERY_WATCH (self), FALSE);

  return seven_delivery_is_final (self->delivery);
}

/**
 * seven_delivery_watch_get_delivery:
 * @self: a watch
 *
 * Returns: what the last report says
 */
SevenDelivery
seven_delivery_watch_get_delivery (SevenDeliveryWatch *self)
{
  g_return_val_if_fail (SEVEN_IS_DELIVERY_WATCH (self), SEVEN_DELIVERY_NONE);

  return self->delivery;
}

/**
 * seven_delivery_watch_get_steps:
 * @self: a watch
 *
 * Returns: (transfer none): what was reported until now, #SevenDeliveryStep
 */
GListModel *
seven_delivery_watch_get_steps (SevenDeliveryWatch *self)
{
  g_return_val_if_fail (SEVEN_IS_DELIVERY_WATCH (self), NULL);

  return G_LIST_MODEL (self->steps);
}

/**
 * seven_delivery_watch_dup_notification_title:
 * @self: a watch whose report is final
 *
 * Returns: (transfer full): what the desktop says of it
 */
char *
seven_delivery_watch_dup_notification_title (SevenDeliveryWatch *self)
{
  g_return_val_if_fail (SEVEN_IS_DELIVERY_WATCH (self), NULL);

  return g_strdup (
      self->delivery == SEVEN_DELIVERY_DELIVERED ? _ ("SMS delivered") : _ ("SMS not delivered"));
}

/**
 * seven_delivery_watch_dup_notification_body:
 * @self: a watch whose report is final
 *
 * A notification is kept and shown by others: it has the masked number, and neither text nor code.
 *
 * Returns: (transfer full): the same in a sentence
 */
char *
seven_delivery_watch_dup_notification_body (SevenDeliveryWatch *self)
{
  const SevenHistoryEntry *entry;
  const char *recipient;

  g_return_val_if_fail (SEVEN_IS_DELIVERY_WATCH (self), NULL);

  entry = seven_run_record_get_entry (self->record);
  recipient = entry->recipient != NULL ? entry->recipient : "—";
  if (entry->usage == NULL || *entry->usage == '\0')
    /* Translators: a masked phone number and what became of its SMS: “To +447…23: Expired”. */
    return g_strdup_printf (_ ("To %s: %s"), recipient, seven_delivery_get_title (self->delivery));

  return g_strdup_printf (
      /* Translators: a usage type, a masked phone number, what became of the SMS: “SignIn to +447…23: Expired”. */
      _ ("%s to %s: %s"), entry->usage, recipient, seven_delivery_get_title (self->delivery));
}
