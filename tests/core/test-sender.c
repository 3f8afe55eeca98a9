/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-sender.h"

#include <string.h>

#define NUMBER SEVEN_SENDER_NUMERIC
#define NAME SEVEN_SENDER_ALPHANUMERIC

/* clang-format off */
static const struct
{
  const char *sender;
  SevenSenderKind kind;
  guint length;
  gboolean blank;
  gboolean too_long;
  SevenRange refused_at; /* none: 0, 0 */
  gboolean portable;
  const char *stripped;
} cases[] = {
  { "Acme", NAME, 4, FALSE, FALSE, { 0, 0 }, TRUE, "Acme" },
  { "AcmeServ123", NAME, 11, FALSE, FALSE, { 0, 0 }, TRUE, "AcmeServ123" },
  { "AcmeServ1234", NAME, 12, FALSE, TRUE, { 0, 0 }, TRUE, "AcmeServ123" },
  { "Acme + Co", NAME, 9, FALSE, FALSE, { 0, 0 }, TRUE, "Acme + Co" },
  { "a-b_c&d", NAME, 7, FALSE, FALSE, { 0, 0 }, TRUE, "a-b_c&d" },
  /* every sign seven strips; only space + - _ & go everywhere */
  { "a/b", NAME, 3, FALSE, FALSE, { 0, 0 }, FALSE, "a/b" },
  { "a.b", NAME, 3, FALSE, FALSE, { 0, 0 }, FALSE, "a.b" },
  { "a@b", NAME, 3, FALSE, FALSE, { 0, 0 }, FALSE, "a@b" },
  { "a!b", NAME, 3, FALSE, FALSE, { 0, 0 }, FALSE, "a!b" },
  { "(ab)", NAME, 4, FALSE, FALSE, { 0, 0 }, FALSE, "(ab)" },
  { "a$,b", NAME, 4, FALSE, FALSE, { 0, 0 }, FALSE, "a$,b" },
  /* a digit in front, or no letter */
  { "4Acme", NAME, 5, FALSE, FALSE, { 0, 0 }, FALSE, "4Acme" },
  { "A4", NAME, 2, FALSE, FALSE, { 0, 0 }, TRUE, "A4" },
  { "12-34", NAME, 5, FALSE, FALSE, { 0, 0 }, FALSE, "12-34" },
  /* numbers */
  { "12345", NUMBER, 5, FALSE, FALSE, { 0, 0 }, FALSE, "12345" },
  { "447700900123", NUMBER, 12, FALSE, FALSE, { 0, 0 }, FALSE, "447700900123" },
  { "+447700900123", NUMBER, 13, FALSE, FALSE, { 0, 0 }, FALSE, "+447700900123" },
  { "1234567890123456", NUMBER, 16, FALSE, FALSE, { 0, 0 }, FALSE, "1234567890123456" },
  { "12345678901234567", NUMBER, 17, FALSE, TRUE, { 0, 0 }, FALSE, "1234567890123456" },
  { "+123456789012345", NUMBER, 16, FALSE, FALSE, { 0, 0 }, FALSE, "+123456789012345" },
  { "+1234567890123456", NUMBER, 17, FALSE, TRUE, { 0, 0 }, FALSE, "1234567890123456" },
  { "123456789012a", NAME, 13, FALSE, TRUE, { 0, 0 }, FALSE, "12345678901" },
  { "12+34", NAME, 5, FALSE, FALSE, { 0, 0 }, FALSE, "12+34" },
  { "+44 7700 900123", NAME, 15, FALSE, TRUE, { 0, 0 }, FALSE, "447700900123" },
  /* nothing left */
  { "", NAME, 0, TRUE, FALSE, { 0, 0 }, FALSE, "" },
  { " ", NAME, 1, TRUE, FALSE, { 0, 0 }, FALSE, "" },
  { "/ .-@_!()+$,&", NAME, 13, TRUE, TRUE, { 0, 0 }, FALSE, "" },
  { "+", NAME, 1, TRUE, FALSE, { 0, 0 }, FALSE, "" },
  /* refused characters */
  { "Müller", NAME, 6, FALSE, FALSE, { 1, 3 }, FALSE, "Muller" },
  { "ÄÖÜäöüß", NAME, 7, FALSE, FALSE, { 0, 2 }, FALSE, "AOUaouss" },
  { "Müller & Söhne GmbH", NAME, 19, FALSE, TRUE, { 1, 3 }, FALSE, "MullerSohne" },
  { "Søren Æ Łódź", NAME, 12, FALSE, TRUE, { 1, 3 }, FALSE, "SorenAELodz" },
  { "Ａcme", NAME, 4, FALSE, FALSE, { 0, 3 }, FALSE, "cme" },
  { "A:B", NAME, 3, FALSE, FALSE, { 1, 2 }, FALSE, "AB" },
  { "A'B\"C", NAME, 5, FALSE, FALSE, { 1, 2 }, FALSE, "ABC" },
  { "A–B\u00a0C", NAME, 5, FALSE, FALSE, { 1, 4 }, FALSE, "A-B C" },
  { "A\tB", NAME, 3, FALSE, FALSE, { 1, 2 }, FALSE, "A B" },
  { "A\nB", NAME, 3, FALSE, FALSE, { 1, 2 }, FALSE, "AB" },
  { " Acme \u200b", NAME, 7, FALSE, FALSE, { 6, 9 }, FALSE, "Acme" },
  { "中文", NAME, 2, FALSE, FALSE, { 0, 3 }, FALSE, "" },
  { "😀 &", NAME, 3, FALSE, FALSE, { 0, 4 }, FALSE, "" },
  { "<your-sender-id>", NAME, 16, FALSE, TRUE, { 0, 1 }, FALSE, "yoursenderi" },
  { "#1 Shop", NAME, 7, FALSE, FALSE, { 0, 1 }, FALSE, "1 Shop" },
};
/* clang-format on */

static void
test_inspect (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SevenSender sender = seven_sender_inspect (cases[i].sender);

    g_test_message ("“%s”", cases[i].sender);
    g_assert_cmpint (sender.kind, ==, cases[i].kind);
    g_assert_cmpuint (sender.length, ==, cases[i].length);
    g_assert_cmpuint (sender.limit, ==, cases[i].kind == NUMBER ? 16 : 11);
    g_assert_cmpint (sender.blank, ==, cases[i].blank);
    g_assert_cmpint (sender.too_long, ==, cases[i].too_long);
    g_assert_cmpint (sender.refused, ==, cases[i].refused_at.end > 0);
    g_assert_cmpuint (sender.refused_at.start, ==, cases[i].refused_at.start);
    g_assert_cmpuint (sender.refused_at.end, ==, cases[i].refused_at.end);
    g_assert_cmpint (sender.portable, ==, cases[i].portable);
  }
}

static void
test_strip (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *stripped = seven_sender_strip (cases[i].sender);
    SevenSender sender = seven_sender_inspect (stripped);

    g_assert_cmpstr (stripped, ==, cases[i].stripped);
    g_assert_false (sender.refused);
    g_assert_false (sender.too_long);
    g_assert_cmpint (sender.blank, ==, *stripped == '\0');
  }
}

static void
test_long (void)
{
  g_autofree char *text = g_strnfill (1024 * 1024, ':');
  g_autofree char *stripped = seven_sender_strip (text);

  g_assert_cmpstr (stripped, ==, "");
  g_assert_cmpuint (seven_sender_inspect (text).length, ==, 1024 * 1024);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sender/inspect", test_inspect);
  g_test_add_func ("/sender/strip", test_strip);
  g_test_add_func ("/sender/long", test_long);
  return g_test_run ();
}
