/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-key-keeper-private.h"

#include "seven-scrub.h"

struct _SevenKeepingCall
{
  SevenKeyKeeper *keeper;
  SevenKeeping keeping;
  char *uri;
  char *key; /* (nullable): to be stored */
  char *displaced; /* (nullable): what lay there */
  GTask *save; /* (nullable): waits for it */
  GCancellable *cancellable;
};

typedef SevenKeepingCall Call;

static void
call_free (Call *call)
{
  g_clear_object (&call->keeper);
  g_clear_object (&call->save);
  g_clear_object (&call->cancellable);
  g_clear_pointer (&call->key, seven_scrub_free_text);
  g_clear_pointer (&call->displaced, seven_scrub_free_text);
  g_free (call->uri);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

static Call *
start_call (SevenKeyKeeper *self, SevenKeeping keeping, const char *uri)
{
  Call *call = g_new0 (Call, 1);

  call->keeper = g_object_ref (self);
  call->keeping = keeping;
  call->uri = g_strdup (uri);
  call->cancellable = g_cancellable_new ();
  self->call = call;
  self->failed = SEVEN_KEEPING_NONE;
  g_clear_pointer (&self->fault, g_free);
  return call;
}

/* Whether anybody still waits for it. */
static gboolean
end_call (Call *call)
{
  if (call->keeper->call != call)
    return FALSE;
  call->keeper->call = NULL;
  return TRUE;
}

static void
fail (SevenKeyKeeper *self, SevenKeeping keeping, const GError *error)
{
  self->failed = keeping;
  g_clear_pointer (&self->fault, g_free);
  self->fault = g_strdup (error->message);
}

SevenKeeping
seven_key_keeper_get_call (SevenKeyKeeper *self)
{
  return self->call != NULL ? self->call->keeping : SEVEN_KEEPING_NONE;
}

void
seven_key_keeper_drop_call (SevenKeyKeeper *self)
{
  g_autoptr (GCancellable) cancellable = NULL;

  if (self->call == NULL)
    return;
  cancellable = g_object_ref (self->call->cancellable);
  self->call = NULL;
  g_cancellable_cancel (cancellable);
}

static void
looked_up_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  SevenKeyKeeper *self = call->keeper;
  g_autoptr (GError) error = NULL;

  call->key = seven_key_store_lookup_finish (SEVEN_KEY_STORE (source_object), result, &error);
  if (!end_call (call))
    return;
  if (error != NULL) {
    fail (self, SEVEN_KEEPING_LOOK_UP, error);
  } else if (call->key != NULL) {
    seven_document_set_stored_key (self->document, call->key);
    self->wanted = seven_key_keeper_is_kept (self);
    self->stored_uri = self->wanted ? g_steal_pointer (&call->uri) : NULL;
  }
  seven_key_keeper_refresh (self);
}

static gboolean
is_known (SevenKeyKeeper *self)
{
  gboolean checking;
  gboolean valid;

  g_object_get (self->document, "checking", &checking, "valid", &valid, NULL);
  return valid && !checking;
}

void
seven_key_keeper_look_up_when_known (SevenKeyKeeper *self)
{
  const char *uri = seven_document_get_uri (self->document);
  g_autofree char *key = NULL;
  Call *call;

  if (!self->to_look_up || !is_known (self))
    return;
  self->to_look_up = FALSE;
  key = seven_key_keeper_dup_text_key (self);
  if (self->store == NULL || uri == NULL || key != NULL || self->call != NULL)
    return;
  call = start_call (self, SEVEN_KEEPING_LOOK_UP, uri);
  seven_key_store_lookup_async (self->store, call->uri, call->cancellable, looked_up_cb, call);
}

/* Only the key that is in the keyring now leaves the text: another may have been typed meanwhile. */
static void
take_over (SevenKeyKeeper *self, Call *call)
{
  g_autofree char *text_key = seven_key_keeper_dup_text_key (self);

  seven_document_set_stored_key (self->document, call->key);
  if (g_strcmp0 (text_key, call->key) == 0) {
    self->surely_unsaved = call->save == NULL && !seven_document_get_modified (self->document);
    self->unsaved = call->save == NULL;
    seven_document_take_out_key (self->document);
  }
  g_clear_pointer (&self->stored_uri, g_free);
  self->stored_uri = g_steal_pointer (&call->uri);
  self->wanted = TRUE;
  self->declined = FALSE;
}

static void
return_save_error (Call *call, const GError *error)
{
  /* Whoever stopped it knows. */
  if (g_error_matches (error, SEVEN_KEY_STORE_ERROR, SEVEN_KEY_STORE_ERROR_CANCELLED))
    g_task_return_new_error (call->save, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", error->message);
  else
    g_task_return_error (call->save, g_error_copy (error));
}

/* error: (nullable): why it is not there. */
static void
end_store (Call *call, const GError *error)
{
  SevenKeyKeeper *self = call->keeper;

  if (!end_call (call)) {
    if (call->save != NULL)
      g_task_return_new_error (call->save, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Another document was opened");
    return;
  }
  if (error == NULL) {
    if (call->save != NULL)
      seven_key_keeper_note_move (self, call->uri, &call->displaced);
    take_over (self, call);
    if (call->save != NULL)
      g_task_return_boolean (call->save, TRUE);
  } else if (call->save != NULL) {
    return_save_error (call, error);
  } else {
    self->wanted = seven_key_keeper_is_kept (self);
    fail (self, SEVEN_KEEPING_STORE, error);
  }
  seven_key_keeper_refresh (self);
}

static void
stored_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  g_autoptr (GError) error = NULL;

  seven_key_store_store_finish (SEVEN_KEY_STORE (source_object), result, &error);
  end_store (call, error);
}

static void
store (Call *call)
{
  seven_key_store_store_async (call->keeper->store, call->uri, call->key, call->cancellable, stored_cb, call);
}

static void
looked_before_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  g_autoptr (GError) error = NULL;

  call->displaced = seven_key_store_lookup_finish (SEVEN_KEY_STORE (source_object), result, &error);
  if (error != NULL || call->keeper->call != call)
    end_store (call, error);
  else
    store (g_steal_pointer (&call));
}

void
seven_key_keeper_store (SevenKeyKeeper *self, const char *uri, const char *key, GTask *save)
{
  Call *call = start_call (self, SEVEN_KEEPING_STORE, uri);

  call->key = g_strdup (key);
  call->save = save;
  if (save != NULL)
    seven_key_store_lookup_async (self->store, call->uri, call->cancellable, looked_before_cb, call);
  else
    store (call);
  seven_key_keeper_refresh (self);
}

static void
removed_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  SevenKeyKeeper *self = call->keeper;
  g_autoptr (GError) error = NULL;
  gboolean removed = seven_key_store_remove_finish (SEVEN_KEY_STORE (source_object), result, &error);

  if (!end_call (call))
    return;
  if (removed)
    g_clear_pointer (&self->stored_uri, g_free);
  else
    fail (self, SEVEN_KEEPING_REMOVE, error);
  self->returned = removed;
  seven_key_keeper_refresh (self);
}

void
seven_key_keeper_remove (SevenKeyKeeper *self)
{
  Call *call = start_call (self, SEVEN_KEEPING_REMOVE, self->stored_uri);

  seven_key_store_remove_async (self->store, call->uri, call->cancellable, removed_cb, call);
  seven_key_keeper_refresh (self);
}

static void
end_giving_back (Call *call, const GError *error)
{
  SevenKeyKeeper *self = call->keeper;

  if (!end_call (call))
    return;
  if (error != NULL)
    fail (self, SEVEN_KEEPING_GIVE_BACK, error);
  else
    g_clear_pointer (&self->move, seven_key_move_free);
  seven_key_keeper_refresh (self);
}

static void
stored_back_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  g_autoptr (GError) error = NULL;

  seven_key_store_store_finish (SEVEN_KEY_STORE (source_object), result, &error);
  end_giving_back (call, error);
}

static void
removed_again_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  g_autoptr (GError) error = NULL;

  seven_key_store_remove_finish (SEVEN_KEY_STORE (source_object), result, &error);
  end_giving_back (call, error);
}

void
seven_key_keeper_give_back (SevenKeyKeeper *self)
{
  Call *call = start_call (self, SEVEN_KEEPING_GIVE_BACK, self->move->uri);

  call->key = g_strdup (self->move->displaced);
  if (call->key != NULL)
    seven_key_store_store_async (self->store, call->uri, call->key, call->cancellable, stored_back_cb, call);
  else
    seven_key_store_remove_async (self->store, call->uri, call->cancellable, removed_again_cb, call);
  seven_key_keeper_refresh (self);
}

/**
 * seven_key_keeper_cancel:
 * @self: a keeper
 *
 * Stops what the keyring is being asked for.
 */
void
seven_key_keeper_cancel (SevenKeyKeeper *self)
{
  g_return_if_fail (SEVEN_IS_KEY_KEEPER (self));

  if (self->call != NULL)
    g_cancellable_cancel (self->call->cancellable);
}
