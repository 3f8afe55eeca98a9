/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-undo-stack-private.h"

#include "seven-scrub.h"

static void
step_free (SevenUndoStep *step)
{
  seven_scrub_free_string (step->before);
  seven_scrub_free_string (step->after);
  g_free (step->label);
  g_free (step->field);
  g_free (step);
}

GPtrArray *
seven_undo_steps_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
}

SevenUndoStep *
seven_undo_step_new (
    gsize offset, const char *before, gsize before_length, const char *after, gsize after_length)
{
  SevenUndoStep *step = g_new0 (SevenUndoStep, 1);

  step->offset = offset;
  step->before = g_string_new_len (before, (gssize) before_length);
  step->after = g_string_new_len (after, (gssize) after_length);

  return step;
}

SevenUndoStack *
seven_undo_stack_new (void)
{
  SevenUndoStack *self = g_new0 (SevenUndoStack, 1);

  self->steps = seven_undo_steps_new ();
  self->sealed = TRUE;

  return self;
}

void
seven_undo_stack_free (SevenUndoStack *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/**
 * seven_undo_stack_clear:
 * @self: a stack
 *
 * Forgets all steps. The state gets a number of its own: it equals none from before.
 */
void
seven_undo_stack_clear (SevenUndoStack *self)
{
  g_ptr_array_set_size (self->steps, 0);
  self->n_done = 0;
  self->first_state = ++self->last_state;
  self->sealed = TRUE;
}

static SevenUndoStep *
get_top (const SevenUndoStack *self)
{
  return self->n_done > 0 ? g_ptr_array_index (self->steps, self->n_done - 1) : NULL;
}

/* Typing on: an insertion right behind what was typed last, or a deletion on either side of that place. */
static gboolean
continues (const SevenUndoStep *top, gsize offset, gsize removed, gsize inserted, const char *field)
{
  gsize end = top->offset + top->after->len;

  if (field == NULL || g_strcmp0 (top->field, field) != 0)
    return FALSE;
  if (removed == 0)
    return offset == end;
  return inserted == 0 ? offset + removed == end || offset == end
                       : offset == top->offset && offset + removed == end;
}

/* One step that does what both did: bytes of the first that the second takes away were never there before. */
static void
merge (SevenUndoStep *top, gsize offset, const char *before, gsize before_length, const char *after,
    gsize after_length)
{
  gsize old_end = top->offset + top->after->len;
  gsize end = offset + before_length;
  gsize head = offset < top->offset ? top->offset - offset : 0;
  gsize tail = end > old_end ? end - old_end : 0;
  gsize place;

  g_string_prepend_len (top->before, before, (gssize) head);
  g_string_append_len (top->before, before + (before_length - tail), (gssize) tail);
  top->offset -= head;
  place = offset - top->offset;
  g_string_erase (top->after, (gssize) place, (gssize) (before_length - head - tail));
  g_string_insert_len (top->after, (gssize) place, after, (gssize) after_length);
}

/**
 * seven_undo_stack_push:
 * @self: a stack
 * @offset: where, in bytes
 * @before: what stood there
 * @before_length: its length in bytes
 * @after: what stands there now
 * @after_length: its length in bytes
 * @field: (nullable): where was typed; %NULL: a step of its own
 * @label: (nullable): translated name of the step
 *
 * Adds a step that was just taken; those that were taken back are forgotten.
 */
void
seven_undo_stack_push (SevenUndoStack *self, gsize offset, const char *before, gsize before_length,
    const char *after, gsize after_length, const char *field, const char *label)
{
  SevenUndoStep *step = self->sealed ? NULL : get_top (self);

  g_ptr_array_set_size (self->steps, (int) self->n_done);
  if (step != NULL && continues (step, offset, before_length, after_length, field)) {
    merge (step, offset, before, before_length, after, after_length);
  } else {
    step = seven_undo_step_new (offset, before, before_length, after, after_length);
    g_ptr_array_add (self->steps, step);
    self->n_done++;
    step->field = g_strdup (field);
    step->label = g_strdup (label);
  }
  step->state = ++self->last_state;
  self->sealed = field == NULL;

  /* Typed and taken away again: the text is what it was before the step, so the step goes. */
  if (g_string_equal (step->before, step->after)) {
    g_ptr_array_set_size (self->steps, (int) --self->n_done);
    self->sealed = TRUE;
  }
}

/**
 * seven_undo_stack_seal:
 * @self: a stack
 *
 * Ends the step: what is typed next is another one.
 */
void
seven_undo_stack_seal (SevenUndoStack *self)
{
  self->sealed = TRUE;
}

/**
 * seven_undo_stack_peek_undo:
 * @self: a stack
 *
 * Returns: (transfer none) (nullable): the step that undo would take back
 */
const SevenUndoStep *
seven_undo_stack_peek_undo (const SevenUndoStack *self)
{
  return get_top (self);
}

/**
 * seven_undo_stack_peek_redo:
 * @self: a stack
 *
 * Returns: (transfer none) (nullable): the step that redo would take again
 */
const SevenUndoStep *
seven_undo_stack_peek_redo (const SevenUndoStack *self)
{
  return self->n_done < self->steps->len ? g_ptr_array_index (self->steps, self->n_done) : NULL;
}

/**
 * seven_undo_stack_undo:
 * @self: a stack with a step to take back
 *
 * Says that the step was taken back.
 */
void
seven_undo_stack_undo (SevenUndoStack *self)
{
  g_assert (self->n_done > 0);

  self->n_done--;
  self->sealed = TRUE;
}

/**
 * seven_undo_stack_redo:
 * @self: a stack with a step that was taken back
 *
 * Says that the step was taken again.
 */
void
seven_undo_stack_redo (SevenUndoStack *self)
{
  g_assert (self->n_done < self->steps->len);

  self->n_done++;
  self->sealed = TRUE;
}

/**
 * seven_undo_stack_get_state:
 * @self: a stack
 *
 * Returns: a number for the present text: the same whenever undo or redo come back to it
 */
guint64
seven_undo_stack_get_state (const SevenUndoStack *self)
{
  const SevenUndoStep *top = get_top (self);

  return top != NULL ? top->state : self->first_state;
}
