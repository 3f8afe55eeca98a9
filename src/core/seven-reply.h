/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEVEN_REPLY_NO_CODE (-1)

/**
 * SevenReplyMessage:
 * @id: (nullable): the id for the delivery report
 * @recipient: (nullable): the number it went to
 * @encoding: (nullable): `gsm` or `ucs2`, as said
 * @parts: how many parts are billed; -1: not said
 * @price: in the account's currency, EUR as a rule; NAN: not said
 * @success: whether this message was accepted: it does not say no, and names no error
 * @error: its own return code; %SEVEN_REPLY_NO_CODE: none
 * @error_text: (nullable): the gateway's own words
 *
 * What the gateway says about one message.
 */
typedef struct
{
  char *id;
  char *recipient;
  char *encoding;
  int parts;
  double price;
  gboolean success;
  int error;
  char *error_text;
} SevenReplyMessage;

/**
 * SevenReplyShape:
 * @SEVEN_REPLY_EMPTY: nothing but white space
 * @SEVEN_REPLY_CODE: a bare number, a JSON number or string, text lines
 * @SEVEN_REPLY_OBJECT: a JSON object
 * @SEVEN_REPLY_UNREADABLE: HTML, a JSON text that is cut, anything else
 *
 * What a reply looks like.
 */
typedef enum
{
  SEVEN_REPLY_EMPTY,
  SEVEN_REPLY_CODE,
  SEVEN_REPLY_OBJECT,
  SEVEN_REPLY_UNREADABLE,
} SevenReplyShape;

/**
 * SevenReply:
 *
 * What an answer of the send call says, whatever shape it came in. Immutable.
 */
typedef struct _SevenReply SevenReply;

SevenReply *seven_reply_parse (const char *body, gsize length);
void seven_reply_free (SevenReply *self);

SevenReplyShape seven_reply_get_shape (const SevenReply *self);
int seven_reply_get_code (const SevenReply *self);
gboolean seven_reply_is_refusal (const SevenReply *self);
gboolean seven_reply_repeats_status (const SevenReply *self, guint http_status);
gboolean seven_reply_is_cut (const SevenReply *self);
const char *seven_reply_get_error_message (const SevenReply *self);
double seven_reply_get_total_price (const SevenReply *self);
double seven_reply_get_balance (const SevenReply *self);
guint seven_reply_get_n_messages (const SevenReply *self);
const SevenReplyMessage *seven_reply_get_message (const SevenReply *self, guint index);

char *seven_reply_decode (const char *body, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenReply, seven_reply_free)

G_END_DECLS
