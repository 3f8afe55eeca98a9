/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-record-watch.h"

#include <glib/gi18n-lib.h>

static char *
dup_key (SevenGatewayChoice *gateway, SevenDocument *document)
{
  if (!seven_gateway_choice_is_live (gateway))
    return g_strdup (SEVEN_GATEWAY_CHOICE_SANDBOX_KEY);

  return document != NULL ? seven_document_dup_usable_key (document) : NULL;
}

/**
 * seven_record_watch_new:
 * @session: what the windows share
 * @record: a test that awaits a report
 * @document: (nullable): the document whose key is used; a live gateway needs one
 * @obstacle: (out) (transfer none) (nullable): why there is no watch, translated; %NULL where there is one
 *
 * Takes up again to ask for the delivery report of a test of the history.
 *
 * Returns: (transfer full) (nullable): what asks for it; it has not started
 */
SevenDeliveryWatch *
seven_record_watch_new (
    SevenSession *session, SevenRunRecord *record, SevenDocument *document, const char **obstacle)
{
  const SevenHistoryEntry *entry;
  SevenGatewayChoice *gateway;
  g_autofree char *key = NULL;

  g_return_val_if_fail (SEVEN_IS_SESSION (session), NULL);
  g_return_val_if_fail (SEVEN_IS_RUN_RECORD (record), NULL);
  g_return_val_if_fail (obstacle != NULL, NULL);

  entry = seven_run_record_get_entry (record);
  gateway = entry->gateway != NULL ? seven_session_find_gateway (session, entry->gateway) : NULL;
  *obstacle = NULL;
  if (!seven_run_record_awaits_report (record))
    *obstacle = _ ("There is no report to wait for");
  else if (gateway == NULL)
    *obstacle = _ ("The gateway of this test is not known here");
  else if ((key = dup_key (gateway, document)) == NULL)
    *obstacle = _ ("Open the config with the API key of this test first");
  if (*obstacle != NULL)
    return NULL;

  return seven_delivery_watch_new (
      seven_gateway_choice_get_gateway (gateway), key, entry->message_id, record);
}
