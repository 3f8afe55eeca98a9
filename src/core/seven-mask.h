/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-json.h"

G_BEGIN_DECLS

/* What is to be hidden: the inside of a string, or a whole value that has no quotation marks around it. */
typedef struct
{
  SevenRange range;
  gboolean bare;
} SevenHidden;

/* (transfer full) (element-type SevenHidden): in their order, none empty. */
GArray *seven_mask_find_json (const SevenJson *json);
GArray *seven_mask_find_broken (const char *text, gsize length);
/* (transfer full): the text with each of them replaced; bare: (nullable): by what bare ones are. */
GString *
seven_mask_put (const char *text, gsize length, const GArray *hidden, const char *mark, const char *bare);

G_END_DECLS
