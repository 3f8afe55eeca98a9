/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-outcome.h"

#include <string.h>

#define NO SEVEN_REPLY_NO_CODE
#define MESSAGE(says) "{\"success\":" says "}"
#define REPLY(code, messages) "{\"success\":\"" code "\",\"messages\":[" messages "]}"
#define YES MESSAGE ("true")
#define REFUSED(error) MESSAGE ("false,\"error\":" error)

static const struct
{
  const char *body;
  guint http_status;
  SevenState state;
  int code;
  int gateway_code;
  SevenLogtoVerdict verdict;
  gboolean wrong;
  SevenRemedy remedy;
  const char *title;
} replies[] = {
  { "100", 200, SEVEN_STATE_ACCEPTED, 100, 100, SEVEN_LOGTO_SUCCESS, FALSE, SEVEN_REMEDY_NONE, "Accepted" },
  { "100\n77229135982", 200, SEVEN_STATE_ACCEPTED, 100, 100, SEVEN_LOGTO_SUCCESS, FALSE, SEVEN_REMEDY_NONE,
      "Accepted" },
  { REPLY ("100", YES), 200, SEVEN_STATE_ACCEPTED, 100, 100, SEVEN_LOGTO_SUCCESS, FALSE, SEVEN_REMEDY_NONE,
      "Accepted" },
  { REPLY ("100", ""), 0, SEVEN_STATE_ACCEPTED, 100, 100, SEVEN_LOGTO_SUCCESS, FALSE, SEVEN_REMEDY_NONE,
      "Accepted" },
  { REPLY ("100", YES "," REFUSED ("202")), 200, SEVEN_STATE_PARTIAL, 202, 100, SEVEN_LOGTO_SUCCESS, TRUE,
      SEVEN_REMEDY_RECIPIENT, "Accepted in part" },
  { REPLY ("101", YES "," REFUSED ("600")), 200, SEVEN_STATE_PARTIAL, 101, 101, SEVEN_LOGTO_SUCCESS, TRUE,
      SEVEN_REMEDY_NONE, "Accepted in part" },
  { REPLY ("101", YES "," REFUSED ("null")), 200, SEVEN_STATE_PARTIAL, 101, 101, SEVEN_LOGTO_SUCCESS, TRUE,
      SEVEN_REMEDY_NONE, "Accepted in part" },
  { REPLY ("100", REFUSED ("202")), 200, SEVEN_STATE_REFUSED, 202, 100, SEVEN_LOGTO_SUCCESS, TRUE,
      SEVEN_REMEDY_RECIPIENT, "Recipient invalid" },
  { REPLY ("100", REFUSED ("\"301\"")), 200, SEVEN_STATE_REFUSED, 301, 100, SEVEN_LOGTO_SUCCESS, TRUE,
      SEVEN_REMEDY_RECIPIENT, "Recipient missing" },
  { REPLY ("100", REFUSED ("202") "," REFUSED ("301")), 200, SEVEN_STATE_REFUSED, 202, 100,
      SEVEN_LOGTO_SUCCESS, TRUE, SEVEN_REMEDY_RECIPIENT, "Recipient invalid" },
  { REPLY ("100", REFUSED ("null")), 200, SEVEN_STATE_REFUSED, NO, 100, SEVEN_LOGTO_SUCCESS, TRUE,
      SEVEN_REMEDY_NONE, "Refused without a code" },
  { REPLY ("100", REFUSED ("999")), 200, SEVEN_STATE_REFUSED, 999, 100, SEVEN_LOGTO_SUCCESS, TRUE,
      SEVEN_REMEDY_NONE, "Refused with an unknown code" },
  { REPLY ("101", REFUSED ("201")), 200, SEVEN_STATE_REFUSED, 101, 101, SEVEN_LOGTO_SUCCESS, TRUE,
      SEVEN_REMEDY_SENDER, "Failed for at least one recipient" },
  { REPLY ("101", REFUSED ("999")), 200, SEVEN_STATE_REFUSED, 101, 101, SEVEN_LOGTO_SUCCESS, TRUE,
      SEVEN_REMEDY_NONE, "Failed for at least one recipient" },
  { "{\"success\":false,\"code\":100}", 200, SEVEN_STATE_REFUSED, NO, 100, SEVEN_LOGTO_SUCCESS, TRUE,
      SEVEN_REMEDY_NONE, "Refused without a code" },
  { "{\"success\":\"false\",\"error_code\":\"100\"}", 200, SEVEN_STATE_REFUSED, NO, 100, SEVEN_LOGTO_SUCCESS,
      TRUE, SEVEN_REMEDY_NONE, "Refused without a code" },
  { REPLY ("101", REFUSED ("null")), 200, SEVEN_STATE_REFUSED, 101, 101, SEVEN_LOGTO_SUCCESS, TRUE,
      SEVEN_REMEDY_NONE, "Failed for at least one recipient" },
  { "101", 200, SEVEN_STATE_REFUSED, 101, 101, SEVEN_LOGTO_SUCCESS, TRUE, SEVEN_REMEDY_NONE,
      "Failed for at least one recipient" },
  { "900", 200, SEVEN_STATE_REFUSED, 900, 900, SEVEN_LOGTO_ERROR, FALSE, SEVEN_REMEDY_API_KEY,
      "API key refused" },
  { "\"900\"", 401, SEVEN_STATE_REFUSED, 900, 900, SEVEN_LOGTO_ERROR, FALSE, SEVEN_REMEDY_API_KEY,
      "API key refused" },
  { "{\"success\":\"900\"}", 200, SEVEN_STATE_REFUSED, 900, 900, SEVEN_LOGTO_SUCCESS, TRUE,
      SEVEN_REMEDY_API_KEY, "API key refused" },
  { "{\"code\":\"600\"}", 200, SEVEN_STATE_REFUSED, 600, 600, SEVEN_LOGTO_SUCCESS, TRUE, SEVEN_REMEDY_NONE,
      "Carrier failed" },
  { "{\"error_code\":900,\"error_message\":\"no\"}", 200, SEVEN_STATE_REFUSED, 900, 900, SEVEN_LOGTO_SUCCESS,
      TRUE, SEVEN_REMEDY_API_KEY, "API key refused" },
  { "{\"success\":false,\"error\":\"bad\"}", 200, SEVEN_STATE_REFUSED, NO, NO, SEVEN_LOGTO_SUCCESS, TRUE,
      SEVEN_REMEDY_NONE, "Refused without a code" },
  { "402", 200, SEVEN_STATE_REFUSED, 402, 402, SEVEN_LOGTO_ERROR, FALSE, SEVEN_REMEDY_WAIT,
      "Same text sent too soon" },
  { "403", 200, SEVEN_STATE_REFUSED, 403, 403, SEVEN_LOGTO_SUCCESS, TRUE, SEVEN_REMEDY_RECIPIENT,
      "Daily limit reached" },
  { "11", 200, SEVEN_STATE_REFUSED, 11, 11, SEVEN_LOGTO_SUCCESS, TRUE, SEVEN_REMEDY_NONE,
      "Carrier not available" },
  { "900 foo", 200, SEVEN_STATE_UNKNOWN, NO, NO, SEVEN_LOGTO_ERROR, FALSE, SEVEN_REMEDY_NONE,
      "Answer not understood" },
  { "999", 200, SEVEN_STATE_UNKNOWN, 999, 999, SEVEN_LOGTO_SUCCESS, TRUE, SEVEN_REMEDY_NONE,
      "Unknown return code" },
  { "{\"success\":true}", 200, SEVEN_STATE_UNKNOWN, NO, NO, SEVEN_LOGTO_SUCCESS, TRUE, SEVEN_REMEDY_NONE,
      "Answer not understood" },
  { "", 200, SEVEN_STATE_UNKNOWN, NO, NO, SEVEN_LOGTO_SUCCESS, TRUE, SEVEN_REMEDY_NONE, "Empty answer" },
  { "<html>", 502, SEVEN_STATE_UNKNOWN, NO, NO, SEVEN_LOGTO_SUCCESS, TRUE, SEVEN_REMEDY_NONE,
      "A web page instead of an answer" },
  { "{\"success\":\"100\"", 200, SEVEN_STATE_UNKNOWN, NO, NO, SEVEN_LOGTO_SUCCESS, TRUE, SEVEN_REMEDY_NONE,
      "Answer cut off" },
  { "moved", 302, SEVEN_STATE_UNKNOWN, NO, NO, SEVEN_LOGTO_UNKNOWN, FALSE, SEVEN_REMEDY_NONE,
      "Redirect not followed" },
  { "100", 500, SEVEN_STATE_UNKNOWN, 100, 100, SEVEN_LOGTO_SUCCESS, TRUE, SEVEN_REMEDY_NONE,
      "Contradictory answer" },
  { "{\"code\":500,\"message\":\"no\"}", 500, SEVEN_STATE_UNKNOWN, NO, NO, SEVEN_LOGTO_SUCCESS, TRUE,
      SEVEN_REMEDY_NONE, "An error page instead of an answer" },
  { "403", 403, SEVEN_STATE_UNKNOWN, NO, NO, SEVEN_LOGTO_SUCCESS, TRUE, SEVEN_REMEDY_NONE,
      "An error page instead of an answer" },
  { "402", 402, SEVEN_STATE_UNKNOWN, NO, NO, SEVEN_LOGTO_ERROR, FALSE, SEVEN_REMEDY_NONE,
      "An error page instead of an answer" },
  { "{\"success\":false,\"code\":403}", 403, SEVEN_STATE_REFUSED, NO, NO, SEVEN_LOGTO_SUCCESS, TRUE,
      SEVEN_REMEDY_NONE, "Refused without a code" },
  { "", 304, SEVEN_STATE_UNKNOWN, NO, NO, SEVEN_LOGTO_SUCCESS, TRUE, SEVEN_REMEDY_NONE, "Empty answer" },
  { "[1]", 200, SEVEN_STATE_UNKNOWN, NO, NO, SEVEN_LOGTO_SUCCESS, TRUE, SEVEN_REMEDY_NONE,
      "Answer not understood" },
};

static void
check_words (const SevenOutcome *outcome)
{
  g_assert_true (g_str_has_suffix (seven_outcome_get_logto_detail (outcome), "."));
  g_assert_cmpuint (strlen (seven_outcome_get_explanation (outcome)), >, 0);
  if (seven_outcome_get_state (outcome) != SEVEN_STATE_ACCEPTED &&
      seven_outcome_get_state (outcome) != SEVEN_STATE_FAILED)
    g_assert_nonnull (seven_outcome_get_advice (outcome));
}

static void
test_replies (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (replies); i++) {
    g_autoptr (SevenOutcome) outcome =
        seven_outcome_new_for_reply (replies[i].body, strlen (replies[i].body), replies[i].http_status);

    g_test_message ("%s", replies[i].body);
    g_assert_cmpint (seven_outcome_get_state (outcome), ==, replies[i].state);
    g_assert_cmpint (seven_outcome_get_code (outcome), ==, replies[i].code);
    g_assert_cmpint (seven_outcome_get_gateway_code (outcome), ==, replies[i].gateway_code);
    g_assert_cmpint (seven_outcome_get_logto_verdict (outcome), ==, replies[i].verdict);
    g_assert_cmpint (seven_outcome_is_logto_wrong (outcome), ==, replies[i].wrong);
    g_assert_cmpint (seven_outcome_get_remedy (outcome), ==, replies[i].remedy);
    g_assert_cmpstr (seven_outcome_get_title (outcome), ==, replies[i].title);
    g_assert_nonnull (seven_outcome_get_reply (outcome));
    g_assert_null (seven_outcome_get_exchange (outcome));
    check_words (outcome);
  }
}

/* Top-level 101 stays the code that is shown; the message's own error tells why. */
static void
test_message_error (void)
{
  static const char known[] = REPLY ("101", REFUSED ("202"));
  static const char unknown[] = REPLY ("101", REFUSED ("999"));
  g_autoptr (SevenOutcome) outcome = seven_outcome_new_for_reply (known, strlen (known), 200);
  g_autoptr (SevenOutcome) strange = seven_outcome_new_for_reply (unknown, strlen (unknown), 200);

  g_assert_cmpstr (seven_outcome_get_explanation (outcome), ==,
      "seven took the request, but refused the message (202, Recipient invalid). "
      "The recipient’s number is not valid.");
  g_assert_cmpstr (seven_outcome_get_advice (outcome), ==,
      "Correct the number: international form, with the calling code of the country.");
  g_assert_cmpstr (seven_outcome_get_explanation (strange), ==,
      "seven took the request, but refused the message with 999, which is not a known return code.");
}

/* The same from an exchange that came to its end. */
static void
test_exchanges (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (replies); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (replies[i].body, strlen (replies[i].body));
    g_autoptr (SevenExchange) exchange =
        seven_exchange_new ("", TRUE, replies[i].http_status, NULL, bytes, 1, NULL);
    g_autoptr (SevenOutcome) outcome = seven_outcome_new (exchange, TRUE);
    g_autoptr (SevenOutcome) refused = seven_outcome_new (exchange, FALSE);

    g_assert_cmpint (seven_outcome_get_state (outcome), ==, replies[i].state);
    g_assert_cmpint (seven_outcome_get_code (outcome), ==, replies[i].code);
    g_assert_cmpint (seven_outcome_get_logto_verdict (outcome), ==, replies[i].verdict);
    g_assert_true (seven_outcome_get_exchange (outcome) == exchange);

    g_assert_cmpint (seven_outcome_get_state (refused), ==, replies[i].state);
    g_assert_cmpint (seven_outcome_get_logto_verdict (refused), ==, SEVEN_LOGTO_ERROR);
    g_assert_false (seven_outcome_is_logto_wrong (refused));
    g_assert_nonnull (strstr (seven_outcome_get_logto_detail (refused), "connector.invalid_config"));
    g_assert_nonnull (strstr (seven_outcome_get_logto_detail (refused), "would not have sent at all"));
  }
}

static const struct
{
  SevenGatewayError error;
  SevenLogtoVerdict verdict;
  SevenRemedy remedy;
} errors[] = {
  { SEVEN_GATEWAY_ERROR_KEY, SEVEN_LOGTO_UNKNOWN, SEVEN_REMEDY_API_KEY },
  { SEVEN_GATEWAY_ERROR_URL, SEVEN_LOGTO_UNKNOWN, SEVEN_REMEDY_NONE },
  { SEVEN_GATEWAY_ERROR_NAME, SEVEN_LOGTO_ERROR, SEVEN_REMEDY_NONE },
  { SEVEN_GATEWAY_ERROR_REFUSED, SEVEN_LOGTO_ERROR, SEVEN_REMEDY_NONE },
  { SEVEN_GATEWAY_ERROR_UNREACHABLE, SEVEN_LOGTO_ERROR, SEVEN_REMEDY_NONE },
  { SEVEN_GATEWAY_ERROR_PROXY, SEVEN_LOGTO_ERROR, SEVEN_REMEDY_NONE },
  { SEVEN_GATEWAY_ERROR_TLS, SEVEN_LOGTO_ERROR, SEVEN_REMEDY_NONE },
  { SEVEN_GATEWAY_ERROR_TIMED_OUT, SEVEN_LOGTO_UNKNOWN, SEVEN_REMEDY_NONE },
  { SEVEN_GATEWAY_ERROR_DROPPED, SEVEN_LOGTO_ERROR, SEVEN_REMEDY_NONE },
  { SEVEN_GATEWAY_ERROR_TOO_LARGE, SEVEN_LOGTO_UNKNOWN, SEVEN_REMEDY_NONE },
  { SEVEN_GATEWAY_ERROR_CANCELLED, SEVEN_LOGTO_UNKNOWN, SEVEN_REMEDY_NONE },
  { SEVEN_GATEWAY_ERROR_SANDBOX, SEVEN_LOGTO_UNKNOWN, SEVEN_REMEDY_NONE },
  { SEVEN_GATEWAY_ERROR_FAILED, SEVEN_LOGTO_ERROR, SEVEN_REMEDY_NONE },
};

/* Before the body left nothing was sent; after that nobody knows, even if what came reads well. */
static void
test_errors (void)
{
  for (gsize i = 0; i < 2 * G_N_ELEMENTS (errors); i++) {
    gboolean body_left = i % 2 == 1;
    g_autoptr (GError) error =
        g_error_new_literal (SEVEN_GATEWAY_ERROR, errors[i / 2].error, "What happened.");
    g_autoptr (GBytes) bytes = g_bytes_new_static ("100", 3);
    g_autoptr (SevenExchange) exchange =
        seven_exchange_new ("", body_left, body_left ? 200 : 0, NULL, body_left ? bytes : NULL, 1, error);
    g_autoptr (SevenOutcome) outcome = seven_outcome_new (exchange, TRUE);

    g_assert_cmpint (
        seven_outcome_get_state (outcome), ==, body_left ? SEVEN_STATE_UNKNOWN : SEVEN_STATE_FAILED);
    g_assert_cmpint (seven_outcome_get_code (outcome), ==, NO);
    g_assert_cmpint (seven_outcome_get_gateway_code (outcome), ==, NO);
    g_assert_cmpint (seven_outcome_get_logto_verdict (outcome), ==, errors[i / 2].verdict);
    g_assert_cmpint (seven_outcome_get_remedy (outcome), ==, errors[i / 2].remedy);
    g_assert_false (seven_outcome_is_logto_wrong (outcome));
    g_assert_null (seven_outcome_get_reply (outcome));
    g_assert_nonnull (strstr (seven_outcome_get_explanation (outcome), "What happened."));
    g_assert_nonnull (strstr (
        seven_outcome_get_explanation (outcome), body_left ? "not known whether" : "Nothing was sent."));
    /* What Logto takes for an error may be an SMS that arrives. */
    g_assert_true ((strstr (seven_outcome_get_logto_detail (outcome), "that is wrong") != NULL) ==
        (body_left && errors[i / 2].verdict == SEVEN_LOGTO_ERROR));
    check_words (outcome);
  }
}

static void
test_codes (void)
{
  static const struct
  {
    int code;
    SevenState state;
    SevenLogtoVerdict verdict;
  } cases[] = {
    { 100, SEVEN_STATE_ACCEPTED, SEVEN_LOGTO_SUCCESS },
    { 101, SEVEN_STATE_REFUSED, SEVEN_LOGTO_SUCCESS },
    { 900, SEVEN_STATE_REFUSED, SEVEN_LOGTO_ERROR },
    { 603, SEVEN_STATE_REFUSED, SEVEN_LOGTO_SUCCESS },
    { 999, SEVEN_STATE_UNKNOWN, SEVEN_LOGTO_SUCCESS },
    { -7, SEVEN_STATE_UNKNOWN, SEVEN_LOGTO_SUCCESS },
    { G_MAXINT, SEVEN_STATE_UNKNOWN, SEVEN_LOGTO_SUCCESS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenOutcome) outcome = seven_outcome_new_for_code (cases[i].code);

    g_assert_cmpint (seven_outcome_get_state (outcome), ==, cases[i].state);
    g_assert_cmpint (seven_outcome_get_logto_verdict (outcome), ==, cases[i].verdict);
  }
}

/* A send is told what its code means to a send; an explanation does not know which call it was. */
static void
test_calls (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("902", 3);
  g_autoptr (SevenExchange) exchange = seven_exchange_new ("", TRUE, 200, NULL, bytes, 1, NULL);
  g_autoptr (SevenOutcome) send = seven_outcome_new (exchange, TRUE);
  g_autoptr (SevenOutcome) any = seven_outcome_new_for_code (902);

  g_assert_null (strstr (seven_outcome_get_explanation (send), "sending may work"));
  g_assert_nonnull (strstr (seven_outcome_get_explanation (any), "sending may work"));
}

/* What Logto tells, in words. */
static void
test_logto_words (void)
{
  static const struct
  {
    const char *body;
    const char *part;
  } cases[] = {
    { "100", "Logto would have said that the code was sent, and that is true." },
    { "900", "“900: InvalidApiKey”" },
    { "202", "“500 Internal server error”" },
    { "403", "although nothing was sent" },
    { "<html>", "although it is not known whether the SMS was sent" },
    { REPLY ("100", YES "," REFUSED ("202")), "although not every message was accepted" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenOutcome) outcome =
        seven_outcome_new_for_reply (cases[i].body, strlen (cases[i].body), 200);

    g_assert_nonnull (strstr (seven_outcome_get_logto_detail (outcome), cases[i].part));
  }
}

static void
test_names (void)
{
  static const struct
  {
    SevenState state;
    const char *name;
    int status;
  } states[] = {
    { SEVEN_STATE_ACCEPTED, "accepted", 0 },
    { SEVEN_STATE_PARTIAL, "partial", 1 },
    { SEVEN_STATE_REFUSED, "refused", 1 },
    { SEVEN_STATE_UNKNOWN, "unknown", 3 },
    { SEVEN_STATE_FAILED, "failed", 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++) {
    g_assert_cmpstr (seven_state_get_name (states[i].state), ==, states[i].name);
    g_assert_cmpint (seven_state_get_exit_status (states[i].state), ==, states[i].status);
  }
  g_assert_cmpstr (seven_logto_verdict_get_name (SEVEN_LOGTO_SUCCESS), ==, "success");
  g_assert_cmpstr (seven_logto_verdict_get_name (SEVEN_LOGTO_ERROR), ==, "error");
  g_assert_cmpstr (seven_logto_verdict_get_name (SEVEN_LOGTO_UNKNOWN), ==, "unknown");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outcome/replies", test_replies);
  g_test_add_func ("/outcome/message-error", test_message_error);
  g_test_add_func ("/outcome/exchanges", test_exchanges);
  g_test_add_func ("/outcome/errors", test_errors);
  g_test_add_func ("/outcome/codes", test_codes);
  g_test_add_func ("/outcome/calls", test_calls);
  g_test_add_func ("/outcome/logto-words", test_logto_words);
  g_test_add_func ("/outcome/names", test_names);

  return g_test_run ();
}
