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

static gboolean
shows_flows (gpointer pane)
{
  return find_type (pane, SEVEN_TYPE_FLOW_ROW) != NULL;
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

/* What a flow says stands in words, and its buttons say which flow they are for. */
static void
test_flows (Fixture *self, gconstpointer data)
{
  GtkWidget *list, *row;

  wait_for (shows_flows, self->pane);
  list = gtk_widget_get_parent (find_type (self->pane, SEVEN_TYPE_FLOW_ROW));
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_nonnull (find_label (row, "Works"));
  g_assert_null (find_button (row, "Add"));
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 3));
  assert_name (find_button (row, "Add"), "Add a template for “Logto’s Test button”");
  click (find_button (row, "Add"));
  g_assert_cmpuint (count_items (seven_document_get_templates (self->document)), ==, 2);
  g_assert_nonnull (find_label (row, "Works"));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), SEVEN_N_FLOWS));
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
  g_test_add ("/preview-pane/advice", Fixture, ONE, set_up, test_advice, tear_down);
  g_test_add ("/preview-pane/flows", Fixture, ONE, set_up, test_flows, tear_down);
  g_test_add ("/preview-pane/flow-not-in-use", Fixture, ONE, set_up, test_flow_not_in_use, tear_down);
  g_test_add ("/preview-pane/empty", Fixture, "{\"apiKey\": \"k\", \"from\": \"Acme\", \"templates\": []}",
      set_up, test_empty, tear_down);
  return g_test_run ();
}
