/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-key-keeper.h"
#include "seven-shown.h"

G_BEGIN_DECLS

typedef enum
{
  SEVEN_KEEPING_NONE,
  SEVEN_KEEPING_LOOK_UP,
  SEVEN_KEEPING_STORE,
  SEVEN_KEEPING_REMOVE,
  SEVEN_KEEPING_GIVE_BACK,
} SevenKeeping;

/* What the keyring is being asked for. */
typedef struct _SevenKeepingCall SevenKeepingCall;

/* How it was before a save that has not ended yet, or whose changes the keyring has not taken back. */
typedef struct
{
  char *uri; /* what is saved */
  char *displaced; /* (nullable): what the keyring had for it */
  char *stored_uri; /* (nullable): where the key lay */
  char *stored_key; /* (nullable): what lay there */
  char *text_key; /* (nullable): what stood in the text */
} SevenKeyMove;

struct _SevenKeyKeeper
{
  GObject parent_instance;

  SevenDocument *document;
  SevenKeyStore *store; /* (nullable) */
  SevenShown *shown;

  gboolean wanted;
  gboolean declined; /* the offer, for this document */
  gboolean to_look_up; /* as soon as it is known whether the text has a key */
  gboolean unsaved;
  gboolean surely_unsaved; /* unsaved, and the text was that of the file */
  gboolean returned; /* the key has come back into the text */
  char *stored_uri; /* (nullable): where the key lies in the keyring */
  SevenKeyMove *move; /* (nullable) */

  SevenKeepingCall *call; /* (nullable) (borrowed): the one under way */
  SevenKeeping failed; /* what to try again */
  char *fault; /* (nullable) */
};

gboolean seven_key_keeper_is_kept (SevenKeyKeeper *self);
/* (nullable): the usable key of the text as it is now. */
char *seven_key_keeper_dup_text_key (SevenKeyKeeper *self);
void seven_key_keeper_refresh (SevenKeyKeeper *self);
/* Puts the kept key back into the text. FALSE: it cannot be. */
gboolean seven_key_keeper_bring_back (SevenKeyKeeper *self);

/* seven-key-keeper-calls.c */
SevenKeeping seven_key_keeper_get_call (SevenKeyKeeper *self);
/* Looks the key up, now or once the text has been checked. */
void seven_key_keeper_look_up_when_known (SevenKeyKeeper *self);
/* save: (nullable) (transfer full): what returns when it is done; what it displaces is noted. */
void seven_key_keeper_store (SevenKeyKeeper *self, const char *uri, const char *key, GTask *save);
void seven_key_keeper_remove (SevenKeyKeeper *self);
/* What a save has displaced, that came to nothing. */
void seven_key_keeper_give_back (SevenKeyKeeper *self);
/* Whatever is under way counts no more. */
void seven_key_keeper_drop_call (SevenKeyKeeper *self);

/* seven-key-keeper-save.c */
void seven_key_move_free (SevenKeyMove *self);
/* displaced: (inout) (nullable): taken from there. */
void seven_key_keeper_note_move (SevenKeyKeeper *self, const char *uri, char **displaced);

/* seven-key-keeper-words.c */
char *seven_key_keeper_dup_message (SevenKeyKeeper *self);
const char *seven_key_keeper_get_offer_title (SevenKeyKeeper *self);
const char *seven_key_keeper_get_offer_label (SevenKeyKeeper *self);

G_END_DECLS
