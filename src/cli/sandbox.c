/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-command.h"

#include "seven-sandbox.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

static gboolean
interrupted (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_CONTINUE;
}

static void
run_until_interrupted (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  guint on_interrupt = g_unix_signal_add (SIGINT, interrupted, loop);
  guint on_terminate = g_unix_signal_add (SIGTERM, interrupted, loop);

  g_main_loop_run (loop);
  g_source_remove (on_interrupt);
  g_source_remove (on_terminate);
}

int
seven_command_sandbox (int argc, char **argv)
{
  g_auto (SevenArguments) arguments = { 0 };
  g_autoptr (SevenSandbox) sandbox = NULL;
  g_autoptr (GError) error = NULL;
  int port = 0;
  const GOptionEntry entries[] = {
    { "port", 0, 0, G_OPTION_ARG_INT, &port, N_ ("The port to listen on (any free one by default)"),
        N_ ("PORT") },
    { NULL },
  };

  if (!seven_arguments_parse (&arguments, "sandbox", entries, FALSE, argc, argv))
    return SEVEN_EXIT_USAGE;
  if (seven_arguments_count (&arguments) > 0)
    return seven_command_misuse ("sandbox", _ ("The sandbox takes no file."));
  if (port < 0 || port > G_MAXUINT16)
    return seven_command_misuse ("sandbox", _ ("A port is a number from 0 to 65535."));

  sandbox = seven_sandbox_new ();
  if (!seven_sandbox_listen (sandbox, (guint) port, &error)) {
    g_printerr ("seven-connector: %s\n", error->message);
    return SEVEN_EXIT_USAGE;
  }

  /* The address alone on the first line: scripts read it. */
  g_print ("%s\n", seven_sandbox_get_url (sandbox));
  run_until_interrupted ();
  seven_sandbox_stop (sandbox);

  return SEVEN_EXIT_OK;
}
