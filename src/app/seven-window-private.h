/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-window.h"

#include "seven-connection.h"
#include "seven-delivery-notifier.h"
#include "seven-form-pane.h"
#include "seven-json-pane.h"
#include "seven-preview.h"
#include "seven-problem-list.h"
#include "seven-test-pane.h"
#include "seven-test-run.h"

G_BEGIN_DECLS

struct _SevenWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkWidget *paned;
  SevenFormPane *form_pane;
  SevenJsonPane *json_pane;
  SevenTestPane *test_pane;
  GtkWidget *left_stack;
  GtkWidget *right_stack;

  SevenSession *session;
  GSettings *settings;
  SevenDocument *document;
  SevenPreview *preview;
  SevenTestRun *test_run;
  SevenConnection *connection;
  SevenDeliveryNotifier *notifier;

  GCancellable *cancellable; /* of what is loaded or saved for this window */
  GtkWindow *close_question; /* (nullable): weak: while it is asked whether to close */
  gboolean closing; /* as soon as what is under way has stopped */
  GtkWindow *series_question; /* (nullable): weak */
  GtkWindow *series_window; /* (nullable): weak: the last test of every template */
  SevenProblem *current_problem; /* the one that was gone to last */
  char *left_pane;
  char *right_pane;
  char *pane;
  gboolean end_visible;
};

/* seven-window-actions.c */
void seven_window_add_actions (SevenWindow *self);
void seven_window_install_shortcuts (GtkWidgetClass *widget_class);
void seven_window_go_to_problem (SevenWindow *self, SevenProblem *problem);
void seven_window_show_pane (SevenWindow *self, const char *pane);

/* seven-window-files.c */
void seven_window_load (SevenWindow *self, const char *uri, SevenCharset charset);
void seven_window_save_async (
    SevenWindow *self, gboolean choose, GAsyncReadyCallback callback, gpointer user_data);
void seven_window_report_save (SevenWindow *self, GAsyncResult *result);
void seven_window_ask_to_close (SevenWindow *self);

/* seven-window-test.c */
gboolean seven_window_is_testing (SevenWindow *self);
void seven_window_watch_tests (SevenWindow *self);
void seven_window_ask_to_stop (SevenWindow *self);
void seven_window_test_all (SevenWindow *self);

G_END_DECLS
