/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "fake-history-store.h"
#include "model-test.h"

#include "seven-history-list.h"

#include <locale.h>

typedef struct
{
  FakeHistoryStore *store;
  SevenHistory *history;
  SevenHistoryList *list; /* (nullable) */
} Fixture;

static inline void
set_up (Fixture *self, gconstpointer data)
{
  self->store = fake_history_store_new ();
  self->history = seven_history_new (SEVEN_HISTORY_STORE (self->store));
}

static inline gboolean
is_idle (gpointer user_data)
{
  return !g_main_context_pending (NULL);
}

static inline void
tear_down (Fixture *self, gconstpointer data)
{
  wait_for (is_idle, NULL);
  if (self->list != NULL)
    g_assert_finalize_object (self->list);
  g_assert_finalize_object (self->history);
  g_assert_finalize_object (self->store);
}

static inline void
open_list (Fixture *self)
{
  self->list = seven_history_list_new (self->history);
  settle ();
}

static inline void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}
