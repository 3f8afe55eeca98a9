/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-rule-table.h"

G_BEGIN_DECLS

void seven_rule_autofill_near_miss (SevenRuleRun *run);

SevenSplice *seven_mend_autofill_near_miss (const SevenCheck *check, const SevenProblem *problem);

G_END_DECLS
