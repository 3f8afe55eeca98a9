/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-test-run-private.h"

#define TICK 100 /* milliseconds */

/* One send: what it needs to know when the answer comes, whatever the form says by then. */
typedef struct
{
  SevenTestRun *run;
  SevenGatewayChoice *gateway;
  SevenRequest *request;
  SevenMessage *message;
  char *recipient;
  char *sender;
  gboolean accepted_config;
} SendJob;

static void
send_job_free (SendJob *job)
{
  g_object_unref (job->run);
  g_object_unref (job->gateway);
  seven_request_unref (job->request);
  g_object_unref (job->message);
  g_free (job->recipient);
  g_free (job->sender);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SendJob, send_job_free)

static SendJob *
send_job_new (SevenTestRun *self)
{
  SevenConfig *config = seven_document_get_config (self->document);
  g_autofree char *key = seven_test_run_dup_api_key (self);
  SendJob *job = g_new0 (SendJob, 1);

  job->run = g_object_ref (self);
  job->gateway = g_object_ref (self->gateway);
  job->request = seven_request_new_send (
      key, self->sender, seven_message_get_text (self->message), seven_phone_get_digits (self->phone));
  job->message = g_object_ref (self->message);
  job->recipient = seven_phone_dup_display (self->phone);
  job->sender = g_strdup (self->sender);
  job->accepted_config = seven_config_is_accepted (config);

  return job;
}

static SevenResult *
make_result (SendJob *job, SevenExchange *exchange)
{
  g_autoptr (SevenOutcome) outcome = seven_outcome_new (exchange, job->accepted_config);
  g_autofree char *base_url = seven_gateway_choice_dup_base_url (job->gateway);
  SevenResultContext context = {
    .gateway = seven_gateway_choice_get_name (job->gateway),
    .base_url = base_url,
    .request = job->request,
    .recipient = job->recipient,
    .sender = job->sender,
    .predicted = seven_message_get_sms_text (job->message),
    .accepted_config = job->accepted_config,
  };

  return seven_result_new (outcome, &context);
}

static void
exchanged_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SendJob) job = user_data;
  SevenTestRun *self = job->run;
  g_autoptr (SevenExchange) exchange = seven_gateway_exchange_finish (SEVEN_GATEWAY (source_object), result);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->cancellable);
  self->result = make_result (job, exchange);
  seven_test_run_refresh (self);
}

static gboolean
tick_cb (gpointer user_data)
{
  seven_shown_refresh (SEVEN_TEST_RUN (user_data)->shown);

  return G_SOURCE_CONTINUE;
}

/**
 * seven_test_run_send:
 * @self: a test
 *
 * Sends the message, once. Does nothing unless the test is ready. On a live gateway whoever calls has asked first. The
 * answer comes as the property result.
 */
void
seven_test_run_send (SevenTestRun *self)
{
  SevenGateway *gateway;
  SendJob *job;

  g_return_if_fail (SEVEN_IS_TEST_RUN (self));

  if (!seven_test_run_is_ready (self))
    return;
  job = send_job_new (self);
  gateway = seven_gateway_choice_get_gateway (self->gateway);
  g_clear_object (&self->result);
  self->cancellable = g_cancellable_new ();
  self->started = g_get_monotonic_time ();
  self->tick_id = g_timeout_add (TICK, tick_cb, self);
  seven_gateway_exchange_async (gateway, job->request, self->cancellable, exchanged_cb, job);
  seven_test_run_refresh (self);
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
