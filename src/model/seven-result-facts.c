/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-result-facts.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "seven-words.h"

static void
add (GListStore *facts, const char *label, const char *value, gboolean warning)
{
  g_autoptr (SevenFact) fact = seven_fact_new (label, value, warning);

  g_list_store_append (facts, fact);
}

static void
add_encoding (GListStore *facts, const char *billed, const SevenResultContext *context)
{
  const char *predicted = seven_encoding_get_label (seven_sms_text_get_encoding (context->predicted));
  const char *label = billed != NULL ? seven_words_encoding (billed) : predicted;
  g_autofree char *value = NULL;

  if (g_str_equal (label, predicted)) {
    add (facts, _ ("Encoding"), label, FALSE);
    return;
  }
  /* Translators: the encoding of an SMS as it was expected, and as it was billed. */
  value = g_strdup_printf (_ ("%s predicted · %s billed"), predicted, label);
  add (facts, _ ("Encoding"), value, TRUE);
}

/* billed: -1: not said. free_of_charge: a refused message costs nothing, which is no surprise. */
static void
add_parts (GListStore *facts, int billed, gboolean free_of_charge, const SevenResultContext *context)
{
  guint predicted = seven_sms_text_get_n_parts (context->predicted);
  g_autofree char *value = seven_words_billed (predicted, billed, free_of_charge);

  add (facts, _ ("Parts"), value, !free_of_charge && billed >= 0 && (guint) billed != predicted);
}

static void
add_price (GListStore *facts, double price)
{
  g_autofree char *value = NULL;

  if (isnan (price))
    return;
  value = seven_words_price (price, 2, 4);
  add (facts, _ ("Price"), value, FALSE);
}

static void
add_message_error (GListStore *facts, const SevenReplyMessage *message)
{
  const SevenReturnCode *code = seven_return_code_find (message->error);
  const char *text = code != NULL ? seven_return_code_get_title (code) : message->error_text;
  g_autofree char *value = NULL;

  if (message->error != SEVEN_REPLY_NO_CODE && text != NULL)
    value = g_strdup_printf ("%d · %s", message->error, text);
  else if (message->error != SEVEN_REPLY_NO_CODE)
    value = g_strdup_printf ("%d", message->error);
  else if (text != NULL)
    value = g_strdup (text);
  if (value != NULL)
    add (facts, _ ("Error"), value, TRUE);
  else if (!message->success)
    add (facts, _ ("Error"), _ ("Refused, no reason given"), TRUE);
}

static char *
dup_digits (const char *number)
{
  GString *digits = g_string_new (NULL);

  for (; *number != '\0'; number++) {
    if (g_ascii_isdigit (*number))
      g_string_append_c (digits, *number);
  }
  return g_string_free (digits, FALSE);
}

/* A test has one recipient: another one in the reply is no matter of course. */
static void
add_other_recipient (GListStore *facts, const SevenReplyMessage *message, const SevenResultContext *context)
{
  g_autofree char *asked = dup_digits (context->recipient);
  g_autofree char *answered = message->recipient != NULL ? dup_digits (message->recipient) : NULL;

  if (answered != NULL && !g_str_equal (answered, asked))
    add (facts, _ ("Recipient in the reply"), message->recipient, TRUE);
}

static void
add_message (GListStore *facts, const SevenReplyMessage *message, const SevenResultContext *context)
{
  if (message->id != NULL)
    /* Translators: the number that seven gave an SMS. */
    add (facts, _ ("Message"), message->id, FALSE);
  add_message_error (facts, message);
  add_encoding (facts, message->encoding, context);
  add_parts (facts, message->parts, !message->success && !(message->price > 0), context);
}

static void
add_one_of_several (
    GListStore *facts, const SevenReply *reply, guint index, const SevenResultContext *context)
{
  const SevenReplyMessage *message = seven_reply_get_message (reply, index);
  g_autofree char *label =
      /* Translators: one of several messages of a reply. */
      g_strdup_printf (_ ("%u of %u"), index + 1, seven_reply_get_n_messages (reply));

  add (facts, label, message->recipient != NULL ? message->recipient : "—", FALSE);
  add_message (facts, message, context);
  add_price (facts, message->price);
}

static gboolean
has_accepted (const SevenReply *reply)
{
  for (guint i = 0; i < seven_reply_get_n_messages (reply); i++) {
    if (seven_reply_get_message (reply, i)->success)
      return TRUE;
  }
  return FALSE;
}

static void
add_messages (GListStore *facts, const SevenReply *reply, const SevenResultContext *context)
{
  guint n_messages = reply != NULL ? seven_reply_get_n_messages (reply) : 0;

  if (n_messages == 0) {
    add_encoding (facts, NULL, context);
    add_parts (facts, -1, FALSE, context);
  } else if (n_messages == 1) {
    add_other_recipient (facts, seven_reply_get_message (reply, 0), context);
    add_message (facts, seven_reply_get_message (reply, 0), context);
  } else {
    for (guint i = 0; i < n_messages; i++)
      add_one_of_several (facts, reply, i, context);
    if (has_accepted (reply))
      add (facts, _ ("Delivery"), _ ("Only the first accepted message is followed"), FALSE);
  }
}

static double
get_total (const SevenReply *reply)
{
  double total = seven_reply_get_total_price (reply);

  if (isnan (total) && seven_reply_get_n_messages (reply) == 1)
    return seven_reply_get_message (reply, 0)->price;

  return total;
}

static void
add_money (GListStore *facts, const SevenReply *reply)
{
  double balance = seven_reply_get_balance (reply);
  g_autofree char *value = NULL;

  add_price (facts, get_total (reply));
  if (isnan (balance))
    return;
  value = seven_words_price (balance, 2, 3);
  add (facts, _ ("Balance"), value, FALSE);
}

static void
add_sender (GListStore *facts, const char *sender)
{
  if (sender == NULL)
    add (facts, _ ("Sender"), _ ("None sent here · the connector would send “undefined”"), TRUE);
  else if (*sender == '\0')
    add (facts, _ ("Sender"), _ ("Empty · once saved in Logto, “undefined”"), TRUE);
  else
    add (facts, _ ("Sender"), sender, FALSE);
}

static void
add_exchange (GListStore *facts, SevenExchange *exchange)
{
  guint status = seven_exchange_get_http_status (exchange);
  g_autofree char *time = seven_words_elapsed (seven_exchange_get_elapsed_ms (exchange));
  g_autofree char *value = g_strdup_printf ("%u", status);

  if (status != 0 && status != 200)
    add (facts, _ ("HTTP status"), value, TRUE);
  add (facts, _ ("Time"), time, FALSE);
}

GListStore *
seven_result_facts_new (SevenOutcome *outcome, const SevenResultContext *context)
{
  GListStore *facts = g_list_store_new (SEVEN_TYPE_FACT);
  const SevenReply *reply = seven_outcome_get_reply (outcome);

  add (facts, _ ("Gateway"), context->gateway, FALSE);
  add (facts, _ ("Recipient"), context->recipient, FALSE);
  add_sender (facts, context->sender);
  add_messages (facts, reply, context);
  if (reply != NULL)
    add_money (facts, reply);
  add_exchange (facts, seven_outcome_get_exchange (outcome));

  return facts;
}

static void
append_option (GString *command, const char *option, const char *value)
{
  g_autofree char *quoted = g_shell_quote (value);

  g_string_append_printf (command, " \\\n  %s %s", option, quoted);
}

static void
append_header (GString *command, const char *name, const char *value)
{
  g_autofree char *header = g_strconcat (name, ": ", value, NULL);

  append_option (command, "--header", header);
}

char *
seven_curl_command (const SevenRequest *request, const char *base_url)
{
  GString *command = g_string_new ("curl");
  g_autofree char *base = g_strdup (base_url);
  g_autofree char *url = NULL;

  while (g_str_has_suffix (base, "/"))
    base[strlen (base) - 1] = '\0';
  url = g_strconcat (base, seven_request_get_path (request), NULL);
  append_option (command, "--request", seven_request_get_method (request));
  /* In double quotes, for sh to put the key in; the name is one of two. */
  g_string_append_printf (
      command, " \\\n  --header \"%s: $SEVEN_API_KEY\"", seven_request_get_auth_name (request));
  append_header (command, "Accept", seven_request_get_accept (request));
  append_header (command, "SentWith", SEVEN_REQUEST_SENT_WITH);
  if (seven_request_get_body (request) != NULL) {
    append_header (command, "Content-Type", seven_request_get_content_type (request));
    append_option (command, "--data-raw", seven_request_get_body (request));
  }
  append_option (command, "--url", url);

  return g_string_free (command, FALSE);
}
