/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-preview.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenPreviewPane:
 *
 * What people will receive, message by message, and which flows of Logto are served.
 *
 * Property: preview (SevenPreview, nullable). Widget actions: preview.add-template (string: a usage type),
 * preview.add-all-missing.
 */
#define SEVEN_TYPE_PREVIEW_PANE (seven_preview_pane_get_type ())
G_DECLARE_FINAL_TYPE (SevenPreviewPane, seven_preview_pane, SEVEN, PREVIEW_PANE, AdwBin)

G_END_DECLS
