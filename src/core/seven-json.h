/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <json-glib/json-glib.h>

#include "seven-range.h"

G_BEGIN_DECLS

/**
 * SEVEN_JSON_MAX_DEPTH:
 *
 * The deepest nesting that is read, in levels; the root is the first.
 */
#define SEVEN_JSON_MAX_DEPTH 512

/**
 * SEVEN_JSON_MAX_SIZE:
 *
 * The largest text that is read, in bytes.
 */
#define SEVEN_JSON_MAX_SIZE (64 * 1024 * 1024)

#define SEVEN_JSON_ERROR (seven_json_error_quark ())
GQuark seven_json_error_quark (void);

/**
 * SevenJsonError:
 * @SEVEN_JSON_ERROR_EMPTY: there is nothing but blanks
 * @SEVEN_JSON_ERROR_BYTE_ORDER_MARK: the text begins with U+FEFF
 * @SEVEN_JSON_ERROR_INVALID_UTF8: bytes that are no UTF-8
 * @SEVEN_JSON_ERROR_COMMENT: a comment of C, C++ or shell form
 * @SEVEN_JSON_ERROR_TRAILING_COMMA: a comma behind the last element, member or value; the place is the comma
 * @SEVEN_JSON_ERROR_QUOTE: another quotation mark where " belongs; the place is that one mark
 * @SEVEN_JSON_ERROR_CONTROL_CHARACTER: a control character or line break inside a string
 * @SEVEN_JSON_ERROR_ESCAPE: a backslash with something else behind it than JSON has
 * @SEVEN_JSON_ERROR_NUMBER: a number in another form than JSON has
 * @SEVEN_JSON_ERROR_LITERAL: NaN, True, undefined, any bare word
 * @SEVEN_JSON_ERROR_UNTERMINATED: the text ends inside of a value
 * @SEVEN_JSON_ERROR_UNEXPECTED: any other character that cannot stand where it stands
 * @SEVEN_JSON_ERROR_SECOND_VALUE: the text goes on after its value
 * @SEVEN_JSON_ERROR_DEPTH: nested deeper than %SEVEN_JSON_MAX_DEPTH
 * @SEVEN_JSON_ERROR_SIZE: larger than %SEVEN_JSON_MAX_SIZE
 * @SEVEN_JSON_ERROR_NUL: a string has a NUL, which json-glib cannot say; [method@JsonValue.to_node] only
 * @SEVEN_JSON_ERROR_LONE_SURROGATE: a string has half a character, which json-glib cannot say;
 *   [method@JsonValue.to_node] only
 *
 * What can be wrong with a text.
 */
typedef enum
{
  SEVEN_JSON_ERROR_EMPTY,
  SEVEN_JSON_ERROR_BYTE_ORDER_MARK,
  SEVEN_JSON_ERROR_INVALID_UTF8,
  SEVEN_JSON_ERROR_COMMENT,
  SEVEN_JSON_ERROR_TRAILING_COMMA,
  SEVEN_JSON_ERROR_QUOTE,
  SEVEN_JSON_ERROR_CONTROL_CHARACTER,
  SEVEN_JSON_ERROR_ESCAPE,
  SEVEN_JSON_ERROR_NUMBER,
  SEVEN_JSON_ERROR_LITERAL,
  SEVEN_JSON_ERROR_UNTERMINATED,
  SEVEN_JSON_ERROR_UNEXPECTED,
  SEVEN_JSON_ERROR_SECOND_VALUE,
  SEVEN_JSON_ERROR_DEPTH,
  SEVEN_JSON_ERROR_SIZE,
  SEVEN_JSON_ERROR_NUL,
  SEVEN_JSON_ERROR_LONE_SURROGATE,
} SevenJsonError;

/**
 * SevenJsonKind:
 * @SEVEN_JSON_NULL: null
 * @SEVEN_JSON_BOOLEAN: true or false
 * @SEVEN_JSON_NUMBER: a number
 * @SEVEN_JSON_STRING: a string, also the name of a member
 * @SEVEN_JSON_ARRAY: an array
 * @SEVEN_JSON_OBJECT: an object
 *
 * What a value is.
 */
typedef enum
{
  SEVEN_JSON_NULL,
  SEVEN_JSON_BOOLEAN,
  SEVEN_JSON_NUMBER,
  SEVEN_JSON_STRING,
  SEVEN_JSON_ARRAY,
  SEVEN_JSON_OBJECT,
} SevenJsonKind;

/**
 * SevenJson:
 *
 * A text and the tree of its values. Immutable, reference counted (atomically), owns a copy of the text.
 */
typedef struct _SevenJson SevenJson;

/**
 * SevenJsonValue:
 *
 * One value of the tree, or the name of a member. Owned by its #SevenJson.
 */
typedef struct _SevenJsonValue SevenJsonValue;

SevenJson *seven_json_parse (const char *text, gssize length, SevenRange *place, GError **error);
SevenJson *seven_json_ref (SevenJson *self);
void seven_json_unref (SevenJson *self);
const char *seven_json_get_text (const SevenJson *self, gsize *length);
const SevenJsonValue *seven_json_get_root (const SevenJson *self);
char *seven_json_dup_pointer (const SevenJson *self, const SevenJsonValue *value);
const SevenJsonValue *seven_json_lookup_pointer (const SevenJson *self, const char *pointer);

SevenJsonKind seven_json_value_get_kind (const SevenJsonValue *self);
SevenRange seven_json_value_get_range (const SevenJsonValue *self);
const SevenJsonValue *seven_json_value_get_parent (const SevenJsonValue *self);
guint seven_json_value_get_index (const SevenJsonValue *self);
const char *seven_json_value_get_string (const SevenJsonValue *self, gsize *length);
gboolean seven_json_value_is_string (const SevenJsonValue *self, const char *string);
gboolean
seven_json_value_get_nul (const SevenJson *json, const SevenJsonValue *self, guint index, SevenRange *range);
gboolean seven_json_value_get_lone_surrogate (
    const SevenJson *json, const SevenJsonValue *self, guint index, SevenRange *range);
SevenRange
seven_json_value_map_range (const SevenJson *json, const SevenJsonValue *self, gsize start, gsize end);
double seven_json_value_get_number (const SevenJsonValue *self);
gboolean seven_json_value_get_boolean (const SevenJsonValue *self);
guint seven_json_value_get_n_children (const SevenJsonValue *self);
const SevenJsonValue *seven_json_value_get_child (const SevenJsonValue *self, guint index);
const SevenJsonValue *seven_json_value_get_name (const SevenJsonValue *self, guint index);
const SevenJsonValue *seven_json_value_lookup (const SevenJsonValue *self, const char *name);
int seven_json_value_find (const SevenJsonValue *self, const char *name);

JsonNode *seven_json_value_to_node (const SevenJson *json, const SevenJsonValue *self, GError **error);
char *seven_json_quote (const char *string, gssize length);
char *seven_json_print (JsonNode *node);
char *seven_json_format (const SevenJson *self, const char *indent, const char *newline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenJson, seven_json_unref)

G_END_DECLS
