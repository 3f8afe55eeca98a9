/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-rules.h"

#include <string.h>

#include "seven-check-private.h"
#include "seven-problem-private.h"

/* Each round does one safe fix of every value that has any, and a value has few; this only guards against a pair of
 * rules that would undo each other. */
#define MAX_ROUNDS 64

SevenSplice *
seven_check_fix (const SevenCheck *self, SevenProblem *problem)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (SEVEN_IS_PROBLEM (problem), NULL);

  if ((problem->fix != SEVEN_FIX_SAFE && problem->fix != SEVEN_FIX_OFFER) || problem->rule->mend == NULL ||
      !g_ptr_array_find (self->problems, problem, NULL))
    return NULL;
  return problem->rule->mend (self, problem);
}

/* What is being done about a value, and by which rule. */
typedef struct
{
  const SevenRule *rule;
  SevenSplice *splice; /* (nullable) */
} Mending;

static Mending *
begin_mending (const SevenCheck *self, const SevenProblem *problem)
{
  Mending *mending = g_new (Mending, 1);

  mending->rule = problem->rule;
  mending->splice = problem->rule->mend (self, problem);
  return mending;
}

static int
compare_splices (gconstpointer a, gconstpointer b)
{
  const SevenSplice *first = *(SevenSplice *const *) a;
  const SevenSplice *second = *(SevenSplice *const *) b;

  return first->offset < second->offset ? -1 : first->offset > second->offset;
}

/* One splice for each value, so that every further fix sees what the last one has made of it; it may mend several
 * problems of its rule. Values do not overlap: safe fixes are about strings, or about a text that is no JSON. */
static GPtrArray *
collect_splices (const SevenCheck *self, guint *n_fixed)
{
  g_autoptr (GHashTable) mendings = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GPtrArray *splices = g_ptr_array_new_with_free_func ((GDestroyNotify) seven_splice_free);

  for (guint i = 0; i < self->problems->len; i++) {
    const SevenProblem *problem = g_ptr_array_index (self->problems, i);
    Mending *mending;

    if (problem->fix != SEVEN_FIX_SAFE)
      continue;
    mending = g_hash_table_lookup (mendings, problem->value);
    if (mending == NULL) {
      mending = begin_mending (self, problem);
      g_hash_table_insert (mendings, (gpointer) problem->value, mending);
      if (mending->splice != NULL)
        g_ptr_array_add (splices, mending->splice);
    }
    if (mending->splice != NULL && mending->rule == problem->rule)
      *n_fixed += 1;
  }
  g_ptr_array_sort (splices, compare_splices);
  return splices;
}

static char *
apply_splices (GPtrArray *splices, const char *text, gsize length)
{
  g_autoptr (GString) mended = g_string_sized_new (length);
  gsize copied = 0;

  for (guint i = 0; i < splices->len; i++) {
    const SevenSplice *splice = g_ptr_array_index (splices, i);

    g_string_append_len (mended, text + copied, (gssize) (splice->offset - copied));
    g_string_append (mended, splice->inserted);
    copied = splice->offset + splice->removed;
  }
  g_string_append_len (mended, text + copied, (gssize) (length - copied));
  return g_string_free (g_steal_pointer (&mended), FALSE);
}

static const char *
get_text (const SevenCheck *self, gsize *length)
{
  if (self->config != NULL)
    return seven_json_get_text (seven_config_get_json (self->config), length);
  *length = self->length;
  return self->text;
}

char *
seven_check_fix_all_safe (const SevenCheck *self, const SevenCheckOptions *options, guint *n_fixed)
{
  g_autoptr (SevenCheck) check = NULL;
  g_autofree char *mended = NULL;
  guint n = 0;

  g_return_val_if_fail (self != NULL, NULL);

  check = seven_check_ref ((SevenCheck *) self);
  for (guint round = 0; round < MAX_ROUNDS; round++) {
    g_autoptr (GPtrArray) splices = collect_splices (check, &n);
    gsize length;
    const char *text = get_text (check, &length);

    if (splices->len == 0)
      break;
    g_clear_pointer (&mended, g_free);
    mended = apply_splices (splices, text, length);
    seven_check_unref (check);
    check = seven_check_text (mended, -1, options);
  }
  if (n_fixed != NULL)
    *n_fixed = n;
  return g_steal_pointer (&mended);
}
