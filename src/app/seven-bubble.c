/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-bubble.h"

#include "seven-bubble-text.h"
#include "seven-closures.h"

#include <glib/gi18n-lib.h>

struct _SevenBubble
{
  AdwBin parent_instance;

  SevenMessage *message;
  gboolean show_title;
};

G_DEFINE_FINAL_TYPE (SevenBubble, seven_bubble, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_MESSAGE,
  PROP_SHOW_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
get_text_cb (SevenBubble *self, SevenMessage *message)
{
  return seven_bubble_text_dup (message);
}

static PangoAttrList *
get_attributes_cb (SevenBubble *self, SevenMessage *message)
{
  return seven_bubble_text_new_attributes (message);
}

static char *
get_sender_line_cb (SevenBubble *self, const char *sender, gboolean undefined)
{
  if (undefined)
    /* Translators: %s is the word that phones show as the sender then */
    return g_strdup_printf (_ ("from “%s”: the config has no sender"), sender == NULL ? "" : sender);
  /* Translators: %s is the sender of a text message, as in “from Acme” */
  return g_strdup_printf (_ ("from %s"), sender == NULL ? "" : sender);
}

static void
show_character (PangoLayout *layout, int index, int offset_x, int offset_y, GtkTooltip *tooltip)
{
  PangoRectangle place;

  pango_layout_index_to_pos (layout, index, &place);
  pango_extents_to_pixels (NULL, &place);
  gtk_tooltip_set_tip_area (
      tooltip, &(GdkRectangle){ place.x + offset_x, place.y + offset_y, ABS (place.width), place.height });
}

/* The name of a character that makes the text Unicode, where the pointer rests on one. */
static gboolean
query_tooltip_cb (
    SevenBubble *self, int x, int y, gboolean keyboard_mode, GtkTooltip *tooltip, GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  const char *words;
  int offset_x, offset_y, index, trailing;

  if (keyboard_mode)
    return FALSE;
  gtk_label_get_layout_offsets (label, &offset_x, &offset_y);
  if (!pango_layout_xy_to_index (
          layout, (x - offset_x) * PANGO_SCALE, (y - offset_y) * PANGO_SCALE, &index, &trailing))
    return FALSE;
  words = seven_bubble_text_find_label (self->message, (gsize) index);
  if (words == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, words);
  show_character (layout, index, offset_x, offset_y, tooltip);
  return TRUE;
}

static void
update_accessible_name (SevenBubble *self)
{
  g_autofree char *description = NULL;

  if (self->message == NULL)
    return;
  g_object_get (self->message, "description", &description, NULL);
  if (description != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

static void
seven_bubble_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenBubble *self = SEVEN_BUBBLE (object);

  switch (property_id) {
  case PROP_MESSAGE:
    g_value_set_object (value, self->message);
    break;
  case PROP_SHOW_TITLE:
    g_value_set_boolean (value, self->show_title);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_bubble_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenBubble *self = SEVEN_BUBBLE (object);

  switch (property_id) {
  case PROP_MESSAGE:
    seven_bubble_set_message (self, g_value_get_object (value));
    break;
  case PROP_SHOW_TITLE:
    if (self->show_title == g_value_get_boolean (value))
      break;
    self->show_title = g_value_get_boolean (value);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_bubble_dispose (GObject *object)
{
  g_clear_object (&SEVEN_BUBBLE (object)->message);
  G_OBJECT_CLASS (seven_bubble_parent_class)->dispose (object);
}

static void
seven_bubble_class_init (SevenBubbleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_bubble_dispose;
  object_class->get_property = seven_bubble_get_property;
  object_class->set_property = seven_bubble_set_property;

  properties[PROP_MESSAGE] = g_param_spec_object ("message", NULL, NULL, SEVEN_TYPE_MESSAGE,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_TITLE] = g_param_spec_boolean (
      "show-title", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-bubble.ui");
  gtk_widget_class_bind_template_callback (widget_class, get_attributes_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_sender_line_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_caption_classes);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_choose);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_set);
}

static void
seven_bubble_init (SevenBubble *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
seven_bubble_set_message (SevenBubble *self, SevenMessage *message)
{
  g_return_if_fail (SEVEN_IS_BUBBLE (self));

  if (!g_set_object (&self->message, message))
    return;
  update_accessible_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}
