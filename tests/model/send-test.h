/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-session.h"

#include "fake-gateway.h"
#include "model-test.h"

#define ONE_PRICE \
  "{\"countries\":[{\"countryCode\":\"DE\",\"networks\":[{\"networkName\":\"A\",\"price\":0.075}]}]}"
#define TWO_PRICES \
  "{\"countries\":[{\"countryCode\":\"DE\",\"networks\":[{\"networkName\":\"A\",\"price\":0.07}," \
  "{\"networkName\":\"B\",\"price\":0.085}]}]}"

/* A session with a live gateway and a sandbox, both answered by the test. */
typedef struct
{
  FakeGateway *gateway;
  SevenGatewayChoice *sandbox;
  SevenGatewayChoice *live;
  GListStore *gateways;
  SevenSession *session;
} SendTest;

static inline void
send_test_set_up (SendTest *self, SevenHistoryStore *history_store)
{
  self->gateway = g_object_new (FAKE_TYPE_GATEWAY, NULL);
  self->live = g_object_new (SEVEN_TYPE_GATEWAY_CHOICE, "id", "seven", "name", "seven", "live", TRUE,
      "gateway", self->gateway, "base-url", "https://gateway.example/", NULL);
  self->sandbox = seven_gateway_choice_new (
      "sandbox", "Sandbox", "Nothing is sent", FALSE, SEVEN_GATEWAY (self->gateway));
  self->gateways = g_list_store_new (SEVEN_TYPE_GATEWAY_CHOICE);
  g_list_store_append (self->gateways, self->live);
  g_list_store_append (self->gateways, self->sandbox);
  self->session = seven_session_new (NULL, NULL, NULL, history_store, G_LIST_MODEL (self->gateways));
}

static inline void
send_test_tear_down (SendTest *self)
{
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->gateways);
  g_assert_finalize_object (self->live);
  g_assert_finalize_object (self->sandbox);
  /* What was stopped says so in the next round of the loop. */
  settle ();
  g_assert_finalize_object (self->gateway);
}
