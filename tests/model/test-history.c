/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "history-test.h"

#define MANY 100000

static gint64
put (Fixture *self, const char *usage, SevenState state)
{
  SevenHistoryEntry *entry = fake_history_entry_new (g_get_real_time ());

  g_clear_pointer (&entry->usage, g_free);
  entry->usage = g_strdup (usage);
  entry->state = state;
  return fake_history_store_put (self->store, entry);
}

static SevenRunRecord *
get_record (Fixture *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->list), position);
}

/* Usage types of all rows, newest first. */
static void
assert_usages (Fixture *self, const char *expected)
{
  g_autoptr (GString) usages = g_string_new (NULL);

  for (guint i = 0; i < count_items (self->list); i++) {
    g_autoptr (SevenRunRecord) record = get_record (self, i);
    const SevenHistoryEntry *entry;

    settle ();
    entry = seven_run_record_get_entry (record);
    g_string_append_printf (usages, "%s%s", i > 0 ? " " : "", entry->usage);
  }
  g_assert_cmpstr (usages->str, ==, expected);
}

static void
add_notify (Fixture *self, const char *property, Counter *counter)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  g_signal_connect (self->list, signal, G_CALLBACK (count_cb), counter);
}

static void
test_views (Fixture *self, gconstpointer data)
{
  Counter counter = { 0 };

  self->store->holding = TRUE;
  self->list = seven_history_list_new (self->history);
  add_notify (self, "view", &counter);
  assert_string (self->list, "view", "loading");
  assert_boolean (self->list, "loading", TRUE);
  self->store->holding = FALSE;
  fake_history_store_answer (self->store);
  settle ();
  assert_string (self->list, "view", "none");
  assert_boolean (self->list, "loading", FALSE);
  assert_string (self->list, "summary", "");
  g_assert_cmpuint (counter.n, ==, 1);
  seven_history_list_set_words (self->list, "Register");
  settle ();
  assert_string (self->list, "view", "nothing-found");
  assert_boolean (self->list, "filtered", TRUE);
  put (self, "Register", SEVEN_STATE_ACCEPTED);
  seven_history_list_try_again (self->list);
  settle ();
  assert_string (self->list, "view", "tests");
  assert_string (self->list, "summary", "1 test found");
  seven_history_list_set_words (self->list, "");
  settle ();
  assert_string (self->list, "summary", "1 test");
  assert_uint (self->list, "n-found", 1);
}

static void
test_contract (Fixture *self, gconstpointer data)
{
  g_autoptr (GListModel) gateways = NULL;
  g_autoptr (GListModel) results = NULL;
  g_autoptr (SevenHistoryChoice) gateway = NULL;
  g_autoptr (SevenHistoryChoice) result = NULL;
  g_auto (GValue) days = G_VALUE_INIT;

  open_list (self);
  g_object_get (self->list, "gateways", &gateways, "results", &results, NULL);
  g_assert_cmpuint (count_items (gateways), ==, 4);
  g_assert_cmpuint (count_items (results), ==, 5);
  gateway = g_list_model_get_item (gateways, 1);
  result = g_list_model_get_item (results, 1);
  assert_string (gateway, "name", "Sandbox");
  assert_string (result, "name", "Accepted");
  assert_object_contract (self->list, "gateway", gateway);
  assert_object_contract (self->list, "result", result);
  assert_string_contract (self->list, "words", "Generic");
  g_value_init (&days, G_TYPE_UINT);
  g_value_set_uint (&days, 7);
  assert_contract (G_OBJECT (self->history), "retention-days", &days);
  settle ();
}

static void
choose (Fixture *self, const char *property, const char *choices, guint position)
{
  g_autoptr (GListModel) model = NULL;
  g_autoptr (SevenHistoryChoice) choice = NULL;

  g_object_get (self->list, choices, &model, NULL);
  choice = g_list_model_get_item (model, position);
  g_object_set (self->list, property, choice, NULL);
  settle ();
}

static void
test_filter (Fixture *self, gconstpointer data)
{
  put (self, "A", SEVEN_STATE_ACCEPTED);
  put (self, "B", SEVEN_STATE_REFUSED);
  put (self, "C", SEVEN_STATE_PARTIAL);
  put (self, "D", SEVEN_STATE_UNKNOWN);
  put (self, "E", SEVEN_STATE_FAILED);
  open_list (self);
  assert_usages (self, "E D C B A");
  choose (self, "result", "results", 1);
  assert_usages (self, "A");
  choose (self, "result", "results", 2);
  assert_usages (self, "C B");
  choose (self, "result", "results", 3);
  assert_usages (self, "D");
  choose (self, "result", "results", 4);
  assert_usages (self, "E");
  choose (self, "result", "results", 0);
  choose (self, "gateway", "gateways", 1);
  assert_usages (self, "E D C B A");
  choose (self, "gateway", "gateways", 2);
  assert_usages (self, "");
  assert_string (self->list, "view", "nothing-found");
}

/* The answer to a question that was taken back is not shown, in whatever order answers come. */
static void
test_last_question (Fixture *self, gconstpointer data)
{
  put (self, "A", SEVEN_STATE_ACCEPTED);
  put (self, "B", SEVEN_STATE_ACCEPTED);
  open_list (self);
  self->store->holding = TRUE;
  seven_history_list_set_words (self->list, "A");
  seven_history_list_set_words (self->list, "B");
  assert_boolean (self->list, "loading", TRUE);
  self->store->holding = FALSE;
  while (fake_history_store_answer (self->store))
    settle ();
  assert_usages (self, "B");
  g_assert_cmpuint (self->store->n_queries, ==, 2);
}

typedef struct
{
  guint n;
  guint position;
  guint removed;
  guint added;
} Change;

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, Change *change)
{
  change->n++;
  change->position = position;
  change->removed = removed;
  change->added = added;
}

static gboolean
has_changed (gpointer user_data)
{
  return ((Change *) user_data)->n > 0;
}

static gboolean
has_counted (gpointer user_data)
{
  return ((Counter *) user_data)->n > 0;
}

/* What another process adds or removes comes and goes alone, in one change. */
static void
test_live (Fixture *self, gconstpointer data)
{
  Change change = { 0 };
  gint64 gone;

  put (self, "A", SEVEN_STATE_ACCEPTED);
  gone = put (self, "B", SEVEN_STATE_ACCEPTED);
  put (self, "C", SEVEN_STATE_ACCEPTED);
  open_list (self);
  g_signal_connect (self->list, "items-changed", G_CALLBACK (changed_cb), &change);
  put (self, "D", SEVEN_STATE_ACCEPTED);
  g_signal_emit_by_name (self->store, "changed");
  g_signal_emit_by_name (self->store, "changed");
  wait_for (has_changed, &change);
  g_assert_cmpuint (change.position, ==, 0);
  g_assert_cmpuint (change.removed, ==, 0);
  g_assert_cmpuint (change.added, ==, 1);
  assert_usages (self, "D C B A");
  change.n = 0;
  seven_history_remove_async (self->history, &gone, 1, NULL, NULL, NULL);
  wait_for (has_changed, &change);
  g_assert_cmpuint (change.n, ==, 1);
  g_assert_cmpuint (change.position, ==, 2);
  g_assert_cmpuint (change.removed, ==, 1);
  g_assert_cmpuint (change.added, ==, 0);
  assert_usages (self, "D C A");
}

/* Several changes of the store in a row are one question. */
static void
test_debounce (Fixture *self, gconstpointer data)
{
  Counter counter = { 0 };

  open_list (self);
  g_assert_cmpuint (self->store->n_queries, ==, 1);
  g_signal_connect_swapped (self->history, "changed", G_CALLBACK (count_signal_cb), &counter);
  for (guint i = 0; i < 50; i++)
    g_signal_emit_by_name (self->store, "changed");
  wait_for (has_counted, &counter);
  settle ();
  g_assert_cmpuint (counter.n, ==, 1);
  g_assert_cmpuint (self->store->n_queries, ==, 2);
}

/* A store that changes while it is asked is asked again, but not in the middle. */
static void
test_changes_meanwhile (Fixture *self, gconstpointer data)
{
  Counter counter = { 0 };

  open_list (self);
  self->store->holding = TRUE;
  seven_history_list_try_again (self->list);
  g_signal_connect_swapped (self->history, "changed", G_CALLBACK (count_signal_cb), &counter);
  g_signal_emit_by_name (self->store, "changed");
  wait_for (has_counted, &counter);
  g_assert_cmpuint (self->store->pending.length, ==, 1);
  self->store->holding = FALSE;
  fake_history_store_answer (self->store);
  put (self, "A", SEVEN_STATE_ACCEPTED);
  settle ();
  assert_usages (self, "A");
  g_assert_cmpuint (self->store->n_queries, ==, 3);
}

/* A hundred thousand tests are there at once; of these a page is loaded, and what is looked at. */
static void
test_many (Fixture *self, gconstpointer data)
{
  Counter counter = { 0 };

  fake_history_store_put_many (self->store, MANY, g_get_real_time ());
  open_list (self);
  g_assert_cmpuint (count_items (self->list), ==, MANY);
  g_assert_cmpuint (self->store->n_loaded, ==, 100);
  for (guint i = 0; i < 100; i++) {
    g_autoptr (SevenRunRecord) record = get_record (self, i);

    g_assert_true (seven_run_record_is_loaded (record));
  }
  {
    g_autoptr (SevenRunRecord) record = get_record (self, 54321);
    g_autoptr (SevenRunRecord) near = get_record (self, 54399);
    g_autoptr (SevenRunRecord) same = get_record (self, 54321);

    g_assert_true (record == same);
    g_assert_false (seven_run_record_is_loaded (record));
    g_signal_connect (record, "notify::loaded", G_CALLBACK (count_cb), &counter);
    settle ();
    g_assert_cmpuint (counter.n, ==, 1);
    g_assert_true (seven_run_record_is_loaded (near));
    g_assert_cmpint (seven_run_record_get_id (record), ==, MANY - 54321);
    g_assert_cmpuint (self->store->n_loaded, ==, 200);
  }
}

/* Whoever drags the handle from end to end looks at a few rows only: what was passed by is not loaded. */
static void
test_scroll (Fixture *self, gconstpointer data)
{
  fake_history_store_put_many (self->store, MANY, g_get_real_time ());
  open_list (self);
  self->store->n_loads = 0;
  for (guint i = 1; i < MANY / 100; i++) {
    g_autoptr (SevenRunRecord) record = get_record (self, i * 100);

    g_assert_false (seven_run_record_is_loaded (record));
  }
  settle ();
  g_assert_cmpuint (self->store->n_loads, ==, 0);
}

/* What was seen is held for a while, but not all that was ever seen. */
static void
test_bound (Fixture *self, gconstpointer data)
{
  guint n_held = 0;

  fake_history_store_put_many (self->store, MANY, g_get_real_time ());
  open_list (self);
  for (guint i = 0; i < 100; i++) {
    g_autoptr (SevenRunRecord) record = get_record (self, i * 100);

    settle ();
    g_assert_true (seven_run_record_is_loaded (record));
  }
  for (gint64 id = 1; id <= MANY; id++)
    n_held += seven_history_find_record (self->history, id) != NULL;
  g_assert_cmpuint (n_held, >=, 1000);
  g_assert_cmpuint (n_held, <=, 2000);
}

/* What is awaited is loaded although the list moves under it. */
static void
test_moves_while_loading (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  Change change = { 0 };

  fake_history_store_put_many (self->store, 1000, g_get_real_time ());
  open_list (self);
  for (guint i = 200; i < 400; i++)
    g_ptr_array_add (records, get_record (self, i));
  g_signal_connect (self->list, "items-changed", G_CALLBACK (changed_cb), &change);
  self->store->holding = TRUE;
  for (guint i = 0; i < 150; i++)
    put (self, "A", SEVEN_STATE_ACCEPTED);
  g_signal_emit_by_name (self->store, "changed");
  /* What is loaded already comes last. */
  while (change.n == 0) {
    if (self->store->pending.length > 1)
      fake_history_store_answer_last (self->store);
    g_main_context_iteration (NULL, TRUE);
  }
  g_assert_cmpuint (change.added, ==, 150);
  self->store->holding = FALSE;
  while (fake_history_store_answer (self->store))
    settle ();
  settle ();
  for (guint i = 0; i < records->len; i++)
    g_assert_true (seven_run_record_is_loaded (g_ptr_array_index (records, i)));
}

/* A test that is made here is the same object in the list, and says there what becomes of it. */
static void
test_same_record (Fixture *self, gconstpointer data)
{
  Change change = { 0 };
  Counter counter = { 0 };
  g_autoptr (SevenRunRecord) record = NULL;
  g_autoptr (SevenRunRecord) row = NULL;
  SevenHistoryEntry *entry = seven_history_entry_new ();

  open_list (self);
  g_signal_connect (self->list, "items-changed", G_CALLBACK (changed_cb), &change);
  entry->time = g_get_real_time ();
  entry->gateway = g_strdup ("sandbox");
  record = seven_history_add (self->history, entry);
  wait_for (has_changed, &change);
  row = get_record (self, 0);
  g_assert_true (row == record);
  assert_string (row, "title", "Waiting for the answer");
  g_signal_connect (row, "notify::delivery", G_CALLBACK (count_cb), &counter);
  seven_run_record_set_delivery (record, SEVEN_DELIVERY_DELIVERED, g_get_real_time ());
  g_assert_cmpuint (counter.n, ==, 1);
  assert_string (row, "delivery", "Delivered to the phone");
}

/* What another process learned of a test is seen here. */
static void
test_reload (Fixture *self, gconstpointer data)
{
  g_autoptr (SevenRunRecord) record = NULL;
  SevenHistoryEntry *entry;
  Counter counter = { 0 };

  put (self, "A", SEVEN_STATE_ACCEPTED);
  open_list (self);
  record = get_record (self, 0);
  assert_string (record, "delivery", "Delivered to the phone");
  entry = (SevenHistoryEntry *) fake_history_store_get (self->store, 1);
  entry->delivery = SEVEN_DELIVERY_EXPIRED;
  g_signal_connect (record, "notify::delivery", G_CALLBACK (count_cb), &counter);
  g_signal_emit_by_name (self->store, "changed");
  wait_for (has_counted, &counter);
  assert_string (record, "delivery", "Expired");
}

/* One that was removed behind our back stays without words. */
static void
test_gone (Fixture *self, gconstpointer data)
{
  g_autoptr (SevenRunRecord) record = NULL;
  gint64 id;

  fake_history_store_put_many (self->store, 300, g_get_real_time ());
  open_list (self);
  record = get_record (self, 250);
  id = seven_run_record_get_id (record);
  g_hash_table_remove (self->store->entries, &id);
  settle ();
  g_assert_false (seven_run_record_is_loaded (record));
  assert_string (record, "title", "");
}

static void
test_find (Fixture *self, gconstpointer data)
{
  guint position = 0;
  gsize n_ids;
  const gint64 *ids;

  fake_history_store_put_many (self->store, 300, g_get_real_time ());
  open_list (self);
  g_assert_true (seven_history_list_find (self->list, 1, &position));
  g_assert_cmpuint (position, ==, 299);
  g_assert_false (seven_history_list_find (self->list, 301, &position));
  ids = seven_history_list_get_ids (self->list, &n_ids);
  g_assert_cmpuint (n_ids, ==, 300);
  g_assert_cmpint (ids[299], ==, 1);
}

static void
test_failure (Fixture *self, gconstpointer data)
{
  self->store->fault = g_strdup ("The history cannot be opened.");
  open_list (self);
  assert_string (self->list, "view", "failed");
  assert_string (self->list, "error", "The history cannot be opened.");
  assert_boolean (self->list, "loading", FALSE);
  g_clear_pointer (&self->store->fault, g_free);
  put (self, "A", SEVEN_STATE_ACCEPTED);
  seven_history_list_try_again (self->list);
  settle ();
  assert_string (self->list, "view", "tests");
  assert_string (self->list, "error", "");
}

static void
not_kept_cb (SevenHistory *history, const char *words, GString *told)
{
  g_string_append (told, words);
}

/* Several at once are told of as one. */
static void
test_not_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (SevenRunRecord) first = NULL;
  g_autoptr (SevenRunRecord) second = NULL;

  g_signal_connect (self->history, "not-kept", G_CALLBACK (not_kept_cb), told);
  self->store->fault = g_strdup ("The disk is full.");
  first = seven_history_add (self->history, fake_history_entry_new (g_get_real_time ()));
  second = seven_history_add (self->history, fake_history_entry_new (g_get_real_time ()));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (told->str, ==, "The test is not in the history, or not as it ended. The disk is full.");
}

/* It can be read by the ids, but not what they stand for. */
static void
test_load_failure (Fixture *self, gconstpointer data)
{
  g_autoptr (SevenRunRecord) record = NULL;

  fake_history_store_put_many (self->store, 300, g_get_real_time ());
  open_list (self);
  self->store->fault = g_strdup ("The history is damaged.");
  record = get_record (self, 250);
  settle ();
  assert_string (self->list, "view", "failed");
  assert_string (self->list, "error", "The history is damaged.");
}

static void
test_notice (Fixture *self, gconstpointer data)
{
  assert_string (self->history, "notice", "");
  self->store->notice = g_strdup ("A damaged history was put aside.");
  open_list (self);
  assert_string (self->history, "notice", "A damaged history was put aside.");
  seven_history_dismiss_notice (self->history);
  assert_string (self->history, "notice", "");
  seven_history_list_try_again (self->list);
  settle ();
  assert_string (self->history, "notice", "");
}

static void
removed_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  char **said = user_data;

  *said = seven_history_remove_finish (SEVEN_HISTORY (source_object), result, &error)
      ? g_strdup ("removed")
      : g_strdup (error->message);
}

static void
remove_and_settle (Fixture *self, const gint64 *ids, gsize n_ids, const char *expected)
{
  g_autofree char *said = NULL;

  seven_history_remove_async (self->history, ids, n_ids, NULL, removed_cb, &said);
  settle ();
  g_assert_cmpstr (said, ==, expected);
}

static void
test_remove (Fixture *self, gconstpointer data)
{
  const gint64 two[] = { 1, 3 };

  fake_history_store_put_many (self->store, 4, g_get_real_time ());
  remove_and_settle (self, two, 0, "removed");
  g_assert_cmpuint (self->store->ids->len, ==, 4);
  remove_and_settle (self, two, 2, "removed");
  g_assert_cmpuint (self->store->ids->len, ==, 2);
  self->store->fault = g_strdup ("The history is read-only.");
  remove_and_settle (self, NULL, 0, "The history is read-only.");
  g_assert_cmpuint (self->store->ids->len, ==, 2);
  g_clear_pointer (&self->store->fault, g_free);
  remove_and_settle (self, NULL, 0, "removed");
  g_assert_cmpuint (self->store->ids->len, ==, 0);
}

/* Nothing goes before somebody says how long tests are kept; then at once. */
static void
test_retention (Fixture *self, gconstpointer data)
{
  gint64 now = g_get_real_time ();
  const gint64 second = G_USEC_PER_SEC;

  fake_history_store_put_many (self->store, 1, now - 31 * (gint64) G_TIME_SPAN_DAY);
  fake_history_store_put_many (self->store, 1, now - 29 * (gint64) G_TIME_SPAN_DAY);
  settle ();
  g_assert_cmpuint (self->store->n_prunes, ==, 0);
  seven_history_set_retention_days (self->history, SEVEN_HISTORY_RETENTION_DAYS);
  settle ();
  g_assert_cmpuint (self->store->n_prunes, ==, 1);
  g_assert_cmpint (self->store->pruned_before, >=, now - 30 * (gint64) G_TIME_SPAN_DAY - second);
  g_assert_cmpint (
      self->store->pruned_before, <=, g_get_real_time () - 30 * (gint64) G_TIME_SPAN_DAY + second);
  g_assert_cmpuint (self->store->ids->len, ==, 1);
  seven_history_set_retention_days (self->history, 30);
  seven_history_set_retention_days (self->history, 0);
  settle ();
  g_assert_cmpuint (self->store->n_prunes, ==, 1);
  g_assert_cmpuint (seven_history_get_retention_days (self->history), ==, 0);
}

static void
test_no_store (void)
{
  SevenHistory *history = seven_history_new (NULL);
  SevenHistoryList *list = seven_history_list_new (history);
  SevenRunRecord *record = seven_history_add (history, seven_history_entry_new ());

  settle ();
  assert_string (list, "view", "none");
  seven_run_record_set_delivery (record, SEVEN_DELIVERY_DELIVERED, 1);
  seven_history_set_retention_days (history, 7);
  seven_history_read_notice (history);
  settle ();
  g_assert_cmpuint (count_items (list), ==, 0);
  g_assert_finalize_object (record);
  g_assert_finalize_object (list);
  g_assert_finalize_object (history);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  add ("/history/views", test_views);
  add ("/history/contract", test_contract);
  add ("/history/filter", test_filter);
  add ("/history/last-question", test_last_question);
  add ("/history/live", test_live);
  add ("/history/debounce", test_debounce);
  add ("/history/changes-meanwhile", test_changes_meanwhile);
  add ("/history/many", test_many);
  add ("/history/scroll", test_scroll);
  add ("/history/bound", test_bound);
  add ("/history/moves-while-loading", test_moves_while_loading);
  add ("/history/same-record", test_same_record);
  add ("/history/reload", test_reload);
  add ("/history/gone", test_gone);
  add ("/history/find", test_find);
  add ("/history/failure", test_failure);
  add ("/history/load-failure", test_load_failure);
  add ("/history/not-kept", test_not_kept);
  add ("/history/notice", test_notice);
  add ("/history/remove", test_remove);
  add ("/history/retention", test_retention);
  g_test_add_func ("/history/no-store", test_no_store);
  return g_test_run ();
}
