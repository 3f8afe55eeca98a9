/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-window-private.h"

#include "seven-question.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *uri;
  SevenSaveFlags flags;
} SaveData;

static void
save_data_free (SaveData *data)
{
  g_clear_pointer (&data->uri, g_free);
  g_free (data);
}

static char *
dup_display_name (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *basename = g_file_get_basename (file);

  return g_filename_display_name (basename != NULL ? basename : uri);
}

static AdwMessageDialog *
create_dialog (SevenWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  seven_question_keep_focus (ADW_MESSAGE_DIALOG (dialog));
  return ADW_MESSAGE_DIALOG (dialog);
}

static void
remember (const char *uri)
{
  const char *groups[] = { "seven-console", NULL };
  GtkRecentData data = {
    .mime_type = (char *) "application/json",
    .app_name = (char *) g_get_application_name (),
    .app_exec = (char *) "seven-console %u",
    .groups = (char **) groups,
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/* Loading */

typedef struct
{
  SevenWindow *window;
  char *uri;
  SevenCharset guess;
} LoadData;

static void
load_data_free (LoadData *data)
{
  g_clear_object (&data->window);
  g_clear_pointer (&data->uri, g_free);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoadData, load_data_free)

static gboolean
destroy_cb (gpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (user_data));
  return G_SOURCE_REMOVE;
}

/* Not while one of its dialogs still answers: a dialog must not outlive the window it belongs to. */
static void
destroy_soon (SevenWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, destroy_cb, g_object_ref (self), g_object_unref);
}

/* A window that was made for a file that could not be opened holds nothing that anybody would miss. */
static void
close_if_empty (SevenWindow *self)
{
  gsize length;

  seven_document_get_text (self->document, &length);
  if (length == 0 && seven_window_is_pristine (self))
    destroy_soon (self);
}

static void
convert_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  LoadData *data = user_data;

  if (g_str_equal (response, "latin1"))
    seven_window_load (data->window, data->uri, SEVEN_CHARSET_LATIN1);
  else if (g_str_equal (response, "utf16"))
    seven_window_load (data->window, data->uri, SEVEN_CHARSET_UTF16);
  else
    close_if_empty (data->window);
}

static void
load_data_free_closure (gpointer data, GClosure *closure)
{
  load_data_free (data);
}

static void
ask_for_charset (LoadData *data, const GError *error)
{
  g_autofree char *name = dup_display_name (data->uri);
  /* Translators: %s is the name of a file. */
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Is Not UTF-8"), name);
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;

  body = g_strdup_printf ("%s\n\n%s", error->message,
      _ ("Logto takes UTF-8 only. The text can be converted; the file itself stays as it is until you "
         "save."));
  dialog = create_dialog (data->window, heading, body);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "latin1", _ ("Convert From _Latin-1"),
      "utf16", _ ("Convert From _UTF-16"), NULL);
  if (data->guess != SEVEN_CHARSET_UTF8)
    adw_message_dialog_set_response_appearance (
        dialog, data->guess == SEVEN_CHARSET_UTF16 ? "utf16" : "latin1", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (
      dialog, "response", G_CALLBACK (convert_response_cb), data, load_data_free_closure, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
load_failed_response_cb (SevenWindow *self)
{
  close_if_empty (self);
}

static void
report_load_error (SevenWindow *self, const char *uri, const GError *error)
{
  g_autofree char *name = dup_display_name (uri);
  /* Translators: %s is the name of a file. */
  g_autofree char *heading = g_strdup_printf (_ ("Could Not Open “%s”"), name);
  AdwMessageDialog *dialog = create_dialog (self, heading, error->message);

  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (load_failed_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LoadData) data = user_data;
  g_autoptr (GError) error = NULL;

  if (seven_document_load_finish (SEVEN_DOCUMENT (object), result, &data->guess, &error)) {
    remember (data->uri);
    seven_key_keeper_look_up (seven_connection_get_keeper (data->window->connection));
    return;
  }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, SEVEN_TEXT_ERROR, SEVEN_TEXT_ERROR_NOT_UTF8))
    ask_for_charset (g_steal_pointer (&data), error);
  else
    report_load_error (data->window, data->uri, error);
}

void
seven_window_load (SevenWindow *self, const char *uri, SevenCharset charset)
{
  LoadData *data = g_new0 (LoadData, 1);

  data->window = g_object_ref (self);
  data->uri = g_strdup (uri);
  data->guess = SEVEN_CHARSET_UTF8;
  seven_document_load_async (self->document, seven_session_get_text_store (self->session), uri, charset,
      self->cancellable, loaded_cb, data);
}

/* Saving: choose a place where there is none, save, and ask where the file is another than the one that was opened. */

static void save_to (GTask *task, const char *uri, SevenSaveFlags flags);

static void
end_keeping (GTask *task, gboolean saved)
{
  SevenWindow *self = g_task_get_source_object (task);

  seven_key_keeper_end_save (seven_connection_get_keeper (self->connection), saved);
}

static void
place_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GtkNativeDialog) chooser = dialog;
  g_autoptr (GTask) task = user_data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *uri = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file == NULL) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No place was chosen");
    return;
  }
  uri = g_file_get_uri (file);
  save_to (g_steal_pointer (&task), uri, SEVEN_SAVE_DEFAULT);
}

static void
choose_place (GTask *task)
{
  SevenWindow *self = g_task_get_source_object (task);
  const char *uri = seven_document_get_uri (self->document);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Save As"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  if (uri != NULL) {
    g_autoptr (GFile) file = g_file_new_for_uri (uri);

    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (chooser), file, NULL);
  } else {
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), "seven-connector.json");
  }
  g_signal_connect (chooser, "response", G_CALLBACK (place_chosen_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
conflict_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const SaveData *data = g_task_get_task_data (task);
  g_autofree char *uri = g_strdup (data->uri);

  if (g_str_equal (response, "overwrite")) {
    save_to (g_steal_pointer (&task), uri, SEVEN_SAVE_OVERWRITE);
    return;
  }
  end_keeping (task, FALSE);
  if (g_str_equal (response, "save-as"))
    choose_place (g_steal_pointer (&task));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The file changed on disk");
}

static void
ask_about_conflict (GTask *task)
{
  SevenWindow *self = g_task_get_source_object (task);
  const SaveData *data = g_task_get_task_data (task);
  g_autofree char *name = dup_display_name (data->uri);
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;

  /* Translators: %s is the name of a file. */
  body = g_strdup_printf (_ ("Another program has changed “%s” since it was opened here. "
                             "Overwriting it loses those changes."),
      name);
  dialog = create_dialog (self, _ ("The File Has Changed on Disk"), body);
  adw_message_dialog_add_responses (
      dialog, "cancel", _ ("_Cancel"), "save-as", _ ("Save _As…"), "overwrite", _ ("_Overwrite"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (conflict_response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
document_saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const SaveData *data = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (seven_document_save_finish (SEVEN_DOCUMENT (object), result, &error)) {
    end_keeping (task, TRUE);
    remember (data->uri);
    g_task_return_boolean (task, TRUE);
  } else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG)) {
    ask_about_conflict (g_steal_pointer (&task));
  } else {
    end_keeping (task, FALSE);
    g_task_return_error (task, g_steal_pointer (&error));
  }
}

static void
write_document (GTask *task)
{
  SevenWindow *self = g_task_get_source_object (task);
  const SaveData *data = g_task_get_task_data (task);

  seven_document_save_async (self->document, seven_session_get_text_store (self->session), data->uri,
      data->flags, self->cancellable, document_saved_cb, task);
}

static void
key_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SevenWindow *self = g_task_get_source_object (task);

  if (!g_str_equal (response, "in-file")) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The key could not be moved");
    return;
  }
  seven_key_keeper_leave_in_text (seven_connection_get_keeper (self->connection));
  write_document (g_steal_pointer (&task));
}

/* The key is not written where it was not to be without asking. */
static void
ask_about_key (GTask *task, const GError *error)
{
  SevenWindow *self = g_task_get_source_object (task);
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;

  body = g_strdup_printf ("%s\n\n%s", error->message,
      _ ("Nothing has been saved yet. The file can be saved with the key in it, where everybody can read it "
         "who "
         "may read the file."));
  dialog = create_dialog (self, _ ("The Key Could Not Be Kept in the Keyring"), body);
  adw_message_dialog_add_responses (
      dialog, "cancel", _ ("_Cancel"), "in-file", _ ("Save With the Key in the _File"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "in-file", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (key_response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
key_moved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (seven_key_keeper_prepare_save_finish (SEVEN_KEY_KEEPER (object), result, &error))
    write_document (g_steal_pointer (&task));
  else if (error->domain == G_IO_ERROR)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    ask_about_key (g_steal_pointer (&task), error);
}

/* A key that is to live in the keyring leaves the text before that is written. */
static void
save_to (GTask *task, const char *uri, SevenSaveFlags flags)
{
  SevenWindow *self = g_task_get_source_object (task);
  SaveData *data = g_new0 (SaveData, 1);

  data->uri = g_strdup (uri);
  data->flags = flags;
  g_task_set_task_data (task, data, (GDestroyNotify) save_data_free);
  seven_key_keeper_prepare_save_async (
      seven_connection_get_keeper (self->connection), data->uri, key_moved_cb, task);
}

/* choose: ask for the place although the document has one. */
void
seven_window_save_async (SevenWindow *self, gboolean choose, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, self->cancellable, callback, user_data);
  const char *uri = seven_document_get_uri (self->document);

  g_task_set_source_tag (task, seven_window_save_async);
  if (choose || uri == NULL)
    choose_place (task);
  else
    save_to (task, uri, SEVEN_SAVE_DEFAULT);
}

static void
report_save_error (SevenWindow *self, const GError *error)
{
  AdwMessageDialog *dialog = create_dialog (self, _ ("Could Not Save"), error->message);

  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Ends a save: says how it went. */
void
seven_window_report_save (SevenWindow *self, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    seven_window_add_toast (self, _ ("Saved"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    report_save_error (self, error);
}

/* Closing */

static void
saved_before_close_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SevenWindow *self = SEVEN_WINDOW (object);

  seven_window_report_save (self, result);
  if (!seven_document_get_modified (self->document))
    gtk_window_close (GTK_WINDOW (self));
}

static void
close_response_cb (SevenWindow *self, const char *response)
{
  if (g_str_equal (response, "save"))
    seven_window_save_async (self, FALSE, saved_before_close_cb, NULL);
  else if (g_str_equal (response, "discard"))
    destroy_soon (self);
}

void
seven_window_ask_to_close (SevenWindow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *heading = NULL;
  AdwMessageDialog *dialog;

  g_object_get (self->document, "title", &title, NULL);
  /* Translators: %s is the name of a document. */
  heading = g_strdup_printf (_ ("Save Changes to “%s”?"), title);
  dialog = create_dialog (self, heading, _ ("Changes that are not saved will be lost."));
  adw_message_dialog_add_responses (
      dialog, "cancel", _ ("_Cancel"), "discard", _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
