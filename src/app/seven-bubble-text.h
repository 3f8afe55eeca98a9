/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-message.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * seven_bubble_text_dup:
 * @message: (nullable): a message
 *
 * The text of a message as a bubble shows it: where a part ends and another begins, a tag says so.
 *
 * Returns: (transfer full): the text, “” without a message
 */
char *seven_bubble_text_dup (SevenMessage *message);

/**
 * seven_bubble_text_new_attributes:
 * @message: (nullable): a message
 *
 * What sets the marks of seven_bubble_text_dup() off: the code is bold, what is not in GSM-7 is underlined on a tint
 * and shown even where it is invisible by nature, the tags of parts are small. Tints are translucent, so that they
 * do on light and dark alike.
 *
 * Returns: (transfer full): attributes with byte indices into that text
 */
PangoAttrList *seven_bubble_text_new_attributes (SevenMessage *message);

/**
 * seven_bubble_text_find_label:
 * @message: (nullable): a message
 * @index: a byte of seven_bubble_text_dup()
 *
 * Returns: (nullable) (transfer none): the label of the offending character at that place
 */
const char *seven_bubble_text_find_label (SevenMessage *message, gsize index);

G_END_DECLS
