/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-rules.h"

#include <string.h>

#include "check-cases.h"

static void
test_all_safe (void)
{
  static const struct
  {
    const char *text;
    const char *fixed; /* (nullable) */
    guint n_fixed;
  } cases[] = {
    { "{}", NULL, 0 },
    { "", NULL, 0 },
    { "{'a': 1}", NULL, 0 },
    { "\xef\xbb\xbf\xef\xbb\xbf[1,\n]", "[1\n]", 2 },
    { "[1,,]", NULL, 0 },
    { "[{\"a\": 1,}, [2,], 'x',]", "[{\"a\": 1}, [2], 'x',]", 1 },
    { "\xef\xbb\xbf{\"apiKey\":\"k \",}", "{\"apiKey\":\"k\"}", 3 },
    { CONTENT ("\"{{Code}} {{ code }} cafe\\u0301 – \\r\\nx\""),
        CONTENT ("\"{{code}} {{code}} café - \\nx\""), 5 },
    { TEMPLATES ("[{\"usageType\":\"SIGNIN\"},{\"usageType\":\"signin\"},{\"usageType\":\"register\"}]"),
        TEMPLATES ("[{\"usageType\":\"SignIn\"},{\"usageType\":\"signin\"},{\"usageType\":\"Register\"}]"),
        2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenCheck) check = seven_check_text (cases[i].text, -1, NULL);
    guint n_fixed = G_MAXUINT;
    g_autofree char *fixed = seven_check_fix_all_safe (check, NULL, &n_fixed);

    g_test_message ("%s", cases[i].text);
    g_assert_cmpstr (fixed, ==, cases[i].fixed);
    g_assert_cmpuint (n_fixed, ==, cases[i].n_fixed);
  }
}

/* A long text is normalized in pieces, which must not show: whatever stands where one ends, also what composes although
 * it is a letter, as Korean vowels do. */
static void
test_normalized_in_pieces (void)
{
  static const char *const sequences[] = { "e\\u0301", "a\\u0323\\u0302\\u0301", "\\u1112\\u1161\\u11ab",
    "\\uac00\\u11a8", "\\u09c7\\u09be", "\\u2126\\u0345" };

  for (guint i = 0; i < G_N_ELEMENTS (sequences); i++) {
    for (guint padding = 120; padding < 136; padding++) {
      g_autofree char *pad = g_strnfill (padding, 'x');
      g_autofree char *content = g_strconcat ("\"", pad, sequences[i], pad, sequences[i], "\"", NULL);
      g_autofree char *text =
          g_strconcat ("{\"templates\":[{\"usageType\":\"SignIn\",\"content\":", content, "}]}", NULL);
      g_autoptr (SevenCheck) check = seven_check_text (text, -1, NULL);
      g_autoptr (SevenSplice) splice = seven_check_fix (check, find_problem (check, "text-not-normalized"));
      g_autofree char *fixed = seven_splice_apply (splice, text, strlen (text));
      g_autoptr (SevenConfig) before = seven_config_parse (text, -1, NULL, NULL);
      g_autoptr (SevenConfig) after = seven_config_parse (fixed, -1, NULL, NULL);
      g_autofree char *wanted =
          g_utf8_normalize (seven_config_get_template (before, 0)->content, -1, G_NORMALIZE_NFC);

      g_assert_cmpstr (seven_config_get_template (after, 0)->content, ==, wanted);
    }
  }
}

/* A problem is mended by the check that found it, and only where the program can do it by itself. */
static void
test_refused (void)
{
  g_autoptr (SevenCheck) check = seven_check_text (KEY ("\" k\""), -1, NULL);
  g_autoptr (SevenCheck) other = seven_check_text (KEY ("\" k\""), -1, NULL);
  g_autoptr (SevenCheck) empty = seven_check_text (KEY ("\"\""), -1, NULL);
  g_autoptr (SevenSplice) splice = seven_check_fix (check, find_problem (check, "api-key-whitespace"));

  g_assert_nonnull (splice);
  g_assert_null (seven_check_fix (check, find_problem (other, "api-key-whitespace")));
  g_assert_null (seven_check_fix (empty, find_problem (empty, "api-key-empty")));
}

/* NUL bytes cannot be handed on in a string: nothing may get lost behind them. */
static void
test_nul_bytes (void)
{
  static const char text[] = "\xef\xbb\xbf{\0}";
  g_autoptr (SevenCheck) check = seven_check_text (text, sizeof text - 1, NULL);

  g_assert_cmpuint (seven_check_get_problems (check)->len, ==, 1);
  g_assert_null (seven_check_fix (check, seven_check_get_problems (check)->pdata[0]));
  g_assert_null (seven_check_fix_all_safe (check, NULL, NULL));
}

/* Random configs: pieces that each have a fault, or nearly. */

static const char *const keys[] = { "\"apiKey\": \"k\"", "\"apiKey\": \" k\\n\"",
  "\"apiKey\": \"<your-api-key>\"", "\"apiKey\": \"\"", "\"apiKey\": \" \\u0000\"", "\"apiKey\": 7",
  "\"apikey\": \"k\"", "\"apikey\": \"k\\nx\"", "\"apiKey\": \"a\\u0000\\ud800 \"", "\"x\": 0" };
static const char *const senders[] = { "\"from\": \"Acme\"", "\"from\": null", "\"from\": \"\"",
  "\"from\": \" - \"", "\"from\": \"Müller & Söhne GmbH\"", "\"from\": \"\\u0000\"", "\"form\": \"Acme\"",
  "\"form\": \"Größe\"", "\"fron\": null", "\"from\": \"<from>\"", "\"from\": \"中\"",
  "\"from\": \"A\", \"from\": \"B\"", "\"y\": [1e999, {\"\\u0000\": \"\\udc00\"}]" };
static const char *const usages[] = { "SignIn", "SignIn", "Register", "ForgotPassword", "Generic",
  "MfaVerification", "signin", "SIGNIN", "register", "SingIn", "Test", "test", "OrganizationInvitation",
  "Foo", "", "SignIn\\u0000", "\\u0000", "generic" };
static const char *const words[] = { "{{code}}", "{{code}}", "{{ code }}", "{{Code}}", "{code}", "{{code}",
  "{{{code}}}", "${code}", "%code%", "{{name}}", "{{", "}}", "{", "}", "code", " ", " ", "\\n", "\\r\\n",
  "\\r", "’", "\\u2019", "…", "é", "e\\u0301", "\\u0301", "\\u2126", "中", "😀", "\\ud83d\\ude00", "\\ud83d",
  "\\u0000", "\\u200b", "https://bit.ly/x", "10 minutes", "@acme.example", "@https://acme.example",
  "#{{code}}", "#{{code}}.", "#", "@", "<", ">", "<x>", "\\\"", "\\\\", "\\/", "abcdefghijklmnopqrstuvwxyz",
  "שלום", "\\t", "\xc2\xa0", "[€]" };

static void
append_content (GRand *rand, GString *text)
{
  guint n_words = (guint) g_rand_int_range (rand, 0, 9);
  gboolean is_long = g_rand_int_range (rand, 0, 12) == 0;

  for (guint i = 0; i < n_words; i++)
    g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  if (is_long) {
    gsize start = text->len;

    g_string_set_size (text, start + (gsize) g_rand_int_range (rand, 1480, 1525));
    memset (text->str + start, 'x', text->len - start);
  }
}

static void
append_template (GRand *rand, GString *text, const char *gap)
{
  switch (g_rand_int_range (rand, 0, 24)) {
  case 0:
    g_string_append (text, "null");
    return;
  case 1:
    g_string_append (text, "{\"content\": 5}");
    return;
  case 2:
    g_string_append (text, "{\"useageType\": \"BindMfa\", \"content\": \"{{code}}\", \"usageType\": null}");
    return;
  default:
    break;
  }
  g_string_append_printf (text, "{\"usageType\":%s\"%s\",%s\"content\": \"", gap,
      usages[g_rand_int_range (rand, 0, G_N_ELEMENTS (usages))], gap);
  append_content (rand, text);
  g_string_append (text, "\"}");
}

static char *
dup_random_config (GRand *rand)
{
  static const char *const gaps[] = { "", " ", "\n  ", "\r\n\t", "\r" };
  const char *gap = gaps[g_rand_int_range (rand, 0, G_N_ELEMENTS (gaps))];
  guint n_templates = (guint) g_rand_int_range (rand, 0, 7);
  g_autoptr (GString) text = g_string_new ("{");

  g_string_append_printf (text, "%s%s,%s%s", gap, keys[g_rand_int_range (rand, 0, G_N_ELEMENTS (keys))], gap,
      senders[g_rand_int_range (rand, 0, G_N_ELEMENTS (senders))]);
  if (g_rand_int_range (rand, 0, 10) > 0) {
    g_string_append_printf (text, ",%s\"templates\": [", gap);
    for (guint i = 0; i < n_templates; i++) {
      g_string_append (text, i > 0 ? "," : "");
      g_string_append (text, gap);
      append_template (rand, text, gap);
    }
    g_string_append_c (text, ']');
  }
  g_string_append_printf (text, "%s}", gap);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What a rule is about: an error may take the place of another one, or of advice, about the same thing. */
static const char *
get_subject (const char *rule)
{
  static const char *const contents[] = { "code-", "text-", "placeholder-", "autofill-", "content-", NULL };
  static const char *const subjects[] = { "json-", "api-key-", "sender-", "template", "usage-", NULL };

  for (guint i = 0; contents[i] != NULL; i++)
    if (g_str_has_prefix (rule, contents[i]))
      return "content";
  for (guint i = 0; subjects[i] != NULL; i++)
    if (g_str_has_prefix (rule, subjects[i]))
      return subjects[i];
  return rule;
}

static guint
count_about (SevenCheck *check, const char *subject, gboolean errors_only)
{
  GPtrArray *problems = seven_check_get_problems (check);
  guint n = 0;

  for (guint i = 0; i < problems->len; i++) {
    SevenProblem *problem = g_ptr_array_index (problems, i);

    if (g_str_equal (get_subject (seven_problem_get_rule (problem)), subject))
      n += !errors_only || seven_problem_get_severity (problem) == SEVEN_SEVERITY_ERROR;
  }
  return n;
}

static void
assert_no_new_error (SevenCheck *before, SevenCheck *after)
{
  GPtrArray *problems = seven_check_get_problems (after);

  for (guint i = 0; i < problems->len; i++) {
    const char *subject = get_subject (seven_problem_get_rule (g_ptr_array_index (problems, i)));

    g_assert_cmpuint (count_about (after, subject, TRUE), <=, count_about (before, subject, FALSE));
  }
}

/* Its right name brings to light what the missing member had silenced. */
static gboolean
brings_to_light (SevenProblem *problem)
{
  return g_str_equal (seven_problem_get_rule (problem), "member-unknown");
}

static void
assert_fixes (SevenCheck *check, const char *text)
{
  GPtrArray *problems = seven_check_get_problems (check);

  for (guint i = 0; i < problems->len; i++) {
    SevenProblem *problem = g_ptr_array_index (problems, i);
    SevenFixKind kind = seven_problem_get_fix_kind (problem);
    g_autoptr (SevenSplice) splice = seven_check_fix (check, problem);
    g_autoptr (SevenCheck) after = NULL;
    g_autofree char *fixed = NULL;

    g_assert_cmpint (splice != NULL, ==, kind == SEVEN_FIX_SAFE || kind == SEVEN_FIX_OFFER);
    if (splice == NULL)
      continue;
    fixed = seven_splice_apply (splice, text, strlen (text));
    g_assert_cmpstr (fixed, !=, text);
    after = seven_check_text (fixed, -1, NULL);
    g_assert_nonnull (seven_check_get_config (after));
    if (!brings_to_light (problem))
      assert_no_new_error (check, after);
  }
}

static gboolean
has_safe_fix (SevenCheck *check, const char *pointer)
{
  GPtrArray *problems = seven_check_get_problems (check);

  for (guint i = 0; i < problems->len; i++) {
    SevenProblem *problem = g_ptr_array_index (problems, i);

    if (seven_problem_get_fix_kind (problem) == SEVEN_FIX_SAFE &&
        (pointer == NULL || g_str_equal (seven_problem_get_pointer (problem), pointer)))
      return TRUE;
  }
  return FALSE;
}

static void
assert_same_token (SevenCheck *check, const SevenJson *before, const SevenJsonValue *a,
    const SevenJson *after, const SevenJsonValue *b)
{
  SevenRange range_a = seven_json_value_get_range (a);
  SevenRange range_b = seven_json_value_get_range (b);
  g_autofree char *pointer = seven_json_dup_pointer (before, a);

  if (!has_safe_fix (check, pointer))
    g_assert_cmpmem (seven_json_get_text (before, NULL) + range_a.start, range_a.end - range_a.start,
        seven_json_get_text (after, NULL) + range_b.start, range_b.end - range_b.start);
}

/* The same tree, and the same tokens but where a safe fix was due. */
static void
assert_same_values (SevenCheck *check, const SevenJson *before, const SevenJsonValue *a,
    const SevenJson *after, const SevenJsonValue *b)
{
  guint n_children = seven_json_value_get_n_children (a);

  g_assert_cmpint (seven_json_value_get_kind (a), ==, seven_json_value_get_kind (b));
  g_assert_cmpuint (n_children, ==, seven_json_value_get_n_children (b));
  if (n_children == 0)
    assert_same_token (check, before, a, after, b);
  for (guint i = 0; i < n_children; i++) {
    if (seven_json_value_get_name (a, i) != NULL)
      assert_same_token (
          check, before, seven_json_value_get_name (a, i), after, seven_json_value_get_name (b, i));
    assert_same_values (
        check, before, seven_json_value_get_child (a, i), after, seven_json_value_get_child (b, i));
  }
}

static void
assert_all_safe (SevenCheck *check)
{
  g_autofree char *fixed = seven_check_fix_all_safe (check, NULL, NULL);
  g_autofree char *again = NULL;
  g_autoptr (SevenCheck) after = NULL;
  SevenJson *before_json = seven_config_get_json (seven_check_get_config (check));
  SevenJson *after_json;

  g_assert_cmpint (fixed != NULL, ==, has_safe_fix (check, NULL));
  if (fixed == NULL)
    return;
  after = seven_check_text (fixed, -1, NULL);
  g_assert_nonnull (seven_check_get_config (after));
  g_assert_false (has_safe_fix (after, NULL));
  again = seven_check_fix_all_safe (after, NULL, NULL);
  g_assert_null (again);
  assert_no_new_error (check, after);
  after_json = seven_config_get_json (seven_check_get_config (after));
  assert_same_values (
      check, before_json, seven_json_get_root (before_json), after_json, seven_json_get_root (after_json));
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < (g_test_thorough () ? 20000 : 1500); i++) {
    g_autofree char *text = dup_random_config (rand);
    g_autoptr (SevenCheck) check = seven_check_text (text, -1, NULL);

    g_assert_nonnull (seven_check_get_config (check));
    assert_fixes (check, text);
    assert_all_safe (check);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fixes/all-safe", test_all_safe);
  g_test_add_func ("/fixes/normalized-in-pieces", test_normalized_in_pieces);
  g_test_add_func ("/fixes/refused", test_refused);
  g_test_add_func ("/fixes/nul-bytes", test_nul_bytes);
  g_test_add_func ("/fixes/random", test_random);

  return g_test_run ();
}
