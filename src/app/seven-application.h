/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenApplication:
 *
 * The program: one process, one document a window.
 *
 * Properties: session (SevenSession, construct-only), recent-files (GMenuModel, nullable until the program has started,
 * read-only).
 *
 * Actions: `app.new`, `app.new-documented`, `app.paste`, `app.open`, `app.open-recent` (s: a URI), `app.about`,
 * `app.quit`.
 */
#define SEVEN_TYPE_APPLICATION (seven_application_get_type ())
G_DECLARE_FINAL_TYPE (SevenApplication, seven_application, SEVEN, APPLICATION, AdwApplication)

SevenApplication *seven_application_new (SevenSession *session);

G_END_DECLS
