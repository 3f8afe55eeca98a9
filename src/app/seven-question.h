/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Keeps the focus on the default response, so that Enter means that one, until the person moves it: in a narrow dialog
 * the response that comes last has it else. */
void seven_question_keep_focus (AdwMessageDialog *dialog);

/* A question whether to send what costs money, not shown yet: asked by the properties question-title and question-body of
 * about. The responses are "cancel" and "send". Enter and Escape mean Cancel; what becomes known while the question
 * stands, such as a price, is told in it. (transfer none) */
AdwMessageDialog *seven_question_new_payment (GtkWindow *parent, GObject *about);

/* A question whether to close a window although a test is under way, not shown yet. The responses are "wait", which Enter
 * and Escape mean, and "close". (transfer none) */
AdwMessageDialog *seven_question_new_close (GtkWindow *parent, const char *title, const char *body);

G_END_DECLS
