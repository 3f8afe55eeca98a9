/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-history-entry.h"
#include "seven-json.h"

#include <math.h>
#include <string.h>

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
add_count (JsonBuilder *builder, const char *name, gint64 value, gint64 least)
{
  json_builder_set_member_name (builder, name);
  if (value >= least)
    json_builder_add_int_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/* ISO 8601, UTC, with milliseconds; NULL where no calendar has that time. */
static char *
dup_time (gint64 time)
{
  gint64 seconds = time / G_USEC_PER_SEC - (time % G_USEC_PER_SEC < 0 ? 1 : 0);
  int milliseconds = (int) ((time - seconds * G_USEC_PER_SEC) / 1000);
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *text = moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S") : NULL;

  return text != NULL ? g_strdup_printf ("%s.%03dZ", text, milliseconds) : NULL;
}

static void
add_what_was_sent (JsonBuilder *builder, const SevenHistoryEntry *entry)
{
  g_autofree char *time = dup_time (entry->time);

  add_count (builder, "id", entry->id, 1);
  add_string (builder, "time", time);
  add_string (builder, "gateway", entry->gateway);
  add_string (builder, "usage", entry->usage);
  add_string (builder, "recipient", entry->recipient);
  add_string (builder, "country", entry->country);
  add_string (builder, "message_id", entry->message_id);
}

static void
add_what_was_said (JsonBuilder *builder, const SevenHistoryEntry *entry)
{
  add_string (builder, "state", seven_state_get_name (entry->state));
  add_count (builder, "code", entry->code, 0);
  add_count (builder, "gateway_code", entry->gateway_code, 0);
  add_string (builder, "title", entry->title);
  add_string (builder, "encoding", entry->encoding);
  add_count (builder, "predicted_parts", entry->predicted_parts, 1);
  add_count (builder, "billed_parts", entry->billed_parts, 0);
  json_builder_set_member_name (builder, "price");
  if (isfinite (entry->price))
    json_builder_add_double_value (builder, entry->price);
  else
    json_builder_add_null_value (builder);
}

static void
add_what_came_of_it (JsonBuilder *builder, const SevenHistoryEntry *entry)
{
  g_autofree char *delivery_time = entry->delivery_time != 0 ? dup_time (entry->delivery_time) : NULL;

  add_string (builder, "delivery", seven_delivery_get_name (entry->delivery));
  add_string (builder, "delivery_time", delivery_time);
  add_string (builder, "logto", seven_logto_verdict_get_name (entry->logto));
  json_builder_set_member_name (builder, "logto_wrong");
  json_builder_add_boolean_value (builder, entry->logto_wrong);
  /* Less than a millisecond cannot be told from an answer that is still awaited. */
  add_count (builder, "elapsed_ms", entry->elapsed_ms, 1);
}

/* One object; its members are the columns, in their order. */
static void
add_entry (JsonBuilder *builder, const SevenHistoryEntry *entry)
{
  json_builder_begin_object (builder);
  add_what_was_sent (builder, entry);
  add_what_was_said (builder, entry);
  add_what_came_of_it (builder, entry);
  json_builder_end_object (builder);
}

/* RFC 4180, section 2. A text that a spreadsheet would take for a formula gets an apostrophe in front: the usage type
 * is what somebody wrote into a config. */
static void
append_text (GString *csv, const char *text)
{
  gboolean formula = *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL;
  gboolean quoted = strpbrk (text, "\",\r\n") != NULL;

  if (quoted)
    g_string_append_c (csv, '"');
  if (formula)
    g_string_append_c (csv, '\'');
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"')
      g_string_append_c (csv, '"');
    g_string_append_c (csv, *p);
  }
  if (quoted)
    g_string_append_c (csv, '"');
}

static void
append_value (GString *csv, JsonNode *value)
{
  g_autofree char *number = NULL;

  if (JSON_NODE_HOLDS_NULL (value))
    return;
  if (json_node_get_value_type (value) == G_TYPE_STRING) {
    append_text (csv, json_node_get_string (value));
    return;
  }
  number = seven_json_print (value);
  g_string_append (csv, g_strchomp (number));
}

/* A line of the values of an entry, or of their names. */
static void
append_line (GString *csv, const SevenHistoryEntry *entry, gboolean names)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  const char *comma = "";

  add_entry (builder, entry);
  root = json_builder_get_root (builder);
  json_object_iter_init_ordered (&iter, json_node_get_object (root));
  while (json_object_iter_next_ordered (&iter, &name, &value)) {
    g_string_append (csv, comma);
    if (names)
      g_string_append (csv, name);
    else
      append_value (csv, value);
    comma = ",";
  }
  g_string_append (csv, "\r\n");
}

/**
 * seven_history_entries_to_csv:
 * @entries: (element-type SevenHistoryEntry): entries; elements that are %NULL are left out
 *
 * Writes them for a spreadsheet: RFC 4180, UTF-8, a line of names first, the same names as in the JSON; what is not
 * known is empty. A text that begins with = + - @ or white space that is no blank, as a masked recipient does, has an
 * apostrophe in front, so that no spreadsheet takes it for a formula. Programs read the JSON, which has it as it is.
 *
 * Returns: (transfer full): the text
 */
char *
seven_history_entries_to_csv (GPtrArray *entries)
{
  g_autoptr (SevenHistoryEntry) none = seven_history_entry_new ();
  GString *csv;

  g_return_val_if_fail (entries != NULL, NULL);

  csv = g_string_new (NULL);
  append_line (csv, none, TRUE);
  for (guint i = 0; i < entries->len; i++) {
    if (entries->pdata[i] != NULL)
      append_line (csv, entries->pdata[i], FALSE);
  }
  return g_string_free (csv, FALSE);
}

/**
 * seven_history_entries_to_json:
 * @entries: (element-type SevenHistoryEntry): entries; elements that are %NULL are left out
 *
 * Writes them for programs: an array of objects, whose names and values are never translated, but the title, which is
 * kept in the words in which it was shown. What is not known is null.
 *
 * Returns: (transfer full): the text
 */
char *
seven_history_entries_to_json (GPtrArray *entries)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (entries != NULL, NULL);

  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++) {
    if (entries->pdata[i] != NULL)
      add_entry (builder, entries->pdata[i]);
  }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  return seven_json_print (root);
}
