/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "app-test.h"

#include "../model/fake-asked-gateway.h"
#include "../model/fake-key-store.h"
#include "seven-key-group.h"

#define URI "file:///home/acme.json"
#define TEXT(key) "{\"apiKey\": \"" key "\", \"from\": \"Acme\", \"templates\": []}"

typedef struct
{
  Asked asked;
  FakeKeyStore *keys;
  SevenSession *session;
  SevenConnection *connection;
  GtkWidget *group;
  GtkWidget *window;
} Fixture;

static void
set_up_store (Fixture *self, SevenKeyStore *keys, const char *text)
{
  asked_set_up (&self->asked, "");
  seven_document_reset (self->asked.document, text, strlen (text), URI, "1");
  self->session = seven_session_new (NULL, NULL, keys, NULL, G_LIST_MODEL (self->asked.gateways));
  self->connection = seven_connection_new (self->asked.document, self->session);
  self->group = g_object_new (SEVEN_TYPE_KEY_GROUP, NULL);
  assert_object_contract (self->group, "connection", self->connection);
  self->window = show_in_window (self->group);
}

static void
set_up (Fixture *self, gconstpointer text)
{
  self->keys = g_object_new (FAKE_TYPE_KEY_STORE, NULL);
  set_up_store (self, SEVEN_KEY_STORE (self->keys), text != NULL ? text : TEXT (KEY));
}

static void
set_up_without_store (Fixture *self, gconstpointer text)
{
  self->keys = NULL;
  set_up_store (self, NULL, text != NULL ? text : TEXT (KEY));
}

static void
tear_down (Fixture *self, gconstpointer text)
{
  settle ();
  assert_freed_with (self->window, self->group);
  g_assert_finalize_object (self->connection);
  g_assert_finalize_object (self->session);
  asked_tear_down (&self->asked);
  if (self->keys != NULL)
    g_assert_finalize_object (self->keys);
}

static GtkWidget *
find_row (Fixture *self, const char *title)
{
  return find_shown (self->group, &(Wanted){ ADW_TYPE_PREFERENCES_ROW, "title", title });
}

static GtkWidget *
get_row (Fixture *self, const char *title)
{
  GtkWidget *row = find_row (self, title);

  g_assert_nonnull (row);
  return row;
}

static GtkWidget *
get_switch (Fixture *self)
{
  GtkWidget *keep_switch = find_type (get_row (self, "Keep in Keyring"), GTK_TYPE_SWITCH);

  g_assert_nonnull (keep_switch);
  return keep_switch;
}

static void
assert_row (Fixture *self, const char *title, const char *piece)
{
  g_autofree char *subtitle = NULL;

  g_object_get (get_row (self, title), "subtitle", &subtitle, NULL);
  assert_contains (subtitle, piece);
}

static void
assert_field (Fixture *self, const char *title, const char *text)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (self, title))), ==, text);
}

/* No widget holds the kept key: password fields can be read over the accessibility bus. */
static void
assert_nowhere (GtkWidget *widget, const char *key)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (GTK_IS_EDITABLE (widget))
    assert_contains_not (gtk_editable_get_text (GTK_EDITABLE (widget)), key);
  if (GTK_IS_LABEL (widget))
    assert_contains_not (gtk_label_get_label (GTK_LABEL (widget)), key);
  if (tooltip != NULL)
    assert_contains_not (tooltip, key);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_nowhere (child, key);
}

static void
test_field (Fixture *self, gconstpointer data)
{
  assert_field (self, "API Key", KEY);
  gtk_editable_set_text (GTK_EDITABLE (get_row (self, "API Key")), OTHER_KEY);
  assert_string (self->asked.document, "api-key", OTHER_KEY);
  seven_document_undo (self->asked.document);
  assert_field (self, "API Key", KEY);
}

static void
test_no_store (Fixture *self, gconstpointer data)
{
  g_assert_null (find_row (self, "Keep in Keyring"));
  g_assert_null (find_row (self, "Keep this key in the keyring, not in the file?"));
}

static void
test_switch (Fixture *self, gconstpointer data)
{
  GtkWidget *keep_switch = get_switch (self);

  assert_name (keep_switch, "Keep in keyring");
  self->keys->waits = TRUE;
  gtk_switch_set_active (GTK_SWITCH (keep_switch), TRUE);
  assert_row (self, "Keep in Keyring", "Putting the key into the keyring…");
  g_assert_false (gtk_widget_is_sensitive (keep_switch));
  g_assert_nonnull (find_button (self->group, "_Cancel"));
  fake_key_store_answer (self->keys);
  settle ();
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (keep_switch)));
  g_assert_true (gtk_widget_is_sensitive (keep_switch));
  g_assert_null (find_button (self->group, "_Cancel"));
  g_assert_nonnull (find_button (self->group, "_Save"));
  assert_field (self, "API Key · in the Keyring", "");
  assert_nowhere (self->window, KEY);
  gtk_switch_set_active (GTK_SWITCH (keep_switch), FALSE);
  fake_key_store_answer (self->keys);
  settle ();
  assert_field (self, "API Key", KEY);
  g_assert_null (find_button (self->group, "_Save"));
}

/* (nullable) (transfer none) */
static GtkWidget *
find_retry (Fixture *self)
{
  return find_shown (
      GTK_WIDGET (self->group), &(Wanted){ GTK_TYPE_BUTTON, "icon-name", "view-refresh-symbolic" });
}

static void
test_switch_fails (Fixture *self, gconstpointer data)
{
  self->keys->failure = SEVEN_KEY_STORE_ERROR_LOCKED;
  gtk_switch_set_active (GTK_SWITCH (get_switch (self)), TRUE);
  settle ();
  /* Trying again stands in its place. */
  g_assert_null (find_type (get_row (self, "Keep in Keyring"), GTK_TYPE_SWITCH));
  assert_row (self, "Keep in Keyring", "The keyring says no.");
  self->keys->failure = -1;
  click (find_retry (self));
  settle ();
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (get_switch (self))));
  g_assert_null (find_retry (self));
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  self->keys->waits = TRUE;
  gtk_switch_set_active (GTK_SWITCH (get_switch (self)), TRUE);
  click (find_button (self->group, "_Cancel"));
  settle ();
  g_assert_null (self->keys->task);
  assert_boolean (seven_connection_get_keeper (self->connection), "wanted", FALSE);
  assert_row (self, "Keep in Keyring", "Stopped.");
}

static void
test_broken (Fixture *self, gconstpointer data)
{
  seven_document_type (self->asked.document, 0, 1, "");
  g_assert_false (gtk_widget_is_sensitive (get_switch (self)));
}

static void
test_offer (Fixture *self, gconstpointer data)
{
  const char *title = "Keep this key in the keyring, not in the file?";
  GtkWidget *row = get_row (self, title);
  GtkWidget *close = find_shown (row, &(Wanted){ GTK_TYPE_BUTTON, "icon-name", "window-close-symbolic" });

  assert_name (close, "Not now");
  click (close);
  g_assert_null (find_row (self, title));
  seven_key_keeper_look_up (seven_connection_get_keeper (self->connection));
  click (find_button (get_row (self, title), "_Keep"));
  settle ();
  g_assert_null (find_row (self, title));
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (get_switch (self))));
  gtk_editable_set_text (GTK_EDITABLE (get_row (self, "API Key · in the Keyring")), OTHER_KEY);
  click (find_button (get_row (self, "Replace the key in the keyring with this one?"), "_Replace"));
  settle ();
  g_assert_cmpstr (fake_key_store_get (self->keys, URI), ==, OTHER_KEY);
  assert_nowhere (self->window, OTHER_KEY);
}

static void
test_check (Fixture *self, gconstpointer data)
{
  assert_row (self, "Check Key", "Asks gateway.seven.io");
  click (find_button (self->group, "C_heck"));
  assert_row (self, "Check Key", "Asking gateway.seven.io…");
  click (find_button (self->group, "_Stop"));
  g_assert_cmpuint (self->asked.seven->n_stopped, ==, 1);
  settle ();
  click (find_button (self->group, "C_heck"));
  asked_gateway_answer (self->asked.seven, BALANCE);
  assert_row (self, "Check Key", "44.63 EUR left.");
  g_assert_nonnull (find_button (self->group, "C_heck"));
  g_assert_nonnull (
      find_shown (self->group, &(Wanted){ GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic" }));
  seven_document_set_api_key (self->asked.document, OTHER_KEY);
  assert_row (self, "Check Key", "Asks gateway.seven.io");
}

/* A kept key is one that can be checked. */
static void
test_check_kept (Fixture *self, gconstpointer data)
{
  GtkWidget *button = find_button (self->group, "C_heck");

  g_assert_false (gtk_widget_is_sensitive (button));
  assert_string (button, "tooltip-text", "Enter the API key first");
  fake_key_store_put (self->keys, URI, KEY);
  seven_key_keeper_look_up (seven_connection_get_keeper (self->connection));
  settle ();
  click (button);
  g_assert_cmpstr (seven_request_get_auth_value (self->asked.seven->request), ==, KEY);
  asked_gateway_answer (self->asked.seven, "900");
  assert_row (self, "Check Key", "900, API key refused.");
  g_assert_nonnull (
      find_shown (self->group, &(Wanted){ GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic" }));
  assert_nowhere (self->window, KEY);
}

static void
test_compare (Fixture *self, gconstpointer data)
{
  GtkWidget *row = get_row (self, "Check Key");

  g_assert_null (find_row (self, "gateway.sms77.io"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  settle ();
  click (find_button (get_row (self, "Compare Hosts"), "Co_mpare"));
  assert_row (self, "Compare Hosts", "Asking both hosts…");
  asked_gateway_answer (self->asked.seven, BALANCE);
  assert_row (self, "gateway.seven.io", "44.63 EUR left");
  asked_gateway_answer (self->asked.old, "900");
  assert_row (self, "gateway.sms77.io", "900, API key refused.");
  assert_row (self, "Compare Hosts", "although a test over the new host passes");
}

#define add(name, text, function) g_test_add ("/key-group/" name, Fixture, text, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  add ("field", NULL, test_field);
  g_test_add ("/key-group/no-store", Fixture, NULL, set_up_without_store, test_no_store, tear_down);
  add ("switch", NULL, test_switch);
  add ("switch-fails", NULL, test_switch_fails);
  add ("cancel", NULL, test_cancel);
  add ("broken", NULL, test_broken);
  add ("offer", NULL, test_offer);
  add ("check", NULL, test_check);
  add ("check-kept", TEXT ("<your-api-key>"), test_check_kept);
  add ("compare", NULL, test_compare);

  return g_test_run ();
}
