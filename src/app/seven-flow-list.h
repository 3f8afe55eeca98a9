/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-preview.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenFlowList:
 *
 * What Logto sends by SMS, flow by flow, and which of them the config serves.
 *
 * Property: preview (SevenPreview, nullable).
 */
#define SEVEN_TYPE_FLOW_LIST (seven_flow_list_get_type ())
G_DECLARE_FINAL_TYPE (SevenFlowList, seven_flow_list, SEVEN, FLOW_LIST, AdwBin)

G_END_DECLS
