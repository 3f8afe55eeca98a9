/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-document-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define LONG_LINE 10000 /* characters */

static gboolean
has_long_line (const GString *text)
{
  const char *end = text->str + text->len;
  const char *line = text->str;

  while (line < end) {
    const char *newline = memchr (line, '\n', (gsize) (end - line));
    const char *line_end = newline != NULL ? newline : end;

    if (line_end - line > LONG_LINE && g_utf8_pointer_to_offset (line, line_end) > LONG_LINE)
      return TRUE;
    line = line_end + 1;
  }
  return FALSE;
}

/* Changes the text and says so, without undo and check. */
static void
replace (SevenDocument *self, gsize offset, gsize removed, const char *inserted, gsize inserted_length)
{
  g_autofree char *argument = g_strndup (inserted, inserted_length);

  g_string_erase (self->text, (gssize) offset, (gssize) removed);
  g_string_insert_len (self->text, (gssize) offset, inserted, (gssize) inserted_length);
  self->serial++;
  self->long_lines = has_long_line (self->text);
  seven_document_emit_spliced (self, offset, removed, argument);
}

void
seven_document_become (SevenDocument *self, const GString *text)
{
  GString *old = self->text;
  g_autofree char *inserted = NULL;
  gsize head;
  gsize tail;

  if (g_string_equal (old, text))
    return;
  seven_splice_measure (old->str, old->len, text->str, text->len, &head, &tail);
  inserted = g_strndup (text->str + head, text->len - head - tail);
  self->text = g_string_new_len (text->str, (gssize) text->len);
  self->serial++;
  self->long_lines = has_long_line (self->text);
  seven_document_emit_spliced (self, head, old->len - head - tail, inserted);
  seven_scrub_free_string (old);
}

void
seven_document_splice (SevenDocument *self, gsize offset, gsize removed, const char *inserted,
    const char *field, const char *label)
{
  g_return_if_fail (offset <= self->text->len && removed <= self->text->len - offset);
  g_return_if_fail (g_utf8_validate (inserted, -1, NULL));

  if (removed == 0 && *inserted == '\0')
    return;
  seven_undo_stack_push (
      self->undo, offset, self->text->str + offset, removed, inserted, strlen (inserted), field, label);
  replace (self, offset, removed, inserted, strlen (inserted));
  seven_document_recheck (self);
}

/* Where it lives from now on, and the version there. */
void
seven_document_take_place (SevenDocument *self, char *uri, char *stamp)
{
  g_clear_pointer (&self->uri, g_free);
  g_clear_pointer (&self->stamp, g_free);
  self->uri = uri;
  self->stamp = stamp;
}

char **
seven_config_dup_member_names (SevenConfig *config)
{
  const SevenJsonValue *root = config != NULL ? seven_json_get_root (seven_config_get_json (config)) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (root == NULL || seven_json_value_get_kind (root) != SEVEN_JSON_OBJECT)
    return NULL;
  for (guint i = 0; i < seven_json_value_get_n_children (root); i++)
    g_ptr_array_add (
        names, g_strdup (seven_json_value_get_string (seven_json_value_get_name (root, i), NULL)));
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_steal (names, NULL);
}

/**
 * seven_document_reset:
 * @self: a document
 * @text: valid UTF-8, may hold NUL
 * @length: its length in bytes
 * @uri: (nullable): where it lives
 * @stamp: (nullable): the version there
 *
 * Starts over with this text: nothing to undo, not modified. A key that is kept elsewhere is forgotten unless the text
 * lives where the last one did.
 */
void
seven_document_reset (SevenDocument *self, const char *text, gsize length, const char *uri, const char *stamp)
{
  g_autofree char *new_uri = g_strdup (uri);
  g_autofree char *new_stamp = g_strdup (stamp);

  g_return_if_fail (SEVEN_IS_DOCUMENT (self));
  g_return_if_fail (text != NULL);

  if (new_uri == NULL || g_strcmp0 (new_uri, self->uri) != 0)
    seven_document_forget_key (self);
  seven_document_take_place (self, g_steal_pointer (&new_uri), g_steal_pointer (&new_stamp));
  seven_undo_stack_clear (self->undo);
  self->saved_state = seven_undo_stack_get_state (self->undo);
  seven_document_clear_check (self);
  replace (self, 0, self->text->len, text, length);
  seven_document_recheck (self);
  seven_document_learn_members (self);
}

/**
 * seven_document_type:
 * @self: a document
 * @offset: where, in bytes, at the border of a character
 * @removed: how many bytes go
 * @inserted: what comes
 *
 * An edit in the editor. Typing on in the same place is one step of undo until seven_document_seal().
 */
void
seven_document_type (SevenDocument *self, gsize offset, gsize removed, const char *inserted)
{
  g_return_if_fail (SEVEN_IS_DOCUMENT (self));
  g_return_if_fail (inserted != NULL);

  /* Translators: a step in the menu of undo. */
  seven_document_splice (self, offset, removed, inserted, "text", _ ("Typing"));
}

/**
 * seven_document_seal:
 * @self: a document
 *
 * Ends the step of undo: what is typed next is another.
 */
void
seven_document_seal (SevenDocument *self)
{
  g_return_if_fail (SEVEN_IS_DOCUMENT (self));

  seven_undo_stack_seal (self->undo);
}

/**
 * seven_document_apply:
 * @self: a document
 * @splice: (nullable): a change of the present text; %NULL: nothing happens
 * @label: (nullable): translated, for the menu of undo
 *
 * Makes the change, as a step of its own.
 */
void
seven_document_apply (SevenDocument *self, const SevenSplice *splice, const char *label)
{
  g_return_if_fail (SEVEN_IS_DOCUMENT (self));

  if (splice != NULL)
    seven_document_splice (self, splice->offset, splice->removed, splice->inserted, NULL, label);
}

/**
 * seven_document_undo:
 * @self: a document
 *
 * Takes the last step back, if there is one.
 */
void
seven_document_undo (SevenDocument *self)
{
  const SevenUndoStep *step;

  g_return_if_fail (SEVEN_IS_DOCUMENT (self));

  step = seven_undo_stack_peek_undo (self->undo);
  if (step == NULL)
    return;
  seven_undo_stack_undo (self->undo);
  replace (self, step->offset, step->after->len, step->before->str, step->before->len);
  seven_document_recheck (self);
}

/**
 * seven_document_redo:
 * @self: a document
 *
 * Takes the step again that was last taken back, if there is one.
 */
void
seven_document_redo (SevenDocument *self)
{
  const SevenUndoStep *step;

  g_return_if_fail (SEVEN_IS_DOCUMENT (self));

  step = seven_undo_stack_peek_redo (self->undo);
  if (step == NULL)
    return;
  seven_undo_stack_redo (self->undo);
  replace (self, step->offset, step->before->len, step->after->str, step->after->len);
  seven_document_recheck (self);
}
