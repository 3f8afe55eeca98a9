/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-input.h"

#include "seven-text.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

static gboolean
fail_with_errno (GError **error)
{
  int code = errno;

  if (code == EISDIR)
    g_set_error_literal (
        error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _ ("This is a folder. Name the JSON file in it."));
  else
    g_set_error (
        error, G_IO_ERROR, g_io_error_from_errno (code), _ ("It cannot be read: %s."), g_strerror (code));

  return FALSE;
}

static gboolean
read_descriptor (int descriptor, gsize limit, GByteArray *bytes, GError **error)
{
  guint8 buffer[65536];

  while (TRUE) {
    gssize n = read (descriptor, buffer, sizeof buffer);

    if (n == 0)
      return TRUE;
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return fail_with_errno (error);
    if (bytes->len + (gsize) n > limit) {
      g_autofree char *size = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, SEVEN_TEXT_ERROR, SEVEN_TEXT_ERROR_TOO_LARGE,
          _ ("It is larger than %s, and so not what was meant."), size);
      return FALSE;
    }
    g_byte_array_append (bytes, buffer, (guint) n);
  }
}

GBytes *
seven_input_read_bytes (const char *file, gsize limit, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gboolean is_standard_input = g_str_equal (file, "-");
  int descriptor = is_standard_input ? STDIN_FILENO : open (file, O_RDONLY | O_CLOEXEC);
  gboolean success;

  if (descriptor < 0) {
    fail_with_errno (error);
    return NULL;
  }

  success = read_descriptor (descriptor, limit, bytes, error);
  if (!is_standard_input)
    close (descriptor);

  return success ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

gboolean
seven_input_read (SevenInput *self, const char *file, const SevenCheckOptions *options, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  *self = (SevenInput){ 0 };
  bytes = seven_input_read_bytes (file, SEVEN_JSON_MAX_SIZE, error);
  if (bytes == NULL)
    return FALSE;

  self->text = seven_text_decode (bytes, SEVEN_CHARSET_UTF8, &self->length, NULL, error);
  if (self->text == NULL)
    return FALSE;

  self->check = seven_check_text (self->text, (gssize) self->length, options);

  return TRUE;
}

void
seven_input_clear (SevenInput *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->check, seven_check_unref);
}

const char *
seven_input_get_display_name (const char *file)
{
  return g_str_equal (file, "-") ? "<stdin>" : file;
}

SevenProblem *
seven_input_get_obstacle (const SevenInput *self)
{
  GPtrArray *problems = seven_check_get_problems (self->check);

  for (guint i = 0; i < problems->len; i++) {
    SevenProblem *problem = g_ptr_array_index (problems, i);
    const char *rule = seven_problem_get_rule (problem);

    if (g_str_equal (rule, "json-syntax") || g_str_equal (rule, "not-an-object"))
      return problem;
  }

  return NULL;
}

static gboolean
holds (const SevenJsonValue *value, SevenProblem *problem)
{
  SevenRange inner = seven_problem_get_range (problem);
  SevenRange outer;

  if (value == NULL)
    return FALSE;
  outer = seven_json_value_get_range (value);
  return outer.start <= inner.start && inner.end <= outer.end;
}

SevenProblem *
seven_input_get_template_obstacle (const SevenInput *self, guint index)
{
  GPtrArray *problems = seven_check_get_problems (self->check);
  SevenConfig *config = seven_check_get_config (self->check);
  const SevenConfigTemplate *template = seven_config_get_template (config, index);

  for (guint i = 0; template != NULL && i < problems->len; i++) {
    SevenProblem *problem = g_ptr_array_index (problems, i);

    if (g_str_equal (seven_problem_get_rule (problem), "json-nul") &&
        (holds (template->content_value, problem) || holds (seven_config_get_sender_value (config), problem)))
      return problem;
  }

  return NULL;
}
