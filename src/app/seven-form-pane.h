/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-connection.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenFormPane:
 *
 * The config as a form: key, sender, and one card a template. The list makes widgets only for what is near the eye.
 *
 * Properties: connection (SevenConnection, nullable), document (SevenDocument, nullable, read-only: that of the
 * connection). Actions: `form.add-all-missing`, `form.focus-template` (u).
 */
#define SEVEN_TYPE_FORM_PANE (seven_form_pane_get_type ())
G_DECLARE_FINAL_TYPE (SevenFormPane, seven_form_pane, SEVEN, FORM_PANE, GtkWidget)

void seven_form_pane_focus_api_key (SevenFormPane *self);
void seven_form_pane_focus_check (SevenFormPane *self);
void seven_form_pane_focus_sender (SevenFormPane *self);
void seven_form_pane_focus_template (SevenFormPane *self, guint index);
gboolean seven_form_pane_reveal_problem (SevenFormPane *self, SevenProblem *problem);

G_END_DECLS
