/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-connection.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenFormHeader:
 *
 * What stands above the templates in the form: key and sender, and the button that adds templates.
 *
 * Properties: connection (SevenConnection, construct-only), document (SevenDocument, read-only: that of the connection).
 */
#define SEVEN_TYPE_FORM_HEADER (seven_form_header_get_type ())
G_DECLARE_FINAL_TYPE (SevenFormHeader, seven_form_header, SEVEN, FORM_HEADER, GtkWidget)

GtkWidget *seven_form_header_new (SevenConnection *connection);
void seven_form_header_focus_api_key (SevenFormHeader *self);
void seven_form_header_focus_check (SevenFormHeader *self);
void seven_form_header_focus_sender (SevenFormHeader *self);

G_END_DECLS
