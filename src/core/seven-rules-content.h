/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-rule-table.h"

G_BEGIN_DECLS

void seven_rule_content_empty (SevenRuleRun *run);
void seven_rule_content_placeholder (SevenRuleRun *run);
void seven_rule_code_near_miss (SevenRuleRun *run);
void seven_rule_code_missing (SevenRuleRun *run);
void seven_rule_placeholder_literal (SevenRuleRun *run);

SevenSplice *seven_mend_code_near_miss (const SevenCheck *check, const SevenProblem *problem);
SevenSplice *seven_mend_code_missing (const SevenCheck *check, const SevenProblem *problem);
SevenSplice *seven_mend_placeholder_literal (const SevenCheck *check, const SevenProblem *problem);

G_END_DECLS
