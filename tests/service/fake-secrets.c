/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "fake-secrets.h"

#define ROOT "/org/freedesktop/secrets"
#define ITEM ROOT "/collection/login/1"
#define PROMPT ROOT "/prompt/1"
#define SESSION ROOT "/session/1"
#define INTERFACE "org.freedesktop.Secret."

/* The part of the Secret Service API 0.2 that libsecret uses for a password. */
static const char introspection[] =
    "<node>"
    "<interface name='" INTERFACE "Service'>"
    "<method name='OpenSession'><arg type='s' direction='in'/><arg type='v' direction='in'/>"
    "<arg type='v' direction='out'/><arg type='o' direction='out'/></method>"
    "<method name='SearchItems'><arg type='a{ss}' direction='in'/>"
    "<arg type='ao' direction='out'/><arg type='ao' direction='out'/></method>"
    "<method name='Unlock'><arg type='ao' direction='in'/>"
    "<arg type='ao' direction='out'/><arg type='o' direction='out'/></method>"
    "<method name='GetSecrets'><arg type='ao' direction='in'/><arg type='o' direction='in'/>"
    "<arg type='a{o(oayays)}' direction='out'/></method>"
    "<property name='Collections' type='ao' access='read'/>"
    "</interface>"
    "<interface name='" INTERFACE "Collection'>"
    "<method name='CreateItem'><arg type='a{sv}' direction='in'/><arg type='(oayays)' direction='in'/>"
    "<arg type='b' direction='in'/><arg type='o' direction='out'/><arg type='o' direction='out'/></method>"
    "</interface>"
    "<interface name='" INTERFACE "Item'>"
    "<method name='Delete'><arg type='o' direction='out'/></method>"
    "<property name='Locked' type='b' access='read'/>"
    "<property name='Attributes' type='a{ss}' access='read'/>"
    "<property name='Label' type='s' access='read'/>"
    "<property name='Created' type='t' access='read'/>"
    "<property name='Modified' type='t' access='read'/>"
    "</interface>"
    "<interface name='" INTERFACE "Session'><method name='Close'/></interface>"
    "<interface name='" INTERFACE "Prompt'>"
    "<method name='Prompt'><arg type='s' direction='in'/></method>"
    "<method name='Dismiss'/>"
    "<signal name='Completed'><arg type='b'/><arg type='v'/></signal>"
    "</interface>"
    "</node>";

static void
open_session (FakeSecrets *self, GVariant *parameters, GDBusMethodInvocation *invocation)
{
  const char *algorithm;

  g_variant_get (parameters, "(&sv)", &algorithm, NULL);
  if (g_str_equal (algorithm, "plain"))
    g_dbus_method_invocation_return_value (
        invocation, g_variant_new ("(vo)", g_variant_new_string (""), SESSION));
  else
    g_dbus_method_invocation_return_error_literal (
        invocation, G_DBUS_ERROR, G_DBUS_ERROR_NOT_SUPPORTED, "plain alone");
}

/* What is locked has no schema, as in GNOME Keyring. */
static gboolean
matches (FakeSecrets *self, GVariant *attributes)
{
  const char *document;
  const char *schema;

  if (self->locked && g_variant_lookup (attributes, "xdg:schema", "&s", &schema))
    return FALSE;
  return self->key != NULL && g_variant_lookup (attributes, "document", "&s", &document) &&
      g_str_equal (document, self->attribute);
}

static void
search (FakeSecrets *self, GVariant *parameters, GDBusMethodInvocation *invocation)
{
  g_autoptr (GVariant) attributes = g_variant_get_child_value (parameters, 0);
  const char *const here[] = { ITEM, NULL };
  const char *const nothing[] = { NULL };
  gboolean found = matches (self, attributes);

  self->n_searches++;
  if (!self->silent)
    g_dbus_method_invocation_return_value (invocation,
        g_variant_new (
            "(^ao^ao)", found && !self->locked ? here : nothing, found && self->locked ? here : nothing));
}

static void
unlock (FakeSecrets *self, GVariant *parameters, GDBusMethodInvocation *invocation)
{
  g_autoptr (GVariant) paths = g_variant_get_child_value (parameters, 0);

  if (self->locked)
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(aoo)", NULL, PROMPT));
  else
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(@aoo)", paths, "/"));
}

static void
get_secrets (FakeSecrets *self, GVariant *parameters, GDBusMethodInvocation *invocation)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{o(oayays)}"));
  if (!self->locked && self->key != NULL)
    g_variant_builder_add (&builder, "{o(o@ay@ays)}", ITEM, SESSION,
        g_variant_new_array (G_VARIANT_TYPE_BYTE, NULL, 0),
        g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, self->key, strlen (self->key), 1), "text/plain");
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(a{o(oayays)})", &builder));
}

static void
create_item (FakeSecrets *self, GVariant *parameters, GDBusMethodInvocation *invocation)
{
  g_autoptr (GVariant) properties = NULL;
  g_autoptr (GVariant) attributes = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autofree char *key = NULL;
  const char *document = "";
  gsize length;
  gconstpointer bytes;

  if (self->forbids) {
    g_dbus_method_invocation_return_error_literal (
        invocation, G_DBUS_ERROR, G_DBUS_ERROR_ACCESS_DENIED, "not for this program");
    return;
  }
  if (self->locked) {
    g_dbus_method_invocation_return_dbus_error (invocation, INTERFACE "Error.IsLocked", "locked");
    return;
  }
  g_variant_get (parameters, "(@a{sv}(o@ay@ays)b)", &properties, NULL, NULL, &value, NULL, NULL);
  bytes = g_variant_get_fixed_array (value, &length, 1);
  key = g_strndup (bytes, length);
  g_assert_true (g_variant_lookup (properties, INTERFACE "Item.Attributes", "@a{ss}", &attributes));
  g_assert_true (g_variant_lookup (attributes, "document", "&s", &document));
  fake_secrets_keep (self, document, key);
  g_clear_pointer (&self->label, g_free);
  g_assert_true (g_variant_lookup (properties, INTERFACE "Item.Label", "s", &self->label));
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(oo)", ITEM, "/"));
}

static void
complete (FakeSecrets *self, gboolean dismissed, GVariant *value)
{
  g_dbus_connection_emit_signal (self->connection, NULL, PROMPT, INTERFACE "Prompt", "Completed",
      g_variant_new ("(bv)", dismissed, value), NULL);
}

static void
ask (FakeSecrets *self, GDBusMethodInvocation *invocation)
{
  const char *const here[] = { ITEM, NULL };
  const char *const nothing[] = { NULL };

  self->n_prompts++;
  g_dbus_method_invocation_return_value (invocation, NULL);
  if (self->prompt == FAKE_PROMPT_DISMISSED)
    complete (self, TRUE, g_variant_new_objv (nothing, -1));
  if (self->prompt == FAKE_PROMPT_DISMISSED_STRANGELY)
    complete (self, TRUE, g_variant_new_string (""));
  if (self->prompt == FAKE_PROMPT_DONE)
    fake_secrets_unlock (self);
  else if (self->prompt == FAKE_PROMPT_NOTHING_DONE)
    complete (self, FALSE, g_variant_new_objv (here, -1));
}

void
fake_secrets_unlock (FakeSecrets *self)
{
  const char *const here[] = { ITEM, NULL };

  self->locked = FALSE;
  complete (self, FALSE, g_variant_new_objv (here, -1));
}

static void
called_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
    const char *method, GVariant *parameters, GDBusMethodInvocation *invocation, gpointer user_data)
{
  FakeSecrets *self = user_data;

  if (g_str_equal (method, "OpenSession"))
    open_session (self, parameters, invocation);
  else if (g_str_equal (method, "SearchItems"))
    search (self, parameters, invocation);
  else if (g_str_equal (method, "Unlock"))
    unlock (self, parameters, invocation);
  else if (g_str_equal (method, "GetSecrets"))
    get_secrets (self, parameters, invocation);
  else if (g_str_equal (method, "CreateItem"))
    create_item (self, parameters, invocation);
  else if (g_str_equal (method, "Prompt"))
    ask (self, invocation);
  else if (g_str_equal (method, "Delete")) {
    g_clear_pointer (&self->key, g_free);
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", "/"));
  } else if (g_str_equal (method, "Dismiss"))
    self->dismissed = TRUE;
  else
    g_dbus_method_invocation_return_value (invocation, NULL);
}

static GVariant *
read_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
    const char *property, GError **error, gpointer user_data)
{
  FakeSecrets *self = user_data;
  const char *const nothing[] = { NULL };
  GVariantBuilder builder;

  if (g_str_equal (property, "Collections"))
    return g_variant_new_objv (nothing, -1);
  if (g_str_equal (property, "Locked"))
    return g_variant_new_boolean (self->locked);
  if (g_str_equal (property, "Label"))
    return g_variant_new_string (self->label != NULL ? self->label : "");
  if (!g_str_equal (property, "Attributes"))
    return g_variant_new_uint64 (0);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&builder, "{ss}", "document", self->attribute);
  return g_variant_builder_end (&builder);
}

static void
add_object (FakeSecrets *self, GDBusNodeInfo *node, const char *path, const char *name)
{
  static const GDBusInterfaceVTable vtable = { called_cb, read_cb, NULL, { NULL } };
  g_autofree char *interface = g_strconcat (INTERFACE, name, NULL);
  g_autoptr (GError) error = NULL;
  guint id = g_dbus_connection_register_object (self->connection, path,
      g_dbus_node_info_lookup_interface (node, interface), &vtable, self, NULL, &error);

  g_assert_no_error (error);
  g_array_append_val (self->ids, id);
}

static void
owned_cb (GDBusConnection *connection, const char *name, gpointer user_data)
{
  FakeSecrets *self = user_data;

  self->owned = TRUE;
}

FakeSecrets *
fake_secrets_new (const char *bus_address)
{
  FakeSecrets *self = g_new0 (FakeSecrets, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, &error);

  g_assert_no_error (error);
  self->ids = g_array_new (FALSE, FALSE, sizeof (guint));
  self->connection = g_dbus_connection_new_for_address_sync (bus_address,
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL,
      NULL, &error);
  g_assert_no_error (error);
  add_object (self, node, ROOT, "Service");
  add_object (self, node, ROOT "/aliases/default", "Collection");
  add_object (self, node, ITEM, "Item");
  add_object (self, node, SESSION, "Session");
  add_object (self, node, PROMPT, "Prompt");
  self->name_id = g_bus_own_name_on_connection (
      self->connection, "org.freedesktop.secrets", G_BUS_NAME_OWNER_FLAGS_NONE, owned_cb, NULL, self, NULL);
  while (!self->owned)
    g_main_context_iteration (NULL, TRUE);
  return self;
}

void
fake_secrets_free (FakeSecrets *self)
{
  g_bus_unown_name (self->name_id);
  for (guint i = 0; i < self->ids->len; i++)
    g_dbus_connection_unregister_object (self->connection, g_array_index (self->ids, guint, i));
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_object_unref (self->connection);
  g_array_unref (self->ids);
  g_free (self->key);
  g_free (self->attribute);
  g_free (self->label);
  g_free (self);
}

void
fake_secrets_keep (FakeSecrets *self, const char *document, const char *key)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->attribute, g_free);
  self->key = g_strdup (key);
  self->attribute = g_strdup (document);
}
