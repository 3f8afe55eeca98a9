/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-delivery-step.h"
#include "seven-gateway.h"
#include "seven-run-record.h"

G_BEGIN_DECLS

/**
 * SevenDeliveryWatch:
 *
 * Asks for the delivery report of one SMS until it is final, two minutes are over, or somebody stops it; after a send
 * as well as later, from the history. Asking costs nothing. What it learns it tells its record.
 *
 * Properties: pace (uint, construct-only: how many milliseconds the second of its timetable has, 1000), the others
 * read-only: delivery (int: SevenDelivery, of the last report), title, explanation ("" where there is nothing to say),
 * icon-name, css-class, watching (boolean), can-resume (boolean: neither watching nor final), final (boolean), steps
 * (GListModel of SevenDeliveryStep). The gateway, the key and the message's id are in none of them.
 */
#define SEVEN_TYPE_DELIVERY_WATCH (seven_delivery_watch_get_type ())
G_DECLARE_FINAL_TYPE (SevenDeliveryWatch, seven_delivery_watch, SEVEN, DELIVERY_WATCH, GObject)

SevenDeliveryWatch *seven_delivery_watch_new (
    SevenGateway *gateway, const char *api_key, const char *message_id, SevenRunRecord *record);
SevenDeliveryWatch *seven_delivery_watch_new_full (
    SevenGateway *gateway, const char *api_key, const char *message_id, SevenRunRecord *record, guint pace);
void seven_delivery_watch_start (SevenDeliveryWatch *self);
void seven_delivery_watch_stop (SevenDeliveryWatch *self);
gboolean seven_delivery_watch_is_watching (SevenDeliveryWatch *self);
gboolean seven_delivery_watch_is_final (SevenDeliveryWatch *self);
SevenDelivery seven_delivery_watch_get_delivery (SevenDeliveryWatch *self);
GListModel *seven_delivery_watch_get_steps (SevenDeliveryWatch *self);
char *seven_delivery_watch_dup_notification_title (SevenDeliveryWatch *self);
char *seven_delivery_watch_dup_notification_body (SevenDeliveryWatch *self);

G_END_DECLS
