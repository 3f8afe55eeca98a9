/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-text.h"

/* Files in memory: by URI a text and its version, and what went wrong last. */
#define FAKE_TYPE_STORE (fake_store_get_type ())
G_DECLARE_FINAL_TYPE (FakeStore, fake_store, FAKE, STORE, GObject)

struct _FakeStore
{
  GObject parent_instance;

  GHashTable *files; /* URI → GBytes */
  guint version; /* of all of them: what was loaded before it counts as changed */
  guint n_saves;
};

static GBytes *
fake_store_load_finish (SevenTextStore *store, GAsyncResult *result, char **stamp, GError **error)
{
  if (stamp != NULL)
    *stamp = g_strdup_printf ("%u", FAKE_STORE (store)->version);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fake_store_load_async (SevenTextStore *store, const char *uri, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  GBytes *bytes = g_hash_table_lookup (FAKE_STORE (store)->files, uri);

  if (bytes != NULL)
    g_task_return_pointer (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no such file");
}

static char *
fake_store_save_finish (SevenTextStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fake_store_save_async (SevenTextStore *store, const char *uri, GBytes *bytes, const char *stamp,
    SevenSaveFlags flags, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  FakeStore *self = FAKE_STORE (store);
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  g_autofree char *version = g_strdup_printf ("%u", self->version);

  if (stamp != NULL && !g_str_equal (stamp, version) && !(flags & SEVEN_SAVE_OVERWRITE)) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, "It has changed");
    return;
  }
  self->n_saves++;
  g_hash_table_insert (self->files, g_strdup (uri), g_bytes_ref (bytes));
  g_task_return_pointer (task, g_steal_pointer (&version), g_free);
}

static void
fake_store_iface_init (SevenTextStoreInterface *iface)
{
  iface->load_async = fake_store_load_async;
  iface->load_finish = fake_store_load_finish;
  iface->save_async = fake_store_save_async;
  iface->save_finish = fake_store_save_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeStore, fake_store, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (SEVEN_TYPE_TEXT_STORE, fake_store_iface_init))

static void
fake_store_finalize (GObject *object)
{
  g_clear_pointer (&FAKE_STORE (object)->files, g_hash_table_unref);
  G_OBJECT_CLASS (fake_store_parent_class)->finalize (object);
}

static void
fake_store_class_init (FakeStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_store_finalize;
}

static void
fake_store_init (FakeStore *self)
{
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
}
