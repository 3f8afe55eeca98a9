/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-key-keeper-private.h"

#include <glib/gi18n-lib.h>

#include "seven-scrub.h"

void
seven_key_move_free (SevenKeyMove *self)
{
  g_clear_pointer (&self->displaced, seven_scrub_free_text);
  g_clear_pointer (&self->stored_key, seven_scrub_free_text);
  g_clear_pointer (&self->text_key, seven_scrub_free_text);
  g_free (self->stored_uri);
  g_free (self->uri);
  g_free (self);
}

/* What a save is about to change. Where one was not undone, it is still what was before that counts. */
void
seven_key_keeper_note_move (SevenKeyKeeper *self, const char *uri, char **displaced)
{
  SevenKeyMove *move;

  if (self->move != NULL && g_str_equal (self->move->uri, uri))
    return;
  g_clear_pointer (&self->move, seven_key_move_free);
  self->move = move = g_new0 (SevenKeyMove, 1);
  move->uri = g_strdup (uri);
  move->displaced = g_steal_pointer (displaced);
  move->stored_uri = g_strdup (self->stored_uri);
  move->stored_key = seven_document_dup_stored_key (self->document);
  move->text_key = seven_key_keeper_dup_text_key (self);
}

static gboolean
is_valid (SevenKeyKeeper *self)
{
  gboolean valid;

  g_object_get (self->document, "valid", &valid, NULL);
  return valid;
}

/**
 * seven_key_keeper_prepare_save_async:
 * @self: a keeper
 * @uri: where the document is about to be saved
 * @callback: called when it can be
 * @user_data: for @callback
 *
 * Moves the key out of the text before that is written, where it is to live in the keyring: first it is stored for
 * @uri, then it leaves the text. Where it lives there already, it is stored for a new @uri, too. Then
 * seven_key_keeper_end_save() has to be told how the save went.
 */
void
seven_key_keeper_prepare_save_async (
    SevenKeyKeeper *self, const char *uri, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *text_key = NULL;
  g_autofree char *key = NULL;

  g_return_if_fail (SEVEN_IS_KEY_KEEPER (self));
  g_return_if_fail (uri != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, seven_key_keeper_prepare_save_async);
  text_key = seven_key_keeper_dup_text_key (self);
  key = seven_document_dup_usable_key (self->document);
  if (self->store == NULL || !self->wanted)
    g_task_return_boolean (task, TRUE);
  else if (self->call != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING, "%s",
        _ ("The keyring is still being asked for something else. Answer it or cancel, then save again."));
  else if (!seven_key_keeper_is_kept (self) && !is_valid (self))
    g_task_return_new_error (task, SEVEN_KEY_STORE_ERROR, SEVEN_KEY_STORE_ERROR_FAILED, "%s",
        _ ("The text is not JSON, so the key cannot be taken out of it."));
  else if (key == NULL || (text_key == NULL && g_strcmp0 (uri, self->stored_uri) == 0))
    g_task_return_boolean (task, TRUE);
  else
    seven_key_keeper_store (self, uri, key, g_steal_pointer (&task));
}

/**
 * seven_key_keeper_prepare_save_finish:
 * @self: a keeper
 * @result: what the callback got
 * @error: return location
 *
 * Errors: those of #SevenKeyStoreError but %SEVEN_KEY_STORE_ERROR_CANCELLED: the key has not been moved, and still
 * stands in the text unless it was kept before; %G_IO_ERROR_CANCELLED: the person has stopped it;
 * %G_IO_ERROR_PENDING: the keyring is being asked for something else.
 *
 * Returns: whether the document can be saved
 */
gboolean
seven_key_keeper_prepare_save_finish (SevenKeyKeeper *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, seven_key_keeper_prepare_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * seven_key_keeper_leave_in_text:
 * @self: a keeper
 *
 * The key is to stand in the file after all, because the keyring does not take it: it comes back into the text where it
 * was kept. What the keyring has for the file of before stays there.
 */
void
seven_key_keeper_leave_in_text (SevenKeyKeeper *self)
{
  g_return_if_fail (SEVEN_IS_KEY_KEEPER (self));

  if (seven_key_keeper_is_kept (self))
    seven_key_keeper_bring_back (self);
  self->wanted = seven_key_keeper_is_kept (self);
  self->declined = TRUE;
  g_clear_pointer (&self->stored_uri, g_free);
  seven_key_keeper_refresh (self);
}

/* The key stands where it stood before the save: in the text, or for the file of before. */
static void
move_back (SevenKeyKeeper *self, const SevenKeyMove *move)
{
  seven_document_set_stored_key (self->document, move->stored_key);
  if (move->text_key != NULL) {
    seven_document_seal (self->document);
    seven_document_set_api_key (self->document, move->text_key);
    seven_document_seal (self->document);
  }
  g_clear_pointer (&self->stored_uri, g_free);
  self->stored_uri = g_strdup (move->stored_uri);
}

/**
 * seven_key_keeper_end_save:
 * @self: a keeper
 * @saved: whether the document was saved
 *
 * Ends what seven_key_keeper_prepare_save_async() has begun. Where the document was not saved after all, the keyring
 * gets back what it had for that file, and the key goes back to where it was.
 */
void
seven_key_keeper_end_save (SevenKeyKeeper *self, gboolean saved)
{
  g_return_if_fail (SEVEN_IS_KEY_KEEPER (self));

  if (self->move == NULL)
    return;
  if (saved) {
    g_clear_pointer (&self->move, seven_key_move_free);
    return;
  }
  seven_key_keeper_drop_call (self);
  move_back (self, self->move);
  seven_key_keeper_give_back (self);
}
