/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-exchange.h"
#include "seven-reply.h"
#include "seven-return-code.h"

G_BEGIN_DECLS

#define SEVEN_ANSWER_ERROR (seven_answer_error_quark ())
GQuark seven_answer_error_quark (void);

/**
 * SevenAnswerError:
 * @SEVEN_ANSWER_ERROR_REFUSED: a refusal of seven's; seven_answer_get_code() says by which return code, if it names one
 * @SEVEN_ANSWER_ERROR_UNREADABLE: an answer that says nothing we know
 * @SEVEN_ANSWER_ERROR_NONE: there was no answer: the exchange went wrong
 * @SEVEN_ANSWER_ERROR_NOTHING: a good answer, which has nothing about what was asked for
 *
 * Why a call for balance, prices or delivery reports brought nothing. The messages are translated; they say what
 * happened and what to do, and never hold the key.
 */
typedef enum
{
  SEVEN_ANSWER_ERROR_REFUSED,
  SEVEN_ANSWER_ERROR_UNREADABLE,
  SEVEN_ANSWER_ERROR_NONE,
  SEVEN_ANSWER_ERROR_NOTHING,
} SevenAnswerError;

/* The return code that refuses; SEVEN_REPLY_NO_CODE where the answer is none. */
int seven_answer_get_code (const SevenExchange *exchange);
/* Whether the exchange brought a body of status 200 that is no refusal; else sets an error of SEVEN_ANSWER_ERROR. */
gboolean seven_answer_check (const SevenExchange *exchange, GError **error);
/* The error of an answer that passed seven_answer_check() and is still not what was asked for. */
GError *seven_answer_unreadable_new (const SevenExchange *exchange);

G_END_DECLS
