/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-window-private.h"

#include "seven-question.h"
#include "seven-series-window.h"
#include "seven-weak.h"

#include <glib/gi18n-lib.h>

static SevenTestSeries *
get_series (SevenWindow *self)
{
  return self->series_window != NULL
      ? seven_series_window_get_series (SEVEN_SERIES_WINDOW (self->series_window))
      : NULL;
}

/* Whether an answer is awaited that closing the window would not see. */
gboolean
seven_window_is_testing (SevenWindow *self)
{
  SevenTestSeries *series = get_series (self);

  return seven_test_run_is_sending (self->test_run) ||
      (series != NULL && seven_test_series_is_running (series));
}

/* Closing */

static gboolean
close_cb (gpointer user_data)
{
  g_autoptr (SevenWindow) self = g_weak_ref_get (user_data);

  if (self != NULL)
    gtk_window_close (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

/* With the test the question ends: the answer is there to be read. A test that was stopped has got into the history
 * by now, and the window may go; but not while the test still tells of its end. */
static void
testing_changed_cb (SevenWindow *self)
{
  if (seven_window_is_testing (self))
    return;
  if (self->close_question != NULL)
    gtk_window_close (self->close_question);
  if (!self->closing)
    return;
  self->closing = FALSE;
  g_idle_add_full (G_PRIORITY_DEFAULT, close_cb, seven_weak_new (self), seven_weak_free);
}

/* So that closing waits for the end of what it stops. */
void
seven_window_watch_tests (SevenWindow *self)
{
  g_signal_connect_object (self->test_run, "notify::sending", G_CALLBACK (testing_changed_cb), self,
      G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
stop_response_cb (SevenWindow *self, const char *response)
{
  SevenTestSeries *series = get_series (self);

  if (!g_str_equal (response, "close"))
    return;
  self->closing = TRUE;
  seven_test_run_stop (self->test_run);
  if (series != NULL)
    seven_test_series_stop (series);
}

static AdwMessageDialog *
create_stop_question (SevenWindow *self)
{
  SevenTestSeries *series = get_series (self);
  gboolean live =
      seven_test_run_is_live (self->test_run) || (series != NULL && seven_test_series_is_live (series));

  return seven_question_new_close (GTK_WINDOW (self), _ ("A Test Is Under Way"),
      live ? _ ("Closing does not call the SMS back: once the request has left, it may still arrive and be "
                "billed. The history then keeps the test as one of which this is not known.")
           : _ ("Its answer will not be seen. Nothing is sent."));
}

/* Whether to close the window although a test is under way. */
void
seven_window_ask_to_stop (SevenWindow *self)
{
  AdwMessageDialog *dialog;

  if (self->close_question == NULL) {
    dialog = create_stop_question (self);
    g_signal_connect_object (dialog, "response", G_CALLBACK (stop_response_cb), self, G_CONNECT_SWAPPED);
    g_set_weak_pointer (&self->close_question, GTK_WINDOW (dialog));
  }
  gtk_window_present (self->close_question);
}

/* Every template */

static void
start_series (SevenWindow *self, SevenTestSeries *series)
{
  GtkWidget *window;

  if (self->series_window != NULL)
    gtk_window_destroy (self->series_window);
  window = seven_series_window_new (GTK_WINDOW (self), series, seven_session_get_text_store (self->session));
  g_set_weak_pointer (&self->series_window, GTK_WINDOW (window));
  g_signal_connect_object (
      series, "notify::running", G_CALLBACK (testing_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_window_present (GTK_WINDOW (window));
  seven_test_series_start (series);
}

typedef struct
{
  SevenWindow *window; /* borrowed: the dialog does not outlive it */
  SevenTestSeries *series;
} SeriesQuestion;

static void
series_question_free (gpointer data, GClosure *closure)
{
  SeriesQuestion *question = data;

  g_clear_object (&question->series);
  g_free (question);
}

static void
series_answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  SeriesQuestion *question = user_data;

  if (g_str_equal (response, "send"))
    start_series (question->window, question->series);
}

static void
ask_about_series (SevenWindow *self, SevenTestSeries *series)
{
  AdwMessageDialog *dialog = seven_question_new_payment (GTK_WINDOW (self), G_OBJECT (series));
  SeriesQuestion *question = g_new0 (SeriesQuestion, 1);

  question->window = self;
  question->series = g_object_ref (series);
  g_signal_connect_data (
      dialog, "response", G_CALLBACK (series_answered_cb), question, series_question_free, 0);
  g_set_weak_pointer (&self->series_question, GTK_WINDOW (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* One series at a time: the window of one that runs comes to the front. */
void
seven_window_test_all (SevenWindow *self)
{
  SevenTestSeries *running = get_series (self);
  g_autoptr (SevenTestSeries) series = NULL;

  if (self->series_question != NULL)
    gtk_window_present (self->series_question);
  else if (running != NULL && seven_test_series_is_running (running))
    gtk_window_present (self->series_window);
  else
    series = seven_test_run_create_series (self->test_run);
  if (series == NULL)
    return;
  if (seven_test_series_is_live (series) && seven_test_series_get_n_total (series) > 0)
    ask_about_series (self, series);
  else
    start_series (self, series);
}
