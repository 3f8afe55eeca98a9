/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenJsonPane:
 *
 * The place of the text view. The editor, which takes a while to make, is made when it is first shown.
 *
 * Properties: document (SevenDocument, nullable), position (string, read-only: line and column of the cursor, "12:5";
 * "" before there is an editor).
 */
#define SEVEN_TYPE_JSON_PANE (seven_json_pane_get_type ())
G_DECLARE_FINAL_TYPE (SevenJsonPane, seven_json_pane, SEVEN, JSON_PANE, GtkWidget)

void seven_json_pane_select_range (SevenJsonPane *self, SevenRange range);
SevenProblem *seven_json_pane_find_problem (SevenJsonPane *self, SevenProblem *preferred);
void seven_json_pane_start_search (SevenJsonPane *self);

G_END_DECLS
