/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-preview-pane.h"

#include "seven-bubble.h"
#include "seven-closures.h"
#include "seven-flow-heading.h"
#include "seven-flow-row.h"
#include "seven-item-slot.h"
#include "seven-preview-bar.h"

#include <glib/gi18n-lib.h>

/* Pixels: the height of a bubble with a text of one line. */
#define BUBBLE_ESTIMATE 90

struct _SevenPreviewPane
{
  AdwBin parent_instance;

  GtkListView *list_view;

  SevenPreview *preview;
};

G_DEFINE_FINAL_TYPE (SevenPreviewPane, seven_preview_pane, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_PREVIEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
setup_cb (SevenPreviewPane *self, GtkListItem *item)
{
  gtk_list_item_set_activatable (item, FALSE);
}

static gboolean
shows (GtkListItem *list_item, GType type)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);

  return child != NULL && G_OBJECT_TYPE (child) == type;
}

static GtkWidget *
create_bubble (gpointer owner)
{
  return g_object_new (SEVEN_TYPE_BUBBLE, "show-title", TRUE, NULL);
}

static void
bind_message (GtkListItem *list_item, SevenMessage *message)
{
  if (!shows (list_item, SEVEN_TYPE_ITEM_SLOT)) {
    gtk_list_item_set_child (
        list_item, seven_item_slot_new (BUBBLE_ESTIMATE, "message", create_bubble, NULL));
    /* There is nothing to focus in a bubble, and looking for it would wake all of them. */
    gtk_widget_set_can_focus (gtk_list_item_get_child (list_item), FALSE);
  }
  seven_item_slot_set_item (SEVEN_ITEM_SLOT (gtk_list_item_get_child (list_item)), message);
}

static void
bind_flow (GtkListItem *list_item, SevenFlow *flow)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);

  if (!SEVEN_IS_FLOW_ROW (child) || seven_flow_row_get_flow (SEVEN_FLOW_ROW (child)) != flow)
    gtk_list_item_set_child (list_item, seven_flow_row_new (flow));
}

static GtkWidget *
create_note (void)
{
  static const char *const classes[] = { "caption", "dim-label", "flow-note", NULL };

  return g_object_new (GTK_TYPE_LABEL, "label",
      _ ("Besides a good config, the published connector needs a patched build: as it stands, a current "
         "Logto does not load it. It is not on npm, its package name lacks “connector-”, it asks for version "
         "2 of the connector kit where Logto has 5, it is built to “dist” where Logto looks in “lib”, and "
         "the line that creates its client fails. Another way to seven is Logto’s built-in HTTP SMS "
         "connector, with a service of your own that passes the codes on."),
      "wrap", TRUE, "xalign", 0.0F, "css-classes", classes, NULL);
}

/* The preview itself stands for the bar in front of the messages, for the heading of the flows, and for the note behind
 * them. */
static void
bind_part (SevenPreviewPane *self, GtkListItem *list_item)
{
  GListModel *items = G_LIST_MODEL (gtk_list_view_get_model (self->list_view));
  guint position = gtk_list_item_get_position (list_item);
  gboolean is_last = position == g_list_model_get_n_items (items) - 1;
  GType type = position == 0 ? SEVEN_TYPE_PREVIEW_BAR : is_last ? GTK_TYPE_LABEL : SEVEN_TYPE_FLOW_HEADING;

  if (shows (list_item, type))
    return;
  gtk_list_item_set_child (
      list_item, is_last ? create_note () : g_object_new (type, "preview", self->preview, NULL));
}

/* Also called for a row whose item only has another position now: what it shows must stay. */
static void
bind_cb (SevenPreviewPane *self, GtkListItem *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);

  if (SEVEN_IS_MESSAGE (item))
    bind_message (list_item, item);
  else if (SEVEN_IS_FLOW (item))
    bind_flow (list_item, item);
  else
    bind_part (self, list_item);
}

/* All that follows the messages, and never changes. Each flow is an item: a list scrolls to the item that gets the
 * focus, and one that held all flows would move the page under a click. */
static GListModel *
create_end (SevenPreview *preview)
{
  GListModel *flows = seven_preview_get_flows (preview);
  GListStore *end = g_list_store_new (G_TYPE_OBJECT);

  g_list_store_append (end, preview);
  for (guint i = 0; i < g_list_model_get_n_items (flows); i++) {
    g_autoptr (GObject) flow = g_list_model_get_item (flows, i);

    g_list_store_append (end, flow);
  }
  g_list_store_append (end, preview);
  return G_LIST_MODEL (end);
}

/* A list keeps its first row in sight while rows come and go behind it. */
static GListModel *
create_items (SevenPreview *preview)
{
  g_autoptr (GListStore) lists = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListStore) start = g_list_store_new (SEVEN_TYPE_PREVIEW);
  g_autoptr (GListModel) end = create_end (preview);

  g_list_store_append (start, preview);
  g_list_store_append (lists, start);
  g_list_store_append (lists, seven_preview_get_messages (preview));
  g_list_store_append (lists, end);
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&lists))));
}

static void
set_preview (SevenPreviewPane *self, SevenPreview *preview)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  if (!g_set_object (&self->preview, preview))
    return;
  if (preview != NULL)
    selection = gtk_no_selection_new (create_items (preview));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PREVIEW]);
}

static SevenDocument *
dup_document (SevenPreviewPane *self)
{
  SevenDocument *document = NULL;

  if (self->preview != NULL)
    g_object_get (self->preview, "document", &document, NULL);
  return document;
}

static void
add_template_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (SevenDocument) document = dup_document (SEVEN_PREVIEW_PANE (widget));

  if (document != NULL)
    seven_document_add_template (document, g_variant_get_string (parameter, NULL));
}

static void
add_all_missing_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (SevenDocument) document = dup_document (SEVEN_PREVIEW_PANE (widget));

  if (document != NULL)
    seven_document_add_all_missing (document);
}

static void
seven_preview_pane_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenPreviewPane *self = SEVEN_PREVIEW_PANE (object);

  switch (property_id) {
  case PROP_PREVIEW:
    g_value_set_object (value, self->preview);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_preview_pane_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenPreviewPane *self = SEVEN_PREVIEW_PANE (object);

  switch (property_id) {
  case PROP_PREVIEW:
    set_preview (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_preview_pane_dispose (GObject *object)
{
  g_clear_object (&SEVEN_PREVIEW_PANE (object)->preview);
  G_OBJECT_CLASS (seven_preview_pane_parent_class)->dispose (object);
}

static void
seven_preview_pane_class_init (SevenPreviewPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_preview_pane_dispose;
  object_class->get_property = seven_preview_pane_get_property;
  object_class->set_property = seven_preview_pane_set_property;

  properties[PROP_PREVIEW] = g_param_spec_object ("preview", NULL, NULL, SEVEN_TYPE_PREVIEW,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "preview.add-template", "s", add_template_activated);
  gtk_widget_class_install_action (widget_class, "preview.add-all-missing", NULL, add_all_missing_activated);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-preview-pane.ui");
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_choose);
  gtk_widget_class_bind_template_child (widget_class, SevenPreviewPane, list_view);
}

static void
seven_preview_pane_init (SevenPreviewPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
