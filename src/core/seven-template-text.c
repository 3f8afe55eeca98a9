/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-template-text.h"

#include <string.h>

#include "seven-code-scan.h"
#include "seven-render.h"

struct _SevenTemplateText
{
  const char *text; /* borrowed from the JSON, or owned */
  char *owned;
  gsize length;
  gboolean faithful;
  gboolean has_code;
  SevenSmsSize rendered;
  gboolean measured;
};

gboolean
seven_string_has_nul (const SevenJson *json, const SevenJsonValue *string, SevenRange *range)
{
  gsize length;
  const char *text = seven_json_value_get_string (string, &length);

  return text != NULL && memchr (text, '\0', length) != NULL &&
      seven_json_value_get_nul (json, string, 0, range);
}

gboolean
seven_string_has_lone_surrogate (const SevenJson *json, const SevenJsonValue *string, SevenRange *range)
{
  SevenRange whole = seven_json_value_get_range (string);
  gsize length;
  const char *text = seven_json_value_get_string (string, &length);

  /* It is an escape, and reads as U+FFFD. */
  return text != NULL && whole.end - whole.start != length + 2 &&
      g_strstr_len (text, (gssize) length, "\xef\xbf\xbd") != NULL &&
      seven_json_value_get_lone_surrogate (json, string, 0, range);
}

static char *
dup_without_nul (const char *text, gsize length)
{
  char *copy = g_memdup2 (text, length + 1);

  for (gsize i = 0; i < length; i++)
    if (copy[i] == '\0')
      copy[i] = '\1';
  return copy;
}

SevenTemplateText *
seven_template_text_new (const SevenJson *json, const SevenJsonValue *value)
{
  SevenTemplateText *self = g_new0 (SevenTemplateText, 1);

  self->text = seven_json_value_get_string (value, &self->length);
  self->faithful = !seven_string_has_lone_surrogate (json, value, NULL);
  if (memchr (self->text, '\0', self->length) != NULL) {
    self->owned = dup_without_nul (self->text, self->length);
    self->text = self->owned;
    self->faithful = FALSE;
  }
  self->has_code = strstr (self->text, SEVEN_CODE_PLACEHOLDER) != NULL;
  return self;
}

void
seven_template_text_free (SevenTemplateText *self)
{
  if (self == NULL)
    return;
  g_free (self->owned);
  g_free (self);
}

const char *
seven_template_text_get (const SevenTemplateText *self, gsize *length)
{
  if (length != NULL)
    *length = self->length;
  return self->text;
}

gboolean
seven_template_text_is_faithful (const SevenTemplateText *self)
{
  return self->faithful;
}

gboolean
seven_template_text_has_code (const SevenTemplateText *self)
{
  return self->has_code;
}

SevenSmsSize
seven_template_text_measure (const char *content)
{
  g_autofree char *text = seven_render (content, SEVEN_RENDER_SAMPLE_CODE);

  return seven_sms_text_measure (text);
}

const SevenSmsSize *
seven_template_text_get_rendered_size (SevenTemplateText *self)
{
  if (!self->measured)
    self->rendered = seven_template_text_measure (self->text);
  self->measured = TRUE;
  return &self->rendered;
}

static gboolean
is_blank (gunichar c)
{
  return c == 0 || g_unichar_isspace (c) || seven_code_is_zero_width (c);
}

gboolean
seven_text_is_blank (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (!is_blank (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

gboolean
seven_text_is_sendable (const char *content)
{
  return seven_template_text_measure (content).utf16_units <= SEVEN_TEXT_MAX_UNITS;
}
