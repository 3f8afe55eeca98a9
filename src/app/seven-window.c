/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-window.h"

#include "seven-build-config.h"

#include "seven-adaptive-paned.h"
#include "seven-closures.h"
#include "seven-preview-pane.h"
#include "seven-status-bar.h"
#include "seven-window-header.h"
#include "seven-window-private.h"

#include <string.h>

/* Long enough to read two sentences. */
#define TOAST_SECONDS 8

G_DEFINE_FINAL_TYPE (SevenWindow, seven_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_SETTINGS,
  PROP_DOCUMENT,
  PROP_PREVIEW,
  PROP_TEST_RUN,
  PROP_CONNECTION,
  PROP_LEFT_PANE,
  PROP_RIGHT_PANE,
  PROP_PANE,
  PROP_END_VISIBLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
set_string (SevenWindow *self, char **field, const char *value, guint property)
{
  if (value == NULL || g_strcmp0 (*field, value) == 0)
    return FALSE;
  g_clear_pointer (field, g_free);
  *field = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  return TRUE;
}

static void
set_end_visible (SevenWindow *self, gboolean end_visible)
{
  if (self->end_visible == end_visible)
    return;
  self->end_visible = end_visible;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_END_VISIBLE]);
}

static void
set_left_pane (SevenWindow *self, const char *pane)
{
  if (!set_string (self, &self->left_pane, pane, PROP_LEFT_PANE))
    return;
  set_string (self, &self->pane, pane, PROP_PANE);
  set_end_visible (self, FALSE);
}

static void
set_right_pane (SevenWindow *self, const char *pane)
{
  if (!set_string (self, &self->right_pane, pane, PROP_RIGHT_PANE))
    return;
  set_string (self, &self->pane, pane, PROP_PANE);
  set_end_visible (self, TRUE);
}

/* One name for all five panes: what the switcher of a narrow window shows. */
static void
set_pane (SevenWindow *self, const char *pane)
{
  gboolean left = g_strcmp0 (pane, "form") == 0 || g_strcmp0 (pane, "json") == 0;

  if (!set_string (self, &self->pane, pane, PROP_PANE))
    return;
  if (left)
    set_left_pane (self, pane);
  else
    set_right_pane (self, pane);
  set_end_visible (self, !left);
}

static void
problem_activated_cb (SevenWindow *self, SevenProblem *problem)
{
  seven_window_go_to_problem (self, problem);
}

static void
go_cb (SevenWindow *self, int remedy)
{
  switch ((SevenRemedy) remedy) {
  case SEVEN_REMEDY_API_KEY:
    seven_window_show_pane (self, "form");
    seven_form_pane_focus_api_key (self->form_pane);
    break;
  case SEVEN_REMEDY_SENDER:
    seven_window_show_pane (self, "form");
    seven_form_pane_focus_sender (self->form_pane);
    break;
  case SEVEN_REMEDY_TEXT: {
    g_autoptr (SevenTemplateItem) item = NULL;

    g_object_get (self->test_run, "template", &item, NULL);
    seven_window_show_pane (self, "form");
    seven_form_pane_focus_template (self->form_pane, item != NULL ? seven_template_item_get_index (item) : 0);
    break;
  }
  case SEVEN_REMEDY_RECIPIENT:
    seven_window_show_pane (self, "test");
    seven_test_pane_focus_recipient (self->test_pane);
    break;
  case SEVEN_REMEDY_NONE:
  case SEVEN_REMEDY_WAIT:
  case SEVEN_REMEDY_ACCOUNT:
  default:
    break;
  }
}

static gboolean
dropped_cb (SevenWindow *self, const GValue *value, double x, double y, GtkDropTarget *target)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GSList *list = g_value_get_boxed (value);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *item = list; item != NULL; item = item->next)
    g_ptr_array_add (files, item->data);
  if (application == NULL || files->len == 0)
    return FALSE;
  g_application_open (G_APPLICATION (application), (GFile **) files->pdata, (int) files->len, "");
  return TRUE;
}

/* Not a binding of the template: an expression about an object cannot be undone while that very object goes. */
static void
title_changed_cb (SevenWindow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  g_object_get (self->document, "title", &name, NULL);
  title = seven_closure_modified_title (NULL, name, seven_document_get_modified (self->document));
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* Whoever clicks it comes back to this window. */
static void
notify_person_cb (SevenWindow *self, const char *id, const char *title, const char *body)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GNotification) notification = g_notification_new (title);

  if (application == NULL)
    return;
  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (
      notification, "app.present-window", "u", gtk_application_window_get_id (GTK_APPLICATION_WINDOW (self)));
  g_application_send_notification (G_APPLICATION (application), id, notification);
}

static void
add_notifier (SevenWindow *self)
{
  self->notifier = seven_delivery_notifier_new (self->test_run);
  g_object_bind_property (self, "is-active", self->notifier, "active", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (
      self->notifier, "notify-person", G_CALLBACK (notify_person_cb), self, G_CONNECT_SWAPPED);
}

static void
add_drop_target (SevenWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
bind_settings (SevenWindow *self)
{
  const GSettingsBindFlags flags = G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES;

  if (self->settings == NULL)
    return;
  g_settings_bind (self->settings, "window-width", self, "default-width", flags);
  g_settings_bind (self->settings, "window-height", self, "default-height", flags);
  g_settings_bind (self->settings, "is-maximized", self, "maximized", flags);
  g_settings_bind (self->settings, "divider-position", self->paned, "position", flags);
  g_settings_bind (self->settings, "destination", self->preview, "country", flags);
}

static gboolean
seven_window_close_request (GtkWindow *window)
{
  SevenWindow *self = SEVEN_WINDOW (window);

  if (seven_window_is_testing (self)) {
    seven_window_ask_to_stop (self);
    return TRUE;
  }
  if (seven_document_get_modified (self->document)) {
    seven_window_ask_to_close (self);
    return TRUE;
  }
  return GTK_WINDOW_CLASS (seven_window_parent_class)->close_request (window);
}

/* Of a window that is gone from the screen nothing may wait for a person: the keyring's question might never end. */
static void
seven_window_unrealize (GtkWidget *widget)
{
  seven_connection_stop (SEVEN_WINDOW (widget)->connection);
  GTK_WIDGET_CLASS (seven_window_parent_class)->unrealize (widget);
}

static void
seven_window_constructed (GObject *object)
{
  SevenWindow *self = SEVEN_WINDOW (object);

  G_OBJECT_CLASS (seven_window_parent_class)->constructed (object);
  self->test_run = seven_test_run_new (self->document, self->session);
  g_object_notify_by_pspec (object, properties[PROP_TEST_RUN]);
  add_notifier (self);
  self->connection = seven_connection_new (self->document, self->session);
  g_object_bind_property (self->test_run, "gateway", seven_connection_get_check (self->connection), "gateway",
      G_BINDING_SYNC_CREATE);
  g_object_notify_by_pspec (object, properties[PROP_CONNECTION]);
  seven_window_add_actions (self);
  seven_window_watch_tests (self);
  bind_settings (self);
}

static void
seven_window_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenWindow *self = SEVEN_WINDOW (object);

  switch (property_id) {
  case PROP_SESSION:
    g_value_set_object (value, self->session);
    break;
  case PROP_SETTINGS:
    g_value_set_object (value, self->settings);
    break;
  case PROP_DOCUMENT:
    g_value_set_object (value, self->document);
    break;
  case PROP_PREVIEW:
    g_value_set_object (value, self->preview);
    break;
  case PROP_TEST_RUN:
    g_value_set_object (value, self->test_run);
    break;
  case PROP_CONNECTION:
    g_value_set_object (value, self->connection);
    break;
  case PROP_LEFT_PANE:
    g_value_set_string (value, self->left_pane);
    break;
  case PROP_RIGHT_PANE:
    g_value_set_string (value, self->right_pane);
    break;
  case PROP_PANE:
    g_value_set_string (value, self->pane);
    break;
  case PROP_END_VISIBLE:
    g_value_set_boolean (value, self->end_visible);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_window_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenWindow *self = SEVEN_WINDOW (object);

  switch (property_id) {
  case PROP_SESSION:
    self->session = g_value_dup_object (value);
    break;
  case PROP_SETTINGS:
    self->settings = g_value_dup_object (value);
    break;
  case PROP_LEFT_PANE:
    set_left_pane (self, g_value_get_string (value));
    break;
  case PROP_RIGHT_PANE:
    set_right_pane (self, g_value_get_string (value));
    break;
  case PROP_PANE:
    set_pane (self, g_value_get_string (value));
    break;
  case PROP_END_VISIBLE:
    set_end_visible (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_window_dispose (GObject *object)
{
  SevenWindow *self = SEVEN_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->test_run != NULL)
    seven_test_run_stop (self->test_run);
  if (self->connection != NULL)
    seven_connection_stop (self->connection);
  g_clear_weak_pointer (&self->close_question);
  g_clear_weak_pointer (&self->series_question);
  g_clear_weak_pointer (&self->series_window);
  g_clear_object (&self->current_problem);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (seven_window_parent_class)->dispose (object);
}

static void
seven_window_finalize (GObject *object)
{
  SevenWindow *self = SEVEN_WINDOW (object);

  g_clear_object (&self->connection);
  g_clear_object (&self->notifier);
  g_clear_object (&self->test_run);
  g_clear_object (&self->preview);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->left_pane, g_free);
  g_clear_pointer (&self->right_pane, g_free);
  g_clear_pointer (&self->pane, g_free);
  G_OBJECT_CLASS (seven_window_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEVEN_TYPE_SESSION, once);
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, once);
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SEVEN_TYPE_DOCUMENT, readable);
  properties[PROP_PREVIEW] = g_param_spec_object ("preview", NULL, NULL, SEVEN_TYPE_PREVIEW, readable);
  properties[PROP_TEST_RUN] = g_param_spec_object ("test-run", NULL, NULL, SEVEN_TYPE_TEST_RUN, readable);
  properties[PROP_CONNECTION] =
      g_param_spec_object ("connection", NULL, NULL, SEVEN_TYPE_CONNECTION, readable);
  properties[PROP_LEFT_PANE] = g_param_spec_string ("left-pane", NULL, NULL, "form", writable);
  properties[PROP_RIGHT_PANE] = g_param_spec_string ("right-pane", NULL, NULL, "preview", writable);
  properties[PROP_PANE] = g_param_spec_string ("pane", NULL, NULL, "form", writable);
  properties[PROP_END_VISIBLE] = g_param_spec_boolean ("end-visible", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-window.ui");
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_positive);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_json_position);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_not);
  gtk_widget_class_bind_template_callback (widget_class, seven_window_add_toast);
  gtk_widget_class_bind_template_child (widget_class, SevenWindow, form_pane);
  gtk_widget_class_bind_template_child (widget_class, SevenWindow, json_pane);
  gtk_widget_class_bind_template_child (widget_class, SevenWindow, left_stack);
  gtk_widget_class_bind_template_child (widget_class, SevenWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, SevenWindow, right_stack);
  gtk_widget_class_bind_template_child (widget_class, SevenWindow, test_pane);
  gtk_widget_class_bind_template_child (widget_class, SevenWindow, toast_overlay);
}

static void
seven_window_class_init (SevenWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = seven_window_constructed;
  object_class->dispose = seven_window_dispose;
  object_class->finalize = seven_window_finalize;
  object_class->get_property = seven_window_get_property;
  object_class->set_property = seven_window_set_property;
  widget_class->unrealize = seven_window_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = seven_window_close_request;
  install_properties (object_class);

  g_type_ensure (SEVEN_TYPE_ADAPTIVE_PANED);
  g_type_ensure (SEVEN_TYPE_FORM_PANE);
  g_type_ensure (SEVEN_TYPE_JSON_PANE);
  g_type_ensure (SEVEN_TYPE_PREVIEW_PANE);
  g_type_ensure (SEVEN_TYPE_PROBLEM_LIST);
  g_type_ensure (SEVEN_TYPE_STATUS_BAR);
  g_type_ensure (SEVEN_TYPE_TEST_PANE);
  g_type_ensure (SEVEN_TYPE_WINDOW_HEADER);
  bind_template (widget_class);
  seven_window_install_shortcuts (widget_class);
}

static void
seven_window_init (SevenWindow *self)
{
  self->left_pane = g_strdup ("form");
  self->right_pane = g_strdup ("preview");
  self->pane = g_strdup ("form");
  self->cancellable = g_cancellable_new ();
  self->document = seven_document_new ();
  self->preview = seven_preview_new (self->document);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (
      self->document, "notify::title", G_CALLBACK (title_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->document, "notify::modified", G_CALLBACK (title_changed_cb), self, G_CONNECT_SWAPPED);
  title_changed_cb (self);
  add_drop_target (self);
  if (g_str_equal (SEVEN_PROFILE, "development"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
}

/**
 * seven_window_new:
 * @application: the application
 * @session: what all windows share
 * @settings: (nullable): where the size of the window and what was chosen in it are remembered
 *
 * Returns: (transfer none): a window with an empty document
 */
SevenWindow *
seven_window_new (GtkApplication *application, SevenSession *session, GSettings *settings)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (SEVEN_IS_SESSION (session), NULL);

  return g_object_new (
      SEVEN_TYPE_WINDOW, "application", application, "session", session, "settings", settings, NULL);
}

/**
 * seven_window_get_document:
 * @self: a window
 *
 * Returns: (transfer none): its document, always the same
 */
SevenDocument *
seven_window_get_document (SevenWindow *self)
{
  g_return_val_if_fail (SEVEN_IS_WINDOW (self), NULL);

  return self->document;
}

/**
 * seven_window_is_pristine:
 * @self: a window
 *
 * Returns: whether it holds a draft that nobody has touched, so that a file may be opened in its place
 */
gboolean
seven_window_is_pristine (SevenWindow *self)
{
  g_return_val_if_fail (SEVEN_IS_WINDOW (self), FALSE);

  return seven_document_get_uri (self->document) == NULL && !seven_document_get_modified (self->document);
}

/**
 * seven_window_start_draft:
 * @self: a window
 * @text: the draft
 * @as_edit: whether it counts as an edit that closing asks about, as what was pasted does
 *
 * Puts a text that is no file yet into the window.
 */
void
seven_window_start_draft (SevenWindow *self, const char *text, gboolean as_edit)
{
  g_return_if_fail (SEVEN_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  seven_document_reset (self->document, as_edit ? "" : text, as_edit ? 0 : strlen (text), NULL, NULL);
  seven_key_keeper_look_up (seven_connection_get_keeper (self->connection));
  if (!as_edit)
    return;
  seven_document_type (self->document, 0, 0, text);
  seven_document_seal (self->document);
}

/**
 * seven_window_open:
 * @self: a window
 * @uri: where the file is
 *
 * Loads the file into the window. What goes wrong is shown to the person.
 */
void
seven_window_open (SevenWindow *self, const char *uri)
{
  g_return_if_fail (SEVEN_IS_WINDOW (self));
  g_return_if_fail (uri != NULL);

  seven_window_load (self, uri, SEVEN_CHARSET_UTF8);
}

/**
 * seven_window_add_toast:
 * @self: a window
 * @text: a sentence or two
 *
 * Says something in passing.
 */
void
seven_window_add_toast (SevenWindow *self, const char *text)
{
  AdwToast *toast;
  GtkWidget *label;

  g_return_if_fail (SEVEN_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  /* A title of its own would be cut off at the end of the line. */
  label =
      g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "max-width-chars", 64, "xalign", 0.0F, NULL);
  toast = adw_toast_new (text);
  adw_toast_set_custom_title (toast, label);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/**
 * seven_window_focus_send:
 * @self: a window that shows the test
 *
 * Moves the focus to the button that sends the test: one key press then does it.
 */
void
seven_window_focus_send (SevenWindow *self)
{
  g_return_if_fail (SEVEN_IS_WINDOW (self));

  seven_test_pane_focus_send (self->test_pane);
}
