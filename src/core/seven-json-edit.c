/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-json-edit.h"

#include <string.h>

#include "seven-json-layout.h"
#include "seven-json-string.h"
#include "seven-json-style.h"

/* The smallest splice that puts @replacement where @range is. */
static SevenSplice *
replace_range (const SevenJson *json, SevenRange range, const char *replacement)
{
  const char *text = seven_json_get_text (json, NULL);
  SevenSplice *splice =
      seven_splice_between (text + range.start, range.end - range.start, replacement, strlen (replacement));

  if (splice != NULL)
    splice->offset += range.start;

  return splice;
}

/* A removed character can bring the halves of a surrogate pair together, which then read as one. */
static gboolean
reads_as (const SevenJson *json, const SevenJsonValue *value, const SevenSplice *splice, const char *string,
    gsize length)
{
  SevenRange range = seven_json_value_get_range (value);
  SevenSplice inside = { splice->offset - range.start - 1, splice->removed, splice->inserted };
  gsize source_length = range.end - range.start - 2;
  g_autofree char *source =
      seven_splice_apply (&inside, seven_json_get_text (json, NULL) + range.start + 1, source_length);
  gsize new_length = strlen (source);
  g_autofree char *decoded = g_malloc (new_length + 1);

  return seven_json_string_decode (source, new_length, decoded) == length &&
      memcmp (decoded, string, length) == 0;
}

/* The token of a string without its quotes. */
static char *
quote_inside (const char *string, gsize length)
{
  g_autofree char *quoted = seven_json_quote (string, (gssize) length);

  return g_strndup (quoted + 1, strlen (quoted) - 2);
}

/* Only characters that differ are touched: escapes elsewhere stay as they were written. */
static SevenSplice *
change_string (const SevenJson *json, const SevenJsonValue *value, const char *string, gsize length)
{
  SevenRange whole = seven_json_value_get_range (value);
  g_autoptr (SevenSplice) change = NULL;
  g_autoptr (SevenSplice) splice = NULL;
  g_autofree char *inserted = NULL;
  gsize old_length;
  const char *old = seven_json_value_get_string (value, &old_length);
  SevenRange place;

  change = seven_splice_between (old, old_length, string, length);
  if (change == NULL)
    return NULL;

  place = seven_json_value_map_range (json, value, change->offset, change->offset + change->removed);
  inserted = quote_inside (string + change->offset, length - (old_length - change->removed));
  splice = seven_splice_new (place.start, place.end - place.start, inserted);
  if (!reads_as (json, value, splice, string, length)) {
    g_autofree char *quoted = seven_json_quote (string, (gssize) length);

    return replace_range (json, whole, quoted);
  }

  return g_steal_pointer (&splice);
}

/**
 * seven_json_edit_set_string:
 * @json: the text
 * @value: one of its values, or a member’s name
 * @string: valid UTF-8; may contain NUL where @length says so
 * @length: its length in bytes, or -1 where it is NUL-terminated
 *
 * Makes the value this string. In a string only the part that differs is written anew; the escapes of the rest stay.
 *
 * Returns: (transfer full) (nullable): the smallest splice; %NULL where nothing would change
 */
SevenSplice *
seven_json_edit_set_string (
    const SevenJson *json, const SevenJsonValue *value, const char *string, gssize length)
{
  g_autofree char *quoted = NULL;
  gsize n_bytes;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);
  g_return_val_if_fail (string != NULL, NULL);

  n_bytes = length < 0 ? strlen (string) : (gsize) length;
  if (seven_json_value_get_kind (value) == SEVEN_JSON_STRING)
    return change_string (json, value, string, n_bytes);

  quoted = seven_json_quote (string, (gssize) n_bytes);

  return replace_range (json, seven_json_value_get_range (value), quoted);
}

/* In the document's own habits; NULL where the fragment is no JSON. */
static char *
lay_out (const SevenJsonStyle *style, const char *fragment, const char *base, gboolean broken)
{
  g_autoptr (SevenJson) parsed = seven_json_parse (fragment, -1, NULL, NULL);
  SevenJsonLayout layout = {
    .broken = broken,
    .newline = style->newline,
    .base = base,
    .indent = style->indent,
    .colon = style->colon,
    .gap = style->gap,
    .object_padding = style->object_padding,
    .array_padding = style->array_padding,
  };

  return parsed != NULL ? seven_json_layout_apply (&layout, parsed) : NULL;
}

/* Elements are set as their neighbours are, members as the object around them. */
static gboolean
is_broken_at (const SevenJson *json, const SevenJsonValue *parent, guint neighbour)
{
  const SevenJsonValue *value;

  if (parent == NULL)
    return TRUE;

  value = seven_json_value_get_kind (parent) == SEVEN_JSON_ARRAY
      ? seven_json_value_get_child (parent, neighbour)
      : NULL;
  if (value != NULL && seven_json_value_get_n_children (value) > 0)
    return seven_json_is_broken (json, value);

  return seven_json_is_broken (json, parent);
}

/**
 * seven_json_edit_replace:
 * @json: the text
 * @value: one of its values
 * @fragment: JSON text
 *
 * Puts another value in the place of one. The fragment is laid out as the document is.
 *
 * Returns: (transfer full) (nullable): the smallest splice; %NULL where nothing would change, or @fragment is no JSON
 */
SevenSplice *
seven_json_edit_replace (const SevenJson *json, const SevenJsonValue *value, const char *fragment)
{
  g_autoptr (SevenJsonStyle) style = NULL;
  g_autofree char *base = NULL;
  g_autofree char *replacement = NULL;
  SevenRange range;
  gboolean broken;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);
  g_return_val_if_fail (fragment != NULL, NULL);

  style = seven_json_style_new (json, value);
  range = seven_json_value_get_range (value);
  base = seven_json_dup_line_indent (json, range.start);
  if (seven_json_value_get_n_children (value) > 0)
    broken = seven_json_is_broken (json, value);
  else
    broken = is_broken_at (json, seven_json_value_get_parent (value), seven_json_value_get_index (value));
  replacement = lay_out (style, fragment, base, broken);

  return replacement != NULL ? replace_range (json, range, replacement) : NULL;
}

/* Blanks with their line ends become one line end: no empty lines are copied. */
static void
append_blanks (GString *text, const char *blanks, gsize length, const char *newline)
{
  gsize line = length;

  while (line > 0 && blanks[line - 1] != '\n' && blanks[line - 1] != '\r')
    line--;
  if (line > 0)
    g_string_append (text, newline);
  g_string_append_len (text, blanks + line, (gssize) (length - line));
}

/* What stands between two children here: as it does between those next to the place. */
static char *
make_separator (
    const SevenJson *json, const SevenJsonStyle *style, const SevenJsonValue *container, guint index)
{
  guint n = seven_json_value_get_n_children (container);
  SevenRange gap = seven_json_gap_before (container, n > 1 ? CLAMP (index, 1, n - 1) : 0);
  const char *text = seven_json_get_text (json, NULL) + gap.start;
  gsize length = gap.end - gap.start;
  gsize comma = n > 1 ? strcspn (text, ",") : 0;
  GString *separator = g_string_new (NULL);

  append_blanks (separator, text, comma, style->newline);
  g_string_append_c (separator, ',');
  if (n > 1)
    append_blanks (separator, text + comma + 1, length - comma - 1, style->newline);
  else if (seven_json_has_line_end (json, gap))
    append_blanks (separator, text, length, style->newline);
  else
    g_string_append (separator, style->gap);

  return g_string_free (separator, FALSE);
}

/* The indentation of the line on which something begins that comes behind @separator. */
static char *
dup_indent_behind (const SevenJson *json, const char *separator, gsize neighbour)
{
  const char *line = strrchr (separator, '\n');

  if (line == NULL)
    line = strrchr (separator, '\r');
  if (line == NULL)
    return seven_json_dup_line_indent (json, neighbour);

  return g_strndup (line + 1, strspn (line + 1, " \t"));
}

static char *
make_child (
    const SevenJsonStyle *style, const char *name, const char *fragment, const char *base, gboolean broken)
{
  g_autofree char *value = lay_out (style, fragment, base, broken);
  g_autofree char *quoted = NULL;

  if (name == NULL || value == NULL)
    return g_steal_pointer (&value);

  quoted = seven_json_quote (name, -1);

  return g_strconcat (quoted, style->colon, value, NULL);
}

static SevenSplice *
insert_first (const SevenJson *json, const SevenJsonValue *container, const char *name, const char *fragment)
{
  g_autoptr (SevenJsonStyle) style = seven_json_style_new (json, container);
  const SevenJsonValue *parent = seven_json_value_get_parent (container);
  SevenRange inside = seven_json_gap_before (container, 0);
  gboolean broken =
      parent == NULL || seven_json_is_broken (json, parent) || seven_json_has_line_end (json, inside);
  g_autofree char *outer = seven_json_dup_line_indent (json, inside.start);
  g_autofree char *inner = broken ? g_strconcat (outer, style->indent, NULL) : g_strdup (outer);
  g_autofree char *child = make_child (style, name, fragment, inner, broken);
  const char *padding = name != NULL ? style->object_padding : style->array_padding;
  g_autofree char *inserted = NULL;

  if (child == NULL)
    return NULL;

  if (broken)
    inserted = g_strconcat (style->newline, inner, child, style->newline, outer, NULL);
  else
    inserted = g_strconcat (padding, child, padding, NULL);

  return seven_splice_new (inside.start, inside.end - inside.start, inserted);
}

static SevenSplice *
insert_beside (const SevenJson *json, const SevenJsonValue *container, guint index, const char *name,
    const char *fragment)
{
  g_autoptr (SevenJsonStyle) style = seven_json_style_new (json, container);
  guint neighbour = index > 0 ? index - 1 : 0;
  SevenRange beside = seven_json_child_range (container, neighbour);
  g_autofree char *separator = make_separator (json, style, container, index);
  g_autofree char *base = dup_indent_behind (json, separator, beside.start);
  g_autofree char *child =
      make_child (style, name, fragment, base, is_broken_at (json, container, neighbour));
  g_autofree char *inserted = NULL;

  if (child == NULL)
    return NULL;

  inserted = index > 0 ? g_strconcat (separator, child, NULL) : g_strconcat (child, separator, NULL);

  return seven_splice_new (index > 0 ? beside.end : beside.start, 0, inserted);
}

static SevenSplice *
insert_child (const SevenJson *json, const SevenJsonValue *container, guint index, const char *name,
    const char *fragment)
{
  guint n = seven_json_value_get_n_children (container);

  if (n == 0)
    return insert_first (json, container, name, fragment);

  return insert_beside (json, container, MIN (index, n), name, fragment);
}

/**
 * seven_json_edit_insert_member:
 * @json: the text
 * @object: one of its objects
 * @index: where among the members it comes, from 0; %G_MAXUINT: last
 * @name: the name, whether or not there is a member of this name
 * @fragment: JSON text of the value
 *
 * Inserts a member, laid out as the object and the document are.
 *
 * Returns: (transfer full) (nullable): the smallest splice; %NULL where @object is none, or @fragment is no JSON
 */
SevenSplice *
seven_json_edit_insert_member (
    const SevenJson *json, const SevenJsonValue *object, guint index, const char *name, const char *fragment)
{
  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (object != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (fragment != NULL, NULL);

  if (seven_json_value_get_kind (object) != SEVEN_JSON_OBJECT)
    return NULL;

  return insert_child (json, object, index, name, fragment);
}

/**
 * seven_json_edit_insert_element:
 * @json: the text
 * @array: one of its arrays
 * @index: where among the elements it comes, from 0; %G_MAXUINT: last
 * @fragment: JSON text
 *
 * Inserts an element, laid out as its neighbours and the document are.
 *
 * Returns: (transfer full) (nullable): the smallest splice; %NULL where @array is none, or @fragment is no JSON
 */
SevenSplice *
seven_json_edit_insert_element (
    const SevenJson *json, const SevenJsonValue *array, guint index, const char *fragment)
{
  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (array != NULL, NULL);
  g_return_val_if_fail (fragment != NULL, NULL);

  if (seven_json_value_get_kind (array) != SEVEN_JSON_ARRAY)
    return NULL;

  return insert_child (json, array, index, NULL, fragment);
}

/**
 * seven_json_edit_remove_child:
 * @json: the text
 * @parent: one of its arrays or objects
 * @index: which element or member, from 0
 *
 * Takes out an element or member with its comma and its line.
 *
 * Returns: (transfer full) (nullable): the smallest splice; %NULL where there is no such child
 */
SevenSplice *
seven_json_edit_remove_child (const SevenJson *json, const SevenJsonValue *parent, guint index)
{
  SevenRange removed;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (parent != NULL, NULL);

  if (index >= seven_json_value_get_n_children (parent))
    return NULL;

  removed = seven_json_find_removed (json, parent, index, index);

  return seven_splice_new (removed.start, removed.end - removed.start, "");
}

static void
append_range (GString *text, const SevenJson *json, SevenRange range)
{
  g_string_append_len (
      text, seven_json_get_text (json, NULL) + range.start, (gssize) (range.end - range.start));
}

/* Which element comes to stand at @index. */
static guint
get_moved (guint index, guint from, guint to)
{
  if (index == to)
    return from;
  if (from < to)
    return index >= from && index < to ? index + 1 : index;

  return index > to && index <= from ? index - 1 : index;
}

/**
 * seven_json_edit_move_element:
 * @json: the text
 * @array: one of its arrays
 * @from: which element, from 0
 * @to: which one it is to be afterwards
 *
 * Moves an element. Every element keeps its own text byte by byte; what stands between them stays in its place.
 *
 * Returns: (transfer full) (nullable): the smallest splice; %NULL where nothing would change, @array is none, or
 *   there is no such element
 */
SevenSplice *
seven_json_edit_move_element (const SevenJson *json, const SevenJsonValue *array, guint from, guint to)
{
  g_autoptr (GString) moved = NULL;
  SevenRange range;
  guint first = MIN (from, to);
  guint last = MAX (from, to);

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (array != NULL, NULL);

  if (seven_json_value_get_kind (array) != SEVEN_JSON_ARRAY ||
      last >= seven_json_value_get_n_children (array))
    return NULL;

  moved = g_string_new (NULL);
  for (guint i = first; i <= last; i++) {
    append_range (moved, json, seven_json_child_range (array, get_moved (i, from, to)));
    if (i < last)
      append_range (moved, json, seven_json_gap_before (array, i + 1));
  }
  range.start = seven_json_child_range (array, first).start;
  range.end = seven_json_child_range (array, last).end;

  return replace_range (json, range, moved->str);
}

/**
 * seven_json_edit_rename_member:
 * @json: the text
 * @object: one of its objects
 * @index: which member, from 0
 * @name: its new name
 *
 * Gives a member another name. Whether another member has it already is not looked at.
 *
 * Returns: (transfer full) (nullable): the smallest splice; %NULL where nothing would change, or there is no such
 *   member
 */
SevenSplice *
seven_json_edit_rename_member (
    const SevenJson *json, const SevenJsonValue *object, guint index, const char *name)
{
  const SevenJsonValue *member;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (object != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  member = seven_json_value_get_name (object, index);

  return member != NULL ? seven_json_edit_set_string (json, member, name, -1) : NULL;
}
