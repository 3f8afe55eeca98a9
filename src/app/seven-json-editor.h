/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenJsonEditor:
 *
 * The text of a document in a GtkSourceView, with a bar to find in it.
 *
 * Properties: document (SevenDocument, construct-only), position (string, read-only: line and column of the cursor,
 * from 1, "12:5").
 */
#define SEVEN_TYPE_JSON_EDITOR (seven_json_editor_get_type ())
G_DECLARE_FINAL_TYPE (SevenJsonEditor, seven_json_editor, SEVEN, JSON_EDITOR, GtkWidget)

GtkWidget *seven_json_editor_new (SevenDocument *document);
void seven_json_editor_select_range (SevenJsonEditor *self, SevenRange range);
SevenProblem *seven_json_editor_find_problem (SevenJsonEditor *self, SevenProblem *preferred);
void seven_json_editor_start_search (SevenJsonEditor *self);

G_END_DECLS
