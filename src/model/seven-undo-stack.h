/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One step: at @offset the bytes @before became the bytes @after. Both may hold NUL. */
typedef struct
{
  gsize offset;
  GString *before;
  GString *after;
  char *label; /* (nullable) translated, for the menu */
  char *field; /* (nullable) where was typed: only typing in the same place merges */
  guint64 state; /* which state of the text this step leads to */
} SevenUndoStep;

/* The steps that led to a text, and those that were taken back. Private to the document. */
typedef struct _SevenUndoStack SevenUndoStack;

SevenUndoStack *seven_undo_stack_new (void);
void seven_undo_stack_free (SevenUndoStack *self);
void seven_undo_stack_clear (SevenUndoStack *self);
/* before and after borrowed. */
void seven_undo_stack_push (SevenUndoStack *self, gsize offset, const char *before, gsize before_length,
    const char *after, gsize after_length, const char *field, const char *label);
void seven_undo_stack_seal (SevenUndoStack *self);
const SevenUndoStep *seven_undo_stack_peek_undo (const SevenUndoStack *self);
const SevenUndoStep *seven_undo_stack_peek_redo (const SevenUndoStack *self);
void seven_undo_stack_undo (SevenUndoStack *self);
void seven_undo_stack_redo (SevenUndoStack *self);
guint64 seven_undo_stack_get_state (const SevenUndoStack *self);

/* seven-undo-states.c */
/* (transfer full) (element-type GString): every text that undo and redo lead to, in their order; wiped when freed. */
GPtrArray *seven_undo_stack_dup_states (SevenUndoStack *self, const GString *present, gsize limit);
/* Which of them the present one is. */
guint seven_undo_stack_get_position (const SevenUndoStack *self);
void
seven_undo_stack_rewrite (SevenUndoStack *self, GPtrArray *states, GPtrArray *rewritten, guint64 saved_state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenUndoStack, seven_undo_stack_free)

G_END_DECLS
