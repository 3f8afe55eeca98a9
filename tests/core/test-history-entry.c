/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-history-entry.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#define NO SEVEN_REPLY_NO_CODE
#define REQUEST \
  "POST /api/sms HTTP/1.1\nHost: gateway.seven.io\nContent-Length: 65\n\n" \
  "from=Acme&json=1&text=%E2%80%94481516+is+your+code.&to=447700900123"
#define MESSAGE(members) "{\"success\":\"100\",\"messages\":[{" members "}]}"

static SevenOutcome *
new_outcome (const char *request, const char *body, guint http_status)
{
  g_autoptr (GBytes) reply = g_bytes_new (body, strlen (body));
  g_autoptr (SevenExchange) exchange =
      seven_exchange_new (request, TRUE, http_status, "HTTP/1.1 200 OK\n", reply, 480, NULL);

  return seven_outcome_new (exchange, TRUE);
}

static SevenHistoryEntry *
take (const char *body)
{
  g_autoptr (SevenOutcome) outcome = new_outcome (REQUEST, body, 200);
  SevenHistoryEntry *entry = seven_history_entry_new ();

  seven_history_entry_take_outcome (entry, outcome);
  return entry;
}

static SevenHistoryEntry *
new_example (void)
{
  SevenHistoryEntry *entry = seven_history_entry_new ();

  entry->id = 7;
  entry->time = G_GINT64_CONSTANT (1794614401234567);
  entry->gateway = g_strdup ("sandbox");
  entry->usage = g_strdup ("SignIn");
  entry->recipient = g_strdup ("+447…23");
  entry->country = g_strdup ("GB");
  entry->message_id = g_strdup ("77229135982");
  entry->state = SEVEN_STATE_ACCEPTED;
  entry->code = 100;
  entry->gateway_code = 100;
  entry->title = g_strdup ("Accepted");
  entry->encoding = g_strdup ("gsm");
  entry->predicted_parts = 1;
  entry->billed_parts = 1;
  entry->price = 0.075;
  entry->delivery = SEVEN_DELIVERY_DELIVERED;
  entry->delivery_time = G_GINT64_CONSTANT (1794614403000000);
  entry->logto = SEVEN_LOGTO_SUCCESS;
  entry->elapsed_ms = 480;
  return entry;
}

static void
test_new (void)
{
  g_autoptr (SevenHistoryEntry) entry = seven_history_entry_new ();

  g_assert_cmpint (entry->id, ==, 0);
  g_assert_cmpint (entry->state, ==, SEVEN_STATE_UNKNOWN);
  g_assert_cmpint (entry->code, ==, NO);
  g_assert_cmpint (entry->gateway_code, ==, NO);
  g_assert_cmpint (entry->billed_parts, ==, -1);
  g_assert_true (isnan (entry->price));
  g_assert_cmpint (entry->delivery, ==, SEVEN_DELIVERY_NONE);
  g_assert_cmpint (entry->logto, ==, SEVEN_LOGTO_UNKNOWN);
}

static void
test_copy (void)
{
  g_autoptr (SevenHistoryEntry) entry = new_example ();
  g_autoptr (SevenHistoryEntry) copy = seven_history_entry_copy (entry);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GPtrArray) other = g_ptr_array_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (copy->title != entry->title);
  g_ptr_array_add (one, entry);
  g_ptr_array_add (other, copy);
  before = seven_history_entries_to_json (one);
  after = seven_history_entries_to_json (other);
  g_assert_cmpstr (after, ==, before);
}

static void
test_accepted (void)
{
  g_autoptr (SevenHistoryEntry) entry =
      take ("{\"success\":\"100\",\"total_price\":0.15,\"messages\":[{\"id\":\"77229135982\","
            "\"success\":true,\"parts\":2,\"price\":0.15}]}");

  g_assert_cmpint (entry->state, ==, SEVEN_STATE_ACCEPTED);
  g_assert_cmpint (entry->code, ==, 100);
  g_assert_cmpint (entry->gateway_code, ==, 100);
  g_assert_cmpstr (entry->title, ==, "Accepted");
  g_assert_cmpstr (entry->message_id, ==, "77229135982");
  g_assert_cmpint (entry->billed_parts, ==, 2);
  g_assert_cmpfloat_with_epsilon (entry->price, 0.15, 1e-9);
  g_assert_cmpint (entry->logto, ==, SEVEN_LOGTO_SUCCESS);
  g_assert_false (entry->logto_wrong);
  g_assert_cmpuint (entry->elapsed_ms, ==, 480);
}

/* What an earlier outcome had is gone. */
static void
test_refused (void)
{
  g_autoptr (SevenHistoryEntry) entry = take (MESSAGE ("\"id\":\"77229135982\",\"parts\":1,\"price\":0.1"));
  g_autoptr (SevenOutcome) outcome =
      new_outcome (REQUEST, MESSAGE ("\"id\":null,\"success\":false,\"error\":202"), 200);

  g_assert_cmpfloat_with_epsilon (entry->price, 0.1, 1e-9);
  seven_history_entry_take_outcome (entry, outcome);
  g_assert_cmpint (entry->state, ==, SEVEN_STATE_REFUSED);
  g_assert_cmpint (entry->code, ==, 202);
  g_assert_cmpint (entry->gateway_code, ==, 100);
  g_assert_null (entry->message_id);
  g_assert_cmpint (entry->billed_parts, ==, -1);
  g_assert_true (isnan (entry->price));
  g_assert_true (entry->logto_wrong);
}

static void
test_failed (void)
{
  g_autoptr (GError) error =
      g_error_new_literal (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_NAME, "The host was not found.");
  g_autoptr (SevenExchange) exchange = seven_exchange_new (REQUEST, FALSE, 0, NULL, NULL, 12, error);
  g_autoptr (SevenOutcome) outcome = seven_outcome_new (exchange, FALSE);
  g_autoptr (SevenHistoryEntry) entry = seven_history_entry_new ();

  seven_history_entry_take_outcome (entry, outcome);
  g_assert_cmpint (entry->state, ==, SEVEN_STATE_FAILED);
  g_assert_cmpint (entry->code, ==, NO);
  g_assert_cmpstr (entry->title, ==, "Host not found");
  g_assert_cmpint (entry->logto, ==, SEVEN_LOGTO_ERROR);
  g_assert_cmpuint (entry->elapsed_ms, ==, 12);
}

static const struct
{
  const char *body;
  int parts;
  double price; /* -1: not said */
} sums[] = {
  { MESSAGE ("\"parts\":255"), 255, -1 },
  { MESSAGE ("\"parts\":256"), -1, -1 },
  { MESSAGE ("\"parts\":2},{\"parts\":3"), 5, -1 },
  { MESSAGE ("\"parts\":200},{\"parts\":200},{\"parts\":200"), -1, -1 },
  { MESSAGE ("\"parts\":0"), 0, -1 },
  { MESSAGE ("\"price\":0.075"), -1, 0.075 },
  { MESSAGE ("\"price\":0.25},{\"price\":null},{\"price\":0.5"), -1, 0.75 },
  { "{\"success\":100,\"total_price\":0,\"messages\":[{\"price\":1}]}", -1, 0 },
  { "{\"success\":100,\"total_price\":-1}", -1, -1 },
  { "{\"success\":100,\"total_price\":1e999}", -1, -1 },
  { "100", -1, -1 },
};

static void
test_sums (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++) {
    g_autoptr (SevenHistoryEntry) entry = take (sums[i].body);

    g_test_message ("%s", sums[i].body);
    g_assert_cmpint (entry->billed_parts, ==, sums[i].parts);
    if (sums[i].price < 0)
      g_assert_true (isnan (entry->price));
    else
      g_assert_cmpfloat_with_epsilon (entry->price, sums[i].price, 1e-9);
  }
}

static const struct
{
  const char *id;
  const char *kept;
} ids[] = {
  { "\"77229135982\"", "77229135982" },
  { "77229135982", "77229135982" },
  { "\"12345678901234567890\"", "12345678901234567890" },
  { "\"123456789012345678901\"", NULL },
  { "\"\"", NULL },
  { "\"7x\"", NULL },
  { "\"+447700900123\"", NULL },
  { "\"447700900123\"", NULL },
  { "\"99447700900123\"", NULL },
  { "\"481516\"", NULL },
  { "\"7481516\"", NULL },
  { "\"481517\"", "481517" },
};

static void
test_ids (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autofree char *body = g_strdup_printf (MESSAGE ("\"id\":%s"), ids[i].id);
    g_autoptr (SevenHistoryEntry) entry = take (body);

    g_test_message ("%s", body);
    g_assert_cmpstr (entry->message_id, ==, ids[i].kept);
  }
}

/* The code, the number, the text and the key in every place of an answer. */
static const char *const hostile[] = {
  "%s",
  "\"%s\"",
  "100\n%s",
  "900 %s",
  "<html>%s</html>",
  "{\"success\":\"100\",\"x\":\"%s",
  "{\"success\":\"%s\"}",
  "{\"code\":\"%s\"}",
  "{\"error_code\":\"%s\",\"error_message\":\"no\"}",
  "{\"success\":false,\"error\":\"%s\"}",
  "{\"success\":900,\"error_message\":\"%s\"}",
  MESSAGE ("\"id\":\"%s\",\"success\":true"),
  MESSAGE ("\"recipient\":\"%s\",\"text\":\"x\",\"success\":true"),
  MESSAGE ("\"encoding\":\"%s\",\"label\":\"x\""),
  MESSAGE ("\"parts\":\"%s\",\"price\":\"1\""),
  MESSAGE ("\"price\":\"%s\""),
  MESSAGE ("\"success\":false,\"error\":\"%s\""),
  MESSAGE ("\"success\":false,\"error\":999,\"error_text\":\"%s\""),
  "{\"success\":\"101\",\"total_price\":\"%s\",\"balance\":\"1\",\"messages\":[]}",
};
static const char *const secrets[] = { "481516", "447700900123", "+447700900123", "481516 is your code.",
  "example-key-not-real" };

static void
test_nothing_is_repeated (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    for (guint k = 0; k < G_N_ELEMENTS (secrets); k++) {
      g_auto (GStrv) halves = g_strsplit (hostile[i], "%s", 2);
      g_autofree char *body = g_strjoinv (secrets[k], halves);
      g_autoptr (SevenHistoryEntry) entry = take (body);
      g_autoptr (GPtrArray) entries = g_ptr_array_new ();
      g_autofree char *json = NULL;

      g_test_message ("%s", body);
      g_ptr_array_add (entries, entry);
      json = seven_history_entries_to_json (entries);
      g_assert_nonnull (strstr (body, secrets[k]));
      g_assert_null (strstr (json, secrets[k]));
      g_assert_null (strstr (json, "481516"));
      g_assert_null (strstr (json, "7700900123"));
    }
}

static const char names[] =
    "id,time,gateway,usage,recipient,country,message_id,state,code,gateway_code,title,encoding,"
    "predicted_parts,billed_parts,price,delivery,delivery_time,logto,logto_wrong,elapsed_ms\r\n";

static void
test_csv (void)
{
  g_autoptr (SevenHistoryEntry) entry = new_example ();
  g_autoptr (SevenHistoryEntry) empty = seven_history_entry_new ();
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autofree char *none = seven_history_entries_to_csv (entries);
  g_autofree char *csv = NULL;
  g_autofree char *expected = g_strconcat (names,
      "7,2026-11-14T00:00:01.234Z,sandbox,SignIn,'+447…23,GB,77229135982,accepted,100,100,Accepted,gsm,1,1,"
      "0.075,DELIVERED,2026-11-14T00:00:03.000Z,success,false,480\r\n",
      ",1969-12-31T23:59:59.999Z,,,,,,unknown,,,,,,,,,,unknown,true,\r\n", NULL);

  g_assert_cmpstr (none, ==, names);
  empty->time = -1;
  empty->logto_wrong = TRUE;
  g_ptr_array_add (entries, entry);
  g_ptr_array_add (entries, NULL);
  g_ptr_array_add (entries, empty);
  csv = seven_history_entries_to_csv (entries);
  g_assert_cmpstr (csv, ==, expected);
}

static const struct
{
  const char *usage;
  const char *field;
} fields[] = {
  { "SignIn", ",SignIn," },
  { "", ",," },
  { "a,b", ",\"a,b\"," },
  { "a\"b", ",\"a\"\"b\"," },
  { "a\nb", ",\"a\nb\"," },
  { "a\r\nb", ",\"a\r\nb\"," },
  { " a ", ", a ," },
  { "=1+1", ",'=1+1," },
  { "=HYPERLINK(\"x\",\"y\")", ",\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"," },
  { "+1", ",'+1," },
  { "-1", ",'-1," },
  { "@SUM", ",'@SUM," },
  { "\tx", ",'\tx," },
  { "\rx", ",\"'\rx\"," },
  { "'x", ",'x," },
  { "1=1", ",1=1," },
  { "Grüße, 中", ",\"Grüße, 中\"," },
};

static void
test_csv_fields (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autoptr (SevenHistoryEntry) entry = seven_history_entry_new ();
    g_autoptr (GPtrArray) entries = g_ptr_array_new ();
    g_autofree char *csv = NULL;
    g_autofree char *expected = g_strconcat (names, ",1970-01-01T00:00:00.000Z,sandbox", fields[i].field,
        ",,,unknown,,,,,,,,,,unknown,false,\r\n", NULL);

    entry->gateway = g_strdup ("sandbox");
    entry->usage = g_strdup (fields[i].usage);
    g_ptr_array_add (entries, entry);
    csv = seven_history_entries_to_csv (entries);
    g_assert_cmpstr (csv, ==, expected);
  }
}

static void
test_json (void)
{
  g_autoptr (SevenHistoryEntry) entry = new_example ();
  g_autoptr (SevenHistoryEntry) empty = seven_history_entry_new ();
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autofree char *none = seven_history_entries_to_json (entries);
  g_autofree char *json = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (none, ==, "[]\n");
  empty->time = G_MAXINT64;
  g_ptr_array_add (entries, entry);
  g_ptr_array_add (entries, NULL);
  g_ptr_array_add (entries, empty);
  json = seven_history_entries_to_json (entries);
  g_assert_true (g_str_has_prefix (json,
      "[\n  {\n    \"id\": 7,\n    \"time\": \"2026-11-14T00:00:01.234Z\",\n    \"gateway\": \"sandbox\",\n"
      "    \"usage\": \"SignIn\",\n    \"recipient\": \"+447…23\",\n    \"country\": \"GB\",\n"
      "    \"message_id\": \"77229135982\",\n    \"state\": \"accepted\",\n    \"code\": 100,\n"
      "    \"gateway_code\": 100,\n    \"title\": \"Accepted\",\n    \"encoding\": \"gsm\",\n"
      "    \"predicted_parts\": 1,\n    \"billed_parts\": 1,\n    \"price\": 0.075,\n"
      "    \"delivery\": \"DELIVERED\",\n    \"delivery_time\": \"2026-11-14T00:00:03.000Z\",\n"
      "    \"logto\": \"success\",\n    \"logto_wrong\": false,\n    \"elapsed_ms\": 480\n  },\n"));
  root = json_from_string (json, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (root)), ==, 2);
  g_assert_nonnull (strstr (json, "\"id\": null,\n    \"time\": null,\n    \"gateway\": null,\n"));
  g_assert_nonnull (
      strstr (json, "\"price\": null,\n    \"delivery\": null,\n    \"delivery_time\": null,\n"));
  g_assert_nonnull (
      strstr (json, "\"logto\": \"unknown\",\n    \"logto_wrong\": false,\n    \"elapsed_ms\": null\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history-entry/new", test_new);
  g_test_add_func ("/history-entry/copy", test_copy);
  g_test_add_func ("/history-entry/accepted", test_accepted);
  g_test_add_func ("/history-entry/refused", test_refused);
  g_test_add_func ("/history-entry/failed", test_failed);
  g_test_add_func ("/history-entry/sums", test_sums);
  g_test_add_func ("/history-entry/ids", test_ids);
  g_test_add_func ("/history-entry/nothing-is-repeated", test_nothing_is_repeated);
  g_test_add_func ("/history-entry/csv", test_csv);
  g_test_add_func ("/history-entry/csv-fields", test_csv_fields);
  g_test_add_func ("/history-entry/json", test_json);

  return g_test_run ();
}
