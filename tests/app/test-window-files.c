/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "window-test.h"

#include "seven-connection.h"

#define URI "memory:///home/acme.json"
#define OTHER_URI "memory:///home/other.json"
#define ACME "{\"apiKey\": \"k\", \"from\": \"Acme\", \"templates\": []}\n"
#define OTHER "{\"apiKey\": \"k\", \"from\": \"Other\", \"templates\": []}\n"

typedef struct
{
  Fixture *fixture;
  const char *uri;
  const char *text;
} Wait;

static gboolean
shows_text (gpointer user_data)
{
  const Wait *wait = user_data;
  SevenDocument *document = seven_window_get_document (get_window (wait->fixture));

  return g_strcmp0 (seven_document_get_uri (document), wait->uri) == 0 &&
      g_str_equal (seven_document_get_text (document, NULL), wait->text);
}

static void
wait_for_text (Fixture *self, const char *uri, const char *text)
{
  wait_for (shows_text, &(Wait){ self, uri, text });
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint n_toplevels = g_list_model_get_n_items (toplevels);

  for (guint i = 0; i < n_toplevels; i++) {
    g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

    if (ADW_IS_MESSAGE_DIALOG (toplevel) && gtk_widget_get_visible (toplevel))
      return ADW_MESSAGE_DIALOG (toplevel);
  }
  return NULL;
}

static gboolean
has_dialog (gpointer user_data)
{
  return find_dialog () != NULL;
}

static void
answer (const char *heading, const char *response)
{
  g_autoptr (AdwMessageDialog) dialog = NULL;

  wait_for (has_dialog, NULL);
  dialog = g_object_ref (find_dialog ());
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (dialog), heading));
  adw_message_dialog_response (dialog, response);
  /* A button would close it too, and say nothing more. */
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_null (find_dialog ());
}

static gboolean
has_no_window (gpointer application)
{
  return gtk_application_get_windows (application) == NULL;
}

static gboolean
is_saved (gpointer user_data)
{
  Fixture *self = user_data;

  return self->store->n_saves > 0 && !seven_document_get_modified (self->document);
}

static void
assert_stored (Fixture *self, const char *uri, const char *text)
{
  GBytes *bytes = g_hash_table_lookup (self->store->files, uri);

  g_assert_nonnull (bytes);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static void
open_acme (Fixture *self)
{
  add_file (self, URI, ACME, -1);
  open_file (self, URI);
  wait_for_text (self, URI, ACME);
}

static void
test_takes_the_place_of_a_draft (Fixture *self, gconstpointer data)
{
  open_acme (self);
  g_assert_cmpuint (count_windows (self), ==, 1);
  g_assert_true (get_window (self) == self->window);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "acme.json");
}

/* Which flows are in use belongs to the file, and is kept beside it. */
static void
test_flows_in_use (Fixture *self, gconstpointer data)
{
  const SevenFlows no_mfa = SEVEN_FLOWS_ALL & ~(1u << SEVEN_USAGE_BIND_MFA);

  g_object_set (self->document, "flows", 1, NULL);
  g_assert_cmpuint (self->states->n_saves, ==, 0);
  fake_state_store_put (self->states, URI, no_mfa);
  open_acme (self);
  g_assert_true (get_window (self) == self->window);
  assert_uint (self->document, "flows", no_mfa);
  assert_string (self->document, "coverage", "0 of 7 flows in use covered");
  g_object_set (self->document, "flows", SEVEN_FLOWS_ALL, NULL);
  g_assert_cmpuint (fake_state_store_get (self->states, URI), ==, SEVEN_FLOWS_ALL);
  assert_string (self->document, "coverage", "0 of 8 Logto flows covered");
}

static void
test_a_window_each (Fixture *self, gconstpointer data)
{
  open_acme (self);
  add_file (self, OTHER_URI, OTHER, -1);
  open_file (self, OTHER_URI);
  g_assert_cmpuint (count_windows (self), ==, 2);
  open_file (self, URI);
  g_assert_cmpuint (count_windows (self), ==, 2);
}

static void
test_keeps_a_modified_draft (Fixture *self, gconstpointer data)
{
  add_file (self, URI, ACME, -1);
  seven_document_set_sender (self->document, "Mine");
  open_file (self, URI);
  g_assert_cmpuint (count_windows (self), ==, 2);
  g_assert_true (seven_document_get_modified (self->document));
}

static void
test_missing (Fixture *self, gconstpointer data)
{
  open_file (self, URI);
  answer ("Could Not Open “acme.json”", "close");
  /* The draft that was there is there still. */
  g_assert_cmpuint (count_windows (self), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (seven_document_get_templates (self->document)), ==, 8);
}

typedef struct
{
  Fixture *fixture;
  guint n;
} WindowWait;

static gboolean
has_n_windows (gpointer user_data)
{
  const WindowWait *wait = user_data;

  return count_windows (wait->fixture) == wait->n;
}

static void
test_missing_in_its_own_window (Fixture *self, gconstpointer data)
{
  seven_document_set_sender (self->document, "Mine");
  open_file (self, URI);
  g_assert_cmpuint (count_windows (self), ==, 2);
  answer ("Could Not Open", "close");
  wait_for (has_n_windows, &(WindowWait){ self, 1 });
  g_assert_true (seven_document_get_modified (self->document));
}

static void
test_latin1 (Fixture *self, gconstpointer data)
{
  add_file (self, URI, "{\"from\": \"M\xfcller\"}", -1);
  open_file (self, URI);
  answer ("Is Not UTF-8", "latin1");
  wait_for_text (self, URI, "{\"from\": \"Müller\"}");
}

static void
test_utf16 (Fixture *self, gconstpointer data)
{
  const char text[] = "\xff\xfe{\0}\0";

  add_file (self, URI, text, sizeof text - 1);
  open_file (self, URI);
  answer ("Is Not UTF-8", "utf16");
  wait_for_text (self, URI, "{}");
}

static void
test_not_converted (Fixture *self, gconstpointer data)
{
  add_file (self, URI, "{\"from\": \"M\xfcller\"}", -1);
  open_file (self, URI);
  answer ("Is Not UTF-8", "cancel");
  g_assert_null (seven_document_get_uri (self->document));
  g_assert_cmpuint (count_windows (self), ==, 1);
}

static void
test_save (Fixture *self, gconstpointer data)
{
  open_acme (self);
  seven_document_set_sender (self->document, "Other");
  activate (self->window, "win.save");
  wait_for (is_saved, self);
  assert_stored (self, URI, OTHER);
}

static void
test_changed_on_disk (Fixture *self, gconstpointer data)
{
  open_acme (self);
  self->store->version++;
  seven_document_set_sender (self->document, "Other");
  activate (self->window, "win.save");
  answer ("Has Changed on Disk", "cancel");
  g_assert_true (seven_document_get_modified (self->document));
  g_assert_cmpuint (self->store->n_saves, ==, 0);
  activate (self->window, "win.save");
  answer ("Has Changed on Disk", "overwrite");
  wait_for (is_saved, self);
  assert_stored (self, URI, OTHER);
}

static void
test_close_cancelled (Fixture *self, gconstpointer data)
{
  open_acme (self);
  seven_document_set_sender (self->document, "Other");
  gtk_window_close (GTK_WINDOW (self->window));
  answer ("Save Changes to “acme.json”", "cancel");
  g_assert_cmpuint (count_windows (self), ==, 1);
  g_assert_true (seven_document_get_modified (self->document));
}

static void
test_close_discarded (Fixture *self, gconstpointer data)
{
  open_acme (self);
  seven_document_set_sender (self->document, "Other");
  gtk_window_close (GTK_WINDOW (self->window));
  answer ("Save Changes", "discard");
  wait_for (has_no_window, self->application);
  assert_stored (self, URI, ACME);
}

static void
test_close_saved (Fixture *self, gconstpointer data)
{
  open_acme (self);
  seven_document_set_sender (self->document, "Other");
  gtk_window_close (GTK_WINDOW (self->window));
  answer ("Save Changes", "save");
  wait_for (has_no_window, self->application);
  assert_stored (self, URI, OTHER);
}

static void
test_close_unmodified (Fixture *self, gconstpointer data)
{
  open_acme (self);
  gtk_window_close (GTK_WINDOW (self->window));
  g_assert_null (find_dialog ());
  wait_for (has_no_window, self->application);
}

static void
test_paste (Fixture *self, gconstpointer data)
{
  SevenDocument *document;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->window)), ACME);
  g_action_group_activate_action (G_ACTION_GROUP (self->application), "paste", NULL);
  wait_for (has_n_windows, &(WindowWait){ self, 2 });
  document = seven_window_get_document (get_window (self));
  assert_text (document, ACME);
  /* Nowhere else is it kept: closing asks. */
  g_assert_true (seven_document_get_modified (document));
}

static void
test_new (Fixture *self, gconstpointer data)
{
  const char *const actions[] = { "new", "new-documented" };
  const guint n_templates[] = { 8, 3 };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++) {
    SevenDocument *document;

    g_action_group_activate_action (G_ACTION_GROUP (self->application), actions[i], NULL);
    document = seven_window_get_document (get_window (self));
    g_assert_cmpuint (g_list_model_get_n_items (seven_document_get_templates (document)), ==, n_templates[i]);
    g_assert_false (seven_document_get_modified (document));
  }
  g_assert_cmpuint (count_windows (self), ==, 3);
}

#define KEY "example-key-not-real"
#define WITHOUT_KEY "{\"apiKey\": \"<your-api-key>\", \"from\": \"Acme\", \"templates\": []}\n"
#define WITH_KEY "{\"apiKey\": \"" KEY "\", \"from\": \"Acme\", \"templates\": []}\n"

static SevenKeyKeeper *
get_keeper (Fixture *self)
{
  g_autoptr (SevenConnection) connection = NULL;

  g_object_get (get_window (self), "connection", &connection, NULL);
  /* The window holds it on. */
  return seven_connection_get_keeper (connection);
}

static gboolean
has_kept_key (gpointer user_data)
{
  gboolean kept;

  g_object_get (get_keeper (user_data), "kept", &kept, NULL);
  return kept;
}

static gboolean
has_asked_keyring (gpointer user_data)
{
  Fixture *self = user_data;

  return self->keys->task != NULL;
}

static void
open_without_key (Fixture *self)
{
  add_file (self, URI, WITHOUT_KEY, -1);
  open_file (self, URI);
  wait_for_text (self, URI, WITHOUT_KEY);
}

/* A file whose key is to be in the keyring as soon as it is saved. */
static void
open_with_wish (Fixture *self)
{
  open_without_key (self);
  settle ();
  seven_key_keeper_set_wanted (get_keeper (self), TRUE);
  seven_document_set_api_key (self->document, KEY);
}

static void
test_kept_key (Fixture *self, gconstpointer data)
{
  g_autofree char *key = NULL;

  fake_key_store_put (self->keys, URI, KEY);
  open_without_key (self);
  wait_for (has_kept_key, self);
  key = seven_document_dup_usable_key (self->document);
  g_assert_cmpstr (key, ==, KEY);
  g_assert_false (seven_document_get_modified (self->document));
}

/* First the keyring has the key, then it leaves the text, then that is written. */
static void
test_save_with_keyring (Fixture *self, gconstpointer data)
{
  open_with_wish (self);
  self->keys->waits = TRUE;
  activate (self->window, "win.save");
  wait_for (has_asked_keyring, self);
  g_assert_cmpstr (self->keys->call, ==, "lookup");
  fake_key_store_answer (self->keys);
  wait_for (has_asked_keyring, self);
  g_assert_cmpstr (self->keys->call, ==, "store");
  g_assert_cmpuint (self->store->n_saves, ==, 0);
  assert_text (self->document, WITH_KEY);
  fake_key_store_answer (self->keys);
  wait_for (is_saved, self);
  g_assert_cmpstr (fake_key_store_get (self->keys, URI), ==, KEY);
  assert_stored (self, URI, WITHOUT_KEY);
  assert_text (self->document, WITHOUT_KEY);
}

/* The key is not written where it was not to be, unless the person says so. */
static void
test_save_without_keyring (Fixture *self, gconstpointer data)
{
  open_with_wish (self);
  self->keys->failure = SEVEN_KEY_STORE_ERROR_LOCKED;
  activate (self->window, "win.save");
  answer ("Could Not Be Kept in the Keyring", "cancel");
  g_assert_cmpuint (self->store->n_saves, ==, 0);
  assert_text (self->document, WITH_KEY);
  activate (self->window, "win.save");
  answer ("Could Not Be Kept in the Keyring", "in-file");
  wait_for (is_saved, self);
  assert_stored (self, URI, WITH_KEY);
  g_assert_null (fake_key_store_get (self->keys, URI));
}

static gboolean
is_key_given_back (gpointer user_data)
{
  Fixture *self = user_data;
  gboolean busy;

  g_object_get (get_keeper (self), "busy", &busy, NULL);
  return !busy && fake_key_store_get (self->keys, URI) == NULL;
}

/* Whoever does not overwrite the file leaves its key in the keyring as it was, too. */
static void
test_conflict_with_keyring (Fixture *self, gconstpointer data)
{
  open_with_wish (self);
  self->store->version++;
  activate (self->window, "win.save");
  answer ("Has Changed on Disk", "cancel");
  wait_for (is_key_given_back, self);
  assert_text (self->document, WITH_KEY);
  activate (self->window, "win.save");
  answer ("Has Changed on Disk", "overwrite");
  wait_for (is_saved, self);
  assert_stored (self, URI, WITHOUT_KEY);
  g_assert_cmpstr (fake_key_store_get (self->keys, URI), ==, KEY);
}

/* Closing gives up what the keyring is asked for: nothing waits for it, nothing is written. */
static void
test_close_while_keyring_asks (Fixture *self, gconstpointer data)
{
  open_with_wish (self);
  self->keys->waits = TRUE;
  activate (self->window, "win.save");
  wait_for (has_asked_keyring, self);
  gtk_window_close (GTK_WINDOW (self->window));
  answer ("Save Changes", "discard");
  wait_for (has_no_window, self->application);
  g_assert_null (self->keys->task);
  assert_stored (self, URI, WITHOUT_KEY);
}

static void
tear_down_files (Fixture *self, gconstpointer data)
{
  if (has_no_window (self->application)) {
    g_clear_object (&self->application);
    g_clear_object (&self->gateways);
    g_clear_object (&self->keys);
    g_clear_object (&self->states);
    g_clear_object (&self->store);
    return;
  }
  tear_down (self, data);
}

static void
add_tests (void)
{
#define ADD(path, func) g_test_add ("/window-files/" path, Fixture, NULL, set_up, func, tear_down_files)
  ADD ("takes-the-place-of-a-draft", test_takes_the_place_of_a_draft);
  ADD ("flows-in-use", test_flows_in_use);
  ADD ("a-window-each", test_a_window_each);
  ADD ("keeps-a-modified-draft", test_keeps_a_modified_draft);
  ADD ("missing", test_missing);
  ADD ("missing-in-its-own-window", test_missing_in_its_own_window);
  ADD ("latin1", test_latin1);
  ADD ("utf16", test_utf16);
  ADD ("not-converted", test_not_converted);
  ADD ("save", test_save);
  ADD ("changed-on-disk", test_changed_on_disk);
  ADD ("close-cancelled", test_close_cancelled);
  ADD ("close-discarded", test_close_discarded);
  ADD ("close-saved", test_close_saved);
  ADD ("close-unmodified", test_close_unmodified);
  ADD ("paste", test_paste);
  ADD ("new", test_new);
  ADD ("kept-key", test_kept_key);
  ADD ("save-with-keyring", test_save_with_keyring);
  ADD ("save-without-keyring", test_save_without_keyring);
  ADD ("conflict-with-keyring", test_conflict_with_keyring);
  ADD ("close-while-keyring-asks", test_close_while_keyring_asks);
#undef ADD
}

int
main (int argc, char *argv[])
{
  return run_window_tests (argc, argv, add_tests);
}
