/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-delivery-watch.h"
#include "seven-history-list.h"
#include "seven-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenHistoryWindow:
 *
 * The tests that were made: searched, filtered, looked at, exported, deleted.
 *
 * Properties: session (SevenSession, construct-only); read-only: list (SevenHistoryList), record (SevenRunRecord,
 * nullable: the chosen test), watch (SevenDeliveryWatch, nullable: it is asked for its report); writable: page ("list", "details": which of the two a narrow window shows).
 *
 * Actions: `history.back`, `history.clear-filter`, `history.copy`, `history.delete`, `history.delete-all`,
 * `history.delete-found`, `history.dismiss-notice`, `history.export`, `history.keep` (u: days, 0: for ever),
 * `history.look-again`, `history.test-again`, `history.try-again`, `win.find`.
 *
 * Signals: look-again (SevenRunRecord): a watch is wanted, by who knows the key; test-again (SevenRunRecord): the same
 * test is wanted in the window of a config.
 */
#define SEVEN_TYPE_HISTORY_WINDOW (seven_history_window_get_type ())
G_DECLARE_FINAL_TYPE (SevenHistoryWindow, seven_history_window, SEVEN, HISTORY_WINDOW, AdwWindow)

SevenHistoryWindow *seven_history_window_new (GtkApplication *application, SevenSession *session);
void seven_history_window_add_toast (SevenHistoryWindow *self, const char *text);
void seven_history_window_watch (SevenHistoryWindow *self, SevenDeliveryWatch *watch);

G_END_DECLS
