/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SevenAdaptivePaned:
 *
 * Two columns with a divider that can be moved; one column where there is no room for two.
 *
 * Properties: start-child, end-child (GtkWidget), folded (boolean, read-only), threshold (int, pixels: narrower than
 * this it folds), end-visible (boolean: which of the two a folded paned shows), position (int, pixels, -1: the middle).
 */
#define SEVEN_TYPE_ADAPTIVE_PANED (seven_adaptive_paned_get_type ())
G_DECLARE_FINAL_TYPE (SevenAdaptivePaned, seven_adaptive_paned, SEVEN, ADAPTIVE_PANED, GtkWidget)

gboolean seven_adaptive_paned_get_folded (SevenAdaptivePaned *self);

G_END_DECLS
