/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-country.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libintl.h>

#include "seven-build-config.h"

typedef struct
{
  const char *country;
  const char *name;
} Country;

/* In ascending order of their codes. */
static const Country countries[] = {
#include "seven-country-names.h"
};

/* Not in ISO 3166-1, so not in iso-codes either. */
static const Country more_countries[] = {
  { "AC", N_ ("Ascension Island") },
  { "TA", N_ ("Tristan da Cunha") },
  { "XK", N_ ("Kosovo") },
};

#define ISO_CODES_DOMAIN "iso_3166-1"

static int
compare_codes (const void *one, const void *other)
{
  return strcmp (((const Country *) one)->country, ((const Country *) other)->country);
}

static const char *
find_name (const Country *table, gsize length, const char *country)
{
  const Country key = { country, NULL };
  const Country *found = bsearch (&key, table, length, sizeof (Country), compare_codes);

  return found ? found->name : NULL;
}

static void
bind_iso_codes (void)
{
  static gsize bound = 0;

  if (g_once_init_enter (&bound)) {
    bindtextdomain (ISO_CODES_DOMAIN, SEVEN_ISO_CODES_DIR);
    bind_textdomain_codeset (ISO_CODES_DOMAIN, "UTF-8");
    g_once_init_leave (&bound, 1);
  }
}

const char *
seven_country_get_name (const char *country)
{
  const char *name;

  if (!country)
    return NULL;

  name = find_name (more_countries, G_N_ELEMENTS (more_countries), country);
  if (name)
    return _ (name);

  name = find_name (countries, G_N_ELEMENTS (countries), country);
  if (!name)
    return NULL;

  bind_iso_codes ();
  return g_dgettext (ISO_CODES_DOMAIN, name);
}
