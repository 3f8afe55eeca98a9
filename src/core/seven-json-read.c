/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-json-read.h"

#include <math.h>
#include <string.h>

/**
 * seven_json_read_text:
 * @json: the text that @object is part of
 * @object: any value; only an object has members
 * @name: the name of a member
 *
 * Reads a member that seven writes now as a string, now as a number: a string as it is, up to a NUL, a number as it
 * stands in the text.
 *
 * Returns: (transfer full) (nullable): the text; %NULL for every other kind, for "" and where there is no such member
 */
char *
seven_json_read_text (const SevenJson *json, const SevenJsonValue *object, const char *name)
{
  const SevenJsonValue *value;
  const char *string;
  SevenRange range;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (object != NULL, NULL);

  value = seven_json_value_lookup (object, name);
  if (value == NULL)
    return NULL;
  if (seven_json_value_get_kind (value) == SEVEN_JSON_NUMBER) {
    range = seven_json_value_get_range (value);
    return g_strndup (seven_json_get_text (json, NULL) + range.start, range.end - range.start);
  }
  string = seven_json_value_get_string (value, NULL);
  return string != NULL && *string != '\0' ? g_strdup (string) : NULL;
}

/**
 * seven_json_read_number:
 * @object: any value; only an object has members
 * @name: the name of a member
 *
 * Reads a member that is a number, or a string that is one as a whole.
 *
 * Returns: the finite number; NAN for everything else and where there is no such member
 */
double
seven_json_read_number (const SevenJsonValue *object, const char *name)
{
  g_return_val_if_fail (object != NULL, NAN);

  return seven_json_read_value_number (seven_json_value_lookup (object, name));
}

/**
 * seven_json_read_value_number:
 * @value: (nullable): any value
 *
 * Reads a value that is a number, or a string that is a decimal number as a whole.
 *
 * Returns: the finite number; NAN for everything else
 */
double
seven_json_read_value_number (const SevenJsonValue *value)
{
  const char *string;
  char *end = NULL;
  double number;
  gsize length = 0;

  if (value == NULL)
    return NAN;
  if (seven_json_value_get_kind (value) == SEVEN_JSON_NUMBER) {
    number = seven_json_value_get_number (value);
    return isfinite (number) ? number : NAN;
  }
  string = seven_json_value_get_string (value, &length);
  /* What C reads beyond that, blanks before it and hexadecimal numbers, nobody writes as a price. */
  if (string == NULL || length == 0 || strspn (string, "0123456789+-.eE") < length)
    return NAN;
  number = g_ascii_strtod (string, &end);
  return *end == '\0' && isfinite (number) ? number : NAN;
}
