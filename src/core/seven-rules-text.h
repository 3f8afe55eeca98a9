/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-rule-table.h"

G_BEGIN_DECLS

void seven_rule_text_unicode (SevenRuleRun *run);
void seven_rule_text_not_normalized (SevenRuleRun *run);
void seven_rule_text_line_ending (SevenRuleRun *run);
void seven_rule_text_too_long (SevenRuleRun *run);
void seven_rule_text_several_parts (SevenRuleRun *run);
void seven_rule_text_link (SevenRuleRun *run);
void seven_rule_text_minutes (SevenRuleRun *run);

SevenSplice *seven_mend_text_unicode (const SevenCheck *check, const SevenProblem *problem);
SevenSplice *seven_mend_text_not_normalized (const SevenCheck *check, const SevenProblem *problem);
SevenSplice *seven_mend_text_line_ending (const SevenCheck *check, const SevenProblem *problem);

G_END_DECLS
