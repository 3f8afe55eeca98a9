/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-keyring.h"

#define KEY "example-key-not-real"
#define OTHER_KEY "another-key-not-real"

/* What the tests of the keyring share: a call, and what came of it. */
typedef struct
{
  gboolean done;
  char *key;
  gboolean success;
  GError *error;
} Answer;

static inline void
answer_clear (Answer *self)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static inline void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->key = seven_key_store_lookup_finish (SEVEN_KEY_STORE (source), result, &answer->error);
  answer->done = TRUE;
}

static inline void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->success = seven_key_store_store_finish (SEVEN_KEY_STORE (source), result, &answer->error);
  answer->done = TRUE;
}

static inline void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->success = seven_key_store_remove_finish (SEVEN_KEY_STORE (source), result, &answer->error);
  answer->done = TRUE;
}

static inline gboolean
give_up_cb (gpointer user_data)
{
  g_error ("Nothing has happened for a minute");
  return G_SOURCE_REMOVE;
}

/* Runs the loop until it is so. */
static inline void
wait_for (const gboolean *condition)
{
  guint limit = g_timeout_add_seconds (60, give_up_cb, NULL);

  while (!*condition)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

static inline void
look_up (SevenKeyring *keyring, const char *uri, GCancellable *cancellable, Answer *answer)
{
  *answer = (Answer){ 0 };
  seven_key_store_lookup_async (SEVEN_KEY_STORE (keyring), uri, cancellable, looked_up_cb, answer);
  wait_for (&answer->done);
}

static inline void
store (SevenKeyring *keyring, const char *uri, const char *key, GCancellable *cancellable, Answer *answer)
{
  *answer = (Answer){ 0 };
  seven_key_store_store_async (SEVEN_KEY_STORE (keyring), uri, key, cancellable, stored_cb, answer);
  wait_for (&answer->done);
  g_assert_true (answer->success == (answer->error == NULL));
}

static inline void
remove_key (SevenKeyring *keyring, const char *uri, GCancellable *cancellable, Answer *answer)
{
  *answer = (Answer){ 0 };
  seven_key_store_remove_async (SEVEN_KEY_STORE (keyring), uri, cancellable, removed_cb, answer);
  wait_for (&answer->done);
  g_assert_true (answer->success == (answer->error == NULL));
}

static inline void
assert_key (SevenKeyring *keyring, const char *uri, const char *expected)
{
  g_auto (Answer) answer = { 0 };

  look_up (keyring, uri, NULL, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpstr (answer.key, ==, expected);
}
