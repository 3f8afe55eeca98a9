/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-rules-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "seven-mend.h"
#include "seven-rule-run.h"
#include "seven-syntax-fix.h"

/* Objects with more members than this are looked through by hash, and their names get no fix that must look at all. */
#define FEW_MEMBERS 16

typedef void (*Visit) (SevenRuleRun *run, const SevenJsonValue *value);

/* No deeper than SEVEN_JSON_MAX_DEPTH. */
static void
visit_all (SevenRuleRun *run, const SevenJsonValue *value, Visit visit)
{
  guint n_children = seven_json_value_get_n_children (value);

  visit (run, value);
  for (guint i = 0; i < n_children; i++) {
    const SevenJsonValue *name = seven_json_value_get_name (value, i);

    if (name != NULL)
      visit (run, name);
    visit_all (run, seven_json_value_get_child (value, i), visit);
  }
}

static const char *
get_syntax_advice (int code)
{
  switch (code) {
  case SEVEN_JSON_ERROR_EMPTY:
    return _ ("Paste a config, or begin with a new one.");
  case SEVEN_JSON_ERROR_BYTE_ORDER_MARK:
    return _ ("Remove the byte-order mark; nobody sees it, and Logto refuses it.");
  case SEVEN_JSON_ERROR_INVALID_UTF8:
    return _ ("Save the file as UTF-8.");
  case SEVEN_JSON_ERROR_COMMENT:
    return _ ("Remove the comment; JSON has none.");
  case SEVEN_JSON_ERROR_TRAILING_COMMA:
    return _ ("Remove the comma.");
  case SEVEN_JSON_ERROR_QUOTE:
    return _ ("Put straight double quotation marks around names and texts.");
  case SEVEN_JSON_ERROR_CONTROL_CHARACTER:
    /* Translators: \n and \t stay as they are. */
    return _ ("Write a line break in a text as \\n and a tab as \\t.");
  case SEVEN_JSON_ERROR_UNTERMINATED:
    return _ ("Complete the text; its end seems to be missing.");
  case SEVEN_JSON_ERROR_SECOND_VALUE:
    return _ ("Keep one value and remove the rest.");
  case SEVEN_JSON_ERROR_DEPTH:
  case SEVEN_JSON_ERROR_SIZE:
    return _ ("Check that this is the config of the connector.");
  default:
    return _ ("Correct the text at this place.");
  }
}

void
seven_rule_json_syntax (SevenRuleRun *run)
{
  int code = run->syntax_error->code;
  SevenProblem *problem = seven_rule_run_report_value (
      run, NULL, run->syntax_place, get_syntax_advice (code), "%s", run->syntax_error->message);

  problem->fix = seven_syntax_fix_get_kind (run->text_start, run->text_length, code);
}

SevenSplice *
seven_mend_json_syntax (const SevenCheck *check, const SevenProblem *problem)
{
  if (check->text == NULL)
    return NULL;
  return seven_syntax_fix (check->text, check->length, check->syntax_code, check->syntax_place);
}

static gboolean
equal_names (gconstpointer a, gconstpointer b)
{
  gsize length_a, length_b;
  const char *name_a = seven_json_value_get_string (a, &length_a);
  const char *name_b = seven_json_value_get_string (b, &length_b);

  return length_a == length_b && memcmp (name_a, name_b, length_a) == 0;
}

static guint
hash_name (gconstpointer value)
{
  gsize length;
  const char *name = seven_json_value_get_string (value, &length);
  guint hash = 5381;

  for (gsize i = 0; i < length; i++)
    hash = hash * 33 + (guchar) name[i];
  return hash;
}

static void
report_duplicate (SevenRuleRun *run, const SevenJsonValue *object, guint index)
{
  const SevenJsonValue *name = seven_json_value_get_name (object, index);
  g_autofree char *shown = seven_rule_show (name);
  SevenProblem *problem;

  /* Lone surrogates read alike and are not. */
  if (seven_string_has_lone_surrogate (run->json, name, NULL))
    return;
  problem = seven_rule_run_report_value (run, seven_json_value_get_child (object, index),
      seven_json_value_get_range (name), _ ("Keep the last one and remove the others."),
      /* Translators: %s is the name of a member of the JSON. */
      _ ("“%s” stands again further down, and only the last one counts"), shown);
  problem->child = index;
}

static gboolean
stands_later (const SevenJsonValue *object, guint index)
{
  const SevenJsonValue *name = seven_json_value_get_name (object, index);

  for (guint i = index + 1; i < seven_json_value_get_n_children (object); i++)
    if (equal_names (name, seven_json_value_get_name (object, i)))
      return TRUE;
  return FALSE;
}

static void
find_duplicates (SevenRuleRun *run, const SevenJsonValue *object)
{
  guint n_children = seven_json_value_get_n_children (object);
  g_autoptr (GHashTable) seen = NULL;

  if (seven_json_value_get_kind (object) != SEVEN_JSON_OBJECT)
    return;
  if (n_children > FEW_MEMBERS)
    seen = g_hash_table_new (hash_name, equal_names);
  for (guint i = n_children; i-- > 0;) {
    gpointer name = (gpointer) seven_json_value_get_name (object, i);

    if (seen != NULL ? !g_hash_table_add (seen, name) : stands_later (object, i))
      report_duplicate (run, object, i);
  }
}

void
seven_rule_json_duplicate_member (SevenRuleRun *run)
{
  visit_all (run, run->value, find_duplicates);
}

/* Every earlier one goes; the one behind each takes its place and its layout. */
SevenSplice *
seven_mend_json_duplicate_member (const SevenCheck *check, const SevenProblem *problem)
{
  const SevenJsonValue *object = seven_json_value_get_parent (problem->value);
  const SevenJsonValue *name = seven_json_value_get_name (object, problem->child);
  const char *text = seven_json_get_text (seven_config_get_json (check->config), NULL);
  g_autoptr (GString) kept = g_string_new (NULL);
  gsize start = G_MAXSIZE, end = 0;
  guint last = seven_json_value_get_n_children (object) - 1;

  while (!equal_names (name, seven_json_value_get_name (object, last)))
    last--;
  for (guint i = 0; i < last; i++) {
    const SevenJsonValue *next = seven_json_value_get_name (object, i + 1);
    gsize member = seven_json_value_get_range (seven_json_value_get_name (object, i)).start;

    if (!equal_names (name, seven_json_value_get_name (object, i)))
      continue;
    if (start == G_MAXSIZE)
      start = end = member;
    g_string_append_len (kept, text + end, (gssize) (member - end));
    end = seven_json_value_get_range (next).start;
  }
  return start < end ? seven_splice_new (start, end - start, kept->str) : NULL;
}

static gboolean
is_name (const SevenJsonValue *value)
{
  const SevenJsonValue *parent = seven_json_value_get_parent (value);

  return parent != NULL && seven_json_value_get_name (parent, seven_json_value_get_index (value)) == value;
}

static void
find_lone_surrogate (SevenRuleRun *run, const SevenJsonValue *value)
{
  SevenRange range;

  if (seven_string_has_lone_surrogate (run->json, value, &range))
    seven_rule_run_report_value (run, value, range, _ ("Remove the escape, or write the whole character."),
        /* Translators: a surrogate is one half of a character’s escape, such as \ud83d */
        _ ("Half of a character is escaped here: a surrogate without its partner"));
}

void
seven_rule_json_lone_surrogate (SevenRuleRun *run)
{
  visit_all (run, run->value, find_lone_surrogate);
}

/* Without its NULs a name may become one that counts. */
static gboolean
can_clean_name (const SevenJsonValue *name)
{
  static const char *const known[] = { "apiKey", "from", "templates", "usageType", "content", NULL };
  const SevenJsonValue *object = seven_json_value_get_parent (name);
  g_autoptr (GString) clean = g_string_new (NULL);
  gsize length;
  const char *string = seven_json_value_get_string (name, &length);

  for (gsize i = 0; i < length; i++)
    if (string[i] != '\0')
      g_string_append_c (clean, string[i]);
  return seven_json_value_get_n_children (object) <= FEW_MEMBERS && !g_strv_contains (known, clean->str) &&
      seven_json_value_find (object, clean->str) < 0;
}

static void
find_nul (SevenRuleRun *run, const SevenJsonValue *value)
{
  SevenRange range;
  SevenProblem *problem;

  if (!seven_string_has_nul (run->json, value, &range))
    return;
  problem = seven_rule_run_report_value (run, value, range, _ ("Remove it."),
      /* Translators: \u0000 stays as it is. */
      _ ("The text contains a NUL character (\\u0000), which Logto’s database refuses"));
  if (is_name (value) && !can_clean_name (value))
    problem->fix = SEVEN_FIX_NONE;
}

void
seven_rule_json_nul (SevenRuleRun *run)
{
  visit_all (run, run->value, find_nul);
}

SevenSplice *
seven_mend_json_nul (const SevenCheck *check, const SevenProblem *problem)
{
  SevenRange range = seven_json_value_get_range (problem->value);
  const char *text = seven_json_get_text (seven_config_get_json (check->config), NULL);
  const char *end = text + range.end;
  g_autoptr (GString) clean = g_string_sized_new (range.end - range.start);
  SevenSplice *splice;

  for (const char *p = text + range.start; p < end;) {
    gsize n_bytes = *p == '\\' ? 2 : 1;

    if (n_bytes == 2 && strncmp (p, "\\u0000", 6) == 0) {
      p += 6;
      continue;
    }
    g_string_append_len (clean, p, (gssize) n_bytes);
    p += n_bytes;
  }
  splice = seven_splice_between (text + range.start, range.end - range.start, clean->str, clean->len);
  if (splice != NULL)
    splice->offset += range.start;
  return splice;
}

void
seven_rule_not_an_object (SevenRuleRun *run)
{
  if (!seven_rule_run_is_kind (run, SEVEN_JSON_OBJECT))
    /* Translators: { stays as it is. */
    seven_rule_run_report (run, _ ("Begin the config with { and give it the members the connector reads."),
        _ ("The config is not a JSON object"));
}
