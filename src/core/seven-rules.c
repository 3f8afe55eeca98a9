/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-rules.h"

#include <string.h>

#include "seven-check-private.h"
#include "seven-rule-run.h"
#include "seven-syntax-fix.h"

static const SevenCheckOptions default_options = { .flows = SEVEN_FLOWS_ALL };

static int
compare (gsize a, gsize b)
{
  return a < b ? -1 : a > b;
}

static int
compare_problems (gconstpointer a, gconstpointer b)
{
  const SevenProblem *first = *(const SevenProblem *const *) a;
  const SevenProblem *second = *(const SevenProblem *const *) b;

  if (first->range.start != second->range.start)
    return compare (first->range.start, second->range.start);
  if (first->severity != second->severity)
    return compare (first->severity, second->severity);
  if (first->range.end != second->range.end)
    return compare (first->range.end, second->range.end);
  if (first->usage != second->usage)
    return compare ((gsize) first->usage, (gsize) second->usage);
  /* Rows of one table. */
  return compare ((gsize) first->rule, (gsize) second->rule);
}

/* One end of a problem. */
typedef struct
{
  gsize offset;
  SevenPosition *position;
} End;

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  return compare (((const End *) a)->offset, ((const End *) b)->offset);
}

static gboolean
ends_line (const char *text, gsize length, gsize at)
{
  return text[at] == '\n' || (text[at] == '\r' && (at + 1 == length || text[at + 1] != '\n'));
}

/* All in one pass: a line may be the whole text, and have thousands of problems. */
static void
locate_ends (GArray *ends, const char *text, gsize length)
{
  SevenPosition here = { 1, 1 };
  gsize at = 0;

  for (guint i = 0; i < ends->len; i++) {
    const End *end = &g_array_index (ends, End, i);

    for (; at < end->offset && at < length; at++)
      if (ends_line (text, length, at)) {
        here.line++;
        here.column = 1;
      } else {
        here.column += ((guchar) text[at] & 0xc0) != 0x80;
      }
    *end->position = here;
  }
}

static void
locate (GPtrArray *problems, const char *text, gsize length)
{
  g_autoptr (GArray) ends = g_array_sized_new (FALSE, FALSE, sizeof (End), 2 * problems->len);

  for (guint i = 0; i < problems->len; i++) {
    SevenProblem *problem = g_ptr_array_index (problems, i);
    End both[] = {
      { problem->range.start, &problem->start },
      { problem->range.end, &problem->end },
    };

    g_array_append_vals (ends, both, G_N_ELEMENTS (both));
  }
  g_array_sort (ends, compare_ends);
  locate_ends (ends, text, length);
}

/* A fault that can be mended needs its text again. */
static void
keep_syntax (SevenCheck *self, const SevenRuleRun *run)
{
  self->syntax_code = run->syntax_error->code;
  self->syntax_place = run->syntax_place;
  if (seven_syntax_fix_get_kind (run->text_start, run->text_length, self->syntax_code) == SEVEN_FIX_NONE)
    return;
  self->text = g_strndup (run->text_start, run->text_length);
  self->length = run->text_length;
}

SevenCheck *
seven_check_text (const char *text, gssize length, const SevenCheckOptions *options)
{
  SevenCheck *self;
  SevenRuleRun run = { .options = options != NULL ? options : &default_options };
  g_autoptr (GError) error = NULL;
  gsize n_bytes;

  g_return_val_if_fail (text != NULL, NULL);

  n_bytes = length < 0 ? strlen (text) : (gsize) length;
  self = g_new0 (SevenCheck, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->problems = g_ptr_array_new_with_free_func (g_object_unref);
  self->config = seven_config_parse (text, (gssize) n_bytes, &run.syntax_place, &error);
  run.text_start = text;
  run.text_length = n_bytes;
  run.problems = self->problems;
  run.config = self->config;
  run.json = self->config != NULL ? seven_config_get_json (self->config) : NULL;
  run.syntax_error = error;
  if (error != NULL)
    keep_syntax (self, &run);

  seven_rule_run_all (&run);
  g_ptr_array_sort (self->problems, compare_problems);
  locate (self->problems, text, n_bytes);
  for (guint i = 0; i < self->problems->len; i++)
    self->counts[((SevenProblem *) g_ptr_array_index (self->problems, i))->severity]++;
  return self;
}

SevenCheck *
seven_check_ref (SevenCheck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
seven_check_unref (SevenCheck *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->config, seven_config_unref);
  g_clear_pointer (&self->text, g_free);
  g_free (self);
}

SevenConfig *
seven_check_get_config (const SevenCheck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->config;
}

GPtrArray *
seven_check_get_problems (const SevenCheck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->problems;
}

guint
seven_check_count (const SevenCheck *self, SevenSeverity severity)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail ((guint) severity < G_N_ELEMENTS (self->counts), 0);

  return self->counts[severity];
}

int
seven_check_get_flow_template (const SevenCheck *self, SevenUsageType flow)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail ((guint) flow < SEVEN_N_USAGES, -1);

  return self->config != NULL ? seven_config_find_template (self->config, seven_usage_get_name (flow)) : -1;
}

guint
seven_check_count_covered_flows (const SevenCheck *self)
{
  guint n_covered = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < SEVEN_N_FLOWS; i++)
    n_covered += seven_check_get_flow_template (self, (SevenUsageType) i) >= 0;
  return n_covered;
}
