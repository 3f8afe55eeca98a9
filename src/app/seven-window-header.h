/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenWindowHeader:
 *
 * The header bar of a window.
 *
 * Properties: document (SevenDocument, nullable), folded (boolean: there is little room), recent-files (GMenuModel,
 * nullable).
 */
#define SEVEN_TYPE_WINDOW_HEADER (seven_window_header_get_type ())
G_DECLARE_FINAL_TYPE (SevenWindowHeader, seven_window_header, SEVEN, WINDOW_HEADER, AdwBin)

G_END_DECLS
