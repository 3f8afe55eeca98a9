/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-template-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SevenUsagePopover:
 *
 * A list of usage types, each with the flow it serves, to choose one of.
 *
 * Properties: choices (GListModel of SevenUsageChoice, nullable), offer-all (boolean: the action `form.add-all-missing`
 * stands below). Signal chosen (SevenUsageChoice): emitted after it has closed.
 */
#define SEVEN_TYPE_USAGE_POPOVER (seven_usage_popover_get_type ())
G_DECLARE_FINAL_TYPE (SevenUsagePopover, seven_usage_popover, SEVEN, USAGE_POPOVER, GtkPopover)

G_END_DECLS
