/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-rules-usage.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "seven-language.h"
#include "seven-mend.h"
#include "seven-rule-run.h"

/* Longer than any type that could be meant. */
#define MAX_NEAR_LENGTH 64

void
seven_rule_usage_empty (SevenRuleRun *run)
{
  gsize length;
  const char *usage = seven_template_text_get (run->text, &length);

  /* U+0001 stands for a NUL here. */
  while (*usage == '\1')
    usage++;
  if (*usage == '\0')
    seven_rule_run_report (run, _ ("Choose the flow that the template serves."),
        _ ("The usage type is empty, so Logto refuses the config at every send"));
}

static int
find_near (const SevenJsonValue *value, gboolean *case_alone)
{
  gsize length;
  const char *usage = seven_json_value_get_string (value, &length);
  int near = length <= MAX_NEAR_LENGTH ? seven_usage_find_near (usage, case_alone) : -1;

  /* A NUL is more than a difference in case. */
  *case_alone = near >= 0 && *case_alone && strlen (usage) == length;
  return near;
}

/* The first to claim a type that no template has gets it; for the others it is no longer free. */
static gboolean
claim (SevenRuleRun *run, int usage)
{
  guint bit = 1u << usage;

  if ((run->claimed_usages & bit) != 0 ||
      seven_config_find_template (run->config, seven_usage_get_name ((SevenUsageType) usage)) >= 0)
    return FALSE;
  run->claimed_usages |= bit;
  return TRUE;
}

void
seven_rule_usage_unknown (SevenRuleRun *run)
{
  g_autofree char *shown = NULL;
  g_autofree char *advice = NULL;
  gboolean case_alone;
  SevenProblem *problem;
  int near;

  if (run->usage >= 0)
    return;
  near = find_near (run->value, &case_alone);
  shown = seven_rule_show (run->value);
  advice = near < 0 ? g_strdup (_ ("Choose one of Logto’s usage types, or remove the template.")) :
                    /* Translators: %s is a usage type, such as SignIn. */
      g_strdup_printf (
          _ ("Write “%s” if that is what you mean."), seven_usage_get_name ((SevenUsageType) near));
  problem = seven_rule_run_report (
      run, advice, _ ("Logto has no usage type “%s”, so this template is never sent"), shown);
  if (near < 0)
    problem->fix = SEVEN_FIX_NONE;
  else if (case_alone && claim (run, near))
    problem->fix = SEVEN_FIX_SAFE;
}

void
seven_rule_usage_never_sent (SevenRuleRun *run)
{
  gboolean is_free = seven_config_find_template (run->config, seven_usage_get_name (SEVEN_USAGE_GENERIC)) < 0;
  SevenProblem *problem;

  if (run->usage < 0 || seven_usage_is_sent ((SevenUsageType) run->usage))
    return;
  problem = seven_rule_run_report (run,
      run->usage == SEVEN_USAGE_TEST && is_free
          ? _ ("Make it “Generic”, which is what Logto’s Test button asks for.")
          : _ ("Remove the template, or leave it: it does no harm."),
      /* Translators: %s is a usage type, such as Test. */
      _ ("Logto never sends an SMS of the type “%s”"), seven_usage_get_name ((SevenUsageType) run->usage));
  if (run->usage != SEVEN_USAGE_TEST || !is_free)
    problem->fix = SEVEN_FIX_NONE;
}

void
seven_rule_usage_duplicate (SevenRuleRun *run)
{
  const SevenConfigTemplate *item = seven_config_get_template (run->config, (guint) run->template_index);
  int first = seven_config_find_template (run->config, item->usage);
  g_autofree char *shown = NULL;
  SevenProblem *problem;

  if (!seven_template_text_is_faithful (run->text) || *item->usage == '\0' || first == run->template_index)
    return;
  shown = seven_rule_show (run->value);
  problem = seven_rule_run_report (run, _ ("Remove this template, or give it another usage type."),
      /* Translators: %s is a usage type, such as SignIn. */
      _ ("An earlier template is of the type “%s” too, and the connector uses that one"), shown);
  problem->child = (guint) run->template_index;
}

static SevenSeverity
weigh_uncovered (const SevenRuleRun *run, SevenUsageType usage)
{
  if ((run->options->flows & (1u << usage)) == 0)
    return SEVEN_SEVERITY_INFO;
  return seven_usage_is_essential (usage) ? SEVEN_SEVERITY_ERROR : SEVEN_SEVERITY_WARNING;
}

static void
report_uncovered (SevenRuleRun *run, SevenUsageType usage)
{
  SevenRange bracket = seven_json_value_get_range (run->value);
  /* Translators: %s is a usage type, such as SignIn. */
  g_autofree char *advice =
      g_strdup_printf (_ ("Add a template of the type “%s”."), seven_usage_get_name (usage));
  SevenProblem *problem;

  bracket.end = bracket.start + 1;
  problem =
      seven_rule_run_report_value (run, run->value, bracket, advice, "%s", seven_usage_get_failure (usage));
  problem->usage = (int) usage;
  problem->severity = weigh_uncovered (run, usage);
}

void
seven_rule_usage_uncovered (SevenRuleRun *run)
{
  for (guint i = 0; i < SEVEN_N_FLOWS; i++)
    if (seven_config_find_template (run->config, seven_usage_get_name ((SevenUsageType) i)) < 0)
      report_uncovered (run, (SevenUsageType) i);
}

SevenSplice *
seven_mend_usage_unknown (const SevenCheck *check, const SevenProblem *problem)
{
  gboolean case_alone;
  int near = find_near (problem->value, &case_alone);

  return near >= 0 ? seven_mend_string (check, problem, seven_usage_get_name ((SevenUsageType) near)) : NULL;
}

SevenSplice *
seven_mend_usage_never_sent (const SevenCheck *check, const SevenProblem *problem)
{
  return seven_mend_string (check, problem, seven_usage_get_name (SEVEN_USAGE_GENERIC));
}

SevenSplice *
seven_mend_usage_duplicate (const SevenCheck *check, const SevenProblem *problem)
{
  return seven_json_edit_remove_child (seven_config_get_json (check->config),
      seven_config_get_templates_value (check->config), problem->child);
}

static gboolean
has_problem (const SevenCheck *check, const SevenJsonValue *value)
{
  for (guint i = 0; i < check->problems->len; i++) {
    const SevenProblem *problem = g_ptr_array_index (check->problems, i);

    if (problem->value == value)
      return TRUE;
  }
  return FALSE;
}

/* The Generic text, where nothing is wrong with it: it is in the tenant's own words. */
static const char *
choose_text (const SevenCheck *check, SevenUsageType usage)
{
  int generic = seven_config_find_template (check->config, seven_usage_get_name (SEVEN_USAGE_GENERIC));
  const SevenConfigTemplate *item =
      generic >= 0 ? seven_config_get_template (check->config, (guint) generic) : NULL;

  if (item == NULL || item->content == NULL || has_problem (check, item->content_value))
    return seven_language_get_standard_text (seven_language_guess (check->config), usage);
  return item->content;
}

static gboolean
writes_content_first (const SevenConfig *config)
{
  const SevenConfigTemplate *first = seven_config_get_template (config, 0);

  return first != NULL && first->usage_value != NULL && first->content_value != NULL &&
      seven_json_value_get_index (first->content_value) < seven_json_value_get_index (first->usage_value);
}

SevenSplice *
seven_mend_usage_uncovered (const SevenCheck *check, const SevenProblem *problem)
{
  SevenUsageType usage = (SevenUsageType) problem->usage;
  g_autofree char *template = seven_mend_dup_template (
      seven_usage_get_name (usage), choose_text (check, usage), writes_content_first (check->config));

  return seven_json_edit_insert_element (
      seven_config_get_json (check->config), problem->value, G_MAXUINT, template);
}
