/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-bubble-text.h"

/* The tag keeps together, has some air at its ends, and some more between it and the text. */
#define TAG_AIR "\302\240"
#define MAX_SHOWN 6000

typedef struct
{
  guint16 red;
  guint16 green;
  guint16 blue;
  guint16 alpha;
} Tint;

/* Amber for what costs, grey for what is only to know. */
static const Tint offender_tint = { 0xe5e5, 0xa5a5, 0x0a0a, 0x5000 };
static const Tint tag_tint = { 0x8080, 0x8080, 0x8080, 0x4000 };

/* seven takes no more than 1520 characters. Of a text that is far longer only the beginning is laid out. */
static gsize
get_limit (SevenMessage *message)
{
  const char *text = seven_message_get_text (message);
  gsize length = strlen (text);

  return length <= MAX_SHOWN ? length : (gsize) (g_utf8_find_prev_char (text, text + MAX_SHOWN) - text);
}

/* At its very end a text needs no tag: nothing begins there. */
static gsize
get_tag_length (const SevenMark *mark, gsize limit)
{
  if (mark->kind != SEVEN_MARK_PART_END || mark->label == NULL)
    return 0;
  if (mark->range.start == 0 || mark->range.start >= limit)
    return 0;
  return 3 * strlen (TAG_AIR) + strlen (mark->label);
}

/* The length of the tags that stand inside a mark, which begin a part in the middle of it. */
static gsize
get_inner_length (SevenMessage *message, guint index, gsize limit)
{
  gsize end = seven_message_get_mark (message, index)->range.end;
  guint n_marks = seven_message_get_n_marks (message);
  gsize length = 0;

  for (guint i = index + 1; i < n_marks && seven_message_get_mark (message, i)->range.start < end; i++)
    length += get_tag_length (seven_message_get_mark (message, i), limit);
  return length;
}

/* Where each mark stands in the text as it is shown, the tags counted in. */
static GArray *
get_shown_ranges (SevenMessage *message)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (SevenRange));
  guint n_marks = seven_message_get_n_marks (message);
  gsize limit = get_limit (message);
  gsize shift = 0;

  for (guint i = 0; i < n_marks; i++) {
    const SevenMark *mark = seven_message_get_mark (message, i);
    gsize tag_length = get_tag_length (mark, limit);
    SevenRange range = { mark->range.start + shift, mark->range.end + shift + tag_length };

    if (mark->range.start >= limit)
      break;
    shift += tag_length;
    range.end += get_inner_length (message, i, limit);
    g_array_append_val (ranges, range);
  }
  return ranges;
}

static void
insert (PangoAttrList *list, PangoAttribute *attribute, SevenRange range)
{
  attribute->start_index = (guint) range.start;
  attribute->end_index = (guint) range.end;
  pango_attr_list_insert (list, attribute);
}

static void
insert_tint (PangoAttrList *list, const Tint *tint, SevenRange range)
{
  insert (list, pango_attr_background_new (tint->red, tint->green, tint->blue), range);
  insert (list, pango_attr_background_alpha_new (tint->alpha), range);
}

static void
insert_mark (PangoAttrList *list, const SevenMark *mark, SevenRange range)
{
  switch (mark->kind) {
  case SEVEN_MARK_CODE:
    insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), range);
    break;
  case SEVEN_MARK_OFFENDER:
    insert_tint (list, &offender_tint, range);
    insert (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), range);
    insert (list, pango_attr_show_new (PANGO_SHOW_IGNORABLES), range);
    break;
  case SEVEN_MARK_PART_END:
    insert (list, pango_attr_allow_breaks_new (FALSE), range);
    range.end -= strlen (TAG_AIR);
    insert_tint (list, &tag_tint, range);
    insert (list, pango_attr_scale_new (PANGO_SCALE_SMALL), range);
    break;
  default:
    break;
  }
}

char *
seven_bubble_text_dup (SevenMessage *message)
{
  const char *text;
  GString *shown;
  guint n_marks;
  gsize limit, copied = 0;

  if (message == NULL)
    return g_strdup ("");
  text = seven_message_get_text (message);
  limit = get_limit (message);
  shown = g_string_new (NULL);
  n_marks = seven_message_get_n_marks (message);
  for (guint i = 0; i < n_marks; i++) {
    const SevenMark *mark = seven_message_get_mark (message, i);

    if (get_tag_length (mark, limit) == 0)
      continue;
    g_string_append_len (shown, text + copied, (gssize) (mark->range.start - copied));
    g_string_append (shown, TAG_AIR);
    g_string_append (shown, mark->label);
    g_string_append (shown, TAG_AIR TAG_AIR);
    copied = mark->range.start;
  }
  g_string_append_len (shown, text + copied, (gssize) (limit - copied));
  if (text[limit] != '\0')
    g_string_append (shown, "…");
  return g_string_free (shown, FALSE);
}

PangoAttrList *
seven_bubble_text_new_attributes (SevenMessage *message)
{
  PangoAttrList *list = pango_attr_list_new ();
  g_autoptr (GArray) ranges = NULL;

  if (message == NULL)
    return list;
  /* No phone adds hyphens to a text. */
  pango_attr_list_insert (list, pango_attr_insert_hyphens_new (FALSE));
  ranges = get_shown_ranges (message);
  for (guint i = 0; i < ranges->len; i++) {
    SevenRange range = g_array_index (ranges, SevenRange, i);

    if (range.end > range.start)
      insert_mark (list, seven_message_get_mark (message, i), range);
  }
  return list;
}

const char *
seven_bubble_text_find_label (SevenMessage *message, gsize index)
{
  g_autoptr (GArray) ranges = NULL;

  if (message == NULL)
    return NULL;
  ranges = get_shown_ranges (message);
  for (guint i = 0; i < ranges->len; i++) {
    const SevenMark *mark = seven_message_get_mark (message, i);
    SevenRange range = g_array_index (ranges, SevenRange, i);

    if (mark->kind == SEVEN_MARK_OFFENDER && range.start <= index && index < range.end)
      return mark->label;
  }
  return NULL;
}
