/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "fake-key-store.h"
#include "model-test.h"
#include "seven-key-keeper.h"

#define URI "file:///home/acme.json"
#define OTHER_URI "file:///home/other.json"
#define KEY "example-key-not-real"
#define OTHER_KEY "another-key-not-real"
#define TEXT(key) "{\"apiKey\": \"" key "\", \"from\": \"Acme\", \"templates\": []}"
#define PLACEHOLDER "<your-api-key>"

typedef struct
{
  SevenDocument *document;
  FakeKeyStore *store;
  SevenKeyKeeper *keeper;
} Fixture;

static inline void
set_up (Fixture *self, gconstpointer text)
{
  const char *used = text != NULL ? text : TEXT (KEY);

  self->document = seven_document_new ();
  seven_document_reset (self->document, used, strlen (used), URI, "1");
  self->store = g_object_new (FAKE_TYPE_KEY_STORE, NULL);
  self->keeper = seven_key_keeper_new (self->document, SEVEN_KEY_STORE (self->store));
}

static inline void
set_up_draft (Fixture *self, gconstpointer text)
{
  const char *used = text != NULL ? text : TEXT (KEY);

  set_up (self, text);
  seven_document_reset (self->document, used, strlen (used), NULL, NULL);
}

static inline void
tear_down (Fixture *self, gconstpointer text)
{
  settle ();
  g_assert_finalize_object (self->keeper);
  g_assert_finalize_object (self->store);
  g_assert_finalize_object (self->document);
}

static inline void
assert_text (Fixture *self, const char *text)
{
  g_assert_cmpstr (seven_document_get_text (self->document, NULL), ==, text);
}

static inline void
assert_usable_key (Fixture *self, const char *expected)
{
  g_autofree char *key = seven_document_dup_usable_key (self->document);

  g_assert_cmpstr (key, ==, expected);
}

static inline void
assert_message (Fixture *self, const char *piece)
{
  g_autofree char *message = NULL;

  g_object_get (self->keeper, "message", &message, NULL);
  assert_contains (message, piece);
  assert_contains_not (message, KEY);
}

static inline void
assert_kept (Fixture *self, gboolean kept)
{
  assert_boolean (self->keeper, "kept", kept);
  assert_boolean (self->keeper, "wanted", kept);
  assert_boolean (self->keeper, "busy", FALSE);
  assert_boolean (self->keeper, "failed", FALSE);
}

/* What undo and redo lead to holds no key. */
static inline void
assert_no_key_in_steps (Fixture *self)
{
  guint n_steps = 0;

  for (gboolean can = TRUE; can; n_steps++) {
    assert_contains_not (seven_document_get_text (self->document, NULL), KEY);
    seven_document_undo (self->document);
    g_object_get (self->document, "can-undo", &can, NULL);
  }
  assert_contains_not (seven_document_get_text (self->document, NULL), KEY);
  for (guint i = 0; i < n_steps; i++)
    seven_document_redo (self->document);
}

static inline void
keep (Fixture *self)
{
  seven_key_keeper_set_wanted (self->keeper, TRUE);
  settle ();
  assert_kept (self, TRUE);
}

typedef struct
{
  const char *name;
  SevenKeyStoreError code;
} Failure;

static const Failure failures[] = {
  { "no-service", SEVEN_KEY_STORE_ERROR_NO_SERVICE },
  { "locked", SEVEN_KEY_STORE_ERROR_LOCKED },
  { "refused", SEVEN_KEY_STORE_ERROR_REFUSED },
  { "cancelled", SEVEN_KEY_STORE_ERROR_CANCELLED },
  { "failed", SEVEN_KEY_STORE_ERROR_FAILED },
};

static inline void
add_failures (const char *name, GTestDataFunc function)
{
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++) {
    g_autofree char *path = g_strconcat ("/key-keeper/", name, "/", failures[i].name, NULL);

    g_test_add_data_func (path, &failures[i], function);
  }
}

#define add(name, text, function) g_test_add ("/key-keeper/" name, Fixture, text, set_up, function, tear_down)
#define add_draft(name, text, function) \
  g_test_add ("/key-keeper/" name, Fixture, text, set_up_draft, function, tear_down)
