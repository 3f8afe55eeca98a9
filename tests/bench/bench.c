/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

/* Times what people wait for, side by side with something else in the same run: single times say little on a machine
 * that others use as well, the ratio of two does. Nothing here passes or fails. */

#include "bench.h"

#include "seven-rules.h"
#include "seven-sms-text.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

#define MIN_RUNS 5
#define MAX_RUNS 2000
#define MIN_SECONDS 0.5

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The median of many runs, in milliseconds, one run of each in turn. */
static void
time_both (BenchWork ours, BenchWork theirs, gpointer data, double *our_median, double *their_median)
{
  g_autoptr (GArray) our_times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) their_times = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < MAX_RUNS; i++) {
    gint64 before = g_get_monotonic_time ();
    double time;

    ours (data);
    time = (double) (g_get_monotonic_time () - before) / 1000.0;
    g_array_append_val (our_times, time);

    before = g_get_monotonic_time ();
    theirs (data);
    time = (double) (g_get_monotonic_time () - before) / 1000.0;
    g_array_append_val (their_times, time);

    if (i + 1 >= MIN_RUNS && g_get_monotonic_time () - start > (gint64) (MIN_SECONDS * G_USEC_PER_SEC))
      break;
  }

  g_array_sort (our_times, compare_doubles);
  g_array_sort (their_times, compare_doubles);
  *our_median = g_array_index (our_times, double, our_times->len / 2);
  *their_median = g_array_index (their_times, double, their_times->len / 2);
}

void
bench_report (const char *what, const char *beside, BenchWork ours, BenchWork theirs, gpointer data)
{
  double our_median;
  double their_median;

  time_both (ours, theirs, data, &our_median, &their_median);
  printf ("%-44s %10.3f ms   %-24s %10.3f ms   ratio %6.2f\n", what, our_median, beside, their_median,
      our_median / their_median);
  fflush (stdout);
}

static void
parse_ours (gpointer data)
{
  const BenchText *document = data;
  g_autoptr (SevenJson) json = seven_json_parse (document->text, (gssize) document->length, NULL, NULL);

  g_assert_nonnull (json);
}

void
bench_parse_with_json_glib (const BenchText *text)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  g_assert_true (json_parser_load_from_data (parser, text->text, (gssize) text->length, NULL));
}

static void
parse_theirs (gpointer data)
{
  bench_parse_with_json_glib (data);
}

static void
check_ours (gpointer data)
{
  const BenchText *document = data;
  SevenCheckOptions options = { SEVEN_FLOWS_ALL, FALSE };
  g_autoptr (SevenCheck) check = seven_check_text (document->text, (gssize) document->length, &options);

  g_assert_nonnull (check);
}

static void
count_ours (gpointer data)
{
  const BenchText *document = data;
  g_autoptr (SevenSmsText) sms = seven_sms_text_new (document->text);

  g_assert_nonnull (sms);
}

static void
convert_theirs (gpointer data)
{
  const BenchText *document = data;
  glong n_units;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (document->text, -1, NULL, &n_units, NULL);

  g_assert_nonnull (units);
}

static char *
make_config (guint n_templates, guint text_length)
{
  GString *text = g_string_new (
      "{\n  \"apiKey\": \"example-key-not-real\",\n  \"from\": \"Acme\",\n  \"templates\": [\n");

  for (guint i = 0; i < n_templates; i++) {
    g_string_append_printf (text, "    {\n      \"usageType\": \"%s\",\n      \"content\": \"{{code}} ",
        seven_usage_get_name ((SevenUsageType) (i % SEVEN_N_FLOWS)));
    for (guint k = 0; k < text_length; k++)
      g_string_append_c (text, "is your code. "[k % 14]);
    g_string_append_printf (text, "\"\n    }%s\n", i + 1 < n_templates ? "," : "");
  }
  g_string_append (text, "  ]\n}\n");

  return g_string_free (text, FALSE);
}

/* The same on one line, as JSON.stringify writes it. */
static char *
make_line (guint n_templates, guint text_length)
{
  g_autofree char *config = make_config (n_templates, text_length);
  GString *line = g_string_new (NULL);

  for (const char *p = config; *p != '\0'; p++) {
    if (*p != '\n') {
      g_string_append_c (line, *p);
      continue;
    }
    while (p[1] == ' ')
      p++;
  }
  return g_string_free (line, FALSE);
}

static void
report_config (const char *name, guint n_templates, guint text_length)
{
  g_autofree char *text = make_config (n_templates, text_length);
  BenchText document = { text, strlen (text) };
  g_autofree char *parse = g_strdup_printf ("parse %s (%.0f KB)", name, (double) document.length / 1000.0);
  g_autofree char *check = g_strdup_printf ("check %s (%.0f KB)", name, (double) document.length / 1000.0);

  bench_report (parse, "json-glib's parser", parse_ours, parse_theirs, &document);
  bench_report (check, "json-glib's parser", check_ours, parse_theirs, &document);
}

static void
report_typing (void)
{
  g_autofree char *usual = make_config (8, 60);
  g_autofree char *lines = make_config (690, 300);
  g_autofree char *line = make_line (700, 300);
  g_autofree char *large = make_config (10000, 420);

  bench_typing ("usual config", usual);
  bench_typing ("many lines", lines);
  bench_typing ("one line", line);
  bench_typing ("large text", large);
}

int
main (int argc, char **argv)
{
  g_autofree char *sms = g_strnfill (1000000, 'x');
  BenchText text = { sms, strlen (sms) };

  report_config ("a usual config", 8, 60);
  report_config ("many templates", 600, 300);
  report_config ("10,000 templates", 10000, 420);
  report_config ("one long text", 1, 256000);
  bench_report ("count the parts of 1 MB", "g_utf8_to_utf16", count_ours, convert_theirs, &text);
  report_typing ();
  bench_history ();

  return 0;
}
