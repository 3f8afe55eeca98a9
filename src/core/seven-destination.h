/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-phone.h"
#include "seven-sender.h"

G_BEGIN_DECLS

/**
 * SevenSenderSupport:
 * @SEVEN_SENDER_SUPPORT_UNKNOWN: nothing is known
 * @SEVEN_SENDER_SUPPORT_YES: shown as it is
 * @SEVEN_SENDER_SUPPORT_NO: replaced, or the message refused
 * @SEVEN_SENDER_SUPPORT_REGISTRATION: only when registered beforehand
 * @SEVEN_SENDER_SUPPORT_LIMITED: only some of them
 *
 * What a country does to a kind of sender.
 */
typedef enum
{
  SEVEN_SENDER_SUPPORT_UNKNOWN,
  SEVEN_SENDER_SUPPORT_YES,
  SEVEN_SENDER_SUPPORT_NO,
  SEVEN_SENDER_SUPPORT_REGISTRATION,
  SEVEN_SENDER_SUPPORT_LIMITED,
} SevenSenderSupport;

/**
 * SevenDestination:
 *
 * Where an SMS can go, and what becomes of its sender there: one line of GOV.UK Notify's published table
 * (`data/destinations.tsv`), with what is known to be newer laid over it. There is one for every calling code that
 * belongs to a country, and one for each prefix that the table tells apart in +1. Never freed.
 */
typedef struct _SevenDestination SevenDestination;

/**
 * seven_destination_find:
 * @phone: a recipient
 *
 * Returns: (transfer none) (nullable): where it is, or %NULL where its calling code is unknown or of no one country
 */
const SevenDestination *seven_destination_find (const SevenPhone *phone);

/**
 * seven_destination_find_digits:
 * @digits: a number in international form without +, or only its calling code
 *
 * Returns: (transfer none) (nullable): the destination with the longest prefix that fits, or %NULL
 */
const SevenDestination *seven_destination_find_digits (const char *digits);

/**
 * seven_destination_find_country:
 * @country: (nullable): an ISO 3166-1 alpha-2 code
 *
 * Returns: (transfer none) (nullable): the destination whose main country it is; CA is found with US, as they share
 *   their calling code and rules
 */
const SevenDestination *seven_destination_find_country (const char *country);

/**
 * seven_destination_list:
 *
 * The destinations to choose from: one a country, in the order of their names in the user's language.
 *
 * Returns: (transfer container) (element-type SevenDestination): the destinations
 */
GPtrArray *seven_destination_list (void);

/**
 * seven_destination_get_prefix:
 * @self: a destination
 *
 * Returns: the digits with which its numbers begin, without +: "44", "1242"
 */
const char *seven_destination_get_prefix (const SevenDestination *self);

/**
 * seven_destination_get_country:
 * @self: a destination
 *
 * Returns: the ISO 3166-1 alpha-2 code of its main country
 */
const char *seven_destination_get_country (const SevenDestination *self);

/**
 * seven_destination_dup_name:
 * @self: a destination
 *
 * Returns: (transfer full): the country's name in the user's language
 */
char *seven_destination_dup_name (const SevenDestination *self);

/**
 * seven_destination_get_support:
 * @self: a destination
 * @kind: the kind of sender
 *
 * Returns: what becomes of such a sender
 */
SevenSenderSupport seven_destination_get_support (const SevenDestination *self, SevenSenderKind kind);

/**
 * seven_destination_get_advice:
 * @self: a destination
 * @kind: the kind of sender
 *
 * The same in words, without the country's name: “A name as sender must be registered first: …”.
 *
 * Returns: one translated sentence, never %NULL
 */
const char *seven_destination_get_advice (const SevenDestination *self, SevenSenderKind kind);

/**
 * seven_destination_get_objection:
 * @self: a destination
 * @sender: a sender
 *
 * What this country does not take of this very sender, beyond its kind: a blank in Thailand, other than six letters
 * in India.
 *
 * Returns: (nullable): one translated sentence, or %NULL
 */
const char *seven_destination_get_objection (const SevenDestination *self, const char *sender);

/**
 * seven_destination_get_as_of:
 * @self: a destination
 * @kind: the kind of sender
 *
 * Returns: the date of what is known: "2026" (the year of the table) or "2026-07-01" (of a newer rule)
 */
const char *seven_destination_get_as_of (const SevenDestination *self, SevenSenderKind kind);

G_END_DECLS
