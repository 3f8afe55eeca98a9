/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-history-aside.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MARK "-damaged-"
#define LOCK_PAUSE 10 /* milliseconds */

/* SQLite's journal and its index; the file itself is the last: without it a journal is worth nothing. */
static const char *const endings[] = { "-shm", "-wal", "" };

static gboolean
set_error (GError **error, int number, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  /* Translators: the first %s is a file or a folder, the second is what the system says. */
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (number),
      _ ("The history cannot be kept in “%s”: %s."), name, g_strerror (number));
  return FALSE;
}

/* What was copied here, from a backup for instance, may be readable by others: the journal no less than the file. */
static void
make_private (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *name = g_strconcat (path, endings[i], NULL);
    struct stat info;

    if (g_stat (name, &info) == 0 && S_ISREG (info.st_mode) && (info.st_mode & 0077) != 0 &&
        g_chmod (name, 0600) != 0)
      g_debug ("The history stays as readable as it is: %s", g_strerror (errno));
  }
}

/* SQLite gives its journal the mode of the file. The file is not opened by hand once it is there: closing it would take
 * away the locks that this process may have on it. */
gboolean
seven_history_aside_prepare (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat info;
  int file;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return set_error (error, errno, folder);
  file = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0) {
    g_close (file, NULL);
    return TRUE;
  }
  if (errno != EEXIST)
    return set_error (error, errno, path);
  if (g_stat (path, &info) != 0)
    return set_error (error, errno, path);
  if (!S_ISREG (info.st_mode))
    return set_error (error, S_ISDIR (info.st_mode) ? EISDIR : EINVAL, path);
  make_private (path);
  return TRUE;
}

int
seven_history_aside_lock (const char *path, guint limit_ms)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int lock = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  for (guint waited = 0; lock >= 0 && flock (lock, LOCK_EX | LOCK_NB) != 0; waited += LOCK_PAUSE) {
    if (errno != EWOULDBLOCK || waited >= limit_ms) {
      g_close (lock, NULL);
      return -1;
    }
    g_usleep (LOCK_PAUSE * 1000);
  }
  return lock;
}

void
seven_history_aside_unlock (int lock)
{
  if (lock >= 0)
    g_close (lock, NULL);
}

static gboolean
is_free (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *name = g_strconcat (path, endings[i], NULL);
    struct stat info;

    if (g_lstat (name, &info) == 0 || errno != ENOENT)
      return FALSE;
  }
  return TRUE;
}

static char *
dup_free_name (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *name = g_strconcat (path, MARK, stamp, NULL);

  for (guint i = 2; !is_free (name); i++) {
    g_free (name);
    name = g_strdup_printf ("%s" MARK "%s-%u", path, stamp, i);
  }
  return g_steal_pointer (&name);
}

char *
seven_history_aside_put (const char *path, GError **error)
{
  g_autofree char *name = dup_free_name (path);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *from = g_strconcat (path, endings[i], NULL);
    g_autofree char *to = g_strconcat (name, endings[i], NULL);

    if (g_rename (from, to) != 0 && errno != ENOENT) {
      set_error (error, errno, from);
      return NULL;
    }
  }
  return g_steal_pointer (&name);
}

/* It was written last before it was put aside. */
void
seven_history_aside_prune (const char *path, gint64 before)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, MARK, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *aside = g_build_filename (folder, name, NULL);
    struct stat info;

    if (!g_str_has_prefix (name, prefix) || g_lstat (aside, &info) != 0 || !S_ISREG (info.st_mode))
      continue;
    if ((gint64) info.st_mtim.tv_sec * G_USEC_PER_SEC < before && g_unlink (aside) != 0)
      g_debug ("A damaged history stays: %s", g_strerror (errno));
  }
}
