/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-history-window.h"

#include "seven-build-config.h"

#include "seven-closures.h"
#include "seven-history-empty.h"
#include "seven-history-row.h"
#include "seven-history-window-private.h"
#include "seven-item-slot.h"

/* Long enough to read two sentences. */
#define TOAST_SECONDS 8

/* Pixels: the least height of a row. */
#define ROW_ESTIMATE 52

G_DEFINE_FINAL_TYPE (SevenHistoryWindow, seven_history_window, ADW_TYPE_WINDOW)

enum
{
  PROP_0,
  PROP_LIST,
  PROP_PAGE,
  PROP_RECORD,
  PROP_SESSION,
  PROP_WATCH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  LOOK_AGAIN,
  TEST_AGAIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
get_page_cb (SevenHistoryWindow *self, const char *view)
{
  return g_strdup (g_strcmp0 (view, "tests") == 0 ? "tests" : "empty");
}

static GtkWidget *
create_row (gpointer owner)
{
  return seven_history_row_new ();
}

static void
setup_row_cb (SevenHistoryWindow *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, seven_item_slot_new (ROW_ESTIMATE, "record", create_row, self));
}

static void
bind_row_cb (SevenHistoryWindow *self, GtkListItem *item)
{
  seven_item_slot_set_item (SEVEN_ITEM_SLOT (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static gboolean
show_details_in_idle (gpointer user_data)
{
  SevenHistoryWindow *self = user_data;

  seven_history_window_show_page (self, "details");
  seven_history_details_focus_heading (self->details);
  return G_SOURCE_REMOVE;
}

/* The page of the list may go, which it must not while a row in it still tells of the click. */
static void
row_activated_cb (SevenHistoryWindow *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_idle_add_full (G_PRIORITY_DEFAULT, show_details_in_idle, g_object_ref (self), g_object_unref);
}

static void
set_watch (SevenHistoryWindow *self, SevenDeliveryWatch *watch)
{
  if (self->watch == watch)
    return;
  if (self->watch != NULL)
    seven_delivery_watch_stop (self->watch);
  g_set_object (&self->watch, watch);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WATCH]);
}

static void
selection_changed_cb (SevenHistoryWindow *self)
{
  SevenRunRecord *record = seven_history_window_get_record (self);

  if (record == NULL || seven_run_record_get_id (record) != self->chosen_id)
    set_watch (self, NULL);
  if (record != NULL) {
    self->chosen_id = seven_run_record_get_id (record);
    self->chosen_position = gtk_single_selection_get_selected (self->selection);
  }
  seven_history_window_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

/* The focus went with the row that is gone. */
static void
choose_neighbor (SevenHistoryWindow *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* Runs behind what the selection makes of the change: the chosen test stays chosen through another filter, and one
 * that was deleted hands on to the one that takes its place. */
static void
items_changed_cb (SevenHistoryWindow *self, guint position, guint removed, guint added, GListModel *list)
{
  guint n_items = g_list_model_get_n_items (list);
  guint found;

  if (seven_history_window_get_record (self) != NULL || self->chosen_id == 0 || n_items == 0)
    return;
  if (seven_history_list_find (self->list, self->chosen_id, &found))
    gtk_single_selection_set_selected (self->selection, found);
  else if (self->choose_next)
    choose_neighbor (self, MIN (self->chosen_position, n_items - 1));
  else
    seven_history_window_show_page (self, "list");
  self->choose_next = FALSE;
}

static void
search_started_cb (SevenHistoryWindow *self)
{
  seven_history_window_show_page (self, "list");
  gtk_widget_grab_focus (self->search_entry);
}

/* Escape in the entry takes the words away first. */
static void
search_stopped_cb (SevenHistoryWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* Down and Enter go on to what was found. */
static void
search_activated_cb (SevenHistoryWindow *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return;
  if (seven_history_window_get_record (self) == NULL)
    gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
find_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  search_started_cb (SEVEN_HISTORY_WINDOW (widget));
}

static void
set_page (SevenHistoryWindow *self, const char *page)
{
  if (page == NULL || g_strcmp0 (self->page, page) == 0)
    return;
  g_clear_pointer (&self->page, g_free);
  self->page = g_strdup (page);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
seven_history_window_constructed (GObject *object)
{
  SevenHistoryWindow *self = SEVEN_HISTORY_WINDOW (object);
  g_autoptr (GListModel) gateways = NULL;
  g_autoptr (GListModel) results = NULL;

  G_OBJECT_CLASS (seven_history_window_parent_class)->constructed (object);
  self->list = seven_history_list_new (seven_session_get_history (self->session));
  g_object_get (self->list, "gateways", &gateways, "results", &results, NULL);
  self->gateway_sync =
      seven_choice_sync_new (self->gateway_choice, G_OBJECT (self->list), "gateway", gateways);
  self->result_sync = seven_choice_sync_new (self->result_choice, G_OBJECT (self->list), "result", results);
  g_object_bind_property (self->list, "words", self->search_entry, "text", G_BINDING_BIDIRECTIONAL);
  seven_history_window_add_actions (self);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  g_signal_connect_object (
      self->list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->list, "notify::filtered", G_CALLBACK (seven_history_window_update_actions),
      self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::n-found", G_CALLBACK (seven_history_window_update_actions),
      self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (object, properties[PROP_LIST]);
}

static void
seven_history_window_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenHistoryWindow *self = SEVEN_HISTORY_WINDOW (object);

  switch (property_id) {
  case PROP_LIST:
    g_value_set_object (value, self->list);
    break;
  case PROP_PAGE:
    g_value_set_string (value, self->page);
    break;
  case PROP_RECORD:
    g_value_set_object (value, seven_history_window_get_record (self));
    break;
  case PROP_SESSION:
    g_value_set_object (value, self->session);
    break;
  case PROP_WATCH:
    g_value_set_object (value, self->watch);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_history_window_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenHistoryWindow *self = SEVEN_HISTORY_WINDOW (object);

  switch (property_id) {
  case PROP_PAGE:
    set_page (self, g_value_get_string (value));
    break;
  case PROP_SESSION:
    self->session = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_history_window_dispose (GObject *object)
{
  SevenHistoryWindow *self = SEVEN_HISTORY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->watch != NULL)
    seven_delivery_watch_stop (self->watch);
  g_clear_pointer (&self->gateway_sync, seven_choice_sync_free);
  g_clear_pointer (&self->result_sync, seven_choice_sync_free);
  G_OBJECT_CLASS (seven_history_window_parent_class)->dispose (object);
}

static void
seven_history_window_finalize (GObject *object)
{
  SevenHistoryWindow *self = SEVEN_HISTORY_WINDOW (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  g_clear_object (&self->watch);
  g_clear_pointer (&self->page, g_free);
  G_OBJECT_CLASS (seven_history_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sevenconsole/SevenConsole/seven-history-window.ui");
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, seven_closure_is_set);
  gtk_widget_class_bind_template_child (widget_class, SevenHistoryWindow, details);
  gtk_widget_class_bind_template_child (widget_class, SevenHistoryWindow, gateway_choice);
  gtk_widget_class_bind_template_child (widget_class, SevenHistoryWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SevenHistoryWindow, list_view);
  gtk_widget_class_bind_template_child (widget_class, SevenHistoryWindow, result_choice);
  gtk_widget_class_bind_template_child (widget_class, SevenHistoryWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SevenHistoryWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, SevenHistoryWindow, toast_overlay);
}

static void
seven_history_window_class_init (SevenHistoryWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = seven_history_window_constructed;
  object_class->dispose = seven_history_window_dispose;
  object_class->finalize = seven_history_window_finalize;
  object_class->get_property = seven_history_window_get_property;
  object_class->set_property = seven_history_window_set_property;

  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, SEVEN_TYPE_HISTORY_LIST, readable);
  properties[PROP_PAGE] = g_param_spec_string (
      "page", NULL, NULL, "list", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, SEVEN_TYPE_RUN_RECORD, readable);
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEVEN_TYPE_SESSION,
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WATCH] = g_param_spec_object ("watch", NULL, NULL, SEVEN_TYPE_DELIVERY_WATCH, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[LOOK_AGAIN] = g_signal_new ("look-again", SEVEN_TYPE_HISTORY_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
      NULL, NULL, G_TYPE_NONE, 1, SEVEN_TYPE_RUN_RECORD);
  signals[TEST_AGAIN] = g_signal_new ("test-again", SEVEN_TYPE_HISTORY_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
      NULL, NULL, G_TYPE_NONE, 1, SEVEN_TYPE_RUN_RECORD);

  g_type_ensure (SEVEN_TYPE_HISTORY_DETAILS);
  g_type_ensure (SEVEN_TYPE_HISTORY_EMPTY);
  g_type_ensure (SEVEN_TYPE_HISTORY_LIST);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "history.back", NULL);
  bind_template (widget_class);
}

static void
seven_history_window_init (SevenHistoryWindow *self)
{
  self->page = g_strdup ("list");
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search_entry), GTK_WIDGET (self));
  gtk_window_set_focus (GTK_WINDOW (self), self->search_entry);
  if (g_str_equal (SEVEN_PROFILE, "development"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
}

/**
 * seven_history_window_new:
 * @application: the application
 * @session: what all windows share
 *
 * Returns: (transfer none): a window that lists all tests
 */
SevenHistoryWindow *
seven_history_window_new (GtkApplication *application, SevenSession *session)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (SEVEN_IS_SESSION (session), NULL);

  return g_object_new (SEVEN_TYPE_HISTORY_WINDOW, "application", application, "session", session, NULL);
}

/* (transfer none) (nullable): the chosen test; none while the template is built. */
SevenRunRecord *
seven_history_window_get_record (SevenHistoryWindow *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

void
seven_history_window_show_page (SevenHistoryWindow *self, const char *page)
{
  set_page (self, page);
}

/**
 * seven_history_window_add_toast:
 * @self: a window
 * @text: a sentence or two
 *
 * Says something in passing.
 */
void
seven_history_window_add_toast (SevenHistoryWindow *self, const char *text)
{
  AdwToast *toast;
  GtkWidget *label;

  g_return_if_fail (SEVEN_IS_HISTORY_WINDOW (self));
  g_return_if_fail (text != NULL);

  /* What was begun for a window may end after it. */
  if (self->toast_overlay == NULL)
    return;
  toast = adw_toast_new (text);
  /* A title of its own would be cut off at the end of the line. */
  label =
      g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "max-width-chars", 64, "xalign", 0.0F, NULL);
  adw_toast_set_custom_title (toast, label);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
seven_history_window_test_again (SevenHistoryWindow *self, SevenRunRecord *record)
{
  g_signal_emit (self, signals[TEST_AGAIN], 0, record);
}

void
seven_history_window_look_again (SevenHistoryWindow *self, SevenRunRecord *record)
{
  g_signal_emit (self, signals[LOOK_AGAIN], 0, record);
}

/**
 * seven_history_window_watch:
 * @self: a window
 * @watch: (transfer none): asks for the report of the chosen test
 *
 * Starts it, and shows what it learns until another test is chosen.
 */
void
seven_history_window_watch (SevenHistoryWindow *self, SevenDeliveryWatch *watch)
{
  g_return_if_fail (SEVEN_IS_HISTORY_WINDOW (self));
  g_return_if_fail (SEVEN_IS_DELIVERY_WATCH (watch));

  set_watch (self, watch);
  seven_delivery_watch_start (watch);
}
