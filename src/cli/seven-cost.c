/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-cost.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

char *
seven_cost_dup_amount (double amount)
{
  char *text = g_strdup_printf ("%.4f", amount);
  gsize length = strlen (text);

  for (int i = 0; i < 2 && text[length - 1] == '0'; i++)
    text[--length] = '\0';

  return text;
}

char *
seven_cost_dup_limit (const SevenPricing *pricing, guint n_parts)
{
  double highest = pricing != NULL ? seven_pricing_get_highest (pricing) : (double) NAN;
  g_autofree char *amount = NULL;

  if (isnan (highest))
    return g_strdup (_ ("price not known"));

  amount = seven_cost_dup_amount (n_parts * highest);

  /* Translators: %s is what an SMS costs, as in 0.15. */
  return g_strdup_printf (_ ("at most %s EUR"), amount);
}
