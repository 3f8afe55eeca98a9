/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-json-editor.h"

#include "seven-buffer-sync.h"
#include "seven-closures.h"
#include "seven-problem-marks.h"

#include <gtksourceview/gtksource.h>
#include <string.h>

/* Bytes: from here on a line is not highlighted. */
#define LONG_LINE 10000
/* Characters: what lies behind in a line is not shown. */
#define SHOWN_OF_LINE 20000

struct _SevenJsonEditor
{
  GtkWidget parent_instance;

  GtkSourceBuffer *buffer;
  GtkEditable *find_entry;
  GtkSearchBar *search_bar;
  GtkSourceSearchSettings *search_settings;
  GtkTextView *view;

  SevenDocument *document;
  SevenBufferSync *sync;
  SevenProblemMarks *marks;
  GtkSourceSearchContext *search;
  GtkTextTag *hidden; /* owned by the buffer's table */
  GtkTextTag *plain;
  char *position;
  guint scroll_source;
};

G_DEFINE_FINAL_TYPE (SevenJsonEditor, seven_json_editor, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_POSITION,
  PROP_SEARCH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
cursor_moved_cb (SevenJsonEditor *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  g_clear_pointer (&self->position, g_free);
  self->position = g_strdup_printf (
      "%d:%d", gtk_text_iter_get_line (&iter) + 1, gtk_text_iter_get_line_offset (&iter) + 1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

static gboolean
scroll_cb (gpointer user_data)
{
  SevenJsonEditor *self = user_data;

  self->scroll_source = 0;
  gtk_text_view_scroll_to_mark (
      self->view, gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)), 0.1, FALSE, 0.0, 0.0);
  return G_SOURCE_REMOVE;
}

static void
scroll_to_cursor (SevenJsonEditor *self)
{
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add (scroll_cb, self);
}

static gboolean
has_long_line (const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end) {
    const char *newline = memchr (text, '\n', (gsize) (end - text));

    if (newline == NULL)
      newline = end;
    if (newline - text > LONG_LINE)
      return TRUE;
    text = newline + 1;
  }
  return FALSE;
}

/* The highlighter works on a very long line until it gives up, whether its colors are shown or not: so it must not
 * get to see one, however early that is. */
static void
inserting_cb (SevenJsonEditor *self, GtkTextIter *place, const char *text, int length)
{
  if (has_long_line (text, length >= 0 ? (gsize) length : strlen (text)))
    gtk_source_buffer_set_language (self->buffer, NULL);
}

/* No hyphen where a line breaks: it is not in the text. */
static void
inserted_cb (SevenJsonEditor *self, const GtkTextIter *end, const char *text, int length)
{
  GtkTextIter start = *end;

  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self->buffer), self->plain, &start, end);
}

/* The view lays out a line as a whole, however little of it is in sight. */
static void
hide_line_ends (SevenJsonEditor *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  int n_lines = gtk_text_buffer_get_line_count (buffer);

  for (int i = 0; i < n_lines; i++) {
    GtkTextIter start;
    GtkTextIter end;

    gtk_text_buffer_get_iter_at_line (buffer, &start, i);
    if (gtk_text_iter_get_chars_in_line (&start) <= SHOWN_OF_LINE)
      continue;
    end = start;
    gtk_text_iter_forward_to_line_end (&end);
    gtk_text_iter_forward_chars (&start, SHOWN_OF_LINE);
    gtk_text_buffer_apply_tag (buffer, self->hidden, &start, &end);
  }
}

static void
checked_cb (SevenJsonEditor *self)
{
  GtkSourceLanguageManager *languages = gtk_source_language_manager_get_default ();
  gboolean long_lines;

  g_object_get (self->document, "long-lines", &long_lines, NULL);
  gtk_source_buffer_set_language (
      self->buffer, long_lines ? NULL : gtk_source_language_manager_get_language (languages, "json"));
  if (long_lines)
    hide_line_ends (self);
}

static gboolean
scheme_for_dark_cb (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();
  const char *name = g_value_get_boolean (from) ? "Adwaita-dark" : "Adwaita";

  g_value_set_object (to, gtk_source_style_scheme_manager_get_scheme (manager, name));
  return TRUE;
}

static gboolean
insert_tab_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);

  return gtk_text_buffer_insert_interactive_at_cursor (
      gtk_text_view_get_buffer (view), "\t", 1, gtk_text_view_get_editable (view));
}

/* Tab leaves the editor, as it leaves every field; with Ctrl it is a character. */
static void
add_shortcuts (SevenJsonEditor *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Tab, GDK_CONTROL_MASK),
          gtk_callback_action_new (insert_tab_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

static void
find (SevenJsonEditor *self, gboolean forward)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter start;
  GtkTextIter end;
  gboolean found;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  if (forward)
    found = gtk_source_search_context_forward (self->search, &end, &start, &end, NULL);
  else
    found = gtk_source_search_context_backward (self->search, &start, &start, &end, NULL);
  if (!found)
    return;
  gtk_text_buffer_select_range (buffer, &start, &end);
  scroll_to_cursor (self);
}

static void
find_activated_cb (SevenJsonEditor *self)
{
  find (self, TRUE);
}

static void
find_previous_match_cb (SevenJsonEditor *self)
{
  find (self, FALSE);
}

static void
find_next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  find (SEVEN_JSON_EDITOR (widget), TRUE);
}

static void
find_previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  find (SEVEN_JSON_EDITOR (widget), FALSE);
}

/* While typing the match that starts where the selection does counts too. */
static void
find_changed_cb (SevenJsonEditor *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter start;

  gtk_text_buffer_get_selection_bounds (buffer, &start, NULL);
  gtk_text_buffer_place_cursor (buffer, &start);
  find (self, TRUE);
}

static void
find_stopped_cb (SevenJsonEditor *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
search_mode_changed_cb (SevenJsonEditor *self)
{
  if (self->search != NULL)
    gtk_source_search_context_set_highlight (self->search, gtk_search_bar_get_search_mode (self->search_bar));
}

static gboolean
seven_json_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SEVEN_JSON_EDITOR (widget)->view));
}

static void
seven_json_editor_constructed (GObject *object)
{
  SevenJsonEditor *self = SEVEN_JSON_EDITOR (object);

  G_OBJECT_CLASS (seven_json_editor_parent_class)->constructed (object);
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (inserting_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->buffer, "insert-text", G_CALLBACK (inserted_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  self->sync = seven_buffer_sync_new (self->document, GTK_TEXT_BUFFER (self->buffer));
  self->marks =
      seven_problem_marks_new (self->document, self->sync, GTK_SOURCE_VIEW (self->view), GTK_WIDGET (self));
  self->search = gtk_source_search_context_new (self->buffer, self->search_settings);
  gtk_source_search_context_set_highlight (self->search, FALSE);
  g_object_notify_by_pspec (object, properties[PROP_SEARCH]);
  checked_cb (self);
  g_signal_connect_object (self->document, "checked", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->document, "spliced", G_CALLBACK (scroll_to_cursor), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
seven_json_editor_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenJsonEditor *self = SEVEN_JSON_EDITOR (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    g_value_set_object (value, self->document);
    break;
  case PROP_POSITION:
    g_value_set_string (value, self->position);
    break;
  case PROP_SEARCH:
    g_value_set_object (value, self->search);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_json_editor_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenJsonEditor *self = SEVEN_JSON_EDITOR (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    self->document = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_json_editor_dispose (GObject *object)
{
  SevenJsonEditor *self = SEVEN_JSON_EDITOR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_pointer (&self->marks, seven_problem_marks_free);
  g_clear_pointer (&self->sync, seven_buffer_sync_free);
  g_clear_object (&self->search);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (seven_json_editor_parent_class)->dispose (object);
}

static void
seven_json_editor_finalize (GObject *object)
{
  g_clear_pointer (&SEVEN_JSON_EDITOR (object)->position, g_free);
  G_OBJECT_CLASS (seven_json_editor_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SEVEN_TYPE_DOCUMENT,
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_POSITION] = g_param_spec_string ("position", NULL, NULL, "1:1", readable);
  properties[PROP_SEARCH] =
      g_param_spec_object ("search", NULL, NULL, GTK_SOURCE_TYPE_SEARCH_CONTEXT, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
seven_json_editor_class_init (SevenJsonEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = seven_json_editor_constructed;
  object_class->dispose = seven_json_editor_dispose;
  object_class->finalize = seven_json_editor_finalize;
  object_class->get_property = seven_json_editor_get_property;
  object_class->set_property = seven_json_editor_set_property;
  widget_class->grab_focus = seven_json_editor_grab_focus;
  install_properties (object_class);

  gtk_widget_class_install_action (widget_class, "find.next", NULL, find_next_cb);
  gtk_widget_class_install_action (widget_class, "find.previous", NULL, find_previous_cb);

  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  g_type_ensure (GTK_SOURCE_TYPE_SEARCH_SETTINGS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-json-editor.ui");
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_previous_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_matches);
  gtk_widget_class_bind_template_child (widget_class, SevenJsonEditor, buffer);
  gtk_widget_class_bind_template_child (widget_class, SevenJsonEditor, find_entry);
  gtk_widget_class_bind_template_child (widget_class, SevenJsonEditor, search_bar);
  gtk_widget_class_bind_template_child (widget_class, SevenJsonEditor, search_settings);
  gtk_widget_class_bind_template_child (widget_class, SevenJsonEditor, view);
}

static void
seven_json_editor_init (SevenJsonEditor *self)
{
  self->position = g_strdup ("1:1");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property_full (adw_style_manager_get_default (), "dark", self->buffer, "style-scheme",
      G_BINDING_SYNC_CREATE, scheme_for_dark_cb, NULL, NULL, NULL);
  self->plain =
      gtk_text_buffer_create_tag (GTK_TEXT_BUFFER (self->buffer), NULL, "insert-hyphens", FALSE, NULL);
  self->hidden = gtk_text_buffer_create_tag (GTK_TEXT_BUFFER (self->buffer), NULL, "invisible", TRUE, NULL);
  gtk_search_bar_connect_entry (self->search_bar, self->find_entry);
  add_shortcuts (self);
}

/**
 * seven_json_editor_new:
 * @document: the document whose text it edits
 *
 * Returns: (transfer none): the widget
 */
GtkWidget *
seven_json_editor_new (SevenDocument *document)
{
  g_return_val_if_fail (SEVEN_IS_DOCUMENT (document), NULL);

  return g_object_new (SEVEN_TYPE_JSON_EDITOR, "document", document, NULL);
}

/**
 * seven_json_editor_select_range:
 * @self: an editor
 * @range: a piece of the document's text, in bytes
 *
 * Selects it, scrolls there, and takes the focus.
 */
void
seven_json_editor_select_range (SevenJsonEditor *self, SevenRange range)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (SEVEN_IS_JSON_EDITOR (self));

  seven_buffer_sync_get_iter (self->sync, range.start, &start);
  seven_buffer_sync_get_iter (self->sync, range.end, &end);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  scroll_to_cursor (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * seven_json_editor_start_search:
 * @self: an editor
 *
 * Shows the bar to find in the text and gives it the focus.
 */
void
seven_json_editor_start_search (SevenJsonEditor *self)
{
  g_return_if_fail (SEVEN_IS_JSON_EDITOR (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
}

/**
 * seven_json_editor_find_problem:
 * @self: an editor
 * @preferred: (nullable): the one to choose of several, and where there is none
 *
 * Returns: (transfer none) (nullable): the problem at the cursor while the text has the focus; else @preferred
 */
SevenProblem *
seven_json_editor_find_problem (SevenJsonEditor *self, SevenProblem *preferred)
{
  g_return_val_if_fail (SEVEN_IS_JSON_EDITOR (self), NULL);

  return gtk_widget_is_focus (GTK_WIDGET (self->view)) ? seven_problem_marks_find (self->marks, preferred)
                                                       : preferred;
}
