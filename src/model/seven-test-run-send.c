/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-test-run-private.h"

#define TICK 100 /* milliseconds */

/* Each press of Send is one job, which is sent once. */
static SevenSendJob *
create_job (SevenTestRun *self)
{
  g_autofree char *key = seven_test_run_dup_api_key (self);

  return seven_send_job_new (self->session, self->document, self->gateway, key,
      seven_template_item_get_usage (self->template), self->sender, self->message, self->phone);
}

static gboolean
tick_cb (gpointer user_data)
{
  seven_shown_refresh (SEVEN_TEST_RUN (user_data)->shown);

  return G_SOURCE_CONTINUE;
}

static void
sent_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SevenTestRun) self = user_data;
  g_autoptr (SevenSendJob) job = g_steal_pointer (&self->running);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->cancellable);
  self->result = seven_send_job_run_finish (job, result);
  seven_test_run_refresh (self);
}

/* job: (transfer full) */
static void
run (SevenTestRun *self, SevenSendJob *job)
{
  g_clear_object (&self->result);
  self->running = job;
  self->cancellable = g_cancellable_new ();
  self->started = g_get_monotonic_time ();
  self->tick_id = g_timeout_add (TICK, tick_cb, self);
  seven_send_job_run_async (job, self->cancellable, sent_cb, g_object_ref (self));
  seven_test_run_refresh (self);
}

/**
 * seven_test_run_send:
 * @self: a test
 *
 * Sends the message, once. Does nothing unless the test is ready. On a live gateway whoever calls has asked first:
 * better is seven_test_run_ask(). The answer comes as the property result.
 */
void
seven_test_run_send (SevenTestRun *self)
{
  g_return_if_fail (SEVEN_IS_TEST_RUN (self));

  if (seven_test_run_is_ready (self))
    run (self, create_job (self));
}

/**
 * seven_test_run_ask:
 * @self: a test
 *
 * Makes the message ready to be sent as it is now, and keeps it so until seven_test_run_answer(): what was asked about is
 * what is sent. Until then the property asking is %TRUE and the test is not ready for another. Does nothing unless the
 * test is ready.
 *
 * Returns: whether the person has to be asked now, by question-title and question-body
 */
gboolean
seven_test_run_ask (SevenTestRun *self)
{
  g_return_val_if_fail (SEVEN_IS_TEST_RUN (self), FALSE);

  if (!seven_test_run_is_ready (self))
    return FALSE;
  self->pending = create_job (self);
  seven_test_run_refresh (self);

  return TRUE;
}

/**
 * seven_test_run_answer:
 * @self: a test
 * @send: whether to send
 *
 * Ends what seven_test_run_ask() began, and sends what was asked about, or does not. Does nothing where nothing was
 * asked.
 */
void
seven_test_run_answer (SevenTestRun *self, gboolean send)
{
  SevenSendJob *job;

  g_return_if_fail (SEVEN_IS_TEST_RUN (self));

  job = g_steal_pointer (&self->pending);
  if (job == NULL)
    return;
  if (send) {
    run (self, job);
    return;
  }
  seven_send_job_unref (job);
  seven_test_run_refresh (self);
}

/**
 * seven_test_run_create_series:
 * @self: a test
 *
 * Returns: (transfer full) (nullable): a test of every template by the gateway and to the recipient of this one, not
 *   started yet; %NULL where series-ready is %FALSE
 */
SevenTestSeries *
seven_test_run_create_series (SevenTestRun *self)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (SEVEN_IS_TEST_RUN (self), NULL);

  if (!seven_test_run_is_series_ready (self))
    return NULL;
  key = seven_test_run_dup_api_key (self);

  return seven_test_series_new (self->session, self->document, self->gateway, key, self->phone);
}

/**
 * seven_test_run_stop:
 * @self: a test
 *
 * Stops waiting for the answer, where one is awaited. The result says whether the request had left by then.
 */
void
seven_test_run_stop (SevenTestRun *self)
{
  g_return_if_fail (SEVEN_IS_TEST_RUN (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}
