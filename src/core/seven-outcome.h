/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-gateway.h"
#include "seven-reply.h"
#include "seven-return-code.h"
#include "seven-sms-text.h"

G_BEGIN_DECLS

/**
 * SevenState:
 * @SEVEN_STATE_ACCEPTED: top-level 100 and no message refused
 * @SEVEN_STATE_PARTIAL: some messages accepted, some refused
 * @SEVEN_STATE_REFUSED: a refusing code, or a plain no, at the top level or in every message
 * @SEVEN_STATE_UNKNOWN: the reply cannot be read, or it was lost, timed out or stopped after the body had left
 * @SEVEN_STATE_FAILED: nothing was sent
 *
 * What became of a send.
 */
typedef enum
{
  SEVEN_STATE_ACCEPTED,
  SEVEN_STATE_PARTIAL,
  SEVEN_STATE_REFUSED,
  SEVEN_STATE_UNKNOWN,
  SEVEN_STATE_FAILED,
} SevenState;

/**
 * SevenLogtoVerdict:
 * @SEVEN_LOGTO_SUCCESS: Logto would have reported success
 * @SEVEN_LOGTO_ERROR: Logto would have reported an error
 * @SEVEN_LOGTO_UNKNOWN: it cannot be told from this exchange
 *
 * What Logto would have told its user.
 */
typedef enum
{
  SEVEN_LOGTO_SUCCESS,
  SEVEN_LOGTO_ERROR,
  SEVEN_LOGTO_UNKNOWN,
} SevenLogtoVerdict;

/**
 * SevenOutcome:
 *
 * What one send came to, in words. Immutable, reference counted (atomic). All words are translated but names and codes.
 */
typedef struct _SevenOutcome SevenOutcome;

SevenOutcome *seven_outcome_new (SevenExchange *exchange, gboolean accepted_config);
SevenOutcome *seven_outcome_new_for_reply (const char *body, gsize length, guint http_status);
SevenOutcome *seven_outcome_new_for_code (int code);
SevenOutcome *seven_outcome_ref (SevenOutcome *self);
void seven_outcome_unref (SevenOutcome *self);

SevenState seven_outcome_get_state (const SevenOutcome *self);
int seven_outcome_get_code (const SevenOutcome *self);
int seven_outcome_get_gateway_code (const SevenOutcome *self);
const char *seven_outcome_get_title (const SevenOutcome *self);
const char *seven_outcome_get_explanation (const SevenOutcome *self);
const char *seven_outcome_get_advice (const SevenOutcome *self);
SevenRemedy seven_outcome_get_remedy (const SevenOutcome *self);
SevenLogtoVerdict seven_outcome_get_logto_verdict (const SevenOutcome *self);
const char *seven_outcome_get_logto_detail (const SevenOutcome *self);
gboolean seven_outcome_is_logto_wrong (const SevenOutcome *self);
const SevenReply *seven_outcome_get_reply (const SevenOutcome *self);
SevenExchange *seven_outcome_get_exchange (const SevenOutcome *self);

const char *seven_state_get_name (SevenState state);
const char *seven_logto_verdict_get_name (SevenLogtoVerdict verdict);
int seven_state_get_exit_status (SevenState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenOutcome, seven_outcome_unref)

G_END_DECLS
