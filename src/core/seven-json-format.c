/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-json-layout.h"

#include <string.h>

typedef struct
{
  const SevenJsonLayout *layout;
  GString *text;
  guint depth;
} Writer;

static void
break_line (Writer *self)
{
  g_string_append (self->text, self->layout->newline);
  g_string_append (self->text, self->layout->base);
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, self->layout->indent);
}

static void
write_space (Writer *self, const char *in_one_line)
{
  if (self->layout->broken)
    break_line (self);
  else
    g_string_append (self->text, in_one_line);
}

static const char *
get_padding (const SevenJsonLayout *layout, char bracket)
{
  return bracket == '{' || bracket == '}' ? layout->object_padding : layout->array_padding;
}

static gsize
measure_token (const char *token)
{
  gsize length = 1;

  if (*token != '"')
    return strcspn (token, " \t\r\n,:]}");
  while (token[length] != '"')
    length += token[length] == '\\' ? 2 : 1;

  return length + 1;
}

static const char *
skip_blanks (const char *at)
{
  return at + strspn (at, " \t\r\n");
}

/* An empty array or object stays in one piece. */
static const char *
write_opening (Writer *self, const char *at)
{
  const char *next = skip_blanks (at + 1);

  g_string_append_c (self->text, *at);
  if (*next == '}' || *next == ']') {
    g_string_append_c (self->text, *next);
    return next + 1;
  }
  self->depth++;
  write_space (self, get_padding (self->layout, *at));

  return at + 1;
}

static const char *
write_token (Writer *self, const char *at)
{
  gsize length = 1;

  switch (*at) {
  case '{':
  case '[':
    return write_opening (self, at);
  case '}':
  case ']':
    self->depth--;
    write_space (self, get_padding (self->layout, *at));
    g_string_append_c (self->text, *at);
    break;
  case ',':
    g_string_append_c (self->text, ',');
    write_space (self, self->layout->gap);
    break;
  case ':':
    g_string_append (self->text, self->layout->colon);
    break;
  default:
    length = measure_token (at);
    g_string_append_len (self->text, at, (gssize) length);
  }

  return at + length;
}

/*
 * seven_json_layout_apply:
 * @self: how
 * @json: what
 *
 * Returns: (transfer full): the tokens of the text set anew, without a line end behind them; no token is rewritten
 */
char *
seven_json_layout_apply (const SevenJsonLayout *self, const SevenJson *json)
{
  Writer writer = { .layout = self, .text = g_string_new (NULL) };
  const char *at;

  for (at = skip_blanks (seven_json_get_text (json, NULL)); *at != '\0'; at = skip_blanks (at))
    at = write_token (&writer, at);

  return g_string_free (writer.text, FALSE);
}

/**
 * seven_json_format:
 * @self: the text
 * @indent: what a level is indented by, such as two blanks
 * @newline: the line ending
 *
 * Sets the tokens anew, one element or member a line; no token is rewritten. The result ends in @newline.
 *
 * Returns: (transfer full): the new text
 */
char *
seven_json_format (const SevenJson *self, const char *indent, const char *newline)
{
  SevenJsonLayout layout = {
    .broken = TRUE, .newline = newline, .base = "", .indent = indent, .colon = ": "
  };
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (indent != NULL, NULL);
  g_return_val_if_fail (newline != NULL, NULL);

  text = seven_json_layout_apply (&layout, self);

  return g_strconcat (text, newline, NULL);
}
