/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-usage.h"

#include <string.h>

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;
  const char *flow;
  const char *failure;
  const char *text;
  gboolean essential;
} Usage;

static const Usage usages[SEVEN_N_USAGES] = {
  [SEVEN_USAGE_SIGN_IN] = {
      "SignIn",
      /* Translators: what a usage type of Logto is for. */
      N_ ("Sign in with a phone code"),
      /* Translators: what happens without a template; template_not_found is Logto's error and stays. */
      N_ ("Signing in with a phone code ends in template_not_found"),
      /* Translators: the text of an SMS. Keep {{code}} as it is, use no characters outside GSM-7, and keep it
       * short: it must fit into 160 characters. */
      N_ ("{{code}} is your sign-in code."),
      TRUE,
  },
  [SEVEN_USAGE_REGISTER] = {
      "Register",
      N_ ("Sign up with a phone number"),
      N_ ("Signing up with a phone number ends in template_not_found"),
      /* Translators: the text of an SMS, GSM-7 characters only; {{code}} stays. */
      N_ ("{{code}} is your code to create an account."),
      TRUE,
  },
  [SEVEN_USAGE_FORGOT_PASSWORD] = {
      "ForgotPassword",
      N_ ("Password reset"),
      N_ ("Resetting a password by phone ends in template_not_found"),
      /* Translators: the text of an SMS, GSM-7 characters only; {{code}} stays. */
      N_ ("{{code}} is your code to reset your password."),
      TRUE,
  },
  [SEVEN_USAGE_GENERIC] = {
      "Generic",
      N_ ("Logto’s Test button"),
      N_ ("Logto’s Test button and codes requested through its Management API end in template_not_found"),
      /* Translators: the text of an SMS, GSM-7 characters only; {{code}} stays. */
      N_ ("{{code}} is your verification code."),
      TRUE,
  },
  [SEVEN_USAGE_USER_PERMISSION_VALIDATION] = {
      "UserPermissionValidation",
      N_ ("Prove it is you"),
      N_ ("Proving in the account center that it is you ends in template_not_found"),
      /* Translators: the text of an SMS, GSM-7 characters only; {{code}} stays. */
      N_ ("{{code}} is your code to confirm it is you."),
      FALSE,
  },
  [SEVEN_USAGE_BIND_NEW_IDENTIFIER] = {
      "BindNewIdentifier",
      N_ ("Link a new number"),
      N_ ("Linking a new phone number in the account center ends in template_not_found"),
      /* Translators: the text of an SMS, GSM-7 characters only; {{code}} stays. */
      N_ ("{{code}} is your code to link this number."),
      FALSE,
  },
  [SEVEN_USAGE_MFA_VERIFICATION] = {
      "MfaVerification",
      N_ ("Second factor at sign-in"),
      N_ ("The second factor by SMS at sign-in ends in template_not_found"),
      /* Translators: the text of an SMS, GSM-7 characters only; {{code}} stays. */
      N_ ("{{code}} is your second-step code."),
      FALSE,
  },
  [SEVEN_USAGE_BIND_MFA] = {
      "BindMfa",
      N_ ("Turn on SMS as second factor"),
      N_ ("Turning on SMS as second factor ends in template_not_found"),
      /* Translators: the text of an SMS, GSM-7 characters only; {{code}} stays. */
      N_ ("{{code}} is your code to turn on SMS as second step."),
      FALSE,
  },
  [SEVEN_USAGE_ORGANIZATION_INVITATION] = {
      "OrganizationInvitation",
      N_ ("Sent by email only"),
      N_ ("Nothing fails without it: Logto sends invitations by email only"),
      /* Translators: the text of an SMS, GSM-7 characters only; {{code}} stays. */
      N_ ("{{code}} is your invitation code."),
      FALSE,
  },
  [SEVEN_USAGE_TEST] = {
      "Test",
      N_ ("Never sent since Logto 1.0"),
      N_ ("Nothing fails without it: Logto has not sent it since version 1.0"),
      /* Translators: the text of an SMS, GSM-7 characters only; {{code}} stays. */
      N_ ("{{code}} is your test code."),
      FALSE,
  },
};

/* Other words for the same, which edits alone would not find, or would take for another type (SignUp for SignIn). */
static const struct
{
  const char *word;
  SevenUsageType usage;
} other_words[] = {
  { "login", SEVEN_USAGE_SIGN_IN },
  { "passwordreset", SEVEN_USAGE_FORGOT_PASSWORD },
  { "resetpassword", SEVEN_USAGE_FORGOT_PASSWORD },
  { "signup", SEVEN_USAGE_REGISTER },
};

/* The longest name, and room for two letters more: what is longer is near none of them. */
#define NEAR_LENGTH 26

G_DEFINE_QUARK (seven-usage-error-quark, seven_usage_error);

static gboolean
is_usage (int usage)
{
  return usage >= 0 && usage < SEVEN_N_USAGES;
}

const char *
seven_usage_get_name (SevenUsageType usage)
{
  g_return_val_if_fail (is_usage ((int) usage), NULL);

  return usages[usage].name;
}

const char *
seven_usage_get_flow (SevenUsageType usage)
{
  g_return_val_if_fail (is_usage ((int) usage), NULL);

  return _ (usages[usage].flow);
}

const char *
seven_usage_get_failure (SevenUsageType usage)
{
  g_return_val_if_fail (is_usage ((int) usage), NULL);

  return _ (usages[usage].failure);
}

const char *
seven_usage_get_standard_text (SevenUsageType usage)
{
  g_return_val_if_fail (is_usage ((int) usage), NULL);

  return _ (usages[usage].text);
}

const char *
seven_usage_get_english_text (SevenUsageType usage)
{
  g_return_val_if_fail (is_usage ((int) usage), NULL);

  return usages[usage].text;
}

gboolean
seven_usage_is_sent (SevenUsageType usage)
{
  g_return_val_if_fail (is_usage ((int) usage), FALSE);

  return usage < SEVEN_N_FLOWS;
}

gboolean
seven_usage_is_essential (SevenUsageType usage)
{
  g_return_val_if_fail (is_usage ((int) usage), FALSE);

  return usages[usage].essential;
}

int
seven_usage_find (const char *name)
{
  for (int i = 0; i < SEVEN_N_USAGES; i++) {
    if (g_strcmp0 (usages[i].name, name) == 0)
      return i;
  }
  return -1;
}

static int
find_ignoring_case (const char *name)
{
  for (int i = 0; i < SEVEN_N_USAGES; i++) {
    if (g_ascii_strcasecmp (usages[i].name, name) == 0)
      return i;
  }
  return -1;
}

static int
find_other_word (const char *name)
{
  char word[NEAR_LENGTH + 1];
  gsize length = 0;

  for (const char *at = name; *at != '\0'; at++) {
    if (g_ascii_isalnum (*at))
      word[length++] = g_ascii_tolower (*at);
  }
  word[length] = '\0';

  for (gsize i = 0; i < G_N_ELEMENTS (other_words); i++) {
    if (strcmp (other_words[i].word, word) == 0)
      return (int) other_words[i].usage;
  }
  return -1;
}

/* Damerau-Levenshtein (optimal string alignment), ignoring case; both at most NEAR_LENGTH bytes. */
static guint
count_edits (const char *one, const char *other)
{
  guint rows[NEAR_LENGTH + 1][NEAR_LENGTH + 1];
  gsize n = strlen (one), m = strlen (other);

  for (gsize i = 0; i <= n; i++)
    rows[i][0] = (guint) i;
  for (gsize j = 0; j <= m; j++)
    rows[0][j] = (guint) j;

  for (gsize i = 1; i <= n; i++) {
    for (gsize j = 1; j <= m; j++) {
      char a = g_ascii_tolower (one[i - 1]), b = g_ascii_tolower (other[j - 1]);
      guint edits = rows[i - 1][j - 1] + (a != b);

      edits = MIN (edits, MIN (rows[i - 1][j], rows[i][j - 1]) + 1);
      if (i > 1 && j > 1 && a == g_ascii_tolower (other[j - 2]) && b == g_ascii_tolower (one[i - 2]))
        edits = MIN (edits, rows[i - 2][j - 2] + 1);
      rows[i][j] = edits;
    }
  }
  return rows[n][m];
}

static int
find_by_edits (const char *name)
{
  int nearest = -1;
  guint fewest = G_MAXUINT;

  for (int i = 0; i < SEVEN_N_USAGES; i++) {
    gssize longer = (gssize) strlen (name) - (gssize) strlen (usages[i].name);
    guint allowed = strlen (usages[i].name) <= 5 ? 1 : 2;
    guint edits;

    if (ABS (longer) > (gssize) allowed)
      continue;
    edits = count_edits (usages[i].name, name);
    if (edits <= allowed && edits < fewest) {
      nearest = i;
      fewest = edits;
    }
  }
  return nearest;
}

int
seven_usage_find_near (const char *name, gboolean *case_alone)
{
  int found;

  if (case_alone)
    *case_alone = FALSE;
  if (!name || strlen (name) > NEAR_LENGTH)
    return -1;

  found = find_ignoring_case (name);
  if (found >= 0) {
    if (case_alone)
      *case_alone = TRUE;
    return found;
  }

  found = find_other_word (name);
  return found >= 0 ? found : find_by_edits (name);
}

static void
set_unknown_error (const char *name, GError **error)
{
  int near = seven_usage_find_near (name, NULL);

  if (near >= 0)
    g_set_error (error, SEVEN_USAGE_ERROR, SEVEN_USAGE_ERROR_UNKNOWN,
        _ ("“%s” is not a usage type of Logto; perhaps “%s” is meant."), name, usages[near].name);
  else
    g_set_error (
        error, SEVEN_USAGE_ERROR, SEVEN_USAGE_ERROR_UNKNOWN, _ ("“%s” is not a usage type of Logto."), name);
}

gboolean
seven_flows_parse (const char *list, SevenFlows *flows, GError **error)
{
  g_auto (GStrv) names = NULL;
  SevenFlows parsed = 0;

  g_return_val_if_fail (list != NULL, FALSE);
  g_return_val_if_fail (flows != NULL, FALSE);

  names = g_strsplit (list + strspn (list, " \t"), ",", -1);
  for (gsize i = 0; names[i]; i++) {
    const char *name = g_strstrip (names[i]);
    int usage = seven_usage_find (name);

    if (usage < 0) {
      set_unknown_error (name, error);
      return FALSE;
    }
    if (!seven_usage_is_sent ((SevenUsageType) usage)) {
      g_set_error (
          error, SEVEN_USAGE_ERROR, SEVEN_USAGE_ERROR_NEVER_SENT, _ ("Logto never sends “%s” by SMS."), name);
      return FALSE;
    }
    parsed |= 1u << usage;
  }

  *flows = parsed;
  return TRUE;
}
