/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-text-scan.h"

#include <string.h>

/* Domains that only forward: carriers block them, for nobody sees where they lead. */
static const char *const shorteners[] = {
  "1url.com", "adf.ly", "b.link", "bit.do", "bit.ly", "bitly.com", "bl.ink", "buff.ly", "clck.ru", "cli.re",
  "cutt.ly", "dub.sh", "goo.gl", "is.gd", "j.mp", "kutt.it", "lnkd.in", "ow.ly", "qr.ae", "rb.gy",
  "rebrand.ly", "s.id", "short.gy", "short.io", "shorturl.at", "shorte.st", "smarturl.it", "snip.ly",
  "soo.gd", "spoo.me", "surl.li", "t.co", "t.ly", "t2m.io", "tiny.cc", "tiny.one", "tinyurl.com", "tny.im",
  "u.to", "v.gd", "vo.la", "x.co", "yourls.org", "zpr.io", /**/
};

static const char *const time_units[] = {
  /* English */
  "sec", "secs", "second", "seconds", "min", "mins", "minute", "minutes", "hr", "hrs", "hour", "hours",
  /* German */
  "sek", "sekunde", "sekunden", "minuten", "std", "stunde", "stunden",
  /* French, Spanish, Italian, Portuguese, Dutch */
  "seconde", "secondes", "heure", "heures", "segundo", "segundos", "minuto", "minutos", "hora", "horas",
  "secondi", "minuti", "ora", "ore", "seconden", "minuut", "uur", /**/
};

static const char *const numbers[] = {
  "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fifteen",
  "twenty", "thirty", "forty", "sixty", "eine", "einer", "zwei", "drei", "vier", "fünf", "sechs", "sieben",
  "acht", "neun", "zehn", "zwölf", "fünfzehn", "zwanzig", "dreißig", "sechzig", "deux", "trois", "cinq",
  "dix", "quinze", "cinco", "diez", "cinque", "dieci", "dez", "vijf", "tien", /**/
};

static gboolean
is_listed (const char *const *list, guint n_words, const char *word, gsize length)
{
  char initial = g_ascii_tolower (*word);

  /* Every word of every text comes by here: few get past the first letter. */
  for (guint i = 0; i < n_words; i++)
    if (*list[i] == initial && g_ascii_strncasecmp (list[i], word, length) == 0 && list[i][length] == '\0')
      return TRUE;
  return FALSE;
}

static gboolean
starts_with (const char *p, const char *end, const char *prefix)
{
  gsize length = strlen (prefix);

  return (gsize) (end - p) > length && g_ascii_strncasecmp (p, prefix, length) == 0;
}

static const char *
skip_host (const char *p, const char *end)
{
  while (p < end && (g_ascii_isalnum (*p) || *p == '.' || *p == '-'))
    p++;
  return p;
}

/* The host of what begins here, where it is a link. */
static gboolean
read_link (const char *p, const char *end, gboolean *shortener)
{
  const char *host = p;
  const char *host_end;
  gboolean is_link = TRUE;

  if (starts_with (p, end, "https://"))
    host += 8;
  else if (starts_with (p, end, "http://"))
    host += 7;
  else
    is_link = starts_with (p, end, "www.");
  if (starts_with (host, end, "www."))
    host += 4;
  host_end = skip_host (host, end);
  *shortener = memchr (host, '.', (gsize) (host_end - host)) != NULL &&
      is_listed (shorteners, G_N_ELEMENTS (shorteners), host, (gsize) (host_end - host));
  if (is_link)
    return host_end > host;
  return *shortener && host_end < end && *host_end == '/';
}

/* “@bit.ly/x” is a name, “@https://…” a link all the same. */
static gboolean
begins_word (const char *text, const char *p)
{
  if (p == text)
    return TRUE;
  if (p[-1] == '@')
    return *p == 'h' || *p == 'H';
  return !g_ascii_isalnum (p[-1]) && strchr (".-/", p[-1]) == NULL;
}

static const char *
find_link_end (const char *p, const char *end)
{
  const char *start = p;

  while (p < end && !g_unichar_isspace (g_utf8_get_char (p)) && *p != '"' && *p != '<' && *p != '>')
    p = g_utf8_next_char (p);
  while (p > start + 1 && strchr (".,;:!?)'", p[-1]) != NULL)
    p--;
  return p;
}

/* What every link has; most texts have neither. */
static gboolean
may_have_link (const char *text, const char *end)
{
  if (memchr (text, '/', (gsize) (end - text)) != NULL)
    return TRUE;
  for (const char *p = text; (p = memchr (p, '.', (gsize) (end - p))) != NULL; p++)
    if (p - text >= 3 && g_ascii_strncasecmp (p - 3, "www", 3) == 0)
      return TRUE;
  return FALSE;
}

gboolean
seven_text_scan_next_link (
    const char *text, gsize length, gsize *position, SevenRange *range, gboolean *shortener)
{
  const char *end = text + length;

  if (!may_have_link (text + *position, end))
    return FALSE;
  for (const char *p = text + *position; p < end; p++) {
    if (!g_ascii_isalnum (*p) || !begins_word (text, p) || !read_link (p, end, shortener))
      continue;
    range->start = (gsize) (p - text);
    range->end = (gsize) (find_link_end (p, end) - text);
    *position = range->end;
    return TRUE;
  }
  *position = length;
  return FALSE;
}

typedef enum
{
  WORD_OTHER,
  WORD_DIGITS,
  WORD_LETTERS,
} WordKind;

static WordKind
classify (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isdigit ((char) c) ? WORD_DIGITS : g_ascii_isalpha ((char) c) ? WORD_LETTERS : WORD_OTHER;
  if (g_unichar_isdigit (c))
    return WORD_DIGITS;
  return g_unichar_isalpha (c) ? WORD_LETTERS : WORD_OTHER;
}

static gunichar
get_char (const char *p)
{
  return (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
}

/* Digits or letters that stand together. */
static WordKind
read_word (const char **p, const char *end)
{
  WordKind kind = classify (get_char (*p));

  do
    *p = g_utf8_next_char (*p);
  while (*p < end && kind != WORD_OTHER && classify (get_char (*p)) == kind);
  return kind;
}

static gboolean
joins (const char *p, const char *end)
{
  gunichar c = get_char (p);

  return g_utf8_next_char (p) == end &&
      (c == ' ' || g_unichar_isspace (c) || c == '-' || c == 0x2010 || c == 0x2011);
}

static gboolean
is_number (const char *word, const char *end)
{
  return word < end &&
      (g_unichar_isdigit (g_utf8_get_char (word)) ||
          is_listed (numbers, G_N_ELEMENTS (numbers), word, (gsize) (end - word)));
}

gboolean
seven_text_scan_time (const char *text, gsize length, SevenRange *range)
{
  const char *end = text + length;
  const char *last = text; /* the word before, as long as nothing but blanks has followed it */
  const char *last_end = text;

  for (const char *p = text; p < end;) {
    const char *word = p;
    WordKind kind = read_word (&p, end);

    if (kind == WORD_OTHER) {
      if (!joins (word, p))
        last = last_end;
      continue;
    }
    if (kind == WORD_LETTERS && is_listed (time_units, G_N_ELEMENTS (time_units), word, (gsize) (p - word)) &&
        is_number (last, last_end)) {
      *range = (SevenRange){ (gsize) (last - text), (gsize) (p - text) };
      return TRUE;
    }
    last = word;
    last_end = p;
  }
  return FALSE;
}
