/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenStatusBar:
 *
 * The foot of the left column: how many problems there are (opens the list of them), how many of Logto's flows are
 * covered, and where the cursor is.
 *
 * Properties: document (SevenDocument, nullable), position (string, nullable: nothing is shown).
 */
#define SEVEN_TYPE_STATUS_BAR (seven_status_bar_get_type ())
G_DECLARE_FINAL_TYPE (SevenStatusBar, seven_status_bar, SEVEN, STATUS_BAR, AdwBin)

G_END_DECLS
