/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-json-edit.h"

#include <string.h>

/* Random documents in random styles, random edits: the text still parses, says what was demanded, and every other
 * value keeps its bytes. A document that was laid out evenly still is. */

#define N_ROUNDS 4000
#define MAX_DEPTH 4

typedef struct
{
  gboolean chaotic; /* blanks anywhere */
  gboolean broken;
  const char *indent;
  const char *newline;
  guint depth;
  GString *text;
} Writer;

static guint
pick (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

static void
write_blanks (Writer *self)
{
  static const char *const blanks[] = { "", "", " ", "\t", "\n", "\r\n  ", "\r", "  " };

  if (self->chaotic)
    g_string_append (self->text, blanks[pick (G_N_ELEMENTS (blanks))]);
}

static void
write_space (Writer *self)
{
  write_blanks (self);
  if (self->chaotic || !self->broken)
    return;

  g_string_append (self->text, self->newline);
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, self->indent);
}

static void
write_string (Writer *self)
{
  static const char *const pieces[] = { "a", "b", " ", "ä", "€", "😀", "\\n", "\\\"", "\\\\", "\\/", "\\u00e4",
    "\\ud83d\\ude00", "\\ud800", "\\udc00", "\\u0000", "{", "]", ",", ":", "{{code}}" };
  guint n = pick (6);

  g_string_append_c (self->text, '"');
  for (guint i = 0; i < n; i++)
    g_string_append (self->text, pieces[pick (G_N_ELEMENTS (pieces))]);
  g_string_append_c (self->text, '"');
}

static void
write_scalar (Writer *self)
{
  static const char *const scalars[] = { "null", "true", "false", "0", "-1.50", "1E5", "{}", "[]" };

  if (pick (2) == 0)
    write_string (self);
  else
    g_string_append (self->text, scalars[pick (G_N_ELEMENTS (scalars))]);
}

static void write_value (Writer *self, guint at_least);

static void
write_child (Writer *self, gboolean is_object)
{
  write_space (self);
  if (is_object) {
    write_string (self);
    write_blanks (self);
    g_string_append (self->text, self->broken && !self->chaotic ? ": " : ":");
    write_blanks (self);
  }
  write_value (self, 0);
  write_blanks (self);
}

static void
write_container (Writer *self, gboolean is_object, guint n)
{
  g_string_append_c (self->text, is_object ? '{' : '[');
  self->depth++;
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      g_string_append_c (self->text, ',');
    write_child (self, is_object);
  }
  self->depth--;
  write_space (self);
  g_string_append_c (self->text, is_object ? '}' : ']');
}

static void
write_value (Writer *self, guint at_least)
{
  if (at_least == 0 && (self->depth >= MAX_DEPTH || pick (3) == 0))
    write_scalar (self);
  else
    write_container (self, at_least > 0 || pick (2) == 0, MAX (at_least, 1 + pick (4)));
}

static char *
generate (Writer *style)
{
  static const char *const indents[] = { "\t", "  ", "    ", " " };
  static const char *const newlines[] = { "\n", "\r\n", "\r" };

  style->chaotic = pick (3) == 0;
  style->broken = pick (3) > 0;
  style->indent = indents[pick (G_N_ELEMENTS (indents))];
  style->newline = newlines[pick (G_N_ELEMENTS (newlines))];
  style->depth = 0;
  style->text = g_string_new (NULL);
  write_value (style, style->chaotic ? 0 : 2);
  if (style->broken && !style->chaotic)
    g_string_append (style->text, style->newline);

  return g_string_free (style->text, FALSE);
}

typedef struct
{
  guint target; /* the value concerned, in the order of the text */
  gboolean replaced; /* that value reads @marker */
  int removed; /* its child, or -1 */
  int inserted; /* before this child comes @marker, or -1 */
  int moved_from;
  guint moved_to;
  const char *marker;
} Change;

typedef struct
{
  const SevenJson *json;
  const Change *change;
  guint n_seen;
  GString *text;
} Copier;

static void copy_value (Copier *self, const SevenJsonValue *value);

static void
copy_range (Copier *self, const SevenJsonValue *value)
{
  SevenRange range = seven_json_value_get_range (value);

  g_string_append_len (
      self->text, seven_json_get_text (self->json, NULL) + range.start, (gssize) (range.end - range.start));
}

static GPtrArray *
copy_children (Copier *self, const SevenJsonValue *value)
{
  GPtrArray *children = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < seven_json_value_get_n_children (value); i++) {
    Copier child = *self;

    child.text = g_string_new (NULL);
    if (seven_json_value_get_name (value, i) != NULL) {
      copy_range (&child, seven_json_value_get_name (value, i));
      g_string_append_c (child.text, ':');
    }
    copy_value (&child, seven_json_value_get_child (value, i));
    self->n_seen = child.n_seen;
    g_ptr_array_add (children, g_string_free (child.text, FALSE));
  }

  return children;
}

static void
change_children (const Change *change, GPtrArray *children)
{
  if (change->inserted >= 0)
    g_ptr_array_insert (children, change->inserted, g_strdup (change->marker));
  if (change->removed >= 0)
    g_ptr_array_remove_index (children, (guint) change->removed);
  if (change->moved_from >= 0)
    g_ptr_array_insert (
        children, (int) change->moved_to, g_ptr_array_steal_index (children, (guint) change->moved_from));
}

/* The value without blanks between its tokens, every token as it stands in the text. */
static void
copy_value (Copier *self, const SevenJsonValue *value)
{
  SevenJsonKind kind = seven_json_value_get_kind (value);
  gboolean concerned = self->n_seen++ == self->change->target;
  g_autoptr (GPtrArray) children = NULL;

  if (concerned && self->change->replaced) {
    g_string_append (self->text, self->change->marker);
    return;
  }
  if (kind != SEVEN_JSON_ARRAY && kind != SEVEN_JSON_OBJECT) {
    copy_range (self, value);
    return;
  }
  children = copy_children (self, value);
  if (concerned)
    change_children (self->change, children);
  g_string_append_c (self->text, kind == SEVEN_JSON_OBJECT ? '{' : '[');
  for (guint i = 0; i < children->len; i++) {
    g_string_append (self->text, i > 0 ? "," : "");
    g_string_append (self->text, g_ptr_array_index (children, i));
  }
  g_string_append_c (self->text, kind == SEVEN_JSON_OBJECT ? '}' : ']');
}

static char *
copy (const SevenJson *json, const Change *change)
{
  Copier copier = { json, change, 0, g_string_new (NULL) };

  copy_value (&copier, seven_json_get_root (json));

  return g_string_free (copier.text, FALSE);
}

static void
collect (GPtrArray *values, const SevenJsonValue *value)
{
  g_ptr_array_add (values, (gpointer) value);
  for (guint i = 0; i < seven_json_value_get_n_children (value); i++)
    collect (values, seven_json_value_get_child (value, i));
}

static SevenJson *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  SevenJson *json = seven_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);

  return json;
}

static const Change no_change = { G_MAXUINT, FALSE, -1, -1, -1, 0, NULL };

/* The same layout as the document had, if it had an even one. */
static void
check_layout (const Writer *style, const SevenJson *json)
{
  g_autofree char *expected = NULL;

  if (style->chaotic)
    return;
  if (style->broken)
    expected = seven_json_format (json, style->indent, style->newline);
  else
    expected = copy (json, &no_change);
  g_assert_cmpstr (seven_json_get_text (json, NULL), ==, expected);
}

static SevenJson *
apply (const SevenJson *json, const SevenSplice *splice)
{
  gsize length;
  const char *text = seven_json_get_text (json, &length);
  g_autofree char *changed = NULL;

  if (splice == NULL)
    return parse (text);

  g_assert_cmpuint (splice->offset + splice->removed, <=, length);
  g_assert_true (g_utf8_validate (splice->inserted, -1, NULL));
  changed = seven_splice_apply (splice, text, length);

  return parse (changed);
}

static char *
make_string (void)
{
  static const char *const pieces[] = { "a", "b", "ä", "😀", "\uFFFD", "\n", "\"", "\\", "/", "{{code}}",
    "\x01" };
  GString *string = g_string_new (NULL);

  for (guint n = pick (6); n > 0; n--)
    g_string_append (string, pieces[pick (G_N_ELEMENTS (pieces))]);

  return g_string_free (string, FALSE);
}

/* Half of the time only a little differs from what is there. */
static char *
make_similar_string (const SevenJsonValue *value)
{
  g_autofree char *fresh = make_string ();
  const char *old = seven_json_value_get_string (value, NULL);
  g_autofree char *head = NULL;
  const char *cut;

  if (old == NULL || pick (2) == 0)
    return g_steal_pointer (&fresh);

  cut = g_utf8_offset_to_pointer (old, (glong) pick ((guint) g_utf8_strlen (old, -1) + 1));
  head = g_strndup (old, (gsize) (cut - old));

  return g_strconcat (head, fresh, *cut != '\0' ? g_utf8_next_char (cut) : cut, NULL);
}

/* What stays equal keeps its escapes; only halves of surrogate pairs that would meet need more. */
static void
check_smallest (
    const SevenJson *json, const SevenJsonValue *value, const char *string, const SevenSplice *splice)
{
  gsize length;
  const char *old = seven_json_value_get_string (value, &length);
  g_autoptr (SevenSplice) between = NULL;
  SevenRange differing;

  if (old == NULL || splice == NULL || seven_json_value_get_lone_surrogate (json, value, 0, NULL))
    return;

  between = seven_splice_between (old, length, string, strlen (string));
  differing = seven_json_value_map_range (json, value, between->offset, between->offset + between->removed);
  g_assert_cmpuint (splice->offset, ==, differing.start);
  g_assert_cmpuint (splice->removed, ==, differing.end - differing.start);
}

static SevenSplice *
set_string (const SevenJson *json, GPtrArray *values, Change *change)
{
  const SevenJsonValue *value = g_ptr_array_index (values, change->target);
  g_autofree char *string = make_similar_string (value);
  g_autoptr (SevenSplice) splice = seven_json_edit_set_string (json, value, string, -1);
  g_autoptr (SevenJson) changed = apply (json, splice);
  g_autoptr (GPtrArray) now = g_ptr_array_new ();

  check_smallest (json, value, string, splice);
  collect (now, seven_json_get_root (changed));
  g_assert_true (seven_json_value_is_string (g_ptr_array_index (now, change->target), string));
  change->replaced = TRUE;

  return g_steal_pointer (&splice);
}

static const char fragment[] = "{\"x\":[1,{\"y\":\"\\u00e4\"}],\"z\":[]}";

static SevenSplice *
replace (const SevenJson *json, GPtrArray *values, Change *change)
{
  change->replaced = TRUE;
  change->marker = fragment;

  return seven_json_edit_replace (json, g_ptr_array_index (values, change->target), fragment);
}

static SevenSplice *
insert (const SevenJson *json, GPtrArray *values, Change *change)
{
  const SevenJsonValue *value = g_ptr_array_index (values, change->target);
  SevenJsonKind kind = seven_json_value_get_kind (value);
  guint index = pick (seven_json_value_get_n_children (value) + 1);

  change->inserted = (int) index;
  change->marker = kind == SEVEN_JSON_OBJECT ? "\"n\":{\"x\":[1,{\"y\":\"\\u00e4\"}],\"z\":[]}" : fragment;
  if (kind == SEVEN_JSON_OBJECT)
    return seven_json_edit_insert_member (json, value, index, "n", fragment);

  return seven_json_edit_insert_element (json, value, index, fragment);
}

static SevenSplice *
remove_child (const SevenJson *json, GPtrArray *values, Change *change)
{
  const SevenJsonValue *value = g_ptr_array_index (values, change->target);
  guint n = seven_json_value_get_n_children (value);

  change->removed = n > 0 ? (int) pick (n) : -1;

  return seven_json_edit_remove_child (json, value, (guint) change->removed);
}

static SevenSplice *
move (const SevenJson *json, GPtrArray *values, Change *change)
{
  const SevenJsonValue *value = g_ptr_array_index (values, change->target);
  guint n = seven_json_value_get_n_children (value);

  if (n == 0 || seven_json_value_get_kind (value) != SEVEN_JSON_ARRAY)
    return NULL;

  change->moved_from = (int) pick (n);
  change->moved_to = pick (n);

  return seven_json_edit_move_element (json, value, (guint) change->moved_from, change->moved_to);
}

typedef SevenSplice *(*Edit) (const SevenJson *json, GPtrArray *values, Change *change);

static void
check_edit (Edit edit)
{
  Writer style;
  g_autofree char *text = generate (&style);
  g_autoptr (SevenJson) json = parse (text);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (SevenSplice) splice = NULL;
  g_autoptr (SevenJson) changed = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  Change change = no_change;
  Change after = no_change;

  check_layout (&style, json);
  collect (values, seven_json_get_root (json));
  change.target = pick (values->len);
  change.marker = "?";
  splice = edit (json, values, &change);
  changed = apply (json, splice);
  expected = copy (json, &change);
  if (edit == set_string) {
    after.target = change.target;
    after.replaced = TRUE;
    after.marker = change.marker;
  }
  found = copy (changed, &after);
  g_assert_cmpstr (found, ==, expected);
  if (change.target > 0 || !change.replaced)
    check_layout (&style, changed);
}

static void
test_edit (gconstpointer data)
{
  Edit edit = *(const Edit *) data;

  for (guint i = 0; i < N_ROUNDS; i++)
    check_edit (edit);
}

/* Between any two texts: applied it gives the other, and no character is cut. */
static void
test_between (void)
{
  for (guint i = 0; i < N_ROUNDS; i++) {
    g_autofree char *before = make_string ();
    g_autofree char *after = make_string ();
    g_autoptr (SevenSplice) splice = seven_splice_between (before, strlen (before), after, strlen (after));
    g_autofree char *changed = NULL;

    g_assert_cmpint (splice == NULL, ==, strcmp (before, after) == 0);
    if (splice == NULL)
      continue;
    changed = seven_splice_apply (splice, before, strlen (before));
    g_assert_cmpstr (changed, ==, after);
    g_assert_true (g_utf8_validate (before, (gssize) splice->offset, NULL));
    g_assert_true (g_utf8_validate (before + splice->offset, (gssize) splice->removed, NULL));
    g_assert_true (g_utf8_validate (splice->inserted, -1, NULL));
  }
}

static const struct
{
  const char *path;
  Edit edit;
} edits[] = {
  { "/json-property/set-string", set_string },
  { "/json-property/replace", replace },
  { "/json-property/insert", insert },
  { "/json-property/remove", remove_child },
  { "/json-property/move", move },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    g_test_add_data_func (edits[i].path, &edits[i].edit, test_edit);
  g_test_add_func ("/json-property/between", test_between);

  return g_test_run ();
}
