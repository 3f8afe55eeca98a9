/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SevenRemedy:
 * @SEVEN_REMEDY_NONE: nothing in the program mends it
 * @SEVEN_REMEDY_API_KEY: the API key
 * @SEVEN_REMEDY_SENDER: the sender
 * @SEVEN_REMEDY_RECIPIENT: the recipient of the test
 * @SEVEN_REMEDY_TEXT: the text of the template
 * @SEVEN_REMEDY_WAIT: waiting, or a new code
 * @SEVEN_REMEDY_ACCOUNT: the account at seven's site
 *
 * Where the operator mends what a code complains of.
 */
typedef enum
{
  SEVEN_REMEDY_NONE,
  SEVEN_REMEDY_API_KEY,
  SEVEN_REMEDY_SENDER,
  SEVEN_REMEDY_RECIPIENT,
  SEVEN_REMEDY_TEXT,
  SEVEN_REMEDY_WAIT,
  SEVEN_REMEDY_ACCOUNT,
} SevenRemedy;

/**
 * SevenCall:
 * @SEVEN_CALL_ANY: it is not known which call was made
 * @SEVEN_CALL_SEND: `/api/sms`
 * @SEVEN_CALL_OTHER: the calls for balance, prices and delivery reports
 *
 * The kind of call a return code answers: some codes say different things to different calls.
 */
typedef enum
{
  SEVEN_CALL_ANY,
  SEVEN_CALL_SEND,
  SEVEN_CALL_OTHER,
} SevenCall;

/**
 * SevenReturnCode:
 * @code: the number
 * @title: the message id of the title: for people use seven_return_code_get_title()
 * @meaning: the message id of the meaning where it is not known which call was made
 * @advice: (nullable): the message id of what to do next
 * @remedy: where it is mended
 * @client_name: (nullable): the name in the list of the connector's client; %NULL where the code is not in it, so
 *   that a bare reply of this code makes Logto report success
 *
 * One of seven's return codes.
 */
typedef struct
{
  int code;
  const char *title;
  const char *meaning;
  const char *advice;
  SevenRemedy remedy;
  const char *client_name;
} SevenReturnCode;

const SevenReturnCode *seven_return_code_find (int code);
const SevenReturnCode *seven_return_code_get_all (guint *n_codes);
const char *seven_return_code_get_title (const SevenReturnCode *self);
const char *seven_return_code_get_meaning (const SevenReturnCode *self, SevenCall call);
const char *seven_return_code_get_advice (const SevenReturnCode *self, SevenCall call);

G_END_DECLS
