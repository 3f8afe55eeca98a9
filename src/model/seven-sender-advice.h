/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-config.h"
#include "seven-destination.h"

G_BEGIN_DECLS

/* What a country does to a config's sender. Nothing is said of a sender that is missing, a placeholder, or of signs
 * alone: a rule says what is wrong with it. */

/**
 * seven_sender_advice_dup:
 * @destination: (nullable): where an SMS goes; %NULL: not known
 * @config: (nullable): whose sender
 *
 * Returns: (transfer full): “A name as sender is shown as it is. As of 2026.”, translated, or "" where there is nothing
 *   to say
 */
char *seven_sender_advice_dup (const SevenDestination *destination, const SevenConfig *config);

/**
 * seven_sender_advice_is_warning:
 * @destination: (nullable): where an SMS goes; %NULL: not known
 * @config: (nullable): whose sender
 *
 * Returns: whether the country is known to replace or refuse the sender, at least where it is not registered
 */
gboolean seven_sender_advice_is_warning (const SevenDestination *destination, const SevenConfig *config);

G_END_DECLS
