/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-preview.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenPreviewBar:
 *
 * What the messages of a preview are made with and where they go: the sample code, the destination and what it
 * does to the sender.
 *
 * Property: preview (SevenPreview, nullable).
 */
#define SEVEN_TYPE_PREVIEW_BAR (seven_preview_bar_get_type ())
G_DECLARE_FINAL_TYPE (SevenPreviewBar, seven_preview_bar, SEVEN, PREVIEW_BAR, AdwBin)

G_END_DECLS
