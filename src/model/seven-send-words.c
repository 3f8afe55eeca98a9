/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-send-words.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "seven-words.h"

/* A price has three digits behind the point, sometimes four. */
#define MIN_DECIMALS 2
#define MAX_DECIMALS 4

static char *
dup_amount (double amount)
{
  return seven_words_price (amount, MIN_DECIMALS, MAX_DECIMALS);
}

static gboolean
is_known (const SevenPricing *pricing)
{
  return pricing != NULL && isfinite (seven_pricing_get_highest (pricing));
}

static gboolean
is_one (const SevenPricing *pricing)
{
  return seven_pricing_get_highest (pricing) - seven_pricing_get_lowest (pricing) < 1e-9;
}

/**
 * seven_send_words_price:
 * @pricing: (nullable): what a part costs; %NULL: not known
 * @n_parts: how many parts
 *
 * Returns: (transfer full) (nullable): “€0.075”, or “€0.07 to €0.085” where the networks differ; %NULL: not known
 */
char *
seven_send_words_price (const SevenPricing *pricing, guint n_parts)
{
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;

  if (!is_known (pricing))
    return NULL;
  highest = dup_amount (n_parts * seven_pricing_get_highest (pricing));
  if (is_one (pricing))
    return g_steal_pointer (&highest);
  lowest = dup_amount (n_parts * seven_pricing_get_lowest (pricing));

  /* Translators: two amounts of money: what the cheapest and the dearest network of a country cost. */
  return g_strdup_printf (_ ("%s to %s"), lowest, highest);
}

/**
 * seven_send_words_limit:
 * @pricing: (nullable): what a part costs; %NULL: not known
 * @n_parts: how many parts
 *
 * Returns: (transfer full): “€0.075”, “at most €0.085”, “price not known”
 */
char *
seven_send_words_limit (const SevenPricing *pricing, guint n_parts)
{
  g_autofree char *highest = NULL;

  if (!is_known (pricing))
    return g_strdup (_ ("price not known"));
  highest = dup_amount (n_parts * seven_pricing_get_highest (pricing));
  if (is_one (pricing))
    return g_steal_pointer (&highest);

  /* Translators: %s is an amount of money: what the dearest network of a country costs. */
  return g_strdup_printf (_ ("at most %s"), highest);
}

/* “42 s”, “2:18 min” */
static char *
dup_duration (guint seconds)
{
  if (seconds < 60)
    /* Translators: seconds. */
    return g_strdup_printf (_ ("%u s"), seconds);

  /* Translators: minutes and seconds. */
  return g_strdup_printf (_ ("%u:%02u min"), seconds / 60, seconds % 60);
}

/**
 * seven_send_words_lock:
 * @age: for how long the same text is gone, seconds
 * @remaining: for how long seven refuses it yet, seconds
 *
 * Returns: (transfer full): a sentence
 */
char *
seven_send_words_lock (guint age, guint remaining)
{
  g_autofree char *ago = dup_duration (age);
  g_autofree char *yet = dup_duration (remaining);

  /* Translators: two times, as in “42 s” and “2:18 min”; 402 is a return code of seven’s. */
  return g_strdup_printf (
      _ ("The same text went to this number %s ago: seven refuses it for another %s (402)."), ago, yet);
}

/**
 * seven_send_words_country:
 * @phone: a number
 *
 * Returns: (transfer full): its country’s name, or that it is not known
 */
char *
seven_send_words_country (const SevenPhone *phone)
{
  char *country = seven_phone_dup_country_name (phone);

  /* Translators: the country of a phone number. */
  return country != NULL ? country : g_strdup (_ ("Country not known"));
}
