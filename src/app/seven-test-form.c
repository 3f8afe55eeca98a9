/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-test-form.h"

#include "seven-choice-sync.h"
#include "seven-closures.h"

#include <glib/gi18n-lib.h>

struct _SevenTestForm
{
  AdwBin parent_instance;

  GtkWidget *code_row;
  GtkWidget *gateway_row;
  GtkWidget *recipient_row;
  GtkWidget *template_row;

  SevenTestRun *test_run;
  GBindingGroup *bindings; /* of what changes both ways */
  GSignalGroup *signals;
  SevenChoiceSync *gateway_sync;
  SevenChoiceSync *template_sync;
};

G_DEFINE_FINAL_TYPE (SevenTestForm, seven_test_form, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TEST_RUN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
get_template_note_cb (GObject *self, const char *flow, gboolean is_logto_test)
{
  return g_strdup (is_logto_test ? _ ("What Logto’s Test button sends") : flow);
}

/* The row has classes of its own, which a binding of all of them would drop. */
static void
recipient_valid_changed (SevenTestForm *self)
{
  gboolean valid = TRUE;

  g_object_get (self->test_run, "recipient-valid", &valid, NULL);
  if (valid)
    gtk_widget_remove_css_class (self->recipient_row, "error");
  else
    gtk_widget_add_css_class (self->recipient_row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->recipient_row), GTK_ACCESSIBLE_STATE_INVALID,
      valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static void
set_test_run (SevenTestForm *self, SevenTestRun *test_run)
{
  g_autoptr (GListModel) gateways = NULL;
  g_autoptr (SevenDocument) document = NULL;

  if (!g_set_object (&self->test_run, test_run))
    return;
  g_clear_pointer (&self->gateway_sync, seven_choice_sync_free);
  g_clear_pointer (&self->template_sync, seven_choice_sync_free);
  if (test_run != NULL) {
    g_object_get (test_run, "document", &document, "gateways", &gateways, NULL);
    self->gateway_sync = seven_choice_sync_new (self->gateway_row, G_OBJECT (test_run), "gateway", gateways);
    self->template_sync = seven_choice_sync_new (
        self->template_row, G_OBJECT (test_run), "template", seven_document_get_templates (document));
  }
  g_binding_group_set_source (self->bindings, test_run);
  g_signal_group_set_target (self->signals, test_run);
  if (test_run != NULL)
    recipient_valid_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEST_RUN]);
}

static void
seven_test_form_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenTestForm *self = SEVEN_TEST_FORM (object);

  switch (property_id) {
  case PROP_TEST_RUN:
    g_value_set_object (value, self->test_run);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_test_form_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenTestForm *self = SEVEN_TEST_FORM (object);

  switch (property_id) {
  case PROP_TEST_RUN:
    set_test_run (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_test_form_dispose (GObject *object)
{
  SevenTestForm *self = SEVEN_TEST_FORM (object);

  g_clear_pointer (&self->gateway_sync, seven_choice_sync_free);
  g_clear_pointer (&self->template_sync, seven_choice_sync_free);
  g_clear_object (&self->bindings);
  g_clear_object (&self->signals);
  g_clear_object (&self->test_run);
  G_OBJECT_CLASS (seven_test_form_parent_class)->dispose (object);
}

static void
seven_test_form_class_init (SevenTestFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_test_form_dispose;
  object_class->get_property = seven_test_form_get_property;
  object_class->set_property = seven_test_form_set_property;

  properties[PROP_TEST_RUN] = g_param_spec_object ("test-run", NULL, NULL, SEVEN_TYPE_TEST_RUN,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-test-form.ui");
  gtk_widget_class_bind_template_callback (widget_class, get_template_note_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_caption_classes);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_choose);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_set);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_not);
  gtk_widget_class_bind_template_child (widget_class, SevenTestForm, code_row);
  gtk_widget_class_bind_template_child (widget_class, SevenTestForm, gateway_row);
  gtk_widget_class_bind_template_child (widget_class, SevenTestForm, recipient_row);
  gtk_widget_class_bind_template_child (widget_class, SevenTestForm, template_row);
}

static void
seven_test_form_init (SevenTestForm *self)
{
  const GBindingFlags both = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "recipient", self->recipient_row, "text", both);
  g_binding_group_bind (self->bindings, "code", self->code_row, "text", both);
  self->signals = g_signal_group_new (SEVEN_TYPE_TEST_RUN);
  g_signal_group_connect_swapped (
      self->signals, "notify::recipient-valid", G_CALLBACK (recipient_valid_changed), self);
}

void
seven_test_form_focus_recipient (SevenTestForm *self)
{
  g_return_if_fail (SEVEN_IS_TEST_FORM (self));

  gtk_widget_grab_focus (self->recipient_row);
}
