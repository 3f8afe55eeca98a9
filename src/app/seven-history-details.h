/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-delivery-watch.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenHistoryDetails:
 *
 * All that the history knows of one test, as a page with a header of its own. Properties: record (SevenRunRecord,
 * nullable, rw), watch (SevenDeliveryWatch, nullable, rw: it is asked for its report), folded (boolean, rw: it is all that the window shows).
 */
#define SEVEN_TYPE_HISTORY_DETAILS (seven_history_details_get_type ())
G_DECLARE_FINAL_TYPE (SevenHistoryDetails, seven_history_details, SEVEN, HISTORY_DETAILS, AdwBin)

void seven_history_details_focus_heading (SevenHistoryDetails *self);

G_END_DECLS
