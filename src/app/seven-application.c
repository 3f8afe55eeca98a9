/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-application.h"

#include "seven-build-config.h"

#include "seven-file-filter.h"
#include "seven-history-window.h"
#include "seven-recent-menu.h"
#include "seven-record-watch.h"
#include "seven-window.h"

#include <glib/gi18n-lib.h>

struct _SevenApplication
{
  AdwApplication parent_instance;

  SevenSession *session;
  GSettings *settings; /* (nullable): where no schema is installed nothing is remembered */
  SevenRecentMenu *recent_menu;
  GtkFileChooserNative *chooser; /* while it is shown */
};

G_DEFINE_FINAL_TYPE (SevenApplication, seven_application, ADW_TYPE_APPLICATION)

enum
{
  PROP_0,
  PROP_RECENT_FILES,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The schema of the build folder comes first: it is the one this very program was made with. */
static GSettings *
create_settings (void)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) source = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  source = g_settings_schema_source_new_from_directory (SEVEN_BUILD_SCHEMA_DIR, installed, FALSE, NULL);
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SEVEN_APPLICATION_ID, TRUE);
  else if (installed != NULL)
    schema = g_settings_schema_source_lookup (installed, SEVEN_APPLICATION_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static SevenWindow *
add_window (SevenApplication *self)
{
  SevenWindow *window = seven_window_new (GTK_APPLICATION (self), self->session, self->settings);

  g_object_set (
      seven_window_get_document (window), "state-store", seven_session_get_state_store (self->session), NULL);
  return window;
}

/* The window of a kind that was used last. */
static GtkWindow *
get_front_window (SevenApplication *self, GType type)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next) {
    if (g_type_is_a (G_OBJECT_TYPE (item->data), type))
      return item->data;
  }
  return NULL;
}

/* The one with the focus, or that the window with the focus belongs to, or the one that had it last. */
static SevenWindow *
get_active_window (SevenApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !SEVEN_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  if (window == NULL)
    window = get_front_window (self, SEVEN_TYPE_WINDOW);
  return window != NULL ? SEVEN_WINDOW (window) : NULL;
}

static SevenWindow *
find_window (SevenApplication *self, const char *uri)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next) {
    if (SEVEN_IS_WINDOW (item->data) &&
        g_strcmp0 (seven_document_get_uri (seven_window_get_document (item->data)), uri) == 0)
      return item->data;
  }
  return NULL;
}

/* A file that is open comes to the front; else it takes the place of an untouched draft, or a window of its own. */
static void
open_uri (SevenApplication *self, const char *uri)
{
  SevenWindow *window = find_window (self, uri);

  if (window == NULL) {
    window = get_active_window (self);
    if (window == NULL || !seven_window_is_pristine (window))
      window = add_window (self);
    seven_window_open (window, uri);
  }
  gtk_window_present (GTK_WINDOW (window));
}

static void
open_draft (SevenApplication *self, const char *text, gboolean as_edit)
{
  SevenWindow *window = add_window (self);

  seven_window_start_draft (window, text, as_edit);
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree char *text = seven_document_dup_complete_set ();

  open_draft (user_data, text, FALSE);
}

static void
new_documented_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree char *text = seven_document_dup_documented_set ();

  open_draft (user_data, text, FALSE);
}

static void
pasted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SevenApplication) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
  SevenWindow *window = get_active_window (self);

  if (text != NULL && *text != '\0')
    open_draft (self, text, TRUE);
  else if (window != NULL)
    seven_window_add_toast (window, _ ("There is no text in the clipboard"));
}

static void
paste_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GdkDisplay *display = gdk_display_get_default ();

  if (display != NULL)
    gdk_clipboard_read_text_async (
        gdk_display_get_clipboard (display), NULL, pasted_cb, g_object_ref (user_data));
}

static void
file_chosen_cb (SevenApplication *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GListModel) files = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
  for (guint i = 0; i < g_list_model_get_n_items (files); i++) {
    g_autoptr (GFile) file = g_list_model_get_item (files, i);
    g_autofree char *uri = g_file_get_uri (file);

    open_uri (self, uri);
  }
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SevenApplication *self = user_data;

  if (self->chooser == NULL) {
    self->chooser = gtk_file_chooser_native_new (_ ("Open"), GTK_WINDOW (get_active_window (self)),
        GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
    gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
    gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
    seven_file_filter_add (GTK_FILE_CHOOSER (self->chooser), _ ("JSON Files"), "*.json");
    seven_file_filter_add (GTK_FILE_CHOOSER (self->chooser), _ ("All Files"), "*");
    g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self, G_CONNECT_SWAPPED);
  }
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
open_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_uri (user_data, g_variant_get_string (parameter, NULL));
}

static void open_sample (SevenApplication *self);

static void
test_again_cb (SevenApplication *self, SevenRunRecord *record)
{
  const SevenHistoryEntry *entry = seven_run_record_get_entry (record);

  if (get_active_window (self) == NULL)
    open_sample (self);
  gtk_window_present (GTK_WINDOW (get_active_window (self)));
  seven_window_repeat_test (get_active_window (self), entry->gateway, entry->usage);
}

/* The key is that of the document that was used last: the history has none. */
static void
look_again_cb (SevenApplication *self, SevenRunRecord *record, SevenHistoryWindow *window)
{
  SevenWindow *front = get_active_window (self);
  const char *obstacle;
  g_autoptr (SevenDeliveryWatch) watch = seven_record_watch_new (
      self->session, record, front != NULL ? seven_window_get_document (front) : NULL, &obstacle);

  if (watch != NULL)
    seven_history_window_watch (window, watch);
  else
    seven_history_window_add_toast (window, obstacle);
}

static void
show_history_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SevenApplication *self = user_data;
  GtkWindow *window = get_front_window (self, SEVEN_TYPE_HISTORY_WINDOW);

  if (window == NULL) {
    window = GTK_WINDOW (seven_history_window_new (GTK_APPLICATION (self), self->session));
    g_signal_connect_object (window, "look-again", G_CALLBACK (look_again_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (window, "test-again", G_CALLBACK (test_again_cb), self, G_CONNECT_SWAPPED);
  }
  gtk_window_present (window);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *const developers[] = { "The Seven Console authors", NULL };

  adw_show_about_window (GTK_WINDOW (get_active_window (user_data)), "application-name", _ ("Seven Console"),
      "application-icon", SEVEN_APPLICATION_ID, "version", SEVEN_VERSION, "developer-name",
      _ ("The Seven Console authors"), "developers", developers, "license-type", GTK_LICENSE_MIT_X11,
      "copyright", "© 2026 The Seven Console authors", "comments",
      _ ("Writes, checks and tests the config of the seven SMS connector for Logto.\n\n"
         "Not affiliated with seven communications or Logto."),
      NULL);
}

static void
present_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window =
      gtk_application_get_window_by_id (GTK_APPLICATION (user_data), g_variant_get_uint32 (parameter));

  if (window != NULL)
    gtk_window_present (window);
}

/* Every window is asked in turn; one that holds changes asks the person, and stays if they cancel. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *item = windows; item != NULL; item = item->next) {
    if (SEVEN_IS_WINDOW (item->data) || SEVEN_IS_HISTORY_WINDOW (item->data))
      gtk_window_close (GTK_WINDOW (item->data));
  }
}

static const GActionEntry entries[] = {
  { .name = "new", .activate = new_cb },
  { .name = "new-documented", .activate = new_documented_cb },
  { .name = "paste", .activate = paste_cb },
  { .name = "open", .activate = open_cb },
  { .name = "open-recent", .activate = open_recent_cb, .parameter_type = "s" },
  { .name = "show-history", .activate = show_history_cb },
  { .name = "about", .activate = about_cb },
  { .name = "present-window", .activate = present_window_cb, .parameter_type = "u" },
  { .name = "quit", .activate = quit_cb },
};

static const struct
{
  const char *action;
  const char *accelerator;
} accelerators[] = {
  { "app.new", "<Control>n" },
  { "app.open", "<Control>o" },
  { "app.quit", "<Control>q" },
  { "app.show-history", "<Control>h" },
  { "win.copy-json", "<Control><Shift>c" },
  { "win.find", "<Control>f" },
  { "win.fix-problem", "<Control>period" },
  { "win.next-problem", "F8" },
  { "win.previous-problem", "<Shift>F8" },
  { "win.save", "<Control>s" },
  { "win.save-as", "<Control><Shift>s" },
  { "win.send-test", "<Control>Return" },
  { "win.show-help-overlay", "<Control>question" },
  { "win.show-pane('form')", "<Alt>1" },
  { "win.show-pane('json')", "<Alt>2" },
  { "win.show-pane('preview')", "<Alt>3" },
  { "win.show-pane('test')", "<Alt>4" },
  { "win.show-pane('problems')", "<Alt>5" },
  { "window.close", "<Control>w" },
};

static void
test_not_kept_cb (SevenApplication *self, const char *words)
{
  if (get_active_window (self) != NULL)
    seven_window_add_toast (get_active_window (self), words);
}

/* What is older than the person wants it goes when the program starts, too. */
static void
bind_history (SevenApplication *self)
{
  SevenHistory *history = seven_session_get_history (self->session);

  g_signal_connect_object (history, "not-kept", G_CALLBACK (test_not_kept_cb), self, G_CONNECT_SWAPPED);
  if (self->settings != NULL)
    g_settings_bind (
        self->settings, "history-retention-days", history, "retention-days", G_SETTINGS_BIND_DEFAULT);
  else
    seven_history_set_retention_days (history, SEVEN_HISTORY_RETENTION_DAYS);
}

static void
seven_application_startup (GApplication *application)
{
  SevenApplication *self = SEVEN_APPLICATION (application);

  G_APPLICATION_CLASS (seven_application_parent_class)->startup (application);
  self->settings = create_settings ();
  bind_history (self);
  self->recent_menu = seven_recent_menu_new (gtk_recent_manager_get_default ());
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECENT_FILES]);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++) {
    const char *const accels[] = { accelerators[i].accelerator, NULL };

    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action, accels);
  }
}

/* The first window shows the sample, ready for a test that sends nothing. */
static void
open_sample (SevenApplication *self)
{
  const char *path = "/io/github/sevenconsole/SevenConsole/sample.json";
  g_autoptr (GBytes) sample = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  SevenWindow *window = add_window (self);

  g_return_if_fail (sample != NULL);
  g_object_set (window, "right-pane", "test", NULL);
  seven_window_start_draft (window, g_bytes_get_data (sample, NULL), FALSE);
  gtk_window_present (GTK_WINDOW (window));
  seven_window_focus_send (window);
}

static void
seven_application_activate (GApplication *application)
{
  SevenApplication *self = SEVEN_APPLICATION (application);
  SevenWindow *window = get_active_window (self);

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    open_sample (self);
}

static void
seven_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++) {
    g_autofree char *uri = g_file_get_uri (files[i]);

    open_uri (SEVEN_APPLICATION (application), uri);
  }
}

static int
seven_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("seven-console %s\n", SEVEN_VERSION);
  return 0;
}

static void
seven_application_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenApplication *self = SEVEN_APPLICATION (object);

  switch (property_id) {
  case PROP_RECENT_FILES:
    g_value_set_object (
        value, self->recent_menu != NULL ? seven_recent_menu_get_menu (self->recent_menu) : NULL);
    break;
  case PROP_SESSION:
    g_value_set_object (value, self->session);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_application_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenApplication *self = SEVEN_APPLICATION (object);

  switch (property_id) {
  case PROP_SESSION:
    self->session = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_application_finalize (GObject *object)
{
  SevenApplication *self = SEVEN_APPLICATION (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->recent_menu);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (seven_application_parent_class)->finalize (object);
}

static void
seven_application_class_init (SevenApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = seven_application_finalize;
  object_class->get_property = seven_application_get_property;
  object_class->set_property = seven_application_set_property;
  application_class->activate = seven_application_activate;
  application_class->handle_local_options = seven_application_handle_local_options;
  application_class->open = seven_application_open;
  application_class->startup = seven_application_startup;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEVEN_TYPE_SESSION, once);
  properties[PROP_RECENT_FILES] = g_param_spec_object (
      "recent-files", NULL, NULL, G_TYPE_MENU_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
seven_application_init (SevenApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  /* Translators: what the command line takes. */
  g_application_set_option_context_parameter_string (application, _ ("[FILE…]"));
  g_application_set_option_context_summary (
      application, _ ("Write, check and test the config of the seven SMS connector for Logto."));
  g_application_add_main_option (
      application, "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, _ ("Print the version"), NULL);
}

/**
 * seven_application_new:
 * @session: what all windows share; the first of its gateways is chosen at first
 *
 * Returns: (transfer full): the program
 */
SevenApplication *
seven_application_new (SevenSession *session)
{
  g_return_val_if_fail (SEVEN_IS_SESSION (session), NULL);

  return g_object_new (SEVEN_TYPE_APPLICATION, "application-id", SEVEN_APPLICATION_ID, "flags",
      G_APPLICATION_HANDLES_OPEN, "session", session, NULL);
}
