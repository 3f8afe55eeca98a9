/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-document.h"

G_BEGIN_DECLS

/**
 * SevenFlow:
 *
 * One flow of Logto. Properties, read-only unless said: usage (string), flow (string: the flow in words), works
 * (boolean: a template serves it and the connector takes the config), template (int: which one, or -1), detail
 * ("Served by template 2", "Generic: no template, ends in template_not_found"), in-use (boolean, rw: edits the
 * document’s flows), icon-name (string).
 */
#define SEVEN_TYPE_FLOW (seven_flow_get_type ())
G_DECLARE_FINAL_TYPE (SevenFlow, seven_flow, SEVEN, FLOW, GObject)

SevenFlow *seven_flow_new (SevenDocument *document, SevenUsageType usage);
const char *seven_flow_get_usage (SevenFlow *self);

G_END_DECLS
