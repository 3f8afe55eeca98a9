/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <gio/gio.h>

#include "seven-usage-choice.h"

G_BEGIN_DECLS

/**
 * SevenTemplateItem:
 *
 * One template as the form and the lists show it: a view of the document, kept in step by it (the same item stays
 * for the same template while texts are typed, so that widgets keep their focus).
 *
 * Properties, read-only unless said: index (uint), usage (string, nullable, rw: edits the document), content (string,
 * nullable, rw: edits the document), editable (boolean: content and usage are strings), flow (string: what the type
 * serves, or why none), meter (string: "62 of 160 · GSM-7 · 1 part"), meter-warning (boolean: several parts or
 * Unicode), accessible-name (string), message (SevenMessage, nullable: the rendered text with the sample code),
 * is-first, is-last (boolean), problems (GListModel of SevenProblem), title (string: the type, or "Template 3"),
 * is-logto-test (boolean: the one Logto’s own Test button uses).
 */
#define SEVEN_TYPE_TEMPLATE_ITEM (seven_template_item_get_type ())
G_DECLARE_FINAL_TYPE (SevenTemplateItem, seven_template_item, SEVEN, TEMPLATE_ITEM, GObject)

guint seven_template_item_get_index (SevenTemplateItem *self);
const char *seven_template_item_get_usage (SevenTemplateItem *self);
const char *seven_template_item_get_content (SevenTemplateItem *self);
void seven_template_item_set_usage (SevenTemplateItem *self, const char *usage);
void seven_template_item_set_content (SevenTemplateItem *self, const char *content);
GListModel *seven_template_item_get_problems (SevenTemplateItem *self);
char *seven_template_item_dup_title (SevenTemplateItem *self);
/* Whether it still stands in a document. */
gboolean seven_template_item_is_attached (SevenTemplateItem *self);

G_END_DECLS
