/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-key-keeper-private.h"

#include <glib/gi18n-lib.h>

static const char *
get_kept_message (SevenKeyKeeper *self)
{
  g_autofree char *key = seven_key_keeper_dup_text_key (self);

  if (key != NULL)
    return _ ("The keyring holds another key; the one that is typed here is used");
  if (self->surely_unsaved)
    return _ ("The key is in the keyring now. The file still holds it until you save.");
  if (self->unsaved)
    return _ ("The key is in the keyring now. The file may still hold it until you save.");

  return _ ("The file holds a placeholder instead of the key");
}

static const char *
get_wanted_message (SevenKeyKeeper *self)
{
  g_autofree char *key = seven_key_keeper_dup_text_key (self);

  if (key == NULL)
    return _ ("Enter the key: it moves to the keyring when you save");

  return _ ("The key moves to the keyring when you save");
}

/* What is being asked for; NULL: nothing is. */
static const char *
get_busy_message (SevenKeyKeeper *self)
{
  switch (seven_key_keeper_get_call (self)) {
  case SEVEN_KEEPING_LOOK_UP:
    return _ ("Looking for the key in the keyring…");
  case SEVEN_KEEPING_STORE:
    return _ ("Putting the key into the keyring…");
  case SEVEN_KEEPING_REMOVE:
    return _ ("Taking the key out of the keyring…");
  case SEVEN_KEEPING_GIVE_BACK:
    return _ ("Nothing was saved: putting the keyring back to what it was…");
  case SEVEN_KEEPING_NONE:
  default:
    return NULL;
  }
}

char *
seven_key_keeper_dup_message (SevenKeyKeeper *self)
{
  const char *busy = get_busy_message (self);

  if (busy != NULL)
    return g_strdup (busy);
  if (self->fault != NULL && self->failed == SEVEN_KEEPING_REMOVE)
    /* Translators: %s is what went wrong, a sentence or two. */
    return g_strdup_printf (
        _ ("The key stands in the text again, but the keyring still has it, too. %s"), self->fault);
  if (self->fault != NULL && self->failed == SEVEN_KEEPING_GIVE_BACK)
    /* Translators: %s is what went wrong, a sentence or two. */
    return g_strdup_printf (
        _ ("Nothing was saved, but the keyring already has the key for that file. %s"), self->fault);
  if (self->fault != NULL)
    return g_strdup (self->fault);
  if (seven_key_keeper_is_kept (self))
    return g_strdup (get_kept_message (self));
  if (self->wanted)
    return g_strdup (get_wanted_message (self));
  if (self->returned)
    return g_strdup (_ ("The key stands in the text again and has left the keyring"));

  return g_strdup (_ ("The file then holds a placeholder instead of the key"));
}

const char *
seven_key_keeper_get_offer_title (SevenKeyKeeper *self)
{
  return seven_key_keeper_is_kept (self) ? _ ("Replace the key in the keyring with this one?")
                                         : _ ("Keep this key in the keyring, not in the file?");
}

const char *
seven_key_keeper_get_offer_label (SevenKeyKeeper *self)
{
  /* Translators: buttons below a question about the API key. */
  return seven_key_keeper_is_kept (self) ? _ ("_Replace") : _ ("_Keep");
}
