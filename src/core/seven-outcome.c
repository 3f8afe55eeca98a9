/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-outcome.h"
#include "seven-client.h"
#include "seven-outcome-words.h"

#include <string.h>

struct _SevenOutcome
{
  SevenExchange *exchange; /* (nullable) */
  SevenReply *reply; /* (nullable) */
  SevenState state;
  int code;
  int gateway_code;
  SevenOutcomeWords words;
  SevenLogtoVerdict verdict;
  char *logto_detail;
};

static SevenOutcome *
outcome_new (void)
{
  SevenOutcome *self = g_atomic_rc_box_new0 (SevenOutcome);

  self->code = SEVEN_REPLY_NO_CODE;
  self->gateway_code = SEVEN_REPLY_NO_CODE;
  return self;
}

static void
outcome_clear (gpointer data)
{
  SevenOutcome *self = data;

  g_clear_pointer (&self->exchange, seven_exchange_unref);
  g_clear_pointer (&self->reply, seven_reply_free);
  seven_outcome_words_clear (&self->words);
  g_free (self->logto_detail);
}

/* The first message that was refused; NULL where none was. */
static const SevenReplyMessage *
find_refused (const SevenReply *reply, guint *n_refused)
{
  const SevenReplyMessage *first = NULL;

  *n_refused = 0;
  for (guint i = 0; i < seven_reply_get_n_messages (reply); i++) {
    const SevenReplyMessage *message = seven_reply_get_message (reply, i);

    if (message->success)
      continue;
    (*n_refused)++;
    if (first == NULL)
      first = message;
  }
  return first;
}

/* Top-level 100 and 101 leave the word to the messages; every other code has it itself. A no in so many words is never
 * taken for a success, whatever code stands beside it. */
static SevenState
decide_state (const SevenReply *reply, int code, guint n_refused, guint http_status)
{
  guint n_messages = seven_reply_get_n_messages (reply);

  if (code == 100 && n_refused == 0 && !seven_reply_is_refusal (reply))
    return http_status == 0 || (http_status >= 200 && http_status < 300) ? SEVEN_STATE_ACCEPTED
                                                                         : SEVEN_STATE_UNKNOWN;
  if ((code == 100 || code == 101) && n_refused > 0 && n_refused < n_messages)
    return SEVEN_STATE_PARTIAL;
  if (seven_return_code_find (code) != NULL || seven_reply_is_refusal (reply))
    return SEVEN_STATE_REFUSED;
  return SEVEN_STATE_UNKNOWN;
}

/* The code that decided: a message's own error where the top level says 100, or nothing. */
static int
decide_code (int code, SevenState state, const SevenReplyMessage *refused)
{
  if (state != SEVEN_STATE_REFUSED && state != SEVEN_STATE_PARTIAL)
    return code;
  if (code != 100 && code != SEVEN_REPLY_NO_CODE)
    return code;
  if (refused != NULL && refused->error != SEVEN_REPLY_NO_CODE)
    return refused->error;
  return state == SEVEN_STATE_REFUSED ? SEVEN_REPLY_NO_CODE : code;
}

static void
find_words (SevenOutcome *self, const char *body, guint http_status, guint n_refused,
    const SevenReplyMessage *refused, SevenCall call, gboolean packed)
{
  const SevenReturnCode *code = seven_return_code_find (self->code);
  const SevenReturnCode *cause = refused != NULL ? seven_return_code_find (refused->error) : NULL;
  const char *text = seven_reply_get_error_message (self->reply);

  if (text == NULL && refused != NULL)
    text = refused->error_text;

  if (self->state == SEVEN_STATE_UNKNOWN)
    seven_outcome_words_for_unknown (&self->words, self->reply, body, http_status, packed);
  else if (self->state == SEVEN_STATE_PARTIAL)
    seven_outcome_words_for_partial (
        &self->words, n_refused, seven_reply_get_n_messages (self->reply), cause != NULL ? cause : code);
  else if (self->code == 101 && refused != NULL && refused->error != SEVEN_REPLY_NO_CODE)
    seven_outcome_words_for_message (&self->words, code, refused->error);
  else if (code != NULL)
    seven_outcome_words_for_code (&self->words, code, call);
  else
    seven_outcome_words_for_no (&self->words, self->code, text);
}

/* What the client of the connector follows, as the Fetch standard has it. */
static gboolean
is_redirect (guint http_status)
{
  return http_status == 301 || http_status == 302 || http_status == 303 || http_status == 307 ||
      http_status == 308;
}

/* Packed bytes that nobody can read say nothing: the connector's client may have unpacked them. */
static gboolean
is_riddle (const SevenOutcome *self, gboolean packed)
{
  return packed && seven_reply_get_shape (self->reply) == SEVEN_REPLY_UNREADABLE;
}

/* Reads the body, and has Logto's client read it. */
static void
read_reply (SevenOutcome *self, const char *body, gsize length, guint http_status, SevenCall call)
{
  gboolean packed = self->exchange != NULL && seven_exchange_is_packed (self->exchange);
  g_autofree char *text = seven_reply_decode (body, length);
  const SevenReturnCode *thrown = seven_client_read_error (body, length);
  const SevenReplyMessage *refused;
  guint n_refused = 0;

  self->reply = seven_reply_parse (body, length);
  refused = find_refused (self->reply, &n_refused);
  if (!seven_reply_repeats_status (self->reply, http_status))
    self->gateway_code = seven_reply_get_code (self->reply);
  self->state = decide_state (self->reply, self->gateway_code, n_refused, http_status);
  self->code = decide_code (self->gateway_code, self->state, refused);
  find_words (self, text, http_status, n_refused, refused, call, packed);
  self->verdict = thrown != NULL ? SEVEN_LOGTO_ERROR : SEVEN_LOGTO_SUCCESS;
  if (is_redirect (http_status) || is_riddle (self, packed))
    self->verdict = SEVEN_LOGTO_UNKNOWN;
  self->logto_detail = seven_outcome_words_dup_logto (self->verdict, self->state, thrown, NULL);
}

/* The connector would have run into the same network failure, but it has no time limit, nobody who stops it, no key,
 * address or sandbox of ours. */
static SevenLogtoVerdict
decide_verdict_for_error (const GError *error, const SevenExchange *exchange)
{
  switch (error->code) {
  case SEVEN_GATEWAY_ERROR_KEY:
  case SEVEN_GATEWAY_ERROR_URL:
  case SEVEN_GATEWAY_ERROR_TIMED_OUT:
  case SEVEN_GATEWAY_ERROR_TOO_LARGE:
  case SEVEN_GATEWAY_ERROR_CANCELLED:
  case SEVEN_GATEWAY_ERROR_SANDBOX:
    return SEVEN_LOGTO_UNKNOWN;
  case SEVEN_GATEWAY_ERROR_FAILED:
    /* An answer came, and was not read. */
    return seven_exchange_get_http_status (exchange) != 0 && seven_exchange_get_reply (exchange) == NULL
        ? SEVEN_LOGTO_UNKNOWN
        : SEVEN_LOGTO_ERROR;
  default:
    return SEVEN_LOGTO_ERROR;
  }
}

static void
read_error (SevenOutcome *self, const GError *error)
{
  self->state = seven_exchange_get_body_left (self->exchange) ? SEVEN_STATE_UNKNOWN : SEVEN_STATE_FAILED;
  seven_outcome_words_for_error (&self->words, error, self->state);
  self->verdict = decide_verdict_for_error (error, self->exchange);
  self->logto_detail = seven_outcome_words_dup_logto (self->verdict, self->state, NULL, error);
}

/**
 * seven_outcome_new:
 * @exchange: the exchange of a send
 * @accepted_config: whether the connector's guard takes the config; if not, Logto would not have sent at all
 *
 * Says what a send came to, and what Logto would have told its user about this very reply.
 *
 * Returns: (transfer full): the outcome
 */
SevenOutcome *
seven_outcome_new (SevenExchange *exchange, gboolean accepted_config)
{
  SevenOutcome *self;
  GBytes *reply;
  const GError *error;
  const char *body = NULL;
  gsize length = 0;

  g_return_val_if_fail (exchange != NULL, NULL);

  self = outcome_new ();
  self->exchange = seven_exchange_ref (exchange);
  error = seven_exchange_get_error (exchange);
  reply = seven_exchange_get_reply (exchange);
  if (reply != NULL)
    body = g_bytes_get_data (reply, &length);

  if (error != NULL)
    read_error (self, error);
  else
    read_reply (self, body, length, seven_exchange_get_http_status (exchange), SEVEN_CALL_SEND);
  if (!accepted_config) {
    self->verdict = SEVEN_LOGTO_ERROR;
    g_clear_pointer (&self->logto_detail, g_free);
    self->logto_detail = seven_outcome_words_dup_logto_config ();
  }
  return self;
}

/**
 * seven_outcome_new_for_reply:
 * @body: (nullable): the bytes of a reply
 * @length: how many
 * @http_status: its HTTP status, 0 where it is not known
 *
 * Explains a reply that came from somewhere. The config is taken for a good one.
 *
 * Returns: (transfer full): the outcome
 */
SevenOutcome *
seven_outcome_new_for_reply (const char *body, gsize length, guint http_status)
{
  SevenOutcome *self = outcome_new ();

  read_reply (self, body, length, http_status, SEVEN_CALL_ANY);
  return self;
}

/**
 * seven_outcome_new_for_code:
 * @code: a number, known or not
 *
 * Explains a bare return code.
 *
 * Returns: (transfer full): the outcome
 */
SevenOutcome *
seven_outcome_new_for_code (int code)
{
  g_autofree char *body = g_strdup_printf ("%d", code);

  return seven_outcome_new_for_reply (body, strlen (body), 0);
}

/**
 * seven_outcome_ref:
 * @self: an outcome
 *
 * Returns: (transfer full): @self
 */
SevenOutcome *
seven_outcome_ref (SevenOutcome *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * seven_outcome_unref:
 * @self: (transfer full): an outcome
 */
void
seven_outcome_unref (SevenOutcome *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, outcome_clear);
}

/**
 * seven_outcome_get_state:
 * @self: an outcome
 *
 * Returns: what became of the send
 */
SevenState
seven_outcome_get_state (const SevenOutcome *self)
{
  g_return_val_if_fail (self != NULL, SEVEN_STATE_UNKNOWN);

  return self->state;
}

/**
 * seven_outcome_get_code:
 * @self: an outcome
 *
 * Returns: the code that decided, a message's own error where the top level says 100; %SEVEN_REPLY_NO_CODE where there is none
 */
int
seven_outcome_get_code (const SevenOutcome *self)
{
  g_return_val_if_fail (self != NULL, SEVEN_REPLY_NO_CODE);

  return self->code;
}

/**
 * seven_outcome_get_gateway_code:
 * @self: an outcome
 *
 * Returns: the code at the top level of the reply, or %SEVEN_REPLY_NO_CODE
 */
int
seven_outcome_get_gateway_code (const SevenOutcome *self)
{
  g_return_val_if_fail (self != NULL, SEVEN_REPLY_NO_CODE);

  return self->gateway_code;
}

/**
 * seven_outcome_get_title:
 * @self: an outcome
 *
 * Returns: the outcome in a few words
 */
const char *
seven_outcome_get_title (const SevenOutcome *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->words.title;
}

/**
 * seven_outcome_get_explanation:
 * @self: an outcome
 *
 * Returns: what it means, in whole sentences
 */
const char *
seven_outcome_get_explanation (const SevenOutcome *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->words.explanation;
}

/**
 * seven_outcome_get_advice:
 * @self: an outcome
 *
 * Returns: (nullable): what to do next
 */
const char *
seven_outcome_get_advice (const SevenOutcome *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->words.advice;
}

/**
 * seven_outcome_get_remedy:
 * @self: an outcome
 *
 * Returns: where it is mended
 */
SevenRemedy
seven_outcome_get_remedy (const SevenOutcome *self)
{
  g_return_val_if_fail (self != NULL, SEVEN_REMEDY_NONE);

  return self->words.remedy;
}

/**
 * seven_outcome_get_logto_verdict:
 * @self: an outcome
 *
 * Returns: what Logto would have told its user
 */
SevenLogtoVerdict
seven_outcome_get_logto_verdict (const SevenOutcome *self)
{
  g_return_val_if_fail (self != NULL, SEVEN_LOGTO_UNKNOWN);

  return self->verdict;
}

/**
 * seven_outcome_get_logto_detail:
 * @self: an outcome
 *
 * Returns: what Logto would have told, in a sentence or two
 */
const char *
seven_outcome_get_logto_detail (const SevenOutcome *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->logto_detail;
}

/**
 * seven_outcome_is_logto_wrong:
 * @self: an outcome
 *
 * Returns: whether Logto would have reported a success that is none, or that nobody knows of
 */
gboolean
seven_outcome_is_logto_wrong (const SevenOutcome *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->verdict == SEVEN_LOGTO_SUCCESS && self->state != SEVEN_STATE_ACCEPTED;
}

/**
 * seven_outcome_get_reply:
 * @self: an outcome
 *
 * Returns: (transfer none) (nullable): the reply; %NULL where the exchange did not come to its end
 */
const SevenReply *
seven_outcome_get_reply (const SevenOutcome *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->reply;
}

/**
 * seven_outcome_get_exchange:
 * @self: an outcome
 *
 * Returns: (transfer none) (nullable): the exchange; %NULL where a reply or a code alone was explained
 */
SevenExchange *
seven_outcome_get_exchange (const SevenOutcome *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->exchange;
}

/**
 * seven_state_get_name:
 * @state: a state
 *
 * Returns: its name for programs, as in `accepted`: never translated
 */
const char *
seven_state_get_name (SevenState state)
{
  static const char *const names[] = { "accepted", "partial", "refused", "unknown", "failed" };

  g_return_val_if_fail (state <= SEVEN_STATE_FAILED, NULL);

  return names[state];
}

/**
 * seven_logto_verdict_get_name:
 * @verdict: a verdict
 *
 * Returns: its name for programs, as in `success`: never translated
 */
const char *
seven_logto_verdict_get_name (SevenLogtoVerdict verdict)
{
  static const char *const names[] = { "success", "error", "unknown" };

  g_return_val_if_fail (verdict <= SEVEN_LOGTO_UNKNOWN, NULL);

  return names[verdict];
}

/**
 * seven_state_get_exit_status:
 * @state: a state
 *
 * Returns: the exit status of a program that ends in it: 0, 1 or 3
 */
int
seven_state_get_exit_status (SevenState state)
{
  static const int statuses[] = { 0, 1, 1, 3, 3 };

  g_return_val_if_fail (state <= SEVEN_STATE_FAILED, 3);

  return statuses[state];
}
