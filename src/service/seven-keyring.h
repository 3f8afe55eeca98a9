/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-key-store.h"

G_BEGIN_DECLS

/**
 * SevenKeyring:
 *
 * The keys of documents in the keyring of this computer, by libsecret. A document has one key whatever symbolic links
 * lead to it. A call that is cancelled ends at once, also where the keyring asks the person, or does not answer at
 * all; whether a key was stored or removed by then is not known.
 */
#define SEVEN_TYPE_KEYRING (seven_keyring_get_type ())
G_DECLARE_FINAL_TYPE (SevenKeyring, seven_keyring, SEVEN, KEYRING, GObject)

SevenKeyring *seven_keyring_new (void);

G_END_DECLS
