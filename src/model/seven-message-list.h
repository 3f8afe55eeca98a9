/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <gio/gio.h>

#include "seven-config.h"

G_BEGIN_DECLS

/* The messages of all templates with a text, as a GListModel of SevenMessage: each is made when it is looked at, so
 * that ten thousand cost nothing. Private to the preview. */
#define SEVEN_TYPE_MESSAGE_LIST (seven_message_list_get_type ())
G_DECLARE_FINAL_TYPE (SevenMessageList, seven_message_list, SEVEN, MESSAGE_LIST, GObject)

SevenMessageList *seven_message_list_new (void);
/* config: (nullable). What is the same at head and tail stays. */
void seven_message_list_update (SevenMessageList *self, SevenConfig *config, const char *code);

G_END_DECLS
