/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-delivery.h"

#include <string.h>

static const struct
{
  const char *name;
  SevenDelivery delivery;
  gboolean final;
} names[] = {
  { "ACCEPTED", SEVEN_DELIVERY_ACCEPTED, FALSE },
  { "TRANSMITTED", SEVEN_DELIVERY_TRANSMITTED, FALSE },
  { "BUFFERED", SEVEN_DELIVERY_BUFFERED, FALSE },
  { "UNKNOWN", SEVEN_DELIVERY_UNKNOWN, FALSE },
  { "DELIVERED", SEVEN_DELIVERY_DELIVERED, TRUE },
  { "NOTDELIVERED", SEVEN_DELIVERY_NOT_DELIVERED, TRUE },
  { "EXPIRED", SEVEN_DELIVERY_EXPIRED, TRUE },
  { "REJECTED", SEVEN_DELIVERY_REJECTED, TRUE },
  { "FAILED", SEVEN_DELIVERY_FAILED, TRUE },
};

static void
test_names (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (names) + 1, ==, SEVEN_N_DELIVERIES);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *lower = g_ascii_strdown (names[i].name, -1);
    g_autofree char *blanks = g_strdup_printf (" %s\n", names[i].name);

    g_assert_cmpint (seven_delivery_from_name (names[i].name), ==, names[i].delivery);
    g_assert_cmpint (seven_delivery_from_name (lower), ==, names[i].delivery);
    g_assert_cmpint (seven_delivery_from_name (blanks), ==, names[i].delivery);
    g_assert_cmpstr (seven_delivery_get_name (names[i].delivery), ==, names[i].name);
    g_assert_cmpint (seven_delivery_is_final (names[i].delivery), ==, names[i].final);
  }
}

static void
test_other_names (void)
{
  static const struct
  {
    const char *name;
    SevenDelivery delivery;
  } cases[] = {
    { NULL, SEVEN_DELIVERY_NONE },
    { "", SEVEN_DELIVERY_NONE },
    { "  ", SEVEN_DELIVERY_NONE },
    { "null", SEVEN_DELIVERY_UNKNOWN },
    { "DELIVERED.", SEVEN_DELIVERY_UNKNOWN },
    { "NOT DELIVERED", SEVEN_DELIVERY_UNKNOWN },
    { "DELIVER", SEVEN_DELIVERY_UNKNOWN },
    { "zugestellt", SEVEN_DELIVERY_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (seven_delivery_from_name (cases[i].name), ==, cases[i].delivery);
  g_assert_null (seven_delivery_get_name (SEVEN_DELIVERY_NONE));
  g_assert_false (seven_delivery_is_final (SEVEN_DELIVERY_NONE));
}

/* Each has a title of its own, and what went wrong says what to do. What comes out of a file may be any number. */
static void
test_words (void)
{
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < SEVEN_N_DELIVERIES; i++) {
    const char *explanation = seven_delivery_get_explanation (i);

    g_assert_true (g_hash_table_add (titles, (char *) seven_delivery_get_title (i)));
    g_assert_true (explanation == NULL || g_str_has_suffix (explanation, "."));
    if (i > SEVEN_DELIVERY_DELIVERED)
      g_assert_nonnull (explanation);
  }
  g_assert_cmpstr (seven_delivery_get_title (SEVEN_DELIVERY_DELIVERED), ==, "Delivered to the phone");
  g_assert_cmpstr (seven_delivery_get_name ((SevenDelivery) 99), ==, "UNKNOWN");
  g_assert_false (seven_delivery_is_final ((SevenDelivery) 99));
}

/* The pauses grow, and the last call is at the limit. */
static void
test_poll_times (void)
{
  int before = 0, pause = 0;
  guint n = 0;

  for (; seven_delivery_get_poll_time (n) >= 0; n++) {
    int time = seven_delivery_get_poll_time (n);

    g_assert_cmpint (time - before, >=, pause);
    pause = time - before;
    before = time;
  }
  g_assert_cmpint (seven_delivery_get_poll_time (0), ==, 1000);
  g_assert_cmpint (before, ==, SEVEN_DELIVERY_LIMIT);
  g_assert_cmpuint (n, <=, 15);
  g_assert_cmpint (seven_delivery_get_poll_time (G_MAXUINT), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/delivery/names", test_names);
  g_test_add_func ("/delivery/other-names", test_other_names);
  g_test_add_func ("/delivery/words", test_words);
  g_test_add_func ("/delivery/poll-times", test_poll_times);

  return g_test_run ();
}
