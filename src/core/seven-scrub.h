/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Keys with fewer bytes than these are not looked for outside their members: they may be words of a text. */
#define SEVEN_SCRUB_LITERAL_SIZE 16

/**
 * SevenScrub:
 *
 * Takes API keys out of texts. First it is shown all texts in which keys may stand, and learns the keys; then it puts
 * the placeholder in the place of everything that stands in a member called like the API key, as
 * seven_export_masked() finds it, and of each key it has learned, wherever it stands.
 */
typedef struct _SevenScrub SevenScrub;

SevenScrub *seven_scrub_new (void);
void seven_scrub_free (SevenScrub *self);
void seven_scrub_learn_key (SevenScrub *self, const char *key);
void seven_scrub_learn (SevenScrub *self, const char *text, gsize length);
GString *seven_scrub_put (SevenScrub *self, const char *text, gsize length);

/* Overwrites what is freed: secrets do not stay in memory that nobody uses. */
void seven_scrub_free_string (GString *string);
void seven_scrub_free_text (char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenScrub, seven_scrub_free)

G_END_DECLS
