/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-history-window.h"

#include "seven-choice-sync.h"
#include "seven-history-details.h"

G_BEGIN_DECLS

struct _SevenHistoryWindow
{
  AdwWindow parent_instance;

  SevenHistoryDetails *details;
  GtkWidget *gateway_choice;
  AdwLeaflet *leaflet;
  GtkListView *list_view;
  GtkWidget *result_choice;
  GtkWidget *search_entry;
  GtkSingleSelection *selection;
  AdwToastOverlay *toast_overlay;

  SevenSession *session;
  SevenHistoryList *list;
  SevenChoiceSync *gateway_sync;
  SevenChoiceSync *result_sync;
  SevenDeliveryWatch *watch; /* (nullable): of the chosen test */
  GSimpleActionGroup *actions;
  GCancellable *cancellable; /* of what is done for this window */
  char *page;
  gint64 chosen_id; /* the test that is chosen; 0: none */
  guint chosen_position; /* where it was seen last */
  gboolean choose_next; /* the chosen test is being deleted: its neighbour comes next */
};

/* seven-history-actions.c */
void seven_history_window_add_actions (SevenHistoryWindow *self);
void seven_history_window_update_actions (SevenHistoryWindow *self);

/* seven-history-window.c */
SevenRunRecord *seven_history_window_get_record (SevenHistoryWindow *self);
void seven_history_window_show_page (SevenHistoryWindow *self, const char *page);
void seven_history_window_look_again (SevenHistoryWindow *self, SevenRunRecord *record);
void seven_history_window_test_again (SevenHistoryWindow *self, SevenRunRecord *record);

G_END_DECLS
