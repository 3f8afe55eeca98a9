/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-config.h"
#include "seven-json-edit.h"
#include "seven-problem.h"

G_BEGIN_DECLS

/**
 * SevenCheckOptions:
 * @flows: the flows in use in this tenant: a missing template is advice for the others
 * @key_in_keyring: a key for this document is kept elsewhere, so the placeholder in the text is well
 */
typedef struct
{
  SevenFlows flows;
  gboolean key_in_keyring;
} SevenCheckOptions;

/**
 * SevenCheck:
 *
 * What a check of a text found. Immutable and reference counted (atomic): it may be made in one thread and used
 * in another.
 */
typedef struct _SevenCheck SevenCheck;

/**
 * seven_check_text:
 * @text: the text, which may hold any bytes
 * @length: its length in bytes, or -1 where it is NUL-terminated
 * @options: (nullable): NULL: all flows are in use, no key is kept elsewhere
 *
 * Asks every rule about a text. Never fails: a text that is no JSON has one problem, `json-syntax`. Takes time in
 * proportion to the length.
 *
 * Returns: (transfer full): what was found
 */
SevenCheck *seven_check_text (const char *text, gssize length, const SevenCheckOptions *options);

/**
 * seven_check_ref:
 * @self: a check
 *
 * Returns: (transfer full): @self
 */
SevenCheck *seven_check_ref (SevenCheck *self);

/**
 * seven_check_unref:
 * @self: (transfer full): a check
 */
void seven_check_unref (SevenCheck *self);

/**
 * seven_check_get_config:
 *
 * Returns: (transfer none) (nullable): the config, NULL where the text is no JSON
 */
SevenConfig *seven_check_get_config (const SevenCheck *self);

/**
 * seven_check_get_problems:
 *
 * Returns: (transfer none) (element-type SevenProblem): in the order of their places, errors first at the same place
 */
GPtrArray *seven_check_get_problems (const SevenCheck *self);

/**
 * seven_check_count:
 *
 * Returns: how many problems there are of this severity
 */
guint seven_check_count (const SevenCheck *self, SevenSeverity severity);

/**
 * seven_check_get_flow_template:
 * @flow: one of the eight types that Logto sends by SMS
 *
 * Returns: the template that serves it, as the connector finds it, or -1
 */
int seven_check_get_flow_template (const SevenCheck *self, SevenUsageType flow);

/**
 * seven_check_count_covered_flows:
 *
 * Returns: how many of the eight flows have a template, in use or not
 */
guint seven_check_count_covered_flows (const SevenCheck *self);

/**
 * seven_check_fix:
 * @problem: one of its problems
 *
 * Works out what mends a problem. Works for `json-syntax` too.
 *
 * Returns: (transfer full) (nullable): the splice of the checked text; NULL where there is nothing to change by itself
 *   (%SEVEN_FIX_NONE, %SEVEN_FIX_GO), or @problem is of another check
 */
SevenSplice *seven_check_fix (const SevenCheck *self, SevenProblem *problem);

/**
 * seven_check_fix_all_safe:
 * @options: (nullable): those of the check
 * @n_fixed: (out) (optional): how many problems were mended
 *
 * Does all safe fixes, those too that other fixes bring to light, until none is left.
 *
 * Returns: (transfer full) (nullable): the new text, or NULL where nothing changes
 */
char *seven_check_fix_all_safe (const SevenCheck *self, const SevenCheckOptions *options, guint *n_fixed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenCheck, seven_check_unref)

G_END_DECLS
