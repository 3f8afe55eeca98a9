/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SevenHistoryChoice:
 *
 * One way to filter the history. Properties (construct-only): name ("Accepted"), gateway (string, nullable: only tests
 * over this one), states (uint: bits of 1 << SevenState; 0: any).
 */
#define SEVEN_TYPE_HISTORY_CHOICE (seven_history_choice_get_type ())
G_DECLARE_FINAL_TYPE (SevenHistoryChoice, seven_history_choice, SEVEN, HISTORY_CHOICE, GObject)

const char *seven_history_choice_get_gateway (SevenHistoryChoice *self);
guint seven_history_choice_get_states (SevenHistoryChoice *self);

/* (transfer full): #SevenHistoryChoice, the first of which leaves nothing out. */
GListModel *seven_history_choice_list_gateways (void);
GListModel *seven_history_choice_list_results (void);

G_END_DECLS
