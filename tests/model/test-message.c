/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-message.h"

#include "model-test.h"

#define TEN "1234567890"
#define FORTY TEN TEN TEN TEN
#define SEVENTY FORTY TEN TEN TEN

typedef struct
{
  const char *name;
  const char *sender;
  const char *content;
  const char *text;
  const char *shown_sender;
  gboolean undefined;
  const char *details;
  gboolean warning;
} Case;

static const Case cases[] = {
  { "plain", "Acme", "{{code}} is your Acme sign-in code.", "482913 is your Acme sign-in code.", "Acme",
      FALSE, "33 of 160 · GSM-7 · 1 part", FALSE },
  { "no-sender", NULL, "{{code}}", "482913", "undefined", TRUE, "6 of 160 · GSM-7 · 1 part", FALSE },
  { "empty-sender", "", "{{code}}", "482913", "", TRUE, "6 of 160 · GSM-7 · 1 part", FALSE },
  { "unicode", "Acme", "It’s {{code}}", "It’s 482913", "Acme", FALSE, "11 of 70 · Unicode · 1 part", TRUE },
  { "verbatim", "Acme", "{{ code }} {{{code}}}", "{{ code }} {482913}", "Acme", FALSE,
      "25 of 160 · GSM-7 · 1 part", FALSE },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  SevenMessage *message = seven_message_new (3, "SignIn", test->sender, test->content, "482913");
  g_autofree char *description = NULL;

  assert_string (message, "text", test->text);
  assert_string (message, "sender", test->shown_sender);
  assert_boolean (message, "sender-undefined", test->undefined);
  assert_string (message, "details", test->details);
  assert_boolean (message, "warning", test->warning);
  assert_string (message, "title", "SignIn");
  assert_uint (message, "template", 3);
  assert_uint (message, "parts", 1);
  g_object_get (message, "description", &description, NULL);
  assert_contains (description, test->text);
  assert_contains (description, test->details);
  g_assert_finalize_object (message);
}

static void
assert_mark (
    SevenMessage *message, guint index, SevenMarkKind kind, gsize start, gsize end, const char *label)
{
  const SevenMark *mark = seven_message_get_mark (message, index);

  g_assert_cmpint (mark->kind, ==, kind);
  g_assert_cmpuint (mark->range.start, ==, start);
  g_assert_cmpuint (mark->range.end, ==, end);
  g_assert_cmpstr (mark->label, ==, label);
}

static void
test_marks (void)
{
  SevenMessage *message =
      seven_message_new (0, NULL, "Acme", "{{code}}’\xc2\xa0中\xe2\x80\x8b{{code}}{{code}}", "123456");

  g_assert_cmpuint (seven_message_get_n_marks (message), ==, 7);
  assert_mark (message, 0, SEVEN_MARK_CODE, 0, 6, NULL);
  assert_mark (message, 1, SEVEN_MARK_OFFENDER, 6, 9, "’ Right single quotation mark (U+2019) → '");
  assert_mark (message, 2, SEVEN_MARK_OFFENDER, 9, 11, "No-break space (U+00A0) → a space");
  assert_mark (message, 3, SEVEN_MARK_OFFENDER, 11, 14, "中 U+4E2D");
  assert_mark (message, 4, SEVEN_MARK_OFFENDER, 14, 17, "Zero width space (U+200B): can be left out");
  assert_mark (message, 5, SEVEN_MARK_CODE, 17, 23, NULL);
  assert_mark (message, 6, SEVEN_MARK_CODE, 23, 29, NULL);
  g_assert_finalize_object (message);
}

static void
test_parts (void)
{
  g_autofree char *filler = g_strnfill (300, 'x');
  g_autofree char *content = g_strconcat (filler, "{{code}}{{code}}", NULL);
  SevenMessage *message = seven_message_new (0, "Generic", "Acme", content, "123456");

  assert_uint (message, "parts", 3);
  assert_string (message, "details", "312 of 459 · GSM-7 · 3 parts");
  assert_boolean (message, "warning", TRUE);
  g_assert_cmpuint (seven_message_get_n_marks (message), ==, 4);
  assert_mark (message, 0, SEVEN_MARK_PART_END, 153, 153, "Part 2");
  assert_mark (message, 1, SEVEN_MARK_CODE, 300, 306, NULL);
  assert_mark (message, 2, SEVEN_MARK_PART_END, 306, 306, "Part 3");
  assert_mark (message, 3, SEVEN_MARK_CODE, 306, 312, NULL);
  g_assert_finalize_object (message);
}

static void
test_empty_code (void)
{
  SevenMessage *message = seven_message_new (0, "Generic", "Acme", "a{{code}}b{{code}}", "");

  assert_string (message, "text", "ab");
  g_assert_cmpuint (seven_message_get_n_marks (message), ==, 0);
  g_assert_finalize_object (message);
}

static const struct
{
  const char *content;
  const char *autofill;
  gboolean warning;
} autofills[] = {
  { "{{code}} is your code.", "", FALSE },
  { "{{code}} is your code.\n\n@acme.example #{{code}}",
      "Fills in by itself on iPhone and in Chrome for acme.example", FALSE },
  { "{{code}} is your code.\n\n@acme.example#{{code}}", "", FALSE },
  { "{{code}} is your code.\n\n@acme.example #123456", "", FALSE },
  { "{{code}} is your code.\nFA+9qCX9VSu", "Read by the Android app with the hash FA+9qCX9VSu", FALSE },
  { "There is no code.\nFA+9qCX9VSu", "", FALSE },
  { "{{code}} is your code.\nFA+9qCX9VS", "", FALSE },
  /* 128 + 1 + 11 bytes, and one more */
  { "{{code}}" SEVENTY FORTY "123456789012\nFA+9qCX9VSu", "Read by the Android app with the hash FA+9qCX9VSu",
      FALSE },
  { "{{code}}" SEVENTY FORTY "1234567890123\nFA+9qCX9VSu",
      "The Android app with the hash FA+9qCX9VSu may not read it: 141 bytes, and only 140 are sure to work",
      TRUE },
};

static void
test_autofill (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (autofills); i++) {
    SevenMessage *message = seven_message_new (0, "SignIn", "Acme", autofills[i].content, "482913");

    g_test_message ("“%s”", autofills[i].content);
    assert_string (message, "autofill", autofills[i].autofill);
    assert_boolean (message, "autofill-warning", autofills[i].warning);
    g_assert_finalize_object (message);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/message/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/message/marks", test_marks);
  g_test_add_func ("/message/parts", test_parts);
  g_test_add_func ("/message/empty-code", test_empty_code);
  g_test_add_func ("/message/autofill", test_autofill);

  return g_test_run ();
}
