/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-splice.h"

#include <string.h>

/**
 * seven_splice_new:
 * @offset: where, in bytes
 * @removed: how many bytes go
 * @inserted: what comes, may be empty
 *
 * Returns: (transfer full): the change
 */
SevenSplice *
seven_splice_new (gsize offset, gsize removed, const char *inserted)
{
  SevenSplice *self;

  g_return_val_if_fail (inserted != NULL, NULL);

  self = g_new (SevenSplice, 1);
  self->offset = offset;
  self->removed = removed;
  self->inserted = g_strdup (inserted);

  return self;
}

/**
 * seven_splice_free:
 * @self: (nullable) (transfer full): a change
 *
 * Frees the change.
 */
void
seven_splice_free (SevenSplice *self)
{
  if (self == NULL)
    return;

  g_free (self->inserted);
  g_free (self);
}

/**
 * seven_splice_apply:
 * @self: a change
 * @text: the text it was made for
 * @length: its length in bytes; a change that reaches past it is cut there
 *
 * Returns: (transfer full): the changed text
 */
char *
seven_splice_apply (const SevenSplice *self, const char *text, gsize length)
{
  GString *changed;
  gsize start;
  gsize end;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  start = MIN (self->offset, length);
  end = start + MIN (self->removed, length - start);
  changed = g_string_new_len (text, (gssize) start);
  g_string_append (changed, self->inserted);
  g_string_append_len (changed, text + end, (gssize) (length - end));

  return g_string_free (changed, FALSE);
}

static gboolean
is_inside_character (const char *text, gsize length, gsize offset)
{
  return offset < length && ((guchar) text[offset] & 0xc0) == 0x80;
}

static gsize
measure_head (const char *before, gsize before_length, const char *after, gsize after_length)
{
  gsize limit = MIN (before_length, after_length);
  gsize head = 0;

  while (head < limit && before[head] == after[head])
    head++;
  while (head > 0 &&
      (is_inside_character (before, before_length, head) || is_inside_character (after, after_length, head)))
    head--;

  return head;
}

static gsize
measure_tail (const char *before, gsize before_length, const char *after, gsize after_length, gsize head)
{
  gsize limit = MIN (before_length, after_length) - head;
  gsize tail = 0;

  while (tail < limit && before[before_length - tail - 1] == after[after_length - tail - 1])
    tail++;
  while (tail > 0 && is_inside_character (before, before_length, before_length - tail))
    tail--;

  return tail;
}

/**
 * seven_splice_measure:
 * @before: a text, which may hold NUL
 * @before_length: its length in bytes
 * @after: another one, which may hold NUL
 * @after_length: its length in bytes
 * @head: (out): how many bytes they have in common at the beginning
 * @tail: (out): how many more they have in common at the end
 *
 * Finds out how little has to change to turn @before into @after. No character is cut.
 */
void
seven_splice_measure (
    const char *before, gsize before_length, const char *after, gsize after_length, gsize *head, gsize *tail)
{
  g_return_if_fail (before != NULL && after != NULL);
  g_return_if_fail (head != NULL && tail != NULL);

  *head = measure_head (before, before_length, after, after_length);
  *tail = measure_tail (before, before_length, after, after_length, *head);
}

/**
 * seven_splice_between:
 * @before: a text
 * @before_length: its length in bytes
 * @after: another text, without NUL
 * @after_length: its length in bytes
 *
 * Finds the one change that turns @before into @after. What they have in common at head and tail is left out;
 * no character is cut.
 *
 * Returns: (transfer full) (nullable): the change; %NULL where the texts are equal
 */
SevenSplice *
seven_splice_between (const char *before, gsize before_length, const char *after, gsize after_length)
{
  g_autofree char *inserted = NULL;
  gsize head;
  gsize tail;

  g_return_val_if_fail (before != NULL, NULL);
  g_return_val_if_fail (after != NULL, NULL);

  if (before_length == after_length && memcmp (before, after, before_length) == 0)
    return NULL;

  seven_splice_measure (before, before_length, after, after_length, &head, &tail);
  inserted = g_strndup (after + head, after_length - head - tail);

  return seven_splice_new (head, before_length - head - tail, inserted);
}
