/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-keyring-error.h"

#include "seven-key-store.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>
#include <string.h>

/* Without a session bus GIO says any of these, by what it tried last. */
static int
code_from_io_error (int code)
{
  switch (code) {
  case G_IO_ERROR_NOT_FOUND:
  case G_IO_ERROR_CONNECTION_REFUSED:
  case G_IO_ERROR_CONNECTION_CLOSED:
  case G_IO_ERROR_CLOSED:
  case G_IO_ERROR_INVALID_ARGUMENT:
  case G_IO_ERROR_TIMED_OUT:
  case G_IO_ERROR_FAILED:
    return SEVEN_KEY_STORE_ERROR_NO_SERVICE;
  case G_IO_ERROR_CANCELLED:
  case G_IO_ERROR_PERMISSION_DENIED:
    return SEVEN_KEY_STORE_ERROR_REFUSED;
  default:
    return SEVEN_KEY_STORE_ERROR_FAILED;
  }
}

static int
code_from_bus_error (int code)
{
  static const int absent[] = { G_DBUS_ERROR_SERVICE_UNKNOWN, G_DBUS_ERROR_NAME_HAS_NO_OWNER,
    G_DBUS_ERROR_NO_REPLY, G_DBUS_ERROR_NO_SERVER, G_DBUS_ERROR_NO_NETWORK, G_DBUS_ERROR_DISCONNECTED,
    G_DBUS_ERROR_TIMEOUT, G_DBUS_ERROR_TIMED_OUT, G_DBUS_ERROR_SPAWN_EXEC_FAILED,
    G_DBUS_ERROR_SPAWN_FORK_FAILED, G_DBUS_ERROR_SPAWN_CHILD_EXITED, G_DBUS_ERROR_SPAWN_CHILD_SIGNALED,
    G_DBUS_ERROR_SPAWN_FAILED, G_DBUS_ERROR_SPAWN_SETUP_FAILED, G_DBUS_ERROR_SPAWN_CONFIG_INVALID,
    G_DBUS_ERROR_SPAWN_SERVICE_INVALID, G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND,
    G_DBUS_ERROR_SPAWN_PERMISSIONS_INVALID, G_DBUS_ERROR_SPAWN_FILE_INVALID, G_DBUS_ERROR_SPAWN_NO_MEMORY };

  if (code == G_DBUS_ERROR_ACCESS_DENIED || code == G_DBUS_ERROR_AUTH_FAILED)
    return SEVEN_KEY_STORE_ERROR_REFUSED;
  for (gsize i = 0; i < G_N_ELEMENTS (absent); i++) {
    if (absent[i] == code)
      return SEVEN_KEY_STORE_ERROR_NO_SERVICE;
  }
  return SEVEN_KEY_STORE_ERROR_FAILED;
}

static int
code_from_error (const GError *error)
{
  if (error->domain == G_DBUS_ERROR)
    return code_from_bus_error (error->code);
  if (error->domain == G_IO_ERROR)
    return code_from_io_error (error->code);
  if (error->domain == G_SPAWN_ERROR)
    return SEVEN_KEY_STORE_ERROR_NO_SERVICE;
  if (g_error_matches (error, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    return SEVEN_KEY_STORE_ERROR_LOCKED;
  return SEVEN_KEY_STORE_ERROR_FAILED;
}

/* No service is trusted not to repeat what it was given. */
static char *
dup_reason (const GError *error, const char *secret)
{
  g_autoptr (GError) stripped = g_error_copy (error);

  g_dbus_error_strip_remote_error (stripped);
  if (secret != NULL && *secret != '\0' && strstr (stripped->message, secret) != NULL)
    return g_strdup (g_quark_to_string (error->domain));
  return g_strdup (stripped->message);
}

GError *
seven_keyring_error_new (const GError *error, const char *secret)
{
  int code = code_from_error (error);
  g_autofree char *reason = NULL;

  switch (code) {
  case SEVEN_KEY_STORE_ERROR_NO_SERVICE:
    return g_error_new_literal (SEVEN_KEY_STORE_ERROR, code,
        _ ("There is no keyring service, or it does not answer. Install and start one, such as GNOME Keyring "
           "or KeePassXC; until then the key can stay in the file."));
  case SEVEN_KEY_STORE_ERROR_LOCKED:
    return g_error_new_literal (
        SEVEN_KEY_STORE_ERROR, code, _ ("The keyring is locked. Unlock it and try again."));
  case SEVEN_KEY_STORE_ERROR_REFUSED:
    return seven_keyring_error_new_refused ();
  default:
    reason = dup_reason (error, secret);
    return g_error_new (SEVEN_KEY_STORE_ERROR, SEVEN_KEY_STORE_ERROR_FAILED,
        /* Translators: %s is what the keyring says, often in English. */
        _ ("The keyring could not do it: %s. Try again, or leave the key in the file."), reason);
  }
}

GError *
seven_keyring_error_new_cancelled (void)
{
  return g_error_new_literal (SEVEN_KEY_STORE_ERROR, SEVEN_KEY_STORE_ERROR_CANCELLED,
      _ ("Stopped before the keyring had answered. If its question is still open, it can be closed."));
}

GError *
seven_keyring_error_new_refused (void)
{
  return g_error_new_literal (SEVEN_KEY_STORE_ERROR, SEVEN_KEY_STORE_ERROR_REFUSED,
      _ ("The keyring refused: it was not unlocked, or this program may not use it. Try again and unlock "
         "it."));
}
