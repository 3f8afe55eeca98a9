/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-destination.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "seven-calling-code.h"
#include "seven-data.h"

/* The snapshot that data/destinations.tsv was taken from. */
#define TABLE_AS_OF "2026"

/* What is known to be newer than the table; all of it about names as senders. */
typedef struct
{
  const char *prefix;
  SevenSenderSupport support;
  const char *advice;
  const char *as_of;
} News;

struct _SevenDestination
{
  char *prefix;
  const char *country;
  const SevenCallingCode *calling_code;
  SevenSenderSupport support[2]; /* by SevenSenderKind */
  const News *news; /* (nullable) */
};

static const News news[] = {
  /* seven's documentation */
  { "1", SEVEN_SENDER_SUPPORT_NO,
      N_ ("A name as sender is not allowed by seven for the USA and Canada: use a number."), TABLE_AS_OF },
  { "61", SEVEN_SENDER_SUPPORT_REGISTRATION,
      N_ ("Since 1 July 2026 a name that is not registered is shown as “Unverified”."), "2026-07-01" },
  { "65", SEVEN_SENDER_SUPPORT_REGISTRATION,
      N_ ("Since 31 January 2023 a name that is not registered is shown as “Likely-SCAM”."), "2023-01-31" },
  { "66", SEVEN_SENDER_SUPPORT_REGISTRATION,
      N_ ("A name as sender must be registered first, and must have no space."), TABLE_AS_OF },
  { "91", SEVEN_SENDER_SUPPORT_REGISTRATION,
      N_ ("Only registered names of six letters and registered texts get through."), TABLE_AS_OF },
};

static const struct
{
  const char *word; /* in the table */
  const char *advice[2]; /* by SevenSenderKind */
} supports[] = {
  [SEVEN_SENDER_SUPPORT_UNKNOWN] = { "",
      {
          N_ ("It is not known whether a number works as sender."),
          N_ ("It is not known whether a name works as sender."),
      } },
  [SEVEN_SENDER_SUPPORT_YES] = { "YES",
      {
          N_ ("A number as sender is shown as it is."),
          N_ ("A name as sender is shown as it is."),
      } },
  [SEVEN_SENDER_SUPPORT_NO] = { "NO",
      {
          N_ ("A number as sender is replaced by another sender, or the SMS is refused."),
          N_ ("A name as sender is replaced by a number, or the SMS is refused."),
      } },
  [SEVEN_SENDER_SUPPORT_REGISTRATION] = { "REG",
      {
          N_ ("A number as sender must be registered first; else it is replaced, or the SMS is refused."),
          N_ ("A name as sender must be registered first; else it is replaced, or the SMS is refused."),
      } },
  [SEVEN_SENDER_SUPPORT_LIMITED] = { "LIMITED",
      {
          N_ ("Only some numbers work as sender; others are replaced."),
          N_ ("Only some names work as sender; others are replaced."),
      } },
};

static SevenSenderSupport
read_support (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (supports); i++) {
    if (strcmp (supports[i].word, word) == 0)
      return (SevenSenderSupport) i;
  }
  return SEVEN_SENDER_SUPPORT_UNKNOWN;
}

static const News *
find_news (const char *prefix)
{
  for (gsize i = 0; i < G_N_ELEMENTS (news); i++) {
    if (strcmp (news[i].prefix, prefix) == 0)
      return &news[i];
  }
  return NULL;
}

/* NULL where the prefix belongs to no one country. */
static SevenDestination *
destination_new (const char *prefix)
{
  const SevenCallingCode *code = seven_calling_code_find (prefix);
  const char *country = code ? seven_calling_code_get_country (code, prefix) : NULL;
  SevenDestination *self;

  if (!country)
    return NULL;

  self = g_new0 (SevenDestination, 1);
  self->prefix = g_strdup (prefix);
  self->country = country;
  self->calling_code = code;
  self->news = find_news (prefix);
  return self;
}

static void
add_line (GPtrArray *table, char *const *line)
{
  SevenDestination *self = destination_new (seven_data_get_field (line, 0));

  if (!self)
    return;

  self->support[SEVEN_SENDER_ALPHANUMERIC] = read_support (seven_data_get_field (line, 2));
  self->support[SEVEN_SENDER_NUMERIC] = read_support (seven_data_get_field (line, 3));
  if (self->news)
    self->support[SEVEN_SENDER_ALPHANUMERIC] = self->news->support;
  g_ptr_array_add (table, self);
}

static const SevenDestination *
find_in (GPtrArray *table, const char *digits)
{
  const SevenDestination *best = NULL;

  for (guint i = 0; i < table->len; i++) {
    const SevenDestination *self = g_ptr_array_index (table, i);

    if (g_str_has_prefix (digits, self->prefix) && (!best || strlen (self->prefix) > strlen (best->prefix)))
      best = self;
  }
  return best;
}

static GPtrArray *
read_table (void)
{
  g_autoptr (GPtrArray) lines = seven_data_read_table ("destinations.tsv");
  GPtrArray *table = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    add_line (table, g_ptr_array_index (lines, i));

  for (guint i = 0; i < seven_calling_code_get_n (); i++) {
    const char *code = seven_calling_code_get_digits (seven_calling_code_get (i));
    SevenDestination *self = find_in (table, code) ? NULL : destination_new (code);

    if (self)
      g_ptr_array_add (table, self);
  }
  return table;
}

/* Read once and never changed after that, so that any thread may look. */
static GPtrArray *
get_table (void)
{
  static GPtrArray *table = NULL;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, read_table ());
  return table;
}

const SevenDestination *
seven_destination_find (const SevenPhone *phone)
{
  g_return_val_if_fail (phone != NULL, NULL);

  return find_in (get_table (), seven_phone_get_digits (phone));
}

const SevenDestination *
seven_destination_find_digits (const char *digits)
{
  g_return_val_if_fail (digits != NULL, NULL);

  return find_in (get_table (), digits);
}

const SevenDestination *
seven_destination_find_country (const char *country)
{
  GPtrArray *table = get_table ();

  if (g_strcmp0 (country, "CA") == 0)
    country = "US";

  for (guint i = 0; i < table->len; i++) {
    const SevenDestination *self = g_ptr_array_index (table, i);

    if (g_strcmp0 (self->country, country) == 0)
      return self;
  }
  return NULL;
}

static int
compare_names (const void *one, const void *other)
{
  const SevenDestination *a = *(const SevenDestination *const *) one;
  const SevenDestination *b = *(const SevenDestination *const *) other;
  g_autofree char *name_a = seven_destination_dup_name (a);
  g_autofree char *name_b = seven_destination_dup_name (b);

  return g_utf8_collate (name_a, name_b);
}

GPtrArray *
seven_destination_list (void)
{
  GPtrArray *table = get_table ();
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < table->len; i++) {
    SevenDestination *self = g_ptr_array_index (table, i);

    /* The Dominican Republic has three prefixes. */
    if (seven_destination_find_country (self->country) == self)
      g_ptr_array_add (list, self);
  }
  g_ptr_array_sort (list, compare_names);
  return list;
}

const char *
seven_destination_get_prefix (const SevenDestination *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->prefix;
}

const char *
seven_destination_get_country (const SevenDestination *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->country;
}

char *
seven_destination_dup_name (const SevenDestination *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return seven_calling_code_dup_country_name (self->calling_code, self->prefix);
}

static const News *
get_news (const SevenDestination *self, SevenSenderKind kind)
{
  return kind == SEVEN_SENDER_ALPHANUMERIC ? self->news : NULL;
}

SevenSenderSupport
seven_destination_get_support (const SevenDestination *self, SevenSenderKind kind)
{
  g_return_val_if_fail (self != NULL, SEVEN_SENDER_SUPPORT_UNKNOWN);

  return self->support[kind];
}

const char *
seven_destination_get_advice (const SevenDestination *self, SevenSenderKind kind)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (get_news (self, kind))
    return _ (get_news (self, kind)->advice);

  return _ (supports[self->support[kind]].advice[kind]);
}

static gboolean
is_six_letters (const char *sender)
{
  for (gsize i = 0; i < 6; i++) {
    if (!g_ascii_isalpha (sender[i]))
      return FALSE;
  }
  return sender[6] == '\0';
}

const char *
seven_destination_get_objection (const SevenDestination *self, const char *sender)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (sender != NULL, NULL);

  if (seven_sender_inspect (sender).kind != SEVEN_SENDER_ALPHANUMERIC)
    return NULL;

  if (strcmp (self->prefix, "66") == 0 && strchr (sender, ' '))
    return _ ("The sender has a space, which Thailand does not take.");
  if (strcmp (self->prefix, "91") == 0 && !is_six_letters (sender))
    return _ ("The sender does not have exactly six letters, as India demands.");
  return NULL;
}

const char *
seven_destination_get_as_of (const SevenDestination *self, SevenSenderKind kind)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_news (self, kind) ? get_news (self, kind)->as_of : TABLE_AS_OF;
}
