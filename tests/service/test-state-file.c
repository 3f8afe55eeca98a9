/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-state-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BIND (SEVEN_FLOWS_ALL & ~(1u << SEVEN_USAGE_BIND_MFA))
#define GENERIC_ONLY (1u << SEVEN_USAGE_GENERIC)

typedef struct
{
  char *folder;
  char *path;
  SevenStateFile *file;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("seven-state-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "seven-console", "documents.ini", NULL);
  self->file = seven_state_file_new (self->folder);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_assert_finalize_object (self->file);
  g_unlink (self->path);
  g_rmdir (self->path);
  g_rmdir (folder);
  g_unlink (folder);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
}

typedef struct
{
  SevenStateFile *file;
  gboolean done;
  SevenFlows flows;
} Load;

static void
loaded_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  Load *load = user_data;

  load->flows = seven_state_store_load_flows_finish (SEVEN_STATE_STORE (load->file), result);
  load->done = TRUE;
}

static SevenFlows
load (Fixture *self, const char *uri)
{
  Load load = { self->file, FALSE, 0 };

  seven_state_store_load_flows_async (SEVEN_STATE_STORE (self->file), uri, loaded_cb, &load);
  while (!load.done)
    g_main_context_iteration (NULL, TRUE);
  return load.flows;
}

static void
save (Fixture *self, const char *uri, SevenFlows flows)
{
  seven_state_store_save_flows (SEVEN_STATE_STORE (self->file), uri, flows);
}

/* As the program does when it is started once more: the end of the first waits until all is written. */
static void
restart (Fixture *self)
{
  g_assert_finalize_object (self->file);
  self->file = seven_state_file_new (self->folder);
}

static void
write_file (Fixture *self, const char *text, gsize length)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (self->path, text, (gssize) length, NULL));
}

static char *
read_file (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (self->path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_kept (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  struct stat info;

  g_assert_cmpuint (load (self, "file:///a.json"), ==, SEVEN_FLOWS_ALL);
  save (self, "file:///a.json", GENERIC_ONLY);
  save (self, "file:///b.json", 0);
  save (self, "file:///a.json", BIND);
  g_assert_cmpuint (load (self, "file:///a.json"), ==, BIND);
  restart (self);
  g_assert_cmpuint (load (self, "file:///a.json"), ==, BIND);
  g_assert_cmpuint (load (self, "file:///b.json"), ==, 0);
  g_assert_cmpuint (load (self, "file:///c.json"), ==, SEVEN_FLOWS_ALL);
  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0600);
  text = read_file (self);
  g_assert_nonnull (strstr (text, "[file:///a.json]\nflows-not-in-use=BindMfa;\n"));
}

/* Where all are in use there is nothing to keep. */
static void
test_forgotten (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  save (self, "file:///a.json", BIND);
  save (self, "file:///a.json", SEVEN_FLOWS_ALL);
  restart (self);
  g_assert_cmpuint (load (self, "file:///a.json"), ==, SEVEN_FLOWS_ALL);
  text = read_file (self);
  g_assert_null (strstr (text, "a.json"));
}

static const char *const names[] = { "file:///a%5Bb%5D.json", "file:///a[b].json",
  "file:///%C3%A9t%C3%A9.json", "file:///a=b;c#d%20e.json", "https://[::1]/a.json", "untitled:1" };

static void
test_names (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    save (self, names[i], BIND);
    restart (self);
    g_assert_cmpuint (load (self, names[i]), ==, BIND);
    save (self, names[i], SEVEN_FLOWS_ALL);
    g_assert_cmpuint (load (self, names[i]), ==, SEVEN_FLOWS_ALL);
  }
}

static void
test_link (Fixture *self, gconstpointer data)
{
  g_autofree char *target = g_build_filename (self->folder, "target.json", NULL);
  g_autofree char *link = g_build_filename (self->folder, "link.json", NULL);
  g_autofree char *target_uri = g_filename_to_uri (target, NULL, NULL);
  g_autofree char *link_uri = g_filename_to_uri (link, NULL, NULL);

  g_assert_true (g_file_set_contents (target, "{}", 2, NULL));
  g_assert_cmpint (symlink ("target.json", link), ==, 0);
  save (self, link_uri, BIND);
  g_assert_cmpuint (load (self, target_uri), ==, BIND);
  g_unlink (link);
  g_unlink (target);
}

static const struct
{
  const char *text;
  gsize length;
  SevenFlows flows;
} damaged[] = {
  { "", 0, SEVEN_FLOWS_ALL },
  { "flows-not-in-use", 16, SEVEN_FLOWS_ALL },
  { "[file:///a.json\n", 16, SEVEN_FLOWS_ALL },
  { "\0\1\2\xff\xfe", 5, SEVEN_FLOWS_ALL },
  { "[file:///a.json]\nflows-not-in-use=\xff\xfe\n", 37, SEVEN_FLOWS_ALL },
  { "[file:///a.json]\nflows-not-in-use=Test;Nothing;;BindMfa\n", 56, BIND },
  { "[file:///a.json]\nother=1\n", 25, SEVEN_FLOWS_ALL },
};

/* Reads as far as it makes sense, and is written over by the next choice. */
static void
test_damaged (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++) {
    write_file (self, damaged[i].text, damaged[i].length);
    g_assert_cmpuint (load (self, "file:///a.json"), ==, damaged[i].flows);
    save (self, "file:///a.json", GENERIC_ONLY);
    g_assert_cmpuint (load (self, "file:///a.json"), ==, GENERIC_ONLY);
  }
}

/* A folder stands where the file should be, or a file where its folder should be. */
static void
test_unreadable (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_assert_cmpint (g_mkdir_with_parents (self->path, 0700), ==, 0);
  save (self, "file:///a.json", BIND);
  g_assert_cmpuint (load (self, "file:///a.json"), ==, SEVEN_FLOWS_ALL);
  g_assert_cmpint (g_rmdir (self->path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_true (g_file_set_contents (folder, "x", 1, NULL));
  save (self, "file:///a.json", BIND);
  g_assert_cmpuint (load (self, "file:///a.json"), ==, SEVEN_FLOWS_ALL);
}

static void
test_many (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < SEVEN_STATE_FILE_MAX_DOCUMENTS; i++)
    g_string_append_printf (text, "[file:///%u.json]\nflows-not-in-use=BindMfa;\n", i);
  write_file (self, text->str, text->len);
  save (self, "file:///0.json", GENERIC_ONLY);
  save (self, "file:///new.json", BIND);
  g_assert_cmpuint (load (self, "file:///1.json"), ==, SEVEN_FLOWS_ALL);
  g_assert_cmpuint (load (self, "file:///0.json"), ==, GENERIC_ONLY);
  g_assert_cmpuint (load (self, "file:///2.json"), ==, BIND);
  g_assert_cmpuint (load (self, "file:///new.json"), ==, BIND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/state-file/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/state-file/forgotten", Fixture, NULL, set_up, test_forgotten, tear_down);
  g_test_add ("/state-file/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/state-file/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/state-file/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/state-file/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);
  g_test_add ("/state-file/many", Fixture, NULL, set_up, test_many, tear_down);

  return g_test_run ();
}
