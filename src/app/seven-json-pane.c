/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-json-pane.h"

#include "seven-json-editor.h"

struct _SevenJsonPane
{
  GtkWidget parent_instance;

  GtkWidget *editor; /* owned as a child */
  SevenDocument *document;
  char *position;
};

G_DEFINE_FINAL_TYPE (SevenJsonPane, seven_json_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_POSITION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
position_changed_cb (SevenJsonPane *self)
{
  g_clear_pointer (&self->position, g_free);
  g_object_get (self->editor, "position", &self->position, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

static void
ensure_editor (SevenJsonPane *self)
{
  if (self->editor != NULL || self->document == NULL)
    return;
  self->editor = seven_json_editor_new (self->document);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  g_signal_connect_object (
      self->editor, "notify::position", G_CALLBACK (position_changed_cb), self, G_CONNECT_SWAPPED);
  position_changed_cb (self);
}

static void
set_document (SevenJsonPane *self, SevenDocument *document)
{
  if (!g_set_object (&self->document, document))
    return;
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ensure_editor (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

static void
seven_json_pane_map (GtkWidget *widget)
{
  ensure_editor (SEVEN_JSON_PANE (widget));
  GTK_WIDGET_CLASS (seven_json_pane_parent_class)->map (widget);
}

static gboolean
seven_json_pane_grab_focus (GtkWidget *widget)
{
  SevenJsonPane *self = SEVEN_JSON_PANE (widget);

  return self->editor != NULL && gtk_widget_grab_focus (self->editor);
}

static void
seven_json_pane_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenJsonPane *self = SEVEN_JSON_PANE (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    g_value_set_object (value, self->document);
    break;
  case PROP_POSITION:
    g_value_set_string (value, self->position);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_json_pane_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenJsonPane *self = SEVEN_JSON_PANE (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    set_document (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_json_pane_dispose (GObject *object)
{
  SevenJsonPane *self = SEVEN_JSON_PANE (object);

  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (seven_json_pane_parent_class)->dispose (object);
}

static void
seven_json_pane_finalize (GObject *object)
{
  g_clear_pointer (&SEVEN_JSON_PANE (object)->position, g_free);
  G_OBJECT_CLASS (seven_json_pane_parent_class)->finalize (object);
}

static void
seven_json_pane_class_init (SevenJsonPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_json_pane_dispose;
  object_class->finalize = seven_json_pane_finalize;
  object_class->get_property = seven_json_pane_get_property;
  object_class->set_property = seven_json_pane_set_property;
  widget_class->grab_focus = seven_json_pane_grab_focus;
  widget_class->map = seven_json_pane_map;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SEVEN_TYPE_DOCUMENT,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_POSITION] = g_param_spec_string (
      "position", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
seven_json_pane_init (SevenJsonPane *self)
{
  self->position = g_strdup ("");
}

/**
 * seven_json_pane_select_range:
 * @self: a pane with a document
 * @range: a piece of the document's text, in bytes
 *
 * Selects it, scrolls there, and takes the focus. Whoever calls shows the pane.
 */
void
seven_json_pane_select_range (SevenJsonPane *self, SevenRange range)
{
  g_return_if_fail (SEVEN_IS_JSON_PANE (self));

  ensure_editor (self);
  if (self->editor != NULL)
    seven_json_editor_select_range (SEVEN_JSON_EDITOR (self->editor), range);
}

/**
 * seven_json_pane_start_search:
 * @self: a pane with a document
 *
 * Shows the bar to find in the text and gives it the focus.
 */
void
seven_json_pane_start_search (SevenJsonPane *self)
{
  g_return_if_fail (SEVEN_IS_JSON_PANE (self));

  ensure_editor (self);
  if (self->editor != NULL)
    seven_json_editor_start_search (SEVEN_JSON_EDITOR (self->editor));
}

/**
 * seven_json_pane_find_problem:
 * @self: a pane
 * @preferred: (nullable): the one to choose of several, and where there is none
 *
 * Returns: (transfer none) (nullable): the problem at the cursor while the text has the focus; else @preferred
 */
SevenProblem *
seven_json_pane_find_problem (SevenJsonPane *self, SevenProblem *preferred)
{
  g_return_val_if_fail (SEVEN_IS_JSON_PANE (self), NULL);

  return self->editor != NULL ? seven_json_editor_find_problem (SEVEN_JSON_EDITOR (self->editor), preferred)
                              : preferred;
}
