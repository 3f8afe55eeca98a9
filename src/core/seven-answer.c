/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-answer-private.h"
#include "seven-outcome-words.h"

#include <string.h>

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (seven-answer-error-quark, seven_answer_error);

typedef struct
{
  char *text;
  SevenReply *reply;
  guint http_status;
  gboolean packed;
} Answer;

static void
answer_init (Answer *self, const SevenExchange *exchange)
{
  GBytes *bytes = seven_exchange_get_reply (exchange);
  const char *data = NULL;
  gsize length = 0;

  if (bytes != NULL)
    data = g_bytes_get_data (bytes, &length);
  self->text = g_strstrip (seven_reply_decode (data, length));
  self->reply = seven_reply_parse (data, length);
  self->http_status = seven_exchange_get_http_status (exchange);
  self->packed = seven_exchange_is_packed (exchange);
}

static void
answer_clear (Answer *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->reply, seven_reply_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static gboolean
is_fine (guint http_status)
{
  return http_status >= 200 && http_status < 300;
}

/* Whether it is written as an amount is and a return code is not, with a point or an exponent. */
static gboolean
is_amount (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  return digits > 0 && text[digits] != '\0' && strchr (".eE", text[digits]) != NULL;
}

/* The first message that the answer refuses; NULL: none. */
static const SevenReplyMessage *
find_refused (const SevenReply *reply)
{
  for (guint i = 0; i < seven_reply_get_n_messages (reply); i++) {
    const SevenReplyMessage *message = seven_reply_get_message (reply, i);

    if (!message->success)
      return message;
  }
  return NULL;
}

static int
find_code (const Answer *self)
{
  const SevenReplyMessage *refused = find_refused (self->reply);
  int code = seven_reply_get_code (self->reply);
  gboolean known = code != 100 && seven_return_code_find (code) != NULL;

  if (seven_reply_repeats_status (self->reply, self->http_status))
    return SEVEN_REPLY_NO_CODE;
  if (seven_reply_get_shape (self->reply) == SEVEN_REPLY_CODE)
    return known && !is_amount (self->text) ? code : SEVEN_REPLY_NO_CODE;
  if (known)
    return code;
  if (refused != NULL && refused->error != SEVEN_REPLY_NO_CODE)
    return refused->error;
  return seven_reply_is_refusal (self->reply) && code != 100 ? code : SEVEN_REPLY_NO_CODE;
}

static char *
dup_refusal (const Answer *self, int code)
{
  const SevenReturnCode *known = seven_return_code_find (code);
  const char *text = seven_reply_get_error_message (self->reply);
  const char *advice;

  if (known != NULL) {
    advice = seven_return_code_get_advice (known, SEVEN_CALL_OTHER);
    return g_strdup_printf (
        /* Translators: a return code, its title, what it means and what to do, each a sentence or two. */
        _ ("%d, %s. %s %s"), code, seven_return_code_get_title (known),
        seven_return_code_get_meaning (known, SEVEN_CALL_OTHER),
        advice != NULL ? advice : _ ("Contact seven."));
  }
  if (code != SEVEN_REPLY_NO_CODE)
    return g_strdup_printf (
        _ ("The gateway refused the call with %d, which is not a known return code. Contact seven."), code);
  if (text != NULL)
    /* Translators: %s is what the gateway said itself. */
    return g_strdup_printf (
        _ ("The gateway refused the call and named no return code. Its own words: “%s”"), text);
  return g_strdup (_ ("The gateway refused the call and named no return code. Contact seven."));
}

/* What a code or an object is that is not what was asked for. */
static char *
dup_unsuitable (const Answer *self)
{
  int code = seven_reply_get_code (self->reply);

  if (code == SEVEN_REPLY_NO_CODE || seven_return_code_find (code) != NULL ||
      seven_reply_repeats_status (self->reply, self->http_status))
    return g_strdup (_ ("The answer does not say what was asked for."));
  return g_strdup_printf (_ ("The gateway answered with %d, which is not a known return code."), code);
}

static const char *
get_unreadable_advice (const Answer *self)
{
  if (self->http_status >= 300 && self->http_status < 400)
    return _ ("Check the address of the gateway.");
  if (!is_fine (self->http_status) || *self->text == '\0' || *self->text == '<' ||
      seven_reply_is_cut (self->reply))
    return _ ("Try again later; if it stays, look whether a proxy stands in between.");
  return _ ("Try again later; if it stays, contact seven.");
}

static GError *
answer_unreadable_new (const Answer *self)
{
  SevenReplyShape shape = seven_reply_get_shape (self->reply);
  const char *title;
  g_autofree char *sentence = shape == SEVEN_REPLY_CODE || shape == SEVEN_REPLY_OBJECT
      ? dup_unsuitable (self)
      : seven_outcome_words_dup_unreadable (self->reply, self->text, self->http_status, self->packed, &title);

  if (is_fine (self->http_status))
    return g_error_new (
        SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_UNREADABLE, "%s %s", sentence, get_unreadable_advice (self));
  return g_error_new (SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_UNREADABLE,
      /* Translators: a whole sentence about an answer, an HTTP status as in 502, and what to do. */
      _ ("%s Its HTTP status is %u. %s"), sentence, self->http_status, get_unreadable_advice (self));
}

/**
 * seven_answer_get_code:
 * @exchange: the exchange of a call for balance, prices or delivery reports
 *
 * Finds the return code that refuses a call, in every shape that seven refuses in.
 *
 * A bare number is ambiguous, for a balance may come as one: `500` is a return code, and may be 500 EUR. A bare number
 * is a code where seven has such a code that refuses and it is written as codes are, in digits alone; `44.631`,
 * `500.00`, `44` and `100` are none. The calls ask for JSON, where a balance is an object: so the doubt is for
 * the code.
 *
 * Returns: the code, known or not; %SEVEN_REPLY_NO_CODE where the answer is no refusal, or one without a code, and
 *   where there is no answer
 */
int
seven_answer_get_code (const SevenExchange *exchange)
{
  g_auto (Answer) answer = { NULL, NULL, 0, FALSE };

  g_return_val_if_fail (exchange != NULL, SEVEN_REPLY_NO_CODE);

  if (seven_exchange_get_error (exchange) != NULL)
    return SEVEN_REPLY_NO_CODE;
  answer_init (&answer, exchange);
  return find_code (&answer);
}

/**
 * seven_answer_check:
 * @exchange: the exchange of a call for balance, prices or delivery reports
 * @error: return location for an error
 *
 * Checks whether the exchange brought a JSON text with an HTTP status of success that is no refusal. A refusal counts
 * whatever the HTTP status is, for it says more.
 *
 * Errors: every one of #SevenAnswerError but %SEVEN_ANSWER_ERROR_NOTHING; that of an exchange that went wrong has its
 * words.
 *
 * Returns: whether it did
 */
gboolean
seven_answer_check (const SevenExchange *exchange, GError **error)
{
  g_auto (Answer) answer = { NULL, NULL, 0, FALSE };
  g_autoptr (SevenJson) json = NULL;
  g_autofree char *refusal = NULL;
  int code;

  g_return_val_if_fail (exchange != NULL, FALSE);

  if (seven_exchange_get_error (exchange) != NULL) {
    g_set_error_literal (
        error, SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_NONE, seven_exchange_get_error (exchange)->message);
    return FALSE;
  }
  answer_init (&answer, exchange);
  code = find_code (&answer);
  if (code != SEVEN_REPLY_NO_CODE || seven_reply_is_refusal (answer.reply) ||
      find_refused (answer.reply) != NULL) {
    refusal = dup_refusal (&answer, code);
    g_set_error_literal (error, SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_REFUSED, refusal);
    return FALSE;
  }
  json = seven_json_parse (answer.text, -1, NULL, NULL);
  if (json != NULL && is_fine (answer.http_status))
    return TRUE;
  g_propagate_error (error, answer_unreadable_new (&answer));
  return FALSE;
}

/**
 * seven_answer_unreadable_new:
 * @exchange: an exchange that came to its end
 *
 * Makes the error of an answer that says nothing we know: what it is, and what to do.
 *
 * Returns: (transfer full): the error, %SEVEN_ANSWER_ERROR_UNREADABLE
 */
GError *
seven_answer_unreadable_new (const SevenExchange *exchange)
{
  g_auto (Answer) answer = { NULL, NULL, 0, FALSE };

  g_return_val_if_fail (exchange != NULL, NULL);

  answer_init (&answer, exchange);
  return answer_unreadable_new (&answer);
}

SevenJson *
seven_answer_parse (const SevenExchange *exchange, GError **error)
{
  g_autofree char *text = NULL;
  GBytes *bytes;

  if (!seven_answer_check (exchange, error))
    return NULL;
  bytes = seven_exchange_get_reply (exchange);
  text = g_strstrip (seven_reply_decode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
  return seven_json_parse (text, -1, NULL, NULL);
}
