/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "keyring-test.h"

#include "fake-secrets.h"

#include <libsecret/secret.h>

#define URI "untitled:1"

typedef struct
{
  FakeSecrets *secrets; /* (nullable) */
  SevenKeyring *keyring;
} Fixture;

/* Never freed: that would wait for the connection that libsecret keeps. */
static GTestDBus *bus;

/* data: (nullable): non-NULL: there is a keyring service. */
static void
set_up (Fixture *self, gconstpointer data)
{
  if (data != NULL)
    self->secrets = fake_secrets_new (g_test_dbus_get_bus_address (bus));
  self->keyring = seven_keyring_new ();
}

static void
forget_cb (gpointer user_data, GObject *where_the_object_was)
{
  gboolean *gone = user_data;

  *gone = TRUE;
}

/* A call that was stopped holds on until libsecret's own has ended. */
static void
let_go (Fixture *self)
{
  gboolean gone = FALSE;

  g_object_weak_ref (G_OBJECT (self->keyring), forget_cb, &gone);
  g_clear_object (&self->keyring);
  wait_for (&gone);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->secrets, fake_secrets_free);
  if (self->keyring != NULL)
    let_go (self);
  secret_service_disconnect ();
}

static void
assert_all_fail (Fixture *self, int code)
{
  g_auto (Answer) lookup = { 0 };
  g_auto (Answer) keep = { 0 };
  g_auto (Answer) remove = { 0 };

  look_up (self->keyring, URI, NULL, &lookup);
  g_assert_error (lookup.error, SEVEN_KEY_STORE_ERROR, code);
  g_assert_null (lookup.key);
  store (self->keyring, URI, KEY, NULL, &keep);
  g_assert_error (keep.error, SEVEN_KEY_STORE_ERROR, code);
  g_assert_null (strstr (keep.error->message, KEY));
  remove_key (self->keyring, URI, NULL, &remove);
  g_assert_error (remove.error, SEVEN_KEY_STORE_ERROR, code);
}

static void
test_no_service (Fixture *self, gconstpointer data)
{
  assert_all_fail (self, SEVEN_KEY_STORE_ERROR_NO_SERVICE);
}

static void
test_kept (Fixture *self, gconstpointer data)
{
  g_auto (Answer) answer = { 0 };

  assert_key (self->keyring, URI, NULL);
  store (self->keyring, URI, KEY, NULL, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpstr (self->secrets->key, ==, KEY);
  g_assert_cmpstr (self->secrets->attribute, ==, URI);
  g_assert_cmpstr (self->secrets->label, ==, "API key of untitled:1 – Seven Console");
  assert_key (self->keyring, URI, KEY);
  remove_key (self->keyring, URI, NULL, &answer);
  g_assert_no_error (answer.error);
  g_assert_null (self->secrets->key);
  assert_key (self->keyring, URI, NULL);
}

/* data: a FakePrompt */
static void
test_dismissed (Fixture *self, gconstpointer data)
{
  self->secrets->prompt = GPOINTER_TO_INT (data);
  self->secrets->locked = TRUE;
  fake_secrets_keep (self->secrets, URI, KEY);
  assert_all_fail (self, SEVEN_KEY_STORE_ERROR_REFUSED);
  g_assert_cmpuint (self->secrets->n_prompts, ==, 3);
  g_assert_cmpstr (self->secrets->key, ==, KEY);
}

/* It says that it is unlocked, and is not. */
static void
test_locked (Fixture *self, gconstpointer data)
{
  g_auto (Answer) answer = { 0 };

  self->secrets->prompt = FAKE_PROMPT_NOTHING_DONE;
  self->secrets->locked = TRUE;
  store (self->keyring, URI, KEY, NULL, &answer);
  g_assert_error (answer.error, SEVEN_KEY_STORE_ERROR, SEVEN_KEY_STORE_ERROR_LOCKED);
}

static void
test_unlocked (Fixture *self, gconstpointer data)
{
  g_auto (Answer) answer = { 0 };

  self->secrets->prompt = FAKE_PROMPT_DONE;
  self->secrets->locked = TRUE;
  fake_secrets_keep (self->secrets, URI, KEY);
  assert_key (self->keyring, URI, KEY);
  self->secrets->locked = TRUE;
  store (self->keyring, URI, OTHER_KEY, NULL, &answer);
  g_assert_no_error (answer.error);
  self->secrets->locked = TRUE;
  remove_key (self->keyring, URI, NULL, &answer);
  g_assert_no_error (answer.error);
  g_assert_null (self->secrets->key);
  g_assert_cmpuint (self->secrets->n_prompts, ==, 3);
}

static void
test_forbidden (Fixture *self, gconstpointer data)
{
  g_auto (Answer) answer = { 0 };

  self->secrets->forbids = TRUE;
  store (self->keyring, URI, KEY, NULL, &answer);
  g_assert_error (answer.error, SEVEN_KEY_STORE_ERROR, SEVEN_KEY_STORE_ERROR_REFUSED);
}

/* Stops what has come as far as @count says. */
static void
assert_stops (Fixture *self, const guint *count)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Answer) answer = { 0 };

  seven_key_store_lookup_async (SEVEN_KEY_STORE (self->keyring), URI, cancellable, looked_up_cb, &answer);
  while (*count == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (answer.done);
  g_cancellable_cancel (cancellable);
  wait_for (&answer.done);
  g_assert_error (answer.error, SEVEN_KEY_STORE_ERROR, SEVEN_KEY_STORE_ERROR_CANCELLED);
  g_assert_null (answer.key);
}

/* GNOME Keyring would not survive it if the question were taken back. */
static void
test_stopped_asking (Fixture *self, gconstpointer data)
{
  self->secrets->locked = TRUE;
  fake_secrets_keep (self->secrets, URI, KEY);
  assert_stops (self, &self->secrets->n_prompts);
  let_go (self);
  fake_secrets_unlock (self->secrets);
  self->keyring = seven_keyring_new ();
  assert_key (self->keyring, URI, KEY);
  g_assert_false (self->secrets->dismissed);
}

/* Whoever unlocks the keyring after all puts nothing into it. */
static void
test_stopped_storing (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Answer) answer = { 0 };

  self->secrets->locked = TRUE;
  seven_key_store_store_async (SEVEN_KEY_STORE (self->keyring), URI, KEY, cancellable, stored_cb, &answer);
  while (self->secrets->n_prompts == 0)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  wait_for (&answer.done);
  g_assert_error (answer.error, SEVEN_KEY_STORE_ERROR, SEVEN_KEY_STORE_ERROR_CANCELLED);
  fake_secrets_unlock (self->secrets);
  let_go (self);
  self->keyring = seven_keyring_new ();
  assert_key (self->keyring, URI, NULL);
}

/* What is stopped first does not ask any more. */
static void
test_stopped_before_asking (Fixture *self, gconstpointer data)
{
  self->secrets->locked = TRUE;
  fake_secrets_keep (self->secrets, URI, KEY);
  assert_stops (self, &self->secrets->n_searches);
  let_go (self);
  g_assert_cmpuint (self->secrets->n_prompts, ==, 0);
}

static void
test_stopped_silent (Fixture *self, gconstpointer data)
{
  self->secrets->silent = TRUE;
  assert_stops (self, &self->secrets->n_searches);
}

/* It was never there: no other one may be started. */
static void
test_no_bus (void)
{
  Fixture self = { .keyring = seven_keyring_new () };

  assert_all_fail (&self, SEVEN_KEY_STORE_ERROR_NO_SERVICE);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "not an address", TRUE);
  assert_all_fail (&self, SEVEN_KEY_STORE_ERROR_NO_SERVICE);
  g_assert_finalize_object (self.keyring);
}

/* The tests before this one have no bus, the others one of their own, with nothing on it. */
static void
test_bus (void)
{
  g_test_dbus_up (bus);
  g_assert_cmpstr (g_getenv ("DBUS_SESSION_BUS_ADDRESS"), ==, g_test_dbus_get_bus_address (bus));
}

static void
add (const char *name, gconstpointer data, void (*test) (Fixture *self, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/keyring-bus/", name, NULL);

  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  int status;

  /* The person's own bus and keyring are out of reach from here on. */
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  g_unsetenv ("SECRET_BACKEND");
  g_test_init (&argc, &argv, NULL);
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_add_func ("/keyring-bus/no-bus", test_no_bus);
  g_test_add_func ("/keyring-bus/bus", test_bus);
  add ("no-service", NULL, test_no_service);
  add ("kept", "", test_kept);
  add ("unlocked", "", test_unlocked);
  add ("locked", "", test_locked);
  add ("dismissed", GINT_TO_POINTER (FAKE_PROMPT_DISMISSED), test_dismissed);
  add ("dismissed-strangely", GINT_TO_POINTER (FAKE_PROMPT_DISMISSED_STRANGELY), test_dismissed);
  add ("forbidden", "", test_forbidden);
  add ("stopped-asking", "", test_stopped_asking);
  add ("stopped-before-asking", "", test_stopped_before_asking);
  add ("stopped-storing", "", test_stopped_storing);
  add ("stopped-silent", "", test_stopped_silent);

  status = g_test_run ();
  g_test_dbus_stop (bus);
  return status;
}
