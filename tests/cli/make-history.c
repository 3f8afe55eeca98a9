/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

/* Writes a history as the window would: a test for each usage type that is named, of one second after the other. */

#include "seven-history-file.h"

#include <stdlib.h>

#define FIRST_TIME (G_GINT64_CONSTANT (1794614400) * G_USEC_PER_SEC)

static void
add (SevenHistoryFile *file, guint n, const char *usage)
{
  g_autoptr (SevenHistoryEntry) entry = seven_history_entry_new ();
  g_autoptr (GError) error = NULL;
  gboolean refused = n % 2 == 1;

  entry->time = FIRST_TIME + (gint64) n * G_USEC_PER_SEC;
  entry->gateway = g_strdup ("sandbox");
  entry->usage = g_strdup (usage);
  entry->recipient = g_strdup ("+447…23");
  entry->country = g_strdup ("GB");
  entry->state = refused ? SEVEN_STATE_REFUSED : SEVEN_STATE_ACCEPTED;
  entry->code = refused ? 402 : 100;
  entry->gateway_code = entry->code;
  entry->title = g_strdup (refused ? "Same text sent too soon" : "Accepted");
  entry->encoding = g_strdup ("gsm");
  entry->predicted_parts = 1;
  if (!refused) {
    entry->billed_parts = 1;
    entry->price = 0.075;
    entry->delivery = SEVEN_DELIVERY_DELIVERED;
  }
  entry->elapsed_ms = 12;
  seven_history_file_save (file, entry, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_autoptr (SevenHistoryFile) file = seven_history_file_new (argv[1]);

  for (int i = 2; i < argc; i++)
    add (file, (guint) i - 2, argv[i]);
  return EXIT_SUCCESS;
}
