/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-rule-table.h"

G_BEGIN_DECLS

void seven_rule_api_key_missing (SevenRuleRun *run);
void seven_rule_api_key_not_string (SevenRuleRun *run);
void seven_rule_api_key_empty (SevenRuleRun *run);
void seven_rule_api_key_placeholder (SevenRuleRun *run);
void seven_rule_api_key_character (SevenRuleRun *run);
void seven_rule_api_key_whitespace (SevenRuleRun *run);

SevenSplice *seven_mend_api_key_missing (const SevenCheck *check, const SevenProblem *problem);
SevenSplice *seven_mend_api_key_whitespace (const SevenCheck *check, const SevenProblem *problem);

G_END_DECLS
