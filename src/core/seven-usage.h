/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SevenUsageType:
 * @SEVEN_USAGE_SIGN_IN: sign in with a phone code
 * @SEVEN_USAGE_REGISTER: sign up with a phone number
 * @SEVEN_USAGE_FORGOT_PASSWORD: password reset by phone
 * @SEVEN_USAGE_GENERIC: the Test button of Logto's connector page, and its Management API
 * @SEVEN_USAGE_USER_PERMISSION_VALIDATION: account centre: prove it is you
 * @SEVEN_USAGE_BIND_NEW_IDENTIFIER: account centre: link a new phone number
 * @SEVEN_USAGE_MFA_VERIFICATION: second factor by SMS at sign-in
 * @SEVEN_USAGE_BIND_MFA: turn on SMS as second factor
 * @SEVEN_USAGE_ORGANIZATION_INVITATION: never by SMS
 * @SEVEN_USAGE_TEST: never since Logto 1.0
 *
 * The usage types Logto knows, in the order in which the console shows them. The first eight are sent by SMS.
 * Source: Logto 1.42 and connector-kit 5.1.
 */
typedef enum
{
  SEVEN_USAGE_SIGN_IN,
  SEVEN_USAGE_REGISTER,
  SEVEN_USAGE_FORGOT_PASSWORD,
  SEVEN_USAGE_GENERIC,
  SEVEN_USAGE_USER_PERMISSION_VALIDATION,
  SEVEN_USAGE_BIND_NEW_IDENTIFIER,
  SEVEN_USAGE_MFA_VERIFICATION,
  SEVEN_USAGE_BIND_MFA,
  SEVEN_USAGE_ORGANIZATION_INVITATION,
  SEVEN_USAGE_TEST,
} SevenUsageType;

/**
 * SEVEN_N_FLOWS:
 *
 * The usage types that are sent by SMS; each serves one flow of Logto.
 */
#define SEVEN_N_FLOWS 8

/**
 * SEVEN_N_USAGES:
 *
 * All usage types.
 */
#define SEVEN_N_USAGES 10

/**
 * SevenFlows:
 *
 * A set of flows: bit n stands for usage type n.
 */
typedef guint SevenFlows;

/**
 * SEVEN_FLOWS_ALL:
 *
 * Every flow that is served by SMS.
 */
#define SEVEN_FLOWS_ALL ((SevenFlows) 0xff)

/**
 * SEVEN_USAGE_ERROR:
 *
 * Error domain of lists of usage types.
 */
#define SEVEN_USAGE_ERROR (seven_usage_error_quark ())
GQuark seven_usage_error_quark (void);

/**
 * SevenUsageError:
 * @SEVEN_USAGE_ERROR_UNKNOWN: not a usage type of Logto
 * @SEVEN_USAGE_ERROR_NEVER_SENT: a usage type that Logto never sends by SMS
 *
 * What can be wrong with a list of usage types.
 */
typedef enum
{
  SEVEN_USAGE_ERROR_UNKNOWN,
  SEVEN_USAGE_ERROR_NEVER_SENT,
} SevenUsageError;

/**
 * seven_usage_get_name:
 * @usage: a usage type
 *
 * Returns: the name as it stands in the JSON ("SignIn"); never translated
 */
const char *seven_usage_get_name (SevenUsageType usage);

/**
 * seven_usage_get_flow:
 * @usage: a usage type
 *
 * Returns: the flow it serves, as a short translated phrase (“Sign in with a phone code”), or why it serves none
 */
const char *seven_usage_get_flow (SevenUsageType usage);

/**
 * seven_usage_get_failure:
 * @usage: a usage type
 *
 * Returns: what happens without a template of this type, as a translated sentence without its full stop
 */
const char *seven_usage_get_failure (SevenUsageType usage);

/**
 * seven_usage_get_standard_text:
 * @usage: a usage type
 *
 * A short text to begin with, in the language of the program: GSM-7, one part, with one `{{code}}`.
 *
 * Returns: the content of a template
 */
const char *seven_usage_get_standard_text (SevenUsageType usage);

/**
 * seven_usage_get_english_text:
 * @usage: a usage type
 *
 * Returns: the same text untranslated
 */
const char *seven_usage_get_english_text (SevenUsageType usage);

/**
 * seven_usage_is_sent:
 * @usage: a usage type
 *
 * Returns: whether Logto ever sends it by SMS
 */
gboolean seven_usage_is_sent (SevenUsageType usage);

/**
 * seven_usage_is_essential:
 * @usage: a usage type
 *
 * Returns: whether a missing template of this type is an error; for the other flows it is a warning
 */
gboolean seven_usage_is_essential (SevenUsageType usage);

/**
 * seven_usage_find:
 * @name: (nullable): a name
 *
 * Compares exactly and case-sensitively, as the connector does.
 *
 * Returns: the usage type, or -1 where @name is none
 */
int seven_usage_find (const char *name);

/**
 * seven_usage_find_near:
 * @name: (nullable): a name
 * @case_alone: (out) (optional): whether it differs in the case of letters alone, or not at all
 *
 * The usage type that a name is meant to be: the same but for case; else one or two edits away (a letter added,
 * left out, changed, or two swapped; one edit for names of five letters and fewer); else a common other word for it.
 *
 * Returns: the usage type, or -1 where none is near
 */
int seven_usage_find_near (const char *name, gboolean *case_alone);

/**
 * seven_flows_parse:
 * @list: names of usage types with commas between them; blanks around them do not count
 * @flows: (out): the flows they serve; untouched on failure
 * @error: return location
 *
 * Reads a list such as "SignIn,Register". An empty one is a list of no flows.
 *
 * Returns: %FALSE with %SEVEN_USAGE_ERROR_UNKNOWN or %SEVEN_USAGE_ERROR_NEVER_SENT for the first name that is no
 *   usage type, or one that is never sent
 */
gboolean seven_flows_parse (const char *list, SevenFlows *flows, GError **error);

G_END_DECLS
