/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-problem-popover.h"

#include "seven-problem-row.h"

#include <glib/gi18n-lib.h>

#define WIDTH 420
/* A line may be the whole text, and have thousands of problems. */
#define MAX_ROWS 5

struct _SevenProblemPopover
{
  GtkPopover parent_instance;

  GtkBox *box;

  SevenDocument *document;
};

G_DEFINE_FINAL_TYPE (SevenProblemPopover, seven_problem_popover, GTK_TYPE_POPOVER)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
fix_cb (SevenProblemPopover *self, SevenProblem *problem)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  if (seven_problem_get_fix_kind (problem) == SEVEN_FIX_GO)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
  else
    seven_document_fix (self->document, problem);
}

static void
seven_problem_popover_constructed (GObject *object)
{
  SevenProblemPopover *self = SEVEN_PROBLEM_POPOVER (object);

  G_OBJECT_CLASS (seven_problem_popover_parent_class)->constructed (object);
  g_signal_connect_object (
      self->document, "spliced", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
}

static void
seven_problem_popover_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id) {
  case PROP_DOCUMENT:
    g_value_set_object (value, SEVEN_PROBLEM_POPOVER (object)->document);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_problem_popover_set_property (
    GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  switch (property_id) {
  case PROP_DOCUMENT:
    SEVEN_PROBLEM_POPOVER (object)->document = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_problem_popover_dispose (GObject *object)
{
  g_clear_object (&SEVEN_PROBLEM_POPOVER (object)->document);
  G_OBJECT_CLASS (seven_problem_popover_parent_class)->dispose (object);
}

static void
seven_problem_popover_class_init (SevenProblemPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = seven_problem_popover_constructed;
  object_class->dispose = seven_problem_popover_dispose;
  object_class->get_property = seven_problem_popover_get_property;
  object_class->set_property = seven_problem_popover_set_property;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SEVEN_TYPE_DOCUMENT,
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
seven_problem_popover_init (SevenProblemPopover *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  gtk_popover_set_child (GTK_POPOVER (self), clamp);
}

static void
add_row (SevenProblemPopover *self, SevenProblem *problem)
{
  GtkWidget *row = seven_problem_row_new ();

  seven_problem_row_set_problem (SEVEN_PROBLEM_ROW (row), problem);
  g_signal_connect_object (row, "fix", G_CALLBACK (fix_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, row);
}

static void
add_more (SevenProblemPopover *self, guint n_more)
{
  g_autofree char *text = NULL;
  GtkWidget *label;

  /* Translators: below the first problems of a line; Problems is the name of a tab. */
  text = g_strdup_printf (
      ngettext ("%u more on this line, see Problems", "%u more on this line, see Problems", n_more), n_more);
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->box, label);
}

/**
 * seven_problem_popover_new:
 * @document: whose problems
 *
 * Returns: (transfer floating): a popover with no problems yet
 */
GtkWidget *
seven_problem_popover_new (SevenDocument *document)
{
  g_return_val_if_fail (SEVEN_IS_DOCUMENT (document), NULL);

  return g_object_new (SEVEN_TYPE_PROBLEM_POPOVER, "document", document, NULL);
}

/**
 * seven_problem_popover_show:
 * @self: a popover that has a parent
 * @problems: (element-type SevenProblem): what to show
 * @place: what to point to, in the parent
 */
void
seven_problem_popover_show (SevenProblemPopover *self, GPtrArray *problems, const GdkRectangle *place)
{
  GtkWidget *child;

  g_return_if_fail (SEVEN_IS_PROBLEM_POPOVER (self));
  g_return_if_fail (problems != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; i < MIN (problems->len, MAX_ROWS); i++)
    add_row (self, g_ptr_array_index (problems, i));
  if (problems->len > MAX_ROWS)
    add_more (self, problems->len - MAX_ROWS);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), place);
  gtk_popover_popup (GTK_POPOVER (self));
}
