/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-delivery-step.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenDeliveryRow:
 *
 * One step on the way of an SMS, and when it was. Properties: step (SevenDeliveryStep, construct-only).
 */
#define SEVEN_TYPE_DELIVERY_ROW (seven_delivery_row_get_type ())
G_DECLARE_FINAL_TYPE (SevenDeliveryRow, seven_delivery_row, SEVEN, DELIVERY_ROW, GtkListBoxRow)

GtkWidget *seven_delivery_row_new (SevenDeliveryStep *step);

G_END_DECLS
