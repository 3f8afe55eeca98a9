/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <gio/gio.h>

#include "seven-result.h"

G_BEGIN_DECLS

/* The lines of a result. (transfer full) */
GListStore *seven_result_facts_new (SevenOutcome *outcome, const SevenResultContext *context);

/* The request as a command for sh, the key as $SEVEN_API_KEY. (transfer full) */
char *seven_curl_command (const SevenRequest *request, const char *base_url);

/* The result for a ticket. record: (nullable). (transfer full) */
char *seven_result_report (SevenResult *result, SevenRunRecord *record);

G_END_DECLS
