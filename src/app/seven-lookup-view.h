/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-lookup.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenLookupView:
 *
 * Looks for an SMS whose answer never came, and says what was found. Properties: lookup (SevenLookup, nullable).
 */
#define SEVEN_TYPE_LOOKUP_VIEW (seven_lookup_view_get_type ())
G_DECLARE_FINAL_TYPE (SevenLookupView, seven_lookup_view, SEVEN, LOOKUP_VIEW, AdwBin)

G_END_DECLS
