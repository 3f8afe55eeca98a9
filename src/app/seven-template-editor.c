/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-template-editor.h"

#include "seven-json-edit.h"
#include "seven-sms-text.h"
#include "seven-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SevenTemplateEditor
{
  GtkTextView parent_instance;

  GtkTextTag *chip; /* owned by the buffer's table */
  GtkTextTag *offender;
  GtkTextTag *plain;
  char *content;
  char *shown; /* what is in the buffer: the content, or the beginning of a very long one */
  PangoLayout *layout; /* for measuring: the view itself knows its height only after it was given a width */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (SevenTemplateEditor, seven_template_editor, GTK_TYPE_TEXT_VIEW)

enum
{
  PROP_0,
  PROP_CONTENT,
  N_PROPS
};

#define CODE "{{code}}"

/* In bytes. Laying out hundreds of kilobytes without a line break takes seconds; seven takes 1520 characters. */
#define MAX_EDITABLE 10000
#define MAX_SHOWN 2000

static GParamSpec *properties[N_PROPS];

static void
apply_tag (GtkTextBuffer *buffer, GtkTextTag *tag, glong start, glong end)
{
  GtkTextIter from;
  GtkTextIter to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) end);
  gtk_text_buffer_apply_tag (buffer, tag, &from, &to);
}

static void
mark_codes (SevenTemplateEditor *self, GtkTextBuffer *buffer)
{
  const char *found = self->shown;

  while ((found = strstr (found, CODE)) != NULL) {
    glong start = g_utf8_pointer_to_offset (self->shown, found);

    apply_tag (buffer, self->chip, start, start + (glong) strlen (CODE));
    found += strlen (CODE);
  }
}

static void
mark_offenders (SevenTemplateEditor *self, GtkTextBuffer *buffer)
{
  g_autoptr (SevenSmsText) sms = seven_sms_text_new (self->shown);

  for (guint i = 0; i < seven_sms_text_get_n_offenders (sms); i++) {
    glong offset = (glong) seven_sms_text_get_offender (sms, i)->offset;

    apply_tag (buffer, self->offender, offset, offset + 1);
  }
}

static void
update_marks (SevenTemplateEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (buffer, &start, &end);
  gtk_text_buffer_apply_tag (buffer, self->plain, &start, &end);
  mark_codes (self, buffer);
  mark_offenders (self, buffer);
}

static char *
dup_buffer_text (SevenTemplateEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
buffer_changed (SevenTemplateEditor *self)
{
  g_autofree char *text = dup_buffer_text (self);

  if (self->setting || g_str_equal (text, self->shown))
    return;
  g_clear_pointer (&self->content, g_free);
  g_clear_pointer (&self->shown, g_free);
  self->content = g_strdup (text);
  self->shown = g_steal_pointer (&text);
  update_marks (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENT]);
}

/* Changes what differs and no more, so that the cursor keeps its place. */
static void
splice_buffer (SevenTemplateEditor *self, const char *before, const char *after)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_autoptr (SevenSplice) splice = seven_splice_between (before, strlen (before), after, strlen (after));
  GtkTextIter start;
  GtkTextIter end;

  if (splice == NULL)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) g_utf8_strlen (before, (gssize) splice->offset));
  gtk_text_buffer_get_iter_at_offset (
      buffer, &end, (int) g_utf8_strlen (before, (gssize) (splice->offset + splice->removed)));
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, splice->inserted, -1);
}

/* The whole content, or the beginning of one that is too long to be laid out. */
static char *
dup_shown (const char *content)
{
  if (strlen (content) <= MAX_EDITABLE)
    return g_strdup (content);

  return g_strdup_printf (
      "%.*s…", (int) (g_utf8_find_prev_char (content, content + MAX_SHOWN) - content), content);
}

static void
set_content (SevenTemplateEditor *self, const char *content)
{
  g_autofree char *before = NULL;
  gboolean whole;

  if (content == NULL)
    content = "";
  if (g_str_equal (content, self->content))
    return;
  before = g_steal_pointer (&self->shown);
  g_clear_pointer (&self->content, g_free);
  self->content = g_strdup (content);
  self->shown = dup_shown (content);
  self->setting = TRUE;
  splice_buffer (self, before, self->shown);
  self->setting = FALSE;
  whole = g_str_equal (self->shown, content);
  g_object_set (self, "editable", whole, NULL);
  update_marks (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENT]);
}

/* As bold as the chips are shown: they are a little wider for it. */
static PangoAttrList *
create_attributes (SevenTemplateEditor *self)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  const char *found = self->shown;

  while ((found = strstr (found, CODE)) != NULL) {
    PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

    bold->start_index = (guint) (found - self->shown);
    bold->end_index = bold->start_index + (guint) strlen (CODE);
    pango_attr_list_insert (attributes, bold);
    found += strlen (CODE);
  }
  return attributes;
}

static int
measure_height (SevenTemplateEditor *self, int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  g_autoptr (PangoAttrList) attributes = create_attributes (self);
  int height = 0;

  if (self->layout == NULL) {
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
    pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  }
  width -= gtk_text_view_get_left_margin (view) + gtk_text_view_get_right_margin (view);
  pango_layout_set_text (self->layout, self->shown, -1);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_width (self->layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  return height + gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
}

/* The character at a place of the buffer, where it is outside GSM-7: what it is, and its equal. */
static char *
dup_offender_words (SevenTemplateEditor *self, gsize offset)
{
  g_autoptr (SevenSmsText) sms = seven_sms_text_new (self->shown);

  for (guint i = 0; i < seven_sms_text_get_n_offenders (sms); i++)
    if (seven_sms_text_get_offender (sms, i)->offset == offset)
      return seven_words_offender (seven_sms_text_get_offender (sms, i));

  return NULL;
}

static gboolean
seven_template_editor_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard_mode, GtkTooltip *tooltip)
{
  SevenTemplateEditor *self = SEVEN_TEMPLATE_EDITOR (widget);
  GtkTextView *view = GTK_TEXT_VIEW (self);
  g_autofree char *words = NULL;
  GtkTextIter iter;
  int buffer_x;
  int buffer_y;

  if (!gtk_text_view_get_editable (view)) {
    gtk_tooltip_set_text (tooltip, _ ("This text is too long to edit here. Use the JSON view."));
    return TRUE;
  }
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (keyboard_mode)
    gtk_text_buffer_get_iter_at_mark (
        gtk_text_view_get_buffer (view), &iter, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (view)));
  else if (!gtk_text_view_get_iter_at_position (view, &iter, NULL, buffer_x, buffer_y))
    return FALSE;
  words = dup_offender_words (self, (gsize) gtk_text_iter_get_offset (&iter));
  if (words == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, words);

  return TRUE;
}

static void
seven_template_editor_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
    int *natural, int *minimum_baseline, int *natural_baseline)
{
  SevenTemplateEditor *self = SEVEN_TEMPLATE_EDITOR (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = 120;
    *natural = 400;
    return;
  }
  *minimum = measure_height (self, for_size >= 0 ? for_size : 400);
  *natural = *minimum;
}

static GtkSizeRequestMode
seven_template_editor_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
seven_template_editor_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  SevenTemplateEditor *self = SEVEN_TEMPLATE_EDITOR (widget);

  GTK_WIDGET_CLASS (seven_template_editor_parent_class)->css_changed (widget, change);
  g_clear_object (&self->layout);
}

static void
seven_template_editor_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenTemplateEditor *self = SEVEN_TEMPLATE_EDITOR (object);

  switch (property_id) {
  case PROP_CONTENT:
    g_value_set_string (value, self->content);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_template_editor_set_property (
    GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenTemplateEditor *self = SEVEN_TEMPLATE_EDITOR (object);

  switch (property_id) {
  case PROP_CONTENT:
    set_content (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_template_editor_finalize (GObject *object)
{
  SevenTemplateEditor *self = SEVEN_TEMPLATE_EDITOR (object);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->content, g_free);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (seven_template_editor_parent_class)->finalize (object);
}

static void
seven_template_editor_class_init (SevenTemplateEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = seven_template_editor_finalize;
  object_class->get_property = seven_template_editor_get_property;
  object_class->set_property = seven_template_editor_set_property;
  widget_class->css_changed = seven_template_editor_css_changed;
  widget_class->get_request_mode = seven_template_editor_get_request_mode;
  widget_class->measure = seven_template_editor_measure;
  widget_class->query_tooltip = seven_template_editor_query_tooltip;

  properties[PROP_CONTENT] = g_param_spec_string (
      "content", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "textview");
}

static void
seven_template_editor_init (SevenTemplateEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  /* Half-transparent, so that they suit light and dark alike. */
  const GdkRGBA blue = { 0.21f, 0.52f, 0.89f, 0.26f };
  const GdkRGBA amber = { 0.90f, 0.62f, 0.05f, 0.40f };

  self->content = g_strdup ("");
  self->shown = g_strdup ("");
  g_object_set (self, "accepts-tab", FALSE, "has-tooltip", TRUE, "wrap-mode", GTK_WRAP_WORD_CHAR,
      "input-hints", GTK_INPUT_HINT_SPELLCHECK, NULL);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  self->chip =
      gtk_text_buffer_create_tag (buffer, NULL, "background-rgba", &blue, "weight", PANGO_WEIGHT_BOLD, NULL);
  /* No hyphen where a line breaks: nobody would receive it. */
  self->plain = gtk_text_buffer_create_tag (buffer, NULL, "insert-hyphens", FALSE, NULL);
  self->offender = gtk_text_buffer_create_tag (
      buffer, NULL, "background-rgba", &amber, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (buffer_changed), self, G_CONNECT_SWAPPED);
}
