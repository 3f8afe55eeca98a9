/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "../model/fake-history-store.h"
#include "../model/fake-key-store.h"
#include "../model/fake-state-store.h"
#include "../model/script-gateway.h"
#include "app-test.h"
#include "fake-text-store.h"

#include "seven-application.h"
#include "seven-build-config.h"
#include "seven-test-run.h"
#include "seven-window.h"

#include <glib/gstdio.h>

/* A gateway that refuses every key. */
static inline ScriptGateway *
create_gateway (void)
{
  static const char *const replies[] = { "900" };
  ScriptGateway *gateway = g_object_new (SCRIPT_TYPE_GATEWAY, NULL);

  script_gateway_play (gateway, replies, G_N_ELEMENTS (replies));
  return gateway;
}

/* The program with one window, as it first starts. */
typedef struct
{
  SevenApplication *application;
  FakeStore *store;
  FakeStateStore *states;
  FakeHistoryStore *tests;
  FakeKeyStore *keys;
  GListStore *gateways;
  SevenSession *session;
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
  g_autoptr (ScriptGateway) gateway = create_gateway ();
  g_autoptr (SevenGatewayChoice) choice =
      seven_gateway_choice_new ("sandbox", "Sandbox", "Nothing is sent", FALSE, SEVEN_GATEWAY (gateway));

  self->store = g_object_new (FAKE_TYPE_STORE, NULL);
  self->states = fake_state_store_new ();
  self->tests = fake_history_store_new ();
  self->keys = g_object_new (FAKE_TYPE_KEY_STORE, NULL);
  self->gateways = g_list_store_new (SEVEN_TYPE_GATEWAY_CHOICE);
  g_list_store_append (self->gateways, choice);
  self->session = seven_session_new (SEVEN_TEXT_STORE (self->store), SEVEN_STATE_STORE (self->states),
      SEVEN_KEY_STORE (self->keys), SEVEN_HISTORY_STORE (self->tests), G_LIST_MODEL (self->gateways));
  self->application = g_object_new (SEVEN_TYPE_APPLICATION, "application-id", SEVEN_APPLICATION_ID, "flags",
      G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE, "session", self->session, NULL);
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
  g_clear_object (&self->session);
  g_clear_object (&self->gateways);
  g_clear_object (&self->keys);
  g_clear_object (&self->states);
  g_clear_object (&self->tests);
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
