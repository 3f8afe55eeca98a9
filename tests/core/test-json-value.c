/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-json.h"

#include <math.h>
#include <string.h>

static SevenJson *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  SevenJson *json = seven_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);

  return json;
}

static void
assert_range (SevenRange range, gsize start, gsize end)
{
  g_assert_cmpuint (range.start, ==, start);
  g_assert_cmpuint (range.end, ==, end);
}

static void
test_kinds (void)
{
  g_autoptr (SevenJson) json = parse (" [null, true, false, 1.5, \"a\", [2], {\"b\": 3}] ");
  const SevenJsonValue *root = seven_json_get_root (json);
  static const struct
  {
    SevenJsonKind kind;
    gsize start;
    gsize end;
    guint n;
  } expected[] = {
    { SEVEN_JSON_NULL, 2, 6, 0 },
    { SEVEN_JSON_BOOLEAN, 8, 12, 0 },
    { SEVEN_JSON_BOOLEAN, 14, 19, 0 },
    { SEVEN_JSON_NUMBER, 21, 24, 0 },
    { SEVEN_JSON_STRING, 26, 29, 0 },
    { SEVEN_JSON_ARRAY, 31, 34, 1 },
    { SEVEN_JSON_OBJECT, 36, 44, 1 },
  };

  assert_range (seven_json_value_get_range (root), 1, 45);
  g_assert_null (seven_json_value_get_parent (root));
  g_assert_cmpuint (seven_json_value_get_index (root), ==, 0);
  g_assert_cmpuint (seven_json_value_get_n_children (root), ==, G_N_ELEMENTS (expected));
  g_assert_null (seven_json_value_get_child (root, G_N_ELEMENTS (expected)));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    const SevenJsonValue *value = seven_json_value_get_child (root, i);

    g_assert_cmpint (seven_json_value_get_kind (value), ==, expected[i].kind);
    assert_range (seven_json_value_get_range (value), expected[i].start, expected[i].end);
    g_assert_cmpuint (seven_json_value_get_n_children (value), ==, expected[i].n);
    g_assert_cmpuint (seven_json_value_get_index (value), ==, i);
    g_assert_true (seven_json_value_get_parent (value) == root);
    g_assert_cmpint (seven_json_value_get_boolean (value), ==, i == 1);
    g_assert_cmpfloat_with_epsilon (seven_json_value_get_number (value), i == 3 ? 1.5 : 0, 1e-15);
    g_assert_cmpstr (seven_json_value_get_string (value, NULL), ==, i == 4 ? "a" : NULL);
    g_assert_null (seven_json_value_get_name (value, 1));
  }
}

static void
test_members (void)
{
  g_autoptr (SevenJson) json = parse ("{\"a\": 1, \"b\": {\"a\": 2}, \"\\u0061\": 3}");
  const SevenJsonValue *root = seven_json_get_root (json);
  const SevenJsonValue *name = seven_json_value_get_name (root, 2);

  assert_range (seven_json_value_get_range (name), 24, 32);
  g_assert_true (seven_json_value_is_string (name, "a"));
  g_assert_true (seven_json_value_get_parent (name) == root);
  g_assert_cmpuint (seven_json_value_get_index (name), ==, 2);
  g_assert_cmpint (seven_json_value_find (root, "a"), ==, 2);
  g_assert_cmpint (seven_json_value_find (root, "b"), ==, 1);
  g_assert_cmpint (seven_json_value_find (root, "c"), ==, -1);
  g_assert_cmpint (seven_json_value_find (name, "c"), ==, -1);
  g_assert_true (seven_json_value_lookup (root, "a") == seven_json_value_get_child (root, 2));
  g_assert_null (seven_json_value_lookup (root, ""));
  g_assert_null (seven_json_value_get_name (root, 3));
}

static void
test_pointers (void)
{
  static const char *const found[] = { "", "/a~1b", "/m~0n", "/~01", "/", "/list", "/list/0", "/list/1/x" };
  static const char *const missing[] = { "a", "/x", "/list/2", "/list/00", "/list/-", "/list/+1", "/list/x",
    "/list/", "/a~1b/0", "/list/4294967296", "//" };
  g_autoptr (SevenJson) json =
      parse ("{\"a/b\": 1, \"m~n\": 2, \"~1\": 3, \"\": 4, \"list\": [5, {\"x\": 6}], \"a\": 7, \"a\": 8}");
  g_autofree char *of_name = NULL;
  const SevenJsonValue *root = seven_json_get_root (json);

  for (guint i = 0; i < G_N_ELEMENTS (found); i++) {
    const SevenJsonValue *value = seven_json_lookup_pointer (json, found[i]);
    g_autofree char *pointer = NULL;

    g_assert_nonnull (value);
    pointer = seven_json_dup_pointer (json, value);
    g_assert_cmpstr (pointer, ==, found[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    g_assert_null (seven_json_lookup_pointer (json, missing[i]));
  g_assert_true (seven_json_lookup_pointer (json, "/a") == seven_json_value_get_child (root, 6));
  of_name = seven_json_dup_pointer (json, seven_json_value_get_name (root, 0));
  g_assert_cmpstr (of_name, ==, "/a~1b");
}

static void
test_decoding (void)
{
  static const struct
  {
    const char *token;
    const char *string;
    gsize length;
  } cases[] = {
    { "\"\"", "", 0 },
    { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t", 8 },
    { "\"\\u0041\\u00e9\\u20AC\"", "Aé€", 6 },
    { "\"\\ud83d\\uDE00\"", "😀", 4 },
    { "\"a\\u0000b\"", "a\0b", 3 },
    { "\"\\ud800\"", "\uFFFD", 3 },
    { "\"\\udc00\\ud800\"", "\uFFFD\uFFFD", 6 },
    { "\"\\ud800\\ud800\\udc00\"", "\uFFFD𐀀", 7 },
    { "\"\\ud800\\n\"", "\uFFFD\n", 4 },
    { "\"\\ud800u\"", "\uFFFDu", 4 },
    { "\"ä\\\\u0041\"", "ä\\u0041", 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenJson) json = parse (cases[i].token);
    gsize length;
    const char *string = seven_json_value_get_string (seven_json_get_root (json), &length);

    g_assert_cmpmem (string, length, cases[i].string, cases[i].length);
    g_assert_cmpint (string[length], ==, '\0');
  }
}

static void
test_is_string (void)
{
  g_autoptr (SevenJson) json = parse ("[\"a\\u0000\", \"a\", 1]");
  const SevenJsonValue *root = seven_json_get_root (json);

  g_assert_false (seven_json_value_is_string (seven_json_value_get_child (root, 0), "a"));
  g_assert_true (seven_json_value_is_string (seven_json_value_get_child (root, 1), "a"));
  g_assert_false (seven_json_value_is_string (seven_json_value_get_child (root, 1), "ab"));
  g_assert_false (seven_json_value_is_string (seven_json_value_get_child (root, 2), "1"));
}

static void
test_flaws (void)
{
  g_autoptr (SevenJson) json = parse ("[\"x\\u0000\\ud800\\ud83d\\ude00\\u0000\\udfff\", 1]");
  const SevenJsonValue *value = seven_json_lookup_pointer (json, "/0");
  const SevenJsonValue *number = seven_json_lookup_pointer (json, "/1");
  SevenRange range;

  g_assert_true (seven_json_value_get_nul (json, value, 0, &range));
  assert_range (range, 3, 9);
  g_assert_true (seven_json_value_get_nul (json, value, 1, &range));
  assert_range (range, 27, 33);
  g_assert_false (seven_json_value_get_nul (json, value, 2, &range));
  g_assert_true (seven_json_value_get_lone_surrogate (json, value, 0, &range));
  assert_range (range, 9, 15);
  g_assert_true (seven_json_value_get_lone_surrogate (json, value, 1, &range));
  assert_range (range, 33, 39);
  g_assert_false (seven_json_value_get_lone_surrogate (json, value, 2, NULL));
  g_assert_false (seven_json_value_get_nul (json, number, 0, NULL));
  g_assert_false (seven_json_value_get_lone_surrogate (json, number, 0, NULL));
}

static void
test_map (void)
{
  /* a at 1, \n at 2–3, ä at 4–5, the pair at 6–17, b at 18; decoded: a, LF, ä (2), 😀 (4), b */
  g_autoptr (SevenJson) json = parse ("\"a\\nä\\ud83d\\ude00b\"");
  const SevenJsonValue *value = seven_json_get_root (json);
  static const gsize cases[][4] = {
    { 0, 0, 1, 1 },
    { 0, 1, 1, 2 },
    { 1, 2, 2, 4 },
    { 1, 1, 2, 2 },
    { 2, 4, 4, 6 },
    { 3, 3, 4, 4 },
    { 3, 4, 4, 6 },
    { 4, 8, 6, 18 },
    { 5, 6, 6, 18 },
    { 1, 5, 2, 18 },
    { 8, 9, 18, 19 },
    { 9, 9, 19, 19 },
    { 0, 9, 1, 19 },
    { 0, 99, 1, 19 },
    { 99, 99, 19, 19 },
  };
  g_autoptr (SevenJson) number = parse (" 12 ");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_range (
        seven_json_value_map_range (json, value, cases[i][0], cases[i][1]), cases[i][2], cases[i][3]);
  assert_range (seven_json_value_map_range (number, seven_json_get_root (number), 0, 1), 1, 3);
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *token;
    double number;
  } cases[] = { { "0", 0 }, { "-0.5", -0.5 }, { "0.075", 0.075 }, { "1e3", 1000 }, { "1E-2", 0.01 },
    { "123456789012345678", 123456789012345678.0 } };
  g_autoptr (SevenJson) huge = parse ("[1e999,-1e999,-0]");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenJson) json = parse (cases[i].token);

    g_assert_cmpfloat_with_epsilon (
        seven_json_value_get_number (seven_json_get_root (json)), cases[i].number, 1e-15);
  }
  g_assert_cmpint (isinf (seven_json_value_get_number (seven_json_lookup_pointer (huge, "/0"))), ==, 1);
  g_assert_cmpint (isinf (seven_json_value_get_number (seven_json_lookup_pointer (huge, "/1"))), ==, -1);
  g_assert_true (signbit (seven_json_value_get_number (seven_json_lookup_pointer (huge, "/2"))) != 0);
}

static void
test_quote (void)
{
  static const struct
  {
    const char *string;
    gssize length;
    const char *token;
  } cases[] = {
    { "", -1, "\"\"" },
    { "a\"b\\c/", -1, "\"a\\\"b\\\\c/\"" },
    { "\b\f\n\r\t\x01\x1f\x7f", -1, "\"\\b\\f\\n\\r\\t\\u0001\\u001f\x7f\"" },
    { "ä€😀\u2028", -1, "\"ä€😀\u2028\"" },
    { "a\0b", 3, "\"a\\u0000b\"" },
    { "abc", 1, "\"a\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *token = seven_json_quote (cases[i].string, cases[i].length);

    g_assert_cmpstr (token, ==, cases[i].token);
  }
}

static void
test_print (void)
{
  static const struct
  {
    const char *text;
    const char *printed;
  } cases[] = {
    { "0.075", "0.075\n" },
    { "50.0", "50\n" },
    { "0.1", "0.1\n" },
    { "[0.3, 1e21, 1e-7]", "[\n  0.3,\n  1e+21,\n  1e-07\n]\n" },
    { "0.30000000000000004", "0.30000000000000004\n" },
    { "1234567890123456", "1234567890123456\n" },
    { "9223372036854775807", "9223372036854775807\n" },
    { "-9223372036854775808", "-9223372036854775808\n" },
    { "9223372036854775808", "9.223372036854776e+18\n" },
    { "-0", "-0\n" },
    { "1e999", "null\n" },
    { "null", "null\n" },
    { "[]", "[]\n" },
    { "{}", "{}\n" },
    { "{\"b\":[true,false,null],\"a\":{\"x\":\"\\u00e4\\n\"},\"b\":1}",
        "{\n  \"b\": 1,\n  \"a\": {\n    \"x\": \"ä\\n\"\n  }\n}\n" },
    { "[[],[{}],\"\"]", "[\n  [],\n  [\n    {}\n  ],\n  \"\"\n]\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenJson) json = parse (cases[i].text);
    g_autoptr (GError) error = NULL;
    g_autoptr (JsonNode) node = seven_json_value_to_node (json, seven_json_get_root (json), &error);
    g_autofree char *printed = NULL;
    g_autoptr (SevenJson) again = NULL;

    g_assert_no_error (error);
    printed = seven_json_print (node);
    g_assert_cmpstr (printed, ==, cases[i].printed);
    again = parse (printed);
  }
}

static void
test_print_any_number (void)
{
  for (guint i = 0; i < 2000; i++) {
    guint64 bits = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
    double number;
    g_autoptr (JsonNode) node = json_node_new (JSON_NODE_VALUE);
    g_autofree char *printed = NULL;
    double back;

    memcpy (&number, &bits, sizeof number);
    if (!isfinite (number))
      continue;
    json_node_set_double (node, number);
    printed = seven_json_print (node);
    back = g_ascii_strtod (printed, NULL);
    g_assert_cmpmem (&back, sizeof back, &number, sizeof number);
  }
}

static void
test_node_refuses (void)
{
  static const struct
  {
    const char *text;
    SevenJsonError code;
  } cases[] = {
    { "\"a\\u0000\"", SEVEN_JSON_ERROR_NUL },
    { "[[{\"a\": \"\\u0000\"}]]", SEVEN_JSON_ERROR_NUL },
    { "{\"\\u0000\": 1}", SEVEN_JSON_ERROR_NUL },
    { "{\"a\": [\"\\ud800\"]}", SEVEN_JSON_ERROR_LONE_SURROGATE },
    { "{\"\\udfff\": 1}", SEVEN_JSON_ERROR_LONE_SURROGATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenJson) json = parse (cases[i].text);
    g_autoptr (GError) error = NULL;

    g_assert_null (seven_json_value_to_node (json, seven_json_get_root (json), &error));
    g_assert_error (error, SEVEN_JSON_ERROR, (int) cases[i].code);
  }
}

static void
test_node_types (void)
{
  g_autoptr (SevenJson) json = parse ("[1, 1.0, \"a\", true, null]");
  g_autoptr (JsonNode) node = seven_json_value_to_node (json, seven_json_get_root (json), NULL);
  JsonArray *array = json_node_get_array (node);

  g_assert_true (json_node_get_value_type (json_array_get_element (array, 0)) == G_TYPE_INT64);
  g_assert_true (json_node_get_value_type (json_array_get_element (array, 1)) == G_TYPE_DOUBLE);
  g_assert_cmpstr (json_array_get_string_element (array, 2), ==, "a");
  g_assert_true (json_array_get_boolean_element (array, 3));
  g_assert_true (json_array_get_null_element (array, 4));
}

static void
test_format (void)
{
  static const struct
  {
    const char *text;
    const char *indent;
    const char *newline;
    const char *formatted;
  } cases[] = {
    { "1", "  ", "\n", "1\n" },
    { " [ ] ", "  ", "\n", "[]\n" },
    { "{\"a\":[1,2.50,{}],\"b\":\"\\u0061,:{\"}", "  ", "\n",
        "{\n  \"a\": [\n    1,\n    2.50,\n    {}\n  ],\n  \"b\": \"\\u0061,:{\"\n}\n" },
    { "{\"a\":[1E5]}", "\t", "\r\n", "{\r\n\t\"a\": [\r\n\t\t1E5\r\n\t]\r\n}\r\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenJson) json = parse (cases[i].text);
    g_autofree char *formatted = seven_json_format (json, cases[i].indent, cases[i].newline);
    g_autoptr (SevenJson) again = parse (formatted);
    g_autofree char *twice = seven_json_format (again, cases[i].indent, cases[i].newline);

    g_assert_cmpstr (formatted, ==, cases[i].formatted);
    g_assert_cmpstr (twice, ==, formatted);
  }
}

static void
test_references (void)
{
  SevenJson *json = parse ("\"kept\"");
  g_autoptr (SevenJson) other = seven_json_ref (json);

  seven_json_unref (json);
  g_assert_true (seven_json_value_is_string (seven_json_get_root (other), "kept"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-value/kinds", test_kinds);
  g_test_add_func ("/json-value/members", test_members);
  g_test_add_func ("/json-value/pointers", test_pointers);
  g_test_add_func ("/json-value/decoding", test_decoding);
  g_test_add_func ("/json-value/is-string", test_is_string);
  g_test_add_func ("/json-value/flaws", test_flaws);
  g_test_add_func ("/json-value/map", test_map);
  g_test_add_func ("/json-value/numbers", test_numbers);
  g_test_add_func ("/json-value/quote", test_quote);
  g_test_add_func ("/json-value/print", test_print);
  g_test_add_func ("/json-value/print-any-number", test_print_any_number);
  g_test_add_func ("/json-value/node-refuses", test_node_refuses);
  g_test_add_func ("/json-value/node-types", test_node_types);
  g_test_add_func ("/json-value/format", test_format);
  g_test_add_func ("/json-value/references", test_references);

  return g_test_run ();
}
