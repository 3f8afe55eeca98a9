/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "../model/model-test.h"

#include "seven-document.h"
#include "seven-gateway.h"

#include <adwaita.h>

#define SAMPLE_PATH "/io/github/sevenconsole/SevenConsole/sample.json"

/* A test of widgets needs a display: without one it is skipped as a whole. */
static inline void
app_test_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ()) {
    g_print ("1..0 # SKIP no display\n");
    exit (0);
  }
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

typedef struct
{
  GType type;
  const char *property; /* (nullable) a string property, and its value */
  const char *value;
} Wanted;

/* The first widget of that kind, depth first, of those that are shown. */
static inline GtkWidget *
find_shown (GtkWidget *widget, const Wanted *wanted)
{
  g_autofree char *value = NULL;

  if (widget == NULL || !gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), wanted->type)) {
    if (wanted->property == NULL)
      return widget;
    g_object_get (widget, wanted->property, &value, NULL);
    if (g_strcmp0 (value, wanted->value) == 0)
      return widget;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_shown (child, wanted);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static inline GtkWidget *
find_type (gpointer root, GType type)
{
  return find_shown (root, &(Wanted){ type, NULL, NULL });
}

static inline GtkWidget *
find_label (gpointer root, const char *text)
{
  return find_shown (root, &(Wanted){ GTK_TYPE_LABEL, "label", text });
}

static inline GtkWidget *
find_button (gpointer root, const char *label)
{
  return find_shown (root, &(Wanted){ GTK_TYPE_BUTTON, "label", label });
}

static inline void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* A window of that size with the widget in it, shown. The window owns the widget. */
static inline GtkWidget *
show_in_window (gpointer widget)
{
  GtkWidget *window =
      g_object_new (GTK_TYPE_WINDOW, "child", widget, "default-width", 500, "default-height", 800, NULL);

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

/* Whoever kept the widget alive is at fault. */
static inline void
assert_freed_with (GtkWidget *window, gpointer widget)
{
  gpointer alive = widget;

  g_object_add_weak_pointer (widget, &alive);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (alive);
}

static inline void
assert_name (gpointer widget, const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static inline SevenDocument *
create_document (const char *text)
{
  SevenDocument *document = seven_document_new ();

  seven_document_reset (document, text, strlen (text), NULL, NULL);
  return document;
}

static inline SevenDocument *
create_sample (void)
{
  g_autoptr (GBytes) sample = g_resources_lookup_data (SAMPLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_nonnull (sample);
  return create_document (g_bytes_get_data (sample, NULL));
}
