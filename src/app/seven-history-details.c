/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-history-details.h"

#include "seven-closures.h"
#include "seven-delivery-view.h"
#include "seven-fact-row.h"

struct _SevenHistoryDetails
{
  AdwBin parent_instance;

  GtkListBox *fact_list;
  GtkWidget *heading;
  GtkSizeGroup *labels;

  SevenRunRecord *record;
  SevenDeliveryWatch *watch; /* (nullable) */
  GSignalGroup *signals;
  gboolean folded;
};

G_DEFINE_FINAL_TYPE (SevenHistoryDetails, seven_history_details, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_FOLDED,
  PROP_RECORD,
  PROP_WATCH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* While somebody looks, the steps have a button of their own. */
static gboolean
can_look_cb (SevenHistoryDetails *self, gboolean awaits_report, SevenDeliveryWatch *watch)
{
  return awaits_report && watch == NULL;
}

static GtkWidget *
create_fact_cb (gpointer item, gpointer user_data)
{
  SevenHistoryDetails *self = user_data;

  return seven_fact_row_new (item, self->labels);
}

/* What a screen reader speaks when the focus comes to the heading. */
static void
description_changed (SevenHistoryDetails *self)
{
  g_autofree char *description = NULL;

  if (self->record != NULL)
    g_object_get (self->record, "description", &description, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL,
      description != NULL ? description : "", -1);
}

static void
set_record (SevenHistoryDetails *self, SevenRunRecord *record)
{
  g_autoptr (GListModel) facts = NULL;

  if (self->record == record)
    return;
  /* Before the last one who holds the former record lets it go. */
  g_signal_group_set_target (self->signals, record);
  g_set_object (&self->record, record);
  description_changed (self);
  if (record != NULL)
    g_object_get (record, "facts", &facts, NULL);
  gtk_list_box_bind_model (self->fact_list, facts, create_fact_cb, self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

static void
set_watch (SevenHistoryDetails *self, SevenDeliveryWatch *watch)
{
  if (g_set_object (&self->watch, watch))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WATCH]);
}

static void
set_folded (SevenHistoryDetails *self, gboolean folded)
{
  if (self->folded == folded)
    return;
  self->folded = folded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
seven_history_details_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenHistoryDetails *self = SEVEN_HISTORY_DETAILS (object);

  switch (property_id) {
  case PROP_FOLDED:
    g_value_set_boolean (value, self->folded);
    break;
  case PROP_RECORD:
    g_value_set_object (value, self->record);
    break;
  case PROP_WATCH:
    g_value_set_object (value, self->watch);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_history_details_set_property (
    GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenHistoryDetails *self = SEVEN_HISTORY_DETAILS (object);

  switch (property_id) {
  case PROP_FOLDED:
    set_folded (self, g_value_get_boolean (value));
    break;
  case PROP_RECORD:
    set_record (self, g_value_get_object (value));
    break;
  case PROP_WATCH:
    set_watch (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_history_details_dispose (GObject *object)
{
  SevenHistoryDetails *self = SEVEN_HISTORY_DETAILS (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->record);
  g_clear_object (&self->watch);
  G_OBJECT_CLASS (seven_history_details_parent_class)->dispose (object);
}

static void
seven_history_details_class_init (SevenHistoryDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = seven_history_details_dispose;
  object_class->get_property = seven_history_details_get_property;
  object_class->set_property = seven_history_details_set_property;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, SEVEN_TYPE_RUN_RECORD, flags);
  properties[PROP_WATCH] = g_param_spec_object ("watch", NULL, NULL, SEVEN_TYPE_DELIVERY_WATCH, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SEVEN_TYPE_DELIVERY_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-history-details.ui");
  gtk_widget_class_bind_template_callback (widget_class, can_look_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_choose);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_code_classes);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_css_class);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_object);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_set);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_join);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_logto_classes);
  gtk_widget_class_bind_template_child (widget_class, SevenHistoryDetails, fact_list);
  gtk_widget_class_bind_template_child (widget_class, SevenHistoryDetails, heading);
  gtk_widget_class_bind_template_child (widget_class, SevenHistoryDetails, labels);
}

static void
seven_history_details_init (SevenHistoryDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (SEVEN_TYPE_RUN_RECORD);
  g_signal_group_connect_swapped (
      self->signals, "notify::description", G_CALLBACK (description_changed), self);
}

void
seven_history_details_focus_heading (SevenHistoryDetails *self)
{
  g_return_if_fail (SEVEN_IS_HISTORY_DETAILS (self));

  gtk_widget_grab_focus (self->heading);
}
