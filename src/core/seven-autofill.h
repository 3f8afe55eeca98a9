/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-range.h"

G_BEGIN_DECLS

/**
 * SevenAutofillKind:
 * @SEVEN_AUTOFILL_NONE: the last line has nothing to do with it
 * @SEVEN_AUTOFILL_EXACT: phones and browsers fill the code in on the site of the host
 * @SEVEN_AUTOFILL_NEAR: meant to be so, but not in the exact form
 */
typedef enum
{
  SEVEN_AUTOFILL_NONE,
  SEVEN_AUTOFILL_EXACT,
  SEVEN_AUTOFILL_NEAR,
} SevenAutofillKind;

/**
 * SevenAutofill:
 * @kind: what the last line is
 * @line: where it stands, in bytes: to the very end of the text
 * @host: (nullable): the host it is bound to
 * @mended: (nullable): of a near miss, what belongs in the place of @line
 *
 * What the last line of a text means to software that fills in one-time codes.
 */
typedef struct
{
  SevenAutofillKind kind;
  SevenRange line;
  char *host;
  char *mended;
} SevenAutofill;

/**
 * seven_autofill_inspect:
 * @content: the content of a template
 * @length: its length in bytes
 * @autofill: (out): to be cleared with [func@seven_autofill_clear]
 *
 * Looks for an origin-bound one-time code (WICG “sms-one-time-codes”): the last line is `@host #{{code}}`, with
 * exactly one space, and white space or the end behind the code.
 */
void seven_autofill_inspect (const char *content, gsize length, SevenAutofill *autofill);

/**
 * SEVEN_AUTOFILL_MAX_BYTES:
 *
 * The longest text, in bytes of UTF-8, that Android's SMS Retriever is sure to hand to an app.
 */
#define SEVEN_AUTOFILL_MAX_BYTES 140

/**
 * seven_autofill_find_app_hash:
 * @text: a text, rendered or not
 * @length: its length in bytes
 * @range: (out): where the hash stands, in bytes; untouched where there is none
 *
 * Looks for the hash that names an app to Android's SMS Retriever: 11 characters of Base64, alone in the last line.
 * A word of eleven letters is not taken for one: a hash has small letters and, behind its first character, something
 * else than them.
 *
 * Returns: whether there is one
 */
gboolean seven_autofill_find_app_hash (const char *text, gsize length, SevenRange *range);

/**
 * seven_autofill_clear:
 * @self: what was found
 *
 * Frees what [func@seven_autofill_inspect] has put in.
 */
void seven_autofill_clear (SevenAutofill *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SevenAutofill, seven_autofill_clear)

G_END_DECLS
