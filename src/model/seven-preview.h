/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-destination-choice.h"
#include "seven-document.h"
#include "seven-flow.h"
#include "seven-message.h"

G_BEGIN_DECLS

/**
 * SevenPreview:
 *
 * What people will receive. Properties, read-only unless said: document (construct-only), code (string, rw: what takes
 * the place of {{code}}), messages (GListModel of SevenMessage, one per template with a text, made when looked at),
 * flows (GListModel of SevenFlow, always eight), coverage (string: "5 of 8 Logto flows covered"), empty (boolean: no
 * message), destinations (GListModel of SevenDestinationChoice: any country, then all by name; made when asked for),
 * destination (SevenDestinationChoice, rw: where the messages go, at first any country; %NULL is that too),
 * country (string, rw: the destination by its ISO 3166-1 alpha-2 code, "" for any country),
 * sender-advice (string: what that country does to the config's sender, "" where there is nothing to say),
 * sender-warning (boolean: it does not simply show it).
 */
#define SEVEN_TYPE_PREVIEW (seven_preview_get_type ())
G_DECLARE_FINAL_TYPE (SevenPreview, seven_preview, SEVEN, PREVIEW, GObject)

SevenPreview *seven_preview_new (SevenDocument *document);
const char *seven_preview_get_code (SevenPreview *self);
void seven_preview_set_code (SevenPreview *self, const char *code);
GListModel *seven_preview_get_messages (SevenPreview *self);
GListModel *seven_preview_get_flows (SevenPreview *self);

G_END_DECLS
