/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-rules.h"

#include "seven-template-item.h"

G_BEGIN_DECLS

typedef struct _SevenDocument SevenDocument;

/* The document's templates as a GListModel. Private to the document and its items. */
#define SEVEN_TYPE_TEMPLATE_LIST (seven_template_list_get_type ())
G_DECLARE_FINAL_TYPE (SevenTemplateList, seven_template_list, SEVEN, TEMPLATE_LIST, GObject)

SevenTemplateList *seven_template_list_new (SevenDocument *document);
/* The document goes: items can live on, but edit nothing. */
void seven_template_list_detach (SevenTemplateList *self);
/* check: (nullable): the last of a text that was an object. */
void seven_template_list_update (SevenTemplateList *self, SevenCheck *check);

SevenDocument *seven_template_list_get_document (SevenTemplateList *self); /* (nullable) */
/* The first template of a type Logto knows, or -1. */
int seven_template_list_get_first (SevenTemplateList *self, int usage);
/* Appends the problems of one template, in their order. */
void seven_template_list_collect_problems (SevenTemplateList *self, guint index, GPtrArray *problems);
gboolean seven_problem_is_same (SevenProblem *first, SevenProblem *second);

/* What the list tells an item. */
SevenTemplateItem *seven_template_item_new (SevenTemplateList *list);
void seven_template_item_detach (SevenTemplateItem *self);
void seven_template_item_update (
    SevenTemplateItem *self, SevenConfig *config, guint index, gboolean sender_changed);

G_END_DECLS
