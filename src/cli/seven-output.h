/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-input.h"
#include "seven-outcome.h"
#include "seven-sms-text.h"

G_BEGIN_DECLS

/* One JSON document on standard output. Takes the builder's root. */
void seven_output_json (JsonBuilder *builder);
/* Bytes as they are. */
void seven_output_text (const char *text);
/* The text for people, every control character but the line feed as its picture. */
char *seven_output_dup_shown (const char *text);
/* A line for people: control characters, which could steer a terminal, are shown, not obeyed. */
void seven_output_line (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* "FILE:LINE:COLUMN: severity: message [rule]" and the advice below it; to_stderr: where standard output is taken. */
void seven_output_problem (const char *file, SevenProblem *problem, gboolean to_stderr);
/* "FILE: message" on standard error. */
void seven_output_file_error (const char *file, const GError *error);

/* Members of the object that is open: a string or null, a number or null. */
void seven_output_add_string (JsonBuilder *builder, const char *name, const char *value);
void seven_output_add_number (JsonBuilder *builder, const char *name, double value); /* NAN: null */
void seven_output_add_count (JsonBuilder *builder, const char *name, gint64 value); /* below 0: null */
void seven_output_add_code (JsonBuilder *builder, const char *name, int code); /* no code: null */

/* The members of a send's JSON; predicted: (nullable); delivery: (nullable): seven's word of the report. */
void
seven_output_outcome_json (const SevenOutcome *outcome, const SevenSmsText *predicted, const char *delivery);
void seven_output_outcome_text (const SevenOutcome *outcome, const SevenSmsText *predicted);
/* What is said where no template has the type. Returns SEVEN_EXIT_NO. */
int seven_output_no_template (const char *file, const char *usage, gboolean json);
/* What is said where the text is no config. Returns SEVEN_EXIT_NO. */
int seven_output_obstacle (const char *file, SevenProblem *obstacle, gboolean json);

G_END_DECLS
