/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-command.h"

#include "seven-build-config.h"
#include "seven-output.h"
#include "seven-usage.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdlib.h>

static const SevenCommand commands[] = {
  { "check", N_ ("FILE…"), N_ ("List what is wrong with a config, and which flows it serves"),
      seven_command_check },
  { "fix", N_ ("FILE…"), N_ ("Fix what can be fixed without changing the meaning"), seven_command_fix },
  { "render", N_ ("FILE"), N_ ("Show the message a phone gets"), seven_command_render },
  { "send", N_ ("FILE"), N_ ("Send a test SMS and explain the answer"), seven_command_send },
  { "balance", N_ ("[FILE]"), N_ ("Check the API key, and show what is left in the account"),
      seven_command_balance },
  { "price", N_ ("COUNTRY"), N_ ("Show what a part costs in a country"), seven_command_price },
  { "explain", N_ ("CODE|-"), N_ ("Put a return code, or a whole reply, into words"), seven_command_explain },
  { "history", N_ ("[WORD…]"), N_ ("List the tests that the window remembers"), seven_command_history },
  { "export", N_ ("FILE"), N_ ("Print the JSON for Logto"), seven_command_export },
  { "sandbox", "", N_ ("Answer like seven, on this computer alone"), seven_command_sandbox },
  { NULL },
};

const SevenCommand *
seven_command_get_table (void)
{
  return commands;
}

const SevenCommand *
seven_command_find (const char *name)
{
  for (const SevenCommand *command = commands; command->name != NULL; command++)
    if (g_str_equal (command->name, name))
      return command;

  return NULL;
}

int
seven_command_misuse (const char *command, const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *shown = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  shown = seven_output_dup_shown (message);
  g_printerr ("seven-connector: %s\n", shown);
  if (command != NULL)
    g_printerr (_ ("“seven-connector %s --help” shows how it is used.\n"), command);
  else
    g_printerr (_ ("“seven-connector --help” lists the commands.\n"));

  return SEVEN_EXIT_USAGE;
}

static gboolean
print_version_cb (const char *option, const char *value, gpointer data, GError **error)
{
  g_print ("seven-connector %s\n", SEVEN_VERSION);
  exit (SEVEN_EXIT_OK);
}

static gboolean
set_format (SevenArguments *self, const char *command, const char *format)
{
  if (format == NULL || g_str_equal (format, "text"))
    return TRUE;

  if (!g_str_equal (format, "json")) {
    seven_command_misuse (command, _ ("“%s” is not an output format; there are text and json."), format);
    return FALSE;
  }

  /* Programs read this: no word of it may depend on the language of the person. */
  self->json = TRUE;
  setlocale (LC_MESSAGES, "C");

  return TRUE;
}

/*
 * seven_arguments_parse:
 * @self: (out caller-allocates): to be cleared by the caller, whatever comes back
 * @command: the command's name
 * @entries: its own options, ended by a row without a name
 * @with_format: whether the command knows --format
 *
 * Reads a command's options. --help and --version end the process with status 0.
 *
 * Returns: %FALSE after saying on standard error what is wrong
 */
gboolean
seven_arguments_parse (SevenArguments *self, const char *command, const GOptionEntry *entries,
    gboolean with_format, int argc, char **argv)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *format = NULL;
  g_autofree char *name = NULL;
  const SevenCommand *row = seven_command_find (command);
  const GOptionEntry formats[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("text, or json for programs"), N_ ("FORMAT") },
    { NULL },
  };
  const GOptionEntry common[] = {
    { "version", 0, G_OPTION_FLAG_NO_ARG, G_OPTION_ARG_CALLBACK, (gpointer) (GCallback) print_version_cb,
        N_ ("Print the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->operands, NULL,
        row != NULL && *row->arguments != '\0' ? _ (row->arguments) : NULL },
    { NULL },
  };

  *self = (SevenArguments){ 0 };
  context = g_option_context_new (NULL);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (row->summary));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (with_format)
    g_option_context_add_main_entries (context, formats, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  name = g_strdup_printf ("seven-connector %s", command);
  /* The help begins with it. */
  g_set_prgname (name);

  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    seven_command_misuse (command, "%s", error->message);
    return FALSE;
  }

  return set_format (self, command, format);
}

void
seven_arguments_clear (SevenArguments *self)
{
  g_clear_pointer (&self->operands, g_strfreev);
}

guint
seven_arguments_count (const SevenArguments *self)
{
  return self->operands == NULL ? 0 : g_strv_length (self->operands);
}

const char *
seven_arguments_get_only (const SevenArguments *self, const char *command, const char *what)
{
  if (seven_arguments_count (self) == 1)
    return self->operands[0];

  seven_command_misuse (command, _ ("Exactly one %s is wanted."), what);

  return NULL;
}

gboolean
seven_command_check_usage (const char *command, const char *usage)
{
  g_autoptr (GString) names = g_string_new (NULL);
  int near;

  if (seven_usage_find (usage) >= 0)
    return TRUE;

  near = seven_usage_find_near (usage, NULL);
  if (near >= 0) {
    seven_command_misuse (command, _ ("“%s” is not a usage type of Logto; perhaps “%s” is meant."), usage,
        seven_usage_get_name ((SevenUsageType) near));
    return FALSE;
  }

  for (SevenUsageType i = 0; i < SEVEN_N_USAGES; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : ", ", seven_usage_get_name (i));
  seven_command_misuse (command, _ ("“%s” is not a usage type of Logto; these are: %s."), usage, names->str);

  return FALSE;
}
