/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-result-facts.h"

#include <glib/gi18n-lib.h>

#include "seven-run-words.h"
#include "seven-words.h"

/* Codes have three digits; a longer number may be the rendered code, repeated. */
#define MAX_CODE 999

static void
add (GString *report, const char *label, const char *value)
{
  if (value != NULL && *value != '\0')
    /* Translators: a line of a report: what it is, and what it says. */
    g_string_append_printf (report, _ ("%s: %s\n"), label, value);
}

static void
add_time (GString *report, gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);
  g_autofree char *text = moment != NULL ? g_date_time_format (moment, "%Y-%m-%d %H:%M:%S %:z") : NULL;

  add (report, _ ("Sent"), text);
}

/* No words of the gateway’s own: they may repeat the text, or the number. */
static void
add_outcome (GString *report, const SevenOutcome *outcome)
{
  const SevenReturnCode *code = seven_return_code_find (seven_outcome_get_code (outcome));
  const GError *error = seven_exchange_get_error (seven_outcome_get_exchange (outcome));
  guint status = seven_exchange_get_http_status (seven_outcome_get_exchange (outcome));
  g_autofree char *result = NULL;
  g_autofree char *http_status = status != 0 ? g_strdup_printf ("%u", status) : NULL;

  if (seven_outcome_get_code (outcome) >= 0 && seven_outcome_get_code (outcome) <= MAX_CODE)
    result = g_strdup_printf ("%d · %s", seven_outcome_get_code (outcome), seven_outcome_get_title (outcome));
  add (report, _ ("Result"), result != NULL ? result : seven_outcome_get_title (outcome));
  if (code != NULL)
    add (report, _ ("Meaning"), seven_return_code_get_meaning (code, SEVEN_CALL_SEND));
  else if (error != NULL)
    add (report, _ ("Meaning"), seven_outcome_get_explanation (outcome));
  add (report, _ ("Next step"), seven_outcome_get_advice (outcome));
  add (report, _ ("HTTP status"), http_status);
}

static void
add_size (GString *report, const SevenHistoryEntry *entry)
{
  g_autofree char *parts = seven_run_words_parts (entry, NULL);
  g_autofree char *price = seven_run_words_price (entry);

  add (report, _ ("Parts"), parts);
  add (report, _ ("Price"), price);
}

static void
add_steps (GString *report, SevenDeliveryWatch *watch)
{
  GListModel *steps = seven_delivery_watch_get_steps (watch);

  for (guint i = 0; i < g_list_model_get_n_items (steps); i++) {
    g_autoptr (SevenDeliveryStep) step = g_list_model_get_item (steps, i);
    g_autofree char *value = g_strdup_printf ("%s · %s · %s", seven_delivery_step_get_time (step),
        seven_delivery_get_title (seven_delivery_step_get_delivery (step)),
        seven_delivery_step_get_after (step));

    add (report, _ ("Delivery"), value);
  }
}

char *
seven_result_report (SevenResult *result, SevenRunRecord *record)
{
  const SevenHistoryEntry *entry = record != NULL ? seven_run_record_get_entry (record) : NULL;
  SevenDeliveryWatch *watch = seven_result_get_delivery (result);
  SevenOutcome *outcome = seven_result_get_outcome (result);
  GString *report = g_string_new (NULL);
  guint elapsed = seven_exchange_get_elapsed_ms (seven_outcome_get_exchange (outcome));
  g_autofree char *time = seven_words_elapsed (elapsed);

  if (entry != NULL) {
    add_time (report, entry->time);
    add (report, _ ("Gateway"), entry->gateway);
    add (report, _ ("Usage type"), entry->usage);
    add (report, _ ("Recipient"), entry->recipient);
  }
  add_outcome (report, outcome);
  if (entry != NULL) {
    add (report, _ ("Message"), entry->message_id);
    add_size (report, entry);
  }
  add (report, _ ("Time"), time);
  add (report, _ ("Logto"), seven_outcome_get_logto_detail (outcome));
  if (watch != NULL)
    add_steps (report, watch);

  return g_string_free (report, FALSE);
}
