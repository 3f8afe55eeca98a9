/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-send-job.h"

struct _SevenSendJob
{
  SevenSession *session;
  SevenGatewayChoice *gateway;
  SevenRequest *request;
  SevenMessage *message;
  SevenPhone *phone;
  char *usage; /* (nullable) */
  char *sender; /* (nullable) */
  gboolean accepted_config;
  gboolean noted; /* among the recent sends, by this one */
  SevenRunRecord *record; /* (nullable) */
};

SevenSendJob *
seven_send_job_new (SevenSession *session, SevenDocument *document, SevenGatewayChoice *gateway,
    const char *api_key, const char *usage, const char *sender, SevenMessage *message,
    const SevenPhone *phone)
{
  SevenConfig *config = seven_document_get_config (document);
  SevenSendJob *self = g_rc_box_new0 (SevenSendJob);

  self->session = g_object_ref (session);
  self->gateway = g_object_ref (gateway);
  self->request = seven_request_new_send (
      api_key, sender, seven_message_get_text (message), seven_phone_get_digits (phone));
  self->message = g_object_ref (message);
  self->phone = seven_phone_copy (phone);
  self->usage = g_strdup (usage);
  self->sender = g_strdup (sender);
  self->accepted_config = config != NULL && seven_config_is_accepted (config);

  return self;
}

SevenSendJob *
seven_send_job_ref (SevenSendJob *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SevenSendJob *self = data;

  g_clear_object (&self->session);
  g_clear_object (&self->gateway);
  g_clear_pointer (&self->request, seven_request_unref);
  g_clear_object (&self->message);
  g_clear_pointer (&self->phone, seven_phone_free);
  g_clear_object (&self->record);
  g_free (self->usage);
  g_free (self->sender);
}

void
seven_send_job_unref (SevenSendJob *self)
{
  g_rc_box_release_full (self, clear);
}

/* For how many seconds more seven refuses this very text to this number; 0: it does not. The sandbox never does, and
 * both live hosts are one account. */
guint
seven_send_job_get_lock (const SevenSendJob *self)
{
  if (!seven_gateway_choice_is_live (self->gateway))
    return 0;

  return seven_recent_sends_get_remaining (seven_session_get_recent_sends (self->session),
      seven_phone_get_digits (self->phone), seven_message_get_text (self->message));
}

static void
note (SevenSendJob *self)
{
  if (!seven_gateway_choice_is_live (self->gateway))
    return;
  seven_recent_sends_note (seven_session_get_recent_sends (self->session),
      seven_phone_get_digits (self->phone), seven_message_get_text (self->message));
  self->noted = TRUE;
}

/* What seven has taken, or may have, it refuses for a while from now on; what it refused does not count. */
static void
note_outcome (SevenSendJob *self, const SevenOutcome *outcome)
{
  switch (seven_outcome_get_state (outcome)) {
  case SEVEN_STATE_ACCEPTED:
  case SEVEN_STATE_PARTIAL:
  case SEVEN_STATE_UNKNOWN:
    note (self);
    break;
  case SEVEN_STATE_REFUSED:
  case SEVEN_STATE_FAILED:
  default:
    if (self->noted)
      seven_recent_sends_forget (seven_session_get_recent_sends (self->session),
          seven_phone_get_digits (self->phone), seven_message_get_text (self->message));
  }
}

static SevenHistoryEntry *
make_entry (SevenSendJob *self)
{
  const SevenSmsText *text = seven_message_get_sms_text (self->message);
  SevenHistoryEntry *entry = seven_history_entry_new ();

  entry->time = g_get_real_time ();
  entry->gateway = g_strdup (seven_gateway_choice_get_id (self->gateway));
  entry->usage = g_strdup (self->usage);
  entry->recipient = seven_phone_dup_masked (self->phone);
  entry->country = g_strdup (seven_phone_get_country (self->phone));
  entry->encoding = g_strdup (seven_encoding_get_name (seven_sms_text_get_encoding (text)));
  entry->predicted_parts = (int) seven_sms_text_get_n_parts (text);

  return entry;
}

static SevenResult *
make_result (SevenSendJob *self, SevenOutcome *outcome, guint lock)
{
  g_autofree char *base_url = seven_gateway_choice_dup_base_url (self->gateway);
  g_autofree char *recipient = seven_phone_dup_display (self->phone);
  SevenResultContext context = {
    .gateway = seven_gateway_choice_get_name (self->gateway),
    .base_url = base_url,
    .request = self->request,
    .recipient = recipient,
    .sender = self->sender,
    .predicted = seven_message_get_sms_text (self->message),
    .accepted_config = self->accepted_config,
    .lock = lock,
    .job = self,
  };

  return seven_result_new (outcome, &context);
}

static void
exchanged_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SevenSendJob *self = g_task_get_task_data (task);
  g_autoptr (SevenExchange) exchange = seven_gateway_exchange_finish (SEVEN_GATEWAY (source_object), result);
  g_autoptr (SevenOutcome) outcome = seven_outcome_new (exchange, self->accepted_config);
  /* One that this very send has begun is not what refuses it. */
  guint lock = self->noted ? 0 : seven_send_job_get_lock (self);

  seven_run_record_set_outcome (self->record, outcome);
  note_outcome (self, outcome);
  g_task_return_pointer (task, make_result (self, outcome, lock), g_object_unref);
}

void
seven_send_job_run_async (
    SevenSendJob *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, seven_send_job_run_async);
  g_task_set_task_data (task, seven_send_job_ref (self), (GDestroyNotify) seven_send_job_unref);
  self->noted = FALSE;
  /* Another window must not send the same meanwhile. A lock that is there already keeps its time. */
  if (seven_send_job_get_lock (self) == 0)
    note (self);
  g_clear_object (&self->record);
  self->record = seven_history_add (seven_session_get_history (self->session), make_entry (self));
  seven_gateway_exchange_async (
      seven_gateway_choice_get_gateway (self->gateway), self->request, cancellable, exchanged_cb, task);
}

SevenResult *
seven_send_job_run_finish (SevenSendJob *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, seven_send_job_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

SevenGatewayChoice *
seven_send_job_get_gateway (const SevenSendJob *self)
{
  return self->gateway;
}

const char *
seven_send_job_get_api_key (const SevenSendJob *self)
{
  return seven_request_get_auth_value (self->request);
}

SevenMessage *
seven_send_job_get_message (const SevenSendJob *self)
{
  return self->message;
}

const SevenPhone *
seven_send_job_get_phone (const SevenSendJob *self)
{
  return self->phone;
}

SevenRunRecord *
seven_send_job_get_record (const SevenSendJob *self)
{
  return self->record;
}
