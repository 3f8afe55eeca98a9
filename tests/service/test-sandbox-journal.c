/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "sandbox-test.h"

#include "seven-journal.h"

/* The delivery report, asked for until it is final; states: each one that was seen. */
static char *
wait_for_delivery (SevenGateway *gateway, const char *id, GPtrArray *states)
{
  gint64 limit = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (g_get_monotonic_time () < limit) {
    g_autoptr (SevenRequest) request = seven_request_new_journal ("key", id);
    g_autoptr (SevenExchange) exchange = run_exchange (gateway, request, NULL);
    g_autoptr (SevenJson) json = parse (exchange);
    const char *state = read_string (json, "/0/dlr");

    g_assert_cmpstr (read_string (json, "/0/id"), ==, id);
    g_assert_cmpstr (read_string (json, "/0/price"), ==, "0.075");
    g_assert_null (seven_json_lookup_pointer (json, "/1"));
    if (states->len == 0 || !g_str_equal (g_ptr_array_index (states, states->len - 1), state))
      g_ptr_array_add (states, g_strdup (state));
    if (g_str_has_suffix (state, "DELIVERED"))
      return g_strdup (state);
  }
  return NULL;
}

static void
check_delivery (const char *recipient, const char *expected)
{
  g_autoptr (SevenSandboxGateway) gateway = seven_sandbox_gateway_new (20);
  g_autoptr (SevenOutcome) other = outcome_of (SEVEN_GATEWAY (gateway), "Acme", "x", "447700900124");
  gint64 start = g_get_monotonic_time ();
  g_autoptr (SevenOutcome) outcome = outcome_of (SEVEN_GATEWAY (gateway), "Acme", "x", recipient);
  const SevenReplyMessage *message = seven_reply_get_message (seven_outcome_get_reply (outcome), 0);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *state = wait_for_delivery (SEVEN_GATEWAY (gateway), message->id, states);

  g_assert_cmpstr (state, ==, expected);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 2 * G_TIME_SPAN_SECOND);
  g_assert_cmpuint (states->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (states, 0), ==, "ACCEPTED");
  g_assert_cmpstr (g_ptr_array_index (states, 1), ==, "TRANSMITTED");
}

static void
test_delivered (void)
{
  check_delivery ("447700900123", "DELIVERED");
}

static void
test_not_delivered (void)
{
  check_delivery ("447700900997", "NOTDELIVERED");
}

static void
test_journal (void)
{
  g_autoptr (SevenSandboxGateway) gateway = seven_sandbox_gateway_new (20);
  g_autoptr (SevenExchange) sent = send_to (SEVEN_GATEWAY (gateway), "Acme", "Your code", "447700900123");
  g_autoptr (SevenExchange) refused = send_to (SEVEN_GATEWAY (gateway), "Acme", "x", "447700900995");
  g_autoptr (SevenRequest) request = seven_request_new_journal ("key", "77000000001");
  g_autoptr (SevenRequest) unknown = seven_request_new_journal ("key", "1");
  g_autoptr (SevenExchange) exchange = run_exchange (SEVEN_GATEWAY (gateway), request, NULL);
  g_autoptr (SevenExchange) nothing = run_exchange (SEVEN_GATEWAY (gateway), unknown, NULL);
  g_autoptr (SevenJson) json = parse (exchange);
  g_autoptr (SevenJson) empty = parse (nothing);
  const SevenJsonValue *entry = seven_json_lookup_pointer (json, "/0");

  g_assert_cmpstr (read_string (json, "/0/to"), ==, "447700900123");
  g_assert_cmpstr (read_string (json, "/0/from"), ==, "Acme");
  g_assert_cmpstr (read_string (json, "/0/text"), ==, "Your code");
  for (guint i = 0; i < seven_json_value_get_n_children (entry); i++) {
    SevenJsonKind kind = seven_json_value_get_kind (seven_json_value_get_child (entry, i));

    g_assert_true (kind == SEVEN_JSON_STRING || kind == SEVEN_JSON_NULL);
  }
  g_assert_cmpuint (seven_json_value_get_n_children (seven_json_get_root (empty)), ==, 0);
}

/* The ids that a search brings, without what they have in common. */
static char *
dup_found (SevenSandbox *sandbox, const char *query)
{
  g_autofree char *path = g_strconcat ("/api/journal/outbound?", query, NULL);
  guint status = 0;
  g_autofree char *reply = ask (sandbox, "GET", path, "any", "application/json", NULL, &status);
  g_autoptr (SevenJson) json = seven_json_parse (reply, -1, NULL, NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_cmpuint (status, ==, 200);
  for (guint i = 0; i < seven_json_value_get_n_children (seven_json_get_root (json)); i++) {
    const SevenJsonValue *entry = seven_json_value_get_child (seven_json_get_root (json), i);
    const SevenJsonValue *id = seven_json_value_lookup (entry, "id");

    g_string_append (found, seven_json_value_get_string (id, NULL) + strlen ("7700000000"));
  }
  return g_string_free (g_steal_pointer (&found), FALSE);
}

static char *
dup_day (int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) day = g_date_time_add_days (now, days);

  return g_date_time_format (day, "%Y-%m-%d");
}

/* Two days each way, for midnight may come. */
static void
test_search (void)
{
  g_autofree char *earlier = dup_day (-2);
  g_autofree char *later = dup_day (2);
  g_autofree char *since = g_strdup_printf ("date_from=%s", later);
  g_autofree char *until = g_strdup_printf ("date_to=%s", earlier);
  g_autofree char *between = g_strdup_printf ("date_from=%s&date_to=%s", earlier, later);
  g_autofree char *all =
      g_strdup_printf ("to=447700900123&date_from=%s&date_to=%s&limit=100", earlier, later);
  const struct
  {
    const char *query;
    const char *found;
  } cases[] = {
    { "", "321" },
    { "id=77000000002", "2" },
    { "id=77000000002&to=447700900123", "" },
    { "to=447700900123", "31" },
    { "to=447700900125", "" },
    { since, "" },
    { until, "" },
    { between, "321" },
    { all, "31" },
    { "date_from=tomorrow&date_to=1", "321" },
    { "limit=2", "32" },
    { "limit=2&offset=1", "21" },
    { "limit=1&to=447700900123&offset=1", "1" },
    { "offset=3", "" },
    { "limit=0", "321" },
    { "limit=101&offset=-1", "321" },
    { "limit=many", "321" },
    { "state=accepted", "321" },
    { "state=DELIVERED", "" },
    { "state=UNKNOWN", "" },
    { "colour=red", "321" },
    { "to=%ff&state=%ff", "" },
  };
  static const char *const recipients[] = { "447700900123", "447700900124", "447700900123" };
  SevenSandbox *sandbox = seven_sandbox_new ();

  g_assert_true (seven_sandbox_listen (sandbox, 0, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (recipients); i++) {
    g_autofree char *form = g_strdup_printf ("json=1&text=x&to=%s", recipients[i]);
    guint status = 0;
    g_autofree char *reply = ask (sandbox, "POST", "/api/sms", "any", "*/*", form, &status);

    g_assert_nonnull (strstr (reply, "\"100\""));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = dup_found (sandbox, cases[i].query);

    g_test_message ("%s", cases[i].query);
    g_assert_cmpstr (found, ==, cases[i].found);
  }
  g_assert_finalize_object (sandbox);
}

/* A dropped connection leaves an SMS that can be looked up; of one that never answers there is none. */
static void
test_look_up (void)
{
  static const struct
  {
    const char *recipient;
    gboolean found;
  } cases[] = {
    { "447700900990", TRUE },
    { "447700900993", FALSE },
    { "447700900994", TRUE },
    { "447700900992", FALSE },
  };
  g_autoptr (SevenSandboxGateway) gateway = seven_sandbox_gateway_new (1);
  g_autofree char *earlier = dup_day (-2);
  g_autofree char *later = dup_day (2);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenOutcome) outcome =
        outcome_of (SEVEN_GATEWAY (gateway), "Acme", "Your code is 123456.", cases[i].recipient);
    g_autoptr (SevenRequest) request =
        seven_request_new_journal_search ("key", cases[i].recipient, earlier, later);
    g_autoptr (SevenExchange) exchange = run_exchange (SEVEN_GATEWAY (gateway), request, NULL);
    g_autoptr (SevenJournal) journal = seven_journal_read (exchange, NULL);

    g_test_message ("%s", cases[i].recipient);
    g_assert_cmpint (seven_outcome_get_state (outcome), ==, SEVEN_STATE_UNKNOWN);
    g_assert_cmpint (seven_journal_find_text (journal, cases[i].recipient, "Your code is 123456.") != NULL,
        ==, cases[i].found);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sandbox-journal/delivered", test_delivered);
  g_test_add_func ("/sandbox-journal/not-delivered", test_not_delivered);
  g_test_add_func ("/sandbox-journal/journal", test_journal);
  g_test_add_func ("/sandbox-journal/search", test_search);
  g_test_add_func ("/sandbox-journal/look-up", test_look_up);

  return g_test_run ();
}
