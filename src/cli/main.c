/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-command.h"

#include "seven-build-config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>

static void
bind_translations (void)
{
  /* From the build folder the translations beside it serve; installed, there is no such folder. */
  gboolean in_build_folder = g_file_test (SEVEN_BUILD_LOCALE_DIR, G_FILE_TEST_IS_DIR);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, in_build_folder ? SEVEN_BUILD_LOCALE_DIR : SEVEN_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  /* ngettext has no domain of its own. */
  textdomain (GETTEXT_PACKAGE);
}

/* UTF-8 as it is, also where the locale is plain C, as in containers: a text that is shown with question marks in it is
 * another text. */
static int output_error; /* errno */

static void
print_to_stdout (const char *text)
{
  if ((fputs (text, stdout) == EOF || fflush (stdout) != 0) && output_error == 0)
    output_error = errno;
}

static void
print_to_stderr (const char *text)
{
  fputs (text, stderr);
  fflush (stderr);
}

/* An answer that did not arrive is no answer. Where the reader has gone, as “head” does, it has what it wanted. */
static int
close_output (int status)
{
  if (output_error == 0 || output_error == EPIPE)
    return status;

  g_printerr (_ ("seven-connector: the output cannot be written: %s.\n"), g_strerror (output_error));

  return SEVEN_EXIT_NO_ANSWER;
}

static int
print_help (void)
{
  g_print (_ ("Usage: seven-connector COMMAND [OPTION…] [FILE…]\n\n"));
  g_print (_ ("Write, check and test the config of the seven SMS connector for Logto.\n\n"));
  g_print (_ ("Commands:\n"));
  for (const SevenCommand *command = seven_command_get_table (); command->name != NULL; command++)
    g_print ("  %-9s %s\n", command->name, _ (command->summary));
  g_print ("\n");
  g_print (_ ("“seven-connector COMMAND --help” tells more. A FILE of - is standard input.\n"));
  g_print (_ ("Exit status: 0 all well; 1 the answer is no; 2 wrong use; 3 no answer.\n"));

  return SEVEN_EXIT_OK;
}

static int
run (int argc, char **argv)
{
  const SevenCommand *command;

  if (argc < 2)
    return seven_command_misuse (NULL, _ ("A command is missing."));
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    return print_help ();
  if (g_str_equal (argv[1], "--version")) {
    g_print ("seven-connector %s\n", SEVEN_VERSION);
    return SEVEN_EXIT_OK;
  }

  command = seven_command_find (argv[1]);
  if (command == NULL)
    return seven_command_misuse (NULL, _ ("“%s” is not a command."), argv[1]);

  return command->run (argc - 1, argv + 1);
}

int
main (int argc, char **argv)
{
  bind_translations ();
  g_set_print_handler (print_to_stdout);
  g_set_printerr_handler (print_to_stderr);

  return close_output (run (argc, argv));
}
