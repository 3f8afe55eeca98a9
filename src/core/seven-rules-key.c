/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-rules-key.h"

#include <glib/gi18n-lib.h>

#include "seven-mend.h"
#include "seven-rule-run.h"

void
seven_rule_api_key_missing (SevenRuleRun *run)
{
  if (run->value == NULL)
    seven_rule_run_report (run, _ ("Add “apiKey” with the API key of your seven account."),
        _ ("The config has no “apiKey”, so the connector refuses it"));
}

void
seven_rule_api_key_not_string (SevenRuleRun *run)
{
  if (run->value != NULL && !seven_rule_run_is_kind (run, SEVEN_JSON_STRING))
    seven_rule_run_report (run, _ ("Write the API key in quotation marks."),
        _ ("“apiKey” is not a string, so the connector refuses the config"));
}

/* A key of blanks alone is as good as none: nothing is left of it when it is sent. */
void
seven_rule_api_key_empty (SevenRuleRun *run)
{
  gsize length;
  const char *key = seven_template_text_get (run->text, &length);

  /* U+0001 stands for a NUL here. */
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (key[i]) && key[i] != '\1')
      return;
  seven_rule_run_report (
      run, _ ("Enter the API key of your seven account."), _ ("The API key is empty, so every send fails"));
}

void
seven_rule_api_key_placeholder (SevenRuleRun *run)
{
  if (!run->options->key_in_keyring &&
      seven_config_is_placeholder (seven_template_text_get (run->text, NULL)))
    seven_rule_run_report (run,
        _ ("Enter the API key of your seven account before you bring the config to Logto."),
        _ ("The API key is still the placeholder"));
}

void
seven_rule_api_key_character (SevenRuleRun *run)
{
  gsize length;
  const char *key = seven_template_text_get (run->text, &length);
  SevenRange fault;

  if (seven_config_find_api_key_fault (key, length, &fault))
    seven_rule_run_report_piece (run, fault, _ ("Copy the key again from your seven account."),
        _ ("The API key contains a character that cannot be sent in an HTTP header"));
}

void
seven_rule_api_key_whitespace (SevenRuleRun *run)
{
  gsize length;
  const char *key = seven_template_text_get (run->text, &length);
  SevenRange kept = seven_config_trim_api_key (key, length);

  if (kept.end - kept.start < length)
    seven_rule_run_report (run, _ ("Remove them; they are left out when the key is sent."),
        _ ("The API key has spaces or line breaks at its ends"));
}

SevenSplice *
seven_mend_api_key_missing (const SevenCheck *check, const SevenProblem *problem)
{
  return seven_json_edit_insert_member (seven_config_get_json (check->config), problem->value, 0, "apiKey",
      "\"" SEVEN_CONFIG_KEY_PLACEHOLDER "\"");
}

/* The rest of the key stays as it is written, whatever it is. */
SevenSplice *
seven_mend_api_key_whitespace (const SevenCheck *check, const SevenProblem *problem)
{
  SevenJson *json = seven_config_get_json (check->config);
  const char *text = seven_json_get_text (json, NULL);
  SevenRange whole = seven_json_value_get_range (problem->value);
  gsize length;
  const char *key = seven_json_value_get_string (problem->value, &length);
  SevenRange kept = seven_config_trim_api_key (key, length);
  SevenRange inside = seven_json_value_map_range (json, problem->value, kept.start, kept.end);
  g_autofree char *trimmed = g_strndup (text + inside.start, inside.end - inside.start);
  SevenSplice *splice = seven_splice_between (
      text + whole.start + 1, whole.end - whole.start - 2, trimmed, inside.end - inside.start);

  if (splice != NULL)
    splice->offset += whole.start + 1;
  return splice;
}
