/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-test-run.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenTestPane:
 *
 * The test console: what to send, how it will look, Send, and the answer.
 *
 * Property: test-run (SevenTestRun, nullable).
 * Widget actions: test.send (asks first on a live gateway), test.stop, test.new-code, test.logto-code, test.copy-curl.
 * Signals: go (int: SevenRemedy): the person wants to mend something outside this pane; copied (string): something
 * is in the clipboard now, and what, in words.
 */
#define SEVEN_TYPE_TEST_PANE (seven_test_pane_get_type ())
G_DECLARE_FINAL_TYPE (SevenTestPane, seven_test_pane, SEVEN, TEST_PANE, AdwBin)

/**
 * seven_test_pane_send:
 * @self: a test pane
 *
 * Sends the test, after a question on a live gateway; does nothing while a send runs or something is missing.
 */
void seven_test_pane_send (SevenTestPane *self);
void seven_test_pane_focus_recipient (SevenTestPane *self);

/**
 * seven_test_pane_focus_send:
 * @self: a test pane
 *
 * Moves the focus to the button that sends the test.
 */
void seven_test_pane_focus_send (SevenTestPane *self);

G_END_DECLS
