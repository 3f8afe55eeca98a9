/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-reply.h"
#include "seven-client.h"

#include <math.h>
#include <string.h>

#define TEXT(literal) (literal), sizeof (literal) - 1
#define NO SEVEN_REPLY_NO_CODE

/* Every shape in which seven, a proxy or an outage has answered; client: what the connector's client throws. */
static const struct
{
  const char *name;
  const char *body;
  gsize length;
  SevenReplyShape shape;
  int code;
  int client;
} shapes[] = {
  { "bare", TEXT ("900"), SEVEN_REPLY_CODE, 900, 900 },
  { "string", TEXT ("\"900\""), SEVEN_REPLY_CODE, 900, 900 },
  { "blanks", TEXT (" 900\n"), SEVEN_REPLY_CODE, 900, 900 },
  { "string-blanks", TEXT ("\" 900 \""), SEVEN_REPLY_CODE, 900, 900 },
  { "accepted", TEXT ("100"), SEVEN_REPLY_CODE, 100, NO },
  { "float", TEXT ("900.0"), SEVEN_REPLY_CODE, 900, 900 },
  { "exponent", TEXT ("9e2"), SEVEN_REPLY_CODE, 900, 900 },
  { "lines", TEXT ("100\n77229135982"), SEVEN_REPLY_CODE, 100, NO },
  { "lines-crlf", TEXT ("100\r\n77229135982\r\n"), SEVEN_REPLY_CODE, 100, NO },
  { "refusal-lines", TEXT ("900\nInvalid"), SEVEN_REPLY_CODE, 900, 900 },
  { "not-in-list", TEXT ("403"), SEVEN_REPLY_CODE, 403, NO },
  { "legacy", TEXT ("11"), SEVEN_REPLY_CODE, 11, NO },
  { "101", TEXT ("101"), SEVEN_REPLY_CODE, 101, NO },
  { "308", TEXT ("308"), SEVEN_REPLY_CODE, 308, NO },
  { "603", TEXT ("603"), SEVEN_REPLY_CODE, 603, NO },
  { "unknown", TEXT ("999"), SEVEN_REPLY_CODE, 999, NO },
  { "zero", TEXT ("0"), SEVEN_REPLY_CODE, 0, NO },
  { "byte-order-mark",
      TEXT ("\xef\xbb\xbf"
            "900"),
      SEVEN_REPLY_CODE, 900, 900 },
  { "words-behind", TEXT ("900 foo"), SEVEN_REPLY_UNREADABLE, NO, 900 },
  { "string-words-behind", TEXT ("\"900 foo\""), SEVEN_REPLY_UNREADABLE, NO, 900 },
  { "success-words-behind", TEXT ("100 Continue"), SEVEN_REPLY_UNREADABLE, NO, NO },
  { "fraction", TEXT ("900.5"), SEVEN_REPLY_UNREADABLE, NO, NO },
  { "negative", TEXT ("-900"), SEVEN_REPLY_UNREADABLE, NO, NO },
  { "plus", TEXT ("+900"), SEVEN_REPLY_UNREADABLE, NO, 900 },
  { "hexadecimal", TEXT ("0x384"), SEVEN_REPLY_UNREADABLE, NO, NO },
  { "huge", TEXT ("99999999999999999999"), SEVEN_REPLY_UNREADABLE, NO, NO },
  { "infinite", TEXT ("1e999"), SEVEN_REPLY_UNREADABLE, NO, NO },
  { "infinity", TEXT ("Infinity"), SEVEN_REPLY_UNREADABLE, NO, NO },
  { "no-break-space",
      TEXT ("\xc2\xa0"
            "900"),
      SEVEN_REPLY_UNREADABLE, NO, 900 },
  { "point-first", TEXT (".9e3"), SEVEN_REPLY_UNREADABLE, NO, 900 },
  { "exponent-alone", TEXT ("900e"), SEVEN_REPLY_UNREADABLE, NO, 900 },
  { "leading-zero", TEXT ("0900"), SEVEN_REPLY_CODE, 900, 900 },
  { "success-string", TEXT ("{\"success\":\"900\"}"), SEVEN_REPLY_OBJECT, 900, NO },
  { "success-number", TEXT ("{\"success\":900}"), SEVEN_REPLY_OBJECT, 900, NO },
  { "code", TEXT ("{\"code\":\"600\"}"), SEVEN_REPLY_OBJECT, 600, NO },
  { "error-code", TEXT ("{\"error_code\":900,\"error_message\":\"no\"}"), SEVEN_REPLY_OBJECT, 900, NO },
  { "false", TEXT ("{\"success\":false,\"error\":\"no\"}"), SEVEN_REPLY_OBJECT, NO, NO },
  { "false-code", TEXT ("{\"success\":false,\"error\":\"900\"}"), SEVEN_REPLY_OBJECT, 900, NO },
  { "true", TEXT ("{\"success\":true}"), SEVEN_REPLY_OBJECT, NO, NO },
  { "null-success", TEXT ("{\"success\":null}"), SEVEN_REPLY_OBJECT, NO, NO },
  { "nothing-in-it", TEXT ("{}"), SEVEN_REPLY_OBJECT, NO, NO },
  { "strange-kinds", TEXT ("{\"success\":[100],\"code\":{},\"messages\":7}"), SEVEN_REPLY_OBJECT, NO, NO },
  { "empty", TEXT (""), SEVEN_REPLY_EMPTY, NO, NO },
  { "blank", TEXT (" \r\n\t"), SEVEN_REPLY_EMPTY, NO, NO },
  { "empty-string", TEXT ("\"\""), SEVEN_REPLY_EMPTY, NO, NO },
  { "html", TEXT ("<!DOCTYPE html><html>502</html>"), SEVEN_REPLY_UNREADABLE, NO, NO },
  { "cut", TEXT ("{\"success\":\"100\",\"mess"), SEVEN_REPLY_UNREADABLE, NO, NO },
  { "array", TEXT ("[100]"), SEVEN_REPLY_UNREADABLE, NO, NO },
  { "bool", TEXT ("true"), SEVEN_REPLY_UNREADABLE, NO, NO },
  { "null", TEXT ("null"), SEVEN_REPLY_UNREADABLE, NO, NO },
  { "nul", TEXT ("\0"), SEVEN_REPLY_UNREADABLE, NO, NO },
  { "nul-behind", TEXT ("900\0"), SEVEN_REPLY_UNREADABLE, NO, 900 },
  { "binary", TEXT ("\x1f\x8b\x08\x00\xff"), SEVEN_REPLY_UNREADABLE, NO, NO },
  { "format", TEXT ("%s%n%d"), SEVEN_REPLY_UNREADABLE, NO, NO },
};

static void
test_shapes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++) {
    g_autoptr (SevenReply) reply = seven_reply_parse (shapes[i].body, shapes[i].length);
    const SevenReturnCode *thrown = seven_client_read_error (shapes[i].body, shapes[i].length);

    g_test_message ("%s", shapes[i].name);
    g_assert_cmpint (seven_reply_get_shape (reply), ==, shapes[i].shape);
    g_assert_cmpint (seven_reply_get_code (reply), ==, shapes[i].code);
    g_assert_cmpint (thrown != NULL ? thrown->code : NO, ==, shapes[i].client);
  }
}

static void
test_nothing (void)
{
  g_autoptr (SevenReply) reply = seven_reply_parse (NULL, 0);

  g_assert_cmpint (seven_reply_get_shape (reply), ==, SEVEN_REPLY_EMPTY);
  g_assert_null (seven_client_read_error (NULL, 0));
}

static void
test_accepted (void)
{
  static const char body[] =
      "{\"success\":\"100\",\"total_price\":0.075,\"balance\":46.748,\"debug\":\"false\",\"sms_type\":"
      "\"direct\","
      "\"messages\":[{\"id\":\"77229135982\",\"sender\":\"Acme\",\"recipient\":\"447700900123\",\"text\":"
      "\"x\","
      "\"encoding\":\"gsm\",\"label\":null,\"parts\":1,\"udh\":null,\"is_binary\":false,\"price\":0.075,"
      "\"success\":true,\"error\":null,\"error_text\":null}]}";
  g_autoptr (SevenReply) reply = seven_reply_parse (body, strlen (body));
  const SevenReplyMessage *message = seven_reply_get_message (reply, 0);

  g_assert_cmpint (seven_reply_get_code (reply), ==, 100);
  g_assert_false (seven_reply_is_refusal (reply));
  g_assert_null (seven_reply_get_error_message (reply));
  g_assert_cmpfloat_with_epsilon (seven_reply_get_total_price (reply), 0.075, 1e-12);
  g_assert_cmpfloat_with_epsilon (seven_reply_get_balance (reply), 46.748, 1e-12);
  g_assert_cmpuint (seven_reply_get_n_messages (reply), ==, 1);
  g_assert_cmpstr (message->id, ==, "77229135982");
  g_assert_cmpstr (message->recipient, ==, "447700900123");
  g_assert_cmpstr (message->encoding, ==, "gsm");
  g_assert_cmpint (message->parts, ==, 1);
  g_assert_cmpfloat_with_epsilon (message->price, 0.075, 1e-12);
  g_assert_true (message->success);
  g_assert_cmpint (message->error, ==, NO);
  g_assert_null (message->error_text);
}

/* What a message may say, and what is made of it. */
static void
test_messages (void)
{
  static const struct
  {
    const char *message;
    gboolean success;
    int error;
    const char *error_text;
    const char *id;
    int parts;
  } cases[] = {
    { "{}", TRUE, NO, NULL, NULL, -1 },
    { "{\"success\":true}", TRUE, NO, NULL, NULL, -1 },
    { "{\"success\":\"true\"}", TRUE, NO, NULL, NULL, -1 },
    { "{\"success\":false}", FALSE, NO, NULL, NULL, -1 },
    { "{\"success\":\"false\"}", FALSE, NO, NULL, NULL, -1 },
    { "{\"success\":0}", FALSE, NO, NULL, NULL, -1 },
    { "{\"success\":null}", FALSE, NO, NULL, NULL, -1 },
    { "{\"success\":false,\"error\":202}", FALSE, 202, NULL, NULL, -1 },
    { "{\"success\":false,\"error\":\"301\",\"error_text\":\"no\"}", FALSE, 301, "no", NULL, -1 },
    { "{\"success\":false,\"error\":\"words\"}", FALSE, NO, "words", NULL, -1 },
    { "{\"success\":true,\"error\":202}", FALSE, 202, NULL, NULL, -1 },
    { "{\"error\":402}", FALSE, 402, NULL, NULL, -1 },
    { "{\"success\":true,\"error\":0}", TRUE, NO, NULL, NULL, -1 },
    { "{\"success\":true,\"error\":\"\"}", TRUE, NO, NULL, NULL, -1 },
    { "{\"id\":77229135982}", TRUE, NO, NULL, "77229135982", -1 },
    { "{\"id\":null,\"parts\":0}", TRUE, NO, NULL, NULL, 0 },
    { "{\"parts\":\"3\"}", TRUE, NO, NULL, NULL, 3 },
    { "{\"parts\":-1}", TRUE, NO, NULL, NULL, -1 },
    { "{\"parts\":1e99}", TRUE, NO, NULL, NULL, -1 },
    { "{\"parts\":\"many\",\"id\":[],\"error\":{}}", TRUE, NO, NULL, NULL, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *body =
        g_strdup_printf ("{\"success\":\"100\",\"messages\":[null,%s]}", cases[i].message);
    g_autoptr (SevenReply) reply = seven_reply_parse (body, strlen (body));
    const SevenReplyMessage *message;

    g_test_message ("%s", cases[i].message);
    g_assert_cmpuint (seven_reply_get_n_messages (reply), ==, 1);
    message = seven_reply_get_message (reply, 0);
    g_assert_cmpint (message->success, ==, cases[i].success);
    g_assert_cmpint (message->error, ==, cases[i].error);
    g_assert_cmpstr (message->error_text, ==, cases[i].error_text);
    g_assert_cmpstr (message->id, ==, cases[i].id);
    g_assert_cmpint (message->parts, ==, cases[i].parts);
    g_assert_true (isnan (message->price));
  }
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *value;
    double number; /* NAN: not said */
  } cases[] = {
    { "0.075", 0.075 },
    { "0", 0.0 },
    { "\"0.075\"", 0.075 },
    { "null", NAN },
    { "true", NAN },
    { "\"\"", NAN },
    { "\"much\"", NAN },
    { "\"1 EUR\"", NAN },
    { "\"inf\"", NAN },
    { "[]", NAN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *body = g_strdup_printf (
        "{\"success\":\"100\",\"total_price\":%s,\"balance\":%s}", cases[i].value, cases[i].value);
    g_autoptr (SevenReply) reply = seven_reply_parse (body, strlen (body));

    g_test_message ("%s", cases[i].value);
    if (isnan (cases[i].number)) {
      g_assert_true (isnan (seven_reply_get_total_price (reply)));
      g_assert_true (isnan (seven_reply_get_balance (reply)));
    } else {
      g_assert_cmpfloat_with_epsilon (seven_reply_get_total_price (reply), cases[i].number, 1e-12);
      g_assert_cmpfloat_with_epsilon (seven_reply_get_balance (reply), cases[i].number, 1e-12);
    }
  }
}

static void
test_words (void)
{
  static const struct
  {
    const char *body;
    const char *words;
    gboolean refusal;
  } cases[] = {
    { "{\"error_code\":900,\"error_message\":\"bad key\"}", "bad key", FALSE },
    { "{\"success\":false,\"error\":\"bad key\"}", "bad key", TRUE },
    { "{\"success\":\"false\",\"error_text\":\"bad key\"}", "bad key", TRUE },
    { "{\"success\":false,\"error\":\"900\"}", NULL, TRUE },
    { "{\"success\":\"900\"}", NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenReply) reply = seven_reply_parse (cases[i].body, strlen (cases[i].body));

    g_assert_cmpstr (seven_reply_get_error_message (reply), ==, cases[i].words);
    g_assert_cmpint (seven_reply_is_refusal (reply), ==, cases[i].refusal);
  }
}

/* The id of the second line is that of an SMS that was accepted, and only of such a one. */
static void
test_lines (void)
{
  static const struct
  {
    const char *body;
    const char *id;
  } cases[] = {
    { "100\n77229135982", "77229135982" },
    { "100\r\n77229135982\r\n", "77229135982" },
    { "\"100\\n77229135982\"", "77229135982" },
    { "100\nnot an id", NULL },
    { "100\n", NULL },
    { "900\n77229135982", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenReply) reply = seven_reply_parse (cases[i].body, strlen (cases[i].body));

    g_assert_cmpuint (seven_reply_get_n_messages (reply), ==, cases[i].id != NULL ? 1 : 0);
    if (cases[i].id != NULL) {
      g_assert_cmpstr (seven_reply_get_message (reply, 0)->id, ==, cases[i].id);
      g_assert_true (seven_reply_get_message (reply, 0)->success);
    }
  }
}

/* Whatever is cut off an accepting reply, it is never read as accepted. */
static void
test_every_cut (void)
{
  static const char body[] =
      "{\"success\":\"100\",\"balance\":1.5,\"messages\":[{\"id\":\"7\",\"success\":true}]}";

  for (gsize length = 0; length < strlen (body); length++) {
    g_autoptr (SevenReply) reply = seven_reply_parse (body, length);

    g_assert_cmpint (seven_reply_get_code (reply), ==, NO);
    g_assert_cmpint (
        seven_reply_get_shape (reply), ==, length == 0 ? SEVEN_REPLY_EMPTY : SEVEN_REPLY_UNREADABLE);
    g_assert_cmpint (seven_reply_is_cut (reply), ==, length > 0);
  }
}

static void
test_not_cut (void)
{
  static const char *const bodies[] = { "{}", "{}}", "{} x", "{x}", "<html>", "900 foo", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autoptr (SevenReply) reply = seven_reply_parse (bodies[i], strlen (bodies[i]));

    g_assert_false (seven_reply_is_cut (reply));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reply/shapes", test_shapes);
  g_test_add_func ("/reply/nothing", test_nothing);
  g_test_add_func ("/reply/accepted", test_accepted);
  g_test_add_func ("/reply/messages", test_messages);
  g_test_add_func ("/reply/numbers", test_numbers);
  g_test_add_func ("/reply/words", test_words);
  g_test_add_func ("/reply/lines", test_lines);
  g_test_add_func ("/reply/every-cut", test_every_cut);
  g_test_add_func ("/reply/not-cut", test_not_cut);

  return g_test_run ();
}
