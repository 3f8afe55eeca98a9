/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-test-run.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenTestForm:
 *
 * What a test needs to know: gateway, recipient, template, code.
 *
 * Property: test-run (SevenTestRun, nullable). Its buttons activate the actions of the test pane around it.
 */
#define SEVEN_TYPE_TEST_FORM (seven_test_form_get_type ())
G_DECLARE_FINAL_TYPE (SevenTestForm, seven_test_form, SEVEN, TEST_FORM, AdwBin)

void seven_test_form_focus_recipient (SevenTestForm *self);

G_END_DECLS
