/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-key-keeper.h"

#include "key-keeper-test.h"

typedef struct
{
  gboolean done;
  gboolean ready;
  GError *error;
} Save;

static void
prepared_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Save *save = user_data;

  save->ready = seven_key_keeper_prepare_save_finish (SEVEN_KEY_KEEPER (object), result, &save->error);
  save->done = TRUE;
}

static void
prepare (Fixture *self, const char *uri, Save *save)
{
  g_clear_error (&save->error);
  *save = (Save){ FALSE, FALSE, NULL };
  seven_key_keeper_prepare_save_async (self->keeper, uri, prepared_cb, save);
  settle ();
}

static void
test_save_not_wanted (Fixture *self, gconstpointer data)
{
  Save save = { 0 };

  prepare (self, URI, &save);
  g_assert_true (save.done && save.ready);
  assert_text (self, TEXT (KEY));
  g_assert_cmpuint (self->store->n_calls, ==, 0);
}

static void
test_save_draft (Fixture *self, gconstpointer data)
{
  Save save = { 0 };

  seven_key_keeper_set_wanted (self->keeper, TRUE);
  assert_boolean (self->keeper, "wanted", TRUE);
  assert_boolean (self->keeper, "kept", FALSE);
  assert_boolean (self->keeper, "offer", FALSE);
  assert_string (self->keeper, "message", "The key moves to the keyring when you save");
  g_assert_cmpuint (self->store->n_calls, ==, 0);
  self->store->waits = TRUE;
  prepare (self, URI, &save);
  g_assert_false (save.done);
  g_assert_cmpstr (self->store->call, ==, "lookup");
  fake_key_store_answer (self->store);
  settle ();
  g_assert_false (save.done);
  g_assert_cmpstr (self->store->call, ==, "store");
  assert_text (self, TEXT (KEY));
  fake_key_store_answer (self->store);
  settle ();
  g_assert_true (save.done && save.ready);
  seven_key_keeper_end_save (self->keeper, TRUE);
  assert_kept (self, TRUE);
  assert_text (self, TEXT (PLACEHOLDER));
  assert_boolean (self->keeper, "unsaved", FALSE);
  g_assert_cmpstr (fake_key_store_get (self->store, URI), ==, KEY);
  assert_no_key_in_steps (self);
  /* It lies there already. */
  prepare (self, URI, &save);
  g_assert_true (save.done && save.ready);
  g_assert_cmpuint (self->store->n_calls, ==, 2);
}

/* data: (nullable): what the keyring has for that file */
static void
assert_undone (const char *displaced)
{
  Fixture fixture;
  Save save = { 0 };

  set_up_draft (&fixture, NULL);
  if (displaced != NULL)
    fake_key_store_put (fixture.store, URI, displaced);
  seven_key_keeper_set_wanted (fixture.keeper, TRUE);
  prepare (&fixture, URI, &save);
  g_assert_cmpstr (fake_key_store_get (fixture.store, URI), ==, KEY);
  seven_key_keeper_end_save (fixture.keeper, FALSE);
  settle ();
  g_assert_cmpstr (fake_key_store_get (fixture.store, URI), ==, displaced);
  assert_text (&fixture, TEXT (KEY));
  assert_boolean (fixture.keeper, "kept", FALSE);
  assert_boolean (fixture.keeper, "wanted", TRUE);
  assert_boolean (fixture.keeper, "failed", FALSE);
  /* The next one works as the first. */
  prepare (&fixture, OTHER_URI, &save);
  seven_key_keeper_end_save (fixture.keeper, TRUE);
  assert_kept (&fixture, TRUE);
  g_assert_cmpstr (fake_key_store_get (fixture.store, OTHER_URI), ==, KEY);
  g_assert_cmpstr (fake_key_store_get (fixture.store, URI), ==, displaced);
  tear_down (&fixture, NULL);
}

/* What was not saved leaves nothing in the keyring, and takes nothing from it that is another file's. */
static void
test_save_undone (void)
{
  assert_undone (NULL);
  assert_undone (OTHER_KEY);
}

static void
test_save_undone_not (Fixture *self, gconstpointer data)
{
  Save save = { 0 };

  fake_key_store_put (self->store, URI, OTHER_KEY);
  seven_key_keeper_set_wanted (self->keeper, TRUE);
  prepare (self, URI, &save);
  self->store->failure = SEVEN_KEY_STORE_ERROR_LOCKED;
  seven_key_keeper_end_save (self->keeper, FALSE);
  settle ();
  assert_text (self, TEXT (KEY));
  assert_boolean (self->keeper, "failed", TRUE);
  assert_message (
      self, "Nothing was saved, but the keyring already has the key for that file. The keyring says no.");
  self->store->failure = -1;
  seven_key_keeper_try_again (self->keeper);
  settle ();
  assert_boolean (self->keeper, "failed", FALSE);
  g_assert_cmpstr (fake_key_store_get (self->store, URI), ==, OTHER_KEY);
}

static void
test_save_as_undone (Fixture *self, gconstpointer data)
{
  Save save = { 0 };

  keep (self);
  prepare (self, OTHER_URI, &save);
  seven_key_keeper_end_save (self->keeper, FALSE);
  settle ();
  assert_kept (self, TRUE);
  assert_text (self, TEXT (PLACEHOLDER));
  assert_usable_key (self, KEY);
  g_assert_cmpstr (fake_key_store_get (self->store, URI), ==, KEY);
  g_assert_null (fake_key_store_get (self->store, OTHER_URI));
}

/* The new key is in the text again, and the old one in the keyring, until it is saved. */
static void
test_save_typed_over_undone (Fixture *self, gconstpointer data)
{
  Save save = { 0 };

  keep (self);
  g_object_set (self->keeper, "field", OTHER_KEY, NULL);
  prepare (self, URI, &save);
  g_assert_cmpstr (fake_key_store_get (self->store, URI), ==, OTHER_KEY);
  seven_key_keeper_end_save (self->keeper, FALSE);
  settle ();
  assert_kept (self, TRUE);
  assert_text (self, TEXT (OTHER_KEY));
  g_assert_cmpstr (fake_key_store_get (self->store, URI), ==, KEY);
  prepare (self, URI, &save);
  seven_key_keeper_end_save (self->keeper, TRUE);
  assert_text (self, TEXT (PLACEHOLDER));
  g_assert_cmpstr (fake_key_store_get (self->store, URI), ==, OTHER_KEY);
}

/* A wish without a key is kept until there is one. */
static void
test_save_later_key (Fixture *self, gconstpointer data)
{
  Save save = { 0 };

  seven_key_keeper_set_wanted (self->keeper, TRUE);
  assert_string (self->keeper, "message", "Enter the key: it moves to the keyring when you save");
  prepare (self, URI, &save);
  g_assert_true (save.done && save.ready);
  g_assert_cmpuint (self->store->n_calls, ==, 0);
  g_object_set (self->keeper, "field", KEY, NULL);
  prepare (self, URI, &save);
  g_assert_true (save.ready);
  assert_kept (self, TRUE);
  assert_text (self, TEXT (PLACEHOLDER));
}

static void
test_save_unwished (Fixture *self, gconstpointer data)
{
  Save save = { 0 };

  seven_key_keeper_set_wanted (self->keeper, TRUE);
  seven_key_keeper_set_wanted (self->keeper, FALSE);
  prepare (self, URI, &save);
  g_assert_true (save.ready);
  assert_kept (self, FALSE);
  assert_text (self, TEXT (KEY));
}

static void
test_save_fails (gconstpointer data)
{
  const Failure *failure = data;
  Fixture fixture;
  Save save = { 0 };

  set_up_draft (&fixture, NULL);
  seven_key_keeper_set_wanted (fixture.keeper, TRUE);
  fixture.store->failure = (int) failure->code;
  prepare (&fixture, URI, &save);
  g_assert_true (save.done);
  g_assert_false (save.ready);
  if (failure->code == SEVEN_KEY_STORE_ERROR_CANCELLED)
    g_assert_error (save.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  else
    g_assert_error (save.error, SEVEN_KEY_STORE_ERROR, (int) failure->code);
  assert_text (&fixture, TEXT (KEY));
  assert_boolean (fixture.keeper, "wanted", TRUE);
  assert_boolean (fixture.keeper, "failed", FALSE);
  seven_key_keeper_leave_in_text (fixture.keeper);
  assert_kept (&fixture, FALSE);
  assert_text (&fixture, TEXT (KEY));
  prepare (&fixture, URI, &save);
  g_assert_true (save.ready);
  tear_down (&fixture, NULL);
}

static void
test_save_as (Fixture *self, gconstpointer data)
{
  Save save = { 0 };

  keep (self);
  prepare (self, OTHER_URI, &save);
  g_assert_true (save.ready);
  assert_kept (self, TRUE);
  g_assert_cmpstr (fake_key_store_get (self->store, URI), ==, KEY);
  g_assert_cmpstr (fake_key_store_get (self->store, OTHER_URI), ==, KEY);
  assert_text (self, TEXT (PLACEHOLDER));
}

static void
test_save_as_fails (Fixture *self, gconstpointer data)
{
  Save save = { 0 };

  keep (self);
  self->store->failure = SEVEN_KEY_STORE_ERROR_NO_SERVICE;
  prepare (self, OTHER_URI, &save);
  g_assert_error (save.error, SEVEN_KEY_STORE_ERROR, SEVEN_KEY_STORE_ERROR_NO_SERVICE);
  g_clear_error (&save.error);
  assert_boolean (self->keeper, "kept", TRUE);
  assert_text (self, TEXT (PLACEHOLDER));
  seven_key_keeper_leave_in_text (self->keeper);
  assert_kept (self, FALSE);
  assert_text (self, TEXT (KEY));
  g_assert_cmpstr (fake_key_store_get (self->store, URI), ==, KEY);
}

/* Whoever keeps a key in the keyring means the new one, too. */
static void
test_save_typed_over (Fixture *self, gconstpointer data)
{
  Save save = { 0 };

  keep (self);
  g_object_set (self->keeper, "field", OTHER_KEY, NULL);
  prepare (self, URI, &save);
  g_assert_true (save.ready);
  assert_text (self, TEXT (PLACEHOLDER));
  assert_usable_key (self, OTHER_KEY);
  g_assert_cmpstr (fake_key_store_get (self->store, URI), ==, OTHER_KEY);
}

static void
test_save_broken (Fixture *self, gconstpointer data)
{
  Save save = { 0 };

  seven_key_keeper_set_wanted (self->keeper, TRUE);
  seven_document_type (self->document, 0, 1, "");
  prepare (self, URI, &save);
  g_assert_error (save.error, SEVEN_KEY_STORE_ERROR, SEVEN_KEY_STORE_ERROR_FAILED);
  g_clear_error (&save.error);
  g_assert_cmpuint (self->store->n_calls, ==, 0);
}

static void
test_save_while_busy (Fixture *self, gconstpointer data)
{
  Save save = { 0 };

  self->store->waits = TRUE;
  seven_key_keeper_set_wanted (self->keeper, TRUE);
  prepare (self, URI, &save);
  g_assert_error (save.error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_clear_error (&save.error);
  fake_key_store_answer (self->store);
  settle ();
  assert_kept (self, TRUE);
}

static void
test_saved (Fixture *self, gconstpointer data)
{
  keep (self);
  assert_boolean (self->keeper, "unsaved", TRUE);
  seven_document_reset (self->document, TEXT (PLACEHOLDER), strlen (TEXT (PLACEHOLDER)), URI, "2");
  assert_boolean (self->keeper, "unsaved", FALSE);
}

/* The key is told of nowhere but in what is sent or copied with it. */
static void
test_copy (Fixture *self, gconstpointer data)
{
  g_autofree char *with_key = NULL;
  g_autofree char *without_key = NULL;

  keep (self);
  with_key = seven_document_dup_for_logto (self->document, TRUE);
  without_key = seven_document_dup_for_logto (self->document, FALSE);
  assert_contains (with_key, KEY);
  assert_contains_not (without_key, KEY);
  assert_uint (self->document, "n-warnings", 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("save-not-wanted", NULL, test_save_not_wanted);
  add_draft ("save-draft", NULL, test_save_draft);
  g_test_add_func ("/key-keeper/save-undone", test_save_undone);
  add_draft ("save-undone-not", NULL, test_save_undone_not);
  add ("save-as-undone", NULL, test_save_as_undone);
  add ("save-typed-over-undone", NULL, test_save_typed_over_undone);
  add_draft ("save-later-key", TEXT (PLACEHOLDER), test_save_later_key);
  add_draft ("save-unwished", NULL, test_save_unwished);
  add_failures ("save-fails", test_save_fails);
  add ("save-as", NULL, test_save_as);
  add ("save-as-fails", NULL, test_save_as_fails);
  add ("save-typed-over", NULL, test_save_typed_over);
  add_draft ("save-broken", NULL, test_save_broken);
  add ("save-while-busy", NULL, test_save_while_busy);
  add ("saved", NULL, test_saved);
  add ("copy", NULL, test_copy);

  return g_test_run ();
}
