/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-sms-text.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Private to the sandbox: one SMS that was asked for. */
typedef struct
{
  char *id; /* (nullable) NULL: refused */
  char *sender;
  char *recipient;
  char *text;
  SevenEncoding encoding;
  guint parts;
  int error; /* 0: none */
  gboolean undeliverable;
  gint64 accepted; /* monotonic, microseconds */
  GDateTime *time;
} SevenSandboxMessage;

SevenSandboxMessage *seven_sandbox_message_new (const char *sender, const char *recipient, const char *text);
void seven_sandbox_message_free (SevenSandboxMessage *self);
gint64 seven_sandbox_message_get_price (const SevenSandboxMessage *self); /* thousandths of a euro */
/* Whether the journal has it for @query (nullable): id, to, state, and the days date_from and date_to, UTC. A filter that
 * is not one of these, or a day that is none, is left aside. */
gboolean seven_sandbox_message_matches (const SevenSandboxMessage *self, GHashTable *query);
/* As an element of the reply's "messages", and of the journal. */
void seven_sandbox_message_add_to_reply (const SevenSandboxMessage *self, JsonBuilder *builder);
void seven_sandbox_message_add_to_journal (const SevenSandboxMessage *self, JsonBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenSandboxMessage, seven_sandbox_message_free)

G_END_DECLS
