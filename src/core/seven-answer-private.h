/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-answer.h"
#include "seven-json.h"

G_BEGIN_DECLS

/* Private to the readers of answers: the answer as JSON, where seven_answer_check() has nothing against it; else NULL
 * and its error. */
SevenJson *seven_answer_parse (const SevenExchange *exchange, GError **error);

G_END_DECLS
