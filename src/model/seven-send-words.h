/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-phone.h"
#include "seven-price-list.h"

G_BEGIN_DECLS

/* What is said of a send before it is made: pure functions, all (transfer full), all translated. */

/* "€0.075", "€0.07 to €0.085" where the networks differ; NULL: not known. pricing: (nullable). */
char *seven_send_words_price (const SevenPricing *pricing, guint n_parts);
/* The most that it costs: "€0.075", "at most €0.085" where the networks differ, that it is not known. */
char *seven_send_words_limit (const SevenPricing *pricing, guint n_parts);
/* That seven would refuse a text, how long ago it went and for how long yet: seconds. */
char *seven_send_words_lock (guint age, guint remaining);
/* The country's name, or that it is not known. */
char *seven_send_words_country (const SevenPhone *phone);

G_END_DECLS
