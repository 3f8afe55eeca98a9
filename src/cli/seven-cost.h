/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-pricing.h"

G_BEGIN_DECLS

/* With two to four places after the point, as prices of a part need them. */
char *seven_cost_dup_amount (double amount);
/* What so many parts cost at most, in a few words; @pricing: (nullable): nobody knows. */
char *seven_cost_dup_limit (const SevenPricing *pricing, guint n_parts);

G_END_DECLS
