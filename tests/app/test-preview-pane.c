/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "app-test.h"

#include "seven-bubble.h"
#include "seven-flow-row.h"
#include "seven-preview-pane.h"

#define ONE \
  "{\"apiKey\": \"k\", \"from\": \"Acme\", \"templates\": [{\"usageType\": \"SignIn\", \"content\": " \
  "\"{{code}} is " \
  "it.\"}]}"

typedef struct
{
  SevenDocument *document;
  SevenPreview *preview;
  GtkWidget *pane;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->document = create_document (data);
  self->preview = seven_preview_new (self->document);
  self->pane = g_object_new (SEVEN_TYPE_PREVIEW_PANE, NULL);
  assert_object_contract (self->pane, "preview", self->preview);
  self->window = show_in_window (self->pane);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  assert_freed_with (self->window, self->pane);
  g_assert_finalize_object (self->preview);
  g_assert_finalize_object (self->document);
}

static void
test_messages (Fixture *self, gconstpointer data)
{
  GtkWidget *entry = find_type (self->pane, GTK_TYPE_ENTRY);

  g_assert_nonnull (find_label (self->pane, "SignIn"));
  g_assert_nonnull (find_label (self->pane, "from Acme"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "777777");
  assert_string (self->preview, "code", "777777");
  gtk_test_widget_wait_for_draw (self->window);
  g_assert_nonnull (find_label (self->pane, "777777 is it."));
  g_object_set (self->preview, "code", "888888", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "888888");
}

/* What is chosen and what the preview says of it stay the same, both ways. */
static void
test_destination (Fixture *self, gconstpointer data)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (find_type (self->pane, GTK_TYPE_DROP_DOWN));
  g_autoptr (GListModel) destinations = NULL;
  g_autoptr (GObject) chosen = NULL;

  assert_name (drop_down, "Destination");
  g_object_get (self->preview, "destinations", &destinations, NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 0);
  g_assert_nonnull (find_label (drop_down, "Any country"));
  gtk_drop_down_set_selected (drop_down, 1);
  g_object_get (self->preview, "destination", &chosen, NULL);
  g_assert_true (chosen == gtk_drop_down_get_selected_item (drop_down));
  for (guint i = 1; i < count_items (destinations); i++) {
    g_autoptr (GObject) choice = g_list_model_get_item (destinations, i);

    g_object_set (self->preview, "destination", choice, NULL);
    g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, i);
  }
}

static gboolean
is_open (gpointer drop_down)
{
  return find_type (drop_down, GTK_TYPE_POPOVER) != NULL;
}

/* What is typed once the list of countries is open goes into its search, from the first time on. */
static void
test_destination_search (Fixture *self, gconstpointer data)
{
  GtkWidget *drop_down = find_type (self->pane, GTK_TYPE_DROP_DOWN);

  for (int i = 0; i < 2; i++) {
    GtkWidget *focus;

    g_assert_true (gtk_widget_activate (drop_down));
    wait_for (is_open, drop_down);
    gtk_test_widget_wait_for_draw (self->window);
    focus = gtk_window_get_focus (GTK_WINDOW (self->window));
    g_assert_nonnull (focus);
    g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY));
    gtk_popover_popdown (GTK_POPOVER (find_type (drop_down, GTK_TYPE_POPOVER)));
    g_assert_false (is_open (drop_down));
  }
}

static void
test_advice (Fixture *self, gconstpointer data)
{
  static const char advice[] = "A name as sender is replaced by a number, or the SMS is refused. As of 2026.";
  g_autoptr (SevenDestinationChoice) africa =
      seven_destination_choice_new (seven_destination_find_digits ("27"));

  g_assert_null (find_label (self->pane, advice));
  g_object_set (self->preview, "destination", africa, NULL);
  g_assert_nonnull (find_label (self->pane, advice));
  g_assert_true (gtk_widget_has_css_class (find_label (self->pane, advice), "warning"));
  seven_document_set_sender (self->document, "");
  g_assert_null (find_label (self->pane, advice));
}

static gboolean
shows_all_flows (gpointer pane)
{
  for (SevenUsageType usage = 0; usage < SEVEN_N_FLOWS; usage++) {
    if (find_label (pane, seven_usage_get_flow (usage)) == NULL)
      return FALSE;
  }
  return TRUE;
}

static GtkWidget *
find_flow (Fixture *self, SevenUsageType usage)
{
  wait_for (shows_all_flows, self->pane);
  return gtk_widget_get_ancestor (find_label (self->pane, seven_usage_get_flow (usage)), SEVEN_TYPE_FLOW_ROW);
}

/* What a flow says stands in words, and its buttons say which flow they are for. */
static void
test_flows (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find_flow (self, SEVEN_USAGE_SIGN_IN);

  g_assert_nonnull (find_label (self->pane, "1 of 8 Logto flows covered"));
  g_assert_nonnull (find_label (row, "Works"));
  g_assert_null (find_button (row, "Add"));
  row = find_flow (self, SEVEN_USAGE_GENERIC);
  assert_name (find_button (row, "Add"), "Add a template for “Logto’s Test button”");
  click (find_button (row, "Add"));
  g_assert_cmpuint (count_items (seven_document_get_templates (self->document)), ==, 2);
  g_assert_nonnull (find_label (row, "Works"));
  g_assert_nonnull (find_label (self->pane, "2 of 8 Logto flows covered"));
}

/* Where the row stands in the pane, in pixels. */
static float
get_top (Fixture *self, GtkWidget *row)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (row, self->pane, &bounds));
  return bounds.origin.y;
}

/* So much of the page is seen that the flow is in the middle and others are cut off. */
static GtkWidget *
scroll_to_flow (Fixture *self, SevenUsageType usage)
{
  GtkWidget *scrolled_window = find_type (self->pane, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled_window));
  GtkWidget *row = find_flow (self, usage);

  gtk_window_set_default_size (GTK_WINDOW (self->window), 500, 300);
  gtk_test_widget_wait_for_draw (self->window);
  gtk_adjustment_set_value (
      adjustment, gtk_adjustment_get_value (adjustment) + (double) get_top (self, row) - 120);
  gtk_test_widget_wait_for_draw (self->window);
  g_assert_cmpfloat (get_top (self, row), >, 0);
  g_assert_cmpfloat (get_top (self, row), <, 200);
  return row;
}

/* A click in a row that is in view moves nothing. */
static void
test_menu_moves_nothing (Fixture *self, gconstpointer data)
{
  GtkWidget *row = scroll_to_flow (self, SEVEN_USAGE_GENERIC);
  GtkWidget *button = find_type (row, GTK_TYPE_MENU_BUTTON);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (find_type (self->pane, GTK_TYPE_SCROLLED_WINDOW)));
  double value = gtk_adjustment_get_value (adjustment);

  g_assert_cmpfloat (value, >, 0);
  g_assert_true (gtk_widget_grab_focus (button));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  gtk_test_widget_wait_for_draw (self->window);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), value, 0.01);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
}

/* A message more stands above the flows: they stay where they are. */
static void
test_add_moves_nothing (Fixture *self, gconstpointer data)
{
  GtkWidget *row = scroll_to_flow (self, SEVEN_USAGE_GENERIC);
  GtkWidget *button = find_button (row, "Add");
  float top = get_top (self, row);

  g_assert_true (gtk_widget_grab_focus (button));
  click (button);
  gtk_test_widget_wait_for_draw (self->window);
  g_assert_nonnull (find_label (row, "Works"));
  g_assert_cmpfloat_with_epsilon (get_top (self, row), top, 2);
}

static void
test_flow_not_in_use (Fixture *self, gconstpointer data)
{
  g_autoptr (GListModel) flows = NULL;
  g_autoptr (SevenFlow) flow = NULL;
  GtkWidget *row;

  g_object_get (self->preview, "flows", &flows, NULL);
  flow = g_list_model_get_item (flows, 7);
  row = g_object_ref_sink (seven_flow_row_new (flow));
  g_assert_nonnull (find_button (row, "Add"));
  gtk_widget_activate_action (row, "flow.in-use", NULL);
  assert_boolean (flow, "in-use", FALSE);
  g_assert_null (find_button (row, "Add"));
  g_assert_nonnull (find_label (row, "Not in use"));
  g_assert_finalize_object (row);
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_assert_nonnull (find_type (self->pane, ADW_TYPE_STATUS_PAGE));
  g_assert_null (find_type (self->pane, SEVEN_TYPE_BUBBLE));
  gtk_widget_activate_action (self->pane, "preview.add-all-missing", NULL);
  g_assert_cmpuint (count_items (seven_document_get_templates (self->document)), ==, SEVEN_N_FLOWS);
  g_assert_null (find_type (self->pane, ADW_TYPE_STATUS_PAGE));
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add ("/preview-pane/messages", Fixture, ONE, set_up, test_messages, tear_down);
  g_test_add ("/preview-pane/destination", Fixture, ONE, set_up, test_destination, tear_down);
  g_test_add ("/preview-pane/destination-search", Fixture, ONE, set_up, test_destination_search, tear_down);
  g_test_add ("/preview-pane/advice", Fixture, ONE, set_up, test_advice, tear_down);
  g_test_add ("/preview-pane/flows", Fixture, ONE, set_up, test_flows, tear_down);
  g_test_add ("/preview-pane/menu-moves-nothing", Fixture, ONE, set_up, test_menu_moves_nothing, tear_down);
  g_test_add ("/preview-pane/add-moves-nothing", Fixture, ONE, set_up, test_add_moves_nothing, tear_down);
  g_test_add ("/preview-pane/flow-not-in-use", Fixture, ONE, set_up, test_flow_not_in_use, tear_down);
  g_test_add ("/preview-pane/empty", Fixture, "{\"apiKey\": \"k\", \"from\": \"Acme\", \"templates\": []}",
      set_up, test_empty, tear_down);
  return g_test_run ();
}
