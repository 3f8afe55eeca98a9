/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-sender-advice.h"

#include <glib/gi18n-lib.h>

/* (nullable): the sender, where it is one */
static const char *
get_sender (const SevenConfig *config)
{
  const char *sender = config != NULL ? seven_config_get_sender (config) : NULL;

  if (sender == NULL || *sender == '\0' || seven_config_is_placeholder (sender) ||
      seven_sender_inspect (sender).blank)
    return NULL;

  return sender;
}

char *
seven_sender_advice_dup (const SevenDestination *destination, const SevenConfig *config)
{
  const char *sender = get_sender (config);
  const char *advice, *objection, *as_of;
  SevenSenderKind kind;

  if (destination == NULL || sender == NULL)
    return g_strdup ("");
  kind = seven_sender_inspect (sender).kind;
  advice = seven_destination_get_advice (destination, kind);
  objection = seven_destination_get_objection (destination, sender);
  as_of = seven_destination_get_as_of (destination, kind);
  if (objection != NULL)
    /* Translators: two sentences, and a date such as 2026 or 2026-07-01. */
    return g_strdup_printf (_ ("%s %s As of %s."), objection, advice, as_of);

  /* Translators: a sentence, and a date such as 2026 or 2026-07-01. */
  return g_strdup_printf (_ ("%s As of %s."), advice, as_of);
}

gboolean
seven_sender_advice_is_warning (const SevenDestination *destination, const SevenConfig *config)
{
  const char *sender = get_sender (config);

  if (destination == NULL || sender == NULL)
    return FALSE;

  switch (seven_destination_get_support (destination, seven_sender_inspect (sender).kind)) {
  case SEVEN_SENDER_SUPPORT_NO:
  case SEVEN_SENDER_SUPPORT_REGISTRATION:
  case SEVEN_SENDER_SUPPORT_LIMITED:
    return TRUE;
  case SEVEN_SENDER_SUPPORT_UNKNOWN:
  case SEVEN_SENDER_SUPPORT_YES:
  default:
    return seven_destination_get_objection (destination, sender) != NULL;
  }
}
