/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-document.h"

#include "fake-state-store.h"
#include "model-test.h"

/* A store in memory: one file, whose stamp is a number, and the next error. */
#define FAKE_TYPE_STORE (fake_store_get_type ())
G_DECLARE_FINAL_TYPE (FakeStore, fake_store, FAKE, STORE, GObject)

struct _FakeStore
{
  GObject parent_instance;

  GBytes *bytes;
  guint stamp;
  GError *error; /* (nullable) */
};

static void store_init (SevenTextStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
    FakeStore, fake_store, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (SEVEN_TYPE_TEXT_STORE, store_init))

static void
fake_store_finalize (GObject *object)
{
  FakeStore *self = FAKE_STORE (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (fake_store_parent_class)->finalize (object);
}

static void
fake_store_class_init (FakeStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_store_finalize;
}

static void
fake_store_init (FakeStore *self)
{
}

static gboolean
fail (FakeStore *self, GTask *task)
{
  if (self->error == NULL)
    return FALSE;
  g_task_return_error (task, g_steal_pointer (&self->error));

  return TRUE;
}

static void
load_async (SevenTextStore *store, const char *uri, GCancellable *cancellable, GAsyncReadyCallback callback,
    gpointer user_data)
{
  FakeStore *self = FAKE_STORE (store);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  if (!fail (self, task))
    g_task_return_pointer (task, g_bytes_ref (self->bytes), (GDestroyNotify) g_bytes_unref);
}

static GBytes *
load_finish (SevenTextStore *store, GAsyncResult *result, char **stamp, GError **error)
{
  *stamp = g_strdup_printf ("%u", FAKE_STORE (store)->stamp);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
save_async (SevenTextStore *store, const char *uri, GBytes *bytes, const char *stamp, SevenSaveFlags flags,
    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  FakeStore *self = FAKE_STORE (store);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *present = g_strdup_printf ("%u", self->stamp);

  if (fail (self, task))
    return;
  if (stamp != NULL && !g_str_equal (stamp, present) && (flags & SEVEN_SAVE_OVERWRITE) == 0) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, "changed");
    return;
  }
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_bytes_ref (bytes);
  g_task_return_pointer (task, g_strdup_printf ("%u", ++self->stamp), g_free);
}

static char *
save_finish (SevenTextStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
store_init (SevenTextStoreInterface *iface)
{
  iface->load_async = load_async;
  iface->load_finish = load_finish;
  iface->save_async = save_async;
  iface->save_finish = save_finish;
}

static FakeStore *
make_store (const char *data, gsize length)
{
  FakeStore *store = g_object_new (FAKE_TYPE_STORE, NULL);

  store->bytes = g_bytes_new (data, length);

  return store;
}

typedef struct
{
  gboolean done;
  gboolean ok;
  SevenCharset guess;
  GError *error;
} Answer;

static void
loaded_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->ok =
      seven_document_load_finish (SEVEN_DOCUMENT (source_object), result, &answer->guess, &answer->error);
  answer->done = TRUE;
}

static void
saved_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->ok = seven_document_save_finish (SEVEN_DOCUMENT (source_object), result, &answer->error);
  answer->done = TRUE;
}

static void
wait_for_answer (Answer *answer)
{
  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
}

static Answer
load (SevenDocument *document, FakeStore *store, const char *uri, SevenCharset charset)
{
  Answer answer = { FALSE };

  seven_document_load_async (document, SEVEN_TEXT_STORE (store), uri, charset, NULL, loaded_cb, &answer);
  assert_boolean (document, "busy", TRUE);
  wait_for_answer (&answer);
  assert_boolean (document, "busy", FALSE);
  g_assert_true (answer.ok == (answer.error == NULL));

  return answer;
}

static Answer
save (SevenDocument *document, FakeStore *store, const char *uri, SevenSaveFlags flags)
{
  Answer answer = { FALSE };

  seven_document_save_async (document, SEVEN_TEXT_STORE (store), uri, flags, NULL, saved_cb, &answer);
  assert_boolean (document, "busy", TRUE);
  wait_for_answer (&answer);
  assert_boolean (document, "busy", FALSE);
  g_assert_true (answer.ok == (answer.error == NULL));

  return answer;
}

static void
assert_stored (FakeStore *store, const char *expected)
{
  g_assert_cmpmem (
      g_bytes_get_data (store->bytes, NULL), g_bytes_get_size (store->bytes), expected, strlen (expected));
}

#define URI "file:///srv/acme.json"

static void
test_load (void)
{
  SevenDocument *document = seven_document_new ();
  FakeStore *store = make_store ("{\"from\":\"Acme\"}", 15);
  Answer answer;

  seven_document_type (document, 0, 0, "typed");
  answer = load (document, store, URI, SEVEN_CHARSET_UTF8);
  g_assert_true (answer.ok);
  assert_string (document, "title", "acme.json");
  assert_string (document, "sender", "Acme");
  assert_boolean (document, "modified", FALSE);
  assert_boolean (document, "can-undo", FALSE);
  g_assert_finalize_object (document);
  g_assert_finalize_object (store);
}

static void
test_load_error (void)
{
  SevenDocument *document = seven_document_new ();
  FakeStore *store = make_store ("", 0);
  Answer answer;

  seven_document_type (document, 0, 0, "typed");
  store->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "gone");
  answer = load (document, store, URI, SEVEN_CHARSET_UTF8);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&answer.error);
  g_assert_cmpstr (seven_document_get_text (document, NULL), ==, "typed");
  g_assert_null (seven_document_get_uri (document));
  assert_boolean (document, "can-undo", TRUE);
  g_assert_finalize_object (document);
  g_assert_finalize_object (store);
}

typedef struct
{
  const char *name;
  const char *bytes;
  gsize length;
  SevenCharset guess;
} Charset;

static const Charset charsets[] = {
  { "latin-1", "{\"from\":\"M\xfcller\"}", 17, SEVEN_CHARSET_LATIN1 },
  { "utf-16-le", "\xff\xfe{\0}\0", 6, SEVEN_CHARSET_UTF16 },
  { "utf-16-be", "\xfe\xff\0{\0}", 6, SEVEN_CHARSET_UTF16 },
};

/* Not opened; the guess is what to offer, and with it the text comes, to be saved anew. */
static void
test_charset (gconstpointer data)
{
  const Charset *charset = data;
  SevenDocument *document = seven_document_new ();
  FakeStore *store = make_store (charset->bytes, charset->length);
  Answer answer = load (document, store, URI, SEVEN_CHARSET_UTF8);

  g_assert_error (answer.error, SEVEN_TEXT_ERROR, SEVEN_TEXT_ERROR_NOT_UTF8);
  g_clear_error (&answer.error);
  g_assert_cmpint (answer.guess, ==, charset->guess);
  g_assert_cmpstr (seven_document_get_text (document, NULL), ==, "");
  answer = load (document, store, URI, answer.guess);
  g_assert_true (answer.ok);
  assert_boolean (document, "valid", TRUE);
  assert_boolean (document, "modified", TRUE);
  answer = save (document, store, URI, SEVEN_SAVE_DEFAULT);
  g_assert_true (answer.ok);
  assert_boolean (document, "modified", FALSE);
  assert_stored (store, seven_document_get_text (document, NULL));
  g_assert_finalize_object (document);
  g_assert_finalize_object (store);
}

static void
test_save (void)
{
  SevenDocument *document = seven_document_new ();
  FakeStore *store = make_store ("", 0);
  Answer answer;

  seven_document_type (document, 0, 0, "{}");
  answer = save (document, store, URI, SEVEN_SAVE_DEFAULT);
  g_assert_true (answer.ok);
  assert_stored (store, "{}");
  assert_string (document, "title", "acme.json");
  assert_boolean (document, "modified", FALSE);
  /* The saved state is no step's middle: undo goes back before it, redo comes back to it. */
  seven_document_type (document, 2, 0, "\n");
  assert_boolean (document, "modified", TRUE);
  seven_document_undo (document);
  assert_boolean (document, "modified", FALSE);
  g_assert_cmpstr (seven_document_get_text (document, NULL), ==, "{}");
  seven_document_undo (document);
  assert_boolean (document, "modified", TRUE);
  seven_document_redo (document);
  assert_boolean (document, "modified", FALSE);
  g_assert_finalize_object (document);
  g_assert_finalize_object (store);
}

static void
test_save_error (void)
{
  SevenDocument *document = seven_document_new ();
  FakeStore *store = make_store ("old", 3);
  Answer answer;

  seven_document_type (document, 0, 0, "{}");
  store->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  answer = save (document, store, URI, SEVEN_SAVE_DEFAULT);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&answer.error);
  assert_boolean (document, "modified", TRUE);
  g_assert_null (seven_document_get_uri (document));
  assert_stored (store, "old");
  g_assert_finalize_object (document);
  g_assert_finalize_object (store);
}

static void
test_changed_on_disk (void)
{
  SevenDocument *document = seven_document_new ();
  FakeStore *store = make_store ("{}", 2);
  Answer answer = load (document, store, URI, SEVEN_CHARSET_UTF8);

  g_assert_true (answer.ok);
  store->stamp++;
  seven_document_type (document, 1, 0, " ");
  answer = save (document, store, URI, SEVEN_SAVE_DEFAULT);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_clear_error (&answer.error);
  assert_stored (store, "{}");
  answer = save (document, store, URI, SEVEN_SAVE_OVERWRITE);
  g_assert_true (answer.ok);
  assert_stored (store, "{ }");
  /* The new stamp counts from then on, and elsewhere none does. */
  seven_document_type (document, 1, 0, " ");
  answer = save (document, store, URI, SEVEN_SAVE_DEFAULT);
  g_assert_true (answer.ok);
  store->stamp++;
  answer = save (document, store, "file:///srv/other.json", SEVEN_SAVE_DEFAULT);
  g_assert_true (answer.ok);
  assert_string (document, "title", "other.json");
  g_assert_finalize_object (document);
  g_assert_finalize_object (store);
}

/* What is typed while it is being saved is not saved. */
static void
test_typed_meanwhile (void)
{
  SevenDocument *document = seven_document_new ();
  FakeStore *store = make_store ("", 0);
  Answer answer = { FALSE };

  seven_document_type (document, 0, 0, "{");
  seven_document_save_async (
      document, SEVEN_TEXT_STORE (store), URI, SEVEN_SAVE_DEFAULT, NULL, saved_cb, &answer);
  seven_document_type (document, 1, 0, "}");
  wait_for_answer (&answer);
  g_assert_true (answer.ok);
  assert_stored (store, "{");
  assert_boolean (document, "modified", TRUE);
  seven_document_undo (document);
  assert_boolean (document, "modified", FALSE);
  g_assert_finalize_object (document);
  g_assert_finalize_object (store);
}

static void
test_cancelled (void)
{
  SevenDocument *document = seven_document_new ();
  FakeStore *store = make_store ("{}", 2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { FALSE };

  g_cancellable_cancel (cancellable);
  seven_document_load_async (
      document, SEVEN_TEXT_STORE (store), URI, SEVEN_CHARSET_UTF8, cancellable, loaded_cb, &answer);
  wait_for_answer (&answer);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
  g_assert_cmpstr (seven_document_get_text (document, NULL), ==, "");
  g_assert_finalize_object (document);
  g_assert_finalize_object (store);
}

/* Members that were there at the last save and are gone now stay in Logto. */
static void
test_removed_members (void)
{
  static const char before[] = "{\"apiKey\":\"k\",\"team\":1,\"templates\":[]}";
  SevenDocument *document = seven_document_new ();
  FakeStore *store = make_store (before, sizeof before - 1);
  Answer answer = load (document, store, URI, SEVEN_CHARSET_UTF8);
  g_autofree char *loaded = NULL;
  g_autofree char *saved = NULL;

  g_assert_true (answer.ok);
  seven_document_type (document, strlen ("{\"apiKey\":\"k\","), strlen ("\"team\":1,"), "");
  loaded = seven_document_dup_copy_advice (document, TRUE);
  assert_contains (loaded, "“team”");
  answer = save (document, store, URI, SEVEN_SAVE_DEFAULT);
  g_assert_true (answer.ok);
  saved = seven_document_dup_copy_advice (document, TRUE);
  assert_contains_not (saved, "“team”");
  g_assert_finalize_object (document);
  g_assert_finalize_object (store);
}

#define NO_MFA (SEVEN_FLOWS_ALL & ~(1u << SEVEN_USAGE_MFA_VERIFICATION))

static SevenSeverity
get_severity_of_mfa (SevenDocument *document)
{
  GListModel *problems = seven_document_get_problems (document);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++) {
    g_autoptr (SevenProblem) problem = g_list_model_get_item (problems, i);

    if (seven_problem_get_usage (problem) == SEVEN_USAGE_MFA_VERIFICATION)
      return seven_problem_get_severity (problem);
  }
  g_assert_not_reached ();
}

static void
test_flows_loaded (void)
{
  const char text[] = "{\"templates\":[{\"usageType\":\"Generic\",\"content\":\"{{code}}\"}]}";
  SevenDocument *document = seven_document_new ();
  FakeStore *store = make_store (text, strlen (text));
  FakeStateStore *states = fake_state_store_new ();
  Counter counter = { 0 };

  assert_object_contract (document, "state-store", states);
  fake_state_store_put (states, URI, NO_MFA);
  g_signal_connect_swapped (document, "notify::flows", G_CALLBACK (count_signal_cb), &counter);
  g_assert_true (load (document, store, URI, SEVEN_CHARSET_UTF8).ok);
  assert_uint (document, "flows", NO_MFA);
  g_assert_cmpuint (counter.n, ==, 1);
  g_assert_cmpint (get_severity_of_mfa (document), ==, SEVEN_SEVERITY_INFO);
  /* Of another document nothing is known, and that of this one does not count there. */
  g_assert_true (load (document, store, "file:///srv/other.json", SEVEN_CHARSET_UTF8).ok);
  assert_uint (document, "flows", SEVEN_FLOWS_ALL);
  g_assert_cmpint (get_severity_of_mfa (document), ==, SEVEN_SEVERITY_WARNING);
  g_assert_cmpuint (states->n_saves, ==, 0);
  g_assert_finalize_object (document);
  g_assert_finalize_object (states);
  g_assert_finalize_object (store);
}

static void
test_flows_kept (void)
{
  SevenDocument *document = seven_document_new ();
  FakeStore *store = make_store ("{}", 2);
  FakeStateStore *states = fake_state_store_new ();

  g_object_set (document, "state-store", states, "flows", NO_MFA, NULL);
  g_assert_cmpuint (states->n_saves, ==, 0);
  seven_document_type (document, 0, 0, "{}");
  /* A draft has a place, and so a state, when it is first saved. */
  g_assert_true (save (document, store, URI, SEVEN_SAVE_DEFAULT).ok);
  g_assert_cmpuint (fake_state_store_get (states, URI), ==, NO_MFA);
  g_assert_true (save (document, store, URI, SEVEN_SAVE_DEFAULT).ok);
  g_assert_cmpuint (states->n_saves, ==, 1);
  g_object_set (document, "flows", 1, NULL);
  g_assert_cmpuint (fake_state_store_get (states, URI), ==, 1);
  g_object_set (document, "flows", 1, NULL);
  g_assert_cmpuint (states->n_saves, ==, 2);
  store->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  {
    Answer answer = save (document, store, "file:///srv/copy.json", SEVEN_SAVE_DEFAULT);

    g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    g_clear_error (&answer.error);
  }
  g_assert_cmpuint (states->n_saves, ==, 2);
  g_assert_true (save (document, store, "file:///srv/copy.json", SEVEN_SAVE_DEFAULT).ok);
  g_assert_cmpuint (fake_state_store_get (states, "file:///srv/copy.json"), ==, 1);
  g_assert_finalize_object (document);
  g_assert_finalize_object (states);
  g_assert_finalize_object (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document-file/load", test_load);
  g_test_add_func ("/document-file/load-error", test_load_error);
  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++) {
    g_autofree char *path = g_strconcat ("/document-file/charset/", charsets[i].name, NULL);

    g_test_add_data_func (path, &charsets[i], test_charset);
  }
  g_test_add_func ("/document-file/save", test_save);
  g_test_add_func ("/document-file/save-error", test_save_error);
  g_test_add_func ("/document-file/changed-on-disk", test_changed_on_disk);
  g_test_add_func ("/document-file/typed-meanwhile", test_typed_meanwhile);
  g_test_add_func ("/document-file/cancelled", test_cancelled);
  g_test_add_func ("/document-file/removed-members", test_removed_members);
  g_test_add_func ("/document-file/flows-loaded", test_flows_loaded);
  g_test_add_func ("/document-file/flows-kept", test_flows_kept);

  return g_test_run ();
}
