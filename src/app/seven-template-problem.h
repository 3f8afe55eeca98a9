/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenTemplateProblem:
 *
 * One problem below the text it is about: icon, words, and the button that mends it.
 *
 * Properties (construct-only): document (SevenDocument), problem (SevenProblem).
 */
#define SEVEN_TYPE_TEMPLATE_PROBLEM (seven_template_problem_get_type ())
G_DECLARE_FINAL_TYPE (SevenTemplateProblem, seven_template_problem, SEVEN, TEMPLATE_PROBLEM, GtkWidget)

GtkWidget *seven_template_problem_new (SevenDocument *document, SevenProblem *problem);

G_END_DECLS
