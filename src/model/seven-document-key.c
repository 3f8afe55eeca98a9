/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-document-private.h"

#include <string.h>

/* So many bytes are rewritten at most, which takes a second: older steps of undo go. */
#define MAX_REWRITTEN (32 * 1024 * 1024)

void
seven_document_forget_key (SevenDocument *self)
{
  g_clear_pointer (&self->stored_key, seven_scrub_free_text);
}

/**
 * seven_document_set_stored_key:
 * @self: a document
 * @key: (nullable): the key that is kept for it elsewhere, in a keyring; %NULL: there is none
 *
 * Lets the document use a key that does not stand in its text. It is kept in memory only. One that no HTTP header can
 * carry, or a placeholder, counts as none. A usable key in the text goes before it.
 */
void
seven_document_set_stored_key (SevenDocument *self, const char *key)
{
  g_autofree char *usable = key != NULL ? seven_config_dup_usable_key (key, strlen (key)) : NULL;
  gboolean had_key;

  g_return_if_fail (SEVEN_IS_DOCUMENT (self));

  had_key = self->stored_key != NULL;
  seven_document_forget_key (self);
  self->stored_key = g_steal_pointer (&usable);
  if (had_key == (self->stored_key != NULL))
    return;
  self->serial++;
  seven_document_recheck (self);
}

/**
 * seven_document_dup_usable_key:
 * @self: a document
 *
 * Returns: (transfer full) (nullable): the key to send with: that of the last text that was an object where it can be
 *   sent, else the one that is kept elsewhere; %NULL: there is none
 */
char *
seven_document_dup_usable_key (SevenDocument *self)
{
  SevenConfig *config;
  char *key;

  g_return_val_if_fail (SEVEN_IS_DOCUMENT (self), NULL);

  config = seven_document_get_good_config (self);
  key = config != NULL ? seven_config_dup_usable_api_key (config) : NULL;

  return key != NULL ? key : g_strdup (self->stored_key);
}

/**
 * seven_document_dup_stored_key:
 * @self: a document
 *
 * Returns: (transfer full) (nullable): the key that is kept for it elsewhere, whatever stands in the text
 */
char *
seven_document_dup_stored_key (SevenDocument *self)
{
  g_return_val_if_fail (SEVEN_IS_DOCUMENT (self), NULL);

  return g_strdup (self->stored_key);
}

static SevenScrub *
learn_keys (SevenDocument *self, GPtrArray *states)
{
  SevenScrub *scrub = seven_scrub_new ();

  if (self->stored_key != NULL)
    seven_scrub_learn_key (scrub, self->stored_key);
  for (guint i = 0; i < states->len; i++) {
    const GString *text = g_ptr_array_index (states, i);

    seven_scrub_learn (scrub, text->str, text->len);
  }

  return scrub;
}

static GPtrArray *
rewrite (SevenScrub *scrub, GPtrArray *states)
{
  GPtrArray *rewritten = g_ptr_array_new_with_free_func ((GDestroyNotify) seven_scrub_free_string);

  for (guint i = 0; i < states->len; i++) {
    const GString *text = g_ptr_array_index (states, i);

    g_ptr_array_add (rewritten, seven_scrub_put (scrub, text->str, text->len));
  }

  return rewritten;
}

/**
 * seven_document_take_out_key:
 * @self: a document
 *
 * Puts the placeholder in the place of the key: in the text, which is no step of undo, and in every text that undo and
 * redo lead to; the steps stay otherwise. All members called like the key are emptied so, in broken JSON too, and each
 * key of some length that stood in one is also found elsewhere in the text. What lies on the disk still has the key:
 * the document is modified until it is saved.
 *
 * The key has to be kept elsewhere before: nothing brings it back.
 */
void
seven_document_take_out_key (SevenDocument *self)
{
  g_autoptr (GPtrArray) states = NULL;
  g_autoptr (GPtrArray) rewritten = NULL;
  g_autoptr (SevenScrub) scrub = NULL;
  guint present;

  g_return_if_fail (SEVEN_IS_DOCUMENT (self));

  states = seven_undo_stack_dup_states (self->undo, self->text, MAX_REWRITTEN);
  present = seven_undo_stack_get_position (self->undo);
  scrub = learn_keys (self, states);
  rewritten = rewrite (scrub, states);
  seven_undo_stack_rewrite (self->undo, states, rewritten, self->saved_state);
  seven_document_become (self, g_ptr_array_index (rewritten, present));
  seven_document_scrub_check (self, scrub);
}
