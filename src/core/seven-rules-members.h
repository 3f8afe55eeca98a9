/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-rule-table.h"

G_BEGIN_DECLS

void seven_rule_member_unknown (SevenRuleRun *run);

SevenSplice *seven_mend_member_unknown (const SevenCheck *check, const SevenProblem *problem);

G_END_DECLS
