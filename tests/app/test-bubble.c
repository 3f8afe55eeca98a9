/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "app-test.h"

#include "seven-bubble-text.h"
#include "seven-bubble.h"

#define AIR "\302\240"
#define TAG_2 AIR "Part 2" AIR AIR

/* With one character before them these fill a part of 67, and all but 3 of it. */
#define LONG SHORT "ij "
#define SHORT "abcdefghij abcdefghij abcdefghij abcdefghij abcdefghij abcdefgh"

static const struct
{
  const char *name;
  const char *content;
  const char *shown;
  const char *bold; /* (nullable) */
  const char *tinted; /* (nullable) the first of what has a background */
} texts[] = {
  { "plain", "Hello.", "Hello.", NULL, NULL },
  { "code", "{{code}} is your code.", "123456 is your code.", "123456", NULL },
  { "offender", "It’s {{code}}.", "It’s 123456.", "123456", "’" },
  { "invisible", "Code\342\200\213 {{code}}", "Code\342\200\213 123456", "123456", "\342\200\213" },
  { "right-to-left", "\327\247\327\225\327\223 {{code}}", "\327\247\327\225\327\223 123456", "123456",
      "\327\247" },
  { "two-parts", "’" LONG "{{code}}", "’" LONG TAG_2 "123456", "123456", "’" },
  { "code-across-parts", "’" SHORT "{{code}} xyz", "’" SHORT "123" TAG_2 "456 xyz", "123" TAG_2 "456", "’" },
};

/* The piece of the text that the first attribute of that kind covers. */
static char *
dup_covered (const char *text, PangoAttrList *list, PangoAttrType type)
{
  GSList *attributes = pango_attr_list_get_attributes (list);
  char *covered = NULL;

  for (GSList *item = attributes; item != NULL && covered == NULL; item = item->next) {
    const PangoAttribute *attribute = item->data;

    if (attribute->klass->type == type)
      covered = g_strndup (text + attribute->start_index, attribute->end_index - attribute->start_index);
  }
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
  return covered;
}

static void
test_text (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (SevenMessage) message = seven_message_new (0, "SignIn", "Acme", texts[i].content, "123456");
  g_autofree char *shown = seven_bubble_text_dup (message);
  g_autoptr (PangoAttrList) list = seven_bubble_text_new_attributes (message);
  g_autofree char *bold = dup_covered (shown, list, PANGO_ATTR_WEIGHT);
  g_autofree char *tinted = dup_covered (shown, list, PANGO_ATTR_BACKGROUND);

  g_assert_true (g_utf8_validate (shown, -1, NULL));
  g_assert_cmpstr (shown, ==, texts[i].shown);
  g_assert_cmpstr (bold, ==, texts[i].bold);
  g_assert_cmpstr (tinted, ==, texts[i].tinted);
}

static void
test_text_none (void)
{
  g_autofree char *shown = seven_bubble_text_dup (NULL);
  g_autoptr (PangoAttrList) list = seven_bubble_text_new_attributes (NULL);

  g_assert_cmpstr (shown, ==, "");
  g_assert_null (pango_attr_list_get_attributes (list));
  g_assert_null (seven_bubble_text_find_label (NULL, 0));
}

/* A megabyte without end is not laid out. */
static void
test_text_huge (void)
{
  g_autofree char *content = g_strnfill (1024 * 1024, 'a');
  g_autoptr (SevenMessage) message = seven_message_new (0, "SignIn", "Acme", content, "123456");
  g_autofree char *shown = seven_bubble_text_dup (message);
  g_autoptr (PangoAttrList) list = seven_bubble_text_new_attributes (message);

  g_assert_cmpuint (strlen (shown), <, 8000);
  g_assert_true (g_str_has_suffix (shown, "…"));
  g_assert_nonnull (list);
}

static void
test_label (void)
{
  g_autoptr (SevenMessage) message = seven_message_new (0, "SignIn", "Acme", "It’s {{code}}", "123456");

  g_assert_null (seven_bubble_text_find_label (message, 1));
  assert_contains (seven_bubble_text_find_label (message, 2), "U+2019");
  assert_contains (seven_bubble_text_find_label (message, 4), "U+2019");
  g_assert_null (seven_bubble_text_find_label (message, 5));
  g_assert_null (seven_bubble_text_find_label (message, 4000));
}

static void
test_widget (void)
{
  g_autoptr (SevenMessage) message = seven_message_new (0, "SignIn", "Acme", "{{code}} is it.", "123456");
  g_autofree char *description = NULL;
  GtkWidget *bubble = g_object_new (SEVEN_TYPE_BUBBLE, NULL);
  GtkWidget *window = show_in_window (bubble);

  assert_object_contract (bubble, "message", message);
  g_object_get (message, "description", &description, NULL);
  g_assert_nonnull (find_label (bubble, "123456 is it."));
  g_assert_nonnull (find_label (bubble, "from Acme"));
  g_assert_null (find_label (bubble, "SignIn"));
  assert_name (bubble, description);
  assert_boolean_contract (bubble, "show-title", TRUE);
  g_assert_nonnull (find_label (bubble, "SignIn"));
  assert_freed_with (window, bubble);
  g_assert_finalize_object (g_steal_pointer (&message));
}

static void
test_autofill (void)
{
  static const char words[] = "Fills in by itself on iPhone and in Chrome for acme.example";
  g_autoptr (SevenMessage) plain = seven_message_new (0, "SignIn", "Acme", "{{code}}", "123456");
  g_autoptr (SevenMessage) bound =
      seven_message_new (0, "SignIn", "Acme", "{{code}}\n@acme.example #{{code}}", "123456");
  GtkWidget *bubble = g_object_new (SEVEN_TYPE_BUBBLE, NULL);
  GtkWidget *window = show_in_window (bubble);

  seven_bubble_set_message (SEVEN_BUBBLE (bubble), bound);
  g_assert_nonnull (find_label (bubble, words));
  g_assert_false (gtk_widget_has_css_class (find_label (bubble, words), "warning"));
  g_assert_nonnull (find_shown (bubble, &(Wanted){ GTK_TYPE_IMAGE, "icon-name", "phone-symbolic" }));
  seven_bubble_set_message (SEVEN_BUBBLE (bubble), plain);
  g_assert_null (find_label (bubble, words));
  g_assert_null (find_type (bubble, GTK_TYPE_IMAGE));
  assert_freed_with (window, bubble);
}

/* The sender that phones show then is said in words, and why. */
static void
test_no_sender (void)
{
  g_autoptr (SevenMessage) message = seven_message_new (0, "SignIn", NULL, "{{code}}", "123456");
  GtkWidget *bubble = g_object_new (SEVEN_TYPE_BUBBLE, NULL);
  GtkWidget *window = show_in_window (bubble);
  GtkWidget *sender;

  seven_bubble_set_message (SEVEN_BUBBLE (bubble), message);
  sender = find_label (bubble, "from “undefined”: the config has no sender");
  g_assert_nonnull (sender);
  g_assert_true (gtk_widget_has_css_class (sender, "warning"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *path = g_strconcat ("/bubble/text/", texts[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_text);
  }
  g_test_add_func ("/bubble/autofill", test_autofill);
  g_test_add_func ("/bubble/text/none", test_text_none);
  g_test_add_func ("/bubble/text/huge", test_text_huge);
  g_test_add_func ("/bubble/label", test_label);
  g_test_add_func ("/bubble/widget", test_widget);
  g_test_add_func ("/bubble/no-sender", test_no_sender);
  return g_test_run ();
}
