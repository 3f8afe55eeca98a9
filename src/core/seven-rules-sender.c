/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-rules-sender.h"

#include <glib/gi18n-lib.h>

#include "seven-mend.h"
#include "seven-rule-run.h"
#include "seven-sender.h"

static SevenSender
inspect (const SevenRuleRun *run)
{
  return seven_sender_inspect (seven_template_text_get (run->text, NULL));
}

void
seven_rule_sender_not_string (SevenRuleRun *run)
{
  if (run->value != NULL && !seven_rule_run_is_kind (run, SEVEN_JSON_STRING))
    seven_rule_run_report (run, _ ("Write the sender in quotation marks, or remove “from”."),
        _ ("“from” is not a string, so the connector refuses the config"));
}

void
seven_rule_sender_missing (SevenRuleRun *run)
{
  if (run->value == NULL || seven_json_value_is_string (run->value, ""))
    /* Translators: “undefined” stays as it is. */
    seven_rule_run_report (run, _ ("Add “from” with the name people know you by."),
        _ ("There is no sender, so phones show “undefined” as the sender"));
}

void
seven_rule_sender_placeholder (SevenRuleRun *run)
{
  if (seven_config_is_placeholder (seven_template_text_get (run->text, NULL)))
    seven_rule_run_report (
        run, _ ("Enter the name people know you by."), _ ("The sender is still the placeholder"));
}

void
seven_rule_sender_blank (SevenRuleRun *run)
{
  if (inspect (run).blank)
    seven_rule_run_report (run, _ ("Give the sender at least one letter or digit."),
        _ ("Nothing is left of the sender once seven has removed spaces and signs"));
}

void
seven_rule_sender_too_long (SevenRuleRun *run)
{
  SevenSender sender = inspect (run);

  if (sender.too_long)
    seven_rule_run_report (run,
        _ ("Use at most 11 letters and digits, or a number with at most 16 characters."),
        ngettext ("The sender has %u character, and only %u are allowed",
            "The sender has %u characters, and only %u are allowed", sender.length),
        sender.length, sender.limit);
}

static char *
dup_stripped (const char *sender)
{
  g_autofree char *stripped = seven_sender_strip (sender);
  SevenSender after = seven_sender_inspect (stripped);

  if (*stripped == '\0' || after.blank || after.too_long || after.refused)
    return NULL;
  return g_steal_pointer (&stripped);
}

void
seven_rule_sender_character (SevenRuleRun *run)
{
  const char *text = seven_template_text_get (run->text, NULL);
  SevenSender sender = inspect (run);
  g_autofree char *stripped = NULL;
  g_autofree char *advice = NULL;
  SevenProblem *problem;

  if (!sender.refused)
    return;
  stripped = dup_stripped (text);
  advice = stripped != NULL ?
                            /* Translators: %s is the sender without the characters that are refused. */
      g_strdup_printf (_ ("Use letters and digits, for example “%s”."), stripped)
                            : g_strdup (_ ("Use letters without accents, and digits."));
  problem = seven_rule_run_report_piece (
      run, sender.refused_at, advice, _ ("The sender contains a character that seven refuses"));
  if (stripped == NULL)
    problem->fix = SEVEN_FIX_NONE;
}

void
seven_rule_sender_not_portable (SevenRuleRun *run)
{
  SevenSender sender = inspect (run);

  if (sender.portable || sender.refused)
    return;
  seven_rule_run_report (run,
      _ ("Use letters, digits, spaces and + - _ &, with at least one letter and no digit in front."),
      _ ("Some networks do not show this sender as it is"));
}

SevenSplice *
seven_mend_sender_not_string (const SevenCheck *check, const SevenProblem *problem)
{
  const SevenJsonValue *root = seven_json_value_get_parent (problem->value);

  return seven_json_edit_remove_child (
      seven_config_get_json (check->config), root, seven_json_value_get_index (problem->value));
}

SevenSplice *
seven_mend_sender_missing (const SevenCheck *check, const SevenProblem *problem)
{
  int key;

  if (seven_json_value_get_kind (problem->value) == SEVEN_JSON_STRING)
    return seven_mend_string (check, problem, SEVEN_CONFIG_SENDER_PLACEHOLDER);
  key = seven_json_value_find (problem->value, "apiKey");
  return seven_json_edit_insert_member (seven_config_get_json (check->config), problem->value,
      (guint) (key + 1), "from", "\"" SEVEN_CONFIG_SENDER_PLACEHOLDER "\"");
}

SevenSplice *
seven_mend_sender_character (const SevenCheck *check, const SevenProblem *problem)
{
  g_autofree char *stripped = dup_stripped (seven_json_value_get_string (problem->value, NULL));

  return stripped != NULL ? seven_mend_string (check, problem, stripped) : NULL;
}
