/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "../model/fake-state-store.h"

#define URI "file:///tmp/acme.json"

static void
loaded_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  *(SevenFlows *) user_data = seven_state_store_load_flows_finish (SEVEN_STATE_STORE (source_object), result);
}

static SevenFlows
load (FakeStateStore *store, const char *uri)
{
  const SevenFlows none_yet = G_MAXUINT;
  SevenFlows flows = none_yet;

  seven_state_store_load_flows_async (SEVEN_STATE_STORE (store), uri, loaded_cb, &flows);
  while (flows == none_yet)
    g_main_context_iteration (NULL, TRUE);
  return flows;
}

static void
test_flows (void)
{
  FakeStateStore *store = fake_state_store_new ();

  g_assert_cmpuint (load (store, URI), ==, SEVEN_FLOWS_ALL);
  seven_state_store_save_flows (SEVEN_STATE_STORE (store), URI, 1u << SEVEN_USAGE_GENERIC);
  g_assert_cmpuint (load (store, URI), ==, 1u << SEVEN_USAGE_GENERIC);
  g_assert_cmpuint (load (store, "file:///tmp/other.json"), ==, SEVEN_FLOWS_ALL);
  g_assert_finalize_object (store);
}

/* Of what is no flow nothing gets in or out. */
static void
test_no_flows (void)
{
  FakeStateStore *store = fake_state_store_new ();

  seven_state_store_save_flows (SEVEN_STATE_STORE (store), URI, 0xf00);
  g_assert_cmpuint (fake_state_store_get (store, URI), ==, 0);
  fake_state_store_put (store, URI, 0xf01);
  g_assert_cmpuint (load (store, URI), ==, 1);
  g_assert_finalize_object (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state-store/flows", test_flows);
  g_test_add_func ("/state-store/no-flows", test_no_flows);

  return g_test_run ();
}
