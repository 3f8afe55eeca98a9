/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-gateway.h"
#include "seven-key.h"

G_BEGIN_DECLS

/* What the commands share that call a gateway: which one, with which key, for how long, and Ctrl+C. */
typedef struct
{
  const char *command; /* as misuse names it */
  char *gateway; /* as named; (nullable): the default */
  SevenKeyOptions key_options;
  int timeout; /* seconds */

  char *base_url; /* (nullable): the sandbox */
  gboolean live; /* real people, real money */
  char *key; /* (nullable): none is wanted */
  SevenGateway *service; /* (nullable) until the first exchange */
  gboolean interrupted; /* by Ctrl+C, or an end that was asked for */
  struct _SevenRemoteRun *run; /* (nullable): what runs just now */
  guint n_guards;
  guint on_interrupt;
  guint on_terminate;
} SevenRemote;

/* Rows for the options that all of them have. @description: what --gateway says in the help. */
#define SEVEN_REMOTE_GATEWAY(self, description) \
  { \
    "gateway", 0, 0, G_OPTION_ARG_STRING, &(self)->gateway, description, N_ ("GATEWAY") \
  }
#define SEVEN_REMOTE_KEY_FILE(self) \
  SEVEN_KEY_FILE (&(self)->key_options, N_ ("Use the API key that this file holds"))
#define SEVEN_REMOTE_KEYRING(self) SEVEN_KEY_KEYRING (&(self)->key_options)
#define SEVEN_REMOTE_TIMEOUT(self) \
  { \
    "timeout", 0, 0, G_OPTION_ARG_INT, &(self)->timeout, N_ ("How many seconds to wait (20 by default)"), \
        N_ ("SECONDS") \
  }

void seven_remote_init (SevenRemote *self, const char *command);
void seven_remote_clear (SevenRemote *self);
/* What the options ask for; @otherwise: the gateway where none is named. SEVEN_EXIT_OK, or what was said of them. */
int seven_remote_choose (SevenRemote *self, const char *otherwise);
/* As seven_key_find() finds it, but none for the sandbox. @file, @input: (nullable): no config is named. As above. */
int seven_remote_find_key (SevenRemote *self, const char *file, const SevenInput *input);

/* Between these two Ctrl+C is noted, also while nothing runs, and does not end the program. */
void seven_remote_guard (SevenRemote *self);
void seven_remote_unguard (SevenRemote *self);
/* One exchange, to its end or to Ctrl+C; @timeout: seconds. */
SevenExchange *seven_remote_exchange (SevenRemote *self, SevenRequest *request, guint timeout);
/* FALSE: it was cut short by Ctrl+C. */
gboolean seven_remote_wait (SevenRemote *self, guint milliseconds);
/* @error: (nullable): of a reader of answers. A refusal, or nothing of what was asked for, is a no. */
int seven_remote_get_exit_status (const GError *error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SevenRemote, seven_remote_clear)

G_END_DECLS
