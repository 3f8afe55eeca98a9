/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-return-code.h"

G_BEGIN_DECLS

/* What the client library inside the published connector makes of a reply. This, and not the reply, decides what Logto
 * tells its user. */
const SevenReturnCode *seven_client_read_error (const char *body, gsize length);

G_END_DECLS
