/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-problem-gutter.h"

#include "seven-closures.h"

#define ICON_SIZE 14
#define WIDTH 18

struct _SevenProblemGutter
{
  GtkSourceGutterRenderer parent_instance;

  GHashTable *severities; /* line → SevenSeverity */
};

G_DEFINE_FINAL_TYPE (SevenProblemGutter, seven_problem_gutter, GTK_SOURCE_TYPE_GUTTER_RENDERER)

static GdkRGBA
get_colour (GtkWidget *widget, SevenSeverity severity)
{
  const char *const names[] = { "error_color", "warning_color", "accent_color" };
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (context, names[severity], &colour))
    gtk_style_context_get_color (context, &colour);
  return colour;
}

static void
draw_icon (GtkWidget *widget, GtkSnapshot *snapshot, SevenSeverity severity)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autofree char *name = seven_closure_severity_icon (NULL, (int) severity);
  g_autoptr (GtkIconPaintable) icon = NULL;
  GdkRGBA colour = get_colour (widget, severity);

  icon = gtk_icon_theme_lookup_icon (
      theme, name, NULL, ICON_SIZE, gtk_widget_get_scale_factor (widget), GTK_TEXT_DIR_NONE, 0);
  gtk_symbolic_paintable_snapshot_symbolic (
      GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_SIZE, ICON_SIZE, &colour, 1);
}

static void
seven_problem_gutter_snapshot_line (
    GtkSourceGutterRenderer *renderer, GtkSnapshot *snapshot, GtkSourceGutterLines *lines, guint line)
{
  SevenProblemGutter *self = SEVEN_PROBLEM_GUTTER (renderer);
  gpointer severity;
  int y;
  int height;

  if (!g_hash_table_lookup_extended (self->severities, GUINT_TO_POINTER (line), NULL, &severity))
    return;
  gtk_source_gutter_lines_get_line_yrange (
      lines, line, GTK_SOURCE_GUTTER_RENDERER_ALIGNMENT_MODE_FIRST, &y, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((WIDTH - ICON_SIZE) / 2.0f, (float) (y + (height - ICON_SIZE) / 2)));
  draw_icon (GTK_WIDGET (self), snapshot, (SevenSeverity) GPOINTER_TO_INT (severity));
  gtk_snapshot_restore (snapshot);
}

static gboolean
seven_problem_gutter_query_activatable (
    GtkSourceGutterRenderer *renderer, GtkTextIter *iter, GdkRectangle *area)
{
  guint line = (guint) gtk_text_iter_get_line (iter);

  return g_hash_table_contains (SEVEN_PROBLEM_GUTTER (renderer)->severities, GUINT_TO_POINTER (line));
}

static void
seven_problem_gutter_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
    int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
  *natural = *minimum;
}

static void
seven_problem_gutter_finalize (GObject *object)
{
  g_clear_pointer (&SEVEN_PROBLEM_GUTTER (object)->severities, g_hash_table_unref);
  G_OBJECT_CLASS (seven_problem_gutter_parent_class)->finalize (object);
}

static void
seven_problem_gutter_class_init (SevenProblemGutterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = seven_problem_gutter_finalize;
  GTK_WIDGET_CLASS (klass)->measure = seven_problem_gutter_measure;
  GTK_SOURCE_GUTTER_RENDERER_CLASS (klass)->query_activatable = seven_problem_gutter_query_activatable;
  GTK_SOURCE_GUTTER_RENDERER_CLASS (klass)->snapshot_line = seven_problem_gutter_snapshot_line;
}

static void
seven_problem_gutter_init (SevenProblemGutter *self)
{
  self->severities = g_hash_table_new (NULL, NULL);
}

/**
 * seven_problem_gutter_new:
 *
 * Returns: (transfer none): a gutter that shows nothing yet
 */
GtkSourceGutterRenderer *
seven_problem_gutter_new (void)
{
  return g_object_new (SEVEN_TYPE_PROBLEM_GUTTER, NULL);
}

/**
 * seven_problem_gutter_clear:
 * @self: a gutter
 *
 * Forgets all lines.
 */
void
seven_problem_gutter_clear (SevenProblemGutter *self)
{
  g_return_if_fail (SEVEN_IS_PROBLEM_GUTTER (self));

  g_hash_table_remove_all (self->severities);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * seven_problem_gutter_add:
 * @self: a gutter
 * @line: which line, from 0
 * @severity: of a problem on that line; the gravest of several is shown
 */
void
seven_problem_gutter_add (SevenProblemGutter *self, guint line, SevenSeverity severity)
{
  gpointer other;

  g_return_if_fail (SEVEN_IS_PROBLEM_GUTTER (self));

  if (g_hash_table_lookup_extended (self->severities, GUINT_TO_POINTER (line), NULL, &other) &&
      GPOINTER_TO_INT (other) <= (int) severity)
    return;
  g_hash_table_insert (self->severities, GUINT_TO_POINTER (line), GINT_TO_POINTER ((int) severity));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
