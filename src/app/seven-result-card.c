/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-result-card.h"

#include "seven-closures.h"
#include "seven-delivery-view.h"
#include "seven-exchange-view.h"
#include "seven-fact-row.h"
#include "seven-lookup-view.h"
#include "seven-next-step.h"

#include <glib/gi18n-lib.h>

struct _SevenResultCard
{
  AdwBin parent_instance;

  GtkListBox *fact_list;
  GtkWidget *heading;
  GtkSizeGroup *labels;

  SevenResult *result;
  gboolean exchange_shown;
};

G_DEFINE_FINAL_TYPE (SevenResultCard, seven_result_card, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_RESULT,
  PROP_EXCHANGE_SHOWN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  GO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
go_cb (SevenResultCard *self, int remedy)
{
  g_signal_emit (self, signals[GO], 0, remedy);
}

static GtkWidget *
create_fact_cb (gpointer item, gpointer user_data)
{
  SevenResultCard *self = user_data;

  return seven_fact_row_new (item, self->labels);
}

/* What a screen reader speaks when the focus comes to the heading. */
static void
name_heading (SevenResultCard *self)
{
  g_autofree char *code = NULL;
  g_autofree char *title = NULL;
  g_autofree char *explanation = NULL;
  g_autofree char *logto = NULL;
  g_autofree char *words = NULL;

  g_object_get (
      self->result, "code", &code, "title", &title, "explanation", &explanation, "logto-title", &logto, NULL);
  words = g_strdup_printf ("%s: %s. %s %s.", code, title, explanation == NULL ? "" : explanation, logto);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
set_exchange_shown (SevenResultCard *self, gboolean shown)
{
  if (self->exchange_shown == shown)
    return;
  self->exchange_shown = shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXCHANGE_SHOWN]);
}

static void
set_result (SevenResultCard *self, SevenResult *result)
{
  g_autoptr (GListModel) facts = NULL;

  if (!g_set_object (&self->result, result))
    return;
  if (result != NULL) {
    g_object_get (result, "facts", &facts, NULL);
    name_heading (self);
  }
  gtk_list_box_bind_model (self->fact_list, facts, create_fact_cb, self, NULL);
  set_exchange_shown (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULT]);
}

static void
seven_result_card_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenResultCard *self = SEVEN_RESULT_CARD (object);

  switch (property_id) {
  case PROP_RESULT:
    g_value_set_object (value, self->result);
    break;
  case PROP_EXCHANGE_SHOWN:
    g_value_set_boolean (value, self->exchange_shown);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_result_card_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenResultCard *self = SEVEN_RESULT_CARD (object);

  switch (property_id) {
  case PROP_RESULT:
    set_result (self, g_value_get_object (value));
    break;
  case PROP_EXCHANGE_SHOWN:
    set_exchange_shown (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_result_card_dispose (GObject *object)
{
  g_clear_object (&SEVEN_RESULT_CARD (object)->result);
  G_OBJECT_CLASS (seven_result_card_parent_class)->dispose (object);
}

static void
seven_result_card_class_init (SevenResultCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = seven_result_card_dispose;
  object_class->get_property = seven_result_card_get_property;
  object_class->set_property = seven_result_card_set_property;

  properties[PROP_RESULT] = g_param_spec_object ("result", NULL, NULL, SEVEN_TYPE_RESULT, flags);
  properties[PROP_EXCHANGE_SHOWN] = g_param_spec_boolean ("exchange-shown", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[GO] = g_signal_new (
      "go", SEVEN_TYPE_RESULT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (SEVEN_TYPE_DELIVERY_VIEW);
  g_type_ensure (SEVEN_TYPE_EXCHANGE_VIEW);
  g_type_ensure (SEVEN_TYPE_LOOKUP_VIEW);
  g_type_ensure (SEVEN_TYPE_NEXT_STEP);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-result-card.ui");
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_choose);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_code_classes);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_css_class);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_object);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_set);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_logto_classes);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_value_classes);
  gtk_widget_class_bind_template_child (widget_class, SevenResultCard, fact_list);
  gtk_widget_class_bind_template_child (widget_class, SevenResultCard, heading);
  gtk_widget_class_bind_template_child (widget_class, SevenResultCard, labels);
}

static void
seven_result_card_init (SevenResultCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
seven_result_card_focus_heading (SevenResultCard *self)
{
  g_return_if_fail (SEVEN_IS_RESULT_CARD (self));

  gtk_widget_grab_focus (self->heading);
}
