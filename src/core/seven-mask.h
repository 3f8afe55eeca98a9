/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-json.h"

G_BEGIN_DECLS

char *seven_mask_json (const SevenJson *json);
char *seven_mask_broken (const char *text, gsize length);

G_END_DECLS
