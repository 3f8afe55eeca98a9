/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What a callback is given that may come after its object has gone: a window that is kept until then would outlive its
 * parent, which GTK does not bear. Read with g_weak_ref_get(), freed with seven_weak_free(). */
GWeakRef *seven_weak_new (gpointer object);
void seven_weak_free (gpointer weak_ref);

typedef GWeakRef SevenWeak;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenWeak, seven_weak_free)

G_END_DECLS
