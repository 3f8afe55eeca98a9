/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SevenSplice:
 * @offset: where, in bytes
 * @removed: how many bytes go
 * @inserted: the UTF-8 that comes, NUL-terminated
 *
 * One change of a text.
 */
typedef struct
{
  gsize offset;
  gsize removed;
  char *inserted;
} SevenSplice;

SevenSplice *seven_splice_new (gsize offset, gsize removed, const char *inserted);
void seven_splice_free (SevenSplice *self);
char *seven_splice_apply (const SevenSplice *self, const char *text, gsize length);
void seven_splice_measure (
    const char *before, gsize before_length, const char *after, gsize after_length, gsize *head, gsize *tail);
SevenSplice *
seven_splice_between (const char *before, gsize before_length, const char *after, gsize after_length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenSplice, seven_splice_free)

G_END_DECLS
