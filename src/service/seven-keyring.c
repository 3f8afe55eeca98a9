/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-keyring.h"

#include "seven-build-config.h"
#include "seven-canonical-uri.h"
#include "seven-keyring-error.h"
#include "seven-secret-service.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

struct _SevenKeyring
{
  GObject parent_instance;
};

static void seven_keyring_key_store_init (SevenKeyStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SevenKeyring, seven_keyring, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (SEVEN_TYPE_KEY_STORE, seven_keyring_key_store_init))

#define APPLICATION "application"
#define DOCUMENT "document"

/* GNOME Keyring knows the schemas of what is locked no more once it has started anew: who searches by schema is told
 * that there is nothing, and nobody is asked to unlock (its issue 89; libsecret knows this from 0.21 on). So the
 * attributes say whose it is. */
static const SecretSchema schema = {
  SEVEN_APPLICATION_ID ".ApiKey",
  SECRET_SCHEMA_DONT_MATCH_NAME,
  { { APPLICATION, SECRET_SCHEMA_ATTRIBUTE_STRING }, { DOCUMENT, SECRET_SCHEMA_ATTRIBUTE_STRING },
      { NULL, SECRET_SCHEMA_ATTRIBUTE_STRING } },
};

/* One call under way: the data of its task. */
typedef struct
{
  char *uri; /* the canonical one, once it is known */
  GHashTable *attributes; /* (nullable): then too */
  char *key; /* (nullable): the one to store */
  void (*begin) (GTask *task);
  GSource *stop; /* (nullable): waits for the cancellable */
  GCancellable *question; /* what libsecret gets: it does not bear to be stopped anywhere else (0.20) */
  gboolean ended; /* it has its result: what libsecret says from now on comes too late */
} Call;

static void
call_free (gpointer data)
{
  Call *call = data;

  g_free (call->uri);
  g_clear_pointer (&call->attributes, g_hash_table_unref);
  secret_password_free (call->key);
  g_clear_pointer (&call->stop, g_source_unref);
  g_clear_object (&call->question);
  g_free (call);
}

/* Whether the result may be given: only the first one is. */
static gboolean
end (GTask *task)
{
  Call *call = g_task_get_task_data (task);

  if (call->ended)
    return FALSE;
  call->ended = TRUE;
  if (call->stop != NULL)
    g_source_destroy (call->stop);
  g_clear_pointer (&call->key, secret_password_free);
  return TRUE;
}

static void
end_with_error (GTask *task, GError *error)
{
  if (end (task))
    g_task_return_error (task, error);
  else
    g_error_free (error);
}

/* Of an error of libsecret. */
static void
fail (GTask *task, const GError *error)
{
  Call *call = g_task_get_task_data (task);

  end_with_error (task, seven_keyring_error_new (error, call->key));
}

/* The service is asked to close its question, and need not answer: the call has ended by then. */
static gboolean
stopped_cb (GCancellable *cancellable, gpointer user_data)
{
  g_autoptr (GTask) task = g_object_ref (G_TASK (user_data));
  Call *call = g_task_get_task_data (task);

  end_with_error (task, seven_keyring_error_new_cancelled ());
  seven_secret_service_close_question (call->question);
  return G_SOURCE_REMOVE;
}

static void
watch (GTask *task, GCancellable *cancellable)
{
  Call *call = g_task_get_task_data (task);

  if (cancellable == NULL)
    return;
  call->stop = g_cancellable_source_new (cancellable);
  g_source_set_callback (
      call->stop, (GSourceFunc) (GCallback) stopped_cb, g_object_ref (task), g_object_unref);
  g_source_attach (call->stop, g_task_get_context (task));
}

static void
locate_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, seven_canonical_uri_dup (data), g_free);
}

static void
located_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Call *call = g_task_get_task_data (task);
  char *uri = g_task_propagate_pointer (G_TASK (result), NULL);

  g_clear_pointer (&call->uri, g_free);
  call->uri = uri;
  call->attributes =
      secret_attributes_build (&schema, APPLICATION, SEVEN_APPLICATION_ID, DOCUMENT, uri, NULL);
  if (!call->ended)
    call->begin (g_steal_pointer (&task));
}

/* Under which name the document is known has to be asked of the file system first. */
static void
start (SevenKeyStore *self, gpointer tag, const char *uri, const char *key, void (*begin) (GTask *task),
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  /* Not the task's source: the thread may be the last to let go of it. */
  g_autoptr (GTask) thread = g_task_new (NULL, NULL, located_cb, g_object_ref (task));
  Call *call = g_new0 (Call, 1);

  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, call, call_free);
  call->uri = g_strdup (uri);
  call->key = g_strdup (key);
  call->question = g_cancellable_new ();
  call->begin = begin;
  watch (task, cancellable);

  g_task_set_source_tag (thread, start);
  g_task_set_task_data (thread, g_strdup (uri), g_free);
  g_task_run_in_thread (thread, locate_thread);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  char *key = secret_password_lookup_finish (result, &error);

  if (error != NULL)
    fail (task, error);
  else if (end (task))
    g_task_return_pointer (
        task, key != NULL ? g_utf8_make_valid (key, -1) : NULL, (GDestroyNotify) secret_password_free);
  secret_password_free (key);
}

static void
begin_lookup (GTask *task)
{
  Call *call = g_task_get_task_data (task);

  secret_password_lookupv (&schema, call->attributes, call->question, looked_up_cb, task);
}

static void
seven_keyring_lookup_async (SevenKeyStore *self, const char *uri, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  start (self, seven_keyring_lookup_async, uri, NULL, begin_lookup, cancellable, callback, user_data);
}

static char *
seven_keyring_lookup_finish (SevenKeyStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, seven_keyring_lookup_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  gboolean stored = secret_password_store_finish (result, &error);

  if (error != NULL)
    fail (task, error);
  else if (!stored)
    end_with_error (task, seven_keyring_error_new_refused ());
  else if (end (task))
    g_task_return_boolean (task, TRUE);
}

static void
begin_store (GTask *task)
{
  Call *call = g_task_get_task_data (task);
  g_autoptr (GFile) file = g_file_new_for_uri (call->uri);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_filename_display_basename (path != NULL ? path : call->uri);
  /* Translators: what a keyring shows of a key; %s is the name of a file. */
  g_autofree char *label = g_strdup_printf (_ ("API key of %s – Seven Console"), name);

  secret_password_storev (&schema, call->attributes, SECRET_COLLECTION_DEFAULT, label, call->key,
      call->question, stored_cb, task);
}

static void
seven_keyring_store_async (SevenKeyStore *self, const char *uri, const char *key, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  start (self, seven_keyring_store_async, uri, key, begin_store, cancellable, callback, user_data);
}

static gboolean
seven_keyring_store_finish (SevenKeyStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, seven_keyring_store_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  gboolean cleared = secret_password_clear_finish (result, &error);

  if (error != NULL)
    fail (task, error);
  else if (!cleared)
    end_with_error (task, seven_keyring_error_new_refused ());
  else if (end (task))
    g_task_return_boolean (task, TRUE);
}

/* Only what is unlocked can be removed: the search has asked for that. */
static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Call *call = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  GList *items = secret_password_search_finish (result, &error);

  if (error != NULL)
    fail (task, error);
  else if (items != NULL && !call->ended)
    secret_password_clearv (&schema, call->attributes, call->question, cleared_cb, g_steal_pointer (&task));
  else if (items == NULL && end (task))
    g_task_return_boolean (task, TRUE);
  g_list_free_full (items, g_object_unref);
}

static void
begin_remove (GTask *task)
{
  Call *call = g_task_get_task_data (task);

  secret_password_searchv (
      &schema, call->attributes, SECRET_SEARCH_ALL | SECRET_SEARCH_UNLOCK, call->question, found_cb, task);
}

static void
seven_keyring_remove_async (SevenKeyStore *self, const char *uri, GCancellable *cancellable,
    GAsyncReadyCallback callback, gpointer user_data)
{
  start (self, seven_keyring_remove_async, uri, NULL, begin_remove, cancellable, callback, user_data);
}

static gboolean
seven_keyring_remove_finish (SevenKeyStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, seven_keyring_remove_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
seven_keyring_key_store_init (SevenKeyStoreInterface *iface)
{
  iface->lookup_async = seven_keyring_lookup_async;
  iface->lookup_finish = seven_keyring_lookup_finish;
  iface->store_async = seven_keyring_store_async;
  iface->store_finish = seven_keyring_store_finish;
  iface->remove_async = seven_keyring_remove_async;
  iface->remove_finish = seven_keyring_remove_finish;
}

static void
seven_keyring_class_init (SevenKeyringClass *klass)
{
  seven_secret_service_install ();
}

static void
seven_keyring_init (SevenKeyring *self)
{
}

/**
 * seven_keyring_new:
 *
 * Returns: (transfer full): the keyring of this computer; that there is none is found out by the first call
 */
SevenKeyring *
seven_keyring_new (void)
{
  return g_object_new (SEVEN_TYPE_KEYRING, NULL);
}
