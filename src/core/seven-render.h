/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SEVEN_RENDER_PLACEHOLDER:
 *
 * What the connector replaces by the code: exactly these bytes, in any number of places.
 */
#define SEVEN_RENDER_PLACEHOLDER "{{code}}"

/**
 * SEVEN_RENDER_SAMPLE_CODE:
 *
 * The six digits that stand for a code where none was chosen.
 */
#define SEVEN_RENDER_SAMPLE_CODE "123456"

/**
 * SEVEN_RENDER_LOGTO_TEST_CODE:
 *
 * The code that the Test button of Logto's connector page always sends.
 */
#define SEVEN_RENDER_LOGTO_TEST_CODE "000000"

/**
 * seven_render:
 * @content: the text of a template
 * @code: what to put in, as it is
 *
 * Replaces every exact `{{code}}` and nothing else, as the published connector does. Other placeholders and near
 * misses stay as they stand; what was put in is not looked at again. Works in linear time.
 *
 * Returns: (transfer full): the text that is sent
 */
char *seven_render (const char *content, const char *code);

G_END_DECLS
