/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-config.h"

#include <string.h>

static SevenConfig *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  SevenConfig *config = seven_config_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  return config;
}

/* What the guard of the published connector says: see seven_config_is_accepted(). */
static void
test_accepted (void)
{
  static const struct
  {
    const char *text;
    gboolean accepted;
  } cases[] = {
    { "{\"apiKey\":\"k\",\"templates\":[]}", TRUE },
    { "{\"apiKey\":\"\",\"from\":\"\",\"templates\":[]}", TRUE },
    { "{\"apiKey\":\"<your-api-key>\",\"from\":\"A\",\"templates\":[],\"x\":null}", TRUE },
    { "{\"apiKey\":\"k\",\"templates\":[{\"usageType\":\"\",\"content\":\"\",\"x\":1}]}", TRUE },
    { "{\"apiKey\":\"k\",\"templates\":[{\"usageType\":\"None\",\"content\":\"c\"}]}", TRUE },
    { "{\"apiKey\":1,\"apiKey\":\"k\",\"templates\":[]}", TRUE },
    { "{\"apiKey\":\"\\u0000\\ud800\",\"templates\":[]}", TRUE },
    { "{\"__proto__\":{\"from\":1},\"apiKey\":\"k\",\"templates\":[]}", TRUE },
    { "{\"apiKey\":\"k\",\"from\":null,\"templates\":[]}", FALSE },
    { "{\"apiKey\":\"k\",\"from\":1,\"templates\":[]}", FALSE },
    { "{\"apiKey\":\"k\",\"apiKey\":1,\"templates\":[]}", FALSE },
    { "{\"apiKey\":null,\"templates\":[]}", FALSE },
    { "{\"apikey\":\"k\",\"templates\":[]}", FALSE },
    { "{\"__proto__\":{\"apiKey\":\"k\"},\"templates\":[]}", FALSE },
    { "{\"apiKey\\u0000\":\"k\",\"templates\":[]}", FALSE },
    { "{\"apiKey\":\"k\"}", FALSE },
    { "{\"apiKey\":\"k\",\"templates\":{}}", FALSE },
    { "{\"apiKey\":\"k\",\"templates\":[null]}", FALSE },
    { "{\"apiKey\":\"k\",\"templates\":[[]]}", FALSE },
    { "{\"apiKey\":\"k\",\"templates\":[{\"content\":\"c\"}]}", FALSE },
    { "{\"apiKey\":\"k\",\"templates\":[{\"usageType\":\"Test\"}]}", FALSE },
    { "{\"apiKey\":\"k\",\"templates\":[{\"usageType\":\"Test\",\"content\":null}]}", FALSE },
    { "{}", FALSE },
    { "[]", FALSE },
    { "null", FALSE },
    { "\"apiKey\"", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenConfig) config = parse (cases[i].text);

    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (seven_config_is_accepted (config), ==, cases[i].accepted);
  }
}

static void
test_members (void)
{
  g_autoptr (SevenConfig) config = parse ("{\"apiKey\":1,\"from\":\"B\",\"from\":\"Acme\",\"apiKey\":\" k "
                                          "\",\"templates\":[{\"content\":\"c\",\"usageType\":"
                                          "\"U\"},7]}");
  const SevenConfigTemplate *item = seven_config_get_template (config, 0);

  g_assert_cmpstr (seven_config_get_api_key (config), ==, " k ");
  g_assert_cmpstr (seven_config_get_sender (config), ==, "Acme");
  g_assert_cmpuint (seven_config_get_n_templates (config), ==, 2);
  g_assert_cmpstr (item->usage, ==, "U");
  g_assert_cmpstr (item->content, ==, "c");
  g_assert_true (seven_json_value_get_parent (item->usage_value) == item->value);
  g_assert_true (seven_json_value_get_parent (item->value) == seven_config_get_templates_value (config));
  g_assert_null (seven_config_get_template (config, 1)->usage_value);
  g_assert_null (seven_config_get_template (config, 1)->content);
  g_assert_null (seven_config_get_template (config, 2));
}

static void
test_not_there (void)
{
  static const char *const texts[] = { "{}", "[{\"apiKey\":\"k\"}]", "1",
    "{\"apiKey\":[],\"from\":{},\"templates\":\"\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (SevenConfig) config = parse (texts[i]);

    g_assert_null (seven_config_get_api_key (config));
    g_assert_null (seven_config_dup_usable_api_key (config));
    g_assert_null (seven_config_get_sender (config));
    g_assert_cmpuint (seven_config_get_n_templates (config), ==, 0);
    g_assert_cmpint (seven_config_find_template (config, "SignIn"), ==, -1);
    g_assert_cmpint (seven_config_get_api_key_value (config) != NULL, ==, i == 3);
  }
}

static void
test_find (void)
{
  g_autoptr (SevenConfig) config =
      parse ("{\"templates\":[{},{\"usageType\":\"SignIn\\u0000\"},{\"usageType\":\"signin\"},"
             "{\"usageType\":\"Register\",\"usageType\":\"SignIn\"},{\"usageType\":\"SignIn\"},"
             "{\"usageType\":\"\"}]}");

  g_assert_cmpint (seven_config_find_template (config, "SignIn"), ==, 3);
  g_assert_cmpint (seven_config_find_template (config, "signin"), ==, 2);
  g_assert_cmpint (seven_config_find_template (config, "Register"), ==, -1);
  g_assert_cmpint (seven_config_find_template (config, ""), ==, 5);
  g_assert_cmpint (seven_config_find_template (config, "Generic"), ==, -1);
}

static void
test_usable_key (void)
{
  static const struct
  {
    const char *key;
    const char *usable;
  } cases[] = {
    { "k", "k" },
    { "\\t Bearer k\\r\\n", "Bearer k" },
    { "a\\tb", "a\tb" },
    { "k\\u00e9", "ké" },
    { "", NULL },
    { " \\n", NULL },
    { "<your-api-key>", NULL },
    { " <x> ", NULL },
    { "a\\nb", NULL },
    { "a\\u0000", NULL },
    { "a\\u007f", NULL },
    { "a…", NULL },
    { "\\ud800", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strdup_printf ("{\"apiKey\":\"%s\"}", cases[i].key);
    g_autoptr (SevenConfig) config = parse (text);
    g_autofree char *usable = seven_config_dup_usable_api_key (config);

    g_assert_cmpstr (usable, ==, cases[i].usable);
  }
}

static void
test_placeholder (void)
{
  static const struct
  {
    const char *text;
    gboolean is;
  } cases[] = {
    { "<your-api-key>", TRUE },
    { "\n <a {{code}} b>\xc2\xa0", TRUE },
    { "<>", FALSE },
    { "", FALSE },
    { " ", FALSE },
    { "<", FALSE },
    { "x <a>", FALSE },
    { "<a> x", FALSE },
    { "<a> <b>", FALSE },
    { "<<a>>", FALSE },
    { "‹a›", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (seven_config_is_placeholder (cases[i].text), ==, cases[i].is);
}

static void
test_fault (void)
{
  SevenRange fault = { 0, 0 };

  g_assert_false (seven_config_find_api_key_fault (" a\tb \n", 6, &fault));
  g_assert_true (seven_config_find_api_key_fault (" a€\n", 6, &fault));
  g_assert_cmpuint (fault.start, ==, 2);
  g_assert_cmpuint (fault.end, ==, 5);
  g_assert_true (seven_config_find_api_key_fault ("a\0b", 3, &fault));
  g_assert_cmpuint (fault.start, ==, 1);
}

static void
test_error (void)
{
  SevenRange place = { 0, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_null (seven_config_parse ("{\"a\":1,}", -1, &place, &error));
  g_assert_error (error, SEVEN_JSON_ERROR, SEVEN_JSON_ERROR_TRAILING_COMMA);
  g_assert_cmpuint (place.start, ==, 6);
}

static void
test_references (void)
{
  g_autoptr (SevenConfig) other = NULL;
  const char *key;

  {
    g_autoptr (SevenConfig) config = parse ("{\"apiKey\":\"k\"}");

    other = seven_config_ref (config);
  }
  key = seven_config_get_api_key (other);
  g_assert_cmpstr (key, ==, "k");
  g_assert_true (seven_json_get_root (seven_config_get_json (other)) ==
      seven_json_value_get_parent (seven_config_get_api_key_value (other)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/config/accepted", test_accepted);
  g_test_add_func ("/config/members", test_members);
  g_test_add_func ("/config/not-there", test_not_there);
  g_test_add_func ("/config/find", test_find);
  g_test_add_func ("/config/usable-key", test_usable_key);
  g_test_add_func ("/config/placeholder", test_placeholder);
  g_test_add_func ("/config/fault", test_fault);
  g_test_add_func ("/config/error", test_error);
  g_test_add_func ("/config/references", test_references);

  return g_test_run ();
}
