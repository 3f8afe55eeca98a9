/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-rules-content.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "seven-code-scan.h"
#include "seven-mend.h"
#include "seven-rule-run.h"

void
seven_rule_content_empty (SevenRuleRun *run)
{
  gsize length;
  const char *string = seven_json_value_get_string (run->value, &length);

  if (seven_text_is_blank (string, length))
    seven_rule_run_report (run, _ ("Write a text with {{code}} in it."), _ ("The text is empty"));
}

void
seven_rule_content_placeholder (SevenRuleRun *run)
{
  if (seven_config_is_placeholder (seven_template_text_get (run->text, NULL)))
    seven_rule_run_report (run, _ ("Write a text with {{code}} in it."),
        _ ("The text is still the placeholder, and people would receive it as it stands"));
}

static SevenProblem *
report_near_miss (SevenRuleRun *run, const SevenCodeMiss *miss)
{
  const char *text = seven_template_text_get (run->text, NULL) + miss->range.start;
  g_autofree char *shown = seven_rule_show_text (text, miss->range.end - miss->range.start);

  if (miss->flaw == SEVEN_CODE_BRACES)
    /* Translators: {{code}} stays as it is. */
    return seven_rule_run_report_piece (run, miss->range, _ ("Write {{code}} with two braces on each side."),
        /* Translators: %s is a piece of a template, such as {{{code}}} */
        _ ("“%s” reaches the phone with braces around the code"), shown);
  return seven_rule_run_report_piece (run, miss->range,
      _ ("Write {{code}}, in small letters and without spaces."),
      /* Translators: %s is a piece of a template, such as {{ code }} */
      _ ("“%s” is not filled in and reaches the phone as it stands"), shown);
}

void
seven_rule_code_near_miss (SevenRuleRun *run)
{
  gsize length, position = 0;
  const char *text = seven_template_text_get (run->text, &length);
  SevenCodeMiss miss;

  for (guint i = 0; i < SEVEN_MAX_OCCURRENCES; i++) {
    SevenProblem *problem;

    if (!seven_code_scan_next (text, length, &position, &miss))
      return;
    problem = report_near_miss (run, &miss);
    if (seven_template_text_has_code (run->text))
      problem->severity = MAX (problem->severity, SEVEN_SEVERITY_WARNING);
    if (miss.flaw == SEVEN_CODE_SPACING && seven_template_text_is_faithful (run->text))
      problem->fix = SEVEN_FIX_SAFE;
  }
}

static const char *
get_appendix (const char *text, gsize length)
{
  return length > 0 && g_ascii_isspace (text[length - 1]) ? SEVEN_CODE_PLACEHOLDER
                                                          : " " SEVEN_CODE_PLACEHOLDER;
}

void
seven_rule_code_missing (SevenRuleRun *run)
{
  gsize length;
  const char *text = seven_template_text_get (run->text, &length);
  g_autofree char *mended = NULL;
  SevenProblem *problem;

  if (seven_template_text_has_code (run->text))
    return;
  problem = seven_rule_run_report (run, _ ("Put {{code}} where the code belongs."),
      /* Translators: {{code}} stays as it is. */
      _ ("The text has no {{code}}, so people receive no code"));
  problem->piece = (SevenRange){ length, length };
  mended = g_strconcat (text, get_appendix (text, length), NULL);
  if (!seven_text_is_sendable (mended) && seven_text_is_sendable (text))
    problem->fix = SEVEN_FIX_NONE;
}

static gboolean
is_space_or_mark (const char *p, const char *end)
{
  return p == end || *p == '\n' || *p == '\r' || (*p != '\0' && strchr (" .,;:!?", *p) != NULL);
}

/* The placeholder with one of the two blanks that would be left around nothing. */
static SevenRange
widen (const char *text, gsize length, SevenRange range)
{
  if (range.start > 0 && text[range.start - 1] == ' ' && is_space_or_mark (text + range.end, text + length))
    range.start--;
  else if (range.start == 0 && range.end < length && text[range.end] == ' ')
    range.end++;
  return range;
}

static void
report_literal (SevenRuleRun *run, const char *text, gsize length, SevenRange range)
{
  g_autofree char *shown = seven_rule_show_text (text + range.start, range.end - range.start);
  SevenRange piece = widen (text, length, range);
  g_autofree char *rest = seven_mend_dup_replaced (text, length, piece, "");
  SevenProblem *problem =
      seven_rule_run_report_piece (run, range, _ ("Remove it, or write what it stands for."),
          /* Translators: %s is a piece of a template, such as {{name}} */
          _ ("“%s” reaches the phone as it stands: the connector fills in {{code}} only"), shown);

  problem->piece = piece;
  if (seven_text_is_blank (rest, strlen (rest)) || seven_config_is_placeholder (rest))
    problem->fix = SEVEN_FIX_NONE;
}

void
seven_rule_placeholder_literal (SevenRuleRun *run)
{
  gsize length, position = 0;
  const char *text = seven_template_text_get (run->text, &length);
  SevenRange range;

  for (guint i = 0; i < SEVEN_MAX_OCCURRENCES; i++) {
    if (!seven_code_scan_next_literal (text, length, &position, &range))
      return;
    report_literal (run, text, length, range);
  }
}

/* Where the intention is certain, all of the text at once. */
SevenSplice *
seven_mend_code_near_miss (const SevenCheck *check, const SevenProblem *problem)
{
  gsize length;
  const char *text = seven_json_value_get_string (problem->value, &length);
  g_autofree char *mended = NULL;

  if (problem->fix != SEVEN_FIX_SAFE)
    return seven_mend_piece (check, problem, SEVEN_CODE_PLACEHOLDER);
  mended = seven_code_scan_mend_all (text, length, SEVEN_CODE_SPACING);
  return seven_mend_string (check, problem, mended);
}

SevenSplice *
seven_mend_code_missing (const SevenCheck *check, const SevenProblem *problem)
{
  gsize length;
  const char *text = seven_json_value_get_string (problem->value, &length);

  return seven_mend_piece (check, problem, get_appendix (text, length));
}

SevenSplice *
seven_mend_placeholder_literal (const SevenCheck *check, const SevenProblem *problem)
{
  return seven_mend_piece (check, problem, "");
}
