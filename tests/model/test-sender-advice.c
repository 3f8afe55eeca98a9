/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-sender-advice.h"

#include "model-test.h"

#define WITH(sender) "{\"apiKey\":\"k\",\"from\":" sender ",\"templates\":[]}"

static const struct
{
  const char *prefix; /* (nullable): any country */
  const char *config;
  const char *advice;
  gboolean warning;
} cases[] = {
  { "44", WITH ("\"Acme\""), "A name as sender is shown as it is. As of 2026.", FALSE },
  { "44", WITH ("\"447700900123\""), "A number as sender is shown as it is. As of 2026.", FALSE },
  { "27", WITH ("\"Acme\""), "A name as sender is replaced by a number, or the SMS is refused. As of 2026.",
      TRUE },
  { "27", WITH ("\"447700900123\""), "Only some numbers work as sender; others are replaced. As of 2026.",
      TRUE },
  { "61", WITH ("\"Acme\""),
      "Since 1 July 2026 a name that is not registered is shown as “Unverified”. As of 2026-07-01.", TRUE },
  { "61", WITH ("\"447700900123\""), "A number as sender is shown as it is. As of 2026.", FALSE },
  { "66", WITH ("\"Acme Shop\""),
      "The sender has a space, which Thailand does not take. A name as sender must be registered first, "
      "and must have no space. As of 2026.",
      TRUE },
  { "229", WITH ("\"Acme\""), "It is not known whether a name works as sender. As of 2026.", FALSE },
  { NULL, WITH ("\"Acme\""), "", FALSE },
  /* a rule says what is wrong with these */
  { "27", "{\"apiKey\":\"k\",\"templates\":[]}", "", FALSE },
  { "27", WITH ("\"\""), "", FALSE },
  { "27", WITH ("null"), "", FALSE },
  { "27", WITH ("\"<your-sender>\""), "", FALSE },
  { "27", WITH ("\"- -\""), "", FALSE },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenConfig) config = NULL;
    const SevenDestination *destination =
        cases[i].prefix != NULL ? seven_destination_find_digits (cases[i].prefix) : NULL;
    g_autofree char *advice = NULL;

    g_test_message ("+%s %s", cases[i].prefix, cases[i].config);
    config = seven_config_parse (cases[i].config, -1, NULL, NULL);
    advice = seven_sender_advice_dup (destination, config);
    g_assert_cmpstr (advice, ==, cases[i].advice);
    g_assert_cmpint (seven_sender_advice_is_warning (destination, config), ==, cases[i].warning);
  }
}

static void
test_no_config (void)
{
  const SevenDestination *destination = seven_destination_find_digits ("27");
  g_autofree char *advice = seven_sender_advice_dup (destination, NULL);

  g_assert_cmpstr (advice, ==, "");
  g_assert_false (seven_sender_advice_is_warning (destination, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sender-advice/cases", test_cases);
  g_test_add_func ("/sender-advice/no-config", test_no_config);
  return g_test_run ();
}
