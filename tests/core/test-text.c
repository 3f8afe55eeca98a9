/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-text.h"

#include <string.h>

#include "seven-json.h"

#define BYTES(literal) (literal), sizeof (literal) - 1

static GBytes *
make_bytes (const char *data, gsize length)
{
  return g_bytes_new (data, length);
}

typedef struct
{
  const char *name;
  SevenCharset charset;
  const char *bytes;
  gsize n_bytes;
  const char *text;
  gsize length;
} Decoded;

static const Decoded decoded[] = {
  { "empty", SEVEN_CHARSET_UTF8, BYTES (""), BYTES ("") },
  { "utf8", SEVEN_CHARSET_UTF8, BYTES ("{\"a\": \"ä€😀\"}"), BYTES ("{\"a\": \"ä€😀\"}") },
  { "mark-stays", SEVEN_CHARSET_UTF8, BYTES ("\xef\xbb\xbf{}"), BYTES ("\xef\xbb\xbf{}") },
  { "nul-stays", SEVEN_CHARSET_UTF8, BYTES ("{\0}"), BYTES ("{\0}") },
  { "unmarked-ascii-utf16-stays", SEVEN_CHARSET_UTF8, BYTES ("{\0}\0"), BYTES ("{\0}\0") },
  { "latin-1", SEVEN_CHARSET_LATIN1, BYTES ("M\xfcller"), BYTES ("Müller") },
  { "latin-1-empty", SEVEN_CHARSET_LATIN1, BYTES (""), BYTES ("") },
  { "windows-1252", SEVEN_CHARSET_LATIN1, BYTES ("\x93\x80\x94\x85"), BYTES ("“€”…") },
  { "windows-1252-free", SEVEN_CHARSET_LATIN1, BYTES ("\x81"), BYTES ("\xc2\x81") },
  { "utf16-le-mark", SEVEN_CHARSET_UTF16, BYTES ("\xff\xfe{\0\xe4\0}\0"), BYTES ("{ä}") },
  { "utf16-be-mark", SEVEN_CHARSET_UTF16, BYTES ("\xfe\xff\0{\0\xe4\0}"), BYTES ("{ä}") },
  { "utf16-le", SEVEN_CHARSET_UTF16, BYTES ("{\0\xe4\0}\0"), BYTES ("{ä}") },
  { "utf16-be", SEVEN_CHARSET_UTF16, BYTES ("\0{\0\xe4\0}"), BYTES ("{ä}") },
  { "utf16-pair", SEVEN_CHARSET_UTF16, BYTES ("\xff\xfe\x3d\xd8\x00\xde"), BYTES ("😀") },
  { "utf16-empty", SEVEN_CHARSET_UTF16, BYTES (""), BYTES ("") },
};

static void
test_decoded (gconstpointer data)
{
  const Decoded *self = data;
  g_autoptr (GBytes) bytes = make_bytes (self->bytes, self->n_bytes);
  g_autoptr (GError) error = NULL;
  SevenCharset guess = SEVEN_CHARSET_UTF16;
  gsize length = 77;
  g_autofree char *text = seven_text_decode (bytes, self->charset, &length, &guess, &error);
  g_autofree char *again = seven_text_decode (bytes, self->charset, NULL, NULL, NULL);

  g_assert_no_error (error);
  g_assert_cmpmem (text, length, self->text, self->length);
  g_assert_cmpint (text[length], ==, '\0');
  g_assert_cmpint (guess, ==, SEVEN_CHARSET_UTF8);
  g_assert_cmpstr (again, ==, text);
}

typedef struct
{
  const char *name;
  SevenCharset charset;
  const char *bytes;
  gsize n_bytes;
  SevenCharset guess;
  const char *message[3]; /* parts of it */
} Refused;

static const Refused refused[] = {
  { "latin-1", SEVEN_CHARSET_UTF8, BYTES ("{\n \"M\xfcller\""), SEVEN_CHARSET_LATIN1,
      { "0xFC", "2:4", "Latin-1" } },
  { "offset", SEVEN_CHARSET_UTF8, BYTES ("ä\r\n\xe4"), SEVEN_CHARSET_LATIN1,
      { "2:1", "offset 4", "Latin-1" } },
  { "behind-nul", SEVEN_CHARSET_UTF8, BYTES ("0123456789\0\xe4"), SEVEN_CHARSET_LATIN1,
      { "1:12", "0xE4", "Latin-1" } },
  { "cut", SEVEN_CHARSET_UTF8, BYTES ("a\xe2\x82"), SEVEN_CHARSET_LATIN1, { "1:2", "0xE2", "Latin-1" } },
  { "utf16-le-mark", SEVEN_CHARSET_UTF8, BYTES ("\xff\xfe{\0}\0"), SEVEN_CHARSET_UTF16,
      { "1:1", "0xFF", "UTF-16" } },
  { "utf16-be-mark", SEVEN_CHARSET_UTF8, BYTES ("\xfe\xff\0{\0}"), SEVEN_CHARSET_UTF16,
      { "1:1", "0xFE", "UTF-16" } },
  { "utf16-le", SEVEN_CHARSET_UTF8, BYTES ("{\0\"\0\xe4\0\"\0}\0"), SEVEN_CHARSET_UTF16,
      { "0xE4", "UTF-16", "" } },
  { "utf16-be", SEVEN_CHARSET_UTF8, BYTES ("\0{\0\"\0\xe4\0\"\0}"), SEVEN_CHARSET_UTF16,
      { "0xE4", "UTF-16", "" } },
  { "utf16-odd", SEVEN_CHARSET_UTF16, BYTES ("{\0}\0\n"), SEVEN_CHARSET_UTF8, { "UTF-16", "offset 4", "" } },
  { "utf16-half", SEVEN_CHARSET_UTF16, BYTES ("\xff\xfe\x00\xd8{\0"), SEVEN_CHARSET_UTF8,
      { "offset 2", "", "" } },
  { "utf16-half-end", SEVEN_CHARSET_UTF16, BYTES ("\xff\xfe\x00\xd8"), SEVEN_CHARSET_UTF8,
      { "offset 2", "", "" } },
  { "utf16-low-first", SEVEN_CHARSET_UTF16, BYTES ("\xff\xfe\x00\xdc{\0"), SEVEN_CHARSET_UTF8,
      { "offset 2", "", "" } },
};

static void
test_refused (gconstpointer data)
{
  const Refused *self = data;
  g_autoptr (GBytes) bytes = make_bytes (self->bytes, self->n_bytes);
  g_autoptr (GError) error = NULL;
  SevenCharset guess = SEVEN_CHARSET_UTF8;

  g_assert_null (seven_text_decode (bytes, self->charset, NULL, &guess, &error));
  g_assert_error (error, SEVEN_TEXT_ERROR, SEVEN_TEXT_ERROR_NOT_UTF8);
  g_assert_cmpint (guess, ==, self->guess);
  for (guint i = 0; i < G_N_ELEMENTS (self->message); i++)
    g_assert_nonnull (strstr (error->message, self->message[i]));
  g_assert_null (seven_text_decode (bytes, self->charset, NULL, NULL, NULL));
}

static void
test_too_large (void)
{
  gsize size = SEVEN_JSON_MAX_SIZE + 1;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (size), size);
  g_autoptr (GError) error = NULL;

  g_assert_null (seven_text_decode (bytes, SEVEN_CHARSET_UTF8, NULL, NULL, &error));
  g_assert_error (error, SEVEN_TEXT_ERROR, SEVEN_TEXT_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "64.0"));
}

/* A store that keeps one document in memory, to show that the calls arrive with what they were given. */
struct _MemoryStore
{
  GObject parent_instance;
  char *uri;
  GBytes *bytes;
  char *stamp;
  SevenSaveFlags flags;
};

#define MEMORY_TYPE_STORE (memory_store_get_type ())
G_DECLARE_FINAL_TYPE (MemoryStore, memory_store, MEMORY, STORE, GObject)

static void
memory_store_load_async (SevenTextStore *store, const char *uri, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  MemoryStore *self = MEMORY_STORE (store);

  if (g_strcmp0 (self->uri, uri) == 0)
    g_task_return_pointer (task, g_bytes_ref (self->bytes), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s", uri);
}

static GBytes *
memory_store_load_finish (SevenTextStore *store, GAsyncResult *result, char **stamp, GError **error)
{
  GBytes *bytes = g_task_propagate_pointer (G_TASK (result), error);

  if (bytes != NULL && stamp != NULL)
    *stamp = g_strdup ("loaded");

  return bytes;
}

static void
memory_store_save_async (SevenTextStore *store, const char *uri, GBytes *bytes, const char *stamp,
    SevenSaveFlags flags, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  MemoryStore *self = MEMORY_STORE (store);

  self->uri = g_strdup (uri);
  self->bytes = g_bytes_ref (bytes);
  self->stamp = g_strdup (stamp);
  self->flags = flags;
  g_task_return_pointer (task, g_strdup ("saved"), g_free);
}

static char *
memory_store_save_finish (SevenTextStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
memory_store_iface_init (SevenTextStoreInterface *iface)
{
  iface->load_async = memory_store_load_async;
  iface->load_finish = memory_store_load_finish;
  iface->save_async = memory_store_save_async;
  iface->save_finish = memory_store_save_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MemoryStore, memory_store, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (SEVEN_TYPE_TEXT_STORE, memory_store_iface_init))

static void
memory_store_finalize (GObject *object)
{
  MemoryStore *self = MEMORY_STORE (object);

  g_free (self->uri);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->stamp);

  G_OBJECT_CLASS (memory_store_parent_class)->finalize (object);
}

static void
memory_store_class_init (MemoryStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = memory_store_finalize;
}

static void
memory_store_init (MemoryStore *self)
{
}

static void
store_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
test_store (void)
{
  MemoryStore *self = g_object_new (MEMORY_TYPE_STORE, NULL);
  SevenTextStore *store = SEVEN_TEXT_STORE (self);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}", 2);
  g_autoptr (GBytes) loaded = NULL;
  g_autoptr (GAsyncResult) saving = NULL;
  g_autoptr (GAsyncResult) loading = NULL;
  g_autoptr (GAsyncResult) failing = NULL;
  g_autofree char *new_stamp = NULL;
  g_autofree char *stamp = NULL;
  g_autoptr (GError) error = NULL;

  seven_text_store_save_async (
      store, "file:///a", bytes, "old", SEVEN_SAVE_OVERWRITE, NULL, store_result_cb, &saving);
  new_stamp = seven_text_store_save_finish (store, wait_for (&saving), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (new_stamp, ==, "saved");
  g_assert_cmpstr (self->stamp, ==, "old");
  g_assert_cmpint (self->flags, ==, SEVEN_SAVE_OVERWRITE);

  seven_text_store_load_async (store, "file:///a", NULL, store_result_cb, &loading);
  loaded = seven_text_store_load_finish (store, wait_for (&loading), &stamp, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (loaded, bytes));
  g_assert_cmpstr (stamp, ==, "loaded");

  seven_text_store_load_async (store, "file:///b", NULL, store_result_cb, &failing);
  g_assert_null (seven_text_store_load_finish (store, wait_for (&failing), NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  g_clear_object (&saving);
  g_clear_object (&loading);
  g_clear_object (&failing);
  g_assert_finalize_object (self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (decoded); i++) {
    g_autofree char *path = g_strconcat ("/text/decoded/", decoded[i].name, NULL);

    g_test_add_data_func (path, &decoded[i], test_decoded);
  }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autofree char *path = g_strconcat ("/text/refused/", refused[i].name, NULL);

    g_test_add_data_func (path, &refused[i], test_refused);
  }
  g_test_add_func ("/text/too-large", test_too_large);
  g_test_add_func ("/text/store", test_store);

  return g_test_run ();
}
