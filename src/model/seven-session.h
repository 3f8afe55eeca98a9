/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-history.h"
#include "seven-key-store.h"
#include "seven-price-list.h"
#include "seven-recent-sends.h"
#include "seven-state-store.h"
#include "seven-text.h"

G_BEGIN_DECLS

/**
 * SevenSession:
 *
 * What all windows of a running program share. Properties, all read-only after construction: text-store
 * (SevenTextStore, nullable: nothing can be opened), state-store (SevenStateStore, nullable), key-store (SevenKeyStore, nullable: there is no keyring),
 * history-store (SevenHistoryStore, nullable: nothing is remembered), gateways (GListModel of SevenGatewayChoice),
 * history (SevenHistory), prices (SevenPriceList), recent-sends (SevenRecentSends).
 */
#define SEVEN_TYPE_SESSION (seven_session_get_type ())
G_DECLARE_FINAL_TYPE (SevenSession, seven_session, SEVEN, SESSION, GObject)

SevenSession *seven_session_new (SevenTextStore *text_store, SevenStateStore *state_store,
    SevenKeyStore *key_store, SevenHistoryStore *history_store, GListModel *gateways);
SevenTextStore *seven_session_get_text_store (SevenSession *self);
SevenStateStore *seven_session_get_state_store (SevenSession *self);
SevenKeyStore *seven_session_get_key_store (SevenSession *self);
GListModel *seven_session_get_gateways (SevenSession *self);
SevenGatewayChoice *seven_session_find_gateway (SevenSession *self, const char *id);
SevenHistory *seven_session_get_history (SevenSession *self);
SevenPriceList *seven_session_get_prices (SevenSession *self);
SevenRecentSends *seven_session_get_recent_sends (SevenSession *self);

G_END_DECLS
