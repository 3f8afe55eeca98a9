/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SevenLazyBin:
 *
 * The place of one thing in a long list. A GtkListView makes and measures widgets for two hundred items, of which a
 * window shows ten. This one sleeps, as high as it was told, until it comes near the visible part of the scrolled
 * window around it; only then a subclass makes the child.
 */
#define SEVEN_TYPE_LAZY_BIN (seven_lazy_bin_get_type ())
G_DECLARE_DERIVABLE_TYPE (SevenLazyBin, seven_lazy_bin, SEVEN, LAZY_BIN, GtkWidget)

struct _SevenLazyBinClass
{
  GtkWidgetClass parent_class;

  void (*wake) (SevenLazyBin *self);
};

GtkWidget *seven_lazy_bin_get_child (SevenLazyBin *self);
void seven_lazy_bin_set_child (SevenLazyBin *self, GtkWidget *child);
void seven_lazy_bin_set_estimate (SevenLazyBin *self, int estimate);

G_END_DECLS
