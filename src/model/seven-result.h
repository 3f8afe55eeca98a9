/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-fact.h"
#include "seven-outcome.h"

G_BEGIN_DECLS

/**
 * SevenResult:
 *
 * The answer in words. Immutable. Properties (read-only): state (string, untranslated), code (string: "101", "—"),
 * title, explanation, next-step (nullable), remedy (int: SevenRemedy), remedy-label (nullable: "Go to Recipient"),
 * logto-title ("Logto would have reported success"), logto-detail, logto-wrong (boolean), icon-name, css-class
 * ("success", "warning", "error"), facts (GListModel of SevenFact: Gateway, Recipient, Message, Encoding, Parts, Price,
 * Balance, Time …; where the reply has several messages, each begins with a fact that numbers it), request (string:
 * masked), reply (string: head and body verbatim), curl (string: key as $SEVEN_API_KEY).
 */
#define SEVEN_TYPE_RESULT (seven_result_get_type ())
G_DECLARE_FINAL_TYPE (SevenResult, seven_result, SEVEN, RESULT, GObject)

/**
 * SevenResultContext:
 * @gateway: the gateway's name for people
 * @base_url: (nullable): where the request went to; %NULL or "": as the exchange says
 * @request: the request
 * @recipient: the number for people
 * @sender: (nullable): the config's sender; %NULL: none
 * @predicted: the text as it was expected to go out
 * @accepted_config: whether the connector's guard takes the config
 *
 * What a test was, beside its outcome. Borrowed.
 */
typedef struct
{
  const char *gateway;
  const char *base_url;
  const SevenRequest *request;
  const char *recipient;
  const char *sender;
  const SevenSmsText *predicted;
  gboolean accepted_config;
} SevenResultContext;

SevenResult *seven_result_new (SevenOutcome *outcome, const SevenResultContext *context);
SevenRemedy seven_result_get_remedy (SevenResult *self);
const char *seven_result_get_curl (SevenResult *self);
SevenOutcome *seven_result_get_outcome (SevenResult *self);
GListModel *seven_result_get_facts (SevenResult *self);

G_END_DECLS
