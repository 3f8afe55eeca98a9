/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-pricing.h"
#include "answer-test.h"

#include <math.h>

/* As seven's documentation has it, with a second country and a member that nobody knows. */
static const char sample[] =
    "{\"countCountries\":2,\"countNetworks\":3,\"countries\":["
    "{\"countryCode\":\"DE\",\"countryName\":\"Germany\",\"countryPrefix\":\"49\",\"networks\":["
    "{\"mcc\":\"262\",\"mncs\":[\"01\"],\"networkName\":\"One\",\"price\":0.07,\"features\":[\"alpha\"]}]},"
    "{\"countryCode\":\"AT\",\"countryName\":\"Austria\",\"countryPrefix\":\"43\",\"new\":[{}],\"networks\":["
    "{\"mcc\":\"232\",\"mncs\":[\"02\"],\"networkName\":\"A1 Telekom Austria\",\"price\":0.075,"
    "\"features\":[\"alpha\",\"numeric\",\"dlr\",\"sc\"],\"comment\":\"\"},"
    "{\"mcc\":\"232\",\"mncs\":[],\"networkName\":\"Two\",\"price\":\"0.082\","
    "\"features\":[\"Numeric\",\"DLR\"],\"comment\":\"words\"}]}]}";

static void
test_sample (void)
{
  static const char *const countries[] = { "AT", "at", "aT" };

  for (gsize i = 0; i < G_N_ELEMENTS (countries); i++) {
    g_autoptr (SevenExchange) exchange = answer_test_new (sample, -1, 200);
    g_autoptr (GError) error = NULL;
    g_autoptr (SevenPricing) pricing = seven_pricing_read (exchange, countries[i], &error);
    const SevenNetworkPrice *network;

    g_assert_no_error (error);
    g_assert_cmpstr (seven_pricing_get_country (pricing), ==, "AT");
    g_assert_cmpuint (seven_pricing_get_n_networks (pricing), ==, 2);
    g_assert_cmpfloat_with_epsilon (seven_pricing_get_lowest (pricing), 0.075, 1e-12);
    g_assert_cmpfloat_with_epsilon (seven_pricing_get_highest (pricing), 0.082, 1e-12);
    g_assert_null (seven_pricing_get_network (pricing, 2));

    network = seven_pricing_get_network (pricing, 0);
    g_assert_cmpstr (network->name, ==, "A1 Telekom Austria");
    g_assert_true (network->alpha);
    g_assert_true (network->numeric);
    g_assert_null (network->comment);

    network = seven_pricing_get_network (pricing, 1);
    g_assert_cmpfloat_with_epsilon (network->price, 0.082, 1e-12);
    g_assert_false (network->alpha);
    g_assert_true (network->numeric);
    g_assert_cmpstr (network->comment, ==, "words");
  }
}

#define AT(networks) "{\"countries\":[{\"countryCode\":\"at\",\"networks\":" networks "}]}"

/* What a network may say of itself, in any type. */
static void
test_networks (void)
{
  static const struct
  {
    const char *body;
    guint n_networks;
    const char *name;
    double price;
    gboolean alpha;
    gboolean numeric;
  } cases[] = {
    { AT ("[{}]"), 1, "", NAN, FALSE, FALSE },
    { AT ("[{\"networkName\":null,\"price\":null,\"features\":null}]"), 1, "", NAN, FALSE, FALSE },
    { AT ("[{\"networkName\":7,\"price\":\"0.1\",\"features\":\"alpha\"}]"), 1, "7", 0.1, FALSE, FALSE },
    { AT ("[{\"networkName\":[],\"price\":[],\"features\":[1,null,{},\"ALPHA\"]}]"), 1, "", NAN, TRUE,
        FALSE },
    { AT ("[{\"networkName\":{},\"price\":-1,\"features\":{\"a\":\"numeric\"}}]"), 1, "", NAN, FALSE, TRUE },
    { AT ("[{\"price\":0}]"), 1, "", 0, FALSE, FALSE },
    { AT ("[{\"price\":\"1 EUR\"}]"), 1, "", NAN, FALSE, FALSE },
    { AT ("[1,null,\"x\",[],{\"networkName\":\"x\"}]"), 1, "x", NAN, FALSE, FALSE },
    { AT ("{\"0\":{\"networkName\":\"x\"}}"), 1, "x", NAN, FALSE, FALSE },
    { "{\"countries\":[{\"countryCode\":\"AT\",\"networks\":[{\"networkName\":\"x\"}]},"
      "{\"countryCode\":\"AT\",\"networks\":[{}]}]}",
        2, "x", NAN, FALSE, FALSE },
    { "{\"countries\":[1,null,[],{},{\"countryCode\":43},{\"countryCode\":\"AT\",\"networks\":[{}]}]}", 1, "",
        NAN, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenExchange) exchange = answer_test_new (cases[i].body, -1, 200);
    g_autoptr (GError) error = NULL;
    g_autoptr (SevenPricing) pricing = seven_pricing_read (exchange, "AT", &error);
    const SevenNetworkPrice *network;

    answer_test_say (cases[i].body, 200);
    g_assert_no_error (error);
    g_assert_cmpuint (seven_pricing_get_n_networks (pricing), ==, cases[i].n_networks);
    network = seven_pricing_get_network (pricing, 0);
    g_assert_cmpstr (network->name, ==, cases[i].name);
    g_assert_cmpint (network->alpha, ==, cases[i].alpha);
    g_assert_cmpint (network->numeric, ==, cases[i].numeric);
    if (isnan (cases[i].price)) {
      g_assert_true (isnan (network->price));
      g_assert_true (isnan (seven_pricing_get_lowest (pricing)));
      g_assert_true (isnan (seven_pricing_get_highest (pricing)));
    } else {
      g_assert_cmpfloat_with_epsilon (network->price, cases[i].price, 1e-12);
    }
  }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *body;
    SevenAnswerError error;
  } cases[] = {
    { "900", SEVEN_ANSWER_ERROR_REFUSED },
    { "{\"success\":\"902\",\"countries\":[]}", SEVEN_ANSWER_ERROR_REFUSED },
    { "", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "<html>", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "{}", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "[]", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "0.075", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "null", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "{\"countries\":\"AT\"}", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "{\"countries\":1}", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "{\"countries\":{}}", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "{\"countries\":[{\"countryCode\":\"AT\",\"netw", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "{\"success\":\"950\"}", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "{\"countries\":[]}", SEVEN_ANSWER_ERROR_NOTHING },
    { "{\"countries\":null}", SEVEN_ANSWER_ERROR_NOTHING },
    { "{\"countries\":[{\"countryCode\":\"DE\",\"networks\":[{\"price\":1}]}]}", SEVEN_ANSWER_ERROR_NOTHING },
    { AT ("[]"), SEVEN_ANSWER_ERROR_NOTHING },
    { AT ("null"), SEVEN_ANSWER_ERROR_NOTHING },
    { AT ("\"x\""), SEVEN_ANSWER_ERROR_NOTHING },
    { AT ("[1,\"x\",null]"), SEVEN_ANSWER_ERROR_NOTHING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenExchange) exchange = answer_test_new (cases[i].body, -1, 200);
    g_autoptr (GError) error = NULL;

    answer_test_say (cases[i].body, 200);
    g_assert_null (seven_pricing_read (exchange, "AT", &error));
    g_assert_error (error, SEVEN_ANSWER_ERROR, (int) cases[i].error);
    if (cases[i].error == SEVEN_ANSWER_ERROR_NOTHING)
      g_assert_nonnull (strstr (error->message, "no price for Austria"));
  }
}

static void
test_no_answer (void)
{
  g_autoptr (SevenExchange) exchange = answer_test_new_failed (sample);
  g_autoptr (GError) error = NULL;

  g_assert_null (seven_pricing_read (exchange, "AT", &error));
  g_assert_error (error, SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_NONE);
}

static void
test_junk (void)
{
  g_autofree char *deep = answer_test_dup_junk ("{\"countries\":", '[', ONE_MIB, "");
  g_autofree char *name = answer_test_dup_junk (
      "{\"countries\":[{\"countryCode\":\"AT\",\"networks\":[{\"networkName\":\"", 'x', ONE_MIB, "\"}]}]}");
  g_autoptr (SevenExchange) nested = answer_test_new (deep, -1, 200);
  g_autoptr (SevenExchange) named = answer_test_new (name, -1, 200);
  g_autoptr (GError) error = NULL;
  g_autoptr (SevenPricing) pricing = NULL;

  g_assert_null (seven_pricing_read (nested, "AT", &error));
  g_assert_error (error, SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_UNREADABLE);

  pricing = seven_pricing_read (named, "AT", NULL);
  g_assert_cmpuint (strlen (seven_pricing_get_network (pricing, 0)->name), ==, ONE_MIB);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pricing/sample", test_sample);
  g_test_add_func ("/pricing/networks", test_networks);
  g_test_add_func ("/pricing/refused", test_refused);
  g_test_add_func ("/pricing/no-answer", test_no_answer);
  g_test_add_func ("/pricing/junk", test_junk);

  return g_test_run ();
}
