/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-balance.h"
#include "answer-test.h"

static void
test_read (void)
{
  static const struct
  {
    const char *body;
    double amount;
    const char *currency;
  } cases[] = {
    { "{\"amount\":44.631,\"currency\":\"EUR\"}", 44.631, "EUR" },
    { "{\"amount\":\"44.631\",\"currency\":\"EUR\"}", 44.631, "EUR" },
    { "{\"amount\":44.631}", 44.631, NULL },
    { "{\"amount\":44.631,\"currency\":null}", 44.631, NULL },
    { "{\"amount\":44.631,\"currency\":\"\"}", 44.631, NULL },
    { "{\"amount\":44.631,\"currency\":[\"EUR\"],\"more\":{}}", 44.631, NULL },
    { "{\"amount\":500,\"currency\":\"EUR\"}", 500, "EUR" },
    { "{\"amount\":0,\"currency\":\"EUR\"}", 0, "EUR" },
    { "{\"amount\":-0.5,\"currency\":\"EUR\"}", -0.5, "EUR" },
    { "\xef\xbb\xbf{\"amount\":1}\r\n", 1, NULL },
    { "44.631", 44.631, NULL },
    { " 44.631\n", 44.631, NULL },
    { "\"44.631\"", 44.631, NULL },
    { "44", 44, NULL },
    { "900.0", 900, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenExchange) exchange = answer_test_new (cases[i].body, -1, 200);
    g_autoptr (GError) error = NULL;
    g_autoptr (SevenBalance) balance = seven_balance_read (exchange, &error);

    answer_test_say (cases[i].body, 200);
    g_assert_no_error (error);
    g_assert_nonnull (balance);
    g_assert_cmpfloat_with_epsilon (balance->amount, cases[i].amount, 1e-12);
    g_assert_cmpstr (balance->currency, ==, cases[i].currency);
  }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *body;
    guint http_status;
    SevenAnswerError error;
  } cases[] = {
    { "900", 200, SEVEN_ANSWER_ERROR_REFUSED },
    { "\"902\"", 200, SEVEN_ANSWER_ERROR_REFUSED },
    { "{\"success\":\"903\",\"amount\":1}", 200, SEVEN_ANSWER_ERROR_REFUSED },
    { "{\"amount\":1}", 500, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "<html>", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "{\"amount\":44.6", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "{}", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "[]", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "[44.631]", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "[{\"amount\":44.631}]", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "null", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "true", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "\"\"", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "\"much\"", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "\"0x10\"", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "\"inf\"", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "\"1 EUR\"", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "\"12\\u00003\"", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "1e999", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "{\"amount\":null}", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "{\"amount\":true}", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "{\"amount\":\"\"}", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "{\"amount\":\"1e999\"}", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "{\"amount\":[1]}", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "{\"amount\":{\"amount\":1}}", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
    { "{\"Amount\":1}", 200, SEVEN_ANSWER_ERROR_UNREADABLE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenExchange) exchange = answer_test_new (cases[i].body, -1, cases[i].http_status);
    g_autoptr (GError) error = NULL;

    answer_test_say (cases[i].body, 200);
    g_assert_null (seven_balance_read (exchange, &error));
    g_assert_error (error, SEVEN_ANSWER_ERROR, (int) cases[i].error);
  }
}

static void
test_no_answer (void)
{
  g_autoptr (SevenExchange) exchange = answer_test_new_failed ("{\"amount\":1}");
  g_autoptr (GError) error = NULL;

  g_assert_null (seven_balance_read (exchange, &error));
  g_assert_error (error, SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_NONE);
}

/* A megabyte of anything is read or refused, and never brings a crash. */
static void
test_junk (void)
{
  g_autofree char *deep = answer_test_dup_junk ("{\"amount\":", '[', ONE_MIB, "");
  g_autofree char *digits = answer_test_dup_junk ("0.", '1', ONE_MIB, "");
  g_autofree char *blanks = answer_test_dup_junk ("", ' ', ONE_MIB, "44.631");
  const struct
  {
    const char *body;
    double amount; /* 0: not readable */
  } cases[] = {
    { deep, 0 },
    { digits, 0.1111111111111111 },
    { blanks, 44.631 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenExchange) exchange = answer_test_new (cases[i].body, -1, 200);
    g_autoptr (GError) error = NULL;
    g_autoptr (SevenBalance) balance = seven_balance_read (exchange, &error);

    if (cases[i].amount > 0) {
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (balance->amount, cases[i].amount, 1e-12);
    } else {
      g_assert_null (balance);
      g_assert_error (error, SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_UNREADABLE);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/balance/read", test_read);
  g_test_add_func ("/balance/refused", test_refused);
  g_test_add_func ("/balance/no-answer", test_no_answer);
  g_test_add_func ("/balance/junk", test_junk);

  return g_test_run ();
}
