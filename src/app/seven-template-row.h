/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenTemplateRow:
 *
 * The card of one template: usage type, text, its size, its problems, and a menu.
 *
 * Properties: document (SevenDocument, construct-only), item (SevenTemplateItem, nullable: the card may be used again
 * for another template).
 */
#define SEVEN_TYPE_TEMPLATE_ROW (seven_template_row_get_type ())
G_DECLARE_FINAL_TYPE (SevenTemplateRow, seven_template_row, SEVEN, TEMPLATE_ROW, GtkWidget)

GtkWidget *seven_template_row_new (SevenDocument *document);
void seven_template_row_set_item (SevenTemplateRow *self, SevenTemplateItem *item);

G_END_DECLS
