/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-rules-templates.h"

#include <glib/gi18n-lib.h>

#include "seven-mend.h"
#include "seven-rule-run.h"

void
seven_rule_templates_missing (SevenRuleRun *run)
{
  if (run->value == NULL)
    seven_rule_run_report (run, _ ("Add a template for each flow of Logto."),
        _ ("The config has no “templates”, so the connector refuses it"));
}

void
seven_rule_templates_not_array (SevenRuleRun *run)
{
  if (run->value != NULL && !seven_rule_run_is_kind (run, SEVEN_JSON_ARRAY))
    /* Translators: the brackets stay as they are. */
    seven_rule_run_report (run, _ ("Write the templates as a list in [ ]."),
        _ ("“templates” is not a list, so the connector refuses the config"));
}

void
seven_rule_templates_empty (SevenRuleRun *run)
{
  if (seven_rule_run_is_kind (run, SEVEN_JSON_ARRAY) && seven_json_value_get_n_children (run->value) == 0)
    seven_rule_run_report (
        run, _ ("Add a template for each flow of Logto."), _ ("There are no templates, so every send fails"));
}

void
seven_rule_template_not_object (SevenRuleRun *run)
{
  if (!seven_rule_run_is_kind (run, SEVEN_JSON_OBJECT))
    seven_rule_run_report (run, _ ("Replace it by an object with “usageType” and “content”, or remove it."),
        _ ("This template is not an object, so the connector refuses the config"));
}

void
seven_rule_content_missing (SevenRuleRun *run)
{
  if (run->value == NULL)
    seven_rule_run_report (run, _ ("Add “content” with the text of the SMS."),
        _ ("This template has no “content”, so the connector refuses the config"));
}

void
seven_rule_content_not_string (SevenRuleRun *run)
{
  if (run->value != NULL && !seven_rule_run_is_kind (run, SEVEN_JSON_STRING))
    seven_rule_run_report (run, _ ("Write the text of the SMS in quotation marks."),
        _ ("“content” is not a string, so the connector refuses the config"));
}

void
seven_rule_usage_missing (SevenRuleRun *run)
{
  if (run->value == NULL)
    seven_rule_run_report (run, _ ("Add “usageType” with the flow that the template serves."),
        _ ("This template has no “usageType”, so the connector refuses the config"));
}

void
seven_rule_usage_not_string (SevenRuleRun *run)
{
  if (run->value != NULL && !seven_rule_run_is_kind (run, SEVEN_JSON_STRING))
    seven_rule_run_report (run, _ ("Write the usage type in quotation marks."),
        _ ("“usageType” is not a string, so the connector refuses the config"));
}

static char *
dup_standard_set (void)
{
  g_autoptr (GString) set = g_string_new ("[");

  for (guint i = 0; i < SEVEN_N_FLOWS; i++) {
    SevenUsageType usage = (SevenUsageType) i;
    g_autofree char *template =
        seven_mend_dup_template (seven_usage_get_name (usage), seven_usage_get_standard_text (usage), FALSE);

    g_string_append_printf (set, "%s%s", i > 0 ? ", " : "", template);
  }
  g_string_append_c (set, ']');
  return g_string_free (g_steal_pointer (&set), FALSE);
}

/* The standard set, whether the member is missing, something else, or empty. */
SevenSplice *
seven_mend_templates (const SevenCheck *check, const SevenProblem *problem)
{
  SevenJson *json = seven_config_get_json (check->config);
  g_autofree char *set = dup_standard_set ();

  if (seven_config_get_templates_value (check->config) == NULL)
    return seven_json_edit_insert_member (json, problem->value, G_MAXUINT, "templates", set);
  return seven_json_edit_replace (json, problem->value, set);
}
