/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-test-run.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenTestBar:
 *
 * What a test costs and what speaks against it, and Send; while it runs, for how long, and Stop Waiting.
 *
 * Property: test-run (SevenTestRun, nullable). Its buttons activate the actions of the test pane around it.
 */
#define SEVEN_TYPE_TEST_BAR (seven_test_bar_get_type ())
G_DECLARE_FINAL_TYPE (SevenTestBar, seven_test_bar, SEVEN, TEST_BAR, AdwBin)

void seven_test_bar_focus_send (SevenTestBar *self);

G_END_DECLS
