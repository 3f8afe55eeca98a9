/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-preview.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenFlowRow:
 *
 * One flow of Logto: whether it works, why not, and a button that adds what is missing (action preview.add-template).
 * Under each other the rows of all flows look like one boxed list.
 *
 * Property: flow (SevenFlow, construct-only).
 */
#define SEVEN_TYPE_FLOW_ROW (seven_flow_row_get_type ())
G_DECLARE_FINAL_TYPE (SevenFlowRow, seven_flow_row, SEVEN, FLOW_ROW, AdwBin)

GtkWidget *seven_flow_row_new (SevenFlow *flow);

/**
 * seven_flow_row_get_flow:
 * @self: a row
 *
 * Returns: (transfer none): what it shows, always the same
 */
SevenFlow *seven_flow_row_get_flow (SevenFlowRow *self);

G_END_DECLS
