/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-calling-code.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "seven-country.h"
#include "seven-data.h"

/* The table's word for a code that belongs to no one country. */
#define NO_COUNTRY "001"

typedef struct
{
  char *country;
  GRegex *digits; /* what follows the code in its numbers */
} Share;

struct _SevenCallingCode
{
  char *digits;
  char *main_country; /* (nullable) */
  GArray *shares; /* Share */
};

static void
add_shares (SevenCallingCode *self, const char *field)
{
  g_auto (GStrv) pairs = g_strsplit (field, ";", -1);

  for (gsize i = 0; pairs[i]; i++) {
    char *pattern = strchr (pairs[i], '=');
    Share share;

    if (!pattern)
      continue;
    *pattern++ = '\0';
    share.digits = g_regex_new (pattern, 0, G_REGEX_MATCH_ANCHORED, NULL);
    if (!share.digits)
      continue;
    share.country = g_strdup (pairs[i]);
    g_array_append_val (self->shares, share);
  }
}

static SevenCallingCode *
calling_code_new (char *const *line)
{
  SevenCallingCode *self = g_new0 (SevenCallingCode, 1);
  const char *countries = seven_data_get_field (line, 1);

  self->digits = g_strdup (seven_data_get_field (line, 0));
  if (strcmp (countries, NO_COUNTRY) != 0)
    self->main_country = g_strndup (countries, strcspn (countries, ","));
  self->shares = g_array_new (FALSE, FALSE, sizeof (Share));
  add_shares (self, seven_data_get_field (line, 2));
  return self;
}

/* Read once and never changed after that, so that any thread may look. */
static GPtrArray *
get_table (void)
{
  static GPtrArray *table = NULL;

  if (g_once_init_enter (&table)) {
    g_autoptr (GPtrArray) lines = seven_data_read_table ("calling-codes.tsv");
    GPtrArray *read = g_ptr_array_sized_new (lines->len);

    for (guint i = 0; i < lines->len; i++)
      g_ptr_array_add (read, calling_code_new (g_ptr_array_index (lines, i)));
    g_once_init_leave (&table, read);
  }
  return table;
}

guint
seven_calling_code_get_n (void)
{
  return get_table ()->len;
}

const SevenCallingCode *
seven_calling_code_get (guint index)
{
  g_return_val_if_fail (index < get_table ()->len, NULL);

  return g_ptr_array_index (get_table (), index);
}

/* No calling code is the beginning of another. */
const SevenCallingCode *
seven_calling_code_find (const char *digits)
{
  GPtrArray *table = get_table ();

  g_return_val_if_fail (digits != NULL, NULL);

  for (guint i = 0; i < table->len; i++) {
    const SevenCallingCode *code = g_ptr_array_index (table, i);

    if (g_str_has_prefix (digits, code->digits))
      return code;
  }
  return NULL;
}

const char *
seven_calling_code_get_digits (const SevenCallingCode *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->digits;
}

const char *
seven_calling_code_get_country (const SevenCallingCode *self, const char *digits)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (g_str_has_prefix (digits, self->digits), NULL);

  for (guint i = 0; i < self->shares->len; i++) {
    const Share *share = &g_array_index (self->shares, Share, i);

    if (g_regex_match (share->digits, digits + strlen (self->digits), G_REGEX_MATCH_ANCHORED, NULL))
      return share->country;
  }
  return self->main_country;
}

char *
seven_calling_code_dup_country_name (const SevenCallingCode *self, const char *digits)
{
  const char *country = seven_calling_code_get_country (self, digits);

  /* Of the other shared codes the main country has nearly all numbers; here the two are not told apart. */
  if (g_strcmp0 (country, "US") == 0)
    /* Translators: two countries that share a calling code: “United States or Canada”. */
    return g_strdup_printf (_ ("%s or %s"), seven_country_get_name ("US"), seven_country_get_name ("CA"));

  return g_strdup (seven_country_get_name (country));
}
