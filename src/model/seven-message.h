/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-sms-text.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SevenMarkKind:
 * @SEVEN_MARK_CODE: the digits that replaced {{code}}
 * @SEVEN_MARK_OFFENDER: a character outside GSM-7; label: "’ U+2019 → '"
 * @SEVEN_MARK_PART_END: a part ends here and the next begins; the range is empty; label: "Part 2", the one that begins
 *
 * What is special at a place of a message.
 */
typedef enum
{
  SEVEN_MARK_CODE,
  SEVEN_MARK_OFFENDER,
  SEVEN_MARK_PART_END,
} SevenMarkKind;

/**
 * SevenMark:
 * @kind: what it is
 * @range: where, in bytes of the message's text
 * @label: (nullable): translated words for it
 *
 * A place of a message.
 */
typedef struct
{
  SevenMarkKind kind;
  SevenRange range;
  char *label;
} SevenMark;

/**
 * SevenMessage:
 *
 * One text as a phone shows it. Immutable. Properties (read-only): title (usage type), sender (string: as the phone
 * shows it; "undefined" where the config has none, "" where it is empty), sender-undefined (boolean: missing or
 * empty), text, details ("33 of 160 · GSM-7 · 1 part"), warning (boolean: several parts or Unicode), template (uint),
 * parts (uint), description (string: for screen readers), autofill (string: “Fills in by itself on iPhone and in Chrome
 * for acme.example”, or which Android app reads it; "" where the code is to be typed), autofill-warning (boolean: an
 * app is named, but the text is too long for it).
 */
#define SEVEN_TYPE_MESSAGE (seven_message_get_type ())
G_DECLARE_FINAL_TYPE (SevenMessage, seven_message, SEVEN, MESSAGE, GObject)

SevenMessage *seven_message_new (
    guint template_index, const char *title, const char *sender, const char *content, const char *code);
const char *seven_message_get_text (SevenMessage *self);
const char *seven_message_get_content (SevenMessage *self);
const char *seven_message_get_title (SevenMessage *self);
const char *seven_message_get_sender (SevenMessage *self);
guint seven_message_get_n_marks (SevenMessage *self);
const SevenMark *seven_message_get_mark (SevenMessage *self, guint index);
const SevenSmsText *seven_message_get_sms_text (SevenMessage *self);
gboolean seven_message_get_warning (SevenMessage *self);
char *seven_message_dup_details (SevenMessage *self);

G_END_DECLS
