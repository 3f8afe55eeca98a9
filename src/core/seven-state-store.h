/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <gio/gio.h>

#include "seven-usage.h"

G_BEGIN_DECLS

/**
 * SevenStateStore:
 *
 * What is kept of a document beside its text: which of Logto’s flows are in use. Documents are named by URI. It is of
 * little worth: a state that cannot be read is none, and one that cannot be kept is lost, without a word.
 */
#define SEVEN_TYPE_STATE_STORE (seven_state_store_get_type ())
G_DECLARE_INTERFACE (SevenStateStore, seven_state_store, SEVEN, STATE_STORE, GObject)

struct _SevenStateStoreInterface
{
  GTypeInterface parent_iface;

  void (*load_flows_async) (
      SevenStateStore *self, const char *uri, GAsyncReadyCallback callback, gpointer user_data);
  SevenFlows (*load_flows_finish) (SevenStateStore *self, GAsyncResult *result);
  void (*save_flows) (SevenStateStore *self, const char *uri, SevenFlows flows);
};

void seven_state_store_load_flows_async (
    SevenStateStore *self, const char *uri, GAsyncReadyCallback callback, gpointer user_data);
SevenFlows seven_state_store_load_flows_finish (SevenStateStore *self, GAsyncResult *result);
void seven_state_store_save_flows (SevenStateStore *self, const char *uri, SevenFlows flows);

G_END_DECLS
