/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Offers a kind of files in a dialog; the first one that is offered is the one that is chosen. name: translated.
 * pattern: "*.json". */
void seven_file_filter_add (GtkFileChooser *chooser, const char *name, const char *pattern);

G_END_DECLS
