/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-json.h"
#include "seven-splice.h"

G_BEGIN_DECLS

SevenSplice *seven_json_edit_set_string (
    const SevenJson *json, const SevenJsonValue *value, const char *string, gssize length);
SevenSplice *
seven_json_edit_replace (const SevenJson *json, const SevenJsonValue *value, const char *fragment);
SevenSplice *seven_json_edit_insert_member (
    const SevenJson *json, const SevenJsonValue *object, guint index, const char *name, const char *fragment);
SevenSplice *seven_json_edit_insert_element (
    const SevenJson *json, const SevenJsonValue *array, guint index, const char *fragment);
SevenSplice *seven_json_edit_remove_child (const SevenJson *json, const SevenJsonValue *parent, guint index);
SevenSplice *
seven_json_edit_move_element (const SevenJson *json, const SevenJsonValue *array, guint from, guint to);
SevenSplice *seven_json_edit_rename_member (
    const SevenJson *json, const SevenJsonValue *object, guint index, const char *name);

G_END_DECLS
