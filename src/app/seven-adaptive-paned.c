/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-adaptive-paned.h"

struct _SevenAdaptivePaned
{
  GtkWidget parent_instance;

  GtkWidget *paned; /* owned as a child */
  int threshold;
  int position;
  guint fold_source;
  gboolean folded;
  gboolean fold_next;
  gboolean end_visible;
};

G_DEFINE_FINAL_TYPE (SevenAdaptivePaned, seven_adaptive_paned, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_START_CHILD,
  PROP_END_CHILD,
  PROP_FOLDED,
  PROP_THRESHOLD,
  PROP_END_VISIBLE,
  PROP_POSITION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkWidget *
get_start (SevenAdaptivePaned *self)
{
  return gtk_paned_get_start_child (GTK_PANED (self->paned));
}

static GtkWidget *
get_end (SevenAdaptivePaned *self)
{
  return gtk_paned_get_end_child (GTK_PANED (self->paned));
}

/* A paned with one visible child gives it all the room and shows no divider. */
static void
update_children (SevenAdaptivePaned *self)
{
  GtkWidget *start = get_start (self);
  GtkWidget *end = get_end (self);

  if (start != NULL)
    g_object_set (start, "visible", !self->folded || !self->end_visible, NULL);
  if (end != NULL)
    g_object_set (end, "visible", !self->folded || self->end_visible, NULL);
}

static void
apply_position (SevenAdaptivePaned *self)
{
  int width = gtk_widget_get_width (self->paned);

  if (self->folded || width <= 0)
    return;
  gtk_paned_set_position (GTK_PANED (self->paned), self->position >= 0 ? self->position : width / 2);
}

static void
set_folded (SevenAdaptivePaned *self, gboolean folded)
{
  if (self->folded == folded)
    return;
  self->folded = folded;
  update_children (self);
  apply_position (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static gboolean
fold_cb (gpointer user_data)
{
  SevenAdaptivePaned *self = user_data;

  self->fold_source = 0;
  set_folded (self, self->fold_next);
  return G_SOURCE_REMOVE;
}

/* Before the first layout a window knows how wide it shall be: what stands unfolded could not get that narrow. */
static void
default_width_changed (SevenAdaptivePaned *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int width;
  int height;

  if (!GTK_IS_WINDOW (root) || gtk_widget_get_width (self->paned) > 0)
    return;
  gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  if (width > 0)
    set_folded (self, width < self->threshold);
}

static void
seven_adaptive_paned_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (seven_adaptive_paned_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::default-width",
      G_CALLBACK (default_width_changed), widget, G_CONNECT_SWAPPED);
  default_width_changed (SEVEN_ADAPTIVE_PANED (widget));
}

static void
seven_adaptive_paned_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), default_width_changed, widget);
  GTK_WIDGET_CLASS (seven_adaptive_paned_parent_class)->unroot (widget);
}

/* The visibility of children must not change while they are being allocated. */
static void
schedule_fold (SevenAdaptivePaned *self, gboolean folded)
{
  self->fold_next = folded;
  if (folded == self->folded || self->fold_source != 0)
    return;
  self->fold_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 5, fold_cb, self, NULL);
}

static void
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size, int *minimum, int *natural)
{
  int child_minimum = 0;
  int child_natural = 0;

  if (child == NULL)
    return;
  gtk_widget_measure (child, orientation, for_size, &child_minimum, &child_natural, NULL, NULL);
  *minimum = MAX (*minimum, child_minimum);
  *natural = MAX (*natural, child_natural);
}

static void
seven_adaptive_paned_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
    int *natural, int *minimum_baseline, int *natural_baseline)
{
  SevenAdaptivePaned *self = SEVEN_ADAPTIVE_PANED (widget);

  *minimum = 0;
  *natural = 0;
  measure_child (get_start (self), orientation, -1, minimum, natural);
  measure_child (get_end (self), orientation, -1, minimum, natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*natural * 2, self->threshold);
}

static void
seven_adaptive_paned_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SevenAdaptivePaned *self = SEVEN_ADAPTIVE_PANED (widget);
  int minimum = 0;
  gboolean first = gtk_widget_get_width (self->paned) == 0;
  gboolean folded = width < self->threshold;

  gtk_widget_measure (self->paned, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  schedule_fold (self, folded);
  if (first && !folded)
    gtk_paned_set_position (GTK_PANED (self->paned), self->position >= 0 ? self->position : width / 2);
  gtk_widget_allocate (self->paned, MAX (width, minimum), height, baseline, NULL);
}

/* What a window that got narrow at once does to the divider before it is folded is not what was chosen. */
static void
position_changed (SevenAdaptivePaned *self)
{
  int position = gtk_paned_get_position (GTK_PANED (self->paned));

  if (self->folded || gtk_widget_get_width (GTK_WIDGET (self)) < self->threshold ||
      gtk_widget_get_width (self->paned) == 0 || position == self->position)
    return;
  self->position = position;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

static void
seven_adaptive_paned_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenAdaptivePaned *self = SEVEN_ADAPTIVE_PANED (object);

  switch (property_id) {
  case PROP_START_CHILD:
    g_value_set_object (value, get_start (self));
    break;
  case PROP_END_CHILD:
    g_value_set_object (value, get_end (self));
    break;
  case PROP_FOLDED:
    g_value_set_boolean (value, self->folded);
    break;
  case PROP_THRESHOLD:
    g_value_set_int (value, self->threshold);
    break;
  case PROP_END_VISIBLE:
    g_value_set_boolean (value, self->end_visible);
    break;
  case PROP_POSITION:
    g_value_set_int (value, self->position);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
set_end_visible (SevenAdaptivePaned *self, gboolean end_visible)
{
  if (self->end_visible == end_visible)
    return;
  self->end_visible = end_visible;
  update_children (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_END_VISIBLE]);
}

static void
set_threshold (SevenAdaptivePaned *self, int threshold)
{
  if (self->threshold == threshold)
    return;
  self->threshold = threshold;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THRESHOLD]);
}

static void
set_position (SevenAdaptivePaned *self, int position)
{
  if (self->position == position)
    return;
  self->position = position;
  apply_position (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

static void
seven_adaptive_paned_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenAdaptivePaned *self = SEVEN_ADAPTIVE_PANED (object);

  switch (property_id) {
  case PROP_START_CHILD:
    gtk_paned_set_start_child (GTK_PANED (self->paned), g_value_get_object (value));
    update_children (self);
    break;
  case PROP_END_CHILD:
    gtk_paned_set_end_child (GTK_PANED (self->paned), g_value_get_object (value));
    update_children (self);
    break;
  case PROP_THRESHOLD:
    set_threshold (self, g_value_get_int (value));
    break;
  case PROP_END_VISIBLE:
    set_end_visible (self, g_value_get_boolean (value));
    break;
  case PROP_POSITION:
    set_position (self, g_value_get_int (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_adaptive_paned_dispose (GObject *object)
{
  SevenAdaptivePaned *self = SEVEN_ADAPTIVE_PANED (object);

  g_clear_handle_id (&self->fold_source, g_source_remove);
  g_clear_pointer (&self->paned, gtk_widget_unparent);
  G_OBJECT_CLASS (seven_adaptive_paned_parent_class)->dispose (object);
}

static void
seven_adaptive_paned_class_init (SevenAdaptivePanedClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = seven_adaptive_paned_dispose;
  object_class->get_property = seven_adaptive_paned_get_property;
  object_class->set_property = seven_adaptive_paned_set_property;
  widget_class->measure = seven_adaptive_paned_measure;
  widget_class->root = seven_adaptive_paned_root;
  widget_class->size_allocate = seven_adaptive_paned_size_allocate;
  widget_class->unroot = seven_adaptive_paned_unroot;

  properties[PROP_START_CHILD] = g_param_spec_object ("start-child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_END_CHILD] = g_param_spec_object ("end-child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_FOLDED] =
      g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_THRESHOLD] = g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, 720, flags);
  properties[PROP_END_VISIBLE] = g_param_spec_boolean ("end-visible", NULL, NULL, FALSE, flags);
  properties[PROP_POSITION] = g_param_spec_int ("position", NULL, NULL, -1, G_MAXINT, -1, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
seven_adaptive_paned_init (SevenAdaptivePaned *self)
{
  self->threshold = 720;
  self->position = -1;
  self->paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  g_object_set (self->paned, "shrink-start-child", FALSE, "shrink-end-child", FALSE, NULL);
  gtk_widget_set_parent (self->paned, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (self->paned, "notify::position", G_CALLBACK (position_changed), self);
}

/**
 * seven_adaptive_paned_get_folded:
 * @self: a paned
 *
 * Returns: whether it shows one column, for want of room
 */
gboolean
seven_adaptive_paned_get_folded (SevenAdaptivePaned *self)
{
  g_return_val_if_fail (SEVEN_IS_ADAPTIVE_PANED (self), FALSE);

  return self->folded;
}
