/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-run-words.h"

#include "seven-country.h"
#include "seven-fact.h"
#include "seven-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static GDateTime *
create_local (gint64 time)
{
  g_autoptr (GDateTime) seconds = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);

  return seconds != NULL ? g_date_time_add (seconds, time % G_USEC_PER_SEC) : NULL;
}

/* Days since the year 1. */
static int
count_days (GDateTime *time)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (time),
      (GDateMonth) g_date_time_get_month (time), (GDateYear) g_date_time_get_year (time));

  return (int) g_date_get_julian (&date);
}

char *
seven_run_words_when (gint64 time, gint64 now)
{
  g_autoptr (GDateTime) then = create_local (time);
  g_autoptr (GDateTime) today = create_local (now);
  /* A file may hold any number. */
  int age = then != NULL && today != NULL ? count_days (today) - count_days (then) : 0;

  if (then == NULL || today == NULL)
    return g_strdup ("—");
  if (age == 0)
    /* Translators: a time of today: hours and minutes, as in strftime(). */
    return g_date_time_format (then, _ ("Today %H:%M"));
  if (age == 1)
    /* Translators: a time of yesterday: hours and minutes, as in strftime(). */
    return g_date_time_format (then, _ ("Yesterday %H:%M"));
  if (g_date_time_get_year (then) == g_date_time_get_year (today))
    /* Translators: a time of this year: day, short month, hours and minutes, as in strftime(). */
    return g_date_time_format (then, _ ("%-e %b %H:%M"));

  /* Translators: a time of another year: day, short month, year, hours and minutes, as in strftime(). */
  return g_date_time_format (then, _ ("%-e %b %Y %H:%M"));
}

static char *
dup_time (gint64 time)
{
  g_autoptr (GDateTime) then = create_local (time);

  if (then == NULL)
    return g_strdup ("—");

  /* Translators: day, month, year, hours, minutes and seconds, as in strftime(). */
  return g_date_time_format (then, _ ("%-e %B %Y, %H:%M:%S"));
}

const char *
seven_run_words_gateway (const char *id)
{
  if (g_strcmp0 (id, "sandbox") == 0)
    return _ ("Sandbox");
  if (g_strcmp0 (id, "seven") == 0)
    /* Translators: seven is the name of the company. */
    return _ ("seven");
  if (g_strcmp0 (id, "old") == 0)
    return _ ("seven, Old Host");

  return id != NULL ? id : "—";
}

const char *
seven_run_words_state (SevenState state)
{
  switch (state) {
  case SEVEN_STATE_ACCEPTED:
    /* Translators: what became of a test SMS: the gateway has taken it. */
    return _ ("Accepted");
  case SEVEN_STATE_PARTIAL:
    /* Translators: what became of a test SMS: the gateway has taken some of its messages. */
    return _ ("Partly accepted");
  case SEVEN_STATE_REFUSED:
    /* Translators: what became of a test SMS: the gateway has not taken it. */
    return _ ("Refused");
  case SEVEN_STATE_FAILED:
    /* Translators: what became of a test SMS: it never left. */
    return _ ("Not sent");
  case SEVEN_STATE_UNKNOWN:
  default:
    /* Translators: what became of a test SMS: it may have been sent. */
    return _ ("Not known");
  }
}

const char *
seven_run_words_logto (SevenLogtoVerdict verdict, gboolean wrong)
{
  switch (verdict) {
  case SEVEN_LOGTO_SUCCESS:
    return wrong ? _ ("Logto would have reported success, which was wrong")
                 : _ ("Logto would have reported success");
  case SEVEN_LOGTO_ERROR:
    return wrong ? _ ("Logto would have reported an error, which was wrong")
                 : _ ("Logto would have reported an error");
  case SEVEN_LOGTO_UNKNOWN:
  default:
    return _ ("What Logto would have reported is not known");
  }
}

const char *
seven_run_words_usage (const SevenHistoryEntry *entry)
{
  return entry->usage != NULL && *entry->usage != '\0' ? entry->usage : _ ("No usage type");
}

const char *
seven_run_words_delivery (const SevenHistoryEntry *entry)
{
  if (entry->delivery == SEVEN_DELIVERY_NONE && entry->state != SEVEN_STATE_ACCEPTED)
    return "";

  return seven_delivery_get_title (entry->delivery);
}

static gboolean
is_lost (const SevenHistoryEntry *entry)
{
  return seven_delivery_is_final (entry->delivery) && entry->delivery != SEVEN_DELIVERY_DELIVERED;
}

const char *
seven_run_words_warning (const SevenHistoryEntry *entry)
{
  if (entry->logto_wrong)
    return _ ("Logto would have reported it wrongly");

  return is_lost (entry) ? seven_delivery_get_title (entry->delivery) : "";
}

const char *
seven_run_words_title (const SevenHistoryEntry *entry, gboolean under_way)
{
  if (entry->title != NULL)
    return entry->title;

  return under_way ? _ ("Waiting for the answer") : _ ("No answer was seen");
}

char *
seven_run_words_code (const SevenHistoryEntry *entry)
{
  return entry->code != SEVEN_REPLY_NO_CODE ? g_strdup_printf ("%d", entry->code) : g_strdup ("");
}

char *
seven_run_words_recipient (const SevenHistoryEntry *entry)
{
  const char *country = seven_country_get_name (entry->country);
  const char *recipient = entry->recipient != NULL ? entry->recipient : "—";

  return country != NULL ? g_strdup_printf ("%s · %s", recipient, country) : g_strdup (recipient);
}

char *
seven_run_words_subtitle (const SevenHistoryEntry *entry)
{
  g_autofree char *recipient = seven_run_words_recipient (entry);

  return g_strdup_printf ("%s · %s", seven_run_words_usage (entry), recipient);
}

char *
seven_run_words_parts (const SevenHistoryEntry *entry, gboolean *differ)
{
  /* A refused message costs nothing, which is no surprise. */
  gboolean free_of_charge = entry->state != SEVEN_STATE_ACCEPTED && !(entry->price > 0);
  guint predicted = (guint) MAX (entry->predicted_parts, 0);

  if (differ != NULL)
    *differ = !free_of_charge && entry->billed_parts >= 0 && (guint) entry->billed_parts != predicted;

  return seven_words_billed (predicted, entry->billed_parts, free_of_charge);
}

char *
seven_run_words_price (const SevenHistoryEntry *entry)
{
  return isfinite (entry->price) ? seven_words_price (entry->price, 2, 4) : g_strdup ("");
}

static void
append_sentence (GString *text, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, words);
  g_string_append_c (text, '.');
}

char *
seven_run_words_description (const SevenHistoryEntry *entry, gboolean under_way, const char *when)
{
  GString *text = g_string_new (NULL);
  g_autofree char *code = seven_run_words_code (entry);
  g_autofree char *recipient = seven_run_words_recipient (entry);
  const char *title = seven_run_words_title (entry, under_way);
  g_autofree char *answer = NULL;
  g_autofree char *sent = NULL;

  answer = entry->code == SEVEN_REPLY_NO_CODE
      ? g_strdup_printf ("%s: %s", seven_run_words_state (entry->state), title)
      : g_strdup_printf ("%s: %s, %s", seven_run_words_state (entry->state), code, title);
  sent = g_strdup_printf ("%s, %s, %s, %s", seven_run_words_usage (entry), recipient,
      seven_run_words_gateway (entry->gateway), when);
  append_sentence (text, answer);
  append_sentence (text, sent);
  append_sentence (text, seven_run_words_delivery (entry));
  append_sentence (text, seven_run_words_logto (entry->logto, entry->logto_wrong));

  return g_string_free (text, FALSE);
}

static void
add (GPtrArray *facts, const char *label, const char *value, gboolean warning)
{
  if (value != NULL && *value != '\0')
    g_ptr_array_add (facts, seven_fact_new (label, value, warning));
}

static void
add_delivery (GPtrArray *facts, const SevenHistoryEntry *entry)
{
  g_autofree char *time = entry->delivery_time > 0 ? dup_time (entry->delivery_time) : NULL;

  add (facts, _ ("Delivery"), seven_run_words_delivery (entry), is_lost (entry));
  /* Translators: when the last report of the delivery was seen. */
  add (facts, _ ("Reported"), time, FALSE);
}

static void
add_answer (GPtrArray *facts, const SevenHistoryEntry *entry)
{
  g_autofree char *gateway_code = NULL;
  g_autofree char *elapsed = entry->elapsed_ms > 0 ? seven_words_elapsed (entry->elapsed_ms) : NULL;

  if (entry->gateway_code != SEVEN_REPLY_NO_CODE && entry->gateway_code != entry->code)
    gateway_code = g_strdup_printf ("%d", entry->gateway_code);
  /* Translators: the code that the answer has beside those of its messages. */
  add (facts, _ ("Top-level code"), gateway_code, FALSE);
  /* Translators: the number that seven gave an SMS. */
  add (facts, _ ("Message"), entry->message_id, FALSE);
  /* Translators: how long the answer took. */
  add (facts, _ ("Time taken"), elapsed, FALSE);
}

GPtrArray *
seven_run_words_make_facts (const SevenHistoryEntry *entry)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *time = dup_time (entry->time);
  g_autofree char *recipient = seven_run_words_recipient (entry);
  g_autofree char *price = seven_run_words_price (entry);
  gboolean differ;
  g_autofree char *parts = seven_run_words_parts (entry, &differ);

  /* Translators: when a test was sent. */
  add (facts, _ ("Sent"), time, FALSE);
  add (facts, _ ("Gateway"), seven_run_words_gateway (entry->gateway), FALSE);
  add (facts, _ ("Recipient"), recipient, FALSE);
  add (facts, _ ("Usage type"), seven_run_words_usage (entry), FALSE);
  add_delivery (facts, entry);
  add (facts, _ ("Encoding"), entry->encoding != NULL ? seven_words_encoding (entry->encoding) : NULL, FALSE);
  add (facts, _ ("Parts"), parts, differ);
  add (facts, _ ("Price"), price, FALSE);
  add_answer (facts, entry);

  return facts;
}

char *
seven_run_words_text (const SevenHistoryEntry *entry, gboolean under_way)
{
  GString *text = g_string_new (seven_run_words_state (entry->state));
  g_autoptr (GPtrArray) facts = seven_run_words_make_facts (entry);

  g_string_append (text, ": ");
  if (entry->code != SEVEN_REPLY_NO_CODE)
    g_string_append_printf (text, "%d, ", entry->code);
  g_string_append_printf (text, "%s\n", seven_run_words_title (entry, under_way));
  for (guint i = 0; i < facts->len; i++) {
    SevenFact *fact = g_ptr_array_index (facts, i);

    g_string_append_printf (text, "%s: %s\n", seven_fact_get_label (fact), seven_fact_get_value (fact));
  }
  g_string_append_printf (text, "%s\n", seven_run_words_logto (entry->logto, entry->logto_wrong));

  return g_string_free (text, FALSE);
}
