/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-secret-service.h"

/* libsecret/secret-backend.h says so, which cannot be included before 0.21. */
#define BACKENDS "secret-backend"

struct _SevenSecretService
{
  SecretService parent_instance;
};

G_DEFINE_FINAL_TYPE (SevenSecretService, seven_secret_service, SECRET_TYPE_SERVICE)

/* What became of the question that goes with a cancellable, kept at the cancellable itself. */
enum
{
  NOT_ASKED,
  ASKED,
  CLOSED
};

static G_DEFINE_QUARK (seven-secret-service-question, question);

static int
get_question (GCancellable *cancellable)
{
  return GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (cancellable), question_quark ()));
}

static void
set_question (GCancellable *cancellable, int question)
{
  g_object_set_qdata (G_OBJECT (cancellable), question_quark (), GINT_TO_POINTER (question));
}

/* What a prompt gives that was closed differs: a list of nothing, the path of nothing, a value of another type. */
static gboolean
is_answer (GVariant *value, const GVariantType *type)
{
  if (type == NULL)
    return TRUE;
  if (value == NULL || !g_variant_is_of_type (value, type))
    return FALSE;
  if (g_variant_is_container (value))
    return g_variant_n_children (value) > 0;
  return !g_variant_is_of_type (value, G_VARIANT_TYPE_OBJECT_PATH) ||
      !g_str_equal (g_variant_get_string (value, NULL), "/");
}

/* A question on the screen: the data of its task. */
typedef struct
{
  GVariantType *type; /* (nullable): of the answer */
  GSource *stop; /* (nullable): waits for the cancellable */
  gboolean ended;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_clear_pointer (&asked->type, g_variant_type_free);
  g_clear_pointer (&asked->stop, g_source_unref);
  g_free (asked);
}

/* Whether the result may be given: only the first one is. */
static gboolean
end (GTask *task)
{
  Asked *asked = g_task_get_task_data (task);

  if (asked->ended)
    return FALSE;
  asked->ended = TRUE;
  if (asked->stop != NULL)
    g_source_destroy (asked->stop);
  return TRUE;
}

static void
prompted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Asked *asked = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value = secret_prompt_perform_finish (SECRET_PROMPT (source), result, &error);

  if (!end (task))
    return;
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (!is_answer (value, asked->type))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The question was closed");
  else
    g_task_return_pointer (task, g_steal_pointer (&value), (GDestroyNotify) g_variant_unref);
}

static gboolean
stopped_cb (GCancellable *cancellable, gpointer user_data)
{
  g_autoptr (GTask) task = g_object_ref (G_TASK (user_data));

  if (end (task))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Stopped while it was asked");
  return G_SOURCE_REMOVE;
}

static void
watch (GTask *task, GCancellable *cancellable)
{
  Asked *asked = g_task_get_task_data (task);

  if (cancellable == NULL)
    return;
  asked->stop = g_cancellable_source_new (cancellable);
  g_source_set_callback (
      asked->stop, (GSourceFunc) (GCallback) stopped_cb, g_object_ref (task), g_object_unref);
  g_source_attach (asked->stop, g_task_get_context (task));
}

/* GNOME Keyring (42) does not bear to be told to close its question to unlock: it ends in an assertion, and all
 * programs of the session are without a keyring. So that question stays until the person closes it, or this program
 * ends; what is answered to it counts no more. */
static gboolean
may_be_closed (const GVariantType *type)
{
  return type == NULL || !g_variant_type_equal (type, G_VARIANT_TYPE_OBJECT_PATH_ARRAY);
}

static void
seven_secret_service_prompt_async (SecretService *self, SecretPrompt *prompt, const GVariantType *type,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Asked *asked = g_new0 (Asked, 1);

  g_task_set_source_tag (task, seven_secret_service_prompt_async);
  g_task_set_task_data (task, asked, asked_free);
  if (type != NULL)
    asked->type = g_variant_type_copy (type);
  if (cancellable != NULL && get_question (cancellable) == CLOSED) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Stopped before it was asked");
    g_object_unref (task);
    return;
  }
  if (cancellable != NULL)
    set_question (cancellable, ASKED);
  if (!may_be_closed (type))
    watch (task, cancellable);
  /* Any type: what has the wrong one is told apart here. */
  secret_prompt_perform (prompt, NULL, NULL, may_be_closed (type) ? cancellable : NULL, prompted_cb, task);
}

static GVariant *
seven_secret_service_prompt_finish (SecretService *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
seven_secret_service_class_init (SevenSecretServiceClass *klass)
{
  SecretServiceClass *service_class = SECRET_SERVICE_CLASS (klass);

  service_class->prompt_async = seven_secret_service_prompt_async;
  service_class->prompt_finish = seven_secret_service_prompt_finish;
}

static void
seven_secret_service_init (SevenSecretService *self)
{
}

/*
 * seven_secret_service_install:
 *
 * Puts this class before libsecret's own of the same name. Which one is asked for stays libsecret's decision: in a
 * Flatpak it may be a file that the portal has the password of.
 */
void
seven_secret_service_install (void)
{
  /* This makes the extension point, too. */
  g_type_ensure (SECRET_TYPE_SERVICE);
  g_io_extension_point_implement (BACKENDS, SEVEN_TYPE_SECRET_SERVICE, "service", 1);
}

/*
 * seven_secret_service_close_question:
 * @cancellable: what a call to libsecret was given
 *
 * Takes the question back that the service asks for that call, as far as that does no harm: what is answered to it
 * counts no more. Where it has asked none it will not; the call itself goes on.
 */
void
seven_secret_service_close_question (GCancellable *cancellable)
{
  gboolean asked = get_question (cancellable) == ASKED;

  set_question (cancellable, CLOSED);
  if (asked)
    g_cancellable_cancel (cancellable);
}
