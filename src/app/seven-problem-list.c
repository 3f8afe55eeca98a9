/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-problem-list.h"

#include "seven-closures.h"
#include "seven-item-slot.h"
#include "seven-problem-groups.h"
#include "seven-problem-row.h"

/* Pixels: the height of a row with a message of one line. */
#define ROW_ESTIMATE 56

struct _SevenProblemList
{
  AdwBin parent_instance;

  GtkListView *list_view;

  SevenDocument *document;
};

G_DEFINE_FINAL_TYPE (SevenProblemList, seven_problem_list, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Some problems only a person can mend: their button goes to the place. */
static void
fix_cb (SevenProblemList *self, SevenProblem *problem)
{
  if (seven_problem_get_fix_kind (problem) == SEVEN_FIX_GO)
    g_signal_emit (self, signals[ACTIVATE], 0, problem);
  else if (self->document != NULL)
    seven_document_fix (self->document, problem);
}

static GtkWidget *
create_row (gpointer owner)
{
  GtkWidget *row = seven_problem_row_new ();

  g_signal_connect_object (row, "fix", G_CALLBACK (fix_cb), owner, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
create_heading (SevenProblemGroup *group)
{
  const char *const classes[] = { "heading", "group", NULL };

  return g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label",
      seven_problem_group_get_title (group), "xalign", 0.0F, "css-classes", classes, NULL);
}

/* A row keeps its widget as long as the kind of its item stays. */
static void
bind_cb (SevenProblemList *self, GtkListItem *list_item)
{
  GObject *item = gtk_list_item_get_item (list_item);
  gboolean is_problem = SEVEN_IS_PROBLEM (item);

  gtk_list_item_set_activatable (list_item, is_problem);
  if (!is_problem) {
    gtk_list_item_set_child (list_item, create_heading (SEVEN_PROBLEM_GROUP (item)));
    return;
  }
  if (!SEVEN_IS_ITEM_SLOT (gtk_list_item_get_child (list_item)))
    gtk_list_item_set_child (list_item, seven_item_slot_new (ROW_ESTIMATE, "problem", create_row, self));
  seven_item_slot_set_item (SEVEN_ITEM_SLOT (gtk_list_item_get_child (list_item)), item);
}

static void
row_activated_cb (SevenProblemList *self, guint position)
{
  g_autoptr (GObject) item =
      g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list_view)), position);

  if (SEVEN_IS_PROBLEM (item))
    g_signal_emit (self, signals[ACTIVATE], 0, item);
}

static void
fix_all_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenProblemList *self = SEVEN_PROBLEM_LIST (widget);

  if (self->document != NULL)
    seven_document_fix_all_safe (self->document);
}

static void
set_document (SevenProblemList *self, SevenDocument *document)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  if (!g_set_object (&self->document, document))
    return;
  if (document != NULL)
    selection = gtk_no_selection_new (seven_problem_groups_new (seven_document_get_problems (document)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

static gboolean
seven_problem_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SEVEN_PROBLEM_LIST (widget)->list_view));
}

static void
seven_problem_list_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenProblemList *self = SEVEN_PROBLEM_LIST (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    g_value_set_object (value, self->document);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_problem_list_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenProblemList *self = SEVEN_PROBLEM_LIST (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    set_document (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_problem_list_dispose (GObject *object)
{
  g_clear_object (&SEVEN_PROBLEM_LIST (object)->document);
  G_OBJECT_CLASS (seven_problem_list_parent_class)->dispose (object);
}

static void
seven_problem_list_class_init (SevenProblemListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_problem_list_dispose;
  object_class->get_property = seven_problem_list_get_property;
  object_class->set_property = seven_problem_list_set_property;
  widget_class->grab_focus = seven_problem_list_grab_focus;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SEVEN_TYPE_DOCUMENT,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ACTIVATE] = g_signal_new ("activate", SEVEN_TYPE_PROBLEM_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
      NULL, G_TYPE_NONE, 1, SEVEN_TYPE_PROBLEM);

  gtk_widget_class_install_action (widget_class, "problems.fix-all", NULL, fix_all_activated);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-problem-list.ui");
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_choose);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_positive);
  gtk_widget_class_bind_template_child (widget_class, SevenProblemList, list_view);
}

static void
seven_problem_list_init (SevenProblemList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
