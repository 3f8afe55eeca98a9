/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-rules.h"

G_BEGIN_DECLS

struct _SevenCheck
{
  gatomicrefcount ref_count;
  SevenConfig *config; /* (nullable) */
  GPtrArray *problems;
  guint counts[SEVEN_SEVERITY_INFO + 1];

  /* Of a text that is no JSON, where its fault can be mended: */
  char *text; /* (nullable) */
  gsize length;
  int syntax_code;
  SevenRange syntax_place;
};

G_END_DECLS
