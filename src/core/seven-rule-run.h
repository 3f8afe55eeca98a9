/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-config.h"
#include "seven-problem-private.h"
#include "seven-rules.h"
#include "seven-template-text.h"

G_BEGIN_DECLS

#define SEVEN_MAX_SILENCES 8
/* How many occurrences in one text a rule reports: the fixes see to the rest, and no text can drown the list. */
#define SEVEN_MAX_OCCURRENCES 64

/* One check on its way, and the subject the rules are just being asked about. */
struct _SevenRuleRun
{
  const SevenCheckOptions *options;
  const char *text_start;
  gsize text_length;
  const GError *syntax_error; /* (nullable) */
  SevenRange syntax_place;
  SevenJson *json; /* (nullable) */
  SevenConfig *config; /* (nullable) */
  GPtrArray *problems;
  guint claimed_usages; /* bits of the types that a safe fix has spoken for */

  const SevenRule *rule;
  const SevenJsonValue *value; /* (nullable) where it is missing */
  const SevenJsonValue *parent; /* (nullable) of the subject */
  int template_index; /* -1: none */
  int usage; /* the template's type, or -1 where it is none of Logto's */
  gboolean sent; /* by Logto */
  SevenTemplateText *text; /* (nullable) of a content */
  const char *silences[SEVEN_MAX_SILENCES];
  guint n_silences;
};

void seven_rule_run_all (SevenRuleRun *run);

/* Each returns the problem, owned by the run, for the rule to change its severity or fix where they are not what the
 * row says. advice: (nullable). The first is about the subject as a whole, or its parent's bracket where it is
 * missing; the second about [start, end) of its decoded string; the third about any other place. */
SevenProblem *
seven_rule_run_report (SevenRuleRun *run, const char *advice, const char *format, ...) G_GNUC_PRINTF (3, 4);
SevenProblem *seven_rule_run_report_piece (
    SevenRuleRun *run, SevenRange piece, const char *advice, const char *format, ...) G_GNUC_PRINTF (4, 5);
SevenProblem *seven_rule_run_report_value (SevenRuleRun *run, const SevenJsonValue *value, SevenRange range,
    const char *advice, const char *format, ...) G_GNUC_PRINTF (5, 6);

/* A string of the text as a message can show it: not too long, nothing that a terminal would obey: (transfer full) */
char *seven_rule_show (const SevenJsonValue *string);
char *seven_rule_show_text (const char *text, gsize length);

gboolean seven_rule_run_is_kind (const SevenRuleRun *run, SevenJsonKind kind);

G_END_DECLS
