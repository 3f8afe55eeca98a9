/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-series-window.h"

#include "seven-closures.h"
#include "seven-file-filter.h"
#include "seven-question.h"
#include "seven-series-row.h"
#include "seven-weak.h"

#include <string.h>

#include <glib/gi18n-lib.h>

struct _SevenSeriesWindow
{
  AdwWindow parent_instance;

  GtkListBox *list_box;
  GtkWidget *outcome;
  AdwToastOverlay *toast_overlay;

  SevenTestSeries *series;
  SevenTextStore *text_store; /* (nullable) */
  GCancellable *cancellable; /* of what is saved */
  GtkFileChooserNative *chooser; /* (nullable): while it is shown */
  GtkWindow *question; /* (nullable): weak: while it is asked whether to close */
  gboolean closing; /* as soon as the series has stopped */
};

G_DEFINE_FINAL_TYPE (SevenSeriesWindow, seven_series_window, ADW_TYPE_WINDOW)

enum
{
  PROP_0,
  PROP_SERIES,
  PROP_TEXT_STORE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* With the series it ends; the room stays, so that nothing jumps. */
static double
get_progress_opacity_cb (SevenSeriesWindow *self, gboolean running)
{
  return running ? 1 : 0;
}

static GtkWidget *
create_row_cb (gpointer item, gpointer user_data)
{
  return seven_series_row_new (item);
}

static void
stop_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  seven_test_series_stop (SEVEN_SERIES_WINDOW (widget)->series);
}

/* Escape stops what runs; what has ended it puts away. */
static void
leave_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenSeriesWindow *self = SEVEN_SERIES_WINDOW (widget);

  if (seven_test_series_is_running (self->series))
    seven_test_series_stop (self->series);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
copy_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenSeriesWindow *self = SEVEN_SERIES_WINDOW (widget);
  g_autofree char *text = seven_test_series_dup_text (self->series);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("Summary copied")));
}

/* Saving */

static void
report_save_error (SevenSeriesWindow *self, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Could Not Save"), NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SevenWeak) weak = user_data;
  g_autoptr (SevenSeriesWindow) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  g_autofree char *stamp = seven_text_store_save_finish (SEVEN_TEXT_STORE (object), result, &error);

  if (self == NULL)
    return;
  if (stamp != NULL)
    adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("Saved")));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    report_save_error (self, error);
}

static void
place_chosen_cb (SevenSeriesWindow *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;
  g_autofree char *uri = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file == NULL)
    return;
  uri = g_file_get_uri (file);
  seven_series_window_save_to (self, uri);
}

static void
save_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SevenSeriesWindow *self = SEVEN_SERIES_WINDOW (widget);

  if (self->chooser == NULL) {
    self->chooser = gtk_file_chooser_native_new (
        _ ("Save Summary"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
    gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
    /* Translators: the name of a file; the ending decides how it is written. */
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), _ ("seven-test.txt"));
    seven_file_filter_add (GTK_FILE_CHOOSER (self->chooser), _ ("Text Files"), "*.txt");
    seven_file_filter_add (GTK_FILE_CHOOSER (self->chooser), _ ("JSON Files"), "*.json");
    g_signal_connect_object (
        self->chooser, "response", G_CALLBACK (place_chosen_cb), self, G_CONNECT_SWAPPED);
  }
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Closing */

static gboolean
close_cb (gpointer user_data)
{
  g_autoptr (SevenSeriesWindow) self = g_weak_ref_get (user_data);

  if (self != NULL)
    gtk_window_close (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static void
question_answered_cb (SevenSeriesWindow *self, const char *response)
{
  if (!g_str_equal (response, "close"))
    return;
  self->closing = TRUE;
  seven_test_series_stop (self->series);
}

static void
ask_to_close (SevenSeriesWindow *self)
{
  AdwMessageDialog *dialog;

  if (self->question == NULL) {
    dialog = seven_question_new_close (GTK_WINDOW (self), _ ("Tests Are Under Way"),
        seven_test_series_is_live (self->series)
            ? _ ("Closing stops them, but does not call back the one under way: it may still arrive and be "
                 "billed. Nothing is repeated.")
            : _ ("Closing stops them. Nothing is sent."));
    g_signal_connect_object (dialog, "response", G_CALLBACK (question_answered_cb), self, G_CONNECT_SWAPPED);
    g_set_weak_pointer (&self->question, GTK_WINDOW (dialog));
  }
  gtk_window_present (self->question);
}

static gboolean
seven_series_window_close_request (GtkWindow *window)
{
  SevenSeriesWindow *self = SEVEN_SERIES_WINDOW (window);

  if (seven_test_series_is_running (self->series)) {
    ask_to_close (self);
    return TRUE;
  }
  return GTK_WINDOW_CLASS (seven_series_window_parent_class)->close_request (window);
}

/* What a screen reader speaks when the focus comes to it. */
static void
announce_outcome (SevenSeriesWindow *self)
{
  g_autofree char *progress = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *words = NULL;

  g_object_get (self->series, "progress", &progress, "summary", &summary, "stop-reason", &reason, NULL);
  words = g_strdup_printf ("%s. %s. %s", progress, summary, reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->outcome), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_grab_focus (self->outcome);
}

static void
update_actions (SevenSeriesWindow *self)
{
  gboolean running = seven_test_series_is_running (self->series);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "series.stop", running);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "series.copy", !running);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "series.save", !running && self->text_store != NULL);
}

/* With the series the question ends; what came of it is announced. */
static void
running_changed (SevenSeriesWindow *self)
{
  update_actions (self);
  if (seven_test_series_is_running (self->series))
    return;
  announce_outcome (self);
  if (self->question != NULL)
    gtk_window_close (self->question);
  /* Not while the series still tells of its end. */
  if (self->closing)
    g_idle_add_full (G_PRIORITY_DEFAULT, close_cb, seven_weak_new (self), seven_weak_free);
}

static void
seven_series_window_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenSeriesWindow *self = SEVEN_SERIES_WINDOW (object);

  switch (property_id) {
  case PROP_SERIES:
    g_value_set_object (value, self->series);
    break;
  case PROP_TEXT_STORE:
    g_value_set_object (value, self->text_store);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_series_window_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenSeriesWindow *self = SEVEN_SERIES_WINDOW (object);

  switch (property_id) {
  case PROP_SERIES:
    self->series = g_value_dup_object (value);
    break;
  case PROP_TEXT_STORE:
    self->text_store = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_series_window_constructed (GObject *object)
{
  SevenSeriesWindow *self = SEVEN_SERIES_WINDOW (object);

  G_OBJECT_CLASS (seven_series_window_parent_class)->constructed (object);
  gtk_list_box_bind_model (
      self->list_box, seven_test_series_get_items (self->series), create_row_cb, NULL, NULL);
  g_signal_connect_object (self->series, "notify::running", G_CALLBACK (running_changed), self,
      G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_actions (self);
}

static void
seven_series_window_dispose (GObject *object)
{
  SevenSeriesWindow *self = SEVEN_SERIES_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->series != NULL)
    seven_test_series_stop (self->series);
  g_clear_weak_pointer (&self->question);
  g_clear_object (&self->chooser);
  G_OBJECT_CLASS (seven_series_window_parent_class)->dispose (object);
}

static void
seven_series_window_finalize (GObject *object)
{
  SevenSeriesWindow *self = SEVEN_SERIES_WINDOW (object);

  g_clear_object (&self->series);
  g_clear_object (&self->text_store);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (seven_series_window_parent_class)->finalize (object);
}

static void
seven_series_window_class_init (SevenSeriesWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = seven_series_window_constructed;
  object_class->dispose = seven_series_window_dispose;
  object_class->finalize = seven_series_window_finalize;
  object_class->get_property = seven_series_window_get_property;
  object_class->set_property = seven_series_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = seven_series_window_close_request;

  properties[PROP_SERIES] = g_param_spec_object ("series", NULL, NULL, SEVEN_TYPE_TEST_SERIES, once);
  properties[PROP_TEXT_STORE] = g_param_spec_object ("text-store", NULL, NULL, SEVEN_TYPE_TEXT_STORE, once);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "series.copy", NULL, copy_activated);
  gtk_widget_class_install_action (widget_class, "series.leave", NULL, leave_activated);
  gtk_widget_class_install_action (widget_class, "series.save", NULL, save_activated);
  gtk_widget_class_install_action (widget_class, "series.stop", NULL, stop_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "series.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-series-window.ui");
  gtk_widget_class_bind_template_callback (widget_class, get_progress_opacity_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_set);
  gtk_widget_class_bind_template_child (widget_class, SevenSeriesWindow, list_box);
  gtk_widget_class_bind_template_child (widget_class, SevenSeriesWindow, outcome);
  gtk_widget_class_bind_template_child (widget_class, SevenSeriesWindow, toast_overlay);
}

static void
seven_series_window_init (SevenSeriesWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * seven_series_window_new:
 * @parent: the window of the document
 * @series: what it shows; whoever calls starts it
 * @text_store: (nullable): where the summary is saved; %NULL: nowhere
 *
 * Returns: (transfer none): the window, not shown yet
 */
GtkWidget *
seven_series_window_new (GtkWindow *parent, SevenTestSeries *series, SevenTextStore *text_store)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (SEVEN_IS_TEST_SERIES (series), NULL);

  return g_object_new (SEVEN_TYPE_SERIES_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE,
      "series", series, "text-store", text_store, NULL);
}

/**
 * seven_series_window_get_series:
 * @self: a window
 *
 * Returns: (transfer none): the series that it shows
 */
SevenTestSeries *
seven_series_window_get_series (SevenSeriesWindow *self)
{
  g_return_val_if_fail (SEVEN_IS_SERIES_WINDOW (self), NULL);

  return self->series;
}

/**
 * seven_series_window_save_to:
 * @self: a window whose series has ended
 * @uri: a place that the person has chosen; where it ends in “.json” JSON is written, else text
 *
 * Saves the summary, over what is there. What goes wrong is shown to the person.
 */
void
seven_series_window_save_to (SevenSeriesWindow *self, const char *uri)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *lower = NULL;
  char *text;

  g_return_if_fail (SEVEN_IS_SERIES_WINDOW (self));
  g_return_if_fail (uri != NULL && self->text_store != NULL);

  lower = g_ascii_strdown (uri, -1);
  text = g_str_has_suffix (lower, ".json") ? seven_test_series_dup_json (self->series)
                                           : seven_test_series_dup_text (self->series);
  bytes = g_bytes_new_take (text, strlen (text));
  seven_text_store_save_async (self->text_store, uri, bytes, NULL, SEVEN_SAVE_OVERWRITE, self->cancellable,
      saved_cb, seven_weak_new (self));
}
