/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-rule-table.h"

G_BEGIN_DECLS

void seven_rule_usage_empty (SevenRuleRun *run);
void seven_rule_usage_unknown (SevenRuleRun *run);
void seven_rule_usage_never_sent (SevenRuleRun *run);
void seven_rule_usage_duplicate (SevenRuleRun *run);
void seven_rule_usage_uncovered (SevenRuleRun *run);

SevenSplice *seven_mend_usage_unknown (const SevenCheck *check, const SevenProblem *problem);
SevenSplice *seven_mend_usage_never_sent (const SevenCheck *check, const SevenProblem *problem);
SevenSplice *seven_mend_usage_duplicate (const SevenCheck *check, const SevenProblem *problem);
SevenSplice *seven_mend_usage_uncovered (const SevenCheck *check, const SevenProblem *problem);

G_END_DECLS
