/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-state-store.h"
#include "seven-text.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenApplication:
 *
 * The program: one process, one document a window.
 *
 * Properties: text-store (SevenTextStore, construct-only), gateways (GListModel of SevenGatewayChoice,
 * construct-only), recent-files (GMenuModel, nullable until the program has started, read-only).
 *
 * Actions: `app.new`, `app.new-documented`, `app.paste`, `app.open`, `app.open-recent` (s: a URI), `app.about`,
 * `app.quit`.
 */
#define SEVEN_TYPE_APPLICATION (seven_application_get_type ())
G_DECLARE_FINAL_TYPE (SevenApplication, seven_application, SEVEN, APPLICATION, AdwApplication)

SevenApplication *
seven_application_new (SevenTextStore *store, SevenStateStore *state_store, GListModel *gateways);

G_END_DECLS
