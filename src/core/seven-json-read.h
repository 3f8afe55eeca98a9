/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-json.h"

G_BEGIN_DECLS

char *seven_json_read_text (const SevenJson *json, const SevenJsonValue *object, const char *name);
double seven_json_read_number (const SevenJsonValue *object, const char *name);
double seven_json_read_value_number (const SevenJsonValue *value);

G_END_DECLS
