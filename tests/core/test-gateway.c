/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-gateway.h"

#include <string.h>

/* As URLSearchParams writes them. */
static void
test_form_encode (void)
{
  static const struct
  {
    const char *value;
    const char *encoded;
  } cases[] = {
    { "", "" },
    { "Acme", "Acme" },
    { "a b", "a+b" },
    { "*-._", "*-._" },
    { "~", "%7E" },
    { "+&=%", "%2B%26%3D%25" },
    { "\n", "%0A" },
    { "\r\n", "%0D%0A" },
    { "\t", "%09" },
    { "\x01\x7f", "%01%7F" },
    { "!'()@/:;?#[]{}|\\^`\"<>,$", "%21%27%28%29%40%2F%3A%3B%3F%23%5B%5D%7B%7D%7C%5C%5E%60%22%3C%3E%2C%24" },
    { "ü€😀", "%C3%BC%E2%82%AC%F0%9F%98%80" },
    { "It’s", "It%E2%80%99s" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *encoded = seven_form_encode (cases[i].value);

    g_assert_cmpstr (encoded, ==, cases[i].encoded);
  }
}

/* Recorded from the published connector, but for a sender that is not there. */
static void
test_send_body (void)
{
  static const struct
  {
    const char *sender;
    const char *text;
    const char *recipient;
    const char *body;
  } cases[] = {
    { "Acme", "Your code is 123456.", "447700900123",
        "from=Acme&json=1&text=Your+code+is+123456.&to=447700900123" },
    { "", "x", "447700900123", "from=&json=1&text=x&to=447700900123" },
    { NULL, "x", "447700900123", "json=1&text=x&to=447700900123" },
    { "A & B", "a\nb~", "447700900123", "from=A+%26+B&json=1&text=a%0Ab%7E&to=447700900123" },
    { "A", "", "447700900123", "from=A&json=1&text=&to=447700900123" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenRequest) request =
        seven_request_new_send ("key", cases[i].sender, cases[i].text, cases[i].recipient);

    g_assert_cmpstr (seven_request_get_method (request), ==, "POST");
    g_assert_cmpstr (seven_request_get_path (request), ==, "/api/sms");
    g_assert_cmpstr (seven_request_get_body (request), ==, cases[i].body);
    g_assert_cmpstr (seven_request_get_accept (request), ==, "*/*");
    g_assert_cmpstr (
        seven_request_get_content_type (request), ==, "application/x-www-form-urlencoded;charset=UTF-8");
  }
}

static void
check_get (SevenRequest *request, const char *path)
{
  g_assert_cmpstr (seven_request_get_method (request), ==, "GET");
  g_assert_cmpstr (seven_request_get_path (request), ==, path);
  g_assert_null (seven_request_get_body (request));
  g_assert_null (seven_request_get_content_type (request));
  g_assert_cmpstr (seven_request_get_accept (request), ==, "application/json");
  seven_request_unref (request);
}

static void
test_other_calls (void)
{
  check_get (seven_request_new_balance ("key"), "/api/balance");
  check_get (seven_request_new_pricing ("key", "DE"), "/api/pricing?country=de&format=json");
  check_get (seven_request_new_pricing ("key", "d&e"), "/api/pricing?country=d%26e&format=json");
  check_get (seven_request_new_journal ("key", "77229135982"), "/api/journal/outbound?id=77229135982");
  check_get (seven_request_new_journal ("key", "1&to=2"), "/api/journal/outbound?id=1%26to%3D2");
}

static void
test_authentication (void)
{
  static const struct
  {
    const char *key;
    const char *name;
    const char *value;
  } cases[] = {
    { "abc", "X-Api-Key", "abc" },
    { " \tabc\r\n", "X-Api-Key", "abc" },
    { "Bearer abc", "Authorization", "Bearer abc" },
    { "  Bearer abc ", "Authorization", "Bearer abc" },
    { "bearer abc", "X-Api-Key", "bearer abc" },
    { "Bearer", "X-Api-Key", "Bearer" },
    { "", "X-Api-Key", "" },
    { NULL, "X-Api-Key", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenRequest) request = seven_request_new_balance (cases[i].key);

    g_assert_cmpstr (seven_request_get_auth_name (request), ==, cases[i].name);
    g_assert_cmpstr (seven_request_get_auth_value (request), ==, cases[i].value);
  }
}

static void
test_other_key (void)
{
  g_autoptr (SevenRequest) request = seven_request_new_send ("Bearer real", "Acme", "x", "447700900123");
  g_autoptr (SevenRequest) other = seven_request_with_api_key (request, "sandbox");

  g_assert_cmpstr (seven_request_get_auth_name (other), ==, "X-Api-Key");
  g_assert_cmpstr (seven_request_get_auth_value (other), ==, "sandbox");
  g_assert_cmpstr (seven_request_get_method (other), ==, seven_request_get_method (request));
  g_assert_cmpstr (seven_request_get_path (other), ==, seven_request_get_path (request));
  g_assert_cmpstr (seven_request_get_body (other), ==, seven_request_get_body (request));
  g_assert_cmpstr (seven_request_get_accept (other), ==, seven_request_get_accept (request));
}

static void
test_masked (void)
{
  static const struct
  {
    const char *key;
    const char *base;
    const char *start;
    const char *key_line;
  } cases[] = {
    { "topsecret", "https://gateway.seven.io", "POST /api/sms HTTP/1.1\nHost: gateway.seven.io\n",
        "\nX-Api-Key: ••••\n" },
    { "Bearer topsecret", "http://127.0.0.1:81/", "POST /api/sms HTTP/1.1\nHost: 127.0.0.1:81\n",
        "\nAuthorization: Bearer ••••\n" },
    { "t", "https://[::1]/base//", "POST /base/api/sms HTTP/1.1\nHost: [::1]\n", "\nX-Api-Key: ••••\n" },
    { "", "", "POST /api/sms HTTP/1.1\nHost: \n", "\nX-Api-Key: ••••\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenRequest) request = seven_request_new_send (cases[i].key, "Acme", "x", "447700900123");
    g_autofree char *text = seven_request_dup_masked (request, cases[i].base);

    g_assert_true (g_str_has_prefix (text, cases[i].start));
    g_assert_true (g_str_has_suffix (text, "\n\nfrom=Acme&json=1&text=x&to=447700900123"));
    g_assert_nonnull (strstr (text, cases[i].key_line));
    g_assert_nonnull (strstr (text, "\nSentWith: SevenConsole\n"));
    g_assert_null (strstr (text, "topsecret"));
  }
}

static void
test_exchange (void)
{
  g_autoptr (GError) error = g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_DROPPED, "words");
  g_autoptr (GBytes) reply = g_bytes_new_static ("900", 3);
  SevenExchange *exchange = seven_exchange_new ("request", TRUE, 200, "head", reply, 17, error);
  SevenExchange *same = seven_exchange_ref (exchange);

  g_assert_true (same == exchange);
  seven_exchange_unref (same);
  g_assert_cmpstr (seven_exchange_get_request_text (exchange), ==, "request");
  g_assert_true (seven_exchange_get_body_left (exchange));
  g_assert_cmpuint (seven_exchange_get_http_status (exchange), ==, 200);
  g_assert_cmpstr (seven_exchange_get_reply_head (exchange), ==, "head");
  g_assert_true (seven_exchange_get_reply (exchange) == reply);
  g_assert_cmpuint (seven_exchange_get_elapsed_ms (exchange), ==, 17);
  g_assert_true (seven_exchange_get_error (exchange) != error);
  g_assert_error (seven_exchange_get_error (exchange), SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_DROPPED);
  seven_exchange_unref (exchange);
}

static void
test_reply_text (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *text;
  } cases[] = {
    { NULL, 0, "" },
    { "", 0, "" },
    { "900", 3, "900" },
    { "ü€😀\n\t\r\n", 13, "ü€😀\n\t\r\n" },
    { "a\0b", 3, "a\\x00b" },
    { "\x1b[31m", 5, "\\x1B[31m" },
    { "a\rb", 3, "a\\x0Db" },
    { "\xff\xfe", 2, "\\xFF\\xFE" },
    { "\xc3", 1, "\\xC3" },
    { "\xc2\x85", 2, "\\xC2\\x85" },
    { "\x1f\x8b\x08", 3, "\\x1F\\x8B\\x08" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) reply =
        cases[i].bytes != NULL ? g_bytes_new_static (cases[i].bytes, cases[i].length) : NULL;
    g_autoptr (SevenExchange) exchange = seven_exchange_new ("", TRUE, 200, NULL, reply, 0, NULL);
    g_autofree char *text = seven_exchange_dup_reply_text (exchange);

    g_assert_cmpstr (text, ==, cases[i].text);
    g_assert_true (g_utf8_validate (text, -1, NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gateway/form-encode", test_form_encode);
  g_test_add_func ("/gateway/send-body", test_send_body);
  g_test_add_func ("/gateway/other-calls", test_other_calls);
  g_test_add_func ("/gateway/authentication", test_authentication);
  g_test_add_func ("/gateway/other-key", test_other_key);
  g_test_add_func ("/gateway/masked", test_masked);
  g_test_add_func ("/gateway/exchange", test_exchange);
  g_test_add_func ("/gateway/reply-text", test_reply_text);

  return g_test_run ();
}
