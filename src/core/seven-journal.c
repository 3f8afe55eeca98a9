/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-journal.h"
#include "seven-answer-private.h"
#include "seven-json-read.h"

#include <math.h>

struct _SevenJournal
{
  GPtrArray *entries; /* of SevenJournalEntry */
};

static void
entry_free (gpointer data)
{
  SevenJournalEntry *entry = data;

  g_free (entry->id);
  g_free (entry->to);
  g_free (entry->text);
  g_free (entry->timestamp);
  g_free (entry->delivery_name);
  g_free (entry->delivery_timestamp);
  g_free (entry);
}

static SevenJournalEntry *
entry_new (const SevenJson *json, const SevenJsonValue *object)
{
  SevenJournalEntry *entry = g_new0 (SevenJournalEntry, 1);

  entry->id = seven_json_read_text (json, object, "id");
  entry->to = seven_json_read_text (json, object, "to");
  entry->text = seven_json_read_text (json, object, "text");
  entry->timestamp = seven_json_read_text (json, object, "timestamp");
  entry->price = seven_json_read_number (object, "price");
  entry->delivery_name = seven_json_read_text (json, object, "dlr");
  entry->delivery = seven_delivery_from_name (entry->delivery_name);
  entry->delivery_timestamp = seven_json_read_text (json, object, "dlr_timestamp");
  return entry;
}

static void
journal_clear (gpointer data)
{
  SevenJournal *self = data;

  g_ptr_array_unref (self->entries);
}

/* An object is an SMS if it says so of itself: by the id, or by where it went. */
static void
read_entry (SevenJournal *self, const SevenJson *json, const SevenJsonValue *value)
{
  SevenJournalEntry *entry;

  if (seven_json_value_get_kind (value) != SEVEN_JSON_OBJECT)
    return;
  entry = entry_new (json, value);
  if (entry->id != NULL || entry->to != NULL)
    g_ptr_array_add (self->entries, entry);
  else
    entry_free (entry);
}

/**
 * seven_journal_read:
 * @exchange: the exchange of a journal call
 * @error: return location for an error
 *
 * Reads the journal of sent SMS: an array of entries, or a single one. Every value may be a string, a number or null;
 * times are kept as they are written. An empty array is a good answer: there is no such SMS, or not yet.
 *
 * Errors: every one of #SevenAnswerError but %SEVEN_ANSWER_ERROR_NOTHING.
 *
 * Returns: (transfer full) (nullable): the journal, or %NULL
 */
SevenJournal *
seven_journal_read (const SevenExchange *exchange, GError **error)
{
  g_autoptr (SevenJson) json = NULL;
  g_autoptr (SevenJournal) self = NULL;
  const SevenJsonValue *root;
  guint n_children;

  g_return_val_if_fail (exchange != NULL, NULL);

  json = seven_answer_parse (exchange, error);
  if (json == NULL)
    return NULL;
  root = seven_json_get_root (json);
  n_children = seven_json_value_get_n_children (root);
  self = g_atomic_rc_box_new0 (SevenJournal);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  if (seven_json_value_get_kind (root) == SEVEN_JSON_ARRAY) {
    for (guint i = 0; i < n_children; i++)
      read_entry (self, json, seven_json_value_get_child (root, i));
  } else {
    read_entry (self, json, root);
  }
  if (self->entries->len == 0 && (seven_json_value_get_kind (root) != SEVEN_JSON_ARRAY || n_children > 0)) {
    g_propagate_error (error, seven_answer_unreadable_new (exchange));
    return NULL;
  }
  return g_steal_pointer (&self);
}

/**
 * seven_journal_ref:
 * @self: a journal
 *
 * Returns: (transfer full): @self
 */
SevenJournal *
seven_journal_ref (SevenJournal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * seven_journal_unref:
 * @self: (transfer full): a journal
 */
void
seven_journal_unref (SevenJournal *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, journal_clear);
}

/**
 * seven_journal_get_n_entries:
 * @self: a journal
 *
 * Returns: how many SMS it has
 */
guint
seven_journal_get_n_entries (const SevenJournal *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

/**
 * seven_journal_get_entry:
 * @self: a journal
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): the entry, in the gateway's order; %NULL past the last
 */
const SevenJournalEntry *
seven_journal_get_entry (const SevenJournal *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->entries->len ? g_ptr_array_index (self->entries, index) : NULL;
}

/**
 * seven_journal_find_id:
 * @self: a journal
 * @id: the number that seven gave the SMS
 *
 * Returns: (transfer none) (nullable): the first entry with this id
 */
const SevenJournalEntry *
seven_journal_find_id (const SevenJournal *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++) {
    const SevenJournalEntry *entry = seven_journal_get_entry (self, i);

    if (g_strcmp0 (entry->id, id) == 0)
      return entry;
  }
  return NULL;
}

static const char *
skip_plus (const char *number)
{
  return number != NULL && *number == '+' ? number + 1 : number;
}

/**
 * seven_journal_find_text:
 * @self: a journal
 * @recipient_digits: the recipient; a `+` before the digits does not count, on either side
 * @text: what was sent, to the letter
 *
 * Looks for an SMS whose id never arrived. Where the same text went to the same number several times, it is the latest
 * by its timestamp: as seven writes them, they sort as they are.
 *
 * Returns: (transfer none) (nullable): the entry
 */
const SevenJournalEntry *
seven_journal_find_text (const SevenJournal *self, const char *recipient_digits, const char *text)
{
  const SevenJournalEntry *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (recipient_digits != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++) {
    const SevenJournalEntry *entry = seven_journal_get_entry (self, i);

    if (g_strcmp0 (skip_plus (entry->to), skip_plus (recipient_digits)) != 0 ||
        g_strcmp0 (entry->text, text) != 0)
      continue;
    if (found == NULL || g_strcmp0 (entry->timestamp, found->timestamp) > 0)
      found = entry;
  }
  return found;
}
