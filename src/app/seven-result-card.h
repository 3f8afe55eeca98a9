/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-test-run.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenResultCard:
 *
 * An answer in words: what it was, what Logto would have said, what to do next, what became of the SMS, and the
 * exchange as it was.
 *
 * Properties: result (SevenResult, nullable), exchange-shown (boolean).
 * Signal: go (int: SevenRemedy): the person wants to mend something.
 * Its copy button activates the action test.copy-curl of the pane around it.
 */
#define SEVEN_TYPE_RESULT_CARD (seven_result_card_get_type ())
G_DECLARE_FINAL_TYPE (SevenResultCard, seven_result_card, SEVEN, RESULT_CARD, AdwBin)

/**
 * seven_result_card_focus_heading:
 * @self: a result card
 *
 * Moves the focus to the heading, so that a screen reader speaks it.
 */
void seven_result_card_focus_heading (SevenResultCard *self);

G_END_DECLS
