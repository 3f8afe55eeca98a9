/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-test-run.h"

#include "send-test.h"

#define CONFIG \
  "{\"apiKey\":\"secret-key\",\"from\":\"Acme\",\"templates\":[" \
  "{\"usageType\":\"SignIn\",\"content\":\"a {{code}}\"}," \
  "{\"usageType\":\"Generic\",\"content\":\"b's {{code}}\"}]}"

#define ACCEPTED \
  "{\"success\":\"100\",\"total_price\":0.075,\"balance\":46.748,\"messages\":[{\"id\":\"77\"," \
  "\"recipient\":" \
  "\"447700900123\",\"encoding\":\"gsm\",\"parts\":1,\"price\":0.075,\"success\":true,\"error\":null}]}"

/* A test of a document’s templates. */
typedef struct
{
  SendTest send;
  SevenDocument *document;
  FakeGateway *gateway; /* borrowed, as the next two */
  SevenGatewayChoice *sandbox;
  SevenGatewayChoice *live;
  SevenTestRun *run;
} Fixture;

static inline void
set_up (Fixture *self, gconstpointer config)
{
  const char *text = config != NULL ? config : CONFIG;

  self->document = seven_document_new ();
  seven_document_reset (self->document, text, strlen (text), NULL, NULL);
  send_test_set_up (&self->send, NULL);
  self->gateway = self->send.gateway;
  self->live = self->send.live;
  self->sandbox = self->send.sandbox;
  self->run = seven_test_run_new (self->document, self->send.session);
}

static inline void
tear_down (Fixture *self, gconstpointer config)
{
  g_assert_finalize_object (self->run);
  send_test_tear_down (&self->send);
  g_assert_finalize_object (self->document);
}

static inline void
wait_for_result (SevenTestRun *run)
{
  while (seven_test_run_is_sending (run))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (seven_test_run_get_result (run));
}

static inline void
send_and_answer (Fixture *self, guint status, const char *body)
{
  seven_test_run_send (self->run);
  g_assert_true (seven_test_run_is_sending (self->run));
  answer (self->gateway, status, body, NULL);
  wait_for_result (self->run);
}
