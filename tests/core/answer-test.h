/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-answer.h"

#include <string.h>

#define ONE_MIB (1024 * 1024)

/* What the tests of answers share: an exchange that came to its end. */
static inline SevenExchange *
answer_test_new (const char *body, gssize length, guint http_status)
{
  g_autoptr (GBytes) reply = NULL;

  if (body != NULL)
    reply = g_bytes_new (body, length < 0 ? strlen (body) : (gsize) length);
  return seven_exchange_new ("GET / HTTP/1.1\n", TRUE, http_status, "HTTP/1.1\n", reply, 12, NULL);
}

/* The same, that went wrong after some of the body had come. */
static inline SevenExchange *
answer_test_new_failed (const char *body)
{
  g_autoptr (GBytes) reply = body != NULL ? g_bytes_new (body, strlen (body)) : NULL;
  g_autoptr (GError) error =
      g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_DROPPED, "The connection to 127.0.0.1 was lost.");

  return seven_exchange_new (
      "GET / HTTP/1.1\n", TRUE, body != NULL ? 200 : 0, body != NULL ? "HTTP/1.1\n" : NULL, reply, 12, error);
}

/* One letter as often as asked for, between two others. */
static inline char *
answer_test_dup_junk (const char *before, char letter, gsize count, const char *after)
{
  g_autofree char *junk = g_strnfill (count, letter);

  return g_strconcat (before, junk, after, NULL);
}

/* Names the case at hand in the log, on one line. */
static inline void
answer_test_say (const char *body, guint http_status)
{
  g_autofree char *line = g_strescape (body != NULL ? body : "nothing", NULL);

  g_test_message ("%s, status %u", line, http_status);
}
