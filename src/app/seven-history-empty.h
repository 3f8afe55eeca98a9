/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-history-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenHistoryEmpty:
 *
 * What stands in the place of tests where there are none to see, and why. Property: list (SevenHistoryList, nullable,
 * rw).
 */
#define SEVEN_TYPE_HISTORY_EMPTY (seven_history_empty_get_type ())
G_DECLARE_FINAL_TYPE (SevenHistoryEmpty, seven_history_empty, SEVEN, HISTORY_EMPTY, AdwBin)

G_END_DECLS
