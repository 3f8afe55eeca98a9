/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "document-test.h"

#include "seven-scrub.h"

#define KEY "example-key-not-real"
#define OTHER_KEY "another-key-not-real"
#define HIDDEN "<your-api-key>"

#define CONFIG(key) "{\n  \"apiKey\": \"" key "\",\n  \"from\": \"Acme\",\n  \"templates\": []\n}\n"

static guint
count_rule (SevenDocument *document, const char *rule)
{
  GListModel *problems = seven_document_get_problems (document);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++) {
    g_autoptr (SevenProblem) problem = g_list_model_get_item (problems, i);

    n += g_str_equal (seven_problem_get_rule (problem), rule);
  }
  return n;
}

static void
assert_usable_key (SevenDocument *document, const char *expected)
{
  g_autofree char *key = seven_document_dup_usable_key (document);

  g_assert_cmpstr (key, ==, expected);
  assert_boolean (document, "has-key", expected != NULL);
}

static void
test_stored (void)
{
  SevenDocument *document = make_document (CONFIG (HIDDEN));
  Counter stored = { 0 };
  Counter has_key = { 0 };

  g_signal_connect (document, "notify::key-stored", G_CALLBACK (count_cb), &stored);
  g_signal_connect (document, "notify::has-key", G_CALLBACK (count_cb), &has_key);
  assert_boolean (document, "key-stored", FALSE);
  assert_usable_key (document, NULL);
  g_assert_cmpuint (count_rule (document, "api-key-placeholder"), ==, 1);
  seven_document_set_stored_key (document, " " KEY "\n");
  assert_boolean (document, "key-stored", TRUE);
  assert_usable_key (document, KEY);
  g_assert_cmpuint (count_rule (document, "api-key-placeholder"), ==, 0);
  seven_document_set_stored_key (document, OTHER_KEY);
  assert_usable_key (document, OTHER_KEY);
  g_assert_cmpuint (stored.n, ==, 1);
  g_assert_cmpuint (has_key.n, ==, 1);
  seven_document_set_stored_key (document, NULL);
  assert_usable_key (document, NULL);
  g_assert_cmpuint (count_rule (document, "api-key-placeholder"), ==, 1);
  g_assert_cmpuint (stored.n, ==, 2);
  g_assert_cmpuint (has_key.n, ==, 2);
  assert_boolean (document, "modified", FALSE);
  assert_boolean (document, "can-undo", FALSE);
  g_assert_finalize_object (document);
}

/* What comes out of a keyring may be anything. */
static void
test_stored_unusable (void)
{
  static const char *const keys[] = { "", " \n", HIDDEN, "two\nlines", "€" };
  SevenDocument *document = make_document (CONFIG (HIDDEN));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    seven_document_set_stored_key (document, keys[i]);
    assert_boolean (document, "key-stored", FALSE);
    assert_usable_key (document, NULL);
  }
  g_assert_finalize_object (document);
}

static void
test_text_first (void)
{
  SevenDocument *document = make_document (CONFIG (KEY));

  seven_document_set_stored_key (document, OTHER_KEY);
  assert_usable_key (document, KEY);
  seven_document_set_api_key (document, "");
  assert_usable_key (document, OTHER_KEY);
  g_assert_finalize_object (document);
}

/* The key is that of a place, and an unsaved text has none. */
static void
test_another_document (void)
{
  static const char text[] = CONFIG (HIDDEN);
  SevenDocument *document = make_document (text);

  seven_document_set_stored_key (document, KEY);
  seven_document_reset (document, text, strlen (text), NULL, NULL);
  assert_boolean (document, "key-stored", FALSE);
  seven_document_reset (document, text, strlen (text), "file:///a.json", NULL);
  seven_document_set_stored_key (document, KEY);
  seven_document_reset (document, text, strlen (text), "file:///a.json", NULL);
  assert_boolean (document, "key-stored", TRUE);
  seven_document_reset (document, text, strlen (text), "file:///b.json", NULL);
  assert_boolean (document, "key-stored", FALSE);
  assert_usable_key (document, NULL);
  g_assert_cmpuint (count_rule (document, "api-key-placeholder"), ==, 1);
  g_assert_finalize_object (document);
}

static void
test_for_logto (void)
{
  SevenDocument *document = make_document (CONFIG (HIDDEN));
  g_autofree char *warning = seven_document_dup_copy_advice (document, TRUE);
  g_autofree char *advice = NULL;
  g_autofree char *text = NULL;
  g_autofree char *without = NULL;

  assert_contains (warning, "placeholder");
  seven_document_set_stored_key (document, KEY);
  advice = seven_document_dup_copy_advice (document, TRUE);
  assert_contains_not (advice, "placeholder");
  text = seven_document_dup_for_logto (document, TRUE);
  g_assert_cmpstr (text, ==, CONFIG (KEY));
  without = seven_document_dup_for_logto (document, FALSE);
  assert_contains_not (without, KEY);
  assert_text (document, CONFIG (HIDDEN));
  g_assert_finalize_object (document);
}

static void
test_taken_out (void)
{
  SevenDocument *document = make_document (CONFIG (KEY));
  Counter spliced = { 0 };

  g_signal_connect_swapped (document, "spliced", G_CALLBACK (count_signal_cb), &spliced);
  seven_document_take_out_key (document);
  assert_text (document, CONFIG (HIDDEN));
  assert_string (document, "api-key", HIDDEN);
  assert_boolean (document, "modified", TRUE);
  assert_boolean (document, "can-undo", FALSE);
  g_assert_cmpuint (spliced.n, ==, 1);
  /* Once more changes nothing. */
  seven_document_take_out_key (document);
  g_assert_cmpuint (spliced.n, ==, 1);
  g_assert_finalize_object (document);
}

/* The other steps stay, and no way leads back to what lies on the disk. */
static void
test_other_steps (void)
{
  SevenDocument *document = make_document (CONFIG (KEY));

  seven_document_set_sender (document, "Acme2");
  seven_document_set_api_key (document, OTHER_KEY);
  seven_document_set_sender (document, "Acme3");
  seven_document_add_template (document, "Generic");
  seven_document_undo (document);
  seven_document_take_out_key (document);
  assert_string (document, "sender", "Acme3");
  assert_string (document, "redo-label", "Redo: Add Template");
  seven_document_undo (document);
  assert_string (document, "sender", "Acme2");
  seven_document_undo (document);
  assert_text (document, CONFIG (HIDDEN));
  assert_boolean (document, "can-undo", FALSE);
  assert_boolean (document, "modified", TRUE);
  for (guint i = 0; i < 3; i++)
    seven_document_redo (document);
  g_assert_cmpuint (count_items (seven_document_get_templates (document)), ==, 1);
  assert_string (document, "api-key", HIDDEN);
  assert_boolean (document, "can-redo", FALSE);
  g_assert_finalize_object (document);
}

/* The disk has the placeholder, and has it still. */
static void
test_typed_since (void)
{
  SevenDocument *document = make_document (CONFIG (HIDDEN));

  seven_document_set_api_key (document, KEY);
  assert_boolean (document, "modified", TRUE);
  seven_document_take_out_key (document);
  assert_text (document, CONFIG (HIDDEN));
  assert_boolean (document, "modified", FALSE);
  assert_boolean (document, "can-undo", FALSE);
  g_assert_finalize_object (document);
}

static void
assert_no_piece (SevenDocument *document, const char *piece)
{
  while (seven_document_get_modified (document)) {
    assert_contains_not (seven_document_get_text (document, NULL), piece);
    seven_document_undo (document);
  }
}

/* Each sign is a step of its own, some of them where the text is no JSON. */
static void
test_typed_in_steps (void)
{
  static const char before[] = "{\"apiKey\": \"\", \"from\": \"Acme\"}";
  static const char broken[] = "{\"apiKey\": \"\", \"from\": \"Acme\"";

  for (guint i = 0; i < 2; i++) {
    SevenDocument *document = make_document (i == 0 ? before : broken);

    for (guint n = 0; KEY[n] != '\0'; n++) {
      const char sign[] = { KEY[n], '\0' };

      seven_document_type (document, 12 + n, 0, sign);
      seven_document_seal (document);
    }
    seven_document_take_out_key (document);
    assert_boolean (document, "modified", TRUE);
    assert_string (document, "undo-label", "Undo: Typing");
    assert_no_piece (document, "\"e");
    assert_text (document, i == 0 ? before : broken);
    assert_boolean (document, "can-undo", FALSE);
    g_assert_finalize_object (document);
  }
}

static void
test_form_in_steps (void)
{
  SevenDocument *document = make_document (CONFIG (""));
  g_autoptr (GString) typed = g_string_new (NULL);

  for (guint n = 0; KEY[n] != '\0'; n++) {
    g_string_append_c (typed, KEY[n]);
    seven_document_set_api_key (document, typed->str);
  }
  seven_document_seal (document);
  seven_document_set_api_key (document, "short");
  seven_document_take_out_key (document);
  assert_no_piece (document, "\"e");
  assert_text (document, CONFIG (""));
  seven_document_redo (document);
  assert_text (document, CONFIG (HIDDEN));
  assert_boolean (document, "can-redo", FALSE);
  g_assert_finalize_object (document);
}

/* A key pasted into the wrong field and taken away again. */
static void
test_wrong_field (void)
{
  SevenDocument *document = make_document (CONFIG (HIDDEN));

  seven_document_set_sender (document, KEY);
  seven_document_seal (document);
  seven_document_set_sender (document, "Acme");
  seven_document_set_stored_key (document, KEY);
  seven_document_take_out_key (document);
  assert_boolean (document, "can-undo", TRUE);
  assert_no_piece (document, KEY);
  g_assert_finalize_object (document);
}

/* While the text is no JSON the form shows the last one that was: that one is scrubbed as well. */
static void
test_broken (void)
{
  SevenDocument *document = make_document (CONFIG (KEY));

  seven_document_type (document, 0, 0, "x");
  assert_boolean (document, "valid", FALSE);
  assert_string (document, "api-key", KEY);
  assert_usable_key (document, KEY);
  seven_document_take_out_key (document);
  assert_text (document, "x" CONFIG (HIDDEN));
  assert_boolean (document, "valid", FALSE);
  assert_string (document, "api-key", HIDDEN);
  assert_string (document, "sender", "Acme");
  assert_usable_key (document, NULL);
  seven_document_undo (document);
  assert_text (document, CONFIG (HIDDEN));
  g_assert_finalize_object (document);
}

/* Too large to be checked at once otherwise; a check of the old text is under way. */
static void
test_large (void)
{
  g_autofree char *rest = g_strnfill (300 * 1024, ' ');
  g_autofree char *text = g_strconcat (CONFIG (KEY), rest, NULL);
  SevenDocument *document = make_document (text);

  assert_boolean (document, "checking", TRUE);
  seven_document_take_out_key (document);
  assert_boolean (document, "checking", FALSE);
  assert_string (document, "api-key", HIDDEN);
  settle ();
  assert_string (document, "api-key", HIDDEN);
  g_assert_cmpuint (count_rule (document, "api-key-placeholder"), ==, 1);
  while (G_OBJECT (document)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  assert_string (document, "api-key", HIDDEN);
  g_assert_finalize_object (document);
}

static void
set_key_at_random (SevenDocument *document)
{
  const char *key = g_test_rand_bit () ? KEY : OTHER_KEY;
  g_autofree char *piece = g_strndup (key, (gsize) g_test_rand_int_range (0, (gint32) strlen (key) + 1));

  seven_document_set_api_key (document, piece);
}

static void
edit_at_random (SevenDocument *document)
{
  static const char *const pieces[] = { "a", "ü", "\"", "{", "}", "", "", ",\n", "😀", KEY, "apiKey",
    "\"apiKey\": \"" KEY "\",", "\"api_key\": \"" KEY, "\"apiKey\": 4711," };
  const char *piece = pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))];

  switch (g_test_rand_int_range (0, 12)) {
  case 0:
    seven_document_set_sender (document, piece);
    break;
  case 1:
  case 2:
    set_key_at_random (document);
    break;
  case 3:
    seven_document_add_template (document, "Generic");
    break;
  case 4:
    seven_document_seal (document);
    break;
  case 5:
  case 6:
  case 7:
    seven_document_undo (document);
    break;
  case 8:
    seven_document_redo (document);
    break;
  case 9:
    seven_document_format (document);
    break;
  default:
    type_at_random (document, piece);
  }
}

static gboolean
get_boolean (SevenDocument *document, const char *property)
{
  gboolean value;

  g_object_get (document, property, &value, NULL);
  return value;
}

/* All texts that undo and redo lead to, in their order, and where among them it stands; ends where it was. */
static GPtrArray *
walk (SevenDocument *document, guint *position)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  guint n_back = 0;

  for (; get_boolean (document, "can-undo"); n_back++)
    seven_document_undo (document);
  g_ptr_array_add (texts, g_strdup (seven_document_get_text (document, NULL)));
  while (get_boolean (document, "can-redo")) {
    seven_document_redo (document);
    g_ptr_array_add (texts, g_strdup (seven_document_get_text (document, NULL)));
  }
  for (guint i = texts->len - 1; i > n_back; i--)
    seven_document_undo (document);
  *position = n_back;
  return texts;
}

/* What is expected of the texts: each scrubbed by itself, those that became equal to their neighbour once. */
static GPtrArray *
scrub_all (GPtrArray *texts, guint *position)
{
  g_autoptr (SevenScrub) scrub = seven_scrub_new ();
  GPtrArray *scrubbed = g_ptr_array_new_with_free_func (g_free);
  guint present = 0;

  seven_scrub_learn_key (scrub, KEY);
  for (guint i = 0; i < texts->len; i++)
    seven_scrub_learn (scrub, texts->pdata[i], strlen (texts->pdata[i]));
  for (guint i = 0; i < texts->len; i++) {
    char *text = g_string_free (seven_scrub_put (scrub, texts->pdata[i], strlen (texts->pdata[i])), FALSE);

    if (i == 0 || !g_str_equal (text, scrubbed->pdata[scrubbed->len - 1]))
      g_ptr_array_add (scrubbed, text);
    else
      g_free (text);
    if (i == *position)
      present = scrubbed->len - 1;
  }
  *position = present;
  return scrubbed;
}

static void
spliced_cb (SevenDocument *document, guint64 offset, guint64 removed, const char *inserted, GString *follower)
{
  g_string_erase (follower, (gssize) offset, (gssize) removed);
  g_string_insert (follower, (gssize) offset, inserted);
}

/* Whatever was done: what is left of each text is what scrubbing it leaves, and steps lead from each to the next. */
static void
test_property (void)
{
  guint n_rewritten = 0;

  for (guint run = 0; run < 300; run++) {
    SevenDocument *document = make_document (run % 2 == 0 ? CONFIG (KEY) : CONFIG (HIDDEN));
    g_autoptr (GString) follower = g_string_new (seven_document_get_text (document, NULL));
    g_autoptr (GPtrArray) texts = NULL;
    g_autoptr (GPtrArray) expected = NULL;
    g_autoptr (GPtrArray) found = NULL;
    guint position;
    guint found_position;

    g_signal_connect (document, "spliced", G_CALLBACK (spliced_cb), follower);
    for (guint i = 0; i < 25; i++)
      edit_at_random (document);
    texts = walk (document, &position);
    expected = scrub_all (texts, &position);
    seven_document_set_stored_key (document, KEY);
    seven_document_take_out_key (document);
    g_assert_cmpstr (follower->str, ==, seven_document_get_text (document, NULL));
    found = walk (document, &found_position);
    g_assert_cmpuint (found->len, ==, expected->len);
    g_assert_cmpuint (found_position, ==, position);
    for (guint i = 0; i < found->len; i++) {
      g_assert_cmpstr (found->pdata[i], ==, expected->pdata[i]);
      assert_contains_not (found->pdata[i], KEY);
    }
    n_rewritten += found->len;
    g_assert_cmpstr (follower->str, ==, seven_document_get_text (document, NULL));
    g_assert_finalize_object (document);
  }
  g_assert_cmpuint (n_rewritten, >, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-key/stored", test_stored);
  g_test_add_func ("/document-key/stored-unusable", test_stored_unusable);
  g_test_add_func ("/document-key/text-first", test_text_first);
  g_test_add_func ("/document-key/another-document", test_another_document);
  g_test_add_func ("/document-key/for-logto", test_for_logto);
  g_test_add_func ("/document-key/taken-out", test_taken_out);
  g_test_add_func ("/document-key/other-steps", test_other_steps);
  g_test_add_func ("/document-key/typed-since", test_typed_since);
  g_test_add_func ("/document-key/typed-in-steps", test_typed_in_steps);
  g_test_add_func ("/document-key/form-in-steps", test_form_in_steps);
  g_test_add_func ("/document-key/wrong-field", test_wrong_field);
  g_test_add_func ("/document-key/broken", test_broken);
  g_test_add_func ("/document-key/large", test_large);
  g_test_add_func ("/document-key/property", test_property);

  return g_test_run ();
}
