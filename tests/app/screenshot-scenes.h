/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-window.h"

G_BEGIN_DECLS

/* How long anything may take, in seconds. */
#define SCENE_LIMIT 10

/* What happens in a window before its picture is taken. Returns the window to take it of: the same one, or another that
 * came up, which the caller destroys; NULL: it did not happen. */
typedef GtkWindow *(*Scene) (SevenWindow *window);

GtkWindow *scene_delivered (SevenWindow *window);
GtkWindow *scene_every_template (SevenWindow *window);
GtkWindow *scene_history (SevenWindow *window);
GtkWindow *scene_key (SevenWindow *window);

/* Lets the program run until the property has the value; FALSE: it never had. */
gboolean scene_wait_until (gpointer object, const char *property, gboolean wanted);
/* Lets the program run until the widget is no wider than that, in pixels. */
gboolean scene_wait_for_width (GtkWidget *widget, int width);

G_END_DECLS
