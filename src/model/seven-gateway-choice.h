/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-gateway.h"

G_BEGIN_DECLS

/**
 * SevenGatewayChoice:
 *
 * One gateway to choose. Properties (construct-only): id ("sandbox", "seven", "old"), name, description, live (boolean:
 * real SMS, real money), base-url (string, for the request as people read it: unless given, that of the gateway’s own
 * property base-url, looked up when it is asked for), gateway (SevenGateway).
 */
#define SEVEN_TYPE_GATEWAY_CHOICE (seven_gateway_choice_get_type ())
G_DECLARE_FINAL_TYPE (SevenGatewayChoice, seven_gateway_choice, SEVEN, GATEWAY_CHOICE, GObject)

/**
 * SEVEN_GATEWAY_CHOICE_SANDBOX_KEY:
 *
 * What a gateway that is not live gets for a key: never the real one.
 */
#define SEVEN_GATEWAY_CHOICE_SANDBOX_KEY "sandbox"

SevenGatewayChoice *seven_gateway_choice_new (
    const char *id, const char *name, const char *description, gboolean live, SevenGateway *gateway);
const char *seven_gateway_choice_get_id (SevenGatewayChoice *self);
const char *seven_gateway_choice_get_name (SevenGatewayChoice *self);
gboolean seven_gateway_choice_is_live (SevenGatewayChoice *self);
SevenGateway *seven_gateway_choice_get_gateway (SevenGatewayChoice *self);
char *seven_gateway_choice_dup_base_url (SevenGatewayChoice *self);
char *seven_gateway_choice_dup_host (SevenGatewayChoice *self);

G_END_DECLS
