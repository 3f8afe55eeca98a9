/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The exit statuses of every command. */
typedef enum
{
  SEVEN_EXIT_OK = 0,
  SEVEN_EXIT_NO = 1, /* the answer is no: errors in a config, an SMS not accepted */
  SEVEN_EXIT_USAGE = 2, /* wrong use, or bytes that cannot be read at all */
  SEVEN_EXIT_NO_ANSWER = 3, /* nobody knows */
} SevenExit;

typedef struct
{
  const char *name;
  const char *arguments; /* as the help shows them */
  const char *summary; /* untranslated msgid */
  int (*run) (int argc, char **argv);
} SevenCommand;

/* The table ends with a row without a name. */
const SevenCommand *seven_command_get_table (void);
const SevenCommand *seven_command_find (const char *name);

int seven_command_balance (int argc, char **argv);
int seven_command_check (int argc, char **argv);
int seven_command_explain (int argc, char **argv);
int seven_command_export (int argc, char **argv);
int seven_command_fix (int argc, char **argv);
int seven_command_history (int argc, char **argv);
int seven_command_price (int argc, char **argv);
int seven_command_render (int argc, char **argv);
int seven_command_sandbox (int argc, char **argv);
int seven_command_send (int argc, char **argv);

/* What all commands share of their command line. */
typedef struct
{
  gboolean json; /* --format=json: one document on standard output, untranslated */
  char **operands; /* what is no option */
} SevenArguments;

gboolean seven_arguments_parse (SevenArguments *self, const char *command, const GOptionEntry *entries,
    gboolean with_format, int argc, char **argv);
void seven_arguments_clear (SevenArguments *self);
/* How many operands there are. */
guint seven_arguments_count (const SevenArguments *self);
/* The only operand, or NULL after saying on standard error that exactly one is wanted. */
const char *seven_arguments_get_only (const SevenArguments *self, const char *command, const char *what);

/* FALSE after saying on standard error which types there are. */
gboolean seven_command_check_usage (const char *command, const char *usage);

/* Says on standard error what was used wrongly, and where help is. Returns SEVEN_EXIT_USAGE. */
int seven_command_misuse (const char *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SevenArguments, seven_arguments_clear)

G_END_DECLS
