/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-delivery.h"

#include <glib/gi18n-lib.h>

/* In the order of SevenDelivery. The words are seven's own; that reports can be wrong is what seven says, too. */
static const struct
{
  const char *name; /* (nullable) */
  const char *title;
  const char *explanation; /* (nullable) */
} deliveries[] = {
  { NULL, N_ ("No report yet"), NULL },
  { "ACCEPTED", N_ ("Accepted by seven"), N_ ("seven has the SMS; it has not gone to the network yet.") },
  { "TRANSMITTED", N_ ("Handed to the network"),
      N_ ("The network has the SMS; whether the phone has it is not reported yet. Some networks report no "
          "more than this.") },
  { "BUFFERED", N_ ("Waiting for the phone"),
      N_ ("The network has the SMS but does not reach the phone, which may be switched off or out of range. "
          "It tries again.") },
  { "UNKNOWN", N_ ("Delivery not known"),
      N_ ("The network does not say what became of the SMS. Look at the phone.") },
  { "DELIVERED", N_ ("Delivered to the phone"), NULL },
  { "NOTDELIVERED", N_ ("Not delivered"),
      N_ ("The network could not deliver the SMS. Check the number, and whether the sender is allowed in its "
          "country; some networks report wrongly, so look at the phone, too.") },
  { "EXPIRED", N_ ("Expired"),
      N_ ("The phone was not reached in time, and the network has given up. Try again when it is switched on "
          "and in range.") },
  { "REJECTED", N_ ("Rejected by the network"),
      N_ ("The network did not take the SMS. Check whether the sender is allowed in the country of the "
          "number, and whether the text has a link.") },
  { "FAILED", N_ ("Failed on the way"),
      N_ ("The SMS was lost between seven and the phone. Check the number; if it stays, contact seven.") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (deliveries) == SEVEN_N_DELIVERIES);

/* Short pauses first, since most reports come within seconds; twelve calls in all. */
static const int poll_seconds[] = { 1, 2, 4, 7, 12, 20, 30, 45, 60, 80, 100, 120 };

G_STATIC_ASSERT (SEVEN_DELIVERY_LIMIT == 120 * 1000);

/**
 * seven_delivery_from_name:
 * @name: (nullable): the word of a report, as in `DELIVERED`
 *
 * Reads what a report says, in either case, blanks around it left aside. The source of the words is seven's
 * documentation of its journal.
 *
 * Returns: what it says: %SEVEN_DELIVERY_NONE for %NULL and "", %SEVEN_DELIVERY_UNKNOWN for a word nobody knows
 */
SevenDelivery
seven_delivery_from_name (const char *name)
{
  g_autofree char *word = name != NULL ? g_strstrip (g_strdup (name)) : g_strdup ("");

  if (*word == '\0')
    return SEVEN_DELIVERY_NONE;
  for (guint i = SEVEN_DELIVERY_NONE + 1; i < SEVEN_N_DELIVERIES; i++) {
    if (g_ascii_strcasecmp (deliveries[i].name, word) == 0)
      return (SevenDelivery) i;
  }
  return SEVEN_DELIVERY_UNKNOWN;
}

static guint
get_index (SevenDelivery self)
{
  return (guint) self < SEVEN_N_DELIVERIES ? (guint) self : SEVEN_DELIVERY_UNKNOWN;
}

/**
 * seven_delivery_get_name:
 * @self: what a report says
 *
 * Returns: (nullable): seven's own word, as in `NOTDELIVERED`, never translated; %NULL for %SEVEN_DELIVERY_NONE
 */
const char *
seven_delivery_get_name (SevenDelivery self)
{
  return deliveries[get_index (self)].name;
}

/**
 * seven_delivery_get_title:
 * @self: what a report says
 *
 * Returns: the same in a few translated words
 */
const char *
seven_delivery_get_title (SevenDelivery self)
{
  return _ (deliveries[get_index (self)].title);
}

/**
 * seven_delivery_get_explanation:
 * @self: what a report says
 *
 * Returns: (nullable): what it means and what to do, in translated sentences, where the title does not say it all
 */
const char *
seven_delivery_get_explanation (SevenDelivery self)
{
  const char *explanation = deliveries[get_index (self)].explanation;

  return explanation != NULL ? _ (explanation) : NULL;
}

/**
 * seven_delivery_is_final:
 * @self: what a report says
 *
 * Returns: whether no other report will come after it
 */
gboolean
seven_delivery_is_final (SevenDelivery self)
{
  return get_index (self) >= SEVEN_DELIVERY_DELIVERED;
}

/**
 * seven_delivery_get_poll_time:
 * @n: how many times was asked before
 *
 * Tells when to ask for a report the next time: after 1, 2, 4, 7, 12, 20, 30, 45, 60, 80, 100 and 120 seconds. Source:
 * none of seven's.
 *
 * Returns: the time since the send was accepted, in milliseconds; -1: no more
 */
int
seven_delivery_get_poll_time (guint n)
{
  return n < G_N_ELEMENTS (poll_seconds) ? poll_seconds[n] * 1000 : -1;
}
