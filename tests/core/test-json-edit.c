/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-json-edit.h"

#include <string.h>

typedef enum
{
  SET,
  REPLACE,
  INSERT_MEMBER,
  INSERT_ELEMENT,
  REMOVE,
  MOVE,
  RENAME,
} Operation;

typedef struct
{
  const char *name;
  Operation operation;
  const char *text;
  const char *pointer;
  guint index;
  guint to;
  const char *member;
  const char *string; /* or fragment */
  const char *expected; /* NULL: no splice */
  gsize removed; /* G_MAXSIZE: not looked at */
} Case;

#define ANY G_MAXSIZE

static const Case cases[] = {
  { "set-middle", SET, "{\"a\": \"one two\"}", "/a", 0, 0, NULL, "one big two", "{\"a\": \"one big two\"}",
      0 },
  { "set-same", SET, "[\"\\u0061\"]", "/0", 0, 0, NULL, "a", NULL, 0 },
  { "set-keeps-escapes", SET, "[\"\\u00e4x\\/\\u00f6\"]", "/0", 0, 0, NULL, "äy/ö",
      "[\"\\u00e4y\\/\\u00f6\"]", 1 },
  { "set-whole-escape", SET, "[\"a\\nb\"]", "/0", 0, 0, NULL, "a\tb", "[\"a\\tb\"]", 2 },
  { "set-next-character", SET, "[\"ä\"]", "/0", 0, 0, NULL, "å", "[\"å\"]", 2 },
  { "set-same-tail-byte", SET, "[\"ä\"]", "/0", 0, 0, NULL, "Ĥ", "[\"Ĥ\"]", 2 },
  { "set-pair-whole", SET, "[\"\\ud83d\\ude00\"]", "/0", 0, 0, NULL, "😁", "[\"😁\"]", 12 },
  { "set-quote", SET, "[\"\"]", "/0", 0, 0, NULL, "\"\\\n\x01", "[\"\\\"\\\\\\n\\u0001\"]", 0 },
  { "set-empty", SET, "[\"a\\u0062c\"]", "/0", 0, 0, NULL, "", "[\"\"]", 8 },
  { "set-number", SET, "[ 12 ]", "/0", 0, 0, NULL, "12", "[ \"12\" ]", ANY },
  { "set-null", SET, "null", "", 0, 0, NULL, "x", "\"x\"", 4 },
  { "set-halves-meet", SET, "[\"\\ud83dx\\ude00\"]", "/0", 0, 0, NULL, "\uFFFD\uFFFD", "[\"\uFFFD\uFFFD\"]",
      ANY },
  { "replace-number", REPLACE, "[1, 23]", "/1", 0, 0, NULL, "24", "[1, 24]", 1 },
  { "replace-same", REPLACE, "[{ \"a\": 1 }]", "/0", 0, 0, NULL, "{\"a\":1}", NULL, 0 },
  { "replace-broken", REPLACE, "{\n\t\"a\": null\n}", "/a", 0, 0, NULL, "[1]", "{\n\t\"a\": [\n\t\t1\n\t]\n}",
      4 },
  { "replace-one-line", REPLACE, "{\"a\": null}", "/a", 0, 0, NULL, "{\"b\":[1,2]}",
      "{\"a\": {\"b\": [1, 2]}}", ANY },
  { "replace-root", REPLACE, "7\n", "", 0, 0, NULL, "{\"a\":1}", "{\n  \"a\": 1\n}\n", 1 },
  { "replace-no-json", REPLACE, "[7]", "/0", 0, 0, NULL, "{", NULL, 0 },
  { "member-last", INSERT_MEMBER, "{\n  \"a\": 1\n}\n", "", G_MAXUINT, 0, "b", "2",
      "{\n  \"a\": 1,\n  \"b\": 2\n}\n", 0 },
  { "member-first", INSERT_MEMBER, "{\n  \"a\": 1\n}\n", "", 0, 0, "b", "2",
      "{\n  \"b\": 2,\n  \"a\": 1\n}\n", 0 },
  { "member-between", INSERT_MEMBER, "{\n  \"a\": 1,\n  \"c\": 1\n}", "", 1, 0, "b", "2",
      "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 1\n}", 0 },
  { "member-crlf", INSERT_MEMBER, "{\r\n\t\"a\": 1\r\n}", "", 1, 0, "b", "[1]",
      "{\r\n\t\"a\": 1,\r\n\t\"b\": [\r\n\t\t1\r\n\t]\r\n}", 0 },
  { "member-cr", INSERT_MEMBER, "{\r\"a\": 1\r}", "", 1, 0, "b", "2", "{\r\"a\": 1,\r\"b\": 2\r}", 0 },
  { "member-one-line", INSERT_MEMBER, "{ \"a\": 1 }", "", 1, 0, "b", "[]", "{ \"a\": 1, \"b\": [] }", 0 },
  { "member-compact", INSERT_MEMBER, "{\"a\":1}", "", 1, 0, "b", "{\"c\":[1,2]}",
      "{\"a\":1,\"b\":{\"c\":[1,2]}}", 0 },
  { "member-empty-root", INSERT_MEMBER, "{}", "", 0, 0, "b", "\"x\"", "{\n  \"b\": \"x\"\n}", 0 },
  { "member-empty-lines", INSERT_MEMBER, "{\n\n}\n", "", 0, 0, "b", "1", "{\n  \"b\": 1\n}\n", 2 },
  { "member-empty-in-one-line", INSERT_MEMBER, "{ \"a\": {} }", "/a", 0, 0, "b", "1",
      "{ \"a\": { \"b\": 1 } }", 0 },
  { "member-blank-lines", INSERT_MEMBER, "{\n  \"a\": 1,\n\n  \"c\": 1\n}", "", 2, 0, "b", "2",
      "{\n  \"a\": 1,\n\n  \"c\": 1,\n  \"b\": 2\n}", 0 },
  { "member-aligned", INSERT_MEMBER, "{\n  \"content\":   1,\n  \"usageType\": 1\n}", "", 2, 0, "b", "2",
      "{\n  \"content\":   1,\n  \"usageType\": 1,\n  \"b\": 2\n}", 0 },
  { "member-comma-first", INSERT_MEMBER, "{ \"a\": 1\n, \"b\": 2\n}", "", 2, 0, "c", "3",
      "{ \"a\": 1\n, \"b\": 2\n, \"c\": 3\n}", 0 },
  { "member-quoted-name", INSERT_MEMBER, "{}", "", 0, 0, "\"", "1", "{\n  \"\\\"\": 1\n}", 0 },
  { "member-of-array", INSERT_MEMBER, "[]", "", 0, 0, "a", "1", NULL, 0 },
  { "member-no-json", INSERT_MEMBER, "{}", "", 0, 0, "a", "tru", NULL, 0 },
  { "member-templates", INSERT_MEMBER, "{\n  \"a\": {\"b\": 1}\n}", "", 1, 0, "t", "[{\"x\":1}]",
      "{\n  \"a\": {\"b\": 1},\n  \"t\": [\n    {\n      \"x\": 1\n    }\n  ]\n}", 0 },
  { "element-like-one-line", INSERT_ELEMENT, "[\n\t{\"a\": 1, \"b\": 2}\n]", "", 1, 0, NULL,
      "{\"a\":3,\"b\":[]}", "[\n\t{\"a\": 1, \"b\": 2},\n\t{\"a\": 3, \"b\": []}\n]", 0 },
  { "element-padded", INSERT_ELEMENT, "[\n  { \"a\": 1 }\n]", "", 0, 0, NULL, "{\"a\":3,\"b\":4}",
      "[\n  { \"a\": 3, \"b\": 4 },\n  { \"a\": 1 }\n]", 0 },
  { "element-like-broken", INSERT_ELEMENT, "[{\n    \"a\": 1\n}]", "", 1, 0, NULL, "{\"a\":3}",
      "[{\n    \"a\": 1\n}, {\n    \"a\": 3\n}]", 0 },
  { "element-empty", INSERT_ELEMENT, "{\n   \"t\": []\n}", "/t", 0, 0, NULL, "{\"a\":1}",
      "{\n   \"t\": [\n      {\n         \"a\": 1\n      }\n   ]\n}", 0 },
  { "element-one-line", INSERT_ELEMENT, "[1,2]", "", 1, 0, NULL, "7", "[1,7,2]", 0 },
  { "element-of-object", INSERT_ELEMENT, "{}", "", 0, 0, NULL, "7", NULL, 0 },
  { "remove-only", REMOVE, "{\n  \"a\": 1\n}", "", 0, 0, NULL, NULL, "{}", ANY },
  { "remove-first", REMOVE, "{\n  \"a\": 1,\n  \"b\": 2\n}", "", 0, 0, NULL, NULL, "{\n  \"b\": 2\n}", ANY },
  { "remove-middle", REMOVE, "[\n  1,\n  2,\n  3\n]", "", 1, 0, NULL, NULL, "[\n  1,\n  3\n]", ANY },
  { "remove-last", REMOVE, "[\n  1,\n  2,\n  3\n]", "", 2, 0, NULL, NULL, "[\n  1,\n  2\n]", ANY },
  { "remove-lines", REMOVE, "[\n  {\n    \"a\": 1\n  },\n  2\n]", "", 0, 0, NULL, NULL, "[\n  2\n]", ANY },
  { "remove-one-line", REMOVE, "[1, 2, 3]", "", 1, 0, NULL, NULL, "[1, 3]", 3 },
  { "remove-line-end", REMOVE, "[1, 2,\n 3, 4]", "", 1, 0, NULL, NULL, "[1,\n 3, 4]", 3 },
  { "remove-padded", REMOVE, "{ \"a\": 1, \"b\": 2 }", "", 1, 0, NULL, NULL, "{ \"a\": 1 }", ANY },
  { "remove-past-end", REMOVE, "[1]", "", 1, 0, NULL, NULL, NULL, 0 },
  { "remove-of-string", REMOVE, "\"a\"", "", 0, 0, NULL, NULL, NULL, 0 },
  { "move-down", MOVE, "[\n  1,\n  {\"a\" : 2},\n  3\n]", "", 0, 2, NULL, NULL,
      "[\n  {\"a\" : 2},\n  3,\n  1\n]", ANY },
  { "move-up", MOVE, "[1, 2 ,\n3]", "", 2, 0, NULL, NULL, "[3, 1 ,\n2]", ANY },
  { "move-nowhere", MOVE, "[1, 2]", "", 1, 1, NULL, NULL, NULL, 0 },
  { "move-equal", MOVE, "[1, 1]", "", 0, 1, NULL, NULL, NULL, 0 },
  { "move-past-end", MOVE, "[1, 2]", "", 0, 2, NULL, NULL, NULL, 0 },
  { "move-in-object", MOVE, "{\"a\": 1, \"b\": 2}", "", 0, 1, NULL, NULL, NULL, 0 },
  { "rename", RENAME, "{\"apikey\" : 1}", "", 0, 0, NULL, "apiKey", "{\"apiKey\" : 1}", 1 },
  { "rename-escaped", RENAME, "{\"\\u0061pikey\": 1}", "", 0, 0, NULL, "apiKey", "{\"\\u0061piKey\": 1}", 1 },
  { "rename-same", RENAME, "{\"a\": 1}", "", 0, 0, NULL, "a", NULL, 0 },
  { "rename-none", RENAME, "[1]", "", 0, 0, NULL, "a", NULL, 0 },
};

static SevenSplice *
operate (const Case *self, const SevenJson *json)
{
  const SevenJsonValue *value = seven_json_lookup_pointer (json, self->pointer);

  g_assert_nonnull (value);
  switch (self->operation) {
  case SET:
    return seven_json_edit_set_string (json, value, self->string, -1);
  case REPLACE:
    return seven_json_edit_replace (json, value, self->string);
  case INSERT_MEMBER:
    return seven_json_edit_insert_member (json, value, self->index, self->member, self->string);
  case INSERT_ELEMENT:
    return seven_json_edit_insert_element (json, value, self->index, self->string);
  case REMOVE:
    return seven_json_edit_remove_child (json, value, self->index);
  case MOVE:
    return seven_json_edit_move_element (json, value, self->index, self->to);
  case RENAME:
  default:
    return seven_json_edit_rename_member (json, value, self->index, self->string);
  }
}

static SevenJson *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  SevenJson *json = seven_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);

  return json;
}

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (SevenJson) json = parse (self->text);
  g_autoptr (SevenSplice) splice = operate (self, json);
  g_autofree char *changed = NULL;

  if (self->expected == NULL) {
    g_assert_null (splice);
    return;
  }
  g_assert_nonnull (splice);
  changed = seven_splice_apply (splice, self->text, strlen (self->text));
  g_assert_cmpstr (changed, ==, self->expected);
  if (self->removed != ANY)
    g_assert_cmpuint (splice->removed, ==, self->removed);
}

/* In one long line nothing is looked for to its end again and again. */
static void
test_long_line (void)
{
  g_autoptr (GString) text = g_string_new ("[{\"a\": 1}");
  g_autoptr (SevenJson) json = NULL;
  g_autoptr (GTimer) timer = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, ", {\"a\": [1, 2]}");
  g_string_append_c (text, ']');
  json = parse (text->str);
  timer = g_timer_new ();
  for (guint i = 0; i < 10; i++) {
    g_autoptr (SevenSplice) inserted =
        seven_json_edit_insert_element (json, seven_json_get_root (json), i * 1000, "{\"b\": 1}");
    g_autoptr (SevenSplice) removed =
        seven_json_edit_remove_child (json, seven_json_get_root (json), i * 1000);

    g_assert_cmpuint (strlen (inserted->inserted), ==, strlen ("{\"b\": 1}, "));
    g_assert_cmpuint (removed->removed, >=, strlen ("{\"a\": 1}, "));
  }
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/json-edit/case/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/json-edit/long-line", test_long_line);

  return g_test_run ();
}
