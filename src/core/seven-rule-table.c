/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-rule-table.h"

#include <glib/gi18n-lib.h>

#include "seven-mend.h"
#include "seven-rules-autofill.h"
#include "seven-rules-content.h"
#include "seven-rules-json.h"
#include "seven-rules-key.h"
#include "seven-rules-members.h"
#include "seven-rules-sender.h"
#include "seven-rules-templates.h"
#include "seven-rules-text.h"
#include "seven-rules-usage.h"

/* Adding a rule: one row here, one function in seven-rules-….c. */
static const SevenRule rules[] = {
  {
      .name = "json-syntax",
      .scope = SEVEN_SCOPE_SYNTAX,
      .severity = SEVEN_SEVERITY_ERROR,
      .silences = "*",
      .fix = SEVEN_FIX_NONE,
      .fix_label = N_ ("Fix"),
      .check = seven_rule_json_syntax,
      .mend = seven_mend_json_syntax,
      .help =
          N_ ("Logto reads the config with JSON.parse, which takes strict JSON (RFC 8259): one value, with "
              "straight double "
              "quotation marks, without comments, trailing commas or a byte-order mark."),
  },
  {
      .name = "json-duplicate-member",
      .scope = SEVEN_SCOPE_TREE,
      .severity = SEVEN_SEVERITY_WARNING,
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Remove"),
      .check = seven_rule_json_duplicate_member,
      .mend = seven_mend_json_duplicate_member,
      .help = N_ ("JSON.parse keeps the last of several members with one name. Logto’s database keeps no "
                  "repeated members, so the "
                  "others are gone once the config is saved."),
  },
  {
      .name = "json-lone-surrogate",
      .scope = SEVEN_SCOPE_TREE,
      .severity = SEVEN_SEVERITY_ERROR,
      .fix = SEVEN_FIX_NONE,
      .check = seven_rule_json_lone_surrogate,
      .help = N_ ("Logto 1.42 stores the config as PostgreSQL’s jsonb, which refuses half a character."),
  },
  {
      .name = "json-nul",
      .scope = SEVEN_SCOPE_TREE,
      .severity = SEVEN_SEVERITY_ERROR,
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Remove"),
      .check = seven_rule_json_nul,
      .mend = seven_mend_json_nul,
      .help = N_ ("Logto 1.42 stores the config as PostgreSQL’s jsonb, which refuses \\u0000."),
  },
  {
      .name = "not-an-object",
      .scope = SEVEN_SCOPE_ROOT,
      .severity = SEVEN_SEVERITY_ERROR,
      .silences = "*",
      .fix = SEVEN_FIX_NONE,
      .check = seven_rule_not_an_object,
      .help = N_ (
          "The published connector’s guard takes an object with apiKey, templates and, if you like, from."),
  },
  {
      .name = "member-unknown",
      .scope = SEVEN_SCOPE_MEMBERS,
      .severity = SEVEN_SEVERITY_INFO,
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Rename"),
      .check = seven_rule_member_unknown,
      .mend = seven_mend_member_unknown,
      .help = N_ ("The published connector’s guard lets unknown members pass, and nothing reads them. It "
                  "knows apiKey, from and "
                  "templates, and usageType and content in a template."),
  },
  {
      .name = "api-key-missing",
      .scope = SEVEN_SCOPE_KEY_VALUE,
      .severity = SEVEN_SEVERITY_ERROR,
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Add"),
      .check = seven_rule_api_key_missing,
      .mend = seven_mend_api_key_missing,
      .help = N_ ("The published connector’s guard demands apiKey. Logto’s Test then answers "
                  "connector.invalid_config; where a key "
                  "was saved before, Logto’s page keeps it."),
  },
  {
      .name = "api-key-not-string",
      .scope = SEVEN_SCOPE_KEY_VALUE,
      .severity = SEVEN_SEVERITY_ERROR,
      .fix = SEVEN_FIX_NONE,
      .check = seven_rule_api_key_not_string,
      .help =
          N_ ("The published connector’s guard demands a string. Logto answers connector.invalid_config."),
  },
  {
      .name = "api-key-empty",
      .scope = SEVEN_SCOPE_KEY,
      .severity = SEVEN_SEVERITY_ERROR,
      .silences = "*",
      .fix = SEVEN_FIX_GO,
      .fix_label = N_ ("Go to Key"),
      .check = seven_rule_api_key_empty,
      .help = N_ ("Logto 1.42 removes empty strings when it saves a config, so apiKey is then missing and "
                  "every send ends in "
                  "connector.invalid_config."),
  },
  {
      .name = "api-key-placeholder",
      .scope = SEVEN_SCOPE_KEY,
      .severity = SEVEN_SEVERITY_WARNING,
      .fix = SEVEN_FIX_GO,
      .fix_label = N_ ("Go to Key"),
      .check = seven_rule_api_key_placeholder,
      .help = N_ ("Logto’s page merges what you paste over the saved config: a placeholder overwrites the "
                  "live key, and every "
                  "sign-in by SMS stops."),
  },
  {
      .name = "api-key-character",
      .scope = SEVEN_SCOPE_KEY,
      .severity = SEVEN_SEVERITY_ERROR,
      .fix = SEVEN_FIX_NONE,
      .check = seven_rule_api_key_character,
      .help = N_ ("The key travels in the header X-Api-Key. A header carries no line breaks and no "
                  "characters beyond Latin-1 "
                  "(RFC 9110, section 5.5)."),
  },
  {
      .name = "api-key-whitespace",
      .scope = SEVEN_SCOPE_KEY,
      .severity = SEVEN_SEVERITY_WARNING,
      .fix = SEVEN_FIX_SAFE,
      .fix_label = N_ ("Trim"),
      .check = seven_rule_api_key_whitespace,
      .mend = seven_mend_api_key_whitespace,
      .help = N_ ("The connector’s client leaves spaces at the ends out when it sends the key, so the key "
                  "works. Other programs "
                  "that you give it to may not do that."),
  },
  {
      .name = "sender-not-string",
      .scope = SEVEN_SCOPE_SENDER_VALUE,
      .severity = SEVEN_SEVERITY_ERROR,
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Remove"),
      .check = seven_rule_sender_not_string,
      .mend = seven_mend_sender_not_string,
      .help = N_ ("The published connector’s guard takes a string or no from at all; null is refused too. "
                  "Logto answers "
                  "connector.invalid_config."),
  },
  {
      .name = "sender-missing",
      .scope = SEVEN_SCOPE_SENDER_VALUE,
      .severity = SEVEN_SEVERITY_WARNING,
      .silences = "*",
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Add"),
      .check = seven_rule_sender_missing,
      .mend = seven_mend_sender_missing,
      .help = N_ ("Without from the published connector sends “from=undefined”. Logto 1.42 removes an empty "
                  "from when it saves, "
                  "which comes to the same."),
  },
  {
      .name = "sender-placeholder",
      .scope = SEVEN_SCOPE_SENDER,
      .severity = SEVEN_SEVERITY_WARNING,
      .silences = "*",
      .fix = SEVEN_FIX_GO,
      .fix_label = N_ ("Go to Sender"),
      .check = seven_rule_sender_placeholder,
      .help = N_ ("The value comes from seven’s sample config. seven refuses it with return code 201."),
  },
  {
      .name = "sender-blank",
      .scope = SEVEN_SCOPE_SENDER,
      .severity = SEVEN_SEVERITY_ERROR,
      .silences = "sender-not-portable",
      .fix = SEVEN_FIX_NONE,
      .check = seven_rule_sender_blank,
      .help = N_ ("seven’s client libraries remove / . - @ _ ! ( ) + $ , & and spaces before they look at a "
                  "sender; nothing is left "
                  "of this one."),
  },
  {
      .name = "sender-too-long",
      .scope = SEVEN_SCOPE_SENDER,
      .severity = SEVEN_SEVERITY_ERROR,
      .fix = SEVEN_FIX_NONE,
      .check = seven_rule_sender_too_long,
      .help = N_ ("seven’s API documentation: at most 11 alphanumeric or 16 numeric characters, else return "
                  "code 201."),
  },
  {
      .name = "sender-character",
      .scope = SEVEN_SCOPE_SENDER,
      .severity = SEVEN_SEVERITY_ERROR,
      .silences = "sender-not-portable",
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Fix"),
      .check = seven_rule_sender_character,
      .mend = seven_mend_sender_character,
      .help = N_ ("seven’s client libraries take A–Z, a–z and 0–9 besides / . - @ _ ! ( ) + $ , & and "
                  "spaces: no umlauts, no other "
                  "alphabets. seven answers with return code 201."),
  },
  {
      .name = "sender-not-portable",
      .scope = SEVEN_SCOPE_SENDER,
      .severity = SEVEN_SEVERITY_INFO,
      .fix = SEVEN_FIX_NONE,
      .check = seven_rule_sender_not_portable,
      .help = N_ ("Every network takes senders of at most 11 letters, digits, spaces and + - _ &, with at "
                  "least one letter. Some "
                  "replace or refuse others, and some countries replace any name."),
  },
  {
      .name = "templates-missing",
      .scope = SEVEN_SCOPE_TEMPLATES,
      .severity = SEVEN_SEVERITY_ERROR,
      .silences = "usage-uncovered",
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Add"),
      .check = seven_rule_templates_missing,
      .mend = seven_mend_templates,
      .help =
          N_ ("The published connector’s guard demands templates. Logto answers connector.invalid_config."),
  },
  {
      .name = "templates-not-array",
      .scope = SEVEN_SCOPE_TEMPLATES,
      .severity = SEVEN_SEVERITY_ERROR,
      .silences = "usage-uncovered",
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Fix"),
      .check = seven_rule_templates_not_array,
      .mend = seven_mend_templates,
      .help =
          N_ ("The published connector’s guard demands an array. Logto answers connector.invalid_config."),
  },
  {
      .name = "templates-empty",
      .scope = SEVEN_SCOPE_TEMPLATES,
      .severity = SEVEN_SEVERITY_ERROR,
      .silences = "usage-uncovered",
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Add"),
      .check = seven_rule_templates_empty,
      .mend = seven_mend_templates,
      .help = N_ ("Logto 1.42 removes empty arrays when it saves a config, so templates is then missing and "
                  "every send ends in "
                  "connector.invalid_config."),
  },
  {
      .name = "usage-uncovered",
      .scope = SEVEN_SCOPE_TEMPLATES,
      .severity = SEVEN_SEVERITY_ERROR,
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Add"),
      .check = seven_rule_usage_uncovered,
      .mend = seven_mend_usage_uncovered,
      .help = N_ ("The connector takes the first template whose usageType is exactly the type Logto asks "
                  "for; there is no fallback "
                  "to Generic. Without one Logto 1.42 answers connector.template_not_found."),
  },
  {
      .name = "template-not-object",
      .scope = SEVEN_SCOPE_TEMPLATE,
      .severity = SEVEN_SEVERITY_ERROR,
      .fix = SEVEN_FIX_NONE,
      .check = seven_rule_template_not_object,
      .help = N_ ("The published connector’s guard demands objects with the strings usageType and content. "
                  "Logto answers "
                  "connector.invalid_config for the whole config."),
  },
  {
      .name = "usage-missing",
      .scope = SEVEN_SCOPE_USAGE_VALUE,
      .severity = SEVEN_SEVERITY_ERROR,
      .fix = SEVEN_FIX_NONE,
      .check = seven_rule_usage_missing,
      .help = N_ ("The published connector’s guard demands usageType in every template. Logto answers "
                  "connector.invalid_config for "
                  "the whole config."),
  },
  {
      .name = "usage-not-string",
      .scope = SEVEN_SCOPE_USAGE_VALUE,
      .severity = SEVEN_SEVERITY_ERROR,
      .fix = SEVEN_FIX_NONE,
      .check = seven_rule_usage_not_string,
      .help = N_ ("The published connector’s guard demands a string. Logto answers connector.invalid_config "
                  "for the whole config."),
  },
  {
      .name = "usage-empty",
      .scope = SEVEN_SCOPE_USAGE,
      .severity = SEVEN_SEVERITY_ERROR,
      .silences = "usage-unknown",
      .fix = SEVEN_FIX_GO,
      .fix_label = N_ ("Go to Usage Type"),
      .check = seven_rule_usage_empty,
      .help = N_ ("Logto 1.42 removes empty strings when it saves a config. The template then has no "
                  "usageType, and every send ends "
                  "in connector.invalid_config."),
  },
  {
      .name = "usage-unknown",
      .scope = SEVEN_SCOPE_USAGE,
      .severity = SEVEN_SEVERITY_WARNING,
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Fix"),
      .check = seven_rule_usage_unknown,
      .mend = seven_mend_usage_unknown,
      .help = N_ ("Logto 1.42 asks for SignIn, Register, ForgotPassword, Generic, UserPermissionValidation, "
                  "BindNewIdentifier, "
                  "MfaVerification and BindMfa; the connector compares exactly, capitals included."),
  },
  {
      .name = "usage-never-sent",
      .scope = SEVEN_SCOPE_USAGE,
      .severity = SEVEN_SEVERITY_INFO,
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Fix"),
      .check = seven_rule_usage_never_sent,
      .mend = seven_mend_usage_never_sent,
      .help = N_ ("Test has not been sent since Logto 1.0 (March 2023): the Test button of Logto’s page asks "
                  "for Generic. "
                  "OrganizationInvitation goes out by email only."),
  },
  {
      .name = "usage-duplicate",
      .scope = SEVEN_SCOPE_USAGE,
      .severity = SEVEN_SEVERITY_WARNING,
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Remove"),
      .check = seven_rule_usage_duplicate,
      .mend = seven_mend_usage_duplicate,
      .help = N_ ("The connector takes the first template of a type and never reaches the others."),
  },
  {
      .name = "content-missing",
      .scope = SEVEN_SCOPE_CONTENT_VALUE,
      .severity = SEVEN_SEVERITY_ERROR,
      .fix = SEVEN_FIX_NONE,
      .check = seven_rule_content_missing,
      .help = N_ ("The published connector’s guard demands content in every template. Logto answers "
                  "connector.invalid_config for "
                  "the whole config."),
  },
  {
      .name = "content-not-string",
      .scope = SEVEN_SCOPE_CONTENT_VALUE,
      .severity = SEVEN_SEVERITY_ERROR,
      .fix = SEVEN_FIX_NONE,
      .check = seven_rule_content_not_string,
      .help = N_ ("The published connector’s guard demands a string. Logto answers connector.invalid_config "
                  "for the whole config."),
  },
  {
      .name = "content-empty",
      .scope = SEVEN_SCOPE_CONTENT,
      .severity = SEVEN_SEVERITY_ERROR,
      .silences = "*",
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Fix"),
      .check = seven_rule_content_empty,
      .mend = seven_mend_standard_text,
      .help = N_ (
          "Logto 1.42 removes empty strings when it saves a config. The template then has no content, and "
          "every send ends "
          "in connector.invalid_config. A blank text reaches seven, which refuses it with return code 305."),
  },
  {
      .name = "content-placeholder",
      .scope = SEVEN_SCOPE_CONTENT,
      .severity = SEVEN_SEVERITY_ERROR,
      .silences = "*",
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Fix"),
      .check = seven_rule_content_placeholder,
      .mend = seven_mend_standard_text,
      .help = N_ ("The value comes from seven’s sample config. The connector sends a text as it stands."),
  },
  {
      .name = "code-near-miss",
      .scope = SEVEN_SCOPE_CONTENT,
      .severity = SEVEN_SEVERITY_ERROR,
      .silences = "code-missing placeholder-literal",
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Fix"),
      .check = seven_rule_code_near_miss,
      .mend = seven_mend_code_near_miss,
      .help = N_ ("The connector replaces every exact {{code}} and nothing else; capitals and spaces make a "
                  "difference."),
  },
  {
      .name = "code-missing",
      .scope = SEVEN_SCOPE_CONTENT,
      .severity = SEVEN_SEVERITY_ERROR,
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Add"),
      .check = seven_rule_code_missing,
      .mend = seven_mend_code_missing,
      .help = N_ ("The connector replaces every exact {{code}} and nothing else. Without one nobody can sign "
                  "in with this message."),
  },
  {
      .name = "placeholder-literal",
      .scope = SEVEN_SCOPE_CONTENT,
      .severity = SEVEN_SEVERITY_WARNING,
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Remove"),
      .check = seven_rule_placeholder_literal,
      .mend = seven_mend_placeholder_literal,
      .help = N_ ("For an SMS Logto 1.42 hands over a code and the languages, and the connector replaces "
                  "{{code}} only."),
  },
  {
      .name = "text-unicode",
      .scope = SEVEN_SCOPE_CONTENT,
      .severity = SEVEN_SEVERITY_WARNING,
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Fix"),
      .check = seven_rule_text_unicode,
      .mend = seven_mend_text_unicode,
      .help = N_ ("3GPP TS 23.038: one character outside the GSM alphabet turns the whole message into "
                  "UCS-2, and a part then holds "
                  "70 characters instead of 160. seven bills each part."),
  },
  {
      .name = "text-not-normalized",
      .scope = SEVEN_SCOPE_CONTENT,
      .severity = SEVEN_SEVERITY_WARNING,
      .fix = SEVEN_FIX_SAFE,
      .fix_label = N_ ("Fix"),
      .check = seven_rule_text_not_normalized,
      .mend = seven_mend_text_not_normalized,
      .help = N_ ("The Unicode standard, annex 15: in normalization form C a letter and its accent are one "
                  "character. The GSM "
                  "alphabet of 3GPP TS 23.038 has letters with accents, but no accents by themselves."),
  },
  {
      .name = "text-line-ending",
      .scope = SEVEN_SCOPE_CONTENT,
      .severity = SEVEN_SEVERITY_WARNING,
      .fix = SEVEN_FIX_SAFE,
      .fix_label = N_ ("Fix"),
      .check = seven_rule_text_line_ending,
      .mend = seven_mend_text_line_ending,
      .help = N_ ("Carriage return is a character of its own in the GSM alphabet (3GPP TS 23.038) and is "
                  "counted. It also spoils the "
                  "last line that phones read the code from."),
  },
  {
      .name = "text-too-long",
      .scope = SEVEN_SCOPE_CONTENT,
      .severity = SEVEN_SEVERITY_ERROR,
      .silences = "text-several-parts",
      .fix = SEVEN_FIX_NONE,
      .check = seven_rule_text_too_long,
      .help = N_ ("seven’s API documentation: a text has at most 1520 characters, else return code 401."),
  },
  {
      .name = "text-several-parts",
      .scope = SEVEN_SCOPE_CONTENT,
      .severity = SEVEN_SEVERITY_WARNING,
      .fix = SEVEN_FIX_NONE,
      .check = seven_rule_text_several_parts,
      .help = N_ ("3GPP TS 23.038 and 23.040: one part holds 160 GSM or 70 Unicode characters, each of "
                  "several 153 or 67. seven "
                  "bills each part."),
  },
  {
      .name = "text-link",
      .scope = SEVEN_SCOPE_CONTENT,
      .severity = SEVEN_SEVERITY_WARNING,
      .fix = SEVEN_FIX_NONE,
      .check = seven_rule_text_link,
      .help = N_ ("Carriers filter messages with links, and those with shorteners first of all. A code needs "
                  "no link; the last line "
                  "“@host #{{code}}” is none."),
  },
  {
      .name = "text-minutes",
      .scope = SEVEN_SCOPE_CONTENT,
      .severity = SEVEN_SEVERITY_INFO,
      .fix = SEVEN_FIX_NONE,
      .check = seven_rule_text_minutes,
      .help = N_ ("In Logto 1.42 a code lives 10 minutes unless the tenant sets 1 to 60 minutes. NIST SP "
                  "800-63B allows at most 10."),
  },
  {
      .name = "autofill-near-miss",
      .scope = SEVEN_SCOPE_CONTENT,
      .severity = SEVEN_SEVERITY_WARNING,
      .fix = SEVEN_FIX_OFFER,
      .fix_label = N_ ("Fix"),
      .check = seven_rule_autofill_near_miss,
      .mend = seven_mend_autofill_near_miss,
      .help = N_ ("WICG, “Origin-bound one-time codes delivered via SMS”, which Safari and Chromium follow: "
                  "the last line is @, the "
                  "host alone, one space, # and the code, with white space or nothing behind it."),
  },
};

const SevenRule *
seven_rule_table_get (guint *n_rules)
{
  *n_rules = G_N_ELEMENTS (rules);
  return rules;
}
