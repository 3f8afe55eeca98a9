/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-file-store.h"
#include "seven-file-io.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOBODY 65534

typedef struct
{
  SevenTextStore *store;
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->store = SEVEN_TEXT_STORE (seven_file_store_new ());
  fixture->folder = g_dir_make_tmp ("seven-file-store-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
      remove_all (path);
    else
      g_assert_cmpint (g_unlink (path), ==, 0);
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The thread of a task may hold the task, and so the store, a moment longer than its callback lasts. */
static void
release (SevenTextStore *store)
{
  gint64 limit = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  GWeakRef weak;

  g_weak_ref_init (&weak, store);
  g_object_unref (store);
  for (;;) {
    g_autoptr (GObject) alive = g_weak_ref_get (&weak);

    if (alive == NULL)
      break;
    g_assert_cmpint (g_get_monotonic_time (), <, limit);
    g_clear_object (&alive);
    g_thread_yield ();
  }
  g_weak_ref_clear (&weak);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  release (fixture->store);
  remove_all (fixture->folder);
  g_free (fixture->folder);
}

static char *
path_of (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
put (const char *path, const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

static void
check_content (const char *path, const char *text)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, text);
}

static guint
get_mode (const char *path)
{
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GBytes *
load_uri (Fixture *fixture, const char *uri, char **stamp, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  seven_text_store_load_async (fixture->store, uri, cancellable, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return seven_text_store_load_finish (fixture->store, result, stamp, error);
}

static GBytes *
load (Fixture *fixture, const char *path, char **stamp, GError **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  return load_uri (fixture, uri, stamp, NULL, error);
}

static char *
save_full (Fixture *fixture, const char *path, GBytes *bytes, const char *stamp, SevenSaveFlags flags,
    GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  seven_text_store_save_async (fixture->store, uri, bytes, stamp, flags, cancellable, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return seven_text_store_save_finish (fixture->store, result, error);
}

static char *
save (Fixture *fixture, const char *path, const char *text, const char *stamp, SevenSaveFlags flags,
    GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return save_full (fixture, path, bytes, stamp, flags, NULL, error);
}

static void
check_words (const GError *error, const char *words)
{
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* Loading. */

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

static void
check_save_error (Fixture *fixture, const char *path, const char *stamp, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *saved = save (fixture, path, "new", stamp, SEVEN_SAVE_DEFAULT, &error);

  g_assert_null (saved);
  g_assert_error (error, G_IO_ERROR, code);
  check_words (error, words);
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
    { "/file-store/save-new", test_save_new },
    { "/file-store/save-keeps-mode", test_save_keeps_mode },
    { "/file-store/save-bytes", test_save_bytes },
    { "/file-store/save-links", test_save_links },
    { "/file-store/save-changed", test_save_changed },
    { "/file-store/save-deleted", test_save_deleted },
    { "/file-store/save-nowhere", test_save_nowhere },
    { "/file-store/save-cancelled", test_save_cancelled },
    { "/file-store/save-cancelled-anywhere", test_save_cancelled_anywhere },
    { "/file-store/save-no-room", test_save_no_room },
    { "/file-store/no-permission", test_no_permission },
    { "/file-store/two", test_two },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
