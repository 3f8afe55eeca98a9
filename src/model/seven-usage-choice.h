/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SevenUsageChoice:
 *
 * One usage type to choose. Properties (read-only): name ("SignIn", never translated), flow ("Sign in with a phone
 * code"), taken (boolean: a template has this type), label (the name), never-sent (boolean: Logto never sends it
 * by SMS, or does not know it).
 */
#define SEVEN_TYPE_USAGE_CHOICE (seven_usage_choice_get_type ())
G_DECLARE_FINAL_TYPE (SevenUsageChoice, seven_usage_choice, SEVEN, USAGE_CHOICE, GObject)

SevenUsageChoice *seven_usage_choice_new (const char *name);
const char *seven_usage_choice_get_name (SevenUsageChoice *self);
/* For the document, which knows. */
void seven_usage_choice_set_taken (SevenUsageChoice *self, gboolean taken);

G_END_DECLS
