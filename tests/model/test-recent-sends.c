/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-recent-sends.h"

#include "model-test.h"

#define NUMBER "447700900123"
#define OTHER_NUMBER "447700900124"

static void
test_none (void)
{
  SevenRecentSends *sends = seven_recent_sends_new (SEVEN_RECENT_SENDS_LOCK);

  assert_uint (sends, "lock", 180);
  g_assert_cmpuint (seven_recent_sends_get_lock (sends), ==, 180);
  g_assert_cmpuint (seven_recent_sends_get_remaining (sends, NUMBER, "text"), ==, 0);
  g_assert_finalize_object (sends);
}

/* Only the same text to the same number counts, however number and text run together. */
static void
test_same (void)
{
  SevenRecentSends *sends = seven_recent_sends_new (SEVEN_RECENT_SENDS_LOCK);

  seven_recent_sends_note (sends, NUMBER, "123456 is your code");
  g_assert_cmpuint (seven_recent_sends_get_remaining (sends, NUMBER, "123456 is your code"), ==, 180);
  g_assert_cmpuint (seven_recent_sends_get_remaining (sends, NUMBER, "123457 is your code"), ==, 0);
  g_assert_cmpuint (seven_recent_sends_get_remaining (sends, OTHER_NUMBER, "123456 is your code"), ==, 0);
  g_assert_cmpuint (seven_recent_sends_get_remaining (sends, "44770090012", "3123456 is your code"), ==, 0);
  g_assert_finalize_object (sends);
}

static void
test_forget (void)
{
  SevenRecentSends *sends = seven_recent_sends_new (SEVEN_RECENT_SENDS_LOCK);
  Counter changes = { 0 };

  g_signal_connect_swapped (sends, "changed", G_CALLBACK (count_signal_cb), &changes);
  seven_recent_sends_forget (sends, NUMBER, "text");
  g_assert_cmpuint (changes.n, ==, 0);
  seven_recent_sends_note (sends, NUMBER, "text");
  g_assert_cmpuint (changes.n, ==, 1);
  seven_recent_sends_note (sends, NUMBER, "other");
  seven_recent_sends_forget (sends, NUMBER, "text");
  g_assert_cmpuint (changes.n, ==, 3);
  g_assert_cmpuint (seven_recent_sends_get_remaining (sends, NUMBER, "text"), ==, 0);
  g_assert_cmpuint (seven_recent_sends_get_remaining (sends, NUMBER, "other"), ==, 180);
  g_assert_finalize_object (sends);
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
is_over (gpointer sends)
{
  return seven_recent_sends_get_remaining (sends, NUMBER, "text") == 0;
}

/* The time runs out, and begins anew with each send. */
static void
test_over (void)
{
  SevenRecentSends *sends = seven_recent_sends_new (1);
  gint64 start = g_get_monotonic_time ();
  guint wake_id = g_timeout_add (50, wake_cb, NULL);

  seven_recent_sends_note (sends, NUMBER, "text");
  g_assert_cmpuint (seven_recent_sends_get_remaining (sends, NUMBER, "text"), ==, 1);
  wait_for (is_over, sends);
  g_source_remove (wake_id);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, G_TIME_SPAN_SECOND);
  seven_recent_sends_note (sends, NUMBER, "other");
  g_assert_cmpuint (seven_recent_sends_get_remaining (sends, NUMBER, "text"), ==, 0);
  seven_recent_sends_note (sends, NUMBER, "text");
  g_assert_cmpuint (seven_recent_sends_get_remaining (sends, NUMBER, "text"), ==, 1);
  g_assert_finalize_object (sends);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recent-sends/none", test_none);
  g_test_add_func ("/recent-sends/same", test_same);
  g_test_add_func ("/recent-sends/forget", test_forget);
  g_test_add_func ("/recent-sends/over", test_over);
  return g_test_run ();
}
