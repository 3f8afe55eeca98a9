/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-gateway.h"
#include "seven-message.h"
#include "seven-phone.h"
#include "seven-run-record.h"

G_BEGIN_DECLS

/**
 * SevenLookupState:
 * @SEVEN_LOOKUP_IDLE: nobody has looked yet, or the looking was stopped
 * @SEVEN_LOOKUP_LOOKING: the journal is asked
 * @SEVEN_LOOKUP_FOUND: the journal has the SMS
 * @SEVEN_LOOKUP_OTHER: the journal has the same text to the same number, but from another time
 * @SEVEN_LOOKUP_NOT_FOUND: the journal does not have it at this time
 * @SEVEN_LOOKUP_FAILED: the journal cannot be had
 *
 * What is known of an SMS whose answer never came.
 */
typedef enum
{
  SEVEN_LOOKUP_IDLE,
  SEVEN_LOOKUP_LOOKING,
  SEVEN_LOOKUP_FOUND,
  SEVEN_LOOKUP_OTHER,
  SEVEN_LOOKUP_NOT_FOUND,
  SEVEN_LOOKUP_FAILED,
} SevenLookupState;

/**
 * SevenLookup:
 *
 * Looks in the account's journal for an SMS whose answer never came, by number and day. Sends nothing.
 *
 * Properties (read-only): looking (boolean), can-look (boolean: neither looking nor found), found (boolean), title
 * ("" before anybody has looked), explanation, icon-name, css-class, label (string: of the button). The gateway, the key, the number and the text
 * are in none of them.
 */
#define SEVEN_TYPE_LOOKUP (seven_lookup_get_type ())
G_DECLARE_FINAL_TYPE (SevenLookup, seven_lookup, SEVEN, LOOKUP, GObject)

SevenLookup *seven_lookup_new (SevenGateway *gateway, const char *api_key, const SevenPhone *phone,
    SevenMessage *message, SevenRunRecord *record);
void seven_lookup_start (SevenLookup *self);
void seven_lookup_stop (SevenLookup *self);
SevenLookupState seven_lookup_get_state (SevenLookup *self);
const char *seven_lookup_get_message_id (SevenLookup *self);

G_END_DECLS
