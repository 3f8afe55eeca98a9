/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-file-io.h"
#include "seven-file-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Files in a folder that goes with the test. */
typedef struct
{
  SevenTextStore *store;
  char *folder;
} Fixture;

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->store = SEVEN_TEXT_STORE (seven_file_store_new ());
  fixture->folder = g_dir_make_tmp ("seven-file-store-XXXXXX", &error);
  g_assert_no_error (error);
}

static inline void
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
static inline void
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

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  release (fixture->store);
  remove_all (fixture->folder);
  g_free (fixture->folder);
}

static inline char *
path_of (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static inline void
put (const char *path, const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

static inline void
check_content (const char *path, const char *text)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, text);
}

static inline guint
get_mode (const char *path)
{
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

static inline guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static inline void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static inline GBytes *
load_uri (Fixture *fixture, const char *uri, char **stamp, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  seven_text_store_load_async (fixture->store, uri, cancellable, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return seven_text_store_load_finish (fixture->store, result, stamp, error);
}

static inline GBytes *
load (Fixture *fixture, const char *path, char **stamp, GError **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  return load_uri (fixture, uri, stamp, NULL, error);
}

static inline char *
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

static inline char *
save (Fixture *fixture, const char *path, const char *text, const char *stamp, SevenSaveFlags flags,
    GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return save_full (fixture, path, bytes, stamp, flags, NULL, error);
}

static inline void
check_words (const GError *error, const char *words)
{
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* Loading. */

static inline void
check_save_error (Fixture *fixture, const char *path, const char *stamp, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *saved = save (fixture, path, "new", stamp, SEVEN_SAVE_DEFAULT, &error);

  g_assert_null (saved);
  g_assert_error (error, G_IO_ERROR, code);
  check_words (error, words);
}
