/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-config.h"

G_BEGIN_DECLS

char *seven_export_with_key (const SevenConfig *config, const char *api_key);
char *seven_export_without_key (const SevenConfig *config);
char *seven_export_masked (const char *text, gsize length);

G_END_DECLS
