/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-run-record.h"

#include "seven-fact.h"
#include "seven-list-util.h"
#include "seven-run-words.h"
#include "seven-words.h"

struct _SevenRunRecord
{
  GObject parent_instance;

  SevenHistoryStore *store; /* (nullable): nothing is kept */
  SevenHistoryEntry *entry;
  GListStore *facts; /* (nullable): until somebody asks */
  gboolean loaded;
  gboolean own; /* this program knows best what became of it */
  gboolean under_way; /* no outcome yet, but one is awaited here */
  gboolean saving;
  gboolean changed; /* since the save that is under way began */
  gboolean told; /* that it could not be kept */
};

G_DEFINE_FINAL_TYPE (SevenRunRecord, seven_run_record, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  /* All from here on may change with the entry. */
  PROP_AWAITS_REPORT,
  PROP_CODE,
  PROP_CSS_CLASS,
  PROP_DELIVERY,
  PROP_DESCRIPTION,
  PROP_GATEWAY,
  PROP_ICON_NAME,
  PROP_LOADED,
  PROP_LOGTO,
  PROP_LOGTO_WRONG,
  PROP_PARTS,
  PROP_PRICE,
  PROP_RECIPIENT,
  PROP_STATE,
  PROP_SUBTITLE,
  PROP_TITLE,
  PROP_USAGE,
  PROP_WARNING,
  PROP_WHEN,
  N_CHANGING,
  PROP_FACTS = N_CHANGING,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum
{
  NOT_KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_fact_equal (gconstpointer one, gconstpointer other)
{
  SevenFact *a = (SevenFact *) one;
  SevenFact *b = (SevenFact *) other;

  return g_str_equal (seven_fact_get_label (a), seven_fact_get_label (b)) &&
      g_str_equal (seven_fact_get_value (a), seven_fact_get_value (b)) &&
      seven_fact_get_warning (a) == seven_fact_get_warning (b);
}

static void
update_facts (SevenRunRecord *self)
{
  g_autoptr (GPtrArray) facts = NULL;

  if (self->facts == NULL || !self->loaded)
    return;
  facts = seven_run_words_make_facts (self->entry);
  seven_list_store_become (self->facts, facts, is_fact_equal);
}

static GListModel *
get_facts (SevenRunRecord *self)
{
  if (self->facts == NULL) {
    self->facts = g_list_store_new (SEVEN_TYPE_FACT);
    update_facts (self);
  }

  return G_LIST_MODEL (self->facts);
}

static char *
dup_when (SevenRunRecord *self)
{
  return seven_run_words_when (self->entry->time, g_get_real_time ());
}

static char *
dup_description (SevenRunRecord *self)
{
  g_autofree char *when = dup_when (self);

  return seven_run_words_description (self->entry, self->under_way, when);
}

/* What a property says of a test that is loaded. */
static char *
dup_words (SevenRunRecord *self, guint property_id)
{
  const SevenHistoryEntry *entry = self->entry;

  switch (property_id) {
  case PROP_CODE:
    return seven_run_words_code (entry);
  case PROP_CSS_CLASS:
    return g_strdup (seven_words_state_class (entry->state));
  case PROP_DELIVERY:
    return g_strdup (seven_run_words_delivery (entry));
  case PROP_DESCRIPTION:
    return dup_description (self);
  case PROP_GATEWAY:
    return g_strdup (seven_run_words_gateway (entry->gateway));
  case PROP_ICON_NAME:
    return g_strdup (seven_words_state_icon (entry->state));
  case PROP_LOGTO:
    return g_strdup (seven_run_words_logto (entry->logto, entry->logto_wrong));
  case PROP_PARTS:
    return seven_run_words_parts (entry, NULL);
  case PROP_PRICE:
    return seven_run_words_price (entry);
  case PROP_RECIPIENT:
    return seven_run_words_recipient (entry);
  case PROP_STATE:
    return g_strdup (seven_run_words_state (entry->state));
  case PROP_SUBTITLE:
    return seven_run_words_subtitle (entry);
  case PROP_TITLE:
    return g_strdup (seven_run_words_title (entry, self->under_way));
  case PROP_USAGE:
    return g_strdup (seven_run_words_usage (entry));
  case PROP_WARNING:
    return g_strdup (seven_run_words_warning (entry));
  case PROP_WHEN:
    return dup_when (self);
  default:
    return NULL;
  }
}

static void
seven_run_record_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenRunRecord *self = SEVEN_RUN_RECORD (object);

  if (property_id == PROP_ID)
    g_value_set_int64 (value, self->entry->id);
  else if (property_id == PROP_AWAITS_REPORT)
    g_value_set_boolean (value, seven_run_record_awaits_report (self));
  else if (property_id == PROP_FACTS)
    g_value_set_object (value, get_facts (self));
  else if (property_id == PROP_LOADED)
    g_value_set_boolean (value, self->loaded);
  else if (property_id == PROP_LOGTO_WRONG)
    g_value_set_boolean (value, self->entry->logto_wrong);
  else if (property_id > PROP_0 && property_id < N_CHANGING)
    g_value_take_string (value, self->loaded ? dup_words (self, property_id) : g_strdup (""));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
seven_run_record_finalize (GObject *object)
{
  SevenRunRecord *self = SEVEN_RUN_RECORD (object);

  g_clear_object (&self->store);
  g_clear_object (&self->facts);
  g_clear_pointer (&self->entry, seven_history_entry_free);

  G_OBJECT_CLASS (seven_run_record_parent_class)->finalize (object);
}

static void
seven_run_record_class_init (SevenRunRecordClass *klass)
{
  static const char *const names[N_CHANGING] = {
    [PROP_CODE] = "code",
    [PROP_CSS_CLASS] = "css-class",
    [PROP_DELIVERY] = "delivery",
    [PROP_DESCRIPTION] = "description",
    [PROP_GATEWAY] = "gateway",
    [PROP_ICON_NAME] = "icon-name",
    [PROP_LOGTO] = "logto",
    [PROP_PARTS] = "parts",
    [PROP_PRICE] = "price",
    [PROP_RECIPIENT] = "recipient",
    [PROP_STATE] = "state",
    [PROP_SUBTITLE] = "subtitle",
    [PROP_TITLE] = "title",
    [PROP_USAGE] = "usage",
    [PROP_WARNING] = "warning",
    [PROP_WHEN] = "when",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = seven_run_record_finalize;
  object_class->get_property = seven_run_record_get_property;

  for (guint i = 0; i < N_CHANGING; i++) {
    if (names[i] != NULL)
      props[i] = g_param_spec_string (names[i], NULL, NULL, NULL, flags);
  }
  props[PROP_AWAITS_REPORT] = g_param_spec_boolean ("awaits-report", NULL, NULL, FALSE, flags);
  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_FACTS] = g_param_spec_object ("facts", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  props[PROP_LOGTO_WRONG] = g_param_spec_boolean ("logto-wrong", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[NOT_KEPT] = g_signal_new ("not-kept", SEVEN_TYPE_RUN_RECORD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
      G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
seven_run_record_init (SevenRunRecord *self)
{
}

/**
 * seven_run_record_new:
 * @store: (nullable): where it is kept; %NULL: nowhere
 * @entry: (transfer full): what is known of a test that begins now
 *
 * Returns: (transfer full): the record; nothing is saved yet
 */
SevenRunRecord *
seven_run_record_new (SevenHistoryStore *store, SevenHistoryEntry *entry)
{
  SevenRunRecord *self;

  g_return_val_if_fail (store == NULL || SEVEN_IS_HISTORY_STORE (store), NULL);
  g_return_val_if_fail (entry != NULL, NULL);

  self = g_object_new (SEVEN_TYPE_RUN_RECORD, NULL);
  g_set_object (&self->store, store);
  self->entry = entry;
  self->loaded = TRUE;
  self->own = TRUE;
  self->under_way = entry->title == NULL;

  return self;
}

/**
 * seven_run_record_new_for_id:
 * @store: where it is kept
 * @id: its number there
 *
 * Returns: (transfer full): a record that is empty until seven_run_record_fill()
 */
SevenRunRecord *
seven_run_record_new_for_id (SevenHistoryStore *store, gint64 id)
{
  SevenRunRecord *self;

  g_return_val_if_fail (SEVEN_IS_HISTORY_STORE (store), NULL);
  g_return_val_if_fail (id > 0, NULL);

  self = g_object_new (SEVEN_TYPE_RUN_RECORD, NULL);
  self->store = g_object_ref (store);
  self->entry = seven_history_entry_new ();
  self->entry->id = id;

  return self;
}

/**
 * seven_run_record_get_entry:
 * @self: a record
 *
 * Returns: (transfer none): what is known of the test; until it is loaded no more than its number
 */
const SevenHistoryEntry *
seven_run_record_get_entry (SevenRunRecord *self)
{
  g_return_val_if_fail (SEVEN_IS_RUN_RECORD (self), NULL);

  return self->entry;
}

/**
 * seven_run_record_get_id:
 * @self: a record
 *
 * Returns: its number in the store; 0: it has none yet
 */
gint64
seven_run_record_get_id (SevenRunRecord *self)
{
  g_return_val_if_fail (SEVEN_IS_RUN_RECORD (self), 0);

  return self->entry->id;
}

/**
 * seven_run_record_is_loaded:
 * @self: a record
 *
 * Returns: whether more than its number is known
 */
gboolean
seven_run_record_is_loaded (SevenRunRecord *self)
{
  g_return_val_if_fail (SEVEN_IS_RUN_RECORD (self), FALSE);

  return self->loaded;
}

/**
 * seven_run_record_awaits_report:
 * @self: a record
 *
 * Returns: whether seven has the SMS and its last report, if there is one, is not final
 */
gboolean
seven_run_record_awaits_report (SevenRunRecord *self)
{
  const SevenHistoryEntry *entry;

  g_return_val_if_fail (SEVEN_IS_RUN_RECORD (self), FALSE);

  entry = self->entry;

  return entry->message_id != NULL && !seven_delivery_is_final (entry->delivery) &&
      entry->state != SEVEN_STATE_REFUSED && entry->state != SEVEN_STATE_FAILED;
}

/**
 * seven_run_record_dup_text:
 * @self: a record
 *
 * Returns: (transfer full): all of it in lines, as people send it on; "" until it is loaded
 */
char *
seven_run_record_dup_text (SevenRunRecord *self)
{
  g_return_val_if_fail (SEVEN_IS_RUN_RECORD (self), NULL);

  return self->loaded ? seven_run_words_text (self->entry, self->under_way) : g_strdup ("");
}

/**
 * seven_run_record_refresh:
 * @self: a record
 *
 * Tells that its words may read differently: the entry has changed, or the day.
 */
void
seven_run_record_refresh (SevenRunRecord *self)
{
  GObject *object = G_OBJECT (self);

  g_return_if_fail (SEVEN_IS_RUN_RECORD (self));

  g_object_freeze_notify (object);
  for (guint i = PROP_ID + 1; i < N_CHANGING; i++)
    g_object_notify_by_pspec (object, props[i]);
  update_facts (self);
  g_object_thaw_notify (object);
}

/**
 * seven_run_record_fill:
 * @self: a record
 * @entry: (transfer full): what the store says of the test; its number is the record's
 *
 * Takes over what was read. A test that was made or looked after here stays as it is: the store may be behind.
 */
void
seven_run_record_fill (SevenRunRecord *self, SevenHistoryEntry *entry)
{
  g_autoptr (SevenHistoryEntry) owned = entry;

  g_return_if_fail (SEVEN_IS_RUN_RECORD (self));
  g_return_if_fail (entry != NULL && entry->id == self->entry->id);

  if (self->own)
    return;
  g_clear_pointer (&self->entry, seven_history_entry_free);
  self->entry = g_steal_pointer (&owned);
  self->loaded = TRUE;
  seven_run_record_refresh (self);
}

static void
take_id (SevenRunRecord *self, gint64 id)
{
  if (self->entry->id == id)
    return;
  self->entry->id = id;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ID]);
}

/* A history that cannot be written does not keep anybody from testing, but who looks there for the test has to know. */
static void
tell_not_kept (SevenRunRecord *self, const GError *error)
{
  if (self->told)
    return;
  self->told = TRUE;
  g_signal_emit (self, signals[NOT_KEPT], 0, error->message);
}

static void
saved_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SevenRunRecord) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id = seven_history_store_save_finish (SEVEN_HISTORY_STORE (source_object), result, &error);

  self->saving = FALSE;
  if (id == 0)
    tell_not_kept (self, error);
  else
    take_id (self, id);
  if (self->changed)
    seven_run_record_save (self);
}

/**
 * seven_run_record_save:
 * @self: a record
 *
 * Keeps it as it is now. A save under way is followed by another one.
 */
void
seven_run_record_save (SevenRunRecord *self)
{
  g_return_if_fail (SEVEN_IS_RUN_RECORD (self));

  self->changed = self->saving;
  if (self->saving || self->store == NULL)
    return;
  self->saving = TRUE;
  seven_history_store_save_async (self->store, self->entry, NULL, saved_cb, g_object_ref (self));
}

static void
entry_changed (SevenRunRecord *self)
{
  self->own = TRUE;
  seven_run_record_save (self);
  seven_run_record_refresh (self);
}

/**
 * seven_run_record_set_outcome:
 * @self: a record
 * @outcome: what became of the test
 *
 * Takes over what the outcome says, and keeps it.
 */
void
seven_run_record_set_outcome (SevenRunRecord *self, const SevenOutcome *outcome)
{
  g_return_if_fail (SEVEN_IS_RUN_RECORD (self));
  g_return_if_fail (outcome != NULL);

  seven_history_entry_take_outcome (self->entry, outcome);
  self->under_way = FALSE;
  entry_changed (self);
}

/**
 * seven_run_record_set_message_id:
 * @self: a record
 * @message_id: the number that seven gave the SMS
 *
 * Keeps the number of an SMS that was found in the journal.
 */
void
seven_run_record_set_message_id (SevenRunRecord *self, const char *message_id)
{
  g_return_if_fail (SEVEN_IS_RUN_RECORD (self));
  g_return_if_fail (message_id != NULL);

  if (g_strcmp0 (self->entry->message_id, message_id) == 0)
    return;
  g_clear_pointer (&self->entry->message_id, g_free);
  self->entry->message_id = g_strdup (message_id);
  entry_changed (self);
}

/**
 * seven_run_record_set_delivery:
 * @self: a record
 * @delivery: what the last report says
 * @time: when we learned of it, microseconds since 1970 (UTC)
 *
 * Keeps what became of the SMS.
 */
void
seven_run_record_set_delivery (SevenRunRecord *self, SevenDelivery delivery, gint64 time)
{
  g_return_if_fail (SEVEN_IS_RUN_RECORD (self));

  if (self->entry->delivery == delivery)
    return;
  self->entry->delivery = delivery;
  self->entry->delivery_time = time;
  entry_changed (self);
}
