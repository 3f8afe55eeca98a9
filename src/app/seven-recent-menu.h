/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SevenRecentMenu:
 *
 * The files that were opened last, as a menu whose items activate `app.open-recent` (s: the URI).
 *
 * Property: menu (GMenuModel, read-only: always the same).
 */
#define SEVEN_TYPE_RECENT_MENU (seven_recent_menu_get_type ())
G_DECLARE_FINAL_TYPE (SevenRecentMenu, seven_recent_menu, SEVEN, RECENT_MENU, GObject)

SevenRecentMenu *seven_recent_menu_new (GtkRecentManager *manager);
GMenuModel *seven_recent_menu_get_menu (SevenRecentMenu *self);

G_END_DECLS
