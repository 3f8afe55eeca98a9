/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-input.h"

G_BEGIN_DECLS

/* Where the options say that the API key is. */
typedef struct
{
  char *file; /* (nullable) */
  gboolean keyring;
} SevenKeyOptions;

/* Rows for these options. @description: what --api-key-file says in the help. */
#define SEVEN_KEY_FILE(self, description) \
  { \
    "api-key-file", 0, 0, G_OPTION_ARG_FILENAME, &(self)->file, description, N_ ("FILE") \
  }
#define SEVEN_KEY_KEYRING(self) \
  { \
    "keyring", 0, 0, G_OPTION_ARG_NONE, &(self)->keyring, \
        N_ ("Use the API key that the keyring has for the file"), NULL \
  }

void seven_key_options_clear (SevenKeyOptions *self);
/*
 * The key, from the first of these places: --api-key-file, --keyring, SEVEN_API_KEY, the config. What an option names
 * has to have it. @config, @input: (nullable): no config is named. *key: (nullable): the last two have none either.
 * SEVEN_EXIT_OK, or what was said: SEVEN_EXIT_NO_ANSWER where the keyring has not answered, also by Ctrl+C.
 */
int seven_key_find (const SevenKeyOptions *options, const char *command, const char *config,
    const SevenInput *input, char **key);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SevenKeyOptions, seven_key_options_clear)

G_END_DECLS
