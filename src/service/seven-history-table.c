/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-history-table.h"

#include <math.h>
#include <string.h>

/* The parameters and the columns of a row, in one order. */
#define COLUMNS \
  "time, gateway, state, search, usage, recipient, country, message_id, code, gateway_code, title, " \
  "encoding, " \
  "predicted_parts, billed_parts, price, delivery, delivery_time, logto, logto_wrong, elapsed_ms"

#define INSERT \
  "INSERT INTO test (" COLUMNS ") " \
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)"
#define UPDATE \
  "UPDATE test SET (" COLUMNS ") " \
  "= (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20) WHERE id " \
  "= ?21"
#define SELECT "SELECT " COLUMNS " FROM test WHERE id = ?1"

enum
{
  COLUMN_TIME,
  COLUMN_GATEWAY,
  COLUMN_STATE,
  COLUMN_SEARCH,
  COLUMN_USAGE,
  COLUMN_RECIPIENT,
  COLUMN_COUNTRY,
  COLUMN_MESSAGE_ID,
  COLUMN_CODE,
  COLUMN_GATEWAY_CODE,
  COLUMN_TITLE,
  COLUMN_ENCODING,
  COLUMN_PREDICTED_PARTS,
  COLUMN_BILLED_PARTS,
  COLUMN_PRICE,
  COLUMN_DELIVERY,
  COLUMN_DELIVERY_TIME,
  COLUMN_LOGTO,
  COLUMN_LOGTO_WRONG,
  COLUMN_ELAPSED_MS,
  N_COLUMNS,
};

/* As words are looked for: the same for both cases and all ways to write a letter. */
static char *
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal, -1);
}

/* A line for each value. A word has no line break in it, so it is found in one value or not at all. */
static char *
dup_search (const SevenHistoryEntry *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *values[] = { entry->usage, entry->recipient, entry->country, entry->title,
    seven_state_get_name (entry->state), entry->gateway, seven_delivery_get_name (entry->delivery),
    entry->delivery != SEVEN_DELIVERY_NONE ? seven_delivery_get_title (entry->delivery) : NULL,
    entry->message_id };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    if (values[i] != NULL)
      g_string_append_printf (text, "%s\n", values[i]);
  }
  if (entry->code != SEVEN_REPLY_NO_CODE)
    g_string_append_printf (text, "%d\n", entry->code);
  if (entry->gateway_code != SEVEN_REPLY_NO_CODE && entry->gateway_code != entry->code)
    g_string_append_printf (text, "%d\n", entry->gateway_code);
  return fold (text->str);
}

/* Parameters count from 1. What is not bound is NULL. The string is copied. */
static void
bind_text (sqlite3_stmt *statement, int column, const char *text)
{
  if (text != NULL)
    sqlite3_bind_text (statement, column + 1, text, -1, SQLITE_TRANSIENT);
}

static void
bind_integer (sqlite3_stmt *statement, int column, gint64 value, gint64 unknown)
{
  if (value != unknown)
    sqlite3_bind_int64 (statement, column + 1, value);
}

static void
bind_entry (sqlite3_stmt *statement, const SevenHistoryEntry *entry)
{
  g_autofree char *search = dup_search (entry);

  sqlite3_bind_int64 (statement, COLUMN_TIME + 1, entry->time);
  bind_text (statement, COLUMN_GATEWAY, entry->gateway);
  bind_text (statement, COLUMN_STATE, seven_state_get_name (entry->state));
  bind_text (statement, COLUMN_SEARCH, search);
  bind_text (statement, COLUMN_USAGE, entry->usage);
  bind_text (statement, COLUMN_RECIPIENT, entry->recipient);
  bind_text (statement, COLUMN_COUNTRY, entry->country);
  bind_text (statement, COLUMN_MESSAGE_ID, entry->message_id);
  bind_integer (statement, COLUMN_CODE, entry->code, SEVEN_REPLY_NO_CODE);
  bind_integer (statement, COLUMN_GATEWAY_CODE, entry->gateway_code, SEVEN_REPLY_NO_CODE);
  bind_text (statement, COLUMN_TITLE, entry->title);
  bind_text (statement, COLUMN_ENCODING, entry->encoding);
  bind_integer (statement, COLUMN_PREDICTED_PARTS, entry->predicted_parts, 0);
  bind_integer (statement, COLUMN_BILLED_PARTS, entry->billed_parts, -1);
  if (isfinite (entry->price))
    sqlite3_bind_double (statement, COLUMN_PRICE + 1, entry->price);
  bind_text (statement, COLUMN_DELIVERY, seven_delivery_get_name (entry->delivery));
  bind_integer (statement, COLUMN_DELIVERY_TIME, entry->delivery_time, 0);
  bind_text (statement, COLUMN_LOGTO, seven_logto_verdict_get_name (entry->logto));
  sqlite3_bind_int (statement, COLUMN_LOGTO_WRONG + 1, entry->logto_wrong);
  bind_integer (statement, COLUMN_ELAPSED_MS, entry->elapsed_ms, 0);
}

int
seven_history_table_save (sqlite3 *db, const SevenHistoryEntry *entry, gint64 *id)
{
  int result;
  g_autoptr (sqlite3_stmt) statement = seven_sqlite_prepare (db, entry->id == 0 ? INSERT : UPDATE, &result);

  if (result != SQLITE_OK)
    return result;
  bind_entry (statement, entry);
  if (entry->id != 0)
    sqlite3_bind_int64 (statement, N_COLUMNS + 1, entry->id);
  result = sqlite3_step (statement);
  if (result != SQLITE_DONE)
    return result;
  *id = entry->id == 0 ? sqlite3_last_insert_rowid (db) : entry->id;
  return SQLITE_OK;
}

static SevenState
read_state (const char *name)
{
  for (SevenState state = 0; state <= SEVEN_STATE_FAILED; state++) {
    if (g_strcmp0 (name, seven_state_get_name (state)) == 0)
      return state;
  }
  return SEVEN_STATE_UNKNOWN;
}

static SevenLogtoVerdict
read_verdict (const char *name)
{
  for (SevenLogtoVerdict verdict = 0; verdict <= SEVEN_LOGTO_UNKNOWN; verdict++) {
    if (g_strcmp0 (name, seven_logto_verdict_get_name (verdict)) == 0)
      return verdict;
  }
  return SEVEN_LOGTO_UNKNOWN;
}

/* Another program may have written any number there. */
static int
read_integer (sqlite3_stmt *statement, int column, int unknown)
{
  gint64 value = sqlite3_column_int64 (statement, column);

  if (sqlite3_column_type (statement, column) != SQLITE_INTEGER || value < 0 || value > G_MAXINT)
    return unknown;
  return (int) value;
}

static SevenHistoryEntry *
read_entry (sqlite3_stmt *statement, gint64 id)
{
  SevenHistoryEntry *entry = seven_history_entry_new ();

  entry->id = id;
  entry->time = sqlite3_column_int64 (statement, COLUMN_TIME);
  entry->gateway = seven_sqlite_dup_text (statement, COLUMN_GATEWAY);
  entry->usage = seven_sqlite_dup_text (statement, COLUMN_USAGE);
  entry->recipient = seven_sqlite_dup_text (statement, COLUMN_RECIPIENT);
  entry->country = seven_sqlite_dup_text (statement, COLUMN_COUNTRY);
  entry->message_id = seven_sqlite_dup_text (statement, COLUMN_MESSAGE_ID);
  entry->state = read_state ((const char *) sqlite3_column_text (statement, COLUMN_STATE));
  entry->code = read_integer (statement, COLUMN_CODE, SEVEN_REPLY_NO_CODE);
  entry->gateway_code = read_integer (statement, COLUMN_GATEWAY_CODE, SEVEN_REPLY_NO_CODE);
  entry->title = seven_sqlite_dup_text (statement, COLUMN_TITLE);
  entry->encoding = seven_sqlite_dup_text (statement, COLUMN_ENCODING);
  entry->predicted_parts = read_integer (statement, COLUMN_PREDICTED_PARTS, 0);
  entry->billed_parts = read_integer (statement, COLUMN_BILLED_PARTS, -1);
  if (sqlite3_column_type (statement, COLUMN_PRICE) == SQLITE_FLOAT)
    entry->price = sqlite3_column_double (statement, COLUMN_PRICE);
  entry->delivery =
      seven_delivery_from_name ((const char *) sqlite3_column_text (statement, COLUMN_DELIVERY));
  entry->delivery_time = sqlite3_column_int64 (statement, COLUMN_DELIVERY_TIME);
  entry->logto = read_verdict ((const char *) sqlite3_column_text (statement, COLUMN_LOGTO));
  entry->logto_wrong = sqlite3_column_int (statement, COLUMN_LOGTO_WRONG) != 0;
  entry->elapsed_ms = (guint) read_integer (statement, COLUMN_ELAPSED_MS, 0);
  return entry;
}

int
seven_history_table_load (sqlite3 *db, const gint64 *ids, gsize n_ids, GPtrArray *entries)
{
  int result;
  g_autoptr (sqlite3_stmt) statement = seven_sqlite_prepare (db, SELECT, &result);

  for (gsize i = 0; result == SQLITE_OK && i < n_ids; i++) {
    SevenHistoryEntry *entry = NULL;

    sqlite3_bind_int64 (statement, 1, ids[i]);
    if (sqlite3_step (statement) == SQLITE_ROW)
      entry = read_entry (statement, ids[i]);
    g_ptr_array_add (entries, entry);
    result = sqlite3_reset (statement);
  }
  return result;
}

typedef struct
{
  gint64 time;
  gint64 id;
} Hit;

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *x = a, *y = b;

  if (x->time != y->time)
    return x->time < y->time ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

/* Mostly they are in their order: sorting 100,000 takes longer than finding them. */
static gboolean
are_sorted (GArray *hits)
{
  for (guint i = 1; i < hits->len; i++) {
    if (compare_hits (&g_array_index (hits, Hit, i - 1), &g_array_index (hits, Hit, i)) > 0)
      return FALSE;
  }
  return TRUE;
}

/* Newest first. */
static void
append_ids (GArray *ids, GArray *hits)
{
  if (!are_sorted (hits))
    g_array_sort (hits, compare_hits);
  for (guint i = hits->len; i > 0; i--)
    g_array_append_val (ids, g_array_index (hits, Hit, i - 1).id);
}

/* At white space of any kind. */
static GPtrArray *
split_words (const char *text)
{
  g_autofree char *folded = fold (text);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = folded;

  for (const char *at = folded;; at = g_utf8_next_char (at)) {
    if (*at != '\0' && !g_unichar_isspace (g_utf8_get_char (at)))
      continue;
    if (at > start)
      g_ptr_array_add (words, g_strndup (start, at - start));
    if (*at == '\0')
      return words;
    start = g_utf8_next_char (at);
  }
}

static gboolean
has_words (const char *search, GPtrArray *words)
{
  if (words->len > 0 && search == NULL)
    return FALSE;
  for (guint i = 0; i < words->len; i++) {
    if (strstr (search, words->pdata[i]) == NULL)
      return FALSE;
  }
  return TRUE;
}

/* Compared here, byte by byte, no character of a word means anything else than itself. */
static gboolean
passes (sqlite3_stmt *statement, const SevenHistoryFilter *filter, GPtrArray *words)
{
  if (filter->gateway != NULL &&
      g_strcmp0 (filter->gateway, (const char *) sqlite3_column_text (statement, 2)) != 0)
    return FALSE;
  if (filter->states != 0 &&
      (filter->states >> read_state ((const char *) sqlite3_column_text (statement, 3)) & 1) == 0)
    return FALSE;
  return has_words ((const char *) sqlite3_column_text (statement, 4), words);
}

int
seven_history_table_query (sqlite3 *db, const SevenHistoryFilter *filter, GArray *ids)
{
  static const SevenHistoryFilter everything = { NULL, NULL, 0 };
  const SevenHistoryFilter *wanted = filter != NULL ? filter : &everything;
  g_autoptr (GPtrArray) words = split_words (wanted->words != NULL ? wanted->words : "");
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  gboolean any = words->len == 0 && wanted->gateway == NULL && wanted->states == 0;
  int result;
  /* The first one is answered from the index alone. */
  g_autoptr (sqlite3_stmt) statement = seven_sqlite_prepare (db,
      any ? "SELECT id, time FROM test ORDER BY time, id"
          : "SELECT id, time, gateway, state, search FROM test",
      &result);

  if (result != SQLITE_OK)
    return result;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW) {
    Hit hit = { sqlite3_column_int64 (statement, 1), sqlite3_column_int64 (statement, 0) };

    if (any || passes (statement, wanted, words))
      g_array_append_val (hits, hit);
  }
  if (result != SQLITE_DONE)
    return result;
  append_ids (ids, hits);
  return SQLITE_OK;
}

static int
remove_each (sqlite3 *db, const gint64 *ids, gsize n_ids)
{
  int result;
  g_autoptr (sqlite3_stmt) statement = seven_sqlite_prepare (db, "DELETE FROM test WHERE id = ?1", &result);

  for (gsize i = 0; result == SQLITE_OK && i < n_ids; i++) {
    sqlite3_bind_int64 (statement, 1, ids[i]);
    sqlite3_step (statement);
    result = sqlite3_reset (statement);
  }
  return result;
}

int
seven_history_table_remove (sqlite3 *db, const gint64 *ids, gsize n_ids)
{
  int result = seven_sqlite_exec (db, "BEGIN IMMEDIATE");

  if (result != SQLITE_OK)
    return result;
  result = ids != NULL ? remove_each (db, ids, n_ids) : seven_sqlite_exec (db, "DELETE FROM test");
  if (result == SQLITE_OK)
    result = seven_sqlite_exec (db, "COMMIT");
  if (result != SQLITE_OK)
    seven_sqlite_exec (db, "ROLLBACK");
  return result;
}

int
seven_history_table_prune (sqlite3 *db, gint64 before, int *n_removed)
{
  int result;
  g_autoptr (sqlite3_stmt) statement = seven_sqlite_prepare (db, "DELETE FROM test WHERE time < ?1", &result);

  if (result != SQLITE_OK)
    return result;
  sqlite3_bind_int64 (statement, 1, before);
  result = sqlite3_step (statement);
  if (result != SQLITE_DONE)
    return result;
  *n_removed = sqlite3_changes (db);
  return SQLITE_OK;
}

int
seven_history_table_check (sqlite3 *db)
{
  int result;
  g_autoptr (sqlite3_stmt) statement = seven_sqlite_prepare (db, SELECT, &result);

  return statement != NULL ? SQLITE_OK : result;
}

int
seven_history_table_skip_ids (sqlite3 *db, gint64 last)
{
  int result;
  g_autoptr (sqlite3_stmt) statement =
      seven_sqlite_prepare (db, "INSERT INTO sqlite_sequence (name, seq) VALUES ('test', ?1)", &result);

  if (result != SQLITE_OK)
    return result;
  sqlite3_bind_int64 (statement, 1, last);
  result = sqlite3_step (statement);
  return result == SQLITE_DONE ? SQLITE_OK : result;
}
