/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-language.h"

#include <string.h>

#include "seven-rules.h"
#include "seven-sms-text.h"

static const struct
{
  const char *contents[3];
  SevenLanguage language;
} guesses[] = {
  { { NULL }, SEVEN_LANGUAGE_PROGRAM },
  { { "" }, SEVEN_LANGUAGE_PROGRAM },
  { { "{{code}}" }, SEVEN_LANGUAGE_ENGLISH },
  { { "{{code}} is your Acme code." }, SEVEN_LANGUAGE_ENGLISH },
  { { "Ihr Code: {{code}}" }, SEVEN_LANGUAGE_GERMAN },
  { { "{{code}} ist Ihr Bestätigungscode." }, SEVEN_LANGUAGE_GERMAN },
  { { "Dein Code für die Anmeldung LAUTET {{code}}" }, SEVEN_LANGUAGE_GERMAN },
  { { "Ihr Code: {{code}}", "Ihre Nummer: {{code}}", "{{code}} is new" }, SEVEN_LANGUAGE_GERMAN },
  { { "Ihr Code: {{code}}", "{{code}} is your code for the account." }, SEVEN_LANGUAGE_ENGLISH },
  { { "Votre code : {{code}}" }, SEVEN_LANGUAGE_ENGLISH },
};

static SevenConfig *
create_config (const char *const *contents)
{
  g_autoptr (GString) text = g_string_new ("{\"apiKey\": \"k\", \"from\": \"Acme\", \"templates\": [");

  for (guint i = 0; i < 3 && contents[i] != NULL; i++)
    g_string_append_printf (
        text, "%s{\"usageType\": \"Register\", \"content\": \"%s\"}", i > 0 ? "," : "", contents[i]);
  g_string_append (text, "]}");

  return seven_config_parse (text->str, -1, NULL, NULL);
}

static void
test_guess (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++) {
    g_autoptr (SevenConfig) config = create_config (guesses[i].contents);

    g_test_message ("%s", guesses[i].contents[0] != NULL ? guesses[i].contents[0] : "nothing");
    g_assert_cmpint (seven_language_guess (config), ==, guesses[i].language);
  }
}

static void
test_texts (void)
{
  for (guint usage = 0; usage < SEVEN_N_USAGES; usage++)
    for (guint language = SEVEN_LANGUAGE_PROGRAM; language <= SEVEN_LANGUAGE_GERMAN; language++) {
      const char *text = seven_language_get_standard_text ((SevenLanguage) language, (SevenUsageType) usage);
      g_autoptr (SevenSmsText) sms = seven_sms_text_new (text);

      g_assert_nonnull (strstr (text, "{{code}}"));
      g_assert_cmpint (seven_sms_text_get_encoding (sms), ==, SEVEN_ENCODING_GSM);
      g_assert_cmpuint (seven_sms_text_get_n_parts (sms), ==, 1);
    }
}

/* The fix of an uncovered flow speaks as the templates do. */
static void
test_fix (void)
{
  const char *const contents[] = { "Ihr Code: {{code}}", NULL, NULL };
  g_autoptr (SevenConfig) config = create_config (contents);
  const SevenCheckOptions options = { SEVEN_FLOWS_ALL, FALSE };
  g_autoptr (SevenCheck) check =
      seven_check_text (seven_json_get_text (seven_config_get_json (config), NULL), -1, &options);
  GPtrArray *problems = seven_check_get_problems (check);
  guint n_added = 0;

  for (guint i = 0; i < problems->len; i++) {
    SevenProblem *problem = g_ptr_array_index (problems, i);
    g_autoptr (SevenSplice) splice = NULL;

    if (!g_str_equal (seven_problem_get_rule (problem), "usage-uncovered"))
      continue;
    splice = seven_check_fix (check, problem);
    g_assert_nonnull (strstr (splice->inserted, "{{code}} ist Ihr "));
    n_added++;
  }
  g_assert_cmpuint (n_added, ==, SEVEN_N_FLOWS - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/guess", test_guess);
  g_test_add_func ("/language/texts", test_texts);
  g_test_add_func ("/language/fix", test_fix);

  return g_test_run ();
}
