/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-rule-table.h"

G_BEGIN_DECLS

void seven_rule_sender_not_string (SevenRuleRun *run);
void seven_rule_sender_missing (SevenRuleRun *run);
void seven_rule_sender_placeholder (SevenRuleRun *run);
void seven_rule_sender_blank (SevenRuleRun *run);
void seven_rule_sender_too_long (SevenRuleRun *run);
void seven_rule_sender_character (SevenRuleRun *run);
void seven_rule_sender_not_portable (SevenRuleRun *run);

SevenSplice *seven_mend_sender_not_string (const SevenCheck *check, const SevenProblem *problem);
SevenSplice *seven_mend_sender_missing (const SevenCheck *check, const SevenProblem *problem);
SevenSplice *seven_mend_sender_character (const SevenCheck *check, const SevenProblem *problem);

G_END_DECLS
