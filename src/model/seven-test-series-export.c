/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-test-series-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "seven-json.h"

/* What a series came to, for others: no key, no full number, no text and no code is in it. */

static SevenSeriesItem *
get_item (SevenTestSeries *self, guint index)
{
  g_autoptr (SevenSeriesItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), index);

  /* The list holds it on. */
  return item;
}

static char *
dup_time (SevenTestSeries *self, const char *format)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (self->started / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, format) : g_strdup ("");
}

/**
 * seven_test_series_dup_text:
 * @self: a series that has ended
 *
 * Returns: (transfer full): what it came to, to be pasted or saved
 */
char *
seven_test_series_dup_text (SevenTestSeries *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *destination = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *time = NULL;

  g_return_val_if_fail (SEVEN_IS_TEST_SERIES (self), NULL);

  destination = seven_test_series_dup_destination (self);
  summary = seven_test_series_dup_summary (self);
  time = dup_time (self, "%F %R");
  /* Translators: the name of a document. */
  g_string_append_printf (text, _ ("Test of every template of “%s”"), self->document_title);
  g_string_append_printf (text, "\n%s · %s\n\n", destination, time);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++) {
    g_autofree char *line = NULL;

    g_object_get (get_item (self, i), "accessible-name", &line, NULL);
    g_string_append_printf (text, "%s\n", line);
  }
  g_string_append_printf (text, "\n%s\n", summary);
  if (self->stop_reason != NULL)
    g_string_append_printf (text, "%s\n", self->stop_reason);

  return g_strdup (text->str);
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
add_number (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  if (value >= 0)
    json_builder_add_int_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_price (JsonBuilder *builder, double price)
{
  json_builder_set_member_name (builder, "price");
  if (isfinite (price))
    json_builder_add_double_value (builder, price);
  else
    json_builder_add_null_value (builder);
}

static const char *
get_state_name (SevenSeriesItem *item)
{
  const SevenHistoryEntry *entry = seven_series_item_get_entry (item);

  if (entry != NULL)
    return seven_state_get_name (entry->state);

  return seven_series_item_get_step (item) == SEVEN_SERIES_STEP_SKIPPED ? "skipped" : "not-sent";
}

static void
add_entry (JsonBuilder *builder, const SevenHistoryEntry *entry)
{
  add_number (builder, "code", entry->code);
  add_string (builder, "title", entry->title);
  add_number (builder, "predicted_parts", entry->predicted_parts);
  add_number (builder, "billed_parts", entry->billed_parts);
  add_price (builder, entry->price);
  add_string (builder, "logto", seven_logto_verdict_get_name (entry->logto));
  json_builder_set_member_name (builder, "logto_wrong");
  json_builder_add_boolean_value (builder, entry->logto_wrong);
  add_number (builder, "elapsed_ms", entry->elapsed_ms);
}

static void
add_item (JsonBuilder *builder, SevenSeriesItem *item)
{
  const SevenHistoryEntry *entry = seven_series_item_get_entry (item);

  json_builder_begin_object (builder);
  add_string (builder, "template", seven_series_item_get_title (item));
  add_string (builder, "usage", seven_series_item_get_usage (item));
  add_string (builder, "state", get_state_name (item));
  add_string (builder, "reason", seven_series_item_get_reason (item));
  if (entry != NULL)
    add_entry (builder, entry);
  json_builder_end_object (builder);
}

static void
add_totals (JsonBuilder *builder, const SevenSeriesTotals *totals)
{
  json_builder_set_member_name (builder, "total");
  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (totals->n_states); i++)
    add_number (builder, seven_state_get_name ((SevenState) i), totals->n_states[i]);
  add_number (builder, "skipped", totals->n_skipped);
  add_number (builder, "not-sent", totals->n_not_sent);
  add_number (builder, "billed_parts", totals->billed_parts);
  add_price (builder, totals->price);
  add_number (builder, "without_price", totals->n_unpriced);
  json_builder_end_object (builder);
}

/**
 * seven_test_series_dup_json:
 * @self: a series that has ended
 *
 * Returns: (transfer full): the same for programs; states and names are not translated, what is not known is null
 */
char *
seven_test_series_dup_json (SevenTestSeries *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *time = NULL;
  g_autofree char *number = NULL;
  SevenSeriesTotals totals;

  g_return_val_if_fail (SEVEN_IS_TEST_SERIES (self), NULL);

  totals = seven_test_series_count (self);
  time = dup_time (self, "%FT%T%:z");
  number = seven_phone_dup_masked (self->phone);
  json_builder_begin_object (builder);
  add_string (builder, "time", time);
  add_string (builder, "gateway", seven_gateway_choice_get_id (self->gateway));
  add_string (builder, "recipient", number);
  add_string (builder, "country", seven_phone_get_country (self->phone));
  add_string (builder, "stopped", self->stop_reason);
  json_builder_set_member_name (builder, "templates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    add_item (builder, get_item (self, i));
  json_builder_end_array (builder);
  add_totals (builder, &totals);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return seven_json_print (root);
}
