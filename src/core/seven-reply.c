/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-reply.h"
#include "seven-json-read.h"

#include <math.h>
#include <string.h>

/* No code of seven's has more digits. */
#define MAX_DIGITS 6

struct _SevenReply
{
  SevenReplyShape shape;
  int code;
  gboolean refusal;
  gboolean cut;
  char *error_message; /* (nullable) */
  double total_price;
  double balance;
  GPtrArray *messages; /* of SevenReplyMessage */
};

static void
message_free (gpointer data)
{
  SevenReplyMessage *message = data;

  g_free (message->id);
  g_free (message->recipient);
  g_free (message->encoding);
  g_free (message->error_text);
  g_free (message);
}

/* Digits and nothing else → the number; SEVEN_REPLY_NO_CODE: no code. */
static int
code_from_digits (const char *text, gsize length)
{
  int code = 0;

  if (length == 0 || length > MAX_DIGITS)
    return SEVEN_REPLY_NO_CODE;
  for (gsize i = 0; i < length; i++) {
    if (!g_ascii_isdigit (text[i]))
      return SEVEN_REPLY_NO_CODE;
    code = code * 10 + g_ascii_digit_value (text[i]);
  }
  return code;
}

static int
code_from_number (double number)
{
  if (!(number >= 0 && number < 1e6) || number > floor (number))
    return SEVEN_REPLY_NO_CODE;
  return (int) number;
}

static int
code_from_value (const SevenJsonValue *value)
{
  g_autofree char *text = NULL;

  if (value == NULL)
    return SEVEN_REPLY_NO_CODE;
  if (seven_json_value_get_kind (value) == SEVEN_JSON_NUMBER)
    return code_from_number (seven_json_value_get_number (value));
  if (seven_json_value_get_kind (value) != SEVEN_JSON_STRING)
    return SEVEN_REPLY_NO_CODE;
  text = g_strstrip (g_strdup (seven_json_value_get_string (value, NULL)));
  return code_from_digits (text, strlen (text));
}

static int
read_count (const SevenJsonValue *object, const char *name)
{
  double number = seven_json_read_number (object, name);

  return number >= 0 && number <= G_MAXINT ? (int) number : -1;
}

/* Says no in so many words: false, whatever it is wrapped in. */
static gboolean
says_no (const SevenJsonValue *value)
{
  if (value == NULL)
    return FALSE;
  if (seven_json_value_get_kind (value) == SEVEN_JSON_BOOLEAN)
    return !seven_json_value_get_boolean (value);
  return seven_json_value_is_string (value, "false");
}

/* Says yes, or says nothing at all. What is neither yes nor no is no: it is never taken for a success. */
static gboolean
is_accepted (const SevenJsonValue *value)
{
  if (value == NULL)
    return TRUE;
  if (seven_json_value_get_kind (value) == SEVEN_JSON_BOOLEAN)
    return seven_json_value_get_boolean (value);
  return seven_json_value_is_string (value, "true") || code_from_value (value) == 1;
}

static SevenReplyMessage *
message_new (const SevenJson *json, const SevenJsonValue *object)
{
  SevenReplyMessage *message = g_new0 (SevenReplyMessage, 1);
  const SevenJsonValue *error = seven_json_value_lookup (object, "error");
  int code = code_from_value (error);

  message->id = seven_json_read_text (json, object, "id");
  message->recipient = seven_json_read_text (json, object, "recipient");
  message->encoding = seven_json_read_text (json, object, "encoding");
  message->parts = read_count (object, "parts");
  message->price = seven_json_read_number (object, "price");
  message->error = code > 0 && code != 100 ? code : SEVEN_REPLY_NO_CODE;
  message->error_text = seven_json_read_text (json, object, "error_text");
  if (message->error_text == NULL && code == SEVEN_REPLY_NO_CODE)
    message->error_text = seven_json_read_text (json, object, "error");
  message->success =
      is_accepted (seven_json_value_lookup (object, "success")) && message->error == SEVEN_REPLY_NO_CODE;
  return message;
}

static void
read_messages (SevenReply *self, const SevenJson *json, const SevenJsonValue *messages)
{
  if (messages == NULL || seven_json_value_get_kind (messages) != SEVEN_JSON_ARRAY)
    return;
  for (guint i = 0; i < seven_json_value_get_n_children (messages); i++) {
    const SevenJsonValue *object = seven_json_value_get_child (messages, i);

    if (seven_json_value_get_kind (object) == SEVEN_JSON_OBJECT)
      g_ptr_array_add (self->messages, message_new (json, object));
  }
}

/* The names under which a code has been seen at the top level, the most telling first. */
static const char *const code_names[] = { "success", "code", "error_code", "error" };
static const char *const message_names[] = { "error_message", "error_text", "error" };

static void
read_object (SevenReply *self, const SevenJson *json, const SevenJsonValue *object)
{
  self->shape = SEVEN_REPLY_OBJECT;
  for (gsize i = 0; i < G_N_ELEMENTS (code_names) && self->code == SEVEN_REPLY_NO_CODE; i++)
    self->code = code_from_value (seven_json_value_lookup (object, code_names[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (message_names) && self->error_message == NULL; i++) {
    const SevenJsonValue *value = seven_json_value_lookup (object, message_names[i]);

    if (code_from_value (value) == SEVEN_REPLY_NO_CODE)
      self->error_message = seven_json_read_text (json, object, message_names[i]);
  }
  self->refusal = says_no (seven_json_value_lookup (object, "success"));
  self->total_price = seven_json_read_number (object, "total_price");
  self->balance = seven_json_read_number (object, "balance");
  read_messages (self, json, seven_json_value_lookup (object, "messages"));
}

static void
add_message_with_id (SevenReply *self, const char *id)
{
  SevenReplyMessage *message = g_new0 (SevenReplyMessage, 1);

  message->id = g_strdup (id);
  message->parts = -1;
  message->price = NAN;
  message->success = TRUE;
  message->error = SEVEN_REPLY_NO_CODE;
  g_ptr_array_add (self->messages, message);
}

/* Text lines: the code, and after an accepting one the id. */
static void
read_lines (SevenReply *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", 3);
  const char *id = NULL;
  int code;

  for (char **line = lines; *line != NULL; line++)
    g_strstrip (*line);
  code = code_from_digits (lines[0] != NULL ? lines[0] : "", lines[0] != NULL ? strlen (lines[0]) : 0);
  if (code == SEVEN_REPLY_NO_CODE)
    return;

  self->shape = SEVEN_REPLY_CODE;
  self->code = code;
  for (guint i = 1; lines[i] != NULL && (id == NULL || *id == '\0'); i++)
    id = lines[i];
  if (code == 100 && id != NULL && *id != '\0' && id[strspn (id, "0123456789")] == '\0')
    add_message_with_id (self, id);
}

static void
read_value (SevenReply *self, const SevenJson *json)
{
  const SevenJsonValue *root = seven_json_get_root (json);

  if (seven_json_value_get_kind (root) == SEVEN_JSON_OBJECT) {
    read_object (self, json, root);
  } else if (seven_json_value_get_kind (root) == SEVEN_JSON_STRING) {
    g_autofree char *text = g_strstrip (g_strdup (seven_json_value_get_string (root, NULL)));

    if (*text == '\0')
      self->shape = SEVEN_REPLY_EMPTY;
    else
      read_lines (self, text);
  } else if (code_from_value (root) != SEVEN_REPLY_NO_CODE) {
    self->shape = SEVEN_REPLY_CODE;
    self->code = code_from_value (root);
  }
}

/**
 * seven_reply_decode:
 * @body: (nullable): the bytes of a reply
 * @length: how many
 *
 * Makes text of a body as every HTTP client does: a byte-order mark is dropped, what is no UTF-8 becomes U+FFFD.
 *
 * Returns: (transfer full): the text
 */
char *
seven_reply_decode (const char *body, gsize length)
{
  static const char mark[] = "\xef\xbb\xbf";

  if (length >= 3 && memcmp (body, mark, 3) == 0) {
    body += 3;
    length -= 3;
  }
  return length > 0 ? g_utf8_make_valid (body, (gssize) length) : g_strdup ("");
}

/* A fault at the very end of what began as an object or an array, where more would mend it. */
static gboolean
is_cut (const char *text, const GError *error, SevenRange place)
{
  if ((*text != '{' && *text != '[') || place.end != strlen (text))
    return FALSE;
  if (g_error_matches (error, SEVEN_JSON_ERROR, SEVEN_JSON_ERROR_UNTERMINATED))
    return TRUE;
  return g_error_matches (error, SEVEN_JSON_ERROR, SEVEN_JSON_ERROR_TRAILING_COMMA) ||
      (g_error_matches (error, SEVEN_JSON_ERROR, SEVEN_JSON_ERROR_LITERAL) &&
          g_ascii_isalpha (text[place.end - 1])) ||
      (g_error_matches (error, SEVEN_JSON_ERROR, SEVEN_JSON_ERROR_NUMBER) && text[place.end - 1] == '.');
}

/**
 * seven_reply_parse:
 * @body: (nullable): the bytes of the reply
 * @length: how many
 *
 * Reads a reply of the send call. It never fails: the shape says what it was. The shapes are those in which seven's
 * interface has been seen to answer.
 *
 * Returns: (transfer full): the reply
 */
SevenReply *
seven_reply_parse (const char *body, gsize length)
{
  SevenReply *self = g_new0 (SevenReply, 1);
  g_autofree char *text = g_strstrip (seven_reply_decode (body, length));
  g_autoptr (SevenJson) json = NULL;
  g_autoptr (GError) error = NULL;
  SevenRange place = { 0, 0 };

  self->shape = SEVEN_REPLY_UNREADABLE;
  self->code = SEVEN_REPLY_NO_CODE;
  self->total_price = NAN;
  self->balance = NAN;
  self->messages = g_ptr_array_new_with_free_func (message_free);

  if (*text == '\0') {
    self->shape = SEVEN_REPLY_EMPTY;
    return self;
  }
  json = seven_json_parse (text, -1, &place, &error);
  if (json != NULL)
    read_value (self, json);
  else
    read_lines (self, text);
  self->cut = json == NULL && is_cut (text, error, place);
  return self;
}

/**
 * seven_reply_free:
 * @self: (transfer full): a reply
 */
void
seven_reply_free (SevenReply *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->error_message);
  g_ptr_array_unref (self->messages);
  g_free (self);
}

/**
 * seven_reply_get_shape:
 * @self: a reply
 *
 * Returns: what it looks like
 */
SevenReplyShape
seven_reply_get_shape (const SevenReply *self)
{
  g_return_val_if_fail (self != NULL, SEVEN_REPLY_UNREADABLE);

  return self->shape;
}

/**
 * seven_reply_get_code:
 * @self: a reply
 *
 * Returns: the return code at the top level, known or not, or %SEVEN_REPLY_NO_CODE
 */
int
seven_reply_get_code (const SevenReply *self)
{
  g_return_val_if_fail (self != NULL, SEVEN_REPLY_NO_CODE);

  return self->code;
}

/**
 * seven_reply_repeats_status:
 * @self: a reply
 * @http_status: its HTTP status, 0 where it is not known
 *
 * Tells the error page of a host or of a proxy, which says in JSON what its HTTP status is, as in
 * `{"code":500,"message":"Internal Server Error"}`, from a refusal of seven's: seven has codes of the same numbers, and
 * answers with HTTP 200.
 *
 * Returns: whether the number at the top level is the HTTP status of a failure once more, and no return code
 */
gboolean
seven_reply_repeats_status (const SevenReply *self, guint http_status)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return http_status >= 300 && self->code == (int) http_status;
}

/**
 * seven_reply_is_refusal:
 * @self: a reply
 *
 * Returns: whether it says no at the top level in so many words, `"success": false`, with or without a code
 */
gboolean
seven_reply_is_refusal (const SevenReply *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->refusal;
}

/**
 * seven_reply_is_cut:
 * @self: a reply
 *
 * Returns: whether it is a JSON text that ends in the middle
 */
gboolean
seven_reply_is_cut (const SevenReply *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->cut;
}

/**
 * seven_reply_get_error_message:
 * @self: a reply
 *
 * Returns: (nullable): the gateway's own words about an error, at the top level
 */
const char *
seven_reply_get_error_message (const SevenReply *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->error_message;
}

/**
 * seven_reply_get_total_price:
 * @self: a reply
 *
 * Returns: what all messages cost, in the account's currency, EUR as a rule; NAN where it is not said
 */
double
seven_reply_get_total_price (const SevenReply *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  return self->total_price;
}

/**
 * seven_reply_get_balance:
 * @self: a reply
 *
 * Returns: what is left in the account; NAN where it is not said
 */
double
seven_reply_get_balance (const SevenReply *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  return self->balance;
}

/**
 * seven_reply_get_n_messages:
 * @self: a reply
 *
 * Returns: how many messages it speaks of
 */
guint
seven_reply_get_n_messages (const SevenReply *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->messages->len;
}

/**
 * seven_reply_get_message:
 * @self: a reply
 * @index: which message, from 0
 *
 * Returns: (transfer none): the message
 */
const SevenReplyMessage *
seven_reply_get_message (const SevenReply *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->messages->len, NULL);

  return g_ptr_array_index (self->messages, index);
}
