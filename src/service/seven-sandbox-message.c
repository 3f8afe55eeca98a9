/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-sandbox-message.h"
#include "seven-return-code.h"
#include "seven-sandbox-account.h"

#define TRANSMITTED_AFTER (1 * G_TIME_SPAN_SECOND)
#define FINAL_AFTER (2 * G_TIME_SPAN_SECOND)

SevenSandboxMessage *
seven_sandbox_message_new (const char *sender, const char *recipient, const char *text)
{
  SevenSandboxMessage *self = g_new0 (SevenSandboxMessage, 1);
  g_autoptr (SevenSmsText) sms = seven_sms_text_new (text);

  self->sender = g_strdup (sender);
  self->recipient = g_strdup (recipient);
  self->text = g_strdup (text);
  self->encoding = seven_sms_text_get_encoding (sms);
  self->parts = seven_sms_text_get_n_parts (sms);
  self->accepted = g_get_monotonic_time ();
  self->time = g_date_time_new_now_utc ();
  return self;
}

void
seven_sandbox_message_free (SevenSandboxMessage *self)
{
  g_free (self->id);
  g_free (self->sender);
  g_free (self->recipient);
  g_free (self->text);
  g_date_time_unref (self->time);
  g_free (self);
}

gint64
seven_sandbox_message_get_price (const SevenSandboxMessage *self)
{
  return self->id != NULL ? (gint64) self->parts * SEVEN_SANDBOX_PART_PRICE : 0;
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_error (JsonBuilder *builder, int error)
{
  const SevenReturnCode *code = error != 0 ? seven_return_code_find (error) : NULL;

  json_builder_set_member_name (builder, "error");
  if (error != 0)
    json_builder_add_int_value (builder, error);
  else
    json_builder_add_null_value (builder);
  /* Not translated: the gateway has one language. */
  add_string (builder, "error_text", code != NULL ? code->title : NULL);
}

void
seven_sandbox_message_add_to_reply (const SevenSandboxMessage *self, JsonBuilder *builder)
{
  json_builder_begin_object (builder);
  add_string (builder, "id", self->id);
  add_string (builder, "sender", self->sender);
  add_string (builder, "recipient", self->id != NULL ? self->recipient : NULL);
  add_string (builder, "text", self->text);
  add_string (builder, "encoding", seven_encoding_get_name (self->encoding));
  add_string (builder, "label", NULL);
  json_builder_set_member_name (builder, "parts");
  json_builder_add_int_value (builder, self->parts);
  add_string (builder, "udh", NULL);
  add_boolean (builder, "is_binary", FALSE);
  json_builder_set_member_name (builder, "price");
  json_builder_add_double_value (builder, (double) seven_sandbox_message_get_price (self) / 1000.0);
  add_boolean (builder, "success", self->id != NULL);
  add_error (builder, self->error);
  json_builder_end_object (builder);
}

static const char *
get_delivery (const SevenSandboxMessage *self, gint64 age)
{
  if (age >= FINAL_AFTER)
    return self->undeliverable ? "NOTDELIVERED" : "DELIVERED";
  return age >= TRANSMITTED_AFTER ? "TRANSMITTED" : "ACCEPTED";
}

static gboolean
is_day (const char *text)
{
  return g_regex_match_simple ("^\\d{4}-\\d{2}-\\d{2}$", text, G_REGEX_DOLLAR_ENDONLY, 0);
}

gboolean
seven_sandbox_message_matches (const SevenSandboxMessage *self, GHashTable *query)
{
  g_autofree char *day = g_date_time_format (self->time, "%Y-%m-%d");
  const char *delivery = get_delivery (self, g_get_monotonic_time () - self->accepted);
  const char *id, *to, *state, *from_day, *to_day;

  if (query == NULL)
    return TRUE;
  id = g_hash_table_lookup (query, "id");
  to = g_hash_table_lookup (query, "to");
  state = g_hash_table_lookup (query, "state");
  from_day = g_hash_table_lookup (query, "date_from");
  to_day = g_hash_table_lookup (query, "date_to");

  return (id == NULL || g_str_equal (id, self->id)) && (to == NULL || g_str_equal (to, self->recipient)) &&
      (state == NULL || g_ascii_strcasecmp (state, delivery) == 0) &&
      (from_day == NULL || !is_day (from_day) || strcmp (day, from_day) >= 0) &&
      (to_day == NULL || !is_day (to_day) || strcmp (day, to_day) <= 0);
}

static char *
dup_time (GDateTime *time, gint64 later)
{
  g_autoptr (GDateTime) sum = g_date_time_add (time, later);

  return g_date_time_format (sum, "%Y-%m-%d %H:%M:%S");
}

/* The journal says everything in strings. */
void
seven_sandbox_message_add_to_journal (const SevenSandboxMessage *self, JsonBuilder *builder)
{
  gint64 age = g_get_monotonic_time () - self->accepted;
  gint64 reported = age >= FINAL_AFTER ? FINAL_AFTER : age >= TRANSMITTED_AFTER ? TRANSMITTED_AFTER : 0;
  g_autofree char *timestamp = dup_time (self->time, 0);
  g_autofree char *dlr_timestamp = dup_time (self->time, reported);
  g_autofree char *price = g_strdup_printf ("%d.%03d", (int) (seven_sandbox_message_get_price (self) / 1000),
      (int) (seven_sandbox_message_get_price (self) % 1000));

  json_builder_begin_object (builder);
  add_string (builder, "id", self->id);
  add_string (builder, "to", self->recipient);
  add_string (builder, "from", self->sender);
  add_string (builder, "text", self->text);
  add_string (builder, "timestamp", timestamp);
  add_string (builder, "price", price);
  add_string (builder, "dlr", get_delivery (self, age));
  add_string (builder, "dlr_timestamp", dlr_timestamp);
  add_string (builder, "mccmnc", NULL);
  add_string (builder, "latency", NULL);
  add_string (builder, "type", "direct");
  add_string (builder, "channel", "api");
  add_string (builder, "connection", "http");
  add_string (builder, "label", NULL);
  add_string (builder, "foreign_id", NULL);
  json_builder_end_object (builder);
}
