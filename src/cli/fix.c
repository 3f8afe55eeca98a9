/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-command.h"

#include "seven-diff.h"
#include "seven-file-store.h"
#include "seven-output.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GMainLoop *loop;
  GAsyncResult *result;
} Waiting;

static void
finished (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;

  waiting->result = g_object_ref (result);
  g_main_loop_quit (waiting->loop);
}

static GAsyncResult *
wait_for (Waiting *waiting)
{
  g_main_loop_run (waiting->loop);
  g_clear_pointer (&waiting->loop, g_main_loop_unref);

  return waiting->result;
}

/* Writes beside and renames, as the window does; the file must still be the one that was read. */
static gboolean
save (const char *file, const char *before, const char *after, GError **error)
{
  g_autoptr (GFile) location = g_file_new_for_commandline_arg (file);
  g_autofree char *uri = g_file_get_uri (location);
  g_autoptr (SevenTextStore) store = SEVEN_TEXT_STORE (seven_file_store_new ());
  g_autoptr (GBytes) bytes = g_bytes_new (after, strlen (after));
  g_autoptr (GBytes) present = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GAsyncResult) saved = NULL;
  g_autofree char *stamp = NULL;
  g_autofree char *new_stamp = NULL;
  Waiting waiting = { g_main_loop_new (NULL, FALSE), NULL };

  seven_text_store_load_async (store, uri, NULL, finished, &waiting);
  loaded = wait_for (&waiting);
  present = seven_text_store_load_finish (store, loaded, &stamp, error);
  if (present == NULL)
    return FALSE;
  if (g_bytes_get_size (present) != strlen (before) ||
      memcmp (g_bytes_get_data (present, NULL), before, strlen (before)) != 0) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
        _ ("The file has just been changed by another program. Try again."));
    return FALSE;
  }

  waiting.loop = g_main_loop_new (NULL, FALSE);
  seven_text_store_save_async (store, uri, bytes, stamp, SEVEN_SAVE_DEFAULT, NULL, finished, &waiting);
  saved = wait_for (&waiting);
  new_stamp = seven_text_store_save_finish (store, saved, error);

  return new_stamp != NULL;
}

static int
put_out (const char *file, const SevenInput *input, const char *fixed, guint n_fixed, gboolean dry_run)
{
  g_autoptr (GError) error = NULL;

  if (dry_run) {
    g_autofree char *diff = seven_diff_unified (seven_input_get_display_name (file), input->text, fixed);

    seven_output_text (diff);
    return SEVEN_EXIT_OK;
  }
  if (g_str_equal (file, "-")) {
    seven_output_text (fixed);
    return SEVEN_EXIT_OK;
  }
  if (n_fixed == 0) {
    seven_output_line (_ ("%s: there is nothing to fix"), file);
    return SEVEN_EXIT_OK;
  }
  if (!save (file, input->text, fixed, &error)) {
    seven_output_file_error (file, error);
    return SEVEN_EXIT_USAGE;
  }
  seven_output_line (ngettext ("%s: %u problem fixed", "%s: %u problems fixed", n_fixed), file, n_fixed);

  return SEVEN_EXIT_OK;
}

static int
fix_file (const char *file, gboolean dry_run)
{
  g_auto (SevenInput) input = { 0 };
  g_auto (SevenInput) rest = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SevenCheck) check = NULL;
  g_autofree char *fixed = NULL;
  SevenCheckOptions options = { SEVEN_FLOWS_ALL, FALSE };
  guint n_fixed = 0;
  int status;

  if (!seven_input_read (&input, file, &options, &error)) {
    seven_output_file_error (file, error);
    return SEVEN_EXIT_USAGE;
  }

  fixed = seven_check_fix_all_safe (input.check, &options, &n_fixed);
  if (fixed == NULL)
    fixed = g_strdup (input.text);
  status = put_out (file, &input, fixed, n_fixed, dry_run);
  if (status != SEVEN_EXIT_OK)
    return status;

  /* Text that is still no JSON is an answer, and that answer is no. */
  check = seven_check_text (fixed, -1, &options);
  rest.check = g_steal_pointer (&check);
  if (seven_input_get_obstacle (&rest) == NULL)
    return SEVEN_EXIT_OK;
  seven_output_problem (file, seven_input_get_obstacle (&rest), TRUE);

  return SEVEN_EXIT_NO;
}

int
seven_command_fix (int argc, char **argv)
{
  g_auto (SevenArguments) arguments = { 0 };
  gboolean dry_run = FALSE;
  int status = SEVEN_EXIT_OK;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Change nothing: print what would change"), NULL },
    { NULL },
  };

  if (!seven_arguments_parse (&arguments, "fix", entries, FALSE, argc, argv))
    return SEVEN_EXIT_USAGE;
  if (seven_arguments_count (&arguments) == 0)
    return seven_command_misuse ("fix", _ ("A file is missing."));

  for (guint i = 0; i < seven_arguments_count (&arguments); i++) {
    int file_status = fix_file (arguments.operands[i], dry_run);

    status = MAX (status, file_status);
  }

  return status;
}
