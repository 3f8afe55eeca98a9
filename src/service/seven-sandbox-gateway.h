/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-gateway.h"

G_BEGIN_DECLS

/**
 * SevenSandboxGateway:
 *
 * A gateway that starts a sandbox of its own at the first exchange and reaches it through the very client that reaches
 * seven. The key that the caller gives never gets there: it has a key of its own, without which nobody can read what
 * the sandbox has been sent.
 */
#define SEVEN_TYPE_SANDBOX_GATEWAY (seven_sandbox_gateway_get_type ())
G_DECLARE_FINAL_TYPE (SevenSandboxGateway, seven_sandbox_gateway, SEVEN, SANDBOX_GATEWAY, GObject)

SevenSandboxGateway *seven_sandbox_gateway_new (guint timeout);

G_END_DECLS
