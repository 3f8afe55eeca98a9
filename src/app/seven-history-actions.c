/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-history-window-private.h"

#include "seven-file-filter.h"

#include <glib/gi18n-lib.h>

/* Deleting */

typedef struct
{
  SevenHistoryWindow *window;
  GArray *ids; /* (nullable): all there are */
} Deletion;

static void
deletion_free (Deletion *deletion)
{
  g_object_unref (deletion->window);
  g_clear_pointer (&deletion->ids, g_array_unref);
  g_free (deletion);
}

static void
deletion_free_closure (gpointer data, GClosure *closure)
{
  deletion_free (data);
}

static void
deleted_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SevenHistoryWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (seven_history_remove_finish (SEVEN_HISTORY (source_object), result, &error)) {
    seven_history_window_add_toast (self, _ ("Deleted"));
  } else {
    self->choose_next = FALSE;
    seven_history_window_add_toast (self, error->message);
  }
}

static void
delete_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  const Deletion *deletion = user_data;
  SevenHistoryWindow *self = deletion->window;
  GArray *ids = deletion->ids;

  if (!g_str_equal (response, "delete"))
    return;
  self->choose_next = TRUE;
  seven_history_window_show_page (self, "list");
  seven_history_remove_async (seven_session_get_history (self->session),
      ids != NULL ? (const gint64 *) (gpointer) ids->data : NULL, ids != NULL ? ids->len : 0, NULL,
      deleted_cb, g_object_ref (self));
}

/* What is deleted here is gone for good: no undo could bring it back, so it is asked before. Enter means no. */
static AdwMessageDialog *
create_question (SevenHistoryWindow *self, const char *heading, const char *body)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), heading, body));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "delete", _ ("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  return dialog;
}

static void
ask_to_delete (SevenHistoryWindow *self, const char *heading, const char *body, GArray *ids)
{
  AdwMessageDialog *dialog = create_question (self, heading, body);
  Deletion *deletion = g_new0 (Deletion, 1);

  deletion->window = g_object_ref (self);
  deletion->ids = ids;
  g_signal_connect_data (
      dialog, "response", G_CALLBACK (delete_response_cb), deletion, deletion_free_closure, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SevenHistoryWindow *self = user_data;
  SevenRunRecord *record = seven_history_window_get_record (self);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = seven_run_record_get_id (record);
  g_autofree char *title = NULL;
  g_autofree char *when = NULL;
  g_autofree char *body = NULL;

  g_array_append_val (ids, id);
  g_object_get (record, "title", &title, "when", &when, NULL);
  /* Translators: %s are a time and the title of a test, as in “Today 14:03, SMS accepted”. */
  body = g_strdup_printf (_ ("%s, %s. It cannot be brought back."), when, title);
  ask_to_delete (self, _ ("Delete This Test?"), body, ids);
}

static void
delete_found_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SevenHistoryWindow *self = user_data;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gsize n_ids;
  const gint64 *found = seven_history_list_get_ids (self->list, &n_ids);
  g_autofree char *heading = NULL;

  g_array_append_vals (ids, found, (guint) n_ids);
  /* Translators: asks before the tests that a search has found are deleted. */
  heading = g_strdup_printf (
      ngettext ("Delete the %u Test Found?", "Delete the %u Tests Found?", (gulong) n_ids), (guint) n_ids);
  ask_to_delete (self, heading, _ ("They cannot be brought back."), ids);
}

static void
delete_all_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ask_to_delete (user_data, _ ("Delete All Tests?"), _ ("They cannot be brought back."), NULL);
}

/* Retention */

typedef struct
{
  SevenHistoryWindow *window;
  guint days;
} Retention;

static void
retention_free (gpointer data, GClosure *closure)
{
  Retention *retention = data;

  g_object_unref (retention->window);
  g_free (retention);
}

static void
keep_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  const Retention *retention = user_data;

  if (g_str_equal (response, "delete"))
    seven_history_set_retention_days (
        seven_session_get_history (retention->window->session), retention->days);
}

/* Keeping them shorter deletes at once. */
static void
ask_to_keep (SevenHistoryWindow *self, guint days)
{
  g_autofree char *heading = NULL;
  AdwMessageDialog *dialog;
  Retention *retention = g_new0 (Retention, 1);

  heading = g_strdup_printf (
      ngettext ("Delete Tests Older Than %u Day?", "Delete Tests Older Than %u Days?", days), days);
  dialog = create_question (
      self, heading, _ ("They cannot be brought back. Newer ones are deleted when they reach this age."));
  retention->window = g_object_ref (self);
  retention->days = days;
  g_signal_connect_data (dialog, "response", G_CALLBACK (keep_response_cb), retention, retention_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
keep_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  SevenHistoryWindow *self = user_data;
  SevenHistory *history = seven_session_get_history (self->session);
  guint now = seven_history_get_retention_days (history);
  guint days = g_variant_get_uint32 (value);

  if (days != 0 && (now == 0 || days < now))
    ask_to_keep (self, days);
  else
    seven_history_set_retention_days (history, days);
}

static void
retention_changed_cb (SevenHistoryWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "keep");
  guint days = seven_history_get_retention_days (seven_session_get_history (self->session));

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_uint32 (days));
}

/* Export */

static void
exported_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SevenHistoryWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (seven_history_list_export_finish (SEVEN_HISTORY_LIST (source_object), result, &error))
    seven_history_window_add_toast (self, _ ("Exported"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    seven_history_window_add_toast (self, error->message);
}

/* By the name where it says so, else by the filter. */
static SevenHistoryFormat
get_format (GtkFileChooser *chooser, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);

  if (name != NULL && g_str_has_suffix (name, ".json"))
    return SEVEN_HISTORY_JSON;
  if (name != NULL && g_str_has_suffix (name, ".csv"))
    return SEVEN_HISTORY_CSV;
  if (filter != NULL && g_strcmp0 (gtk_file_filter_get_name (filter), _ ("JSON Files")) == 0)
    return SEVEN_HISTORY_JSON;
  return SEVEN_HISTORY_CSV;
}

static void
place_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GtkNativeDialog) chooser = dialog;
  g_autoptr (SevenHistoryWindow) self = user_data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *uri = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file == NULL)
    return;
  uri = g_file_get_uri (file);
  seven_history_list_export_async (self->list, seven_session_get_text_store (self->session), uri,
      get_format (GTK_FILE_CHOOSER (chooser), file), self->cancellable, exported_cb, g_object_ref (self));
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SevenHistoryWindow *self = user_data;
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Export Tests"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  seven_file_filter_add (GTK_FILE_CHOOSER (chooser), _ ("CSV Files"), "*.csv");
  seven_file_filter_add (GTK_FILE_CHOOSER (chooser), _ ("JSON Files"), "*.json");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), "seven-tests.csv");
  g_signal_connect (chooser, "response", G_CALLBACK (place_chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* The rest */

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SevenHistoryWindow *self = user_data;
  g_autofree char *text = seven_run_record_dup_text (seven_history_window_get_record (self));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  seven_history_window_add_toast (self, _ ("Copied"));
}

static void
look_again_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  seven_history_window_look_again (user_data, seven_history_window_get_record (user_data));
}

static void
test_again_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  seven_history_window_test_again (user_data, seven_history_window_get_record (user_data));
}

/* One step at a time: out of the details, out of the search. */
static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SevenHistoryWindow *self = user_data;

  if (g_str_equal (self->page, "list"))
    seven_history_list_set_words (self->list, "");
  seven_history_window_show_page (self, "list");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
clear_filter_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SevenHistoryWindow *self = user_data;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->gateway_choice), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->result_choice), 0);
  seven_history_list_set_words (self->list, "");
  gtk_widget_grab_focus (self->search_entry);
}

static void
try_again_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  seven_history_list_try_again (SEVEN_HISTORY_WINDOW (user_data)->list);
}

static void
dismiss_notice_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  seven_history_dismiss_notice (seven_session_get_history (SEVEN_HISTORY_WINDOW (user_data)->session));
}

static const GActionEntry entries[] = {
  { .name = "back", .activate = back_cb },
  { .name = "clear-filter", .activate = clear_filter_cb },
  { .name = "copy", .activate = copy_cb },
  { .name = "delete", .activate = delete_cb },
  { .name = "delete-all", .activate = delete_all_cb },
  { .name = "delete-found", .activate = delete_found_cb },
  { .name = "dismiss-notice", .activate = dismiss_notice_cb },
  { .name = "export", .activate = export_cb },
  { .name = "keep", .parameter_type = "u", .state = "uint32 0", .change_state = keep_cb },
  { .name = "look-again", .activate = look_again_cb },
  { .name = "test-again", .activate = test_again_cb },
  { .name = "try-again", .activate = try_again_cb },
};

void
seven_history_window_add_actions (SevenHistoryWindow *self)
{
  SevenHistory *history = seven_session_get_history (self->session);

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "history", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (
      history, "notify::retention-days", G_CALLBACK (retention_changed_cb), self, G_CONNECT_SWAPPED);
  retention_changed_cb (self);
  seven_history_window_update_actions (self);
}

static void
enable (SevenHistoryWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* What can be done with what is chosen and what was found. */
void
seven_history_window_update_actions (SevenHistoryWindow *self)
{
  SevenRunRecord *record = seven_history_window_get_record (self);
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;
  gboolean filtered;

  g_object_get (self->list, "filtered", &filtered, NULL);
  enable (self, "copy", record != NULL);
  enable (self, "delete", record != NULL);
  enable (self, "look-again", record != NULL);
  enable (self, "test-again", record != NULL);
  enable (self, "delete-found", any && filtered);
  enable (self, "delete-all", any || filtered);
  enable (self, "export", any && seven_session_get_text_store (self->session) != NULL);
}
