/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-test-run.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SevenDeliveryNotifier:
 *
 * Notices when the delivery of a test's SMS becomes final while nobody looks at the window.
 *
 * Properties: test-run (SevenTestRun, construct-only), active (boolean: whether somebody looks).
 * Signal: notify-person (string: id, string: title, string: body): the desktop shall say this. There is neither number
 * nor text in it.
 */
#define SEVEN_TYPE_DELIVERY_NOTIFIER (seven_delivery_notifier_get_type ())
G_DECLARE_FINAL_TYPE (SevenDeliveryNotifier, seven_delivery_notifier, SEVEN, DELIVERY_NOTIFIER, GObject)

SevenDeliveryNotifier *seven_delivery_notifier_new (SevenTestRun *test_run);

G_END_DECLS
