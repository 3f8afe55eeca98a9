/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-price-list.h"

#include "send-test.h"

#define KEY "example-key-not-real"

typedef struct
{
  SendTest send;
  SevenPriceList *prices; /* borrowed */
  Counter changes;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  send_test_set_up (&self->send, NULL);
  self->prices = seven_session_get_prices (self->send.session);
  self->changes.n = 0;
  g_signal_connect_swapped (self->prices, "changed", G_CALLBACK (count_signal_cb), &self->changes);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  send_test_tear_down (&self->send);
}

static gboolean
has_changed (gpointer changes)
{
  return ((Counter *) changes)->n > 0;
}

static void
request (Fixture *self, const char *country)
{
  self->changes.n = 0;
  seven_price_list_request (self->prices, self->send.live, KEY, country);
  wait_for (has_changed, &self->changes);
}

static SevenPricing *
lookup (Fixture *self, const char *key, const char *country)
{
  return seven_price_list_lookup (self->prices, self->send.live, key, country);
}

static gboolean
is_missing (Fixture *self, const char *key, const char *country)
{
  return seven_price_list_is_missing (self->prices, self->send.live, key, country);
}

static void
test_known (Fixture *self, gconstpointer data)
{
  self->send.gateway->prices = TWO_PRICES;
  g_assert_null (lookup (self, KEY, "DE"));
  g_assert_false (is_missing (self, KEY, "DE"));
  request (self, "DE");
  g_assert_cmpuint (self->changes.n, ==, 1);
  g_assert_nonnull (lookup (self, KEY, "DE"));
  g_assert_true (lookup (self, KEY, "de") == lookup (self, KEY, "DE"));
  g_assert_cmpfloat_with_epsilon (seven_pricing_get_highest (lookup (self, KEY, "DE")), 0.085, 1e-9);
  g_assert_false (is_missing (self, KEY, "DE"));
}

/* A price belongs to gateway, key and country. */
static void
test_apart (Fixture *self, gconstpointer data)
{
  self->send.gateway->prices = ONE_PRICE;
  request (self, "DE");
  g_assert_null (lookup (self, "another-key-not-real", "DE"));
  g_assert_null (lookup (self, KEY, "AT"));
  g_assert_null (seven_price_list_lookup (self->prices, self->send.sandbox, KEY, "DE"));
  g_assert_null (lookup (self, NULL, "DE"));
  g_assert_null (lookup (self, KEY, NULL));
}

/* It is asked for once, however often somebody wants to know. */
static void
test_once (Fixture *self, gconstpointer data)
{
  self->send.gateway->prices = ONE_PRICE;
  seven_price_list_request (self->prices, self->send.live, KEY, "DE");
  seven_price_list_request (self->prices, self->send.live, KEY, "de");
  g_assert_cmpuint (self->send.gateway->n_price_requests, ==, 1);
  wait_for (has_changed, &self->changes);
  seven_price_list_request (self->prices, self->send.live, KEY, "DE");
  g_assert_cmpuint (self->send.gateway->n_price_requests, ==, 1);
}

/* What could not be had is not asked for again at once. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  g_assert_true (is_missing (self, NULL, "DE"));
  g_assert_true (is_missing (self, KEY, NULL));
  request (self, "DE");
  g_assert_null (lookup (self, KEY, "DE"));
  g_assert_true (is_missing (self, KEY, "DE"));
  seven_price_list_request (self->prices, self->send.live, KEY, "DE");
  g_assert_cmpuint (self->send.gateway->n_price_requests, ==, 1);
}

static void
test_unreadable (Fixture *self, gconstpointer data)
{
  static const char *const replies[] = { "", "<html>", "{\"countries\":7}", "[]",
    "{\"countries\":[{\"countryCode\":\"AT\",\"networks\":[{\"price\":1}]}]}" };
  static const char *const countries[] = { "DE", "FR", "IT", "ES", "PL" };

  for (gsize i = 0; i < G_N_ELEMENTS (replies); i++) {
    self->send.gateway->prices = replies[i];
    request (self, countries[i]);
    g_assert_null (lookup (self, KEY, countries[i]));
    g_assert_true (is_missing (self, KEY, countries[i]));
  }
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/price-list/known", test_known);
  add ("/price-list/apart", test_apart);
  add ("/price-list/once", test_once);
  add ("/price-list/refused", test_refused);
  add ("/price-list/unreadable", test_unreadable);
  return g_test_run ();
}
