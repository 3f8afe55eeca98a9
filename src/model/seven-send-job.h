/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-document.h"
#include "seven-message.h"
#include "seven-phone.h"
#include "seven-result.h"
#include "seven-session.h"

G_BEGIN_DECLS

/* SevenSendJob is one send: all that it needs to know when the answer comes, whatever the form says by then. Reference
 * counted. Private to the model; the key in it leaves only for the wire. */

/* usage, sender: (nullable). */
SevenSendJob *seven_send_job_new (SevenSession *session, SevenDocument *document, SevenGatewayChoice *gateway,
    const char *api_key, const char *usage, const char *sender, SevenMessage *message,
    const SevenPhone *phone);
SevenSendJob *seven_send_job_ref (SevenSendJob *self);
void seven_send_job_unref (SevenSendJob *self);

/* For how many seconds more seven refuses it, because the same text went to the same number; 0: it does not. */
guint seven_send_job_get_lock (const SevenSendJob *self);
/* Sends it, once: enters it into the history and among the recent sends, and carries it out. */
void seven_send_job_run_async (
    SevenSendJob *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full): never fails: what went wrong is in the result. */
SevenResult *seven_send_job_run_finish (SevenSendJob *self, GAsyncResult *result);

SevenGatewayChoice *seven_send_job_get_gateway (const SevenSendJob *self);
const char *seven_send_job_get_api_key (const SevenSendJob *self);
SevenMessage *seven_send_job_get_message (const SevenSendJob *self);
const SevenPhone *seven_send_job_get_phone (const SevenSendJob *self);
/* (nullable): before it ran. */
SevenRunRecord *seven_send_job_get_record (const SevenSendJob *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenSendJob, seven_send_job_unref)

G_END_DECLS
