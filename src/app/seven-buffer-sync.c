/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-buffer-sync.h"

#include <string.h>

struct _SevenBufferSync
{
  SevenDocument *document;
  GtkTextBuffer *buffer;
  gsize n_bytes; /* of the document when it was last seen */
  /* One place of the text in both counts: where the last one was looked up. */
  gsize anchor_bytes;
  glong anchor_chars;
  /* The edit that is under way in the buffer. */
  int edit_start;
  int edit_removed;
  gboolean from_buffer;
  gboolean from_document;
};

static void
set_anchor (SevenBufferSync *self, gsize bytes, glong chars)
{
  self->anchor_bytes = bytes;
  self->anchor_chars = chars;
}

static gsize
bytes_at (SevenBufferSync *self, glong chars)
{
  gsize length;
  const char *text = seven_document_get_text (self->document, &length);
  const char *place;

  if (chars < self->anchor_chars / 2)
    set_anchor (self, 0, 0);
  place = g_utf8_offset_to_pointer (text + self->anchor_bytes, chars - self->anchor_chars);
  set_anchor (self, (gsize) (place - text), chars);
  return self->anchor_bytes;
}

static glong
chars_at (SevenBufferSync *self, gsize bytes)
{
  gsize length;
  const char *text = seven_document_get_text (self->document, &length);
  glong chars;

  bytes = MIN (bytes, length);
  if (bytes < self->anchor_bytes / 2)
    set_anchor (self, 0, 0);
  chars = self->anchor_chars + g_utf8_pointer_to_offset (text + self->anchor_bytes, text + bytes);
  set_anchor (self, bytes, chars);
  return chars;
}

/* A buffer cannot hold NUL: its picture stands for it, as one character for one. */
static char *
dup_displayable (const char *text, gsize length)
{
  g_autoptr (GString) string = g_string_sized_new (length + 1);
  const char *end = text + length;

  while (text < end) {
    gsize run = strnlen (text, (gsize) (end - text));

    g_string_append_len (string, text, (gssize) run);
    text += run;
    if (text < end) {
      g_string_append (string, "␀");
      text++;
    }
  }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
load_all (SevenBufferSync *self)
{
  gsize length;
  const char *text = seven_document_get_text (self->document, &length);
  g_autofree char *displayable = dup_displayable (text, length);
  GtkTextIter start;

  set_anchor (self, 0, 0);
  gtk_text_buffer_set_text (self->buffer, displayable, -1);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
}

static glong
count_removed_chars (SevenBufferSync *self, const GtkTextIter *start, gsize removed)
{
  GtkTextIter end = *start;
  g_autofree char *slice = NULL;

  gtk_text_iter_forward_chars (&end, (int) MIN (removed, G_MAXINT));
  slice = gtk_text_buffer_get_slice (self->buffer, start, &end, TRUE);
  return g_utf8_pointer_to_offset (slice, slice + MIN (removed, strlen (slice)));
}

static void
splice_buffer (SevenBufferSync *self, gsize offset, gsize removed, const char *inserted)
{
  GtkTextIter start;
  GtkTextIter end;

  if (offset < self->anchor_bytes)
    set_anchor (self, 0, 0);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) chars_at (self, offset));
  if (removed > 0) {
    end = start;
    gtk_text_iter_forward_chars (&end, (int) count_removed_chars (self, &start, removed));
    gtk_text_buffer_delete (self->buffer, &start, &end);
  }
  gtk_text_buffer_insert (self->buffer, &start, inserted, -1);
  gtk_text_buffer_place_cursor (self->buffer, &start);
}

static void
spliced_cb (SevenBufferSync *self, guint64 offset, guint64 removed, const char *inserted)
{
  gsize before = self->n_bytes;

  seven_document_get_text (self->document, &self->n_bytes);
  if (self->from_buffer)
    return;
  self->from_document = TRUE;
  /* Everything is new, or there is a NUL in it, which no argument of a signal can carry. */
  if (removed == before || before - removed + strlen (inserted) != self->n_bytes ||
      memchr (seven_document_get_text (self->document, NULL), '\0', self->n_bytes) != NULL)
    load_all (self);
  else
    splice_buffer (self, offset, removed, inserted);
  self->from_document = FALSE;
}

static void
type (SevenBufferSync *self, int start, int removed, const char *inserted)
{
  gsize end_bytes;
  gsize start_bytes;

  end_bytes = bytes_at (self, start + removed);
  start_bytes = bytes_at (self, start);
  self->from_buffer = TRUE;
  seven_document_type (self->document, start_bytes, end_bytes - start_bytes, inserted);
  self->from_buffer = FALSE;
}

static void
inserted_cb (SevenBufferSync *self, GtkTextIter *end, const char *text, int length)
{
  g_autofree char *inserted = NULL;

  if (self->from_document)
    return;
  inserted = g_strndup (text, length >= 0 ? (gsize) length : strlen (text));
  type (self, gtk_text_iter_get_offset (end) - (int) g_utf8_strlen (inserted, -1), 0, inserted);
}

static void
delete_cb (SevenBufferSync *self, GtkTextIter *start, GtkTextIter *end)
{
  self->edit_start = gtk_text_iter_get_offset (start);
  self->edit_removed = gtk_text_iter_get_offset (end) - self->edit_start;
}

static void
deleted_cb (SevenBufferSync *self)
{
  if (!self->from_document)
    type (self, self->edit_start, self->edit_removed, "");
}

/* Typing moves the cursor without setting its mark; going elsewhere ends a step of undo. */
static void
mark_set_cb (SevenBufferSync *self, const GtkTextIter *place, GtkTextMark *mark)
{
  if (!self->from_document && mark == gtk_text_buffer_get_insert (self->buffer))
    seven_document_seal (self->document);
}

/**
 * seven_buffer_sync_new:
 * @document: a document
 * @buffer: the buffer that shall show it; what it holds is replaced
 *
 * Returns: (transfer full): keeps both the same until it is freed
 */
SevenBufferSync *
seven_buffer_sync_new (SevenDocument *document, GtkTextBuffer *buffer)
{
  SevenBufferSync *self;

  g_return_val_if_fail (SEVEN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);

  self = g_new0 (SevenBufferSync, 1);
  self->document = g_object_ref (document);
  self->buffer = g_object_ref (buffer);
  seven_document_get_text (document, &self->n_bytes);
  load_all (self);
  g_signal_connect_swapped (document, "spliced", G_CALLBACK (spliced_cb), self);
  /* After the buffer has changed: its iterators must not move while it still works with them. */
  g_signal_connect_data (
      buffer, "insert-text", G_CALLBACK (inserted_cb), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_swapped (buffer, "delete-range", G_CALLBACK (delete_cb), self);
  g_signal_connect_data (
      buffer, "delete-range", G_CALLBACK (deleted_cb), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_swapped (buffer, "mark-set", G_CALLBACK (mark_set_cb), self);
  return self;
}

/**
 * seven_buffer_sync_free:
 * @self: (nullable) (transfer full): a sync
 *
 * Leaves document and buffer as they are, and lets them go their own ways.
 */
void
seven_buffer_sync_free (SevenBufferSync *self)
{
  if (self == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_object_unref (self->document);
  g_object_unref (self->buffer);
  g_free (self);
}

/**
 * seven_buffer_sync_get_offset:
 * @self: a sync
 * @iter: a place of its buffer
 *
 * Returns: the same place in the document's text, in bytes
 */
gsize
seven_buffer_sync_get_offset (SevenBufferSync *self, const GtkTextIter *iter)
{
  g_return_val_if_fail (self != NULL, 0);

  return bytes_at (self, gtk_text_iter_get_offset (iter));
}

/**
 * seven_buffer_sync_get_iter:
 * @self: a sync
 * @offset: a place of the document's text, in bytes
 * @iter: (out): the same place in the buffer
 */
void
seven_buffer_sync_get_iter (SevenBufferSync *self, gsize offset, GtkTextIter *iter)
{
  g_return_if_fail (self != NULL);

  gtk_text_buffer_get_iter_at_offset (self->buffer, iter, (int) chars_at (self, offset));
}
