/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-message.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenBubble:
 *
 * One message as a phone shows it: the sender on top, the text with its marks, encoding and parts below.
 *
 * Properties: message (SevenMessage, nullable), show-title (boolean: whether the usage type stands on top too).
 */
#define SEVEN_TYPE_BUBBLE (seven_bubble_get_type ())
G_DECLARE_FINAL_TYPE (SevenBubble, seven_bubble, SEVEN, BUBBLE, AdwBin)

/**
 * seven_bubble_set_message:
 * @self: a bubble
 * @message: (nullable) (transfer none): what to show
 */
void seven_bubble_set_message (SevenBubble *self, SevenMessage *message);

G_END_DECLS
