/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-document.h"
#include "seven-gateway.h"
#include "seven-gateway-choice.h"
#include "seven-message.h"
#include "seven-outcome.h"
#include "seven-result.h"
#include "seven-session.h"
#include "seven-test-series.h"

G_BEGIN_DECLS

/**
 * SevenTestRun:
 *
 * One test after another. Properties, read-only unless said: document, session (SevenSession; both construct-only), gateways
 * (GListModel of SevenGatewayChoice: the session's), gateway (SevenGatewayChoice, nullable, rw; at first the first that is not live), recipient (string,
 * rw; at first the sample), recipient-hint (country, or what is wrong), recipient-valid (boolean), sender-advice
 * (string: what the recipient's country does to the config's sender, "" where that is not known or there is none),
 * sender-warning (boolean: the country does not simply show it), template
 * (SevenTemplateItem, nullable, rw; follows the document; Generic at first where there is one), code (string, rw; six
 * random digits at first), code-hint ("" unless there is something to say), message (SevenMessage, nullable: as it will
 * be sent), cost ("1 part · €0.075", "1 part · price not known"; of the gateway that is chosen, asked for once the
 * recipient's country is settled), lock-warning (string: the same text went to the same number so shortly ago that seven
 * would refuse it, counting down; "" where it would not, always in the sandbox), code-in-text (boolean: another code
 * makes another text), ready (boolean: Send can be pressed), obstacle (string: what is missing, "" where nothing
 * is), series-ready (boolean: every template can be tested), asking (boolean: the person is being asked), sending (boolean), elapsed (string: "1.2 s", "" while nothing is
 * sent), stop-hint (string: what stopping means, "" while nothing is sent), result (SevenResult, nullable: of the
 * last test), live (boolean: the gateway sends real SMS), question-title, question-body (strings: what a live send asks
 * first: number, country, gateway, parts, cost, and what speaks against it).
 */
#define SEVEN_TYPE_TEST_RUN (seven_test_run_get_type ())
G_DECLARE_FINAL_TYPE (SevenTestRun, seven_test_run, SEVEN, TEST_RUN, GObject)

/**
 * SEVEN_TEST_RUN_SAMPLE_RECIPIENT:
 *
 * The first start's recipient: a number that Ofcom reserves for drama, which nobody has.
 */
#define SEVEN_TEST_RUN_SAMPLE_RECIPIENT "+44 7700 900123"

SevenTestRun *seven_test_run_new (SevenDocument *document, SevenSession *session);
gboolean seven_test_run_is_live (SevenTestRun *self);
gboolean seven_test_run_is_sending (SevenTestRun *self);
SevenResult *seven_test_run_get_result (SevenTestRun *self);
const char *seven_test_run_get_code (SevenTestRun *self);
void seven_test_run_set_gateway (SevenTestRun *self, SevenGatewayChoice *gateway);
void seven_test_run_set_recipient (SevenTestRun *self, const char *recipient);
void seven_test_run_set_template (SevenTestRun *self, SevenTemplateItem *item);
void seven_test_run_set_code (SevenTestRun *self, const char *code);
void seven_test_run_send (SevenTestRun *self);
gboolean seven_test_run_ask (SevenTestRun *self);
void seven_test_run_answer (SevenTestRun *self, gboolean send);
SevenTestSeries *seven_test_run_create_series (SevenTestRun *self);
void seven_test_run_stop (SevenTestRun *self);
void seven_test_run_new_code (SevenTestRun *self);
void seven_test_run_use_logto_code (SevenTestRun *self);

G_END_DECLS
