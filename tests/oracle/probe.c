/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

/* What the oracles ask: one question a line, "MODE BASE64 [BASE64…]"; one line of JSON answers it. */

#include "seven-config.h"
#include "seven-gateway.h"
#include "seven-outcome.h"
#include "seven-render.h"
#include "seven-sms-text.h"

#include <stdio.h>
#include <string.h>

#define MAX_ARGUMENTS 4

typedef struct
{
  char *data[MAX_ARGUMENTS];
  gsize length[MAX_ARGUMENTS];
} Arguments;

static void
append_string (GString *out, const char *string, gssize length)
{
  g_autofree char *quoted = seven_json_quote (string, length);

  g_string_append (out, quoted);
}

/* One value again as JSON: decoded strings quoted anew, numbers by their value. */
static void
append_value (GString *out, const SevenJsonValue *value)
{
  gsize length;
  const char *string;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean is_object;

  switch (seven_json_value_get_kind (value)) {
  case SEVEN_JSON_NULL:
    g_string_append (out, "null");
    return;
  case SEVEN_JSON_BOOLEAN:
    g_string_append (out, seven_json_value_get_boolean (value) ? "true" : "false");
    return;
  case SEVEN_JSON_NUMBER:
    /* As a string: JSON cannot say infinity, which JSON.parse makes of 1e999. */
    g_ascii_formatd (buffer, sizeof buffer, "%.17g", seven_json_value_get_number (value));
    g_string_append_printf (out, "{\"number\":\"%s\"}", buffer);
    return;
  case SEVEN_JSON_STRING:
    string = seven_json_value_get_string (value, &length);
    append_string (out, string, (gssize) length);
    return;
  case SEVEN_JSON_ARRAY:
  case SEVEN_JSON_OBJECT:
  default:
    break;
  }

  /* An object as {"members": [[name, value], …]}: order and repetition stay visible. */
  is_object = seven_json_value_get_kind (value) == SEVEN_JSON_OBJECT;
  g_string_append (out, is_object ? "{\"members\":[" : "[");
  for (guint i = 0; i < seven_json_value_get_n_children (value); i++) {
    g_string_append (out, i > 0 ? "," : "");
    if (is_object) {
      string = seven_json_value_get_string (seven_json_value_get_name (value, i), &length);
      g_string_append_c (out, '[');
      append_string (out, string, (gssize) length);
      g_string_append_c (out, ',');
    }
    append_value (out, seven_json_value_get_child (value, i));
    g_string_append (out, is_object ? "]" : "");
  }
  g_string_append (out, is_object ? "]}" : "]");
}

static void
answer_json (GString *out, const Arguments *arguments)
{
  g_autoptr (SevenJson) json =
      seven_json_parse (arguments->data[0], (gssize) arguments->length[0], NULL, NULL);

  if (json == NULL) {
    g_string_append (out, "{\"accepted\":false}");
    return;
  }

  g_string_append (out, "{\"accepted\":true,\"value\":");
  append_value (out, seven_json_get_root (json));
  g_string_append_c (out, '}');
}

static void
answer_guard (GString *out, const Arguments *arguments)
{
  g_autoptr (SevenConfig) config =
      seven_config_parse (arguments->data[0], (gssize) arguments->length[0], NULL, NULL);

  g_string_append (out, config != NULL && seven_config_is_accepted (config) ? "true" : "false");
}

static void
answer_render (GString *out, const Arguments *arguments)
{
  g_autofree char *text = seven_render (arguments->data[0], arguments->data[1]);

  append_string (out, text, -1);
}

static void
answer_sms (GString *out, const Arguments *arguments)
{
  g_autoptr (SevenSmsText) sms = seven_sms_text_new (arguments->data[0]);

  g_string_append_printf (out, "{\"encoding\":\"%s\",\"units\":%u,\"parts\":%u}",
      seven_encoding_get_name (seven_sms_text_get_encoding (sms)), seven_sms_text_get_units (sms),
      seven_sms_text_get_n_parts (sms));
}

static void
answer_body (GString *out, const Arguments *arguments)
{
  g_autoptr (SevenRequest) request =
      seven_request_new_send ("key", arguments->data[0], arguments->data[1], arguments->data[2]);

  append_string (out, seven_request_get_body (request), -1);
}

static void
answer_outcome (GString *out, const Arguments *arguments)
{
  g_autoptr (SevenOutcome) outcome =
      seven_outcome_new_for_reply (arguments->data[0], arguments->length[0], 200);

  append_string (out, seven_logto_verdict_get_name (seven_outcome_get_logto_verdict (outcome)), -1);
}

static void
answer_alphabet (GString *out, const Arguments *arguments)
{
  guint septets = 0;
  gunichar character = (gunichar) g_ascii_strtoull (arguments->data[0], NULL, 16);

  g_string_append_printf (out, "%u", seven_gsm7_contains (character, &septets) ? septets : 0);
}

static const struct
{
  const char *name;
  void (*answer) (GString *out, const Arguments *arguments);
} modes[] = {
  { "json", answer_json },
  { "guard", answer_guard },
  { "render", answer_render },
  { "sms", answer_sms },
  { "body", answer_body },
  { "outcome", answer_outcome },
  { "alphabet", answer_alphabet },
};

static gboolean
answer (char *line)
{
  g_auto (GStrv) words = g_strsplit (g_strchomp (line), " ", -1);
  g_autoptr (GString) out = g_string_new (NULL);
  Arguments arguments = { 0 };
  gboolean known = FALSE;

  for (guint i = 0; i < MAX_ARGUMENTS; i++) {
    gboolean given = i + 1 < g_strv_length (words);
    gsize length = 0;
    g_autofree guchar *bytes = given ? g_base64_decode (words[i + 1], &length) : NULL;

    /* A NUL behind the bytes, for those who read a C string. */
    arguments.data[i] = g_malloc0 (length + 1);
    arguments.length[i] = length;
    if (length > 0)
      memcpy (arguments.data[i], bytes, length);
  }

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    if (g_str_equal (words[0], modes[i].name)) {
      modes[i].answer (out, &arguments);
      known = TRUE;
    }

  for (guint i = 0; i < MAX_ARGUMENTS; i++)
    g_free (arguments.data[i]);
  if (known)
    printf ("%s\n", out->str);

  return known;
}

int
main (void)
{
  g_autoptr (GIOChannel) channel = g_io_channel_unix_new (0);

  g_io_channel_set_encoding (channel, NULL, NULL);
  while (TRUE) {
    g_autofree char *line = NULL;

    if (g_io_channel_read_line (channel, &line, NULL, NULL, NULL) != G_IO_STATUS_NORMAL)
      return 0;
    if (!answer (line))
      return 2;
  }
}
