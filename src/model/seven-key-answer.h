/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-exchange.h"

G_BEGIN_DECLS

/**
 * SevenKeyVerdict:
 * @SEVEN_KEY_VERDICT_ACCEPTED: the balance came
 * @SEVEN_KEY_VERDICT_REFUSED: the gateway has said no
 * @SEVEN_KEY_VERDICT_UNKNOWN: no answer, or none that can be read
 *
 * What a gateway thinks of a key.
 */
typedef enum
{
  SEVEN_KEY_VERDICT_ACCEPTED,
  SEVEN_KEY_VERDICT_REFUSED,
  SEVEN_KEY_VERDICT_UNKNOWN,
} SevenKeyVerdict;

/**
 * SevenKeyAnswer:
 * @verdict: what the gateway thinks of the key
 * @code: where it has refused: the return code, %SEVEN_REPLY_NO_CODE where it named none
 * @amount: where it has accepted: what is left in the account
 * @currency: (nullable): of @amount; %NULL where none was named
 * @words: the same in a sentence or two, translated
 *
 * What came of asking a gateway for the balance. Plain data. It does not hold the key.
 */
typedef struct
{
  SevenKeyVerdict verdict;
  int code;
  double amount;
  char *currency;
  char *words;
} SevenKeyAnswer;

SevenKeyAnswer *seven_key_answer_new (const SevenExchange *exchange);
void seven_key_answer_free (SevenKeyAnswer *self);
char *seven_key_answer_digest (const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenKeyAnswer, seven_key_answer_free)

G_END_DECLS
