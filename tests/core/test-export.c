/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-export.h"

#include <string.h>

#define KEY "secret-key-4711"

typedef struct
{
  const char *name;
  const char *text;
  const char *with; /* NULL: as it is */
  const char *without; /* NULL: as it is */
} Carried;

static const Carried carried[] = {
  { "placeholder", "{\n  \"apiKey\": \"<your-api-key>\",\n  \"from\": \"A\"\n}\n",
      "{\n  \"apiKey\": \"secret-key-4711\",\n  \"from\": \"A\"\n}\n", "{\n  \"from\": \"A\"\n}\n" },
  { "other-placeholder", "{\"apiKey\":\" <key> \"}", "{\"apiKey\":\"secret-key-4711\"}", "{}" },
  { "empty", "{\"apiKey\":\"\"}", "{\"apiKey\":\"secret-key-4711\"}", "{}" },
  { "blank", "{\"apiKey\":\" \\n\"}", "{\"apiKey\":\"secret-key-4711\"}", "{}" },
  { "missing", "{ \"from\": \"A\" }", "{ \"apiKey\": \"secret-key-4711\", \"from\": \"A\" }", NULL },
  { "nothing", "{}", "{\n  \"apiKey\": \"secret-key-4711\"\n}", NULL },
  { "own-key", "{\"apiKey\": \"mine\"}", NULL, "{}" },
  { "no-string", "{\"apiKey\": null}", NULL, "{}" },
  { "nul", "{\"apiKey\": \"\\u0000x\"}", NULL, "{}" },
  { "no-object", "[{\"apiKey\": \"\"}]", NULL, NULL },
  { "string", "\"apiKey\"", NULL, NULL },
  { "deeper", "{\"x\": {\"apiKey\": \"a\"}}", "{\"apiKey\": \"secret-key-4711\", \"x\": {\"apiKey\": \"a\"}}",
      NULL },
  { "other-case", "{\"apikey\": \"a\"}", "{\"apiKey\": \"secret-key-4711\", \"apikey\": \"a\"}", NULL },
  { "repeated", "{\"apiKey\": \"mine\", \"from\": \"A\", \"apiKey\": \"\"}",
      "{\"apiKey\": \"mine\", \"from\": \"A\", \"apiKey\": \"secret-key-4711\"}", "{\"from\": \"A\"}" },
  { "repeated-together",
      "{\r\n\t\"a\": 1,\r\n\t\"apiKey\": \"x\",\r\n\t\"api\\u004bey\": \"y\",\r\n\t\"b\": 2\r\n}", NULL,
      "{\r\n\t\"a\": 1,\r\n\t\"b\": 2\r\n}" },
  { "repeated-last", "{\n  \"a\": 1,\n  \"apiKey\": \"x\",\n  \"apiKey\": \"y\"\n}", NULL,
      "{\n  \"a\": 1\n}" },
  { "repeated-only", "{\n  \"apiKey\": \"x\",\n  \"apiKey\": \"y\"\n}", NULL, "{}" },
  { "repeated-ends", "{\"apiKey\": \"x\", \"a\": 1, \"apiKey\": \"y\"}", NULL, "{\"a\": 1}" },
};

static void
test_carried (gconstpointer data)
{
  const Carried *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SevenConfig) config = seven_config_parse (self->text, -1, NULL, &error);
  g_autofree char *with = NULL;
  g_autofree char *no_key = NULL;
  g_autofree char *without = NULL;

  g_assert_no_error (error);
  with = seven_export_with_key (config, KEY);
  g_assert_cmpstr (with, ==, self->with != NULL ? self->with : self->text);
  no_key = seven_export_with_key (config, NULL);
  g_assert_cmpstr (no_key, ==, self->text);
  without = seven_export_without_key (config);
  g_assert_cmpstr (without, ==, self->without != NULL ? self->without : self->text);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *masked; /* NULL: only that the key is gone */
} Masked;

static const Masked masked[] = {
  { "plain", "{\n  \"apiKey\": \"" KEY "\",\n  \"from\": \"A\"\n}",
      "{\n  \"apiKey\": \"••••\",\n  \"from\": \"A\"\n}" },
  { "lower-case", "{\"apikey\": \"" KEY "\"}", "{\"apikey\": \"••••\"}" },
  { "upper-case", "{\"APIKEY\": \"" KEY "\"}", "{\"APIKEY\": \"••••\"}" },
  { "with-dash", "{\"api-key\": \"" KEY "\", \"API_KEY\": \"" KEY "\"}",
      "{\"api-key\": \"••••\", \"API_KEY\": \"••••\"}" },
  { "repeated", "{\"apiKey\": \"" KEY "\", \"apiKey\": \"" KEY "\"}",
      "{\"apiKey\": \"••••\", \"apiKey\": \"••••\"}" },
  { "escaped-name", "{\"\\u0061pi\\u004Bey\": \"" KEY "\"}", "{\"\\u0061pi\\u004Bey\": \"••••\"}" },
  { "escaped-value", "{\"apiKey\": \"a\\\"" KEY "\"}", "{\"apiKey\": \"••••\"}" },
  { "empty", "{\"apiKey\": \"\", \"from\": \"A\"}", "{\"apiKey\": \"\", \"from\": \"A\"}" },
  { "null", "{\"apiKey\": null}", "{\"apiKey\": null}" },
  { "number", "{\"apiKey\": 4711, \"x\": 1}", "{\"apiKey\": ••••, \"x\": 1}" },
  { "inside-array", "{\"apiKey\": [\"" KEY "\", {\"a\": \"" KEY "\"}], \"x\": \"y\"}",
      "{\"apiKey\": [\"••••\", {\"a\": \"••••\"}], \"x\": \"y\"}" },
  { "deeper", "[{\"x\": {\"apiKey\": \"" KEY "\"}}]", "[{\"x\": {\"apiKey\": \"••••\"}}]" },
  { "other-members", "{\"api\": \"a\", \"apiKeys\": \"b\", \"content\": \"apiKey: c\"}",
      "{\"api\": \"a\", \"apiKeys\": \"b\", \"content\": \"apiKey: c\"}" },
  { "broken-end", "{\"apiKey\": \"" KEY "\",", "{\"apiKey\": \"••••\"," },
  { "broken-comma", "{\"apiKey\": \"" KEY "\" \"from\": \"A\"}", "{\"apiKey\": \"••••\" \"from\": \"A\"}" },
  { "broken-repeated", "{\"APIkey\": \"" KEY "\", \"api\\u004bey\" : \"" KEY "\",}",
      "{\"APIkey\": \"••••\", \"api\\u004bey\" : \"••••\",}" },
  { "broken-empty", "{\"apiKey\": \"\", \"from\": \"A\",}", "{\"apiKey\": \"\", \"from\": \"A\",}" },
  { "broken-null", "{\"apiKey\": null, \"from\": \"A\",}", "{\"apiKey\": null, \"from\": \"A\",}" },
  { "broken-escaped", "{\"apiKey\": \"a\\\"" KEY "\",}", "{\"apiKey\": \"••••\",}" },
  { "open-string", "{\"apiKey\": \"" KEY, "{\"apiKey\": \"••••" },
  { "open-string-line", "{\"apiKey\": \"" KEY ",\n \"from\": \"A\"}", NULL },
  { "line-break", "{\"apiKey\": \"a\n" KEY "\"}", "{\"apiKey\": \"••••\"}" },
  { "cut-escape", "{\"apiKey\": \"" KEY "\\", "{\"apiKey\": \"••••" },
  { "no-colon", "{\"apiKey\" \"" KEY "\"}", "{\"apiKey\" \"••••\"}" },
  { "two-colons", "{\"apiKey\":: \"" KEY "\"}", "{\"apiKey\":: \"••••\"}" },
  { "equals", "apiKey = \"" KEY "\"", "apiKey = \"••••\"" },
  { "comma-for-colon", "{\"apiKey\", \"" KEY "\"}", "{\"apiKey\", \"••••\"}" },
  { "comment-between", "{\"apiKey\": /* mine */ \"" KEY "\"}", "{\"apiKey\": /* mine */ \"••••\"}" },
  { "line-comment-between", "{\"apiKey\": // mine, really\n \"" KEY "\"}",
      "{\"apiKey\": // mine, really\n \"••••\"}" },
  { "single-quotes", "{'apiKey': '" KEY "', 'from': 'A'}", "{'apiKey': '••••', 'from': 'A'}" },
  { "typographic-quotes", "{“apiKey”: “" KEY "”, “from”: “A”}", "{“apiKey”: “••••”, “from”: “A”}" },
  { "mixed-quotes", "{\"apiKey\": “" KEY "\"}", "{\"apiKey\": “••••\"}" },
  { "no-quotes", "{apiKey: " KEY ", from: A}", "{apiKey: ••••, from: A}" },
  { "no-opening-quote", "{\"apiKey\": " KEY "\", \"from\": \"A\"}", NULL },
  { "no-quote-behind-name", "{\"apiKey: \"" KEY "\"}", "{\"apiKey: \"••••\"}" },
  { "json-in-json", "\"{\\\"apiKey\\\":\\\"" KEY "\\\"}\" x", NULL },
  { "array", "{\"apiKey\": [\"" KEY "\"],}", "{\"apiKey\": ••••,}" },
  { "latin-1", "{\"x\": \"\xe4\", \"apiKey\": \"" KEY "\"}", "{\"x\": \"\xe4\", \"apiKey\": \"••••\"}" },
  { "byte-order-mark", "\xef\xbb\xbf{\"apiKey\": \"" KEY "\"}", "\xef\xbb\xbf{\"apiKey\": \"••••\"}" },
  { "half-name", "{\"apiKe", "{\"apiKe" },
  { "name-at-end", "{\"apiKey\"", "{\"apiKey\"" },
  { "nothing", "", "" },
};

static void
test_masked (gconstpointer data)
{
  const Masked *self = data;
  g_autofree char *found = seven_export_masked (self->text, strlen (self->text));

  if (self->masked != NULL)
    g_assert_cmpstr (found, ==, self->masked);
  g_assert_null (strstr (found, KEY));
}

/* However a text is cut, no more than the start of the name shows. */
static void
test_masked_anywhere (void)
{
  static const char text[] = "{\n  \"from\": \"A\",\n  \"apiKey\": \"" KEY "\",\n  \"x\": \"y\"\n}";

  for (gsize i = 0; i < sizeof text; i++) {
    g_autofree char *cut = seven_export_masked (text, i);
    g_autofree char *removed = g_strdup (text);
    g_autofree char *found = NULL;

    g_assert_null (strstr (cut, "secret"));
    memmove (removed + MIN (i, sizeof text - 2), removed + MIN (i, sizeof text - 2) + 1,
        sizeof text - 1 - MIN (i, sizeof text - 2));
    if (strstr (removed, "\"apiKey\"") == NULL || strstr (removed, KEY) == NULL)
      continue;
    found = seven_export_masked (removed, strlen (removed));
    g_assert_null (strstr (found, KEY));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (carried); i++) {
    g_autofree char *path = g_strconcat ("/export/carried/", carried[i].name, NULL);

    g_test_add_data_func (path, &carried[i], test_carried);
  }
  for (guint i = 0; i < G_N_ELEMENTS (masked); i++) {
    g_autofree char *path = g_strconcat ("/export/masked/", masked[i].name, NULL);

    g_test_add_data_func (path, &masked[i], test_masked);
  }
  g_test_add_func ("/export/masked-anywhere", test_masked_anywhere);

  return g_test_run ();
}
