/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-key.h"

#include "seven-command.h"
#include "seven-keyring.h"
#include "seven-output.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* An API key is some dozens of characters: a larger file is another file than was meant. */
#define MAX_KEY_FILE_SIZE 4096

void
seven_key_options_clear (SevenKeyOptions *self)
{
  g_clear_pointer (&self->file, g_free);
}

static char *
read_key_file (const char *file, GError **error)
{
  g_autoptr (GBytes) bytes = seven_input_read_bytes (file, MAX_KEY_FILE_SIZE, error);
  g_autofree char *key = NULL;
  const char *data;
  gsize length;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  key = length > 0 ? g_strndup (data, length) : g_strdup ("");
  g_strstrip (key);
  if (*key == '\0' || strpbrk (key, "\r\n") != NULL) {
    g_set_error_literal (
        error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("A key file holds the API key alone, on one line."));
    return NULL;
  }

  return g_steal_pointer (&key);
}

/* A question to the keyring. */
typedef struct
{
  GMainLoop *loop;
  GCancellable *cancellable;
  char *key;
  GError *error;
} Question;

static gboolean
interrupted (gpointer user_data)
{
  Question *question = user_data;

  g_cancellable_cancel (question->cancellable);

  return G_SOURCE_CONTINUE;
}

static void
looked_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;

  question->key = seven_key_store_lookup_finish (SEVEN_KEY_STORE (source), result, &question->error);
  g_main_loop_quit (question->loop);
}

/* The keyring may ask the person, who may rather press Ctrl+C. */
static char *
look_up (const char *config, GError **error)
{
  g_autoptr (SevenKeyring) keyring = seven_keyring_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) file = g_file_new_for_path (config);
  g_autofree char *uri = g_file_get_uri (file);
  Question question = { loop, cancellable, NULL, NULL };
  guint on_interrupt = g_unix_signal_add (SIGINT, interrupted, &question);
  guint on_terminate = g_unix_signal_add (SIGTERM, interrupted, &question);

  seven_key_store_lookup_async (SEVEN_KEY_STORE (keyring), uri, cancellable, looked_up, &question);
  g_main_loop_run (loop);
  g_source_remove (on_interrupt);
  g_source_remove (on_terminate);
  if (question.error != NULL)
    g_propagate_error (error, question.error);

  return question.key;
}

static int
ask_keyring (const char *command, const char *config, char **key)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  if (config == NULL || g_str_equal (config, "-"))
    return seven_command_misuse (
        command, _ ("The keyring has keys of files: name the file, or leave out --keyring."));

  kept = look_up (config, &error);
  if (error != NULL) {
    seven_output_file_error (config, error);
    return SEVEN_EXIT_NO_ANSWER;
  }
  *key = kept != NULL ? seven_config_dup_usable_key (kept, strlen (kept)) : NULL;
  if (kept == NULL)
    return seven_command_misuse (command,
        _ ("The keyring has no API key for this file. Keep it there in Seven Console, or leave out "
           "--keyring."));
  if (*key == NULL)
    return seven_command_misuse (command,
        _ ("What the keyring has for this file is no API key. Keep it there anew in Seven Console."));

  return SEVEN_EXIT_OK;
}

int
seven_key_find (const SevenKeyOptions *options, const char *command, const char *config,
    const SevenInput *input, char **key)
{
  const char *variable = g_getenv ("SEVEN_API_KEY");
  SevenConfig *parsed = input != NULL && input->check != NULL ? seven_check_get_config (input->check) : NULL;
  g_autoptr (GError) error = NULL;

  *key = NULL;
  if (options->file != NULL) {
    *key = read_key_file (options->file, &error);
    if (*key == NULL)
      seven_output_file_error (options->file, error);
    return *key != NULL ? SEVEN_EXIT_OK : SEVEN_EXIT_USAGE;
  }
  if (options->keyring)
    return ask_keyring (command, config, key);

  if (variable != NULL && *variable != '\0')
    *key = g_strstrip (g_strdup (variable));
  else if (parsed != NULL)
    *key = seven_config_dup_usable_api_key (parsed);

  return SEVEN_EXIT_OK;
}
