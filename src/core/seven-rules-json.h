/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-rule-table.h"

G_BEGIN_DECLS

void seven_rule_json_syntax (SevenRuleRun *run);
void seven_rule_json_duplicate_member (SevenRuleRun *run);
void seven_rule_json_lone_surrogate (SevenRuleRun *run);
void seven_rule_json_nul (SevenRuleRun *run);
void seven_rule_not_an_object (SevenRuleRun *run);

SevenSplice *seven_mend_json_syntax (const SevenCheck *check, const SevenProblem *problem);
SevenSplice *seven_mend_json_duplicate_member (const SevenCheck *check, const SevenProblem *problem);
SevenSplice *seven_mend_json_nul (const SevenCheck *check, const SevenProblem *problem);

G_END_DECLS
