/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SevenTemplateEditor:
 *
 * A text of several lines that grows with what is typed; `{{code}}` stands out like a chip, and characters that make
 * the message Unicode are marked. Tab leaves it, and it has no undo of its own: the document has.
 *
 * Property: content (string, never %NULL).
 */
#define SEVEN_TYPE_TEMPLATE_EDITOR (seven_template_editor_get_type ())
G_DECLARE_FINAL_TYPE (SevenTemplateEditor, seven_template_editor, SEVEN, TEMPLATE_EDITOR, GtkTextView)

G_END_DECLS
