/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib-object.h>

#include "seven-range.h"
#include "seven-usage.h"

G_BEGIN_DECLS

/**
 * SevenSeverity:
 * @SEVEN_SEVERITY_ERROR: the connector, Logto or seven will refuse it, or a sign-in will fail or show nonsense
 * @SEVEN_SEVERITY_WARNING: it works, but costs, surprises or fails for some
 * @SEVEN_SEVERITY_INFO: advice
 */
typedef enum
{
  SEVEN_SEVERITY_ERROR,
  SEVEN_SEVERITY_WARNING,
  SEVEN_SEVERITY_INFO,
} SevenSeverity;

/**
 * SevenFixKind:
 * @SEVEN_FIX_NONE: only a person can mend it
 * @SEVEN_FIX_SAFE: the meaning is kept or the intention is certain: may be done unasked
 * @SEVEN_FIX_OFFER: done only when asked
 * @SEVEN_FIX_GO: the program only takes the person there
 */
typedef enum
{
  SEVEN_FIX_NONE,
  SEVEN_FIX_SAFE,
  SEVEN_FIX_OFFER,
  SEVEN_FIX_GO,
} SevenFixKind;

/**
 * SevenProblem:
 *
 * One thing that is wrong with a config, and where. Immutable.
 *
 * Properties, all read-only: rule, message, advice, help, pointer, place (“line 11, column 21”) and fix-label are
 * strings, severity and fix-kind numbers of their enumerations, line and column numbers from 1.
 */
#define SEVEN_TYPE_PROBLEM (seven_problem_get_type ())
G_DECLARE_FINAL_TYPE (SevenProblem, seven_problem, SEVEN, PROBLEM, GObject)

/**
 * seven_problem_get_rule:
 *
 * Returns: the public name of the rule, never translated: “sender-missing”
 */
const char *seven_problem_get_rule (SevenProblem *self);

/**
 * seven_problem_get_severity:
 *
 * Returns: how bad it is, in this very place
 */
SevenSeverity seven_problem_get_severity (SevenProblem *self);

/**
 * seven_problem_get_message:
 *
 * Returns: one plain, translated sentence that says what is wrong
 */
const char *seven_problem_get_message (SevenProblem *self);

/**
 * seven_problem_get_advice:
 *
 * Returns: (nullable): one translated sentence that says what to do
 */
const char *seven_problem_get_advice (SevenProblem *self);

/**
 * seven_problem_get_help:
 *
 * Returns: why it is a problem, translated, with its source
 */
const char *seven_problem_get_help (SevenProblem *self);

/**
 * seven_problem_get_pointer:
 *
 * Returns: the RFC 6901 pointer of the value concerned; of the parent where a member is missing
 */
const char *seven_problem_get_pointer (SevenProblem *self);

/**
 * seven_problem_get_range:
 *
 * Returns: the piece of the text concerned, in bytes
 */
SevenRange seven_problem_get_range (SevenProblem *self);

/**
 * seven_problem_get_start:
 *
 * Returns: line and column of the first character of the piece, both from 1
 */
SevenPosition seven_problem_get_start (SevenProblem *self);

/**
 * seven_problem_get_end:
 *
 * Returns: the end of the piece, exclusive
 */
SevenPosition seven_problem_get_end (SevenProblem *self);

/**
 * seven_problem_get_fix_kind:
 *
 * Returns: whether there is a fix for this very problem, and whether it may be done unasked
 */
SevenFixKind seven_problem_get_fix_kind (SevenProblem *self);

/**
 * seven_problem_get_fix_label:
 *
 * Returns: (nullable): the translated verb for the button, NULL where there is no fix
 */
const char *seven_problem_get_fix_label (SevenProblem *self);

/**
 * seven_problem_get_template:
 *
 * Returns: the index of the template concerned, or -1
 */
int seven_problem_get_template (SevenProblem *self);

/**
 * seven_problem_get_usage:
 *
 * Returns: the [enum@SevenUsageType] of an uncovered flow, or -1
 */
int seven_problem_get_usage (SevenProblem *self);

/**
 * seven_severity_get_name:
 *
 * Returns: “error”, “warning” or “info”, never translated
 */
const char *seven_severity_get_name (SevenSeverity severity);

/**
 * seven_severity_get_label:
 *
 * Returns: a translated heading: “Error”
 */
const char *seven_severity_get_label (SevenSeverity severity);

G_END_DECLS
