/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A question that is under way: who asked, who lives until the answer, and whether it is still waited for. An object
 * has a place for the cancellable of its question, which is NULL while it waits for nothing. Private to the model. */
typedef struct
{
  gpointer asker; /* GObject */
  GCancellable *cancellable;
} SevenInquiry;

/* Puts a new cancellable into the place, which is empty. */
SevenInquiry *seven_inquiry_new (gpointer asker, GCancellable **place);
void seven_inquiry_free (SevenInquiry *self);

/* At the answer: empties the place and returns TRUE; FALSE where the question was given up, and perhaps another asked. */
gboolean seven_inquiry_end (SevenInquiry *self, GCancellable **place);

/* Gives up the question in the place, if there is one. Returns whether there was. */
gboolean seven_inquiry_stop (GCancellable **place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenInquiry, seven_inquiry_free)

G_END_DECLS
