/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-send-job.h"

#include "fake-history-store.h"
#include "send-test.h"

#define CONFIG \
  "{\"apiKey\":\"example-key-not-real\",\"from\":\"Acme\",\"templates\":[" \
  "{\"usageType\":\"Generic\",\"content\":\"a {{code}}\"}]}"
#define ACCEPTED \
  "{\"success\":\"100\",\"total_price\":0.075,\"messages\":[{\"id\":\"77229135982\",\"encoding\":\"gsm\"," \
  "\"parts\":1,\"price\":0.075,\"success\":true}]}"
#define DIGITS "447700900123"
#define TEXT "a 123456"

typedef struct
{
  SendTest send;
  FakeHistoryStore *history;
  SevenDocument *document;
  SevenSendJob *job;
  SevenResult *result;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->history = g_object_new (FAKE_TYPE_HISTORY_STORE, NULL);
  send_test_set_up (&self->send, SEVEN_HISTORY_STORE (self->history));
  self->document = seven_document_new ();
  seven_document_reset (self->document, CONFIG, strlen (CONFIG), NULL, NULL);
  self->job = NULL;
  self->result = NULL;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  settle ();
  g_clear_pointer (&self->job, seven_send_job_unref);
  g_clear_object (&self->result);
  send_test_tear_down (&self->send);
  g_assert_finalize_object (self->document);
  g_assert_finalize_object (self->history);
}

static SevenSendJob *
create_job (Fixture *self, SevenGatewayChoice *gateway)
{
  g_autoptr (SevenPhone) phone = seven_phone_parse ("+44 7700 900123", NULL);
  g_autoptr (SevenMessage) message = seven_message_new (0, "Generic", "Acme", "a {{code}}", "123456");

  return seven_send_job_new (
      self->send.session, self->document, gateway, "example-key-not-real", "Generic", "Acme", message, phone);
}

static void
ran_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  Fixture *self = user_data;

  self->result = seven_send_job_run_finish (self->job, result);
}

static gboolean
has_result (gpointer user_data)
{
  return ((Fixture *) user_data)->result != NULL;
}

static void
start (Fixture *self, SevenGatewayChoice *gateway, GCancellable *cancellable)
{
  g_clear_pointer (&self->job, seven_send_job_unref);
  g_clear_object (&self->result);
  self->job = create_job (self, gateway);
  seven_send_job_run_async (self->job, cancellable, ran_cb, self);
}

static void
run (Fixture *self, SevenGatewayChoice *gateway, const char *reply)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  start (self, gateway, cancellable);
  answer (self->send.gateway, 200, reply, NULL);
  wait_for (has_result, self);
}

static guint
get_remaining (Fixture *self)
{
  return seven_recent_sends_get_remaining (seven_session_get_recent_sends (self->send.session), DIGITS, TEXT);
}

static const SevenHistoryEntry *
get_saved (Fixture *self, guint index)
{
  g_assert_cmpuint (index, <, self->history->saved->len);

  return g_ptr_array_index (self->history->saved, index);
}

static gboolean
is_saved_twice (gpointer user_data)
{
  return ((Fixture *) user_data)->history->saved->len == 2;
}

/* It is in the history, as unknown, before the gateway has said anything; and is written over then. */
static void
test_history (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const SevenHistoryEntry *entry;

  start (self, self->send.live, cancellable);
  entry = get_saved (self, 0);
  g_assert_cmpint (entry->state, ==, SEVEN_STATE_UNKNOWN);
  g_assert_cmpstr (entry->gateway, ==, "seven");
  g_assert_cmpstr (entry->usage, ==, "Generic");
  g_assert_cmpstr (entry->recipient, ==, "+447…23");
  g_assert_cmpstr (entry->country, ==, "GB");
  g_assert_cmpstr (entry->encoding, ==, "gsm");
  g_assert_cmpint (entry->predicted_parts, ==, 1);
  answer (self->send.gateway, 200, ACCEPTED, NULL);
  wait_for (has_result, self);
  wait_for (is_saved_twice, self);
  entry = get_saved (self, 1);
  g_assert_cmpint (entry->id, ==, 1);
  g_assert_cmpint (entry->state, ==, SEVEN_STATE_ACCEPTED);
  g_assert_cmpint (entry->code, ==, 100);
  g_assert_cmpint (entry->billed_parts, ==, 1);
  g_assert_true (seven_run_record_get_entry (seven_send_job_get_record (self->job))->id == 1);
}

/* A history that takes nothing keeps nobody from testing. */
static void
test_broken_history (Fixture *self, gconstpointer data)
{
  self->history->fault = g_strdup ("There is no room");
  run (self, self->send.sandbox, ACCEPTED);
  assert_string (self->result, "state", "accepted");
  g_assert_cmpuint (self->history->saved->len, ==, 0);
}

typedef struct
{
  const char *name;
  const char *reply;
  gboolean locks;
} Lock;

static const Lock locks[] = {
  { "accepted", ACCEPTED, TRUE },
  { "unreadable", "<html>", TRUE },
  { "empty", "", TRUE },
  { "key", "900", FALSE },
  { "credit", "500", FALSE },
  { "text", "401", FALSE },
};

/* What seven has taken, or may have, it refuses for a while; what it has refused it does not. */
static void
test_lock (gconstpointer data)
{
  const Lock *lock = data;
  Fixture fixture;

  set_up (&fixture, NULL);
  g_assert_cmpuint (get_remaining (&fixture), ==, 0);
  run (&fixture, fixture.send.live, lock->reply);
  g_assert_cmpuint (get_remaining (&fixture), ==, lock->locks ? SEVEN_RECENT_SENDS_LOCK : 0);
  g_assert_cmpuint (seven_send_job_get_lock (fixture.job), ==, get_remaining (&fixture));
  tear_down (&fixture, NULL);
}

/* While the answer is awaited nobody else may send the same. */
static void
test_lock_meanwhile (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  SevenSendJob *other = create_job (self, self->send.live);

  g_assert_cmpuint (seven_send_job_get_lock (other), ==, 0);
  start (self, self->send.live, cancellable);
  g_assert_cmpuint (seven_send_job_get_lock (other), >, 0);
  answer (self->send.gateway, 200, "900", NULL);
  wait_for (has_result, self);
  g_assert_cmpuint (seven_send_job_get_lock (other), ==, 0);
  seven_send_job_unref (other);
}

/* That seven has refused it for the lock is no reason to forget it. */
static void
test_lock_refused (Fixture *self, gconstpointer data)
{
  run (self, self->send.live, ACCEPTED);
  run (self, self->send.live, "402");
  assert_string (self->result, "code", "402");
  g_assert_cmpuint (get_remaining (self), >, 0);
}

static void
test_no_lock_in_sandbox (Fixture *self, gconstpointer data)
{
  run (self, self->send.sandbox, ACCEPTED);
  g_assert_cmpuint (get_remaining (self), ==, 0);
  run (self, self->send.live, ACCEPTED);
  run (self, self->send.sandbox, "900");
  g_assert_cmpuint (get_remaining (self), >, 0);
  g_assert_cmpuint (seven_send_job_get_lock (self->job), ==, 0);
}

/* Stopped before the request had left, or after: only then it may have arrived. */
static void
test_stopped (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) first = g_cancellable_new ();
  g_autoptr (GCancellable) second = g_cancellable_new ();

  start (self, self->send.live, first);
  g_cancellable_cancel (first);
  wait_for (has_result, self);
  assert_string (self->result, "state", "failed");
  g_assert_cmpuint (get_remaining (self), ==, 0);
  self->send.gateway->body_left = TRUE;
  start (self, self->send.live, second);
  g_cancellable_cancel (second);
  wait_for (has_result, self);
  assert_string (self->result, "state", "unknown");
  g_assert_cmpuint (get_remaining (self), >, 0);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/send-job/history", test_history);
  add ("/send-job/broken-history", test_broken_history);
  for (gsize i = 0; i < G_N_ELEMENTS (locks); i++) {
    g_autofree char *path = g_strconcat ("/send-job/lock/", locks[i].name, NULL);

    g_test_add_data_func (path, &locks[i], test_lock);
  }
  add ("/send-job/lock-meanwhile", test_lock_meanwhile);
  add ("/send-job/lock-refused", test_lock_refused);
  add ("/send-job/no-lock-in-sandbox", test_no_lock_in_sandbox);
  add ("/send-job/stopped", test_stopped);
  return g_test_run ();
}
