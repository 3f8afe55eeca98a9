/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-test-series-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "seven-send-words.h"
#include "seven-words.h"

static SevenSeriesItem *
get_item (SevenTestSeries *self, guint index)
{
  g_autoptr (SevenSeriesItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), index);

  /* The list holds it on. */
  return item;
}

static void
count_entry (SevenSeriesTotals *totals, const SevenHistoryEntry *entry)
{
  gboolean may_cost = entry->state != SEVEN_STATE_REFUSED && entry->state != SEVEN_STATE_FAILED;

  totals->n_states[entry->state]++;
  if (entry->billed_parts > 0)
    totals->billed_parts += (guint) entry->billed_parts;
  if (isfinite (entry->price))
    totals->price += entry->price;
  else if (may_cost)
    totals->n_unpriced++;
}

SevenSeriesTotals
seven_test_series_count (SevenTestSeries *self)
{
  SevenSeriesTotals totals = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++) {
    SevenSeriesItem *item = get_item (self, i);
    SevenSendJob *job = seven_series_item_get_job (item);
    const SevenHistoryEntry *entry = seven_series_item_get_entry (item);

    if (job == NULL) {
      totals.n_skipped++;
      continue;
    }
    totals.predicted_parts +=
        seven_sms_text_get_n_parts (seven_message_get_sms_text (seven_send_job_get_message (job)));
    if (entry != NULL)
      count_entry (&totals, entry);
    else
      totals.n_not_sent++;
  }

  return totals;
}

char *
seven_test_series_dup_destination (SevenTestSeries *self)
{
  g_autofree char *number = seven_phone_dup_masked (self->phone);
  g_autofree char *country = seven_send_words_country (self->phone);

  return g_strdup_printf ("%s · %s · %s", seven_gateway_choice_get_name (self->gateway), number, country);
}

char *
seven_test_series_dup_question_title (SevenTestSeries *self)
{
  guint n_total = seven_test_series_get_n_total (self);

  return g_strdup_printf (ngettext ("Send %u Real SMS?", "Send %u Real SMS?", n_total), n_total);
}

static SevenPricing *
find_price (SevenTestSeries *self)
{
  return seven_price_list_lookup (seven_session_get_prices (self->session), self->gateway, self->api_key,
      seven_phone_get_country (self->phone));
}

static char *
dup_question_cost (SevenTestSeries *self, const SevenSeriesTotals *totals)
{
  guint n_total = seven_test_series_get_n_total (self);
  g_autofree char *count = NULL;
  g_autofree char *parts = seven_words_parts (totals->predicted_parts);
  g_autofree char *limit = seven_send_words_limit (find_price (self), totals->predicted_parts);

  count = g_strdup_printf (ngettext ("%u SMS", "%u SMS", n_total), n_total);

  /* Translators: “8 SMS”, “9 parts”, and what they cost as in “€0.675”, “at most €0.765”. */
  return g_strdup_printf (
      _ ("%s one after another, %s in all, %s. seven bills each part to your account."), count, parts, limit);
}

/* The number, the country, how many, the parts and the most that they cost; and what speaks against it. */
char *
seven_test_series_dup_question (SevenTestSeries *self)
{
  SevenSeriesTotals totals = seven_test_series_count (self);
  g_autofree char *number = seven_phone_dup_display (self->phone);
  g_autofree char *country = seven_send_words_country (self->phone);
  g_autofree char *cost = dup_question_cost (self, &totals);
  g_autoptr (GString) body = g_string_new (NULL);

  /* Translators: a phone number, its country, the name of a gateway. */
  g_string_append_printf (
      body, _ ("To %s (%s), through “%s”."), number, country, seven_gateway_choice_get_name (self->gateway));
  g_string_append_printf (body, "\n\n%s", cost);
  if (totals.n_skipped > 0) {
    g_string_append (body, "\n\n");
    g_string_append_printf (body,
        ngettext ("%u template is skipped: it cannot be sent.",
            "%u templates are skipped: they cannot be sent.", totals.n_skipped),
        totals.n_skipped);
  }
  if (*self->sender_objection != '\0')
    g_string_append_printf (body, "\n\n%s", self->sender_objection);

  return g_strdup (body->str);
}

char *
seven_test_series_dup_progress (SevenTestSeries *self)
{
  SevenSeriesTotals totals = seven_test_series_count (self);
  guint n_total = seven_test_series_get_n_total (self);

  if (self->done)
    return g_strdup (totals.n_not_sent > 0 ? _ ("Ended early") : _ ("Finished"));

  /* Translators: how many of the templates of a series of tests were sent. */
  return g_strdup_printf (_ ("%u of %u sent"), n_total - totals.n_not_sent, n_total);
}

/* text: (transfer full) */
static void
add_count (GPtrArray *words, guint count, char *text)
{
  g_autofree char *owned = text;

  if (count > 0)
    g_ptr_array_add (words, g_steal_pointer (&owned));
}

static char *
join (GPtrArray *words)
{
  g_ptr_array_add (words, NULL);

  return g_strjoinv (" · ", (char **) words->pdata);
}

static char *
dup_counts (const SevenSeriesTotals *totals)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const guint *n = totals->n_states;

  /* Translators: of a series of tests, as the next ones. */
  add_count (words, n[SEVEN_STATE_ACCEPTED], g_strdup_printf (_ ("%u accepted"), n[SEVEN_STATE_ACCEPTED]));
  add_count (
      words, n[SEVEN_STATE_PARTIAL], g_strdup_printf (_ ("%u accepted in part"), n[SEVEN_STATE_PARTIAL]));
  add_count (words, n[SEVEN_STATE_REFUSED], g_strdup_printf (_ ("%u refused"), n[SEVEN_STATE_REFUSED]));
  /* Translators: it is not known what became of them. */
  add_count (words, n[SEVEN_STATE_UNKNOWN], g_strdup_printf (_ ("%u not known"), n[SEVEN_STATE_UNKNOWN]));
  /* Translators: nothing left, as without a network. */
  add_count (words, n[SEVEN_STATE_FAILED], g_strdup_printf (_ ("%u failed"), n[SEVEN_STATE_FAILED]));
  /* Translators: templates that cannot be sent. */
  add_count (words, totals->n_skipped, g_strdup_printf (_ ("%u skipped"), totals->n_skipped));
  /* Translators: the series was ended before their turn. */
  add_count (words, totals->n_not_sent, g_strdup_printf (_ ("%u not sent"), totals->n_not_sent));
  if (words->len == 0)
    return g_strdup (_ ("There is no template"));

  return join (words);
}

static char *
dup_bill (SevenTestSeries *self, const SevenSeriesTotals *totals)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint n_unpriced = totals->n_unpriced;

  g_ptr_array_add (words,
      g_strdup_printf (
          ngettext ("%u part billed", "%u parts billed", totals->billed_parts), totals->billed_parts));
  g_ptr_array_add (words, seven_words_price (totals->price, 2, 4));
  /* Translators: SMS that may cost something, though seven has not said what. */
  add_count (words, n_unpriced,
      g_strdup_printf (ngettext ("%u without a price", "%u without a price", n_unpriced), n_unpriced));
  if (!seven_test_series_is_live (self))
    g_ptr_array_add (words, g_strdup (_ ("only in the sandbox")));

  return join (words);
}

char *
seven_test_series_dup_summary (SevenTestSeries *self)
{
  SevenSeriesTotals totals = seven_test_series_count (self);
  g_autofree char *counts = NULL;
  g_autofree char *bill = NULL;

  if (!self->done)
    return g_strdup ("");
  counts = dup_counts (&totals);
  bill = dup_bill (self, &totals);

  return g_strconcat (counts, "\n", bill, NULL);
}

const char *
seven_test_series_get_stop_hint (SevenTestSeries *self)
{
  if (self->cancellable == NULL)
    return "";
  if (!seven_test_series_is_live (self))
    return _ ("Nothing is sent: you can stop at any time.");

  return _ ("Stopping does not call back the one under way: it may still arrive and be billed.");
}

/* Whether every further template would meet the same: what is to be mended is not the text. */
static gboolean
concerns_all (const SevenOutcome *outcome)
{
  switch (seven_outcome_get_remedy (outcome)) {
  case SEVEN_REMEDY_API_KEY:
  case SEVEN_REMEDY_SENDER:
  case SEVEN_REMEDY_RECIPIENT:
  case SEVEN_REMEDY_ACCOUNT:
    return TRUE;
  case SEVEN_REMEDY_NONE:
  case SEVEN_REMEDY_TEXT:
  case SEVEN_REMEDY_WAIT:
  default:
    return FALSE;
  }
}

char *
seven_test_series_dup_stop_reason (SevenSeriesItem *item, const SevenOutcome *outcome)
{
  const char *template = seven_series_item_get_title (item);
  const char *title = seven_outcome_get_title (outcome);

  switch (seven_outcome_get_state (outcome)) {
  case SEVEN_STATE_REFUSED:
    if (!concerns_all (outcome))
      return NULL;
    return g_strdup_printf (
        /* Translators: the name of a template, what seven said, seven’s return code. */
        _ ("Stopped at “%s”: %s (%d). Every further template would have been refused as well."), template,
        title, seven_outcome_get_code (outcome));
  case SEVEN_STATE_UNKNOWN:
    /* Translators: the name of a template, and what went wrong. */
    return g_strdup_printf (
        _ ("Stopped at “%s”: %s. It is not known whether this SMS was sent. Nothing is repeated."), template,
        title);
  case SEVEN_STATE_FAILED:
    /* Translators: the name of a template, and what went wrong. */
    return g_strdup_printf (
        _ ("Stopped at “%s”: %s. This SMS was not sent. Nothing is repeated."), template, title);
  case SEVEN_STATE_ACCEPTED:
  case SEVEN_STATE_PARTIAL:
  default:
    return NULL;
  }
}
