/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-journal.h"
#include "answer-test.h"
#include "seven-request.h"

#include <math.h>

/* As seven's documentation has it: every value a string or null. */
static const char sample[] =
    "[{\"id\":\"77229135982\",\"to\":\"447700900123\",\"from\":\"Acme\",\"text\":\"Your code is 123456.\","
    "\"timestamp\":\"2026-11-23 14:03:63.102\",\"price\":\"0.075\",\"dlr\":\"DELIVERED\","
    "\"dlr_timestamp\":\"2026-11-23 14:03:05.000\",\"mccmnc\":null,\"latency\":\"2.1\",\"type\":\"direct\","
    "\"channel\":\"SMS\",\"connection\":\"http\",\"label\":null,\"foreign_id\":null}]";

static void
test_sample (void)
{
  g_autoptr (SevenExchange) exchange = answer_test_new (sample, -1, 200);
  g_autoptr (GError) error = NULL;
  g_autoptr (SevenJournal) journal = seven_journal_read (exchange, &error);
  const SevenJournalEntry *entry;

  g_assert_no_error (error);
  g_assert_cmpuint (seven_journal_get_n_entries (journal), ==, 1);
  entry = seven_journal_get_entry (journal, 0);
  g_assert_cmpstr (entry->id, ==, "77229135982");
  g_assert_cmpstr (entry->to, ==, "447700900123");
  g_assert_cmpstr (entry->text, ==, "Your code is 123456.");
  g_assert_cmpstr (entry->timestamp, ==, "2026-11-23 14:03:63.102");
  g_assert_cmpfloat_with_epsilon (entry->price, 0.075, 1e-12);
  g_assert_cmpint (entry->delivery, ==, SEVEN_DELIVERY_DELIVERED);
  g_assert_cmpstr (entry->delivery_name, ==, "DELIVERED");
  g_assert_cmpstr (entry->delivery_timestamp, ==, "2026-11-23 14:03:05.000");
  g_assert_null (seven_journal_get_entry (journal, 1));
}

/* What the only entry may say of itself, in any type. */
static void
test_entries (void)
{
  static const struct
  {
    const char *body;
    const char *id;
    double price;
    SevenDelivery delivery;
    const char *name;
  } cases[] = {
    { "[{\"id\":\"7\"}]", "7", NAN, SEVEN_DELIVERY_NONE, NULL },
    { "{\"id\":\"7\",\"dlr\":\"BUFFERED\"}", "7", NAN, SEVEN_DELIVERY_BUFFERED, "BUFFERED" },
    { "[{\"id\":77229135982,\"price\":0.075,\"dlr\":\"delivered\"}]", "77229135982", 0.075,
        SEVEN_DELIVERY_DELIVERED, "delivered" },
    { "[{\"id\":\"7\",\"price\":null,\"dlr\":null,\"text\":null,\"timestamp\":null}]", "7", NAN,
        SEVEN_DELIVERY_NONE, NULL },
    { "[{\"id\":\"7\",\"price\":[],\"dlr\":{},\"text\":[],\"timestamp\":true}]", "7", NAN,
        SEVEN_DELIVERY_NONE, NULL },
    { "[{\"id\":\"7\",\"dlr\":4}]", "7", NAN, SEVEN_DELIVERY_UNKNOWN, "4" },
    { "[{\"id\":\"7\",\"dlr\":\"LOST\"}]", "7", NAN, SEVEN_DELIVERY_UNKNOWN, "LOST" },
    { "[{\"id\":[],\"to\":447700900123}]", NULL, NAN, SEVEN_DELIVERY_NONE, NULL },
    { "[1,null,\"x\",[],{},{\"id\":\"7\"}]", "7", NAN, SEVEN_DELIVERY_NONE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenExchange) exchange = answer_test_new (cases[i].body, -1, 200);
    g_autoptr (GError) error = NULL;
    g_autoptr (SevenJournal) journal = seven_journal_read (exchange, &error);
    const SevenJournalEntry *entry;

    answer_test_say (cases[i].body, 200);
    g_assert_no_error (error);
    g_assert_cmpuint (seven_journal_get_n_entries (journal), ==, 1);
    entry = seven_journal_get_entry (journal, 0);
    g_assert_cmpstr (entry->id, ==, cases[i].id);
    g_assert_cmpint (entry->delivery, ==, cases[i].delivery);
    g_assert_cmpstr (entry->delivery_name, ==, cases[i].name);
    if (isnan (cases[i].price))
      g_assert_true (isnan (entry->price));
    else
      g_assert_cmpfloat_with_epsilon (entry->price, cases[i].price, 1e-12);
  }
}

static void
test_empty (void)
{
  g_autoptr (SevenExchange) exchange = answer_test_new ("[]", -1, 200);
  g_autoptr (GError) error = NULL;
  g_autoptr (SevenJournal) journal = seven_journal_read (exchange, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (seven_journal_get_n_entries (journal), ==, 0);
  g_assert_null (seven_journal_find_id (journal, "7"));
  g_assert_null (seven_journal_find_text (journal, "447700900123", "x"));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *body;
    SevenAnswerError error;
  } cases[] = {
    { "902", SEVEN_ANSWER_ERROR_REFUSED },
    { "\"901\"", SEVEN_ANSWER_ERROR_REFUSED },
    { "{\"success\":\"900\"}", SEVEN_ANSWER_ERROR_REFUSED },
    { "", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "<html>", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "null", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "44", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "\"x\"", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "{}", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "{\"amount\":1}", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "[1]", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "[{}]", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "[[{\"id\":\"7\"}]]", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "[{\"id\":\"7\"}", SEVEN_ANSWER_ERROR_UNREADABLE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenExchange) exchange = answer_test_new (cases[i].body, -1, 200);
    g_autoptr (GError) error = NULL;

    answer_test_say (cases[i].body, 200);
    g_assert_null (seven_journal_read (exchange, &error));
    g_assert_error (error, SEVEN_ANSWER_ERROR, (int) cases[i].error);
  }
}

static void
test_no_answer (void)
{
  g_autoptr (SevenExchange) exchange = answer_test_new_failed (sample);
  g_autoptr (GError) error = NULL;

  g_assert_null (seven_journal_read (exchange, &error));
  g_assert_error (error, SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_NONE);
}

#define ENTRY(id, to, text, timestamp) \
  "{\"id\":\"" id "\",\"to\":\"" to "\",\"text\":\"" text "\",\"timestamp\":" timestamp "}"

static void
test_find (void)
{
  static const char body[] = "[" ENTRY ("1", "447700900123", "one", "\"2026-11-23 14:00:00\"") "," ENTRY (
      "2", "+447700900123", "one", "\"2026-11-23 14:05:00\"") "," ENTRY ("3", "447700900123", "one",
      "null") "," ENTRY ("4", "447700900124", "one", "\"2026-11-23 15:00:00\"") "," ENTRY ("5",
      "447700900123", "two", "\"2026-11-23 16:00:00\"") ",{\"id\":\"6\",\"to\":\"447700900123\"}]";
  static const struct
  {
    const char *recipient;
    const char *text;
    const char *id; /* (nullable): none */
  } cases[] = {
    { "447700900123", "one", "2" },
    { "+447700900123", "one", "2" },
    { "447700900124", "one", "4" },
    { "447700900123", "two", "5" },
    { "447700900123", "One", NULL },
    { "447700900123", "one ", NULL },
    { "447700900123", "", NULL },
    { "447700900125", "one", NULL },
    { "7700900123", "one", NULL },
    { "", "one", NULL },
  };
  g_autoptr (SevenExchange) exchange = answer_test_new (body, -1, 200);
  g_autoptr (SevenJournal) journal = seven_journal_read (exchange, NULL);

  g_assert_cmpuint (seven_journal_get_n_entries (journal), ==, 6);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SevenJournalEntry *entry = seven_journal_find_text (journal, cases[i].recipient, cases[i].text);

    g_assert_cmpstr (entry != NULL ? entry->id : NULL, ==, cases[i].id);
  }
  g_assert_cmpstr (seven_journal_find_id (journal, "4")->to, ==, "447700900124");
  g_assert_null (seven_journal_find_id (journal, "7"));
  g_assert_null (seven_journal_find_id (journal, ""));
}

static void
test_junk (void)
{
  g_autofree char *deep = answer_test_dup_junk ("", '[', ONE_MIB, "");
  g_autofree char *text = answer_test_dup_junk ("[{\"id\":\"7\",\"text\":\"", 'x', ONE_MIB, "\"}]");
  g_autoptr (SevenExchange) nested = answer_test_new (deep, -1, 200);
  g_autoptr (SevenExchange) long_one = answer_test_new (text, -1, 200);
  g_autoptr (SevenJournal) journal = seven_journal_read (long_one, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (strlen (seven_journal_get_entry (journal, 0)->text), ==, ONE_MIB);
  g_assert_null (seven_journal_read (nested, &error));
  g_assert_error (error, SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_UNREADABLE);
}

static void
test_search (void)
{
  g_autoptr (SevenRequest) request =
      seven_request_new_journal_search ("key", "447700900123", "2026-11-22", "2026-11-24");
  g_autoptr (SevenRequest) odd = seven_request_new_journal_search (NULL, "+44 7&x=1", "a b", "");

  g_assert_cmpstr (seven_request_get_method (request), ==, "GET");
  g_assert_cmpstr (seven_request_get_path (request), ==,
      "/api/journal/outbound?to=447700900123&date_from=2026-11-22&date_to=2026-11-24&limit=100");
  g_assert_null (seven_request_get_body (request));
  g_assert_cmpstr (seven_request_get_accept (request), ==, "application/json");
  g_assert_cmpstr (seven_request_get_auth_value (request), ==, "key");
  g_assert_cmpstr (seven_request_get_path (odd), ==,
      "/api/journal/outbound?to=%2B44+7%26x%3D1&date_from=a+b&date_to=&limit=100");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/journal/sample", test_sample);
  g_test_add_func ("/journal/entries", test_entries);
  g_test_add_func ("/journal/empty", test_empty);
  g_test_add_func ("/journal/refused", test_refused);
  g_test_add_func ("/journal/no-answer", test_no_answer);
  g_test_add_func ("/journal/find", test_find);
  g_test_add_func ("/journal/junk", test_junk);
  g_test_add_func ("/journal/search", test_search);

  return g_test_run ();
}
