/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-json.h"

G_BEGIN_DECLS

/* How a document is set, as learned from its text. */
typedef struct
{
  const char *newline; /* static */
  char *indent; /* what a level adds */
  char *colon; /* with its blanks */
  char *gap; /* behind a comma, in one line */
  char *object_padding; /* inside of brackets, in one line */
  char *array_padding;
} SevenJsonStyle;

SevenJsonStyle *seven_json_style_new (const SevenJson *json, const SevenJsonValue *container);
void seven_json_style_free (SevenJsonStyle *self);

SevenRange seven_json_child_range (const SevenJsonValue *parent, guint index);
SevenRange seven_json_gap_before (const SevenJsonValue *parent, guint index);
gboolean seven_json_has_line_end (const SevenJson *json, SevenRange range);
gboolean seven_json_is_broken (const SevenJson *json, const SevenJsonValue *container);
SevenRange
seven_json_find_removed (const SevenJson *json, const SevenJsonValue *parent, guint first, guint last);
const SevenJsonValue *seven_json_value_get_next (const SevenJsonValue *value);
char *seven_json_dup_line_indent (const SevenJson *json, gsize offset);
char *seven_json_dup_range (const SevenJson *json, SevenRange range);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenJsonStyle, seven_json_style_free)

G_END_DECLS
