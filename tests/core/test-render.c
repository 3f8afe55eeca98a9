/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-render.h"

#include <string.h>

typedef struct
{
  const char *content;
  const char *code;
  const char *rendered;
} Case;

static const Case cases[] = {
  { "{{code}} is your code.", "123456", "123456 is your code." },
  { "Code: {{code}}", "000000", "Code: 000000" },
  { "{{code}}", "1", "1" },
  { "{{code}}{{code}} {{code}}", "12", "1212 12" },
  { "", "123456", "" },
  { "no placeholder", "123456", "no placeholder" },
  { "a {{code}} b", "", "a  b" },
  /* near misses stay */
  { "{{ code }}", "123456", "{{ code }}" },
  { "{{Code}}", "123456", "{{Code}}" },
  { "{code}", "123456", "{code}" },
  { "{{code}", "123456", "{{code}" },
  { "${code}", "123456", "${code}" },
  { "%code%", "123456", "%code%" },
  { "{{link}} {{locale}}", "123456", "{{link}} {{locale}}" },
  { "{{{code}}}", "123456", "{123456}" },
  { "{{{{code}}}}", "123456", "{{123456}}" },
  { "{{code{{code}}", "123456", "{{code123456" },
  { "{{code}}}}", "123456", "123456}}" },
  /* what was put in is not looked at again, and means nothing */
  { "a{{code}}b", "{{code}}", "a{{code}}b" },
  { "{{co{{code}}de}}", "", "{{code}}" },
  { "{{code}}", "$& %s \\0", "$& %s \\0" },
  { "ß {{code}} 中 😀", "٣", "ß ٣ 中 😀" },
  { "{{code}}\r\n@acme.example #{{code}}", "123456", "123456\r\n@acme.example #123456" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *rendered = seven_render (cases[i].content, cases[i].code);

    g_assert_cmpstr (rendered, ==, cases[i].rendered);
  }
}

static void
test_long (void)
{
  const guint n = 128 * 1024;
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *rendered = NULL;

  for (guint i = 0; i < n; i++) {
    g_string_append (content, "{{code}}{{");
    g_string_append (expected, "123456{{");
  }
  rendered = seven_render (content->str, SEVEN_RENDER_SAMPLE_CODE);
  g_assert_cmpstr (rendered, ==, expected->str);
}

static void
test_codes (void)
{
  g_assert_cmpstr (SEVEN_RENDER_SAMPLE_CODE, ==, "123456");
  g_assert_cmpstr (SEVEN_RENDER_LOGTO_TEST_CODE, ==, "000000");
  g_assert_cmpstr (SEVEN_RENDER_PLACEHOLDER, ==, "{{code}}");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/cases", test_cases);
  g_test_add_func ("/render/long", test_long);
  g_test_add_func ("/render/codes", test_codes);
  return g_test_run ();
}
