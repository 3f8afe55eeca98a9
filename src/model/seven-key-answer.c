/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-key-answer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "seven-balance.h"

/* A currency is shown where it reads like one: anything may come from outside. */
static char *
dup_currency (const char *currency)
{
  if (currency == NULL || strlen (currency) != 3)
    return NULL;
  for (const char *letter = currency; *letter != '\0'; letter++) {
    if (!g_ascii_isalpha (*letter))
      return NULL;
  }
  return g_ascii_strup (currency, -1);
}

static char *
dup_balance (double amount, const char *currency)
{
  if (currency == NULL)
    /* Translators: an amount of money in the currency of the account at seven, which was not named. */
    return g_strdup_printf (_ ("%.2f left"), amount);

  /* Translators: an amount of money and its currency, as in “44.63 EUR left”. */
  return g_strdup_printf (_ ("%.2f %s left"), amount, currency);
}

/**
 * seven_key_answer_new:
 * @exchange: the exchange of a balance call
 *
 * Reads what a gateway thinks of a key.
 *
 * Returns: (transfer full): the answer
 */
SevenKeyAnswer *
seven_key_answer_new (const SevenExchange *exchange)
{
  SevenKeyAnswer *self = g_new0 (SevenKeyAnswer, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SevenBalance) balance = seven_balance_read (exchange, &error);

  if (balance != NULL) {
    self->verdict = SEVEN_KEY_VERDICT_ACCEPTED;
    self->amount = balance->amount;
    self->currency = dup_currency (balance->currency);
    self->words = dup_balance (self->amount, self->currency);
    return self;
  }
  self->verdict = g_error_matches (error, SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_REFUSED)
      ? SEVEN_KEY_VERDICT_REFUSED
      : SEVEN_KEY_VERDICT_UNKNOWN;
  self->code = seven_answer_get_code (exchange);
  self->words = g_strdup (error->message);
  return self;
}

/**
 * seven_key_answer_free:
 * @self: (transfer full): an answer
 */
void
seven_key_answer_free (SevenKeyAnswer *self)
{
  g_free (self->currency);
  g_free (self->words);
  g_free (self);
}

/**
 * seven_key_answer_digest:
 * @key: (nullable): a key
 *
 * Returns: (transfer full) (nullable): what tells whether another key is the same, without the key
 */
char *
seven_key_answer_digest (const char *key)
{
  return key != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1) : NULL;
}
