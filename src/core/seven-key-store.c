/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-key-store.h"

G_DEFINE_QUARK (seven-key-store-error-quark, seven_key_store_error);

G_DEFINE_INTERFACE (SevenKeyStore, seven_key_store, G_TYPE_OBJECT)

static void
seven_key_store_default_init (SevenKeyStoreInterface *iface)
{
}

/**
 * seven_key_store_lookup_async:
 * @self: where keys are kept
 * @uri: the document
 * @cancellable: (nullable): to stop it with
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Looks up the key of a document. The person may be asked to unlock the keyring.
 */
void
seven_key_store_lookup_async (SevenKeyStore *self, const char *uri, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SEVEN_IS_KEY_STORE (self));
  g_return_if_fail (uri != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  SEVEN_KEY_STORE_GET_IFACE (self)->lookup_async (self, uri, cancellable, callback, user_data);
}

/**
 * seven_key_store_lookup_finish:
 * @self: where keys are kept
 * @result: what the callback got
 * @error: return location
 *
 * Ends what seven_key_store_lookup_async() began.
 *
 * Errors: of %SEVEN_KEY_STORE_ERROR.
 *
 * Returns: (transfer full) (nullable): the key; %NULL with no error where there is none
 */
char *
seven_key_store_lookup_finish (SevenKeyStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (SEVEN_IS_KEY_STORE (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);

  return SEVEN_KEY_STORE_GET_IFACE (self)->lookup_finish (self, result, error);
}

/**
 * seven_key_store_store_async:
 * @self: where keys are kept
 * @uri: the document
 * @key: its API key
 * @cancellable: (nullable): to stop it with
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Keeps the key of a document, in the place of an older one.
 */
void
seven_key_store_store_async (SevenKeyStore *self, const char *uri, const char *key, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SEVEN_IS_KEY_STORE (self));
  g_return_if_fail (uri != NULL);
  g_return_if_fail (key != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  SEVEN_KEY_STORE_GET_IFACE (self)->store_async (self, uri, key, cancellable, callback, user_data);
}

/**
 * seven_key_store_store_finish:
 * @self: where keys are kept
 * @result: what the callback got
 * @error: return location
 *
 * Ends what seven_key_store_store_async() began.
 *
 * Errors: of %SEVEN_KEY_STORE_ERROR.
 *
 * Returns: whether it is kept
 */
gboolean
seven_key_store_store_finish (SevenKeyStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (SEVEN_IS_KEY_STORE (self), FALSE);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), FALSE);

  return SEVEN_KEY_STORE_GET_IFACE (self)->store_finish (self, result, error);
}

/**
 * seven_key_store_remove_async:
 * @self: where keys are kept
 * @uri: the document
 * @cancellable: (nullable): to stop it with
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Forgets the key of a document; that there is none is no error.
 */
void
seven_key_store_remove_async (SevenKeyStore *self, const char *uri, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SEVEN_IS_KEY_STORE (self));
  g_return_if_fail (uri != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  SEVEN_KEY_STORE_GET_IFACE (self)->remove_async (self, uri, cancellable, callback, user_data);
}

/**
 * seven_key_store_remove_finish:
 * @self: where keys are kept
 * @result: what the callback got
 * @error: return location
 *
 * Ends what seven_key_store_remove_async() began.
 *
 * Errors: of %SEVEN_KEY_STORE_ERROR.
 *
 * Returns: whether there is none by now
 */
gboolean
seven_key_store_remove_finish (SevenKeyStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (SEVEN_IS_KEY_STORE (self), FALSE);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), FALSE);

  return SEVEN_KEY_STORE_GET_IFACE (self)->remove_finish (self, result, error);
}
