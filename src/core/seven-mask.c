/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-mask.h"

#include <string.h>

#include "seven-json-style.h"

/* Letters that a name is known by, whatever stands between its two words. */
static const char secret_name[] = "apikey";

static gboolean
is_filler (char c)
{
  return c == '-' || c == '_' || c == ' ';
}

static gboolean
is_secret_name (const SevenJsonValue *name)
{
  const char *letters = secret_name;
  gsize length;
  const char *string = seven_json_value_get_string (name, &length);

  for (gsize i = 0; i < length; i++) {
    if (is_filler (string[i]))
      continue;
    if (g_ascii_tolower (string[i]) != *letters || *letters == '\0')
      return FALSE;
    letters++;
  }

  return *letters == '\0';
}

static gboolean
is_secret (const SevenJsonValue *value)
{
  const SevenJsonValue *parent = seven_json_value_get_parent (value);
  const SevenJsonValue *name =
      parent != NULL ? seven_json_value_get_name (parent, seven_json_value_get_index (value)) : NULL;

  return name != NULL && is_secret_name (name);
}

static void
add (GArray *hidden, gsize start, gsize end, gboolean bare)
{
  SevenHidden found = { { start, end }, bare };

  g_array_append_val (hidden, found);
}

/* The inside of a string, or a number, since a key of digits may lack its quotes. Empty where nothing is to hide. */
static SevenRange
find_hidden (const SevenJsonValue *value)
{
  SevenRange range = seven_json_value_get_range (value);
  SevenJsonKind kind = seven_json_value_get_kind (value);

  if (kind == SEVEN_JSON_STRING) {
    range.start++;
    range.end--;
  } else if (kind != SEVEN_JSON_NUMBER)
    range.end = range.start;

  return range;
}

/*
 * seven_mask_find_json:
 * @json: a text that is JSON
 *
 * Returns: (transfer full): everything in members called like the API key
 */
GArray *
seven_mask_find_json (const SevenJson *json)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (SevenHidden));
  gsize secret_end = 0;

  for (const SevenJsonValue *value = seven_json_get_root (json); value != NULL;
       value = seven_json_value_get_next (value)) {
    SevenRange hidden = find_hidden (value);

    if (is_secret (value))
      secret_end = MAX (secret_end, seven_json_value_get_range (value).end);
    if (hidden.end <= secret_end && hidden.end > hidden.start)
      add (found, hidden.start, hidden.end, seven_json_value_get_kind (value) != SEVEN_JSON_STRING);
  }

  return found;
}

/* A letter of the name, or its \u escape: how many bytes; 0 where it is another one. */
static gsize
match_letter (const char *at, char letter)
{
  gunichar value = 0;

  if (g_ascii_tolower (*at) == letter)
    return 1;
  if (at[0] != '\\' || at[1] != 'u')
    return 0;
  for (guint i = 2; i < 6; i++) {
    if (!g_ascii_isxdigit (at[i]))
      return 0;
    value = value << 4 | (gunichar) g_ascii_xdigit_value (at[i]);
  }

  return value < 0x80 && g_ascii_tolower ((char) value) == letter ? 6 : 0;
}

static gsize
match_name (const char *at)
{
  gsize length = 0;

  for (const char *letter = secret_name; *letter != '\0'; letter++) {
    gsize step;

    if (letter > secret_name)
      length += strspn (at + length, "-_ ");
    step = match_letter (at + length, *letter);
    if (step == 0)
      return 0;
    length += step;
  }

  return length;
}

static gsize
match_quote (const char *at)
{
  static const char *const marks[] = { "\"", "'", "`", "«", "»", "“", "”", "„", "‟", "‘", "’", "‚", "‹", "›",
    "＂", "″" };
  gsize backslashes = strspn (at, "\\");

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (at + backslashes, marks[i]))
      return backslashes + strlen (marks[i]);

  return 0;
}

static gsize
match_comment (const char *at)
{
  const char *end;

  if (at[0] == '#' || (at[0] == '/' && at[1] == '/'))
    return strcspn (at, "\r\n");
  if (at[0] != '/' || at[1] != '*')
    return 0;
  end = strstr (at, "*/");

  return end != NULL ? (gsize) (end + 2 - at) : strlen (at);
}

/* What stands between a name and its value, well-formed or not. */
static gsize
match_separator (const char *at)
{
  gsize length = strspn (at, " \t");
  gsize step;

  length += match_quote (at + length);
  while ((step = strspn (at + length, " \t\r\n:=,;")) > 0 || (step = match_comment (at + length)) > 0)
    length += step;

  return length;
}

/* Up to the closing mark, which is any one but for the straight double one; without one, all the rest. */
static gsize
measure_quoted (const char *at, gboolean straight)
{
  gsize length = 0;

  while (at[length] != '\0' && (straight ? at[length] != '"' : match_quote (at + length) == 0))
    length += straight && at[length] == '\\' && at[length + 1] != '\0' ? 2 : 1;

  return length;
}

static gsize
measure_bare (const char *at)
{
  gsize length;

  if (*at == '[' || *at == '{') {
    length = strcspn (at, *at == '[' ? "]" : "}");
    return length + (at[length] != '\0');
  }
  length = strcspn (at, ",]}\r\n");
  while (length > 0 && (at[length - 1] == ' ' || at[length - 1] == '\t'))
    length--;

  return length;
}

static gboolean
is_literal (const char *at, gsize length)
{
  static const char *const literals[] = { "null", "true", "false" };

  for (guint i = 0; i < G_N_ELEMENTS (literals); i++)
    if (strlen (literals[i]) == length && memcmp (literals[i], at, length) == 0)
      return TRUE;

  return FALSE;
}

/* At the end of a name: finds the value behind it. Rather too much than too little. */
static const char *
find_value (GArray *found, const char *text, const char *at)
{
  gsize separator = match_separator (at);
  gsize quote = match_quote (at + separator);
  const char *value = at + separator + quote;
  gsize length = quote > 0 ? measure_quoted (value, quote == 1 && value[-1] == '"') : measure_bare (value);

  if (separator == 0 && quote == 0)
    return value;
  if (length > 0 && !(quote == 0 && is_literal (value, length)))
    add (found, (gsize) (value - text), (gsize) (value - text) + length, quote == 0);

  return value + length;
}

/* So that a NUL ends nothing: it stands for no letter of a name, no quote, no separator, and nor does this. */
static void
hide_nul (char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\0')
      text[i] = '\1';
}

/*
 * seven_mask_find_broken:
 * @text: a text that is no JSON, or no UTF-8
 * @length: its length in bytes
 *
 * Returns: (transfer full): everything that follows a name like that of the API key
 */
GArray *
seven_mask_find_broken (const char *text, gsize length)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (SevenHidden));
  g_autofree char *copy = g_malloc (length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  hide_nul (copy, length);
  for (const char *at = copy; *at != '\0';) {
    gsize name = match_name (at);

    at = name > 0 ? find_value (found, copy, at + name) : at + 1;
  }
  explicit_bzero (copy, length);

  return found;
}

/*
 * seven_mask_put:
 * @text: the text that was looked through
 * @length: its length in bytes
 * @hidden: what was found in it
 * @mark: what comes in the place of each
 * @bare: (nullable): what comes in the place of those without quotation marks; %NULL: the same
 *
 * Returns: (transfer full): the text without what was found
 */
GString *
seven_mask_put (const char *text, gsize length, const GArray *hidden, const char *mark, const char *bare)
{
  GString *masked = g_string_sized_new (length);
  gsize done = 0;

  for (guint i = 0; i < hidden->len; i++) {
    const SevenHidden *found = &g_array_index (hidden, SevenHidden, i);

    g_string_append_len (masked, text + done, (gssize) (found->range.start - done));
    g_string_append (masked, found->bare && bare != NULL ? bare : mark);
    done = found->range.end;
  }
  g_string_append_len (masked, text + done, (gssize) (length - done));

  return masked;
}
