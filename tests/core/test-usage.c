/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-usage.h"

#include <string.h>

#include "seven-render.h"
#include "seven-sms-text.h"

static const struct
{
  SevenUsageType usage;
  const char *name;
  const char *flow;
  gboolean sent;
  gboolean essential;
} types[] = {
  { SEVEN_USAGE_SIGN_IN, "SignIn", "Sign in with a phone code", TRUE, TRUE },
  { SEVEN_USAGE_REGISTER, "Register", "Sign up with a phone number", TRUE, TRUE },
  { SEVEN_USAGE_FORGOT_PASSWORD, "ForgotPassword", "Password reset", TRUE, TRUE },
  { SEVEN_USAGE_GENERIC, "Generic", "Logto’s Test button", TRUE, TRUE },
  { SEVEN_USAGE_USER_PERMISSION_VALIDATION, "UserPermissionValidation", "Prove it is you", TRUE, FALSE },
  { SEVEN_USAGE_BIND_NEW_IDENTIFIER, "BindNewIdentifier", "Link a new number", TRUE, FALSE },
  { SEVEN_USAGE_MFA_VERIFICATION, "MfaVerification", "Second factor at sign-in", TRUE, FALSE },
  { SEVEN_USAGE_BIND_MFA, "BindMfa", "Turn on SMS as second factor", TRUE, FALSE },
  { SEVEN_USAGE_ORGANIZATION_INVITATION, "OrganizationInvitation", "Sent by email only", FALSE, FALSE },
  { SEVEN_USAGE_TEST, "Test", "Never sent since Logto 1.0", FALSE, FALSE },
};

static void
test_types (void)
{
  guint sent = 0;

  g_assert_cmpuint (G_N_ELEMENTS (types), ==, SEVEN_N_USAGES);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++) {
    SevenUsageType usage = types[i].usage;

    g_assert_cmpstr (seven_usage_get_name (usage), ==, types[i].name);
    g_assert_cmpstr (seven_usage_get_flow (usage), ==, types[i].flow);
    g_assert_cmpint (seven_usage_is_sent (usage), ==, types[i].sent);
    g_assert_cmpint (seven_usage_is_essential (usage), ==, types[i].essential);
    g_assert_cmpint (seven_usage_find (types[i].name), ==, (int) usage);
    sent += types[i].sent ? 1 : 0;
  }
  g_assert_cmpuint (sent, ==, SEVEN_N_FLOWS);
}

static void
test_failures (void)
{
  for (int i = 0; i < SEVEN_N_USAGES; i++) {
    const char *failure = seven_usage_get_failure ((SevenUsageType) i);

    g_assert_cmpint (
        g_str_has_suffix (failure, " in template_not_found"), ==, seven_usage_is_sent ((SevenUsageType) i));
    g_assert_false (g_str_has_suffix (failure, "."));
  }
}

static void
test_standard_texts (void)
{
  for (int i = 0; i < SEVEN_N_USAGES; i++) {
    const char *content = seven_usage_get_standard_text ((SevenUsageType) i);
    const char *placeholder = strstr (content, SEVEN_RENDER_PLACEHOLDER);
    g_autofree char *rendered = seven_render (content, SEVEN_RENDER_SAMPLE_CODE);
    g_autoptr (SevenSmsText) text = seven_sms_text_new (rendered);

    g_assert_nonnull (placeholder);
    g_assert_null (strstr (placeholder + 1, SEVEN_RENDER_PLACEHOLDER));
    g_assert_null (strpbrk (rendered, "{}"));
    g_assert_cmpint (seven_sms_text_get_encoding (text), ==, SEVEN_ENCODING_GSM);
    g_assert_cmpuint (seven_sms_text_get_n_parts (text), ==, 1);
  }
}

static const struct
{
  const char *name;
  int exact;
  int near;
  gboolean case_alone;
} names[] = {
  { "SignIn", SEVEN_USAGE_SIGN_IN, SEVEN_USAGE_SIGN_IN, TRUE },
  { "signin", -1, SEVEN_USAGE_SIGN_IN, TRUE },
  { "SIGNIN", -1, SEVEN_USAGE_SIGN_IN, TRUE },
  { "bindmfa", -1, SEVEN_USAGE_BIND_MFA, TRUE },
  { "test", -1, SEVEN_USAGE_TEST, TRUE },
  { "Sign-In", -1, SEVEN_USAGE_SIGN_IN, FALSE },
  { "sign in", -1, SEVEN_USAGE_SIGN_IN, FALSE },
  { " SignIn ", -1, SEVEN_USAGE_SIGN_IN, FALSE },
  { "SingIn", -1, SEVEN_USAGE_SIGN_IN, FALSE }, /* swapped */
  { "SingnIn", -1, SEVEN_USAGE_SIGN_IN, FALSE },
  { "Registr", -1, SEVEN_USAGE_REGISTER, FALSE },
  { "regsiter", -1, SEVEN_USAGE_REGISTER, FALSE },
  { "Registration", -1, -1, FALSE },
  { "forgot-password", -1, SEVEN_USAGE_FORGOT_PASSWORD, FALSE },
  { "ForgottPasswort", -1, SEVEN_USAGE_FORGOT_PASSWORD, FALSE },
  { "ForgottenPasswort", -1, -1, FALSE },
  { "Genric", -1, SEVEN_USAGE_GENERIC, FALSE },
  { "Generics!!", -1, -1, FALSE },
  { "UserPermissionValidationXY", -1, SEVEN_USAGE_USER_PERMISSION_VALIDATION, FALSE },
  { "UserPermissionValidationXYZ", -1, -1, FALSE },
  { "MFAVerification", -1, SEVEN_USAGE_MFA_VERIFICATION, TRUE },
  { "OrganisationInvitation", -1, SEVEN_USAGE_ORGANIZATION_INVITATION, FALSE },
  { "Tests", -1, SEVEN_USAGE_TEST, FALSE },
  { "Text", -1, SEVEN_USAGE_TEST, FALSE },
  { "Toast", -1, -1, FALSE }, /* two edits are half of a short name */
  { "SignUp", -1, SEVEN_USAGE_REGISTER, FALSE }, /* two edits from SignIn, and the opposite */
  { "sign_up", -1, SEVEN_USAGE_REGISTER, FALSE },
  { "Login", -1, SEVEN_USAGE_SIGN_IN, FALSE },
  { "PasswordReset", -1, SEVEN_USAGE_FORGOT_PASSWORD, FALSE },
  { "ResetPassword", -1, SEVEN_USAGE_FORGOT_PASSWORD, FALSE },
  { "", -1, -1, FALSE },
  { "X", -1, -1, FALSE },
  { "😀", -1, -1, FALSE },
  { "Marketing", -1, -1, FALSE },
  { NULL, -1, -1, FALSE },
};

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    gboolean case_alone = 7;

    g_test_message ("%s", names[i].name ? names[i].name : "(null)");
    g_assert_cmpint (seven_usage_find (names[i].name), ==, names[i].exact);
    g_assert_cmpint (seven_usage_find_near (names[i].name, &case_alone), ==, names[i].near);
    g_assert_cmpint (case_alone, ==, names[i].case_alone);
    g_assert_cmpint (seven_usage_find_near (names[i].name, NULL), ==, names[i].near);
  }
}

static void
test_long_name (void)
{
  g_autofree char *name = g_strnfill (1024 * 1024, 'S');

  g_assert_cmpint (seven_usage_find_near (name, NULL), ==, -1);
}

static const struct
{
  const char *list;
  SevenFlows flows;
  int error; /* SevenUsageError, or -1 */
  const char *words; /* (nullable) in the message */
} lists[] = {
  { "SignIn", 1 << SEVEN_USAGE_SIGN_IN, -1, NULL },
  { "SignIn,Register", 1 << SEVEN_USAGE_SIGN_IN | 1 << SEVEN_USAGE_REGISTER, -1, NULL },
  { " Register , SignIn ", 1 << SEVEN_USAGE_SIGN_IN | 1 << SEVEN_USAGE_REGISTER, -1, NULL },
  { "BindMfa,BindMfa", 1 << SEVEN_USAGE_BIND_MFA, -1, NULL },
  { "SignIn,Register,ForgotPassword,Generic,UserPermissionValidation,BindNewIdentifier,MfaVerification,"
    "BindMfa",
      SEVEN_FLOWS_ALL, -1, NULL },
  { "signin", 0, SEVEN_USAGE_ERROR_UNKNOWN, "“SignIn”" },
  { "SignIn,Nothing", 0, SEVEN_USAGE_ERROR_UNKNOWN, "“Nothing”" },
  { "SignIn,", 0, SEVEN_USAGE_ERROR_UNKNOWN, "“”" },
  { "SignIn;Register", 0, SEVEN_USAGE_ERROR_UNKNOWN, "“SignIn;Register”" },
  { "", 0, -1, NULL },
  { "  ", 0, -1, NULL },
  { ",", 0, SEVEN_USAGE_ERROR_UNKNOWN, "“”" },
  { "Test", 0, SEVEN_USAGE_ERROR_NEVER_SENT, "“Test”" },
  { "SignIn,OrganizationInvitation", 0, SEVEN_USAGE_ERROR_NEVER_SENT, "“OrganizationInvitation”" },
};

static void
test_lists (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_autoptr (GError) error = NULL;
    SevenFlows flows = 0xabc;
    gboolean parsed = seven_flows_parse (lists[i].list, &flows, &error);

    if (lists[i].error < 0) {
      g_assert_no_error (error);
      g_assert_true (parsed);
      g_assert_cmphex (flows, ==, lists[i].flows);
    } else {
      g_assert_error (error, SEVEN_USAGE_ERROR, lists[i].error);
      g_assert_false (parsed);
      g_assert_cmphex (flows, ==, 0xabc);
      g_assert_nonnull (strstr (error->message, lists[i].words));
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/usage/types", test_types);
  g_test_add_func ("/usage/failures", test_failures);
  g_test_add_func ("/usage/standard-texts", test_standard_texts);
  g_test_add_func ("/usage/names", test_names);
  g_test_add_func ("/usage/long-name", test_long_name);
  g_test_add_func ("/usage/lists", test_lists);
  return g_test_run ();
}
