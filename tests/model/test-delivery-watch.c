/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-delivery-watch.h"

#include "model-test.h"
#include "script-gateway.h"

#define KEY "example-key-not-real"

/* A second of the timetable that lasts a millisecond. */
#define PACE 1

#define REPORT(dlr) "[{\"id\":\"77\",\"to\":\"447700900123\",\"text\":\"x\",\"dlr\":" dlr "}]"

typedef struct
{
  ScriptGateway *gateway;
  SevenRunRecord *record;
  SevenDeliveryWatch *watch;
} Fixture;

static SevenRunRecord *
create_record (gint64 age, SevenState state)
{
  SevenHistoryEntry *entry = seven_history_entry_new ();

  entry->time = g_get_real_time () - age;
  entry->state = state;
  entry->gateway = g_strdup ("sandbox");
  entry->usage = g_strdup ("SignIn");
  entry->recipient = g_strdup ("+447…23");
  entry->elapsed_ms = 412;
  entry->logto = SEVEN_LOGTO_SUCCESS;

  return seven_run_record_new (NULL, entry);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->gateway = g_object_new (SCRIPT_TYPE_GATEWAY, NULL);
  self->record = create_record (0, SEVEN_STATE_ACCEPTED);
  self->watch = seven_delivery_watch_new_full (SEVEN_GATEWAY (self->gateway), KEY, "77", self->record, PACE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  seven_delivery_watch_stop (self->watch);
  settle ();
  g_assert_finalize_object (self->watch);
  g_assert_finalize_object (self->record);
  g_assert_finalize_object (self->gateway);
}

static gboolean
limit_cb (gpointer user_data)
{
  g_assert_not_reached ();

  return G_SOURCE_REMOVE;
}

static void
wait_until_still (SevenDeliveryWatch *watch)
{
  guint limit = g_timeout_add_seconds (20, limit_cb, NULL);

  while (seven_delivery_watch_is_watching (watch))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

static void
watch_script (Fixture *self, const char *const *script, guint n_lines)
{
  script_gateway_play (self->gateway, script, n_lines);
  seven_delivery_watch_start (self->watch);
  assert_boolean (self->watch, "watching", TRUE);
  assert_boolean (self->watch, "can-resume", FALSE);
  wait_until_still (self->watch);
}

static void
assert_steps (SevenDeliveryWatch *watch, const char *expected)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  GListModel *steps = seven_delivery_watch_get_steps (watch);

  for (guint i = 0; i < count_items (steps); i++) {
    g_autoptr (SevenDeliveryStep) step = g_list_model_get_item (steps, i);
    g_autofree char *title = NULL;

    g_object_get (step, "title", &title, NULL);
    g_string_append_printf (titles, "%s%s", i > 0 ? " > " : "", title);
  }
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
test_delivered (Fixture *self, gconstpointer data)
{
  static const char *const script[] = { "[]", REPORT ("null"), REPORT ("\"ACCEPTED\""),
    REPORT ("\"TRANSMITTED\""), NULL, REPORT ("\"TRANSMITTED\""), REPORT ("\"delivered\"") };
  Counter finals = { 0 };
  const SevenHistoryEntry *entry = seven_run_record_get_entry (self->record);

  assert_string (self->watch, "title", "No report yet");
  assert_steps (self->watch, "Accepted by seven");
  g_signal_connect (self->watch, "notify::final", G_CALLBACK (count_cb), &finals);
  watch_script (self, script, G_N_ELEMENTS (script));
  g_assert_cmpuint (self->gateway->n_requests, ==, G_N_ELEMENTS (script));
  g_assert_cmpuint (finals.n, ==, 1);
  assert_contains (self->gateway->last, "GET /api/journal/outbound?id=77 HTTP/1.1");
  g_assert_cmpstr (self->gateway->last_auth, ==, KEY);
  assert_steps (self->watch, "Accepted by seven > Handed to the network > Delivered to the phone");
  assert_string (self->watch, "title", "Delivered to the phone");
  assert_string (self->watch, "css-class", "success");
  assert_string (self->watch, "icon-name", "emblem-ok-symbolic");
  assert_string (self->watch, "explanation", "");
  assert_boolean (self->watch, "final", TRUE);
  assert_boolean (self->watch, "can-resume", FALSE);
  g_assert_cmpint (entry->delivery, ==, SEVEN_DELIVERY_DELIVERED);
  g_assert_cmpint (entry->delivery_time, >=, entry->time);
  /* What is final is asked for no more. */
  seven_delivery_watch_start (self->watch);
  assert_boolean (self->watch, "watching", FALSE);
}

static void
test_not_delivered (Fixture *self, gconstpointer data)
{
  static const char *const script[] = { REPORT ("\"NOTDELIVERED\"") };
  g_autofree char *explanation = NULL;
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;

  watch_script (self, script, G_N_ELEMENTS (script));
  g_object_get (self->watch, "explanation", &explanation, NULL);
  assert_contains (explanation, "some networks report wrongly");
  assert_contains (explanation, "Logto never learns of this");
  assert_string (self->watch, "css-class", "error");
  title = seven_delivery_watch_dup_notification_title (self->watch);
  body = seven_delivery_watch_dup_notification_body (self->watch);
  g_assert_cmpstr (title, ==, "SMS not delivered");
  g_assert_cmpstr (body, ==, "SignIn to +447…23: Not delivered");
}

/* The time is over: the last word stays, and looking again finds more. */
static void
test_over (Fixture *self, gconstpointer data)
{
  static const char *const script[] = { REPORT ("\"BUFFERED\"") };
  static const char *const later[] = { REPORT ("\"DELIVERED\"") };
  g_autofree char *explanation = NULL;
  guint n_polls = 0;

  while (seven_delivery_get_poll_time (n_polls) >= 0)
    n_polls++;
  watch_script (self, script, G_N_ELEMENTS (script));
  g_assert_cmpuint (self->gateway->n_requests, ==, n_polls);
  assert_boolean (self->watch, "final", FALSE);
  assert_boolean (self->watch, "can-resume", TRUE);
  assert_string (self->watch, "title", "Waiting for the phone");
  g_object_get (self->watch, "explanation", &explanation, NULL);
  assert_contains (explanation, "no final report within two minutes");
  watch_script (self, later, G_N_ELEMENTS (later));
  assert_steps (self->watch, "Accepted by seven > Waiting for the phone > Delivered to the phone");
  assert_boolean (self->watch, "can-resume", FALSE);
}

/* Sending worked; that the report cannot be had is said at once, and it can be asked for again. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  static const char *const script[] = { "902" };
  static const char *const later[] = { REPORT ("\"TRANSMITTED\""), REPORT ("\"DELIVERED\"") };
  g_autofree char *explanation = NULL;

  watch_script (self, script, G_N_ELEMENTS (script));
  g_assert_cmpuint (self->gateway->n_requests, ==, 1);
  assert_string (self->watch, "title", "No report available");
  g_object_get (self->watch, "explanation", &explanation, NULL);
  assert_contains (explanation, "Sending worked");
  assert_contains (explanation, "902");
  assert_boolean (self->watch, "can-resume", TRUE);
  g_assert_cmpint (seven_run_record_get_entry (self->record)->delivery, ==, SEVEN_DELIVERY_NONE);
  watch_script (self, later, G_N_ELEMENTS (later));
  assert_boolean (self->watch, "final", TRUE);
  assert_string (self->watch, "explanation", "");
}

/* A connection that is lost, or a page of a proxy, is no reason to give up. */
static void
test_faults (Fixture *self, gconstpointer data)
{
  static const char *const script[] = { NULL, "<html>", "{\"a\":1}", "",
    "[{\"id\":\"78\",\"dlr\":\"FAILED\"}]", REPORT ("\"DELIVERED\"") };

  watch_script (self, script, G_N_ELEMENTS (script));
  g_assert_cmpuint (self->gateway->n_requests, ==, G_N_ELEMENTS (script));
  assert_steps (self->watch, "Accepted by seven > Delivered to the phone");
}

static void
test_over_by_faults (Fixture *self, gconstpointer data)
{
  static const char *const script[] = { NULL };
  g_autofree char *explanation = NULL;

  watch_script (self, script, G_N_ELEMENTS (script));
  g_object_get (self->watch, "explanation", &explanation, NULL);
  assert_contains (explanation, "The connection was lost.");
  assert_boolean (self->watch, "can-resume", TRUE);
}

/* A word that nobody knows is shown as it is, and is not final. */
static void
test_words (Fixture *self, gconstpointer data)
{
  static const char *const script[] = { REPORT ("\"UNKNOWN\""), REPORT ("\"PONDERED\""),
    REPORT ("\"EXPIRED\"") };

  watch_script (self, script, G_N_ELEMENTS (script));
  assert_steps (self->watch, "Accepted by seven > Delivery not known > Reported as “PONDERED” > Expired");
  g_assert_cmpint (seven_delivery_watch_get_delivery (self->watch), ==, SEVEN_DELIVERY_EXPIRED);
}

static void
test_stop (Fixture *self, gconstpointer data)
{
  g_autofree char *explanation = NULL;

  /* While it waits for its time. */
  seven_delivery_watch_start (self->watch);
  seven_delivery_watch_stop (self->watch);
  g_assert_cmpuint (self->gateway->n_requests, ==, 0);
  /* While it waits for the answer. */
  seven_delivery_watch_start (self->watch);
  while (self->gateway->waiting == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_string (self->watch, "title", "Waiting for the report");
  seven_delivery_watch_stop (self->watch);
  assert_boolean (self->watch, "watching", FALSE);
  assert_boolean (self->watch, "can-resume", TRUE);
  g_object_get (self->watch, "explanation", &explanation, NULL);
  assert_contains (explanation, "Nobody is looking at present");
  seven_delivery_watch_stop (self->watch);
}

/* Out of the history: what was known is there, and it is asked at once, whatever the timetable says. */
static void
test_past (void)
{
  static const char *const script[] = { REPORT ("\"DELIVERED\"") };
  g_autoptr (ScriptGateway) gateway = g_object_new (SCRIPT_TYPE_GATEWAY, NULL);
  g_autoptr (SevenRunRecord) record = create_record ((gint64) 3700 * G_USEC_PER_SEC, SEVEN_STATE_ACCEPTED);
  g_autoptr (SevenDeliveryWatch) watch = NULL;
  g_autoptr (SevenDeliveryStep) step = NULL;

  seven_run_record_set_delivery (record, SEVEN_DELIVERY_TRANSMITTED,
      seven_run_record_get_entry (record)->time + (gint64) 100 * G_USEC_PER_SEC);
  watch = seven_delivery_watch_new (SEVEN_GATEWAY (gateway), NULL, "77", record);
  assert_steps (watch, "Accepted by seven > Handed to the network");
  assert_string (watch, "title", "Handed to the network");
  step = g_list_model_get_item (seven_delivery_watch_get_steps (watch), 0);
  g_assert_true (g_str_has_prefix (seven_delivery_step_get_after (step), "after "));
  g_clear_object (&step);
  script_gateway_play (gateway, script, G_N_ELEMENTS (script));
  seven_delivery_watch_start (watch);
  g_assert_cmpuint (gateway->n_requests, ==, 1);
  wait_until_still (watch);
  assert_boolean (watch, "final", TRUE);
  step = g_list_model_get_item (seven_delivery_watch_get_steps (watch), 1);
  g_assert_cmpstr (seven_delivery_step_get_after (step), ==, "seen after 1 min 40 s");
  g_clear_object (&step);
  step = g_list_model_get_item (seven_delivery_watch_get_steps (watch), 2);
  g_assert_cmpstr (seven_delivery_step_get_after (step), ==, "seen after 1 h");
  assert_boolean (step, "final", TRUE);
  assert_string (step, "css-class", "success");
  g_assert_cmpuint (strlen (seven_delivery_step_get_time (step)), ==, strlen ("14:03:07"));
  g_clear_object (&step);
  g_assert_finalize_object (g_steal_pointer (&watch));
}

/* What shows it holds neither key nor number. */
static void
test_private (Fixture *self, gconstpointer data)
{
  guint n_props = 0;
  g_autofree GParamSpec **props = g_object_class_list_properties (G_OBJECT_GET_CLASS (self->watch), &n_props);

  for (guint i = 0; i < n_props; i++) {
    g_auto (GValue) value = G_VALUE_INIT;
    g_autofree char *text = NULL;

    g_value_init (&value, G_PARAM_SPEC_VALUE_TYPE (props[i]));
    g_object_get_property (G_OBJECT (self->watch), props[i]->name, &value);
    text = g_strdup_value_contents (&value);
    assert_contains_not (text, KEY);
    assert_contains_not (text, "447700900123");
  }
}

#define add(name, function) g_test_add ("/delivery-watch/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("delivered", test_delivered);
  add ("not-delivered", test_not_delivered);
  add ("over", test_over);
  add ("refused", test_refused);
  add ("faults", test_faults);
  add ("over-by-faults", test_over_by_faults);
  add ("words", test_words);
  add ("stop", test_stop);
  add ("private", test_private);
  g_test_add_func ("/delivery-watch/past", test_past);

  return g_test_run ();
}
