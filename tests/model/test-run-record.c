/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "fake-history-store.h"
#include "model-test.h"

#include "seven-fact.h"
#include "seven-run-record.h"
#include "seven-run-words.h"

#include <locale.h>

/* 22 November 2025, 14:03:59 UTC, in microseconds. The tests run in UTC. */
#define NOW (G_GINT64_CONSTANT (1763820239) * G_USEC_PER_SEC)
#define DAY ((gint64) G_TIME_SPAN_DAY)
#define HOUR ((gint64) G_TIME_SPAN_HOUR)

static void
test_when (void)
{
  static const struct
  {
    gint64 time;
    const char *words;
  } cases[] = {
    { NOW, "Today 14:03" },
    { NOW - 14 * HOUR, "Today 00:03" },
    { NOW - 15 * HOUR, "Yesterday 23:03" },
    { NOW - 38 * HOUR, "Yesterday 00:03" },
    { NOW - 39 * HOUR, "20 Nov 23:03" },
    { NOW - 20 * DAY, "2 Nov 14:03" },
    { NOW - 365 * DAY, "22 Nov 2024 14:03" },
    { NOW + DAY, "23 Nov 14:03" },
    { 0, "1 Jan 1970 00:00" },
    { G_MAXINT64, "—" },
    { G_MININT64, "—" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words = seven_run_words_when (cases[i].time, NOW);

    g_assert_cmpstr (words, ==, cases[i].words);
  }
}

static void
test_parts (void)
{
  static const struct
  {
    int predicted;
    int billed;
    SevenState state;
    double price;
    const char *words;
    gboolean differ;
  } cases[] = {
    { 1, 1, SEVEN_STATE_ACCEPTED, 0.075, "1 predicted · 1 billed", FALSE },
    { 1, 2, SEVEN_STATE_ACCEPTED, 0.15, "1 predicted · 2 billed", TRUE },
    { 1, -1, SEVEN_STATE_UNKNOWN, NAN, "1 predicted", FALSE },
    { 2, 0, SEVEN_STATE_ACCEPTED, 0, "2 predicted · none billed", TRUE },
    { 2, 2, SEVEN_STATE_REFUSED, 0, "2 predicted · none billed", FALSE },
    { 2, 1, SEVEN_STATE_PARTIAL, 0.075, "2 predicted · 1 billed", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenHistoryEntry) entry = seven_history_entry_new ();
    gboolean differ = !cases[i].differ;
    g_autofree char *words = NULL;

    entry->predicted_parts = cases[i].predicted;
    entry->billed_parts = cases[i].billed;
    entry->state = cases[i].state;
    entry->price = cases[i].price;
    words = seven_run_words_parts (entry, &differ);
    g_assert_cmpstr (words, ==, cases[i].words);
    g_assert_true (differ == cases[i].differ);
  }
}

/* Each state has words and an icon of its own: the colour alone says nothing. */
static void
test_states (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int state = SEVEN_STATE_ACCEPTED; state <= SEVEN_STATE_FAILED; state++) {
    SevenHistoryEntry *entry = fake_history_entry_new (NOW);
    g_autoptr (SevenRunRecord) record = NULL;
    char *words = NULL;
    char *icon = NULL;

    entry->state = (SevenState) state;
    record = seven_run_record_new (NULL, entry);
    g_object_get (record, "state", &words, "icon-name", &icon, NULL);
    g_assert_true (g_hash_table_add (seen, words));
    g_assert_true (g_hash_table_add (seen, icon));
  }
}

static const struct
{
  const char *property;
  const char *value;
} shown[] = {
  { "code", "100" },
  { "css-class", "success" },
  { "delivery", "Delivered to the phone" },
  { "gateway", "Sandbox" },
  { "icon-name", "emblem-ok-symbolic" },
  { "logto", "Logto would have reported success" },
  { "parts", "1 predicted · 1 billed" },
  { "price", "€0.075" },
  { "recipient", "+447…23 · United Kingdom" },
  { "state", "Accepted" },
  { "subtitle", "Generic · +447…23 · United Kingdom" },
  { "title", "SMS accepted" },
  { "usage", "Generic" },
  { "when", "22 Nov 2024 14:03" },
  { "description",
      "Accepted: 100, SMS accepted. Generic, +447…23 · United Kingdom, Sandbox, 22 Nov 2024 14:03. "
      "Delivered to the phone. Logto would have reported success." },
};

static void
test_words (void)
{
  g_autoptr (SevenRunRecord) record = seven_run_record_new (NULL, fake_history_entry_new (NOW - 365 * DAY));

  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    assert_string (record, shown[i].property, shown[i].value);
  assert_boolean (record, "loaded", TRUE);
  assert_boolean (record, "logto-wrong", FALSE);
}

static const SevenFact *
find_fact (GListModel *facts, const char *label)
{
  for (guint i = 0; i < g_list_model_get_n_items (facts); i++) {
    g_autoptr (SevenFact) fact = g_list_model_get_item (facts, i);

    if (g_str_equal (seven_fact_get_label (fact), label))
      return fact;
  }
  return NULL;
}

static void
assert_fact (GListModel *facts, const char *label, const char *value, gboolean warning)
{
  SevenFact *fact = (SevenFact *) find_fact (facts, label);

  g_assert_nonnull (fact);
  g_assert_cmpstr (seven_fact_get_value (fact), ==, value);
  g_assert_true (seven_fact_get_warning (fact) == warning);
}

static void
test_facts (void)
{
  SevenHistoryEntry *entry = fake_history_entry_new (NOW);
  g_autoptr (SevenRunRecord) record = NULL;
  g_autoptr (GListModel) facts = NULL;
  g_autofree char *text = NULL;

  entry->code = 202;
  entry->billed_parts = 2;
  entry->delivery = SEVEN_DELIVERY_EXPIRED;
  record = seven_run_record_new (NULL, entry);
  g_object_get (record, "facts", &facts, NULL);
  assert_fact (facts, "Sent", "22 November 2025, 14:03:59", FALSE);
  assert_fact (facts, "Gateway", "Sandbox", FALSE);
  assert_fact (facts, "Recipient", "+447…23 · United Kingdom", FALSE);
  assert_fact (facts, "Usage type", "Generic", FALSE);
  assert_fact (facts, "Delivery", "Expired", TRUE);
  assert_fact (facts, "Reported", "22 November 2025, 14:04:01", FALSE);
  assert_fact (facts, "Encoding", "GSM-7", FALSE);
  assert_fact (facts, "Parts", "1 predicted · 2 billed", TRUE);
  assert_fact (facts, "Price", "€0.075", FALSE);
  assert_fact (facts, "Top-level code", "100", FALSE);
  assert_fact (facts, "Message", "77000001", FALSE);
  assert_fact (facts, "Time taken", "41 ms", FALSE);
  text = seven_run_record_dup_text (record);
  assert_contains (text, "Accepted: 202, SMS accepted\n");
  assert_contains (text, "Parts: 1 predicted · 2 billed\n");
  assert_contains (text, "Logto would have reported success\n");
}

static void
test_warning (void)
{
  static const struct
  {
    SevenDelivery delivery;
    gboolean logto_wrong;
    const char *warning;
  } cases[] = {
    { SEVEN_DELIVERY_NONE, FALSE, "" },
    { SEVEN_DELIVERY_TRANSMITTED, FALSE, "" },
    { SEVEN_DELIVERY_DELIVERED, FALSE, "" },
    { SEVEN_DELIVERY_EXPIRED, FALSE, "Expired" },
    { SEVEN_DELIVERY_NONE, TRUE, "Logto would have reported it wrongly" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SevenHistoryEntry *entry = fake_history_entry_new (NOW);
    g_autoptr (SevenRunRecord) record = NULL;

    entry->delivery = cases[i].delivery;
    entry->logto_wrong = cases[i].logto_wrong;
    record = seven_run_record_new (NULL, entry);
    assert_string (record, "warning", cases[i].warning);
  }
}

/* Nothing is known of it: nothing is said, and nothing falls over. */
static void
test_unknown (void)
{
  g_autoptr (SevenRunRecord) record = seven_run_record_new (NULL, seven_history_entry_new ());
  g_autoptr (GListModel) facts = NULL;

  assert_string (record, "code", "");
  assert_string (record, "recipient", "—");
  assert_string (record, "gateway", "—");
  assert_string (record, "usage", "No usage type");
  assert_string (record, "price", "");
  assert_string (record, "delivery", "");
  assert_string (record, "title", "Waiting for the answer");
  g_object_get (record, "facts", &facts, NULL);
  g_assert_null (find_fact (facts, "Price"));
  g_assert_null (find_fact (facts, "Delivery"));
  g_assert_null (find_fact (facts, "Time taken"));
}

static void
test_fill (void)
{
  FakeHistoryStore *store = fake_history_store_new ();
  SevenRunRecord *record = seven_run_record_new_for_id (SEVEN_HISTORY_STORE (store), 7);
  SevenHistoryEntry *entry = fake_history_entry_new (NOW);
  Counter counter = { 0 };
  g_autoptr (GListModel) facts = NULL;
  g_autofree char *text = seven_run_record_dup_text (record);

  g_object_get (record, "facts", &facts, NULL);
  g_assert_cmpuint (count_items (facts), ==, 0);
  g_assert_cmpstr (text, ==, "");
  assert_boolean (record, "loaded", FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    assert_string (record, shown[i].property, "");
  g_signal_connect (record, "notify::title", G_CALLBACK (count_cb), &counter);
  entry->id = 7;
  g_clear_pointer (&entry->title, g_free);
  seven_run_record_fill (record, entry);
  g_assert_cmpuint (counter.n, ==, 1);
  assert_boolean (record, "loaded", TRUE);
  assert_string (record, "title", "No answer was seen");
  g_assert_cmpuint (count_items (facts), >, 5);
  g_assert_cmpuint (store->n_saves, ==, 0);
  g_assert_finalize_object (record);
  g_assert_finalize_object (store);
}

static SevenOutcome *
create_outcome (int code)
{
  g_autofree char *body = g_strdup_printf ("%d", code);
  g_autoptr (GBytes) reply = g_bytes_new (body, strlen (body));
  g_autoptr (SevenExchange) exchange =
      seven_exchange_new ("POST /api/sms HTTP/1.1", TRUE, 200, "HTTP/1.1 200 OK", reply, 5, NULL);

  return seven_outcome_new (exchange, TRUE);
}

/* What is told to it is kept, one save after another, the last one with all of it. */
static void
test_saves (void)
{
  FakeHistoryStore *store = fake_history_store_new ();
  SevenHistoryEntry *entry = seven_history_entry_new ();
  SevenRunRecord *record;
  g_autoptr (SevenOutcome) outcome = create_outcome (900);
  Counter counter = { 0 };

  entry->gateway = g_strdup ("sandbox");
  record = seven_run_record_new (SEVEN_HISTORY_STORE (store), entry);
  g_signal_connect (record, "notify::state", G_CALLBACK (count_cb), &counter);
  store->holding = TRUE;
  seven_run_record_save (record);
  seven_run_record_set_outcome (record, outcome);
  seven_run_record_set_message_id (record, "12345");
  seven_run_record_set_message_id (record, "12345");
  seven_run_record_set_delivery (record, SEVEN_DELIVERY_DELIVERED, NOW);
  seven_run_record_set_delivery (record, SEVEN_DELIVERY_DELIVERED, NOW + 1);
  g_assert_cmpuint (counter.n, ==, 3);
  assert_string (record, "state", "Refused");
  assert_string (record, "code", "900");
  g_assert_cmpuint (store->pending.length, ==, 1);
  g_assert_true (fake_history_store_answer (store));
  while (store->pending.length == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (fake_history_store_answer (store));
  settle ();
  g_assert_cmpuint (store->n_saves, ==, 2);
  g_assert_cmpint (seven_run_record_get_id (record), ==, 1);
  g_assert_cmpint (fake_history_store_get (store, 1)->code, ==, 900);
  g_assert_cmpstr (fake_history_store_get (store, 1)->message_id, ==, "12345");
  g_assert_cmpint (fake_history_store_get (store, 1)->delivery_time, ==, NOW);
  g_assert_finalize_object (record);
  g_assert_finalize_object (store);
}

/* A store that is behind does not take back what is known here. */
static void
test_own (void)
{
  FakeHistoryStore *store = fake_history_store_new ();
  SevenRunRecord *record = seven_run_record_new_for_id (SEVEN_HISTORY_STORE (store), 1);
  SevenHistoryEntry *stale = fake_history_entry_new (NOW);
  SevenHistoryEntry *entry = fake_history_entry_new (NOW);

  entry->delivery = SEVEN_DELIVERY_ACCEPTED;
  fake_history_store_put (store, entry);
  seven_run_record_fill (record, seven_history_entry_copy (entry));
  seven_run_record_set_delivery (record, SEVEN_DELIVERY_EXPIRED, NOW);
  stale->id = 1;
  seven_run_record_fill (record, stale);
  assert_string (record, "delivery", "Expired");
  settle ();
  g_assert_cmpint (fake_history_store_get (store, 1)->delivery, ==, SEVEN_DELIVERY_EXPIRED);
  g_assert_finalize_object (record);
  g_assert_finalize_object (store);
}

static void
not_kept_cb (SevenRunRecord *record, const char *message, guint *n_told)
{
  g_assert_cmpstr (message, ==, "The disk is full.");
  (*n_told)++;
}

/* A store that fails keeps nobody from testing; the next change tries again. It is told once. */
static void
test_store_fails (void)
{
  FakeHistoryStore *store = fake_history_store_new ();
  SevenRunRecord *record = seven_run_record_new (SEVEN_HISTORY_STORE (store), fake_history_entry_new (NOW));
  guint n_told = 0;

  g_signal_connect (record, "not-kept", G_CALLBACK (not_kept_cb), &n_told);
  store->fault = g_strdup ("The disk is full.");
  seven_run_record_save (record);
  settle ();
  seven_run_record_save (record);
  settle ();
  g_assert_cmpint (seven_run_record_get_id (record), ==, 0);
  g_assert_cmpuint (n_told, ==, 1);
  g_clear_pointer (&store->fault, g_free);
  seven_run_record_set_delivery (record, SEVEN_DELIVERY_FAILED, NOW);
  settle ();
  g_assert_cmpint (seven_run_record_get_id (record), ==, 1);
  g_assert_finalize_object (record);
  g_assert_finalize_object (store);
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run-record/when", test_when);
  g_test_add_func ("/run-record/parts", test_parts);
  g_test_add_func ("/run-record/states", test_states);
  g_test_add_func ("/run-record/words", test_words);
  g_test_add_func ("/run-record/facts", test_facts);
  g_test_add_func ("/run-record/warning", test_warning);
  g_test_add_func ("/run-record/unknown", test_unknown);
  g_test_add_func ("/run-record/fill", test_fill);
  g_test_add_func ("/run-record/saves", test_saves);
  g_test_add_func ("/run-record/own", test_own);
  g_test_add_func ("/run-record/store-fails", test_store_fails);
  return g_test_run ();
}
