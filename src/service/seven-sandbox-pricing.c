/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-calling-code.h"
#include "seven-country.h"
#include "seven-json.h"
#include "seven-sandbox-account.h"

/* The calling code whose main country this is; NULL where it shares another country's. */
static const char *
find_prefix (const char *country)
{
  for (guint i = 0; i < seven_calling_code_get_n (); i++) {
    const SevenCallingCode *code = seven_calling_code_get (i);
    const char *digits = seven_calling_code_get_digits (code);

    if (g_strcmp0 (seven_calling_code_get_country (code, digits), country) == 0)
      return digits;
  }
  return NULL;
}

static void
add_country (JsonBuilder *builder, const char *country)
{
  const char *prefix = find_prefix (country);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "countryCode");
  json_builder_add_string_value (builder, country);
  json_builder_set_member_name (builder, "countryName");
  json_builder_add_string_value (builder, seven_country_get_name (country));
  json_builder_set_member_name (builder, "countryPrefix");
  json_builder_add_string_value (builder, prefix != NULL ? prefix : "");
  json_builder_set_member_name (builder, "networks");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "mcc");
  json_builder_add_string_value (builder, "001");
  json_builder_set_member_name (builder, "mncs");
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, "01");
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "networkName");
  json_builder_add_string_value (builder, "Sandbox");
  json_builder_set_member_name (builder, "price");
  json_builder_add_double_value (builder, (double) SEVEN_SANDBOX_PART_PRICE / 1000.0);
  json_builder_set_member_name (builder, "features");
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, "alpha");
  json_builder_add_string_value (builder, "numeric");
  json_builder_add_string_value (builder, "dlr");
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "comment");
  json_builder_add_string_value (builder, "");
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* Only one country at a time: the sandbox has the same price everywhere. */
void
seven_sandbox_answer_pricing (SevenSandboxAnswer *answer, const char *name)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *country = g_ascii_strup (name != NULL ? name : "", -1);
  int n = seven_country_get_name (country) != NULL ? 1 : 0;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "countCountries");
  json_builder_add_int_value (builder, n);
  json_builder_set_member_name (builder, "countNetworks");
  json_builder_add_int_value (builder, n);
  json_builder_set_member_name (builder, "countries");
  json_builder_begin_array (builder);
  if (n > 0)
    add_country (builder, country);
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  node = json_builder_get_root (builder);
  answer->action = SEVEN_SANDBOX_REPLY;
  answer->status = 200;
  answer->type = "application/json";
  answer->body = seven_json_print (node);
}
