/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <gio/gio.h>

/* What the keyring does when it asks the person. */
typedef enum
{
  FAKE_PROMPT_NEVER, /* nobody is there, and taking the question back is not answered either */
  FAKE_PROMPT_DISMISSED, /* the person closes the question */
  FAKE_PROMPT_DISMISSED_STRANGELY, /* so too, told as some services do: with a value of another type */
  FAKE_PROMPT_NOTHING_DONE, /* the keyring stays locked, and does not say so */
  FAKE_PROMPT_DONE, /* the person unlocks the keyring */
} FakePrompt;

/* A keyring service of one item, as org.freedesktop.secrets on a bus. */
typedef struct
{
  GDBusConnection *connection;
  GArray *ids; /* guint, of objects */
  guint name_id;
  gboolean owned;
  gboolean locked;
  gboolean silent; /* answers no search */
  gboolean forbids; /* nobody may write */
  FakePrompt prompt;
  char *key; /* (nullable): what is kept */
  char *attribute; /* (nullable): for which document */
  char *label;
  guint n_prompts;
  gboolean dismissed; /* the question was taken back */
  guint n_searches;
} FakeSecrets;

FakeSecrets *fake_secrets_new (const char *bus_address);
void fake_secrets_free (FakeSecrets *self);
/* Keeps a key, locked or not. */
void fake_secrets_keep (FakeSecrets *self, const char *document, const char *key);
/* The person answers the question that has been asked. */
void fake_secrets_unlock (FakeSecrets *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FakeSecrets, fake_secrets_free)
