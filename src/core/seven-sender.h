/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-range.h"

G_BEGIN_DECLS

/**
 * SEVEN_SENDER_MAX_ALPHANUMERIC:
 *
 * The longest sender that is not a number, in characters.
 */
#define SEVEN_SENDER_MAX_ALPHANUMERIC 11

/**
 * SEVEN_SENDER_MAX_NUMERIC:
 *
 * The longest sender that is a number, in characters, a leading + included.
 */
#define SEVEN_SENDER_MAX_NUMERIC 16

/**
 * SevenSenderKind:
 * @SEVEN_SENDER_NUMERIC: digits, with or without a leading +
 * @SEVEN_SENDER_ALPHANUMERIC: anything else
 *
 * What a phone takes a sender for. An alphanumeric one cannot be replied to.
 */
typedef enum
{
  SEVEN_SENDER_NUMERIC,
  SEVEN_SENDER_ALPHANUMERIC,
} SevenSenderKind;

/**
 * SevenSender:
 * @kind: number or name
 * @length: its length in code points
 * @limit: the length it may have, in code points
 * @blank: nothing is left after removing what seven strips
 * @too_long: @length is over @limit
 * @refused: it has a character that seven refuses
 * @refused_at: where the first such character stands, in bytes; both 0 where there is none
 * @portable: every network takes its characters: letters, digits, space + - _ &, at least one letter, and no digit
 *   in front; its length is not looked at
 *
 * What can be said about a sender by looking at it. Source: seven's limits (at most 11 alphanumeric or 16 numeric
 * characters), and what its own client libraries strip and then refuse.
 */
typedef struct
{
  SevenSenderKind kind;
  guint length;
  guint limit;
  gboolean blank;
  gboolean too_long;
  gboolean refused;
  SevenRange refused_at;
  gboolean portable;
} SevenSender;

/**
 * seven_sender_inspect:
 * @sender: a sender, in UTF-8
 *
 * Returns: what there is to say about it
 */
SevenSender seven_sender_inspect (const char *sender);

/**
 * seven_sender_strip:
 * @sender: a sender, in UTF-8
 *
 * What is left of a sender that seven can take: letters of other alphabets written plainly where that is plain
 * (ü → u, ß → ss), everything that seven refuses taken out. A result over the limit loses first its blanks and
 * signs, then its end.
 *
 * Returns: (transfer full): the sender, or "" where no letter and no digit is left
 */
char *seven_sender_strip (const char *sender);

G_END_DECLS
