/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-connection.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenKeyGroup:
 *
 * The API key in the form: the field, where the key is kept, and what seven says of it.
 *
 * Property: connection (SevenConnection, nullable).
 *
 * Actions: `form.keep-key`, `form.decline-key`, `form.retry-key`, `form.cancel-key`.
 */
#define SEVEN_TYPE_KEY_GROUP (seven_key_group_get_type ())
G_DECLARE_FINAL_TYPE (SevenKeyGroup, seven_key_group, SEVEN, KEY_GROUP, AdwPreferencesGroup)

void seven_key_group_focus_key (SevenKeyGroup *self);
void seven_key_group_focus_check (SevenKeyGroup *self);

G_END_DECLS
