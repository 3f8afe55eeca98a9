/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SevenFact:
 *
 * One line of a result. Immutable. Properties (read-only): label ("Parts"), value ("1 predicted · 2 billed"), warning
 * (boolean: it is not as expected).
 */
#define SEVEN_TYPE_FACT (seven_fact_get_type ())
G_DECLARE_FINAL_TYPE (SevenFact, seven_fact, SEVEN, FACT, GObject)

SevenFact *seven_fact_new (const char *label, const char *value, gboolean warning);
const char *seven_fact_get_label (SevenFact *self);
const char *seven_fact_get_value (SevenFact *self);
gboolean seven_fact_get_warning (SevenFact *self);

G_END_DECLS
