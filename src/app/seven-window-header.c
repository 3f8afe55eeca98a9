/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-window-header.h"

#include "seven-closures.h"

struct _SevenWindowHeader
{
  AdwBin parent_instance;

  GMenuModel *main_menu;
  GMenu *narrow_menu;

  SevenDocument *document;
  GMenuModel *recent_files;
  gboolean folded;
};

G_DEFINE_FINAL_TYPE (SevenWindowHeader, seven_window_header, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_FOLDED,
  PROP_RECENT_FILES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
seven_window_header_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenWindowHeader *self = SEVEN_WINDOW_HEADER (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    g_value_set_object (value, self->document);
    break;
  case PROP_FOLDED:
    g_value_set_boolean (value, self->folded);
    break;
  case PROP_RECENT_FILES:
    g_value_set_object (value, self->recent_files);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
set_folded (SevenWindowHeader *self, gboolean folded)
{
  if (self->folded == folded)
    return;
  self->folded = folded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
seven_window_header_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenWindowHeader *self = SEVEN_WINDOW_HEADER (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    if (g_set_object (&self->document, g_value_get_object (value)))
      g_object_notify_by_pspec (object, pspec);
    break;
  case PROP_FOLDED:
    set_folded (self, g_value_get_boolean (value));
    break;
  case PROP_RECENT_FILES:
    if (g_set_object (&self->recent_files, g_value_get_object (value)))
      g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_window_header_dispose (GObject *object)
{
  SevenWindowHeader *self = SEVEN_WINDOW_HEADER (object);

  g_clear_object (&self->document);
  g_clear_object (&self->recent_files);
  G_OBJECT_CLASS (seven_window_header_parent_class)->dispose (object);
}

static void
seven_window_header_class_init (SevenWindowHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = seven_window_header_dispose;
  object_class->get_property = seven_window_header_get_property;
  object_class->set_property = seven_window_header_set_property;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SEVEN_TYPE_DOCUMENT, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  properties[PROP_RECENT_FILES] = g_param_spec_object ("recent-files", NULL, NULL, G_TYPE_MENU_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-window-header.ui");
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_and);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_choose_object);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_copy_label);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_header_classes);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_modified_title);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_not);
  gtk_widget_class_bind_template_child (widget_class, SevenWindowHeader, main_menu);
  gtk_widget_class_bind_template_child (widget_class, SevenWindowHeader, narrow_menu);
}

static void
append_sections (GMenu *menu, GMenuModel *sections)
{
  int n_sections = g_menu_model_get_n_items (sections);

  for (int i = 0; i < n_sections; i++) {
    g_autoptr (GMenuItem) section = g_menu_item_new_from_model (sections, i);

    g_menu_append_item (menu, section);
  }
}

static void
seven_window_header_init (SevenWindowHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  append_sections (self->narrow_menu, self->main_menu);
}
