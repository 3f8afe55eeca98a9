/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What an object's derived properties were when somebody was last told: so that each is told of when it reads
 * differently, and never else. Private to the model. */
typedef struct _SevenShown SevenShown;

/* Properties first to last - 1 of pspecs (static), as they read now. object: borrowed, frees this. */
SevenShown *seven_shown_new (GObject *object, GParamSpec *const *pspecs, guint first, guint last);
void seven_shown_free (SevenShown *self);
void seven_shown_refresh (SevenShown *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenShown, seven_shown_free)

G_END_DECLS
