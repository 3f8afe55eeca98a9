/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-preview.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenFlowHeading:
 *
 * What stands over Logto's flows: how many of them the config serves.
 *
 * Property: preview (SevenPreview, nullable).
 */
#define SEVEN_TYPE_FLOW_HEADING (seven_flow_heading_get_type ())
G_DECLARE_FINAL_TYPE (SevenFlowHeading, seven_flow_heading, SEVEN, FLOW_HEADING, AdwBin)

G_END_DECLS
