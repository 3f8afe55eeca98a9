/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-destination.h"

#include <string.h>

#include "seven-calling-code.h"

#define YES SEVEN_SENDER_SUPPORT_YES
#define NO SEVEN_SENDER_SUPPORT_NO
#define REG SEVEN_SENDER_SUPPORT_REGISTRATION
#define LIMITED SEVEN_SENDER_SUPPORT_LIMITED
#define UNKNOWN SEVEN_SENDER_SUPPORT_UNKNOWN

/* clang-format off */
static const struct
{
  const char *number;
  const char *prefix;
  const char *country;
  const char *name;
  SevenSenderSupport alphanumeric;
  SevenSenderSupport numeric;
  const char *as_of;
  const char *advice; /* words of it, for a name */
} cases[] = {
  { "+447700900123", "44", "GB", "United Kingdom", YES, YES, "2026", "shown as it is" },
  { "+4917612345678", "49", "DE", "Germany", YES, YES, "2026", "shown as it is" },
  { "+27123456789", "27", "ZA", "South Africa", NO, LIMITED, "2026", "replaced by a number" },
  { "+40712345678", "40", "RO", "Romania", REG, NO, "2026", "must be registered" },
  { "+22112345678", "221", "SN", "Senegal", YES, YES, "2026", "shown as it is" },
  { "+22912345678", "229", "BJ", "Benin", UNKNOWN, UNKNOWN, "2026", "not known" }, /* a line without an entry */
  { "+25012345678", "250", "RW", "Rwanda", YES, YES, "2026", "shown as it is" },
  { "+2478123456", "247", "AC", "Ascension Island", UNKNOWN, UNKNOWN, "2026", "not known" }, /* no line at all */
  { "+99312345678", "993", "TM", "Turkmenistan", UNKNOWN, UNKNOWN, "2026", "not known" },
  /* +1: the longest prefix counts */
  { "+12025550123", "1", "US", "United States or Canada", NO, LIMITED, "2026", "USA and Canada" },
  { "+17875550123", "1", "US", "United States or Canada", NO, LIMITED, "2026", "USA and Canada" },
  { "+12425550123", "1242", "BS", "Bahamas", NO, LIMITED, "2026", "replaced by a number" },
  { "+18765550123", "1876", "JM", "Jamaica", YES, YES, "2026", "shown as it is" },
  { "+18295550123", "1829", "DO", "Dominican Republic", NO, LIMITED, "2026", "replaced by a number" },
  /* newer than the table */
  { "+61412345678", "61", "AU", "Australia", REG, YES, "2026-07-01", "1 July 2026" },
  { "+6581234567", "65", "SG", "Singapore", REG, LIMITED, "2023-01-31", "“Likely-SCAM”" },
  { "+66812345678", "66", "TH", "Thailand", REG, REG, "2026", "no space" },
  { "+919812345678", "91", "IN", "India", REG, NO, "2026", "six letters" },
};
/* clang-format on */

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenPhone) phone = seven_phone_parse (cases[i].number, NULL);
    const SevenDestination *destination = seven_destination_find (phone);
    g_autofree char *name = NULL;

    g_test_message ("%s", cases[i].number);
    g_assert_nonnull (destination);
    g_assert_cmpstr (seven_destination_get_prefix (destination), ==, cases[i].prefix);
    g_assert_cmpstr (seven_destination_get_country (destination), ==, cases[i].country);
    name = seven_destination_dup_name (destination);
    g_assert_cmpstr (name, ==, cases[i].name);
    g_assert_cmpint (
        seven_destination_get_support (destination, SEVEN_SENDER_ALPHANUMERIC), ==, cases[i].alphanumeric);
    g_assert_cmpint (seven_destination_get_support (destination, SEVEN_SENDER_NUMERIC), ==, cases[i].numeric);
    g_assert_cmpstr (
        seven_destination_get_as_of (destination, SEVEN_SENDER_ALPHANUMERIC), ==, cases[i].as_of);
    g_assert_cmpstr (seven_destination_get_as_of (destination, SEVEN_SENDER_NUMERIC), ==, "2026");
    g_assert_nonnull (
        strstr (seven_destination_get_advice (destination, SEVEN_SENDER_ALPHANUMERIC), cases[i].advice));
    g_assert_nonnull (strstr (seven_destination_get_advice (destination, SEVEN_SENDER_NUMERIC), "number"));
    g_assert_true (seven_destination_find_digits (cases[i].prefix) == destination);
  }
}

static void
test_none (void)
{
  static const char *const numbers[] = { "+9991234567", "+80012345678", "+882123456789" };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autoptr (SevenPhone) phone = seven_phone_parse (numbers[i], NULL);

    g_assert_null (seven_destination_find (phone));
  }
  g_assert_null (seven_destination_find_digits (""));
  g_assert_null (seven_destination_find_digits ("4"));
  g_assert_null (seven_destination_find_country ("ZZ"));
  g_assert_null (seven_destination_find_country (NULL));
}

static const struct
{
  const char *digits;
  const char *sender;
  gboolean objection;
} objections[] = {
  { "66", "Acme", FALSE },
  { "66", "Acme Shop", TRUE },
  { "66", "447700900123", FALSE },
  { "91", "ACMEIN", FALSE },
  { "91", "Acme", TRUE },
  { "91", "AcmeIndia", TRUE },
  { "91", "ACME01", TRUE },
  { "91", "", TRUE },
  { "44", "Acme Shop", FALSE },
  { "44", "Acme", FALSE },
};

static void
test_objections (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (objections); i++) {
    const SevenDestination *destination = seven_destination_find_digits (objections[i].digits);
    const char *objection = seven_destination_get_objection (destination, objections[i].sender);

    g_test_message ("+%s “%s”", objections[i].digits, objections[i].sender);
    g_assert_cmpint (objection != NULL, ==, objections[i].objection);
  }
}

static void
test_list (void)
{
  g_autoptr (GPtrArray) list = seven_destination_list ();
  g_autoptr (GHashTable) countries = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *before = NULL;

  g_assert_cmpuint (list->len, >, 200);
  for (guint i = 0; i < list->len; i++) {
    const SevenDestination *destination = g_ptr_array_index (list, i);
    const char *country = seven_destination_get_country (destination);
    g_autofree char *name = seven_destination_dup_name (destination);

    g_assert_nonnull (name);
    g_assert_true (g_hash_table_add (countries, (gpointer) country));
    g_assert_true (seven_destination_find_country (country) == destination);
    g_assert_true (!before || g_utf8_collate (before, name) <= 0);
    g_clear_pointer (&before, g_free);
    before = g_steal_pointer (&name);
  }
  g_assert_true (seven_destination_find_country ("CA") == seven_destination_find_country ("US"));
}

/* No calling code of a country is left out. */
static void
test_complete (void)
{
  for (guint i = 0; i < seven_calling_code_get_n (); i++) {
    const SevenCallingCode *code = seven_calling_code_get (i);
    const char *digits = seven_calling_code_get_digits (code);

    g_assert_cmpint (seven_destination_find_digits (digits) != NULL, ==,
        seven_calling_code_get_country (code, digits) != NULL);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/destination/cases", test_cases);
  g_test_add_func ("/destination/none", test_none);
  g_test_add_func ("/destination/objections", test_objections);
  g_test_add_func ("/destination/list", test_list);
  g_test_add_func ("/destination/complete", test_complete);
  return g_test_run ();
}
