/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-diff.h"

#include <string.h>

/* Lines around a change. */
#define CONTEXT 3

/* More differing lines than this are shown as one block: the search takes time and memory with their square. */
#define MAX_DIFFERENCES 2000

typedef struct
{
  const char *start;
  gsize length; /* its line end included */
} Line;

/* One line of the result: kept (in both), removed or added. */
typedef struct
{
  char sign; /* ' ', '-', '+' */
  Line line;
} Row;

static GArray *
split (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  while (*text != '\0') {
    const char *end = strchr (text, '\n');
    Line line = { text, end != NULL ? (gsize) (end - text) + 1 : strlen (text) };

    g_array_append_val (lines, line);
    text += line.length;
  }

  return lines;
}

static gboolean
is_equal (GArray *before, gint64 x, GArray *after, gint64 y)
{
  const Line *a = &g_array_index (before, Line, x);
  const Line *b = &g_array_index (after, Line, y);

  return a->length == b->length && memcmp (a->start, b->start, a->length) == 0;
}

static void
append_row (GArray *rows, char sign, GArray *lines, gint64 index)
{
  Row row = { sign, g_array_index (lines, Line, index) };

  g_array_append_val (rows, row);
}

/* Myers' greedy search for the shortest way from one list of lines to the other: furthest[d] holds, for each diagonal
 * k from -d to d, how far d differences lead. */
static GPtrArray *
search (GArray *before, GArray *after)
{
  g_autoptr (GPtrArray) furthest = g_ptr_array_new_with_free_func (g_free);
  gint64 n = before->len;
  gint64 m = after->len;

  for (gint64 d = 0; d <= MAX_DIFFERENCES; d++) {
    gint64 *reach = g_new (gint64, 2 * d + 1);
    const gint64 *last = d > 0 ? g_ptr_array_index (furthest, d - 1) : NULL;

    g_ptr_array_add (furthest, reach);
    for (gint64 k = -d; k <= d; k += 2) {
      gboolean down = k == -d || (k != d && last[k - 1 + d - 1] < last[k + 1 + d - 1]);
      gint64 x = last == NULL ? 0 : down ? last[k + 1 + d - 1] : last[k - 1 + d - 1] + 1;

      while (x < n && x - k < m && is_equal (before, x, after, x - k))
        x++;
      reach[k + d] = x;
      if (x >= n && x - k >= m)
        return g_steal_pointer (&furthest);
    }
  }

  return NULL;
}

/* Back along the way that the search found; the rows come last first. */
static void
trace (GArray *rows, GPtrArray *furthest, GArray *before, GArray *after)
{
  gint64 x = before->len;
  gint64 y = after->len;

  for (gint64 d = (gint64) furthest->len - 1; d > 0; d--) {
    const gint64 *last = g_ptr_array_index (furthest, d - 1);
    gint64 k = x - y;
    gboolean down = k == -d || (k != d && last[k - 1 + d - 1] < last[k + 1 + d - 1]);
    gint64 last_k = down ? k + 1 : k - 1;
    gint64 last_x = last[last_k + d - 1];
    gint64 last_y = last_x - last_k;

    while (x > last_x && y > last_y && x - y != last_k) {
      if ((down ? y - 1 : y) <= last_y && (down ? x : x - 1) <= last_x)
        break;
      append_row (rows, ' ', before, --x);
      y--;
    }
    if (down)
      append_row (rows, '+', after, --y);
    else
      append_row (rows, '-', before, --x);
  }
  while (x > 0) {
    append_row (rows, ' ', before, --x);
    y--;
  }
}

static void
reverse (GArray *rows)
{
  for (guint i = 0; i < rows->len / 2; i++) {
    Row row = g_array_index (rows, Row, i);

    g_array_index (rows, Row, i) = g_array_index (rows, Row, rows->len - 1 - i);
    g_array_index (rows, Row, rows->len - 1 - i) = row;
  }
}

static GArray *
compare (GArray *before, GArray *after)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GPtrArray) furthest = search (before, after);

  if (furthest != NULL) {
    trace (rows, furthest, before, after);
    reverse (rows);
    return rows;
  }

  for (guint i = 0; i < before->len; i++)
    append_row (rows, '-', before, i);
  for (guint i = 0; i < after->len; i++)
    append_row (rows, '+', after, i);

  return rows;
}

static void
append_text (GString *out, const Row *row)
{
  g_string_append_c (out, row->sign);
  g_string_append_len (out, row->line.start, (gssize) row->line.length);
  if (row->line.start[row->line.length - 1] != '\n')
    g_string_append (out, "\n\\ No newline at end of file\n");
}

/* The end of the hunk that begins at @start: changes whose contexts touch belong together. */
static guint
find_hunk_end (GArray *rows, guint start)
{
  guint end = start;
  guint quiet = 0;

  for (guint i = start; i < rows->len && quiet <= 2 * CONTEXT; i++) {
    quiet = g_array_index (rows, Row, i).sign == ' ' ? quiet + 1 : 0;
    if (quiet == 0)
      end = i + 1;
  }

  return end;
}

static void
append_hunk (GString *out, GArray *rows, guint first, guint end, guint old_line, guint new_line)
{
  guint n_old = 0;
  guint n_new = 0;

  for (guint i = first; i < end; i++) {
    n_old += g_array_index (rows, Row, i).sign != '+';
    n_new += g_array_index (rows, Row, i).sign != '-';
  }

  /* A side without lines is placed at the line before, as diff does. */
  g_string_append_printf (out, "@@ -%u,%u +%u,%u @@\n", n_old > 0 ? old_line : old_line - 1, n_old,
      n_new > 0 ? new_line : new_line - 1, n_new);
  for (guint i = first; i < end; i++)
    append_text (out, &g_array_index (rows, Row, i));
}

static void
append_hunks (GString *out, GArray *rows)
{
  guint old_line = 1;
  guint new_line = 1;
  guint done = 0;

  for (guint i = 0; i < rows->len; i++) {
    guint first;
    guint end;

    if (g_array_index (rows, Row, i).sign == ' ')
      continue;

    first = i - MIN (i - done, CONTEXT);
    end = MIN (find_hunk_end (rows, i) + CONTEXT, rows->len);
    for (; done < first; done++) {
      old_line++;
      new_line++;
    }
    append_hunk (out, rows, first, end, old_line, new_line);
    for (; done < end; done++) {
      old_line += g_array_index (rows, Row, done).sign != '+';
      new_line += g_array_index (rows, Row, done).sign != '-';
    }
    i = end - 1;
  }
}

/*
 * seven_diff_unified:
 * @name: what the text is called
 * @before: a text
 * @after: what became of it
 *
 * Returns: (transfer full): how they differ, as `diff -u` prints it; "" where they do not
 */
char *
seven_diff_unified (const char *name, const char *before, const char *after)
{
  g_autoptr (GArray) old_lines = split (before);
  g_autoptr (GArray) new_lines = split (after);
  g_autoptr (GArray) rows = compare (old_lines, new_lines);
  GString *out = g_string_new (NULL);

  if (!g_str_equal (before, after)) {
    g_string_append_printf (out, "--- %s\n+++ %s\n", name, name);
    append_hunks (out, rows);
  }

  return g_string_free (out, FALSE);
}
