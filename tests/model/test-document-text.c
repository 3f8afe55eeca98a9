/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "document-test.h"

static void
test_modified (void)
{
  SevenDocument *document = make_document ("{}");

  seven_document_type (document, 1, 0, " ");
  assert_boolean (document, "modified", TRUE);
  seven_document_undo (document);
  assert_boolean (document, "modified", FALSE);
  assert_boolean (document, "can-redo", TRUE);
  seven_document_redo (document);
  assert_boolean (document, "modified", TRUE);
  seven_document_undo (document);
  seven_document_type (document, 1, 0, "  ");
  assert_boolean (document, "can-redo", FALSE);
  assert_boolean (document, "modified", TRUE);
  /* Typed and taken away again. */
  seven_document_type (document, 1, 2, "");
  assert_boolean (document, "modified", FALSE);
  assert_boolean (document, "can-undo", FALSE);
  g_assert_finalize_object (document);
}

static void
test_merge (void)
{
  SevenDocument *document = make_document ("[]");

  seven_document_type (document, 1, 0, "1");
  seven_document_type (document, 2, 0, "2");
  seven_document_type (document, 3, 0, "3");
  seven_document_type (document, 3, 1, "");
  assert_text (document, "[12]");
  seven_document_seal (document);
  seven_document_type (document, 3, 0, "4");
  seven_document_undo (document);
  assert_text (document, "[12]");
  seven_document_undo (document);
  assert_text (document, "[]");
  assert_boolean (document, "can-undo", FALSE);
  /* Elsewhere is another step. */
  seven_document_type (document, 1, 0, "1");
  seven_document_type (document, 0, 0, " ");
  seven_document_undo (document);
  assert_text (document, "[1]");
  g_assert_finalize_object (document);
}

static void
test_merge_fields (void)
{
  SevenDocument *document = make_document ("{\"apiKey\": \"\", \"from\": \"\"}");

  seven_document_set_sender (document, "A");
  seven_document_set_sender (document, "Ac");
  seven_document_set_sender (document, "Acm");
  seven_document_set_api_key (document, "k");
  seven_document_set_api_key (document, "ke");
  assert_string (document, "undo-label", "Undo: Edit API Key");
  seven_document_undo (document);
  assert_text (document, "{\"apiKey\": \"\", \"from\": \"Acm\"}");
  assert_string (document, "redo-label", "Redo: Edit API Key");
  seven_document_undo (document);
  assert_text (document, "{\"apiKey\": \"\", \"from\": \"\"}");
  assert_string (document, "undo-label", "Undo");
  g_assert_finalize_object (document);
}

/* Keeps a text of its own by what the document says of its changes. */
static void
spliced_cb (SevenDocument *document, guint64 offset, guint64 removed, const char *inserted, GString *follower)
{
  g_string_erase (follower, (gssize) offset, (gssize) removed);
  g_string_insert (follower, (gssize) offset, inserted);
}

static void
edit_at_random (SevenDocument *document)
{
  static const char *const pieces[] = { "a", "ü", "\"", "{", "}", "", "", ",\n", "😀", "{{code}}" };
  static const char *const usages[] = { "Generic", "BindMfa", "x" };
  const char *piece = pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))];
  guint index = (guint) g_test_rand_int_range (0, 3);

  switch (g_test_rand_int_range (0, 12)) {
  case 0:
    seven_document_set_sender (document, piece);
    break;
  case 1:
  case 2:
    seven_document_set_template_content (document, index, piece);
    break;
  case 3:
    seven_document_add_template (document, usages[index]);
    break;
  case 4:
    seven_document_seal (document);
    break;
  case 5:
  case 6:
    seven_document_undo (document);
    break;
  case 7:
    seven_document_redo (document);
    break;
  case 8:
    seven_document_format (document);
    break;
  case 9:
    seven_document_remove_template (document, index);
    break;
  case 10:
    seven_document_move_template (document, index, 0);
    break;
  default:
    type_at_random (document, piece);
    break;
  }
}

static void
undo_all (SevenDocument *document)
{
  gboolean more = TRUE;

  while (more) {
    seven_document_undo (document);
    g_object_get (document, "can-undo", &more, NULL);
  }
}

static void
redo_all (SevenDocument *document)
{
  gboolean more = TRUE;

  while (more) {
    seven_document_redo (document);
    g_object_get (document, "can-redo", &more, NULL);
  }
}

/* Any edits, anywhere: undo comes back byte by byte, redo too, and who follows the splices has the same text. */
static void
test_undo_property (void)
{
  for (guint round = 0; round < 60; round++) {
    SevenDocument *document = make_document (SMALL);
    g_autoptr (GString) follower = g_string_new (SMALL);
    g_autofree char *last = NULL;

    g_signal_connect (document, "spliced", G_CALLBACK (spliced_cb), follower);
    for (guint i = 0; i < 60; i++) {
      edit_at_random (document);
      g_assert_cmpstr (follower->str, ==, seven_document_get_text (document, NULL));
    }
    redo_all (document);
    last = g_strdup (seven_document_get_text (document, NULL));
    undo_all (document);
    assert_text (document, SMALL);
    g_assert_cmpstr (follower->str, ==, SMALL);
    assert_boolean (document, "modified", FALSE);
    redo_all (document);
    assert_text (document, last);
    g_assert_cmpstr (follower->str, ==, last);
    g_assert_finalize_object (document);
  }
}

static void
test_nul (void)
{
  static const char text[] = "{\"a\":\0 1}";
  SevenDocument *document = seven_document_new ();
  const char *now;
  gsize length;

  seven_document_reset (document, text, sizeof text - 1, NULL, NULL);
  assert_boolean (document, "valid", FALSE);
  seven_document_type (document, 5, 1, "");
  assert_boolean (document, "valid", TRUE);
  seven_document_undo (document);
  now = seven_document_get_text (document, &length);
  g_assert_cmpmem (now, length, text, sizeof text - 1);
  g_assert_finalize_object (document);
}

static char *
make_large (guint n_templates)
{
  GString *text = g_string_new ("{\n  \"apiKey\": \"k\",\n  \"from\": \"Acme\",\n  \"templates\": [\n");

  for (guint i = 0; i < n_templates; i++)
    g_string_append_printf (text, "    { \"usageType\": \"Type%u\", \"content\": \"{{code}} %0450u\" }%s\n",
        i, i, i + 1 < n_templates ? "," : "");
  g_string_append (text, "  ]\n}\n");

  return g_string_free (text, FALSE);
}

static void
wait_for_check (SevenDocument *document)
{
  gboolean checking = TRUE;

  while (checking) {
    g_main_context_iteration (NULL, TRUE);
    g_object_get (document, "checking", &checking, NULL);
  }
}

/* A check in a thread keeps the document until it is done. The thread may be the last to let go of it, and wakes nobody
 * when it does. */
static void
wait_for_thread (SevenDocument *document)
{
  while (g_atomic_int_get (&G_OBJECT (document)->ref_count) > 1)
    if (!g_main_context_iteration (NULL, FALSE))
      g_thread_yield ();
}

/* Checked in a thread: only the newest text counts, and form edits are right meanwhile. */
static void
test_large (void)
{
  g_autofree char *text = make_large (10000);
  SevenDocument *document = make_document (text);
  Counter counter = { 0 };

  assert_boolean (document, "checking", TRUE);
  assert_string (document, "summary", "Checking…");
  g_assert_cmpuint (count_items (seven_document_get_templates (document)), ==, 0);
  g_signal_connect_swapped (document, "checked", G_CALLBACK (count_signal_cb), &counter);
  seven_document_type (document, 0, 0, "\n");
  seven_document_set_sender (document, "Later");
  wait_for_check (document);
  g_assert_cmpuint (counter.n, ==, 1);
  assert_string (document, "sender", "Later");
  assert_boolean (document, "valid", TRUE);
  g_assert_cmpuint (count_items (seven_document_get_templates (document)), ==, 10000);
  seven_document_set_template_content (document, 9999, "{{code}}");
  wait_for_check (document);
  undo_all (document);
  wait_for_check (document);
  assert_text (document, text);
  assert_boolean (document, "modified", FALSE);
  wait_for_thread (document);
  g_assert_finalize_object (document);
}

static void
test_large_to_small (void)
{
  g_autofree char *text = make_large (1000);
  SevenDocument *document = make_document (text);

  assert_boolean (document, "checking", TRUE);
  seven_document_reset (document, SMALL, strlen (SMALL), NULL, NULL);
  assert_boolean (document, "checking", FALSE);
  wait_for_thread (document);
  assert_string (document, "coverage", "2 of 8 Logto flows covered");
  g_assert_finalize_object (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document-text/modified", test_modified);
  g_test_add_func ("/document-text/merge", test_merge);
  g_test_add_func ("/document-text/merge-fields", test_merge_fields);
  g_test_add_func ("/document-text/undo-property", test_undo_property);
  g_test_add_func ("/document-text/nul", test_nul);
  g_test_add_func ("/document-text/large", test_large);
  g_test_add_func ("/document-text/large-to-small", test_large_to_small);

  return g_test_run ();
}
