/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-delivery-wait.h"

#include "seven-command.h"
#include "seven-journal.h"
#include "seven-output.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SevenRemote *remote;
  const char *id;
  gboolean quiet;
  gint64 accepted; /* monotonic, microseconds */
  SevenDelivery delivery;
  char *word; /* (nullable) */
  GError *error; /* (nullable): of the last call */
} Wait;

static void
wait_clear (Wait *self)
{
  g_clear_pointer (&self->word, g_free);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wait, wait_clear)

static int
get_elapsed_ms (const Wait *self)
{
  return (int) ((g_get_monotonic_time () - self->accepted) / 1000);
}

/* Until the next call, in milliseconds; -1: there is none. Those that a slow answer has made late are left out. */
static int
get_pause (const Wait *self, guint *n)
{
  int elapsed = get_elapsed_ms (self);
  int time;

  do {
    time = seven_delivery_get_poll_time ((*n)++);
  } while (time >= 0 && time < elapsed);

  return time < 0 ? -1 : time - elapsed;
}

static void
say (const char *text)
{
  g_autofree char *shown = seven_output_dup_shown (text);

  g_printerr ("%s\n", shown);
}

static void
say_delivery (const Wait *self)
{
  const char *explanation = seven_delivery_get_explanation (self->delivery);

  if (self->quiet)
    return;

  /* Translators: seconds since an SMS was accepted, and what its delivery report says. */
  g_printerr (
      _ ("After %.1f s: %s\n"), get_elapsed_ms (self) / 1000.0, seven_delivery_get_title (self->delivery));
  if (seven_delivery_is_final (self->delivery) && explanation != NULL)
    say (explanation);
}

static void
take_report (Wait *self, const SevenJournalEntry *entry)
{
  const char *name = seven_delivery_get_name (entry->delivery);
  gboolean is_new = entry->delivery != self->delivery;

  /* A word that nobody has documented is handed on as it is. */
  if (entry->delivery == SEVEN_DELIVERY_UNKNOWN)
    name = entry->delivery_name;
  g_free (self->word);
  self->word = g_strdup (name);
  self->delivery = entry->delivery;
  if (is_new)
    say_delivery (self);
}

/* FALSE: another call would bring no more. */
static gboolean
ask (Wait *self)
{
  g_autoptr (SevenRequest) request = seven_request_new_journal (self->remote->key, self->id);
  g_autoptr (SevenExchange) exchange =
      seven_remote_exchange (self->remote, request, (guint) self->remote->timeout);
  g_autoptr (SevenJournal) journal = NULL;
  const SevenJournalEntry *entry;

  g_clear_error (&self->error);
  if (self->remote->interrupted)
    return FALSE;
  journal = seven_journal_read (exchange, &self->error);
  if (journal == NULL)
    return !g_error_matches (self->error, SEVEN_ANSWER_ERROR, SEVEN_ANSWER_ERROR_REFUSED);
  entry = seven_journal_find_id (journal, self->id);
  if (entry != NULL)
    take_report (self, entry);

  return !seven_delivery_is_final (self->delivery);
}

/* Why there is no final report, in both formats: it is no part of the document. */
static void
say_end (const Wait *self)
{
  if (seven_delivery_is_final (self->delivery))
    return;
  if (self->remote->interrupted)
    say (_ ("Interrupted. The SMS was accepted; what becomes of it stands in the journal at seven."));
  else if (self->error != NULL)
    say (self->error->message);
  else
    say (_ ("No final report came within two minutes; it will stand in the journal at seven."));
}

int
seven_delivery_wait (SevenRemote *remote, const char *id, gboolean quiet, char **word)
{
  g_auto (Wait) wait = { remote, id, quiet, g_get_monotonic_time (), SEVEN_DELIVERY_NONE, NULL, NULL };
  guint n = 0;
  int pause;

  *word = NULL;
  if (id == NULL) {
    say (_ ("The gateway named no message ID: there is no delivery report to ask for."));
    return SEVEN_EXIT_OK;
  }

  do {
    pause = get_pause (&wait, &n);
  } while (pause >= 0 && seven_remote_wait (remote, (guint) pause) && ask (&wait));
  say_end (&wait);
  *word = g_steal_pointer (&wait.word);

  return seven_delivery_is_final (wait.delivery) && wait.delivery != SEVEN_DELIVERY_DELIVERED ? SEVEN_EXIT_NO
                                                                                              : SEVEN_EXIT_OK;
}
