/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-outcome-words.h"

#include <glib/gi18n-lib.h>

/* In the order of SevenGatewayError. */
static const char *const error_titles[] = {
  N_ ("No API key that can be sent"),
  N_ ("Not an address of a gateway"),
  N_ ("Host not found"),
  N_ ("Connection refused"),
  N_ ("Host cannot be reached"),
  N_ ("Proxy did not connect"),
  N_ ("No secure connection"),
  N_ ("No answer in time"),
  N_ ("Connection lost"),
  N_ ("Answer too large"),
  N_ ("Stopped"),
  N_ ("Sandbox did not start"),
  N_ ("Exchange failed"),
};

void
seven_outcome_words_clear (SevenOutcomeWords *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->explanation, g_free);
  g_clear_pointer (&self->advice, g_free);
}

static const char *
get_look_first (void)
{
  return _ (
      "Before you send again, look at the phone, or for the SMS in the journal of the account at seven.");
}

void
seven_outcome_words_for_error (SevenOutcomeWords *self, const GError *error, SevenState state)
{
  guint index = (guint) CLAMP (error->code, 0, SEVEN_GATEWAY_ERROR_FAILED);

  self->title = g_strdup (_ (error_titles[index]));
  self->remedy = index == SEVEN_GATEWAY_ERROR_KEY ? SEVEN_REMEDY_API_KEY : SEVEN_REMEDY_NONE;
  if (state == SEVEN_STATE_UNKNOWN) {
    self->explanation = g_strdup_printf (
        /* Translators: %s is a whole sentence about what went wrong. */
        _ ("%s The request had left by then: it is not known whether the SMS was sent."), error->message);
    self->advice = g_strdup (get_look_first ());
  } else {
    /* Translators: %s is one or two whole sentences about what went wrong. */
    self->explanation = g_strdup_printf (_ ("%s Nothing was sent."), error->message);
    if (index == SEVEN_GATEWAY_ERROR_DROPPED || index == SEVEN_GATEWAY_ERROR_FAILED)
      self->advice =
          g_strdup (_ ("Try again; if it stays, look whether a firewall or a proxy stands in between."));
  }
}

void
seven_outcome_words_for_code (SevenOutcomeWords *self, const SevenReturnCode *code, SevenCall call)
{
  self->title = g_strdup (seven_return_code_get_title (code));
  self->explanation = g_strdup (seven_return_code_get_meaning (code, call));
  self->advice = g_strdup (seven_return_code_get_advice (code, call));
  self->remedy = code->remedy;
}

void
seven_outcome_words_for_message (SevenOutcomeWords *self, const SevenReturnCode *code, int error)
{
  const SevenReturnCode *cause = seven_return_code_find (error);

  self->title = g_strdup (seven_return_code_get_title (code));
  if (cause == NULL) {
    self->explanation = g_strdup_printf (
        _ ("seven took the request, but refused the message with %d, which is not a known return code."),
        error);
    self->advice = g_strdup (seven_return_code_get_advice (code, SEVEN_CALL_SEND));
    return;
  }
  self->explanation = g_strdup_printf (
      /* Translators: %d is a return code, then its title and what it means, a sentence or two. */
      _ ("seven took the request, but refused the message (%d, %s). %s"), error,
      seven_return_code_get_title (cause), seven_return_code_get_meaning (cause, SEVEN_CALL_SEND));
  self->advice = g_strdup (seven_return_code_get_advice (cause, SEVEN_CALL_SEND));
  self->remedy = cause->remedy;
}

void
seven_outcome_words_for_no (SevenOutcomeWords *self, int code, const char *text)
{
  g_autofree char *sentence = NULL;

  if (code == SEVEN_REPLY_NO_CODE) {
    self->title = g_strdup (_ ("Refused without a code"));
    sentence = g_strdup (_ ("The gateway refused the SMS and named no return code."));
  } else {
    self->title = g_strdup (_ ("Refused with an unknown code"));
    sentence =
        g_strdup_printf (_ ("The gateway refused the SMS with %d, which is not a known return code."), code);
  }
  if (text != NULL)
    /* Translators: the first %s is a whole sentence, the second is what the gateway said itself. */
    self->explanation = g_strdup_printf (_ ("%s Its own words: “%s”"), sentence, text);
  else
    self->explanation = g_steal_pointer (&sentence);
  self->advice = g_strdup (_ ("Read the answer as it came; if it does not help, contact seven."));
}

void
seven_outcome_words_for_partial (
    SevenOutcomeWords *self, guint n_refused, guint n_messages, const SevenReturnCode *code)
{
  self->title = g_strdup (_ ("Accepted in part"));
  if (code != NULL) {
    self->explanation = g_strdup_printf (
        /* Translators: how many are refused, of how many, and the title and the meaning of a return code. */
        ngettext (
            "%u of %u messages was refused. %s: %s", "%u of %u messages were refused. %s: %s", n_refused),
        n_refused, n_messages, seven_return_code_get_title (code),
        seven_return_code_get_meaning (code, SEVEN_CALL_SEND));
    self->advice = g_strdup (seven_return_code_get_advice (code, SEVEN_CALL_SEND));
    self->remedy = code->remedy;
  } else {
    self->explanation = g_strdup_printf (
        ngettext ("%u of %u messages was refused.", "%u of %u messages were refused.", n_refused), n_refused,
        n_messages);
    self->advice = g_strdup (_ ("Read the error of each message."));
  }
}

char *
seven_outcome_words_dup_unreadable (
    const SevenReply *reply, const char *body, guint http_status, gboolean packed, const char **title)
{
  while (g_ascii_isspace (*body))
    body++;
  if (http_status >= 300 && http_status < 400 && http_status != 304) {
    *title = _ ("Redirect not followed");
    return g_strdup (
        _ ("The host points to another address. That is not followed, for the API key would go there."));
  }
  if (seven_reply_get_shape (reply) == SEVEN_REPLY_EMPTY) {
    *title = _ ("Empty answer");
    return g_strdup (_ ("The host answered with nothing at all."));
  }
  if (packed) {
    *title = _ ("Compressed answer");
    return g_strdup (_ (
        "The answer is compressed, which was not asked for: it cannot be read. A proxy in between may have "
        "done it."));
  }
  if (seven_reply_is_cut (reply)) {
    *title = _ ("Answer cut off");
    return g_strdup (_ ("The answer ends in the middle."));
  }
  if (*body == '<') {
    *title = _ ("A web page instead of an answer");
    return g_strdup (
        _ ("A web page came instead of an answer of the gateway, as from a proxy or in an outage."));
  }
  *title = _ ("Answer not understood");
  return g_strdup (_ ("The answer is nothing that the gateway is known to say."));
}

static char *
dup_unknown_code (const SevenReply *reply, guint http_status, const char **title)
{
  int code = seven_reply_get_code (reply);

  if (seven_reply_repeats_status (reply, http_status)) {
    *title = _ ("An error page instead of an answer");
    return g_strdup (
        _ ("The host, or a proxy, answered with an error of its own, which is no return code of seven’s."));
  }

  if (code == 100) {
    *title = _ ("Contradictory answer");
    return g_strdup (_ ("The answer says 100, accepted, but its HTTP status says that it went wrong."));
  }
  if (code == SEVEN_REPLY_NO_CODE) {
    *title = _ ("Answer not understood");
    return g_strdup (_ ("The answer names no return code."));
  }
  *title = _ ("Unknown return code");
  return g_strdup_printf (_ ("The gateway answered with %d, which is not a known return code."), code);
}

void
seven_outcome_words_for_unknown (
    SevenOutcomeWords *self, const SevenReply *reply, const char *body, guint http_status, gboolean packed)
{
  SevenReplyShape shape = seven_reply_get_shape (reply);
  const char *title = NULL;
  g_autofree char *sentence = shape == SEVEN_REPLY_CODE || shape == SEVEN_REPLY_OBJECT
      ? dup_unknown_code (reply, http_status, &title)
      : seven_outcome_words_dup_unreadable (reply, body, http_status, packed, &title);

  self->title = g_strdup (title);
  if (http_status == 0 || http_status == 200)
    /* Translators: %s is one or two whole sentences about an answer. */
    self->explanation = g_strdup_printf (_ ("%s It is not known whether the SMS was sent."), sentence);
  else
    self->explanation = g_strdup_printf (
        /* Translators: %s is one or two whole sentences about an answer, %u an HTTP status as in 502. */
        _ ("%s Its HTTP status is %u. It is not known whether the SMS was sent."), sentence, http_status);
  self->advice = g_strdup (get_look_first ());
}

static char *
dup_logto_error (const SevenReturnCode *thrown, SevenState state)
{
  if (thrown == NULL && state == SEVEN_STATE_UNKNOWN)
    return g_strdup (
        _ ("Logto would have answered “500 Internal server error” without a reason, as it does after every "
           "network failure. If the SMS arrives all the same, that is wrong."));
  if (thrown == NULL)
    return g_strdup (
        _ ("Logto would have answered “500 Internal server error” without a reason, as it does after "
           "every network failure."));
  return g_strdup_printf (
      /* Translators: %d is a return code, %s a name in the client library that is not translated. */
      _ ("Logto would have answered “500 Internal server error” without a reason; the connector’s client "
         "throws "
         "“%d: %s”."),
      thrown->code, thrown->client_name);
}

static char *
dup_logto_success (SevenState state)
{
  const char *sentence;

  switch (state) {
  case SEVEN_STATE_ACCEPTED:
    return g_strdup (_ ("Logto would have said that the code was sent, and that is true."));
  case SEVEN_STATE_PARTIAL:
    sentence = _ ("Logto would have reported success although not every message was accepted.");
    break;
  case SEVEN_STATE_UNKNOWN:
    sentence = _ ("Logto would have reported success although it is not known whether the SMS was sent.");
    break;
  case SEVEN_STATE_REFUSED:
  case SEVEN_STATE_FAILED:
  default:
    sentence = _ ("Logto would have reported success although nothing was sent.");
    break;
  }
  return g_strdup_printf (
      /* Translators: %s is a whole sentence. */
      _ ("%s The connector’s client takes every answer for a success but a bare number from its list."),
      sentence);
}

static char *
dup_logto_unknown (const GError *error)
{
  if (error == NULL)
    return g_strdup (_ ("Not known: the connector’s client follows redirects and unpacks answers, and this "
                        "program does not."));
  switch (error->code) {
  case SEVEN_GATEWAY_ERROR_TIMED_OUT:
    return g_strdup (
        _ ("Not known: the connector has no time limit of its own and would have gone on waiting."));
  case SEVEN_GATEWAY_ERROR_CANCELLED:
    return g_strdup (_ ("Not known: the test was stopped, while the connector would have gone on waiting."));
  case SEVEN_GATEWAY_ERROR_TOO_LARGE:
  case SEVEN_GATEWAY_ERROR_FAILED:
    return g_strdup (_ ("Not known: the answer was not read to its end."));
  default:
    return g_strdup (_ ("Not known: the request never went out."));
  }
}

char *
seven_outcome_words_dup_logto (
    SevenLogtoVerdict verdict, SevenState state, const SevenReturnCode *thrown, const GError *error)
{
  switch (verdict) {
  case SEVEN_LOGTO_SUCCESS:
    return dup_logto_success (state);
  case SEVEN_LOGTO_ERROR:
    return dup_logto_error (thrown, state);
  case SEVEN_LOGTO_UNKNOWN:
  default:
    return dup_logto_unknown (error);
  }
}

char *
seven_outcome_words_dup_logto_config (void)
{
  return g_strdup (_ ("Logto would not have sent at all: the connector refuses this config "
                      "(connector.invalid_config)."));
}
