/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person reads of an error of libsecret or of the bus; secret: (nullable): what must not stand in it. */
GError *seven_keyring_error_new (const GError *error, const char *secret);
GError *seven_keyring_error_new_cancelled (void);
/* The person was asked to unlock the keyring and did not. */
GError *seven_keyring_error_new_refused (void);

G_END_DECLS
