/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-exchange.h"

#include <string.h>

G_DEFINE_QUARK (seven-gateway-error-quark, seven_gateway_error);

struct _SevenExchange
{
  char *request_text;
  char *reply_head; /* (nullable) */
  GBytes *reply; /* (nullable) */
  GError *error; /* (nullable) */
  guint http_status;
  guint elapsed_ms;
  gboolean body_left;
};

/**
 * seven_exchange_new:
 * @request_text: the request as people may read it, its key masked
 * @body_left: whether the request's body had begun to leave: from then on an error does not say that nothing was sent
 * @http_status: the status of the answer, 0 where none came
 * @reply_head: (nullable): status line and headers of the answer
 * @reply: (nullable): the bytes that came, whole or cut
 * @elapsed_ms: the time from start to end, in milliseconds
 * @error: (nullable): what went wrong, %SEVEN_GATEWAY_ERROR; copied
 *
 * Makes the record of an exchange that is over.
 *
 * Returns: (transfer full): the exchange
 */
SevenExchange *
seven_exchange_new (const char *request_text, gboolean body_left, guint http_status, const char *reply_head,
    GBytes *reply, guint elapsed_ms, const GError *error)
{
  SevenExchange *self;

  g_return_val_if_fail (request_text != NULL, NULL);

  self = g_atomic_rc_box_new0 (SevenExchange);
  self->request_text = g_strdup (request_text);
  self->reply_head = g_strdup (reply_head);
  self->reply = reply != NULL ? g_bytes_ref (reply) : NULL;
  self->error = error != NULL ? g_error_copy (error) : NULL;
  self->http_status = http_status;
  self->elapsed_ms = elapsed_ms;
  self->body_left = body_left;
  return self;
}

/**
 * seven_exchange_ref:
 * @self: an exchange
 *
 * Returns: (transfer full): @self
 */
SevenExchange *
seven_exchange_ref (SevenExchange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
exchange_clear (gpointer data)
{
  SevenExchange *self = data;

  g_free (self->request_text);
  g_free (self->reply_head);
  g_clear_pointer (&self->reply, g_bytes_unref);
  g_clear_error (&self->error);
}

/**
 * seven_exchange_unref:
 * @self: (transfer full): an exchange
 */
void
seven_exchange_unref (SevenExchange *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, exchange_clear);
}

/**
 * seven_exchange_get_request_text:
 * @self: an exchange
 *
 * Returns: the request as it went out, its key masked
 */
const char *
seven_exchange_get_request_text (const SevenExchange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->request_text;
}

/**
 * seven_exchange_get_body_left:
 * @self: an exchange
 *
 * Returns: whether the request's body had begun to leave
 */
gboolean
seven_exchange_get_body_left (const SevenExchange *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->body_left;
}

/**
 * seven_exchange_get_http_status:
 * @self: an exchange
 *
 * Returns: the HTTP status, 0 where no answer came
 */
guint
seven_exchange_get_http_status (const SevenExchange *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->http_status;
}

/**
 * seven_exchange_get_reply_head:
 * @self: an exchange
 *
 * Returns: (nullable): status line and headers of the answer, lines ending at LF; UTF-8
 */
const char *
seven_exchange_get_reply_head (const SevenExchange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->reply_head;
}

/**
 * seven_exchange_get_reply:
 * @self: an exchange
 *
 * Returns: (transfer none) (nullable): the bytes that came, whole or cut; %NULL where no answer came
 */
GBytes *
seven_exchange_get_reply (const SevenExchange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->reply;
}

static gboolean
is_readable (gunichar c)
{
  return c == '\n' || c == '\t' || (c >= 0x20 && c != 0x7f && (c < 0x80 || c > 0x9f));
}

/**
 * seven_exchange_dup_reply_text:
 * @self: an exchange
 *
 * Gives the reply as people can read it: verbatim, but for bytes that are no UTF-8 and control characters, which are
 * written as `\xNN`.
 *
 * Returns: (transfer full): the text, "" where nothing came
 */
char *
seven_exchange_dup_reply_text (const SevenExchange *self)
{
  GString *text;
  const char *data, *end;
  gsize size = 0;

  g_return_val_if_fail (self != NULL, NULL);

  data = self->reply != NULL ? g_bytes_get_data (self->reply, &size) : NULL;
  end = data != NULL ? data + size : NULL;
  text = g_string_sized_new (size + 1);
  while (data < end) {
    gunichar c = g_utf8_get_char_validated (data, end - data);
    const char *next = c < 0x110000 ? g_utf8_next_char (data) : data + 1;

    if (c < 0x110000 && (is_readable (c) || (c == '\r' && next < end && *next == '\n')))
      g_string_append_len (text, data, next - data);
    else
      for (; data < next; data++)
        g_string_append_printf (text, "\\x%02X", (guchar) *data);
    data = next;
  }
  return g_string_free (text, FALSE);
}

static gboolean
is_packed_head (const char *head)
{
  g_auto (GStrv) lines = g_strsplit (head, "\n", -1);

  for (char **line = lines; *line != NULL; line++) {
    if (g_ascii_strncasecmp (*line, "Content-Encoding:", strlen ("Content-Encoding:")) == 0) {
      const char *value = g_strstrip (*line + strlen ("Content-Encoding:"));

      return *value != '\0' && g_ascii_strcasecmp (value, "identity") != 0;
    }
  }
  return FALSE;
}

/**
 * seven_exchange_is_packed:
 * @self: an exchange
 *
 * Returns: whether the reply is compressed, which was not asked for, or at least says so: its bytes are not looked at,
 *   but for the mark of gzip
 */
gboolean
seven_exchange_is_packed (const SevenExchange *self)
{
  const guint8 *data;
  gsize size = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  data = self->reply != NULL ? g_bytes_get_data (self->reply, &size) : NULL;
  if (size >= 2 && data[0] == 0x1f && data[1] == 0x8b)
    return TRUE;
  return size > 0 && self->reply_head != NULL && is_packed_head (self->reply_head);
}

/**
 * seven_exchange_get_elapsed_ms:
 * @self: an exchange
 *
 * Returns: the time it took, in milliseconds
 */
guint
seven_exchange_get_elapsed_ms (const SevenExchange *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->elapsed_ms;
}

/**
 * seven_exchange_get_error:
 * @self: an exchange
 *
 * Returns: (transfer none) (nullable): what went wrong, %SEVEN_GATEWAY_ERROR, its message translated; %NULL where the
 *   exchange came to its end
 */
const GError *
seven_exchange_get_error (const SevenExchange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->error;
}
