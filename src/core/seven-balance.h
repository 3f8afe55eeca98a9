/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-answer.h"

G_BEGIN_DECLS

/**
 * SevenBalance:
 * @amount: what is left, in @currency
 * @currency: (nullable): ISO 4217, as in "EUR"; %NULL where the answer names none (it is EUR as a rule)
 *
 * What is left in the account. Plain data.
 */
typedef struct
{
  double amount;
  char *currency;
} SevenBalance;

SevenBalance *seven_balance_read (const SevenExchange *exchange, GError **error);
void seven_balance_free (SevenBalance *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenBalance, seven_balance_free)

G_END_DECLS
