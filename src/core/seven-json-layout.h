/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-json.h"

G_BEGIN_DECLS

/* How tokens are set. */
typedef struct
{
  gboolean broken; /* one element or member a line; else all in one line */
  const char *newline;
  const char *base; /* the indentation of the line where the value begins */
  const char *indent; /* what a level adds to it */
  const char *colon; /* with its blanks */
  const char *gap; /* behind a comma, in one line */
  const char *object_padding; /* inside of the brackets, in one line */
  const char *array_padding;
} SevenJsonLayout;

char *seven_json_layout_apply (const SevenJsonLayout *self, const SevenJson *json);

G_END_DECLS
