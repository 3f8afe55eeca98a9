/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-build-config.h"

#include "seven-application.h"
#include "seven-file-store.h"
#include "seven-history-database.h"
#include "seven-http-gateway.h"
#include "seven-keyring.h"
#include "seven-sandbox.h"
#include "seven-state-file.h"
#include "seven-session.h"

#include <glib/gi18n.h>
#include <locale.h>

static void
set_up_translations (void)
{
  /* Where the program runs from its build folder, so do its translations. */
  gboolean built = g_file_test (SEVEN_BUILD_LOCALE_DIR, G_FILE_TEST_IS_DIR);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, built ? SEVEN_BUILD_LOCALE_DIR : SEVEN_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  /* ngettext has no domain of its own. */
  textdomain (GETTEXT_PACKAGE);
}

/* Takes the gateway. */
static void
append (
    GListStore *gateways, const char *id, const char *name, const char *description, SevenGateway *gateway)
{
  g_autoptr (SevenGateway) owned = gateway;
  gboolean live = !SEVEN_IS_SANDBOX_GATEWAY (gateway);
  g_autoptr (SevenGatewayChoice) choice = seven_gateway_choice_new (id, name, description, live, gateway);

  g_list_store_append (gateways, choice);
}

static GListModel *
create_gateways (void)
{
  const guint timeout = SEVEN_HTTP_GATEWAY_TIMEOUT;
  GListStore *gateways = g_list_store_new (SEVEN_TYPE_GATEWAY_CHOICE);

  append (gateways, "sandbox", _ ("Sandbox"), _ ("Nothing is sent; answers are simulated"),
      SEVEN_GATEWAY (seven_sandbox_gateway_new (timeout)));
  /* Translators: seven is the name of the company. */
  append (gateways, "seven", _ ("seven"), _ ("gateway.seven.io: a real SMS, which costs money"),
      SEVEN_GATEWAY (seven_http_gateway_new (SEVEN_HTTP_GATEWAY_URL, timeout, NULL)));
  append (gateways, "old", _ ("seven, Old Host"),
      _ ("gateway.sms77.io: the one the connector calls; a real SMS, which costs money"),
      SEVEN_GATEWAY (seven_http_gateway_new (SEVEN_HTTP_GATEWAY_OLD_URL, timeout, NULL)));
  return G_LIST_MODEL (gateways);
}

int
main (int argc, char *argv[])
{
  g_autoptr (SevenFileStore) store = seven_file_store_new ();
  g_autoptr (SevenStateFile) states = seven_state_file_new (g_get_user_state_dir ());
  g_autoptr (SevenKeyring) keyring = seven_keyring_new ();
  g_autoptr (SevenHistoryDatabase) history = seven_history_database_new_default ();
  g_autoptr (GListModel) gateways = NULL;
  g_autoptr (SevenSession) session = NULL;
  g_autoptr (SevenApplication) application = NULL;

  set_up_translations ();
  g_set_application_name (_ ("Seven Console"));
  gateways = create_gateways ();
  session = seven_session_new (SEVEN_TEXT_STORE (store), SEVEN_STATE_STORE (states),
      SEVEN_KEY_STORE (keyring), SEVEN_HISTORY_STORE (history), gateways);
  application = seven_application_new (session);
  g_signal_connect_swapped (application, "shutdown", G_CALLBACK (seven_history_database_finish), history);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
