/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-preview.h"

#include "model-test.h"

#define CONFIG \
  "{\"apiKey\":\"k\",\"from\":\"Acme\",\"templates\":[" \
  "{\"usageType\":\"SignIn\",\"content\":\"a {{code}}\"}," \
  "{\"usageType\":\"Generic\",\"content\":\"\"}," \
  "{\"usageType\":\"Register\",\"content\":\"c {{code}}\"}]}"

static SevenDocument *
make_document (const char *text)
{
  SevenDocument *document = seven_document_new ();

  seven_document_reset (document, text, strlen (text), NULL, NULL);

  return document;
}

static void
assert_message (SevenPreview *preview, guint position, const char *title, const char *text)
{
  g_autoptr (SevenMessage) message = g_list_model_get_item (seven_preview_get_messages (preview), position);

  g_assert_nonnull (message);
  g_assert_cmpstr (seven_message_get_title (message), ==, title);
  g_assert_cmpstr (seven_message_get_text (message), ==, text);
}

static void
test_messages (void)
{
  SevenDocument *document = make_document (CONFIG);
  SevenPreview *preview = seven_preview_new (document);

  g_assert_cmpuint (count_items (seven_preview_get_messages (preview)), ==, 2);
  assert_message (preview, 0, "SignIn", "a 123456");
  assert_message (preview, 1, "Register", "c 123456");
  assert_boolean (preview, "empty", FALSE);
  assert_string (preview, "coverage", "3 of 8 Logto flows covered");
  assert_string_contract (preview, "code", "000000");
  assert_message (preview, 0, "SignIn", "a 000000");
  seven_document_set_template_content (document, 1, "b");
  g_assert_cmpuint (count_items (seven_preview_get_messages (preview)), ==, 3);
  assert_message (preview, 1, "Generic", "b");
  seven_document_reset (document, "{}", 2, NULL, NULL);
  assert_boolean (preview, "empty", TRUE);
  g_assert_finalize_object (preview);
  g_assert_finalize_object (document);
}

/* What is not concerned stays, so that the list does not jump while one types. */
static void
test_messages_stay (void)
{
  SevenDocument *document = make_document (CONFIG);
  SevenPreview *preview = seven_preview_new (document);
  GListModel *messages = seven_preview_get_messages (preview);
  g_autoptr (SevenMessage) first = g_list_model_get_item (messages, 0);
  g_autoptr (SevenMessage) again = NULL;
  g_autoptr (SevenMessage) other = NULL;
  Counter counter = { 0 };

  g_signal_connect_swapped (messages, "items-changed", G_CALLBACK (count_signal_cb), &counter);
  seven_document_set_template_content (document, 2, "cc {{code}}");
  g_assert_cmpuint (counter.n, ==, 1);
  again = g_list_model_get_item (messages, 0);
  g_assert_true (first == again);
  assert_message (preview, 1, "Register", "cc 123456");
  seven_document_set_api_key (document, "other");
  g_assert_cmpuint (counter.n, ==, 1);
  seven_document_set_sender (document, "Seven");
  g_assert_cmpuint (counter.n, ==, 2);
  other = g_list_model_get_item (messages, 0);
  g_assert_cmpstr (seven_message_get_sender (other), ==, "Seven");
  g_assert_finalize_object (preview);
  g_assert_finalize_object (document);
}

static SevenDestinationChoice *
find_choice (SevenPreview *preview, const char *label)
{
  g_autoptr (GListModel) destinations = NULL;

  g_object_get (preview, "destinations", &destinations, NULL);
  for (guint i = 0; i < count_items (destinations); i++) {
    g_autoptr (SevenDestinationChoice) choice = g_list_model_get_item (destinations, i);
    g_autofree char *found = NULL;

    g_object_get (choice, "label", &found, NULL);
    if (g_str_equal (found, label))
      return g_steal_pointer (&choice);
  }
  g_assert_not_reached ();
}

static void
test_destination (void)
{
  SevenDocument *document = make_document (CONFIG);
  SevenPreview *preview = seven_preview_new (document);
  g_autoptr (SevenDestinationChoice) any = find_choice (preview, "Any country");
  g_autoptr (SevenDestinationChoice) germany = find_choice (preview, "Germany (+49)");
  g_autoptr (SevenDestinationChoice) africa = find_choice (preview, "South Africa (+27)");
  g_autoptr (SevenDestinationChoice) chosen = NULL;
  Counter counter = { 0 };

  g_signal_connect (preview, "notify::sender-advice", G_CALLBACK (count_cb), &counter);
  assert_string (preview, "sender-advice", "");
  assert_object_contract (G_OBJECT (preview), "destination", germany);
  g_assert_cmpuint (counter.n, ==, 1);
  assert_string (preview, "sender-advice", "A name as sender is shown as it is. As of 2026.");
  assert_boolean (preview, "sender-warning", FALSE);
  assert_object_contract (G_OBJECT (preview), "destination", africa);
  assert_boolean (preview, "sender-warning", TRUE);
  g_assert_cmpuint (counter.n, ==, 2);
  seven_document_set_sender (document, "447700900123");
  g_assert_cmpuint (counter.n, ==, 3);
  assert_string (
      preview, "sender-advice", "Only some numbers work as sender; others are replaced. As of 2026.");
  seven_document_set_api_key (document, "other");
  g_assert_cmpuint (counter.n, ==, 3);
  g_object_set (preview, "destination", NULL, NULL);
  g_object_get (preview, "destination", &chosen, NULL);
  g_assert_true (chosen == any);
  assert_string (preview, "sender-advice", "");
  g_assert_finalize_object (preview);
  g_assert_finalize_object (document);
}

/* The destination in a form that can be kept. */
static void
test_country (void)
{
  SevenDocument *document = make_document (CONFIG);
  SevenPreview *preview = seven_preview_new (document);
  g_autoptr (SevenDestinationChoice) germany = find_choice (preview, "Germany (+49)");
  g_autoptr (GListModel) destinations = NULL;
  g_autoptr (SevenDestinationChoice) chosen = NULL;

  assert_string (preview, "country", "");
  assert_string_contract (preview, "country", "DE");
  g_object_get (preview, "destination", &chosen, "destinations", &destinations, NULL);
  g_assert_true (chosen == germany);
  for (guint i = 0; i < count_items (destinations); i++) {
    g_autoptr (SevenDestinationChoice) choice = g_list_model_get_item (destinations, i);
    g_autoptr (SevenDestinationChoice) found = NULL;
    g_autofree char *country = NULL;

    g_object_set (preview, "destination", choice, NULL);
    g_object_get (preview, "country", &country, NULL);
    g_object_set (preview, "destination", NULL, NULL);
    g_object_set (preview, "country", country, NULL);
    g_object_get (preview, "destination", &found, NULL);
    g_assert_true (found == choice);
  }
  g_object_set (preview, "country", "??", NULL);
  assert_string (preview, "country", "");
  g_assert_finalize_object (preview);
  g_assert_finalize_object (document);
}

/* Any country, and then each one that there is, the same whenever one asks. */
static void
test_destinations (void)
{
  SevenDocument *document = make_document (CONFIG);
  SevenPreview *preview = seven_preview_new (document);
  g_autoptr (GPtrArray) list = seven_destination_list ();
  g_autoptr (GListModel) destinations = NULL;
  g_autoptr (GListModel) again = NULL;

  g_object_get (preview, "destinations", &destinations, NULL);
  g_object_get (preview, "destinations", &again, NULL);
  g_assert_true (destinations == again);
  g_assert_cmpuint (count_items (destinations), ==, list->len + 1);
  for (guint i = 0; i <= list->len; i++) {
    g_autoptr (SevenDestinationChoice) choice = g_list_model_get_item (destinations, i);

    g_assert_true (seven_destination_choice_get_destination (choice) ==
        (i > 0 ? g_ptr_array_index (list, i - 1) : NULL));
  }
  g_assert_finalize_object (preview);
  g_assert_finalize_object (document);
}

static SevenFlow *
get_flow (SevenPreview *preview, SevenUsageType usage)
{
  return g_list_model_get_item (seven_preview_get_flows (preview), usage);
}

static void
test_flows (void)
{
  SevenDocument *document = make_document (CONFIG);
  SevenPreview *preview = seven_preview_new (document);
  g_autoptr (SevenFlow) register_flow = get_flow (preview, SEVEN_USAGE_REGISTER);
  g_autoptr (SevenFlow) reset = get_flow (preview, SEVEN_USAGE_FORGOT_PASSWORD);
  g_autoptr (SevenFlow) mfa = get_flow (preview, SEVEN_USAGE_BIND_MFA);

  g_assert_cmpuint (count_items (seven_preview_get_flows (preview)), ==, SEVEN_N_FLOWS);
  g_assert_cmpstr (seven_flow_get_usage (register_flow), ==, "Register");
  assert_boolean (register_flow, "works", TRUE);
  assert_string (register_flow, "detail", "Served by template 3");
  assert_string (register_flow, "icon-name", "object-select-symbolic");
  assert_boolean (reset, "works", FALSE);
  assert_string (reset, "detail", "ForgotPassword: no template, ends in template_not_found");
  assert_string (reset, "icon-name", "dialog-error-symbolic");
  assert_string (mfa, "icon-name", "dialog-warning-symbolic");
  assert_boolean_contract (mfa, "in-use", FALSE);
  assert_string (mfa, "icon-name", "dialog-information-symbolic");
  assert_uint (document, "flows", SEVEN_FLOWS_ALL & ~(1u << SEVEN_USAGE_BIND_MFA));
  seven_document_add_template (document, "ForgotPassword");
  assert_string (reset, "detail", "Served by template 4");
  seven_document_undo (document);
  assert_boolean (reset, "works", FALSE);
  g_assert_finalize_object (preview);
  g_assert_finalize_object (document);
  /* It may live on, and edits nothing. */
  g_object_set (mfa, "in-use", TRUE, NULL);
  assert_boolean (mfa, "in-use", FALSE);
}

/* The guard refuses the whole config: no flow works. */
static void
test_refused (void)
{
  SevenDocument *document =
      make_document ("{\"templates\":[{\"usageType\":\"SignIn\",\"content\":\"{{code}}\"}]}");
  SevenPreview *preview = seven_preview_new (document);
  g_autoptr (SevenFlow) flow = get_flow (preview, SEVEN_USAGE_SIGN_IN);
  g_autofree char *detail = NULL;

  assert_boolean (flow, "works", FALSE);
  g_object_get (flow, "detail", &detail, NULL);
  assert_contains (detail, "connector.invalid_config");
  seven_document_set_api_key (document, "k");
  assert_boolean (flow, "works", TRUE);
  g_assert_finalize_object (preview);
  g_assert_finalize_object (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/preview/messages", test_messages);
  g_test_add_func ("/preview/messages-stay", test_messages_stay);
  g_test_add_func ("/preview/destination", test_destination);
  g_test_add_func ("/preview/country", test_country);
  g_test_add_func ("/preview/destinations", test_destinations);
  g_test_add_func ("/preview/flows", test_flows);
  g_test_add_func ("/preview/refused", test_refused);

  return g_test_run ();
}
