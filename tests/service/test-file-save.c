/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

/* for O_TMPFILE */
#define _GNU_SOURCE

#include "file-test.h"

static void
test_save_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "new.json");
  mode_t mask = umask (0);
  g_autofree char *stamp = save (fixture, path, "{}", NULL, SEVEN_SAVE_DEFAULT, NULL);

  umask (mask);
  g_assert_nonnull (stamp);
  check_content (path, "{}");
  g_assert_cmpuint (get_mode (path), ==, 0600);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_save_keeps_mode (Fixture *fixture, gconstpointer data)
{
  static const guint modes[] = { 0600, 0640, 0644, 0664, 0666, 0755 };
  g_autofree char *path = path_of (fixture, "old.json");

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_autofree char *stamp = NULL;

    put (path, "old", -1);
    g_assert_cmpint (g_chmod (path, modes[i]), ==, 0);
    stamp = save (fixture, path, "new", NULL, SEVEN_SAVE_DEFAULT, NULL);
    g_assert_nonnull (stamp);
    check_content (path, "new");
    g_assert_cmpuint (get_mode (path), ==, modes[i]);
  }
}

/* Bytes of any kind and size, as they are. */
static void
test_save_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "bytes.json");
  gsize size = 3 * 1024 * 1024 + 7;
  g_autofree char *large = g_malloc (size);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *loaded = NULL;

  for (gsize i = 0; i < size; i++)
    large[i] = (char) (i * 31 + i / 256);
  bytes = g_bytes_new (large, size);
  first = save_full (fixture, path, bytes, NULL, SEVEN_SAVE_DEFAULT, NULL, NULL);
  g_assert_nonnull (first);
  again = load (fixture, path, &loaded, NULL);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_cmpstr (loaded, ==, first);
  second = save_full (fixture, path, empty, first, SEVEN_SAVE_DEFAULT, NULL, NULL);
  g_assert_nonnull (second);
  check_content (path, "");
}

static void
test_save_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = path_of (fixture, "below");
  g_autofree char *target = g_build_filename (folder, "target.json", NULL);
  g_autofree char *link = path_of (fixture, "link.json");
  g_autofree char *second = path_of (fixture, "second.json");
  g_autofree char *absolute = path_of (fixture, "absolute.json");
  g_autofree char *circle = path_of (fixture, "circle.json");
  const char *const links[] = { link, second, absolute };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("below/target.json", link), ==, 0);
  g_assert_cmpint (symlink ("link.json", second), ==, 0);
  g_assert_cmpint (symlink (target, absolute), ==, 0);
  g_assert_cmpint (symlink ("circle.json", circle), ==, 0);

  /* The first link dangles: the file is made where it points to. */
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++) {
    g_autofree char *text = g_strdup_printf ("%" G_GSIZE_FORMAT, i);
    g_autofree char *stamp = save (fixture, links[i], text, NULL, SEVEN_SAVE_DEFAULT, NULL);

    g_assert_nonnull (stamp);
    g_assert_true (g_file_test (links[i], G_FILE_TEST_IS_SYMLINK));
    check_content (target, text);
  }
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_null (save (fixture, circle, "x", NULL, SEVEN_SAVE_DEFAULT, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
}

/* What changed on disk is not overwritten unasked. */
static void
test_save_changed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "a.json");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autoptr (GBytes) bytes = NULL;

  put (path, "one", -1);
  bytes = load (fixture, path, &first, NULL);
  put (path, "two", -1);
  check_save_error (fixture, path, first, G_IO_ERROR_WRONG_ETAG, "changed by another program");
  check_content (path, "two");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);

  second = save (fixture, path, "three", first, SEVEN_SAVE_OVERWRITE, NULL);
  g_assert_nonnull (second);
  check_content (path, "three");
  g_assert_cmpstr (second, !=, first);
  third = save (fixture, path, "four", second, SEVEN_SAVE_DEFAULT, NULL);
  g_assert_nonnull (third);
  check_content (path, "four");
  check_save_error (fixture, path, second, G_IO_ERROR_WRONG_ETAG, "changed by another program");
}

/* Nothing is lost by making a file again that somebody has deleted. */
static void
test_save_deleted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "a.json");
  g_autofree char *stamp = NULL;
  g_autofree char *saved = NULL;
  g_autoptr (GBytes) bytes = NULL;

  put (path, "one", -1);
  bytes = load (fixture, path, &stamp, NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);
  saved = save (fixture, path, "two", stamp, SEVEN_SAVE_DEFAULT, NULL);
  g_assert_nonnull (saved);
  check_content (path, "two");
}

static void
test_save_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = path_of (fixture, "missing/a.json");
  g_autofree char *folder = path_of (fixture, "folder");
  g_autofree char *file = path_of (fixture, "file");
  g_autofree char *below_file = path_of (fixture, "file/a.json");
  g_autofree char *pipe = path_of (fixture, "pipe");
  g_autofree char *name = g_strnfill (300, 'x');
  g_autofree char *long_name = path_of (fixture, name);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  put (file, "file", -1);
  check_save_error (fixture, missing, NULL, G_IO_ERROR_NOT_FOUND, "is not there");
  check_save_error (fixture, folder, NULL, G_IO_ERROR_IS_DIRECTORY, "is a folder");
  check_save_error (fixture, below_file, NULL, G_IO_ERROR_NOT_DIRECTORY, "is not there");
  check_save_error (fixture, pipe, NULL, G_IO_ERROR_NOT_REGULAR_FILE, "not a regular file");
  check_save_error (fixture, long_name, NULL, G_IO_ERROR_FILENAME_TOO_LONG, "could not be saved");
  g_assert_cmpuint (count_files (fixture->folder), ==, 3);
}

static void
test_save_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "a.json");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  put (path, "old", -1);
  g_cancellable_cancel (cancellable);
  g_assert_null (save_full (fixture, path, bytes, NULL, SEVEN_SAVE_DEFAULT, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  check_content (path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* Stopped at whatever moment: the file is the old one or the new one, and the answer says which. */
static void
test_save_cancelled_anywhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "a.json");
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *text = g_strnfill (4 * 1024 * 1024, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  for (guint i = 0; i < 20; i++) {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    g_autofree char *stamp = NULL;

    put (path, "old", -1);
    seven_text_store_save_async (
        fixture->store, uri, bytes, NULL, SEVEN_SAVE_DEFAULT, cancellable, done_cb, &result);
    g_usleep (i * 100);
    g_cancellable_cancel (cancellable);
    while (result == NULL)
      g_main_context_iteration (NULL, TRUE);
    stamp = seven_text_store_save_finish (fixture->store, result, &error);
    if (stamp == NULL)
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    check_content (path, stamp != NULL ? text : "old");
    g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  }
}

/* No room: the limit on the size of a file stands in for a disk that is full. */
static void
test_save_no_room (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "a.json");
  g_autofree char *text = g_strnfill (1024 * 1024, 'x');
  g_autoptr (GError) error = NULL;
  g_autofree char *stamp = NULL;
  struct rlimit old, small;

  put (path, "old", -1);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = old;
  small.rlim_cur = 300 * 1024;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  stamp = save (fixture, path, text, NULL, SEVEN_SAVE_DEFAULT, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);

  g_assert_null (stamp);
  g_assert_nonnull (error);
  check_words (error, "The file is as it was");
  check_content (path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

#define KILLED_FILE "SEVEN_TEST_KILLED_FILE"

/* The signal of the limit kills, in the middle of writing. */
static void
save_and_die (void)
{
  const char *path = g_getenv (KILLED_FILE);
  g_autofree char *text = g_strnfill (1024 * 1024, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, 1024 * 1024);
  g_autofree char *stamp = NULL;
  const struct rlimit small = { 300 * 1024, 300 * 1024 };
  const struct rlimit none = { 0, 0 };

  signal (SIGXFSZ, SIG_DFL);
  g_assert_cmpint (setrlimit (RLIMIT_CORE, &none), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  stamp = seven_file_save (path, bytes, NULL, NULL, NULL);
  exit (0);
}

static void
test_save_killed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "a.json");
  int fd = g_open (fixture->folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  gboolean nameless = fd >= 0; /* what the file system can do */

  if (nameless)
    g_close (fd, NULL);
  put (path, "old", -1);
  g_setenv (KILLED_FILE, path, TRUE);
  g_test_trap_subprocess ("/file-save/die/subprocess", 0, 0);
  g_test_trap_assert_failed ();
  g_unsetenv (KILLED_FILE);
  check_content (path, "old");
  g_assert_cmpuint (count_files (fixture->folder), <=, nameless ? 1 : 2);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/file-save/new", test_save_new },
    { "/file-save/keeps-mode", test_save_keeps_mode },
    { "/file-save/bytes", test_save_bytes },
    { "/file-save/links", test_save_links },
    { "/file-save/changed", test_save_changed },
    { "/file-save/deleted", test_save_deleted },
    { "/file-save/nowhere", test_save_nowhere },
    { "/file-save/cancelled", test_save_cancelled },
    { "/file-save/cancelled-anywhere", test_save_cancelled_anywhere },
    { "/file-save/no-room", test_save_no_room },
    { "/file-save/killed", test_save_killed },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  g_test_add_func ("/file-save/die/subprocess", save_and_die);

  return g_test_run ();
}
