/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-command.h"

#include "seven-output.h"
#include "seven-render.h"

#include <glib/gi18n-lib.h>

static void
add_parts (JsonBuilder *builder, const SevenSmsText *sms)
{
  const char *text = seven_sms_text_get_text (sms);

  json_builder_set_member_name (builder, "part_texts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < seven_sms_text_get_n_parts (sms); i++) {
    SevenRange range = seven_sms_text_get_part (sms, i);
    g_autofree char *part = g_strndup (text + range.start, range.end - range.start);

    json_builder_add_string_value (builder, part);
  }
  json_builder_end_array (builder);
}

static void
add_offenders (JsonBuilder *builder, const SevenSmsText *sms)
{
  json_builder_set_member_name (builder, "offenders");
  json_builder_begin_array (builder);
  for (guint i = 0; i < seven_sms_text_get_n_offenders (sms); i++) {
    const SevenOffender *offender = seven_sms_text_get_offender (sms, i);
    g_autofree char *code_point = g_strdup_printf ("U+%04X", offender->character);
    char character[7] = { 0 };

    g_unichar_to_utf8 (offender->character, character);
    json_builder_begin_object (builder);
    seven_output_add_string (builder, "character", character);
    seven_output_add_string (builder, "code_point", code_point);
    seven_output_add_count (builder, "offset", (gint64) offender->offset);
    seven_output_add_string (builder, "replacement", offender->replacement);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
print_json (const char *usage, int template, const char *sender, const SevenSmsText *sms)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  seven_output_add_string (builder, "usage", usage);
  seven_output_add_count (builder, "template", template);
  seven_output_add_string (builder, "sender", sender);
  seven_output_add_string (builder, "text", seven_sms_text_get_text (sms));
  seven_output_add_string (builder, "encoding", seven_encoding_get_name (seven_sms_text_get_encoding (sms)));
  seven_output_add_count (builder, "units", seven_sms_text_get_units (sms));
  seven_output_add_count (builder, "parts", seven_sms_text_get_n_parts (sms));
  add_parts (builder, sms);
  seven_output_add_count (builder, "characters", seven_sms_text_get_characters (sms));
  add_offenders (builder, sms);
  json_builder_end_object (builder);
  seven_output_json (builder);
}

static void
print_text (const char *sender, const SevenSmsText *sms)
{
  guint n_parts = seven_sms_text_get_n_parts (sms);

  if (sender != NULL)
    seven_output_line (_ ("From: %s"), sender);
  else
    seven_output_line (_ ("From: undefined (the config has no sender)"));
  /* Translators: units used, units that so many parts hold, encoding, number of parts. */
  seven_output_line (ngettext ("%u of %u · %s · %u part", "%u of %u · %s · %u parts", n_parts),
      seven_sms_text_get_units (sms), seven_sms_text_get_capacity (sms),
      seven_encoding_get_label (seven_sms_text_get_encoding (sms)), n_parts);
  seven_output_line ("\n%s", seven_sms_text_get_text (sms));
}

static int
render_file (const char *file, const char *usage, const char *code, gboolean json)
{
  g_auto (SevenInput) input = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SevenSmsText) sms = NULL;
  g_autofree char *text = NULL;
  SevenCheckOptions options = { SEVEN_FLOWS_ALL, FALSE };
  SevenConfig *config;
  SevenProblem *obstacle;
  int template;

  if (!seven_input_read (&input, file, &options, &error)) {
    seven_output_file_error (file, error);
    return SEVEN_EXIT_USAGE;
  }
  obstacle = seven_input_get_obstacle (&input);
  if (obstacle != NULL)
    return seven_output_obstacle (file, obstacle, json);

  config = seven_check_get_config (input.check);
  template = seven_config_find_template (config, usage);
  if (template <0 || seven_config_get_template (config, (guint) template)->content == NULL)
    return seven_output_no_template (file, usage, json);
  obstacle = seven_input_get_template_obstacle (&input, (guint) template);
  if (obstacle != NULL)
    return seven_output_obstacle (file, obstacle, json);

  text = seven_render (seven_config_get_template (config, (guint) template)->content, code);
  sms = seven_sms_text_new (text);
  if (json)
    print_json (usage, template, seven_config_get_sender (config), sms);
  else
    print_text (seven_config_get_sender (config), sms);

  return SEVEN_EXIT_OK;
}

int
seven_command_render (int argc, char **argv)
{
  g_auto (SevenArguments) arguments = { 0 };
  g_autofree char *usage = NULL;
  g_autofree char *code = NULL;
  const char *file;
  const GOptionEntry entries[] = {
    { "usage", 0, 0, G_OPTION_ARG_STRING, &usage, N_ ("The usage type Logto asks for, such as SignIn"),
        N_ ("TYPE") },
    { "code", 0, 0, G_OPTION_ARG_STRING, &code, N_ ("The code to put in (123456 by default)"), N_ ("CODE") },
    { NULL },
  };

  if (!seven_arguments_parse (&arguments, "render", entries, TRUE, argc, argv))
    return SEVEN_EXIT_USAGE;
  file = seven_arguments_get_only (&arguments, "render", _ ("file"));
  if (file == NULL)
    return SEVEN_EXIT_USAGE;
  if (usage == NULL)
    return seven_command_misuse ("render", _ ("Name the usage type, as in --usage=SignIn."));
  if (!seven_command_check_usage ("render", usage))
    return SEVEN_EXIT_USAGE;

  return render_file (file, usage, code != NULL ? code : SEVEN_RENDER_SAMPLE_CODE, arguments.json);
}
