/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-lazy-bin.h"
#include "seven-template-row.h"

G_BEGIN_DECLS

/**
 * SevenTemplateSlot:
 *
 * The place of a card in the list; the card itself is made when its place comes near the eye.
 */
#define SEVEN_TYPE_TEMPLATE_SLOT (seven_template_slot_get_type ())
G_DECLARE_FINAL_TYPE (SevenTemplateSlot, seven_template_slot, SEVEN, TEMPLATE_SLOT, SevenLazyBin)

GtkWidget *seven_template_slot_new (SevenDocument *document);
SevenTemplateItem *seven_template_slot_get_item (SevenTemplateSlot *self);
void seven_template_slot_set_item (SevenTemplateSlot *self, SevenTemplateItem *item);

G_END_DECLS
