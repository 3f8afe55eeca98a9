/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-code-scan.h"

#include <string.h>

#define WORD "code"
#define WORD_LENGTH (sizeof WORD - 1)

gboolean
seven_code_is_zero_width (gunichar character)
{
  return character == 0x200b || character == 0x2060 || character == 0xfeff || character == 0xad;
}

static gboolean
is_gap (gunichar c)
{
  return g_unichar_isspace (c) || seven_code_is_zero_width (c);
}

static const char *
skip_gap_back (const char *start, const char *p)
{
  while (p > start) {
    const char *previous = g_utf8_prev_char (p);

    if (!is_gap (g_utf8_get_char (previous)))
      break;
    p = previous;
  }
  return p;
}

static const char *
skip_gap (const char *p, const char *end)
{
  while (p < end && is_gap (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* What stands around one “code”. */
typedef struct
{
  const char *start; /* the outermost opening brace */
  const char *end;
  gsize n_open;
  gsize n_close;
  gboolean tight; /* no blanks inside */
} Surroundings;

static Surroundings
look_around (const char *floor, const char *text_end, const char *word)
{
  const char *open = skip_gap_back (floor, word);
  const char *close = skip_gap (word + WORD_LENGTH, text_end);
  Surroundings around = { open, close, 0, 0, open == word && close == word + WORD_LENGTH };

  while (around.start > floor && around.start[-1] == '{')
    around.start--;
  while (around.end < text_end && *around.end == '}')
    around.end++;
  around.n_open = (gsize) (open - around.start);
  around.n_close = (gsize) (around.end - close);
  return around;
}

static gboolean
classify_percent (
    const char *text, const char *floor, const char *text_end, const char *word, SevenCodeMiss *miss)
{
  const char *end = word + WORD_LENGTH;

  if (word == floor || word[-1] != '%' || end == text_end || *end != '%')
    return FALSE;
  miss->range = (SevenRange){ (gsize) (word - 1 - text), (gsize) (end + 1 - text) };
  miss->flaw = SEVEN_CODE_OTHER;
  return TRUE;
}

/* “$” and “%” before the brace belong to the placeholder of other template languages. */
static gboolean
has_sigil (const char *floor, const char *start)
{
  return start > floor && (start[-1] == '$' || start[-1] == '%');
}

/* floor: the end of the miss before, which takes no part in this one */
static gboolean
classify (const char *text, const char *floor, const char *text_end, const char *word, SevenCodeMiss *miss)
{
  Surroundings around = look_around (floor, text_end, word);
  gboolean exact = around.tight && memcmp (word, WORD, WORD_LENGTH) == 0;
  gboolean is_double = around.n_open >= 2 && around.n_close >= 2;

  if (around.n_open == 0 || around.n_close == 0)
    return classify_percent (text, floor, text_end, word, miss);
  if (is_double && exact) {
    if (around.n_open == 2 && around.n_close == 2)
      return FALSE;
    miss->flaw = SEVEN_CODE_BRACES;
  } else {
    gboolean sigil = has_sigil (floor, around.start);

    miss->flaw = around.n_open == 2 && around.n_close == 2 && !sigil ? SEVEN_CODE_SPACING : SEVEN_CODE_OTHER;
    if (sigil)
      around.start--;
  }
  miss->range = (SevenRange){ (gsize) (around.start - text), (gsize) (around.end - text) };
  return TRUE;
}

gboolean
seven_code_scan_next (const char *text, gsize length, gsize *position, SevenCodeMiss *miss)
{
  const char *end = text + length;
  const char *floor = text + *position;

  for (const char *p = floor; (gsize) (end - p) >= WORD_LENGTH; p++) {
    if ((*p != 'c' && *p != 'C') || g_ascii_strncasecmp (p, WORD, WORD_LENGTH) != 0)
      continue;
    if (classify (text, floor, end, p, miss)) {
      *position = miss->range.end;
      return TRUE;
    }
  }
  *position = length;
  return FALSE;
}

static gboolean
is_filled_in (const char *start, const char *end)
{
  return (gsize) (end - start) >= sizeof SEVEN_CODE_PLACEHOLDER - 1 &&
      g_strstr_len (start, end - start, SEVEN_CODE_PLACEHOLDER) != NULL;
}

gboolean
seven_code_scan_next_literal (const char *text, gsize length, gsize *position, SevenRange *range)
{
  const char *end = text + length;
  const char *open = NULL; /* the first of its braces */

  for (const char *p = text + *position; p + 1 < end;) {
    if (p[0] == '{' && p[1] == '{') {
      open = p;
      while (p < end && *p == '{')
        p++;
    } else if (open != NULL && p[0] == '}' && p[1] == '}') {
      while (p < end && *p == '}')
        p++;
      if (!is_filled_in (open, p)) {
        *range = (SevenRange){ (gsize) (open - text), (gsize) (p - text) };
        *position = range->end;
        return TRUE;
      }
      open = NULL;
    } else {
      p++;
    }
  }
  *position = length;
  return FALSE;
}

char *
seven_code_scan_mend_all (const char *text, gsize length, SevenCodeFlaw flaw)
{
  g_autoptr (GString) mended = g_string_sized_new (length);
  gsize copied = 0;
  gsize position = 0;
  SevenCodeMiss miss;

  while (seven_code_scan_next (text, length, &position, &miss)) {
    if (miss.flaw != flaw)
      continue;
    g_string_append_len (mended, text + copied, (gssize) (miss.range.start - copied));
    g_string_append (mended, SEVEN_CODE_PLACEHOLDER);
    copied = miss.range.end;
  }
  g_string_append_len (mended, text + copied, (gssize) (length - copied));
  return g_string_free (g_steal_pointer (&mended), FALSE);
}
