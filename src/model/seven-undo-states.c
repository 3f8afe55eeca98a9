/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-undo-stack-private.h"

#include "seven-scrub.h"
#include "seven-splice.h"

static const SevenUndoStep *
get_step (const SevenUndoStack *self, guint index)
{
  return g_ptr_array_index (self->steps, index);
}

/* The number of a text by how many steps lead to it. */
static guint64
get_state (const SevenUndoStack *self, guint index)
{
  return index > 0 ? get_step (self, index - 1)->state : self->first_state;
}

/* The oldest steps go first; then those that were taken back, from the far end. */
static void
drop_steps (SevenUndoStack *self, gsize present, gsize limit)
{
  gsize sum = present;
  gsize length = present;
  guint first = self->n_done;
  guint end = self->n_done;

  for (; first > 0; first--, sum += length) {
    length = length - get_step (self, first - 1)->after->len + get_step (self, first - 1)->before->len;
    if (sum + length > limit)
      break;
  }
  length = present;
  for (; end < self->steps->len; end++, sum += length) {
    length = length - get_step (self, end)->before->len + get_step (self, end)->after->len;
    if (sum + length > limit)
      break;
  }
  g_ptr_array_set_size (self->steps, (int) end);
  self->first_state = get_state (self, first);
  if (first > 0)
    g_ptr_array_remove_range (self->steps, 0, first);
  self->n_done -= first;
}

static GString *
dup_string (const GString *string)
{
  return g_string_new_len (string->str, (gssize) string->len);
}

/* (transfer full): the text with bytes replaced. */
static GString *
replace (const GString *text, gsize offset, const GString *removed, const GString *inserted)
{
  GString *replaced = g_string_sized_new (text->len + inserted->len);

  g_string_append_len (replaced, text->str, (gssize) offset);
  g_string_append_len (replaced, inserted->str, (gssize) inserted->len);
  g_string_append_len (
      replaced, text->str + offset + removed->len, (gssize) (text->len - offset - removed->len));

  return replaced;
}

/**
 * seven_undo_stack_dup_states:
 * @self: a stack
 * @present: the present text
 * @limit: how many bytes the texts may have together
 *
 * Goes all the way back and forth. Where the texts are more than @limit bytes, the oldest steps are dropped.
 *
 * Returns: (transfer full) (element-type GString): all texts in their order, the present one among them
 */
GPtrArray *
seven_undo_stack_dup_states (SevenUndoStack *self, const GString *present, gsize limit)
{
  GPtrArray *states = g_ptr_array_new_with_free_func ((GDestroyNotify) seven_scrub_free_string);

  drop_steps (self, present->len, limit);
  g_ptr_array_set_size (states, (int) self->steps->len + 1);
  states->pdata[self->n_done] = dup_string (present);
  for (guint i = self->n_done; i-- > 0;) {
    const SevenUndoStep *step = get_step (self, i);

    states->pdata[i] = replace (states->pdata[i + 1], step->offset, step->after, step->before);
  }
  for (guint i = self->n_done; i < self->steps->len; i++) {
    const SevenUndoStep *step = get_step (self, i);

    states->pdata[i + 1] = replace (states->pdata[i], step->offset, step->before, step->after);
  }

  return states;
}

/**
 * seven_undo_stack_get_position:
 * @self: a stack
 *
 * Returns: which of seven_undo_stack_dup_states() is the present text
 */
guint
seven_undo_stack_get_position (const SevenUndoStack *self)
{
  return self->n_done;
}

/* A step from one text to the next, called as the old one was. */
static SevenUndoStep *
make_step (const SevenUndoStep *old, const GString *before, const GString *after)
{
  gsize head;
  gsize tail;
  SevenUndoStep *step;

  seven_splice_measure (before->str, before->len, after->str, after->len, &head, &tail);
  step = seven_undo_step_new (
      head, before->str + head, before->len - head - tail, after->str + head, after->len - head - tail);
  step->label = g_strdup (old->label);
  step->field = g_strdup (old->field);

  return step;
}

/* The number of texts from @first on that read the same by now: that of one that reads as it did before, the saved one
 * before others; else a new one, since nothing that was saved reads like them. */
static guint64
number_states (SevenUndoStack *self, GPtrArray *states, GPtrArray *rewritten, guint first, guint end,
    guint64 saved_state)
{
  guint kept = end;

  for (guint i = first; i < end; i++) {
    if (!g_string_equal (states->pdata[i], rewritten->pdata[i]))
      continue;
    if (kept == end || get_state (self, i) == saved_state)
      kept = i;
  }

  return kept < end ? get_state (self, kept) : ++self->last_state;
}

/**
 * seven_undo_stack_rewrite:
 * @self: a stack
 * @states: (element-type GString): all texts, as seven_undo_stack_dup_states() has given them
 * @rewritten: (element-type GString): what each of them reads like from now on
 * @saved_state: the number of the text that was saved
 *
 * Makes steps anew that lead from each rewritten text to the next. Steps between texts that have become the same are
 * no more. The number of a text that has changed is another one, so that it does not pass for the one that was saved.
 */
void
seven_undo_stack_rewrite (SevenUndoStack *self, GPtrArray *states, GPtrArray *rewritten, guint64 saved_state)
{
  g_autoptr (GPtrArray) old = NULL;
  GPtrArray *steps = seven_undo_steps_new ();
  guint64 first_state = 0;
  guint n_done = 0;

  g_return_if_fail (states->len == self->steps->len + 1 && rewritten->len == states->len);

  for (guint first = 0, end; first < states->len; first = end) {
    guint64 number;

    end = first + 1;
    while (end < states->len && g_string_equal (rewritten->pdata[first], rewritten->pdata[end]))
      end++;
    number = number_states (self, states, rewritten, first, end, saved_state);
    if (first == 0) {
      first_state = number;
    } else {
      SevenUndoStep *step =
          make_step (get_step (self, first - 1), rewritten->pdata[first - 1], rewritten->pdata[first]);

      step->state = number;
      g_ptr_array_add (steps, step);
    }
    if (first <= self->n_done)
      n_done = steps->len;
  }

  old = g_steal_pointer (&self->steps);
  self->steps = steps;
  self->first_state = first_state;
  self->n_done = n_done;
  self->sealed = TRUE;
}
