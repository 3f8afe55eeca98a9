/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-sms-text.h"

#include <string.h>

/* 3GPP TS 23.038, table 6.2.1 in the order of its septets, ESC (0x1b) left out; and table 6.2.1.1. */
static const char basic[] = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                            "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
static const char extension[] = "\f^{}\\[~]|€";

static void
test_alphabet (void)
{
  g_assert_cmpint (g_utf8_strlen (basic, -1), ==, 127);
  g_assert_cmpint (g_utf8_strlen (extension, -1), ==, 10);

  for (gunichar c = 1; c < 0x110000; c++) {
    guint septets = 9;
    guint expected = g_utf8_strchr (basic, -1, c) ? 1 : g_utf8_strchr (extension, -1, c) ? 2 : 0;

    g_assert_cmpint (seven_gsm7_contains (c, &septets), ==, expected > 0);
    g_assert_cmpuint (septets, ==, expected);
  }
  g_assert_false (seven_gsm7_contains (0, NULL));
  g_assert_true (seven_gsm7_contains ('A', NULL));
}

static const struct
{
  gunichar character;
  guint septets;
} single[] = {
  { 0x00c7, 1 }, /* Ç */
  { 0x00e7, 0 }, /* ç */
  { 0x0394, 1 }, { 0x03a6, 1 }, { 0x0393, 1 }, { 0x039b, 1 }, { 0x03a9, 1 }, { 0x03a0, 1 }, { 0x03a8, 1 },
  { 0x03a3, 1 }, { 0x0398, 1 }, { 0x039e, 1 }, /* Δ Φ Γ Λ Ω Π Ψ Σ Θ Ξ */
  { 0x0391, 0 }, /* Greek Α */
  { 0x2126, 0 }, /* Ohm */
  { 0x00b5, 0 }, /* µ */
  { 0x00ff, 0 }, /* ÿ */
  { '`', 0 }, { '\t', 0 }, { 0x00a0, 0 }, { 0x1b, 0 }, /* backtick, TAB, NBSP, ESC */
  { '\r', 1 }, { '\n', 1 }, { ' ', 1 }, { '@', 1 }, { '_', 1 }, { 0x00df, 1 }, { 0x00a7, 1 }, /* ß § */
  { '\f', 2 }, { '^', 2 }, { '{', 2 }, { '}', 2 }, { '\\', 2 }, { '[', 2 }, { '~', 2 }, { ']', 2 },
  { '|', 2 }, { 0x20ac, 2 }, /* € */
  { 0x1f600, 0 }, /* 😀 */
};

static void
test_single_characters (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (single); i++) {
    guint septets = 9;
    gboolean contained = seven_gsm7_contains (single[i].character, &septets);

    g_test_message ("U+%04X", single[i].character);
    g_assert_cmpint (contained, ==, single[i].septets > 0);
    g_assert_cmpuint (septets, ==, single[i].septets);
  }
}

/* A text in runs: each a string, repeated. */
typedef struct
{
  const char *string;
  guint times;
} Run;

static char *
join_runs (const Run *runs, gsize length)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length && runs[i].string; i++) {
    for (guint n = 0; n < runs[i].times; n++)
      g_string_append (text, runs[i].string);
  }
  return g_string_free (text, FALSE);
}

/* clang-format off */
static const struct
{
  Run runs[4];
  SevenEncoding encoding;
  guint units;
  guint capacity;
  guint characters;
  guint utf16_units;
  guint n_parts;
  guint part_characters[5];
} sizes[] = {
  { { { "", 1 } }, SEVEN_ENCODING_GSM, 0, 160, 0, 0, 1, { 0 } },
  { { { "123456 is your code.", 1 } }, SEVEN_ENCODING_GSM, 20, 160, 20, 20, 1, { 20 } },
  { { { "{{code}}", 1 } }, SEVEN_ENCODING_GSM, 12, 160, 8, 8, 1, { 8 } }, /* the placeholder itself */
  { { { "a", 160 } }, SEVEN_ENCODING_GSM, 160, 160, 160, 160, 1, { 160 } },
  { { { "a", 161 } }, SEVEN_ENCODING_GSM, 161, 306, 161, 161, 2, { 153, 8 } },
  { { { "a", 306 } }, SEVEN_ENCODING_GSM, 306, 306, 306, 306, 2, { 153, 153 } },
  { { { "a", 307 } }, SEVEN_ENCODING_GSM, 307, 459, 307, 307, 3, { 153, 153, 1 } },
  { { { "a", 459 } }, SEVEN_ENCODING_GSM, 459, 459, 459, 459, 3, { 153, 153, 153 } },
  /* extension characters cost two */
  { { { "€", 80 } }, SEVEN_ENCODING_GSM, 160, 160, 80, 80, 1, { 80 } },
  { { { "€", 80 }, { "a", 1 } }, SEVEN_ENCODING_GSM, 161, 306, 81, 81, 2, { 76, 5 } },
  { { { "a", 159 }, { "€", 1 } }, SEVEN_ENCODING_GSM, 161, 306, 160, 160, 2, { 153, 7 } },
  { { { "a", 158 }, { "€", 1 } }, SEVEN_ENCODING_GSM, 160, 160, 159, 159, 1, { 159 } },
  /* ESC and its character stay together, so this is not 306 / 153 */
  { { { "]", 153 } }, SEVEN_ENCODING_GSM, 306, 459, 153, 153, 3, { 76, 76, 1 } },
  { { { "a", 152 }, { "€", 1 }, { "a", 152 } }, SEVEN_ENCODING_GSM, 306, 459, 305, 305, 3, { 152, 152, 1 } },
  { { { "a", 151 }, { "€", 1 }, { "a", 153 } }, SEVEN_ENCODING_GSM, 306, 306, 305, 305, 2, { 152, 153 } },
  /* UCS-2 */
  { { { "中", 1 } }, SEVEN_ENCODING_UCS2, 1, 70, 1, 1, 1, { 1 } },
  { { { "中", 70 } }, SEVEN_ENCODING_UCS2, 70, 70, 70, 70, 1, { 70 } },
  { { { "中", 71 } }, SEVEN_ENCODING_UCS2, 71, 134, 71, 71, 2, { 67, 4 } },
  { { { "中", 134 } }, SEVEN_ENCODING_UCS2, 134, 134, 134, 134, 2, { 67, 67 } },
  { { { "中", 135 } }, SEVEN_ENCODING_UCS2, 135, 201, 135, 135, 3, { 67, 67, 1 } },
  { { { "😀", 35 } }, SEVEN_ENCODING_UCS2, 70, 70, 35, 70, 1, { 35 } },
  { { { "😀", 36 } }, SEVEN_ENCODING_UCS2, 72, 134, 36, 72, 2, { 33, 3 } },
  { { { "中", 69 }, { "😀", 1 } }, SEVEN_ENCODING_UCS2, 71, 134, 70, 71, 2, { 67, 3 } },
  { { { "中", 66 }, { "😀", 1 }, { "中", 66 } }, SEVEN_ENCODING_UCS2, 134, 201, 133, 134, 3, { 66, 66, 1 } },
  { { { "中", 65 }, { "😀", 1 }, { "中", 67 } }, SEVEN_ENCODING_UCS2, 134, 134, 133, 134, 2, { 66, 67 } },
  { { { "🇩🇪", 1 } }, SEVEN_ENCODING_UCS2, 4, 70, 2, 4, 1, { 2 } }, /* a flag */
  { { { "€", 1 }, { "ç", 1 } }, SEVEN_ENCODING_UCS2, 2, 70, 2, 2, 1, { 2 } }, /* an extension character costs 1 here */
  { { { "a", 70 }, { "’", 1 } }, SEVEN_ENCODING_UCS2, 71, 134, 71, 71, 2, { 67, 4 } },
  { { { "a", 90 }, { "’", 1 } }, SEVEN_ENCODING_UCS2, 91, 134, 91, 91, 2, { 67, 24 } },
  { { { "a", 90 }, { "'", 1 } }, SEVEN_ENCODING_GSM, 91, 160, 91, 91, 1, { 91 } },
  { { { "a\tb", 1 } }, SEVEN_ENCODING_UCS2, 3, 70, 3, 3, 1, { 3 } },
  { { { "a\r\nb", 1 } }, SEVEN_ENCODING_GSM, 4, 160, 4, 4, 1, { 4 } },
  { { { "a", 1520 } }, SEVEN_ENCODING_GSM, 1520, 1530, 1520, 1520, 10, { 153, 153, 153, 153, 153 } },
  { { { "😀", 760 } }, SEVEN_ENCODING_UCS2, 1520, 1608, 760, 1520, 24, { 33, 33, 33, 33, 33 } },
};
/* clang-format on */

static void
check_parts (const SevenSmsText *sms, const guint *part_characters, gsize length)
{
  const char *text = seven_sms_text_get_text (sms);
  gsize end = 0;

  for (guint i = 0; i < seven_sms_text_get_n_parts (sms); i++) {
    SevenRange part = seven_sms_text_get_part (sms, i);

    g_assert_cmpuint (part.start, ==, end);
    g_assert_true (g_utf8_validate_len (text + part.start, part.end - part.start, NULL));
    if (i < length)
      g_assert_cmpint (
          g_utf8_strlen (text + part.start, (gssize) (part.end - part.start)), ==, part_characters[i]);
    end = part.end;
  }
  g_assert_cmpuint (end, ==, strlen (text));
}

static void
test_sizes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autofree char *text = join_runs (sizes[i].runs, G_N_ELEMENTS (sizes[i].runs));
    g_autoptr (SevenSmsText) sms = seven_sms_text_new (text);
    SevenSmsSize size = seven_sms_text_measure (text);

    g_test_message ("%" G_GSIZE_FORMAT ": %s × %u …", i, sizes[i].runs[0].string, sizes[i].runs[0].times);
    g_assert_cmpstr (seven_sms_text_get_text (sms), ==, text);
    g_assert_cmpint (seven_sms_text_get_encoding (sms), ==, sizes[i].encoding);
    g_assert_cmpuint (seven_sms_text_get_units (sms), ==, sizes[i].units);
    g_assert_cmpuint (seven_sms_text_get_capacity (sms), ==, sizes[i].capacity);
    g_assert_cmpuint (seven_sms_text_get_characters (sms), ==, sizes[i].characters);
    g_assert_cmpuint (seven_sms_text_get_utf16_units (sms), ==, sizes[i].utf16_units);
    g_assert_cmpuint (seven_sms_text_get_n_parts (sms), ==, sizes[i].n_parts);
    g_assert_cmpint (size.encoding, ==, sizes[i].encoding);
    g_assert_cmpuint (size.units, ==, sizes[i].units);
    g_assert_cmpuint (size.n_parts, ==, sizes[i].n_parts);
    g_assert_cmpuint (size.n_offenders, ==, seven_sms_text_get_n_offenders (sms));
    check_parts (
        sms, sizes[i].part_characters, MIN (sizes[i].n_parts, G_N_ELEMENTS (sizes[i].part_characters)));
  }
}

static const struct
{
  const char *text;
  const char *replaced;
  guint n_offenders;
} replacements[] = {
  { "plain", "plain", 0 },
  { "", "", 0 },
  { "‘a’", "'a'", 2 },
  { "“a”", "\"a\"", 2 },
  { "a–b—c", "a-b-c", 2 },
  { "…", "...", 1 },
  { "•", "-", 1 },
  { "„a“", "\"a\"", 2 },
  { "«a»", "\"a\"", 2 },
  { "″", "\"", 1 },
  { "‚‹›′´`", "''''''", 6 },
  { "‐‑−", "---", 3 },
  { "a\u202fb\u2009c\u00a0d\te", "a b c d e", 4 },
  { "a\u200b\u2060\ufeff\u00adb", "ab", 4 },
  { "\u2126\u212a\u212b\u037e", "ΩKÅ;", 4 },
  { "a\r\nb", "a\r\nb", 0 },
  { "It’s 123456", "It's 123456", 1 },
  /* a letter and its mark are one letter of the alphabet, or stay */
  { "cafe\u0301", "café", 1 },
  { "u\u0308ber A\u030a", "über Å", 2 },
  { "c\u0327", "c\u0327", 1 },
  { "C\u0327", "Ç", 1 },
  { "\u0301a", "\u0301a", 1 },
  { "e\u0301\u0301", "é\u0301", 2 },
  { "’\u0301", "'\u0301", 2 },
  /* no equal */
  { "ç", "ç", 1 },
  { "中’", "中'", 2 },
  { "😀…", "😀...", 2 },
};

static void
test_replacements (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (replacements); i++) {
    g_autoptr (SevenSmsText) sms = seven_sms_text_new (replacements[i].text);
    g_autofree char *replaced = seven_sms_text_dup_replaced (sms);

    g_assert_cmpstr (replaced, ==, replacements[i].replaced);
    g_assert_cmpuint (seven_sms_text_get_n_offenders (sms), ==, replacements[i].n_offenders);
  }
}

static void
test_offenders (void)
{
  g_autoptr (SevenSmsText) sms = seven_sms_text_new ("ä’😀\u200b");
  const struct
  {
    gunichar character;
    SevenRange range;
    gsize offset;
    const char *replacement;
  } expected[] = {
    { 0x2019, { 2, 5 }, 1, "'" },
    { 0x1f600, { 5, 9 }, 2, NULL },
    { 0x200b, { 9, 12 }, 3, "" },
  };

  g_assert_cmpuint (seven_sms_text_get_n_offenders (sms), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    const SevenOffender *offender = seven_sms_text_get_offender (sms, i);

    g_assert_cmphex (offender->character, ==, expected[i].character);
    g_assert_cmpuint (offender->range.start, ==, expected[i].range.start);
    g_assert_cmpuint (offender->range.end, ==, expected[i].range.end);
    g_assert_cmpuint (offender->offset, ==, expected[i].offset);
    g_assert_cmpstr (offender->replacement, ==, expected[i].replacement);
  }
}

/* Every replacement is in the alphabet, and what has one is not. */
static void
test_replacement_table (void)
{
  guint n = 0;

  for (gunichar c = 1; c < 0x11000; c++) {
    const char *replacement = seven_gsm7_get_replacement (c);
    g_autofree char *name = NULL;

    if (!replacement)
      continue;
    n++;
    g_assert_false (seven_gsm7_contains (c, NULL));
    g_assert_cmpuint (seven_sms_text_measure (replacement).n_offenders, ==, 0);
    name = seven_character_dup_name (c);
    g_assert_false (g_str_has_prefix (name, "U+"));
  }
  g_assert_cmpuint (n, ==, 33);
}

static void
test_names (void)
{
  g_autofree char *quote = seven_character_dup_name (0x2019);
  g_autofree char *unknown = seven_character_dup_name (0x4e2d);
  g_autofree char *emoji = seven_character_dup_name (0x1f600);

  g_assert_cmpstr (quote, ==, "Right single quotation mark (U+2019)");
  g_assert_cmpstr (unknown, ==, "U+4E2D");
  g_assert_cmpstr (emoji, ==, "U+1F600");
  g_assert_cmpstr (seven_encoding_get_name (SEVEN_ENCODING_GSM), ==, "gsm");
  g_assert_cmpstr (seven_encoding_get_name (SEVEN_ENCODING_UCS2), ==, "ucs2");
  g_assert_cmpstr (seven_encoding_get_label (SEVEN_ENCODING_GSM), ==, "GSM-7");
  g_assert_cmpstr (seven_encoding_get_label (SEVEN_ENCODING_UCS2), ==, "Unicode");
}

static void
test_invalid_utf8 (void)
{
  g_autoptr (SevenSmsText) sms = seven_sms_text_new ("a\xff"
                                                     "b");

  g_assert_cmpstr (seven_sms_text_get_text (sms), ==,
      "a\xef\xbf\xbd"
      "b");
  g_assert_cmpuint (seven_sms_text_get_characters (sms), ==, 3);
}

/* Greedy by the standard's own words, a septet or code unit at a time, with the pairs marked. */
static guint
count_parts_naively (const char *text, gboolean gsm)
{
  const guint alone = gsm ? 160 : 70, several = gsm ? 153 : 67;
  g_autoptr (GArray) units =
      g_array_new (FALSE, FALSE, sizeof (gboolean)); /* TRUE: belongs to the one before */
  guint parts = 1;
  gsize start = 0;

  for (const char *at = text; *at; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    gboolean pair[2] = { FALSE, TRUE };

    g_array_append_vals (
        units, pair, gsm ? (g_utf8_strchr (extension, -1, c) ? 2 : 1) : (c > 0xffff ? 2 : 1));
  }
  if (units->len <= alone)
    return 1;
  while (units->len - start > several) {
    start += several;
    if (g_array_index (units, gboolean, start))
      start--;
    parts++;
  }
  return parts;
}

static void
test_random (void)
{
  static const char *const pieces[] = { "a", "]", "€", "中", "😀", "é" };

  for (guint round = 0; round < 300; round++) {
    gboolean gsm = g_test_rand_bit ();
    g_autoptr (GString) text = g_string_new (gsm ? "" : "ç");
    guint length = (guint) g_test_rand_int_range (0, 700);
    SevenSmsSize size;

    for (guint i = 0; i < length; i++)
      g_string_append (text, pieces[g_test_rand_int_range (0, gsm ? 3 : G_N_ELEMENTS (pieces))]);

    size = seven_sms_text_measure (text->str);
    g_assert_cmpint (size.encoding, ==, gsm ? SEVEN_ENCODING_GSM : SEVEN_ENCODING_UCS2);
    g_assert_cmpuint (size.n_parts, ==, count_parts_naively (text->str, gsm));
    g_assert_cmpuint (size.units, <=, size.capacity);
  }
}

static void
test_long (void)
{
  const Run runs[] = { { "中’", 512 * 1024 } };
  g_autofree char *text = join_runs (runs, 1);
  g_autoptr (SevenSmsText) sms = seven_sms_text_new (text);
  g_autofree char *replaced = seven_sms_text_dup_replaced (sms);

  g_assert_cmpuint (seven_sms_text_get_n_offenders (sms), ==, 1024 * 1024);
  g_assert_cmpuint (seven_sms_text_get_n_parts (sms), ==, (1024 * 1024 + 66) / 67);
  g_assert_cmpuint (strlen (replaced), ==, 4 * 512 * 1024);
  check_parts (sms, NULL, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sms-text/alphabet", test_alphabet);
  g_test_add_func ("/sms-text/single-characters", test_single_characters);
  g_test_add_func ("/sms-text/sizes", test_sizes);
  g_test_add_func ("/sms-text/replacements", test_replacements);
  g_test_add_func ("/sms-text/offenders", test_offenders);
  g_test_add_func ("/sms-text/replacement-table", test_replacement_table);
  g_test_add_func ("/sms-text/names", test_names);
  g_test_add_func ("/sms-text/invalid-utf8", test_invalid_utf8);
  g_test_add_func ("/sms-text/random", test_random);
  g_test_add_func ("/sms-text/long", test_long);
  return g_test_run ();
}
