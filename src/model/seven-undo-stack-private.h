/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-undo-stack.h"

G_BEGIN_DECLS

struct _SevenUndoStack
{
  GPtrArray *steps;
  guint n_done; /* steps from here on were taken back */
  guint64 first_state; /* of the text before all steps */
  guint64 last_state; /* the latest number given out: no two states share one */
  gboolean sealed;
};

/* (transfer full) (element-type SevenUndoStep): what is freed is overwritten: keys are typed, too. */
GPtrArray *seven_undo_steps_new (void);
SevenUndoStep *seven_undo_step_new (
    gsize offset, const char *before, gsize before_length, const char *after, gsize after_length);

G_END_DECLS
