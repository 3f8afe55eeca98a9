/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-rule-table.h"

G_BEGIN_DECLS

void seven_rule_templates_missing (SevenRuleRun *run);
void seven_rule_templates_not_array (SevenRuleRun *run);
void seven_rule_templates_empty (SevenRuleRun *run);
void seven_rule_template_not_object (SevenRuleRun *run);
void seven_rule_content_missing (SevenRuleRun *run);
void seven_rule_content_not_string (SevenRuleRun *run);
void seven_rule_usage_missing (SevenRuleRun *run);
void seven_rule_usage_not_string (SevenRuleRun *run);

SevenSplice *seven_mend_templates (const SevenCheck *check, const SevenProblem *problem);

G_END_DECLS
