/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

/*
 * What the tests of the command line need of a keyring:
 *
 *   keyring-probe keep URI    keeps the key that stands on standard input
 *   keyring-probe serve URI   is a locked keyring that has a key for URI, on a bus of its own: prints the address of
 *                             the bus, then "asked" when it asks to be unlocked, which nobody does; ends with its input
 */

#include "fake-secrets.h"
#include "no-leak-check.h"
#include "seven-keyring.h"

#include <glib-unix.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *done = user_data;

  seven_key_store_store_finish (SEVEN_KEY_STORE (source), result, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

static int
keep (const char *uri)
{
  g_autoptr (SevenKeyring) keyring = seven_keyring_new ();
  char key[256] = "";
  gboolean done = FALSE;

  g_assert_cmpuint (fread (key, 1, sizeof key - 1, stdin), >, 0);
  seven_key_store_store_async (SEVEN_KEY_STORE (keyring), uri, key, NULL, stored_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}

static gboolean
ended_cb (int descriptor, GIOCondition condition, gpointer user_data)
{
  gboolean *ended = user_data;

  *ended = TRUE;
  return G_SOURCE_REMOVE;
}

static int
serve (const char *uri)
{
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (FakeSecrets) secrets = NULL;
  gboolean asked = FALSE;
  gboolean ended = FALSE;

  g_test_dbus_up (bus);
  secrets = fake_secrets_new (g_test_dbus_get_bus_address (bus));
  secrets->locked = TRUE;
  fake_secrets_keep (secrets, uri, "example-key-not-real");
  g_unix_fd_add (STDIN_FILENO, G_IO_IN | G_IO_HUP, ended_cb, &ended);
  puts (g_test_dbus_get_bus_address (bus));
  fflush (stdout);
  while (!ended) {
    g_main_context_iteration (NULL, TRUE);
    if (!asked && secrets->n_prompts > 0) {
      asked = TRUE;
      puts ("asked");
      fflush (stdout);
    }
  }
  g_clear_pointer (&secrets, fake_secrets_free);
  g_test_dbus_down (bus);
  return 0;
}

int
main (int argc, char **argv)
{
  g_assert_cmpint (argc, ==, 3);

  return g_str_equal (argv[1], "keep") ? keep (argv[2]) : serve (argv[2]);
}
