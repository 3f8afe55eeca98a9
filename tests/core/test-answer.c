/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "answer-test.h"

#define NO SEVEN_REPLY_NO_CODE
#define PASSES (-1)

/* The shapes that seven refuses in; every %d is the code. */
static const char *const refusals[] = {
  "%d",
  "\"%d\"",
  " %d\n",
  "\" %d \"",
  "%d\nwords",
  "{\"success\":\"%d\"}",
  "{\"success\":%d}",
  "{\"code\":\"%d\"}",
  "{\"error_code\":%d,\"error_message\":\"words\"}",
  "{\"success\":false,\"error\":\"%d\"}",
  "{\"success\":false,\"error\":%d,\"error_text\":\"words\"}",
  "{\"success\":\"100\",\"messages\":[{\"success\":false,\"error\":%d}]}",
  "{\"success\":\"100\",\"messages\":[{\"success\":true},{\"success\":false,\"error\":\"%d\"}]}",
  "{\"amount\":1.5,\"currency\":\"EUR\",\"code\":%d}",
};

/* Whatever the status, but for an error page that says it twice. */
static const guint statuses[] = { 200, 201, 299, 302, 404, 502 };

static void
check_refusal (const SevenReturnCode *code, const char *shape, guint http_status)
{
  g_auto (GStrv) around = g_strsplit (shape, "%d", 2);
  g_autofree char *body = g_strdup_printf ("%s%d%s", around[0], code->code, around[1]);
  g_autoptr (SevenExchange) exchange = answer_test_new (body, -1, http_status);
  g_autoptr (GError) error = NULL;
  g_autofree char *start = g_strdup_printf ("%d, %s. ", code->code, seven_return_code_get_title (code));

  answer_test_say (body, http_status);
  g_assert_cmpint (seven_answer_get_code (exchange), ==, code->code);
  g_assert_false (seven_answer_check (exchange, &error));
  g_assert_error (error, SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_REFUSED);
  g_assert_true (g_str_has_prefix (error->message, start));
  g_assert_nonnull (strstr (error->message, seven_return_code_get_meaning (code, SEVEN_CALL_OTHER)));
}

static void
test_refusals (void)
{
  guint n_codes = 0;
  const SevenReturnCode *codes = seven_return_code_get_all (&n_codes);

  for (guint i = 0; i < n_codes; i++) {
    for (gsize j = 0; codes[i].code != 100 && j < G_N_ELEMENTS (refusals); j++) {
      for (gsize k = 0; k < G_N_ELEMENTS (statuses); k++)
        check_refusal (&codes[i], refusals[j], statuses[k]);
    }
  }
}

/* Every other body: the code, what is wrong with it if anything is, and words that must stand in the error. */
static const struct
{
  const char *body;
  guint http_status;
  int code;
  int error; /* PASSES: none */
  const char *part;
} cases[] = {
  /* what is no refusal */
  { "{\"amount\":44.631,\"currency\":\"EUR\"}", 200, NO, PASSES, NULL },
  { "44.631", 200, NO, PASSES, NULL },
  { "44.631\r\n", 200, NO, PASSES, NULL },
  { "\"44.631\"", 200, NO, PASSES, NULL },
  { "0", 200, NO, PASSES, NULL },
  { "-1.5", 200, NO, PASSES, NULL },
  { "[]", 200, NO, PASSES, NULL },
  { "[900]", 200, NO, PASSES, NULL },
  { "null", 200, NO, PASSES, NULL },
  { "{}", 200, NO, PASSES, NULL },
  { "{\"success\":true}", 200, NO, PASSES, NULL },
  { "{\"success\":\"100\"}", 200, NO, PASSES, NULL },
  { "{\"success\":\"100\",\"messages\":[{\"success\":true}]}", 200, NO, PASSES, NULL },
  /* a bare number is a code only where seven has it and writes it so */
  { "44", 200, NO, PASSES, NULL },
  { "100", 200, NO, PASSES, NULL },
  { "950", 200, NO, PASSES, NULL },
  { "500", 200, 500, SEVEN_ANSWER_ERROR_REFUSED, "credit" },
  { "500.00", 200, NO, PASSES, NULL },
  { "9e2", 200, NO, PASSES, NULL },
  { "1000000000", 200, NO, PASSES, NULL },
  /* a no without a code that is known */
  { "{\"success\":false}", 200, NO, SEVEN_ANSWER_ERROR_REFUSED, "named no return code" },
  { "{\"success\":\"false\",\"error\":\"bad key\"}", 200, NO, SEVEN_ANSWER_ERROR_REFUSED, "“bad key”" },
  { "{\"success\":false,\"error\":\"bad key\"}", 401, NO, SEVEN_ANSWER_ERROR_REFUSED, "“bad key”" },
  { "{\"success\":false,\"code\":950}", 200, 950, SEVEN_ANSWER_ERROR_REFUSED, "with 950" },
  { "{\"success\":false,\"code\":100}", 200, NO, SEVEN_ANSWER_ERROR_REFUSED, "named no return code" },
  { "{\"messages\":[{\"success\":false}]}", 200, NO, SEVEN_ANSWER_ERROR_REFUSED, "named no return code" },
  { "{\"messages\":[{\"success\":false,\"error\":951}]}", 200, 951, SEVEN_ANSWER_ERROR_REFUSED, "with 951" },
  { "{\"success\":\"950\"}", 200, NO, PASSES, NULL },
  /* an error page that says its status twice */
  { "{\"code\":500,\"error\":\"Internal Server Error\"}", 500, NO, SEVEN_ANSWER_ERROR_UNREADABLE, "500" },
  { "403", 403, NO, SEVEN_ANSWER_ERROR_UNREADABLE, "403" },
  { "900", 403, 900, SEVEN_ANSWER_ERROR_REFUSED, "Authentication failed" },
  /* what is no answer of seven's */
  { "", 200, NO, SEVEN_ANSWER_ERROR_UNREADABLE, "nothing at all" },
  { " \r\n\t", 200, NO, SEVEN_ANSWER_ERROR_UNREADABLE, "nothing at all" },
  { NULL, 200, NO, SEVEN_ANSWER_ERROR_UNREADABLE, "nothing at all" },
  { "<html>900</html>", 200, NO, SEVEN_ANSWER_ERROR_UNREADABLE, "web page" },
  { "\n<!DOCTYPE html>", 502, NO, SEVEN_ANSWER_ERROR_UNREADABLE, "HTTP status is 502" },
  { "{\"amount\":44.631,\"curr", 200, NO, SEVEN_ANSWER_ERROR_UNREADABLE, "ends in the middle" },
  { "[{\"id\":\"77000000001\"},", 200, NO, SEVEN_ANSWER_ERROR_UNREADABLE, "ends in the middle" },
  { "[{\"id\":\"77", 200, NO, SEVEN_ANSWER_ERROR_UNREADABLE, "ends in the middle" },
  { "{\"amount\":44.631} x", 200, NO, SEVEN_ANSWER_ERROR_UNREADABLE, "known to say" },
  { "900 foo", 200, NO, SEVEN_ANSWER_ERROR_UNREADABLE, "known to say" },
  { "44,631", 200, NO, SEVEN_ANSWER_ERROR_UNREADABLE, "known to say" },
  { "Too many requests", 429, NO, SEVEN_ANSWER_ERROR_UNREADABLE, "HTTP status is 429" },
  { "\xff\xfe", 200, NO, SEVEN_ANSWER_ERROR_UNREADABLE, "known to say" },
  { "{\"amount\":44.631}", 199, NO, SEVEN_ANSWER_ERROR_UNREADABLE, "HTTP status is 199" },
  { "{\"amount\":44.631}", 300, NO, SEVEN_ANSWER_ERROR_UNREADABLE, "address of the gateway" },
  { "", 302, NO, SEVEN_ANSWER_ERROR_UNREADABLE, "not followed" },
  { "{\"amount\":44.631}", 500, NO, SEVEN_ANSWER_ERROR_UNREADABLE, "proxy" },
};

static void
test_answers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SevenExchange) exchange = answer_test_new (cases[i].body, -1, cases[i].http_status);
    g_autoptr (GError) error = NULL;
    gboolean passed = seven_answer_check (exchange, &error);

    answer_test_say (cases[i].body, cases[i].http_status);
    g_assert_cmpint (seven_answer_get_code (exchange), ==, cases[i].code);
    g_assert_cmpint (passed, ==, cases[i].error == PASSES);
    if (passed) {
      g_assert_no_error (error);
      continue;
    }
    g_assert_error (error, SEVEN_ANSWER_ERROR, cases[i].error);
    g_assert_nonnull (strstr (error->message, cases[i].part));
  }
}

/* The words that stand behind a key are those of this call. */
static void
test_key_words (void)
{
  static const struct
  {
    const char *body;
    const char *part;
    const char *other;
  } words[] = {
    { "900", "does not know this API key", "calls from another address" },
    { "901", "signed requests", "Turn the demand off" },
    { "902", "sending may work", "scope of the call" },
    { "903", "this computer is not on the key’s list", "calls from another address" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autoptr (SevenExchange) exchange = answer_test_new (words[i].body, -1, 200);
    g_autoptr (GError) error = NULL;

    g_assert_false (seven_answer_check (exchange, &error));
    g_assert_error (error, SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_REFUSED);
    g_assert_nonnull (strstr (error->message, words[i].part));
    g_assert_nonnull (strstr (error->message, words[i].other));
  }
}

/* What an exchange brought before it went wrong counts for nothing. */
static void
test_no_answer (void)
{
  static const char *const bodies[] = { NULL, "900", "{\"amount\":44.631,\"currency\":\"EUR\"}" };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autoptr (SevenExchange) exchange = answer_test_new_failed (bodies[i]);
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (seven_answer_get_code (exchange), ==, NO);
    g_assert_false (seven_answer_check (exchange, &error));
    g_assert_error (error, SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_NONE);
    g_assert_cmpstr (error->message, ==, "The connection to 127.0.0.1 was lost.");
  }
}

static void
test_unreadable (void)
{
  static const struct
  {
    const char *body;
    const char *part;
  } bodies[] = {
    { "{}", "does not say what was asked for" },
    { "100", "does not say what was asked for" },
    { "{\"success\":\"100\"}", "does not say what was asked for" },
    { "500.00", "does not say what was asked for" },
    { "950", "950, which is not a known return code" },
    { "{\"success\":\"950\"}", "950, which is not a known return code" },
    { "[1]", "known to say" },
    { "true", "known to say" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autoptr (SevenExchange) exchange = answer_test_new (bodies[i].body, -1, 200);
    g_autoptr (GError) error = seven_answer_unreadable_new (exchange);

    g_assert_error (error, SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_UNREADABLE);
    g_assert_nonnull (strstr (error->message, bodies[i].part));
    g_assert_nonnull (strstr (error->message, "Try again later"));
  }
}

static void
test_junk (void)
{
  static const struct
  {
    const char *before;
    char letter;
    const char *after;
    int error;
  } junk[] = {
    { "", 'x', "", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "", '9', "", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "", '[', "", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "[", '{', "", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "{\"a\":\"", 'x', "", SEVEN_ANSWER_ERROR_UNREADABLE },
    { "{\"code\":900,\"a\":\"", 'x', "\"}", SEVEN_ANSWER_ERROR_REFUSED },
    { "900", '\n', "", SEVEN_ANSWER_ERROR_REFUSED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (junk); i++) {
    g_autofree char *body = answer_test_dup_junk (junk[i].before, junk[i].letter, ONE_MIB, junk[i].after);
    g_autoptr (SevenExchange) exchange = answer_test_new (body, -1, 200);
    g_autoptr (GError) error = NULL;

    g_test_message ("%s…", junk[i].before);
    if (junk[i].letter == '9') {
      /* A JSON number beyond all numbers, but a JSON number. */
      g_assert_true (seven_answer_check (exchange, &error));
      continue;
    }
    g_assert_false (seven_answer_check (exchange, &error));
    g_assert_error (error, SEVEN_ANSWER_ERROR, junk[i].error);
    g_assert_cmpuint (strlen (error->message), <, 1000);
  }
}

static void
test_nul (void)
{
  g_autoptr (SevenExchange) exchange = answer_test_new ("900\0900", 7, 200);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (seven_answer_get_code (exchange), ==, NO);
  g_assert_false (seven_answer_check (exchange, &error));
  g_assert_error (error, SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_UNREADABLE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answer/refusals", test_refusals);
  g_test_add_func ("/answer/answers", test_answers);
  g_test_add_func ("/answer/key-words", test_key_words);
  g_test_add_func ("/answer/no-answer", test_no_answer);
  g_test_add_func ("/answer/unreadable", test_unreadable);
  g_test_add_func ("/answer/junk", test_junk);
  g_test_add_func ("/answer/nul", test_nul);

  return g_test_run ();
}
