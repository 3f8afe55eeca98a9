/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-rules-members.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "seven-mend.h"
#include "seven-rule-run.h"
#include "seven-sender.h"

/* The members that the connector reads, and what they have to be. */
typedef struct
{
  const char *name;
  SevenJsonKind kind;
  gboolean (*fits) (const char *string, gsize length); /* (nullable) */
} Member;

static gboolean
can_be_key (const char *string, gsize length)
{
  return !seven_config_find_api_key_fault (string, length, NULL);
}

static gboolean
can_be_sender (const char *string, gsize length)
{
  SevenSender sender = seven_sender_inspect (string);

  return strlen (string) == length &&
      (seven_config_is_placeholder (string) || !(sender.blank || sender.too_long || sender.refused));
}

static const Member root_members[] = {
  { "apiKey", SEVEN_JSON_STRING, can_be_key },
  { "from", SEVEN_JSON_STRING, can_be_sender },
  { "templates", SEVEN_JSON_ARRAY, NULL },
  { NULL },
};
static const Member template_members[] = {
  { "usageType", SEVEN_JSON_STRING, NULL },
  { "content", SEVEN_JSON_STRING, NULL },
  { NULL },
};

static const Member *
get_known (const SevenJsonValue *object)
{
  return seven_json_value_get_parent (object) == NULL ? root_members : template_members;
}

/* A character more, less or another, or two that changed places. */
static gboolean
is_one_edit_away (const char *a, const char *b)
{
  gsize length_a, length_b;

  while (*a != '\0' && *a == *b) {
    a++;
    b++;
  }
  length_a = strlen (a);
  length_b = strlen (b);
  while (length_a > 0 && length_b > 0 && a[length_a - 1] == b[length_b - 1]) {
    length_a--;
    length_b--;
  }
  if (length_a == 2 && length_b == 2)
    return a[0] == b[1] && a[1] == b[0];
  return length_a <= 1 && length_b <= 1;
}

/* The member that is meant, where it is not there in its right form; NULL for none. */
static const Member *
find_meant (const SevenJsonValue *object, const char *name)
{
  for (const Member *known = get_known (object); known->name != NULL; known++)
    if ((g_ascii_strcasecmp (name, known->name) == 0 || is_one_edit_away (name, known->name)) &&
        seven_json_value_find (object, known->name) < 0)
      return known;
  return NULL;
}

static gboolean
is_known (const SevenJsonValue *object, const SevenJsonValue *name)
{
  for (const Member *known = get_known (object); known->name != NULL; known++)
    if (seven_json_value_is_string (name, known->name))
      return TRUE;
  return FALSE;
}

/* Under its right name the member would be of the right kind, not empty, and no error of its own. */
static gboolean
can_be (const SevenJsonValue *value, const Member *meant)
{
  gsize length;
  const char *string;

  if (seven_json_value_get_kind (value) != meant->kind)
    return FALSE;
  if (meant->kind == SEVEN_JSON_ARRAY)
    return seven_json_value_get_n_children (value) > 0;
  string = seven_json_value_get_string (value, &length);
  return !seven_text_is_blank (string, length) && (meant->fits == NULL || meant->fits (string, length));
}

static void
report_unknown (SevenRuleRun *run, const SevenJsonValue *object, guint index)
{
  const SevenJsonValue *name = seven_json_value_get_name (object, index);
  const SevenJsonValue *value = seven_json_value_get_child (object, index);
  const Member *meant = find_meant (object, seven_json_value_get_string (name, NULL));
  g_autofree char *shown = seven_rule_show (name);
  g_autofree char *advice = meant == NULL ? g_strdup (_ ("Remove it, or leave it: it does no harm.")) :
                                          /* Translators: %s is the name of a member of the JSON. */
      g_strdup_printf (_ ("Rename it if you mean “%s”."), meant->name);
  SevenProblem *problem = seven_rule_run_report_value (run, value, seven_json_value_get_range (name), advice,
      _ ("The connector does not know “%s” and ignores it"), shown);

  problem->child = index;
  if (meant != NULL)
    problem->severity = SEVEN_SEVERITY_WARNING;
  if (meant == NULL || !can_be (value, meant))
    problem->fix = SEVEN_FIX_NONE;
}

void
seven_rule_member_unknown (SevenRuleRun *run)
{
  guint n_members = seven_json_value_get_n_children (run->value);

  for (guint i = 0; i < n_members; i++)
    if (!is_known (run->value, seven_json_value_get_name (run->value, i)))
      report_unknown (run, run->value, i);
}

SevenSplice *
seven_mend_member_unknown (const SevenCheck *check, const SevenProblem *problem)
{
  const SevenJsonValue *object = seven_json_value_get_parent (problem->value);
  const SevenJsonValue *name = seven_json_value_get_name (object, problem->child);
  const Member *meant = find_meant (object, seven_json_value_get_string (name, NULL));

  if (meant == NULL)
    return NULL;
  return seven_json_edit_rename_member (
      seven_config_get_json (check->config), object, problem->child, meant->name);
}
