/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib/gi18n-lib.h>

/* Data of seven-sms-text: included there and nowhere else.
 * Source: 3GPP TS 23.038, tables 6.2.1 and 6.2.1.1. The Unicode consortium's mapping file gives 0x09 as ç; the
 * standard and handsets have Ç there. */

/* Code points that cost the same, in ascending order. Extension characters cost two: ESC and their own septet. */
static const struct
{
  gunichar first;
  gunichar last;
  guint septets;
} gsm7_ranges[] = {
  { 0x000a, 0x000a, 1 }, /* LF */
  { 0x000c, 0x000c, 2 }, /* form feed */
  { 0x000d, 0x000d, 1 }, /* CR */
  { 0x0020, 0x005a, 1 }, /* space to Z, with ! " # $ % & ' ( ) * + , - . / : ; < = > ? @ */
  { 0x005b, 0x005e, 2 }, /* [ \ ] ^ */
  { 0x005f, 0x005f, 1 }, /* _ */
  { 0x0061, 0x007a, 1 }, /* a to z */
  { 0x007b, 0x007e, 2 }, /* { | } ~ */
  { 0x00a1, 0x00a1, 1 }, /* ¡ */
  { 0x00a3, 0x00a5, 1 }, /* £ ¤ ¥ */
  { 0x00a7, 0x00a7, 1 }, /* § */
  { 0x00bf, 0x00bf, 1 }, /* ¿ */
  { 0x00c4, 0x00c7, 1 }, /* Ä Å Æ Ç */
  { 0x00c9, 0x00c9, 1 }, /* É */
  { 0x00d1, 0x00d1, 1 }, /* Ñ */
  { 0x00d6, 0x00d6, 1 }, /* Ö */
  { 0x00d8, 0x00d8, 1 }, /* Ø */
  { 0x00dc, 0x00dc, 1 }, /* Ü */
  { 0x00df, 0x00e0, 1 }, /* ß à */
  { 0x00e4, 0x00e6, 1 }, /* ä å æ */
  { 0x00e8, 0x00e9, 1 }, /* è é */
  { 0x00ec, 0x00ec, 1 }, /* ì */
  { 0x00f1, 0x00f2, 1 }, /* ñ ò */
  { 0x00f6, 0x00f6, 1 }, /* ö */
  { 0x00f8, 0x00f9, 1 }, /* ø ù */
  { 0x00fc, 0x00fc, 1 }, /* ü */
  { 0x0393, 0x0394, 1 }, /* Γ Δ */
  { 0x0398, 0x0398, 1 }, /* Θ */
  { 0x039b, 0x039b, 1 }, /* Λ */
  { 0x039e, 0x039e, 1 }, /* Ξ */
  { 0x03a0, 0x03a0, 1 }, /* Π */
  { 0x03a3, 0x03a3, 1 }, /* Σ */
  { 0x03a6, 0x03a6, 1 }, /* Φ */
  { 0x03a8, 0x03a9, 1 }, /* Ψ Ω */
  { 0x20ac, 0x20ac, 2 }, /* € */
};

/* Characters outside the alphabet that have an equal in it, in ascending order, with a name for people. */
static const struct
{
  gunichar character;
  const char *replacement;
  const char *name;
} gsm7_equals[] = {
  { 0x0009, " ", N_ ("Tab") },
  { 0x0060, "'", N_ ("Backtick") },
  { 0x00a0, " ", N_ ("No-break space") },
  { 0x00ab, "\"", N_ ("Left double angle quotation mark") },
  { 0x00ad, "", N_ ("Soft hyphen") },
  { 0x00b4, "'", N_ ("Acute accent") },
  { 0x00bb, "\"", N_ ("Right double angle quotation mark") },
  { 0x037e, ";", N_ ("Greek question mark") },
  { 0x2009, " ", N_ ("Thin space") },
  { 0x200b, "", N_ ("Zero width space") },
  { 0x2010, "-", N_ ("Hyphen") },
  { 0x2011, "-", N_ ("Non-breaking hyphen") },
  { 0x2013, "-", N_ ("En dash") },
  { 0x2014, "-", N_ ("Em dash") },
  { 0x2018, "'", N_ ("Left single quotation mark") },
  { 0x2019, "'", N_ ("Right single quotation mark") },
  { 0x201a, "'", N_ ("Low single quotation mark") },
  { 0x201c, "\"", N_ ("Left double quotation mark") },
  { 0x201d, "\"", N_ ("Right double quotation mark") },
  { 0x201e, "\"", N_ ("Low double quotation mark") },
  { 0x2022, "-", N_ ("Bullet") },
  { 0x2026, "...", N_ ("Ellipsis") },
  { 0x202f, " ", N_ ("Narrow no-break space") },
  { 0x2032, "'", N_ ("Prime") },
  { 0x2033, "\"", N_ ("Double prime") },
  { 0x2039, "'", N_ ("Left single angle quotation mark") },
  { 0x203a, "'", N_ ("Right single angle quotation mark") },
  { 0x2060, "", N_ ("Word joiner") },
  { 0x2126, "Ω", N_ ("Ohm sign") },
  { 0x212a, "K", N_ ("Kelvin sign") },
  { 0x212b, "Å", N_ ("Ångström sign") },
  { 0x2212, "-", N_ ("Minus sign") },
  { 0xfeff, "", N_ ("Zero width no-break space") },
};
