/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-document.h"
#include "seven-session.h"

G_BEGIN_DECLS

/**
 * SevenKeyCheck:
 *
 * Whether seven takes the document's key, and what is left in the account: a balance call, which is free of charge.
 * The sandbox is never asked. What came of it is gone as soon as the key is another.
 *
 * Properties: document (SevenDocument), session (SevenSession; both construct-only), gateway (SevenGatewayChoice,
 * nullable, rw: the one that is chosen for tests; it is asked where it is live, else “seven” is). Read-only: ready
 * (boolean: there is a key and somebody to ask), obstacle (string: what is missing, "" where nothing is), busy
 * (boolean), good (boolean: the key was accepted and there is money left), failed (boolean: it was asked, and it is not
 * good), words (string: what will happen, happens or happened).
 */
#define SEVEN_TYPE_KEY_CHECK (seven_key_check_get_type ())
G_DECLARE_FINAL_TYPE (SevenKeyCheck, seven_key_check, SEVEN, KEY_CHECK, GObject)

SevenKeyCheck *seven_key_check_new (SevenDocument *document, SevenSession *session);
void seven_key_check_run (SevenKeyCheck *self);
void seven_key_check_stop (SevenKeyCheck *self);

G_END_DECLS
