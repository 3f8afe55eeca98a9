/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-phone.h"

#include <locale.h>
#include <string.h>

#include "seven-calling-code.h"
#include "seven-country.h"

static const struct
{
  const char *text;
  const char *digits;
} good[] = {
  { "+447700900123", "447700900123" },
  { "+44 7700 900123", "447700900123" },
  { "  +44 7700 900123\n", "447700900123" },
  { "\r\n+44 7700 900123\r\n", "447700900123" },
  { "+44-7700-900.123", "447700900123" },
  { "+44 (7700) 900/123", "447700900123" },
  { "(+44) 7700 900123", "447700900123" },
  { "+44 (0) 7700 900123", "447700900123" },
  { "+44(0)7700900123", "447700900123" },
  { "+44 ( 0 ) 7700 900123", "447700900123" },
  { "0044 7700 900123", "447700900123" },
  { "0044 (0) 7700 900123", "447700900123" },
  { "00 44 7700 900123", "447700900123" },
  { "(00)447700900123", "447700900123" },
  { "447700900123", "447700900123" },
  { "44 (0) 7700 900123", "447700900123" },
  { "+44\u00a07700\u202f900123", "447700900123" },
  { "\u202a+44 7700 900123\u202c", "447700900123" },
  { "\ufeff+44\u200b7700\u2060900123", "447700900123" },
  { "+44\u20107700\u2011900\u2013123", "447700900123" },
  { "+44\u22127700900123", "447700900123" },
  { "+44\t7700\t900123", "447700900123" },
  /* lengths: 8 to 15 */
  { "+29021234", "29021234" },
  { "+491234567890123", "491234567890123" },
  { "49123456", "49123456" },
  { "491234567890123", "491234567890123" },
  /* an unknown calling code is no refusal where + or 00 says that it is one */
  { "+999 1234567", "9991234567" },
  { "00999 1234567", "9991234567" },
  { "+2101234567", "2101234567" },
  /* codes with numbers of one length only */
  { "12025550123", "12025550123" },
  { "79123456789", "79123456789" },
  { "+12025550", "12025550" },
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SevenPhone) phone = NULL;

    g_test_message ("“%s”", good[i].text);
    phone = seven_phone_parse (good[i].text, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (seven_phone_get_digits (phone), ==, good[i].digits);
  }
}

static const struct
{
  const char *text;
  SevenPhoneError error;
} bad[] = {
  { "", SEVEN_PHONE_ERROR_EMPTY },
  { "  \t\n", SEVEN_PHONE_ERROR_EMPTY },
  { "()-", SEVEN_PHONE_ERROR_EMPTY },
  { "\u200b", SEVEN_PHONE_ERROR_EMPTY },
  { "07700 900123", SEVEN_PHONE_ERROR_NATIONAL },
  { "017612345678", SEVEN_PHONE_ERROR_NATIONAL },
  { "(0) 7700 900123", SEVEN_PHONE_ERROR_NATIONAL },
  { "0", SEVEN_PHONE_ERROR_NATIONAL },
  { "+0 7700 900123", SEVEN_PHONE_ERROR_NATIONAL },
  { "000 7700 900123", SEVEN_PHONE_ERROR_NATIONAL },
  { "+0044 7700 900123", SEVEN_PHONE_ERROR_NATIONAL },
  /* without + only what begins with a calling code and is as long as its numbers are */
  { "9991234567", SEVEN_PHONE_ERROR_NATIONAL },
  { "7700900123", SEVEN_PHONE_ERROR_NATIONAL },
  { "1202555012", SEVEN_PHONE_ERROR_NATIONAL },
  { "120255501234", SEVEN_PHONE_ERROR_NATIONAL },
  { "Alice", SEVEN_PHONE_ERROR_LETTERS },
  { "tel:+447700900123", SEVEN_PHONE_ERROR_LETTERS },
  { "+44 7700 900123 ext 4", SEVEN_PHONE_ERROR_LETTERS },
  { "+44 7700 90O123", SEVEN_PHONE_ERROR_LETTERS },
  { "группа", SEVEN_PHONE_ERROR_LETTERS },
  { "+447700900123,+447700900124", SEVEN_PHONE_ERROR_SEVERAL },
  { "447700900123, Alice", SEVEN_PHONE_ERROR_SEVERAL },
  { ",", SEVEN_PHONE_ERROR_SEVERAL },
  { "+447700900123,", SEVEN_PHONE_ERROR_SEVERAL },
  { "+447700900123;+447700900124", SEVEN_PHONE_ERROR_SEVERAL },
  { "+447700900123 +447700900124", SEVEN_PHONE_ERROR_SEVERAL },
  { "++447700900123", SEVEN_PHONE_ERROR_SEVERAL },
  { "44+7700900123", SEVEN_PHONE_ERROR_SEVERAL },
  { "+44770\n0900123", SEVEN_PHONE_ERROR_SEVERAL },
  { "447700900123\r\n447700900124", SEVEN_PHONE_ERROR_SEVERAL },
  { "+44 7700 900123#", SEVEN_PHONE_ERROR_CHARACTER },
  { "*100#", SEVEN_PHONE_ERROR_CHARACTER },
  { "+44 7700 900123 & 4", SEVEN_PHONE_ERROR_CHARACTER },
  { "+٤٤٧٧٠٠٩٠٠١٢٣", SEVEN_PHONE_ERROR_CHARACTER },
  { "+44\xff"
    "7700900123",
      SEVEN_PHONE_ERROR_CHARACTER },
  { "😀", SEVEN_PHONE_ERROR_CHARACTER },
  { "\x01+447700900123", SEVEN_PHONE_ERROR_CHARACTER },
  { "+", SEVEN_PHONE_ERROR_TOO_SHORT },
  { "00", SEVEN_PHONE_ERROR_TOO_SHORT },
  { "+44", SEVEN_PHONE_ERROR_TOO_SHORT },
  { "+4477009", SEVEN_PHONE_ERROR_TOO_SHORT },
  { "+1202555", SEVEN_PHONE_ERROR_TOO_SHORT },
  { "0044770", SEVEN_PHONE_ERROR_TOO_SHORT },
  { "12345", SEVEN_PHONE_ERROR_TOO_SHORT },
  { "+1234567890123456", SEVEN_PHONE_ERROR_TOO_LONG },
  { "1234567890123456", SEVEN_PHONE_ERROR_TOO_LONG },
  { "447700900123/447700900124", SEVEN_PHONE_ERROR_TOO_LONG },
};

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;
    SevenPhone *phone = seven_phone_parse (bad[i].text, &error);

    g_test_message ("%" G_GSIZE_FORMAT, i);
    g_assert_error (error, SEVEN_PHONE_ERROR, (int) bad[i].error);
    g_assert_null (phone);
    g_assert_true (g_str_has_suffix (error->message, "."));
    g_assert_null (seven_phone_parse (bad[i].text, NULL));
  }
}

static const struct
{
  const char *number;
  const char *calling_code;
  const char *country;
  const char *name;
  const char *display;
  const char *masked;
} numbers[] = {
  { "+447700900123", "44", "GB", "United Kingdom", "+44 7700 900123", "+447…23" },
  { "+447457612345", "44", "IM", "Isle of Man", "+44 7457 612345", "+447…45" },
  { "+447624123456", "44", "IM", "Isle of Man", "+44 7624 123456", "+447…56" },
  { "+12025550123", "1", "US", "United States or Canada", "+1 202 555 0123", "+120…23" },
  { "+14165550123", "1", "US", "United States or Canada", "+1 416 555 0123", "+141…23" },
  { "+12425550123", "1", "BS", "Bahamas", "+1 242 555 0123", "+124…23" },
  { "+18095550123", "1", "DO", "Dominican Republic", "+1 809 555 0123", "+180…23" },
  { "+18295550123", "1", "DO", "Dominican Republic", "+1 829 555 0123", "+182…23" },
  { "+18495550123", "1", "DO", "Dominican Republic", "+1 849 555 0123", "+184…23" },
  { "+18005550123", "1", "US", "United States or Canada", "+1 800 555 0123", "+180…23" },
  { "+18765550123", "1", "JM", "Jamaica", "+1 876 555 0123", "+187…23" },
  { "+17875550123", "1", "PR", "Puerto Rico", "+1 787 555 0123", "+178…23" },
  { "+79123456789", "7", "RU", "Russian Federation", "+7 912 345 67 89", "+791…89" },
  { "+77123456789", "7", "KZ", "Kazakhstan", "+7 712 345 67 89", "+771…89" },
  { "+75123456789", "7", "RU", "Russian Federation", "+7 512 345 67 89", "+751…89" },
  { "+393123456789", "39", "IT", "Italy", "+39 312 345 6789", "+393…89" },
  { "+390669812345", "39", "VA", "Holy See (Vatican City State)", "+39 066 981 2345", "+390…45" },
  { "+4791234567", "47", "NO", "Norway", "+47 912 345 67", "+479…67" },
  { "+4779123456", "47", "SJ", "Svalbard and Jan Mayen", "+47 791 234 56", "+477…56" },
  { "+212612345678", "212", "MA", "Morocco", "+212 612 345 678", "+212…78" },
  { "+35818123456", "358", "AX", "Åland Islands", "+358 181 234 56", "+358…56" },
  { "+358401234567", "358", "FI", "Finland", "+358 401 234 567", "+358…67" },
  { "+59996123456", "599", "CW", "Curaçao", "+599 961 234 56", "+599…56" },
  { "+5993181234", "599", "BQ", "Bonaire, Sint Eustatius and Saba", "+599 318 1234", "+599…34" },
  { "+61412345678", "61", "AU", "Australia", "+61 412 345 678", "+614…78" },
  { "+4917612345678", "49", "DE", "Germany", "+49 176 123 456 78", "+491…78" },
  { "+33612345678", "33", "FR", "France", "+33 6 12 34 56 78", "+336…78" },
  { "+3361234567890", "33", "FR", "France", "+33 612 345 678 90", "+336…90" },
  { "+8201012345678", "82", "KR", "South Korea", "+82 010 123 456 78", "+820…78" },
  { "+38344123456", "383", "XK", "Kosovo", "+383 441 234 56", "+383…56" },
  { "+2478123456", "247", "AC", "Ascension Island", "+247 812 3456", "+247…56" },
  { "+29081234", "290", "TA", "Tristan da Cunha", "+290 812 34", "+290…34" },
  { "+29021234", "290", "SH", "Saint Helena, Ascension and Tristan da Cunha", "+290 212 34", "+290…34" },
  { "+80012345678", "800", NULL, NULL, "+800 123 456 78", "+800…78" },
  { "+882123456789", "882", NULL, NULL, "+882 123 456 789", "+882…89" },
  { "+9991234567", NULL, NULL, NULL, "+9991234567", "+999…67" },
};

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SevenPhone) phone = seven_phone_parse (numbers[i].number, &error);
    g_autofree char *name = NULL, *display = NULL, *masked = NULL;
    g_autoptr (SevenPhone) again = NULL;

    g_test_message ("%s", numbers[i].number);
    g_assert_no_error (error);
    name = seven_phone_dup_country_name (phone);
    display = seven_phone_dup_display (phone);
    masked = seven_phone_dup_masked (phone);
    g_assert_cmpstr (seven_phone_get_calling_code (phone), ==, numbers[i].calling_code);
    g_assert_cmpstr (seven_phone_get_country (phone), ==, numbers[i].country);
    g_assert_cmpstr (name, ==, numbers[i].name);
    g_assert_cmpstr (display, ==, numbers[i].display);
    g_assert_cmpstr (masked, ==, numbers[i].masked);

    /* what is shown can be typed again */
    again = seven_phone_parse (display, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (seven_phone_get_digits (again), ==, seven_phone_get_digits (phone));
  }
}

static void
test_copy (void)
{
  g_autoptr (SevenPhone) phone = seven_phone_parse ("+447700900123", NULL);
  g_autoptr (SevenPhone) copy = seven_phone_copy (phone);

  g_clear_pointer (&phone, seven_phone_free);
  g_assert_cmpstr (seven_phone_get_digits (copy), ==, "447700900123");
  g_assert_cmpstr (seven_phone_get_country (copy), ==, "GB");
}

static const struct
{
  const char *number;
  gboolean reserved;
} reserved[] = {
  { "+447700900000", TRUE },
  { "+447700900123", TRUE },
  { "+447700900999", TRUE },
  { "+447700901000", FALSE },
  { "+447700899999", FALSE },
  { "+44770090012", FALSE },
  { "+4477009001234", FALSE },
};

static void
test_reserved (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reserved); i++) {
    g_autoptr (SevenPhone) phone = seven_phone_parse (reserved[i].number, NULL);

    g_assert_cmpint (seven_phone_is_reserved (phone), ==, reserved[i].reserved);
  }
}

/* Every code of the table is found by itself, and each of its countries has a name. */
static void
test_calling_codes (void)
{
  guint countries = 0;

  g_assert_cmpuint (seven_calling_code_get_n (), >, 200);
  for (guint i = 0; i < seven_calling_code_get_n (); i++) {
    const SevenCallingCode *code = seven_calling_code_get (i);
    const char *digits = seven_calling_code_get_digits (code);
    const char *country = seven_calling_code_get_country (code, digits);

    g_assert_true (seven_calling_code_find (digits) == code);
    if (!country)
      continue;
    countries++;
    g_test_message ("%s %s", digits, country);
    g_assert_nonnull (seven_country_get_name (country));
  }
  g_assert_cmpuint (countries, >, 190);
  g_assert_null (seven_calling_code_find (""));
  g_assert_null (seven_calling_code_find ("4"));
}

static void
test_country_names (void)
{
  g_assert_cmpstr (seven_country_get_name ("DE"), ==, "Germany");
  g_assert_cmpstr (seven_country_get_name ("AD"), ==, "Andorra");
  g_assert_cmpstr (seven_country_get_name ("ZW"), ==, "Zimbabwe");
  g_assert_cmpstr (seven_country_get_name ("CI"), ==, "Côte d'Ivoire");
  g_assert_cmpstr (seven_country_get_name ("TW"), ==, "Taiwan");
  g_assert_null (seven_country_get_name ("de"));
  g_assert_null (seven_country_get_name ("ZZ"));
  g_assert_null (seven_country_get_name ("001"));
  g_assert_null (seven_country_get_name (""));
  g_assert_null (seven_country_get_name (NULL));
}

static void
test_translated (void)
{
  if (!g_test_subprocess ()) {
    g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
    g_test_trap_assert_passed ();
    return;
  }

  g_setenv ("LANGUAGE", "de", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_assert_cmpstr (seven_country_get_name ("DE"), ==, "Deutschland");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone/good", test_good);
  g_test_add_func ("/phone/bad", test_bad);
  g_test_add_func ("/phone/numbers", test_numbers);
  g_test_add_func ("/phone/copy", test_copy);
  g_test_add_func ("/phone/reserved", test_reserved);
  g_test_add_func ("/phone/calling-codes", test_calling_codes);
  g_test_add_func ("/phone/country-names", test_country_names);
  g_test_add_func ("/phone/translated", test_translated);
  return g_test_run ();
}
