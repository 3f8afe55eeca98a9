/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-test-run.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenExchangeView:
 *
 * Request and reply of a send as they were, the key masked, behind a button.
 *
 * Properties: result (SevenResult, nullable), shown (boolean).
 */
#define SEVEN_TYPE_EXCHANGE_VIEW (seven_exchange_view_get_type ())
G_DECLARE_FINAL_TYPE (SevenExchangeView, seven_exchange_view, SEVEN, EXCHANGE_VIEW, AdwBin)

G_END_DECLS
