/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-document.h"
#include "seven-message.h"

#include "model-test.h"

#define A "{\"usageType\":\"SignIn\",\"content\":\"a {{code}}\"}"
#define B "{\"usageType\":\"Generic\",\"content\":\"b {{code}}\"}"
#define C "{\"usageType\":\"Register\",\"content\":\"c {{code}}\"}"
#define D "{\"usageType\":\"BindMfa\",\"content\":\"d {{code}}\"}"
#define CONFIG(templates) "{\"apiKey\":\"k\",\"from\":\"Acme\",\"templates\":[" templates "]}"

static SevenDocument *
make_document (const char *text)
{
  SevenDocument *document = seven_document_new ();

  seven_document_reset (document, text, strlen (text), NULL, NULL);

  return document;
}

static SevenTemplateItem *
get_item (SevenDocument *document, guint index)
{
  return g_list_model_get_item (seven_document_get_templates (document), index);
}

static void
test_properties (void)
{
  SevenDocument *document =
      make_document (CONFIG (A "," B "," A ",{\"usageType\":\"Mine\",\"content\":7},{}"));
  g_autoptr (SevenTemplateItem) first = get_item (document, 0);
  g_autoptr (SevenTemplateItem) second = get_item (document, 1);
  g_autoptr (SevenTemplateItem) third = get_item (document, 2);
  g_autoptr (SevenTemplateItem) fourth = get_item (document, 3);
  g_autoptr (SevenTemplateItem) fifth = get_item (document, 4);

  assert_string (first, "title", "SignIn");
  assert_string (first, "accessible-name", "Template 1, SignIn");
  assert_string (first, "flow", "Sign in with a phone code");
  assert_string (first, "meter", "8 of 160 · GSM-7 · 1 part");
  assert_boolean (first, "meter-warning", FALSE);
  assert_boolean (first, "is-first", TRUE);
  assert_boolean (first, "is-last", FALSE);
  assert_boolean (first, "is-logto-test", FALSE);
  assert_boolean (first, "editable", TRUE);
  assert_boolean (second, "is-logto-test", TRUE);
  assert_string (third, "flow", "Never used: template 1 has the same type");
  assert_string (fourth, "flow", "Logto does not know this type");
  assert_string (fourth, "meter", "");
  assert_boolean (fourth, "editable", FALSE);
  assert_string (fifth, "title", "Template 5");
  assert_string (fifth, "accessible-name", "Template 5");
  assert_string (fifth, "usage", NULL);
  assert_boolean (fifth, "is-last", TRUE);
  g_assert_finalize_object (document);
}

static void
test_contract (void)
{
  SevenDocument *document = make_document (CONFIG (A "," B));
  g_autoptr (SevenTemplateItem) item = get_item (document, 0);

  assert_string_contract (item, "content", "new ü {{code}}");
  assert_string_contract (item, "usage", "Register");
  assert_string (item, "flow", "Sign up with a phone number");
  seven_template_item_set_content (item, NULL);
  seven_template_item_set_usage (item, NULL);
  assert_string (item, "content", "new ü {{code}}");
  g_assert_finalize_object (document);
}

/* What changes is told, and only that. */
static void
test_notifies (void)
{
  SevenDocument *document = make_document (CONFIG (A "," B));
  g_autoptr (SevenTemplateItem) first = get_item (document, 0);
  g_autoptr (SevenTemplateItem) second = get_item (document, 1);
  g_autoptr (SevenMessage) message = NULL;
  Counter meter = { 0 };
  Counter sender = { 0 };
  Counter other = { 0 };
  Counter role = { 0 };

  g_signal_connect (first, "notify::meter", G_CALLBACK (count_cb), &meter);
  g_signal_connect (second, "notify", G_CALLBACK (count_cb), &other);
  seven_document_set_template_content (document, 0, "longer {{code}}");
  g_assert_cmpuint (meter.n, ==, 1);
  g_assert_cmpuint (other.n, ==, 0);
  assert_string (first, "meter", "13 of 160 · GSM-7 · 1 part");
  g_signal_connect (first, "notify::message", G_CALLBACK (count_cb), &sender);
  seven_document_set_sender (document, "Seven");
  g_assert_cmpuint (sender.n, ==, 1);
  g_object_get (first, "message", &message, NULL);
  g_assert_cmpstr (seven_message_get_sender (message), ==, "Seven");
  /* The first of a type takes the flow away from the second. */
  g_signal_connect (second, "notify::is-logto-test", G_CALLBACK (count_cb), &role);
  seven_document_set_template_usage (document, 0, "Generic");
  g_assert_cmpuint (role.n, ==, 1);
  assert_boolean (first, "is-logto-test", TRUE);
  assert_boolean (second, "is-logto-test", FALSE);
  g_assert_finalize_object (document);
}

typedef struct
{
  guint n;
  guint position;
  guint removed;
  guint added;
} Changes;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Changes *changes)
{
  changes->n++;
  changes->position = position;
  changes->removed = removed;
  changes->added = added;
}

typedef struct
{
  const char *name;
  const char *after;
  int kept[4]; /* old index of the item that stands there afterwards; -1: a new one */
  guint n_after;
  Changes changes;
} Identity;

/* Before: A, B, C. */
static const Identity identities[] = {
  { "same", CONFIG (A "," B "," C), { 0, 1, 2 }, 3, { 0, 0, 0, 0 } },
  { "typed", CONFIG (A ",{\"usageType\":\"Generic\",\"content\":\"bb\"}," C), { 0, 1, 2 }, 3,
      { 0, 0, 0, 0 } },
  { "appended", CONFIG (A "," B "," C "," D), { 0, 1, 2, -1 }, 4, { 1, 3, 0, 1 } },
  { "prepended", CONFIG (D "," A "," B "," C), { -1, 0, 1, 2 }, 4, { 1, 0, 0, 1 } },
  { "inserted", CONFIG (A "," D "," B "," C), { 0, -1, 1, 2 }, 4, { 1, 1, 0, 1 } },
  { "first-removed", CONFIG (B "," C), { 1, 2 }, 2, { 1, 0, 1, 0 } },
  { "middle-removed", CONFIG (A "," C), { 0, 2 }, 2, { 1, 1, 1, 0 } },
  { "last-removed", CONFIG (A "," B), { 0, 1 }, 2, { 1, 2, 1, 0 } },
  { "moved-up", CONFIG (B "," A "," C), { 1, 0, 2 }, 3, { 1, 0, 2, 2 } },
  { "moved-to-end", CONFIG (B "," C "," A), { 1, 2, 0 }, 3, { 1, 0, 3, 3 } },
  { "moved-to-start", CONFIG (C "," A "," B), { 2, 0, 1 }, 3, { 1, 0, 3, 3 } },
  { "all-removed", CONFIG (""), { -1 }, 0, { 1, 0, 3, 0 } },
  { "no-array", "{}", { -1 }, 0, { 1, 0, 3, 0 } },
};

/* Items stay with their templates, so that widgets keep their focus, and the list changes where it must alone. */
static void
test_identity (gconstpointer data)
{
  const Identity *identity = data;
  SevenDocument *document = make_document (CONFIG (A "," B "," C));
  GListModel *templates = seven_document_get_templates (document);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SevenSplice) splice = NULL;
  const char *text;
  gsize length;
  Changes changes = { 0 };

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (items, get_item (document, i));
  g_signal_connect (templates, "items-changed", G_CALLBACK (items_changed_cb), &changes);
  text = seven_document_get_text (document, &length);
  splice = seven_splice_between (text, length, identity->after, strlen (identity->after));
  seven_document_apply (document, splice, NULL);

  g_assert_cmpuint (count_items (templates), ==, identity->n_after);
  g_assert_cmpmem (&changes, sizeof changes, &identity->changes, sizeof changes);
  for (guint i = 0; i < identity->n_after; i++) {
    g_autoptr (SevenTemplateItem) item = get_item (document, i);
    int kept = identity->kept[i];

    g_assert_cmpuint (seven_template_item_get_index (item), ==, i);
    if (kept >= 0)
      g_assert_true (g_ptr_array_index (items, kept) == (gpointer) item);
    else
      g_assert_false (g_ptr_array_find (items, item, NULL));
  }
  g_assert_finalize_object (document);
}

/* Who holds an item longer than the document can read it, and edits nothing. */
static void
test_detached (void)
{
  SevenDocument *document = make_document (CONFIG (A "," B));
  SevenTemplateItem *removed = get_item (document, 0);
  SevenTemplateItem *kept = get_item (document, 1);

  seven_document_remove_template (document, 0);
  g_assert_false (seven_template_item_is_attached (removed));
  seven_template_item_set_content (removed, "nowhere");
  assert_string (removed, "content", "a {{code}}");
  g_assert_true (seven_template_item_is_attached (kept));
  g_assert_finalize_object (document);
  g_assert_false (seven_template_item_is_attached (kept));
  seven_template_item_set_usage (kept, "nowhere");
  assert_string (kept, "usage", "Generic");
  assert_string (kept, "meter", "8 of 160 · GSM-7 · 1 part");
  g_assert_finalize_object (removed);
  g_assert_finalize_object (kept);
}

static void
test_problems (void)
{
  SevenDocument *document = make_document (CONFIG (A ",{\"usageType\":\"Generic\",\"content\":\"\"}," C));
  g_autoptr (SevenTemplateItem) first = get_item (document, 0);
  g_autoptr (SevenTemplateItem) second = get_item (document, 1);
  GListModel *problems = seven_template_item_get_problems (second);
  g_autoptr (SevenProblem) problem = g_list_model_get_item (problems, 0);

  g_assert_cmpuint (count_items (seven_template_item_get_problems (first)), ==, 0);
  g_assert_cmpuint (count_items (problems), ==, 1);
  g_assert_cmpstr (seven_problem_get_rule (problem), ==, "content-empty");
  seven_document_fix (document, problem);
  g_assert_cmpuint (count_items (problems), ==, 0);
  seven_template_item_set_content (first, "");
  g_assert_cmpuint (count_items (seven_template_item_get_problems (first)), ==, 1);
  g_assert_cmpuint (count_items (problems), ==, 0);
  g_assert_finalize_object (document);
}

/* A handler that edits while it is told leaves all in step. */
static void
edit_again_cb (SevenTemplateItem *item, GParamSpec *pspec, SevenDocument *document)
{
  seven_document_set_sender (document, "Again");
  if (count_items (seven_document_get_templates (document)) == 3)
    seven_document_remove_template (document, 2);
}

static void
test_reentrant (void)
{
  SevenDocument *document = make_document (CONFIG (A "," B "," C));
  g_autoptr (SevenTemplateItem) item = get_item (document, 0);
  g_autoptr (SevenTemplateItem) last = get_item (document, 1);

  g_signal_connect (item, "notify::content", G_CALLBACK (edit_again_cb), document);
  seven_document_set_template_content (document, 0, "new");
  assert_string (document, "sender", "Again");
  assert_string (item, "content", "new");
  assert_boolean (last, "is-last", TRUE);
  g_assert_cmpuint (count_items (seven_document_get_templates (document)), ==, 2);
  g_assert_finalize_object (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-item/properties", test_properties);
  g_test_add_func ("/template-item/contract", test_contract);
  g_test_add_func ("/template-item/notifies", test_notifies);
  for (gsize i = 0; i < G_N_ELEMENTS (identities); i++) {
    g_autofree char *path = g_strconcat ("/template-item/identity/", identities[i].name, NULL);

    g_test_add_data_func (path, &identities[i], test_identity);
  }
  g_test_add_func ("/template-item/detached", test_detached);
  g_test_add_func ("/template-item/problems", test_problems);
  g_test_add_func ("/template-item/reentrant", test_reentrant);

  return g_test_run ();
}
