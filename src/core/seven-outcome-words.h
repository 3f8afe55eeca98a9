/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-outcome.h"

G_BEGIN_DECLS

/* Private to SevenOutcome and SevenAnswer: title, explanation, advice and remedy of what was found. */
typedef struct
{
  char *title;
  char *explanation;
  char *advice; /* (nullable) */
  SevenRemedy remedy;
} SevenOutcomeWords;

void seven_outcome_words_clear (SevenOutcomeWords *self);
/* @error: what kept the exchange from its end. */
void seven_outcome_words_for_error (SevenOutcomeWords *self, const GError *error, SevenState state);
/* @code: a known one. */
void seven_outcome_words_for_code (SevenOutcomeWords *self, const SevenReturnCode *code, SevenCall call);
/* @code: the top level's, which leaves the reason to the messages; @error: a message's own, known or not. */
void seven_outcome_words_for_message (SevenOutcomeWords *self, const SevenReturnCode *code, int error);
/* A refusal whose code nobody knows, or without one. @text: (nullable): the gateway's own words. */
void seven_outcome_words_for_no (SevenOutcomeWords *self, int code, const char *text);
void seven_outcome_words_for_partial (
    SevenOutcomeWords *self, guint n_refused, guint n_messages, const SevenReturnCode *code);
/* A reply that does not say whether the SMS was accepted. @body: its text; @packed: it came compressed. */
void seven_outcome_words_for_unknown (
    SevenOutcomeWords *self, const SevenReply *reply, const char *body, guint http_status, gboolean packed);
/* What a reply is that is neither code nor object, in a sentence or two. @title: (out): the same in a few words. */
char *seven_outcome_words_dup_unreadable (
    const SevenReply *reply, const char *body, guint http_status, gboolean packed, const char **title);

/* What Logto would have told, in a sentence or two. @thrown: (nullable): the code that the connector's client throws;
 * @error: (nullable): what kept the exchange from its end. */
char *seven_outcome_words_dup_logto (
    SevenLogtoVerdict verdict, SevenState state, const SevenReturnCode *thrown, const GError *error);
char *seven_outcome_words_dup_logto_config (void);

G_END_DECLS
