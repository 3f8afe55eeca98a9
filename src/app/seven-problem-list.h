/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenProblemList:
 *
 * The problems of a document, grouped by severity. The buttons act on the document.
 *
 * Property: document (SevenDocument, nullable). Widget action: problems.fix-all.
 * Signal: activate (SevenProblem): take the person to the place.
 */
#define SEVEN_TYPE_PROBLEM_LIST (seven_problem_list_get_type ())
G_DECLARE_FINAL_TYPE (SevenProblemList, seven_problem_list, SEVEN, PROBLEM_LIST, AdwBin)

G_END_DECLS
