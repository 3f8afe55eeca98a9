/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-key-keeper.h"

#include "key-keeper-test.h"

static void
test_no_store (void)
{
  SevenDocument *document = seven_document_new ();
  SevenKeyKeeper *keeper = seven_key_keeper_new (document, NULL);

  seven_document_reset (document, TEXT (KEY), strlen (TEXT (KEY)), URI, NULL);
  seven_key_keeper_look_up (keeper);
  assert_boolean (keeper, "available", FALSE);
  assert_boolean (keeper, "offer", FALSE);
  assert_boolean (keeper, "changeable", FALSE);
  seven_key_keeper_set_wanted (keeper, TRUE);
  assert_boolean (keeper, "wanted", FALSE);
  assert_string (keeper, "field", KEY);
  assert_string_contract (keeper, "field", OTHER_KEY);
  g_assert_finalize_object (keeper);
  g_assert_finalize_object (document);
}

static void
test_look_up (Fixture *self, gconstpointer data)
{
  fake_key_store_put (self->store, URI, KEY);
  self->store->waits = TRUE;
  assert_boolean (self->document, "has-key", FALSE);
  seven_key_keeper_look_up (self->keeper);
  assert_boolean (self->keeper, "busy", TRUE);
  assert_boolean (self->keeper, "changeable", FALSE);
  assert_message (self, "Looking for the key");
  assert_string (self->keeper, "field", PLACEHOLDER);
  fake_key_store_answer (self->store);
  settle ();
  assert_kept (self, TRUE);
  assert_boolean (self->keeper, "stands-in", TRUE);
  assert_boolean (self->keeper, "unsaved", FALSE);
  assert_boolean (self->keeper, "offer", FALSE);
  assert_string (self->keeper, "field", "");
  assert_string (self->keeper, "message", "The file holds a placeholder instead of the key");
  assert_usable_key (self, KEY);
  assert_text (self, TEXT (PLACEHOLDER));
  g_assert_false (seven_document_get_modified (self->document));
  g_assert_cmpstr (self->store->uri, ==, URI);
}

static void
test_look_up_nothing (Fixture *self, gconstpointer data)
{
  seven_key_keeper_look_up (self->keeper);
  settle ();
  assert_kept (self, FALSE);
  assert_string (self->keeper, "field", PLACEHOLDER);
  g_assert_cmpuint (self->store->n_calls, ==, 1);
}

/* The text has a key, or it is no file: nobody asks the keyring. */
static void
test_look_up_not (Fixture *self, gconstpointer data)
{
  seven_key_keeper_look_up (self->keeper);
  settle ();
  g_assert_cmpuint (self->store->n_calls, ==, 0);
  assert_kept (self, FALSE);
}

static void
test_look_up_broken (Fixture *self, gconstpointer data)
{
  fake_key_store_put (self->store, URI, KEY);
  seven_key_keeper_look_up (self->keeper);
  settle ();
  g_assert_cmpuint (self->store->n_calls, ==, 0);
  assert_boolean (self->keeper, "changeable", FALSE);
  seven_document_type (self->document, 1, 0, "}");
  settle ();
  g_assert_cmpuint (self->store->n_calls, ==, 1);
  assert_kept (self, TRUE);
  assert_usable_key (self, KEY);
}

/* What the keyring holds is from outside. */
static void
test_look_up_junk (Fixture *self, gconstpointer data)
{
  fake_key_store_put (self->store, URI, "line\nbreak");
  seven_key_keeper_look_up (self->keeper);
  settle ();
  assert_kept (self, FALSE);
  assert_usable_key (self, NULL);
}

static void
test_look_up_other_document (Fixture *self, gconstpointer data)
{
  fake_key_store_put (self->store, URI, KEY);
  self->store->waits = TRUE;
  seven_key_keeper_look_up (self->keeper);
  seven_document_reset (self->document, TEXT (OTHER_KEY), strlen (TEXT (OTHER_KEY)), OTHER_URI, NULL);
  seven_key_keeper_look_up (self->keeper);
  g_assert_null (self->store->task);
  settle ();
  assert_kept (self, FALSE);
  assert_usable_key (self, OTHER_KEY);
}

static void
test_look_up_fails (gconstpointer data)
{
  const Failure *failure = data;
  Fixture fixture;

  set_up (&fixture, TEXT (PLACEHOLDER));
  fake_key_store_put (fixture.store, URI, KEY);
  fixture.store->failure = (int) failure->code;
  seven_key_keeper_look_up (fixture.keeper);
  settle ();
  assert_boolean (fixture.keeper, "failed", TRUE);
  assert_boolean (fixture.keeper, "kept", FALSE);
  assert_message (&fixture, "The keyring says no.");
  /* Everything else works: the key can be typed. */
  assert_string_contract (fixture.keeper, "field", OTHER_KEY);
  assert_usable_key (&fixture, OTHER_KEY);
  seven_document_undo (fixture.document);
  fixture.store->failure = -1;
  seven_key_keeper_try_again (fixture.keeper);
  settle ();
  assert_kept (&fixture, TRUE);
  assert_usable_key (&fixture, KEY);
  tear_down (&fixture, NULL);
}

static void
test_keep (Fixture *self, gconstpointer data)
{
  Counter counter = { 0 };

  g_signal_connect (self->keeper, "notify::wanted", G_CALLBACK (count_cb), &counter);
  seven_document_set_sender (self->document, "Other");
  seven_document_undo (self->document);
  seven_document_set_api_key (self->document, OTHER_KEY);
  seven_document_undo (self->document);
  self->store->waits = TRUE;
  seven_key_keeper_set_wanted (self->keeper, TRUE);
  assert_boolean (self->keeper, "wanted", TRUE);
  assert_boolean (self->keeper, "kept", FALSE);
  assert_boolean (self->keeper, "busy", TRUE);
  assert_message (self, "Putting the key");
  assert_text (self, TEXT (KEY));
  fake_key_store_answer (self->store);
  settle ();
  assert_kept (self, TRUE);
  g_assert_cmpuint (counter.n, ==, 1);
  g_assert_cmpstr (fake_key_store_get (self->store, URI), ==, KEY);
  assert_text (self, TEXT (PLACEHOLDER));
  assert_usable_key (self, KEY);
  assert_boolean (self->keeper, "unsaved", TRUE);
  assert_string (
      self->keeper, "message", "The key is in the keyring now. The file still holds it until you save.");
  g_assert_true (seven_document_get_modified (self->document));
  assert_no_key_in_steps (self);
}

static void
test_keep_modified (Fixture *self, gconstpointer data)
{
  seven_document_set_sender (self->document, "Other");
  keep (self);
  assert_message (self, "may still hold it until you save");
}

static void
test_keep_fails (gconstpointer data)
{
  const Failure *failure = data;
  Fixture fixture;

  set_up (&fixture, NULL);
  fixture.store->failure = (int) failure->code;
  seven_key_keeper_set_wanted (fixture.keeper, TRUE);
  settle ();
  assert_boolean (fixture.keeper, "wanted", FALSE);
  assert_boolean (fixture.keeper, "failed", TRUE);
  assert_boolean (fixture.keeper, "offer", FALSE);
  assert_text (&fixture, TEXT (KEY));
  g_assert_false (seven_document_get_modified (fixture.document));
  fixture.store->failure = -1;
  seven_key_keeper_try_again (fixture.keeper);
  settle ();
  assert_kept (&fixture, TRUE);
  tear_down (&fixture, NULL);
}

static void
test_keep_cancelled (Fixture *self, gconstpointer data)
{
  seven_key_keeper_cancel (self->keeper);
  self->store->waits = TRUE;
  seven_key_keeper_set_wanted (self->keeper, TRUE);
  seven_key_keeper_cancel (self->keeper);
  settle ();
  assert_boolean (self->keeper, "busy", FALSE);
  assert_boolean (self->keeper, "wanted", FALSE);
  assert_boolean (self->keeper, "failed", TRUE);
  assert_text (self, TEXT (KEY));
}

/* What was typed while the keyring asked stays. */
static void
test_keep_edited_meanwhile (Fixture *self, gconstpointer data)
{
  self->store->waits = TRUE;
  seven_key_keeper_set_wanted (self->keeper, TRUE);
  seven_document_set_api_key (self->document, OTHER_KEY);
  fake_key_store_answer (self->store);
  settle ();
  assert_kept (self, TRUE);
  assert_text (self, TEXT (OTHER_KEY));
  assert_usable_key (self, OTHER_KEY);
  assert_boolean (self->keeper, "offer", TRUE);
}

static void
test_bring_back (Fixture *self, gconstpointer data)
{
  keep (self);
  seven_key_keeper_set_wanted (self->keeper, FALSE);
  settle ();
  assert_kept (self, FALSE);
  assert_text (self, TEXT (KEY));
  assert_boolean (self->keeper, "offer", FALSE);
  assert_boolean (self->keeper, "unsaved", FALSE);
  assert_message (self, "stands in the text again and has left the keyring");
  g_assert_null (fake_key_store_get (self->store, URI));
  assert_string (self->document, "undo-label", "Undo: Edit API Key");
  seven_document_undo (self->document);
  assert_text (self, TEXT (PLACEHOLDER));
  assert_usable_key (self, NULL);
  assert_message (self, "The file then holds a placeholder");
}

static void
test_bring_back_fails (Fixture *self, gconstpointer data)
{
  keep (self);
  self->store->failure = SEVEN_KEY_STORE_ERROR_LOCKED;
  seven_key_keeper_set_wanted (self->keeper, FALSE);
  settle ();
  assert_boolean (self->keeper, "kept", FALSE);
  assert_boolean (self->keeper, "failed", TRUE);
  assert_text (self, TEXT (KEY));
  assert_message (self, "the keyring still has it, too. The keyring says no.");
  self->store->failure = -1;
  seven_key_keeper_try_again (self->keeper);
  settle ();
  assert_kept (self, FALSE);
  g_assert_null (fake_key_store_get (self->store, URI));
}

/* A key that cannot be put back is not given up. */
static void
test_bring_back_broken (Fixture *self, gconstpointer data)
{
  keep (self);
  seven_document_type (self->document, 0, 1, "");
  assert_boolean (self->keeper, "changeable", FALSE);
  seven_key_keeper_set_wanted (self->keeper, FALSE);
  settle ();
  assert_kept (self, TRUE);
  g_assert_cmpstr (fake_key_store_get (self->store, URI), ==, KEY);
}

static void
test_offer (Fixture *self, gconstpointer data)
{
  assert_boolean (self->keeper, "offer", TRUE);
  assert_string (self->keeper, "offer-title", "Keep this key in the keyring, not in the file?");
  assert_string (self->keeper, "offer-label", "_Keep");
  seven_document_set_api_key (self->document, "short");
  assert_boolean (self->keeper, "offer", FALSE);
  seven_document_set_api_key (self->document, PLACEHOLDER);
  assert_boolean (self->keeper, "offer", FALSE);
  seven_document_set_api_key (self->document, OTHER_KEY);
  assert_boolean (self->keeper, "offer", TRUE);
  seven_key_keeper_decline_offer (self->keeper);
  assert_boolean (self->keeper, "offer", FALSE);
  assert_text (self, TEXT (OTHER_KEY));
  seven_document_set_api_key (self->document, KEY);
  assert_boolean (self->keeper, "offer", FALSE);
  seven_key_keeper_look_up (self->keeper);
  assert_boolean (self->keeper, "offer", TRUE);
  seven_key_keeper_accept_offer (self->keeper);
  settle ();
  assert_kept (self, TRUE);
  assert_text (self, TEXT (PLACEHOLDER));
}

static void
test_replace (Fixture *self, gconstpointer data)
{
  keep (self);
  g_object_set (self->keeper, "field", OTHER_KEY, NULL);
  assert_text (self, TEXT (OTHER_KEY));
  assert_boolean (self->keeper, "stands-in", FALSE);
  assert_string (self->keeper, "field", OTHER_KEY);
  assert_usable_key (self, OTHER_KEY);
  assert_message (self, "The keyring holds another key");
  assert_boolean (self->keeper, "offer", TRUE);
  assert_string (self->keeper, "offer-title", "Replace the key in the keyring with this one?");
  assert_string (self->keeper, "offer-label", "_Replace");
  seven_key_keeper_accept_offer (self->keeper);
  settle ();
  assert_kept (self, TRUE);
  assert_text (self, TEXT (PLACEHOLDER));
  assert_string (self->keeper, "field", "");
  assert_usable_key (self, OTHER_KEY);
  g_assert_cmpstr (fake_key_store_get (self->store, URI), ==, OTHER_KEY);
}

static void
test_replace_not (Fixture *self, gconstpointer data)
{
  keep (self);
  g_object_set (self->keeper, "field", OTHER_KEY, NULL);
  seven_key_keeper_decline_offer (self->keeper);
  assert_text (self, TEXT (PLACEHOLDER));
  assert_usable_key (self, KEY);
  g_object_set (self->keeper, "field", OTHER_KEY, NULL);
  g_object_set (self->keeper, "field", "", NULL);
  assert_text (self, TEXT (PLACEHOLDER));
  assert_boolean (self->keeper, "stands-in", TRUE);
  g_object_set (self->keeper, "field", "", NULL);
  assert_text (self, TEXT (PLACEHOLDER));
  assert_kept (self, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/key-keeper/no-store", test_no_store);
  add ("look-up", TEXT (PLACEHOLDER), test_look_up);
  add ("look-up-nothing", TEXT (PLACEHOLDER), test_look_up_nothing);
  add ("look-up-not", NULL, test_look_up_not);
  add_draft ("look-up-draft", TEXT (PLACEHOLDER), test_look_up_not);
  add ("look-up-broken", "{", test_look_up_broken);
  add ("look-up-junk", TEXT (PLACEHOLDER), test_look_up_junk);
  add ("look-up-other-document", TEXT (PLACEHOLDER), test_look_up_other_document);
  add_failures ("look-up-fails", test_look_up_fails);
  add ("keep", NULL, test_keep);
  add ("keep-modified", NULL, test_keep_modified);
  add_failures ("keep-fails", test_keep_fails);
  add ("keep-cancelled", NULL, test_keep_cancelled);
  add ("keep-edited-meanwhile", NULL, test_keep_edited_meanwhile);
  add ("bring-back", NULL, test_bring_back);
  add ("bring-back-fails", NULL, test_bring_back_fails);
  add ("bring-back-broken", NULL, test_bring_back_broken);
  add ("offer", NULL, test_offer);
  add ("replace", NULL, test_replace);
  add ("replace-not", NULL, test_replace_not);

  return g_test_run ();
}
