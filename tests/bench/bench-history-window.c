/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "bench.h"

#include "seven-history-database.h"
#include "seven-history-window.h"

#include <stdio.h>

/* The window of a history: of all tests and of none. */
typedef struct
{
  GtkApplication *application;
  SevenSession *full;
  SevenSession *empty;
  SevenHistoryWindow *full_window; /* (nullable) */
  SevenHistoryWindow *empty_window; /* (nullable) */
  const char *words;
} Windows;

static void
drawn_cb (gboolean *drawn)
{
  *drawn = TRUE;
}

/* Until the store has answered, and what it said is on the screen. */
static void
wait_until_drawn (SevenHistoryWindow *window)
{
  g_autoptr (SevenHistoryList) list = NULL;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gboolean loading = TRUE;
  gboolean drawn = FALSE;
  gulong id;

  g_object_get (window, "list", &list, NULL);
  while (loading) {
    g_main_context_iteration (NULL, TRUE);
    g_object_get (list, "loading", &loading, NULL);
  }
  id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (drawn_cb), &drawn);
  gtk_widget_queue_draw (GTK_WIDGET (window));
  while (!drawn)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

static SevenHistoryWindow *
open_window (Windows *self, SevenSession *session)
{
  SevenHistoryWindow *window = seven_history_window_new (self->application, session);

  gtk_window_present (GTK_WINDOW (window));
  wait_until_drawn (window);
  return window;
}

static void
open_full (gpointer data)
{
  Windows *self = data;

  gtk_window_destroy (GTK_WINDOW (open_window (self, self->full)));
}

static void
open_empty (gpointer data)
{
  Windows *self = data;

  gtk_window_destroy (GTK_WINDOW (open_window (self, self->empty)));
}

/* Other words, and back. */
static void
search (SevenHistoryWindow *window, const char *words)
{
  g_autoptr (SevenHistoryList) list = NULL;

  g_object_get (window, "list", &list, NULL);
  seven_history_list_set_words (list, words);
  wait_until_drawn (window);
  seven_history_list_set_words (list, "");
  wait_until_drawn (window);
}

static void
search_full (gpointer data)
{
  search (((Windows *) data)->full_window, ((Windows *) data)->words);
}

static void
search_empty (gpointer data)
{
  search (((Windows *) data)->empty_window, ((Windows *) data)->words);
}

static SevenSession *
create_session (const char *path)
{
  g_autoptr (SevenHistoryDatabase) database = seven_history_database_new (path);
  g_autoptr (GListStore) gateways = g_list_store_new (SEVEN_TYPE_GATEWAY_CHOICE);

  return seven_session_new (NULL, NULL, NULL, SEVEN_HISTORY_STORE (database), G_LIST_MODEL (gateways));
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/sevenconsole/SevenConsole/style.css");
  gtk_style_context_add_provider_for_display (
      gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
report_search (Windows *self, const char *what, const char *words)
{
  self->words = words;
  bench_report (what, "the same in an empty one", search_full, search_empty, self);
}

void
bench_history_window (const char *full, const char *empty)
{
  Windows self = { NULL };

  if (!gtk_init_check ()) {
    printf ("No display: the window of the history is left out\n");
    return;
  }
  adw_init ();
  load_style ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  self.application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (self.application), NULL, NULL);
  self.full = create_session (full);
  self.empty = create_session (empty);
  bench_report (
      "open the window of 100,000 tests", "the window of an empty one", open_full, open_empty, &self);
  self.full_window = open_window (&self, self.full);
  self.empty_window = open_window (&self, self.empty);
  report_search (&self, "search there a word that few have, and back", "99");
  report_search (&self, "search there a word that none has, and back", "nowhere");
  gtk_window_destroy (GTK_WINDOW (self.full_window));
  gtk_window_destroy (GTK_WINDOW (self.empty_window));
  g_clear_object (&self.application);
  g_clear_object (&self.full);
  g_clear_object (&self.empty);
}
