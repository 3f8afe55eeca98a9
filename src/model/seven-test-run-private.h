/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-phone.h"
#include "seven-send-job.h"
#include "seven-shown.h"
#include "seven-test-run.h"

G_BEGIN_DECLS

struct _SevenTestRun
{
  GObject parent_instance;

  SevenDocument *document;
  SevenSession *session;
  SevenGatewayChoice *gateway; /* (nullable) */
  char *recipient;
  SevenPhone *phone; /* (nullable): the recipient, where it is one */
  char *recipient_fault; /* (nullable) */
  SevenTemplateItem *template; /* (nullable) */
  char *code;
  SevenMessage *message; /* (nullable) */
  char *sender; /* (nullable): the one that the message has */
  SevenSendJob *pending; /* (nullable): the person is being asked whether to send it */
  SevenSendJob *running; /* (nullable): set while sending */
  GCancellable *cancellable; /* (nullable): set while sending */
  gint64 started; /* monotonic, microseconds */
  guint tick_id;
  guint price_id; /* until the price is asked for */
  guint lock_tick_id;
  SevenResult *result; /* (nullable) */
  SevenShown *shown;
};

/* seven-test-run.c: brings the message up to date and tells of what has changed. */
void seven_test_run_refresh (SevenTestRun *self);

/* seven-test-run-words.c */
/* The key that the chosen gateway gets; NULL: there is none. */
char *seven_test_run_dup_api_key (SevenTestRun *self);
const char *seven_test_run_get_obstacle (SevenTestRun *self);
gboolean seven_test_run_is_ready (SevenTestRun *self);
gboolean seven_test_run_is_series_ready (SevenTestRun *self);
const char *seven_test_run_get_code_hint (SevenTestRun *self);
char *seven_test_run_dup_recipient_hint (SevenTestRun *self);
char *seven_test_run_dup_sender_advice (SevenTestRun *self);
gboolean seven_test_run_get_sender_warning (SevenTestRun *self);
char *seven_test_run_dup_elapsed (SevenTestRun *self);

/* seven-test-run-before.c */
void seven_test_run_want_price (SevenTestRun *self);
char *seven_test_run_dup_cost (SevenTestRun *self);
void seven_test_run_watch_lock (SevenTestRun *self);
char *seven_test_run_dup_lock_warning (SevenTestRun *self);
gboolean seven_test_run_is_code_in_text (SevenTestRun *self);
char *seven_test_run_dup_question (SevenTestRun *self);
const char *seven_test_run_get_stop_hint (SevenTestRun *self);

G_END_DECLS
