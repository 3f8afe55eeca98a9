/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-autofill.h"

#include <string.h>

#include "seven-code-scan.h"

/* The first characters of the Base64 of a SHA-256. */
#define APP_HASH_LENGTH 11

/* One line, taken apart as generously as it can be meant. */
typedef struct
{
  gboolean has_at;
  gboolean has_hash;
  gboolean exact; /* so far not a character is out of place */
  SevenRange host; /* relative to the line */
  gboolean is_code; /* what follows the # is a code, or almost */
  gsize code_end;
} Line;

static gboolean
is_blank (gunichar c)
{
  return c != '\n' && c != '\r' && (g_unichar_isspace (c) || seven_code_is_zero_width (c));
}

static gsize
skip_blanks (const char *line, gsize length, gsize at)
{
  while (at < length && is_blank (g_utf8_get_char (line + at)))
    at = (gsize) (g_utf8_next_char (line + at) - line);
  return at;
}

static gsize
skip_scheme (const char *line, gsize length, gsize at)
{
  static const char *const schemes[] = { "https://", "http://" };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++) {
    gsize n_bytes = strlen (schemes[i]);

    if (length - at >= n_bytes && g_ascii_strncasecmp (line + at, schemes[i], n_bytes) == 0)
      return at + n_bytes;
  }
  return at;
}

static gsize
skip_host (const char *line, gsize length, gsize at)
{
  while (at < length && (g_ascii_isalnum (line[at]) || line[at] == '.' || line[at] == '-'))
    at++;
  return at;
}

/* A port and a path, which have no place there. */
static gsize
skip_path (const char *line, gsize length, gsize at)
{
  if (at < length && (line[at] == ':' || line[at] == '/'))
    while (at < length && line[at] != '#' && !is_blank (g_utf8_get_char (line + at)))
      at++;
  return at;
}

static gsize
skip_word (const char *line, gsize length, gsize at)
{
  while (at < length && !g_ascii_isspace (line[at]))
    at++;
  return at;
}

static void
read_code (Line *self, const char *line, gsize length, gsize at)
{
  const gsize n_bytes = strlen (SEVEN_CODE_PLACEHOLDER);
  gsize position = at, n_digits = 0;
  SevenCodeMiss miss;

  if (length - at >= n_bytes && memcmp (line + at, SEVEN_CODE_PLACEHOLDER, n_bytes) == 0) {
    self->is_code = TRUE;
    self->code_end = at + n_bytes;
    self->exact = self->exact && (self->code_end == length || g_ascii_isspace (line[self->code_end]));
    return;
  }
  self->exact = FALSE;
  self->code_end = skip_word (line, length, at);
  while (at + n_digits < length && g_ascii_isdigit (line[at + n_digits]))
    n_digits++;
  if (n_digits >= 4 && n_digits <= 10) {
    self->is_code = TRUE;
    self->code_end = at + n_digits;
  } else if (seven_code_scan_next (line, length, &position, &miss) && miss.range.start == at) {
    self->is_code = TRUE;
    self->code_end = miss.range.end;
  }
}

/* FALSE where the line has not even the rough form: a host, and a code or # behind it. */
static gboolean
read_line (Line *self, const char *line, gsize length)
{
  gsize at = skip_blanks (line, length, 0);
  gsize gap;

  memset (self, 0, sizeof *self);
  self->exact = at == 0;
  if (at < length && line[at] == '@') {
    self->has_at = TRUE;
    at++;
  }
  gap = skip_scheme (line, length, skip_blanks (line, length, at));
  self->exact = self->exact && self->has_at && gap == at;
  self->host = (SevenRange){ gap, skip_host (line, length, gap) };
  at = skip_path (line, length, self->host.end);
  self->exact = self->exact && at == self->host.end;
  gap = skip_blanks (line, length, at);
  self->exact = self->exact && gap == at + 1 && line[at] == ' ';
  if (gap < length && line[gap] == '#') {
    self->has_hash = TRUE;
    at = skip_blanks (line, length, gap + 1);
    self->exact = self->exact && at == gap + 1;
  } else if (gap == at) {
    return FALSE;
  } else {
    at = gap;
    self->exact = FALSE;
  }
  if (self->host.start == self->host.end || at == length)
    return FALSE;
  read_code (self, line, length, at);
  return TRUE;
}

static gboolean
has_dot (const char *line, SevenRange host)
{
  const char *dot = memchr (line + host.start, '.', host.end - host.start);

  return dot != NULL && dot > line + host.start && dot + 1 < line + host.end;
}

static gboolean
is_near (const Line *self, const char *line)
{
  if (!self->has_at || !self->has_hash)
    return (self->has_at || self->has_hash) && self->is_code && has_dot (line, self->host);
  return self->is_code || has_dot (line, self->host);
}

/* What follows the code: an embedded host and other words stay, marks that stuck to the code go. */
static const char *
find_rest (const char *line, gsize length, gsize at)
{
  while (at < length && g_ascii_ispunct (line[at]) && line[at] != '@')
    at++;
  at = skip_blanks (line, length, at);
  return line + at;
}

static void
mend (SevenAutofill *autofill, const Line *self, const char *line, gsize length, gboolean own_line)
{
  const char *rest = find_rest (line, length, self->code_end);
  g_autofree char *rest_copy = g_strndup (rest, (gsize) (line + length - rest));

  autofill->kind = SEVEN_AUTOFILL_NEAR;
  autofill->mended = g_strconcat (own_line ? "" : "\n", "@", autofill->host, " #", SEVEN_CODE_PLACEHOLDER,
      *rest_copy != '\0' ? " " : "", rest_copy, NULL);
}

/* “Your code is {{code}}. @acme.example #{{code}}” in one line: the last @ of the line, with a blank before it. */
static void
inspect_inside (const char *content, SevenRange line, gsize length, SevenAutofill *autofill)
{
  const char *start = content + line.start;
  const char *at = g_strrstr_len (start, (gssize) (line.end - line.start), "@");
  gsize offset;
  Line parts;

  if (at == NULL || at == start || !g_ascii_isspace (at[-1]))
    return;
  offset = (gsize) (at - content);
  if (!read_line (&parts, at, line.end - offset) || !parts.has_hash || !parts.is_code ||
      !has_dot (at, parts.host))
    return;
  autofill->host = g_strndup (at + parts.host.start, parts.host.end - parts.host.start);
  mend (autofill, &parts, at, line.end - offset, FALSE);
  while (offset > line.start && (content[offset - 1] == ' ' || content[offset - 1] == '\t'))
    offset--;
  autofill->line = (SevenRange){ offset, length };
}

/* The last line that has anything on it. */
static SevenRange
find_last_line (const char *content, gsize length)
{
  SevenRange line = { length, length };

  while (line.end > 0 && g_ascii_isspace (content[line.end - 1]))
    line.end--;
  line.start = line.end;
  while (line.start > 0 && content[line.start - 1] != '\n' && content[line.start - 1] != '\r')
    line.start--;
  return line;
}

static gboolean
has_line_end (const char *text, gsize length)
{
  return memchr (text, '\n', length) != NULL || memchr (text, '\r', length) != NULL;
}

void
seven_autofill_inspect (const char *content, gsize length, SevenAutofill *autofill)
{
  SevenRange line;
  const char *start;
  gsize line_length;
  Line parts;

  memset (autofill, 0, sizeof *autofill);
  if (memchr (content, '@', length) == NULL && memchr (content, '#', length) == NULL)
    return;
  line = find_last_line (content, length);
  start = content + line.start;
  line_length = line.end - line.start;
  if (!read_line (&parts, start, line_length) || (!parts.exact && !is_near (&parts, start))) {
    inspect_inside (content, line, length, autofill);
    return;
  }
  autofill->line = (SevenRange){ line.start, length };
  autofill->host = g_strndup (start + parts.host.start, parts.host.end - parts.host.start);
  if (parts.exact && !has_line_end (content + line.end, length - line.end))
    autofill->kind = SEVEN_AUTOFILL_EXACT;
  else
    mend (autofill, &parts, start, line_length, TRUE);
}

static gboolean
is_app_hash (const char *word)
{
  gboolean has_small = FALSE;
  gboolean has_other = FALSE;

  for (gsize i = 0; i < APP_HASH_LENGTH; i++) {
    if (!g_ascii_isalnum (word[i]) && word[i] != '+' && word[i] != '/')
      return FALSE;
    has_small = has_small || g_ascii_islower (word[i]);
    has_other = has_other || (i > 0 && !g_ascii_islower (word[i]));
  }
  return has_small && has_other;
}

gboolean
seven_autofill_find_app_hash (const char *text, gsize length, SevenRange *range)
{
  SevenRange line = find_last_line (text, length);

  if (line.start == 0 || line.end - line.start != APP_HASH_LENGTH || !is_app_hash (text + line.start))
    return FALSE;
  *range = line;
  return TRUE;
}

void
seven_autofill_clear (SevenAutofill *self)
{
  g_clear_pointer (&self->host, g_free);
  g_clear_pointer (&self->mended, g_free);
}
