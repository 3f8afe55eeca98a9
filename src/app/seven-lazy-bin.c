/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-lazy-bin.h"

typedef struct
{
  GtkWidget *child; /* (nullable) owned as a child */
  GdkFrameClock *frame_clock; /* while it is realized and sleeps */
  int estimate; /* pixels */
  gboolean awake;
} SevenLazyBinPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (SevenLazyBin, seven_lazy_bin, GTK_TYPE_WIDGET)

/* Half a window's height around what is visible is near: scrolling finds it ready. */
static gboolean
is_near (GtkWidget *widget)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;
  float height;

  if (viewport == NULL)
    return TRUE;
  if (gtk_widget_get_width (widget) == 0 || !gtk_widget_compute_bounds (widget, viewport, &bounds))
    return FALSE;
  height = (float) gtk_widget_get_height (viewport);
  return bounds.origin.y + bounds.size.height > -height / 2 && bounds.origin.y < height * 1.5f;
}

static void wake (SevenLazyBin *self);

/* Runs behind the layout of a frame, and ahead of its drawing: nobody sees one that sleeps. */
static void
layout_cb (SevenLazyBin *self)
{
  if (is_near (GTK_WIDGET (self)))
    wake (self);
}

static void
forget_frame_clock (SevenLazyBin *self)
{
  SevenLazyBinPrivate *private = seven_lazy_bin_get_instance_private (self);

  if (private->frame_clock != NULL)
    g_signal_handlers_disconnect_by_func (private->frame_clock, layout_cb, self);
  g_clear_object (&private->frame_clock);
}

/* Shows the child, for good. */
static void
wake (SevenLazyBin *self)
{
  SevenLazyBinPrivate *private = seven_lazy_bin_get_instance_private (self);

  if (private->awake)
    return;
  private->awake = TRUE;
  forget_frame_clock (self);
  SEVEN_LAZY_BIN_GET_CLASS (self)->wake (self);
  if (private->child != NULL)
    gtk_widget_set_child_visible (private->child, TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
seven_lazy_bin_realize (GtkWidget *widget)
{
  SevenLazyBin *self = SEVEN_LAZY_BIN (widget);
  SevenLazyBinPrivate *private = seven_lazy_bin_get_instance_private (self);

  GTK_WIDGET_CLASS (seven_lazy_bin_parent_class)->realize (widget);
  if (private->awake)
    return;
  private->frame_clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  g_signal_connect_object (
      private->frame_clock, "layout", G_CALLBACK (layout_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
seven_lazy_bin_unrealize (GtkWidget *widget)
{
  forget_frame_clock (SEVEN_LAZY_BIN (widget));
  GTK_WIDGET_CLASS (seven_lazy_bin_parent_class)->unrealize (widget);
}

static void
seven_lazy_bin_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
    int *natural, int *minimum_baseline, int *natural_baseline)
{
  SevenLazyBinPrivate *private = seven_lazy_bin_get_instance_private (SEVEN_LAZY_BIN (widget));

  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? private->estimate : 0;
  *natural = *minimum;
  if (private->awake && private->child != NULL)
    gtk_widget_measure (private->child, orientation, for_size, minimum, natural, NULL, NULL);
}

static GtkSizeRequestMode
seven_lazy_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
seven_lazy_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SevenLazyBinPrivate *private = seven_lazy_bin_get_instance_private (SEVEN_LAZY_BIN (widget));

  if (private->awake && private->child != NULL)
    gtk_widget_allocate (private->child, width, height, -1, NULL);
}

static gboolean
seven_lazy_bin_grab_focus (GtkWidget *widget)
{
  SevenLazyBin *self = SEVEN_LAZY_BIN (widget);
  SevenLazyBinPrivate *private = seven_lazy_bin_get_instance_private (self);

  wake (self);
  return private->child != NULL && gtk_widget_grab_focus (private->child);
}

/* Tab walks on into what was not near the eye yet. */
static gboolean
seven_lazy_bin_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SevenLazyBin *self = SEVEN_LAZY_BIN (widget);
  SevenLazyBinPrivate *private = seven_lazy_bin_get_instance_private (self);

  wake (self);
  return private->child != NULL && gtk_widget_child_focus (private->child, direction);
}

static void
seven_lazy_bin_dispose (GObject *object)
{
  SevenLazyBin *self = SEVEN_LAZY_BIN (object);
  SevenLazyBinPrivate *private = seven_lazy_bin_get_instance_private (self);

  forget_frame_clock (self);
  g_clear_pointer (&private->child, gtk_widget_unparent);
  G_OBJECT_CLASS (seven_lazy_bin_parent_class)->dispose (object);
}

static void
seven_lazy_bin_real_wake (SevenLazyBin *self)
{
}

static void
seven_lazy_bin_class_init (SevenLazyBinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = seven_lazy_bin_dispose;
  widget_class->focus = seven_lazy_bin_focus;
  widget_class->get_request_mode = seven_lazy_bin_get_request_mode;
  widget_class->grab_focus = seven_lazy_bin_grab_focus;
  widget_class->measure = seven_lazy_bin_measure;
  widget_class->realize = seven_lazy_bin_realize;
  widget_class->size_allocate = seven_lazy_bin_size_allocate;
  widget_class->unrealize = seven_lazy_bin_unrealize;
  klass->wake = seven_lazy_bin_real_wake;
}

static void
seven_lazy_bin_init (SevenLazyBin *self)
{
}

/**
 * seven_lazy_bin_get_child:
 * @self: a bin
 *
 * Returns: (transfer none) (nullable): what it shows; %NULL while it sleeps
 */
GtkWidget *
seven_lazy_bin_get_child (SevenLazyBin *self)
{
  SevenLazyBinPrivate *private = seven_lazy_bin_get_instance_private (self);

  g_return_val_if_fail (SEVEN_IS_LAZY_BIN (self), NULL);

  return private->child;
}

/**
 * seven_lazy_bin_set_child:
 * @self: a bin
 * @child: (nullable): what it shows once it is awake
 */
void
seven_lazy_bin_set_child (SevenLazyBin *self, GtkWidget *child)
{
  SevenLazyBinPrivate *private = seven_lazy_bin_get_instance_private (self);

  g_return_if_fail (SEVEN_IS_LAZY_BIN (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  g_clear_pointer (&private->child, gtk_widget_unparent);
  private->child = child;
  if (child == NULL)
    return;
  gtk_widget_set_child_visible (child, private->awake);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * seven_lazy_bin_set_estimate:
 * @self: a bin
 * @estimate: its height while it sleeps, in pixels
 */
void
seven_lazy_bin_set_estimate (SevenLazyBin *self, int estimate)
{
  SevenLazyBinPrivate *private = seven_lazy_bin_get_instance_private (self);

  g_return_if_fail (SEVEN_IS_LAZY_BIN (self));

  private->estimate = estimate;
}
