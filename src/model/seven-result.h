/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-delivery-watch.h"
#include "seven-fact.h"
#include "seven-lookup.h"
#include "seven-outcome.h"

G_BEGIN_DECLS

/**
 * SEVEN_RESULT_ACCOUNT_URI:
 *
 * Seven's site, where an account is topped up and its keys are managed.
 */
#define SEVEN_RESULT_ACCOUNT_URI "https://app.seven.io/"

/* What was sent, and by what: private to the model. */
typedef struct _SevenSendJob SevenSendJob;

/**
 * SevenResult:
 *
 * The answer in words, and what comes after it. Properties (read-only), told once: state (string, untranslated), code
 * (string: "101", "" where there is none), title, explanation, next-step (nullable), remedy (int: SevenRemedy),
 * remedy-label (nullable: "Go to Recipient"), remedy-uri (nullable: the site that it opens), logto-title ("Logto would have reported success"),
 * logto-detail, logto-wrong (boolean), icon-name, css-class ("success", "warning", "error"), facts (GListModel of
 * SevenFact: Gateway, Recipient, Message, Encoding, Parts, Price, Balance, Time …; where the reply has several messages,
 * each begins with a fact that numbers it), request (string: masked), reply (string: head and body verbatim), curl
 * (string: key as $SEVEN_API_KEY), lookup (SevenLookup, nullable: where it is not known whether the SMS was sent).
 * Properties that change: countdown (string: how long the reload lock holds, "" where there is none), delivery
 * (SevenDeliveryWatch, nullable: of an SMS that seven has; it watches by itself).
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
 * @lock: for how many seconds more the reload lock holds, as far as the program knows; 0: not known
 * @job: (nullable): what made the send: to follow the SMS, and to look for it; %NULL: neither
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
  guint lock;
  SevenSendJob *job;
} SevenResultContext;

SevenResult *seven_result_new (SevenOutcome *outcome, const SevenResultContext *context);
SevenRemedy seven_result_get_remedy (SevenResult *self);
const char *seven_result_get_curl (SevenResult *self);
SevenOutcome *seven_result_get_outcome (SevenResult *self);
GListModel *seven_result_get_facts (SevenResult *self);
SevenDeliveryWatch *seven_result_get_delivery (SevenResult *self);
SevenLookup *seven_result_get_lookup (SevenResult *self);
char *seven_result_dup_report (SevenResult *self);

G_END_DECLS
