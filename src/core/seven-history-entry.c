/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-history-entry.h"

#include <math.h>
#include <string.h>

/* Whoever answers may repeat what was sent, in any place of the answer. So what is taken from there is no more than a
 * gateway has to say: a code of three digits, a count of parts that fits the byte in which they are numbered (3GPP TS
 * 23.040), a price, an id of digits. A longer one in that place may be the rendered code, or the number. */
#define MAX_CODE 999
#define MAX_PARTS 255
#define MAX_PRICE 10000
#define MAX_ID_LENGTH 20

/* In what was sent so many digits in a row may be the rendered code; they are the number or a part of the text. */
#define MIN_REPEATED_DIGITS 4

static const char digits[] = "0123456789";

/**
 * seven_history_entry_new:
 *
 * Returns: (transfer full): an entry of which nothing is known yet: its state, and what Logto would have said, are
 *   unknown; strings are %NULL, codes, parts and price not said
 */
SevenHistoryEntry *
seven_history_entry_new (void)
{
  SevenHistoryEntry *self = g_new0 (SevenHistoryEntry, 1);

  self->state = SEVEN_STATE_UNKNOWN;
  self->code = SEVEN_REPLY_NO_CODE;
  self->gateway_code = SEVEN_REPLY_NO_CODE;
  self->billed_parts = -1;
  self->price = NAN;
  self->logto = SEVEN_LOGTO_UNKNOWN;
  return self;
}

/**
 * seven_history_entry_copy:
 * @self: an entry
 *
 * Returns: (transfer full): its copy
 */
SevenHistoryEntry *
seven_history_entry_copy (const SevenHistoryEntry *self)
{
  SevenHistoryEntry *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->gateway = g_strdup (self->gateway);
  copy->usage = g_strdup (self->usage);
  copy->recipient = g_strdup (self->recipient);
  copy->country = g_strdup (self->country);
  copy->message_id = g_strdup (self->message_id);
  copy->title = g_strdup (self->title);
  copy->encoding = g_strdup (self->encoding);
  return copy;
}

/**
 * seven_history_entry_free:
 * @self: (transfer full): an entry
 */
void
seven_history_entry_free (SevenHistoryEntry *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->gateway);
  g_free (self->usage);
  g_free (self->recipient);
  g_free (self->country);
  g_free (self->message_id);
  g_free (self->title);
  g_free (self->encoding);
  g_free (self);
}

static int
keep_code (int code)
{
  return code >= 0 && code <= MAX_CODE ? code : SEVEN_REPLY_NO_CODE;
}

/* Whether the id has a row of digits in it that was sent. An escape, %XX, is no digit. */
static gboolean
repeats_request (const char *id, const char *request)
{
  const char *body = strstr (request, "\n\n");
  const char *at = body != NULL ? body : request;

  while (*at != '\0') {
    gsize length = strspn (at, digits);

    if (length >= MIN_REPEATED_DIGITS) {
      g_autofree char *row = g_strndup (at, length);

      if (strstr (id, row) != NULL)
        return TRUE;
    }
    at += length;
    if (*at == '%' && g_ascii_isxdigit (at[1]) && g_ascii_isxdigit (at[2]))
      at += 3;
    else if (*at != '\0')
      at++;
  }
  return FALSE;
}

static gboolean
is_id (const char *id, const SevenOutcome *outcome)
{
  SevenExchange *exchange = seven_outcome_get_exchange (outcome);
  gsize length = strspn (id, digits);

  if (length == 0 || length > MAX_ID_LENGTH || id[length] != '\0')
    return FALSE;
  return exchange == NULL || !repeats_request (id, seven_exchange_get_request_text (exchange));
}

static char *
dup_message_id (const SevenOutcome *outcome)
{
  const SevenReply *reply = seven_outcome_get_reply (outcome);

  for (guint i = 0; reply != NULL && i < seven_reply_get_n_messages (reply); i++) {
    const SevenReplyMessage *message = seven_reply_get_message (reply, i);

    if (message->id != NULL && is_id (message->id, outcome))
      return g_strdup (message->id);
  }
  return NULL;
}

/* Of all messages; a test has one. */
static int
count_parts (const SevenReply *reply)
{
  int sum = -1;

  for (guint i = 0; reply != NULL && i < seven_reply_get_n_messages (reply); i++) {
    int parts = seven_reply_get_message (reply, i)->parts;

    if (parts > MAX_PARTS || sum > MAX_PARTS)
      return -1;
    if (parts >= 0)
      sum = MAX (sum, 0) + parts;
  }
  return sum;
}

/* The total where it is said, else that of the messages. */
static double
sum_price (const SevenReply *reply)
{
  double sum = reply != NULL ? seven_reply_get_total_price (reply) : NAN;

  if (reply != NULL && !isfinite (sum)) {
    for (guint i = 0; i < seven_reply_get_n_messages (reply); i++) {
      double price = seven_reply_get_message (reply, i)->price;

      if (isfinite (price))
        sum = isfinite (sum) ? sum + price : price;
    }
  }
  return sum >= 0 && sum < MAX_PRICE ? sum : NAN;
}

/**
 * seven_history_entry_take_outcome:
 * @self: an entry
 * @outcome: what became of its test
 *
 * Takes over what the outcome says: the state, the codes, the title, the message's id, billed parts, price, what Logto
 * would have told, and how long it took. What cannot be a code, an id, a count or a price is not known then: it may be
 * the rendered code or the number, repeated by whoever answered. An outcome's title is always of our own words.
 */
void
seven_history_entry_take_outcome (SevenHistoryEntry *self, const SevenOutcome *outcome)
{
  const SevenReply *reply;
  SevenExchange *exchange;

  g_return_if_fail (self != NULL);
  g_return_if_fail (outcome != NULL);

  reply = seven_outcome_get_reply (outcome);
  exchange = seven_outcome_get_exchange (outcome);
  self->state = seven_outcome_get_state (outcome);
  self->code = keep_code (seven_outcome_get_code (outcome));
  self->gateway_code = keep_code (seven_outcome_get_gateway_code (outcome));
  g_free (self->title);
  self->title = g_strdup (seven_outcome_get_title (outcome));
  g_free (self->message_id);
  self->message_id = dup_message_id (outcome);
  self->billed_parts = count_parts (reply);
  self->price = sum_price (reply);
  self->logto = seven_outcome_get_logto_verdict (outcome);
  self->logto_wrong = seven_outcome_is_logto_wrong (outcome);
  self->elapsed_ms = exchange != NULL ? seven_exchange_get_elapsed_ms (exchange) : 0;
}
