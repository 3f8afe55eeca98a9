/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-balance.h"
#include "seven-answer-private.h"
#include "seven-json-read.h"

#include <math.h>

/**
 * seven_balance_read:
 * @exchange: the exchange of a balance call
 * @error: return location for an error
 *
 * Reads what is left in the account: `{"amount":44.631,"currency":"EUR"}`, its numbers as strings too, or the bare
 * number that seven gives without `Accept: application/json`. Of what seven_answer_get_code() takes for a return code no
 * amount is read.
 *
 * Errors: every one of #SevenAnswerError but %SEVEN_ANSWER_ERROR_NOTHING.
 *
 * Returns: (transfer full) (nullable): the balance, or %NULL
 */
SevenBalance *
seven_balance_read (const SevenExchange *exchange, GError **error)
{
  g_autoptr (SevenJson) json = NULL;
  const SevenJsonValue *root;
  SevenBalance *self;
  double amount;

  g_return_val_if_fail (exchange != NULL, NULL);

  json = seven_answer_parse (exchange, error);
  if (json == NULL)
    return NULL;
  root = seven_json_get_root (json);
  amount = seven_json_value_get_kind (root) == SEVEN_JSON_OBJECT ? seven_json_read_number (root, "amount")
                                                                 : seven_json_read_value_number (root);
  if (isnan (amount)) {
    g_propagate_error (error, seven_answer_unreadable_new (exchange));
    return NULL;
  }
  self = g_new0 (SevenBalance, 1);
  self->amount = amount;
  self->currency = seven_json_read_text (json, root, "currency");
  return self;
}

/**
 * seven_balance_free:
 * @self: (transfer full): a balance
 */
void
seven_balance_free (SevenBalance *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->currency);
  g_free (self);
}
