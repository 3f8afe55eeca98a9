/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-state-store.h"

/* States in memory: by URI the flows in use. */
#define FAKE_TYPE_STATE_STORE (fake_state_store_get_type ())
G_DECLARE_FINAL_TYPE (FakeStateStore, fake_state_store, FAKE, STATE_STORE, GObject)

struct _FakeStateStore
{
  GObject parent_instance;

  GHashTable *flows; /* URI → SevenFlows */
  guint n_saves;
};

static void
fake_state_store_load_flows_async (
    SevenStateStore *store, const char *uri, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, NULL, callback, user_data);
  gpointer flows;

  if (g_hash_table_lookup_extended (FAKE_STATE_STORE (store)->flows, uri, NULL, &flows))
    g_task_return_int (task, (gssize) GPOINTER_TO_UINT (flows));
  else
    g_task_return_int (task, SEVEN_FLOWS_ALL);
}

static SevenFlows
fake_state_store_load_flows_finish (SevenStateStore *store, GAsyncResult *result)
{
  return (SevenFlows) g_task_propagate_int (G_TASK (result), NULL);
}

static void
fake_state_store_save_flows (SevenStateStore *store, const char *uri, SevenFlows flows)
{
  FakeStateStore *self = FAKE_STATE_STORE (store);

  self->n_saves++;
  g_hash_table_insert (self->flows, g_strdup (uri), GUINT_TO_POINTER (flows));
}

static void
fake_state_store_iface_init (SevenStateStoreInterface *iface)
{
  iface->load_flows_async = fake_state_store_load_flows_async;
  iface->load_flows_finish = fake_state_store_load_flows_finish;
  iface->save_flows = fake_state_store_save_flows;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeStateStore, fake_state_store, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (SEVEN_TYPE_STATE_STORE, fake_state_store_iface_init))

static void
fake_state_store_finalize (GObject *object)
{
  g_clear_pointer (&FAKE_STATE_STORE (object)->flows, g_hash_table_unref);
  G_OBJECT_CLASS (fake_state_store_parent_class)->finalize (object);
}

static void
fake_state_store_class_init (FakeStateStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_state_store_finalize;
}

static void
fake_state_store_init (FakeStateStore *self)
{
  self->flows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static inline FakeStateStore *
fake_state_store_new (void)
{
  return g_object_new (FAKE_TYPE_STATE_STORE, NULL);
}

static inline SevenFlows
fake_state_store_get (FakeStateStore *self, const char *uri)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->flows, uri));
}

static inline void
fake_state_store_put (FakeStateStore *self, const char *uri, SevenFlows flows)
{
  g_hash_table_insert (self->flows, g_strdup (uri), GUINT_TO_POINTER (flows));
}
