/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-delivery-watch.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenDeliveryView:
 *
 * What becomes of an SMS, step by step, with buttons to stop looking and to look again. Properties: watch
 * (SevenDeliveryWatch, nullable).
 */
#define SEVEN_TYPE_DELIVERY_VIEW (seven_delivery_view_get_type ())
G_DECLARE_FINAL_TYPE (SevenDeliveryView, seven_delivery_view, SEVEN, DELIVERY_VIEW, AdwBin)

G_END_DECLS
