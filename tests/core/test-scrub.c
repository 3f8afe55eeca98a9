/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-scrub.h"

#include <string.h>

#include "seven-json.h"

#define KEY "example-key-not-real"
#define HIDDEN "<your-api-key>"

typedef struct
{
  const char *name;
  const char *text;
  const char *scrubbed;
} Case;

static const Case cases[] = {
  { "plain", "{\"apiKey\": \"" KEY "\", \"from\": \"A\"}", "{\"apiKey\": \"" HIDDEN "\", \"from\": \"A\"}" },
  { "short", "{\"apiKey\": \"k\", \"from\": \"k\"}", "{\"apiKey\": \"" HIDDEN "\", \"from\": \"k\"}" },
  { "empty", "{\"apiKey\": \"\"}", "{\"apiKey\": \"\"}" },
  { "placeholder", "{\"apiKey\": \"<put your key here>\"}", "{\"apiKey\": \"" HIDDEN "\"}" },
  { "repeated", "{\"apiKey\": \"a\", \"API_KEY\": \"b\"}",
      "{\"apiKey\": \"" HIDDEN "\", \"API_KEY\": \"" HIDDEN "\"}" },
  { "number", "{\"apiKey\": 4711}", "{\"apiKey\": \"" HIDDEN "\"}" },
  { "null", "{\"apiKey\": null}", "{\"apiKey\": null}" },
  { "elsewhere", "{\"apiKey\": \"" KEY "\", \"from\": \"" KEY "\", \"" KEY "\": [\"x" KEY KEY "\"]}",
      "{\"apiKey\": \"" HIDDEN "\", \"from\": \"" HIDDEN "\", \"" HIDDEN "\": [\"x" HIDDEN HIDDEN "\"]}" },
  { "sentence", "{\"apiKey\": \"a text typed too soon\", \"content\": \"a text typed too soon\"}",
      "{\"apiKey\": \"" HIDDEN "\", \"content\": \"a text typed too soon\"}" },
  { "broken", "{\"apiKey\": \"" KEY "\",", "{\"apiKey\": \"" HIDDEN "\"," },
  { "broken-bare", "{\"apiKey\": " KEY ",", "{\"apiKey\": \"" HIDDEN "\"," },
  { "broken-elsewhere", "{\"apiKey\": \"" KEY "\", \"from\": \"" KEY "\"",
      "{\"apiKey\": \"" HIDDEN "\", \"from\": \"" KEY "\"" },
  { "nothing", "", "" },
};

static void
assert_scrubbed (
    SevenScrub *scrub, const char *text, gsize length, const char *expected, gsize expected_length)
{
  GString *scrubbed = seven_scrub_put (scrub, text, length);

  g_assert_cmpmem (scrubbed->str, scrubbed->len, expected, expected_length);
  seven_scrub_free_string (scrubbed);
}

/* What was scrubbed is JSON where it was, and nothing is left to be scrubbed. */
static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (SevenScrub) scrub = seven_scrub_new ();
  g_autoptr (SevenJson) json = seven_json_parse (self->text, -1, NULL, NULL);
  g_autoptr (SevenJson) after = seven_json_parse (self->scrubbed, -1, NULL, NULL);

  seven_scrub_learn (scrub, self->text, strlen (self->text));
  assert_scrubbed (scrub, self->text, strlen (self->text), self->scrubbed, strlen (self->scrubbed));
  assert_scrubbed (scrub, self->scrubbed, strlen (self->scrubbed), self->scrubbed, strlen (self->scrubbed));
  g_assert_true ((json != NULL) == (after != NULL));
}

/* A key that was learned from one text is found in others, the longer before the shorter. */
static void
test_learned (void)
{
  static const char text[] = "{\"apiKey\": \"" KEY "\"}";
  static const char longer[] = "{\"apiKey\": \"" KEY "-2\"}";
  static const char other[] = "{\"apiKe\": \"" KEY "-2 " KEY "\"";
  static const char expected[] = "{\"apiKe\": \"" HIDDEN " " HIDDEN "\"";
  g_autoptr (SevenScrub) scrub = seven_scrub_new ();

  assert_scrubbed (scrub, other, strlen (other), other, strlen (other));
  seven_scrub_learn (scrub, text, strlen (text));
  seven_scrub_learn (scrub, longer, strlen (longer));
  seven_scrub_learn (scrub, text, strlen (text));
  assert_scrubbed (scrub, other, strlen (other), expected, strlen (expected));
}

static void
test_known (void)
{
  g_autoptr (SevenScrub) scrub = seven_scrub_new ();

  seven_scrub_learn_key (scrub, "0123456789abcde");
  seven_scrub_learn_key (scrub, HIDDEN);
  assert_scrubbed (scrub, "0123456789abcde", 15, "0123456789abcde", 15);
  seven_scrub_learn_key (scrub, "0123456789abcdef");
  assert_scrubbed (scrub, "0123456789abcdef", 16, HIDDEN, strlen (HIDDEN));
}

/* A NUL hides nothing behind it, and stays. */
static void
test_nul (void)
{
  static const char text[] = "{\"x\": \"\0\", \"apiKey\": \"a\0b\", \"from\": \"\0\"}";
  static const char expected[] = "{\"x\": \"\0\", \"apiKey\": \"" HIDDEN "\", \"from\": \"\0\"}";
  g_autoptr (SevenScrub) scrub = seven_scrub_new ();

  assert_scrubbed (scrub, text, sizeof text - 1, expected, sizeof expected - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/scrub/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/scrub/learned", test_learned);
  g_test_add_func ("/scrub/known", test_known);
  g_test_add_func ("/scrub/nul", test_nul);

  return g_test_run ();
}
