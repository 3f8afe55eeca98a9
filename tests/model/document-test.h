/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-document.h"

#include "model-test.h"

/* What the tests of documents share. */

#define SMALL \
  "{\n" \
  "  \"apiKey\": \"k1\",\n" \
  "  \"from\": \"Acme\",\n" \
  "  \"templates\": [\n" \
  "    { \"usageType\": \"SignIn\", \"content\": \"{{code}} is it\" },\n" \
  "    { \"usageType\": \"Generic\", \"content\": \"{{code}}\" }\n" \
  "  ]\n" \
  "}\n"

static inline SevenDocument *
make_document (const char *text)
{
  SevenDocument *document = seven_document_new ();

  seven_document_reset (document, text, strlen (text), NULL, NULL);

  return document;
}

static inline void
assert_text (SevenDocument *document, const char *expected)
{
  gsize length;
  const char *text = seven_document_get_text (document, &length);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (length, ==, strlen (expected));
}

/* Not inside of a character. */
static inline gsize
pick_border (const char *text, gsize length)
{
  gsize offset = (gsize) g_test_rand_int_range (0, (gint32) length + 1);

  while (offset > 0 && offset < length && ((guchar) text[offset] & 0xc0) == 0x80)
    offset--;

  return offset;
}

/* Up to three characters make way for the piece. */
static inline void
type_at_random (SevenDocument *document, const char *piece)
{
  gsize length;
  const char *text = seven_document_get_text (document, &length);
  gsize offset = pick_border (text, length);
  const char *end = text + offset;

  for (int i = g_test_rand_int_range (0, 4); i > 0 && *end != '\0'; i--)
    end = g_utf8_next_char (end);
  seven_document_type (document, offset, (gsize) (end - text) - offset, piece);
}
