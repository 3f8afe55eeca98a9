/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SEVEN_KEY_STORE_ERROR (seven_key_store_error_quark ())
GQuark seven_key_store_error_quark (void);

/**
 * SevenKeyStoreError:
 * @SEVEN_KEY_STORE_ERROR_NO_SERVICE: there is no keyring on this computer, or none that answers
 * @SEVEN_KEY_STORE_ERROR_LOCKED: it is locked
 * @SEVEN_KEY_STORE_ERROR_REFUSED: the person or the service said no
 * @SEVEN_KEY_STORE_ERROR_CANCELLED: the caller has stopped it
 * @SEVEN_KEY_STORE_ERROR_FAILED: anything else
 *
 * What can go wrong with a keyring. The messages are translated and say what to do; they never hold the key.
 */
typedef enum
{
  SEVEN_KEY_STORE_ERROR_NO_SERVICE,
  SEVEN_KEY_STORE_ERROR_LOCKED,
  SEVEN_KEY_STORE_ERROR_REFUSED,
  SEVEN_KEY_STORE_ERROR_CANCELLED,
  SEVEN_KEY_STORE_ERROR_FAILED,
} SevenKeyStoreError;

/**
 * SevenKeyStore:
 *
 * Where API keys lie that are not in their documents. A document is named by its URI; that one file under two names
 * has one key is the store's business. Nothing of it blocks: a keyring that is locked asks the person.
 */
#define SEVEN_TYPE_KEY_STORE (seven_key_store_get_type ())
G_DECLARE_INTERFACE (SevenKeyStore, seven_key_store, SEVEN, KEY_STORE, GObject)

struct _SevenKeyStoreInterface
{
  GTypeInterface parent_iface;

  void (*lookup_async) (SevenKeyStore *self, const char *uri, GCancellable *cancellable,
      GAsyncReadyCallback callback, gpointer user_data);
  char *(*lookup_finish) (SevenKeyStore *self, GAsyncResult *result, GError **error);
  void (*store_async) (SevenKeyStore *self, const char *uri, const char *key, GCancellable *cancellable,
      GAsyncReadyCallback callback, gpointer user_data);
  gboolean (*store_finish) (SevenKeyStore *self, GAsyncResult *result, GError **error);
  void (*remove_async) (SevenKeyStore *self, const char *uri, GCancellable *cancellable,
      GAsyncReadyCallback callback, gpointer user_data);
  gboolean (*remove_finish) (SevenKeyStore *self, GAsyncResult *result, GError **error);
};

void seven_key_store_lookup_async (SevenKeyStore *self, const char *uri, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) (nullable): NULL without an error: there is no key for it. */
char *seven_key_store_lookup_finish (SevenKeyStore *self, GAsyncResult *result, GError **error);
void seven_key_store_store_async (SevenKeyStore *self, const char *uri, const char *key,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean seven_key_store_store_finish (SevenKeyStore *self, GAsyncResult *result, GError **error);
void seven_key_store_remove_async (SevenKeyStore *self, const char *uri, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data);
gboolean seven_key_store_remove_finish (SevenKeyStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
