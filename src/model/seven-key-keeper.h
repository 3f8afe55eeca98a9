/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-document.h"
#include "seven-key-store.h"

G_BEGIN_DECLS

/**
 * SevenKeyKeeper:
 *
 * Where a document's key lives: in its text, or in a keyring, and how it gets from the one to the other. A document that
 * is no file yet has its key moved at its first save. Nothing here waits for the keyring, and without one everything
 * else works. No property holds a key that is kept.
 *
 * Properties: document (SevenDocument), key-store (SevenKeyStore, nullable; both construct-only), wanted (boolean, rw:
 * the key is to live in the keyring), field (string, rw: what the field of the key shows: that of the text, "" where the
 * keyring’s stands for it). Read-only: available (boolean: there is a store), kept (boolean: the key is in the keyring),
 * stands-in (boolean: it is, and the text has none of its own), changeable (boolean: wanted can be set), offer (boolean:
 * a key stands in the text that could be kept, or take the place of the one that is), offer-title, offer-label (strings:
 * the question, and what the button does), busy (boolean: the keyring is being asked), failed (boolean: it could not do
 * what it was asked for; seven_key_keeper_try_again()), unsaved (boolean: the file still holds the key until it is
 * saved), message (string: what will happen, happens, happened or went wrong).
 */
#define SEVEN_TYPE_KEY_KEEPER (seven_key_keeper_get_type ())
G_DECLARE_FINAL_TYPE (SevenKeyKeeper, seven_key_keeper, SEVEN, KEY_KEEPER, GObject)

SevenKeyKeeper *seven_key_keeper_new (SevenDocument *document, SevenKeyStore *key_store);
void seven_key_keeper_look_up (SevenKeyKeeper *self);
void seven_key_keeper_set_wanted (SevenKeyKeeper *self, gboolean wanted);
void seven_key_keeper_accept_offer (SevenKeyKeeper *self);
void seven_key_keeper_decline_offer (SevenKeyKeeper *self);
void seven_key_keeper_try_again (SevenKeyKeeper *self);
void seven_key_keeper_cancel (SevenKeyKeeper *self);

void seven_key_keeper_prepare_save_async (
    SevenKeyKeeper *self, const char *uri, GAsyncReadyCallback callback, gpointer user_data);
gboolean seven_key_keeper_prepare_save_finish (SevenKeyKeeper *self, GAsyncResult *result, GError **error);
void seven_key_keeper_leave_in_text (SevenKeyKeeper *self);
void seven_key_keeper_end_save (SevenKeyKeeper *self, gboolean saved);

G_END_DECLS
