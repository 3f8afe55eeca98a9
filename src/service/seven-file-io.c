/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

/* Of files without a name. */
#define _GNU_SOURCE

#include "seven-file-io.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (256 * 1024)
#define MAX_LINKS 40
#define MAX_NAMES 100
#define NEW_MODE 0600
#define OPEN_FILES "/proc/self/fd"

static char *
dup_stamp (const struct stat *info)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%09ld:%" G_GINT64_FORMAT ":%" G_GUINT64_FORMAT
                          ":%" G_GUINT64_FORMAT,
      (gint64) info->st_mtim.tv_sec, (long) info->st_mtim.tv_nsec, (gint64) info->st_size,
      (guint64) info->st_ino, (guint64) info->st_dev);
}

static void
set_load_error (GError **error, int number, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  int code = (int) g_io_error_from_errno (number);

  switch (number) {
  case ENOENT:
  case ENOTDIR:
    g_set_error (
        error, G_IO_ERROR, code, _ ("“%s” is not there. It may have been moved, renamed or deleted."), name);
    break;
  case EACCES:
  case EPERM:
    g_set_error (error, G_IO_ERROR, code,
        _ ("There is no permission to read “%s”. Ask its owner, or choose another file."), name);
    break;
  case EISDIR:
    g_set_error (error, G_IO_ERROR, code, _ ("“%s” is a folder. Choose a file in it."), name);
    break;
  case ELOOP:
    g_set_error (error, G_IO_ERROR, code,
        _ ("The symbolic link “%s” leads in a circle. Choose the file itself."), name);
    break;
  default:
    /* Translators: the first %s is a file, the second is what the system says. */
    g_set_error (error, G_IO_ERROR, code, _ ("“%s” could not be read: %s."), name, g_strerror (number));
    break;
  }
}

static void
set_save_error (GError **error, int number, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *folder_name = g_filename_display_name (folder);
  int code = (int) g_io_error_from_errno (number);

  switch (number) {
  case ENOSPC:
  case EDQUOT:
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
        _ ("There is not enough room to save “%s”. Make room, or save it elsewhere; the file is as it was."),
        name);
    break;
  case EACCES:
  case EPERM:
    g_set_error (error, G_IO_ERROR, code,
        _ ("There is no permission to save “%s” in “%s”. Save it elsewhere."), name, folder_name);
    break;
  case EROFS:
    g_set_error (error, G_IO_ERROR, code,
        _ ("“%s” cannot be saved in “%s”, which is read-only. Save it elsewhere."), name, folder_name);
    break;
  case ENOENT:
  case ENOTDIR:
    g_set_error (
        error, G_IO_ERROR, code, _ ("The folder “%s” is not there. Save it elsewhere."), folder_name);
    break;
  case EISDIR:
    g_set_error (error, G_IO_ERROR, code, _ ("“%s” is a folder. Choose another name."), name);
    break;
  case ELOOP:
    g_set_error (
        error, G_IO_ERROR, code, _ ("The symbolic link “%s” leads in a circle. Choose another name."), name);
    break;
  default:
    /* Translators: the first %s is a file, the second is what the system says. */
    g_set_error (error, G_IO_ERROR, code, _ ("“%s” could not be saved: %s. The file is as it was."), name,
        g_strerror (number));
    break;
  }
}

static gboolean
check_regular (const struct stat *info, const char *path, GError **error)
{
  g_autofree char *name = NULL;

  if (S_ISREG (info->st_mode))
    return TRUE;
  if (S_ISDIR (info->st_mode)) {
    set_load_error (error, EISDIR, path);
    return FALSE;
  }
  name = g_filename_display_basename (path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
      _ ("“%s” is not a regular file but a device or a pipe. Choose another one."), name);
  return FALSE;
}

static GBytes *
read_all (int fd, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);

  for (;;) {
    gssize n;

    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
    n = read (fd, chunk, CHUNK);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      set_load_error (error, errno, path);
      return NULL;
    }
    if (n == 0)
      return g_byte_array_free_to_bytes (g_steal_pointer (&content));
    g_byte_array_append (content, chunk, (guint) n);
    if (content->len > SEVEN_FILE_MAX_SIZE) {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
          _ ("“%s” is larger than 64 MiB. A config of the connector is far smaller: choose another file."),
          name);
      return NULL;
    }
  }
}

GBytes *
seven_file_load (const char *path, char **stamp, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  struct stat info;
  /* Without O_NONBLOCK a pipe that nobody writes to would hold us for good. */
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (fd < 0) {
    set_load_error (error, errno, path);
    return NULL;
  }
  if (fstat (fd, &info) != 0)
    set_load_error (error, errno, path);
  else if (check_regular (&info, path, error))
    bytes = read_all (fd, path, cancellable, error);
  g_close (fd, NULL);
  if (bytes != NULL)
    *stamp = dup_stamp (&info);
  return g_steal_pointer (&bytes);
}

/* Where a chain of symbolic links ends, whether there is a file or not. */
static char *
resolve_links (const char *path, GError **error)
{
  g_autofree char *resolved = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++) {
    g_autofree char *target = g_file_read_link (resolved, NULL);
    g_autofree char *folder = NULL;

    if (target == NULL)
      return g_steal_pointer (&resolved);
    folder = g_path_get_dirname (resolved);
    g_clear_pointer (&resolved, g_free);
    resolved =
        g_path_is_absolute (target) ? g_steal_pointer (&target) : g_build_filename (folder, target, NULL);
  }
  set_save_error (error, ELOOP, path);
  return NULL;
}

/* Looks at what is to be replaced. @exists: (out); FALSE with an error where it must not be. */
static gboolean
check_target (const char *path, const char *stamp, gboolean *exists, struct stat *info, GError **error)
{
  g_autofree char *present = NULL;
  g_autofree char *name = NULL;

  *exists = g_lstat (path, info) == 0;
  if (!*exists && errno == ENOENT)
    return TRUE;
  if (!*exists) {
    set_save_error (error, errno, path);
    return FALSE;
  }
  if (S_ISDIR (info->st_mode)) {
    set_save_error (error, EISDIR, path);
    return FALSE;
  }
  if (!check_regular (info, path, error))
    return FALSE;
  /* A rename needs no right to the file itself, but people mean it when they write-protect one. */
  if (faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) != 0) {
    set_save_error (error, errno, path);
    return FALSE;
  }
  present = dup_stamp (info);
  if (stamp == NULL || g_str_equal (stamp, present))
    return TRUE;
  name = g_filename_display_basename (path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
      _ ("“%s” was changed by another program since it was opened or saved here."), name);
  return FALSE;
}

static gboolean
write_all (int fd, GBytes *bytes, const char *path, GCancellable *cancellable, GError **error)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0) {
    gssize n;

    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    n = write (fd, data, MIN (size, CHUNK));
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      set_save_error (error, errno, path);
      return FALSE;
    }
    data += n;
    size -= (gsize) n;
  }
  return TRUE;
}

/* Gives the new file the owner, as far as we may, and the mode of the old one. */
static gboolean
keep_mode (int fd, const struct stat *old, const char *path, GError **error)
{
  struct stat info;

  if (fstat (fd, &info) == 0 && (info.st_uid != old->st_uid || info.st_gid != old->st_gid) &&
      fchown (fd, old->st_uid, old->st_gid) != 0)
    g_debug ("The owner of the file could not be kept: %s", g_strerror (errno));
  if (fchmod (fd, old->st_mode & 07777) == 0)
    return TRUE;
  set_save_error (error, errno, path);
  return FALSE;
}

static gboolean
flush (int fd, const char *path, struct stat *info, GError **error)
{
  if (fsync (fd) == 0 && fstat (fd, info) == 0)
    return TRUE;
  set_save_error (error, errno, path);
  return FALSE;
}

/* The new name is on the disk only when its folder is. */
static void
flush_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("The folder could not be flushed: %s", g_strerror (errno));
  g_close (fd, NULL);
}

/* What is written, until it takes the place of the old file. It has no name while it is filled, so that whoever is
 * killed meanwhile leaves nothing behind; or one from the start, where the file system knows no other files. */
typedef struct
{
  int fd;
  char *path; /* (nullable): its name */
  gboolean refused; /* it got none, which another one may */
} Beside;

static void
beside_clear (Beside *self)
{
  if (self->fd >= 0)
    g_close (self->fd, NULL);
  g_clear_pointer (&self->path, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Beside, beside_clear)

static gboolean
open_beside (Beside *self, const char *path, gboolean nameless, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_build_filename (folder, ".seven-console-XXXXXX", NULL);

  if (nameless && g_access (OPEN_FILES, X_OK) == 0)
    self->fd = g_open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, NEW_MODE);
  if (self->fd >= 0)
    return TRUE;
  self->fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, NEW_MODE);
  if (self->fd >= 0)
    self->path = g_steal_pointer (&name);
  else
    set_save_error (error, errno, path);
  return self->fd >= 0;
}

static gboolean
name_beside (Beside *self, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *file = g_strdup_printf (OPEN_FILES "/%d", self->fd);

  for (guint i = 0; self->path == NULL && i < MAX_NAMES; i++) {
    g_autofree char *name = g_strdup_printf ("%s/.seven-console-%08x", folder, g_random_int ());

    if (linkat (AT_FDCWD, file, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0)
      self->path = g_steal_pointer (&name);
    else if (errno != EEXIST)
      break;
  }
  self->refused = self->path == NULL;
  if (self->refused)
    set_save_error (error, errno, path);
  return !self->refused;
}

/* Fills the file beside and puts it in the place of the old one. */
static char *
replace (Beside *beside, const char *path, GBytes *bytes, const char *stamp, GCancellable *cancellable,
    GError **error)
{
  int fd = beside->fd;
  struct stat old, info;
  gboolean exists;

  if (!check_target (path, stamp, &exists, &old, error) || !write_all (fd, bytes, path, cancellable, error) ||
      (exists && !keep_mode (fd, &old, path, error)) || !flush (fd, path, &info, error))
    return NULL;
  /* Writing takes its time: look once more. */
  if (!check_target (path, stamp, &exists, &old, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error) || !name_beside (beside, path, error))
    return NULL;
  if (g_rename (beside->path, path) != 0) {
    set_save_error (error, errno, path);
    return NULL;
  }
  flush_folder (path);
  return dup_stamp (&info);
}

/* refused: (out): whether it may work with a file that has a name from the start. */
static char *
save (const char *path, GBytes *bytes, const char *stamp, gboolean nameless, gboolean *refused,
    GCancellable *cancellable, GError **error)
{
  g_auto (Beside) beside = { -1, NULL, FALSE };
  g_autofree char *saved = NULL;

  if (open_beside (&beside, path, nameless, error))
    saved = replace (&beside, path, bytes, stamp, cancellable, error);
  if (saved == NULL && beside.path != NULL)
    g_unlink (beside.path);
  *refused = beside.refused;
  return g_steal_pointer (&saved);
}

char *
seven_file_save (
    const char *path, GBytes *bytes, const char *stamp, GCancellable *cancellable, GError **error)
{
  g_autofree char *target = resolve_links (path, error);
  g_autoptr (GError) first = NULL;
  char *saved;
  struct stat old;
  gboolean exists;
  gboolean refused;

  if (target == NULL || g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !check_target (target, stamp, &exists, &old, error))
    return NULL;
  saved = save (target, bytes, stamp, TRUE, &refused, cancellable, &first);
  if (saved == NULL && refused)
    return save (target, bytes, stamp, FALSE, &refused, cancellable, error);
  if (saved == NULL)
    g_propagate_error (error, g_steal_pointer (&first));
  return saved;
}
