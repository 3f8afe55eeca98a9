/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-return-code.h"

#include <string.h>

/* Every code of seven's, with the name that the connector's client has for it. */
static const struct
{
  int code;
  SevenRemedy remedy;
  const char *client_name;
} codes[] = {
  { 11, SEVEN_REMEDY_NONE, NULL },
  { 100, SEVEN_REMEDY_NONE, NULL },
  { 101, SEVEN_REMEDY_NONE, NULL },
  { 201, SEVEN_REMEDY_SENDER, "InvalidCountryCode" },
  { 202, SEVEN_REMEDY_RECIPIENT, "InvalidRecipientNumber" },
  { 300, SEVEN_REMEDY_API_KEY, "MissingAuthentication" },
  { 301, SEVEN_REMEDY_RECIPIENT, "MissingParameterTo" },
  { 304, SEVEN_REMEDY_NONE, "MissingParameterType" },
  { 305, SEVEN_REMEDY_TEXT, "MissingParameterText" },
  { 306, SEVEN_REMEDY_SENDER, "InvalidSender" },
  { 307, SEVEN_REMEDY_NONE, "MissingParameterUrl" },
  { 308, SEVEN_REMEDY_NONE, NULL },
  { 400, SEVEN_REMEDY_NONE, "InvalidType" },
  { 401, SEVEN_REMEDY_TEXT, "ParameterLongExceedsCharLimit" },
  { 402, SEVEN_REMEDY_WAIT, "PreventedByReloadLock" },
  { 403, SEVEN_REMEDY_RECIPIENT, NULL },
  { 500, SEVEN_REMEDY_ACCOUNT, "InsufficientCredits" },
  { 600, SEVEN_REMEDY_NONE, "CarrierFailed" },
  { 603, SEVEN_REMEDY_ACCOUNT, NULL },
  { 700, SEVEN_REMEDY_NONE, "UnknownError" },
  { 801, SEVEN_REMEDY_NONE, "MissingLogoFile" },
  { 802, SEVEN_REMEDY_NONE, "NonExistingLogoFile" },
  { 803, SEVEN_REMEDY_NONE, "MissingRingTone" },
  { 900, SEVEN_REMEDY_API_KEY, "InvalidApiKey" },
  { 901, SEVEN_REMEDY_ACCOUNT, "InvalidMessageId" },
  { 902, SEVEN_REMEDY_ACCOUNT, "DeactivatedApi" },
  { 903, SEVEN_REMEDY_ACCOUNT, "DisallowedIp" },
};

static void
test_table (void)
{
  guint n = 0;
  const SevenReturnCode *all = seven_return_code_get_all (&n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (codes));
  for (guint i = 0; i < n; i++) {
    const SevenReturnCode *code = seven_return_code_find (codes[i].code);

    g_assert_true (code == &all[i]);
    g_assert_cmpint (code->code, ==, codes[i].code);
    g_assert_cmpint (code->remedy, ==, codes[i].remedy);
    g_assert_cmpstr (code->client_name, ==, codes[i].client_name);
    g_assert_cmpuint (strlen (seven_return_code_get_title (code)), >, 0);
    g_assert_true (g_str_has_suffix (seven_return_code_get_meaning (code, SEVEN_CALL_ANY), "."));
  }
}

static void
test_unknown (void)
{
  static const int unknown[] = { -1, 0, 1, 10, 99, 102, 200, 302, 404, 429, 604, 800, 904, 999, 1000,
    G_MAXINT, G_MININT };

  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_null (seven_return_code_find (unknown[i]));
}

/* What is refused and can be mended says how. */
static void
test_advice (void)
{
  guint n = 0;
  const SevenReturnCode *all = seven_return_code_get_all (&n);

  for (guint i = 0; i < n; i++) {
    if (all[i].remedy != SEVEN_REMEDY_NONE)
      g_assert_nonnull (seven_return_code_get_advice (&all[i], SEVEN_CALL_ANY));
  }
  g_assert_null (seven_return_code_get_advice (seven_return_code_find (100), SEVEN_CALL_ANY));
}

/* 901, 902 and 903 say one thing to a send and another to other calls. */
static void
test_calls (void)
{
  static const struct
  {
    int code;
    SevenCall call;
    const char *part;
    const char *not_part;
  } cases[] = {
    { 901, SEVEN_CALL_ANY, "message ID", NULL },
    { 901, SEVEN_CALL_SEND, "signed requests", "message ID" },
    { 901, SEVEN_CALL_OTHER, "this program", "message ID" },
    { 902, SEVEN_CALL_ANY, "sending may work", NULL },
    { 902, SEVEN_CALL_SEND, "scope “SMS” is missing", "sending may work" },
    { 902, SEVEN_CALL_OTHER, "sending may work", "“SMS”" },
    { 903, SEVEN_CALL_ANY, "another address than the Logto server", NULL },
    { 903, SEVEN_CALL_SEND, "The Logto server has another address", NULL },
    { 903, SEVEN_CALL_OTHER, "The Logto server calls from another address", NULL },
    { 900, SEVEN_CALL_SEND, "Authentication failed", NULL },
    { 900, SEVEN_CALL_OTHER, "Authentication failed", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SevenReturnCode *code = seven_return_code_find (cases[i].code);
    const char *meaning = seven_return_code_get_meaning (code, cases[i].call);

    g_assert_nonnull (strstr (meaning, cases[i].part));
    if (cases[i].not_part != NULL)
      g_assert_null (strstr (meaning, cases[i].not_part));
  }
  g_assert_nonnull (
      strstr (seven_return_code_get_advice (seven_return_code_find (902), SEVEN_CALL_SEND), "“SMS”"));
  g_assert_null (
      strstr (seven_return_code_get_advice (seven_return_code_find (902), SEVEN_CALL_OTHER), "“SMS”"));
  g_assert_nonnull (strstr (seven_return_code_get_advice (seven_return_code_find (900), SEVEN_CALL_OTHER),
      "calls from another address"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/return-code/table", test_table);
  g_test_add_func ("/return-code/unknown", test_unknown);
  g_test_add_func ("/return-code/advice", test_advice);
  g_test_add_func ("/return-code/calls", test_calls);

  return g_test_run ();
}
