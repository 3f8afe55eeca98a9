/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-preview-bar.h"

#include "seven-choice-sync.h"
#include "seven-closures.h"

struct _SevenPreviewBar
{
  AdwBin parent_instance;

  GtkWidget *code_entry;
  GtkWidget *destination_drop_down;

  SevenPreview *preview;
  GBindingGroup *bindings; /* of what changes both ways */
  SevenChoiceSync *destination_sync;
};

G_DEFINE_FINAL_TYPE (SevenPreviewBar, seven_preview_bar, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_PREVIEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkWidget *
find_descendant (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_descendant (child, type);
  return found;
}

/* GTK gives the focus to what stands on top in a popover. Before its first layout nothing stands anywhere, and the list
 * got it: what is typed shall go into the search each time. */
static void
focus_search_cb (GtkWidget *popover)
{
  GtkWidget *entry = find_descendant (popover, GTK_TYPE_SEARCH_ENTRY);

  if (entry != NULL)
    gtk_widget_grab_focus (entry);
}

static void
set_preview (SevenPreviewBar *self, SevenPreview *preview)
{
  g_autoptr (GListModel) destinations = NULL;

  if (!g_set_object (&self->preview, preview))
    return;
  g_clear_pointer (&self->destination_sync, seven_choice_sync_free);
  if (preview != NULL) {
    g_object_get (preview, "destinations", &destinations, NULL);
    self->destination_sync =
        seven_choice_sync_new (self->destination_drop_down, G_OBJECT (preview), "destination", destinations);
  }
  g_binding_group_set_source (self->bindings, preview);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PREVIEW]);
}

static void
seven_preview_bar_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenPreviewBar *self = SEVEN_PREVIEW_BAR (object);

  switch (property_id) {
  case PROP_PREVIEW:
    g_value_set_object (value, self->preview);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_preview_bar_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenPreviewBar *self = SEVEN_PREVIEW_BAR (object);

  switch (property_id) {
  case PROP_PREVIEW:
    set_preview (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_preview_bar_dispose (GObject *object)
{
  SevenPreviewBar *self = SEVEN_PREVIEW_BAR (object);

  g_clear_pointer (&self->destination_sync, seven_choice_sync_free);
  g_clear_object (&self->bindings);
  g_clear_object (&self->preview);
  G_OBJECT_CLASS (seven_preview_bar_parent_class)->dispose (object);
}

static void
seven_preview_bar_class_init (SevenPreviewBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_preview_bar_dispose;
  object_class->get_property = seven_preview_bar_get_property;
  object_class->set_property = seven_preview_bar_set_property;

  properties[PROP_PREVIEW] = g_param_spec_object ("preview", NULL, NULL, SEVEN_TYPE_PREVIEW,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SEVEN_TYPE_DESTINATION_CHOICE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-preview-bar.ui");
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_caption_classes);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_choose);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_set);
  gtk_widget_class_bind_template_child (widget_class, SevenPreviewBar, code_entry);
  gtk_widget_class_bind_template_child (widget_class, SevenPreviewBar, destination_drop_down);
}

static void
seven_preview_bar_init (SevenPreviewBar *self)
{
  GtkWidget *popover;

  gtk_widget_init_template (GTK_WIDGET (self));
  popover = find_descendant (self->destination_drop_down, GTK_TYPE_POPOVER);
  if (popover != NULL)
    g_signal_connect (popover, "show", G_CALLBACK (focus_search_cb), NULL);
  self->bindings = g_binding_group_new ();
  g_binding_group_bind (
      self->bindings, "code", self->code_entry, "text", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}
