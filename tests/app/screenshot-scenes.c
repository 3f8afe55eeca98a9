/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "screenshot-scenes.h"

#include "../model/fake-history-store.h"
#include "app-test.h"
#include "seven-connection.h"
#include "seven-history-window.h"
#include "seven-phone.h"
#include "seven-return-code.h"
#include "seven-series-window.h"
#include "seven-test-run.h"

/* The file of the document whose key is in the keyring; it is never read or written. */
#define URI "file:///srv/logto/connector.json"
#define KEY "example-key-not-real"

gboolean
scene_wait_until (gpointer object, const char *property, gboolean wanted)
{
  gboolean over = FALSE;
  gboolean value = !wanted;
  guint timer = g_timeout_add_seconds (SCENE_LIMIT, time_over_cb, &over);

  for (;;) {
    g_object_get (object, property, &value, NULL);
    if (value == wanted || over)
      break;
    g_main_context_iteration (NULL, TRUE);
  }
  g_source_remove (timer);
  return value == wanted;
}

gboolean
scene_wait_for_width (GtkWidget *widget, int width)
{
  gboolean over = FALSE;
  guint timer = g_timeout_add_seconds (SCENE_LIMIT, time_over_cb, &over);

  while (gtk_widget_get_width (widget) > width && !over)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
  return gtk_widget_get_width (widget) <= width;
}

GtkWindow *
scene_delivered (SevenWindow *window)
{
  g_autoptr (SevenTestRun) test_run = NULL;
  SevenDeliveryWatch *delivery;

  g_object_get (window, "test-run", &test_run, NULL);
  delivery = seven_result_get_delivery (seven_test_run_get_result (test_run));
  return delivery != NULL && scene_wait_until (delivery, "final", TRUE) ? GTK_WINDOW (window) : NULL;
}

static GtkWindow *
find_series_window (SevenWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

    /* Its list holds it on. */
    if (SEVEN_IS_SERIES_WINDOW (other) && gtk_window_get_transient_for (other) == GTK_WINDOW (window))
      return other;
  }
  return NULL;
}

GtkWindow *
scene_every_template (SevenWindow *window)
{
  GtkWindow *series;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.test-all", NULL);
  series = find_series_window (window);
  if (series == NULL ||
      !scene_wait_until (seven_series_window_get_series (SEVEN_SERIES_WINDOW (series)), "done", TRUE))
    return NULL;
  return series;
}

/* A file whose key has moved to the keyring, and what both hosts say of it. */
GtkWindow *
scene_key (SevenWindow *window)
{
  SevenDocument *document = seven_window_get_document (window);
  g_autoptr (SevenConnection) connection = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_object_get (window, "connection", &connection, NULL);
  text = g_strdup (seven_document_get_text (document, &length));
  seven_document_reset (document, text, length, URI, "1");
  g_object_set (document, "api-key", KEY, NULL);
  seven_key_keeper_set_wanted (seven_connection_get_keeper (connection), TRUE);
  if (!scene_wait_until (seven_connection_get_keeper (connection), "busy", FALSE))
    return NULL;
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find_type (window, ADW_TYPE_EXPANDER_ROW)), TRUE);
  seven_key_check_run (seven_connection_get_check (connection));
  seven_host_comparison_run (seven_connection_get_comparison (connection));
  return scene_wait_until (seven_connection_get_check (connection), "good", TRUE) &&
          scene_wait_until (seven_connection_get_comparison (connection), "alike", TRUE)
      ? GTK_WINDOW (window)
      : NULL;
}

/* The last one is the newest. */
static const struct
{
  const char *time;
  const char *gateway;
  const char *usage;
  const char *recipient;
  SevenState state;
  int code;
  int gateway_code;
  SevenDelivery delivery;
  SevenLogtoVerdict logto;
  gboolean logto_wrong;
} tests[] = {
  { "2026-11-18T16:40:12Z", "sandbox", "Generic", "+447700900123", SEVEN_STATE_ACCEPTED, 100, 100,
      SEVEN_DELIVERY_DELIVERED, SEVEN_LOGTO_SUCCESS, FALSE },
  { "2026-11-19T09:02:51Z", "seven", "Generic", "+447700900900", SEVEN_STATE_REFUSED, 900, 900,
      SEVEN_DELIVERY_NONE, SEVEN_LOGTO_ERROR, FALSE },
  { "2026-11-19T09:05:30Z", "seven", "Generic", "+447700900145", SEVEN_STATE_ACCEPTED, 100, 100,
      SEVEN_DELIVERY_DELIVERED, SEVEN_LOGTO_SUCCESS, FALSE },
  { "2026-11-19T09:06:14Z", "seven", "Generic", "+447700900145", SEVEN_STATE_REFUSED, 402, 402,
      SEVEN_DELIVERY_NONE, SEVEN_LOGTO_ERROR, FALSE },
  { "2026-11-20T08:15:03Z", "old", "SignIn", "+447700900145", SEVEN_STATE_ACCEPTED, 100, 100,
      SEVEN_DELIVERY_NOT_DELIVERED, SEVEN_LOGTO_SUCCESS, FALSE },
  { "2026-11-20T08:19:47Z", "old", "Register", "+447700900778", SEVEN_STATE_REFUSED, 202, 100,
      SEVEN_DELIVERY_NONE, SEVEN_LOGTO_SUCCESS, TRUE },
  { "2026-11-20T08:21:20Z", "old", "Register", "+447700900145", SEVEN_STATE_ACCEPTED, 100, 100,
      SEVEN_DELIVERY_DELIVERED, SEVEN_LOGTO_SUCCESS, FALSE },
};

static SevenHistoryEntry *
create_entry (guint i)
{
  SevenHistoryEntry *entry = seven_history_entry_new ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (tests[i].time, NULL);
  g_autoptr (SevenPhone) phone = seven_phone_parse (tests[i].recipient, NULL);
  gboolean accepted = tests[i].state == SEVEN_STATE_ACCEPTED;

  entry->time = g_date_time_to_unix (time) * G_USEC_PER_SEC;
  entry->gateway = g_strdup (tests[i].gateway);
  entry->usage = g_strdup (tests[i].usage);
  entry->recipient = seven_phone_dup_masked (phone);
  entry->country = g_strdup (seven_phone_get_country (phone));
  entry->message_id = accepted ? g_strdup_printf ("770000000%02u", i) : NULL;
  entry->state = tests[i].state;
  entry->code = tests[i].code;
  entry->gateway_code = tests[i].gateway_code;
  entry->title = g_strdup (seven_return_code_get_title (seven_return_code_find (tests[i].code)));
  entry->encoding = g_strdup ("gsm");
  entry->predicted_parts = 1;
  entry->billed_parts = accepted ? 1 : -1;
  entry->price = accepted ? 0.075 : NAN;
  entry->delivery = tests[i].delivery;
  entry->delivery_time = accepted ? entry->time + 4 * G_USEC_PER_SEC : 0;
  entry->logto = tests[i].logto;
  entry->logto_wrong = tests[i].logto_wrong;
  entry->elapsed_ms = 180 + 17 * i;
  return entry;
}

/* Has tests of its own, at times that are always the same; the second row is chosen. */
GtkWindow *
scene_history (SevenWindow *window)
{
  g_autoptr (FakeHistoryStore) store = fake_history_store_new ();
  g_autoptr (SevenSession) own = NULL;
  g_autoptr (SevenSession) session = NULL;
  g_autoptr (SevenHistoryList) list = NULL;
  SevenHistoryWindow *history;
  GtkWidget *view;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    fake_history_store_put (store, create_entry (i));
  g_object_get (window, "session", &session, NULL);
  own =
      seven_session_new (NULL, NULL, NULL, SEVEN_HISTORY_STORE (store), seven_session_get_gateways (session));
  history = seven_history_window_new (gtk_window_get_application (GTK_WINDOW (window)), own);
  gtk_window_present (GTK_WINDOW (history));
  g_object_get (history, "list", &list, NULL);
  if (!scene_wait_until (list, "loading", FALSE))
    return NULL;
  gtk_test_widget_wait_for_draw (GTK_WIDGET (history));
  view = find_type (history, GTK_TYPE_LIST_VIEW);
  gtk_single_selection_set_selected (
      GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (view))), 1);
  return GTK_WINDOW (history);
}
