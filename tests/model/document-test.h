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
