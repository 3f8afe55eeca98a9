/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-remote.h"

G_BEGIN_DECLS

/* Asks for the delivery report of an SMS that was accepted just now, until it is final, two minutes are over or Ctrl+C
 * comes. @id: (nullable): the reply named none; @quiet: each state is not worth a line on standard error; *word: what the
 * last report said, seven's word, NULL for none. SEVEN_EXIT_NO: it is final, and not DELIVERED. */
int seven_delivery_wait (SevenRemote *remote, const char *id, gboolean quiet, char **word);

G_END_DECLS
