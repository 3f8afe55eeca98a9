/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-rule-run.h"

#include <stdarg.h>
#include <string.h>

/* A subject is told apart from its scope: silences hold for all scopes of one subject. */
static void
begin_subject (SevenRuleRun *run, const SevenJsonValue *value, const SevenJsonValue *parent)
{
  run->value = value;
  run->parent = parent;
  run->n_silences = 0;
}

static gboolean
names_rule (const char *list, const char *name)
{
  gsize length = strlen (name);
  const char *p = list;

  if (g_str_equal (list, "*"))
    return TRUE;
  while ((p = strstr (p, name)) != NULL) {
    if ((p == list || p[-1] == ' ') && (p[length] == ' ' || p[length] == '\0'))
      return TRUE;
    p += length;
  }
  return FALSE;
}

static gboolean
is_silenced (const SevenRuleRun *run, const SevenRule *rule)
{
  for (guint i = 0; i < run->n_silences; i++)
    if (names_rule (run->silences[i], rule->name))
      return TRUE;
  return FALSE;
}

static void
ask_rules (SevenRuleRun *run, SevenRuleScope scope)
{
  guint n_rules;
  const SevenRule *rules = seven_rule_table_get (&n_rules);

  /* The table is in the order of scopes. */
  for (guint i = 0; i < n_rules && rules[i].scope <= scope; i++) {
    guint n_before = run->problems->len;

    if (rules[i].scope != scope || is_silenced (run, &rules[i]))
      continue;
    run->rule = &rules[i];
    run->rule->check (run);
    if (run->problems->len > n_before && run->rule->silences != NULL && run->n_silences < SEVEN_MAX_SILENCES)
      run->silences[run->n_silences++] = run->rule->silences;
  }
}

gboolean
seven_rule_run_is_kind (const SevenRuleRun *run, SevenJsonKind kind)
{
  return run->value != NULL && seven_json_value_get_kind (run->value) == kind;
}

/* A subject that may be missing, of another kind, or a string. */
static void
ask_about_string (SevenRuleRun *run, const SevenJsonValue *value, const SevenJsonValue *parent,
    SevenRuleScope value_scope, SevenRuleScope scope)
{
  begin_subject (run, value, parent);
  if (!seven_rule_run_is_kind (run, SEVEN_JSON_STRING)) {
    ask_rules (run, value_scope);
    return;
  }
  run->text = seven_template_text_new (run->json, value);
  ask_rules (run, value_scope);
  ask_rules (run, scope);
  g_clear_pointer (&run->text, seven_template_text_free);
}

static gboolean
has_nul (const SevenJsonValue *string)
{
  gsize length;
  const char *text = seven_json_value_get_string (string, &length);

  return strlen (text) != length;
}

static void
find_type (SevenRuleRun *run, const SevenConfigTemplate *item)
{
  run->usage = -1;
  run->sent = FALSE;
  if (item->usage == NULL || has_nul (item->usage_value))
    return;
  run->usage = seven_usage_find (item->usage);
  run->sent = run->usage >= 0 && seven_usage_is_sent ((SevenUsageType) run->usage) &&
      seven_config_find_template (run->config, item->usage) == run->template_index;
}

static void
ask_about_template (SevenRuleRun *run, const SevenConfigTemplate *item)
{
  begin_subject (run, item->value, run->parent);
  ask_rules (run, SEVEN_SCOPE_TEMPLATE);
  if (!seven_rule_run_is_kind (run, SEVEN_JSON_OBJECT))
    return;

  find_type (run, item);
  begin_subject (run, item->value, item->value);
  ask_rules (run, SEVEN_SCOPE_MEMBERS);
  ask_about_string (run, item->usage_value, item->value, SEVEN_SCOPE_USAGE_VALUE, SEVEN_SCOPE_USAGE);
  ask_about_string (run, item->content_value, item->value, SEVEN_SCOPE_CONTENT_VALUE, SEVEN_SCOPE_CONTENT);
}

static void
ask_about_templates (SevenRuleRun *run, const SevenJsonValue *root)
{
  guint n_templates = seven_config_get_n_templates (run->config);

  begin_subject (run, seven_config_get_templates_value (run->config), root);
  ask_rules (run, SEVEN_SCOPE_TEMPLATES);
  for (guint i = 0; i < n_templates; i++) {
    run->template_index = (int) i;
    ask_about_template (run, seven_config_get_template (run->config, i));
  }
  run->template_index = -1;
}

static void
ask_about_config (SevenRuleRun *run)
{
  const SevenJsonValue *root = seven_json_get_root (run->json);

  begin_subject (run, root, root);
  ask_rules (run, SEVEN_SCOPE_TREE);
  ask_rules (run, SEVEN_SCOPE_ROOT);
  if (!seven_rule_run_is_kind (run, SEVEN_JSON_OBJECT))
    return;

  begin_subject (run, root, root);
  ask_rules (run, SEVEN_SCOPE_MEMBERS);
  ask_about_string (
      run, seven_config_get_api_key_value (run->config), root, SEVEN_SCOPE_KEY_VALUE, SEVEN_SCOPE_KEY);
  ask_about_string (
      run, seven_config_get_sender_value (run->config), root, SEVEN_SCOPE_SENDER_VALUE, SEVEN_SCOPE_SENDER);
  ask_about_templates (run, root);
}

void
seven_rule_run_all (SevenRuleRun *run)
{
  run->template_index = -1;
  run->usage = -1;
  if (run->config != NULL)
    ask_about_config (run);
  else
    ask_rules (run, SEVEN_SCOPE_SYNTAX);
}

static gboolean
is_about_content (const SevenRule *rule)
{
  return rule->scope == SEVEN_SCOPE_CONTENT;
}

static SevenProblem *
add_problem (
    SevenRuleRun *run, const SevenJsonValue *value, SevenRange range, char *message, const char *advice)
{
  char *pointer = value != NULL ? seven_json_dup_pointer (run->json, value) : g_strdup ("");
  SevenProblem *problem = seven_problem_new (run->rule, pointer, range, message, advice);

  problem->value = value;
  problem->template_index = run->template_index;
  /* Nobody receives what Logto never sends. */
  if (is_about_content (run->rule) && !run->sent)
    problem->severity = SEVEN_SEVERITY_INFO;
  g_ptr_array_add (run->problems, problem);
  return problem;
}

static SevenRange
get_bracket (const SevenJsonValue *parent)
{
  SevenRange range = seven_json_value_get_range (parent);

  range.end = range.start + 1;
  return range;
}

SevenProblem *
seven_rule_run_report (SevenRuleRun *run, const char *advice, const char *format, ...)
{
  char *message;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (run->value == NULL)
    return add_problem (run, run->parent, get_bracket (run->parent), message, advice);
  return add_problem (run, run->value, seven_json_value_get_range (run->value), message, advice);
}

SevenProblem *
seven_rule_run_report_piece (SevenRuleRun *run, SevenRange piece, const char *advice, const char *format, ...)
{
  SevenRange range = seven_json_value_map_range (run->json, run->value, piece.start, piece.end);
  SevenProblem *problem;
  char *message;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  problem = add_problem (run, run->value, range, message, advice);
  problem->piece = piece;
  return problem;
}

SevenProblem *
seven_rule_run_report_value (SevenRuleRun *run, const SevenJsonValue *value, SevenRange range,
    const char *advice, const char *format, ...)
{
  char *message;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return add_problem (run, value, range, message, advice);
}

char *
seven_rule_show_text (const char *text, gsize length)
{
  const guint limit = 40;
  g_autoptr (GString) shown = g_string_new (NULL);
  guint n_characters = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (n_characters++ == limit) {
      g_string_append (shown, "…");
      break;
    }
    if (g_unichar_isprint (c))
      g_string_append_unichar (shown, c);
    else
      g_string_append_printf (shown, "\\u%04x", c);
  }
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

char *
seven_rule_show (const SevenJsonValue *string)
{
  gsize length;
  const char *text = seven_json_value_get_string (string, &length);

  return seven_rule_show_text (text, length);
}
