/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-question.h"

#include "seven-weak.h"

#include <glib/gi18n-lib.h>

static gboolean
focus_default_cb (gpointer user_data)
{
  g_autoptr (GtkWindow) dialog = g_weak_ref_get (user_data);

  if (dialog != NULL)
    gtk_window_set_focus (dialog, gtk_window_get_default_widget (dialog));
  return G_SOURCE_REMOVE;
}

/* Where there is little room the dialog puts its buttons one above the other, the last one first, and gives that the
 * focus: it has to come back. */
static void
focus_changed_cb (GtkWindow *dialog)
{
  GtkWidget *button = gtk_window_get_default_widget (dialog);

  if (button != NULL && gtk_window_get_focus (dialog) != button)
    g_idle_add_full (G_PRIORITY_HIGH, focus_default_cb, seven_weak_new (dialog), seven_weak_free);
}

/* From now on the focus goes where the person moves it. */
static gboolean
key_pressed_cb (GtkWindow *dialog)
{
  g_signal_handlers_disconnect_by_func (dialog, focus_changed_cb, NULL);
  return GDK_EVENT_PROPAGATE;
}

void
seven_question_keep_focus (AdwMessageDialog *dialog)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect (dialog, "notify::focus-widget", G_CALLBACK (focus_changed_cb), NULL);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed_cb), dialog);
  gtk_widget_add_controller (GTK_WIDGET (dialog), controller);
}

static AdwMessageDialog *
create (GtkWindow *parent, const char *title, const char *safe, const char *safe_label, const char *other,
    const char *other_label, AdwResponseAppearance appearance)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, title, NULL));

  adw_message_dialog_add_responses (dialog, safe, safe_label, other, other_label, NULL);
  adw_message_dialog_set_default_response (dialog, safe);
  adw_message_dialog_set_close_response (dialog, safe);
  adw_message_dialog_set_response_appearance (dialog, other, appearance);
  seven_question_keep_focus (dialog);
  return dialog;
}

AdwMessageDialog *
seven_question_new_payment (GtkWindow *parent, GObject *about)
{
  g_autofree char *title = NULL;
  AdwMessageDialog *dialog;

  g_return_val_if_fail (G_IS_OBJECT (about), NULL);

  g_object_get (about, "question-title", &title, NULL);
  dialog =
      create (parent, title, "cancel", _ ("_Cancel"), "send", _ ("_Send and Pay"), ADW_RESPONSE_SUGGESTED);
  g_object_bind_property (about, "question-body", dialog, "body", G_BINDING_SYNC_CREATE);
  return dialog;
}

AdwMessageDialog *
seven_question_new_close (GtkWindow *parent, const char *title, const char *body)
{
  AdwMessageDialog *dialog = create (
      parent, title, "wait", _ ("Keep _Waiting"), "close", _ ("Close _Anyway"), ADW_RESPONSE_DESTRUCTIVE);

  adw_message_dialog_set_body (dialog, body);
  return dialog;
}
