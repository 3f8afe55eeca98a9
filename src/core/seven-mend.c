/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-mend.h"

#include "seven-language.h"

#include <string.h>

static SevenJson *
get_json (const SevenCheck *check)
{
  return seven_config_get_json (check->config);
}

SevenSplice *
seven_mend_piece (const SevenCheck *check, const SevenProblem *problem, const char *string)
{
  SevenRange range =
      seven_json_value_map_range (get_json (check), problem->value, problem->piece.start, problem->piece.end);
  g_autofree char *quoted = seven_json_quote (string, -1);

  quoted[strlen (quoted) - 1] = '\0';
  return seven_splice_new (range.start, range.end - range.start, quoted + 1);
}

SevenSplice *
seven_mend_string (const SevenCheck *check, const SevenProblem *problem, const char *string)
{
  return seven_json_edit_set_string (get_json (check), problem->value, string, -1);
}

SevenSplice *
seven_mend_standard_text (const SevenCheck *check, const SevenProblem *problem)
{
  const SevenConfigTemplate *item =
      seven_config_get_template (check->config, (guint) problem->template_index);
  int usage = item != NULL ? seven_usage_find (item->usage) : -1;

  return seven_mend_string (check, problem,
      seven_language_get_standard_text (
          seven_language_guess (check->config), usage >= 0 ? (SevenUsageType) usage : SEVEN_USAGE_GENERIC));
}

char *
seven_mend_dup_replaced (const char *text, gsize length, SevenRange piece, const char *string)
{
  g_autoptr (GString) replaced = g_string_sized_new (length);

  g_string_append_len (replaced, text, (gssize) piece.start);
  g_string_append (replaced, string);
  g_string_append_len (replaced, text + piece.end, (gssize) (length - piece.end));
  return g_string_free (g_steal_pointer (&replaced), FALSE);
}

char *
seven_mend_dup_template (const char *usage, const char *content, gboolean content_first)
{
  g_autofree char *quoted_usage = seven_json_quote (usage, -1);
  g_autofree char *quoted_content = seven_json_quote (content, -1);

  if (content_first)
    return g_strdup_printf ("{\"content\": %s, \"usageType\": %s}", quoted_content, quoted_usage);
  return g_strdup_printf ("{\"usageType\": %s, \"content\": %s}", quoted_usage, quoted_content);
}
