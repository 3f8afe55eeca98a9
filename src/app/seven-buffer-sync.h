/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SevenBufferSync:
 *
 * Keeps a text buffer and a document the same, both ways, one splice at a time. The buffer counts in characters and
 * the document in bytes: places are counted from the last one used, so that typing does not walk through a long text.
 */
typedef struct _SevenBufferSync SevenBufferSync;

SevenBufferSync *seven_buffer_sync_new (SevenDocument *document, GtkTextBuffer *buffer);
void seven_buffer_sync_free (SevenBufferSync *self);
gsize seven_buffer_sync_get_offset (SevenBufferSync *self, const GtkTextIter *iter);
void seven_buffer_sync_get_iter (SevenBufferSync *self, gsize offset, GtkTextIter *iter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenBufferSync, seven_buffer_sync_free)

G_END_DECLS
