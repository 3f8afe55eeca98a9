/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-connection.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenCheckRow:
 *
 * What seven says of the API key, and, unfolded, what each of its two hosts says.
 *
 * Property: connection (SevenConnection, nullable).
 *
 * Actions: `form.check-key`, `form.stop-check`, `form.compare-hosts`, `form.stop-comparison`.
 */
#define SEVEN_TYPE_CHECK_ROW (seven_check_row_get_type ())
G_DECLARE_FINAL_TYPE (SevenCheckRow, seven_check_row, SEVEN, CHECK_ROW, AdwExpanderRow)

void seven_check_row_focus_check (SevenCheckRow *self);

G_END_DECLS
