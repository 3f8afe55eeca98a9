/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-command.h"

#include "seven-output.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int
explain_outcome (SevenOutcome *outcome, gboolean json)
{
  if (json)
    seven_output_outcome_json (outcome, NULL, NULL);
  else
    seven_output_outcome_text (outcome, NULL);

  return SEVEN_EXIT_OK;
}

static int
explain_reply (gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SevenOutcome) outcome = NULL;
  g_autoptr (GBytes) bytes = seven_input_read_bytes ("-", SEVEN_JSON_MAX_SIZE, &error);
  gsize length;
  const char *body;

  if (bytes == NULL) {
    seven_output_file_error ("-", error);
    return SEVEN_EXIT_USAGE;
  }

  body = g_bytes_get_data (bytes, &length);
  outcome = seven_outcome_new_for_reply (body != NULL ? body : "", length, 0);

  return explain_outcome (outcome, json);
}

static int
explain_code (const char *text, gboolean json)
{
  g_autoptr (SevenOutcome) outcome = NULL;
  guint64 code;

  if (!g_ascii_string_to_unsigned (text, 10, 0, 9999, &code, NULL))
    return seven_command_misuse ("explain",
        _ ("“%s” is not a return code. Give a number such as 900, or - and the reply on standard input."),
        text);
  if (seven_return_code_find ((int) code) == NULL)
    return seven_command_misuse ("explain", _ ("seven documents no return code %s."), text);

  outcome = seven_outcome_new_for_code ((int) code);

  return explain_outcome (outcome, json);
}

int
seven_command_explain (int argc, char **argv)
{
  g_auto (SevenArguments) arguments = { 0 };
  const char *what;
  const GOptionEntry entries[] = { { NULL } };

  if (!seven_arguments_parse (&arguments, "explain", entries, TRUE, argc, argv))
    return SEVEN_EXIT_USAGE;
  what = seven_arguments_get_only (&arguments, "explain", _ ("return code"));
  if (what == NULL)
    return SEVEN_EXIT_USAGE;

  return g_str_equal (what, "-") ? explain_reply (arguments.json) : explain_code (what, arguments.json);
}
