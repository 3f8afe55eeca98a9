/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * seven_country_get_name:
 * @country: (nullable): an ISO 3166-1 alpha-2 code, in capitals
 *
 * Source: iso-codes; its short common names where it has them. AC, TA and XK, which the standard has not given to a
 * country but phone numbers know, are named too.
 *
 * Returns: (nullable): the name in the user's language, or %NULL for what is no such code
 */
const char *seven_country_get_name (const char *country);

G_END_DECLS
