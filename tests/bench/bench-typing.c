/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "bench.h"

#include "seven-preview.h"

#include <stdio.h>
#include <string.h>

/* What a person types into: a document with all that is derived from it. */
typedef struct
{
  BenchText text;
  SevenDocument *document;
  SevenPreview *preview;
  gsize place;
  gboolean checked;
} Typing;

static void
checked_cb (Typing *self)
{
  self->checked = TRUE;
}

static void
start (Typing *self)
{
  self->document = seven_document_new ();
  self->preview = seven_preview_new (self->document);
  g_signal_connect_swapped (self->document, "checked", G_CALLBACK (checked_cb), self);
}

static void
load (Typing *self)
{
  self->checked = FALSE;
  seven_document_reset (self->document, self->text.text, self->text.length, NULL, NULL);
  while (!self->checked)
    g_main_context_iteration (NULL, TRUE);
}

static void
stop (Typing *self)
{
  g_clear_object (&self->preview);
  g_clear_object (&self->document);
}

/* One key, and all is up to date again: at once, or when the thread is done. */
static void
type_and_wait (gpointer data)
{
  Typing *self = data;

  self->checked = FALSE;
  seven_document_type (self->document, self->place, 0, "x");
  while (!self->checked)
    g_main_context_iteration (NULL, TRUE);
}

/* How long the key keeps the window from its next frame. */
static void
type_only (gpointer data)
{
  Typing *self = data;

  seven_document_type (self->document, self->place, 0, "x");
}

static void
undo (gpointer data)
{
  Typing *self = data;

  seven_document_seal (self->document);
  seven_document_undo (self->document);
  seven_document_redo (self->document);
}

static void
open (gpointer data)
{
  Typing *self = data;

  start (self);
  load (self);
  stop (self);
}

static void
parse_theirs (gpointer data)
{
  Typing *self = data;

  bench_parse_with_json_glib (&self->text);
}

static void
report (const char *what, const char *name, const Typing *self, BenchWork work)
{
  g_autofree char *line =
      g_strdup_printf ("%s %s (%.0f KB)", what, name, (double) self->text.length / 1000.0);

  bench_report (line, "json-glib's parser", work, parse_theirs, (gpointer) self);
}

void
bench_typing (const char *name, const char *text)
{
  Typing self = { .text = { text, strlen (text) } };
  const char *place = strstr (text, "{{code}} ");

  g_assert_nonnull (place);
  self.place = (gsize) (place - text) + strlen ("{{code}} ");
  report ("open", name, &self, open);
  start (&self);
  load (&self);
  report ("key to problems,", name, &self, type_and_wait);
  report ("key to next frame,", name, &self, type_only);
  load (&self);
  type_and_wait (&self);
  report ("undo and redo", name, &self, undo);
  stop (&self);
}
