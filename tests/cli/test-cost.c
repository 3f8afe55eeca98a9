/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-cost.h"

#include <string.h>

static void
test_amounts (void)
{
  static const struct
  {
    double amount;
    const char *text;
  } cases[] = {
    { 0, "0.00" },
    { 0.15, "0.15" },
    { 3 * 0.075, "0.225" },
    { 0.0825, "0.0825" },
    { 7, "7.00" },
    { 100, "100.00" },
    { 1.10001, "1.10" },
    { -0.5, "-0.50" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = seven_cost_dup_amount (cases[i].amount);

    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

static SevenPricing *
read_prices (const char *networks)
{
  g_autofree char *body =
      g_strdup_printf ("{\"countries\":[{\"countryCode\":\"GB\",\"networks\":%s}]}", networks);
  g_autoptr (GBytes) reply = g_bytes_new (body, strlen (body));
  g_autoptr (SevenExchange) exchange =
      seven_exchange_new ("GET /\n", TRUE, 200, "HTTP/1.1\n", reply, 1, NULL);

  return seven_pricing_read (exchange, "GB", NULL);
}

/* The dearest network counts, for nobody knows which one it is. */
static void
test_limits (void)
{
  static const struct
  {
    const char *networks;
    guint n_parts;
    const char *text;
  } cases[] = {
    { "[{\"price\":0.075}]", 1, "at most 0.075 EUR" },
    { "[{\"price\":0.075}]", 2, "at most 0.15 EUR" },
    { "[{\"price\":0.01},{\"price\":\"0.08\"},{\"price\":0.02}]", 3, "at most 0.24 EUR" },
    { "[{\"price\":null},{\"price\":0.02}]", 1, "at most 0.02 EUR" },
    { "[{\"price\":null}]", 1, "price not known" },
    { "[]", 1, "price not known" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenPricing) pricing = read_prices (cases[i].networks);
    g_autofree char *text = seven_cost_dup_limit (pricing, cases[i].n_parts);

    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cost/amounts", test_amounts);
  g_test_add_func ("/cost/limits", test_limits);

  return g_test_run ();
}
