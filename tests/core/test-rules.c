/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-rules.h"

#include <string.h>

#include "check-cases.h"

static const CheckCase json_cases[] = {
  { "json-syntax", "", "1:1..1:1 error none " },
  { "json-syntax", "{}", "" },
  { "json-syntax", "\xef\xbb\xbf{}", "1:1..1:2 error safe ", "{}" },
  { "json-syntax", "{\"a\": [1, 2,],\n}", "1:12..1:13 error safe ", "{\"a\": [1, 2]\n}" },
  { "json-syntax", "{\"a\": \",]\" ,}", "1:12..1:13 error safe ", "{\"a\": \",]\" }" },
  { "json-syntax", "{} ,", "1:4..1:5 error safe ", "{} " },
  { "json-syntax", "{'a': 'it is \"so\"'}", "1:2..1:3 error offer ", "{\"a\": \"it is \\\"so\\\"\"}" },
  { "json-syntax", "{\"a\": “b”, ‘c’: 1}", "1:7..1:8 error offer ", "{\"a\": \"b\", \"c\": 1}" },
  { "json-syntax", "{\"a\": \"b”, \"c\": \"d\"}", "1:9..1:10 error offer ", "{\"a\": \"b\", \"c\": \"d\"}" },
  { "json-syntax", "{} // x", "1:4..1:8 error none " },
  { "json-syntax", "{\r\n\"a\": NaN}", "2:6..2:9 error none " },
  { "json-syntax", "{\"é\": 1} 2", "1:10..1:11 error none " },
  { "json-duplicate-member", "{\"a\": 1, \"b\": 2}", "" },
  { "json-duplicate-member", "{\"a\": 1, \"b\": {\"a\": 1}}", "" },
  { "json-duplicate-member", "{\n  \"a\": 1,\n  \"b\": 2,\n  \"a\": 3,\n  \"a\": 4\n}",
      "2:3..2:6 warning offer /a; 4:3..4:6 warning offer /a", "{\n  \"b\": 2,\n  \"a\": 4\n}" },
  { "json-duplicate-member", "[{\"x\": {\"\\u0061\": 1, \"a\": 2}}]", "1:9..1:17 warning offer /0/x/a",
      "[{\"x\": {\"a\": 2}}]" },
  { "json-duplicate-member", "{\"a\\u0000\": 1, \"a\\u0001\": 2}", "" },
  { "json-duplicate-member", "{\"\\ud800\": 1, \"\\udfff\": 2}", "" },
  { "json-lone-surrogate", "[\"\\ud83d\\ude00\", \"\xef\xbf\xbd\"]", "" },
  { "json-lone-surrogate", "[\"x\\ud83d\", {\"\\udc00\": 1}]",
      "1:4..1:10 error none /0; 1:15..1:21 error none /1/\xef\xbf\xbd" },
  { "json-nul", "[\"\\\\u0000\"]", "" },
  { "json-nul", "[\"a\\u0000b\\\\u0000c\\u0000\"]", "1:4..1:10 error offer /0", "[\"ab\\\\u0000c\"]" },
  { "json-nul", "{\"a\\u0000\": 1}", "1:4..1:10 error offer /a", "{\"a\": 1}" },
  { "json-nul", "{\"a\\u0000\": 1, \"a\": 2}", "1:4..1:10 error none /a" },
  { "json-nul", "{\"\\u0000apiKey\": 1}", "1:3..1:9 error none /" },
  { "not-an-object", "{}", "" },
  { "not-an-object", " [1]", "1:2..1:5 error none " },
  { "not-an-object", "null", "1:1..1:5 error none " },
  { "api-key-missing", "[1]", "" },
};

static const CheckCase member_cases[] = {
  { "member-unknown", "{\"apiKey\": \"k\", \"from\": \"A\", \"templates\": []}", "" },
  { "member-unknown", "{\"team\": {\"apikey\": 1}}", "1:2..1:8 info none /team" },
  { "member-unknown", "{\"apikey\": \"k\"}", "1:2..1:10 warning offer /apikey", "{\"apiKey\": \"k\"}" },
  { "member-unknown", "{\"apikey\": \"k\", \"apiKey\": \"k\"}", "1:2..1:10 info none /apikey" },
  { "member-unknown", "{\"apikeys\": \"k\"}", "1:2..1:11 info none /apikeys" },
  { "member-unknown", "{\"apikey\": 5}", "1:2..1:10 warning none /apikey" },
  { "member-unknown", "{\"form\": \"Acme\"}", "1:2..1:8 warning offer /form", "{\"from\": \"Acme\"}" },
  { "member-unknown", "{\"form\": \"\"}", "1:2..1:8 warning none /form" },
  { "member-unknown", "{\"for\": \"Acme\"}", "1:2..1:7 info none /for" },
  { "member-unknown", "{\"template\": [1]}", "1:2..1:12 warning offer /template", "{\"templates\": [1]}" },
  { "member-unknown", "{\"template\": []}", "1:2..1:12 warning none /template" },
  { "member-unknown", TEMPLATE ("{\"useageType\":\"Test\",\"content\":\"\",\"apikey\":\"\"}"),
      "2:3..2:15 warning offer /templates/0/useageType; 2:36..2:44 info none /templates/0/apikey",
      TEMPLATE ("{\"usageType\":\"Test\",\"content\":\"\",\"apikey\":\"\"}") },
  { "member-unknown", "{\"a/b~\": 1}", "1:2..1:8 info none /a~1b~0" },
  { "member-unknown", "{\"__proto__\": {\"apiKey\": \"k\"}}", "1:2..1:13 info none /__proto__" },
};

static const CheckCase key_cases[] = {
  { "api-key-missing", "{\n}", "1:1..1:2 error offer ", "{\n  \"apiKey\": \"<your-api-key>\"\n}" },
  { "api-key-missing", "{\"from\": \"A\"}", "1:1..1:2 error offer ",
      "{\"apiKey\": \"<your-api-key>\", \"from\": \"A\"}" },
  { "api-key-missing", KEY ("null"), "" },
  { "api-key-not-string", KEY ("null"), "2:1..2:5 error none /apiKey" },
  { "api-key-not-string", KEY ("12"), "2:1..2:3 error none /apiKey" },
  { "api-key-not-string", KEY ("\"12\""), "" },
  { "api-key-not-string", "{}", "" },
  { "api-key-empty", KEY ("\"\""), "2:1..2:3 error go /apiKey" },
  { "api-key-empty", KEY ("\" \\n\\u0000\""), "2:1..2:12 error go /apiKey" },
  { "api-key-empty", KEY ("\"x\""), "" },
  { "api-key-whitespace", KEY ("\"  \""), "" },
  { "api-key-placeholder", KEY ("\"<your-api-key>\""), "2:1..2:17 warning go /apiKey" },
  { "api-key-placeholder", KEY ("\" <x> \""), "2:1..2:8 warning go /apiKey" },
  { "api-key-placeholder", KEY ("\"<x\""), "" },
  { "api-key-placeholder", KEY ("\"<>\""), "" },
  { "api-key-character", KEY ("\"ab\\ncd\""), "2:4..2:6 error none /apiKey" },
  { "api-key-character", KEY ("\"ab\\u0000\""), "2:4..2:10 error none /apiKey" },
  { "api-key-character", KEY ("\"ké…y\""), "2:4..2:5 error none /apiKey" },
  { "api-key-character", KEY ("\"ké\\ty\\r\\n\""), "" },
  { "api-key-character", KEY ("\"k\\u007f\""), "2:3..2:9 error none /apiKey" },
  { "api-key-whitespace", KEY ("\"\\n\\u00e9 b\\t \""), "2:1..2:16 warning safe /apiKey",
      KEY ("\"\\u00e9 b\"") },
  { "api-key-whitespace", KEY ("\"k \\ud800\\n\""), "2:1..2:13 warning safe /apiKey", KEY ("\"k \\ud800\"") },
  { "api-key-whitespace", KEY ("\"a b\""), "" },
};

static const CheckCase sender_cases[] = {
  { "sender-not-string", SENDER ("null"), "2:1..2:5 error offer /from",
      "{\"apiKey\":\"k\"\n,\"templates\":[]}" },
  { "sender-not-string", SENDER ("\"null\""), "" },
  { "sender-missing", "{\"apiKey\": \"k\", \"templates\": []}", "1:1..1:2 warning offer ",
      "{\"apiKey\": \"k\", \"from\": \"<your-sender-id>\", \"templates\": []}" },
  { "sender-missing", SENDER ("\"\""), "2:1..2:3 warning offer /from", SENDER ("\"<your-sender-id>\"") },
  { "sender-missing", SENDER ("null"), "" },
  { "sender-missing", SENDER ("\" \""), "" },
  { "sender-blank", SENDER ("\"\""), "" },
  { "sender-placeholder", SENDER ("\"<from>\""), "2:1..2:9 warning go /from" },
  { "sender-placeholder", SENDER ("\"from\""), "" },
  { "sender-character", SENDER ("\"<from>\""), "" },
  { "sender-too-long", SENDER ("\"<your-sender-id>\""), "" },
  { "sender-not-portable", SENDER ("\"<from>\""), "" },
  { "sender-blank", SENDER ("\" - \""), "2:1..2:6 error none /from" },
  { "sender-blank", SENDER ("\" a \""), "" },
  { "sender-not-portable", SENDER ("\" - \""), "" },
  { "sender-too-long", SENDER ("\"Acme Company\""), "2:1..2:15 error none /from" },
  { "sender-too-long", SENDER ("\"Acme Compan\""), "" },
  { "sender-too-long", SENDER ("\"4477009001234567\""), "" },
  { "sender-too-long", SENDER ("\"+447700900123456\""), "" },
  { "sender-too-long", SENDER ("\"44770090012345678\""), "2:1..2:20 error none /from" },
  { "sender-too-long", SENDER ("\"44770090012a\""), "2:1..2:15 error none /from" },
  { "sender-character", SENDER ("\"M\\u00fcller\""), "2:3..2:9 error offer /from", SENDER ("\"Muller\"") },
  { "sender-character", SENDER ("\"Acme\\u0000\""), "2:6..2:12 error offer /from", SENDER ("\"Acme\"") },
  { "sender-character", SENDER ("\"中文\""), "2:2..2:3 error none /from" },
  { "sender-character", SENDER ("\"A & B-C_d!\""), "" },
  { "sender-not-portable", SENDER ("\"M\\u00fcller\""), "" },
  { "sender-not-portable", SENDER ("\"Acme!\""), "2:1..2:8 info none /from" },
  { "sender-not-portable", SENDER ("\"447700900123\""), "2:1..2:15 info none /from" },
  { "sender-not-portable", SENDER ("\"4you\""), "2:1..2:7 info none /from" },
  { "sender-not-portable", SENDER ("\"A & B-C_d\""), "" },
};

static const CheckCase shape_cases[] = {
  { "templates-not-array", TEMPLATES ("[]"), "" },
  { "templates-missing", "{\"templates\": null}", "" },
  { "templates-empty", TEMPLATES ("[1]"), "" },
  { "template-not-object", TEMPLATES ("[{}]"), "" },
  { "template-not-object", TEMPLATES ("[null, {}, [1]]"),
      "2:2..2:6 error none /templates/0; 2:12..2:15 error none /templates/2" },
  { "content-missing", TEMPLATE ("{}"), "2:2..2:3 error none /templates/0" },
  { "content-missing", TEMPLATE ("{\"content\":1}"), "" },
  { "content-missing", TEMPLATE ("1"), "" },
  { "content-not-string", TEMPLATE ("{\"content\":1}"), "2:13..2:14 error none /templates/0/content" },
  { "content-not-string", TEMPLATE ("{\"content\":\"1\"}"), "" },
  { "content-not-string", TEMPLATE ("{\"content\":\"1\",\"content\":[]}"),
      "2:27..2:29 error none /templates/0/content" },
  { "usage-missing", TEMPLATE ("{\"content\":\"1\"}"), "2:2..2:3 error none /templates/0" },
  { "usage-missing", USAGE ("null"), "" },
  { "usage-not-string", USAGE ("null"), "3:1..3:5 error none /templates/0/usageType" },
  { "usage-not-string", USAGE ("\"SignIn\""), "" },
};

static const CheckCase usage_cases[] = {
  { "usage-empty", USAGE ("\"\""), "3:1..3:3 error go /templates/0/usageType" },
  { "usage-empty", USAGE ("\" \""), "" },
  { "usage-unknown", USAGE ("\"\""), "" },
  { "usage-unknown", USAGE ("\"SignIn\""), "" },
  { "usage-unknown", USAGE ("\"signin\""), "3:1..3:9 warning safe /templates/0/usageType",
      USAGE ("\"SignIn\"") },
  { "usage-unknown", USAGE ("\"Sign\\u0049n\""), "" },
  { "usage-unknown", USAGE ("\"SingIn\""), "3:1..3:9 warning offer /templates/0/usageType",
      USAGE ("\"SignIn\"") },
  { "usage-unknown", USAGE ("\"Newsletter\""), "3:1..3:13 warning none /templates/0/usageType" },
  { "usage-unknown", USAGE ("\"SignIn\\u0000\""), "3:1..3:15 warning offer /templates/0/usageType",
      USAGE ("\"SignIn\"") },
  { "usage-unknown", TEMPLATES ("[{\"usageType\":\"SignIn\"},{\"usageType\":\"signin\"}]"),
      "2:38..2:46 warning offer /templates/1/usageType",
      TEMPLATES ("[{\"usageType\":\"SignIn\"},{\"usageType\":\"SignIn\"}]") },
  { "usage-unknown", TEMPLATES ("[{\"usageType\":\"signIn\"},{\"usageType\":\"signin\"}]"),
      "2:15..2:23 warning safe /templates/0/usageType; 2:38..2:46 warning offer /templates/1/usageType",
      TEMPLATES ("[{\"usageType\":\"SignIn\"},{\"usageType\":\"signin\"}]") },
  { "usage-never-sent", USAGE ("\"SignIn\""), "" },
  { "usage-never-sent", USAGE ("\"Test\""), "3:1..3:7 info offer /templates/0/usageType",
      USAGE ("\"Generic\"") },
  { "usage-never-sent", USAGE ("\"OrganizationInvitation\""), "3:1..3:25 info none /templates/0/usageType" },
  { "usage-never-sent", TEMPLATES ("[{\"usageType\":\"Test\"},{\"usageType\":\"Generic\"}]"),
      "2:15..2:21 info none /templates/0/usageType" },
  { "usage-duplicate", TEMPLATES ("[{\"usageType\":\"A\"}, {\"usageType\":\"B\"}, {\"usageType\":\"A\"}]"),
      "2:53..2:56 warning offer /templates/2/usageType",
      TEMPLATES ("[{\"usageType\":\"A\"}, {\"usageType\":\"B\"}]") },
  { "usage-duplicate", TEMPLATES ("[{\"usageType\":\"A\"},{\"usageType\":\"a\"}]"), "" },
  { "usage-duplicate", TEMPLATES ("[{\"usageType\":\"\"},{\"usageType\":\"\"}]"), "" },
  { "usage-uncovered", TEMPLATES ("[]"), "" },
  { "usage-uncovered", TEMPLATES ("{}"), "" },
  { "usage-uncovered", "{}", "" },
};

static void
test_json (void)
{
  run_check_cases (json_cases, G_N_ELEMENTS (json_cases));
}

static void
test_members (void)
{
  run_check_cases (member_cases, G_N_ELEMENTS (member_cases));
}

static void
test_key (void)
{
  run_check_cases (key_cases, G_N_ELEMENTS (key_cases));
}

static void
test_keyring (void)
{
  SevenCheckOptions options = { SEVEN_FLOWS_ALL, TRUE };
  CheckCase silent = { "api-key-placeholder", KEY ("\"<your-api-key>\""), "" };
  CheckCase missing = { "api-key-empty", KEY ("\"\""), "2:1..2:3 error go /apiKey" };

  run_check_case (&silent, &options);
  run_check_case (&missing, &options);
}

static void
test_sender (void)
{
  run_check_cases (sender_cases, G_N_ELEMENTS (sender_cases));
}

static void
test_shape (void)
{
  run_check_cases (shape_cases, G_N_ELEMENTS (shape_cases));
}

static void
test_usage (void)
{
  run_check_cases (usage_cases, G_N_ELEMENTS (usage_cases));
}

/* Each of these becomes the eight templates that Logto asks for. */
static void
test_standard_set (void)
{
  static const struct
  {
    const char *rule;
    const char *text;
    const char *expected;
  } cases[] = {
    { "templates-missing", "{\"apiKey\":\"k\",\"from\":\"A\"}", "1:1..1:2 error offer " },
    { "templates-not-array", TEMPLATES ("{}"), "2:1..2:3 error offer /templates" },
    { "templates-empty", TEMPLATES ("[ ]"), "2:1..2:4 error offer /templates" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenCheck) check = seven_check_text (cases[i].text, -1, NULL);
    g_autoptr (SevenCheck) after = NULL;
    g_autofree char *found = describe_check (check, cases[i].rule);
    g_autoptr (SevenSplice) splice = NULL;
    g_autofree char *fixed = NULL;

    g_assert_cmpstr (found, ==, cases[i].expected);
    splice = seven_check_fix (check, find_problem (check, cases[i].rule));
    fixed = seven_splice_apply (splice, cases[i].text, strlen (cases[i].text));
    after = seven_check_text (fixed, -1, NULL);
    g_assert_cmpuint (seven_check_get_problems (after)->len, ==, 0);
    g_assert_cmpuint (seven_check_count_covered_flows (after), ==, 8);
    g_assert_true (seven_config_is_accepted (seven_check_get_config (after)));
  }
}

static SevenProblem *
find_uncovered (SevenCheck *check, SevenUsageType usage)
{
  GPtrArray *problems = seven_check_get_problems (check);

  for (guint i = 0; i < problems->len; i++)
    if (seven_problem_get_usage (g_ptr_array_index (problems, i)) == (int) usage)
      return g_ptr_array_index (problems, i);
  return NULL;
}

static void
test_uncovered (void)
{
  const char *text = CONTENT_OF ("Generic", "\"{{code}} at Acme\"");
  SevenCheckOptions options = { SEVEN_FLOWS_ALL & ~(1u << SEVEN_USAGE_REGISTER), FALSE };
  g_autoptr (SevenCheck) check = seven_check_text (text, -1, &options);
  g_autofree char *found = describe_check (check, "usage-uncovered");
  g_autoptr (SevenSplice) splice = NULL;
  g_autofree char *fixed = NULL;

  g_assert_cmpstr (found, ==,
      "2:1..2:2 error offer /templates; 2:1..2:2 error offer /templates; "
      "2:1..2:2 warning offer /templates; 2:1..2:2 warning offer /templates; "
      "2:1..2:2 warning offer /templates; 2:1..2:2 warning offer /templates; "
      "2:1..2:2 info offer /templates");
  g_assert_null (find_uncovered (check, SEVEN_USAGE_GENERIC));
  g_assert_cmpint (
      seven_problem_get_severity (find_uncovered (check, SEVEN_USAGE_REGISTER)), ==, SEVEN_SEVERITY_INFO);
  g_assert_cmpuint (seven_check_count_covered_flows (check), ==, 1);
  g_assert_cmpint (seven_check_get_flow_template (check, SEVEN_USAGE_GENERIC), ==, 0);
  g_assert_cmpint (seven_check_get_flow_template (check, SEVEN_USAGE_SIGN_IN), ==, -1);

  splice = seven_check_fix (check, find_uncovered (check, SEVEN_USAGE_BIND_MFA));
  fixed = seven_splice_apply (splice, text, strlen (text));
  g_assert_nonnull (strstr (fixed, "\"usageType\":\"BindMfa\""));
  g_assert_nonnull (strstr (fixed, "\"content\":\"{{code}} at Acme\""));
}

/* A Generic text with something wrong in it is not handed on. */
static void
test_uncovered_standard (void)
{
  const char *text = CONTENT_OF ("Generic", "\"{{code}} at Acme, 10 minutes\"");
  g_autoptr (SevenCheck) check = seven_check_text (text, -1, NULL);
  g_autoptr (SevenSplice) splice = seven_check_fix (check, find_uncovered (check, SEVEN_USAGE_SIGN_IN));

  g_assert_nonnull (splice);
  g_assert_nonnull (strstr (splice->inserted, seven_usage_get_standard_text (SEVEN_USAGE_SIGN_IN)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/json", test_json);
  g_test_add_func ("/rules/members", test_members);
  g_test_add_func ("/rules/key", test_key);
  g_test_add_func ("/rules/keyring", test_keyring);
  g_test_add_func ("/rules/sender", test_sender);
  g_test_add_func ("/rules/shape", test_shape);
  g_test_add_func ("/rules/usage", test_usage);
  g_test_add_func ("/rules/standard-set", test_standard_set);
  g_test_add_func ("/rules/uncovered", test_uncovered);
  g_test_add_func ("/rules/uncovered-standard", test_uncovered_standard);

  return g_test_run ();
}
