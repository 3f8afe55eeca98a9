/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-result.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenNextStep:
 *
 * What to do next after an answer: in words, with how long to wait, and a button where the program can do it.
 *
 * Properties: result (SevenResult, nullable).
 * Signal: go (int: SevenRemedy): the person wants to mend something.
 */
#define SEVEN_TYPE_NEXT_STEP (seven_next_step_get_type ())
G_DECLARE_FINAL_TYPE (SevenNextStep, seven_next_step, SEVEN, NEXT_STEP, AdwBin)

G_END_DECLS
