/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-output.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
add_message (JsonBuilder *builder, const SevenReplyMessage *message)
{
  json_builder_begin_object (builder);
  seven_output_add_string (builder, "id", message->id);
  seven_output_add_string (builder, "recipient", message->recipient);
  seven_output_add_string (builder, "encoding", message->encoding);
  seven_output_add_count (builder, "parts", message->parts);
  seven_output_add_number (builder, "price", message->price);
  json_builder_set_member_name (builder, "success");
  json_builder_add_boolean_value (builder, message->success);
  seven_output_add_code (builder, "error", message->error);
  seven_output_add_string (builder, "error_text", message->error_text);
  json_builder_end_object (builder);
}

static void
add_messages (JsonBuilder *builder, const SevenReply *reply)
{
  json_builder_set_member_name (builder, "messages");
  json_builder_begin_array (builder);
  for (guint i = 0; reply != NULL && i < seven_reply_get_n_messages (reply); i++)
    add_message (builder, seven_reply_get_message (reply, i));
  json_builder_end_array (builder);
}

static void
add_logto (JsonBuilder *builder, const SevenOutcome *outcome)
{
  SevenLogtoVerdict verdict = seven_outcome_get_logto_verdict (outcome);

  json_builder_set_member_name (builder, "logto");
  json_builder_begin_object (builder);
  seven_output_add_string (builder, "outcome", seven_logto_verdict_get_name (verdict));
  seven_output_add_string (builder, "detail", seven_outcome_get_logto_detail (outcome));
  json_builder_end_object (builder);
}

static void
add_predicted (JsonBuilder *builder, const SevenSmsText *predicted)
{
  json_builder_set_member_name (builder, "predicted");
  if (predicted == NULL) {
    json_builder_add_null_value (builder);
    return;
  }

  json_builder_begin_object (builder);
  seven_output_add_string (
      builder, "encoding", seven_encoding_get_name (seven_sms_text_get_encoding (predicted)));
  seven_output_add_count (builder, "parts", seven_sms_text_get_n_parts (predicted));
  json_builder_end_object (builder);
}

void
seven_output_outcome_json (const SevenOutcome *outcome, const SevenSmsText *predicted, const char *delivery)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const SevenReply *reply = seven_outcome_get_reply (outcome);
  SevenExchange *exchange = seven_outcome_get_exchange (outcome);
  guint status = exchange != NULL ? seven_exchange_get_http_status (exchange) : 0;

  json_builder_begin_object (builder);
  seven_output_add_string (builder, "state", seven_state_get_name (seven_outcome_get_state (outcome)));
  seven_output_add_code (builder, "code", seven_outcome_get_code (outcome));
  seven_output_add_code (builder, "gateway_code", seven_outcome_get_gateway_code (outcome));
  seven_output_add_string (builder, "title", seven_outcome_get_title (outcome));
  seven_output_add_string (builder, "explanation", seven_outcome_get_explanation (outcome));
  seven_output_add_string (builder, "remedy", seven_outcome_get_advice (outcome));
  add_logto (builder, outcome);
  seven_output_add_count (builder, "http_status", status == 0 ? -1 : (gint64) status);
  seven_output_add_number (
      builder, "total_price", reply != NULL ? seven_reply_get_total_price (reply) : (double) NAN);
  seven_output_add_number (
      builder, "balance", reply != NULL ? seven_reply_get_balance (reply) : (double) NAN);
  add_messages (builder, reply);
  add_predicted (builder, predicted);
  seven_output_add_string (builder, "delivery", delivery);
  seven_output_add_count (
      builder, "elapsed_ms", exchange != NULL ? (gint64) seven_exchange_get_elapsed_ms (exchange) : -1);
  json_builder_end_object (builder);
  seven_output_json (builder);
}

static void
print_message (const SevenReplyMessage *message)
{
  g_autoptr (GString) line = g_string_new (NULL);

  /* Translators: one message of an SMS gateway's reply; %s is its id. */
  g_string_append_printf (line, _ ("Message %s"), message->id != NULL ? message->id : "—");
  if (message->recipient != NULL)
    g_string_append_printf (line, " · %s", message->recipient);
  if (message->encoding != NULL)
    g_string_append_printf (line, " · %s", message->encoding);
  if (message->parts >= 0) {
    g_string_append (line, " · ");
    g_string_append_printf (line, ngettext ("%d part", "%d parts", (gulong) message->parts), message->parts);
  }
  if (isfinite (message->price))
    g_string_append_printf (line, " · %.3f", message->price);
  if (!message->success) {
    g_string_append (line, " · ");
    if (message->error != SEVEN_REPLY_NO_CODE)
      g_string_append_printf (line, _ ("refused: %d"), message->error);
    else
      g_string_append (line, _ ("refused"));
  }

  seven_output_line ("%s", line->str);
}

void
seven_output_outcome_text (const SevenOutcome *outcome, const SevenSmsText *predicted)
{
  const SevenReply *reply = seven_outcome_get_reply (outcome);
  SevenExchange *exchange = seven_outcome_get_exchange (outcome);
  int code = seven_outcome_get_code (outcome);
  const char *advice = seven_outcome_get_advice (outcome);

  if (code == SEVEN_REPLY_NO_CODE)
    seven_output_line ("%s", seven_outcome_get_title (outcome));
  else
    seven_output_line ("%d %s", code, seven_outcome_get_title (outcome));
  seven_output_line ("%s", seven_outcome_get_explanation (outcome));
  if (advice != NULL)
    seven_output_line (_ ("Next: %s"), advice);
  seven_output_line (_ ("Logto: %s"), seven_outcome_get_logto_detail (outcome));
  for (guint i = 0; reply != NULL && i < seven_reply_get_n_messages (reply); i++)
    print_message (seven_reply_get_message (reply, i));
  if (predicted != NULL)
    seven_output_line (ngettext ("Predicted: %s · %u part", "Predicted: %s · %u parts",
                           seven_sms_text_get_n_parts (predicted)),
        seven_encoding_get_label (seven_sms_text_get_encoding (predicted)),
        seven_sms_text_get_n_parts (predicted));
  if (reply != NULL && isfinite (seven_reply_get_balance (reply)))
    seven_output_line (_ ("Balance: %.3f"), seven_reply_get_balance (reply));
  if (exchange != NULL)
    seven_output_line (_ ("Time: %u ms"), seven_exchange_get_elapsed_ms (exchange));
}
