/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-key-keeper-private.h"

#include <string.h>

/* Below this many characters somebody is still typing. */
#define MIN_OFFER 8

G_DEFINE_FINAL_TYPE (SevenKeyKeeper, seven_key_keeper, G_TYPE_OBJECT)

enum
{
  PROP_0,
  /* Refreshed after every change. */
  PROP_BUSY,
  PROP_CHANGEABLE,
  PROP_FAILED,
  PROP_FIELD,
  PROP_KEPT,
  PROP_MESSAGE,
  PROP_OFFER,
  PROP_OFFER_LABEL,
  PROP_OFFER_TITLE,
  PROP_STANDS_IN,
  PROP_UNSAVED,
  PROP_WANTED,
  N_DERIVED,
  PROP_AVAILABLE = N_DERIVED,
  PROP_DOCUMENT,
  PROP_KEY_STORE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

gboolean
seven_key_keeper_is_kept (SevenKeyKeeper *self)
{
  gboolean kept;

  g_object_get (self->document, "key-stored", &kept, NULL);
  return kept;
}

static gboolean
get_document_flag (SevenKeyKeeper *self, const char *property)
{
  gboolean flag;

  g_object_get (self->document, property, &flag, NULL);
  return flag;
}

static char *
dup_api_key (SevenKeyKeeper *self)
{
  char *key;

  g_object_get (self->document, "api-key", &key, NULL);
  return key;
}

char *
seven_key_keeper_dup_text_key (SevenKeyKeeper *self)
{
  SevenConfig *config = seven_document_get_config (self->document);
  g_autoptr (SevenConfig) parsed = NULL;
  const char *text;
  gsize length;

  if (get_document_flag (self, "checking")) {
    text = seven_document_get_text (self->document, &length);
    parsed = seven_config_parse (text, (gssize) length, NULL, NULL);
    config = parsed;
  }

  return config != NULL ? seven_config_dup_usable_api_key (config) : NULL;
}

static gboolean
is_changeable (SevenKeyKeeper *self)
{
  return self->store != NULL && self->call == NULL && get_document_flag (self, "valid") &&
      get_document_flag (self, "api-key-editable");
}

static gboolean
has_offer (SevenKeyKeeper *self)
{
  g_autofree char *key = NULL;

  if (!is_changeable (self) || self->fault != NULL)
    return FALSE;
  if (!seven_key_keeper_is_kept (self) && (self->wanted || self->declined || self->returned))
    return FALSE;
  key = seven_key_keeper_dup_text_key (self);
  return key != NULL && strlen (key) >= MIN_OFFER;
}

/* The keyring's key stands for a field in which nothing else stands. */
static gboolean
stands_in (SevenKeyKeeper *self)
{
  g_autofree char *key = dup_api_key (self);

  return seven_key_keeper_is_kept (self) && (*key == '\0' || seven_config_is_placeholder (key));
}

static gboolean
get_flag (SevenKeyKeeper *self, guint property_id)
{
  if (property_id == PROP_AVAILABLE)
    return self->store != NULL;
  if (property_id == PROP_BUSY)
    return self->call != NULL;
  if (property_id == PROP_CHANGEABLE)
    return is_changeable (self);
  if (property_id == PROP_FAILED)
    return self->fault != NULL;
  if (property_id == PROP_KEPT)
    return seven_key_keeper_is_kept (self);
  if (property_id == PROP_OFFER)
    return has_offer (self);
  if (property_id == PROP_STANDS_IN)
    return stands_in (self);
  if (property_id == PROP_UNSAVED)
    return self->unsaved;

  return self->wanted;
}

static void
seven_key_keeper_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenKeyKeeper *self = SEVEN_KEY_KEEPER (object);

  switch (property_id) {
  case PROP_AVAILABLE:
  case PROP_BUSY:
  case PROP_CHANGEABLE:
  case PROP_FAILED:
  case PROP_KEPT:
  case PROP_OFFER:
  case PROP_STANDS_IN:
  case PROP_UNSAVED:
  case PROP_WANTED:
    g_value_set_boolean (value, get_flag (self, property_id));
    break;
  case PROP_DOCUMENT:
    g_value_set_object (value, self->document);
    break;
  case PROP_FIELD:
    g_value_take_string (value, stands_in (self) ? g_strdup ("") : dup_api_key (self));
    break;
  case PROP_KEY_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_MESSAGE:
    g_value_take_string (value, seven_key_keeper_dup_message (self));
    break;
  case PROP_OFFER_LABEL:
    g_value_set_string (value, seven_key_keeper_get_offer_label (self));
    break;
  case PROP_OFFER_TITLE:
    g_value_set_string (value, seven_key_keeper_get_offer_title (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

/* Emptying the field brings back what stands for it. */
static void
set_field (SevenKeyKeeper *self, const char *field)
{
  if (field == NULL)
    field = "";
  if (*field == '\0' && stands_in (self))
    return;
  seven_document_set_api_key (self->document,
      *field == '\0' && seven_key_keeper_is_kept (self) ? SEVEN_CONFIG_KEY_PLACEHOLDER : field);
}

static void
seven_key_keeper_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenKeyKeeper *self = SEVEN_KEY_KEEPER (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    self->document = g_value_dup_object (value);
    break;
  case PROP_FIELD:
    set_field (self, g_value_get_string (value));
    break;
  case PROP_KEY_STORE:
    self->store = g_value_dup_object (value);
    break;
  case PROP_WANTED:
    seven_key_keeper_set_wanted (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

void
seven_key_keeper_refresh (SevenKeyKeeper *self)
{
  seven_shown_refresh (self->shown);
}

static void
document_checked (SevenKeyKeeper *self)
{
  g_autofree char *key = self->returned ? seven_key_keeper_dup_text_key (self) : NULL;

  /* Undone: the words about it are no longer true. */
  if (self->returned && key == NULL)
    self->returned = FALSE;
  seven_key_keeper_look_up_when_known (self);
  seven_key_keeper_refresh (self);
}

static void
modified_changed (SevenKeyKeeper *self)
{
  if (!self->unsaved || seven_document_get_modified (self->document))
    return;
  self->unsaved = FALSE;
  self->surely_unsaved = FALSE;
  seven_key_keeper_refresh (self);
}

static void
seven_key_keeper_constructed (GObject *object)
{
  SevenKeyKeeper *self = SEVEN_KEY_KEEPER (object);

  G_OBJECT_CLASS (seven_key_keeper_parent_class)->constructed (object);

  self->shown = seven_shown_new (object, props, PROP_0 + 1, N_DERIVED);
  g_signal_connect_object (self->document, "checked", G_CALLBACK (document_checked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->document, "notify::key-stored", G_CALLBACK (document_checked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->document, "notify::modified", G_CALLBACK (modified_changed), self, G_CONNECT_SWAPPED);
}

static void
seven_key_keeper_finalize (GObject *object)
{
  SevenKeyKeeper *self = SEVEN_KEY_KEEPER (object);

  g_clear_pointer (&self->shown, seven_shown_free);
  g_clear_object (&self->document);
  g_clear_object (&self->store);
  g_clear_pointer (&self->move, seven_key_move_free);
  g_free (self->stored_uri);
  g_free (self->fault);

  G_OBJECT_CLASS (seven_key_keeper_parent_class)->finalize (object);
}

static void
seven_key_keeper_class_init (SevenKeyKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = flags | G_PARAM_WRITABLE;
  GParamFlags construct = writable | G_PARAM_CONSTRUCT_ONLY;

  object_class->constructed = seven_key_keeper_constructed;
  object_class->finalize = seven_key_keeper_finalize;
  object_class->get_property = seven_key_keeper_get_property;
  object_class->set_property = seven_key_keeper_set_property;

  props[PROP_AVAILABLE] = g_param_spec_boolean ("available", NULL, NULL, FALSE, flags);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  props[PROP_CHANGEABLE] = g_param_spec_boolean ("changeable", NULL, NULL, FALSE, flags);
  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SEVEN_TYPE_DOCUMENT, construct);
  props[PROP_FAILED] = g_param_spec_boolean ("failed", NULL, NULL, FALSE, flags);
  props[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, writable);
  props[PROP_KEPT] = g_param_spec_boolean ("kept", NULL, NULL, FALSE, flags);
  props[PROP_KEY_STORE] = g_param_spec_object ("key-store", NULL, NULL, SEVEN_TYPE_KEY_STORE, construct);
  props[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  props[PROP_OFFER] = g_param_spec_boolean ("offer", NULL, NULL, FALSE, flags);
  props[PROP_OFFER_LABEL] = g_param_spec_string ("offer-label", NULL, NULL, NULL, flags);
  props[PROP_OFFER_TITLE] = g_param_spec_string ("offer-title", NULL, NULL, NULL, flags);
  props[PROP_STANDS_IN] = g_param_spec_boolean ("stands-in", NULL, NULL, FALSE, flags);
  props[PROP_UNSAVED] = g_param_spec_boolean ("unsaved", NULL, NULL, FALSE, flags);
  props[PROP_WANTED] = g_param_spec_boolean ("wanted", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_key_keeper_init (SevenKeyKeeper *self)
{
}

/**
 * seven_key_keeper_new:
 * @document: whose key
 * @key_store: (nullable): the keyring; %NULL: there is none
 *
 * Returns: (transfer full): the keeper of its key
 */
SevenKeyKeeper *
seven_key_keeper_new (SevenDocument *document, SevenKeyStore *key_store)
{
  g_return_val_if_fail (SEVEN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (key_store == NULL || SEVEN_IS_KEY_STORE (key_store), NULL);

  return g_object_new (SEVEN_TYPE_KEY_KEEPER, "document", document, "key-store", key_store, NULL);
}

/**
 * seven_key_keeper_look_up:
 * @self: a keeper
 *
 * Starts over with a document that was opened or begun just now. Where it is a file without a key of its own, the key
 * is looked up in the keyring; the person may be asked to unlock it.
 */
void
seven_key_keeper_look_up (SevenKeyKeeper *self)
{
  g_return_if_fail (SEVEN_IS_KEY_KEEPER (self));

  seven_key_keeper_drop_call (self);
  seven_document_set_stored_key (self->document, NULL);
  self->wanted = FALSE;
  self->declined = FALSE;
  self->unsaved = FALSE;
  self->surely_unsaved = FALSE;
  self->returned = FALSE;
  self->failed = SEVEN_KEEPING_NONE;
  g_clear_pointer (&self->move, seven_key_move_free);
  g_clear_pointer (&self->stored_uri, g_free);
  g_clear_pointer (&self->fault, g_free);
  self->to_look_up = TRUE;
  seven_key_keeper_look_up_when_known (self);
  seven_key_keeper_refresh (self);
}

/* At once where there is a file and a key, else when the document is saved. */
static void
want (SevenKeyKeeper *self)
{
  const char *uri = seven_document_get_uri (self->document);
  g_autofree char *key = seven_key_keeper_dup_text_key (self);

  self->wanted = TRUE;
  self->returned = FALSE;
  self->failed = SEVEN_KEEPING_NONE;
  g_clear_pointer (&self->fault, g_free);
  if (uri != NULL && key != NULL)
    seven_key_keeper_store (self, uri, key, NULL);
}

/* The key comes back into the text, which is a step of undo, before the keyring loses it. */
gboolean
seven_key_keeper_bring_back (SevenKeyKeeper *self)
{
  g_autofree char *text_key = seven_key_keeper_dup_text_key (self);
  g_autofree char *key = seven_document_dup_usable_key (self->document);

  if (text_key == NULL && key != NULL) {
    seven_document_seal (self->document);
    seven_document_set_api_key (self->document, key);
    seven_document_seal (self->document);
    text_key = seven_key_keeper_dup_text_key (self);
  }
  if (text_key == NULL)
    return FALSE;
  self->wanted = FALSE;
  self->unsaved = FALSE;
  self->surely_unsaved = FALSE;
  seven_document_set_stored_key (self->document, NULL);
  return TRUE;
}

/**
 * seven_key_keeper_set_wanted:
 * @self: a keeper
 * @wanted: whether the key is to live in the keyring
 *
 * Moves the key into the keyring, or back into the text. A draft's key moves when it is saved. Does nothing while it
 * cannot be changed.
 */
void
seven_key_keeper_set_wanted (SevenKeyKeeper *self, gboolean wanted)
{
  g_return_if_fail (SEVEN_IS_KEY_KEEPER (self));

  if (self->wanted == wanted || !is_changeable (self))
    return;
  if (wanted)
    want (self);
  else if (!seven_key_keeper_is_kept (self))
    self->wanted = FALSE;
  else if (seven_key_keeper_bring_back (self) && self->stored_uri != NULL)
    seven_key_keeper_remove (self);
  seven_key_keeper_refresh (self);
}

/**
 * seven_key_keeper_accept_offer:
 * @self: a keeper
 *
 * Does what is offered. Does nothing where nothing is.
 */
void
seven_key_keeper_accept_offer (SevenKeyKeeper *self)
{
  g_autofree char *key = NULL;

  g_return_if_fail (SEVEN_IS_KEY_KEEPER (self));

  if (!has_offer (self))
    return;
  if (!seven_key_keeper_is_kept (self)) {
    seven_key_keeper_set_wanted (self, TRUE);
    return;
  }
  key = seven_key_keeper_dup_text_key (self);
  seven_key_keeper_store (self, self->stored_uri, key, NULL);
}

/**
 * seven_key_keeper_decline_offer:
 * @self: a keeper
 *
 * Leaves the key where it is, and asks no more for this document; a key that was typed over a kept one goes.
 */
void
seven_key_keeper_decline_offer (SevenKeyKeeper *self)
{
  g_return_if_fail (SEVEN_IS_KEY_KEEPER (self));

  if (seven_key_keeper_is_kept (self))
    seven_document_set_api_key (self->document, SEVEN_CONFIG_KEY_PLACEHOLDER);
  else
    self->declined = TRUE;
  seven_key_keeper_refresh (self);
}

/**
 * seven_key_keeper_try_again:
 * @self: a keeper
 *
 * Asks the keyring once more for what it failed to do last.
 */
void
seven_key_keeper_try_again (SevenKeyKeeper *self)
{
  g_autofree char *key = NULL;

  g_return_if_fail (SEVEN_IS_KEY_KEEPER (self));

  if (self->call != NULL)
    return;
  switch (self->failed) {
  case SEVEN_KEEPING_LOOK_UP:
    self->to_look_up = TRUE;
    g_clear_pointer (&self->fault, g_free);
    seven_key_keeper_look_up_when_known (self);
    break;
  case SEVEN_KEEPING_STORE:
    g_clear_pointer (&self->fault, g_free);
    if (seven_key_keeper_is_kept (self))
      seven_key_keeper_accept_offer (self);
    else
      seven_key_keeper_set_wanted (self, TRUE);
    break;
  case SEVEN_KEEPING_REMOVE:
    seven_key_keeper_remove (self);
    break;
  case SEVEN_KEEPING_GIVE_BACK:
    seven_key_keeper_give_back (self);
    break;
  case SEVEN_KEEPING_NONE:
  default:
    break;
  }
  seven_key_keeper_refresh (self);
}
