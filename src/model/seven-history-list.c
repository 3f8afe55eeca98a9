/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-history-list.h"

#include "seven-history-list-private.h"

#include <glib/gi18n-lib.h>

#include "seven-inquiry.h"

/* Up to so many new items come in one change with those that go; whoever has chosen one looks for it among them. */
#define MAX_SPLICE 1000

/* One question to the store, and its answer until that can be shown. */
typedef struct
{
  SevenHistoryList *list;
  GCancellable *cancellable;
  gboolean filtered;
  GArray *ids; /* (nullable) */
} Query;

static void
query_free (Query *query)
{
  g_object_unref (query->list);
  g_object_unref (query->cancellable);
  g_clear_pointer (&query->ids, g_array_unref);
  g_free (query);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Query, query_free)

static void seven_history_list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SevenHistoryList, seven_history_list, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, seven_history_list_iface_init))

enum
{
  PROP_0,
  PROP_GATEWAY,
  PROP_GATEWAYS,
  PROP_HISTORY,
  PROP_RESULT,
  PROP_RESULTS,
  PROP_WORDS,
  /* All from here on is derived. */
  PROP_ERROR,
  PROP_FILTERED,
  PROP_LOADING,
  PROP_N_FOUND,
  PROP_SUMMARY,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void ask (SevenHistoryList *self, gboolean fresh);

static gboolean
is_filtered (SevenHistoryList *self)
{
  return *self->words != '\0' || seven_history_choice_get_gateway (self->gateway) != NULL ||
      seven_history_choice_get_states (self->result) != 0;
}

static char *
dup_summary (SevenHistoryList *self)
{
  guint n = self->ids->len;

  if (!self->answered || n == 0)
    return g_strdup ("");
  if (self->answer_filtered)
    /* Translators: how many tests of the history pass the filter. */
    return g_strdup_printf (ngettext ("%u test found", "%u tests found", n), n);

  /* Translators: how many tests the history has. */
  return g_strdup_printf (ngettext ("%u test", "%u tests", n), n);
}

static const char *
get_view (SevenHistoryList *self)
{
  if (*self->error != '\0')
    return "failed";
  if (!self->answered)
    return "loading";
  if (self->ids->len > 0)
    return "tests";

  return self->answer_filtered ? "nothing-found" : "none";
}

/* What is shown */

static void
replace_all (SevenHistoryList *self, GArray *ids)
{
  guint n_old = self->ids->len;

  seven_history_list_forget_wanted (self);
  g_array_set_size (self->ids, 0);
  if (n_old > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, 0);
  g_array_append_vals (self->ids, ids->data, ids->len);
  if (ids->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, ids->len);
}

static void
become (SevenHistoryList *self, GArray *ids)
{
  const gint64 *old = (const gint64 *) (gpointer) self->ids->data;
  const gint64 *new = (const gint64 *) (gpointer) ids->data;
  guint n_old = self->ids->len;
  guint limit = MIN (n_old, ids->len);
  guint head = 0;
  guint tail = 0;
  guint removed;
  guint added;

  while (head < limit && old[head] == new[head])
    head++;
  while (tail < limit - head && old[n_old - tail - 1] == new[ids->len - tail - 1])
    tail++;
  removed = n_old - head - tail;
  added = ids->len - head - tail;
  if (added > MAX_SPLICE) {
    replace_all (self, ids);
  } else if (removed > 0 || added > 0) {
    seven_history_list_shift_wanted (self, head, removed, added);
    g_array_remove_range (self->ids, head, removed);
    g_array_insert_vals (self->ids, head, new + head, added);
    g_list_model_items_changed (G_LIST_MODEL (self), head, removed, added);
  }
}

static void
show_answer (SevenHistoryList *self, Query *query)
{
  gboolean fresh = self->fresh;
  gboolean outdated = self->outdated;

  g_clear_object (&self->query);
  self->fresh = FALSE;
  self->outdated = FALSE;
  self->answered = TRUE;
  self->answer_filtered = query->filtered;
  g_clear_pointer (&self->error, g_free);
  self->error = g_strdup ("");
  if (fresh)
    replace_all (self, query->ids);
  else
    become (self, query->ids);
  seven_shown_refresh (self->shown);
  seven_history_read_notice (self->history);
  if (outdated)
    ask (self, FALSE);
}

void
seven_history_list_fail (SevenHistoryList *self, const GError *error)
{
  g_clear_pointer (&self->error, g_free);
  self->error = g_strdup (error->message);
  seven_shown_refresh (self->shown);
}

/* Asking */

static void
first_page_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Query) query = user_data;
  SevenHistoryList *self = query->list;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      seven_history_store_load_finish (SEVEN_HISTORY_STORE (source_object), result, &error);

  if (g_cancellable_is_cancelled (query->cancellable))
    return;
  if (entries != NULL)
    seven_history_list_take (self, entries);
  show_answer (self, query);
  if (entries == NULL)
    seven_history_list_fail (self, error);
}

/* The first page comes with the answer: nobody sees rows without words. */
static void
load_first_page (SevenHistoryList *self, Query *query)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < MIN (query->ids->len, SEVEN_HISTORY_LIST_PAGE); i++) {
    gint64 id = g_array_index (query->ids, gint64, i);
    SevenRunRecord *record = seven_history_find_record (self->history, id);

    if (record == NULL || !seven_run_record_is_loaded (record))
      g_array_append_val (ids, id);
  }
  if (ids->len == 0) {
    show_answer (self, query);
    query_free (query);
    return;
  }
  seven_history_store_load_async (seven_history_get_store (self->history),
      (const gint64 *) (gpointer) ids->data, ids->len, query->cancellable, first_page_cb, query);
}

static void
answered_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Query) query = user_data;
  SevenHistoryList *self = query->list;
  g_autoptr (GError) error = NULL;

  query->ids = seven_history_store_query_finish (SEVEN_HISTORY_STORE (source_object), result, &error);
  if (g_cancellable_is_cancelled (query->cancellable))
    return;
  if (query->ids != NULL) {
    load_first_page (self, g_steal_pointer (&query));
    return;
  }
  g_clear_object (&self->query);
  self->outdated = FALSE;
  seven_history_read_notice (self->history);
  seven_history_list_fail (self, error);
}

/* fresh: with another filter, so that what is shown does not matter any more. */
static void
ask (SevenHistoryList *self, gboolean fresh)
{
  SevenHistoryFilter filter = {
    .words = self->words,
    .gateway = seven_history_choice_get_gateway (self->gateway),
    .states = seven_history_choice_get_states (self->result),
  };
  SevenHistoryStore *store = seven_history_get_store (self->history);
  Query *query;

  if (store == NULL) {
    self->answered = TRUE;
    return;
  }
  seven_inquiry_stop (&self->query);
  self->query = g_cancellable_new ();
  self->fresh = self->fresh || fresh;
  self->outdated = FALSE;
  query = g_new0 (Query, 1);
  query->list = g_object_ref (self);
  query->cancellable = g_object_ref (self->query);
  query->filtered = is_filtered (self);
  seven_history_store_query_async (store, &filter, self->query, answered_cb, query);
}

static void
filter_changed (SevenHistoryList *self, guint property_id)
{
  ask (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), props[property_id]);
  seven_shown_refresh (self->shown);
}

static void
set_choice (SevenHistoryList *self, SevenHistoryChoice **field, SevenHistoryChoice *choice, guint property_id)
{
  if (choice != NULL && g_set_object (field, choice))
    filter_changed (self, property_id);
}

/* A store that changes faster than it answers is still seen. */
static void
history_changed_cb (SevenHistoryList *self)
{
  if (self->query != NULL)
    self->outdated = TRUE;
  else
    ask (self, FALSE);
  seven_shown_refresh (self->shown);
}

static GType
seven_history_list_get_item_type (GListModel *list)
{
  return SEVEN_TYPE_RUN_RECORD;
}

static guint
seven_history_list_get_n_items (GListModel *list)
{
  return SEVEN_HISTORY_LIST (list)->ids->len;
}

static gpointer
seven_history_list_get_item (GListModel *list, guint position)
{
  SevenHistoryList *self = SEVEN_HISTORY_LIST (list);
  SevenRunRecord *record;

  if (position >= self->ids->len)
    return NULL;
  record = seven_history_ref_record (self->history, g_array_index (self->ids, gint64, position));
  if (!seven_run_record_is_loaded (record))
    seven_history_list_want (self, position);

  return record;
}

static void
seven_history_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = seven_history_list_get_item_type;
  iface->get_n_items = seven_history_list_get_n_items;
  iface->get_item = seven_history_list_get_item;
}

static void
seven_history_list_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenHistoryList *self = SEVEN_HISTORY_LIST (object);

  switch (property_id) {
  case PROP_ERROR:
    g_value_set_string (value, self->error);
    break;
  case PROP_FILTERED:
    g_value_set_boolean (value, is_filtered (self));
    break;
  case PROP_GATEWAY:
    g_value_set_object (value, self->gateway);
    break;
  case PROP_GATEWAYS:
    g_value_set_object (value, self->gateways);
    break;
  case PROP_HISTORY:
    g_value_set_object (value, self->history);
    break;
  case PROP_LOADING:
    g_value_set_boolean (value, self->query != NULL);
    break;
  case PROP_N_FOUND:
    g_value_set_uint (value, self->ids->len);
    break;
  case PROP_RESULT:
    g_value_set_object (value, self->result);
    break;
  case PROP_RESULTS:
    g_value_set_object (value, self->results);
    break;
  case PROP_SUMMARY:
    g_value_take_string (value, dup_summary (self));
    break;
  case PROP_VIEW:
    g_value_set_string (value, get_view (self));
    break;
  case PROP_WORDS:
    g_value_set_string (value, self->words);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_history_list_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenHistoryList *self = SEVEN_HISTORY_LIST (object);

  switch (property_id) {
  case PROP_GATEWAY:
    set_choice (self, &self->gateway, g_value_get_object (value), property_id);
    break;
  case PROP_HISTORY:
    self->history = g_value_dup_object (value);
    break;
  case PROP_RESULT:
    set_choice (self, &self->result, g_value_get_object (value), property_id);
    break;
  case PROP_WORDS:
    seven_history_list_set_words (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_history_list_constructed (GObject *object)
{
  SevenHistoryList *self = SEVEN_HISTORY_LIST (object);

  G_OBJECT_CLASS (seven_history_list_parent_class)->constructed (object);
  self->shown = seven_shown_new (object, props, PROP_ERROR, N_PROPS);
  g_signal_connect_object (
      self->history, "changed", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  ask (self, TRUE);
  seven_shown_refresh (self->shown);
}

static void
seven_history_list_dispose (GObject *object)
{
  SevenHistoryList *self = SEVEN_HISTORY_LIST (object);

  seven_inquiry_stop (&self->query);
  seven_history_list_forget_wanted (self);
  g_queue_clear_full (&self->pages, (GDestroyNotify) g_ptr_array_unref);

  G_OBJECT_CLASS (seven_history_list_parent_class)->dispose (object);
}

static void
seven_history_list_finalize (GObject *object)
{
  SevenHistoryList *self = SEVEN_HISTORY_LIST (object);

  g_clear_pointer (&self->shown, seven_shown_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->error, g_free);
  g_clear_object (&self->gateway);
  g_clear_object (&self->result);
  g_clear_object (&self->gateways);
  g_clear_object (&self->results);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (seven_history_list_parent_class)->finalize (object);
}

static void
seven_history_list_class_init (SevenHistoryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = seven_history_list_constructed;
  object_class->dispose = seven_history_list_dispose;
  object_class->finalize = seven_history_list_finalize;
  object_class->get_property = seven_history_list_get_property;
  object_class->set_property = seven_history_list_set_property;

  props[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, "", readable);
  props[PROP_FILTERED] = g_param_spec_boolean ("filtered", NULL, NULL, FALSE, readable);
  props[PROP_GATEWAY] = g_param_spec_object ("gateway", NULL, NULL, SEVEN_TYPE_HISTORY_CHOICE, writable);
  props[PROP_GATEWAYS] = g_param_spec_object ("gateways", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  props[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, SEVEN_TYPE_HISTORY,
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, readable);
  props[PROP_N_FOUND] = g_param_spec_uint ("n-found", NULL, NULL, 0, G_MAXUINT, 0, readable);
  props[PROP_RESULT] = g_param_spec_object ("result", NULL, NULL, SEVEN_TYPE_HISTORY_CHOICE, writable);
  props[PROP_RESULTS] = g_param_spec_object ("results", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, "", readable);
  props[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "loading", readable);
  props[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, "", writable);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_history_list_init (SevenHistoryList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->words = g_strdup ("");
  self->error = g_strdup ("");
  self->gateways = seven_history_choice_list_gateways ();
  self->results = seven_history_choice_list_results ();
  self->gateway = g_list_model_get_item (self->gateways, 0);
  self->result = g_list_model_get_item (self->results, 0);
}

/**
 * seven_history_list_new:
 * @history: the tests that were made
 *
 * Returns: (transfer full): all of them, as soon as the store has answered
 */
SevenHistoryList *
seven_history_list_new (SevenHistory *history)
{
  g_return_val_if_fail (SEVEN_IS_HISTORY (history), NULL);

  return g_object_new (SEVEN_TYPE_HISTORY_LIST, "history", history, NULL);
}

/**
 * seven_history_list_set_words:
 * @self: a list
 * @words: (nullable): what to look for; %NULL or "": anything
 *
 * Looks for tests that have all of these words.
 */
void
seven_history_list_set_words (SevenHistoryList *self, const char *words)
{
  const char *wanted = words != NULL ? words : "";

  g_return_if_fail (SEVEN_IS_HISTORY_LIST (self));

  if (g_str_equal (self->words, wanted))
    return;
  g_clear_pointer (&self->words, g_free);
  self->words = g_strdup (wanted);
  filter_changed (self, PROP_WORDS);
}

/**
 * seven_history_list_find:
 * @self: a list
 * @id: the number of a test
 * @position: (out) (optional): where it stands
 *
 * Returns: whether it is in the list
 */
gboolean
seven_history_list_find (SevenHistoryList *self, gint64 id, guint *position)
{
  g_return_val_if_fail (SEVEN_IS_HISTORY_LIST (self), FALSE);

  for (guint i = 0; i < self->ids->len; i++) {
    if (g_array_index (self->ids, gint64, i) != id)
      continue;
    if (position != NULL)
      *position = i;
    return TRUE;
  }

  return FALSE;
}

/**
 * seven_history_list_get_ids:
 * @self: a list
 * @n_ids: (out): how many they are
 *
 * Returns: (transfer none) (array length=n_ids): the numbers of all tests in the list
 */
const gint64 *
seven_history_list_get_ids (SevenHistoryList *self, gsize *n_ids)
{
  g_return_val_if_fail (SEVEN_IS_HISTORY_LIST (self), NULL);
  g_return_val_if_fail (n_ids != NULL, NULL);

  *n_ids = self->ids->len;

  return (const gint64 *) (gpointer) self->ids->data;
}

/**
 * seven_history_list_try_again:
 * @self: a list
 *
 * Asks the store once more, after it failed.
 */
void
seven_history_list_try_again (SevenHistoryList *self)
{
  g_return_if_fail (SEVEN_IS_HISTORY_LIST (self));

  ask (self, TRUE);
  seven_shown_refresh (self->shown);
}
