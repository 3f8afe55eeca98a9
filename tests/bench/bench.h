/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib.h>

typedef void (*BenchWork) (gpointer data);

typedef struct
{
  const char *text;
  gsize length;
} BenchText;

/* Prints the median time of both, run in turn, and their ratio. */
void bench_report (const char *what, const char *beside, BenchWork ours, BenchWork theirs, gpointer data);
void bench_parse_with_json_glib (const BenchText *text);

/* What a person waits for who opens a text, types into it and undoes; text has “{{code}} ” in it. */
void bench_typing (const char *name, const char *text);

/* What a person waits for whose history has 100,000 tests. */
void bench_history (void);
/* The same in the window: two databases, one of them empty. */
void bench_history_window (const char *full, const char *empty);
