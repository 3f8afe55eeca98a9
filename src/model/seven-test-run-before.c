/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-test-run-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "seven-render.h"
#include "seven-send-words.h"
#include "seven-sender-advice.h"
#include "seven-words.h"

/* A price is asked for once the country has not changed for so long: a number is typed digit by digit, and each may
 * make another country of it. Milliseconds. */
#define PRICE_DELAY 600

/* What a send would be, or is, where the person has been asked about it. All borrowed, all there. */
typedef struct
{
  SevenGatewayChoice *gateway;
  SevenMessage *message;
  const SevenPhone *phone;
} Subject;

static gboolean
find_subject (SevenTestRun *self, Subject *subject)
{
  if (self->pending != NULL)
    *subject = (Subject){ seven_send_job_get_gateway (self->pending),
      seven_send_job_get_message (self->pending), seven_send_job_get_phone (self->pending) };
  else
    *subject = (Subject){ self->gateway, self->message, self->phone };

  return subject->gateway != NULL && subject->message != NULL && subject->phone != NULL;
}

static guint
count_parts (SevenMessage *message)
{
  return seven_sms_text_get_n_parts (seven_message_get_sms_text (message));
}

/* Price */

static SevenPricing *
find_price (SevenTestRun *self)
{
  g_autofree char *key = NULL;

  if (self->gateway == NULL || self->phone == NULL)
    return NULL;
  key = seven_test_run_dup_api_key (self);

  return seven_price_list_lookup (
      seven_session_get_prices (self->session), self->gateway, key, seven_phone_get_country (self->phone));
}

static gboolean
is_price_missing (SevenTestRun *self)
{
  g_autofree char *key = NULL;

  if (self->gateway == NULL || self->phone == NULL)
    return FALSE;
  key = seven_test_run_dup_api_key (self);

  return seven_price_list_is_missing (
      seven_session_get_prices (self->session), self->gateway, key, seven_phone_get_country (self->phone));
}

static gboolean
price_time_cb (gpointer user_data)
{
  SevenTestRun *self = user_data;
  const char *country = self->phone != NULL ? seven_phone_get_country (self->phone) : NULL;
  g_autofree char *key = NULL;

  self->price_id = 0;
  if (self->gateway == NULL || country == NULL)
    return G_SOURCE_REMOVE;
  key = seven_test_run_dup_api_key (self);
  if (key != NULL)
    seven_price_list_request (seven_session_get_prices (self->session), self->gateway, key, country);

  return G_SOURCE_REMOVE;
}

/* Asks for the price a little later, where it is not known. */
void
seven_test_run_want_price (SevenTestRun *self)
{
  g_clear_handle_id (&self->price_id, g_source_remove);
  if (self->gateway != NULL && self->phone != NULL && find_price (self) == NULL)
    self->price_id = g_timeout_add (PRICE_DELAY, price_time_cb, self);
}

static char *
dup_live_cost (SevenTestRun *self, const char *parts)
{
  g_autofree char *price = seven_send_words_price (find_price (self), count_parts (self->message));

  if (price != NULL)
    /* Translators: a number of parts as in “1 part”, and an amount of money. */
    return g_strdup_printf (_ ("%s · %s"), parts, price);
  if (is_price_missing (self))
    /* Translators: %s is a number of parts, as in “1 part”. */
    return g_strdup_printf (_ ("%s · price not known"), parts);

  return g_strdup (parts);
}

char *
seven_test_run_dup_cost (SevenTestRun *self)
{
  g_autofree char *parts = NULL;
  g_autofree char *price = NULL;

  if (self->message == NULL)
    return g_strdup ("");
  parts = seven_words_parts (count_parts (self->message));
  if (seven_test_run_is_live (self))
    return dup_live_cost (self, parts);
  price = seven_send_words_price (find_price (self), count_parts (self->message));
  if (price == NULL)
    /* Translators: %s is a number of parts, as in “1 part”; the sandbox sends nothing. */
    return g_strdup_printf (_ ("%s · nothing is sent"), parts);

  /* Translators: a number of parts as in “1 part”, and an amount of money; the sandbox sends nothing. */
  return g_strdup_printf (_ ("%s · %s in the sandbox · nothing is sent"), parts, price);
}

/* Reload lock */

/* For how many seconds more seven refuses what would be sent; 0: it does not. */
static guint
get_lock (SevenTestRun *self)
{
  Subject subject;

  /* What is being sent is no repetition of itself. */
  if (self->cancellable != NULL || !find_subject (self, &subject) ||
      !seven_gateway_choice_is_live (subject.gateway))
    return 0;

  return seven_recent_sends_get_remaining (seven_session_get_recent_sends (self->session),
      seven_phone_get_digits (subject.phone), seven_message_get_text (subject.message));
}

static gboolean
lock_tick_cb (gpointer user_data)
{
  SevenTestRun *self = user_data;

  if (get_lock (self) > 0) {
    seven_shown_refresh (self->shown);
    return G_SOURCE_CONTINUE;
  }
  self->lock_tick_id = 0;
  seven_shown_refresh (self->shown);

  return G_SOURCE_REMOVE;
}

/* Counts down while there is something to count. */
void
seven_test_run_watch_lock (SevenTestRun *self)
{
  if (get_lock (self) == 0)
    g_clear_handle_id (&self->lock_tick_id, g_source_remove);
  else if (self->lock_tick_id == 0)
    self->lock_tick_id = g_timeout_add_seconds (1, lock_tick_cb, self);
}

gboolean
seven_test_run_is_code_in_text (SevenTestRun *self)
{
  Subject subject;

  return find_subject (self, &subject) &&
      strstr (seven_message_get_content (subject.message), SEVEN_RENDER_PLACEHOLDER) != NULL;
}

char *
seven_test_run_dup_lock_warning (SevenTestRun *self)
{
  guint remaining = get_lock (self);
  guint lock = seven_recent_sends_get_lock (seven_session_get_recent_sends (self->session));
  g_autofree char *words = NULL;

  if (remaining == 0)
    return g_strdup ("");
  words = seven_send_words_lock (lock - remaining, remaining);
  if (seven_test_run_is_code_in_text (self))
    return g_steal_pointer (&words);

  /* Translators: %s is a sentence that the same text went to the same number shortly before. */
  return g_strdup_printf (
      _ ("%s There is no {{code}} in the text, so another code does not change it."), words);
}

/* Question */

static void
append_paragraph (GString *body, const char *paragraph)
{
  if (*paragraph == '\0')
    return;
  if (body->len > 0)
    g_string_append (body, "\n\n");
  g_string_append (body, paragraph);
}

static void
append_destination (GString *body, const Subject *subject)
{
  g_autofree char *number = seven_phone_dup_display (subject->phone);
  g_autofree char *country = seven_send_words_country (subject->phone);
  g_autofree char *paragraph = NULL;

  /* Translators: a phone number, its country, the name of a gateway. */
  paragraph = g_strdup_printf (
      _ ("To %s (%s), through “%s”."), number, country, seven_gateway_choice_get_name (subject->gateway));
  append_paragraph (body, paragraph);
}

static void
append_cost (GString *body, const Subject *subject, const SevenPricing *pricing)
{
  g_autofree char *parts = seven_words_parts (count_parts (subject->message));
  g_autofree char *limit = seven_send_words_limit (pricing, count_parts (subject->message));
  g_autofree char *paragraph = NULL;

  /* Translators: a number of parts as in “1 part”, and what they cost as in “€0.075”, “at most €0.085”. */
  paragraph = g_strdup_printf (_ ("%s, %s. seven bills each part to your account."), parts, limit);
  append_paragraph (body, paragraph);
}

/* What the person has to know before an SMS is sent that costs money. */
char *
seven_test_run_dup_question (SevenTestRun *self)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *advice = NULL;
  g_autofree char *lock = NULL;
  Subject subject;

  if (!find_subject (self, &subject))
    return g_strdup ("");
  append_destination (body, &subject);
  append_cost (body, &subject, find_price (self));
  advice = seven_test_run_dup_sender_advice (self);
  if (seven_test_run_get_sender_warning (self))
    append_paragraph (body, advice);
  lock = seven_test_run_dup_lock_warning (self);
  append_paragraph (body, lock);

  return g_strdup (body->str);
}

/* During */

/* What stopping means, before it is done. */
const char *
seven_test_run_get_stop_hint (SevenTestRun *self)
{
  if (self->running == NULL)
    return "";
  if (!seven_gateway_choice_is_live (seven_send_job_get_gateway (self->running)))
    return _ ("Nothing is sent: you can stop at any time.");

  return _ (
      "Stopping does not call it back: once the request has left, the SMS may still arrive and be billed.");
}
