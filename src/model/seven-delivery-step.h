/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib-object.h>

#include "seven-delivery.h"

G_BEGIN_DECLS

/**
 * SevenDeliveryStep:
 *
 * One report on the way of an SMS. Immutable. Properties (read-only): title ("Handed to the network"), time (string:
 * local clock, "14:03:07"), after (string: how long after the send, "after 2.1 s"), css-class ("success", "error", "dim-label"), icon-name, final (boolean).
 */
#define SEVEN_TYPE_DELIVERY_STEP (seven_delivery_step_get_type ())
G_DECLARE_FINAL_TYPE (SevenDeliveryStep, seven_delivery_step, SEVEN, DELIVERY_STEP, GObject)

SevenDeliveryStep *
seven_delivery_step_new (SevenDelivery delivery, const char *title, gint64 time, gint64 sent);
SevenDelivery seven_delivery_step_get_delivery (SevenDeliveryStep *self);
const char *seven_delivery_step_get_time (SevenDeliveryStep *self);
const char *seven_delivery_step_get_after (SevenDeliveryStep *self);

const char *seven_delivery_get_css_class (SevenDelivery delivery);
const char *seven_delivery_get_icon_name (SevenDelivery delivery);

G_END_DECLS
