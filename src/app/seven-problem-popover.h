/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenProblemPopover:
 *
 * The problems of one line, each with its fix. It closes when one is fixed, or when they may have become others.
 */
#define SEVEN_TYPE_PROBLEM_POPOVER (seven_problem_popover_get_type ())
G_DECLARE_FINAL_TYPE (SevenProblemPopover, seven_problem_popover, SEVEN, PROBLEM_POPOVER, GtkPopover)

GtkWidget *seven_problem_popover_new (SevenDocument *document);
void seven_problem_popover_show (SevenProblemPopover *self, GPtrArray *problems, const GdkRectangle *place);

G_END_DECLS
