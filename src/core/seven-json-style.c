/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-json-style.h"

#include <string.h>

/* How far a large document is looked through for its habits, in values. */
#define MAX_LOOKED_AT 4096
/* And one object for the way it sets its colons, in members. */
#define MAX_MEMBERS 32

/* From the name, in an object. */
SevenRange
seven_json_child_range (const SevenJsonValue *parent, guint index)
{
  SevenRange range = seven_json_value_get_range (seven_json_value_get_child (parent, index));
  const SevenJsonValue *name = seven_json_value_get_name (parent, index);

  if (name != NULL)
    range.start = seven_json_value_get_range (name).start;

  return range;
}

/* What stands between a child and the one before, or the opening bracket; for the index behind the last child, the
 * closing one. */
SevenRange
seven_json_gap_before (const SevenJsonValue *parent, guint index)
{
  SevenRange whole = seven_json_value_get_range (parent);
  SevenRange gap = { whole.start + 1, whole.end - 1 };

  if (index > 0)
    gap.start = seven_json_child_range (parent, index - 1).end;
  if (index < seven_json_value_get_n_children (parent))
    gap.end = seven_json_child_range (parent, index).start;

  return gap;
}

char *
seven_json_dup_range (const SevenJson *json, SevenRange range)
{
  return g_strndup (seven_json_get_text (json, NULL) + range.start, range.end - range.start);
}

/* Looks no further than the range: the next line end may be far away. */
gboolean
seven_json_has_line_end (const SevenJson *json, SevenRange range)
{
  const char *start = seven_json_get_text (json, NULL) + range.start;
  gsize length = range.end - range.start;

  return memchr (start, '\n', length) != NULL || memchr (start, '\r', length) != NULL;
}

/* Whether the first child stands on a line of its own. */
gboolean
seven_json_is_broken (const SevenJson *json, const SevenJsonValue *container)
{
  return seven_json_value_get_n_children (container) > 0 &&
      seven_json_has_line_end (json, seven_json_gap_before (container, 0));
}

/* What goes with a run of children: the comma before it or the one behind, so that a line goes with its own end. */
SevenRange
seven_json_find_removed (const SevenJson *json, const SevenJsonValue *parent, guint first, guint last)
{
  guint n = seven_json_value_get_n_children (parent);
  SevenRange before = seven_json_gap_before (parent, first);
  SevenRange behind = seven_json_gap_before (parent, last + 1);
  SevenRange removed = { before.end, behind.end };
  gboolean ends_line = !seven_json_has_line_end (json, before) && seven_json_has_line_end (json, behind);

  if (first == 0 && last == n - 1)
    removed.start = before.start;
  else if (last == n - 1 || (first > 0 && ends_line)) {
    removed.start = before.start;
    removed.end = behind.start;
  }

  return removed;
}

/* The blanks at the start of the line. */
char *
seven_json_dup_line_indent (const SevenJson *json, gsize offset)
{
  const char *text = seven_json_get_text (json, NULL);

  while (offset > 0 && text[offset - 1] != '\n' && text[offset - 1] != '\r')
    offset--;

  return g_strndup (text + offset, strspn (text + offset, " \t"));
}

static const char *
find_newline (const SevenJson *json)
{
  const char *text = seven_json_get_text (json, NULL);
  const char *found = strpbrk (text, "\r\n");

  if (found == NULL || *found == '\n')
    return "\n";

  return found[1] == '\n' ? "\r\n" : "\r";
}

static void
learn_indent (SevenJsonStyle *self, const SevenJson *json, const SevenJsonValue *container)
{
  g_autofree char *outer = NULL;
  g_autofree char *inner = NULL;

  if (self->indent != NULL)
    return;

  outer = seven_json_dup_line_indent (json, seven_json_value_get_range (container).start);
  inner = seven_json_dup_line_indent (json, seven_json_child_range (container, 0).start);
  if (g_str_has_prefix (inner, outer) && strlen (inner) > strlen (outer))
    self->indent = g_strdup (inner + strlen (outer));
}

static void
learn_padding (SevenJsonStyle *self, const SevenJson *json, const SevenJsonValue *container)
{
  gboolean is_object = seven_json_value_get_kind (container) == SEVEN_JSON_OBJECT;
  char **padding = is_object ? &self->object_padding : &self->array_padding;

  if (*padding == NULL)
    *padding = seven_json_dup_range (json, seven_json_gap_before (container, 0));
}

static void
learn_gap (SevenJsonStyle *self, const SevenJson *json, const SevenJsonValue *container)
{
  SevenRange gap;

  if (self->gap != NULL || seven_json_value_get_n_children (container) < 2)
    return;

  gap = seven_json_gap_before (container, 1);
  if (!seven_json_has_line_end (json, gap)) {
    g_autofree char *separator = seven_json_dup_range (json, gap);

    self->gap = g_strdup (strchr (separator, ',') + 1);
  }
}

/* The shortest, since values may be aligned. */
static void
learn_colon (SevenJsonStyle *self, const SevenJson *json, const SevenJsonValue *object)
{
  guint n = MIN (seven_json_value_get_n_children (object), MAX_MEMBERS);
  SevenRange shortest = { 0, 0 };

  for (guint i = 0; i < n; i++) {
    SevenRange colon = { seven_json_value_get_range (seven_json_value_get_name (object, i)).end,
      seven_json_value_get_range (seven_json_value_get_child (object, i)).start };

    if (!seven_json_has_line_end (json, colon) &&
        (shortest.end == 0 || colon.end - colon.start < shortest.end - shortest.start))
      shortest = colon;
  }
  if (shortest.end > 0)
    self->colon = seven_json_dup_range (json, shortest);
}

static void
learn (SevenJsonStyle *self, const SevenJson *json, const SevenJsonValue *container)
{
  if (seven_json_value_get_n_children (container) == 0)
    return;

  if (seven_json_is_broken (json, container))
    learn_indent (self, json, container);
  else
    learn_padding (self, json, container);
  learn_gap (self, json, container);
  if (self->colon == NULL && seven_json_value_get_kind (container) == SEVEN_JSON_OBJECT)
    learn_colon (self, json, container);
}

/* The value that follows in the text, children before siblings. */
const SevenJsonValue *
seven_json_value_get_next (const SevenJsonValue *value)
{
  const SevenJsonValue *parent;

  if (seven_json_value_get_n_children (value) > 0)
    return seven_json_value_get_child (value, 0);

  for (; (parent = seven_json_value_get_parent (value)) != NULL; value = parent) {
    const SevenJsonValue *sibling =
        seven_json_value_get_child (parent, seven_json_value_get_index (value) + 1);

    if (sibling != NULL)
      return sibling;
  }

  return NULL;
}

static gboolean
knows_all (const SevenJsonStyle *self)
{
  return self->indent != NULL && self->colon != NULL && self->gap != NULL && self->object_padding != NULL &&
      self->array_padding != NULL;
}

static void
set_default (char **field, const char *value)
{
  if (*field == NULL)
    *field = g_strdup (value);
}

/*
 * seven_json_style_new:
 * @json: the text
 * @container: (nullable): the array or object whose habits go before those of the rest
 *
 * Returns: (transfer full): how the text is set
 */
SevenJsonStyle *
seven_json_style_new (const SevenJson *json, const SevenJsonValue *container)
{
  SevenJsonStyle *self = g_new0 (SevenJsonStyle, 1);
  const SevenJsonValue *value = seven_json_get_root (json);

  self->newline = find_newline (json);
  if (container != NULL)
    learn (self, json, container);
  for (guint n = 0; value != NULL && n < MAX_LOOKED_AT && !knows_all (self); n++) {
    learn (self, json, value);
    value = seven_json_value_get_next (value);
  }
  set_default (&self->indent, "  ");
  set_default (&self->colon, ": ");
  set_default (&self->gap, strcmp (self->colon, ":") == 0 ? "" : " ");
  set_default (&self->object_padding, "");
  set_default (&self->array_padding, "");

  return self;
}

void
seven_json_style_free (SevenJsonStyle *self)
{
  if (self == NULL)
    return;

  g_free (self->indent);
  g_free (self->colon);
  g_free (self->gap);
  g_free (self->object_padding);
  g_free (self->array_padding);
  g_free (self);
}
