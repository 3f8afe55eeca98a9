/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-command.h"

#include "seven-history-file.h"
#include "seven-output.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#define GAP "  "

typedef enum
{
  FORMAT_TEXT,
  FORMAT_JSON,
  FORMAT_CSV,
  N_FORMATS,
} Format;

/* In their order. */
static const char *const formats[] = { "text", "json", "csv" };

typedef struct
{
  SevenArguments arguments;
  char *format_name; /* (nullable) */
  Format format;
  int limit; /* G_MAXINT: none */
} History;

static void
history_clear (History *self)
{
  seven_arguments_clear (&self->arguments);
  g_clear_pointer (&self->format_name, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (History, history_clear)

static int
choose_format (History *self)
{
  if (self->format_name == NULL)
    return SEVEN_EXIT_OK;
  while (self->format < N_FORMATS && !g_str_equal (self->format_name, formats[self->format]))
    self->format++;
  if (self->format == N_FORMATS)
    return seven_command_misuse (
        "history", _ ("“%s” is not an output format; there are text, json and csv."), self->format_name);
  /* Programs read this: no word of it may depend on the language of the person. */
  if (self->format != FORMAT_TEXT)
    setlocale (LC_MESSAGES, "C");
  return SEVEN_EXIT_OK;
}

static int
parse_arguments (History *self, int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &self->limit, N_ ("Show so many tests at most, the newest"),
        N_ ("COUNT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->format_name,
        N_ ("text, json for programs, or csv for a spreadsheet"), N_ ("FORMAT") },
    { NULL },
  };

  self->limit = G_MAXINT;
  if (!seven_arguments_parse (&self->arguments, "history", entries, FALSE, argc, argv))
    return SEVEN_EXIT_USAGE;
  if (self->limit < 1)
    return seven_command_misuse ("history", _ ("The limit is a number from 1 on."));
  return choose_format (self);
}

/* Newest first; NULL after an error. */
static GPtrArray *
read_entries (SevenHistoryFile *file, const History *self, GError **error)
{
  char *none[] = { NULL };
  g_autofree char *words =
      g_strjoinv (" ", self->arguments.operands != NULL ? self->arguments.operands : none);
  const SevenHistoryFilter filter = { .words = words };
  g_autoptr (GArray) ids = seven_history_file_query (file, &filter, NULL, error);
  gsize n_ids;

  if (ids == NULL)
    return NULL;
  n_ids = MIN (ids->len, (gsize) self->limit);
  return seven_history_file_load (file, (const gint64 *) (gpointer) ids->data, n_ids, NULL, error);
}

static char *
dup_local_time (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d %H:%M:%S") : NULL;
}

/* What stands in a line, as what is: a line break in it would make it two. */
static void
add_cell (GPtrArray *cells, const char *text)
{
  g_autofree char *shown = seven_output_dup_shown (text != NULL && *text != '\0' ? text : "—");
  g_auto (GStrv) lines = g_strsplit (shown, "\n", -1);

  g_ptr_array_add (cells, g_strjoinv ("␊", lines));
}

static GPtrArray *
list_cells (const SevenHistoryEntry *entry)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *time = dup_local_time (entry->time);
  g_autofree char *code = entry->code != SEVEN_REPLY_NO_CODE ? g_strdup_printf ("%d", entry->code) : NULL;

  add_cell (cells, time);
  add_cell (cells, entry->gateway);
  add_cell (cells, entry->usage);
  add_cell (cells, entry->recipient);
  add_cell (cells, seven_state_get_name (entry->state));
  add_cell (cells, code);
  add_cell (cells, seven_delivery_get_name (entry->delivery));
  add_cell (cells, entry->title);
  return cells;
}

static void
measure_cells (GArray *widths, GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++) {
    glong width = g_utf8_strlen (cells->pdata[i], -1);

    if (i >= widths->len)
      g_array_set_size (widths, i + 1);
    g_array_index (widths, glong, i) = MAX (g_array_index (widths, glong, i), width);
  }
}

static void
print_cells (GArray *widths, GPtrArray *cells)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < cells->len; i++) {
    const char *cell = cells->pdata[i];

    g_string_append (line, cell);
    if (i + 1 == cells->len)
      break;
    for (glong k = g_utf8_strlen (cell, -1); k < g_array_index (widths, glong, i); k++)
      g_string_append_c (line, ' ');
    g_string_append (line, GAP);
  }
  seven_output_line ("%s", line->str);
}

static void
print_text (GPtrArray *entries)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) widths = g_array_new (FALSE, TRUE, sizeof (glong));

  for (guint i = 0; i < entries->len; i++) {
    GPtrArray *cells;

    if (entries->pdata[i] == NULL)
      continue;
    cells = list_cells (entries->pdata[i]);
    measure_cells (widths, cells);
    g_ptr_array_add (rows, cells);
  }
  for (guint i = 0; i < rows->len; i++)
    print_cells (widths, rows->pdata[i]);
}

static void
print_entries (GPtrArray *entries, Format format)
{
  g_autofree char *text = NULL;

  if (format == FORMAT_TEXT) {
    print_text (entries);
    return;
  }
  text = format == FORMAT_JSON ? seven_history_entries_to_json (entries)
                               : seven_history_entries_to_csv (entries);
  seven_output_text (text);
}

int
seven_command_history (int argc, char **argv)
{
  g_auto (History) history = { 0 };
  g_autofree char *path = seven_history_file_dup_default_path ();
  g_autoptr (SevenHistoryFile) file = seven_history_file_new_for_reading (path);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  int status = parse_arguments (&history, argc, argv);

  if (status != SEVEN_EXIT_OK)
    return status;
  entries = read_entries (file, &history, &error);
  if (entries == NULL) {
    seven_output_file_error (path, error);
    return SEVEN_EXIT_NO_ANSWER;
  }
  print_entries (entries, history.format);
  return SEVEN_EXIT_OK;
}
