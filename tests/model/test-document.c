/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "document-test.h"

static void
test_new (void)
{
  SevenDocument *document = seven_document_new ();

  assert_text (document, "");
  assert_string (document, "title", "New Config");
  assert_string (document, "subtitle", "Draft");
  assert_string (document, "api-key", "");
  assert_boolean (document, "valid", FALSE);
  assert_boolean (document, "modified", FALSE);
  assert_boolean (document, "can-undo", FALSE);
  assert_boolean (document, "checking", FALSE);
  assert_uint (document, "n-errors", 1);
  g_assert_cmpuint (count_items (seven_document_get_problems (document)), ==, 1);
  g_assert_null (seven_document_get_config (document));
  g_assert_finalize_object (document);
}

static void
test_derived (void)
{
  SevenDocument *document = make_document (SMALL);
  g_autoptr (GListModel) choices = NULL;
  g_autoptr (GListModel) missing = NULL;

  assert_string (document, "api-key", "k1");
  assert_string (document, "sender", "Acme");
  assert_string (document, "sender-hint", "7 characters left");
  assert_boolean (document, "sender-warning", FALSE);
  assert_boolean (document, "has-key", TRUE);
  assert_boolean (document, "valid", TRUE);
  assert_string (document, "coverage", "2 of 8 Logto flows covered");
  assert_string (document, "summary", "2 errors · 4 warnings");
  assert_uint (document, "n-errors", 2);
  assert_uint (document, "n-warnings", 4);
  g_object_get (document, "usage-choices", &choices, "missing-usages", &missing, NULL);
  g_assert_cmpuint (count_items (choices), ==, SEVEN_N_USAGES);
  g_assert_cmpuint (count_items (missing), ==, 6);
  g_assert_finalize_object (document);
}

static void
test_contract (void)
{
  SevenDocument *document = make_document (SMALL);
  g_auto (GValue) flows = G_VALUE_INIT;

  assert_string_contract (document, "api-key", "k2");
  assert_string_contract (document, "sender", "Seven");
  assert_string_contract (document, "sender", "");
  g_value_init (&flows, G_TYPE_UINT);
  g_value_set_uint (&flows, 3);
  assert_contract (G_OBJECT (document), "flows", &flows);
  g_assert_finalize_object (document);
}

static void
test_same_value (void)
{
  SevenDocument *document = make_document (SMALL);
  Counter counter = { 0 };

  g_signal_connect_swapped (document, "spliced", G_CALLBACK (count_signal_cb), &counter);
  seven_document_set_api_key (document, "k1");
  seven_document_set_sender (document, "Acme");
  seven_document_set_template_content (document, 0, "{{code}} is it");
  seven_document_set_template_usage (document, 0, "SignIn");
  seven_document_move_template (document, 1, 1);
  seven_document_set_template_content (document, 2, "there is no third");
  seven_document_remove_template (document, 2);
  seven_document_apply (document, NULL, NULL);
  seven_document_type (document, 3, 0, "");
  g_assert_cmpuint (counter.n, ==, 0);
  assert_text (document, SMALL);
  assert_boolean (document, "can-undo", FALSE);
  g_assert_finalize_object (document);
}

typedef struct
{
  const char *name;
  const char *before;
  const char *api_key; /* to set, or NULL */
  const char *sender;
  const char *after;
} Edit;

static const Edit edits[] = {
  { "key", "{\"apiKey\": \"a\"}", "b", NULL, "{\"apiKey\": \"b\"}" },
  { "key-last-counts", "{\"apiKey\": \"a\", \"apiKey\": \"b\"}", "c", NULL,
      "{\"apiKey\": \"a\", \"apiKey\": \"c\"}" },
  { "key-number", "{\"apiKey\": 7}", "b", NULL, "{\"apiKey\": 7}" },
  { "key-none-empty", "{\"from\": \"a\"}", "", NULL, "{\"from\": \"a\"}" },
  { "key-none", "{\n  \"from\": \"a\"\n}", "b", NULL, "{\n  \"apiKey\": \"b\",\n  \"from\": \"a\"\n}" },
  { "sender", "{\"from\": \"a\"}", NULL, "Ä\"", "{\"from\": \"Ä\\\"\"}" },
  { "sender-empty", "{\"from\": \"a\"}", NULL, "", "{\"from\": \"\"}" },
  { "sender-none-empty", "{\"apiKey\": \"a\"}", NULL, "", "{\"apiKey\": \"a\"}" },
  { "sender-none", "{\n\t\"apiKey\": \"a\",\n\t\"x\": 1\n}", NULL, "b",
      "{\n\t\"apiKey\": \"a\",\n\t\"from\": \"b\",\n\t\"x\": 1\n}" },
  { "sender-null", "{\"from\": null}", NULL, "b", "{\"from\": null}" },
  { "no-json", "{\"apiKey\": \"a\",}", "b", "c", "{\"apiKey\": \"a\",}" },
  { "no-object", "[\"apiKey\"]", "b", "c", "[\"apiKey\"]" },
};

static void
test_edit (gconstpointer data)
{
  const Edit *edit = data;
  SevenDocument *document = make_document (edit->before);

  if (edit->api_key != NULL)
    seven_document_set_api_key (document, edit->api_key);
  if (edit->sender != NULL)
    seven_document_set_sender (document, edit->sender);
  assert_text (document, edit->after);
  assert_boolean (document, "can-undo", !g_str_equal (edit->before, edit->after));
  seven_document_undo (document);
  assert_text (document, edit->before);
  g_assert_finalize_object (document);
}

static void
test_templates (void)
{
  SevenDocument *document = make_document ("{}");
  SevenConfig *config;

  seven_document_add_template (document, "SignIn");
  seven_document_add_template (document, "Generic");
  seven_document_duplicate_template (document, 0);
  seven_document_set_template_usage (document, 1, "Register");
  seven_document_move_template (document, 2, 0);
  seven_document_set_template_content (document, 0, "new {{code}}");
  config = seven_document_get_config (document);
  g_assert_cmpuint (seven_config_get_n_templates (config), ==, 3);
  g_assert_cmpstr (seven_config_get_template (config, 0)->usage, ==, "Generic");
  g_assert_cmpstr (seven_config_get_template (config, 0)->content, ==, "new {{code}}");
  g_assert_cmpstr (seven_config_get_template (config, 1)->usage, ==, "SignIn");
  g_assert_cmpstr (seven_config_get_template (config, 2)->usage, ==, "Register");
  seven_document_add_all_missing (document);
  assert_string (document, "coverage", "8 of 8 Logto flows covered");
  assert_string (document, "undo-label", "Undo: Add All Missing");
  seven_document_undo (document);
  assert_string (document, "coverage", "3 of 8 Logto flows covered");
  seven_document_remove_template (document, 1);
  assert_string (document, "coverage", "2 of 8 Logto flows covered");
  for (guint i = 0; i < 7; i++)
    seven_document_undo (document);
  assert_text (document, "{}");
  assert_boolean (document, "modified", FALSE);
  g_assert_finalize_object (document);
}

static void
test_flows_in_use (void)
{
  SevenDocument *document = make_document ("{\"apiKey\":\"k\",\"from\":\"Acme\",\"templates\":[]}");
  SevenConfig *config;

  g_object_set (document, "flows", 1u << SEVEN_USAGE_GENERIC, NULL);
  seven_document_add_all_missing (document);
  config = seven_document_get_config (document);
  g_assert_cmpuint (seven_config_get_n_templates (config), ==, 1);
  g_assert_cmpint (seven_config_find_template (config, "Generic"), ==, 0);
  g_assert_finalize_object (document);
}

/* While the text is no JSON, the form keeps what it showed last, and edits nothing. */
static void
test_last_good (void)
{
  SevenDocument *document = make_document (SMALL);
  g_autoptr (SevenProblem) problem = NULL;

  seven_document_type (document, 0, 0, "x");
  assert_boolean (document, "valid", FALSE);
  assert_string (document, "api-key", "k1");
  assert_string (document, "sender", "Acme");
  g_assert_cmpuint (count_items (seven_document_get_templates (document)), ==, 2);
  g_object_get (document, "syntax-problem", &problem, NULL);
  g_assert_cmpstr (seven_problem_get_rule (problem), ==, "json-syntax");
  seven_document_set_sender (document, "Other");
  seven_document_add_template (document, "Register");
  seven_document_add_all_missing (document);
  seven_document_format (document);
  assert_text (document, "x" SMALL);
  seven_document_undo (document);
  assert_boolean (document, "valid", TRUE);
  assert_boolean (document, "modified", FALSE);
  g_assert_finalize_object (document);
}

static SevenProblem *
find_problem (SevenDocument *document, const char *rule)
{
  GListModel *problems = seven_document_get_problems (document);

  for (guint i = 0; i < count_items (problems); i++) {
    g_autoptr (SevenProblem) problem = g_list_model_get_item (problems, i);

    if (g_str_equal (seven_problem_get_rule (problem), rule))
      return g_steal_pointer (&problem);
  }
  g_test_message ("no problem %s", rule);
  g_assert_not_reached ();
}

static void
test_fix (void)
{
  SevenDocument *document = make_document ("{\"apiKey\":\" k \",\"from\":\"Acme\",\"templates\":"
                                           "[{\"usageType\":\"SignIn\",\"content\":\"{{ code }}\"}]}");
  g_autoptr (SevenProblem) problem = find_problem (document, "code-near-miss");

  assert_boolean (document, "has-safe-fixes", TRUE);
  seven_document_fix (document, problem);
  assert_contains (seven_document_get_text (document, NULL), "\"{{code}}\"");
  /* It is gone: nothing happens. */
  seven_document_fix (document, problem);
  g_assert_cmpuint (seven_document_fix_all_safe (document), ==, 1);
  assert_string (document, "api-key", "k");
  g_assert_cmpuint (seven_document_fix_all_safe (document), ==, 0);
  assert_boolean (document, "has-safe-fixes", FALSE);
  seven_document_undo (document);
  seven_document_undo (document);
  assert_boolean (document, "modified", FALSE);
  assert_boolean (document, "can-undo", FALSE);
  g_assert_finalize_object (document);
}

static void
test_problem_order (void)
{
  SevenDocument *document = make_document (
      "{\"x\":1,\"apiKey\":\" k \",\"templates\":[{\"usageType\":\"Test\",\"content\":\"{{code}}\"}]}");
  GListModel *problems = seven_document_get_problems (document);
  SevenSeverity last = SEVEN_SEVERITY_ERROR;
  gsize place = 0;

  g_assert_cmpuint (count_items (problems), >, 4);
  for (guint i = 0; i < count_items (problems); i++) {
    g_autoptr (SevenProblem) problem = g_list_model_get_item (problems, i);
    SevenSeverity severity = seven_problem_get_severity (problem);
    gsize start = seven_problem_get_range (problem).start;

    g_assert_cmpint (severity, >=, last);
    if (severity == last)
      g_assert_cmpuint (start, >=, place);
    last = severity;
    place = start;
  }
  g_assert_finalize_object (document);
}

static void
test_format (void)
{
  SevenDocument *document = make_document ("{\"apiKey\":\"k\",\"n\":1.50e1}");

  seven_document_format (document);
  assert_text (document, "{\n  \"apiKey\": \"k\",\n  \"n\": 1.50e1\n}\n");
  seven_document_undo (document);
  assert_boolean (document, "modified", FALSE);
  g_assert_finalize_object (document);
}

static void
test_sets (void)
{
  g_autofree char *complete = seven_document_dup_complete_set ();
  g_autofree char *documented = seven_document_dup_documented_set ();
  SevenDocument *document = make_document (complete);

  assert_uint (document, "n-errors", 0);
  assert_string (document, "coverage", "8 of 8 Logto flows covered");
  assert_string (document, "sender", "Acme");
  assert_boolean (document, "has-key", FALSE);
  seven_document_reset (document, documented, strlen (documented), NULL, NULL);
  assert_string (document, "coverage", "2 of 8 Logto flows covered");
  g_assert_cmpuint (count_items (seven_document_get_templates (document)), ==, 3);
  assert_boolean (document, "can-undo", FALSE);
  g_assert_finalize_object (document);
}

static void
test_copy (void)
{
  SevenDocument *document = make_document (SMALL);
  g_autofree char *with_key = seven_document_dup_for_logto (document, TRUE);
  g_autofree char *without_key = seven_document_dup_for_logto (document, FALSE);
  g_autofree char *broken = NULL;

  g_assert_cmpstr (with_key, ==, SMALL);
  assert_contains_not (without_key, "k1");
  assert_contains_not (without_key, "apiKey");
  assert_contains (without_key, "Acme");
  seven_document_type (document, 0, 0, "x");
  broken = seven_document_dup_for_logto (document, TRUE);
  g_assert_cmpstr (broken, ==, "x" SMALL);
  g_assert_null (seven_document_dup_for_logto (document, FALSE));
  g_assert_finalize_object (document);
}

static void
test_copy_advice (void)
{
  SevenDocument *document = make_document (SMALL);
  g_autofree char *plain = seven_document_dup_copy_advice (document, TRUE);
  g_autofree char *keyless = seven_document_dup_copy_advice (document, FALSE);
  g_autofree char *inserted = g_strdup ("");
  g_autofree char *removed = NULL;
  g_autofree char *placeholder = NULL;
  SevenSplice cut = { strlen ("{\n  \"apiKey\": \"k1\",\n"), strlen ("  \"from\": \"Acme\",\n"), inserted };

  assert_contains (plain, "Connectors");
  assert_contains (plain, "2 errors");
  assert_contains_not (plain, "“from”");
  assert_contains_not (plain, "key");
  assert_contains (keyless, "no key");
  seven_document_apply (document, &cut, NULL);
  removed = seven_document_dup_copy_advice (document, TRUE);
  assert_contains (removed, "“from”");
  g_assert_null (strchr (removed, '\n'));
  seven_document_set_api_key (document, SEVEN_CONFIG_KEY_PLACEHOLDER);
  placeholder = seven_document_dup_copy_advice (document, TRUE);
  assert_contains (placeholder, "placeholder");
  g_assert_finalize_object (document);
}

static void
test_usage_choices (void)
{
  SevenDocument *document = make_document (
      "{\"templates\":[{\"usageType\":\"Mine\",\"content\":\"\"},"
      "{\"usageType\":\"SignIn\",\"content\":\"\"},{\"usageType\":\"Mine\",\"content\":\"\"}]}");
  g_autoptr (GListModel) choices = NULL;
  g_autoptr (SevenUsageChoice) sign_in = NULL;
  g_autoptr (SevenUsageChoice) mine = NULL;
  Counter counter = { 0 };

  g_object_get (document, "usage-choices", &choices, NULL);
  g_assert_cmpuint (count_items (choices), ==, SEVEN_N_USAGES + 1);
  sign_in = g_list_model_get_item (choices, SEVEN_USAGE_SIGN_IN);
  mine = g_list_model_get_item (choices, SEVEN_N_USAGES);
  assert_string (mine, "label", "Mine");
  assert_boolean (mine, "taken", TRUE);
  assert_boolean (mine, "never-sent", TRUE);
  assert_boolean (sign_in, "taken", TRUE);
  assert_boolean (sign_in, "never-sent", FALSE);
  g_signal_connect (sign_in, "notify::taken", G_CALLBACK (count_cb), &counter);
  seven_document_set_template_usage (document, 1, "Register");
  assert_boolean (sign_in, "taken", FALSE);
  g_assert_cmpuint (counter.n, ==, 1);
  seven_document_set_template_usage (document, 0, "Generic");
  g_assert_cmpuint (count_items (choices), ==, SEVEN_N_USAGES + 1);
  seven_document_set_template_usage (document, 2, "BindMfa");
  g_assert_cmpuint (count_items (choices), ==, SEVEN_N_USAGES);
  g_assert_finalize_object (document);
}

typedef struct
{
  const char *sender; /* JSON */
  const char *hint;
  gboolean warning;
} SenderCase;

static void
test_sender_hints (void)
{
  static const SenderCase cases[] = {
    { "\"Acme\"", "7 characters left", FALSE },
    { "\"Acme Corp.\"", "1 character left", FALSE },
    { "\"1234567890123\"", "Numeric · 3 digits left", FALSE },
    { "\"Acme Corporation\"", "5 characters too many", TRUE },
    { "\"Müller\"", "seven refuses “ü”", TRUE },
    { "\"--\"", "seven would remove all of it", TRUE },
    { "\"\"", "Phones show “undefined”", TRUE },
    { "\"<your-sender-id>\"", "Still the placeholder", TRUE },
    { "null", "Not a string", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strdup_printf ("{\"from\": %s}", cases[i].sender);
    SevenDocument *document = make_document (text);

    assert_string (document, "sender-hint", cases[i].hint);
    assert_boolean (document, "sender-warning", cases[i].warning);
    g_assert_finalize_object (document);
  }
}

static void
test_title (void)
{
  SevenDocument *document = seven_document_new ();
  g_autofree char *path = g_build_filename (g_get_home_dir (), "my configs", "acme.json", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  seven_document_reset (document, "{}", 2, uri, "1");
  assert_string (document, "title", "acme.json");
  assert_string (document, "subtitle", "~/my configs");
  g_assert_cmpstr (seven_document_get_uri (document), ==, uri);
  seven_document_reset (document, "{}", 2, "file:///srv/b%20c.json", "1");
  assert_string (document, "title", "b c.json");
  assert_string (document, "subtitle", "/srv");
  g_assert_finalize_object (document);
}

static void
test_long_lines (void)
{
  g_autofree char *line = g_strnfill (10001, ' ');
  g_autoptr (GString) wide = g_string_new ("{}\n");
  SevenDocument *document = make_document (line);

  assert_boolean (document, "long-lines", TRUE);
  seven_document_type (document, 5000, 0, "\n");
  assert_boolean (document, "long-lines", FALSE);
  for (guint i = 0; i < 10000; i++)
    g_string_append (wide, "ü");
  seven_document_reset (document, wide->str, wide->len, NULL, NULL);
  assert_boolean (document, "long-lines", FALSE);
  seven_document_type (document, 3, 0, "x");
  assert_boolean (document, "long-lines", TRUE);
  g_assert_finalize_object (document);
}

static void
assert_problem (SevenDocument *document, const char *property, const char *rule)
{
  g_autoptr (SevenProblem) problem = NULL;

  g_object_get (document, property, &problem, NULL);
  g_assert_cmpstr (problem != NULL ? seven_problem_get_rule (problem) : NULL, ==, rule);
}

/* The gravest of what is wrong with a field; what is mere advice is nothing wrong. */
static void
test_field_problems (void)
{
  const char *text = "{\"apiKey\": \" a\\nb \", \"from\": \"4you\", \"templates\": []}";
  SevenDocument *document = seven_document_new ();

  assert_problem (document, "api-key-problem", NULL);
  seven_document_reset (document, text, strlen (text), NULL, NULL);
  assert_problem (document, "api-key-problem", "api-key-character");
  assert_problem (document, "sender-problem", NULL);
  seven_document_set_api_key (document, "ab ");
  assert_problem (document, "api-key-problem", "api-key-whitespace");
  seven_document_set_sender (document, "");
  assert_problem (document, "sender-problem", "sender-missing");
  g_assert_finalize_object (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/new", test_new);
  g_test_add_func ("/document/derived", test_derived);
  g_test_add_func ("/document/contract", test_contract);
  g_test_add_func ("/document/same-value", test_same_value);
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++) {
    g_autofree char *path = g_strconcat ("/document/edit/", edits[i].name, NULL);

    g_test_add_data_func (path, &edits[i], test_edit);
  }
  g_test_add_func ("/document/templates", test_templates);
  g_test_add_func ("/document/flows-in-use", test_flows_in_use);
  g_test_add_func ("/document/last-good", test_last_good);
  g_test_add_func ("/document/fix", test_fix);
  g_test_add_func ("/document/problem-order", test_problem_order);
  g_test_add_func ("/document/format", test_format);
  g_test_add_func ("/document/sets", test_sets);
  g_test_add_func ("/document/copy", test_copy);
  g_test_add_func ("/document/copy-advice", test_copy_advice);
  g_test_add_func ("/document/usage-choices", test_usage_choices);
  g_test_add_func ("/document/sender-hints", test_sender_hints);
  g_test_add_func ("/document/title", test_title);
  g_test_add_func ("/document/long-lines", test_long_lines);
  g_test_add_func ("/document/field-problems", test_field_problems);

  return g_test_run ();
}
