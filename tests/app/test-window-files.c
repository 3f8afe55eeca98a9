/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "window-test.h"

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

static void
tear_down_files (Fixture *self, gconstpointer data)
{
  if (has_no_window (self->application)) {
    g_clear_object (&self->application);
    g_clear_object (&self->gateways);
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
#undef ADD
}

int
main (int argc, char *argv[])
{
  return run_window_tests (argc, argv, add_tests);
}
