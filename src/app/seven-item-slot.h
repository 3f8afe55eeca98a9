/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-lazy-bin.h"

G_BEGIN_DECLS

/**
 * SevenItemSlot:
 *
 * The place of an item in a long list: its widget is made when it comes near the eye, and not before.
 */
#define SEVEN_TYPE_ITEM_SLOT (seven_item_slot_get_type ())
G_DECLARE_FINAL_TYPE (SevenItemSlot, seven_item_slot, SEVEN, ITEM_SLOT, SevenLazyBin)

/* Returns: (transfer none): a new widget */
typedef GtkWidget *(*SevenItemSlotFunc) (gpointer owner);

GtkWidget *seven_item_slot_new (int estimate, const char *property, SevenItemSlotFunc create, gpointer owner);
void seven_item_slot_set_item (SevenItemSlot *self, gpointer item);

G_END_DECLS
