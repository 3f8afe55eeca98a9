/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SevenDelivery:
 * @SEVEN_DELIVERY_NONE: nothing is known of it: no report yet, or one that says null
 * @SEVEN_DELIVERY_ACCEPTED: the gateway has it
 * @SEVEN_DELIVERY_TRANSMITTED: the network has it
 * @SEVEN_DELIVERY_BUFFERED: the network waits for the phone
 * @SEVEN_DELIVERY_UNKNOWN: the report says UNKNOWN, or a word that nobody has documented
 * @SEVEN_DELIVERY_DELIVERED: the phone has it
 * @SEVEN_DELIVERY_NOT_DELIVERED: it did not arrive
 * @SEVEN_DELIVERY_EXPIRED: it was not fetched in time
 * @SEVEN_DELIVERY_REJECTED: the network has refused it
 * @SEVEN_DELIVERY_FAILED: it failed on the way
 *
 * What a delivery report says. From @SEVEN_DELIVERY_DELIVERED on they are final.
 */
typedef enum
{
  SEVEN_DELIVERY_NONE,
  SEVEN_DELIVERY_ACCEPTED,
  SEVEN_DELIVERY_TRANSMITTED,
  SEVEN_DELIVERY_BUFFERED,
  SEVEN_DELIVERY_UNKNOWN,
  SEVEN_DELIVERY_DELIVERED,
  SEVEN_DELIVERY_NOT_DELIVERED,
  SEVEN_DELIVERY_EXPIRED,
  SEVEN_DELIVERY_REJECTED,
  SEVEN_DELIVERY_FAILED,
} SevenDelivery;

#define SEVEN_N_DELIVERIES (SEVEN_DELIVERY_FAILED + 1)

/* From seven's word, in either case; NULL and "" are NONE. */
SevenDelivery seven_delivery_from_name (const char *name);
/* Seven's own word, never translated: "DELIVERED"; NULL for NONE. For programs and for what is kept. */
const char *seven_delivery_get_name (SevenDelivery self);
/* Translated: "Delivered to the phone". */
const char *seven_delivery_get_title (SevenDelivery self);
/* Translated, (nullable): what it means and what to do, where there is something to say. */
const char *seven_delivery_get_explanation (SevenDelivery self);
gboolean seven_delivery_is_final (SevenDelivery self);

/* When to ask for a report for the nth time (from 0), in milliseconds since the send was accepted: pauses that grow,
 * until SEVEN_DELIVERY_LIMIT. -1: no more. Source: none of seven's; two minutes are ours. */
#define SEVEN_DELIVERY_LIMIT (120 * 1000)
int seven_delivery_get_poll_time (guint n);

G_END_DECLS
