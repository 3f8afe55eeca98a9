/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "history-test.h"

/* Where files go. */
#define FAKE_TYPE_FILES (fake_files_get_type ())
G_DECLARE_FINAL_TYPE (FakeFiles, fake_files, FAKE, FILES, GObject)

struct _FakeFiles
{
  GObject parent_instance;

  char *uri;
  char *text;
  SevenSaveFlags flags;
  gboolean full;
};

static void
fake_files_save_async (SevenTextStore *store, const char *uri, GBytes *bytes, const char *stamp,
    SevenSaveFlags flags, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  FakeFiles *self = FAKE_FILES (store);
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (self->full) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "No space left");
    return;
  }
  self->uri = g_strdup (uri);
  self->text = g_strndup (text, length);
  self->flags = flags;
  g_task_return_pointer (task, g_strdup ("1"), g_free);
}

static char *
fake_files_save_finish (SevenTextStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fake_files_iface_init (SevenTextStoreInterface *iface)
{
  iface->save_async = fake_files_save_async;
  iface->save_finish = fake_files_save_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeFiles, fake_files, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (SEVEN_TYPE_TEXT_STORE, fake_files_iface_init))

static void
fake_files_finalize (GObject *object)
{
  g_free (FAKE_FILES (object)->uri);
  g_free (FAKE_FILES (object)->text);
  G_OBJECT_CLASS (fake_files_parent_class)->finalize (object);
}

static void
fake_files_class_init (FakeFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_files_finalize;
}

static void
fake_files_init (FakeFiles *self)
{
}

static void
exported_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  char **said = user_data;

  *said = seven_history_list_export_finish (SEVEN_HISTORY_LIST (source_object), result, &error)
      ? g_strdup ("exported")
      : g_strdup (error->message);
}

static gboolean
is_said (gpointer user_data)
{
  return *(char **) user_data != NULL;
}

static void
export_and_wait (Fixture *self, FakeFiles *files, SevenHistoryFormat format, const char *expected)
{
  g_autofree char *said = NULL;

  seven_history_list_export_async (
      self->list, SEVEN_TEXT_STORE (files), "file:///tmp/tests", format, NULL, exported_cb, &said);
  wait_for (is_said, &said);
  g_assert_cmpstr (said, ==, expected);
}

/* All that was found is written, but what has gone meanwhile. */
static void
test_export (Fixture *self, gconstpointer data)
{
  g_autoptr (FakeFiles) files = g_object_new (FAKE_TYPE_FILES, NULL);
  gint64 gone = 1500;
  guint n_lines = 0;

  fake_history_store_put_many (self->store, 2500, g_get_real_time ());
  open_list (self);
  g_hash_table_remove (self->store->entries, &gone);
  export_and_wait (self, files, SEVEN_HISTORY_CSV, "exported");
  g_assert_cmpstr (files->uri, ==, "file:///tmp/tests");
  g_assert_cmpint (files->flags, ==, SEVEN_SAVE_OVERWRITE);
  for (const char *at = files->text; (at = strstr (at, "\r\n")) != NULL; at += 2)
    n_lines++;
  g_assert_cmpuint (n_lines, ==, 2500);
  g_clear_pointer (&files->text, g_free);
  g_clear_pointer (&files->uri, g_free);
  export_and_wait (self, files, SEVEN_HISTORY_JSON, "exported");
  g_assert_cmpint (files->text[0], ==, '[');
}

static void
test_export_failure (Fixture *self, gconstpointer data)
{
  g_autoptr (FakeFiles) files = g_object_new (FAKE_TYPE_FILES, NULL);

  fake_history_store_put_many (self->store, 3, g_get_real_time ());
  open_list (self);
  files->full = TRUE;
  export_and_wait (self, files, SEVEN_HISTORY_CSV, "No space left");
  files->full = FALSE;
  self->store->fault = g_strdup ("The history cannot be read.");
  export_and_wait (self, files, SEVEN_HISTORY_CSV, "The history cannot be read.");
  g_assert_null (files->text);
}

static void
test_export_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (FakeFiles) files = g_object_new (FAKE_TYPE_FILES, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *said = NULL;

  fake_history_store_put_many (self->store, 3, g_get_real_time ());
  open_list (self);
  self->store->holding = TRUE;
  seven_history_list_export_async (self->list, SEVEN_TEXT_STORE (files), "file:///tmp/tests",
      SEVEN_HISTORY_CSV, cancellable, exported_cb, &said);
  g_cancellable_cancel (cancellable);
  fake_history_store_answer (self->store);
  wait_for (is_said, &said);
  g_assert_null (files->text);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  add ("/history-export/whole", test_export);
  add ("/history-export/failure", test_export_failure);
  add ("/history-export/cancelled", test_export_cancelled);
  return g_test_run ();
}
