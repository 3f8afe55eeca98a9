/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-output.h"

#include "seven-command.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static gboolean
wants_colour (int descriptor)
{
  const char *no_color = g_getenv ("NO_COLOR");
  const char *terminal = g_getenv ("TERM");

  return (no_color == NULL || *no_color == '\0') && g_strcmp0 (terminal, "dumb") != 0 && isatty (descriptor);
}

void
seven_output_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = seven_json_print (root);

  seven_output_text (text);
}

void
seven_output_text (const char *text)
{
  g_print ("%s", text);
}

/* Control characters as their pictures (U+2400 and on), so that no file can steer the terminal. The name of a file may
 * hold any byte. */
char *
seven_output_dup_shown (const char *text)
{
  GString *shown = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);

    if (character == '\n')
      g_string_append_c (shown, '\n');
    else if (character < 0x20)
      g_string_append_unichar (shown, 0x2400 + character);
    else if (character == 0x7f || (character >= 0x80 && character < 0xa0))
      g_string_append_unichar (shown, 0xfffd);
    else
      g_string_append_unichar (shown, character);
  }

  return g_string_free (shown, FALSE);
}

/* A name is a part of a line: one with a line break in it must not look like two findings. */
static char *
dup_shown_name (const char *file)
{
  g_autofree char *name = seven_output_dup_shown (seven_input_get_display_name (file));
  g_auto (GStrv) lines = g_strsplit (name, "\n", -1);

  return g_strjoinv ("␊", lines);
}

void
seven_output_line (const char *format, ...)
{
  g_autofree char *line = NULL;
  g_autofree char *shown = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  shown = seven_output_dup_shown (line);
  g_print ("%s\n", shown);
}

static const char *
get_severity_colour (SevenSeverity severity)
{
  switch (severity) {
  case SEVEN_SEVERITY_ERROR:
    return "\033[1;31m";
  case SEVEN_SEVERITY_WARNING:
    return "\033[1;33m";
  case SEVEN_SEVERITY_INFO:
  default:
    return "\033[1;36m";
  }
}

void
seven_output_problem (const char *file, SevenProblem *problem, gboolean to_stderr)
{
  SevenPosition start = seven_problem_get_start (problem);
  SevenSeverity severity = seven_problem_get_severity (problem);
  const char *advice = seven_problem_get_advice (problem);
  gboolean colour = wants_colour (to_stderr ? STDERR_FILENO : STDOUT_FILENO);
  g_autofree char *name = dup_shown_name (file);
  g_autofree char *message = seven_output_dup_shown (seven_problem_get_message (problem));
  GString *line = g_string_new (NULL);
  g_autofree char *text = NULL;

  g_string_append_printf (line, "%s:%u:%u: ", name, start.line, start.column);
  g_string_append_printf (line, "%s%s:%s ", colour ? get_severity_colour (severity) : "",
      seven_severity_get_name (severity), colour ? "\033[0m" : "");
  g_string_append_printf (line, "%s [%s]\n", message, seven_problem_get_rule (problem));
  if (advice != NULL) {
    g_autofree char *shown = seven_output_dup_shown (advice);

    g_string_append_printf (line, "    %s\n", shown);
  }

  text = g_string_free (line, FALSE);
  if (to_stderr)
    g_printerr ("%s", text);
  else
    g_print ("%s", text);
}

void
seven_output_file_error (const char *file, const GError *error)
{
  g_autofree char *name = dup_shown_name (file);
  g_autofree char *message = seven_output_dup_shown (error->message);

  g_printerr ("%s: %s\n", name, message);
}

void
seven_output_add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
seven_output_add_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  if (isfinite (value))
    json_builder_add_double_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
seven_output_add_count (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  if (value >= 0)
    json_builder_add_int_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
seven_output_add_code (JsonBuilder *builder, const char *name, int code)
{
  seven_output_add_count (builder, name, code == SEVEN_REPLY_NO_CODE ? -1 : code);
}

int
seven_output_no_template (const char *file, const char *usage, gboolean json)
{
  g_autofree char *message = g_strdup_printf (_ ("There is no template of the type “%s”: Logto would answer "
                                                 "template_not_found, and nothing would be sent. Add one."),
      usage);

  if (json) {
    g_autoptr (JsonBuilder) builder = json_builder_new ();

    json_builder_begin_object (builder);
    seven_output_add_string (builder, "error", "template_not_found");
    seven_output_add_string (builder, "usage", usage);
    seven_output_add_string (builder, "message", message);
    json_builder_end_object (builder);
    seven_output_json (builder);
  } else {
    seven_output_line ("%s: %s", seven_input_get_display_name (file), message);
  }

  return SEVEN_EXIT_NO;
}

int
seven_output_obstacle (const char *file, SevenProblem *obstacle, gboolean json)
{
  SevenPosition start = seven_problem_get_start (obstacle);

  if (json) {
    g_autoptr (JsonBuilder) builder = json_builder_new ();

    json_builder_begin_object (builder);
    seven_output_add_string (builder, "error", seven_problem_get_rule (obstacle));
    seven_output_add_string (builder, "message", seven_problem_get_message (obstacle));
    seven_output_add_count (builder, "line", start.line);
    seven_output_add_count (builder, "column", start.column);
    json_builder_end_object (builder);
    seven_output_json (builder);
  } else {
    seven_output_problem (file, obstacle, FALSE);
  }

  return SEVEN_EXIT_NO;
}
