/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-rules.h"

#include <string.h>

#include "check-cases.h"

static char *
load_sample (const char *name, gsize *length)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "core", "samples", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

/* The lists beside the samples: every rule, place, severity and kind of fix. */
static void
test_samples (void)
{
  static const char *const names[] = { "complete", "documented", "flawed", "template" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *name = g_strconcat (names[i], ".json", NULL);
    g_autofree char *list = g_strconcat (names[i], ".problems", NULL);
    gsize length;
    g_autofree char *text = load_sample (name, &length);
    g_autofree char *expected = load_sample (list, NULL);
    g_autoptr (SevenCheck) check = seven_check_text (text, (gssize) length, NULL);
    g_autofree char *found = describe_check (check, NULL);

    g_test_message ("%s", name);
    g_assert_cmpstr (found, ==, g_strchomp (expected));
    g_assert_true (seven_config_is_accepted (seven_check_get_config (check)));
  }
}

static int
compare_places (SevenProblem *a, SevenProblem *b)
{
  gsize start_a = seven_problem_get_range (a).start;
  gsize start_b = seven_problem_get_range (b).start;

  if (start_a != start_b)
    return start_a < start_b ? -1 : 1;
  return (int) seven_problem_get_severity (a) - (int) seven_problem_get_severity (b);
}

static gboolean
is_boundary (const char *text, gsize length, gsize offset)
{
  return offset == length || ((guchar) text[offset] & 0xc0) != 0x80;
}

static void
assert_position (const char *text, gsize length, gsize offset, SevenPosition position)
{
  SevenPosition expected = seven_position_at (text, length, offset);

  g_assert_cmpuint (position.line, ==, expected.line);
  g_assert_cmpuint (position.column, ==, expected.column);
}

/* What holds for any text whatever. */
static void
assert_sound (const char *text, gsize length)
{
  g_autoptr (SevenCheck) check = seven_check_text (text, (gssize) length, NULL);
  GPtrArray *problems = seven_check_get_problems (check);
  gboolean is_json = seven_check_get_config (check) != NULL;
  guint counts[3] = { 0 };
  g_autofree char *fixed = seven_check_fix_all_safe (check, NULL, NULL);

  g_assert_cmpint (is_json, ==, find_problem (check, "json-syntax") == NULL);
  g_assert_true (is_json || problems->len == 1);
  for (guint i = 0; i < problems->len; i++) {
    SevenProblem *problem = g_ptr_array_index (problems, i);
    SevenRange range = seven_problem_get_range (problem);
    g_autoptr (SevenSplice) splice = seven_check_fix (check, problem);

    g_assert_cmpuint (range.start, <=, range.end);
    g_assert_cmpuint (range.end, <=, length);
    if (is_json || g_utf8_validate_len (text, length, NULL)) {
      g_assert_true (is_boundary (text, length, range.start));
      g_assert_true (is_boundary (text, length, range.end));
      assert_position (text, length, range.start, seven_problem_get_start (problem));
      assert_position (text, length, range.end, seven_problem_get_end (problem));
    }
    if (i > 0)
      g_assert_cmpint (compare_places (g_ptr_array_index (problems, i - 1), problem), <=, 0);
    g_assert_true (g_utf8_validate (seven_problem_get_message (problem), -1, NULL));
    if (splice != NULL)
      g_assert_cmpuint (splice->offset + splice->removed, <=, length);
    counts[seven_problem_get_severity (problem)]++;
  }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpuint (seven_check_count (check, (SevenSeverity) i), ==, counts[i]);
}

/* Every beginning of a config, and every config with one byte changed. */
static void
test_half (void)
{
  gsize length;
  g_autofree char *text = load_sample ("flawed.json", &length);
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (gsize i = 0; i <= length; i++)
    assert_sound (text, i);
  for (gsize i = 0; i < length; i++) {
    char kept = text[i];

    text[i] = (char) g_rand_int_range (rand, 0, 256);
    assert_sound (text, length);
    text[i] = kept;
  }
}

static void
test_random_bytes (void)
{
  static const char alphabet[] = "{}[]\":,\\u0d8'`\xe2\x80\x9c\xef\xbb\xbf 1-e.\n\r\tcode<>@#/";
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 4000; i++) {
    char bytes[64];
    gsize length = (gsize) g_rand_int_range (rand, 0, sizeof bytes);

    for (gsize n = 0; n < length; n++)
      bytes[n] = i % 2 ? (char) g_rand_int_range (rand, 0, 256)
                       : alphabet[g_rand_int_range (rand, 0, sizeof alphabet)];
    assert_sound (bytes, length);
  }
}

static char *
repeat (const char *before, const char *piece, guint n, const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  for (guint depth = 511; depth <= 513; depth++) {
    g_autofree char *inside = repeat ("", "[", depth, "");
    g_autofree char *text = repeat (inside, "]", depth, "");
    g_autoptr (SevenCheck) check = seven_check_text (text, -1, NULL);

    assert_sound (text, strlen (text));
    g_assert_cmpint (find_problem (check, "json-syntax") != NULL, ==, depth > 512);
    g_assert_cmpint (find_problem (check, "not-an-object") != NULL, ==, depth <= 512);
  }
}

/* Large texts of one kind: each has to be quick, whatever its fixes. */
static void
test_repeats (void)
{
  static const struct
  {
    const char *before;
    const char *piece;
    const char *after;
    const char *rule;
    guint n_problems; /* of 30,000 repeats */
  } cases[] = {
    { "{\"z\":0", ",\"a\":1", "}", "json-duplicate-member", 29999 },
    { "{\"z\":0", ",\"apiKey\":\"\\u0000\"", "}", "json-nul", 30000 },
    { "[0", ",[1,]", "]", "json-syntax", 1 },
    { "['x'", ",'it\"s'", "]", "json-syntax", 1 },
    { "{\"templates\":[{\"content\":\"", "{{ code }} {x} ", "\"}]}", "code-near-miss", 64 },
    { "{\"templates\":[{\"content\":\"{{code}}", "{{x}}", "\"}]}", "placeholder-literal", 64 },
    { "{\"templates\":[{\"content\":\"", "https://bit.ly/ ", "\"}]}", "text-link", 64 },
    { "{\"templates\":[{\"content\":\"", "’é…", "\"}]}", "text-unicode", 1 },
    { "{\"templates\":[{\"content\":\"", "@", "\"}]}", "content-empty", 0 },
    { "{\"templates\":[{\"content\":\"@a.a ", "#", "\"}]}", "content-empty", 0 },
    { "{\"templates\":[{}", ",{\"usageType\":\"signin\"}", "]}", "usage-unknown", 30000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = repeat (cases[i].before, cases[i].piece, 30000, cases[i].after);
    g_autoptr (SevenCheck) check = seven_check_text (text, -1, NULL);
    g_autofree char *fixed = seven_check_fix_all_safe (check, NULL, NULL);
    GPtrArray *problems = seven_check_get_problems (check);
    guint n = 0;

    for (guint p = 0; p < problems->len; p++)
      n += g_str_equal (seven_problem_get_rule (g_ptr_array_index (problems, p)), cases[i].rule);
    g_test_message ("%s: %s", cases[i].rule, cases[i].piece);
    g_assert_cmpuint (n, ==, cases[i].n_problems);
    if (n > 0 && n < 100)
      assert_sound (text, strlen (text));
  }
}

static void
test_nasty (void)
{
  static const char *const texts[] = {
    CONTENT ("\"\\ud800{{code}}\\udfff {{ code }} \\u0000’\""),
    CONTENT ("\"שלום {{ code }} \\u202e{{קוד}} ’\""),
    CONTENT ("\"a\\u0301\\u0302\\u0303 {{code}} e\\u0301\""),
    CONTENT ("\"👩‍👩‍👧‍👦🇩🇪{{Code}}👩‍👩‍👧‍👦\""),
    CONTENT ("\"{{{{{{code}}}}}}{{{{}}}}\""),
    CONTENT ("\"\\u007b\\u007b code \\u007d\\u007d\\r\\n@\\u0061.example#{{code}}\""),
    "{\"apiKey\":1e999,\"from\":-0,\"templates\":1E400}",
    "{\"\":{\"\":{\"\":\"\\u0000\",\"\":null}}}",
    "{\"__proto__\":null,\"constructor\":{},\"a/b\":{\"~1\":1,\"~1\":2}}",
    SENDER ("\"\\u202eemcA\""),
    KEY ("\"\\u2028\\u2029 x\""),
    "\"\\ud83d\\u0000\\ude00\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_sound (texts[i], strlen (texts[i]));
}

static gpointer
check_in_thread (gpointer text)
{
  return seven_check_text (text, -1, NULL);
}

static void
test_thread (void)
{
  static char text[] = CONTENT ("\"{{ code }}\"");
  g_autoptr (GThread) thread = g_thread_new ("check", check_in_thread, text);
  g_autoptr (SevenCheck) made = g_thread_join (g_steal_pointer (&thread));
  g_autoptr (SevenCheck) check = seven_check_ref (made);
  g_autofree char *found = describe_check (check, "code-near-miss");

  g_assert_cmpstr (found, ==, "3:2..3:12 error safe /templates/0/content");
  g_assert_cmpuint (seven_check_count_covered_flows (check), ==, 1);
}

static void
test_no_json (void)
{
  g_autoptr (SevenCheck) check = seven_check_text ("{", -1, NULL);

  g_assert_null (seven_check_get_config (check));
  g_assert_cmpuint (seven_check_count (check, SEVEN_SEVERITY_ERROR), ==, 1);
  g_assert_cmpuint (seven_check_count_covered_flows (check), ==, 0);
  g_assert_cmpint (seven_check_get_flow_template (check, SEVEN_USAGE_GENERIC), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/check/samples", test_samples);
  g_test_add_func ("/check/half", test_half);
  g_test_add_func ("/check/random-bytes", test_random_bytes);
  g_test_add_func ("/check/depth", test_depth);
  g_test_add_func ("/check/repeats", test_repeats);
  g_test_add_func ("/check/nasty", test_nasty);
  g_test_add_func ("/check/thread", test_thread);
  g_test_add_func ("/check/no-json", test_no_json);

  return g_test_run ();
}
