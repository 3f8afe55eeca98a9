/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-problem-marks.h"

#include "seven-problem-gutter.h"
#include "seven-problem-popover.h"

#include <glib/gi18n-lib.h>

#define N_SEVERITIES 3

struct _SevenProblemMarks
{
  SevenDocument *document;
  SevenBufferSync *sync; /* borrowed: whoever owns it owns the marks too */
  GtkSourceView *view;
  GtkTextBuffer *buffer;
  SevenProblemGutter *gutter; /* owned by the view */
  GtkAdjustment *adjustment;
  GtkWidget *host;
  GtkWidget *popover; /* (nullable): made at the first click; owned by the host */
  GtkTextTag *tags[N_SEVERITIES]; /* owned by the buffer's table */
  guint source;
};

static SevenSeverity
get_severity (SevenProblem *problem)
{
  return CLAMP (seven_problem_get_severity (problem), SEVEN_SEVERITY_ERROR, SEVEN_SEVERITY_INFO);
}

static void
clear_marks (SevenProblemMarks *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  for (guint i = 0; i < N_SEVERITIES; i++)
    gtk_text_buffer_remove_tag (self->buffer, self->tags[i], &start, &end);
  seven_problem_gutter_clear (self->gutter);
}

static void
show_problem (SevenProblemMarks *self, SevenProblem *problem)
{
  SevenRange range = seven_problem_get_range (problem);
  SevenSeverity severity = get_severity (problem);
  GtkTextIter start;
  GtkTextIter end;

  seven_buffer_sync_get_iter (self->sync, range.start, &start);
  seven_problem_gutter_add (self->gutter, (guint) gtk_text_iter_get_line (&start), severity);
  seven_buffer_sync_get_iter (self->sync, range.end, &end);
  if (gtk_text_iter_equal (&start, &end))
    gtk_text_iter_forward_char (&end);
  gtk_text_buffer_apply_tag (self->buffer, self->tags[severity], &start, &end);
}

static SevenRange
get_visible_range (SevenProblemMarks *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GdkRectangle rectangle;
  GtkTextIter start;
  GtkTextIter end;
  SevenRange range;

  gtk_text_view_get_visible_rect (view, &rectangle);
  gtk_text_view_get_line_at_y (view, &start, rectangle.y, NULL);
  gtk_text_view_get_line_at_y (view, &end, rectangle.y + rectangle.height, NULL);
  gtk_text_iter_forward_line (&end);
  range.start = seven_buffer_sync_get_offset (self->sync, &start);
  range.end = seven_buffer_sync_get_offset (self->sync, &end);
  return range;
}

static gboolean
update_cb (gpointer user_data)
{
  SevenProblemMarks *self = user_data;
  GListModel *problems = seven_document_get_problems (self->document);
  guint n_problems = g_list_model_get_n_items (problems);
  SevenRange visible = get_visible_range (self);

  self->source = 0;
  clear_marks (self);
  for (guint i = 0; i < n_problems; i++) {
    g_autoptr (SevenProblem) problem = g_list_model_get_item (problems, i);
    SevenRange range = seven_problem_get_range (problem);

    if (range.start <= visible.end && range.end >= visible.start)
      show_problem (self, problem);
  }
  return G_SOURCE_REMOVE;
}

/* Behind the layout of the text, which says what is in sight. */
static void
schedule (SevenProblemMarks *self)
{
  if (self->source == 0)
    self->source = g_idle_add_full (GTK_TEXT_VIEW_PRIORITY_VALIDATE + 10, update_cb, self, NULL);
}

static gboolean
covers (SevenProblem *problem, gsize offset)
{
  SevenRange range = seven_problem_get_range (problem);

  return offset >= range.start && offset < MAX (range.end, range.start + 1);
}

/* How it is fixed, where it can be. */
static void
append_fix (GString *words, SevenProblem *problem)
{
  SevenFixKind kind = seven_problem_get_fix_kind (problem);

  if (kind == SEVEN_FIX_SAFE || kind == SEVEN_FIX_OFFER)
    /* Translators: %s is what a fix is called, such as “Fix”; Ctrl+. is the key for it. */
    g_string_append_printf (
        words, _ ("\n%s: Ctrl+. here, or the mark in the margin"), seven_problem_get_fix_label (problem));
}

static char *
dup_words_at (SevenProblemMarks *self, gsize offset)
{
  GListModel *problems = seven_document_get_problems (self->document);
  guint n_problems = g_list_model_get_n_items (problems);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < n_problems; i++) {
    g_autoptr (SevenProblem) problem = g_list_model_get_item (problems, i);
    const char *advice = seven_problem_get_advice (problem);

    if (!covers (problem, offset))
      continue;
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", seven_problem_get_message (problem));
    if (advice != NULL)
      g_string_append_printf (words, "\n%s", advice);
    append_fix (words, problem);
  }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static gboolean
query_tooltip_cb (SevenProblemMarks *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextIter iter;
  g_autofree char *words = NULL;

  if (keyboard) {
    gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  } else {
    gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &x, &y);
    if (!gtk_text_view_get_iter_at_location (view, &iter, x, y))
      return FALSE;
  }
  words = dup_words_at (self, seven_buffer_sync_get_offset (self->sync, &iter));
  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

/* Those that are marked at the line of a place, in the order of the list: the gravest first. */
static GPtrArray *
find_on_line (SevenProblemMarks *self, const GtkTextIter *iter)
{
  GListModel *problems = seven_document_get_problems (self->document);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_problems = g_list_model_get_n_items (problems);
  GtkTextIter start = *iter;
  GtkTextIter end = *iter;
  gsize first;
  gsize last;

  gtk_text_iter_set_line_offset (&start, 0);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  first = seven_buffer_sync_get_offset (self->sync, &start);
  last = seven_buffer_sync_get_offset (self->sync, &end);
  for (guint i = 0; i < n_problems; i++) {
    g_autoptr (SevenProblem) problem = g_list_model_get_item (problems, i);
    SevenRange range = seven_problem_get_range (problem);

    if (range.start >= first && range.start <= last)
      g_ptr_array_add (found, g_steal_pointer (&problem));
  }
  return g_steal_pointer (&found);
}

static void
select_problem (SevenProblemMarks *self, SevenProblem *problem)
{
  SevenRange range = seven_problem_get_range (problem);
  GtkTextIter start;
  GtkTextIter end;

  seven_buffer_sync_get_iter (self->sync, range.start, &start);
  seven_buffer_sync_get_iter (self->sync, range.end, &end);
  gtk_text_buffer_select_range (self->buffer, &start, &end);
}

static void
activated_cb (SevenProblemMarks *self, GtkTextIter *iter)
{
  g_autoptr (GPtrArray) problems = find_on_line (self, iter);
  GdkRectangle place = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self->gutter)), 0 };
  double x = 0;
  double y = 0;

  if (problems->len == 0)
    return;
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self->view), iter, &place.y, &place.height);
  gtk_text_view_buffer_to_window_coords (
      GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, 0, place.y, NULL, &place.y);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->gutter), self->host, 0, 0, &x, NULL);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), self->host, 0, place.y, NULL, &y);
  place.x = (int) x;
  place.y = (int) y;
  select_problem (self, g_ptr_array_index (problems, 0));
  if (self->popover == NULL) {
    self->popover = seven_problem_popover_new (self->document);
    gtk_widget_set_parent (self->popover, self->host);
  }
  seven_problem_popover_show (SEVEN_PROBLEM_POPOVER (self->popover), problems, &place);
}

/* What is in sight no more has nothing to point to; and an open popover would keep its window alive. */
static void
unmapped_cb (SevenProblemMarks *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static GtkTextTag *
create_tag (SevenProblemMarks *self, const GdkRGBA *colour)
{
  return gtk_text_buffer_create_tag (
      self->buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, "underline-rgba", colour, NULL);
}

/* A later tag wins where two overlap: the gravest comes last. */
static void
create_tags (SevenProblemMarks *self)
{
  const GdkRGBA red = { 0.88f, 0.11f, 0.14f, 1.0f };
  const GdkRGBA amber = { 0.90f, 0.58f, 0.04f, 1.0f };
  const GdkRGBA blue = { 0.21f, 0.52f, 0.89f, 1.0f };

  self->tags[SEVEN_SEVERITY_INFO] = create_tag (self, &blue);
  self->tags[SEVEN_SEVERITY_WARNING] = create_tag (self, &amber);
  self->tags[SEVEN_SEVERITY_ERROR] = create_tag (self, &red);
}

static void
add_gutter (SevenProblemMarks *self)
{
  GtkSourceGutter *gutter = gtk_source_view_get_gutter (self->view, GTK_TEXT_WINDOW_LEFT);

  self->gutter = SEVEN_PROBLEM_GUTTER (seven_problem_gutter_new ());
  gtk_source_gutter_insert (gutter, GTK_SOURCE_GUTTER_RENDERER (self->gutter), 10);
}

/**
 * seven_problem_marks_new:
 * @document: whose problems
 * @sync: what keeps @view's buffer and @document the same; has to live as long as the marks
 * @view: where to show them
 * @host: a widget around @view, with a layout manager, over which the fix is offered
 *
 * Returns: (transfer full): shows them until it is freed
 */
SevenProblemMarks *
seven_problem_marks_new (SevenDocument *document, SevenBufferSync *sync, GtkSourceView *view, GtkWidget *host)
{
  SevenProblemMarks *self;

  g_return_val_if_fail (SEVEN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (sync != NULL, NULL);
  g_return_val_if_fail (GTK_SOURCE_IS_VIEW (view), NULL);

  self = g_new0 (SevenProblemMarks, 1);
  self->document = g_object_ref (document);
  self->sync = sync;
  self->view = g_object_ref (view);
  self->host = host;
  self->buffer = g_object_ref (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
  self->adjustment = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)));
  create_tags (self);
  add_gutter (self);
  g_signal_connect_swapped (document, "checked", G_CALLBACK (schedule), self);
  g_signal_connect_swapped (view, "unmap", G_CALLBACK (unmapped_cb), self);
  g_signal_connect_swapped (view, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  g_signal_connect_swapped (self->gutter, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (schedule), self);
  g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (schedule), self);
  schedule (self);
  return self;
}

/**
 * seven_problem_marks_free:
 * @self: (nullable) (transfer full): marks
 *
 * Shows no problems any longer.
 */
void
seven_problem_marks_free (SevenProblemMarks *self)
{
  if (self == NULL)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_data (self->view, self);
  g_signal_handlers_disconnect_by_data (self->gutter, self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_object_unref (self->document);
  g_object_unref (self->view);
  g_object_unref (self->buffer);
  g_object_unref (self->adjustment);
  g_free (self);
}

/**
 * seven_problem_marks_find:
 * @self: marks
 * @preferred: (nullable): the one to choose of several
 *
 * Returns: (transfer none) (nullable): the problem that the cursor stands in; @preferred where it is one of them, else
 *   the gravest, else @preferred
 */
SevenProblem *
seven_problem_marks_find (SevenProblemMarks *self, SevenProblem *preferred)
{
  GListModel *problems = seven_document_get_problems (self->document);
  guint n_problems = g_list_model_get_n_items (problems);
  GtkTextIter iter;
  gsize offset;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  offset = seven_buffer_sync_get_offset (self->sync, &iter);
  if (preferred != NULL && covers (preferred, offset))
    return preferred;
  for (guint i = 0; i < n_problems; i++) {
    g_autoptr (SevenProblem) problem = g_list_model_get_item (problems, i);

    /* The list keeps it. */
    if (covers (problem, offset))
      return problem;
  }
  return preferred;
}
