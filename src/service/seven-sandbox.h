/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-sandbox-gateway.h"

G_BEGIN_DECLS

/**
 * SevenSandbox:
 *
 * A small HTTP server on loopback that speaks seven's protocol and sends nothing. It runs in the main context in which
 * it was told to listen. The last three digits of a recipient choose what happens; everything else is accepted.
 */
#define SEVEN_TYPE_SANDBOX (seven_sandbox_get_type ())
G_DECLARE_FINAL_TYPE (SevenSandbox, seven_sandbox, SEVEN, SANDBOX, GObject)

SevenSandbox *seven_sandbox_new (void);
SevenSandbox *seven_sandbox_new_private (const char *key);
gboolean seven_sandbox_listen (SevenSandbox *self, guint port, GError **error);
const char *seven_sandbox_get_url (SevenSandbox *self);
void seven_sandbox_stop (SevenSandbox *self);

G_END_DECLS
