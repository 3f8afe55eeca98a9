/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-document.h"
#include "seven-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenWindow:
 *
 * One document in a window: at the left it is written, at the right it is seen and tested.
 *
 * Properties, construct-only: session (SevenSession), settings
 * (GSettings, nullable: nothing is remembered). Read-only: document, preview, test-run, connection, position. Writable:
 * left-pane ("form", "json"), right-pane ("preview", "test", "problems"), end-visible (boolean: which side a narrow
 * window shows), pane (any of the five: the one that was shown last).
 *
 * Actions: `win.undo`, `win.redo`, `win.save`, `win.save-as`, `win.copy-json`, `win.copy-without-key`, `win.fix-all`,
 * `win.format`, `win.find`, `win.go-to-syntax-problem`, `win.next-problem`, `win.previous-problem`, `win.fix-problem`,
 * `win.show-pane` (s), `win.send-test`, `win.stop-test`, `win.test-all`, `win.check-key`.
 */
#define SEVEN_TYPE_WINDOW (seven_window_get_type ())
G_DECLARE_FINAL_TYPE (SevenWindow, seven_window, SEVEN, WINDOW, AdwApplicationWindow)

SevenWindow *seven_window_new (GtkApplication *application, SevenSession *session, GSettings *settings);
SevenDocument *seven_window_get_document (SevenWindow *self);
gboolean seven_window_is_pristine (SevenWindow *self);
void seven_window_start_draft (SevenWindow *self, const char *text, gboolean as_edit);
void seven_window_open (SevenWindow *self, const char *uri);
void seven_window_focus_send (SevenWindow *self);
void seven_window_add_toast (SevenWindow *self, const char *text);
void seven_window_repeat_test (SevenWindow *self, const char *gateway, const char *usage);

G_END_DECLS
