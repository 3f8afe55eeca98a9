/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-syntax-fix.h"

#include <string.h>

#include "seven-json.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define MARK_LENGTH (sizeof BYTE_ORDER_MARK - 1)

/* The text from the first change on, as it is being mended. */
typedef struct
{
  const char *text;
  const char *end;
  const char *start; /* of the splice */
  const char *copied; /* all before it is in mended */
  GString *mended;
} Mender;

SevenFixKind
seven_syntax_fix_get_kind (const char *text, gsize length, int code)
{
  if (memchr (text, '\0', length) != NULL)
    return SEVEN_FIX_NONE;
  switch (code) {
  case SEVEN_JSON_ERROR_BYTE_ORDER_MARK:
  case SEVEN_JSON_ERROR_TRAILING_COMMA:
    return SEVEN_FIX_SAFE;
  case SEVEN_JSON_ERROR_QUOTE:
    return SEVEN_FIX_OFFER;
  default:
    return SEVEN_FIX_NONE;
  }
}

static void
replace (Mender *self, const char *from, const char *to, const char *string)
{
  if (self->start == NULL)
    self->start = self->copied = from;
  g_string_append_len (self->mended, self->copied, from - self->copied);
  g_string_append (self->mended, string);
  self->copied = to;
}

static const char *
skip_blanks (const char *p, const char *end)
{
  while (p < end && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r'))
    p++;
  return p;
}

/* At an opening quotation mark; NULL where the string does not end as JSON has it. */
static const char *
skip_string (const char *p, const char *end)
{
  for (p++; p < end && (guchar) *p >= 0x20; p++) {
    if (*p == '"')
      return p + 1;
    if (*p == '\\')
      p++;
  }
  return NULL;
}

/* Behind a number or a bare word; NULL where neither begins. */
static const char *
skip_word (const char *p, const char *end)
{
  const char *start = p;

  while (p < end && (g_ascii_isalnum (*p) || *p == '+' || *p == '-' || *p == '.'))
    p++;
  return p > start ? p : NULL;
}

/* A comma that has a value before it and nothing but the closing bracket (or the end) behind it. */
static const char *
pass_comma (Mender *self, const char *p, gboolean after_value)
{
  const char *next = skip_blanks (p + 1, self->end);

  if (after_value && (next == self->end || *next == '}' || *next == ']'))
    replace (self, p, p + 1, "");
  return p + 1;
}

static void
drop_commas (Mender *self, const char *p)
{
  gboolean after_value = TRUE;

  while (p != NULL && (p = skip_blanks (p, self->end)) < self->end) {
    char c = *p;

    if (c == ',')
      p = pass_comma (self, p, after_value);
    else if (c == '"')
      p = skip_string (p, self->end);
    else if (c != '\0' && strchr ("{}[]:", c) != NULL)
      p++;
    else
      p = skip_word (p, self->end);
    after_value = c != ',' && c != ':' && c != '{' && c != '[';
  }
}

/* The marks that can close what @c opens; NULL where it opens nothing. */
static const char *
get_closers (gunichar c)
{
  switch (c) {
  case '\'':
  case '`':
  case 0x2018: /* ‘ */
  case 0x2019: /* ’ */
  case 0x201a: /* ‚ */
  case 0x201b: /* ‛ */
  case 0xb4: /* ´ */
    return "'’‘`´‛";
  case '"':
  case 0x201c: /* “ */
  case 0x201d: /* ” */
  case 0x201e: /* „ */
  case 0x201f: /* ‟ */
  case 0x2033: /* ″ */
    return "”“\"″‟";
  case 0xab: /* « */
  case 0xbb: /* » */
    return "»«";
  case 0x2039: /* ‹ */
  case 0x203a: /* › */
    return "›‹";
  case 0x300c: /* 「 */
    return "」";
  case 0xff02: /* ＂ */
    return "＂";
  case 0xff07: /* ＇ */
    return "＇";
  default:
    return NULL;
  }
}

static gboolean
ends_token (const char *p, const char *end)
{
  p = skip_blanks (p, end);
  return p == end || (*p != '\0' && strchr (",:}]", *p) != NULL);
}

/* The mark that closes the string which begins at @p: one with punctuation behind it, on the same line. */
static const char *
find_closer (const char *p, const char *end, const char *closers)
{
  for (; p < end && (guchar) *p >= 0x20; p = g_utf8_next_char (p)) {
    if (*p == '\\' && p + 1 < end)
      p++;
    else if (g_utf8_strchr (closers, -1, g_utf8_get_char (p)) != NULL &&
        ends_token (g_utf8_next_char (p), end))
      return p;
  }
  return NULL;
}

/* Straight double marks inside need a backslash now, straight single ones none any more. */
static void
escape_inside (Mender *self, const char *p, const char *end)
{
  for (; p < end; p++) {
    if (*p == '"')
      replace (self, p, p, "\\");
    else if (*p == '\\' && p + 1 < end && p[1] == '\'')
      replace (self, p, p + 1, "");
    else if (*p == '\\')
      p++;
  }
}

static const char *
straighten_string (Mender *self, const char *p)
{
  const char *closers = get_closers (g_utf8_get_char (p));
  const char *inside = g_utf8_next_char (p);
  const char *closer = closers != NULL ? find_closer (inside, self->end, closers) : NULL;

  if (closer == NULL)
    return NULL;
  replace (self, p, inside, "\"");
  escape_inside (self, inside, closer);
  replace (self, closer, g_utf8_next_char (closer), "\"");
  return g_utf8_next_char (closer);
}

static void
straighten_quotes (Mender *self, const char *p)
{
  while (p != NULL && (p = skip_blanks (p, self->end)) < self->end) {
    if (*p == '"')
      p = skip_string (p, self->end);
    else if (*p != '\0' && strchr ("{}[]:,", *p) != NULL)
      p++;
    else if (get_closers (g_utf8_get_char (p)) != NULL)
      p = straighten_string (self, p);
    else
      p = skip_word (p, self->end);
  }
}

/* The fault lies at a mark that opens a string, or at one that was to close a string opened with a straight one. */
static void
straighten_from (Mender *self, SevenRange place)
{
  const char *mark = self->text + place.start;
  const char *behind = self->text + place.end;
  const char *before = mark;

  while (before > self->text && strchr (" \t\r\n", before[-1]) != NULL && before[-1] != '\0')
    before--;
  if (before == self->text || strchr ("{[,:", before[-1]) != NULL) {
    straighten_quotes (self, mark);
    if (self->start == NULL)
      replace (self, mark, behind, "\"");
  } else {
    replace (self, mark, behind, "\"");
    straighten_quotes (self, behind);
  }
}

static void
drop_marks (Mender *self)
{
  const char *p = self->text;

  while ((gsize) (self->end - p) >= MARK_LENGTH && memcmp (p, BYTE_ORDER_MARK, MARK_LENGTH) == 0)
    p += MARK_LENGTH;
  if (p > self->text)
    replace (self, self->text, p, "");
}

SevenSplice *
seven_syntax_fix (const char *text, gsize length, int code, SevenRange place)
{
  g_autoptr (GString) mended = g_string_new (NULL);
  Mender mender = { .text = text, .end = text + length, .mended = mended };

  if (code == SEVEN_JSON_ERROR_BYTE_ORDER_MARK)
    drop_marks (&mender);
  else if (code == SEVEN_JSON_ERROR_TRAILING_COMMA)
    drop_commas (&mender, text + place.start);
  else if (code == SEVEN_JSON_ERROR_QUOTE)
    straighten_from (&mender, place);
  if (mender.start == NULL)
    return NULL;
  return seven_splice_new (
      (gsize) (mender.start - text), (gsize) (mender.copied - mender.start), mended->str);
}
