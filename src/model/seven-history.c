/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-history.h"

#include <glib/gi18n-lib.h>

/* Milliseconds between a change of the store and the word of it: a test saves its record several times in a row. */
#define CHANGED_DELAY 100
/* For so long one test that is not kept stands for others, in microseconds. */
#define QUIET (10 * G_USEC_PER_SEC)

struct _SevenHistory
{
  GObject parent_instance;

  SevenHistoryStore *store; /* (nullable) */
  GHashTable *records; /* id (in it) → Held: records that somebody holds */
  guint retention_days;
  char *notice;
  char *dismissed; /* (nullable): the notice that was read */
  gint64 not_kept_at; /* when it was told last; 0: never */
  guint changed_id;
  guint midnight_id;
};

G_DEFINE_FINAL_TYPE (SevenHistory, seven_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NOTICE,
  PROP_RETENTION_DAYS,
  PROP_STORE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum
{
  CHANGED,
  NOT_KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Records that somebody holds */

typedef struct
{
  SevenHistory *history;
  SevenRunRecord *record;
  gint64 id;
} Held;

static void
record_gone_cb (gpointer user_data, GObject *record)
{
  Held *held = user_data;

  g_hash_table_remove (held->history->records, &held->id);
}

static void
remember (SevenHistory *self, SevenRunRecord *record)
{
  Held *held = g_new0 (Held, 1);

  held->history = self;
  held->record = record;
  held->id = seven_run_record_get_id (record);
  g_object_weak_ref (G_OBJECT (record), record_gone_cb, held);
  g_hash_table_insert (self->records, &held->id, held);
}

static void
forget_all (SevenHistory *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    g_object_weak_unref (G_OBJECT (((Held *) value)->record), record_gone_cb, value);
    g_hash_table_iter_remove (&iter);
  }
}

/* A test that was just made gets its number with its first save. */
static void
id_changed_cb (SevenHistory *self, GParamSpec *pspec, SevenRunRecord *record)
{
  if (seven_history_find_record (self, seven_run_record_get_id (record)) == NULL)
    remember (self, record);
}

static void
not_kept_cb (SevenHistory *self, const char *message)
{
  /* Translators: %s is the reason, a sentence or two. */
  g_autofree char *words =
      g_strdup_printf (_ ("The test is not in the history, or not as it ended. %s"), message);
  gint64 now = g_get_monotonic_time ();

  if (self->not_kept_at > 0 && now - self->not_kept_at < QUIET)
    return;
  self->not_kept_at = now;
  g_signal_emit (self, signals[NOT_KEPT], 0, words);
}

/* Changes of the store */

static void
reloaded_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SevenHistory) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      seven_history_store_load_finish (SEVEN_HISTORY_STORE (source_object), result, &error);

  if (entries == NULL) {
    g_debug ("The history cannot be read again: %s", error->message);
    return;
  }
  for (guint i = 0; i < entries->len; i++) {
    const SevenHistoryEntry *entry = g_ptr_array_index (entries, i);
    SevenRunRecord *record = entry != NULL ? seven_history_find_record (self, entry->id) : NULL;

    if (record != NULL)
      seven_run_record_fill (record, seven_history_entry_copy (entry));
  }
}

/* What is shown of a test may be out of date: another process may have learned more of it. */
static void
reload (SevenHistory *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const Held *held = value;

    if (seven_run_record_is_loaded (held->record))
      g_array_append_val (ids, held->id);
  }
  if (ids->len > 0)
    seven_history_store_load_async (
        self->store, (gint64 *) (gpointer) ids->data, ids->len, NULL, reloaded_cb, g_object_ref (self));
}

static gboolean
changed_timeout_cb (gpointer user_data)
{
  SevenHistory *self = user_data;

  self->changed_id = 0;
  reload (self);
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (SevenHistory *self)
{
  if (self->changed_id == 0)
    self->changed_id = g_timeout_add (CHANGED_DELAY, changed_timeout_cb, self);
}

/* Retention */

static void
pruned_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SevenHistory) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!seven_history_store_prune_finish (SEVEN_HISTORY_STORE (source_object), result, &error))
    g_debug ("Old tests stay in the history: %s", error->message);
}

static void
prune (SevenHistory *self)
{
  if (self->store == NULL || self->retention_days == 0)
    return;
  /* Held until the answer: the store gives one even when it has gone. */
  seven_history_store_prune_async (self->store,
      g_get_real_time () - self->retention_days * (gint64) G_TIME_SPAN_DAY, NULL, pruned_cb,
      g_object_ref (self));
}

static void wait_for_midnight (SevenHistory *self);

/* What was today is yesterday now. */
static gboolean
midnight_cb (gpointer user_data)
{
  SevenHistory *self = user_data;
  /* Whoever hears of one may let go of others. */
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (all, g_object_ref (((Held *) value)->record));
  for (guint i = 0; i < all->len; i++)
    seven_run_record_refresh (g_ptr_array_index (all, i));
  prune (self);
  self->midnight_id = 0;
  wait_for_midnight (self);

  return G_SOURCE_REMOVE;
}

static void
wait_for_midnight (SevenHistory *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) tomorrow = now != NULL ? g_date_time_add_days (now, 1) : NULL;
  g_autoptr (GDateTime) midnight = NULL;
  GTimeSpan span = G_TIME_SPAN_DAY;

  if (tomorrow != NULL)
    midnight = g_date_time_new_local (g_date_time_get_year (tomorrow), g_date_time_get_month (tomorrow),
        g_date_time_get_day_of_month (tomorrow), 0, 0, 0);
  if (midnight != NULL)
    span = g_date_time_difference (midnight, now);
  self->midnight_id =
      g_timeout_add_seconds ((guint) MAX (span / G_TIME_SPAN_SECOND, 0) + 1, midnight_cb, self);
}

static void
set_notice (SevenHistory *self, const char *notice)
{
  if (g_str_equal (self->notice, notice))
    return;
  g_clear_pointer (&self->notice, g_free);
  self->notice = g_strdup (notice);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NOTICE]);
}

static void
seven_history_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenHistory *self = SEVEN_HISTORY (object);

  switch (property_id) {
  case PROP_NOTICE:
    g_value_set_string (value, self->notice);
    break;
  case PROP_RETENTION_DAYS:
    g_value_set_uint (value, self->retention_days);
    break;
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_history_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenHistory *self = SEVEN_HISTORY (object);

  switch (property_id) {
  case PROP_RETENTION_DAYS:
    seven_history_set_retention_days (self, g_value_get_uint (value));
    break;
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_history_constructed (GObject *object)
{
  SevenHistory *self = SEVEN_HISTORY (object);

  G_OBJECT_CLASS (seven_history_parent_class)->constructed (object);
  if (self->store == NULL)
    return;
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  wait_for_midnight (self);
}

static void
seven_history_finalize (GObject *object)
{
  SevenHistory *self = SEVEN_HISTORY (object);

  g_clear_handle_id (&self->changed_id, g_source_remove);
  g_clear_handle_id (&self->midnight_id, g_source_remove);
  forget_all (self);
  g_clear_pointer (&self->records, g_hash_table_unref);
  g_clear_pointer (&self->notice, g_free);
  g_clear_pointer (&self->dismissed, g_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (seven_history_parent_class)->finalize (object);
}

static void
seven_history_class_init (SevenHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = seven_history_constructed;
  object_class->finalize = seven_history_finalize;
  object_class->get_property = seven_history_get_property;
  object_class->set_property = seven_history_set_property;

  props[PROP_NOTICE] =
      g_param_spec_string ("notice", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_RETENTION_DAYS] = g_param_spec_uint ("retention-days", NULL, NULL, 0, G_MAXINT, 0,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, SEVEN_TYPE_HISTORY_STORE,
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] =
      g_signal_new ("changed", SEVEN_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NOT_KEPT] = g_signal_new (
      "not-kept", SEVEN_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
seven_history_init (SevenHistory *self)
{
  self->records = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->notice = g_strdup ("");
}

/**
 * seven_history_new:
 * @store: (nullable): where tests are kept; %NULL: nowhere
 *
 * Returns: (transfer full): the tests in it
 */
SevenHistory *
seven_history_new (SevenHistoryStore *store)
{
  g_return_val_if_fail (store == NULL || SEVEN_IS_HISTORY_STORE (store), NULL);

  return g_object_new (SEVEN_TYPE_HISTORY, "store", store, NULL);
}

/**
 * seven_history_get_store:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): where tests are kept
 */
SevenHistoryStore *
seven_history_get_store (SevenHistory *self)
{
  g_return_val_if_fail (SEVEN_IS_HISTORY (self), NULL);

  return self->store;
}

/**
 * seven_history_add:
 * @self: a history
 * @entry: (transfer full): a test that begins now; its id is 0
 *
 * Keeps a test before it is made: if the program ends meanwhile, it is known that there was one.
 *
 * Returns: (transfer full): its record, to be told what becomes of it
 */
SevenRunRecord *
seven_history_add (SevenHistory *self, SevenHistoryEntry *entry)
{
  SevenRunRecord *record;

  g_return_val_if_fail (SEVEN_IS_HISTORY (self), NULL);
  g_return_val_if_fail (entry != NULL && entry->id == 0, NULL);

  record = seven_run_record_new (self->store, entry);
  g_signal_connect_object (record, "notify::id", G_CALLBACK (id_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (record, "not-kept", G_CALLBACK (not_kept_cb), self, G_CONNECT_SWAPPED);
  seven_run_record_save (record);

  return record;
}

/**
 * seven_history_find_record:
 * @self: a history
 * @id: a number in the store
 *
 * Returns: (transfer none) (nullable): its record, where somebody holds it
 */
SevenRunRecord *
seven_history_find_record (SevenHistory *self, gint64 id)
{
  Held *held;

  g_return_val_if_fail (SEVEN_IS_HISTORY (self), NULL);

  held = g_hash_table_lookup (self->records, &id);

  return held != NULL ? held->record : NULL;
}

/**
 * seven_history_ref_record:
 * @self: a history with a store
 * @id: a number in the store
 *
 * Returns: (transfer full): its record: the same for all who hold it, a test that is under way among them. Another one
 *   is empty until somebody fills it.
 */
SevenRunRecord *
seven_history_ref_record (SevenHistory *self, gint64 id)
{
  SevenRunRecord *record;

  g_return_val_if_fail (SEVEN_IS_HISTORY (self), NULL);
  g_return_val_if_fail (self->store != NULL && id > 0, NULL);

  record = seven_history_find_record (self, id);
  if (record != NULL)
    return g_object_ref (record);
  record = seven_run_record_new_for_id (self->store, id);
  remember (self, record);

  return record;
}

/**
 * seven_history_get_retention_days:
 * @self: a history
 *
 * Returns: how long tests are kept, in days; 0: for ever
 */
guint
seven_history_get_retention_days (SevenHistory *self)
{
  g_return_val_if_fail (SEVEN_IS_HISTORY (self), 0);

  return self->retention_days;
}

/**
 * seven_history_set_retention_days:
 * @self: a history
 * @days: how long tests are kept; 0: for ever
 *
 * Removes at once, and every day from now on, what is older.
 */
void
seven_history_set_retention_days (SevenHistory *self, guint days)
{
  g_return_if_fail (SEVEN_IS_HISTORY (self));

  if (self->retention_days == days)
    return;
  self->retention_days = days;
  prune (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RETENTION_DAYS]);
}

/**
 * seven_history_read_notice:
 * @self: a history
 *
 * Asks the store whether there is something to say of it, after something was read from it.
 */
void
seven_history_read_notice (SevenHistory *self)
{
  g_autofree char *notice = NULL;

  g_return_if_fail (SEVEN_IS_HISTORY (self));

  if (self->store != NULL)
    notice = seven_history_store_dup_notice (self->store);
  if (notice != NULL && g_strcmp0 (notice, self->dismissed) != 0)
    set_notice (self, notice);
}

/**
 * seven_history_dismiss_notice:
 * @self: a history
 *
 * The notice was read: it does not come back.
 */
void
seven_history_dismiss_notice (SevenHistory *self)
{
  g_return_if_fail (SEVEN_IS_HISTORY (self));

  if (*self->notice == '\0')
    return;
  g_clear_pointer (&self->dismissed, g_free);
  self->dismissed = g_strdup (self->notice);
  set_notice (self, "");
}

static void
removed_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (seven_history_store_remove_finish (SEVEN_HISTORY_STORE (source_object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * seven_history_remove_async:
 * @self: a history
 * @ids: (nullable): numbers of tests; %NULL: all there are
 * @n_ids: how many they are; 0 where @ids is %NULL
 * @cancellable: (nullable): to stop it with
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Removes tests for good: they are not to be had from the file either.
 */
void
seven_history_remove_async (SevenHistory *self, const gint64 *ids, gsize n_ids, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SEVEN_IS_HISTORY (self));
  g_return_if_fail (ids != NULL || n_ids == 0);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, seven_history_remove_async);
  if (self->store != NULL && (ids == NULL || n_ids > 0))
    seven_history_store_remove_async (
        self->store, ids, n_ids, cancellable, removed_cb, g_steal_pointer (&task));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * seven_history_remove_finish:
 * @self: a history
 * @result: what the callback got
 * @error: return location
 *
 * Ends what seven_history_remove_async() began.
 *
 * Errors: of %G_IO_ERROR; their messages are translated sentences.
 *
 * Returns: whether they are gone
 */
gboolean
seven_history_remove_finish (SevenHistory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
