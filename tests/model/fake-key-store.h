/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-key-store.h"

#include <string.h>

/* A keyring in memory. It answers at once, or when the test says so, and fails as it is told. */
#define FAKE_TYPE_KEY_STORE (fake_key_store_get_type ())
G_DECLARE_FINAL_TYPE (FakeKeyStore, fake_key_store, FAKE, KEY_STORE, GObject)

struct _FakeKeyStore
{
  GObject parent_instance;

  GHashTable *keys; /* URI → key */
  gboolean waits; /* for fake_key_store_answer() */
  int failure; /* a SevenKeyStoreError, or -1 */
  GTask *task; /* (nullable): that waits */
  char *uri; /* (nullable): of the last call */
  char *key; /* (nullable): of the last call */
  const char *call; /* (nullable): "lookup", "store", "remove": the last one */
  guint n_calls;
};

static inline void
fake_key_store_answer (FakeKeyStore *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  g_assert_nonnull (task);
  if (self->failure >= 0) {
    g_task_return_new_error (task, SEVEN_KEY_STORE_ERROR, self->failure, "The keyring says no.");
    return;
  }
  if (g_str_equal (self->call, "store"))
    g_hash_table_replace (self->keys, g_strdup (self->uri), g_strdup (self->key));
  else if (g_str_equal (self->call, "remove"))
    g_hash_table_remove (self->keys, self->uri);
  g_task_return_pointer (task, g_strdup (g_hash_table_lookup (self->keys, self->uri)), g_free);
}

static void
fake_key_store_cancelled_cb (GCancellable *cancellable, FakeKeyStore *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (task != NULL)
    g_task_return_new_error (task, SEVEN_KEY_STORE_ERROR, SEVEN_KEY_STORE_ERROR_CANCELLED, "Stopped.");
}

static void
fake_key_store_call (SevenKeyStore *store, const char *call, const char *uri, const char *key,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  FakeKeyStore *self = FAKE_KEY_STORE (store);

  g_assert_null (self->task);
  g_assert_nonnull (cancellable);
  self->task = g_task_new (self, NULL, callback, user_data);
  self->call = call;
  self->n_calls++;
  g_free (self->uri);
  g_free (self->key);
  self->uri = g_strdup (uri);
  self->key = g_strdup (key);
  g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (fake_key_store_cancelled_cb), self, 0);
  if (!self->waits)
    fake_key_store_answer (self);
}

static void
fake_key_store_lookup_async (SevenKeyStore *store, const char *uri, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  fake_key_store_call (store, "lookup", uri, NULL, cancellable, callback, user_data);
}

static void
fake_key_store_store_async (SevenKeyStore *store, const char *uri, const char *key, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  fake_key_store_call (store, "store", uri, key, cancellable, callback, user_data);
}

static void
fake_key_store_remove_async (SevenKeyStore *store, const char *uri, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  fake_key_store_call (store, "remove", uri, NULL, cancellable, callback, user_data);
}

static char *
fake_key_store_lookup_finish (SevenKeyStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
fake_key_store_change_finish (SevenKeyStore *store, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  g_autofree char *key = g_task_propagate_pointer (G_TASK (result), &own_error);

  if (own_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own_error));
  return FALSE;
}

static void
fake_key_store_iface_init (SevenKeyStoreInterface *iface)
{
  iface->lookup_async = fake_key_store_lookup_async;
  iface->lookup_finish = fake_key_store_lookup_finish;
  iface->store_async = fake_key_store_store_async;
  iface->store_finish = fake_key_store_change_finish;
  iface->remove_async = fake_key_store_remove_async;
  iface->remove_finish = fake_key_store_change_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeKeyStore, fake_key_store, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (SEVEN_TYPE_KEY_STORE, fake_key_store_iface_init))

static void
fake_key_store_finalize (GObject *object)
{
  FakeKeyStore *self = FAKE_KEY_STORE (object);

  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_object (&self->task);
  g_free (self->uri);
  g_free (self->key);
  G_OBJECT_CLASS (fake_key_store_parent_class)->finalize (object);
}

static void
fake_key_store_class_init (FakeKeyStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_key_store_finalize;
}

static void
fake_key_store_init (FakeKeyStore *self)
{
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->failure = -1;
}

static inline void
fake_key_store_put (FakeKeyStore *self, const char *uri, const char *key)
{
  g_hash_table_replace (self->keys, g_strdup (uri), g_strdup (key));
}

static inline const char *
fake_key_store_get (FakeKeyStore *self, const char *uri)
{
  return g_hash_table_lookup (self->keys, uri);
}
