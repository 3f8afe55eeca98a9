/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-json.h"

G_BEGIN_DECLS

/* What may come next. */
typedef enum
{
  SEVEN_JSON_STATE_VALUE,
  SEVEN_JSON_STATE_FIRST_ELEMENT, /* a value or ] */
  SEVEN_JSON_STATE_FIRST_NAME, /* a name or } */
  SEVEN_JSON_STATE_NAME,
  SEVEN_JSON_STATE_COLON,
  SEVEN_JSON_STATE_NEXT, /* a comma or the closing bracket */
  SEVEN_JSON_STATE_END,
} SevenJsonState;

/* The first of two passes: finds the fault, or how many values there are, so that the second one can lay out
 * the tree in a single block. */
typedef struct
{
  const char *text; /* NUL-terminated besides its length */
  gsize length;
  gsize position;
  SevenJsonState state;
  gboolean after_comma; /* in VALUE and NAME */
  gsize comma; /* the last one */
  SevenRange string; /* the last string token */
  gsize n_values; /* names counted too */
  GArray *counts; /* of guint32: children of each container, in the order of their opening brackets */
  guint depth;
  guint32 open[SEVEN_JSON_MAX_DEPTH]; /* indices into counts */
  gboolean in_object[SEVEN_JSON_MAX_DEPTH];
  SevenRange *place;
  GError **error;
} SevenJsonScanner;

gboolean seven_json_scanner_run (SevenJsonScanner *self);

G_END_DECLS
