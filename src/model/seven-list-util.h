/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* items: (element-type GObject). What is equal at head and tail stays as it is, in one change. */
void seven_list_store_become (GListStore *store, GPtrArray *items, GEqualFunc equal);

G_END_DECLS
