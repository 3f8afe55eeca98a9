/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-rules.h"

G_BEGIN_DECLS

/* A text that was read, and what a check says of it. */
typedef struct
{
  char *text;
  gsize length;
  SevenCheck *check;
} SevenInput;

/* @file: a path, or "-" for standard input. The error says what to do; its message has no file name. */
gboolean
seven_input_read (SevenInput *self, const char *file, const SevenCheckOptions *options, GError **error);
void seven_input_clear (SevenInput *self);
/* At most @limit bytes of a file, or of standard input for "-". */
GBytes *seven_input_read_bytes (const char *file, gsize limit, GError **error);
/* As diagnostics name it. */
const char *seven_input_get_display_name (const char *file);
/* The first error that keeps the text from being a config: json-syntax or not-an-object; (nullable) (transfer none). */
SevenProblem *seven_input_get_obstacle (const SevenInput *self);
/* The first \u0000 in the text of a template or in the sender. What is read of them ends there, where the connector
 * would send all of it. (nullable) (transfer none). */
SevenProblem *seven_input_get_template_obstacle (const SevenInput *self, guint index);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SevenInput, seven_input_clear)

G_END_DECLS
