/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-test-pane.h"

#include "seven-bubble.h"
#include "seven-closures.h"
#include "seven-question.h"
#include "seven-result-card.h"
#include "seven-test-bar.h"
#include "seven-test-form.h"
#include "seven-weak.h"

#include <glib/gi18n-lib.h>

struct _SevenTestPane
{
  AdwBin parent_instance;

  SevenTestBar *bar;
  GtkWidget *content;
  SevenTestForm *form;
  SevenResultCard *result_card;
  GtkScrolledWindow *scroller;

  SevenTestRun *test_run;
  GSignalGroup *signals;
  gboolean laid_out; /* since the result came */
};

G_DEFINE_FINAL_TYPE (SevenTestPane, seven_test_pane, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TEST_RUN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  COPIED,
  GO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
question_answered_cb (SevenTestRun *test_run, const char *response)
{
  seven_test_run_answer (test_run, g_str_equal (response, "send"));
}

static gboolean
say_no_cb (gpointer user_data)
{
  g_autoptr (SevenTestRun) test_run = g_weak_ref_get (user_data);

  if (test_run != NULL)
    seven_test_run_answer (test_run, FALSE);
  return G_SOURCE_REMOVE;
}

/* Whoever takes the question away without an answer has said no. A dialog may go before it tells its answer. */
static void
question_destroyed_cb (SevenTestRun *test_run)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, say_no_cb, seven_weak_new (test_run), seven_weak_free);
}

static void
ask (SevenTestPane *self)
{
  AdwMessageDialog *dialog = seven_question_new_payment (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), G_OBJECT (self->test_run));

  g_signal_connect_object (
      dialog, "response", G_CALLBACK (question_answered_cb), self->test_run, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      dialog, "destroy", G_CALLBACK (question_destroyed_cb), self->test_run, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
send_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  seven_test_pane_send (SEVEN_TEST_PANE (widget));
}

static void
stop_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenTestPane *self = SEVEN_TEST_PANE (widget);

  if (self->test_run != NULL)
    seven_test_run_stop (self->test_run);
}

static void
new_code_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenTestPane *self = SEVEN_TEST_PANE (widget);

  if (self->test_run != NULL)
    seven_test_run_new_code (self->test_run);
}

static void
logto_code_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenTestPane *self = SEVEN_TEST_PANE (widget);

  if (self->test_run != NULL)
    seven_test_run_use_logto_code (self->test_run);
}

static void
copy_curl_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenTestPane *self = SEVEN_TEST_PANE (widget);
  g_autoptr (SevenResult) result = NULL;

  if (self->test_run == NULL)
    return;
  g_object_get (self->test_run, "result", &result, NULL);
  if (result == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), seven_result_get_curl (result));
  g_signal_emit (self, signals[COPIED], 0, _ ("Command copied; put your key into SEVEN_API_KEY to run it"));
}

static void
copy_result_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenTestPane *self = SEVEN_TEST_PANE (widget);
  SevenResult *result = self->test_run != NULL ? seven_test_run_get_result (self->test_run) : NULL;
  g_autofree char *report = NULL;

  if (result == NULL)
    return;
  report = seven_result_dup_report (result);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), report);
  g_signal_emit (self, signals[COPIED], 0, _ ("Result copied, without number, key and text"));
}

static void
site_opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SevenTestPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (object), result, &error))
    return;
  /* Translators: %s is the address of a site. */
  words =
      g_strdup_printf (_ ("The site could not be opened here. Its address is %s"), SEVEN_RESULT_ACCOUNT_URI);
  g_signal_emit (self, signals[COPIED], 0, words);
}

static void
open_account (SevenTestPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    gtk_show_uri_full (GTK_WINDOW (root), SEVEN_RESULT_ACCOUNT_URI, GDK_CURRENT_TIME, NULL, site_opened_cb,
        g_object_ref (self));
}

/* What is mended in this pane is mended here; the rest is for who knows the other panes. */
static void
go_cb (SevenTestPane *self, int remedy)
{
  switch ((SevenRemedy) remedy) {
  case SEVEN_REMEDY_RECIPIENT:
    seven_test_pane_focus_recipient (self);
    break;
  case SEVEN_REMEDY_WAIT:
    seven_test_run_new_code (self->test_run);
    break;
  case SEVEN_REMEDY_ACCOUNT:
    open_account (self);
    break;
  case SEVEN_REMEDY_NONE:
  case SEVEN_REMEDY_API_KEY:
  case SEVEN_REMEDY_SENDER:
  case SEVEN_REMEDY_TEXT:
  default:
    g_signal_emit (self, signals[GO], 0, remedy);
  }
}

static void
sending_changed (SevenTestPane *self)
{
  gboolean ready = FALSE;
  gboolean sending = FALSE;

  if (self->test_run != NULL)
    g_object_get (self->test_run, "ready", &ready, "sending", &sending, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "test.send", ready && !sending);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "test.stop", sending);
}

/* As much of the result as there is room for, but its heading in any case. The card has its size only after the
 * layout of the frame in which this is called first. */
static gboolean
reveal_result_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SevenTestPane *self = SEVEN_TEST_PANE (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double bottom = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t bounds;

  if (!self->laid_out) {
    self->laid_out = TRUE;
    return G_SOURCE_CONTINUE;
  }
  if (gtk_widget_compute_bounds (GTK_WIDGET (self->result_card), self->content, &bounds))
    gtk_adjustment_set_value (adjustment, MIN ((double) bounds.origin.y, bottom));
  return G_SOURCE_REMOVE;
}

/* Connected so that the card shows the result already. */
static void
result_changed (SevenTestPane *self)
{
  g_autoptr (SevenResult) result = NULL;

  g_object_get (self->test_run, "result", &result, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "test.copy-curl", result != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "test.copy-result", result != NULL);
  if (result == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  seven_result_card_focus_heading (self->result_card);
  self->laid_out = FALSE;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_result_cb, NULL, NULL);
}

static void
set_test_run (SevenTestPane *self, SevenTestRun *test_run)
{
  if (!g_set_object (&self->test_run, test_run))
    return;
  g_signal_group_set_target (self->signals, test_run);
  sending_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEST_RUN]);
}

static void
seven_test_pane_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenTestPane *self = SEVEN_TEST_PANE (object);

  switch (property_id) {
  case PROP_TEST_RUN:
    g_value_set_object (value, self->test_run);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_test_pane_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenTestPane *self = SEVEN_TEST_PANE (object);

  switch (property_id) {
  case PROP_TEST_RUN:
    set_test_run (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_test_pane_dispose (GObject *object)
{
  SevenTestPane *self = SEVEN_TEST_PANE (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->test_run);
  G_OBJECT_CLASS (seven_test_pane_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "test.copy-curl", NULL, copy_curl_activated);
  gtk_widget_class_install_action (widget_class, "test.copy-result", NULL, copy_result_activated);
  gtk_widget_class_install_action (widget_class, "test.logto-code", NULL, logto_code_activated);
  gtk_widget_class_install_action (widget_class, "test.new-code", NULL, new_code_activated);
  gtk_widget_class_install_action (widget_class, "test.send", NULL, send_activated);
  gtk_widget_class_install_action (widget_class, "test.stop", NULL, stop_activated);
}

static void
seven_test_pane_class_init (SevenTestPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seven_test_pane_dispose;
  object_class->get_property = seven_test_pane_get_property;
  object_class->set_property = seven_test_pane_set_property;

  properties[PROP_TEST_RUN] = g_param_spec_object ("test-run", NULL, NULL, SEVEN_TYPE_TEST_RUN,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[COPIED] = g_signal_new (
      "copied", SEVEN_TYPE_TEST_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[GO] = g_signal_new (
      "go", SEVEN_TYPE_TEST_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (SEVEN_TYPE_BUBBLE);
  g_type_ensure (SEVEN_TYPE_RESULT_CARD);
  g_type_ensure (SEVEN_TYPE_TEST_BAR);
  g_type_ensure (SEVEN_TYPE_TEST_FORM);
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-test-pane.ui");
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_object);
  gtk_widget_class_bind_template_child (widget_class, SevenTestPane, bar);
  gtk_widget_class_bind_template_child (widget_class, SevenTestPane, content);
  gtk_widget_class_bind_template_child (widget_class, SevenTestPane, form);
  gtk_widget_class_bind_template_child (widget_class, SevenTestPane, result_card);
  gtk_widget_class_bind_template_child (widget_class, SevenTestPane, scroller);
}

static void
seven_test_pane_init (SevenTestPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (SEVEN_TYPE_TEST_RUN);
  g_signal_group_connect_swapped (self->signals, "notify::ready", G_CALLBACK (sending_changed), self);
  g_signal_group_connect_swapped (self->signals, "notify::sending", G_CALLBACK (sending_changed), self);
  g_signal_group_connect_data (self->signals, "notify::result", G_CALLBACK (result_changed), self, NULL,
      G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "test.copy-curl", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "test.copy-result", FALSE);
  sending_changed (self);
}

void
seven_test_pane_send (SevenTestPane *self)
{
  g_return_if_fail (SEVEN_IS_TEST_PANE (self));

  if (self->test_run == NULL)
    return;
  if (!seven_test_run_is_live (self->test_run))
    seven_test_run_send (self->test_run);
  else if (seven_test_run_ask (self->test_run))
    ask (self);
}

void
seven_test_pane_focus_recipient (SevenTestPane *self)
{
  g_return_if_fail (SEVEN_IS_TEST_PANE (self));

  seven_test_form_focus_recipient (self->form);
}

void
seven_test_pane_focus_send (SevenTestPane *self)
{
  g_return_if_fail (SEVEN_IS_TEST_PANE (self));

  seven_test_bar_focus_send (self->bar);
}
