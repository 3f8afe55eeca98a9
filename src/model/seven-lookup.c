/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-lookup.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "seven-inquiry.h"
#include "seven-journal.h"
#include "seven-shown.h"
#include "seven-words.h"

/* An id of seven's is a number; something longer in its place may be anything. */
#define MAX_ID_LENGTH 20
#define MIN_REPEATED_DIGITS 4
#define DIGITS "0123456789"

/* The zone of seven's times is not documented, but zones differ from each other by quarters of an hour. */
#define QUARTER ((gint64) 15 * 60)

/* How far the clocks of this computer and of seven may be apart, and how long a send may take on its way. */
#define TOLERANCE ((gint64) 3 * 60)

struct _SevenLookup
{
  GObject parent_instance;

  SevenGateway *gateway;
  SevenRunRecord *record;
  SevenPhone *phone;
  SevenMessage *message;
  char *api_key; /* (nullable) */

  GCancellable *cancellable; /* (nullable): while looking */
  SevenLookupState state;
  char *explanation;
  char *message_id; /* (nullable): found, and one to ask for a report with */
  SevenShown *shown;
};

G_DEFINE_FINAL_TYPE (SevenLookup, seven_lookup, G_TYPE_OBJECT)

enum
{
  PROP_0,
  /* Refreshed after every change. */
  PROP_CAN_LOOK,
  PROP_CSS_CLASS,
  PROP_EXPLANATION,
  PROP_FOUND,
  PROP_ICON_NAME,
  PROP_LABEL,
  PROP_LOOKING,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* In the order of SevenLookupState. */
static const struct
{
  const char *title;
  const char *icon_name;
  const char *css_class;
} states[] = {
  { "", "edit-find-symbolic", "dim-label" },
  { N_ ("Looking in the journal…"), "edit-find-symbolic", "dim-label" },
  { N_ ("seven has it"), "emblem-ok-symbolic", "success" },
  { N_ ("Found, but perhaps an earlier one"), "dialog-question-symbolic", "warning" },
  { N_ ("Not in the journal at this time"), "dialog-question-symbolic", "warning" },
  { N_ ("The journal cannot be read"), "dialog-warning-symbolic", "warning" },
};

static void
seven_lookup_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenLookup *self = SEVEN_LOOKUP (object);
  const char *title = states[self->state].title;

  switch (property_id) {
  case PROP_CAN_LOOK:
    g_value_set_boolean (value, self->state != SEVEN_LOOKUP_LOOKING && self->state != SEVEN_LOOKUP_FOUND);
    break;
  case PROP_CSS_CLASS:
    g_value_set_string (value, states[self->state].css_class);
    break;
  case PROP_EXPLANATION:
    g_value_set_string (value,
        self->state == SEVEN_LOOKUP_IDLE
            ? _ ("The journal of the account may know whether it was sent. Looking sends nothing.")
            : self->explanation);
    break;
  case PROP_FOUND:
    g_value_set_boolean (value, self->state == SEVEN_LOOKUP_FOUND);
    break;
  case PROP_ICON_NAME:
    g_value_set_string (value, states[self->state].icon_name);
    break;
  case PROP_LABEL:
    /* Translators: a button that looks for an SMS in the journal. */
    g_value_set_string (value, self->state == SEVEN_LOOKUP_IDLE ? _ ("Look It Up") : _ ("Look Again"));
    break;
  case PROP_LOOKING:
    g_value_set_boolean (value, self->state == SEVEN_LOOKUP_LOOKING);
    break;
  case PROP_TITLE:
    g_value_set_string (value, *title != '\0' ? _ (title) : "");
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_lookup_finalize (GObject *object)
{
  SevenLookup *self = SEVEN_LOOKUP (object);

  g_clear_pointer (&self->shown, seven_shown_free);
  g_clear_pointer (&self->phone, seven_phone_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->gateway);
  g_clear_object (&self->message);
  g_clear_object (&self->record);
  g_free (self->api_key);
  g_free (self->explanation);
  g_free (self->message_id);

  G_OBJECT_CLASS (seven_lookup_parent_class)->finalize (object);
}

static void
seven_lookup_class_init (SevenLookupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = seven_lookup_finalize;
  object_class->get_property = seven_lookup_get_property;

  props[PROP_CAN_LOOK] = g_param_spec_boolean ("can-look", NULL, NULL, TRUE, flags);
  props[PROP_CSS_CLASS] = g_param_spec_string ("css-class", NULL, NULL, NULL, flags);
  props[PROP_EXPLANATION] = g_param_spec_string ("explanation", NULL, NULL, NULL, flags);
  props[PROP_FOUND] = g_param_spec_boolean ("found", NULL, NULL, FALSE, flags);
  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  props[PROP_LOOKING] = g_param_spec_boolean ("looking", NULL, NULL, FALSE, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_lookup_init (SevenLookup *self)
{
  self->explanation = g_strdup ("");
}

/* explanation: (transfer full) */
static void
set_state (SevenLookup *self, SevenLookupState state, char *explanation)
{
  self->state = state;
  g_clear_pointer (&self->explanation, g_free);
  self->explanation = explanation;
  seven_shown_refresh (self->shown);
}

/* "2026-11-23 14:03:02.123" as if it were UTC, seconds; the fraction is not read, and need not be right. */
static gboolean
read_timestamp (const char *timestamp, gint64 *seconds)
{
  g_autofree char *text = timestamp != NULL ? g_strndup (timestamp, strlen ("2026-11-23 14:03:02")) : NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = NULL;

  if (text == NULL || strlen (text) < strlen ("2026-11-23 14:03:02"))
    return FALSE;
  text[strlen ("2026-11-23")] = 'T';
  time = g_date_time_new_from_iso8601 (text, zone);
  if (time == NULL)
    return FALSE;
  *seconds = g_date_time_to_unix (time);

  return TRUE;
}

/* Whether the entry may be of the send itself, and not of one that was made before with the same text. */
static gboolean
is_of_this_time (SevenLookup *self, const SevenJournalEntry *entry)
{
  gint64 sent = seven_run_record_get_entry (self->record)->time / G_USEC_PER_SEC;
  gint64 written;
  gint64 distance;

  if (!read_timestamp (entry->timestamp, &written))
    return FALSE;
  distance = ABS (written - sent) % QUARTER;

  return MIN (distance, QUARTER - distance) <= TOLERANCE;
}

/* Whether the id has a row of digits in it that was sent, as the rendered code is. */
static gboolean
repeats (const char *id, const char *sent)
{
  while (*sent != '\0') {
    gsize length = strspn (sent, DIGITS);
    g_autofree char *row = g_strndup (sent, length);

    if (length >= MIN_REPEATED_DIGITS && strstr (id, row) != NULL)
      return TRUE;
    sent += MAX (length, 1);
  }
  return FALSE;
}

/* What the gateway gives as an id goes into the history, and must not be what was sent. */
static gboolean
is_id (SevenLookup *self, const char *id)
{
  gsize length = id != NULL ? strspn (id, DIGITS) : 0;

  return length > 0 && length <= MAX_ID_LENGTH && id[length] == '\0' &&
      !repeats (id, seven_phone_get_digits (self->phone)) &&
      !repeats (id, seven_message_get_text (self->message));
}

static char *
dup_found (const SevenJournalEntry *entry)
{
  const char *timestamp = entry->timestamp != NULL ? entry->timestamp : "—";
  g_autofree char *price = isfinite (entry->price) ? seven_words_price (entry->price, 2, 4) : NULL;

  if (price == NULL)
    /* Translators: %s is a date and a time as another program writes them. */
    return g_strdup_printf (
        _ ("It was accepted at %s, in seven’s time. Do not send it again: it is billed already."), timestamp);

  return g_strdup_printf (
      /* Translators: a date and a time as another program writes them, and a price, “€0.075”. */
      _ ("It was accepted at %s, in seven’s time, and is billed at %s. Do not send it again."), timestamp,
      price);
}

static char *
dup_other (SevenLookup *self, const SevenJournalEntry *entry)
{
  gint64 sent = seven_run_record_get_entry (self->record)->time / G_USEC_PER_SEC;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (sent);
  g_autofree char *clock = time != NULL ? g_date_time_format (time, "%H:%M:%S") : g_strdup ("—");

  return g_strdup_printf (
      /* Translators: first a date and a time as another program writes them, then a local time. */
      _ ("The journal has the same text to this number, written at %s in seven’s time; this test was sent at "
         "%s. Compare the minutes: if they differ, the one just sent is not there."),
      entry->timestamp != NULL ? entry->timestamp : "—", clock);
}

static void
take_answer (SevenLookup *self, const SevenExchange *exchange)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SevenJournal) journal = seven_journal_read (exchange, &error);
  const SevenJournalEntry *entry = NULL;

  if (journal == NULL) {
    set_state (self, SEVEN_LOOKUP_FAILED,
        /* Translators: %s is one or more whole sentences about what went wrong. */
        g_strdup_printf (_ ("%s It is still not known whether the SMS was sent."), error->message));
    return;
  }
  entry = seven_journal_find_text (
      journal, seven_phone_get_digits (self->phone), seven_message_get_text (self->message));
  if (entry == NULL) {
    set_state (self, SEVEN_LOOKUP_NOT_FOUND,
        g_strdup (_ ("It was probably not sent. Ask again in a minute before you send once more.")));
  } else if (!is_of_this_time (self, entry)) {
    set_state (self, SEVEN_LOOKUP_OTHER, dup_other (self, entry));
  } else {
    if (is_id (self, entry->id)) {
      self->message_id = g_strdup (entry->id);
      seven_run_record_set_message_id (self->record, entry->id);
    }
    set_state (self, SEVEN_LOOKUP_FOUND, dup_found (entry));
  }
}

static void
answered_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SevenInquiry) inquiry = user_data;
  SevenLookup *self = inquiry->asker;
  g_autoptr (SevenExchange) exchange = seven_gateway_exchange_finish (SEVEN_GATEWAY (source_object), result);

  if (seven_inquiry_end (inquiry, &self->cancellable))
    take_answer (self, exchange);
}

/* Days from the day before to the day after: the zone of seven’s days is not documented. */
static char *
dup_day (gint64 seconds, int days)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  g_autoptr (GDateTime) day = time != NULL ? g_date_time_add_days (time, days) : NULL;

  return day != NULL ? g_date_time_format (day, "%Y-%m-%d") : g_strdup ("1970-01-01");
}

/**
 * seven_lookup_new:
 * @gateway: where the SMS was sent
 * @api_key: (nullable): the key that it was sent with
 * @phone: its recipient
 * @message: what was sent
 * @record: the test it belongs to
 *
 * Returns: (transfer full): a lookup that nobody has asked for yet
 */
SevenLookup *
seven_lookup_new (SevenGateway *gateway, const char *api_key, const SevenPhone *phone, SevenMessage *message,
    SevenRunRecord *record)
{
  SevenLookup *self;

  g_return_val_if_fail (SEVEN_IS_GATEWAY (gateway), NULL);
  g_return_val_if_fail (phone != NULL, NULL);
  g_return_val_if_fail (SEVEN_IS_MESSAGE (message), NULL);
  g_return_val_if_fail (SEVEN_IS_RUN_RECORD (record), NULL);

  self = g_object_new (SEVEN_TYPE_LOOKUP, NULL);
  self->gateway = g_object_ref (gateway);
  self->api_key = g_strdup (api_key);
  self->phone = seven_phone_copy (phone);
  self->message = g_object_ref (message);
  self->record = g_object_ref (record);
  self->shown = seven_shown_new (G_OBJECT (self), props, PROP_0 + 1, N_PROPS);

  return self;
}

/**
 * seven_lookup_start:
 * @self: a lookup
 *
 * Asks the journal, once. Does nothing while it is asked, and where the SMS was found.
 */
void
seven_lookup_start (SevenLookup *self)
{
  g_autoptr (SevenRequest) request = NULL;
  g_autofree char *first_day = NULL;
  g_autofree char *last_day = NULL;
  SevenInquiry *inquiry;
  gint64 sent;

  g_return_if_fail (SEVEN_IS_LOOKUP (self));

  if (self->state == SEVEN_LOOKUP_LOOKING || self->state == SEVEN_LOOKUP_FOUND)
    return;
  sent = seven_run_record_get_entry (self->record)->time / G_USEC_PER_SEC;
  first_day = dup_day (sent, -1);
  last_day = dup_day (sent, 1);
  request = seven_request_new_journal_search (
      self->api_key, seven_phone_get_digits (self->phone), first_day, last_day);
  inquiry = seven_inquiry_new (self, &self->cancellable);
  set_state (self, SEVEN_LOOKUP_LOOKING, g_strdup (""));
  seven_gateway_exchange_async (self->gateway, request, self->cancellable, answered_cb, inquiry);
}

/**
 * seven_lookup_stop:
 * @self: a lookup
 *
 * Waits no longer for the journal.
 */
void
seven_lookup_stop (SevenLookup *self)
{
  g_return_if_fail (SEVEN_IS_LOOKUP (self));

  if (seven_inquiry_stop (&self->cancellable))
    set_state (self, SEVEN_LOOKUP_IDLE, g_strdup (""));
}

/**
 * seven_lookup_get_state:
 * @self: a lookup
 *
 * Returns: what is known of the SMS
 */
SevenLookupState
seven_lookup_get_state (SevenLookup *self)
{
  g_return_val_if_fail (SEVEN_IS_LOOKUP (self), SEVEN_LOOKUP_IDLE);

  return self->state;
}

/**
 * seven_lookup_get_message_id:
 * @self: a lookup
 *
 * Returns: (transfer none) (nullable): the number that seven gave the SMS; %NULL where it was not found, or has none
 */
const char *
seven_lookup_get_message_id (SevenLookup *self)
{
  g_return_val_if_fail (SEVEN_IS_LOOKUP (self), NULL);

  return self->message_id;
}
