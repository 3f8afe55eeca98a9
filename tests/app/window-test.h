/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "../model/fake-state-store.h"
#include "app-test.h"

#include "seven-application.h"
#include "seven-build-config.h"
#include "seven-test-run.h"
#include "seven-window.h"

#include <glib/gstdio.h>

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

/* A gateway that takes everything. */
#define FAKE_TYPE_GATEWAY (fake_gateway_get_type ())
G_DECLARE_FINAL_TYPE (FakeGateway, fake_gateway, FAKE, GATEWAY, GObject)

struct _FakeGateway
{
  GObject parent_instance;
};

static void
fake_gateway_exchange_async (SevenGateway *gateway, SevenRequest *request, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (gateway, NULL, callback, user_data);
  g_autoptr (GBytes) reply = g_bytes_new_static ("900", 3);

  g_task_return_pointer (task,
      seven_exchange_new ("POST /api/sms", TRUE, 200, "HTTP/1.1 200 OK", reply, 5, NULL),
      (GDestroyNotify) seven_exchange_unref);
}

static SevenExchange *
fake_gateway_exchange_finish (SevenGateway *gateway, GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
fake_gateway_iface_init (SevenGatewayInterface *iface)
{
  iface->exchange_async = fake_gateway_exchange_async;
  iface->exchange_finish = fake_gateway_exchange_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeGateway, fake_gateway, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (SEVEN_TYPE_GATEWAY, fake_gateway_iface_init))

static void
fake_gateway_class_init (FakeGatewayClass *klass)
{
}

static void
fake_gateway_init (FakeGateway *self)
{
}

/* The program with one window, as it first starts. */
typedef struct
{
  SevenApplication *application;
  FakeStore *store;
  FakeStateStore *states;
  GListStore *gateways;
  SevenWindow *window; /* borrowed */
  SevenDocument *document; /* borrowed */
} Fixture;

static inline SevenWindow *
get_window (Fixture *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self->application));

  g_assert_true (SEVEN_IS_WINDOW (window));
  return SEVEN_WINDOW (window);
}

static inline guint
count_windows (Fixture *self)
{
  guint n_windows = 0;

  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self->application)); item != NULL;
       item = item->next) {
    if (SEVEN_IS_WINDOW (item->data))
      n_windows++;
  }
  return n_windows;
}

static inline void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (FakeGateway) gateway = g_object_new (FAKE_TYPE_GATEWAY, NULL);
  g_autoptr (SevenGatewayChoice) choice =
      seven_gateway_choice_new ("sandbox", "Sandbox", "Nothing is sent", FALSE, SEVEN_GATEWAY (gateway));

  self->store = g_object_new (FAKE_TYPE_STORE, NULL);
  self->states = fake_state_store_new ();
  self->gateways = g_list_store_new (SEVEN_TYPE_GATEWAY_CHOICE);
  g_list_store_append (self->gateways, choice);
  self->application = g_object_new (SEVEN_TYPE_APPLICATION, "application-id", SEVEN_APPLICATION_ID, "flags",
      G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE, "text-store", self->store, "state-store",
      self->states, "gateways", self->gateways, NULL);
  g_assert_true (g_application_register (G_APPLICATION (self->application), NULL, NULL));
  g_application_activate (G_APPLICATION (self->application));
  self->window = get_window (self);
  self->document = seven_window_get_document (self->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
}

static inline gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/* Nothing that belongs to a window outlives it. */
static inline void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer window = self->window;
  gpointer document = self->document;
  GList *windows;

  g_object_add_weak_pointer (window, &window);
  g_object_add_weak_pointer (document, &document);
  while ((windows = gtk_application_get_windows (GTK_APPLICATION (self->application))) != NULL)
    gtk_window_destroy (windows->data);
  wait_for (is_gone, &window);
  wait_for (is_gone, &document);
  g_clear_object (&self->application);
  g_clear_object (&self->gateways);
  g_clear_object (&self->states);
  g_clear_object (&self->store);
}

static inline void
add_file (Fixture *self, const char *uri, const char *text, gssize length)
{
  g_hash_table_insert (
      self->store->files, g_strdup (uri), g_bytes_new (text, length >= 0 ? (gsize) length : strlen (text)));
}

static inline void
open_file (Fixture *self, const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  g_application_open (G_APPLICATION (self->application), &file, 1, "");
}

static inline void
assert_text (SevenDocument *document, const char *text)
{
  g_assert_cmpstr (seven_document_get_text (document, NULL), ==, text);
}

static inline void
activate (gpointer widget, const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
}

static inline gboolean
is_enabled (gpointer window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

static inline GtkWidget *
find_row (gpointer root, const char *title)
{
  return find_shown (root, &(Wanted){ ADW_TYPE_PREFERENCES_ROW, "title", title });
}

/* Opening a file is remembered in the person's own list of recent files: not from a test. */
static inline int
run_window_tests (int argc, char **argv, void (*add_tests) (void))
{
  g_autofree char *data = g_dir_make_tmp ("seven-window-XXXXXX", NULL);
  g_autofree char *recent = g_build_filename (data, "recently-used.xbel", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", data, TRUE);
  app_test_init (&argc, &argv);
  add_tests ();
  status = g_test_run ();
  g_remove (recent);
  g_rmdir (data);
  return status;
}
