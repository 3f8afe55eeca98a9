/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-history-list-private.h"

#include "seven-inquiry.h"

/* How many pages of records are held although nobody else does: scrolling back finds them ready. */
#define MAX_PAGES 16

/* Positions that are to be loaded. */
typedef struct
{
  guint start;
  guint end;
} Range;

static gint64
get_id (SevenHistoryList *self, guint position)
{
  return g_array_index (self->ids, gint64, position);
}

/* Whether somebody holds the record and sees nothing in it. */
static gboolean
is_awaited (SevenHistoryList *self, guint position)
{
  SevenRunRecord *record = seven_history_find_record (self->history, get_id (self, position));

  return record != NULL && !seven_run_record_is_loaded (record);
}

static gboolean
is_loaded (SevenHistoryList *self, guint position)
{
  SevenRunRecord *record = seven_history_find_record (self->history, get_id (self, position));

  return record != NULL && seven_run_record_is_loaded (record);
}

/* What has to be loaded of a range; nothing where nobody looks at it any more. */
static GArray *
collect (SevenHistoryList *self, const Range *range)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean awaited = FALSE;

  for (guint i = range->start; i < MIN (range->end, self->ids->len); i++) {
    gint64 id = get_id (self, i);

    awaited = awaited || is_awaited (self, i);
    if (!is_loaded (self, i))
      g_array_append_val (ids, id);
  }
  if (!awaited)
    g_array_set_size (ids, 0);

  return ids;
}

static void load_next (SevenHistoryList *self);

static void
loaded_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SevenInquiry) inquiry = user_data;
  SevenHistoryList *self = inquiry->asker;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      seven_history_store_load_finish (SEVEN_HISTORY_STORE (source_object), result, &error);

  if (!seven_inquiry_end (inquiry, &self->load))
    return;
  if (entries != NULL) {
    seven_history_list_take (self, entries);
    load_next (self);
  } else {
    seven_history_list_forget_wanted (self);
    seven_history_list_fail (self, error);
  }
}

/* What was asked for last is what is looked at now. */
static void
load_next (SevenHistoryList *self)
{
  g_autofree Range *range = g_queue_pop_head (&self->ranges);

  while (range != NULL) {
    g_autoptr (GArray) ids = collect (self, range);
    SevenInquiry *inquiry;

    if (ids->len > 0) {
      inquiry = seven_inquiry_new (self, &self->load);
      seven_history_store_load_async (seven_history_get_store (self->history),
          (const gint64 *) (gpointer) ids->data, ids->len, self->load, loaded_cb, inquiry);
      return;
    }
    g_clear_pointer (&range, g_free);
    range = g_queue_pop_head (&self->ranges);
  }
}

static gboolean
load_idle_cb (gpointer user_data)
{
  SevenHistoryList *self = user_data;

  self->load_id = 0;
  if (self->load == NULL)
    load_next (self);

  return G_SOURCE_REMOVE;
}

void
seven_history_list_want (SevenHistoryList *self, guint position)
{
  Range *range;

  for (GList *item = self->ranges.head; item != NULL; item = item->next) {
    const Range *wanted = item->data;

    if (position >= wanted->start && position < wanted->end)
      return;
  }
  range = g_new0 (Range, 1);
  range->start = position - position % SEVEN_HISTORY_LIST_PAGE;
  range->end = range->start + SEVEN_HISTORY_LIST_PAGE;
  g_queue_push_head (&self->ranges, range);
  /* Not before whoever asks has asked for all that is in sight. */
  if (self->load_id == 0)
    self->load_id = g_idle_add (load_idle_cb, self);
}

void
seven_history_list_shift_wanted (SevenHistoryList *self, guint position, guint removed, guint added)
{
  for (GList *item = self->ranges.head; item != NULL; item = item->next) {
    Range *range = item->data;

    if (range->end <= position)
      continue;
    if (range->start >= position + removed)
      range->start = range->start - removed + added;
    else
      range->start = MIN (range->start, position);
    range->end = MAX (range->end, position + removed) - removed + added;
  }
}

void
seven_history_list_forget_wanted (SevenHistoryList *self)
{
  g_queue_clear_full (&self->ranges, g_free);
  g_clear_handle_id (&self->load_id, g_source_remove);
  seven_inquiry_stop (&self->load);
}

void
seven_history_list_take (SevenHistoryList *self, GPtrArray *entries)
{
  GPtrArray *page = g_ptr_array_new_full (entries->len, g_object_unref);

  for (guint i = 0; i < entries->len; i++) {
    const SevenHistoryEntry *entry = g_ptr_array_index (entries, i);
    SevenRunRecord *record;

    if (entry == NULL)
      continue;
    record = seven_history_ref_record (self->history, entry->id);
    g_ptr_array_add (page, record);
    seven_run_record_fill (record, seven_history_entry_copy (entry));
  }
  g_queue_push_head (&self->pages, page);
  while (self->pages.length > MAX_PAGES)
    g_ptr_array_unref (g_queue_pop_tail (&self->pages));
}
