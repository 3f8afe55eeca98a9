/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-destination.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SevenDestinationChoice:
 *
 * One country to choose, or any. Property (read-only): label (string: "Germany (+49)", in the user's language; "Any
 * country").
 */
#define SEVEN_TYPE_DESTINATION_CHOICE (seven_destination_choice_get_type ())
G_DECLARE_FINAL_TYPE (SevenDestinationChoice, seven_destination_choice, SEVEN, DESTINATION_CHOICE, GObject)

SevenDestinationChoice *seven_destination_choice_new (const SevenDestination *destination);
const SevenDestination *seven_destination_choice_get_destination (SevenDestinationChoice *self);

G_END_DECLS
