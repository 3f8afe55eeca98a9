/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-autofill.h"

#include <string.h>

#define NONE SEVEN_AUTOFILL_NONE
#define EXACT SEVEN_AUTOFILL_EXACT
#define NEAR SEVEN_AUTOFILL_NEAR

static const struct
{
  const char *content;
  SevenAutofillKind kind;
  const char *host;
  const char *mended;
} lines[] = {
  { "", NONE, NULL, NULL },
  { "{{code}} is your code.", NONE, NULL, NULL },
  { "Mail to help@acme.example", NONE, NULL, NULL },
  { "{{code}}\n\n@acme.example #{{code}}", EXACT, "acme.example", NULL },
  { "@acme.example #{{code}}", EXACT, "acme.example", NULL },
  { "{{code}}\n@acme.example #{{code}} @embedded.example", EXACT, "acme.example", NULL },
  { "{{code}}\n@acme.example#{{code}}", NEAR, "acme.example", "@acme.example #{{code}}" },
  { "{{code}}\n@acme.example  #{{code}}", NEAR, "acme.example", "@acme.example #{{code}}" },
  { "{{code}}\n@https://acme.example #{{code}}", NEAR, "acme.example", "@acme.example #{{code}}" },
  { "{{code}}\n@acme.example #{{code}}.", NEAR, "acme.example", "@acme.example #{{code}}" },
  { "{{code}}\n@acme.example #{{code}}\n", NEAR, "acme.example", "@acme.example #{{code}}" },
  { "{{code}}\n@acme.example #123456", NEAR, "acme.example", "@acme.example #{{code}}" },
  { "{{code}} @acme.example #{{code}}", NEAR, "acme.example", "\n@acme.example #{{code}}" },
};

static void
test_lines (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_auto (SevenAutofill) autofill = { 0 };

    g_test_message ("“%s”", lines[i].content);
    seven_autofill_inspect (lines[i].content, strlen (lines[i].content), &autofill);
    g_assert_cmpint (autofill.kind, ==, lines[i].kind);
    g_assert_cmpstr (autofill.host, ==, lines[i].host);
    g_assert_cmpstr (autofill.mended, ==, lines[i].mended);
  }
}

static const struct
{
  const char *text;
  const char *hash; /* (nullable): none */
} hashes[] = {
  { "", NULL },
  { "123456 is your code.\nFA+9qCX9VSu", "FA+9qCX9VSu" },
  { "123456 is your code.\r\n\r\nFA+9qCX9VSu", "FA+9qCX9VSu" },
  { "123456 is your code.\nFA+9qCX9VSu\n", "FA+9qCX9VSu" },
  { "123456\nabcdefghijK", "abcdefghijK" },
  { "123456\n/ABCDEFGhij", "/ABCDEFGhij" },
  /* not in a line of its own */
  { "123456 is your code. FA+9qCX9VSu", NULL },
  { "FA+9qCX9VSu", NULL },
  { "FA+9qCX9VSu\n123456 is your code.", NULL },
  /* not 11 characters, or not Base64 */
  { "123456\nFA+9qCX9VS", NULL },
  { "123456\nFA+9qCX9VSuu", NULL },
  { "123456\nFA-9qCX9VSu", NULL },
  { "123456\nFA+9qCX9Vä", NULL },
  { "123456\nFA+9qCX9VS=", NULL },
  /* words and numbers */
  { "123456\ninformation", NULL },
  { "123456\nInformation", NULL },
  { "123456\nINFORMATION", NULL },
  { "123456\n44770090012", NULL },
};

static void
test_hashes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hashes); i++) {
    SevenRange range = { 0, 0 };
    g_autofree char *hash = NULL;

    g_test_message ("“%s”", hashes[i].text);
    g_assert_cmpint (seven_autofill_find_app_hash (hashes[i].text, strlen (hashes[i].text), &range), ==,
        hashes[i].hash != NULL);
    hash = g_strndup (hashes[i].text + range.start, range.end - range.start);
    g_assert_cmpstr (hash, ==, hashes[i].hash != NULL ? hashes[i].hash : "");
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/autofill/lines", test_lines);
  g_test_add_func ("/autofill/hashes", test_hashes);
  return g_test_run ();
}
