/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-json.h"

#include <string.h>

#include "seven-json-fault.h"
#include "seven-json-string.h"

struct _SevenJsonValue
{
  union
  {
    SevenJsonValue *children; /* of an object: name, value, name, value … */
    const char *string; /* decoded */
    const char *token; /* of a number: it runs on into the text */
  };
  guint32 start;
  guint32 end;
  guint32 count; /* elements, members, bytes of the string, or the boolean itself */
  guint32 parent : 28; /* how many values before this one; 0 for the root */
  guint32 kind : 4;
};

struct _SevenJson
{
  char *text;
  gsize length;
  char *
      decoded; /* every string at its place in the text, decoded and terminated: none is longer than its token */
  SevenJsonValue *values; /* the root, then the children of each container side by side */
};

G_DEFINE_QUARK (seven-json-error-quark, seven_json_error);

typedef struct
{
  SevenJsonValue *container;
  SevenJsonValue *next; /* the child to be filled */
} Frame;

typedef struct
{
  SevenJson *json;
  const guint32 *counts; /* of the containers to come */
  SevenJsonValue *free;
  Frame frames[SEVEN_JSON_MAX_DEPTH];
  guint depth;
} Builder;

static SevenJsonValue *
take_slot (Builder *self, gsize start, SevenJsonKind kind)
{
  SevenJsonValue *value = self->json->values;

  if (self->depth > 0) {
    Frame *frame = &self->frames[self->depth - 1];

    value = frame->next++;
    value->parent = (guint32) (value - frame->container) & 0xfffffff;
  }
  value->start = (guint32) start;
  value->kind = (guint) kind & 0xf;

  return value;
}

static gsize
build_container (Builder *self, gsize at)
{
  gboolean is_object = self->json->text[at] == '{';
  SevenJsonValue *value = take_slot (self, at, is_object ? SEVEN_JSON_OBJECT : SEVEN_JSON_ARRAY);

  value->count = *self->counts++;
  value->children = self->free;
  self->free += is_object ? 2 * (gsize) value->count : value->count;
  self->frames[self->depth].container = value;
  self->frames[self->depth].next = value->children;
  self->depth++;

  return at + 1;
}

static gsize
close_container (Builder *self, gsize at)
{
  self->depth--;
  self->frames[self->depth].container->end = (guint32) at + 1;

  return at + 1;
}

static gsize
find_closing_quote (const char *text, gsize at)
{
  while (text[at] != '"')
    at += text[at] == '\\' ? 2 : 1;

  return at;
}

static gsize
build_string (Builder *self, gsize at)
{
  SevenJson *json = self->json;
  SevenJsonValue *value = take_slot (self, at, SEVEN_JSON_STRING);
  gsize quote = find_closing_quote (json->text, at + 1);
  char *decoded = json->decoded + at + 1;

  value->string = decoded;
  value->count = (guint32) seven_json_string_decode (json->text + at + 1, quote - at - 1, decoded);
  value->end = (guint32) quote + 1;

  return quote + 1;
}

static SevenJsonKind
get_kind_of_token (char first)
{
  switch (first) {
  case 't':
  case 'f':
    return SEVEN_JSON_BOOLEAN;
  case 'n':
    return SEVEN_JSON_NULL;
  default:
    return SEVEN_JSON_NUMBER;
  }
}

static gsize
build_token (Builder *self, gsize at)
{
  const char *token = self->json->text + at;
  SevenJsonValue *value = take_slot (self, at, get_kind_of_token (*token));
  gsize length = 1;

  while (
      g_ascii_isalnum (token[length]) || token[length] == '+' || token[length] == '-' || token[length] == '.')
    length++;
  value->token = token;
  value->count = *token == 't';
  value->end = (guint32) (at + length);

  return at + length;
}

static gsize
build_next (Builder *self, gsize at)
{
  switch (self->json->text[at]) {
  case ' ':
  case '\t':
  case '\n':
  case '\r':
  case ',':
  case ':':
    return at + 1;
  case '{':
  case '[':
    return build_container (self, at);
  case '}':
  case ']':
    return close_container (self, at);
  case '"':
    return build_string (self, at);
  default:
    return build_token (self, at);
  }
}

/* The second pass: the text is known to be sound, and how many values there are. */
static void
build_tree (SevenJson *json, const SevenJsonScanner *scanner)
{
  Builder builder = { .json = json, .counts = (gconstpointer) scanner->counts->data };

  json->decoded = g_malloc (json->length + 1);
  json->values = g_new0 (SevenJsonValue, scanner->n_values);
  builder.free = json->values + 1;
  for (gsize at = 0; at < json->length;)
    at = build_next (&builder, at);
}

static void
clear_json (gpointer data)
{
  SevenJson *self = data;

  g_free (self->text);
  g_free (self->decoded);
  g_free (self->values);
}

/**
 * seven_json_parse:
 * @text: the text
 * @length: its length in bytes, or -1 where it is NUL-terminated
 * @place: (out) (optional): where the fault lies; set only where there is one
 * @error: where to put the fault
 *
 * Reads one JSON value as RFC 8259 has it and JSON.parse takes it. The error’s message says in one translated
 * sentence what was found and what was expected, without line and column: [func@position_at] tells them
 * from @place. Takes time and memory in proportion to the length.
 *
 * Errors: any of #SevenJsonError but %SEVEN_JSON_ERROR_NUL and %SEVEN_JSON_ERROR_LONE_SURROGATE.
 *
 * Returns: (transfer full): the text and its values, or %NULL with @error set
 */
SevenJson *
seven_json_parse (const char *text, gssize length, SevenRange *place, GError **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree SevenJsonScanner *scanner = g_new0 (SevenJsonScanner, 1);
  g_autoptr (SevenJson) self = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  scanner->length = length < 0 ? strlen (text) : (gsize) length;
  scanner->counts = counts;
  scanner->place = place;
  scanner->error = error;
  if (scanner->length > SEVEN_JSON_MAX_SIZE) {
    seven_json_fail_size (scanner);
    return NULL;
  }

  self = g_atomic_rc_box_new0 (SevenJson);
  self->length = scanner->length;
  self->text = g_malloc (self->length + 1);
  memcpy (self->text, text, self->length);
  self->text[self->length] = '\0';
  scanner->text = self->text;
  if (!seven_json_scanner_run (scanner))
    return NULL;
  build_tree (self, scanner);

  return g_steal_pointer (&self);
}

/**
 * seven_json_ref:
 * @self: a text and its values
 *
 * Returns: (transfer full): @self with one reference more
 */
SevenJson *
seven_json_ref (SevenJson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * seven_json_unref:
 * @self: (transfer full): a text and its values
 *
 * Gives back a reference; with the last one all values and their strings go.
 */
void
seven_json_unref (SevenJson *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_json);
}

/**
 * seven_json_get_text:
 * @self: a text and its values
 * @length: (out) (optional): its length in bytes
 *
 * Returns: (transfer none): the text as it was read, NUL-terminated
 */
const char *
seven_json_get_text (const SevenJson *self, gsize *length)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (length != NULL)
    *length = self->length;

  return self->text;
}

/**
 * seven_json_get_root:
 * @self: a text and its values
 *
 * Returns: (transfer none): the outermost value
 */
const SevenJsonValue *
seven_json_get_root (const SevenJson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->values;
}

/**
 * seven_json_value_get_kind:
 * @self: a value
 *
 * Returns: what it is
 */
SevenJsonKind
seven_json_value_get_kind (const SevenJsonValue *self)
{
  g_return_val_if_fail (self != NULL, SEVEN_JSON_NULL);

  return (SevenJsonKind) self->kind;
}

/**
 * seven_json_value_get_range:
 * @self: a value
 *
 * Returns: where it stands in the text, quotes and brackets included
 */
SevenRange
seven_json_value_get_range (const SevenJsonValue *self)
{
  SevenRange range = { 0, 0 };

  g_return_val_if_fail (self != NULL, range);

  range.start = self->start;
  range.end = self->end;

  return range;
}

/**
 * seven_json_value_get_parent:
 * @self: a value, or a member’s name
 *
 * Returns: (transfer none) (nullable): the array or object it is in; %NULL for the root
 */
const SevenJsonValue *
seven_json_value_get_parent (const SevenJsonValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->parent > 0 ? self - self->parent : NULL;
}

/**
 * seven_json_value_get_index:
 * @self: a value, or a member’s name
 *
 * Returns: which child of its parent it is, from 0; 0 for the root
 */
guint
seven_json_value_get_index (const SevenJsonValue *self)
{
  const SevenJsonValue *parent;
  gsize slot;

  g_return_val_if_fail (self != NULL, 0);

  parent = seven_json_value_get_parent (self);
  if (parent == NULL)
    return 0;
  slot = (gsize) (self - parent->children);

  return (guint) (parent->kind == SEVEN_JSON_OBJECT ? slot / 2 : slot);
}

/**
 * seven_json_value_get_string:
 * @self: a value
 * @length: (out) (optional): the string’s length in bytes, 0 for other kinds
 *
 * The decoded string. It may contain NUL, and is NUL-terminated besides; a lone surrogate reads as U+FFFD.
 *
 * Returns: (transfer none) (nullable): the string; %NULL for other kinds
 */
const char *
seven_json_value_get_string (const SevenJsonValue *self, gsize *length)
{
  gboolean is_string;

  g_return_val_if_fail (self != NULL, NULL);

  is_string = self->kind == SEVEN_JSON_STRING;
  if (length != NULL)
    *length = is_string ? self->count : 0;

  return is_string ? self->string : NULL;
}

/**
 * seven_json_value_is_string:
 * @self: a value
 * @string: NUL-terminated UTF-8
 *
 * Returns: whether the value is a string, and this one
 */
gboolean
seven_json_value_is_string (const SevenJsonValue *self, const char *string)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (string != NULL, FALSE);

  return self->kind == SEVEN_JSON_STRING && strlen (string) == self->count &&
      memcmp (self->string, string, self->count) == 0;
}

static gboolean
find_unit (const SevenJson *json, const SevenJsonValue *self, guint index, gboolean lone, SevenRange *range)
{
  SevenJsonUnit unit;

  if (self->kind != SEVEN_JSON_STRING)
    return FALSE;

  for (const char *at = json->text + self->start + 1; at < json->text + self->end - 1; at += unit.source) {
    seven_json_unit_read (&unit, at);
    if ((lone ? unit.lone : unit.character == 0) && index-- == 0) {
      if (range != NULL) {
        range->start = (gsize) (at - json->text);
        range->end = range->start + unit.source;
      }
      return TRUE;
    }
  }

  return FALSE;
}

/**
 * seven_json_value_get_nul:
 * @json: the text
 * @self: one of its values
 * @index: which one, from 0
 * @range: (out) (optional): where it stands in the text
 *
 * Finds the \u0000 escapes of a string. Reads the string up to there.
 *
 * Returns: whether there is one; %FALSE for other kinds
 */
gboolean
seven_json_value_get_nul (const SevenJson *json, const SevenJsonValue *self, guint index, SevenRange *range)
{
  g_return_val_if_fail (json != NULL, FALSE);
  g_return_val_if_fail (self != NULL, FALSE);

  return find_unit (json, self, index, FALSE, range);
}

/**
 * seven_json_value_get_lone_surrogate:
 * @json: the text
 * @self: one of its values
 * @index: which one, from 0
 * @range: (out) (optional): where it stands in the text
 *
 * Finds the escaped surrogates of a string that have no partner. Reads the string up to there.
 *
 * Returns: whether there is one; %FALSE for other kinds
 */
gboolean
seven_json_value_get_lone_surrogate (
    const SevenJson *json, const SevenJsonValue *self, guint index, SevenRange *range)
{
  g_return_val_if_fail (json != NULL, FALSE);
  g_return_val_if_fail (self != NULL, FALSE);

  return find_unit (json, self, index, TRUE, range);
}

/**
 * seven_json_value_map_range:
 * @json: the text
 * @self: one of its strings
 * @start: first byte in the decoded string
 * @end: the byte after the last one in the decoded string
 *
 * Maps a piece of the decoded string to the text. Characters and escapes are taken whole.
 *
 * Returns: where it stands; the whole value for other kinds
 */
SevenRange
seven_json_value_map_range (const SevenJson *json, const SevenJsonValue *self, gsize start, gsize end)
{
  SevenRange range = { 0, 0 };
  gsize inside;

  g_return_val_if_fail (json != NULL, range);
  g_return_val_if_fail (self != NULL, range);

  if (self->kind != SEVEN_JSON_STRING)
    return seven_json_value_get_range (self);

  inside = self->start + 1;
  range = seven_json_string_map (json->text + inside, self->end - 1 - inside, start, end);
  range.start += inside;
  range.end += inside;

  return range;
}

/**
 * seven_json_value_get_number:
 * @self: a value
 *
 * Returns: the number nearest to the token, infinite where it is too large for a double, as in JavaScript;
 *   0 for other kinds
 */
double
seven_json_value_get_number (const SevenJsonValue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->kind == SEVEN_JSON_NUMBER ? g_ascii_strtod (self->token, NULL) : 0;
}

/**
 * seven_json_value_get_boolean:
 * @self: a value
 *
 * Returns: whether it is the literal true
 */
gboolean
seven_json_value_get_boolean (const SevenJsonValue *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->kind == SEVEN_JSON_BOOLEAN && self->count > 0;
}

/**
 * seven_json_value_get_n_children:
 * @self: a value
 *
 * Returns: the number of elements or members; 0 for other kinds
 */
guint
seven_json_value_get_n_children (const SevenJsonValue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->kind == SEVEN_JSON_ARRAY || self->kind == SEVEN_JSON_OBJECT ? self->count : 0;
}

/**
 * seven_json_value_get_child:
 * @self: a value
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): the element, or the value of the member; %NULL past the last
 */
const SevenJsonValue *
seven_json_value_get_child (const SevenJsonValue *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (index >= seven_json_value_get_n_children (self))
    return NULL;

  return &self->children[self->kind == SEVEN_JSON_OBJECT ? 2 * (gsize) index + 1 : index];
}

/**
 * seven_json_value_get_name:
 * @self: a value
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): the name of a member of an object, a string with a range of its own; %NULL
 *   past the last and for other kinds
 */
const SevenJsonValue *
seven_json_value_get_name (const SevenJsonValue *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind == SEVEN_JSON_OBJECT && index < self->count ? &self->children[2 * (gsize) index] : NULL;
}
