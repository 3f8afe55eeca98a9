/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-command.h"

#include "seven-output.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

typedef struct
{
  const char *file;
  SevenInput input;
  GError *error; /* the bytes could not be read */
} CheckedFile;

static void
checked_file_free (CheckedFile *self)
{
  seven_input_clear (&self->input);
  g_clear_error (&self->error);
  g_free (self);
}

static const char *
get_fix_name (SevenFixKind kind)
{
  switch (kind) {
  case SEVEN_FIX_SAFE:
    return "safe";
  case SEVEN_FIX_OFFER:
    return "offer";
  case SEVEN_FIX_NONE:
  case SEVEN_FIX_GO:
  default:
    return NULL;
  }
}

static void
add_problem (JsonBuilder *builder, SevenProblem *problem)
{
  SevenPosition start = seven_problem_get_start (problem);
  SevenPosition end = seven_problem_get_end (problem);

  json_builder_begin_object (builder);
  seven_output_add_string (builder, "rule", seven_problem_get_rule (problem));
  seven_output_add_string (
      builder, "severity", seven_severity_get_name (seven_problem_get_severity (problem)));
  seven_output_add_string (builder, "pointer", seven_problem_get_pointer (problem));
  seven_output_add_count (builder, "line", start.line);
  seven_output_add_count (builder, "column", start.column);
  seven_output_add_count (builder, "end_line", end.line);
  seven_output_add_count (builder, "end_column", end.column);
  seven_output_add_string (builder, "message", seven_problem_get_message (problem));
  seven_output_add_string (builder, "fixable", get_fix_name (seven_problem_get_fix_kind (problem)));
  json_builder_end_object (builder);
}

static void
add_flow (JsonBuilder *builder, SevenCheck *check, SevenUsageType usage, SevenFlows in_use)
{
  json_builder_begin_object (builder);
  seven_output_add_string (builder, "usage", seven_usage_get_name (usage));
  seven_output_add_string (builder, "flow", seven_usage_get_flow (usage));
  seven_output_add_count (builder, "template", seven_check_get_flow_template (check, usage));
  json_builder_set_member_name (builder, "in_use");
  json_builder_add_boolean_value (builder, (in_use & (1u << usage)) != 0);
  json_builder_end_object (builder);
}

static void
add_file (JsonBuilder *builder, const CheckedFile *file, SevenFlows flows)
{
  SevenCheck *check = file->input.check;
  SevenConfig *config = check != NULL ? seven_check_get_config (check) : NULL;

  json_builder_begin_object (builder);
  seven_output_add_string (builder, "file", seven_input_get_display_name (file->file));
  seven_output_add_string (builder, "error", file->error != NULL ? file->error->message : NULL);
  json_builder_set_member_name (builder, "accepted");
  json_builder_add_boolean_value (builder, config != NULL && seven_config_is_accepted (config));
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  if (check != NULL) {
    GPtrArray *problems = seven_check_get_problems (check);

    for (guint i = 0; i < problems->len; i++)
      add_problem (builder, g_ptr_array_index (problems, i));
  }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "flows");
  json_builder_begin_array (builder);
  for (SevenUsageType usage = 0; check != NULL && usage < SEVEN_N_FLOWS; usage++)
    add_flow (builder, check, usage, flows);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (GPtrArray *files, SevenFlows flows)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < files->len; i++)
    add_file (builder, g_ptr_array_index (files, i), flows);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  seven_output_json (builder);
}

static char *
describe_counts (SevenCheck *check)
{
  guint n_errors = seven_check_count (check, SEVEN_SEVERITY_ERROR);
  guint n_warnings = seven_check_count (check, SEVEN_SEVERITY_WARNING);
  g_autofree char *errors = g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors);
  g_autofree char *warnings =
      g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);

  return g_strdup_printf ("%s · %s", errors, warnings);
}

static void
print_flows (SevenCheck *check, SevenFlows flows)
{
  for (SevenUsageType usage = 0; usage < SEVEN_N_FLOWS; usage++) {
    int template = seven_check_get_flow_template (check, usage);
    gboolean in_use = (flows & (1u << usage)) != 0;
    g_autofree char *served = NULL;

    if (template >= 0)
      served = g_strdup_printf (_ ("works with template %d"), template + 1);
    else
      served = g_strdup (in_use ? _ ("fails: there is no template") : _ ("no template; not in use here"));
    seven_output_line (
        /* Translators: usage type, what it is for, whether it works. */
        _ ("  %s (%s): %s"), seven_usage_get_name (usage), seven_usage_get_flow (usage), served);
  }
}

static void
print_text (const CheckedFile *file, SevenFlows flows)
{
  SevenCheck *check = file->input.check;
  GPtrArray *problems;
  g_autofree char *counts = NULL;

  if (file->error != NULL) {
    seven_output_file_error (file->file, file->error);
    return;
  }

  problems = seven_check_get_problems (check);
  for (guint i = 0; i < problems->len; i++)
    seven_output_problem (file->file, g_ptr_array_index (problems, i), FALSE);

  counts = describe_counts (check);
  if (seven_check_get_config (check) == NULL) {
    seven_output_line ("%s: %s", seven_input_get_display_name (file->file), counts);
    return;
  }

  /* Translators: file name, "2 errors · 1 warning", number of flows that work, number of all flows. */
  seven_output_line (_ ("%s: %s · %u of %u Logto flows covered"), seven_input_get_display_name (file->file),
      counts, seven_check_count_covered_flows (check), (guint) SEVEN_N_FLOWS);
  print_flows (check, flows);
}

static int
get_status (const CheckedFile *file, gboolean strict)
{
  if (file->error != NULL)
    return SEVEN_EXIT_USAGE;
  if (seven_check_count (file->input.check, SEVEN_SEVERITY_ERROR) > 0)
    return SEVEN_EXIT_NO;
  if (strict && seven_check_count (file->input.check, SEVEN_SEVERITY_WARNING) > 0)
    return SEVEN_EXIT_NO;

  return SEVEN_EXIT_OK;
}

/* For the person at the terminal alone: it is no diagnostic, and the same of every config. */
static void
print_limits (void)
{
  if (isatty (STDERR_FILENO))
    g_printerr ("%s\n",
        _ ("A good config is necessary, not sufficient: the published connector as it stands does not load "
           "in a current Logto."));
}

static int
check_files (const SevenArguments *arguments, const SevenCheckOptions *options, gboolean strict)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) checked_file_free);
  int status = SEVEN_EXIT_OK;

  for (guint i = 0; i < seven_arguments_count (arguments); i++) {
    CheckedFile *file = g_new0 (CheckedFile, 1);

    file->file = arguments->operands[i];
    g_ptr_array_add (files, file);
    seven_input_read (&file->input, file->file, options, &file->error);
    status = MAX (status, get_status (file, strict));
    if (!arguments->json)
      print_text (file, options->flows);
  }
  if (arguments->json)
    print_json (files, options->flows);
  else if (status == SEVEN_EXIT_OK)
    print_limits ();

  return status;
}

int
seven_command_check (int argc, char **argv)
{
  g_auto (SevenArguments) arguments = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *flows = NULL;
  gboolean strict = FALSE;
  SevenCheckOptions options = { SEVEN_FLOWS_ALL, FALSE };
  const GOptionEntry entries[] = {
    { "flows", 0, 0, G_OPTION_ARG_STRING, &flows,
        N_ ("The flows in use, such as SignIn,Register,… (all by default; none where it is empty)"),
        N_ ("TYPES") },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &strict, N_ ("Let warnings count as errors"), NULL },
    { NULL },
  };

  if (!seven_arguments_parse (&arguments, "check", entries, TRUE, argc, argv))
    return SEVEN_EXIT_USAGE;
  if (flows != NULL && !seven_flows_parse (flows, &options.flows, &error))
    return seven_command_misuse ("check", "%s", error->message);
  if (seven_arguments_count (&arguments) == 0)
    return seven_command_misuse ("check", _ ("A file is missing."));

  return check_files (&arguments, &options, strict);
}
