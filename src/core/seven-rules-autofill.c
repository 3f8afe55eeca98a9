/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-rules-autofill.h"

#include <glib/gi18n-lib.h>

#include "seven-autofill.h"
#include "seven-code-scan.h"
#include "seven-mend.h"
#include "seven-rule-run.h"

void
seven_rule_autofill_near_miss (SevenRuleRun *run)
{
  gsize length;
  const char *text = seven_template_text_get (run->text, &length);
  g_auto (SevenAutofill) autofill = { 0 };
  g_autofree char *advice = NULL;
  g_autofree char *mended = NULL;
  SevenProblem *problem;

  if (!seven_template_text_is_faithful (run->text))
    return;
  seven_autofill_inspect (text, length, &autofill);
  if (autofill.kind != SEVEN_AUTOFILL_NEAR)
    return;
  advice = g_strdup_printf (
      /* Translators: the line stays as it is; %s is the name of a site. */
      _ ("Make the last line “@%s #%s”, and nothing else."), autofill.host, SEVEN_CODE_PLACEHOLDER);
  problem = seven_rule_run_report_piece (run, autofill.line, advice,
      _ ("The last line is almost what phones need to fill the code in by themselves, but not quite"));
  mended = seven_mend_dup_replaced (text, length, autofill.line, autofill.mended);
  if (!seven_text_is_sendable (mended) && seven_text_is_sendable (text))
    problem->fix = SEVEN_FIX_NONE;
}

SevenSplice *
seven_mend_autofill_near_miss (const SevenCheck *check, const SevenProblem *problem)
{
  g_auto (SevenAutofill) autofill = { 0 };
  gsize length;
  const char *text = seven_json_value_get_string (problem->value, &length);

  seven_autofill_inspect (text, length, &autofill);
  return autofill.mended != NULL ? seven_mend_piece (check, problem, autofill.mended) : NULL;
}
