/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "keyring-test.h"
#include "no-leak-check.h"

#include <glib/gstdio.h>
#include <unistd.h>

typedef struct
{
  SevenKeyring *keyring;
} Fixture;

static char *folder;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->keyring = seven_keyring_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->keyring);
}

static char *
make_uri (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_filename_to_uri (path, NULL, NULL);
}

static void
assert_stored (Fixture *self, const char *uri, const char *key)
{
  g_auto (Answer) answer = { 0 };

  store (self->keyring, uri, key, NULL, &answer);
  g_assert_no_error (answer.error);
}

static void
assert_removed (Fixture *self, const char *uri)
{
  g_auto (Answer) answer = { 0 };

  remove_key (self->keyring, uri, NULL, &answer);
  g_assert_no_error (answer.error);
}

/* A file, a file that is not there, one that is on no disk, and a document that has no name yet. */
static const char *const uris[] = { "file:///nonexistent/a.json", "file:///%C3%A9t%C3%A9%20%5B1%5D.json",
  "https://example.invalid/a.json", "untitled:1" };

static void
test_kept (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (uris); i++) {
    assert_key (self->keyring, uris[i], NULL);
    assert_stored (self, uris[i], KEY);
    assert_key (self->keyring, uris[i], KEY);
    assert_stored (self, uris[i], OTHER_KEY);
    assert_key (self->keyring, uris[i], OTHER_KEY);
  }
  for (guint i = 0; i < G_N_ELEMENTS (uris); i++) {
    assert_key (self->keyring, uris[i], OTHER_KEY);
    assert_removed (self, uris[i]);
    assert_key (self->keyring, uris[i], NULL);
    assert_removed (self, uris[i]);
  }
}

/* All signs of a key come back as they were, though no gateway takes them. */
static void
test_signs (Fixture *self, gconstpointer data)
{
  assert_stored (self, "untitled:1", " a\"\\\n\té€😀 ");
  assert_key (self->keyring, "untitled:1", " a\"\\\n\té€😀 ");
  assert_stored (self, "untitled:1", "");
  assert_key (self->keyring, "untitled:1", "");
  assert_removed (self, "untitled:1");
}

static void
test_one_file (Fixture *self, gconstpointer data)
{
  g_autofree char *target = g_build_filename (folder, "target.json", NULL);
  g_autofree char *link = g_build_filename (folder, "link.json", NULL);
  g_autofree char *folder_link = g_build_filename (folder, "here", NULL);
  g_autofree char *target_uri = make_uri ("target.json");
  g_autofree char *link_uri = make_uri ("link.json");
  g_autofree char *far_uri = make_uri ("here/../here/target.json");
  g_autofree char *absent_uri = make_uri ("absent.json");
  g_autofree char *far_absent_uri = make_uri ("here/absent.json");

  g_assert_true (g_file_set_contents (target, "{}", 2, NULL));
  g_assert_cmpint (symlink ("target.json", link), ==, 0);
  g_assert_cmpint (symlink (".", folder_link), ==, 0);
  assert_stored (self, link_uri, KEY);
  assert_key (self->keyring, target_uri, KEY);
  assert_key (self->keyring, far_uri, KEY);
  assert_stored (self, far_absent_uri, OTHER_KEY);
  assert_key (self->keyring, absent_uri, OTHER_KEY);
  assert_removed (self, target_uri);
  assert_key (self->keyring, link_uri, NULL);
  g_assert_cmpint (g_unlink (link), ==, 0);
  g_assert_cmpint (g_unlink (folder_link), ==, 0);
  g_assert_cmpint (g_unlink (target), ==, 0);
}

/* What was stopped beforehand does nothing. */
static void
test_stopped_before (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Answer) lookup = { 0 };
  g_auto (Answer) keep = { 0 };
  g_auto (Answer) remove = { 0 };

  assert_stored (self, "untitled:2", KEY);
  g_cancellable_cancel (cancellable);
  look_up (self->keyring, "untitled:2", cancellable, &lookup);
  g_assert_error (lookup.error, SEVEN_KEY_STORE_ERROR, SEVEN_KEY_STORE_ERROR_CANCELLED);
  g_assert_null (lookup.key);
  store (self->keyring, "untitled:2", OTHER_KEY, cancellable, &keep);
  g_assert_error (keep.error, SEVEN_KEY_STORE_ERROR, SEVEN_KEY_STORE_ERROR_CANCELLED);
  remove_key (self->keyring, "untitled:2", cancellable, &remove);
  g_assert_error (remove.error, SEVEN_KEY_STORE_ERROR, SEVEN_KEY_STORE_ERROR_CANCELLED);
  assert_key (self->keyring, "untitled:2", KEY);
  assert_removed (self, "untitled:2");
}

/* At whatever turn of the loop it is stopped, it ends once, in one of two ways. */
static void
test_stopped_during (Fixture *self, gconstpointer data)
{
  guint n_stopped = 0;

  assert_stored (self, "untitled:3", KEY);
  for (guint turns = 0;; turns++) {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_auto (Answer) answer = { 0 };

    seven_key_store_lookup_async (
        SEVEN_KEY_STORE (self->keyring), "untitled:3", cancellable, looked_up_cb, &answer);
    for (guint i = 0; i < turns && !answer.done; i++)
      g_main_context_iteration (NULL, TRUE);
    if (answer.done) {
      g_assert_no_error (answer.error);
      g_assert_cmpstr (answer.key, ==, KEY);
      break;
    }
    g_cancellable_cancel (cancellable);
    wait_for (&answer.done);
    if (answer.error == NULL) {
      g_assert_cmpstr (answer.key, ==, KEY);
      continue;
    }
    g_assert_error (answer.error, SEVEN_KEY_STORE_ERROR, SEVEN_KEY_STORE_ERROR_CANCELLED);
    n_stopped++;
  }
  g_assert_cmpuint (n_stopped, >, 0);
  assert_removed (self, "untitled:3");
}

/* No key, no name of a document stands in what lies on the disk. */
static void
test_sealed (Fixture *self, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  assert_stored (self, "untitled:4", KEY);
  g_file_get_contents (g_getenv ("SECRET_FILE_TEST_PATH"), &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_null (g_strstr_len (bytes, (gssize) length, KEY));
  assert_removed (self, "untitled:4");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int status;

  folder = g_dir_make_tmp ("seven-keyring-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "keyring", NULL);
  /* The person's own bus and keyring are out of reach. */
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "for tests", TRUE);

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/keyring/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/keyring/signs", Fixture, NULL, set_up, test_signs, tear_down);
  g_test_add ("/keyring/one-file", Fixture, NULL, set_up, test_one_file, tear_down);
  g_test_add ("/keyring/stopped-before", Fixture, NULL, set_up, test_stopped_before, tear_down);
  g_test_add ("/keyring/stopped-during", Fixture, NULL, set_up, test_stopped_during, tear_down);
  g_test_add ("/keyring/sealed", Fixture, NULL, set_up, test_sealed, tear_down);

  status = g_test_run ();
  g_unlink (path);
  g_rmdir (folder);
  g_free (folder);
  return status;
}
