/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-command.h"

#include "seven-export.h"
#include "seven-json-edit.h"
#include "seven-key.h"
#include "seven-output.h"

#include <glib/gi18n-lib.h>

static void
note_problems (const char *file, SevenCheck *check, gboolean without_key)
{
  guint n_errors = seven_check_count (check, SEVEN_SEVERITY_ERROR);

  if (n_errors > 0)
    g_printerr (ngettext ("%s: this JSON has %u error; “seven-connector check” lists it.\n",
                    "%s: this JSON has %u errors; “seven-connector check” lists them.\n", n_errors),
        seven_input_get_display_name (file), n_errors);
  if (without_key)
    g_printerr (_ ("%s: the key is left out: Logto’s Test refuses that, Save keeps the stored key.\n"),
        seven_input_get_display_name (file));
}

/* The text with this key, also where the config has another one: what was named on purpose goes first. */
static char *
put_key (SevenConfig *config, const char *key)
{
  SevenJson *json = seven_config_get_json (config);
  const SevenJsonValue *value = seven_config_get_api_key_value (config);
  g_autofree char *own_key = seven_config_dup_usable_api_key (config);
  g_autoptr (SevenSplice) splice = NULL;
  const char *text;
  gsize length;

  if (g_strcmp0 (key, own_key) == 0 || value == NULL ||
      seven_json_value_get_kind (value) != SEVEN_JSON_STRING)
    return seven_export_with_key (config, key);

  text = seven_json_get_text (json, &length);
  splice = seven_json_edit_set_string (json, value, key, -1);

  return splice != NULL ? seven_splice_apply (splice, text, length) : g_strdup (text);
}

static int
print_for_logto (
    const char *file, const SevenInput *input, const SevenKeyOptions *options, gboolean without_key)
{
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;
  SevenConfig *config = seven_check_get_config (input->check);

  if (without_key) {
    text = seven_export_without_key (config);
  } else {
    int status = seven_key_find (options, "export", file, input, &key);

    if (status != SEVEN_EXIT_OK)
      return status;
    text = put_key (config, key);
  }

  note_problems (file, input->check, without_key);
  seven_output_text (text);

  return SEVEN_EXIT_OK;
}

static int
export_file (const char *file, const SevenKeyOptions *key_options, gboolean without_key)
{
  g_auto (SevenInput) input = { 0 };
  g_autoptr (GError) error = NULL;
  SevenCheckOptions options = { SEVEN_FLOWS_ALL, FALSE };
  SevenProblem *obstacle;

  if (!seven_input_read (&input, file, &options, &error)) {
    seven_output_file_error (file, error);
    return SEVEN_EXIT_USAGE;
  }

  obstacle = seven_input_get_obstacle (&input);
  if (obstacle != NULL) {
    seven_output_problem (file, obstacle, TRUE);
    return SEVEN_EXIT_NO;
  }

  return print_for_logto (file, &input, key_options, without_key);
}

int
seven_command_export (int argc, char **argv)
{
  g_auto (SevenArguments) arguments = { 0 };
  g_auto (SevenKeyOptions) key_options = { 0 };
  gboolean without_key = FALSE;
  const char *file;
  const GOptionEntry entries[] = {
    SEVEN_KEY_FILE (&key_options, N_ ("Put in the API key that this file holds")),
    SEVEN_KEY_KEYRING (&key_options),
    { "without-key", 0, 0, G_OPTION_ARG_NONE, &without_key, N_ ("Leave the API key out"), NULL },
    { NULL },
  };

  if (!seven_arguments_parse (&arguments, "export", entries, FALSE, argc, argv))
    return SEVEN_EXIT_USAGE;
  if (without_key && (key_options.file != NULL || key_options.keyring))
    return seven_command_misuse (
        "export", _ ("--without-key excludes --api-key-file and --keyring: they put a key in."));
  file = seven_arguments_get_only (&arguments, "export", _ ("file"));

  return file != NULL ? export_file (file, &key_options, without_key) : SEVEN_EXIT_USAGE;
}
