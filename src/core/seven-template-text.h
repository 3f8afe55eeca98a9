/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-json.h"
#include "seven-sms-text.h"

G_BEGIN_DECLS

/* The text of a template's content, and what several rules want to know of it: worked out once, when first asked. */
typedef struct _SevenTemplateText SevenTemplateText;

SevenTemplateText *seven_template_text_new (const SevenJson *json, const SevenJsonValue *value);
void seven_template_text_free (SevenTemplateText *self);
/* The decoded string without NUL: U+0001 stands where one was, so that offsets stay. */
const char *seven_template_text_get (const SevenTemplateText *self, gsize *length);
/* Whether the decoded string is the string: neither NUL nor a lone surrogate in it. */
gboolean seven_template_text_is_faithful (const SevenTemplateText *self);
gboolean seven_template_text_has_code (const SevenTemplateText *self);
/* As people receive it, with a code of six digits. */
const SevenSmsSize *seven_template_text_get_rendered_size (SevenTemplateText *self);
/* The size of another content as people would receive it. */
SevenSmsSize seven_template_text_measure (const char *content);

/* The first \u0000, or the first half of a character, that a string has: range: (out) (optional): in the text. A name
 * or a string value; cheap where there is none. */
gboolean seven_string_has_nul (const SevenJson *json, const SevenJsonValue *string, SevenRange *range);
gboolean
seven_string_has_lone_surrogate (const SevenJson *json, const SevenJsonValue *string, SevenRange *range);

/* Nothing to be seen in it: blanks, characters of no width, NUL. */
gboolean seven_text_is_blank (const char *text, gsize length);
/* Whether people can receive it: rendered, at most 1520 UTF-16 code units, as the gateway allows. */
gboolean seven_text_is_sendable (const char *content);

/* seven's limit, in UTF-16 code units of the rendered text */
#define SEVEN_TEXT_MAX_UNITS 1520

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenTemplateText, seven_template_text_free)

G_END_DECLS
