/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-rules.h"

#include <string.h>

#include "check-cases.h"

#define AT " /templates/0/content"

static const CheckCase content_cases[] = {
  { "content-empty", CONTENT ("\"\""), "3:1..3:3 error offer" AT,
      CONTENT ("\"{{code}} is your sign-in code.\"") },
  { "content-empty", CONTENT ("\" \\n\\u200b\\u0000\""), "3:1..3:18 error offer" AT,
      CONTENT ("\"{{code}} is your sign-in code.\"") },
  { "content-empty", CONTENT ("\".\""), "" },
  { "content-empty", CONTENT_OF ("Test", "\"\""), "3:1..3:3 info offer" AT,
      CONTENT_OF ("Test", "\"{{code}} is your test code.\"") },
  { "content-empty", CONTENT_OF ("signin", "\"\""), "3:1..3:3 info offer" AT,
      CONTENT_OF ("signin", "\"{{code}} is your verification code.\"") },
  { "code-missing", CONTENT ("\"\""), "" },
  { "content-placeholder", CONTENT ("\"<text - keep {{code}} placeholder>\""), "3:1..3:37 error offer" AT,
      CONTENT ("\"{{code}} is your sign-in code.\"") },
  { "content-placeholder", CONTENT ("\"<b>{{code}}</b>\""), "" },
  { "content-placeholder", CONTENT ("\"<#> {{code}}\""), "" },
  { "code-missing", CONTENT ("\"<text>\""), "" },
  { "code-near-miss", CONTENT ("\"<{{ code }}>\""), "" },
};

static const CheckCase code_cases[] = {
  { "code-near-miss", CONTENT ("\"{{code}} code code\""), "" },
  { "code-near-miss", CONTENT ("\"a {{ code }} b\""), "3:4..3:14 error safe" AT,
      CONTENT ("\"a {{code}} b\"") },
  { "code-near-miss", CONTENT ("\"{{Code}}\\u00e9\""), "3:2..3:10 error safe" AT,
      CONTENT ("\"{{code}}\\u00e9\"") },
  { "code-near-miss", CONTENT ("\"{{\\u00a0code\\n}}\""), "3:2..3:18 error safe" AT,
      CONTENT ("\"{{code}}\"") },
  { "code-near-miss", CONTENT ("\"{{ CODE }} {{code}}\""), "3:2..3:12 warning safe" AT,
      CONTENT ("\"{{code}} {{code}}\"") },
  { "code-near-miss", CONTENT ("\"{{ code }} {code} {{CODE}}\""),
      "3:2..3:12 error safe" AT "; 3:13..3:19 error offer" AT "; 3:20..3:28 error safe" AT,
      CONTENT ("\"{{code}} {code} {{code}}\"") },
  { "code-near-miss", CONTENT ("\"{code}\""), "3:2..3:8 error offer" AT, CONTENT ("\"{{code}}\"") },
  { "code-near-miss", CONTENT ("\"{{code}\""), "3:2..3:9 error offer" AT, CONTENT ("\"{{code}}\"") },
  { "code-near-miss", CONTENT ("\"{code}}\""), "3:2..3:9 error offer" AT, CONTENT ("\"{{code}}\"") },
  { "code-near-miss", CONTENT ("\"${code}\""), "3:2..3:9 error offer" AT, CONTENT ("\"{{code}}\"") },
  { "code-near-miss", CONTENT ("\"100 %code%\""), "3:6..3:12 error offer" AT, CONTENT ("\"100 {{code}}\"") },
  { "code-near-miss", CONTENT ("\"%code %\""), "" },
  { "code-near-miss", CONTENT ("\"{{{code}}}\""), "3:2..3:12 warning offer" AT, CONTENT ("\"{{code}}\"") },
  { "code-near-miss", CONTENT ("\"{{ code\""), "" },
  { "code-near-miss", CONTENT ("\"{{codes}} {{barcode}}\""), "" },
  { "code-near-miss", CONTENT ("\"{{ code }}\\ud800\""), "3:2..3:12 error offer" AT,
      CONTENT ("\"{{code}}\\ud800\"") },
  { "code-near-miss", CONTENT ("\"\\u0000{{ code }}\""), "3:8..3:18 error offer" AT,
      CONTENT ("\"\\u0000{{code}}\"") },
  { "code-near-miss", CONTENT_OF ("Test", "\"{{ code }}\""), "3:2..3:12 info safe" AT,
      CONTENT_OF ("Test", "\"{{code}}\"") },
  { "code-missing", CONTENT ("\"{{ code }}\""), "" },
  { "code-missing", CONTENT ("\"{{code}}\""), "" },
  { "code-missing", CONTENT ("\"Your code\""), "3:1..3:12 error offer" AT,
      CONTENT ("\"Your code {{code}}\"") },
  { "code-missing", CONTENT ("\"Your code:\\n\""), "3:1..3:15 error offer" AT,
      CONTENT ("\"Your code:\\n{{code}}\"") },
  { "code-missing", CONTENT ("\"{{codes}}\""), "3:1..3:12 error offer" AT,
      CONTENT ("\"{{codes}} {{code}}\"") },
  { "placeholder-literal", CONTENT ("\"{{code}}{{code}}\""), "" },
  { "placeholder-literal", CONTENT ("\"{{code}} {name} }} {{\""), "" },
  { "placeholder-literal", CONTENT ("\"Hi {{application.name}}, {{code}}\""), "3:5..3:25 warning offer" AT,
      CONTENT ("\"Hi, {{code}}\"") },
  { "placeholder-literal", CONTENT ("\"{{locale}} {{code}}{{#if x}}\""),
      "3:2..3:12 warning offer" AT "; 3:21..3:30 warning offer" AT, CONTENT ("\"{{code}}{{#if x}}\"") },
  { "placeholder-literal", CONTENT ("\"{{link}}\""), "3:2..3:10 warning none" AT },
  { "placeholder-literal", CONTENT ("\"{{link}} {{ code }}\""), "" },
};

static const CheckCase text_cases[] = {
  { "text-unicode", CONTENT ("\"{{code}} \\u00c7 \\u20ac\\n[]\""), "" },
  { "text-unicode", CONTENT ("\"It\\u2019s “{{code}}”\""), "3:4..3:10 warning safe" AT,
      CONTENT ("\"It's \\\"{{code}}\\\"\"") },
  { "text-unicode", CONTENT ("\"{{code}} 中\""), "3:11..3:12 warning none" AT },
  { "text-unicode", CONTENT ("\"{{code}} – 😀\""), "3:11..3:12 warning offer" AT,
      CONTENT ("\"{{code}} - 😀\"") },
  { "text-unicode", CONTENT ("\"{{code}}\\u200b\""), "3:10..3:16 warning safe" AT, CONTENT ("\"{{code}}\"") },
  { "text-unicode", CONTENT ("\"{{code}}\\u2019\\u0000\""), "" },
  { "text-unicode", CONTENT_OF ("Test", "\"{{code}}’\""), "3:10..3:11 info safe" AT,
      CONTENT_OF ("Test", "\"{{code}}'\"") },
  { "text-not-normalized", CONTENT ("\"{{code}} caf\\u00e9\""), "" },
  { "text-not-normalized", CONTENT ("\"{{code}} cafe\\u0301!\""), "3:14..3:21 warning safe" AT,
      CONTENT ("\"{{code}} café!\"") },
  { "text-not-normalized", CONTENT ("\"{{code}} \\u2126\""), "3:11..3:17 warning safe" AT,
      CONTENT ("\"{{code}} Ω\"") },
  { "text-line-ending", CONTENT ("\"{{code}}\\nx\""), "" },
  { "text-line-ending", CONTENT ("\"a\\rb\\r\\n{{code}}\\r\""), "3:3..3:5 warning safe" AT,
      CONTENT ("\"a\\nb\\n{{code}}\\n\"") },
  { "text-link", CONTENT ("\"{{code}} acme.example e.g. 1/2 https://\""), "" },
  { "text-link", CONTENT ("\"{{code}} (HTTPS://acme.example/x), Www.acme.example.\""),
      "3:12..3:34 warning none" AT "; 3:37..3:53 warning none" AT },
  { "text-link", CONTENT ("\"{{code}} bit.ly/abc\""), "3:11..3:21 warning none" AT },
  { "text-link", CONTENT ("\"{{code}} rabbit.ly/abc bit.ly\""), "" },
  { "text-link", CONTENT ("\"{{code}}\\n@acme.example #{{code}}\""), "" },
  { "text-link", CONTENT ("\"https://a.example\\n@acme.example #{{code}}\""), "3:2..3:19 warning none" AT },
  { "text-minutes", CONTENT ("\"{{code}} lives 10 minutes\""), "3:17..3:27 info none" AT },
  { "text-minutes", CONTENT ("\"{{code}} gilt zehn\\u00a0Minuten\""), "3:16..3:33 info none" AT },
  { "text-minutes", CONTENT ("\"{{code}}: 60-second\""), "3:12..3:21 info none" AT },
  { "text-minutes", CONTENT ("\"{{code}} 5min\""), "3:11..3:15 info none" AT },
  { "text-minutes", CONTENT ("\"{{code}} 10. Minutes 5 minutiae, in minutes\""), "" },
};

static const CheckCase autofill_cases[] = {
  { "autofill-near-miss", CONTENT ("\"{{code}}\\n@acme.example #{{code}}\""), "" },
  { "autofill-near-miss", CONTENT ("\"{{code}}\\n@acme.example #{{code}} @embedded.example\""), "" },
  { "autofill-near-miss", CONTENT ("\"{{code}} mail help@acme.example #1\""), "" },
  { "autofill-near-miss", CONTENT ("\"{{code}}\\n@acme on #social\""), "" },
  { "autofill-near-miss", CONTENT ("\"Your code #{{code}}\""), "" },
  { "autofill-near-miss", CONTENT ("\"{{code}}\\n@acme.example#{{code}}\""), "3:12..3:34 warning offer" AT,
      CONTENT ("\"{{code}}\\n@acme.example #{{code}}\"") },
  { "autofill-near-miss", CONTENT ("\"x\\n@acme.example  #{{code}}\""), "3:5..3:29 warning offer" AT,
      CONTENT ("\"x\\n@acme.example #{{code}}\"") },
  { "autofill-near-miss", CONTENT ("\"x\\n@acme.example\\t#{{code}}\""), "3:5..3:29 warning offer" AT,
      CONTENT ("\"x\\n@acme.example #{{code}}\"") },
  { "autofill-near-miss", CONTENT ("\"x\\r\\n@https://acme.example:443/in #{{code}}\""),
      "3:7..3:45 warning offer" AT, CONTENT ("\"x\\r\\n@acme.example #{{code}}\"") },
  { "autofill-near-miss", CONTENT ("\"x\\n@acme.example #{{code}}.\""), "3:5..3:29 warning offer" AT,
      CONTENT ("\"x\\n@acme.example #{{code}}\"") },
  { "autofill-near-miss", CONTENT ("\"x\\n@acme.example #{{code}}\\n\""), "3:5..3:30 warning offer" AT,
      CONTENT ("\"x\\n@acme.example #{{code}}\"") },
  { "autofill-near-miss", CONTENT ("\"x\\n@acme.example {{code}}\""), "3:5..3:27 warning offer" AT,
      CONTENT ("\"x\\n@acme.example #{{code}}\"") },
  { "autofill-near-miss", CONTENT ("\"x\\nacme.example #{{code}}\""), "3:5..3:27 warning offer" AT,
      CONTENT ("\"x\\n@acme.example #{{code}}\"") },
  { "autofill-near-miss", CONTENT ("\"x {{code}}\\n@acme.example #123456\""), "3:14..3:35 warning offer" AT,
      CONTENT ("\"x {{code}}\\n@acme.example #{{code}}\"") },
  { "autofill-near-miss", CONTENT ("\"x {{code}}. @acme.example #{{code}}\""), "3:13..3:37 warning offer" AT,
      CONTENT ("\"x {{code}}.\\n@acme.example #{{code}}\"") },
  { "autofill-near-miss", CONTENT ("\"x\\n@acme.example #{{ code }} @a.example\""),
      "3:5..3:41 warning offer" AT, CONTENT ("\"x\\n@acme.example #{{code}} @a.example\"") },
  { "autofill-near-miss", CONTENT ("\"x\\n@acme.example#{{code}}\\u0000\""), "" },
};

static void
test_content (void)
{
  run_check_cases (content_cases, G_N_ELEMENTS (content_cases));
}

static void
test_code (void)
{
  run_check_cases (code_cases, G_N_ELEMENTS (code_cases));
}

static void
test_text (void)
{
  run_check_cases (text_cases, G_N_ELEMENTS (text_cases));
}

static void
test_autofill (void)
{
  run_check_cases (autofill_cases, G_N_ELEMENTS (autofill_cases));
}

/* A text of so many characters besides its code. */
static char *
dup_config (guint n_characters, const char *character)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_characters; i++)
    g_string_append (text, character);
  return g_strdup_printf (CONTENT ("\"{{code}}%s\""), text->str);
}

static void
test_length (void)
{
  static const struct
  {
    guint n_characters;
    const char *character;
    const char *several;
    const char *too_long;
  } cases[] = {
    { 154, "x", "", "" },
    { 155, "x", "3:1..3:166 warning none" AT, "" },
    { 77, "€", "", "" },
    { 78, "€", "3:1..3:89 warning none" AT, "" },
    { 64, "ж", "", "" },
    { 65, "ж", "3:1..3:76 warning none" AT, "" },
    { 1514, "x", "3:1..3:1525 warning none" AT, "" },
    { 1515, "x", "", "3:1..3:1526 error none" AT },
    { 757, "😀", "3:1..3:768 warning none" AT, "" },
    { 758, "😀", "", "3:1..3:769 error none" AT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = dup_config (cases[i].n_characters, cases[i].character);
    CheckCase several = { "text-several-parts", text, cases[i].several };
    CheckCase too_long = { "text-too-long", text, cases[i].too_long };

    run_check_case (&several, NULL);
    run_check_case (&too_long, NULL);
  }
}

/* No fix makes a text too long. */
static void
test_limit (void)
{
  static const struct
  {
    const char *rule;
    const char *end;
    guint n_characters; /* so that the fix would pass the limit by one */
  } cases[] = {
    { "text-unicode", "…{{code}}", 1512 },
    { "code-missing", "", 1514 },
    { "autofill-near-miss", "\\n@a.example#{{code}}", 1502 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    for (guint longer = 0; longer < 2; longer++) {
      g_autofree char *filling = g_strnfill (cases[i].n_characters - 1 + longer, 'x');
      g_autofree char *text = g_strdup_printf (CONTENT ("\"%s%s\""), filling, cases[i].end);
      g_autoptr (SevenCheck) check = seven_check_text (text, -1, NULL);
      SevenProblem *problem = find_problem (check, cases[i].rule);

      g_test_message ("%s %u", cases[i].rule, longer);
      g_assert_nonnull (problem);
      g_assert_null (find_problem (check, "text-too-long"));
      if (longer)
        g_assert_cmpint (seven_problem_get_fix_kind (problem), ==, SEVEN_FIX_NONE);
      else
        g_assert_cmpint (seven_problem_get_fix_kind (problem), !=, SEVEN_FIX_NONE);
    }
  }
}

static void
test_messages (void)
{
  static const struct
  {
    const char *rule;
    const char *text;
    const char *message;
  } cases[] = {
    { "text-unicode", CONTENT ("\"{{code}}’\""), "“’” (U+2019) makes this message Unicode: 1 part" },
    { "text-unicode", CONTENT ("\"{{code}}\\u200b…\""),
        "U+200B and 1 more character make this message Unicode: 1 part" },
    { "text-unicode",
        CONTENT ("\"{{code}}–– 345678901234567890123456789012345678901234567890123456789012345\""),
        "“–” (U+2013) and 1 more character make this message Unicode: 2 parts instead of 1" },
    { "placeholder-literal", CONTENT ("\"{{a\\u001b[31m}}{{code}}\""),
        "“{{a\\u001b[31m}}” reaches the phone as it stands: the connector fills in {{code}} only" },
    { "member-unknown", "{\"a\\nb\": 1}", "The connector does not know “a\\u000ab” and ignores it" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenCheck) check = seven_check_text (cases[i].text, -1, NULL);
    SevenProblem *problem = find_problem (check, cases[i].rule);

    g_assert_nonnull (problem);
    g_assert_cmpstr (seven_problem_get_message (problem), ==, cases[i].message);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules-content/content", test_content);
  g_test_add_func ("/rules-content/code", test_code);
  g_test_add_func ("/rules-content/text", test_text);
  g_test_add_func ("/rules-content/length", test_length);
  g_test_add_func ("/rules-content/limit", test_limit);
  g_test_add_func ("/rules-content/autofill", test_autofill);
  g_test_add_func ("/rules-content/messages", test_messages);

  return g_test_run ();
}
