/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "file-test.h"

#define NOBODY 65534

static void
test_load (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *bytes;
    gsize length;
  } cases[] = {
    { "", 0 },
    { "{}\n", 3 },
    { "\xef\xbb\xbf{}", 5 },
    { "\xff\xfe{\0}\0", 6 },
    { "a\0b", 3 },
    { "a\r\nb", 4 },
  };
  g_autofree char *path = path_of (fixture, "ä b%20.json");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *stamp = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = NULL;

    put (path, cases[i].bytes, (gssize) cases[i].length);
    bytes = load (fixture, path, &stamp, &error);
    g_assert_no_error (error);
    g_assert_nonnull (stamp);
    g_assert_cmpmem (
        g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), cases[i].bytes, cases[i].length);
  }
}

static void
check_load_error (Fixture *fixture, const char *path, int code, const char *words)
{
  g_autofree char *stamp = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = load (fixture, path, &stamp, &error);

  g_assert_null (bytes);
  g_assert_null (stamp);
  g_assert_error (error, G_IO_ERROR, code);
  check_words (error, words);
}

static void
test_load_folder (Fixture *fixture, gconstpointer data)
{
  check_load_error (fixture, fixture->folder, G_IO_ERROR_IS_DIRECTORY, "is a folder");
}

static void
test_load_vanished (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "gone.json");
  g_autofree char *below = path_of (fixture, "gone/gone.json");

  check_load_error (fixture, path, G_IO_ERROR_NOT_FOUND, "“gone.json” is not there");
  check_load_error (fixture, below, G_IO_ERROR_NOT_FOUND, "“gone.json” is not there");
}

static void
test_load_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "a.json");
  g_autofree char *link = path_of (fixture, "link.json");
  g_autofree char *dangling = path_of (fixture, "dangling.json");
  g_autofree char *circle = path_of (fixture, "circle.json");
  g_autofree char *stamp = NULL;
  g_autoptr (GBytes) bytes = NULL;

  put (path, "{}", -1);
  g_assert_cmpint (symlink ("a.json", link), ==, 0);
  g_assert_cmpint (symlink ("nothing.json", dangling), ==, 0);
  g_assert_cmpint (symlink ("circle.json", circle), ==, 0);
  bytes = load (fixture, link, &stamp, NULL);
  g_assert_nonnull (bytes);
  check_load_error (fixture, dangling, G_IO_ERROR_NOT_FOUND, "is not there");
  check_load_error (fixture, circle, G_IO_ERROR_TOO_MANY_LINKS, "circle");
}

/* A pipe that nobody writes to does not hold us, nor does a device without an end. */
static void
test_load_special (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pipe = path_of (fixture, "pipe");

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  check_load_error (fixture, pipe, G_IO_ERROR_NOT_REGULAR_FILE, "not a regular file");
  check_load_error (fixture, "/dev/zero", G_IO_ERROR_NOT_REGULAR_FILE, "not a regular file");
}

static void
test_load_size (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "large.json");
  g_autofree char *stamp = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  put (path, "", 0);
  g_assert_cmpint (truncate (path, SEVEN_FILE_MAX_SIZE), ==, 0);
  bytes = load (fixture, path, &stamp, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, SEVEN_FILE_MAX_SIZE);

  g_assert_cmpint (truncate (path, SEVEN_FILE_MAX_SIZE + 1), ==, 0);
  check_load_error (fixture, path, G_IO_ERROR_MESSAGE_TOO_LARGE, "larger than 64 MiB");
}

static void
test_load_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "a.json");
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *stamp = NULL;

  put (path, "{}", -1);
  g_cancellable_cancel (cancellable);
  g_assert_null (load_uri (fixture, uri, &stamp, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_load_elsewhere (Fixture *fixture, gconstpointer data)
{
  static const char *const uris[] = { "https://example.com/a.json", "no uri at all%", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (uris); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *stamp = NULL;

    g_assert_null (load_uri (fixture, uris[i], &stamp, NULL, &error));
    g_assert_nonnull (error);
    g_assert_true (error->domain == G_IO_ERROR);
  }
}

/* Saving. */

/* Root may do everything: as somebody else, then. */
static void
become_nobody (const char *folder)
{
  if (geteuid () != 0)
    return;
  g_assert_cmpint (chown (folder, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (seteuid (NOBODY), ==, 0);
}

static void
become_oneself (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_no_permission (Fixture *fixture, gconstpointer data)
{
  g_autofree char *unreadable = path_of (fixture, "unreadable.json");
  g_autofree char *protected = path_of (fixture, "protected.json");
  g_autofree char *closed = path_of (fixture, "closed");
  g_autofree char *in_closed = g_build_filename (closed, "a.json", NULL);
  g_autofree char *new_in_closed = g_build_filename (closed, "new.json", NULL);

  become_nobody (fixture->folder);
  put (unreadable, "{}", -1);
  put (protected, "old", -1);
  g_assert_cmpint (g_mkdir (closed, 0700), ==, 0);
  put (in_closed, "old", -1);
  g_assert_cmpint (g_chmod (unreadable, 0), ==, 0);
  g_assert_cmpint (g_chmod (protected, 0444), ==, 0);
  g_assert_cmpint (g_chmod (closed, 0500), ==, 0);

  check_load_error (fixture, unreadable, G_IO_ERROR_PERMISSION_DENIED, "no permission to read");
  check_save_error (fixture, protected, NULL, G_IO_ERROR_PERMISSION_DENIED, "no permission to save");
  check_save_error (fixture, in_closed, NULL, G_IO_ERROR_PERMISSION_DENIED, "no permission to save");
  check_save_error (fixture, new_in_closed, NULL, G_IO_ERROR_PERMISSION_DENIED, "no permission to save");
  check_content (protected, "old");
  check_content (in_closed, "old");
  g_assert_cmpuint (count_files (closed), ==, 1);
  become_oneself ();
}

/* Two programs at the same file: one of them is told. */
static void
test_two (Fixture *fixture, gconstpointer data)
{
  Fixture other = { SEVEN_TEXT_STORE (seven_file_store_new ()), fixture->folder };
  g_autofree char *path = path_of (fixture, "a.json");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *saved = NULL;
  g_autoptr (GBytes) mine = NULL;
  g_autoptr (GBytes) theirs = NULL;

  put (path, "one", -1);
  mine = load (fixture, path, &first, NULL);
  theirs = load (&other, path, &second, NULL);
  g_assert_cmpstr (first, ==, second);
  saved = save (fixture, path, "mine", first, SEVEN_SAVE_DEFAULT, NULL);
  g_assert_nonnull (saved);
  check_save_error (&other, path, second, G_IO_ERROR_WRONG_ETAG, "changed by another program");
  check_content (path, "mine");
  release (other.store);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/file-store/load", test_load },
    { "/file-store/load-folder", test_load_folder },
    { "/file-store/load-vanished", test_load_vanished },
    { "/file-store/load-links", test_load_links },
    { "/file-store/load-special", test_load_special },
    { "/file-store/load-size", test_load_size },
    { "/file-store/load-cancelled", test_load_cancelled },
    { "/file-store/load-elsewhere", test_load_elsewhere },
    { "/file-store/no-permission", test_no_permission },
    { "/file-store/two", test_two },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
